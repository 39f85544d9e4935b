import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { housekeeping } from '@trackmark/store'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claim, type DeliverDeps, deliverTo } from '../src/webhooks/deliver.ts'
import { postWebhooks } from '../src/webhooks/post.ts'
import { createTestApp, insertEmails, type Json, NOW, type TestApp } from './support.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const id = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`

interface Received {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly body: Json
}

let server: TestApp
let listener: Server
let origin: string
let received: Received[] = []
/** Decides each answer; 200 by default. */
let answering: (request: Received) => number | 'hang up' = () => 200

beforeAll(async () => {
  server = await createTestApp()
  listener = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const one = { url: request.url ?? '', headers: request.headers, text, body: JSON.parse(text) }
      received.push(one)
      const status = answering(one)
      if (status === 'hang up') return request.socket.destroy()
      response.writeHead(status, status === 302 ? { location: `${origin}/elsewhere` } : {})
      response.end()
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((resolve) => listener.close(resolve))
  await server.close()
})
beforeEach(() => {
  received = []
  answering = () => 200
  server.now.value = NOW
})
afterEach(async () => {
  await server.call('DELETE', '/api/admin/webhooks/crm')
  await server.database.query('delete from crm.email')
})

const all = (table: string) =>
  (['Create', 'Update', 'Delete'] as const).map((message) => ({ message, table }))

const add = (more: Record<string, unknown> = {}) =>
  server.call('POST', '/api/admin/webhooks', {
    body: {
      name: 'crm',
      url: `${origin}/hook`,
      authType: 'webhookKey',
      authValue: 'the-key',
      steps: all('email'),
      ...more,
    },
  })

const deps = (): DeliverDeps => ({
  database: server.database,
  secretKeys: Buffer.alloc(32, 7),
  clock: () => server.now.value,
  newId: randomUUID,
  post: postWebhooks(() => 'loopback'),
})

async function deliver(): Promise<number> {
  let accepted = 0
  for (const endpoint of await claim(deps(), 10)) accepted += await deliverTo(deps(), endpoint)
  return accepted
}

const state = async () => (await server.call('GET', '/api/admin/webhooks')).body.webhooks[0]
const told = () => received.map(({ body }) => [body.MessageName, body.PrimaryEntityId])
const retitle = (n: number, subject: string) =>
  server.database.query('update crm.email set subject = $2 where activityid = $1', [id(n), subject])
const attributes = ({ body }: Received) =>
  Object.fromEntries(
    body.InputParameters[0].value.Attributes.map((one: Json) => [one.key, one.value]),
  )

describe('what is sent', () => {
  test('create, update and delete come with the headers and the context Dataverse sends', async () => {
    expect((await add()).status).toBe(201)
    await insertEmails(server, [{ id: id(1), subject: 'Offer', sentOn: '2026-01-02T08:00:00Z' }])
    await retitle(1, 'Better offer')
    await server.database.query('delete from crm.email where activityid = $1', [id(1)])
    expect(await deliver()).toBe(3)
    expect(told()).toEqual([
      ['Create', id(1)],
      ['Update', id(1)],
      ['Delete', id(1)],
    ])
    const [created, updated, deleted] = received as [Received, Received, Received]
    expect(created.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-ms-dynamics-organization': 'trackmark',
      'x-ms-dynamics-entity-name': 'email',
      'x-ms-dynamics-request-name': 'Create',
      'x-ms-correlation-request-id': created.body.CorrelationId,
      'x-trackmark-delivery': created.body.OperationId,
    })
    expect(created.body).toMatchObject({
      MessageName: 'Create',
      PrimaryEntityName: 'email',
      OrganizationId: server.organizationId,
      Stage: 40,
      Mode: 1,
      OperationCreatedOn: `/Date(${NOW})/`,
      OwningExtension: { LogicalName: 'sdkmessageprocessingstep' },
    })
    expect(attributes(created)).toMatchObject({
      activityid: id(1),
      subject: 'Offer',
      senton: `/Date(${Date.UTC(2026, 0, 2, 8)})/`,
      directioncode: false,
      statuscode: { Value: 4 },
      ownerid: { LogicalName: 'systemuser' },
    })
    expect(attributes(updated)).toEqual({ activityid: id(1), subject: 'Better offer' })
    expect(deleted.body.InputParameters[0].value).toMatchObject({
      __type: 'EntityReference:http://schemas.microsoft.com/xrm/2011/Contracts',
      Id: id(1),
      LogicalName: 'email',
    })
    expect(received.map(({ text }) => text).join()).not.toMatch(/identity|changexid|the-key/)
    expect(await state()).toMatchObject({ pending: 0, failed: 0, lastError: null })
  })

  test('a key goes as code and signs time and body', async () => {
    await add({ url: `${origin}/hook?team=a` })
    await insertEmails(server, [{ id: id(1), subject: 'x' }])
    await deliver()
    const [{ url, headers, text }] = received as [Received]
    expect(url).toBe('/hook?team=a&code=the-key')
    const timestamp = String(Math.floor(NOW / 1000))
    expect(headers['x-trackmark-timestamp']).toBe(timestamp)
    const mac = createHmac('sha256', 'the-key').update(`${timestamp}.${text}`).digest('hex')
    expect(headers['x-trackmark-signature']).toBe(`sha256=${mac}`)
  })

  test.each([
    ['httpHeader', 'X-One: 1\nX-Two: a b', '/hook', { 'x-one': '1', 'x-two': 'a b' }],
    [
      'httpHeader',
      '<settings><setting name="X-One" value="a &amp; b" /></settings>',
      '/hook',
      { 'x-one': 'a & b' },
    ],
    ['httpQueryString', 'a=1&b=x%20y', '/hook?a=1&b=x+y', {}],
  ])('authentication by %s (%s)', async (authType, authValue, url, headers) => {
    expect((await add({ authType, authValue })).status).toBe(201)
    await insertEmails(server, [{ id: id(1), subject: 'x' }])
    await deliver()
    expect(received[0]?.url).toBe(url)
    expect(received[0]?.headers).toMatchObject(headers)
    expect(received[0]?.headers['x-trackmark-signature']).toBeUndefined()
  })

  test('of updates, only those that change a filtered column', async () => {
    const steps = [{ message: 'Update', table: 'email', filteringAttributes: ['subject'] }]
    await add({ steps })
    await insertEmails(server, [{ id: id(1), subject: 'x' }])
    await server.database.query('update crm.email set prioritycode = 2')
    expect(await deliver()).toBe(0)
    await retitle(1, 'y')
    expect(await deliver()).toBe(1)
  })

  test('a lookup that changed says which table it leads to', async () => {
    await add()
    await insertEmails(server, [{ id: id(1), subject: 'x' }])
    await server.database.query('update crm.email set ownerid = $1', [id(7)])
    await deliver()
    expect(attributes(received[1]!).ownerid).toMatchObject({ Id: id(7), LogicalName: 'systemuser' })
  })

  test('a message that is too large comes without its attributes and says so', async () => {
    await add()
    await insertEmails(server, [{ id: id(1), subject: 'x' }])
    await server.database.query('update crm.email set description = $1', ['y'.repeat(300_000)])
    expect(await deliver()).toBe(2)
    expect(received[1]?.headers['x-ms-dynamics-msg-size-exceeded']).toBe('true')
    expect(received[1]?.body).not.toHaveProperty('InputParameters')
    expect(received[1]?.body.PrimaryEntityId).toBe(id(1))
  })

  test('a change that is rolled back is not sent', async () => {
    await add()
    const undone = server.database.transaction(async (tx) => {
      await tx.query(
        `insert into crm.email (organizationid, activityid, createdon, modifiedon, identity)
         values ($1, $2, '2026-01-05', '2026-01-05', 'x')`,
        [server.organizationId, id(1)],
      )
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await deliver()).toBe(0)
  })

  test('tables have triggers while an enabled step wants them, and only then', async () => {
    const armed = async () =>
      (
        await server.database.query<{ name: string }>(
          `select tgrelid::regclass || ' ' || tgname as name from pg_trigger
           where tgname like 'webhook%' order by 1`,
        )
      ).map((row) => row.name)
    expect(await armed()).toEqual([])
    await add({ steps: [{ message: 'Create', table: 'email' }, ...all('task')] })
    expect(await armed()).toEqual([
      'crm.email webhook_create',
      'crm.task webhook_create',
      'crm.task webhook_delete',
      'crm.task webhook_update',
    ])
    await server.database.query('update crm.sdkmessageprocessingstep set statecode = 1')
    expect(await armed()).toEqual([])
    await server.database.query('update crm.sdkmessageprocessingstep set statecode = 0')
    expect(await armed()).toHaveLength(4)
    await server.call('DELETE', '/api/admin/webhooks/crm')
    expect(await armed()).toEqual([])
  })
})

describe('when an endpoint fails', () => {
  test('one that is unavailable is tried after growing pauses, and then gets everything in order', async () => {
    await add()
    answering = () => 'hang up'
    await insertEmails(server, [
      { id: id(1), subject: 'a' },
      { id: id(2), subject: 'b' },
    ])
    const gaps: number[] = []
    let last = NOW
    for (let minute = 0; minute < 200; minute++) {
      const before = received.length
      await deliver()
      if (received.length > before) {
        gaps.push((server.now.value - last) / MINUTE)
        last = server.now.value
      }
      server.now.value += MINUTE
    }
    expect(gaps).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60])
    expect(new Set(told().map(([, row]) => row))).toEqual(new Set([id(1)]))
    expect(await state()).toMatchObject({ pending: 2, lastError: expect.stringMatching(/reached/) })

    answering = () => 200
    received = []
    server.now.value += HOUR
    expect(await deliver()).toBe(2)
    expect(told().map(([, row]) => row)).toEqual([id(1), id(2)])
    expect(await state()).toMatchObject({ pending: 0, lastError: null, pausedUntil: null })
  })

  test('a refused delivery delays later ones of its row, and no others', async () => {
    await add()
    answering = ({ body }) => (body.PrimaryEntityId === id(1) ? 500 : 200)
    await insertEmails(server, [{ id: id(1), subject: 'a' }])
    await retitle(1, 'b')
    await insertEmails(server, [{ id: id(2), subject: 'c' }])
    expect(await deliver()).toBe(1)
    expect(told()).toEqual([
      ['Create', id(1)],
      ['Create', id(2)],
    ])
    answering = () => 200
    received = []
    server.now.value += MINUTE
    expect(await deliver()).toBe(2)
    expect(told()).toEqual([
      ['Create', id(1)],
      ['Update', id(1)],
    ])
  })

  test('it is given up after a day, stays visible, and can be tried again', async () => {
    await add()
    answering = () => 400
    await insertEmails(server, [{ id: id(1), subject: 'a' }])
    await retitle(1, 'b')
    for (let hour = 0; hour <= 24; hour++) {
      await deliver()
      server.now.value += HOUR
    }
    const tries = received.length
    expect(tries).toBeGreaterThan(20)
    await deliver()
    const { body } = await server.call('GET', '/api/admin/webhooks/crm/failed')
    expect(body.deliveries).toContainEqual(
      expect.objectContaining({
        message: 'Create',
        table: 'email',
        rowId: id(1),
        lastStatus: 400,
        lastError: 'The endpoint answered 400.',
      }),
    )
    answering = () => 200
    received = []
    const again = await server.call('POST', '/api/admin/webhooks/crm/retry')
    expect(again.body.deliveries).toBe(body.deliveries.length)
    await deliver()
    expect(told()[0]).toEqual(['Create', id(1)])
    expect(await state()).toMatchObject({ failed: 0, pending: 0 })
  })

  test('sent but not recorded before a crash, it is sent again with the same id', async () => {
    await add()
    await insertEmails(server, [{ id: id(1), subject: 'a' }])
    const [endpoint] = await claim(deps(), 1)
    const crashing: DeliverDeps = {
      ...deps(),
      post: async (request, stopping) => {
        await postWebhooks(() => 'loopback')(request, stopping)
        throw new Error('killed')
      },
    }
    await expect(deliverTo(crashing, endpoint!)).rejects.toThrow('killed')
    expect(await deliver()).toBe(1)
    const ids = received.map(({ headers }) => headers['x-trackmark-delivery'])
    expect(ids).toEqual([ids[0], ids[0]])
  })

  test('two processes never send to one endpoint at once; those of a dead process are taken over', async () => {
    await add()
    await insertEmails(server, [{ id: id(1), subject: 'a' }])
    const [first] = await claim(deps(), 1)
    expect(await claim(deps(), 1)).toEqual([])
    server.now.value += 10 * MINUTE
    const [second] = await claim(deps(), 1)
    expect(await deliverTo(deps(), first!)).toBe(0)
    expect(received).toEqual([])
    expect(await deliverTo(deps(), second!)).toBe(1)
  })

  test('redirects are not followed', async () => {
    await add()
    answering = () => 302
    await insertEmails(server, [{ id: id(1), subject: 'a' }])
    expect(await deliver()).toBe(0)
    expect(received.map(({ url }) => url)).toEqual(['/hook?code=the-key'])
  })

  test('no answer within the time is a failure that names it', async () => {
    const waiting = createServer(() => {})
    await new Promise<void>((resolve) => waiting.listen(0, '127.0.0.1', resolve))
    const { port } = waiting.address() as AddressInfo
    const post = postWebhooks(() => 'loopback', 50)
    const request = { url: `http://127.0.0.1:${port}/`, headers: {}, body: '{}' }
    const outcome = await post(request, new AbortController().signal)
    expect(outcome).toEqual({
      kind: 'failed',
      error: 'The endpoint did not answer within 0.05 seconds.',
    })
    waiting.closeAllConnections()
    await new Promise((resolve) => waiting.close(resolve))
  })

  test.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'http://[::1]:9/', 'http://10.0.0.1/'])(
    '%s is private and not asked unless that is allowed',
    async (url) => {
      const post = postWebhooks(() => 'none')
      const outcome = await post({ url, headers: {}, body: '{}' }, new AbortController().signal)
      expect(outcome).toMatchObject({
        kind: 'failed',
        error: expect.stringContaining('TRACKMARK_WEBHOOKS_PRIVATE'),
      })
    },
  )
})

describe('administration', () => {
  test('deliveries that ended are forgotten after a while', async () => {
    await add()
    await insertEmails(server, [{ id: id(1), subject: 'a' }])
    await deliver()
    expect((await housekeeping(server.database, NOW)).deliveries).toBe(0)
    expect((await housekeeping(server.database, NOW + 25 * HOUR)).deliveries).toBe(1)
  })

  test('removing an endpoint takes its steps, deliveries and secret along', async () => {
    await add()
    await insertEmails(server, [{ id: id(1), subject: 'a' }])
    await server.call('DELETE', '/api/admin/webhooks/crm')
    for (const table of [
      'crm.serviceendpoint',
      'crm.sdkmessageprocessingstep',
      'sync.webhook_delivery',
      'sync.webhook_endpoint',
    ]) {
      expect([table, await server.database.query(`select 1 from ${table}`)]).toEqual([table, []])
    }
    const secrets = await server.database.query(
      `select 1 from sync.secret where name like 'serviceendpoint/%'`,
    )
    expect(secrets).toEqual([])
  })

  test('the Web API shows endpoints, steps and what they may be for, and no secret', async () => {
    await add()
    const { body } = await server.call(
      'GET',
      '/api/data/v9.2/serviceendpoints?$filter=contract eq 8&$expand=serviceendpoint_sdkmessageprocessingstep($select=name;$expand=sdkmessageid($select=name),sdkmessagefilterid($select=primaryobjecttypecode))',
    )
    expect(body.value).toHaveLength(1)
    expect(body.value[0]).toMatchObject({ name: 'crm', authtype: 4, isauthvalueset: true })
    expect(body.value[0].serviceendpoint_sdkmessageprocessingstep).toContainEqual(
      expect.objectContaining({
        name: 'crm: Create of email',
        sdkmessageid: expect.objectContaining({ name: 'Create' }),
        sdkmessagefilterid: expect.objectContaining({ primaryobjecttypecode: 'email' }),
      }),
    )
    expect(JSON.stringify(body)).not.toMatch(/the-key|authvalue"/)
  })

  test.each([
    ['url', { url: 'ftp://x.example/' }],
    ['url', { url: 'http://user:secret@x.example/' }],
    ['authValue', { authType: 'httpHeader', authValue: 'no colon' }],
    ['authValue', { authType: 'httpHeader', authValue: 'Host: elsewhere' }],
    ['steps', { steps: [] }],
    ['steps.0.table', { steps: [{ message: 'Create', table: 'mailbox' }] }],
    ['steps.0.message', { steps: [{ message: 'Assign', table: 'email' }] }],
    [
      'steps.0.filteringAttributes',
      { steps: [{ message: 'Update', table: 'email', filteringAttributes: ['nope'] }] },
    ],
  ])('a wrong %s is refused by name and nothing is kept', async (place, more) => {
    const { status, body } = await add(more)
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(place)])
    expect(await state()).toBeUndefined()
  })

  test('a second endpoint of the same name is refused', async () => {
    await add()
    expect((await add()).status).toBe(409)
  })

  test('a test says why it failed', async () => {
    await add()
    const { body } = await server.call('POST', '/api/admin/webhooks/crm/test')
    expect(body).toEqual({ ok: false, status: null, message: 'nothing is sent in these tests' })
  })
})
