import { expect, test } from 'vitest'
import { ANNA, BEN, deltaRound, IMMUTABLE, type Json, type Lab, lab } from './harness.ts'

const AT = `/users/${ANNA}`
const WINDOW = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-02-01T00:00:00Z'

const event = (subject: string, day: string, more: Readonly<Record<string, unknown>> = {}) => ({
  subject,
  start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Berlin' },
  end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Berlin' },
  ...more,
})

const weekly = {
  pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'sunday' },
  range: { type: 'numbered', startDate: '2026-01-05', numberOfOccurrences: 4 },
}

const invite = (who: string) => ({
  attendees: [{ type: 'required', emailAddress: { name: who, address: who } }],
})

async function series({ call }: Lab): Promise<string> {
  const made = await call(
    'POST',
    `${AT}/events`,
    event('Weekly', '2026-01-05', { recurrence: weekly }),
    IMMUTABLE,
  )
  expect(made.status).toBe(201)
  expect(made.json).toMatchObject({ type: 'seriesMaster', seriesMasterId: null })
  return String(made.json.id)
}

const get = (call: Lab['call'], path: string) => call('GET', path, undefined, IMMUTABLE)

test('times come in UTC with seven digits, or in the zone asked for', async () => {
  const { call } = await lab()
  const made = await call('POST', `${AT}/events`, event('One', '2026-01-07'))
  expect(made.json.start).toEqual({ dateTime: '2026-01-07T08:00:00.0000000', timeZone: 'UTC' })
  expect(made.json.originalStartTimeZone).toBe('Europe/Berlin')
  const zoned = await call('GET', `${AT}/events/${made.json.id}`, undefined, {
    Prefer: 'outlook.timezone="Pacific Standard Time"',
  })
  expect(zoned.json.start).toEqual({
    dateTime: '2026-01-07T00:00:00.0000000',
    timeZone: 'Pacific Standard Time',
  })
})

test('events lists masters, calendarView their occurrences', async () => {
  const world = await lab()
  const { call } = world
  await series(world)
  const list = await call('GET', `${AT}/events`)
  expect(list.json.value?.map((row) => row.type)).toEqual(['seriesMaster'])
  const view = await call('GET', `${AT}/calendarView?${WINDOW}&$top=100&$select=subject,type`)
  expect(view.json.value?.map((row) => row.type)).toEqual(Array(4).fill('occurrence'))
  const missing = await call('GET', `${AT}/calendarView`)
  expect(missing.status).toBe(400)
})

test('a change to one occurrence makes an exception, and its deletion a gap', async () => {
  const world = await lab()
  const { call } = world
  const id = await series(world)
  const instances = (await get(call, `${AT}/events/${id}/instances?${WINDOW}`)).json.value ?? []
  const [first, second, third] = instances
  const patched = await call(
    'PATCH',
    `${AT}/events/${second?.id}`,
    { categories: ['Mine'] },
    IMMUTABLE,
  )
  expect(patched.json).toMatchObject({ type: 'exception', categories: ['Mine'] })
  expect(patched.json.id).toBe(second?.id)
  expect((await call('DELETE', `${AT}/events/${third?.id}`)).status).toBe(204)
  const after = (await get(call, `${AT}/calendarView?${WINDOW}`)).json.value ?? []
  expect(after.map((row) => row.type)).toEqual(['occurrence', 'exception', 'occurrence'])
  expect((await get(call, `${AT}/events/${third?.id}`)).code).toBe('ErrorItemNotFound')
  expect((await get(call, `${AT}/events/${first?.id}`)).json).toMatchObject({ categories: [] })
  expect(first?.iCalUId).not.toBe(second?.iCalUId)
})

test('calendarView delta: masters come along, occurrences are stubs, the window is kept', async () => {
  const world = await lab()
  const { call } = world
  const id = await series(world)
  await call('POST', `${AT}/events`, event('Single', '2026-01-07'))
  const far = await call('POST', `${AT}/events`, event('Far', '2026-05-01'), IMMUTABLE)
  const start = `${AT}/calendarView/delta?${WINDOW}`
  const first = await deltaRound(call, start, {
    Prefer: 'IdType="ImmutableId", odata.maxpagesize=2',
  })
  // Three pages of two, and an empty one: what lies behind is outside the window.
  expect(first.pages).toBe(4)
  const stubs = first.rows.filter((row) => row.type === 'occurrence')
  expect(stubs).toHaveLength(4)
  expect(Object.keys(stubs[0] ?? {}).sort()).toEqual([
    '@odata.etag',
    '@odata.type',
    'end',
    'id',
    'seriesMasterId',
    'start',
    'type',
  ])
  expect(first.rows.filter((row) => row.id === id)).toMatchObject([{ type: 'seriesMaster' }])

  await call('PATCH', `${AT}/events/${id}`, { categories: ['X'] })
  await call('PATCH', `${AT}/events/${far.json.id}`, { subject: 'Farther' })
  const second = await deltaRound(call, first.link)
  expect(second.rows).toHaveLength(6)
  expect(second.rows.find((row) => row.id === id)).toMatchObject({ categories: ['X'] })
  expect(second.rows.at(-1)).toEqual({ id: far.json.id, '@removed': { reason: 'deleted' } })
})

test('an invitation reaches the calendar and the inbox; the answer comes back', async () => {
  const { call } = await lab()
  const made = await call(
    'POST',
    `${AT}/events`,
    event('Talk', '2026-01-07', { ...invite(BEN), categories: ['Private'] }),
  )
  const [copy] = (await call('GET', `/users/${BEN}/events`)).json.value ?? []
  expect(copy).toMatchObject({
    iCalUId: made.json.iCalUId,
    categories: [],
    isOrganizer: false,
    responseStatus: { response: 'notResponded' },
  })
  const inbox = await call('GET', `/users/${BEN}/mailFolders/inbox/messages`)
  expect(inbox.json.value).toMatchObject([
    { '@odata.type': '#microsoft.graph.eventMessageRequest', meetingMessageType: 'meetingRequest' },
  ])

  const refused = await call('POST', `${AT}/events/${made.json.id}/accept`, {})
  expect(refused.status).toBe(400)
  const yes = await call('POST', `/users/${BEN}/events/${copy?.id}/accept`, { Comment: 'Fine' })
  expect(yes.status).toBe(202)
  const mine = (await call('GET', `${AT}/events/${made.json.id}`)).json
  expect(mine.attendees).toMatchObject([{ status: { response: 'accepted' } }])
  const answers = await call('GET', `${AT}/mailFolders/inbox/messages`)
  expect(answers.json.value).toMatchObject([
    { '@odata.type': '#microsoft.graph.eventMessageResponse', responseType: 'accepted' },
  ])
})

test('a change of categories sends nothing; a change of time reaches the copy', async () => {
  const { call } = await lab()
  const made = await call('POST', `${AT}/events`, event('Talk', '2026-01-07', invite(BEN)))
  const mails = async () =>
    (await call('GET', `/users/${BEN}/messages?$count=true`)).json['@odata.count']
  await call('PATCH', `${AT}/events/${made.json.id}`, { categories: ['X'] })
  expect(await mails()).toBe(1)
  await call('PATCH', `${AT}/events/${made.json.id}`, event('Talk', '2026-01-08'))
  expect(await mails()).toBe(2)
  const [copy] = (await call('GET', `/users/${BEN}/events`)).json.value ?? []
  expect(copy).toMatchObject({ start: { dateTime: '2026-01-08T08:00:00.0000000' } })
})

test('only the organizer cancels; the copy stays, marked', async () => {
  const { call } = await lab()
  const made = await call('POST', `${AT}/events`, event('Talk', '2026-01-07', invite(BEN)))
  const path = `/users/${BEN}/events`
  const [copy] = (await call('GET', path)).json.value ?? []
  expect((await call('POST', `${path}/${copy?.id}/cancel`, {})).status).toBe(400)
  expect((await call('POST', `${AT}/events/${made.json.id}/cancel`, {})).status).toBe(202)
  expect((await call('GET', `${AT}/events/${made.json.id}`)).status).toBe(404)
  expect((await call('GET', `${path}/${copy?.id}`)).json).toMatchObject({ isCancelled: true })
})

test('a transactionId is taken once', async () => {
  const { call } = await lab()
  const input = event('Once', '2026-01-07', { transactionId: 't1' })
  const made = await call('POST', `${AT}/events`, input)
  const again = await call('POST', `${AT}/events`, input)
  expect([again.status, again.code]).toEqual([409, 'ErrorDuplicateTransactionId'])
  expect((again.json as Json)['@event.existingEventId']).toBe(made.json.id)
})

test.each([
  ['no end', { end: undefined }],
  ['an unknown zone', { start: { dateTime: '2026-01-07T09:00:00', timeZone: 'Mars' } }],
  ['a day that is none', { start: { dateTime: '2026-02-30T09:00:00', timeZone: 'UTC' } }],
  ['an end before the start', { end: { dateTime: '2026-01-01T09:00:00', timeZone: 'UTC' } }],
  ['a bad recurrence', { recurrence: { pattern: { type: 'hourly' }, range: {} } }],
  ['an unknown property', { colour: 'red' }],
])('an event with %s is refused and leaves nothing behind', async (_what, wrong) => {
  const { call } = await lab()
  const refused = await call('POST', `${AT}/events`, { ...event('Bad', '2026-01-07'), ...wrong })
  expect(refused.status).toBe(400)
  expect(refused.code).toBeTruthy()
  expect((await call('GET', `${AT}/events`)).json.value).toEqual([])
})
