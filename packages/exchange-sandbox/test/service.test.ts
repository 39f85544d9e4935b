import { expect, test } from 'vitest'
import {
  ANNA,
  BASE,
  BEN,
  caller,
  deltaRound,
  IMMUTABLE,
  type Lab,
  lab,
  received,
  tokenFor,
} from './harness.ts'

const AT = `/users/${ANNA}`
const INBOX = `${AT}/mailFolders/inbox/messages`
const CATEGORIES = `${AT}/outlook/masterCategories`

const control = (world: Lab, method: string, path: string, body?: unknown) =>
  world.call(method, `${BASE}/sandbox${path}`, body)

test('categories are made once per name, recoloured, never renamed, deleted', async () => {
  const { call } = await lab()
  const made = await call('POST', CATEGORIES, { displayName: 'Crm', color: 'Preset10' })
  expect([made.status, made.json.color]).toEqual([201, 'preset10'])
  expect((await call('POST', CATEGORIES, { displayName: 'CRM', color: 'none' })).status).toBe(409)
  const path = `${CATEGORIES}/${made.json.id}`
  expect((await call('PATCH', path, { color: 'preset1' })).json.color).toBe('preset1')
  expect((await call('PATCH', path, { displayName: 'Other' })).status).toBe(400)
  expect((await call('POST', CATEGORIES, { displayName: ' ', color: 'none' })).status).toBe(400)
  expect((await call('POST', CATEGORIES, { displayName: 'x', color: 'preset25' })).status).toBe(400)
  const filtered = await call('GET', `${CATEGORIES}?$filter=displayName eq 'Crm'`)
  expect(filtered.json.value?.length).toBe(7)
  expect((await call('DELETE', path)).status).toBe(204)
  expect((await call('GET', path)).status).toBe(404)
})

test('the fifth request at a time on one mailbox is refused, on another one it is not', async () => {
  const { call } = await lab()
  const answers = await Promise.all(
    [ANNA, ANNA, ANNA, ANNA, ANNA, BEN].map((who) => call('GET', `/users/${who}/messages`)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429])
  const refused = answers.find(({ status }) => status === 429)
  expect(refused?.code).toBe('ApplicationThrottled')
  expect(refused?.headers.get('retry-after')).toBe('1')
})

test('an empty bucket says how long to wait, and waiting that long helps', async () => {
  const { call, clock } = await lab({ throttling: { mailboxMax: 2, mailboxWindowMs: 20_000 } })
  expect((await call('GET', CATEGORIES)).status).toBe(200)
  expect((await call('GET', CATEGORIES)).status).toBe(200)
  const refused = await call('GET', CATEGORIES)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
  clock.now += 10_000
  expect((await call('GET', CATEGORIES)).status).toBe(200)
})

test('faults hit the request they name; a lost answer hides a write that was done', async () => {
  const world = await lab()
  const { call } = world
  await control(world, 'POST', '/faults', {
    match: { method: 'GET', path: '/messages', mailbox: ANNA },
    nth: 2,
    effect: { kind: 'status', status: 503, code: 'serviceNotAvailable', retryAfterSeconds: 7 },
  })
  expect((await call('GET', `${AT}/messages`)).status).toBe(200)
  const hit = await call('GET', `${AT}/messages`)
  expect([hit.status, hit.code, hit.headers.get('retry-after')]).toEqual([
    503,
    'serviceNotAvailable',
    '7',
  ])
  expect((await call('GET', `${AT}/messages`)).status).toBe(200)

  await control(world, 'POST', '/faults', {
    match: { method: 'POST' },
    effect: { kind: 'lostAnswer' },
  })
  await expect(call('POST', INBOX, received('Lost'))).rejects.toThrow(TypeError)
  expect((await call('GET', `${AT}/messages`)).json.value).toMatchObject([{ subject: 'Lost' }])

  await control(world, 'POST', '/faults', { match: {}, effect: { kind: 'delay', ms: 5 } })
  await call('GET', `${AT}/messages`)
  expect(world.slept).toEqual([5])
})

test('a repeated delta page tells the same again and loses nothing', async () => {
  const world = await lab()
  for (let index = 0; index < 5; index += 1) await world.call('POST', INBOX, received(`${index}`))
  await control(world, 'POST', '/faults', {
    match: { path: '/delta' },
    effect: { kind: 'repeatPage' },
  })
  const round = await deltaRound(world.call, `${INBOX}/delta`, { Prefer: 'odata.maxpagesize=3' })
  expect(round.rows.map((row) => row.subject)).toEqual(['0', '1', '2', '0', '1', '2', '3', '4'])
})

test('expired tokens are answered as switched, and a new round starts over', async () => {
  const world = await lab()
  const { call } = world
  await call('POST', INBOX, received('One'))
  const { link } = await deltaRound(call, `${INBOX}/delta`)
  await control(world, 'POST', `/mailboxes/${ANNA}/expire-tokens`)
  const gone = await call('GET', link)
  expect([gone.status, gone.code]).toEqual([410, 'SyncStateNotFound'])
  const again = await deltaRound(call, String(gone.headers.get('location')))
  expect(again.rows).toHaveLength(1)
  await control(world, 'PATCH', '/switches', {
    expiredDelta: { status: 400, code: 'resyncRequired' },
  })
  expect(await call('GET', link)).toMatchObject({ status: 400, code: 'resyncRequired' })
  expect((await call('GET', `${INBOX}/delta?$deltatoken=rubbish`)).status).toBe(400)
})

test('a batch answers each part, keeps order where asked and refuses nonsense', async () => {
  const { call } = await lab()
  const mail = await call('POST', INBOX, received('One'), IMMUTABLE)
  const answer = await call('POST', '/$batch', {
    requests: [
      { id: '1', method: 'GET', url: `${AT}/messages/${mail.json.id}`, headers: IMMUTABLE },
      { id: '2', method: 'GET', url: `users/${ANNA}/messages/AAMkAGVjZGU0AAAAAAAAAAAAAAAAAAAAAA=` },
      { id: '3', method: 'GET', url: `${AT}/messages`, dependsOn: ['2'] },
      {
        id: '4',
        method: 'PATCH',
        url: `${AT}/messages/${mail.json.id}`,
        headers: { 'Content-Type': 'application/json' },
        body: { categories: ['Batch'] },
        dependsOn: ['1'],
      },
    ],
  })
  const status = Object.fromEntries(
    (answer.json.responses as { id: string; status: number }[]).map((one) => [one.id, one.status]),
  )
  expect(status).toEqual({ '1': 200, '2': 404, '3': 424, '4': 200 })
  expect((await call('GET', `${AT}/messages`)).json.value).toMatchObject([
    { categories: ['Batch'] },
  ])

  const part = (id: string) => ({ id, method: 'GET', url: '/users' })
  const many = Array.from({ length: 21 }, (_, index) => part(String(index)))
  expect((await call('POST', '/$batch', { requests: many })).status).toBe(400)
  const twice = { requests: [part('a'), part('A')] }
  expect((await call('POST', '/$batch', twice)).status).toBe(400)
  const bare = { requests: [{ ...part('1'), method: 'POST', body: {} }] }
  expect((await call('POST', '/$batch', bare)).status).toBe(400)
})

test('twenty parts on one mailbox are not throttled by each other', async () => {
  const { call } = await lab()
  const requests = Array.from({ length: 20 }, (_, index) => ({
    id: String(index),
    method: 'GET',
    url: `${AT}/messages`,
  }))
  const answer = await call('POST', '/$batch', { requests })
  const all = answer.json.responses as { status: number }[]
  expect(all.map(({ status }) => status)).toEqual(Array(20).fill(200))
})

test('/me needs a token bound to a user, and such a token opens one mailbox', async () => {
  const { sandbox, call } = await lab()
  expect((await call('GET', '/me/messages')).status).toBe(400)
  const bound = caller(
    sandbox,
    await tokenFor(sandbox, { grant_type: 'password', username: ANNA, password: 'any' }),
  )
  expect((await bound('GET', '/me')).json.mail).toBe(ANNA)
  expect((await bound('GET', '/me/messages')).status).toBe(200)
  const other = await bound('GET', `/users/${BEN}/messages`)
  expect([other.status, other.code]).toEqual([403, 'ErrorAccessDenied'])
})

test('tokens are checked: missing, wrong, expired', async () => {
  const { sandbox, call, clock, token } = await lab()
  const code = async (text: string) => (await caller(sandbox, text)('GET', '/users')).code
  expect(await code('')).toBe('InvalidAuthenticationToken')
  expect(await code(`${token}x`)).toBe('InvalidAuthenticationToken')
  clock.now += 3_600_000
  expect((await call('GET', '/users')).status).toBe(401)
  const wrong = await sandbox.fetch(
    new Request(`${BASE}/t/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'sandbox',
        client_secret: 'no',
        scope: 'x/.default',
      }),
    }),
  )
  expect(wrong.status).toBe(401)
  expect(await wrong.json()).toMatchObject({ error: 'invalid_client', error_codes: [7000215] })
})

test.each([
  ['notEnabled', 404, 'MailboxNotEnabledForRESTAPI'],
  ['restricted', 403, 'ErrorAccessDenied'],
  ['unavailable', 503, 'ErrorMailboxStoreUnavailable'],
])('a mailbox that is %s says so', async (mailboxState, status, code) => {
  const world = await lab()
  await control(world, 'PATCH', `/users/${ANNA}`, { mailboxState })
  expect(await world.call('GET', `${AT}/messages`)).toMatchObject({ status, code })
  expect((await world.call('GET', `/users/${BEN}/messages`)).status).toBe(200)
})

test('what Outlook can: rename a category, lose the list, rules for arriving mail', async () => {
  const world = await lab()
  const { call } = world
  const list = async () =>
    (await call('GET', CATEGORIES)).json.value?.map((one) => [one.id, one.displayName]) ?? []
  const before = await list()
  await control(world, 'POST', `/mailboxes/${ANNA}/categories/rename`, {
    from: 'Red category',
    to: 'Hot',
  })
  expect((await list()).find(([id]) => id === before[0]?.[0])).toEqual([before[0]?.[0], 'Hot'])
  await control(world, 'PUT', `/mailboxes/${ANNA}/rules`, [
    { subjectContains: 'invoice', assignCategories: ['Money'], moveToFolder: 'archive' },
  ])
  await control(world, 'POST', `/mailboxes/${ANNA}/deliver`, {
    from: { name: 'Carla', address: 'carla@customer.example' },
    subject: 'Invoice 7',
  })
  const archive = await call('GET', `${AT}/mailFolders/archive/messages`)
  expect(archive.json.value).toMatchObject([{ categories: ['Money'], isRead: false }])
  await control(world, 'DELETE', `/mailboxes/${ANNA}/categories`)
  expect(await list()).toEqual([])
})

test('a letter from outside finds its thread', async () => {
  const world = await lab()
  const deliver = (more: Readonly<Record<string, unknown>>) =>
    control(world, 'POST', `/mailboxes/${ANNA}/deliver`, {
      from: { address: 'carla@customer.example' },
      ...more,
    })
  const first = await deliver({ subject: 'Question' })
  await deliver({ subject: 'Re: Question', inReplyTo: first.json.internetMessageId })
  const rows = (await world.call('GET', INBOX)).json.value ?? []
  expect(new Set(rows.map((row) => row.conversationId)).size).toBe(1)
})

test('control routes say what is wrong with a request, and may want a secret', async () => {
  const world = await lab({ controlSecret: 's3' })
  expect((await control(world, 'GET', '/state')).status).toBe(401)
  const open = await lab()
  const bad = await control(open, 'PATCH', '/switches', { latencyMs: -1 })
  expect([bad.status, bad.code]).toEqual([400, 'BadRequest'])
  expect((await control(open, 'PATCH', '/switches', { nonsense: 1 })).status).toBe(400)
  expect((await control(open, 'POST', '/faults', '{')).status).toBe(400)
  expect((await control(open, 'POST', '/clock', { advanceMs: 1000 })).json.now).toBe(
    '2026-01-05T09:00:01.000Z',
  )
  expect((await control(open, 'GET', '/nowhere')).status).toBe(404)
})

test('malformed JSON, unknown paths and methods are refused with a reason', async () => {
  const { call } = await lab()
  expect(await call('POST', INBOX, '{"subject":')).toMatchObject({
    status: 400,
    code: 'BadRequest',
  })
  expect((await call('GET', '/users/x/nowhere')).status).toBe(400)
  expect((await call('DELETE', '/users')).status).toBe(405)
  expect(await call('GET', '/users/nobody/messages')).toMatchObject({
    status: 404,
    code: 'ErrorInvalidUser',
  })
  expect(await call('GET', '/users/nobody')).toMatchObject({
    status: 404,
    code: 'Request_ResourceNotFound',
  })
})

test('folders are made, renamed, told by delta and removed with what is in them', async () => {
  const { call } = await lab()
  const folders = `${AT}/mailFolders`
  const first = await deltaRound(call, `${folders}/microsoft.graph.delta()`)
  expect(first.rows.map((row) => row.displayName)).toContain('Inbox')
  const made = await call('POST', `${folders}/inbox/childFolders`, { displayName: 'Work' })
  expect(made.status).toBe(201)
  const twice = await call('POST', `${folders}/inbox/childFolders`, { displayName: 'work' })
  expect([twice.status, twice.code]).toEqual([409, 'ErrorFolderExists'])
  await call('POST', `${folders}/${made.json.id}/messages`, received('Inside'))
  const second = await deltaRound(call, first.link)
  expect(second.rows.map((row) => row.displayName)).toEqual(['Inbox', 'Work'])
  expect((await call('DELETE', `${folders}/${made.json.id}`)).status).toBe(204)
  expect((await deltaRound(call, second.link)).rows).toEqual([
    { id: made.json.id, '@removed': { reason: 'deleted' } },
  ])
  expect((await call('GET', `${AT}/messages`)).json.value).toEqual([])
  expect((await call('DELETE', `${folders}/inbox`)).status).toBe(400)
})
