import { expect, test } from 'vitest'
import type { GraphEventInput, ImportItem } from '../types.ts'
import { readCalendars } from './calendar.ts'

function read(...lines: string[]) {
  return readCalendars('a.ics', Buffer.from(lines.join('\r\n'), 'utf8'))
}

const inCalendar = (...lines: string[]): string[] => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR']
const vevent = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:u1', ...lines, 'END:VEVENT']

function events(items: readonly ImportItem[]): GraphEventInput[] {
  return items.flatMap((item) => (item.kind === 'event' ? [item.event] : []))
}

const starts = (items: readonly ImportItem[]): string[] =>
  events(items).map((event) => event.start.dateTime.slice(0, 16))

function only(items: readonly ImportItem[]) {
  const item = items[0]
  if (items.length !== 1 || item?.kind !== 'event') throw new Error('expected one event')
  return item
}

function recurrenceOf(rule: string, start = 'DTSTART;TZID=Europe/Berlin:20260105T090000') {
  const { items, refused } = read(...vevent(start, `RRULE:${rule}`))
  expect(refused).toEqual([])
  return only(items).event.recurrence
}

test('an event is taken over with its people, place, times and reminder', () => {
  const { items, refused } = read(
    ...inCalendar(
      ...vevent(
        'SUMMARY:Review\\, part 2',
        'DESCRIPTION:Line one\\nLine two',
        'DTSTART;TZID=W. Europe Standard Time:20260105T090000',
        'DURATION:PT1H30M',
        'LOCATION:Room 4',
        'ORGANIZER;CN=Ada Pine:mailto:ada@pine.example',
        'ATTENDEE;CN=Ada Pine;PARTSTAT=ACCEPTED:mailto:ADA@pine.example',
        'ATTENDEE;CN=B;PARTSTAT=ACCEPTED:mailto:b@oak.example',
        'ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:mailto:c@oak.example',
        'ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@pine.example',
        'CATEGORIES:Order,Urgent',
        'CATEGORIES:Order',
        'PRIORITY:1',
        'CLASS:PRIVATE',
        'STATUS:TENTATIVE',
        'BEGIN:VALARM',
        'TRIGGER:-PT10M',
        'ACTION:DISPLAY',
        'END:VALARM',
      ),
    ),
  )
  expect(refused).toEqual([])
  expect(only(items).event).toMatchObject({
    iCalUId: 'u1',
    subject: 'Review, part 2',
    body: { contentType: 'text', content: 'Line one\nLine two' },
    start: { dateTime: '2026-01-05T09:00:00.0000000', timeZone: 'Europe/Berlin' },
    end: { dateTime: '2026-01-05T10:30:00.0000000', timeZone: 'Europe/Berlin' },
    location: { displayName: 'Room 4' },
    organizer: { emailAddress: { name: 'Ada Pine', address: 'ada@pine.example' } },
    attendees: [
      { type: 'required', status: { response: 'accepted' }, emailAddress: { name: 'B' } },
      { type: 'optional', status: { response: 'declined' } },
      { type: 'resource', status: { response: 'none' } },
    ],
    categories: ['Order', 'Urgent'],
    importance: 'high',
    sensitivity: 'private',
    showAs: 'tentative',
    isReminderOn: true,
    reminderMinutesBeforeStart: 10,
    isCancelled: false,
  })
})

test('dates become all-day events that end after their last day', () => {
  const end = (...lines: string[]) => only(read(...vevent(...lines)).items).event
  expect(end('DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260107')).toMatchObject({
    isAllDay: true,
    start: { dateTime: '2026-01-05T00:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-01-07T00:00:00.0000000', timeZone: 'UTC' },
  })
  expect(end('DTSTART:20260105').end.dateTime).toBe('2026-01-06T00:00:00.0000000')
  expect(end('DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260105').end.dateTime).toBe(
    '2026-01-06T00:00:00.0000000',
  )
})

test('cancelled events say so, by their status or by the method of the calendar', () => {
  const dtstart = 'DTSTART:20260105T090000Z'
  expect(only(read(...vevent(dtstart, 'STATUS:CANCELLED')).items).event.isCancelled).toBe(true)
  const cancel = inCalendar('METHOD:CANCEL', ...vevent(dtstart))
  expect(only(read(...cancel).items).event.isCancelled).toBe(true)
})

test('rules become the patterns that Graph has for them', () => {
  const berlin = { startDate: '2026-01-05', recurrenceTimeZone: 'Europe/Berlin' }
  expect(recurrenceOf('FREQ=DAILY;INTERVAL=3;COUNT=5')).toEqual({
    pattern: { type: 'daily', interval: 3 },
    range: { ...berlin, type: 'numbered', numberOfOccurrences: 5 },
  })
  expect(recurrenceOf('FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE')).toEqual({
    pattern: {
      type: 'weekly',
      interval: 2,
      daysOfWeek: ['monday', 'wednesday'],
      firstDayOfWeek: 'sunday',
    },
    range: { ...berlin, type: 'noEnd' },
  })
  expect(recurrenceOf('FREQ=WEEKLY')?.pattern).toMatchObject({ daysOfWeek: ['monday'] })
  expect(recurrenceOf('FREQ=DAILY;BYDAY=MO,TU')?.pattern).toMatchObject({ type: 'weekly' })
  const pattern = (rule: string) => recurrenceOf(rule)?.pattern
  expect(pattern('FREQ=MONTHLY')).toMatchObject({ type: 'absoluteMonthly', dayOfMonth: 5 })
  expect(pattern('FREQ=MONTHLY;BYMONTHDAY=-1')).toMatchObject({ dayOfMonth: 31 })
  expect(pattern('FREQ=MONTHLY;BYDAY=1MO')).toMatchObject({
    type: 'relativeMonthly',
    index: 'first',
    daysOfWeek: ['monday'],
  })
  expect(pattern('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')).toMatchObject({ index: 'last' })
  expect(pattern('FREQ=YEARLY')).toMatchObject({ type: 'absoluteYearly', month: 1, dayOfMonth: 5 })
  expect(pattern('FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')).toMatchObject({
    type: 'relativeYearly',
    month: 11,
    index: 'fourth',
    daysOfWeek: ['thursday'],
  })
})

test('an UNTIL before the time of its day ends the series a day earlier', () => {
  const until = (value: string) => recurrenceOf(`FREQ=DAILY;UNTIL=${value}`)?.range?.endDate
  expect(until('20260110T080000Z')).toBe('2026-01-10')
  expect(until('20260110T075959Z')).toBe('2026-01-09')
  expect(until('20260110')).toBe('2026-01-10')
})

test('a series that does not begin on its pattern begins with the first day that is', () => {
  const { items } = read(...vevent('DTSTART:20260106T090000Z', 'RRULE:FREQ=WEEKLY;BYDAY=FR'))
  expect(only(items).event).toMatchObject({
    start: { dateTime: '2026-01-09T09:00:00.0000000' },
    end: { dateTime: '2026-01-09T09:00:00.0000000' },
    recurrence: { range: { startDate: '2026-01-09' } },
  })
})

test('a rule without words in Graph becomes single events when they are few', () => {
  const { items, refused } = read(
    ...vevent(
      'DTSTART;TZID=Europe/Berlin:20260301T090000',
      'DTEND;TZID=Europe/Berlin:20260301T100000',
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=4',
    ),
  )
  expect(refused).toEqual([])
  expect(starts(items)).toEqual([
    '2026-03-01T09:00',
    '2026-03-15T09:00',
    '2026-04-01T09:00',
    '2026-04-15T09:00',
  ])
  const uids = events(items).map((event) => event.iCalUId)
  expect(uids).toContain('u1_20260401T070000Z')
  expect(new Set(uids).size).toBe(4)
})

test('a rule without words in Graph and without end is refused whole', () => {
  for (const rule of ['FREQ=HOURLY', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'FREQ=SECONDLY;INTERVAL=7']) {
    const { items, refused } = read(...vevent('DTSTART:20260301T090000Z', `RRULE:${rule}`))
    expect(items, rule).toEqual([])
    expect(refused[0]?.reason).toContain('too many (over 366)')
    expect(refused[0]?.name).toBe('a.ics, VEVENT 1')
  }
})

test('a rule that leads nowhere is refused or gives its first date, and always ends', () => {
  const { items, refused } = read(
    ...vevent('DTSTART:20260301T090000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31;BYHOUR=3'),
  )
  expect(items.length + refused.length).toBe(1)
})

test('deleted and changed occurrences become exceptions', () => {
  const { items, refused } = read(
    ...inCalendar(
      ...vevent(
        'DTSTART;TZID=Europe/Berlin:20260323T090000',
        'DTEND;TZID=Europe/Berlin:20260323T100000',
        'SUMMARY:Weekly',
        'RRULE:FREQ=WEEKLY',
        'EXDATE;TZID=Europe/Berlin:20260406T090000',
        'EXDATE;VALUE=DATE:20260413',
        'EXDATE:20260407T090000Z',
      ),
      ...vevent(
        'RECURRENCE-ID;TZID=Europe/Berlin:20260330T090000',
        'DTSTART;TZID=Europe/Berlin:20260331T140000',
        'DTEND;TZID=Europe/Berlin:20260331T150000',
        'SUMMARY:Weekly (moved)',
      ),
      ...vevent('RECURRENCE-ID:20260420T070000Z', 'DTSTART:20260420T070000Z', 'STATUS:CANCELLED'),
    ),
  )
  expect(refused).toEqual([])
  const { exceptions } = only(items)
  expect(
    exceptions.map(({ originalStartUtcMs, event }) => [
      new Date(originalStartUtcMs).toISOString(),
      event?.subject ?? null,
      event?.start?.dateTime ?? null,
    ]),
  ).toEqual([
    ['2026-03-30T07:00:00.000Z', 'Weekly (moved)', '2026-03-31T14:00:00.0000000'],
    ['2026-04-06T07:00:00.000Z', null, null],
    ['2026-04-13T07:00:00.000Z', null, null],
    ['2026-04-20T07:00:00.000Z', null, null],
  ])
})

test('a deleted date of an all-day series is found', () => {
  const { items } = read(
    ...vevent('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20260107'),
  )
  expect(only(items).exceptions).toEqual([
    { originalStartUtcMs: Date.UTC(2026, 0, 7), event: null },
  ])
})

test('added dates become single events beside the series, periods with their own length', () => {
  const { items } = read(
    ...vevent(
      'DTSTART:20260105T090000Z',
      'DTEND:20260105T100000Z',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RDATE:20260107T090000Z',
      'RDATE;VALUE=PERIOD:20260108T090000Z/PT3H',
    ),
  )
  expect(starts(items)).toEqual(['2026-01-05T09:00', '2026-01-07T09:00', '2026-01-08T09:00'])
  expect(events(items).map((event) => event.recurrence !== null)).toEqual([true, false, false])
  expect(events(items)[2]?.end.dateTime).toBe('2026-01-08T12:00:00.0000000')
})

test('a change of all later occurrences is refused and the series stays', () => {
  const { items, refused } = read(
    ...inCalendar(
      ...vevent('DTSTART:20260105T090000Z', 'RRULE:FREQ=WEEKLY'),
      ...vevent('RECURRENCE-ID;RANGE=THISANDFUTURE:20260112T090000Z', 'DTSTART:20260112T100000Z'),
    ),
  )
  expect(only(items).exceptions).toEqual([])
  expect(refused).toEqual([
    { name: 'a.ics, VEVENT 2', reason: expect.stringContaining('all later occurrences') },
  ])
})

test('one occurrence without its series stands by itself', () => {
  const { items } = read(...vevent('RECURRENCE-ID:20260112T090000Z', 'DTSTART:20260112T100000Z'))
  expect(only(items).event.recurrence).toBeNull()
})

const ODD_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Our clock',
  'BEGIN:STANDARD',
  'DTSTART:20251026T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0217',
  'TZOFFSETTO:+0117',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:20250330T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0117',
  'TZOFFSETTO:+0217',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

test('a zone defined in the file is matched to a known one by its rules', () => {
  const zone = ODD_ZONE.map((line) => line.replace('17', '00'))
  const { items } = read(
    ...inCalendar(...vevent('DTSTART;TZID=Our clock:20260706T090000'), ...zone),
  )
  expect(only(items).event.start).toEqual({
    dateTime: '2026-07-06T09:00:00.0000000',
    timeZone: 'Europe/Berlin',
  })
})

test('a zone that no clock of Exchange keeps is shown in UTC and its series as single events', () => {
  const { items, refused } = read(
    ...inCalendar(
      ...ODD_ZONE,
      ...vevent('DTSTART;TZID=Our clock:20260327T090000', 'RRULE:FREQ=DAILY;COUNT=3'),
    ),
  )
  expect(refused).toEqual([])
  expect(starts(items)).toEqual(['2026-03-27T07:43', '2026-03-28T07:43', '2026-03-29T06:43'])
  expect(events(items)[0]?.start.timeZone).toBe('UTC')
})

test('a zone that is neither known nor defined refuses the event by name', () => {
  const { items, refused } = read(...vevent('DTSTART;TZID=Nowhere:20260327T090000'))
  expect(items).toEqual([])
  expect(refused[0]?.reason).toBe("Its time zone 'Nowhere' is neither known nor defined.")
})

test('times without a zone lie on the clock of the calendar, else on that of UTC', () => {
  const dtstart = 'DTSTART:20260706T090000'
  const zoned = inCalendar('X-WR-TIMEZONE:Europe/Vienna', ...vevent(dtstart))
  expect(only(read(...zoned).items).event.start.timeZone).toBe('Europe/Vienna')
  expect(only(read(...vevent(dtstart)).items).event.start.timeZone).toBe('UTC')
})

test('a to-do becomes a task', () => {
  const { items } = read(
    ...inCalendar(
      'BEGIN:VTODO',
      'SUMMARY:Send the offer',
      'DESCRIPTION:By post',
      'STATUS:IN-PROCESS',
      'PRIORITY:9',
      'CATEGORIES:Order',
      'DTSTART;TZID=Europe/Berlin:20260105T090000',
      'DUE;TZID=Europe/Berlin:20260106T170000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'BEGIN:VALARM',
      'TRIGGER:-PT1H',
      'ACTION:DISPLAY',
      'END:VALARM',
      'END:VTODO',
    ),
  )
  expect(items).toEqual([
    {
      kind: 'task',
      task: {
        title: 'Send the offer',
        body: { contentType: 'text', content: 'By post' },
        status: 'inProgress',
        importance: 'low',
        categories: ['Order'],
        startDateTime: { dateTime: '2026-01-05T09:00:00.0000000', timeZone: 'Europe/Berlin' },
        dueDateTime: { dateTime: '2026-01-06T17:00:00.0000000', timeZone: 'Europe/Berlin' },
        completedDateTime: null,
        isReminderOn: true,
        reminderDateTime: { dateTime: '2026-01-05T07:00:00.0000000', timeZone: 'UTC' },
        recurrence: {
          pattern: {
            type: 'weekly',
            interval: 1,
            daysOfWeek: ['tuesday'],
            firstDayOfWeek: 'monday',
          },
          range: {
            type: 'numbered',
            numberOfOccurrences: 4,
            startDate: '2026-01-06',
            recurrenceTimeZone: 'Europe/Berlin',
          },
        },
      },
    },
  ])
})

test('one broken component does not keep the others out', () => {
  const good = vevent('DTSTART:20260706T090000Z')
  const { items, refused } = read(
    ...inCalendar(
      ...vevent('DTSTART:20260706T090000Z', 'SUMMARY=no colon'),
      ...vevent('SUMMARY:no start'),
      ...vevent('DTSTART:20260230T090000Z'),
      ...vevent('DTSTART:20260706T090000Z', 'DTEND:20260705T090000Z'),
      ...vevent('DTSTART:20260706T090000Z', 'RRULE:FREQ=SOMETIMES'),
      ...good,
      'BEGIN:VJOURNAL',
      'END:VJOURNAL',
    ),
    ...good.slice(0, -1),
  )
  expect(items).toHaveLength(1)
  expect(refused.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([
    'a.ics, VEVENT 1: It has a malformed line (line 5).',
    'a.ics, VEVENT 5: It is not valid iCalendar: invalid frequency "SOMETIMES" expected: "SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY"',
    'a.ics, VEVENT 2: It has no DTSTART.',
    expect.stringContaining("a.ics, VEVENT 3: Its DTSTART can't be read: "),
    'a.ics, VEVENT 4: It ends before it starts.',
    'a.ics, VJOURNAL: 1 VJOURNAL left out: only events (VEVENT) and tasks (VTODO) are imported.',
    'a.ics, VEVENT 7: It has no END; the file seems cut off.',
  ])
})

test('an answer to an invitation is no event', () => {
  const { items, refused } = read(
    ...inCalendar('METHOD:REPLY', ...vevent('DTSTART:20260706T090000Z')),
  )
  expect(items).toEqual([])
  expect(refused[0]?.reason).toContain('METHOD:REPLY')
})

test('more attendees than Exchange takes refuse the event', () => {
  const people = Array.from({ length: 501 }, (_, i) => `ATTENDEE:mailto:p${i}@oak.example`)
  const { items, refused } = read(...vevent('DTSTART:20260706T090000Z', ...people))
  expect(items).toEqual([])
  expect(refused[0]?.reason).toBe('It has 501 attendees; Exchange takes 500.')
})

test('text in an older encoding is read and text without a calendar is refused', () => {
  const lines = vevent('DTSTART:20260706T090000Z', 'SUMMARY:Büro').join('\r\n')
  const { items } = readCalendars('a.ics', Buffer.from(lines, 'latin1'))
  expect(only(items).event.subject).toBe('Büro')
  expect(read('hello')).toEqual({
    items: [],
    refused: [{ name: 'a.ics', reason: 'It holds no BEGIN:VCALENDAR and no component.' }],
  })
  expect(read('').refused).toHaveLength(1)
})
