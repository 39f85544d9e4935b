import { SandboxError } from '../errors.ts'
import { formatDateTime, toUtcMs } from '../zones.ts'
import type { DateTimeZone } from './types.ts'

const known = new WeakMap<DateTimeZone, number>()

/** UTC milliseconds of a kept time; reading zones is slow, so it is done once per value. */
export function utcOf(value: DateTimeZone): number {
  const found = known.get(value)
  if (found !== undefined) return found
  const ms = toUtcMs(value)
  known.set(value, ms)
  return ms
}

/** A time as Graph writes it: seven fraction digits, no offset. */
export function timeIn(ms: number, zone: string): DateTimeZone {
  if (/^(utc|etc\/utc)$/i.test(zone)) {
    return { dateTime: `${new Date(ms).toISOString().slice(0, 23)}0000`, timeZone: zone }
  }
  return formatDateTime(ms, zone)
}

/** @throws 400 for a malformed time or an unknown zone */
export function checkedTime(value: DateTimeZone): DateTimeZone {
  try {
    const dateTime = value.dateTime.includes('T') ? value.dateTime : `${value.dateTime}T00:00:00`
    return timeIn(toUtcMs({ dateTime, timeZone: value.timeZone }), value.timeZone)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new SandboxError(400, 'ErrorPropertyValidationFailure', cause.message, { cause })
  }
}
