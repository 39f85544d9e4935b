import { RefusedDataError } from '@trackmark/core'

/** Replaces what PostgreSQL can't store in a text: NUL, and halves of surrogate pairs. */
export function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** Makes the parameters of a statement storable, since addresses and ids come from mail too. */
export function storableParameters(parameters: readonly unknown[]): unknown[] {
  const mended = (value: unknown) => (typeof value === 'string' ? storable(value) : value)
  return parameters.map((value) => (Array.isArray(value) ? value.map(mended) : mended(value)))
}

/** Rows as one JSON parameter, so that the size of a statement doesn't depend on their number. */
export function rowsJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'string' ? storable(value) : value,
  )
}

/** Years 1 to 9999: what both JavaScript and PostgreSQL write with four digits. */
const EARLIEST = -62_135_596_800_000
const LATEST = 253_402_300_799_999

/** @throws RefusedDataError for an instant outside the years 1 to 9999 */
export function iso(instant: number): string {
  if (!(instant >= EARLIEST && instant <= LATEST)) {
    throw new RefusedDataError('A date lies outside the years 1 to 9999 and cannot be stored.')
  }
  return new Date(instant).toISOString()
}

export const isoOrNull = (instant: number | null): string | null =>
  instant === null ? null : iso(instant)

const TIMESTAMP =
  /^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?( BC)?$/

/**
 * Parses a timestamptz as PostgreSQL writes it, such as `2026-01-05 09:00:00.123+00`. It is in the session's
 * time zone, where its year may differ from that in UTC, and old offsets have seconds.
 */
export function parseTimestamp(text: string): number {
  return usualTimestamp(text) ?? anyTimestamp(text)
}

const UTC = '+00'
const SECONDS_END = 19

/**
 * A fast path for sessions in UTC and years from 1000, which nearly all timestamps are: a page of rows has a
 * hundred of them, and a regular expression would cost as much as all other work on the page.
 */
function usualTimestamp(text: string): number | null {
  const end = text.length - UTC.length
  if (end < SECONDS_END || end > SECONDS_END + 7 || !text.endsWith(UTC)) return null
  if (text[10] !== ' ' || text[0] === '0') return null
  const digits = (from: number, to: number): number => {
    let value = 0
    for (let at = from; at < to; at++) {
      const digit = text.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) return Number.NaN
      value = value * 10 + digit
    }
    return value
  }
  let fraction = 0
  if (end > SECONDS_END) {
    if (text[SECONDS_END] !== '.' || end === SECONDS_END + 1) return null
    const given = Math.min(end, SECONDS_END + 4)
    fraction = digits(SECONDS_END + 1, given) * 10 ** (SECONDS_END + 4 - given)
  }
  const instant = Date.UTC(
    digits(0, 4),
    digits(5, 7) - 1,
    digits(8, 10),
    digits(11, 13),
    digits(14, 16),
    digits(17, 19),
    fraction,
  )
  return Number.isNaN(instant) ? null : instant
}

function anyTimestamp(text: string): number {
  if (text === 'infinity' || text === '-infinity') return text === 'infinity' ? Infinity : -Infinity
  const match = TIMESTAMP.exec(text)
  if (match === null) throw new TypeError(`The database answered ${text}, which is no timestamp.`)
  const [, year, month, day, hour, minute, second, fraction = '', sign, ...offset] = match
  const [hours, minutes = 0, seconds = 0] = offset.slice(0, 3).map((part) => Number(part ?? 0))
  const date = new Date(0)
  date.setUTCFullYear(
    match.at(-1) ? 1 - Number(year) : Number(year),
    Number(month) - 1,
    Number(day),
  )
  date.setUTCHours(
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0').slice(0, 3)),
  )
  const east = ((hours! * 60 + minutes) * 60 + seconds) * 1000
  return date.getTime() - (sign === '-' ? -east : east)
}

/** A text within a pattern of `like`, in which no character has a special meaning. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** A pattern of `like` for texts that contain this one. */
export const containing = (text: string): string => `%${likeText(text)}%`
