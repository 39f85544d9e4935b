import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADA, createTestApp, insertEmails, type Json, type TestApp } from './support.ts'

const API = '/api/data/v9.2'
const ROOT = `http://crm.test${API}`
const id = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
  await insertEmails(
    server,
    [1, 2, 3].map((n) => ({ id: id(n), subject: `Mail ${n}`, sentOn: '2026-01-02T08:00:00Z' })),
  )
})
afterAll(() => server.close())

const get = (path: string, level: string, headers: Record<string, string> = {}) =>
  server.call('GET', `${API}/${path}`, {
    headers: { accept: `application/json;odata.metadata=${level}`, ...headers },
  })
const fetchXml = `emails?fetchXml=${encodeURIComponent(
  '<fetch top="1"><entity name="email"><attribute name="subject"/><attribute name="senton"/><order attribute="subject"/></entity></fetch>',
)}`

/** The names of all control information in an answer. */
function controls(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(controls)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [
    ...(name.includes('@odata.') ? [name] : []),
    ...controls(one),
  ])
}

test.each([
  `emails(${id(1)})`,
  `emails(${id(1)})/subject`,
  'emails?$expand=ownerid,email_activity_parties',
  fetchXml,
  'emails?$apply=aggregate($count as n)',
  "EntityDefinitions(LogicalName='email')?$expand=Attributes",
  'WhoAmI()',
  'RetrieveMetadataChanges',
])('none leaves the data: %s', async (path) => {
  const [none, minimal] = [await get(path, 'none'), await get(path, 'minimal')]
  expect(none.status).toBe(200)
  expect(none.headers.get('content-type')).toBe('application/json; odata.metadata=none')
  expect(minimal.headers.get('content-type')).toBe('application/json; odata.metadata=minimal')
  expect(controls(none.body)).toEqual([])
  expect(controls(minimal.body).length).toBeGreaterThan(0)
})

test('none keeps what a client can’t go on without, and annotations it asks for', async () => {
  const { body } = await get('emails?$count=true&$select=subject,statuscode', 'none', {
    prefer: 'odata.maxpagesize=2,odata.include-annotations="*"',
  })
  expect(controls(body)).toEqual(['@odata.count', '@odata.nextLink'])
  expect(body.value[0]).toMatchObject({
    subject: 'Mail 1',
    'statuscode@OData.Community.Display.V1.FormattedValue': 'Received',
  })
  const references = await get(`systemusers(${ADA})/owner_emails/$ref`, 'none')
  expect(references.body.value[0]).toEqual({ '@odata.id': `${ROOT}/emails(${id(1)})` })
  const tracked = await get('emails?$select=subject', 'none', { prefer: 'odata.track-changes' })
  expect(controls(tracked.body)).toEqual(['@odata.deltaLink'])
})

const FULL_EMAIL = {
  '@odata.type': '#Microsoft.Dynamics.CRM.email',
  '@odata.id': `${ROOT}/emails(${id(1)})`,
  '@odata.editLink': `emails(${id(1)})`,
  '@odata.etag': expect.stringMatching(/^W\//),
  'activityid@odata.type': '#Guid',
  activityid: id(1),
  'senton@odata.type': '#DateTimeOffset',
  subject: 'Mail 1',
  'ownerid_email@odata.navigationLink': `${ROOT}/emails(${id(1)})/ownerid_email`,
  'ownerid_email@odata.associationLink': `${ROOT}/emails(${id(1)})/ownerid_email/$ref`,
}

test('full has all annotations of a row, in FetchXML and in expansions too', async () => {
  const one = await get(`emails(${id(1)})?$select=subject,senton,statuscode`, 'full')
  expect(one.headers.get('content-type')).toBe('application/json; odata.metadata=full')
  const names = Object.keys(one.body).filter((name) => name.endsWith('navigationLink'))
  expect(names.length).toBeGreaterThan(3)
  const [navigation = ''] = names
  const links = {
    [navigation]: `${ROOT}/emails(${id(1)})/${navigation.replace('@odata.navigationLink', '')}`,
  }
  const row = Object.fromEntries(
    Object.entries(FULL_EMAIL).filter(([name]) => !name.startsWith('ownerid_email')),
  )
  expect(one.body).toMatchObject({ ...row, ...links })
  // The type of strings, numbers and null is evident.
  expect(one.body).not.toHaveProperty(['subject@odata.type'])
  expect(one.body).not.toHaveProperty(['statuscode@odata.type'])
  expect((await get(fetchXml, 'full')).body.value[0]).toMatchObject({ ...row, ...links })
  const expanded = await get(`emails(${id(1)})?$select=subject&$expand=owninguser`, 'full')
  expect(expanded.status).toBe(200)
  const user = await get(`systemusers(${ADA})?$select=fullname`, 'full')
  expect(user.body).toMatchObject({
    '@odata.type': '#Microsoft.Dynamics.CRM.systemuser',
    'systemuserid@odata.type': '#Guid',
  })
})

test('every link of a row leads somewhere', async () => {
  const { body } = await get(`emails(${id(1)})`, 'full')
  const links = Object.entries(body).filter(([name]) => /(navigation|association)Link$/.test(name))
  for (const [name, link] of links) {
    const { status } = await server.call('GET', String(link).replace('http://crm.test', ''))
    expect([200, 204], name).toContain(status)
  }
})

test('full says the types of definitions and of answers of functions', async () => {
  const entity = (await get("EntityDefinitions(LogicalName='email')", 'full')).body
  expect(entity).toMatchObject({
    '@odata.type': '#Microsoft.Dynamics.CRM.EntityMetadata',
    '@odata.id': `${ROOT}/EntityDefinitions(LogicalName='email')`,
    'MetadataId@odata.type': '#Guid',
    'OwnershipType@odata.type': '#Microsoft.Dynamics.CRM.OwnershipTypes',
    DisplayName: { '@odata.type': '#Microsoft.Dynamics.CRM.Label' },
    IsAuditEnabled: { '@odata.type': '#Microsoft.Dynamics.CRM.BooleanManagedProperty' },
  })
  expect((await get('WhoAmI', 'full')).body).toMatchObject({
    '@odata.type': '#Microsoft.Dynamics.CRM.WhoAmIResponse',
    'UserId@odata.type': '#Guid',
  })
})

test('$format takes precedence over the header, and an unknown value is minimal', async () => {
  const format = encodeURIComponent('application/json;odata.metadata=none')
  const { body } = await get(`emails?$top=1&$format=${format}`, 'full')
  expect(controls(body)).toEqual([])
  const other = await get('emails?$top=1', 'everything')
  expect(other.headers.get('content-type')).toBe('application/json; odata.metadata=minimal')
})

test('each part of a batch has its own level, and what is written is answered in it', async () => {
  const part = (line: string, accept: string, body = '') =>
    `--b\r\nContent-Type: application/http\r\n\r\n${line} HTTP/1.1\r\nAccept: ${accept}\r\nPrefer: return=representation\r\nContent-Type: application/json\r\n\r\n${body}\r\n`
  const { body: text } = await server.call('POST', `${API}/$batch`, {
    headers: { 'content-type': 'multipart/mixed;boundary=b' },
    body: `${part('GET emails?$select=subject', 'application/json;odata.metadata=none')}${part('POST contacts', 'application/json;odata.metadata=full', '{"lastname":"New"}')}${part('GET contacts?$select=lastname', 'application/json')}--b--`,
  })
  const [none, full, minimal] = [...String(text).matchAll(/^\{.*\}$/gm)].map(([one]) =>
    JSON.parse(one),
  )
  expect(controls(none)).toEqual([])
  expect(full['@odata.type']).toBe('#Microsoft.Dynamics.CRM.contact')
  expect(controls(minimal)).toContain('@odata.context')
})
