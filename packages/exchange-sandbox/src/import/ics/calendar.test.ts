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

test('[IM2] an event is taken over with its people, place, times and reminder', () => {
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

test('[IM2] dates become all-day events that end after their last day', () => {
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

test('[IM2] cancelled events say so, by their status or by the method of the calendar', () => {
  const dtstart = 'DTSTART:20260105T090000Z'
  expect(only(read(...vevent(dtstart, 'STATUS:CANCELLED')).items).event.isCancelled).toBe(true)
  const cancel = inCalendar('METHOD:CANCEL', ...vevent(dtstart))
  expect(only(read(...cancel).items).event.isCancelled).toBe(true)
})

test('[IM3] rules become the patterns that Graph has for them', () => {
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

test('[IM3] an UNTIL before the time of its day ends the series a day earlier', () => {
  const until = (value: string) => recurrenceOf(`FREQ=DAILY;UNTIL=${value}`)?.range?.endDate
  expect(until('20260110T080000Z')).toBe('2026-01-10')
  expect(until('20260110T075959Z')).toBe('2026-01-09')
  expect(until('20260110')).toBe('2026-01-10')
})

test('[IM3] a series that does not begin on its pattern begins with the first day that is', () => {
  const { items } = read(...vevent('DTSTART:20260106T090000Z', 'RRULE:FREQ=WEEKLY;BYDAY=FR'))
  expect(only(items).event).toMatchObject({
    start: { dateTime: '2026-01-09T09:00:00.0000000' },
    end: { dateTime: '2026-01-09T09:00:00.0000000' },
    recurrence: { range: { startDate: '2026-01-09' } },
  })
})

test('[IM3] a rule without words in Graph becomes single events when they are few', () => {
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

test('[IM3] a rule without words in Graph and without end is refused whole', () => {
  for (const rule of ['FREQ=HOURLY', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'FREQ=SECONDLY;INTERVAL=7']) {
    const { items, refused } = read(...vevent('DTSTART:20260301T090000Z', `RRULE:${rule}`))
    expect(items, rule).toEqual([])
    expect(refused[0]?.reason).toContain('too many (over 366)')
    expect(refused[0]?.name).toBe('a.ics, VEVENT 1')
  }
})

test('[IM3] a rule that leads nowhere is refused or gives its first date, and always ends', () => {
  const { items, refused } = read(
    ...vevent('DTSTART:20260301T090000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31;BYHOUR=3'),
  )
  expect(items.length + refused.length).toBe(1)
})

test('[IM4] deleted and changed occurrences become exceptions', () => {
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

test('[IM4] a deleted date of an all-day series is found', () => {
  const { items } = read(
    ...vevent('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20260107'),
  )
  expect(only(items).exceptions).toEqual([
    { originalStartUtcMs: Date.UTC(2026, 0, 7), event: null },
  ])
})

test('[IM4] added dates become single events beside the series, periods with their own length', () => {
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

test('[IM4] one occurrence without its series stands by itself', () => {
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

test('[IM6] a zone defined in the file is matched to a known one by its rules', () => {
  const zone = ODD_ZONE.map((line) => line.replace('17', '00'))
  const { items } = read(
    ...inCalendar(...vevent('DTSTART;TZID=Our clock:20260706T090000'), ...zone),
  )
  expect(only(items).event.start).toEqual({
    dateTime: '2026-07-06T09:00:00.0000000',
    timeZone: 'Europe/Berlin',
  })
})

test('[IM6] a zone that no clock of Exchange keeps is shown in UTC and its series as single events', () => {
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

test('[IM6] a zone that is neither known nor defined refuses the event by name', () => {
  const { items, refused } = read(...vevent('DTSTART;TZID=Nowhere:20260327T090000'))
  expect(items).toEqual([])
  expect(refused[0]?.reason).toContain("'Nowhere'")
})

test('[IM6] times without a zone lie on the clock of the calendar, else on that of UTC', () => {
  const dtstart = 'DTSTART:20260706T090000'
  const zoned = inCalendar('X-WR-TIMEZONE:Europe/Vienna', ...vevent(dtstart))
  expect(only(read(...zoned).items).event.start.timeZone).toBe('Europe/Vienna')
  expect(only(read(...vevent(dtstart)).items).event.start.timeZone).toBe('UTC')
})

test('[IM2] a to-do becomes a task', () => {
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

test('[IM1] one broken component does not keep the others out', () => {
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
    'a.ics, VEVENT 1: It has no name and value in line 5 of the file.',
    'a.ics, VEVENT 5: Its RRULE has FREQ=SOMETIMES, which is no frequency.',
    'a.ics, VEVENT 4: The file holds it twice (the same UID and start).',
    'a.ics, VEVENT 2 "no start": It has no start (DTSTART).',
    "a.ics, VEVENT 3: Its DTSTART can't be read: the calendar has no 2026-02-30 09:00.",
    'a.ics, VJOURNAL: 1 VJOURNAL left out: only events (VEVENT) and tasks (VTODO) are imported.',
    'a.ics, VEVENT 7: It has no END; the file seems cut off.',
  ])
})

test('[IM2] an answer to an invitation is no event', () => {
  const { items, refused } = read(
    ...inCalendar('METHOD:REPLY', ...vevent('DTSTART:20260706T090000Z')),
  )
  expect(items).toEqual([])
  expect(refused[0]?.reason).toContain('METHOD:REPLY')
})

test('[IM1] more attendees than Exchange takes refuse the event', () => {
  const people = Array.from({ length: 501 }, (_, i) => `ATTENDEE:mailto:p${i}@oak.example`)
  const { items, refused } = read(...vevent('DTSTART:20260706T090000Z', ...people))
  expect(items).toEqual([])
  expect(refused[0]?.reason).toBe('It has 501 attendees; Exchange takes 500.')
})

test('[IM1] text in an older encoding is read and text without a calendar is refused', () => {
  const lines = vevent('DTSTART:20260706T090000Z', 'SUMMARY:Büro').join('\r\n')
  const { items } = readCalendars('a.ics', Buffer.from(lines, 'latin1'))
  expect(only(items).event.subject).toBe('Büro')
  expect(read('hello')).toEqual({
    items: [],
    refused: [{ name: 'a.ics', reason: 'It holds no BEGIN:VCALENDAR and no component.' }],
  })
  expect(read('').refused).toHaveLength(1)
})

test("[IM6] a zone's name is found with commas, colons and escapes, defined or as Outlook shows it", () => {
  const zoneOf = (parameter: string, ...definition: string[]) => {
    const { items, refused } = read(
      ...inCalendar(...definition, ...vevent(`DTSTART;TZID=${parameter}:20260706T090000`)),
    )
    expect(refused, parameter).toEqual([])
    const { dateTime, timeZone } = only(items).event.start
    return `${dateTime.slice(0, 16)} ${timeZone}`
  }
  const definition = ODD_ZONE.map((line) => line.replace('17', '00')).map((line) =>
    line.replace('Our clock', 'Plant 7: Halle\\, Saal'),
  )
  const berlin = '2026-07-06T09:00 Europe/Berlin'
  expect(zoneOf('"Plant 7: Halle, Saal"', ...definition)).toBe(berlin)
  expect(zoneOf('Plant 7: Halle\\, Saal', ...definition)).toBe(berlin)
  expect(zoneOf('plant 7: halle, saal', ...definition)).toBe(berlin)
  const described = (name: string) => zoneOf(`"${name}"`)
  expect(described('(UTC+01:00) Belgrade, Bratislava, Budapest')).toContain('Europe/Belgrade')
  expect(zoneOf('(UTC+05:30) Chennai, Kolkata, Mumbai')).toContain('Asia/Kolkata')
  expect(described('(GMT-05.00) Eastern Time (US & Canada)')).toContain('America/New_York')
  expect(described('(UTC-07:00) Arizona')).toContain('America/Phoenix')
  expect(described('(UTC) Coordinated Universal Time')).toBe('2026-07-06T09:00 UTC')
  expect(described('America/New York')).toBe('2026-07-06T09:00 America/New_York')
  expect(described('Dublin, Edinburgh, Lisbon, London')).toContain('Europe/Dublin')
  expect(described('Eastern Standard Time 1')).toContain('America/New_York')
  expect(zoneOf('UTC+02:00')).toBe('2026-07-06T09:00 Etc/GMT-2')
  expect(zoneOf('GMT-0330')).toBe('2026-07-06T12:30 UTC')
})

test("[IM6] a city's name in another offset, and an abbreviation with many meanings, name no zone", () => {
  for (const name of [
    '(UTC+09:00) Rome',
    'BST',
    'EDT',
    'Rome',
    'Rome, Tokyo',
    'Customized Time Zone',
  ]) {
    const { items, refused } = read(...vevent(`DTSTART;TZID="${name}":20260706T090000`))
    expect(items).toEqual([])
    expect(refused[0]?.reason).toContain(`'${name}'`)
  }
})

test('[IM6] an abbreviation means what the file says of it', () => {
  const zone = ODD_ZONE.map((line) => line.replace('17', '00').replace('Our clock', 'EST'))
  const { items } = read(...inCalendar(...zone, ...vevent('DTSTART;TZID=EST:20260706T090000')))
  expect(only(items).event.start.timeZone).toBe('Europe/Berlin')
})

test('[IM6] a zone defined in another calendar of the file, or since the year 1, is used', () => {
  const zone = ODD_ZONE.map((line) =>
    line.replace('17', '00').replace('DTSTART:2025', 'DTSTART:0001'),
  )
  const { items, refused } = read(
    ...inCalendar(...vevent('DTSTART;TZID=Our clock:20260706T090000')),
    ...inCalendar(...zone),
  )
  expect(refused).toEqual([])
  expect(only(items).event.start.timeZone).toBe('Europe/Berlin')
})

function exceptionsOf(...lines: string[]) {
  const weekly = ['DTSTART;TZID=Europe/Berlin:20261005T100000', 'RRULE:FREQ=WEEKLY;COUNT=9']
  const { items, refused } = read(...vevent(...weekly, ...lines))
  expect(refused).toEqual([])
  return only(items).exceptions.map(({ originalStartUtcMs }) =>
    new Date(originalStartUtcMs).toISOString().slice(0, 16),
  )
}

test('[IM8] lists of dates may hold blanks, empty places, other separators, and dates among times', () => {
  const two = ['2026-10-12T08:00', '2026-10-26T09:00']
  const zone = 'EXDATE;TZID=Europe/Berlin'
  expect(exceptionsOf(`${zone}:20261012T100000,20261026T100000,`)).toEqual(two)
  expect(exceptionsOf(`${zone}: 20261012T100000 , ,20261026T100000`)).toEqual(two)
  expect(exceptionsOf(`${zone}:20261012T100000;20261026T100000;`)).toEqual(two)
  expect(exceptionsOf(`${zone}:20261012,20261026T100000`)).toEqual(two)
  expect(exceptionsOf(`${zone};VALUE=DATE:20261012T100000,20261026`)).toEqual(two)
  expect(exceptionsOf('EXDATE:2026-10-12T08:00:00Z,2026-10-26')).toEqual(two)
  expect(
    exceptionsOf('EXDATE;TZID=America/New_York:20261012T040000', 'EXDATE:20261026T100000'),
  ).toEqual(two)
  expect(exceptionsOf('EXDATE:', 'EXDATE;VALUE=DATE: ,')).toEqual([])
})

test('[IM8] a value in a list that is no date refuses the event and quotes the list', () => {
  const { refused } = read(...vevent('DTSTART:20261005T100000Z', 'EXDATE:20261012T100000Z,soon'))
  expect(refused[0]?.reason).toBe(
    "Its EXDATE has '20261012T100000Z,soon', which is no date or time.",
  )
})

test('[IM8] an added date takes the time of the series, and a time added to dates its day', () => {
  const added = (...lines: string[]) => starts(read(...vevent(...lines)).items)
  expect(added('DTSTART;TZID=Europe/Berlin:20261005T100000', 'RDATE:20261007')).toEqual([
    '2026-10-05T10:00',
    '2026-10-07T10:00',
  ])
  expect(added('DTSTART;VALUE=DATE:20261005', 'RDATE:20261007T100000Z')).toEqual([
    '2026-10-05T00:00',
    '2026-10-07T00:00',
  ])
})

test('[IM9] of several versions of an occurrence the one with the highest SEQUENCE stands', () => {
  const version = (sequence: number, stamp: string, subject: string) =>
    vevent(
      'RECURRENCE-ID:20261012T080000Z',
      `SEQUENCE:${sequence}`,
      `DTSTAMP:202610${stamp}T000000Z`,
      'DTSTART:20261012T090000Z',
      `SUMMARY:${subject}`,
    )
  const series = vevent('DTSTART:20261005T080000Z', 'RRULE:FREQ=WEEKLY;COUNT=9', 'SEQUENCE:5')
  const standing = (...versions: string[][]) => {
    const { items, refused } = read(...inCalendar(...versions.flat(), ...series))
    expect(refused).toEqual([])
    return only(items).exceptions.map(({ event }) => event?.subject)
  }
  expect(standing(version(10, '01', 'new'), version(9, '02', 'old'))).toEqual(['new'])
  expect(standing(version(2, '03', 'new'), version(2, '02', 'old'))).toEqual(['new'])
  expect(standing(version(2, '02', 'old'), version(2, '02', 'new'))).toEqual(['new'])
  const byDate = version(1, '09', 'old').map((line) =>
    line.replace('RECURRENCE-ID:20261012T080000Z', 'RECURRENCE-ID;VALUE=DATE:20261012'),
  )
  expect(standing(version(3, '01', 'new'), byDate)).toEqual(['new'])
})

test('[IM9] of several versions of an event the newest stands, and the others are told', () => {
  const version = (sequence: number, day: string) =>
    vevent(`DTSTART:202610${day}T080000Z`, `SEQUENCE:${sequence}`, `SUMMARY:v${sequence}`)
  const { items, refused } = read(...inCalendar(...version(4, '06'), ...version(1, '05')))
  expect(only(items).event.subject).toBe('v4')
  expect(refused).toEqual([
    { name: 'a.ics, VEVENT 2 "v1"', reason: expect.stringContaining('newer version') },
  ])
  const twice = read(...inCalendar(...version(4, '06'), ...version(4, '06')))
  expect(events(twice.items)).toHaveLength(1)
  expect(twice.refused[0]?.reason).toContain('twice')
})

test('[IM9] different events to which a program gave one UID stay two, under two ids', () => {
  const { items, refused } = read(
    ...inCalendar(...vevent('DTSTART:20261005T080000Z'), ...vevent('DTSTART:20261006T080000Z')),
  )
  expect(refused).toEqual([])
  expect(events(items).map((event) => event.iCalUId)).toEqual(['u1', 'u1_20261006T080000Z'])
})

test('[IM4] several occurrences without their series stand by themselves, under ids of their own', () => {
  const one = (day: string) =>
    vevent(`RECURRENCE-ID:202610${day}T080000Z`, `DTSTART:202610${day}T090000Z`)
  const { items } = read(...inCalendar(...one('05'), ...one('12')))
  expect(events(items).map((event) => event.iCalUId)).toEqual([
    'u1_20261005T080000Z',
    'u1_20261012T080000Z',
  ])
})

test('[IM4] a change of an event that does not repeat replaces it', () => {
  const { items } = read(
    ...inCalendar(
      ...vevent('DTSTART:20261005T080000Z', 'SUMMARY:old'),
      ...vevent('RECURRENCE-ID:20261005T080000Z', 'DTSTART:20261006T080000Z', 'SUMMARY:new'),
    ),
  )
  expect(events(items).map((event) => event.subject)).toEqual(['new'])
})

test('[IM10] hours of a DURATION pass, days of it are counted on the clock', () => {
  const end = (...lines: string[]) => only(read(...vevent(...lines)).items).event.end.dateTime
  const spring = 'DTSTART;TZID=Europe/Berlin:20260328T120000'
  const autumn = 'DTSTART;TZID=Europe/Berlin:20261024T120000'
  expect(end(autumn, 'DURATION:PT24H')).toBe('2026-10-25T11:00:00.0000000')
  expect(end(autumn, 'DURATION:P1D')).toBe('2026-10-25T12:00:00.0000000')
  expect(end(autumn, 'DURATION:P1DT1H')).toBe('2026-10-25T13:00:00.0000000')
  expect(end(autumn, 'DURATION:P1W')).toBe('2026-10-31T12:00:00.0000000')
  expect(end(spring, 'DURATION:PT24H')).toBe('2026-03-29T13:00:00.0000000')
  expect(end(spring, 'DURATION:P1D')).toBe('2026-03-29T12:00:00.0000000')
  expect(end('DTSTART:20261024T120000Z', 'DURATION:PT24H')).toBe('2026-10-25T12:00:00.0000000')
  expect(end('DTSTART;VALUE=DATE:20261024', 'DURATION:PT36H')).toBe('2026-10-26T00:00:00.0000000')
})

test('[IM10] a period of RDATE is as long as it says across a change of the clock', () => {
  const { items } = read(
    ...vevent(
      'DTSTART;TZID=Europe/Berlin:20261020T120000',
      'RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20261024T120000/PT24H',
    ),
  )
  expect(events(items)[1]?.end.dateTime).toBe('2026-10-25T11:00:00.0000000')
})

test('[IM10] a series keeps the hours of its days, whatever the clock does on its first', () => {
  const { items } = read(
    ...vevent('DTSTART;TZID=Europe/Berlin:20261024T120000', 'DURATION:PT24H', 'RRULE:FREQ=WEEKLY'),
  )
  expect(only(items).event.end.dateTime).toBe('2026-10-25T12:00:00.0000000')
})

test('[IM6] an end without a zone lies on the clock of the start', () => {
  const { items } = read(
    ...vevent('DTSTART;TZID=Asia/Tokyo:20261005T100000', 'DTEND:20261005T110000'),
  )
  expect(only(items).event.end).toEqual({
    dateTime: '2026-10-05T11:00:00.0000000',
    timeZone: 'Asia/Tokyo',
  })
})
