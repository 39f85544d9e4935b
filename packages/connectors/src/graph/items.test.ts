import type { ItemRef } from '@trackmark/core'
import { expect, test } from 'vitest'
import { BASE, failure, MAILBOX, type Reply, scripted } from '../../test/scripted.ts'

const message: ItemRef = { kind: 'message', key: 'AAMk-m=', folder: 'F' }
const event: ItemRef = { kind: 'event', key: 'AAMk-e', folder: 'C' }
const task: ItemRef = { kind: 'task', key: 'AAMk-t', folder: 'L' }
const limits = { attachmentBytesMax: 1_000, marked: null }

// docs: message-get, "Get all message properties" (2026-08), shortened; people are ours.
const wireMessage = {
  '@odata.etag': 'W/"CQAAABYAAABmWdbhEgBXTophjCWt81m9AAAoZYj4"',
  id: message.key,
  categories: ['Tracked to Dynamics 365', null],
  isDraft: false,
  parentFolderId: 'F-now',
  internetMessageId: '<abc@northwind.example>',
  conversationIndex: 'AQHVzfCJ',
  subject: 'Your order',
  importance: 'high',
  body: { contentType: 'html', content: '<p>Hello</p>' },
  sender: { emailAddress: { name: 'Nina', address: 'nina@northwind.example' } },
  from: { emailAddress: { name: 'Sales', address: 'sales@northwind.example' } },
  toRecipients: [
    { emailAddress: { name: 'Pat', address: 'pat@contoso.example' } },
    { emailAddress: { name: 'Only a name' } },
    { emailAddress: {} },
  ],
  ccRecipients: [],
  bccRecipients: null,
  sentDateTime: '2026-01-05T08:59:58Z',
  receivedDateTime: '2026-01-05T09:00:00Z',
  isReadReceiptRequested: null,
  webLink: 'https://outlook.example/1',
  lastModifiedDateTime: '2026-01-05T09:01:00Z',
  attachments: [] as object[],
  singleValueExtendedProperties: [{ id: 'String 0x1042', value: '<parent@contoso.example>' }],
}
const file = (id: string, size: number) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  id,
  name: `${id}.txt`,
  contentType: 'text/plain',
  size,
  isInline: false,
})

test('a message is read whole in one trip', async () => {
  const graph = scripted(() => ({ body: wireMessage }))
  const [outcome] = await graph.port.items.whole([message], limits)
  expect(outcome).toEqual({
    ok: true,
    value: {
      kind: 'message',
      key: message.key,
      folder: 'F-now',
      changeKey: 'CQAAABYAAABmWdbhEgBXTophjCWt81m9AAAoZYj4',
      categories: ['Tracked to Dynamics 365'],
      isDraft: false,
      internetMessageId: '<abc@northwind.example>',
      inReplyTo: '<parent@contoso.example>',
      conversationIndex: 'AQHVzfCJ',
      subject: 'Your order',
      body: { type: 'html', content: '<p>Hello</p>' },
      from: { name: 'Sales', address: 'sales@northwind.example' },
      sender: { name: 'Nina', address: 'nina@northwind.example' },
      to: [
        { name: 'Pat', address: 'pat@contoso.example' },
        { name: 'Only a name', address: null },
      ],
      cc: [],
      bcc: [],
      sentAt: Date.UTC(2026, 0, 5, 8, 59, 58),
      receivedAt: Date.UTC(2026, 0, 5, 9),
      importance: 'high',
      isReadReceiptRequested: false,
      webLink: 'https://outlook.example/1',
      modifiedAt: Date.UTC(2026, 0, 5, 9, 1),
      attachments: [],
    },
  })
  expect(graph.trips).toHaveLength(1)
  expect(graph.asked[0]!.path).toMatch(/\/messages\/AAMk-m=\?\$select=.*body.*&\$expand=attach/)
})

test('contents come within the limit; other attachments are noted without', async () => {
  const listed = [
    file('small', 5),
    file('large', 1_001),
    { ...file('letter', 10), '@odata.type': '#microsoft.graph.itemAttachment' },
    { ...file('cloud', 0), '@odata.type': '#microsoft.graph.referenceAttachment' },
  ]
  const graph = scripted((one) =>
    one.path.includes('/attachments/')
      ? { body: { ...file('small', 5), contentBytes: 'SGVsbG8=', contentId: 'cid-1' } }
      : { body: { ...wireMessage, attachments: listed } },
  )
  const [outcome] = await graph.port.items.whole([message], limits)
  const value = outcome?.ok ? outcome.value : null
  const attachments = value?.kind === 'message' ? value.attachments : null
  expect(attachments).toEqual([
    {
      id: 'small',
      name: 'small.txt',
      contentType: 'text/plain',
      size: 5,
      contentId: 'cid-1',
      content: 'SGVsbG8=',
      refusal: null,
    },
    expect.objectContaining({ id: 'large', content: null }),
    expect.objectContaining({ id: 'letter', content: null }),
    expect.objectContaining({ id: 'cloud', content: null }),
  ])
  expect(graph.asked.filter(({ path }) => path.includes('/attachments/'))).toHaveLength(1)
})

test('a content larger than announced is left out', async () => {
  const graph = scripted((one) =>
    one.path.includes('/attachments/')
      ? { body: { ...file('a', 5), contentBytes: 'A'.repeat(4_000) } }
      : { body: { ...wireMessage, attachments: [file('a', 5)] } },
  )
  const [outcome] = await graph.port.items.whole([message], limits)
  expect(outcome).toMatchObject({ value: { attachments: [{ content: null }] } })
})

test('one trip of contents stays within the bytes it may hold', async () => {
  const graph = scripted(
    (one) =>
      one.path.includes('/attachments/')
        ? { body: { ...file('a', 600), contentBytes: 'AA==' } }
        : {
            body: {
              ...wireMessage,
              attachments: [file('a', 600), file('b', 600), file('c', 300), file('d', 100)],
            },
          },
    { limits: { attachmentBytesPerTrip: 1_000 } },
  )
  await graph.port.items.whole([message], limits)
  const parts = graph.trips.map(({ body }) => (body as { requests: unknown[] }).requests.length)
  expect(parts).toEqual([1, 1, 3])
})

test.each([
  // The item was deleted meanwhile.
  [failure(404, 'ErrorItemNotFound'), null],
  [failure(400, 'ErrorCannotOpenFileAttachment'), { serverCode: 'ErrorCannotOpenFileAttachment' }],
  [failure(503, 'serviceNotAvailable'), { remedy: 'outage' }],
  [failure(400, 'ErrorNobodyKnows'), { remedy: 'refused', answer: '400 ErrorNobodyKnows' }],
  [{ body: { contentBytes: 5 } }, { remedy: 'refused', answer: null }],
])('[MB10, AC11] an attachment answered %o is told, beside the others', async (reply, refusal) => {
  const graph = scripted((one) => {
    if (one.path.endsWith('/attachments/a')) return reply
    if (one.path.includes('/attachments/')) {
      return { body: { ...file('b', 5), contentBytes: 'SGVsbG8=' } }
    }
    return { body: { ...wireMessage, attachments: [file('a', 5), file('b', 5)] } }
  })
  const [outcome] = await graph.port.items.whole([message], limits)
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      attachments: [
        { content: null, refusal },
        { content: 'SGVsbG8=', refusal: null },
      ],
    },
  })
})

test('more attachments than an expansion shows are listed apart', async () => {
  const more = `${BASE}/users/n/messages/m/attachments?$skip=1`
  const graph = scripted((one) => {
    if (one.path.includes('$skip')) return { body: { value: [file('b', 9_999)] } }
    if (one.path.includes('/attachments?')) {
      return { body: { value: [file('a', 9_999)], '@odata.nextLink': more } }
    }
    return { body: { ...wireMessage, 'attachments@odata.nextLink': more } }
  })
  const [outcome] = await graph.port.items.whole([message], limits)
  expect(outcome).toMatchObject({ value: { attachments: [{ id: 'a' }, { id: 'b' }] } })
})

// docs: event-get (2026-08), shortened, as asked for in UTC.
const wireEvent = {
  '@odata.etag': 'W/"ZlnW4RIAV06KYYwlrfNZvQAAKGWwbw=="',
  id: event.key,
  categories: [],
  type: 'seriesMaster',
  iCalUId: '040000008200E00074C5',
  subject: null,
  body: { contentType: 'html', content: '' },
  start: { dateTime: '2026-01-05T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-01-05T09:30:00.0000000', timeZone: 'UTC' },
  originalStart: null,
  isAllDay: false,
  isCancelled: false,
  isOrganizer: true,
  isDraft: false,
  showAs: 'workingElsewhere',
  importance: 'normal',
  sensitivity: 'private',
  location: { displayName: 'Room 1' },
  organizer: { emailAddress: { name: 'Nina', address: 'nina@northwind.example' } },
  attendees: [
    { type: 'required', emailAddress: { name: 'Pat', address: 'pat@contoso.example' } },
    { type: 'optional', emailAddress: { address: 'quinn@contoso.example' } },
    { type: 'resource', emailAddress: { name: 'Room 1' } },
  ],
  recurrence: {
    pattern: {
      type: 'weekly',
      interval: 2,
      month: 0,
      dayOfMonth: 0,
      daysOfWeek: ['monday', 'friday'],
      firstDayOfWeek: 'monday',
      index: 'first',
    },
    range: {
      type: 'numbered',
      startDate: '2026-01-05',
      endDate: '0001-01-01',
      recurrenceTimeZone: 'W. Europe Standard Time',
      numberOfOccurrences: 10,
    },
  },
  webLink: 'https://outlook.example/2',
}

test('an event is read whole, its times in UTC', async () => {
  const graph = scripted(() => ({ body: wireEvent }))
  const [outcome] = await graph.port.items.whole([event], limits)
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      kind: 'event',
      folder: 'C',
      eventType: 'master',
      subject: '',
      location: 'Room 1',
      start: Date.UTC(2026, 0, 5, 9),
      end: Date.UTC(2026, 0, 5, 9, 30),
      showAs: 'workingElsewhere',
      isPrivate: true,
      attendees: [
        { name: 'Pat', type: 'required' },
        { name: null, address: 'quinn@contoso.example', type: 'optional' },
        { name: 'Room 1', address: null, type: 'resource' },
      ],
      recurrence: {
        type: 'weekly',
        interval: 2,
        daysOfWeek: [1, 5],
        dayOfMonth: null,
        month: null,
        index: null,
        firstDayOfWeek: 1,
        startDate: '2026-01-05',
        endDate: null,
        occurrences: 10,
      },
    },
  })
  expect(graph.asked[0]!.headers.get('prefer')).toContain('outlook.timezone="UTC"')
})

test('an all-day event keeps its dates', async () => {
  // microsoft-graph-docs issue 1802: midnights whatever the zone.
  const allDay = {
    ...wireEvent,
    isAllDay: true,
    start: { dateTime: '2026-03-05T00:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-03-06T00:00:00.0000000', timeZone: 'UTC' },
  }
  const graph = scripted(() => ({ body: allDay }))
  const [outcome] = await graph.port.items.whole([event], limits)
  expect(outcome).toMatchObject({
    value: { isAllDay: true, start: Date.UTC(2026, 2, 5), end: Date.UTC(2026, 2, 6) },
  })
})

test.each([
  ['time zone', { start: { dateTime: '2026-01-05T09:00:00', timeZone: 'Middle Earth' } }, /start/],
  ['start', { start: null }, /start or end is missing/],
  ['pattern', { recurrence: { pattern: { type: 'lunar' }, range: {} } }, /recurrence\.pattern/],
  ['type of a property', { subject: 7 }, /at subject/],
])('[MB10] an event with an odd %s is parked, named, alone', async (_, changed, message) => {
  const graph = scripted((one) => ({
    body: one.path.includes('/odd?') ? { ...wireEvent, ...changed } : wireEvent,
  }))
  const [odd, fine] = await graph.port.items.whole([{ ...event, key: 'odd' }, event], limits)
  expect(odd).toMatchObject({ ok: false, error: { remedy: 'refused' } })
  expect(String((odd as { error: Error }).error)).toMatch(message)
  expect(String((odd as { error: Error }).error)).toContain(MAILBOX)
  expect(fine).toMatchObject({ ok: true })
})

test('[MB13] only what the server says is gone is null', async () => {
  const replies: Record<string, Reply> = {
    gone: failure(404, 'ErrorItemNotFound'),
    odd: failure(404, 'ErrorNobodyKnows'),
    down: failure(503, 'serviceNotAvailable'),
  }
  const graph = scripted((one) => replies[/messages\/(\w+)\?/.exec(one.path)![1]!]!)
  const refs = ['gone', 'odd', 'down'].map((key): ItemRef => ({ ...message, key }))
  for (const outcomes of [
    await graph.port.items.light(refs),
    await graph.port.items.whole(refs, limits),
  ]) {
    expect(outcomes).toMatchObject([
      { ok: true, value: null },
      { ok: false, error: { remedy: 'refused' } },
      { ok: false, error: { remedy: 'outage' } },
    ])
  }
})

test('[MB12] a light read tells where a message lies now', async () => {
  const graph = scripted(() => ({ body: wireMessage }))
  const [outcome] = await graph.port.items.light([message])
  expect(outcome).toMatchObject({ value: { folder: 'F-now', key: message.key, whole: null } })
})

test('nothing asked for is nothing sent', async () => {
  const graph = scripted(() => ({}))
  expect(await graph.port.items.light([])).toEqual([])
  expect(await graph.port.items.whole([], limits)).toEqual([])
  expect(await graph.port.feed.read([])).toEqual([])
  expect(graph.trips).toEqual([])
})

test.each([
  [message, '/users/nina@northwind.example/messages/AAMk-m='],
  [event, '/users/nina@northwind.example/events/AAMk-e'],
  [task, '/users/nina@northwind.example/todo/lists/L/tasks/AAMk-t'],
])('[MB8] categories are written against the version that was read: %o', async (ref, path) => {
  const graph = scripted(() => ({ body: { '@odata.etag': 'W/"new=="', id: ref.key } }))
  expect(await graph.port.writer.setCategories(ref, ['A', 'B'], 'old==')).toBe('new==')
  expect(graph.asked[0]).toMatchObject({ method: 'PATCH', path, body: { categories: ['A', 'B'] } })
  expect(graph.asked[0]!.headers.get('if-match')).toBe('W/"old=="')
})

test.each([
  [412, 'ErrorIrresolvableConflict'],
  [409, 'ErrorIrresolvableConflict'],
])('[MB8] an item that changed is told with %i %s', async (status, code) => {
  const graph = scripted(() => failure(status, code))
  await expect(graph.port.writer.setCategories(event, [], 'x')).rejects.toMatchObject({
    remedy: 'conflict',
  })
})

test('[MB8] an item that is gone is told', async () => {
  const graph = scripted(() => failure(404, 'ErrorItemNotFound'))
  await expect(graph.port.writer.setCategories(task, [], 'x')).rejects.toMatchObject({
    remedy: 'gone',
  })
})

test('[MB8] a write answered without a version reads it', async () => {
  const graph = scripted((one) =>
    one.method === 'PATCH' ? { status: 204 } : { body: wireMessage },
  )
  expect(await graph.port.writer.setCategories(message, [], 'x')).toBe(
    'CQAAABYAAABmWdbhEgBXTophjCWt81m9AAAoZYj4',
  )
})

test('a series is its master and all pages of its instances', async () => {
  const more = `${BASE}/users/n/events/e/instances?$skip=1`
  const occurrence = {
    ...wireEvent,
    type: 'occurrence',
    seriesMasterId: event.key,
    recurrence: null,
  }
  const graph = scripted((one) => {
    if (one.path.includes('$skip')) {
      return { body: { value: [{ ...occurrence, id: 'o2', type: 'exception' }] } }
    }
    if (one.path.includes('/instances')) {
      return { body: { value: [{ ...occurrence, id: 'o1' }], '@odata.nextLink': more } }
    }
    return { body: wireEvent }
  })
  const window = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2026, 1, 1) }
  const series = await graph.port.items.series(event, window)
  expect(series!.master.eventType).toBe('master')
  expect(
    series!.instances.map(({ key, eventType, masterKey }) => [key, eventType, masterKey]),
  ).toEqual([
    ['o1', 'occurrence', event.key],
    ['o2', 'exception', event.key],
  ])
  expect(graph.asked[1]!.path).toContain(
    'startDateTime=2026-01-01T00:00:00.000Z&endDateTime=2026-02-01T00:00:00.000Z',
  )
})

test('a series that is gone, or none, is null', async () => {
  const window = { start: 0, end: 1 }
  const gone = scripted(() => failure(404, 'ErrorItemNotFound'))
  expect(await gone.port.items.series(event, window)).toBeNull()
  const single = scripted((one) =>
    one.path.includes('/instances')
      ? failure(400, 'ErrorInvalidRequest')
      : { body: { ...wireEvent, type: 'singleInstance', recurrence: null } },
  )
  expect(await single.port.items.series(event, window)).toBeNull()
})

const twenty = Array.from({ length: 20 }, (_, n) => ({
  kind: 'message' as const,
  key: `k${n}`,
  folder: 'f',
}))
const whole = { attachmentBytesMax: 100, marked: null }
const keyOf = (path: string) => /messages\/(\w+)/.exec(path)![1]!
const plain = (path: string) => ({
  body: {
    id: keyOf(path),
    '@odata.etag': 'W/"1"',
    changeKey: '1',
    categories: [],
    parentFolderId: 'f',
    subject: 'A subject',
    body: { contentType: 'html', content: '' },
    attachments: [],
    isDraft: false,
  },
})

test.each([400, 413, 500])(
  '[TR20] a batch that is refused with %i for one of its parts brings the others',
  async (status) => {
    const graph = scripted(
      ({ path }) => plain(path),
      { limits: { listedFrom: 1_000 } },
      (paths) => (paths.some((path) => keyOf(path) === 'k7') ? { status } : null),
    )
    const outcomes = await graph.port.items.whole(twenty, whole)
    const failed = outcomes.flatMap((outcome, n) => (outcome.ok ? [] : [n]))
    expect(failed).toEqual([7])
    const { error } = outcomes[7] as { error: unknown }
    expect(error).toMatchObject({ scope: 'item' })
  },
)

test('[CY8] where no batch is answered, no item is held to be the reason', async () => {
  const graph = scripted(
    ({ path }) => plain(path),
    { limits: { listedFrom: 1_000 } },
    () => ({ status: 400 }),
  )
  await expect(graph.port.items.whole(twenty, whole)).rejects.toMatchObject({
    answer: '400',
    scope: 'mailbox',
  })
})
