import { common } from '../strings/common.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How far an instant lies from now, in one unit, such as `5 min ago`. */
export function relativeTime(at: number, now: number): string {
  const distance = Math.abs(now - at)
  if (distance < 5 * SECOND) return common.ago.now
  const text = amount(distance)
  return at > now ? common.ago.future(text) : common.ago.past(text)
}

/** When something is due that may be late, such as `in 5 min`, `now` or `overdue by 5 min`. */
export function dueTime(at: number, now: number): string {
  const late = now - at
  if (late >= MINUTE) return common.due.overdue(amount(late))
  return late > -5 * SECOND ? common.due.now : relativeTime(at, now)
}

/** A length of time in one unit. @param ms not negative */
export function amount(ms: number): string {
  if (ms < 100 * SECOND) return common.ago.seconds(Math.round(ms / SECOND))
  if (ms < 100 * MINUTE) return common.ago.minutes(Math.round(ms / MINUTE))
  if (ms < 48 * HOUR) return common.ago.hours(Math.round(ms / HOUR))
  return common.ago.days(Math.round(ms / DAY))
}
