import { RefusedDataError } from '@trackmark/core'

/** Text that PostgreSQL can't hold is mended in one place: NUL and halves of surrogate pairs. */
export function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** Parameters of a statement, made storable: addresses and ids come from mail too. */
export function storableParameters(parameters: readonly unknown[]): unknown[] {
  const mended = (value: unknown) => (typeof value === 'string' ? storable(value) : value)
  return parameters.map((value) => (Array.isArray(value) ? value.map(mended) : mended(value)))
}

/** Rows as one JSON parameter: a statement's size then doesn't depend on their number. */
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
