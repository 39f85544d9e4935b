import type {
  DayOfWeek,
  PatternedRecurrence,
  RecurrencePattern,
  RecurrenceRange,
} from '@microsoft/microsoft-graph-types'
import { Temporal } from 'temporal-polyfill'
import { type Moment, moveSpan, type Span, utcMsOf } from './moment.ts'
import type { Override } from './override.ts'
import { WEEK_DAYS } from './rule.ts'

/**
 * A change of one occurrence and of all later ones, up to the next such change. Each of them is
 * moved by as much as that one (RFC 5545, section 3.8.4.4). Exchange has no such thing, so a series
 * ends before it and another begins with it, as when a person moves "this and all following".
 */
export type Split = Readonly<{
  /** The start that the series gives the first occurrence changed. */
  cutUtcMs: number
  /** The first start that isn't changed by it any more; infinite = none. */
  endUtcMs: number
  /** From that first start to the new one, on the clock. */
  shift: Temporal.Duration
  change: Override
}>

/**
 * @param overrides the oldest version first: of two changes from the same occurrence on, the last stands
 * @param start of the series
 * @param cutOf the first start of the series that an original time, and all after it, mean; null = there is none
 * @returns the changes of all later occurrences by time, and the overrides that are none or change nothing
 */
export function splitsOf(
  overrides: readonly Override[],
  start: Moment,
  cutOf: (original: Moment) => number | null,
): { splits: Split[]; others: Override[] } {
  const changes = new Map<number, Override>()
  const others: Override[] = []
  for (const override of overrides) {
    const cutUtcMs = override.isForLater ? cutOf(override.original) : null
    if (cutUtcMs === null) others.push(override)
    else changes.set(cutUtcMs, override)
  }
  const sorted = [...changes].sort(([a], [b]) => a - b)
  const splits = sorted.map(([cutUtcMs, change], index) => ({
    cutUtcMs,
    endUtcMs: sorted[index + 1]?.[0] ?? Number.POSITIVE_INFINITY,
    shift: shiftOf(change, start, cutUtcMs),
    change,
  }))
  return { splits, others }
}

function shiftOf({ original, span }: Override, start: Moment, cutUtcMs: number) {
  // A date among times means the occurrence of that day.
  const utcMs = original.isDate === start.isDate ? utcMsOf(original) : cutUtcMs
  return start.zone.toWall(utcMs).until(span.start.wall)
}

/** Where the change puts the occurrence that starts at `utcMs` by the series that starts at `start`. */
export function changedSpan({ change, shift }: Split, start: Moment, utcMs: number): Span {
  const wall = start.zone.toWall(utcMs).add(shift)
  return moveSpan(change.span, { ...change.span.start, wall })
}

/** The rule up to the first change; null = nothing comes before it. */
export function recurrenceBefore(
  { pattern = null, range }: PatternedRecurrence,
  start: Moment,
  { cutUtcMs }: Split,
): PatternedRecurrence | null {
  if (cutUtcMs <= utcMsOf(start)) return null
  return { pattern, range: endingBefore(range, start, cutUtcMs, 0) }
}

/**
 * The rule of the series as it goes on from the change.
 *
 * @param countBefore occurrences that the series has before it
 * @returns null where Graph has no words for it: a weekday or a day late in the month, moved to another day
 */
export function recurrenceOfChange(
  { pattern, range = null }: PatternedRecurrence,
  start: Moment,
  split: Split,
  countBefore: number,
): PatternedRecurrence | null {
  const { cutUtcMs, endUtcMs } = split
  const newStart = changedSpan(split, start, cutUtcMs).start
  if (!newStart.zone.isExchangeZone || !pattern) return null
  const firstDay = newStart.wall.toPlainDate()
  const { days } = start.zone.toWall(cutUtcMs).toPlainDate().until(firstDay)
  const moved = movedPattern(pattern, days)
  if (moved === null) return null
  const own: RecurrenceRange = {
    ...range,
    startDate: firstDay.toString(),
    recurrenceTimeZone: newStart.zone.name,
  }
  if (endUtcMs !== Number.POSITIVE_INFINITY) {
    return { pattern: moved, range: endingBefore(own, start, endUtcMs, days) }
  }
  if (own.type === 'numbered') {
    const numberOfOccurrences = (own.numberOfOccurrences ?? 0) - countBefore
    return { pattern: moved, range: { ...own, numberOfOccurrences } }
  }
  if (own.type !== 'endDate' || !own.endDate) return { pattern: moved, range: own }
  const endDate = Temporal.PlainDate.from(own.endDate).add({ days }).toString()
  return { pattern: moved, range: { ...own, endDate } }
}

/** A series has one occurrence a day at most, so that it ends with the day before. */
function endingBefore(
  range: RecurrenceRange | null | undefined,
  start: Moment,
  utcMs: number,
  movedBy: number,
): RecurrenceRange {
  const lastDay = start.zone
    .toWall(utcMs)
    .toPlainDate()
    .add({ days: movedBy - 1 })
  const { numberOfOccurrences: _count, ...rest } = range ?? {}
  return { ...rest, type: 'endDate', endDate: lastDay.toString() }
}

/** Days that every month has, so that moving them within the month is moving them by as many days. */
const SAFE_DAY_MAX = 28

function movedPattern(pattern: RecurrencePattern, days: number): RecurrencePattern | null {
  if (days === 0 || pattern.type === 'daily') return pattern
  if (pattern.type === 'weekly') {
    const moved = (day: DayOfWeek): DayOfWeek =>
      WEEK_DAYS[(((WEEK_DAYS.indexOf(day) + days) % 7) + 7) % 7] ?? day
    return {
      ...pattern,
      daysOfWeek: (pattern.daysOfWeek ?? []).map(moved),
      // Weeks begin as much later, or days of every second week would change places.
      firstDayOfWeek: moved(pattern.firstDayOfWeek ?? 'sunday'),
    }
  }
  if (pattern.type !== 'absoluteMonthly' && pattern.type !== 'absoluteYearly') return null
  const day = pattern.dayOfMonth ?? 0
  const movedDay = day + days
  const isSafe = [day, movedDay].every((one) => one >= 1 && one <= SAFE_DAY_MAX)
  return isSafe ? { ...pattern, dayOfMonth: movedDay } : null
}
