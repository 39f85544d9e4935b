import type {
  DayOfWeek,
  PatternedRecurrence,
  RecurrencePattern,
  RecurrenceRange,
  WeekIndex,
} from '@microsoft/microsoft-graph-types'
import ICAL from 'ical.js'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { validateRecurrence } from '../../recurrence.ts'
import { Refused, reasonOf } from '../refusal.ts'
import type { Moment } from './moment.ts'
import { timeWall } from './zone.ts'

/** Occurrences that a rule Exchange can't keep may have at most, to become events of their own. */
export const SINGLE_EVENTS_MAX = 366

/** Periods looked through for them; a rule that still found too few leads nowhere. About 0.5 s. */
const ITERATIONS_MAX = 5000

const DAYS: Readonly<Record<string, DayOfWeek>> = {
  SU: 'sunday',
  MO: 'monday',
  TU: 'tuesday',
  WE: 'wednesday',
  TH: 'thursday',
  FR: 'friday',
  SA: 'saturday',
}

export const WEEK_DAYS: readonly DayOfWeek[] = Object.values(DAYS)

const INDEXES: ReadonlyMap<number, WeekIndex> = new Map([
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [-1, 'last'],
])

/**
 * The rule in Graph's words, or null when Graph has none for it: several days of the month, a fifth
 * weekday, hours, some months only, and the like. The 29th to 31st are taken as Exchange takes
 * them: the last day of a month that is too short.
 */
export function toGraphRecurrence(recur: ICAL.Recur, start: Moment): PatternedRecurrence | null {
  if (!start.zone.isExchangeZone) return null
  const pattern = patternOf(recur, start)
  if (pattern === null) return null
  const recurrence = { pattern, range: rangeOf(recur, start) }
  return validateRecurrence(recurrence) === null ? recurrence : null
}

function patternOf(recur: ICAL.Recur, start: Moment): RecurrencePattern | null {
  const { interval } = recur
  const date = start.wall
  const parts = new Set(Object.keys(recur.parts))
  const only = (...names: string[]): boolean => [...parts].every((name) => names.includes(name))
  switch (recur.freq) {
    case 'DAILY': {
      if (parts.size === 0) return { type: 'daily', interval }
      const days = plainDays(recur)
      // Every day that is one of these days: the same days of every week.
      return only('BYDAY') && interval === 1 && days ? weekly(recur, days) : null
    }
    case 'WEEKLY': {
      const days =
        parts.size === 0 ? [WEEK_DAYS[date.dayOfWeek % 7] as DayOfWeek] : plainDays(recur)
      return only('BYDAY') && days ? weekly(recur, days) : null
    }
    case 'MONTHLY': {
      if (only('BYMONTHDAY')) {
        const dayOfMonth = dayOfMonthOf(recur, date)
        return dayOfMonth === null ? null : { type: 'absoluteMonthly', interval, dayOfMonth }
      }
      const relative = only('BYDAY', 'BYSETPOS') ? relativeOf(recur) : null
      return relative && { type: 'relativeMonthly', interval, ...relative }
    }
    case 'YEARLY': {
      const months = recur.parts.BYMONTH ?? [date.month]
      const month = months[0]
      if (months.length !== 1 || month === undefined) return null
      if (only('BYMONTH', 'BYMONTHDAY')) {
        const dayOfMonth = dayOfMonthOf(recur, date)
        return dayOfMonth === null ? null : { type: 'absoluteYearly', interval, month, dayOfMonth }
      }
      const relative =
        parts.has('BYMONTH') && only('BYMONTH', 'BYDAY', 'BYSETPOS') ? relativeOf(recur) : null
      return relative && { type: 'relativeYearly', interval, month, ...relative }
    }
    default:
      return null
  }
}

function weekly(recur: ICAL.Recur, daysOfWeek: DayOfWeek[]): RecurrencePattern {
  const firstDayOfWeek = WEEK_DAYS[recur.wkst - 1] ?? 'monday'
  return { type: 'weekly', interval: recur.interval, daysOfWeek, firstDayOfWeek }
}

/** BYDAY without ordinals. */
function plainDays(recur: ICAL.Recur): DayOfWeek[] | null {
  const days = (recur.parts.BYDAY ?? []).map((day) => DAYS[day])
  return days.length > 0 && days.every((day) => day !== undefined) ? [...new Set(days)] : null
}

function dayOfMonthOf(recur: ICAL.Recur, date: Temporal.PlainDateTime): number | null {
  const days = recur.parts.BYMONTHDAY ?? [date.day]
  const day = days[0]
  if (days.length !== 1 || day === undefined) return null
  if (day === -1) return 31
  return day > 0 ? day : null
}

/** `2TU` and `TU;BYSETPOS=2` alike. */
function relativeOf(recur: ICAL.Recur): Pick<RecurrencePattern, 'daysOfWeek' | 'index'> | null {
  const { BYDAY: byDay = [], BYSETPOS: positions } = recur.parts
  if (positions === undefined) {
    const ordinal = /^([+-]?\d+)(SU|MO|TU|WE|TH|FR|SA)$/.exec(byDay[0] ?? '')
    const index = INDEXES.get(Number(ordinal?.[1]))
    const day = DAYS[ordinal?.[2] ?? '']
    return byDay.length === 1 && index && day ? { index, daysOfWeek: [day] } : null
  }
  const index = positions.length === 1 ? INDEXES.get(positions[0] ?? 0) : undefined
  const daysOfWeek = plainDays(recur)
  return index && daysOfWeek ? { index, daysOfWeek } : null
}

function rangeOf(recur: ICAL.Recur, start: Moment): RecurrenceRange {
  const startDate = start.wall.toPlainDate().toString()
  const common = { startDate, recurrenceTimeZone: start.zone.name }
  if (recur.count !== null && recur.count !== undefined) {
    return { ...common, type: 'numbered', numberOfOccurrences: recur.count }
  }
  const until = untilOf(recur, start)
  if (until === null) return { ...common, type: 'noEnd' }
  return { ...common, type: 'endDate', endDate: lastDayOf(until, start).toString() }
}

/** The last day that may have an occurrence: an UNTIL before that day's time means the day before. */
export function lastDayOf(until: Temporal.PlainDateTime, start: Moment): Temporal.PlainDate {
  const isBefore = Temporal.PlainTime.compare(until.toPlainTime(), start.wall.toPlainTime()) < 0
  return until.toPlainDate().subtract({ days: isBefore ? 1 : 0 })
}

/** UNTIL on the clock of the series; a date means its last moment. */
export function untilOf(recur: ICAL.Recur, start: Moment): Temporal.PlainDateTime | null {
  const { until } = recur
  if (until === null || until === undefined) return null
  const wall = timeWall(until)
  if (until.isDate) return wall.withPlainTime('23:59:59')
  if (until.zone !== ICAL.Timezone.utcTimezone || start.isDate) return wall
  if (start.zone.isExchangeZone) {
    return start.zone.toWall(wall.toZonedDateTime('UTC').epochMilliseconds)
  }
  return wall
}

/**
 * The occurrences of a rule that Graph has no words for, as wall times; DTSTART always is the first.
 *
 * @throws Refused when they are more than SINGLE_EVENTS_MAX, or the rule leads nowhere
 */
export function expandRule(recur: ICAL.Recur, start: Moment): Temporal.PlainDateTime[] {
  const rule = recur.clone()
  rule.until = null
  const until = untilOf(recur, start)
  const walls: Temporal.PlainDateTime[] = []
  try {
    new RRuleTemporal({
      rruleString: rule.toString(),
      dtstart: start.wall.toZonedDateTime('UTC'),
      includeDtstart: true,
      maxIterations: ITERATIONS_MAX,
      maxCandidateEvaluations: 50_000,
      ...(until === null ? {} : { until: until.toZonedDateTime('UTC') }),
    }).all((occurrence) => {
      walls.push(Temporal.ZonedDateTime.from(occurrence.toString()).toPlainDateTime())
      return walls.length <= SINGLE_EVENTS_MAX
    })
  } catch (error) {
    throw new Refused(`Its RRULE can't be worked out: ${reasonOf(error)}`)
  }
  if (walls.length > SINGLE_EVENTS_MAX) throw tooManySingles()
  return walls
}

export const tooManySingles = (): Refused =>
  new Refused(
    `Its RRULE is none that Exchange can keep as a series, and its occurrences are too many (over ${SINGLE_EVENTS_MAX}) to become single events.`,
  )
