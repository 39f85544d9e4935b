import { Temporal } from 'temporal-polyfill'

const DAY_MS = 86_400_000

/** The instant `days` before or after the day of `nowMs` at a time of UTC, as `09:30`. */
export function at(nowMs: number, days: number, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const midnight = Math.floor(nowMs / DAY_MS) * DAY_MS
  return midnight + days * DAY_MS + hour * 3_600_000 + minute * 60_000
}

/** `2026-01-05T09:30:00Z`. */
export const isoSeconds = (utcMs: number): string =>
  `${new Date(utcMs).toISOString().slice(0, 19)}Z`

export function dateOf(nowMs: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('UTC').toPlainDate()
}

/** The day `count` working days after today (before it, when negative); 0 is today or next Monday. */
export function workday(nowMs: number, count: number): Temporal.PlainDate {
  let day = dateOf(nowMs)
  while (day.dayOfWeek > 5) day = day.add({ days: 1 })
  const step = Math.sign(count)
  for (let left = Math.abs(count); left > 0; ) {
    day = day.add({ days: step })
    if (day.dayOfWeek <= 5) left -= 1
  }
  return day
}

/** A weekday (1 = Monday) of this week, or of a week before or after. */
export function weekday(nowMs: number, day: number, weeks: number): Temporal.PlainDate {
  const today = dateOf(nowMs)
  return today.add({ days: day - today.dayOfWeek + weeks * 7 })
}
