import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseTestAlert } from './alert.ts'
import { createTestApp, HELP, type Json, type TestApp } from './support.ts'

let server: TestApp
let token: string
let alertOfOther: string
let alertOfMine: string

beforeAll(async () => {
  server = await createTestApp()
  const added = await server.call('POST', '/api/admin/tokens', {
    body: { name: 'Ada', role: 'Mailbox Owner', user: 'ada@contoso.example' },
  })
  token = added.body.token
  // The queue's mailbox belongs to the first user; this test gives it to another one.
  await server.database.query(
    `update crm.mailbox set ownerid = '00000000-0000-4000-8000-00000000dead'
     where organizationid = $1 and emailaddress = 'help@contoso.example'`,
    [server.organizationId],
  )
  alertOfMine = await raiseTestAlert(server, { level: 2, question: null })
  alertOfOther = await raiseTestAlert(server, { level: 2, question: 'bulkEnd' }, HELP)
})
afterAll(() => server.close())

const as = (method: string, path: string, body?: unknown) =>
  server.call(method, path, {
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body }),
  })

describe('the owner of a mailbox', () => {
  test('sees who they are', async () => {
    const { body } = await as('GET', '/api/admin/me')
    expect(body).toMatchObject({
      fullName: 'Ada Byron',
      address: 'ada@contoso.example',
      roles: ['Mailbox Owner'],
      ofInstallation: false,
      sandboxUrl: null,
      sandboxYields: false,
      organization: { uniqueName: 'trackmark' },
    })
    expect(body.organizations).toHaveLength(1)
  })

  test('sees their own mailbox and alerts, and counts of nothing else', async () => {
    const mailboxes = await as('GET', '/api/admin/mailboxes')
    expect(mailboxes.body.mailboxes.map((one: Json) => one.emailAddress)).toEqual([
      'ada@contoso.example',
    ])
    const alerts = await as('GET', '/api/admin/alerts')
    expect(alerts.body.alerts.map((one: Json) => one.alertId)).toEqual([alertOfMine])
    const { body } = await as('GET', '/api/admin/status')
    const count = Object.values(body.mailboxes as Record<string, number>).reduce((a, b) => a + b)
    expect(count).toBe(1)
  })

  test.each([
    ['GET', 'mailboxes/help@contoso.example'],
    ['GET', 'mailboxes/help@contoso.example/items'],
    ['POST', 'mailboxes/help@contoso.example/sync'],
    ['GET', 'alerts?mailbox=help@contoso.example'],
  ])('%s %s is as if it weren’t there', async (method, path) => {
    expect((await as(method, `/api/admin/${path}`)).status).toBe(404)
  })

  test('neither answers nor closes alerts of others', async () => {
    const answer = { answer: 'yes' }
    const path = `/api/admin/alerts/${alertOfOther}`
    expect((await as('POST', `${path}/answer`, answer)).status).toBe(404)
    expect((await as('DELETE', path)).status).toBe(404)
    expect((await as('DELETE', `/api/admin/alerts/${alertOfMine}`)).status).toBe(204)
  })

  test('has their mailbox looked at now', async () => {
    expect((await as('POST', '/api/admin/mailboxes/ada@contoso.example/sync')).status).toBe(202)
  })

  test.each([
    ['PATCH', '/api/admin/mailboxes/ada@contoso.example'],
    ['POST', '/api/admin/mailboxes'],
    ['GET', '/api/admin/settings'],
    ['PATCH', '/api/admin/settings'],
    ['GET', '/api/admin/profiles'],
    ['GET', '/api/admin/tokens'],
    ['GET', '/api/admin/environments'],
    ['GET', '/api/admin/organizations'],
    ['GET', '/api/admin/webhooks'],
    ['GET', '/api/admin/webresources'],
    ['GET', '/api/admin/audit'],
    ['GET', '/api/data/v9.2/emails'],
    ['GET', '/api/data/v9.2/mailboxes'],
    ['GET', '/api/data/v9.2/$metadata'],
    ['POST', '/api/data/v9.2/$batch'],
    ['DELETE', `/api/data/v9.2/tracelogs(00000000-0000-4000-8000-0000000000ff)`],
    ['GET', '/WebResources/new_/settings/page.html'],
    ['GET', '/metrics'],
  ])('%s %s is refused', async (method, path) => {
    const { status } = await as(method, path, method === 'GET' ? undefined : {})
    expect(status).toBe(403)
  })

  test('may ask the Web API who they are, and nothing behind that', async () => {
    const { status, body } = await as('GET', '/api/data/v9.2/WhoAmI')
    expect([status, body.UserId]).toEqual([200, expect.stringMatching(/^[0-9a-f-]{36}$/)])
    expect((await as('GET', '/api/data/v9.2/WhoAmIx')).status).toBe(403)
  })
})

describe('what is changed', () => {
  test('is remembered: who, what, from what to what', async () => {
    await server.call('PATCH', '/api/admin/settings', { body: { TrackCategorizedItems: false } })
    server.now.value += 1_000
    await server.call('DELETE', '/api/admin/settings/TrackCategorizedItems')
    const { body } = await server.call('GET', '/api/admin/audit?table=organization')
    expect(
      body.records.map((one: Json) => [one.userName, one.operation, one.changes]),
    ).toMatchObject([
      [
        'Trackmark administrator',
        'update',
        [{ name: 'TrackCategorizedItems', before: 'false', after: null }],
      ],
      [
        'Trackmark administrator',
        'update',
        [{ name: 'TrackCategorizedItems', before: null, after: 'false' }],
      ],
    ])
  })

  test('through the Web API is remembered too', async () => {
    const path = `/api/data/v9.2/organizations(${server.organizationId})`
    await server.call('PATCH', path, { body: { trackingprefix: 'TM', enablesmartmatching: true } })
    const { body } = await server.call('GET', '/api/admin/audit?search=trackingprefix')
    expect(body.records[0].changes).toContainEqual({
      name: 'trackingprefix',
      before: 'CRM:',
      after: 'TM',
      label: 'Tracking Prefix',
      from: 'CRM:',
      to: 'TM',
    })
  })

  test('is listed page by page', async () => {
    const first = await server.call('GET', '/api/admin/audit?limit=1')
    const second = await server.call('GET', `/api/admin/audit?limit=1&after=${first.body.next}`)
    expect(first.body.records).toHaveLength(1)
    expect(second.body.records[0].auditId).not.toBe(first.body.records[0].auditId)
  })
})

test('every change of who may come in and where events go is recorded, without its secret', async () => {
  const change = (method: string, path: string, body?: unknown) =>
    server.call(method, `/api/admin/${path}`, body === undefined ? {} : { body })
  await change('POST', 'tokens', { name: 'Report', role: 'Basic User' })
  await change('DELETE', 'tokens/Report')
  await change('POST', 'webhooks', {
    name: 'Follow',
    url: 'https://follow.example/?key=hidden-in-the-address',
    authType: 'webhookKey',
    authValue: 'hidden-in-the-key',
    steps: [{ message: 'Create', table: 'email' }],
  })
  await change('DELETE', 'webhooks/Follow')
  await change('POST', 'environments', { uniqueName: 'contoso' })
  await change('PATCH', 'environments/contoso', { displayName: 'Contoso', isDisabled: true })
  await change('DELETE', 'environments/contoso?confirm=contoso')
  const { body } = await change('GET', 'audit?limit=500')
  const told = body.records.map((one: Json) => `${one.operation} ${one.table} ${one.objectName}`)
  expect(told).toEqual(
    expect.arrayContaining([
      'create apitoken Report',
      'delete apitoken Report',
      'create serviceendpoint Follow',
      'delete serviceendpoint Follow',
      'create environment contoso',
      'update environment contoso',
      'delete environment contoso',
    ]),
  )
  expect(JSON.stringify(body)).not.toContain('hidden')
})
