import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raiseTestAlert } from './alert.ts'
import { createTestApp, type Json, type TestApp, TOKEN } from './support.ts'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())

const admin = (method: string, path: string, body?: unknown) =>
  server.call(method, `/api/admin/${path}`, body === undefined ? {} : { body })

describe('signing in', () => {
  test.each([
    ['GET', '/api/admin/status'],
    ['GET', '/api/data/v9.2/emails'],
    ['PATCH', '/api/data/v9.2/organizations(00000000-0000-4000-8000-0000000000ff)'],
    ['GET', '/metrics'],
    ['GET', '/nothing'],
    ['POST', '/api/admin/profiles'],
  ])('%s %s is refused without a token', async (method, path) => {
    for (const authorization of ['', 'Bearer wrong', `Basic ${TOKEN}`]) {
      const { status, body, headers } = await server.call(method, path, {
        headers: { authorization },
      })
      expect([status, body.error.code]).toEqual([401, '0x80040220'])
      expect(headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
  })

  test('health needs no token', async () => {
    const { status } = await server.call('GET', '/healthz', { headers: { authorization: '' } })
    expect(status).toBe(200)
  })

  test('a browser signs in once, reads, and writes from pages of this server only', async () => {
    const refused = await server.call('POST', '/signin', {
      body: { token: 'wrong' },
      headers: { authorization: '' },
    })
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([401, null])
    const signed = await server.call('POST', '/signin', {
      body: { token: TOKEN },
      headers: { authorization: '' },
    })
    const cookie = signed.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    const headers = { cookie: cookie.split(';')[0]! }
    const as = (method: string, path: string, body?: unknown) =>
      server.app.request(`http://crm.test${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    expect((await as('GET', '/api/admin/status')).status).toBe(200)
    expect((await as('GET', '/admin/')).status).toBe(200)
    const write = async (more: Record<string, string>) => {
      const answer = await server.app.request('http://crm.test/api/admin/settings', {
        method: 'PATCH',
        headers: { ...headers, 'content-type': 'application/json', ...more },
        body: '{}',
      })
      return answer.status
    }
    expect(await write({})).toBe(403)
    expect(await write({ origin: 'http://evil.test' })).toBe(403)
    expect(await write({ origin: 'null' })).toBe(403)
    expect(await write({ origin: 'http://crm.test', 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await write({ origin: 'https://crm.test' })).toBe(200)
    expect(await write({ origin: 'http://crm.test', 'sec-fetch-site': 'same-origin' })).toBe(200)
    server.now.value += 13 * 3_600_000
    expect((await as('GET', '/api/admin/status')).status).toBe(401)
    expect((await as('GET', '/')).headers.get('location')).toBe('/signin')
    server.now.value -= 13 * 3_600_000
    const forged = { cookie: headers.cookie.replace(/\.[\w-]{4}/, '.AAAA') }
    const answer = await server.app.request('http://crm.test/api/admin/status', { headers: forged })
    expect(answer.status).toBe(401)
  })

  test('pages run no script but their own', async () => {
    const { headers, body } = await server.call('GET', '/signin', {
      headers: { authorization: '' },
    })
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'sha256-/,
    )
    expect(body).not.toContain(TOKEN)
  })
})

test('the status shows everything at once', async () => {
  const { status, body } = await admin('GET', 'status')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    database: 'pglite',
    trackCategorizedItems: true,
    mailboxes: { waiting: 2, off: 0, failing: 0, partial: 0, synchronized: 0 },
    openAlerts: { information: 0, warning: 0, error: 0 },
  })
})

test('the metrics are there', async () => {
  const { body } = await server.call('GET', '/metrics')
  expect(body).toContain('trackmark_mailboxes{organization="trackmark",state="synchronized"} 2')
  expect(body).toContain('# TYPE trackmark_cycles_total counter')
})

describe('mailboxes', () => {
  test('are listed by name, page by page', async () => {
    const first = await admin('GET', 'mailboxes?limit=1')
    const second = await admin('GET', `mailboxes?limit=1&after=${first.body.next}`)
    const names = [...first.body.mailboxes, ...second.body.mailboxes].map((m: Json) => m.name)
    expect(names).toEqual(['Ada Byron', 'Help'])
    expect(first.body.mailboxes[0]).toMatchObject({
      emailAddress: 'ada@contoso.example',
      state: 'waiting',
      category: 'absent',
      profileName: 'Sandbox Exchange',
    })
  })

  test('are found by address or id, switched off and on, and made due', async () => {
    const { body } = await admin('GET', 'mailboxes/ADA@contoso.example')
    expect((await admin('GET', `mailboxes/${body.mailboxId}`)).body.name).toBe('Ada Byron')
    const off = await admin('PATCH', 'mailboxes/ada@contoso.example', {
      mail: false,
      appointmentsAndTasks: false,
    })
    expect(off.body.state).toBe('off')
    const on = await admin('PATCH', 'mailboxes/ada@contoso.example', { mail: true })
    expect(on.body.state).toBe('waiting')
    await server.database.query(`update sync.mailbox_schedule set dueat = '2030-01-01Z'`)
    const due = await admin('POST', 'mailboxes/ada@contoso.example/sync')
    expect([due.status, due.body.nextDueOn]).toEqual([202, '2026-01-05T09:00:00.000Z'])
  })

  test('are added with their user, once', async () => {
    const added = await admin('POST', 'mailboxes', {
      emailAddress: 'Bob@contoso.example',
      name: 'Bob',
    })
    expect([added.status, added.body.emailAddress]).toEqual([201, 'bob@contoso.example'])
    const again = await admin('POST', 'mailboxes', { emailAddress: 'BOB@contoso.example' })
    expect(again.status).toBe(409)
    const users = await server.call(
      'GET',
      `/api/data/v9.2/systemusers?$filter=internalemailaddress eq 'bob@contoso.example'`,
    )
    expect(users.body.value).toMatchObject([
      { fullname: 'Bob', _defaultmailbox_value: added.body.mailboxId },
    ])
    const queue = await admin('POST', 'mailboxes', {
      emailAddress: 'q@contoso.example',
      kind: 'queue',
    })
    expect(queue.status).toBe(201)
  })

  test.each([
    ['GET', 'mailboxes/nobody@contoso.example', undefined, 404],
    ['GET', 'mailboxes?limit=0', undefined, 400],
    ['GET', 'mailboxes?colour=red', undefined, 400],
    ['GET', 'mailboxes?after=x', undefined, 400],
    ['GET', 'mailboxes/ada@contoso.example/items?state=odd', undefined, 400],
    ['POST', 'mailboxes', { emailAddress: 'not an address' }, 400],
    ['POST', 'mailboxes', { emailAddress: 'c@contoso.example', profile: 'No such' }, 400],
    ['POST', 'mailboxes', { emailAddress: 'c@contoso.example', role: 'king' }, 400],
    ['PATCH', 'mailboxes/ada@contoso.example', {}, 400],
    ['PATCH', 'mailboxes/ada@contoso.example', { mail: 'yes' }, 400],
    ['DELETE', 'mailboxes/ada@contoso.example', undefined, 409],
  ])('%s %s %j is %i', async (method, path, body, status) => {
    const answer = await admin(method, path, body)
    expect([answer.status, typeof answer.body.error.message]).toEqual([status, 'string'])
  })
})

describe('alerts', () => {
  test('are listed with filters, answered once, and closed', async () => {
    const question = await raiseTestAlert(server, { level: 2, question: 'bulkEnd' })
    const plain = await raiseTestAlert(server, { level: 3, question: null })
    const errors = await admin('GET', 'alerts?level=error&open=true')
    expect(errors.body.alerts.map((alert: Json) => alert.alertId)).toEqual([plain])
    const first = await admin('GET', 'alerts?limit=1&mailbox=ada@contoso.example')
    const second = await admin('GET', `alerts?limit=1&after=${first.body.next}`)
    expect(new Set([first, second].map(({ body }) => body.alerts[0].alertId))).toEqual(
      new Set([question, plain]),
    )
    expect((await admin('DELETE', `alerts/${question}`)).status).toBe(409)
    expect((await admin('POST', `alerts/${plain}/answer`, { answer: 'yes' })).status).toBe(400)
    expect((await admin('POST', `alerts/${question}/answer`, { answer: 'perhaps' })).status).toBe(
      400,
    )
    expect((await admin('POST', `alerts/${question}/answer`, { answer: 'no' })).status).toBe(200)
    expect((await admin('POST', `alerts/${question}/answer`, { answer: 'no' })).status).toBe(409)
    expect((await admin('DELETE', `alerts/${plain}`)).status).toBe(204)
    expect((await admin('DELETE', `alerts/${plain}`)).status).toBe(409)
    expect((await admin('GET', 'alerts?open=true')).body.alerts).toEqual([])
  })

  test.each([
    ['DELETE', 'alerts/nonsense', 400],
    ['DELETE', 'alerts/10000000-0000-4000-8000-000000000001', 404],
    ['GET', 'alerts?level=loud', 400],
    ['GET', 'alerts?after=1.2', 400],
  ])('%s %s is %i', async (method, path, status) => {
    expect((await admin(method, path)).status).toBe(status)
  })
})

describe('settings', () => {
  test('are shown with value, default and source', async () => {
    const { body } = await admin('GET', 'settings/trackcategorizeditems')
    expect(body).toMatchObject({
      name: 'TrackCategorizedItems',
      type: 'Boolean',
      value: true,
      default: true,
      from: 'default',
      effect: 'acts',
      mustBe: 'Boolean (true or false)',
    })
    const all = (await admin('GET', 'settings')).body.settings
    expect(all.length).toBeGreaterThan(100)
  })

  test('are changed and taken out as the Web API does it', async () => {
    const changed = await admin('PATCH', 'settings', {
      trackcategorizeditems: false,
      TraceLogPersistenceTimeInDays: 9,
    })
    expect(changed.body.changes).toContainEqual(
      expect.objectContaining({
        name: 'TrackCategorizedItems',
        before: null,
        after: false,
      }),
    )
    const { body } = await server.call('GET', '/api/data/v9.2/organizations')
    expect(body.value[0].orgdborgsettings).toContain(
      '<TrackCategorizedItems>false</TrackCategorizedItems>',
    )
    await admin('DELETE', 'settings/TRACKCATEGORIZEDITEMS')
    expect((await admin('GET', 'settings/TrackCategorizedItems')).body).toMatchObject({
      value: true,
      from: 'default',
    })
  })

  test.each([
    ['PATCH', 'settings', { TraceLogPersistenceTimeInDays: 99999 }, /whole Number from 0 to 3650/],
    ['PATCH', 'settings', { TrackCategorizedItems: 'sometimes' }, /Boolean \(true or false\)/],
    ['PATCH', 'settings', { NoSuch: true }, /No setting is called "NoSuch"/],
    ['PATCH', 'settings', { TrackCategorizedItem: true }, /Did you mean TrackCategorizedItems\?/],
    ['PATCH', 'settings', { TrackCategorizedItems: null }, /must be true, false, a number/],
    ['PATCH', 'settings', [], /./],
    ['DELETE', 'settings/NoSuch', undefined, /No setting is called/],
    ['GET', 'settings/pastexpansionwindow', undefined, /column of the organization/],
  ])('%s %s %j names what is wrong', async (method, path, body, message) => {
    const answer = await admin(method, path, body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.error.message).toMatch(message)
  })

  test.each([
    ['GET', 'settings/NoSuch', undefined, 404],
    ['DELETE', 'settings/pastexpansionwindow', undefined, 404],
    ['PATCH', 'settings', { NoSuch: true }, 400],
    ['PATCH', 'settings', { TrackCategorizedItems: 'maybe' }, 400],
  ])(
    '[OS8] %s %s %j has the code of a setting that is wrong',
    async (method, path, body, status) => {
      const answer = await admin(method, path, body)
      expect([answer.status, answer.body.error.code]).toEqual([status, '0x80048514'])
    },
  )
})

describe('server profiles', () => {
  const input = {
    name: 'Exchange Online',
    tenantId: 'contoso.onmicrosoft.com',
    clientId: '30000000-0000-4000-8000-000000000001',
    secret: 'the-client-secret',
  }

  test('are added once; their secret is kept sealed and never answered', async () => {
    const added = await admin('POST', 'profiles', input)
    expect([added.status, added.body.connection.credential]).toEqual([201, 'secret'])
    expect((await admin('POST', 'profiles', { ...input, name: 'exchange online' })).status).toBe(
      409,
    )
    const listed = await admin('GET', 'profiles')
    const rows = await server.database.query('select * from sync.secret')
    expect(rows.length).toBe(2)
    const everything = JSON.stringify([added.body, listed.body, rows])
    expect(everything).not.toContain('the-client-secret')
  })

  test.each([
    [{ ...input, name: 'B', secret: undefined }, /either secret, or certificate and privateKey/],
    [{ ...input, name: 'B', privateKey: 'x', certificate: 'y' }, /must be a private key/],
    [{ ...input, name: 'B', clientId: 'x' }, /clientId: must be the application/],
    [{ ...input, name: 'B', tenantId: '../x' }, /tenantId: must be the id/],
    [{ ...input, name: '' }, /name/],
    [{ ...input, name: 'B', graphUrl: 'ftp://x' }, /graphUrl: must be an http/],
  ])('a wrong one is refused without telling its secret', async (body, message) => {
    const answer = await admin('POST', 'profiles', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toMatch(message)
    expect(JSON.stringify(answer.body)).not.toContain('the-client-secret')
  })

  test('testing an unknown one is refused', async () => {
    const answer = await admin('POST', 'profiles/Nope/test', { mailbox: 'a@contoso.example' })
    expect(answer.status).toBe(404)
  })
})

test('an internal error is answered without its cause', async () => {
  const { status, body } = await admin('POST', 'profiles/Sandbox%20Exchange/test', {
    mailbox: 'ada@contoso.example',
  })
  expect([status, body.error.code]).toEqual([500, '0x80040216'])
  expect(body.error.message).not.toContain('nothing is reached')
})

test('an unknown path is answered with the known ones', async () => {
  const { status, body } = await admin('GET', 'nothing')
  expect([status, body.error.code]).toEqual([404, '0x8006088a'])
  expect(body.error.message).toContain('mailboxes')
})
