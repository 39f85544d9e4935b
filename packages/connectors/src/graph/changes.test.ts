import type { Folder } from '@trackmark/core'
import type { ChangePage, Outcome } from '@trackmark/engine'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BASE, failure, type Reply, scripted } from '../../test/scripted.ts'

const inbox: Folder = { id: 'inbox-id', kind: 'mail', role: 'inbox' }
const sent: Folder = { id: 'sent-id', kind: 'mail', role: 'sent' }
const calendar: Folder = { id: 'cal-id', kind: 'calendar', role: 'other' }
const tasks: Folder = { id: 'list-id', kind: 'taskList', role: 'other' }
const window = { start: Date.UTC(2025, 9, 1), end: Date.UTC(2026, 3, 1) }
const from = (folder: Folder, cursor: string | null = null) => ({
  folder,
  cursor,
  window: folder.kind === 'calendar' ? window : null,
})
const DELTA = `${BASE}/users/n/x/delta?%24deltatoken=aB%2Bc`
const NEXT = `${BASE}/users/n/x/delta?$skiptoken=R0us`

const seen = (id: string, more: object = {}) => ({
  '@odata.type': '#microsoft.graph.message',
  '@odata.etag': `W/"ck-${id}"`,
  id,
  categories: [],
  isDraft: false,
  internetMessageId: `<${id}@x.example>`,
  ...more,
})
const removed = (id: string) => ({ id, '@removed': { reason: 'deleted' } })
const page = (value: unknown[], link: object = { '@odata.deltaLink': DELTA }): Reply => ({
  body: { value, ...link },
})

function pageOf(outcome: Outcome<ChangePage> | undefined): ChangePage {
  if (!outcome?.ok) throw outcome?.error
  return outcome.value
}

test('[MB4] the first page of each folder asks for what decisions need, in one trip', async () => {
  const graph = scripted(() => page([]))
  await graph.port.feed.read([from(inbox), from(calendar), from(tasks)])
  expect(graph.trips).toHaveLength(1)
  expect(graph.asked.map(({ path }) => path)).toEqual([
    '/users/nina@northwind.example/mailFolders/inbox-id/messages/delta?$select=categories,isDraft,internetMessageId',
    '/users/nina@northwind.example/calendars/cal-id/calendarView/delta?startDateTime=2025-10-01T00:00:00.000Z&endDateTime=2026-04-01T00:00:00.000Z',
    '/users/nina@northwind.example/todo/lists/list-id/tasks/delta',
  ])
  expect(graph.asked.map(({ headers }) => headers.get('prefer'))).toEqual([
    'IdType="ImmutableId", odata.maxpagesize=1000',
    'IdType="ImmutableId", outlook.timezone="UTC", odata.maxpagesize=200',
    'IdType="ImmutableId", outlook.timezone="UTC", odata.maxpagesize=200',
  ])
})

test('[MB4] links are stored and replayed whole', async () => {
  const graph = scripted((_, nth) =>
    nth === 1 ? page([seen('a')], { '@odata.nextLink': NEXT }) : page([]),
  )
  const first = pageOf((await graph.port.feed.read([from(inbox)]))[0])
  expect(first).toMatchObject({ cursor: NEXT, more: true })
  const second = pageOf((await graph.port.feed.read([from(inbox, first.cursor)]))[0])
  expect(second).toEqual({
    items: [],
    removed: [],
    unreadable: [],
    nameless: 0,
    cursor: DELTA,
    more: false,
  })
  await graph.port.feed.read([from(inbox, second.cursor)])
  const urls = graph.trips.map(
    ({ body }) => (body as { requests: { url: string }[] }).requests[0]!.url,
  )
  expect(urls.slice(1)).toEqual([
    '/users/n/x/delta?$skiptoken=R0us',
    '/users/n/x/delta?%24deltatoken=aB%2Bc',
  ])
})

test('[MB4] more than twenty folders go in chunks, answered in order', async () => {
  const folders = Array.from({ length: 45 }, (_, at): Folder => ({ ...inbox, id: `f${at}` }))
  const graph = scripted((one) => page([seen(`in-${/mailFolders\/(f\d+)/.exec(one.path)![1]}`)]))
  const outcomes = await graph.port.feed.read(folders.map((folder) => from(folder)))
  expect(graph.trips).toHaveLength(3)
  expect(outcomes.map((one) => pageOf(one).items[0]!.key)).toEqual(
    folders.map(({ id }) => `in-${id}`),
  )
})

test('[MB3] an item that comes twice counts as it came last', async () => {
  const graph = scripted(() =>
    page([
      seen('a', { categories: ['Old'] }),
      seen('b'),
      removed('c'),
      seen('a', { categories: ['New'] }),
      removed('b'),
      seen('c'),
    ]),
  )
  const { items, removed: gone } = pageOf((await graph.port.feed.read([from(inbox)]))[0])
  expect(items.map(({ key, categories }) => [key, categories])).toEqual([
    ['a', ['New']],
    ['c', []],
  ])
  expect(gone).toEqual(['b'])
})

test('[MB5] a 410 asks for the folder to be read again, and only for that one', async () => {
  // docs: delta-query-overview, "410 Gone" with a Location header to start over at.
  const gone = { status: 410, headers: { Location: `${BASE}/users/n/x/delta?$deltatoken=` } }
  const graph = scripted((one) => (one.path.includes('/x/delta') ? gone : page([seen('a')])))
  const [expired, fine] = await graph.port.feed.read([from(sent, DELTA), from(inbox)])
  expect(expired).toMatchObject({ ok: false, error: { remedy: 'relist', answer: '410' } })
  expect(pageOf(fine).items).toHaveLength(1)
  // The following listing sends no token.
  await graph.port.feed.read([from(sent, null)])
  expect(graph.asked.at(-1)!.path).not.toContain('token')
})

test.each([
  [400, 'SyncStateNotFound'],
  [404, 'syncStateInvalid'],
  [410, 'resyncRequired'],
  [404, 'ErrorSyncFolderNotFound'],
  [404, 'ErrorItemNotFound'],
])('[MB5] %i %s of a folder means reading it again', async (status, code) => {
  const graph = scripted(() => failure(status, code))
  const [outcome] = await graph.port.feed.read([from(inbox, DELTA)])
  expect(outcome).toMatchObject({ ok: false, error: { remedy: 'relist' } })
})

test('[MB5] a cursor of another server is refused and nothing is sent there', async () => {
  const graph = scripted(() => page([]))
  const foreign = [
    'https://evil.example/v1.0/users/n/delta',
    'https://graph.example/beta/users/n/delta',
    'https://graph.example/v1.0/../secret',
    'https://graph.example.evil.example/v1.0/x',
    'not a link',
  ]
  const outcomes = await graph.port.feed.read(foreign.map((cursor) => from(inbox, cursor)))
  expect(outcomes.map((one) => one.ok || one.error.remedy)).toEqual(foreign.map(() => 'relist'))
  expect(graph.trips).toHaveLength(0)
})

test('[MB5] an answer that goes on at another server is refused', async () => {
  const graph = scripted(() => page([], { '@odata.nextLink': 'https://evil.example/v1.0/x' }))
  const [outcome] = await graph.port.feed.read([from(inbox)])
  expect(outcome).toMatchObject({ ok: false, error: { remedy: 'outage' } })
})

test('[MB13] an entry without its categories is read alone before it is told', async () => {
  // microsoft-graph-docs issue 7776: toggling the read state gives id, isRead, parentFolderId only.
  const partial = { id: 'b', isRead: true, parentFolderId: 'inbox-id' }
  const graph = scripted((one) =>
    one.path.includes('/delta')
      ? page([seen('a'), partial])
      : { body: seen('b', { categories: ['Tracked'], parentFolderId: 'inbox-id' }) },
  )
  const { items } = pageOf((await graph.port.feed.read([from(inbox)]))[0])
  expect(items.map(({ key, categories }) => [key, categories])).toEqual([
    ['a', []],
    ['b', ['Tracked']],
  ])
})

test.each([
  [400, 'ErrorCorruptData'],
  [400, 'ErrorNobodyKnows'],
  [401, 'InvalidAuthenticationToken'],
  [403, 'ErrorAccessDenied'],
  [404, 'ResourceNotFound'],
  [409, 'ErrorNobodyKnows'],
  [410, 'SyncStateNotFound'],
  [500, 'ErrorContentConversionFailed'],
  [503, 'serviceNotAvailable'],
  [504, 'UnknownError'],
])(
  '[MB13] an entry refused with %i %s when read alone is told beside the others',
  async (status, code) => {
    const graph = scripted((one) =>
      one.path.includes('/delta')
        ? page([{ id: 'b', isRead: true }, seen('a', { categories: ['Tracked'] })])
        : failure(status, code),
    )
    const { items, unreadable, cursor } = pageOf((await graph.port.feed.read([from(inbox)]))[0])
    expect(items.map(({ key, categories }) => [key, categories])).toEqual([['a', ['Tracked']]])
    expect(cursor).toBe(DELTA)
    expect(unreadable).toMatchObject([
      {
        ref: { kind: 'message', key: 'b', folder: 'inbox-id' },
        error: { scope: 'item', serverCode: code, answer: `${status} ${code}` },
      },
    ])
  },
)

test.each([
  [429, 'ApplicationThrottled'],
  [404, 'MailboxNotEnabledForRESTAPI'],
])(
  '[MB13] an entry refused with %i %s says nothing of the item: the page is read again',
  async (status, code) => {
    const graph = scripted((one) =>
      one.path.includes('/delta') ? page([{ id: 'b', isRead: true }]) : failure(status, code),
    )
    const [outcome] = await graph.port.feed.read([from(inbox)])
    expect(outcome).toMatchObject({ ok: false, error: { scope: 'mailbox' } })
  },
)

test('[MB13] a page that tells of the categories alone doesn’t say that a draft is none', async () => {
  const graph = scripted((one) =>
    one.path.includes('/delta')
      ? page([seen('d', { isDraft: undefined, categories: ['Tracked'] })])
      : { body: seen('d', { isDraft: true, categories: ['Tracked'] }) },
  )
  const { items } = pageOf((await graph.port.feed.read([from(inbox)]))[0])
  expect(items).toMatchObject([{ key: 'd', isDraft: true }])
})

test('[MB13] an entry that is gone when read alone is left out', async () => {
  const graph = scripted((one) =>
    one.path.includes('/delta') ? page([{ id: 'b' }]) : failure(404, 'ErrorItemNotFound'),
  )
  expect(pageOf((await graph.port.feed.read([from(inbox)]))[0]).items).toEqual([])
})

test('meeting messages and drafts are told as such', async () => {
  const graph = scripted(() =>
    page([
      seen('r', { '@odata.type': '#microsoft.graph.eventMessageRequest' }),
      seen('m', { '@odata.type': '#microsoft.graph.eventMessage' }),
      seen('d', { isDraft: true }),
    ]),
  )
  const { items } = pageOf((await graph.port.feed.read([from(inbox)]))[0])
  expect(items.map(({ isMeetingMessage, isDraft }) => [isMeetingMessage, isDraft])).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ])
})

// microsoft-graph-docs issue 7632: occurrences come as stubs, masters and singles in full.
const stub = {
  '@odata.type': '#microsoft.graph.event',
  '@odata.etag': 'W/"o"',
  id: 'occ',
  type: 'occurrence',
  seriesMasterId: 'master',
  start: { dateTime: '2026-01-05T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-01-05T09:30:00.0000000', timeZone: 'UTC' },
}
const whole = (id: string, type: string, more: object = {}) => ({
  ...stub,
  '@odata.etag': `W/"${id}"`,
  id,
  type,
  seriesMasterId: null,
  categories: ['Blue category'],
  subject: 'Review',
  body: { contentType: 'html', content: '<p>Agenda</p>' },
  isAllDay: false,
  ...more,
})

test('[MB13] occurrences come as stubs, other events whole', async () => {
  const graph = scripted(() => page([stub, whole('single', 'singleInstance'), removed('unknown')]))
  const { items, removed: gone } = pageOf((await graph.port.feed.read([from(calendar)]))[0])
  expect(items[0]).toMatchObject({
    kind: 'event',
    folder: 'cal-id',
    eventType: 'occurrence',
    masterKey: 'master',
    categories: null,
    whole: null,
  })
  expect(items[1]).toMatchObject({
    eventType: 'single',
    categories: ['Blue category'],
    whole: { subject: 'Review', start: Date.UTC(2026, 0, 5, 9), folder: 'cal-id' },
  })
  expect(gone).toEqual(['unknown'])
})

test('an event in an unknown time zone is seen without being whole', async () => {
  const odd = { dateTime: '2026-01-05T09:00:00.0000000', timeZone: 'Middle Earth' }
  const graph = scripted(() => page([whole('e', 'singleInstance', { start: odd })]))
  const { items } = pageOf((await graph.port.feed.read([from(calendar)]))[0])
  expect(items[0]).toMatchObject({ key: 'e', categories: ['Blue category'], whole: null })
})

test('a task comes whole, versioned by its etag', async () => {
  // docs: todotask-delta (2026-08).
  const task = {
    '@odata.etag': 'W/"xzyPKP0BiUGgld+lMKXwbQAAnBoTIw=="',
    id: 'task-1',
    title: 'Call',
    status: 'notStarted',
    importance: 'low',
    categories: [],
    body: { content: '', contentType: 'text' },
    dueDateTime: { dateTime: '2026-01-07T00:00:00.0000000', timeZone: 'UTC' },
  }
  const graph = scripted(() => page([task]))
  const { items } = pageOf((await graph.port.feed.read([from(tasks)]))[0])
  expect(items[0]).toMatchObject({
    kind: 'task',
    folder: 'list-id',
    changeKey: 'xzyPKP0BiUGgld+lMKXwbQAAnBoTIw==',
    whole: { subject: 'Call', due: Date.UTC(2026, 0, 7), importance: 'low' },
  })
})

test.each([
  ['neither link', page([], {})],
  ['no list', { body: { '@odata.deltaLink': DELTA } }],
])('[MB11] a page with %s fails alone', async (_, reply) => {
  const graph = scripted((one) => (one.path.includes('sent-id') ? page([seen('a')]) : reply))
  const [bad, fine] = await graph.port.feed.read([from(inbox), from(sent)])
  expect(bad).toMatchObject({ ok: false, error: { remedy: 'outage', scope: 'folder' } })
  expect(fine!.ok).toBe(true)
})

test('[MB10] an entry without an id is counted, and spoils none of the others', async () => {
  const graph = scripted(() => page([{ categories: [] }, seen('a'), null]))
  const { items, nameless } = pageOf((await graph.port.feed.read([from(inbox)]))[0])
  expect(items.map(({ key }) => key)).toEqual(['a'])
  expect(nameless).toBe(2)
})

test.each([
  [400, 'ErrorNobodyKnows', 'relist'],
  [409, 'ErrorNobodyKnows', 'relist'],
  [403, 'ErrorAccessDenied', 'refused'],
  [500, 'ErrorNobodyKnows', 'retry'],
])(
  '[MB5] a cursor refused with %i %s means %s, for that folder alone',
  async (status, code, means) => {
    const graph = scripted((one) =>
      one.path.includes('/x/delta') ? failure(status, code) : page([seen('a')]),
    )
    const [refused, fine] = await graph.port.feed.read([from(inbox, DELTA), from(sent)])
    expect(refused).toMatchObject({ ok: false, error: { remedy: means, scope: 'folder' } })
    expect(fine!.ok).toBe(true)
    // A listing from the start has no cursor that could be refused.
    const none = scripted(() => failure(status, code))
    const [outcome] = await none.port.feed.read([from(inbox)])
    expect(outcome).toMatchObject({
      ok: false,
      error: { scope: 'folder', remedy: status === 403 ? 'refused' : 'retry' },
    })
  },
)

test('a calendar without a window is told, not guessed', async () => {
  const graph = scripted(() => page([]))
  const [outcome] = await graph.port.feed.read([{ folder: calendar, cursor: null, window: null }])
  expect(outcome).toMatchObject({ ok: false })
})

test('[MB10] when a later trip fails, what earlier trips brought stays good', async () => {
  const folders = Array.from({ length: 25 }, (_, at): Folder => ({ ...inbox, id: `f${at}` }))
  const graph = scripted((one) => {
    if (one.path.includes('/f20/')) throw new TypeError('connection reset')
    return page([])
  })
  const outcomes = await graph.port.feed.read(folders.map((folder) => from(folder)))
  expect(outcomes.filter((one) => one.ok)).toHaveLength(20)
  expect(outcomes[24]).toMatchObject({ ok: false, error: { remedy: 'outage' } })
})

test('[MB3] a page is what its last words make it, whatever comes before them', async () => {
  const entry = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), gone: fc.boolean() })
  const law = fc.asyncProperty(fc.array(entry, { maxLength: 12 }), async (entries) => {
    const graph = scripted(() =>
      page(entries.map(({ id, gone }) => (gone ? removed(id) : seen(id)))),
    )
    const told = pageOf((await graph.port.feed.read([from(inbox)]))[0])
    const last = new Map(entries.map(({ id, gone }) => [id, gone]))
    const want = (gone: boolean) => [...last].filter(([, is]) => is === gone).map(([id]) => id)
    expect(told.items.map(({ key }) => key).sort()).toEqual(want(false).sort())
    expect([...told.removed].sort()).toEqual(want(true).sort())
  })
  await fc.assert(law, { numRuns: 50 })
})
