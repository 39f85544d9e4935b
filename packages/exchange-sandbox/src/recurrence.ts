import type {
  DateTimeTimeZone,
  DayOfWeek,
  NullableOption,
  PatternedRecurrence,
  RecurrencePattern,
  RecurrenceRange,
  WeekIndex,
} from '@microsoft/microsoft-graph-types'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { localToUtcMs, parseLocal, requireIana, toIana, toUtcMs } from './zones.ts'

export type RecurringMaster = Readonly<{
  start: DateTimeTimeZone
  end: DateTimeTimeZone
  recurrence: PatternedRecurrence
  isAllDay: boolean
}>

export type OccurrenceTimes = Readonly<{ startUtcMs: number; endUtcMs: number }>

const DAYS: Readonly<Record<DayOfWeek, string>> = {
  sunday: 'SU',
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
}

const POSITIONS: Readonly<Record<WeekIndex, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: -1,
}

/** Days of one unit of the pattern at most; sizes the slices in which a window is searched. */
const UNIT_DAYS: Readonly<Record<Frequency, number>> = {
  DAILY: 1,
  WEEKLY: 7,
  MONTHLY: 31,
  YEARLY: 366,
}

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

type DateRule = Readonly<{
  freq: Frequency
  interval: number
  byDay?: string[]
  byMonth?: number[]
  byMonthDay?: number[]
  bySetPos?: number[]
  wkst?: string
}>

// Outlook's own limits: 999 for interval and count, and a calendar that ends with the year 4500.
const INTERVAL_MAX = 999
const COUNT_MAX = 999
const LAST_DAY = Temporal.PlainDate.from('4500-12-31')
const FIRST_DAY = Temporal.PlainDate.from('1601-01-01')

/**
 * What is wrong with a recurrence, as a sentence, or null when it can be expanded. Members that a
 * pattern doesn't use are ignored, because Graph itself answers `month: 0` on a weekly series.
 *
 * Source: Microsoft Graph, resource types recurrencePattern and recurrenceRange.
 */
export function validateRecurrence(recurrence: Readonly<PatternedRecurrence>): string | null {
  const { pattern, range } = recurrence
  if (!pattern) return 'recurrence.pattern is missing.'
  if (!range) return 'recurrence.range is missing.'
  return validatePattern(pattern) ?? validateRange(range)
}

function validatePattern(pattern: Readonly<RecurrencePattern>): string | null {
  if (!isWhole(pattern.interval, 1, INTERVAL_MAX)) {
    return `recurrence.pattern.interval must be a whole number from 1 to ${INTERVAL_MAX}.`
  }
  switch (pattern.type) {
    case 'daily':
      return null
    case 'weekly':
      return validateDays(pattern) ?? validateFirstDay(pattern)
    case 'absoluteMonthly':
      return validateDayOfMonth(pattern)
    case 'relativeMonthly':
      return validateDays(pattern) ?? validateIndex(pattern)
    case 'absoluteYearly':
      return validateMonth(pattern) ?? validateDayOfMonth(pattern)
    case 'relativeYearly':
      return validateMonth(pattern) ?? validateDays(pattern) ?? validateIndex(pattern)
    default:
      return `recurrence.pattern.type '${String(pattern.type)}' is not one of daily, weekly, absoluteMonthly, relativeMonthly, absoluteYearly, relativeYearly.`
  }
}

function validateDays(pattern: Readonly<RecurrencePattern>): string | null {
  const days = pattern.daysOfWeek
  if (!Array.isArray(days) || days.length === 0) {
    return `recurrence.pattern.daysOfWeek must name a day for type ${pattern.type}.`
  }
  const wrong = days.find((day) => !Object.hasOwn(DAYS, day))
  return wrong === undefined
    ? null
    : `recurrence.pattern.daysOfWeek has '${String(wrong)}', which is no day of the week.`
}

function validateFirstDay({ firstDayOfWeek }: Readonly<RecurrencePattern>): string | null {
  if (firstDayOfWeek === undefined || firstDayOfWeek === null) return null
  if (Object.hasOwn(DAYS, firstDayOfWeek)) return null
  return `recurrence.pattern.firstDayOfWeek '${String(firstDayOfWeek)}' is no day of the week.`
}

function validateIndex({ index }: Readonly<RecurrencePattern>): string | null {
  if (index === undefined || index === null || Object.hasOwn(POSITIONS, index)) return null
  return `recurrence.pattern.index '${String(index)}' is not one of first, second, third, fourth, last.`
}

function validateDayOfMonth({ dayOfMonth }: Readonly<RecurrencePattern>): string | null {
  if (isWhole(dayOfMonth, 1, 31)) return null
  return 'recurrence.pattern.dayOfMonth must be a whole number from 1 to 31.'
}

function validateMonth({ month }: Readonly<RecurrencePattern>): string | null {
  if (isWhole(month, 1, 12)) return null
  return 'recurrence.pattern.month must be a whole number from 1 to 12.'
}

function validateRange(range: Readonly<RecurrenceRange>): string | null {
  const start = parseDate(range.startDate)
  if (start === null) return 'recurrence.range.startDate must be a date as yyyy-MM-dd.'
  const zone = range.recurrenceTimeZone
  if (zone && toIana(zone) === null) {
    return `recurrence.range.recurrenceTimeZone '${zone}' is not a known time zone.`
  }
  switch (range.type) {
    case 'noEnd':
      return null
    case 'numbered':
      if (isWhole(range.numberOfOccurrences, 1, COUNT_MAX)) return null
      return `recurrence.range.numberOfOccurrences must be a whole number from 1 to ${COUNT_MAX}.`
    case 'endDate': {
      const end = parseDate(range.endDate)
      if (end === null) return 'recurrence.range.endDate must be a date as yyyy-MM-dd.'
      if (Temporal.PlainDate.compare(end, start) >= 0) return null
      return 'recurrence.range.endDate lies before recurrence.range.startDate.'
    }
    default:
      return `recurrence.range.type '${String(range.type)}' is not one of endDate, noEnd, numbered.`
  }
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

function parseDate(text: NullableOption<string> | undefined): Temporal.PlainDate | null {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    const date = Temporal.PlainDate.from(text)
    const inside =
      Temporal.PlainDate.compare(date, FIRST_DAY) >= 0 &&
      Temporal.PlainDate.compare(date, LAST_DAY) <= 0
    return inside ? date : null
  } catch {
    return null
  }
}

/**
 * The occurrences that overlap a window, in order, at most `limit`. An occurrence that only touches
 * an edge of the window is outside; one without duration counts by its start. Deleted and moved
 * occurrences are the caller's business.
 *
 * Days are counted first and given the master's wall time afterwards, both ends on the clock of the
 * recurrence's zone (the event's zone where none is named): an occurrence on the day the clock
 * changes is moved, as Exchange does, and never dropped, as RFC 5545 would.
 *
 * @throws RangeError when `validateRecurrence` finds fault, or for malformed times of the master
 */
export function expandRecurrence(
  master: RecurringMaster,
  window: Readonly<{ fromUtcMs: number; toUtcMs: number }>,
  limit: number,
): OccurrenceTimes[] {
  const fault = validateRecurrence(master.recurrence)
  if (fault !== null) throw new RangeError(fault)
  const clock = clockOf(master)
  const spanDays = clock.wallDuration.total('days')
  // A day more on either side, since zones lie up to 14 hours from UTC.
  const from = dayOf(window.fromUtcMs).subtract({ days: Math.min(Math.ceil(spanDays), 20_000) + 1 })
  const to = dayOf(window.toUtcMs).add({ days: 1 })
  const found: OccurrenceTimes[] = []
  for (const day of eachDay(master.recurrence, from, to)) {
    if (found.length >= limit) break
    const times = timesOn(day, clock)
    const overlaps =
      times.endUtcMs > window.fromUtcMs ||
      (times.startUtcMs === times.endUtcMs && times.startUtcMs >= window.fromUtcMs)
    if (overlaps && times.startUtcMs < window.toUtcMs) found.push(times)
  }
  return found
}

type Clock = Readonly<{
  zone: string
  startTime: Temporal.PlainTime
  wallDuration: Temporal.Duration
}>

function clockOf(master: RecurringMaster): Clock {
  const named = master.recurrence.range?.recurrenceTimeZone
  // All-day events are midnights of their own zone; another zone's clock would shift their date.
  const zone = master.isAllDay || !named ? (master.start.timeZone ?? 'UTC') : named
  const iana = requireIana(zone)
  const local = (value: DateTimeTimeZone): Temporal.PlainDateTime =>
    requireIana(value.timeZone ?? 'UTC') === iana && !/Z$/i.test(value.dateTime ?? '')
      ? parseLocal(value.dateTime ?? '')
      : Temporal.Instant.fromEpochMilliseconds(toUtcMs(value))
          .toZonedDateTimeISO(iana)
          .toPlainDateTime()
  const startTime = local(master.start)
  const endTime = local(master.end)
  if (Temporal.PlainDateTime.compare(endTime, startTime) < 0) {
    throw new RangeError('The event ends before it starts.')
  }
  return {
    zone: iana,
    startTime: startTime.toPlainTime(),
    wallDuration: startTime.until(endTime),
  }
}

function timesOn(day: Temporal.PlainDate, clock: Clock): OccurrenceTimes {
  const start = day.toPlainDateTime(clock.startTime)
  const end = start.add(clock.wallDuration)
  const startUtcMs = localToUtcMs(start, clock.zone)
  // A meeting inside a repeated or skipped hour must still not end before it starts.
  return { startUtcMs, endUtcMs: Math.max(startUtcMs, localToUtcMs(end, clock.zone)) }
}

function dayOf(utcMs: number): Temporal.PlainDate {
  const first = FIRST_DAY.toZonedDateTime('UTC').epochMilliseconds
  const last = LAST_DAY.toZonedDateTime('UTC').epochMilliseconds
  const inside = Number.isNaN(utcMs) ? first : Math.min(Math.max(utcMs, first), last)
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(inside))
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
}

/** Lazily, in growing slices: a caller that stops early has paid for little more than it took. */
function* eachDay(
  recurrence: Readonly<PatternedRecurrence>,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const pattern = recurrence.pattern as RecurrencePattern
  const range = recurrence.range as RecurrenceRange
  const start = Temporal.PlainDate.from(range.startDate as string)
  const last = range.type === 'endDate' ? Temporal.PlainDate.from(range.endDate as string) : to
  const rule = dateRule(pattern)
  const days = new RRuleTemporal({
    ...rule,
    dtstart: start.toZonedDateTime('UTC'),
    ...(range.type === 'numbered' ? { count: range.numberOfOccurrences ?? 0 } : {}),
  })
  const end = Temporal.PlainDate.compare(last, to) < 0 ? last : to
  let sliceDays = UNIT_DAYS[rule.freq] * rule.interval * 20
  let begin = Temporal.PlainDate.compare(from, start) < 0 ? start : from
  while (Temporal.PlainDate.compare(begin, end) <= 0) {
    const through =
      Temporal.PlainDate.compare(begin.add({ days: sliceDays }), end) < 0
        ? begin.add({ days: sliceDays })
        : end
    const slice = days.between(atUtc(begin), atUtc(through), true)
    for (const day of slice) yield day.toPlainDate()
    begin = through.add({ days: 1 })
    sliceDays = Math.min(sliceDays * 4, UNIT_DAYS[rule.freq] * rule.interval * 2000)
  }
}

function atUtc(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime('UTC').epochMilliseconds)
}

function dateRule(pattern: Readonly<RecurrencePattern>): DateRule {
  const interval = pattern.interval ?? 1
  const byDay = (pattern.daysOfWeek ?? []).map((day) => DAYS[day])
  const position = [POSITIONS[pattern.index ?? 'first']]
  switch (pattern.type) {
    case 'weekly':
      return { freq: 'WEEKLY', interval, byDay, wkst: DAYS[pattern.firstDayOfWeek ?? 'sunday'] }
    case 'absoluteMonthly':
      return { freq: 'MONTHLY', interval, ...monthDay(pattern.dayOfMonth ?? 1) }
    case 'relativeMonthly':
      return { freq: 'MONTHLY', interval, byDay, bySetPos: position }
    case 'absoluteYearly':
      return {
        freq: 'YEARLY',
        interval,
        byMonth: [pattern.month ?? 1],
        ...monthDay(pattern.dayOfMonth ?? 1),
      }
    case 'relativeYearly':
      return {
        freq: 'YEARLY',
        interval,
        byMonth: [pattern.month ?? 1],
        byDay,
        bySetPos: position,
      }
    default:
      return { freq: 'DAILY', interval }
  }
}

/**
 * Exchange takes the last day of a month that is too short for the day asked for, where RFC 5545
 * leaves the month out. Source: Exchange Web Services, AbsoluteMonthlyRecurrence, DayOfMonth.
 */
function monthDay(day: number): Pick<DateRule, 'byMonthDay' | 'bySetPos'> {
  if (day <= 28) return { byMonthDay: [day] }
  return { byMonthDay: [28, 29, 30, 31].slice(0, day - 27), bySetPos: [-1] }
}
