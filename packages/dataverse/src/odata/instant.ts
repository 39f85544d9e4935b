const FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|[+-]\d\d:\d\d))?$/i

/**
 * Edm.Date or Edm.DateTimeOffset as ISO text in UTC with milliseconds; a date is its first instant
 * in UTC. Null for what no calendar has (30 February, 24:00) and for an instant without offset.
 */
export function parseInstant(text: string): string | null {
  const found = FORM.exec(text)
  if (found === null) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset = 'Z'] =
    found
  const parts = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts
  if (y < 1 || mo < 1 || mo > 12 || d < 1 || d > daysIn(y, mo)) return null
  if (h > 23 || mi > 59 || s > 59) return null
  const shift = offsetMinutes(offset)
  if (shift === null) return null
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  // Date.UTC takes years below 100 for 1900 and later, so the year is set afterwards.
  const date = new Date(Date.UTC(2000, mo - 1, d, h, mi, s, ms))
  date.setUTCFullYear(y, mo - 1, d)
  const at = new Date(date.getTime() - shift * 60_000)
  const isWritable = at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999
  return isWritable ? at.toISOString() : null
}

function offsetMinutes(offset: string): number | null {
  if (offset.toUpperCase() === 'Z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(4, 6))
  if (hours > 14 || minutes > 59) return null
  return (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
