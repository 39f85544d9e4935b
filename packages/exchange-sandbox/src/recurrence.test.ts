import type {
  PatternedRecurrence,
  RecurrencePattern,
  RecurrenceRange,
} from '@microsoft/microsoft-graph-types'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { expandRecurrence, type RecurringMaster, validateRecurrence } from './recurrence.ts'

type MasterParts = {
  pattern: RecurrencePattern
  range?: RecurrenceRange
  start?: string
  end?: string
  zone?: string
  isAllDay?: boolean
}

function master(parts: MasterParts): RecurringMaster {
  const start = parts.start ?? '2026-01-05T09:00:00'
  const timeZone = parts.zone ?? 'UTC'
  return {
    start: { dateTime: start, timeZone },
    end: { dateTime: parts.end ?? start.replace('T09:00', 'T10:00'), timeZone },
    isAllDay: parts.isAllDay ?? false,
    recurrence: {
      pattern: { interval: 1, ...parts.pattern },
      range: { type: 'noEnd', startDate: start.slice(0, 10), ...parts.range },
    },
  }
}

function starts(parts: MasterParts, from: string, to: string, limit = 1000): string[] {
  const window = { fromUtcMs: Date.parse(from), toUtcMs: Date.parse(to) }
  return expandRecurrence(master(parts), window, limit).map((times) =>
    new Date(times.startUtcMs).toISOString().slice(0, 16),
  )
}

const days = (parts: MasterParts, from: string, to: string, limit?: number): string[] =>
  starts(parts, from, to, limit).map((start) => start.slice(0, 10))

test('a daily series keeps its wall time when the clock changes', () => {
  const berlin = { pattern: { type: 'daily' }, zone: 'W. Europe Standard Time' } as const
  expect(starts(berlin, '2026-03-28', '2026-03-31')).toEqual([
    '2026-03-28T08:00',
    '2026-03-29T07:00',
    '2026-03-30T07:00',
  ])
  expect(starts(berlin, '2026-10-24', '2026-10-27')).toEqual([
    '2026-10-24T07:00',
    '2026-10-25T08:00',
    '2026-10-26T08:00',
  ])
})

test('an occurrence in the hour that the clock skips is moved and not dropped', () => {
  const parts: MasterParts = {
    pattern: { type: 'daily' },
    start: '2026-03-28T02:30:00',
    end: '2026-03-28T02:45:00',
    zone: 'Europe/Berlin',
  }
  expect(starts(parts, '2026-03-28', '2026-03-31')).toEqual([
    '2026-03-28T01:30',
    '2026-03-29T01:30',
    '2026-03-30T00:30',
  ])
})

test('the zone of the recurrence rules over the zone of the start', () => {
  const parts: MasterParts = {
    pattern: { type: 'weekly', daysOfWeek: ['thursday'] },
    range: { recurrenceTimeZone: 'Pacific Standard Time' },
    start: '2026-03-06T01:00:00',
    end: '2026-03-06T02:00:00',
  }
  parts.range = { ...parts.range, startDate: '2026-03-05' }
  expect(starts(parts, '2026-03-01', '2026-03-20')).toEqual([
    '2026-03-06T01:00',
    '2026-03-13T00:00',
  ])
})

test('every second week depends on the day on which a week begins', () => {
  const pattern = { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'monday'] } as const
  const from = (firstDayOfWeek: 'sunday' | 'monday') =>
    days(
      { pattern: { ...pattern, daysOfWeek: [...pattern.daysOfWeek], firstDayOfWeek } },
      '2026-01-01',
      '2026-02-01',
    )
  expect(from('monday')).toEqual(['2026-01-05', '2026-01-11', '2026-01-19', '2026-01-25'])
  expect(from('sunday')).toEqual(['2026-01-05', '2026-01-18', '2026-01-19'])
})

test('the 31st falls on the last day of a shorter month', () => {
  const parts: MasterParts = {
    pattern: { type: 'absoluteMonthly', dayOfMonth: 31 },
    start: '2026-01-31T09:00:00',
  }
  expect(days(parts, '2026-01-01', '2026-06-01')).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
  ])
})

test('the last working day of every month is found', () => {
  const parts: MasterParts = {
    pattern: {
      type: 'relativeMonthly',
      index: 'last',
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    },
  }
  expect(days(parts, '2026-01-01', '2026-06-01')).toEqual([
    '2026-01-30',
    '2026-02-27',
    '2026-03-31',
    '2026-04-30',
    '2026-05-29',
  ])
})

test('a relative pattern without an index means the first', () => {
  const parts: MasterParts = { pattern: { type: 'relativeMonthly', daysOfWeek: ['tuesday'] } }
  expect(days(parts, '2026-01-01', '2026-04-01')).toEqual([
    '2026-01-06',
    '2026-02-03',
    '2026-03-03',
  ])
})

test('29 February is the 28th in common years', () => {
  const parts: MasterParts = {
    pattern: { type: 'absoluteYearly', month: 2, dayOfMonth: 29 },
    start: '2024-02-29T09:00:00',
  }
  expect(days(parts, '2024-01-01', '2029-01-01')).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ])
})

test('the fourth Thursday of November comes once a year', () => {
  const parts: MasterParts = {
    pattern: { type: 'relativeYearly', month: 11, index: 'fourth', daysOfWeek: ['thursday'] },
  }
  expect(days(parts, '2026-01-01', '2028-12-31')).toEqual([
    '2026-11-26',
    '2027-11-25',
    '2028-11-23',
  ])
})

test('an end date is included and counts on the clock of the zone', () => {
  const parts: MasterParts = {
    pattern: { type: 'daily' },
    range: { type: 'endDate', endDate: '2026-01-07' },
    start: '2026-01-05T23:00:00',
    end: '2026-01-05T23:30:00',
    zone: 'Pacific Standard Time',
  }
  expect(days(parts, '2026-01-01', '2026-02-01')).toEqual([
    '2026-01-06',
    '2026-01-07',
    '2026-01-08',
  ])
})

test('a numbered series counts from its first occurrence wherever the window lies', () => {
  const parts: MasterParts = {
    pattern: { type: 'weekly', daysOfWeek: ['wednesday', 'friday'] },
    range: { type: 'numbered', numberOfOccurrences: 5 },
  }
  const all = ['2026-01-07', '2026-01-09', '2026-01-14', '2026-01-16', '2026-01-21']
  expect(days(parts, '2026-01-01', '2027-01-01')).toEqual(all)
  expect(days(parts, '2026-01-15', '2027-01-01')).toEqual(all.slice(3))
  expect(days(parts, '2090-01-01', '2091-01-01')).toEqual([])
})

test('all-day occurrences are midnights of their own zone and last a calendar day', () => {
  const found = expandRecurrence(
    master({
      pattern: { type: 'daily' },
      range: { recurrenceTimeZone: 'Tokyo Standard Time' },
      start: '2026-03-29T00:00:00',
      end: '2026-03-30T00:00:00',
      zone: 'Europe/Berlin',
      isAllDay: true,
    }),
    { fromUtcMs: Date.UTC(2026, 2, 28), toUtcMs: Date.UTC(2026, 2, 29, 12) },
    10,
  )
  expect(found).toEqual([
    { startUtcMs: Date.UTC(2026, 2, 28, 23), endUtcMs: Date.UTC(2026, 2, 29, 22) },
  ])
})

test('the window takes what overlaps it and leaves what only touches it', () => {
  const parts: MasterParts = { pattern: { type: 'daily' } }
  expect(starts(parts, '2026-01-06T09:30:00Z', '2026-01-06T09:40:00Z')).toEqual([
    '2026-01-06T09:00',
  ])
  expect(starts(parts, '2026-01-06T10:00:00Z', '2026-01-07T09:00:00Z')).toEqual([])
})

test('a meeting of several days is found by a window in its middle', () => {
  const parts: MasterParts = {
    pattern: { type: 'weekly', daysOfWeek: ['monday'] },
    end: '2026-01-09T17:00:00',
  }
  expect(days(parts, '2026-01-15', '2026-01-16')).toEqual(['2026-01-12'])
})

test('endless series answer for windows far ahead and without edges, up to the limit', () => {
  const parts: MasterParts = { pattern: { type: 'daily' }, zone: 'Europe/Berlin' }
  expect(days(parts, '4000-02-01', '4000-02-03')).toEqual(['4000-02-01', '4000-02-02'])
  const window = { fromUtcMs: Number.NEGATIVE_INFINITY, toUtcMs: Number.POSITIVE_INFINITY }
  expect(expandRecurrence(master(parts), window, 3)).toHaveLength(3)
  expect(expandRecurrence(master(parts), { fromUtcMs: 9e15, toUtcMs: 9.1e15 }, 3)).toEqual([])
})

test('a fault in the recurrence is named', () => {
  const fault = (pattern: unknown, range: unknown = { type: 'noEnd', startDate: '2026-01-05' }) =>
    validateRecurrence({ pattern, range } as PatternedRecurrence)
  expect(fault({ type: 'daily', interval: 1, month: 0, dayOfMonth: 0 })).toBeNull()
  expect(fault(null)).toContain('pattern is missing')
  expect(fault({ type: 'daily', interval: 1 }, null)).toContain('range is missing')
  expect(fault({ type: 'daily', interval: 0 })).toContain('interval')
  expect(fault({ type: 'hourly', interval: 1 })).toContain("'hourly'")
  expect(fault({ type: 'weekly', interval: 1 })).toContain('daysOfWeek')
  expect(fault({ type: 'weekly', interval: 1, daysOfWeek: ['caturday'] })).toContain("'caturday'")
  expect(fault({ type: 'absoluteMonthly', interval: 1, dayOfMonth: 32 })).toContain('dayOfMonth')
  expect(fault({ type: 'absoluteYearly', interval: 1, dayOfMonth: 1 })).toContain('month')
  expect(
    fault({ type: 'relativeMonthly', interval: 1, daysOfWeek: ['monday'], index: 'fifth' }),
  ).toContain("'fifth'")
  const daily = { type: 'daily', interval: 1 }
  expect(fault(daily, { type: 'noEnd', startDate: '2026-02-30' })).toContain('startDate')
  expect(fault(daily, { type: 'numbered', startDate: '2026-01-05' })).toContain('numberOfOcc')
  expect(
    fault(daily, { type: 'endDate', startDate: '2026-01-05', endDate: '2026-01-04' }),
  ).toContain('before')
  expect(
    fault(daily, { type: 'noEnd', startDate: '2026-01-05', recurrenceTimeZone: 'Nowhere' }),
  ).toContain("'Nowhere'")
})

test('a master that ends before it starts is refused', () => {
  const parts: MasterParts = { pattern: { type: 'daily' }, end: '2026-01-05T08:00:00' }
  expect(() => days(parts, '2026-01-01', '2026-02-01')).toThrow('ends before it starts')
})

const NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** The documentation's sentences read literally, one calendar day at a time: slow and independent. */
function fallsOn(pattern: RecurrencePattern, first: Temporal.PlainDate, day: Temporal.PlainDate) {
  const interval = pattern.interval ?? 1
  const chosen = (d: Temporal.PlainDate) =>
    (pattern.daysOfWeek ?? []).some((name) => NAMES.indexOf(name) + 1 === d.dayOfWeek)
  const months = (day.year - first.year) * 12 + day.month - first.month
  const onDayOfMonth = day.day === Math.min(pattern.dayOfMonth ?? 1, day.daysInMonth)
  const onIndex = () => {
    const all = Array.from({ length: day.daysInMonth }, (_, i) => day.with({ day: i + 1 })).filter(
      chosen,
    )
    const at = { first: 0, second: 1, third: 2, fourth: 3, last: all.length - 1 }[
      pattern.index ?? 'first'
    ]
    return all[at]?.day === day.day
  }
  switch (pattern.type) {
    case 'daily':
      return first.until(day).total('days') % interval === 0
    case 'weekly': {
      const begins = NAMES.indexOf(pattern.firstDayOfWeek ?? 'sunday') + 1
      const weekOf = (d: Temporal.PlainDate) => d.subtract({ days: (d.dayOfWeek - begins + 7) % 7 })
      return chosen(day) && (weekOf(first).until(weekOf(day)).total('days') / 7) % interval === 0
    }
    case 'absoluteMonthly':
      return months % interval === 0 && onDayOfMonth
    case 'relativeMonthly':
      return months % interval === 0 && onIndex()
    case 'absoluteYearly':
      return day.month === pattern.month && (day.year - first.year) % interval === 0 && onDayOfMonth
    default:
      return day.month === pattern.month && (day.year - first.year) % interval === 0 && onIndex()
  }
}

const patterns: fc.Arbitrary<RecurrencePattern> = fc.record({
  type: fc.constantFrom(
    'daily',
    'weekly',
    'absoluteMonthly',
    'relativeMonthly',
    'absoluteYearly',
    'relativeYearly',
  ),
  interval: fc.integer({ min: 1, max: 5 }),
  daysOfWeek: fc.subarray([...NAMES], { minLength: 1 }),
  firstDayOfWeek: fc.constantFrom(...NAMES),
  index: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
  dayOfMonth: fc.integer({ min: 1, max: 31 }),
  month: fc.integer({ min: 1, max: 12 }),
})

test('any pattern falls on exactly the days that a day-by-day reading gives', () => {
  fc.assert(
    fc.property(
      patterns,
      fc.integer({ min: 0, max: 800 }),
      fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      fc.integer({ min: 0, max: 900 }),
      (pattern, startOffset, count, windowOffset) => {
        const first = Temporal.PlainDate.from('2026-01-01').add({ days: startOffset })
        const range: RecurrenceRange =
          count === undefined ? { type: 'noEnd' } : { type: 'numbered', numberOfOccurrences: count }
        const from = first.add({ days: windowOffset })
        const expected: string[] = []
        let seen = 0
        for (let day = first; seen < (count ?? Infinity); day = day.add({ days: 1 })) {
          if (first.until(day).total('days') >= windowOffset + 400) break
          if (!fallsOn(pattern, first, day)) continue
          seen += 1
          if (Temporal.PlainDate.compare(day, from) >= 0) expected.push(day.toString())
        }
        const parts: MasterParts = { pattern, range, start: `${first.toString()}T09:00:00` }
        const found = days(parts, from.toString(), from.add({ days: 400 }).toString())
        expect(found).toEqual(expected)
      },
    ),
    { numRuns: 150 },
  )
})
