import { expect, test } from 'vitest'
import { BASE, failure, type Reply, type ScriptedRequest, scripted } from '../../test/scripted.ts'

const everything = { mail: true, calendar: true, tasks: true }
const MAIL_DELTA = `${BASE}/users/n/mailFolders/delta?%24deltatoken=m1`
const LIST_DELTA = `${BASE}/users/n/todo/lists/delta?$deltatoken=t1`
const OWNER = { name: 'Nina', address: 'Nina@Northwind.example' }

const folder = (id: string, parentFolderId: string) => ({ id, parentFolderId })
const mailPage = (value: object[], link: object = { '@odata.deltaLink': MAIL_DELTA }): Reply => ({
  body: { value, ...link },
})

/** A mailbox with a folder below Deleted Items and one below that; no Outbox. */
function answer(one: ScriptedRequest, changed: Record<string, Reply> = {}): Reply {
  const path = one.path.replace('/users/nina@northwind.example', '').replace('/users/n', '')
  for (const [start, reply] of Object.entries(changed)) if (path.startsWith(start)) return reply
  if (path.startsWith('/mailFolders/delta')) {
    return mailPage([
      folder('F-inbox', 'root'),
      folder('F-sent', 'root'),
      folder('F-deleted', 'root'),
      folder('F-old', 'F-deleted'),
      folder('F-older', 'F-old'),
      folder('F-spam', 'F-junk'),
      folder('F-junk', 'root'),
      folder('F-customers', 'F-inbox'),
      { ...folder('F-search', 'root'), '@odata.type': '#microsoft.graph.mailSearchFolder' },
    ])
  }
  if (path.startsWith('/mailFolders/inbox')) return { body: { id: 'F-inbox' } }
  if (path.startsWith('/mailFolders/sentitems')) return { body: { id: 'F-sent' } }
  if (path.startsWith('/mailFolders/junkemail')) return { body: { id: 'F-junk' } }
  if (path.startsWith('/mailFolders/deleteditems')) return { body: { id: 'F-deleted' } }
  if (path.startsWith('/mailFolders/')) return failure(404, 'ErrorItemNotFound')
  if (path.startsWith('/calendars')) {
    const value = [
      { id: 'C-main', owner: OWNER, canEdit: true },
      { id: 'C-projects', owner: { address: 'nina@northwind.example' }, canEdit: true },
      { id: 'C-holidays', owner: OWNER, canEdit: false },
      { id: 'C-shared', owner: { address: 'omar@northwind.example' }, canEdit: true },
    ]
    return { body: { value } }
  }
  if (path.startsWith('/calendar')) return { body: { id: 'C-main' } }
  const value = [
    { id: 'T-tasks', wellknownListName: 'defaultList' },
    { id: 'T-flagged', wellknownListName: 'flaggedEmails' },
  ]
  return { body: { value, '@odata.deltaLink': LIST_DELTA } }
}

const roles = (listing: { folders: readonly { id: string; role: string }[] }) =>
  Object.fromEntries(listing.folders.map(({ id, role }) => [id, role]))

test('[MB12] the first listing is one trip; roles reach down into deleted and junk', async () => {
  const graph = scripted((one) => answer(one))
  const listing = await graph.port.folders.list(null, everything)
  expect(graph.trips).toHaveLength(1)
  expect(roles(listing)).toEqual({
    'F-inbox': 'inbox',
    'F-sent': 'sent',
    'F-deleted': 'deleted',
    'F-old': 'deleted',
    'F-older': 'deleted',
    'F-spam': 'junk',
    'F-junk': 'junk',
    'F-customers': 'other',
    'C-main': 'other',
    'C-projects': 'other',
    'T-tasks': 'other',
    'T-flagged': 'flagged',
  })
  expect(listing.unavailable).toEqual([])
})

test('later listings are one trip of three parts and apply what changed', async () => {
  const graph = scripted((one, nth) =>
    answer(
      one,
      nth > 10
        ? {
            '/mailFolders/delta?$deltatoken=m1': mailPage([
              { id: 'F-customers', '@removed': { reason: 'deleted' } },
              folder('F-older', 'F-inbox'),
              folder('F-new', 'F-inbox'),
            ]),
            '/todo/lists/delta?$deltatoken=t1': {
              body: {
                value: [{ id: 'T-tasks', '@removed': { reason: 'deleted' } }],
                '@odata.deltaLink': LIST_DELTA,
              },
            },
          }
        : {},
    ),
  )
  const first = await graph.port.folders.list(null, everything)
  expect(graph.asked).toHaveLength(10)
  const second = await graph.port.folders.list(first.memory, everything)
  expect(graph.trips).toHaveLength(2)
  expect(graph.asked).toHaveLength(13)
  const found = roles(second)
  expect(found).toMatchObject({ 'F-older': 'other', 'F-new': 'other', 'F-old': 'deleted' })
  expect(found).not.toHaveProperty('F-customers')
  expect(found).not.toHaveProperty('T-tasks')
})

test('[MB5] an expired hierarchy is listed from the start', async () => {
  let round = 0
  const graph = scripted((one) => {
    if (one.path.includes('deltatoken=m1')) return failure(410, 'SyncStateNotFound')
    if (one.path.includes('/mailFolders/delta') && round > 0) {
      return mailPage([folder('F-inbox', 'root')])
    }
    return answer(one)
  })
  const first = await graph.port.folders.list(null, everything)
  round = 1
  const second = await graph.port.folders.list(first.memory, { ...everything, calendar: false })
  const mail = second.folders.filter(({ kind }) => kind === 'mail')
  expect(mail).toEqual([{ id: 'F-inbox', kind: 'mail', role: 'inbox' }])
})

test.each([
  [404, 'ErrorFolderNotFound'],
  [404, 'ErrorItemNotFound'],
  [404, 'ResourceNotFound'],
  [404, 'MailboxNotEnabledForRESTAPI'],
  [403, 'ErrorAccessDenied'],
  [401, 'UnknownError'],
  [400, 'ErrorNobodyKnows'],
  [410, 'SyncStateNotFound'],
  [418, 'ErrorNobodyKnows'],
])(
  '[MB20] a well-known folder refused with %i %s is left out, and asked for a day later',
  async (status, code) => {
    const lacking = { '/mailFolders/junkemail': failure(status, code) }
    let isThere = false
    const graph = scripted((one) => answer(one, isThere ? {} : lacking))
    const first = await graph.port.folders.list(null, everything)
    expect(roles(first)).toMatchObject({ 'F-inbox': 'inbox', 'F-sent': 'sent', 'F-junk': 'other' })
    const asked = () => graph.asked.filter(({ path }) => path.includes('junkemail')).length
    isThere = true
    const soon = await graph.port.folders.list(first.memory, everything)
    expect(asked()).toBe(1)
    // It is reported until the next request for it. The mailbox of these tests has neither Outbox
    // nor Drafts.
    const isMissing = status === 404
    expect(soon.unknown).toContainEqual({ role: 'junk', isMissing, code })
    expect(soon.unknown).toHaveLength(3)
    graph.pass(86_400_000)
    const later = await graph.port.folders.list(soon.memory, everything)
    expect(asked()).toBe(2)
    expect(roles(later)).toMatchObject({ 'F-junk': 'junk', 'F-spam': 'junk' })
    expect(later.unknown.map(({ role }) => role)).toEqual(['drafts', 'outbox'])
  },
)

test('[MB20] trouble of the moment fails the first listing, and the fourth goes on without', async () => {
  const down = { '/mailFolders/sentitems': failure(503, 'serviceNotAvailable') }
  const graph = scripted((one) => answer(one, down))
  for (const failedBefore of [0, 1, 2]) {
    await expect(graph.port.folders.list(null, everything, failedBefore)).rejects.toMatchObject({
      remedy: 'outage',
    })
  }
  const fourth = await graph.port.folders.list(null, everything, 3)
  expect(roles(fourth)).toMatchObject({ 'F-inbox': 'inbox', 'F-sent': 'other' })
  // The folder may exist again at any time.
  const fifth = await graph.port.folders.list(fourth.memory, everything)
  expect(roles(fifth)).toMatchObject({ 'F-sent': 'other' })
  expect(graph.asked.filter(({ path }) => path.includes('sentitems')).length).toBeGreaterThan(12)
})

test('[MB20] told to wait for a well-known folder, the listing waits', async () => {
  const wait = failure(429, 'ApplicationThrottled', { 'retry-after': '90' })
  const graph = scripted((one) => answer(one, { '/mailFolders/drafts': wait }))
  await expect(graph.port.folders.list(null, everything, 9)).rejects.toMatchObject({
    retryAfterMs: 90_000,
  })
})

test('[MB10] a folder, calendar or list that can not be understood spoils none of the others', async () => {
  const odd = [null, {}, { id: 7 }, { displayName: 'nameless' }]
  const graph = scripted((one) => {
    const reply = answer(one)
    const body = reply.body as { value?: unknown[] }
    return body.value ? { ...reply, body: { ...body, value: [...odd, ...body.value] } } : reply
  })
  const plain = scripted((one) => answer(one))
  const listing = await graph.port.folders.list(null, everything)
  expect(roles(listing)).toEqual(roles(await plain.port.folders.list(null, everything)))
  expect(listing.unavailable).toEqual([])
})

test('[MB5] a hierarchy whose cursor is refused with a code nobody knows is listed from the start', async () => {
  const graph = scripted((one) =>
    one.path.includes('deltatoken=m1') ? failure(400, 'ErrorNobodyKnows') : answer(one),
  )
  const first = await graph.port.folders.list(null, everything)
  const second = await graph.port.folders.list(first.memory, everything)
  expect(roles(second)).toEqual(roles(first))
})

test('pages of the hierarchy are followed to the end', async () => {
  const next = `${BASE}/users/n/mailFolders/delta?$skiptoken=2`
  const graph = scripted((one) => {
    if (one.path.includes('skiptoken')) return mailPage([folder('F-2', 'root')])
    if (one.path.includes('/mailFolders/delta')) {
      return mailPage([folder('F-1', 'root')], { '@odata.nextLink': next })
    }
    return answer(one)
  })
  const listing = await graph.port.folders.list(null, { mail: true, calendar: false, tasks: false })
  expect(listing.folders.map(({ id }) => id)).toEqual(['F-1', 'F-2'])
})

test.each([
  [401, 'UnknownError'],
  [403, 'ErrorAccessDenied'],
])('[MB14] To Do refused with %i %s leaves mail and calendar in step', async (status, code) => {
  const graph = scripted((one) => answer(one, { '/todo': failure(status, code) }))
  const listing = await graph.port.folders.list(null, everything)
  expect(listing.unavailable).toMatchObject([
    { kind: 'taskList', error: { answer: `${status} ${code}` } },
  ])
  expect(roles(listing)).toMatchObject({ 'F-inbox': 'inbox', 'C-main': 'other' })
  expect(listing.folders.some(({ kind }) => kind === 'taskList')).toBe(false)
})

test('[MB14] a moment of trouble with To Do keeps the lists that were known', async () => {
  let down = false
  const graph = scripted((one) =>
    answer(one, down ? { '/todo': failure(503, 'serviceNotAvailable') } : {}),
  )
  const first = await graph.port.folders.list(null, everything)
  down = true
  const second = await graph.port.folders.list(first.memory, everything)
  expect(roles(second)).toEqual(roles(first))
  expect(second.unavailable).toEqual([])
})

test('[MB11] mail that is refused stops the mailbox', async () => {
  const graph = scripted((one) =>
    answer(one, { '/mailFolders': failure(403, 'ErrorAccessDenied') }),
  )
  await expect(graph.port.folders.list(null, everything)).rejects.toMatchObject({
    scope: 'mailbox',
    remedy: 'refused',
  })
})

test('[MB6] a kind told to wait long makes the listing wait', async () => {
  const wait = failure(429, 'ApplicationThrottled', { 'retry-after': '90' })
  const graph = scripted((one) => answer(one, { '/todo': wait }))
  await expect(graph.port.folders.list(null, everything)).rejects.toMatchObject({
    retryAfterMs: 90_000,
  })
})

test('kinds out of scope are neither asked for nor shown, and not forgotten', async () => {
  const graph = scripted((one) => answer(one))
  const first = await graph.port.folders.list(null, everything)
  const mailOnly = { mail: true, calendar: false, tasks: false }
  const second = await graph.port.folders.list(first.memory, mailOnly)
  expect(graph.asked.slice(10).map(({ path }) => path.replace(/.*users\/n/, ''))).toEqual([
    '/mailFolders/delta?$deltatoken=m1',
  ])
  expect(second.folders.every(({ kind }) => kind === 'mail')).toBe(true)
  expect(JSON.parse(second.memory).calendars).toEqual({ primary: 'C-main', others: ['C-projects'] })
})

test.each(['{}', 'not json', '{"version":7}', '{"version":1,"mail":7}'])(
  'memory that can not be read (%s) is the same as none',
  async (memory) => {
    const graph = scripted((one) => answer(one))
    expect((await graph.port.folders.list(memory, everything)).folders).toHaveLength(12)
  },
)

test('the main calendar has the delta path that is documented', async () => {
  const graph = scripted((one) =>
    one.path.includes('/calendarView/') ? mailPage([]) : answer(one),
  )
  await graph.port.folders.list(null, everything)
  const window = { start: 0, end: 1 }
  await graph.port.feed.read(
    ['C-main', 'C-projects'].map((id) => ({
      folder: { id, kind: 'calendar', role: 'other' },
      cursor: null,
      window,
    })),
  )
  expect(graph.asked.slice(-2).map(({ path }) => path.split('?')[0])).toEqual([
    '/users/nina@northwind.example/calendarView/delta',
    '/users/nina@northwind.example/calendars/C-projects/calendarView/delta',
  ])
})
