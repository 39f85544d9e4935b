import { LunarYear, Solar } from 'lunar-typescript'
import { Temporal as Calendars } from 'temporal-polyfill/full'

/** One month of a year of another calendar, in the order in which they pass. */
export type OtherMonth = Readonly<{
  /** As Temporal names it: `M06`, and `M06L` for a leap month after it. */
  code: string
  /** `yyyy-MM-dd` of its first day. */
  first: string
  days: number
}>

export type OtherCalendar = Readonly<{
  /** The year, month and day of a date `yyyy-MM-dd`. */
  locate(date: string): { year: number; code: string; day: number }
  monthsOf(year: number): OtherMonth[]
}>

/** RSCALE as CLDR names calendars, and what Temporal calls them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['GREGORIAN', 'gregory'],
  ['GREGORY', 'gregory'],
  ['BUDDHIST', 'buddhist'],
  ['COPTIC', 'coptic'],
  ['DANGI', 'dangi'],
  ['ETHIOPIC', 'ethiopic'],
  ['ETHIOPIC-AMETE-ALEM', 'ethioaa'],
  ['HEBREW', 'hebrew'],
  ['INDIAN', 'indian'],
  ['ISLAMIC-CIVIL', 'islamic-civil'],
  ['ISLAMICC', 'islamic-civil'],
  ['ISLAMIC-TBLA', 'islamic-tbla'],
  ['ISLAMIC-UMALQURA', 'islamic-umalqura'],
  ['JAPANESE', 'japanese'],
  ['PERSIAN', 'persian'],
  ['ROC', 'roc'],
])

/** @returns null for a calendar that isn't known, or that depends on who sees the moon */
export function otherCalendar(rscale: string): OtherCalendar | null {
  if (rscale === 'CHINESE') return chinese
  const id = NAMES.get(rscale)
  return id === undefined ? null : temporalCalendar(id)
}

function temporalCalendar(id: string): OtherCalendar {
  return {
    locate: (date) => {
      const { year, monthCode, day } = Calendars.PlainDate.from(date).withCalendar(id)
      return { year, code: monthCode, day }
    },
    monthsOf: (year) => {
      const start = Calendars.PlainDate.from({ calendar: id, year, month: 1, day: 1 })
      return Array.from({ length: start.monthsInYear }, (_, index) => {
        const first = start.with({ month: index + 1 })
        const { monthCode: code, daysInMonth: days } = first
        return { code, first: first.withCalendar('iso8601').toString(), days }
      })
    },
  }
}

/**
 * The Chinese calendar by lunar-typescript. ICU, and Temporal with it, puts some new moons near
 * midnight in Beijing on the wrong day: the new years of 2027 (6 February) and 2030 (3 February)
 * among them. Source of the right days: Hong Kong Observatory, Gregorian-Lunar Calendar Conversion.
 */
const chinese: OtherCalendar = {
  locate: (date) => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    const lunar = Solar.fromYmd(year, month, day).getLunar()
    return { year: lunar.getYear(), code: codeOf(lunar.getMonth()), day: lunar.getDay() }
  },
  monthsOf: (year) =>
    LunarYear.fromYear(year)
      .getMonthsInYear()
      .map((month) => ({
        code: codeOf(month.getMonth()),
        first: Solar.fromJulianDay(month.getFirstJulianDay()).toYmd(),
        days: month.getDayCount(),
      })),
}

/** lunar-typescript writes a leap month as a negative number. */
const codeOf = (month: number): string =>
  `M${String(Math.abs(month)).padStart(2, '0')}${month < 0 ? 'L' : ''}`
