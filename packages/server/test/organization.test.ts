import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './support.ts'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.database.query(
    `update crm.organization set orgdborgsettings = null, name = 'Trackmark',
       versionnumber = nextval('crm.versionnumber')`,
  )
  server.changes.length = 0
})

const path = () => `/api/data/v9.2/organizations(${server.organizationId})`
const read = async () => (await server.call('GET', path())).body
const patch = (body: unknown, headers: Record<string, string> = {}) =>
  server.call('PATCH', path(), { body, headers })
const settings = (inner: string) => ({ orgdborgsettings: `<OrgSettings>${inner}</OrgSettings>` })
const isDue = async () => {
  const rows = await server.database.query<{ n: number }>(
    'select count(*) as n from sync.mailbox_schedule where dueat <= $1',
    [new Date(server.now.value).toISOString()],
  )
  return rows[0]!.n
}

test('[OS4] settings are merged, and the empty text clears them', async () => {
  expect(
    (await patch(settings('<TrackCategorizedItems>False</TrackCategorizedItems>'))).status,
  ).toBe(204)
  await patch(settings('<traceLogPersistenceTimeInDays>7</traceLogPersistenceTimeInDays>'))
  expect((await read()).orgdborgsettings).toBe(
    '<OrgSettings><TrackCategorizedItems>false</TrackCategorizedItems><TraceLogPersistenceTimeInDays>7</TraceLogPersistenceTimeInDays></OrgSettings>',
  )
  expect((await patch({ orgdborgsettings: '' })).status).toBe(204)
  expect((await read()).orgdborgsettings).toBeNull()
})

test.each([
  ['<NoSuchSetting>1</NoSuchSetting>'],
  ['<TrackCategorizedItems>maybe</TrackCategorizedItems>'],
  ['<TraceLogPersistenceTimeInDays>4000</TraceLogPersistenceTimeInDays>'],
  ['<TrackCategorizedItems>false'],
  ['<TrackCategorizedItems>false</TrackCategorizedItems><NoSuchSetting>1</NoSuchSetting>'],
  ['<!DOCTYPE x [<!ENTITY a "b">]><TrackCategorizedItems>&a;</TrackCategorizedItems>'],
])('[OS8] %s is refused whole with 0x80048514', async (inner) => {
  await patch(settings('<TraceLogPersistenceTimeInDays>7</TraceLogPersistenceTimeInDays>'))
  const before = await read()
  const { status, body } = await patch({ ...settings(inner), name: 'Renamed' })
  expect(status).toBe(400)
  expect(body.error.code).toBe('0x80048514')
  expect(body.error.message).toMatch(/^Invalid Organization Setting passed in\./)
  expect(await read()).toEqual(before)
  expect(server.changes).toHaveLength(1)
})

test('a change makes every mailbox due and wakes the worker', async () => {
  await server.database.query(`update sync.mailbox_schedule set dueat = '2030-01-01Z'`)
  expect(await isDue()).toBe(0)
  await patch(settings('<TrackCategorizedItems>false</TrackCategorizedItems>'))
  expect(await isDue()).toBe(2)
  expect(server.changes).toHaveLength(1)
})

test('columns are written, and answered when that is preferred', async () => {
  const { status, body, headers } = await patch(
    {
      maxuploadfilesize: 1024,
      enablesmartmatching: true,
      trackingprefix: 'T:',
      blockedattachments: null,
    },
    { Prefer: 'return=representation' },
  )
  expect([status, headers.get('preference-applied')]).toEqual([200, 'return=representation'])
  expect(body).toMatchObject({
    maxuploadfilesize: 1024,
    enablesmartmatching: true,
    trackingprefix: 'T:',
    blockedattachments: null,
  })
})

test.each([
  [{ maxuploadfilesize: 'big' }, /maxuploadfilesize must be a whole number/],
  [{ maxuploadfilesize: 1.5 }, /maxuploadfilesize must be a whole number/],
  [{ maxuploadfilesize: 1e12 }, /maxuploadfilesize must be a whole number/],
  [{ pastexpansionwindow: 121 }, /pastexpansionwindow must be a whole number from 1 to 120/],
  [{ pastexpansionwindow: 0 }, /from 1 to 120/],
  [{ futureexpansionwindow: 141 }, /futureexpansionwindow must be a whole number from 1 to 140/],
  [{ futureexpansionwindow: -1 }, /from 1 to 140/],
  [{ enablesmartmatching: 'yes' }, /enablesmartmatching must be true or false/],
  [{ emailconnectionchannel: 7 }, /emailconnectionchannel must be one of 0 \(Server-Side/],
  [{ name: null }, /name must be given a value/],
  [{ name: 'x'.repeat(500) }, /name must be at most 160 characters/],
  [{ name: 'a\u0000b' }, /name must be free of characters/],
  [{ orgdborgsettings: 5 }, /orgdborgsettings must be a text/],
  [{ organizationid: '00000000-0000-4000-8000-000000000001' }, /organizationid is read-only/],
  [{ versionnumber: 1 }, /versionnumber is read-only/],
  [{ nonsense: 1 }, /Could not find a property named 'nonsense'/],
  [{ settingsrevision: 1 }, /Could not find a property named 'settingsrevision'/],
  [{ _defaultemailserverprofileid_value: 'x' }, /defaultemailserverprofileid@odata\.bind/],
  [{ 'defaultemailserverprofileid@odata.bind': '/emailserverprofiles(x)' }, /bound to a row/],
  [[], /must be a JSON object/],
  ['{"name":', /isn't valid JSON/],
  ['', /has no body/],
  ['"text"', /must be a JSON object/],
])('the body %j is refused and nothing changes', async (body, message) => {
  const before = await read()
  const answer = await patch(body)
  expect(answer.status).toBe(400)
  expect(answer.body.error.message).toMatch(message)
  expect(await read()).toEqual(before)
})

test('If-Match guards against what somebody else wrote meanwhile', async () => {
  const tag = (await read())['@odata.etag']
  expect((await patch({ name: 'One' }, { 'If-Match': tag })).status).toBe(204)
  const second = await patch({ name: 'Two' }, { 'If-Match': tag })
  expect([second.status, second.body.error.code]).toEqual([412, '0x80060882'])
  expect((await read()).name).toBe('One')
  expect((await patch({ name: 'Three' }, { 'If-Match': '*' })).status).toBe(204)
  expect((await patch({ name: 'Four' }, { 'If-Match': 'nonsense' })).status).toBe(412)
})

test('another organization does not exist', async () => {
  const { status, body } = await server.call(
    'PATCH',
    '/api/data/v9.2/organizations(00000000-0000-4000-8000-000000000001)',
    { body: { name: 'x' } },
  )
  expect([status, body.error.code]).toEqual([404, '0x80040217'])
})

test.each([
  ['text/plain', 415],
  ['application/xml', 415],
])('a body announced as %s is %i', async (type, status) => {
  expect((await patch({ name: 'x' }, { 'content-type': type })).status).toBe(status)
})

test('an endless body is refused', async () => {
  expect((await patch(`{"name":"${'x'.repeat(1_100_000)}"}`)).status).toBe(413)
})
