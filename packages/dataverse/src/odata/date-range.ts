import type { DateFunction } from './types.ts'

/** Milliseconds since 1970; `from` is included, `to` isn't, null = no bound. */
export interface InstantRange {
  readonly from: number | null
  readonly to: number | null
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Unit = 'Minutes' | 'Hours' | 'Days' | 'Weeks' | 'Months' | 'Years'

/**
 * The instants a date function holds for, in the calendar of UTC. Last... goes from the start of
 * the day so many units ago to now, Next... from now to the end of the day in so many units,
 * OlderThan... to the start of the day; hours and minutes are counted from the instant itself. The
 * fiscal year is the calendar year and its periods are quarters; so many of them are whole ones,
 * without that of now.
 * @param value the number of units, or the instant of `On` and its kin (milliseconds since 1970)
 */
export function dateRange(name: DateFunction, value: number | null, now: number): InstantRange {
  const { from, to } = boundless(name, value, now)
  // Beyond the years a column can hold a bound bounds nothing, and has no text a database reads.
  return {
    from: from === null || from <= YEAR_1 ? null : from,
    to: to === null || to >= YEAR_10000 ? null : Math.max(to, YEAR_1),
  }
}

function boundless(name: DateFunction, value: number | null, now: number): InstantRange {
  const counted = /^(LastX|NextX|OlderThanX)(Minutes|Hours|Days|Weeks|Months|Years)$/.exec(name)
  if (counted !== null) return countedRange(counted[1]!, counted[2] as Unit, value ?? 0, now)
  const fiscal = /^(Last|This|Next)X?Fiscal(Year|Period)s?$/.exec(name)
  if (fiscal !== null) {
    return fiscalRange(fiscal[1] as 'Last', fiscal[2] === 'Year' ? 12 : 3, value ?? 1, now)
  }
  const period = /^(Last|This|Next)(Week|Month|Year)$/.exec(name)
  if (period !== null) {
    return periodRange(
      period[2] as 'Week',
      { Last: -1, This: 0, Next: 1 }[period[1] as 'Last'],
      now,
    )
  }
  const day = startOfDay(value ?? now)
  switch (name) {
    case 'Last7Days':
      return countedRange('LastX', 'Days', 7, now)
    case 'Next7Days':
      return countedRange('NextX', 'Days', 7, now)
    case 'Yesterday':
      return { from: day - DAY, to: day }
    case 'Tomorrow':
      return { from: day + DAY, to: day + 2 * DAY }
    case 'OnOrAfter':
      return { from: day, to: null }
    case 'OnOrBefore':
      return { from: null, to: day + DAY }
    default:
      return { from: day, to: day + DAY }
  }
}

function countedRange(kind: string, unit: Unit, count: number, now: number): InstantRange {
  const isOfDay = unit !== 'Hours' && unit !== 'Minutes'
  const start = isOfDay ? startOfDay(now) : now
  // One more than now, so that what happened in this very millisecond belongs to the past.
  if (kind === 'LastX') return { from: moved(start, unit, -count), to: now + 1 }
  if (kind === 'OlderThanX') return { from: null, to: moved(start, unit, -count) }
  const end = moved(start, unit, count)
  return { from: now, to: isOfDay ? end + DAY : end + 1 }
}

function periodRange(unit: 'Week' | 'Month' | 'Year', shift: number, now: number): InstantRange {
  const date = new Date(now)
  const year = date.getUTCFullYear()
  if (unit === 'Year') return { from: utc(year + shift, 0), to: utc(year + shift + 1, 0) }
  if (unit === 'Month') {
    const month = date.getUTCMonth() + shift
    return { from: utc(year, month), to: utc(year, month + 1) }
  }
  const from = startOfDay(now) + (7 * shift - date.getUTCDay()) * DAY
  return { from, to: from + 7 * DAY }
}

/** @param months of one unit */
function fiscalRange(
  when: 'Last' | 'This' | 'Next',
  months: number,
  count: number,
  now: number,
): InstantRange {
  const date = new Date(now)
  const month = Math.floor(date.getUTCMonth() / months) * months
  const start = utc(date.getUTCFullYear(), month)
  const at = (units: number) => moved(start, 'Months', units * months)
  if (when === 'This') return { from: start, to: at(1) }
  return when === 'Last' ? { from: at(-count), to: start } : { from: at(1), to: at(1 + count) }
}

const startOfDay = (instant: number): number => Math.floor(instant / DAY) * DAY

const FIXED = { Minutes: MINUTE, Hours: HOUR, Days: DAY, Weeks: 7 * DAY }

const YEAR_1 = Date.UTC(2000, 0, 1) - 730_119 * DAY
const YEAR_10000 = Date.UTC(10_000, 0, 1)

function moved(start: number, unit: Unit, count: number): number {
  const reached =
    unit === 'Months' || unit === 'Years'
      ? addMonths(start, unit === 'Years' ? count * 12 : count)
      : start + count * FIXED[unit]
  if (Number.isFinite(reached)) return reached
  return count < 0 ? YEAR_1 : YEAR_10000
}

/** To the same day of another month, or its last where it is shorter. */
function addMonths(instant: number, count: number): number {
  const date = new Date(instant)
  const day = date.getUTCDate()
  const first = new Date(instant)
  first.setUTCDate(1)
  first.setUTCMonth(first.getUTCMonth() + count)
  const last = new Date(first)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  first.setUTCDate(Math.min(day, last.getUTCDate()))
  return first.getTime()
}

const utc = (year: number, month: number): number => Date.UTC(year, month, 1)
