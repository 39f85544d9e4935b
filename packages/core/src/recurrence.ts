import type { ColumnValue, RecurrencePattern, WholeEvent } from './types.ts'

const PATTERN_TYPE: Record<RecurrencePattern['type'], number> = {
  daily: 0,
  weekly: 1,
  absoluteMonthly: 2,
  relativeMonthly: 2,
  absoluteYearly: 3,
  relativeYearly: 3,
}

/** Monday to Friday as a `daysofweekmask` (Sunday = 1 … Saturday = 64). */
const WEEKDAYS = 62

/** Pattern of a series in the columns of recurringappointmentmaster. */
export function recurrenceColumns(master: WholeEvent): Record<string, ColumnValue> {
  const minutes = Math.max(0, Math.round((master.end - master.start) / 60_000))
  const common = {
    starttime: master.start,
    endtime: master.end,
    duration: minutes,
    scheduledstart: master.start,
    scheduledend: master.end,
    effectivestartdate: master.start,
    sortdate: master.start,
  }
  const pattern = master.recurrence
  if (pattern === null) return common

  const mask = pattern.daysOfWeek.reduce((bits, day) => bits | (1 << day), 0)
  const relative = pattern.type === 'relativeMonthly' || pattern.type === 'relativeYearly'
  return {
    ...common,
    recurrencepatterntype: PATTERN_TYPE[pattern.type],
    interval: pattern.interval,
    daysofweekmask: mask === 0 ? null : mask,
    dayofmonth: pattern.dayOfMonth,
    monthofyear: pattern.month,
    instance: pattern.index,
    isnthmonthly: relative && pattern.type === 'relativeMonthly',
    isnthyearly: relative && pattern.type === 'relativeYearly',
    isweekdaypattern: mask === WEEKDAYS,
    firstdayofweek: pattern.firstDayOfWeek,
    patternstartdate: dateInstant(pattern.startDate),
    patternenddate: pattern.endDate === null ? null : dateInstant(pattern.endDate),
    patternendtype: pattern.endDate !== null ? 3 : pattern.occurrences !== null ? 2 : 1,
    occurrences: pattern.occurrences,
  }
}

/** Midnight UTC of a yyyy-mm-dd, computed by the rules of the calendar ("days from civil"). */
function dateInstant(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146_097 + dayOfEra - 719_468) * 86_400_000
}
