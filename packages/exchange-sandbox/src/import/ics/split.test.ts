import { expect, test } from 'vitest'
import { expandRecurrence } from '../../recurrence.ts'
import type { ImportItem } from '../types.ts'
import { readCalendars } from './calendar.ts'

const vevent = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:u1', ...lines, 'END:VEVENT']

function read(...events: string[][]) {
  const lines = ['BEGIN:VCALENDAR', ...events.flat(), 'END:VCALENDAR']
  return readCalendars('a.ics', Buffer.from(lines.join('\r\n'), 'utf8'))
}

/** What a person sees in the calendar, `2026-01-05T09:00Z Title`, 60 at most of each series. */
function seen(items: readonly ImportItem[]): string[] {
  const shown = items.flatMap((item) => {
    if (item.kind !== 'event') return []
    const { event, exceptions } = item
    if (event.recurrence === null) {
      return [
        { utcMs: Date.parse(`${event.start.dateTime.slice(0, 19)}Z`), subject: event.subject },
      ]
    }
    const window = { fromUtcMs: Date.UTC(2026, 0, 1), toUtcMs: Date.UTC(2030, 0, 1) }
    const { recurrence } = event
    return expandRecurrence({ ...event, recurrence }, window, 60).flatMap(({ startUtcMs }) => {
      const exception = exceptions.find((one) => one.originalStartUtcMs === startUtcMs)
      if (exception?.event === null) return []
      const own = exception?.event.start?.dateTime.slice(0, 19)
      const utcMs = own === undefined ? startUtcMs : Date.parse(`${own}Z`)
      return [{ utcMs, subject: exception?.event.subject ?? event.subject }]
    })
  })
  return shown
    .sort((a, b) => a.utcMs - b.utcMs)
    .map(({ utcMs, subject }) => `${new Date(utcMs).toISOString().slice(0, 16)}Z ${subject}`)
}

const series = (rule: string, ...more: string[]): string[] =>
  vevent('SUMMARY:Old', 'DTSTART:20260105T090000Z', 'DURATION:PT1H', `RRULE:${rule}`, ...more)

const later = (original: string, start: string, ...more: string[]): string[] =>
  vevent(
    `RECURRENCE-ID;RANGE=THISANDFUTURE:${original}`,
    'SUMMARY:New',
    `DTSTART:${start}`,
    'DURATION:PT2H',
    ...more,
  )

test('[IM5] the series ends before the change, and another goes on as long as it would have', () => {
  const { items, refused } = read(
    series('FREQ=WEEKLY;COUNT=4'),
    later('20260119T090000Z', '20260119T110000Z'),
  )
  expect(refused).toEqual([])
  expect(seen(items)).toEqual([
    '2026-01-05T09:00Z Old',
    '2026-01-12T09:00Z Old',
    '2026-01-19T11:00Z New',
    '2026-01-26T11:00Z New',
  ])
  expect(items).toMatchObject([
    { event: { iCalUId: 'u1', recurrence: { range: { type: 'endDate', endDate: '2026-01-18' } } } },
    {
      event: {
        iCalUId: 'u1_20260119T090000Z',
        end: { dateTime: '2026-01-19T13:00:00.0000000' },
        recurrence: { range: { type: 'numbered', numberOfOccurrences: 2 } },
      },
    },
  ])
})

test('[IM5] days are moved by as many days, and every second week stays every second week', () => {
  const { items } = read(
    series('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA;UNTIL=20260210T000000Z'),
    later('20260119T090000Z', '20260120T100000Z'),
  )
  // Weeks begin on Monday: 5 and 10, 19 and 24 January, 2 and 7 February.
  expect(seen(items)).toEqual([
    '2026-01-05T09:00Z Old',
    '2026-01-10T09:00Z Old',
    '2026-01-20T10:00Z New',
    '2026-01-25T10:00Z New',
    '2026-02-03T10:00Z New',
    '2026-02-08T10:00Z New',
  ])
})

test('[IM5] several changes hold one after the other, each counted from the first series', () => {
  const { items, refused } = read(
    series('FREQ=DAILY;COUNT=6'),
    later('20260109T090000Z', '20260109T150000Z', 'STATUS:CANCELLED'),
    later('20260107T090000Z', '20260107T120000Z'),
  )
  expect(refused).toEqual([])
  expect(seen(items)).toEqual([
    '2026-01-05T09:00Z Old',
    '2026-01-06T09:00Z Old',
    '2026-01-07T12:00Z New',
    '2026-01-08T12:00Z New',
  ])
})

test('[IM5] single changes and deleted dates behind it are found by either time', () => {
  const { items } = read(
    series('FREQ=DAILY;COUNT=5', 'EXDATE:20260108T090000Z'),
    later('20260107T090000Z', '20260107T120000Z'),
    vevent('RECURRENCE-ID:20260109T120000Z', 'DTSTART:20260109T180000Z', 'SUMMARY:Evening'),
    vevent('RECURRENCE-ID:20260106T090000Z', 'DTSTART:20260106T070000Z', 'SUMMARY:Morning'),
  )
  expect(seen(items)).toEqual([
    '2026-01-05T09:00Z Old',
    '2026-01-06T07:00Z Morning',
    '2026-01-07T12:00Z New',
    '2026-01-09T18:00Z Evening',
  ])
})

test('[IM5] a change from the first occurrence on replaces the series under its own id', () => {
  const { items } = read(
    series('FREQ=MONTHLY;COUNT=3'),
    later('20260105T090000Z', '20260107T090000Z'),
  )
  expect(seen(items)).toEqual([
    '2026-01-07T09:00Z New',
    '2026-02-07T09:00Z New',
    '2026-03-07T09:00Z New',
  ])
  expect(items).toMatchObject([{ event: { iCalUId: 'u1' } }])
})

test('[IM5] the hours stay those of the clock across its change', () => {
  const zone = 'TZID=Europe/Berlin'
  const { items } = read(
    vevent('SUMMARY:Old', `DTSTART;${zone}:20260316T090000`, 'RRULE:FREQ=WEEKLY;COUNT=4'),
    vevent(
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260323T080000Z',
      `DTSTART;${zone}:20260323T100000`,
      'SUMMARY:New',
    ),
  )
  expect(seen(items)).toEqual([
    '2026-03-16T08:00Z Old',
    '2026-03-23T09:00Z New',
    '2026-03-30T08:00Z New',
    '2026-04-06T08:00Z New',
  ])
})

test('[IM5] days that no rule of Exchange follows become single events, and what is cut is told', () => {
  const second = 'SUMMARY:Old,DTSTART:20260113T090000Z,RRULE:FREQ=MONTHLY;BYDAY=2TU'.split(',')
  const change = later('20260310T090000Z', '20260311T090000Z')
  const bounded = read(vevent(...second.slice(0, 2), `${second[2]};COUNT=4`), change)
  expect(bounded.refused).toEqual([])
  expect(seen(bounded.items)).toEqual([
    '2026-01-13T09:00Z Old',
    '2026-02-10T09:00Z Old',
    '2026-03-11T09:00Z New',
    '2026-04-15T09:00Z New',
  ])
  const endless = read(vevent(...second), change)
  expect(endless.items).toHaveLength(1 + 366)
  expect(endless.refused).toEqual([
    { name: 'a.ics, VEVENT 1 "Old"', reason: expect.stringContaining('the first 366 occurrences') },
  ])
})

test('[IM5] where the occurrences are single events, all later ones are moved', () => {
  const { items } = read(
    series('FREQ=MONTHLY;BYMONTHDAY=5,20;COUNT=4', 'RDATE:20260301T090000Z'),
    later('20260120T090000Z', '20260121T103000Z'),
  )
  expect(seen(items)).toEqual([
    '2026-01-05T09:00Z Old',
    '2026-01-21T10:30Z New',
    '2026-02-06T10:30Z New',
    '2026-02-21T10:30Z New',
    '2026-03-02T10:30Z New',
  ])
})

test('[IM5] a change of later ones with a rule of its own is refused, and the series stays', () => {
  const { items, refused } = read(
    series('FREQ=DAILY;COUNT=2'),
    later('20260106T090000Z', '20260106T120000Z', 'RRULE:FREQ=WEEKLY'),
  )
  expect(seen(items)).toEqual(['2026-01-05T09:00Z Old', '2026-01-06T09:00Z Old'])
  expect(refused).toEqual([
    { name: 'a.ics, VEVENT 2 "New"', reason: expect.stringContaining('a rule of its own (RRULE)') },
  ])
})
