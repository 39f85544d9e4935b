import type { Recurrence } from '../api/wire.ts'
import { dateText, weekday } from '../components/days.ts'
import { calendar as strings } from '../strings/calendar.ts'

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

export const REPEATS = ['never', 'daily', 'weekly', 'monthly'] as const
export type Repeats = (typeof REPEATS)[number]
export const ENDINGS = ['noEnd', 'endDate', 'numbered'] as const
export type Ending = (typeof ENDINGS)[number]

/** A recurrence as the form has it. */
export interface Repeating {
  readonly repeats: Repeats
  readonly interval: number
  readonly days: readonly Weekday[]
  readonly ending: Ending
  readonly until: string
  readonly times: number
}

const WEEKS_AHEAD_MS = 8 * 7 * 86_400_000

export const once = (day: string): Repeating => ({
  repeats: 'never',
  interval: 1,
  days: [WEEKDAYS[weekday(day)]!],
  ending: 'numbered',
  until: new Date(Date.parse(`${day}T00:00:00Z`) + WEEKS_AHEAD_MS).toISOString().slice(0, 10),
  times: 8,
})

/** @param day on which the first one is. @param zone whose clock it goes by */
export function recurrenceOf(form: Repeating, day: string, zone: string): Recurrence | null {
  if (form.repeats === 'never') return null
  const { interval } = form
  const patterns = {
    daily: { type: 'daily', interval },
    weekly: { type: 'weekly', interval, daysOfWeek: form.days, firstDayOfWeek: 'monday' },
    monthly: { type: 'absoluteMonthly', interval, dayOfMonth: Number(day.slice(8)) },
  } as const
  return {
    pattern: patterns[form.repeats],
    range: {
      type: form.ending,
      startDate: day,
      recurrenceTimeZone: zone,
      ...(form.ending === 'endDate' && { endDate: form.until }),
      ...(form.ending === 'numbered' && { numberOfOccurrences: form.times }),
    },
  }
}

const NAMES: Readonly<Record<string, Repeats>> = {
  daily: 'daily',
  weekly: 'weekly',
  absoluteMonthly: 'monthly',
}

/** Null: a pattern the form has no fields for. */
export function formOf(recurrence: Recurrence | null, day: string): Repeating | null {
  const blank = once(day)
  if (recurrence === null) return blank
  const { pattern, range } = recurrence
  const repeats = NAMES[pattern.type]
  if (repeats === undefined) return null
  const days = WEEKDAYS.filter((one) => pattern.daysOfWeek?.includes(one))
  return {
    repeats,
    interval: pattern.interval,
    days: days.length > 0 ? days : blank.days,
    ending: range.type,
    until: range.type === 'endDate' && range.endDate ? range.endDate : blank.until,
    times: range.type === 'numbered' ? (range.numberOfOccurrences ?? blank.times) : blank.times,
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export function inWords({ pattern, range }: Recurrence): string {
  const words = strings.every
  const days = (pattern.daysOfWeek ?? []).map(capital).join(', ')
  const what =
    pattern.type === 'daily'
      ? words.daily(pattern.interval)
      : pattern.type === 'weekly'
        ? words.weekly(pattern.interval, days)
        : pattern.type === 'absoluteMonthly'
          ? words.monthly(pattern.interval, pattern.dayOfMonth ?? 1)
          : words.other
  const end =
    range.type === 'endDate' && range.endDate
      ? words.until(dateText(range.endDate))
      : range.type === 'numbered'
        ? words.times(range.numberOfOccurrences ?? 0)
        : null
  return words.repeats(end === null ? what : `${what}, ${end}`)
}
