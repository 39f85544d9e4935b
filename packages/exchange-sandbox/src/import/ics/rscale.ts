import { Temporal } from 'temporal-polyfill'
import { Refused } from '../refusal.ts'
import { type OtherCalendar, type OtherMonth, otherCalendar } from './other-calendar.ts'

/**
 * An RRULE with RSCALE: it counts months and days in a calendar of its own, while DTSTART stays a
 * Gregorian date. Source: RFC 7529.
 */
export type OtherRule = Readonly<{
  rscale: string
  freq: 'MONTHLY' | 'YEARLY'
  interval: number
  count: number | null
  skip: Skip
  /** `M06L`; null = that of DTSTART, or every month of a monthly rule. */
  months: readonly string[] | null
  /** From 1, or negative from the month's end; null = that of DTSTART. */
  days: readonly number[] | null
}>

type Skip = 'OMIT' | 'BACKWARD' | 'FORWARD'

/** Without an end, occurrences are made up to here: almanacs aren't sure of what comes later. */
const LAST_DAY_OF_ENDLESS = '2099-12-31'

/** Parts that the caller reads, or that don't matter to months and years. */
const IGNORED = new Set(['UNTIL', 'WKST'])
const UNDERSTOOD = new Set(['RSCALE', 'FREQ', 'INTERVAL', 'COUNT', 'SKIP', 'BYMONTH', 'BYMONTHDAY'])

/**
 * Reads the rule of a line `RRULE:RSCALE=CHINESE;FREQ=YEARLY`.
 *
 * @returns null when an ordinary reading gives the same days: no RSCALE, days and weeks (which all
 * calendars share), and Gregorian rules whose days every month has
 * @throws Refused for a calendar or a part that isn't understood here
 */
export function readOtherRule(line: string, startDay: number): OtherRule | null {
  const value = line.slice(line.indexOf(':') + 1)
  const parts = new Map(
    value.split(';').map((part) => {
      const [name = '', text = ''] = part.split('=')
      return [name.trim().toUpperCase(), text.trim().toUpperCase()]
    }),
  )
  const rscale = parts.get('RSCALE')
  const freq = parts.get('FREQ')
  if (rscale === undefined || (freq !== 'MONTHLY' && freq !== 'YEARLY')) return null
  const skip = skipOf(parts.get('SKIP'))
  const days = parts.get('BYMONTHDAY')?.split(',').map(Number) ?? null
  const isGregorian = rscale === 'GREGORIAN' || rscale === 'GREGORY'
  const everyMonthHas = (days ?? [startDay]).every((day) => day >= -28 && day <= 28)
  if (isGregorian && (!parts.has('SKIP') || everyMonthHas)) return null
  const strange = [...parts.keys()].find((name) => !UNDERSTOOD.has(name) && !IGNORED.has(name))
  if (strange !== undefined) {
    throw new Refused(
      `Its RRULE has ${strange} in the calendar ${rscale}, which can't be worked out.`,
    )
  }
  return {
    rscale,
    freq,
    interval: Math.max(1, Number(parts.get('INTERVAL') ?? 1) || 1),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    skip,
    months: parts.get('BYMONTH')?.split(',').map(codeOf) ?? null,
    days,
  }
}

function skipOf(text: string | undefined): Skip {
  return text === 'BACKWARD' || text === 'FORWARD' ? text : 'OMIT'
}

/** `5L` as `M05L`. */
function codeOf(month: string): string {
  const [, number, leap = ''] = /^(\d{1,2})(L?)$/.exec(month) ?? []
  if (number === undefined) throw new Refused(`Its RRULE has the month '${month}', which is none.`)
  return `M${number.padStart(2, '0')}${leap}`
}

/**
 * Dates of the rule from the start's on, the start itself being the first.
 *
 * @param until the last day that counts, or null
 * @param most stop after one more than these
 * @returns `isCut` when the rule has no end and was ended here
 * @throws Refused for a calendar that isn't known here
 */
export function expandOtherRule(
  rule: OtherRule,
  start: Temporal.PlainDate,
  until: Temporal.PlainDate | null,
  most: number,
): { dates: Temporal.PlainDate[]; isCut: boolean } {
  const calendar = otherCalendar(rule.rscale)
  if (calendar === null) {
    throw new Refused(`Its RRULE counts in the calendar '${rule.rscale}', which isn't known here.`)
  }
  const first = start.toString()
  const isEndless = rule.count === null && until === null
  const last = until?.toString() ?? LAST_DAY_OF_ENDLESS
  const wanted = Math.min(rule.count ?? Number.POSITIVE_INFINITY, most + 1)
  const dates = [first]
  for (const date of datesOf(rule, calendar, first)) {
    if (dates.length >= wanted || date > last) break
    if (date > first && date !== dates.at(-1)) dates.push(date)
  }
  return { dates: dates.map((date) => Temporal.PlainDate.from(date)), isCut: isEndless }
}

/** All dates of the rule from the start's year on, in order. Ends with the year 2199. */
function* datesOf(rule: OtherRule, calendar: OtherCalendar, first: string): Generator<string> {
  const start = calendar.locate(first)
  const step = rule.freq === 'YEARLY' ? rule.interval : 1
  let months = 0
  for (let year = start.year; ; year += step) {
    const all = calendar.monthsOf(year)
    const firstDay = all[0]?.first
    if (firstDay === undefined || firstDay > '2199') return
    if (rule.freq === 'YEARLY') {
      const codes = rule.months ?? [start.code]
      const found = codes.flatMap((code) => monthOf(all, code, rule.skip) ?? [])
      yield* daysOf(found, rule, start.day, all, () => calendar.monthsOf(year + 1))
      continue
    }
    const startIndex = all.findIndex((month) => month.code === start.code)
    for (const [index, month] of all.entries()) {
      if (year === start.year && index < startIndex) continue
      const isInStep = months % rule.interval === 0
      months += 1
      if (!isInStep || (rule.months !== null && !rule.months.includes(month.code))) continue
      yield* daysOf([month], rule, start.day, all, () => calendar.monthsOf(year + 1))
    }
  }
}

/** A leap month that a year doesn't have is left out, or its neighbour stands for it. */
function monthOf(all: readonly OtherMonth[], code: string, skip: Skip): OtherMonth | null {
  const exact = all.find((month) => month.code === code)
  if (exact !== undefined || skip === 'OMIT') return exact ?? null
  const index = all.findIndex((month) => month.code === code.replace('L', ''))
  return all[skip === 'BACKWARD' ? index : index + 1] ?? null
}

function* daysOf(
  months: readonly OtherMonth[],
  rule: OtherRule,
  startDay: number,
  year: readonly OtherMonth[],
  nextYear: () => readonly OtherMonth[],
): Generator<string> {
  const found = new Set<string>()
  for (const month of months) {
    for (const wanted of rule.days ?? [startDay]) {
      const day = wanted < 0 ? month.days + 1 + wanted : wanted
      if (day >= 1 && day <= month.days) found.add(dayIn(month, day))
      else if (rule.skip === 'BACKWARD' && wanted > 0) found.add(dayIn(month, month.days))
      else if (rule.skip === 'FORWARD' && wanted > 0) {
        const next = year[year.indexOf(month) + 1] ?? nextYear()[0]
        if (next !== undefined) found.add(dayIn(next, 1))
      }
    }
  }
  yield* [...found].sort()
}

function dayIn(month: OtherMonth, day: number): string {
  return Temporal.PlainDate.from(month.first)
    .add({ days: day - 1 })
    .toString()
}
