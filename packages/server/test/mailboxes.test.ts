import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

let server: TestApp
let owner: string
let ada: string
let help: string

beforeAll(async () => {
  server = await createTestApp()
  const added = await server.call('POST', '/api/admin/tokens', {
    body: { name: 'Ada', role: 'Mailbox Owner', user: 'ada@contoso.example' },
  })
  owner = added.body.token
  ada = (await get('mailboxes/ada@contoso.example')).body.mailboxId
  help = (await get('mailboxes/help@contoso.example')).body.mailboxId
  await server.database.query(
    `update crm.mailbox set ownerid = '00000000-0000-4000-8000-00000000dead',
       password = 'zq-password'
     where organizationid = $1 and mailboxid = $2`,
    [server.organizationId, help],
  )
})
afterAll(() => server.close())

const get = (path: string, token?: string) =>
  server.call('GET', `/api/admin/${path}`, {
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })
const act = (body: Json, token?: string) =>
  server.call('POST', '/api/admin/mailboxes/actions', {
    body,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })
const lastAudit = async () => (await get('audit?table=mailbox&limit=1')).body.records[0]

describe('the list of mailboxes', () => {
  test('is searched, filtered and sorted by the server, with how many there are', async () => {
    const all = await get('mailboxes?sort=name&direction=desc')
    expect(all.body).toMatchObject({ total: 2, next: null })
    expect(all.body.mailboxes.map((one: Json) => one.name)).toEqual(['Help', 'Ada Byron'])
    const found = await get('mailboxes?search=BYRON&state=waiting&approval=approved&view=active')
    expect(found.body).toMatchObject({ total: 1, mailboxes: [{ name: 'Ada Byron' }] })
    expect((await get('mailboxes?state=failing')).body).toMatchObject({ total: 0, mailboxes: [] })
    expect((await get('mailboxes?view=mine', owner)).body.total).toBe(1)
  })

  test('says why a mailbox fails, and is filtered by it', async () => {
    const fail = (failures: number, code: string | null) =>
      server.database.query(
        `update sync.mailbox_schedule set failures = $2, lastcode = $3
         where organizationid = $1`,
        [server.organizationId, failures, code],
      )
    await fail(2, 'ErrorAccessDenied')
    const { body } = await get('mailboxes/errors')
    expect(body).toEqual({ errors: [{ code: 'ErrorAccessDenied', mailboxes: 2 }] })
    expect((await get('mailboxes/errors', owner)).body.errors).toMatchObject([{ mailboxes: 1 }])
    const found = await get('mailboxes?error=ErrorAccessDenied')
    expect(found.body.mailboxes).toMatchObject([
      { name: 'Ada Byron', lastErrorCode: 'ErrorAccessDenied' },
      { name: 'Help' },
    ])
    expect((await get('mailboxes?error=ErrorOther')).body.total).toBe(0)
    await fail(0, null)
    expect((await get('mailboxes/errors')).body).toEqual({ errors: [] })
    expect((await get('mailboxes/ada@contoso.example')).body.lastErrorCode).toBeNull()
  })

  test('counts once: later pages have no count', async () => {
    const first = await get('mailboxes?limit=1&sort=lastSync')
    const second = await get(`mailboxes?limit=1&sort=lastSync&after=${first.body.next}`)
    expect([first.body.total, second.body.total]).toEqual([2, null])
    expect(second.body.mailboxes[0].mailboxId).not.toBe(first.body.mailboxes[0].mailboxId)
  })

  test.each(['sort=nothing', 'state=maybe', 'after=zq', 'profile=x', 'limit=0'])(
    'refuses %s',
    async (query) => {
      expect((await get(`mailboxes?${query}`)).status).toBe(400)
    },
  )

  test('refuses an "after" of a list in another order', async () => {
    const { body } = await get('mailboxes?limit=1&sort=name')
    expect((await get(`mailboxes?sort=lastSync&after=${body.next}`)).status).toBe(400)
  })
})

describe('one mailbox', () => {
  test('has its state, folders, cycles, items and test', async () => {
    expect((await get(`mailboxes/${ada}`)).body).toMatchObject({
      name: 'Ada Byron',
      kind: 'user',
      methods: { incoming: 2, outgoing: 2, act: 1 },
      trackedCategory: null,
      backlog: { folders: 0, parked: 0, isAsking: false },
      test: null,
    })
    expect((await get(`mailboxes/${ada}/folders`)).body).toEqual({ folders: [] })
    expect((await get(`mailboxes/${ada}/cycles`)).body).toEqual({ cycles: [], isComplete: false })
    expect((await get(`mailboxes/${ada}/items`)).body).toEqual({ items: [], total: 0, next: null })
    expect((await get(`mailboxes/${ada}/test`)).body).toBeNull()
  })

  test('items say by which rule, in words, and how they came to be tracked', async () => {
    await server.database.query(
      `insert into sync.link (organizationid, mailboxid, itemkey, kind, folder, state, activityid,
         activitytype, mark, isorganizer, rule, decidedat, seen, linkid, createdon, modifiedon,
         masterkey, trail)
       select $1, $2, k, 'event', 'cal', 'linked', md5(k)::uuid, 'appointment', 'seen', false, rule,
         '2026-01-05', 'x', md5(k)::uuid, '2026-01-05', '2026-01-05', master, trail::jsonb
       from (values ('a', 'TR2', null, '[{"rule": "TR1", "at": 1, "seen": "marked"}]'),
         ('b', 'TR10', 'm', '[]'), ('c', 'TR3', null, '[]')) as v(k, rule, master, trail)`,
      [server.organizationId, ada],
    )
    const { body } = await get(`mailboxes/${ada}/items?state=linked&limit=2`)
    const next = await get(`mailboxes/${ada}/items?state=linked&limit=2&after=${body.next}`)
    const items: Json[] = [...body.items, ...next.body.items]
    expect(items.map((one) => [one.key, one.tracked.how, one.tracked.by])).toEqual([
      ['c', 'stamp', 'Ada Byron'],
      ['b', 'series', 'Ada Byron'],
      ['a', 'hand', 'Ada Byron'],
    ])
    expect(items[2].decision).toMatchObject({
      rule: 'TR2',
      inWords: expect.stringContaining('carried over'),
    })
    expect(body.total).toBe(3)
    expect((await get(`mailboxes/${ada}/items?search=nothing`)).body.items).toEqual([])
  })

  test('its details are a text file with sections, in UTC, without secrets', async () => {
    const { status, headers, body } = await get(`mailboxes/${help}/details`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="mailbox-${help}.log"`)
    for (const section of [
      'Mailbox Async Processing State',
      'Mailbox Synchronization Methods',
      'Mailbox Enabled State',
    ]) {
      expect(body).toContain(`${section}\n${'-'.repeat(section.length)}\n`)
    }
    expect(body).toContain('Incoming Email : Server-Side Synchronization')
    expect(body).toContain('Generated On : 2026-01-05T09:00:00.000Z')
    expect(body).not.toContain('zq-password')
    const lines = (body as string).split('\n').filter((line) => line !== '' && !/^-+$/.test(line))
    const titles = lines.filter((line) => !line.includes(' : '))
    expect(titles.every((title) => title.startsWith('Mailbox '))).toBe(true)
  })
})

describe('commands', () => {
  test('approve and reject, each recorded with who did it', async () => {
    expect((await act({ action: 'reject', ids: [ada] })).body).toMatchObject({
      mailboxes: 1,
      changed: 1,
    })
    expect((await get(`mailboxes/${ada}`)).body).toMatchObject({
      approval: 'rejected',
      lacksApproval: true,
      state: 'off',
    })
    expect(await lastAudit()).toMatchObject({ objectName: 'Ada Byron' })
    expect((await act({ action: 'approve', filter: { search: 'ada' } })).body.changed).toBe(1)
    expect((await get(`mailboxes/${ada}`)).body).toMatchObject({
      approval: 'approved',
      approvedBy: 'Trackmark administrator',
      approvedOn: '2026-01-05T09:00:00.000Z',
    })
    expect((await act({ action: 'approve', ids: [ada] })).body.changed).toBe(0)
  })

  test('change methods and profile of several, switch them off and on', async () => {
    const methods = { incoming: 0, act: 2 }
    const all = { filter: {} }
    expect((await act({ action: 'change', ...all, methods })).body).toMatchObject({
      mailboxes: 2,
      changed: 2,
    })
    const { body } = await get('mailboxes?state=off')
    expect(body.total).toBe(2)
    await act({ action: 'deactivate', ids: [help] })
    expect((await get(`mailboxes/${help}`)).body).toMatchObject({ isActive: false })
    expect((await get('mailboxes?view=active')).body.total).toBe(1)
    await act({ action: 'activate', ids: [help] })
    const input = { action: 'change', ids: [ada], profileId: help }
    expect((await act(input)).status).toBe(400)
  })

  test('default settings are applied and then tested; a queue gets no calendar', async () => {
    const { status, body } = await act({ action: 'applyDefaults', filter: {} })
    expect([status, body]).toMatchObject([202, { mailboxes: 2, changed: 2 }])
    expect((await get(`mailboxes/${ada}`)).body).toMatchObject({
      methods: { incoming: 2, outgoing: 2, act: 1 },
      test: { state: 'queued', requestedBy: 'Trackmark administrator', steps: [] },
    })
    expect((await get(`mailboxes/${help}`)).body).toMatchObject({ methods: { act: 2 } })
    expect(server.changes.length).toBeGreaterThan(0)
  })

  test('tests of many tell how many are done, and why the others failed', async () => {
    const { body: begun } = await act({ action: 'test', filter: {} })
    const summary = async () => (await get(`mailboxes/tests?since=${begun.startedOn}`)).body
    expect(await summary()).toEqual({ waiting: 2, passed: 0, failed: 0, reasons: [] })
    const failed = {
      step: 'mail',
      result: 'failure',
      code: 'ErrorAccessDenied',
      message: 'Not granted.',
      advice: 'Grant it.',
    }
    const steps = JSON.stringify([{ step: 'signIn', result: 'success' }, failed])
    await server.database.query(
      `update sync.mailbox_test set state = 'done', completedon = requestedon,
         steps = case when mailboxid = $1 then $2::jsonb else '[]' end`,
      [ada, steps],
    )
    const { result: _, ...reason } = failed
    expect(await summary()).toMatchObject({
      waiting: 0,
      passed: 1,
      failed: 1,
      reasons: [{ ...reason, count: 1, names: [expect.any(String)] }],
    })
    await server.database.query(
      `update sync.mailbox_test set state = 'queued', completedon = null, steps = '[]'`,
    )
    expect((await get('mailboxes/tests?since=yesterday')).status).toBe(400)
  })

  test('a test takes the date to process emails from; asking again changes nothing', async () => {
    const input = { action: 'test', ids: [ada], processFrom: '2026-01-01T00:00:00Z' }
    expect((await act(input)).body).toMatchObject({ mailboxes: 1, changed: 0 })
    expect((await get(`mailboxes/${ada}`)).body.processEmailsReceivedAfter).toBe(
      '2026-01-01T00:00:00.000Z',
    )
  })

  test('make mailboxes due', async () => {
    await server.database.query(`update sync.mailbox_schedule set dueat = '2030-01-01Z'`)
    expect((await act({ action: 'sync', ids: [ada, help] })).body.changed).toBe(2)
    expect((await get(`mailboxes/${ada}`)).body.nextDueOn).toBe('2026-01-05T09:00:00.000Z')
  })

  test('queue the cycle of a mailbox that has one under way, and say so', async () => {
    const asked = () => server.call('POST', `/api/admin/mailboxes/${ada}/sync`, { body: {} })
    expect((await asked()).body).toMatchObject({ queued: false, message: 'Due now.' })
    const lease = (token: string | null) =>
      server.database.query(
        `update sync.mailbox_schedule set leasetoken = $2, leaseuntil = $3 where mailboxid = $1`,
        [ada, token, token === null ? null : '2026-01-05T09:01:00Z'],
      )
    await lease('another worker')
    const { body } = await asked()
    expect(body).toMatchObject({ queued: true, message: 'Queued; a cycle is under way.' })
    const many = await act({ action: 'sync', ids: [ada, help] })
    expect(many.body).toMatchObject({ changed: 2, queued: 1 })
    await lease(null)
  })

  test.each([
    [{ action: 'approve' }],
    [{ action: 'approve', ids: [], filter: {} }],
    [{ action: 'approve', ids: ['x'] }],
    [{ action: 'explode', filter: {} }],
    [{ action: 'change', filter: {} }],
    [{ action: 'change', filter: {}, methods: { incoming: 9 } }],
    [{ action: 'approve', filter: { nothing: 1 } }],
  ])('refuse %j', async (body) => {
    expect((await act(body)).status).toBe(400)
  })
})

describe('the owner of another mailbox', () => {
  test.each(['', '/items', '/folders', '/cycles', '/test', '/details'])(
    'sees nothing at %s',
    async (path) => {
      expect((await get(`mailboxes/${help}${path}`, owner)).status).toBe(404)
      expect((await get(`mailboxes/${ada}${path}`, owner)).status).toBe(200)
    },
  )

  test('finds only their own, whatever the filter', async () => {
    expect((await get('mailboxes?search=help', owner)).body).toMatchObject({
      total: 0,
      mailboxes: [],
    })
    expect((await get('mailboxes', owner)).body.total).toBe(1)
  })

  test('carries out no command, not even on their own', async () => {
    expect((await act({ action: 'approve', ids: [ada] }, owner)).status).toBe(403)
    expect((await act({ action: 'test', filter: {} }, owner)).status).toBe(403)
  })
})
