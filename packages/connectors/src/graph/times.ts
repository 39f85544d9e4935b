import type { Instant } from '@trackmark/core'
import { findIana } from 'windows-iana'
import type { WireDateTime } from './schemas.ts'

/**
 * A value of an answer that can't be converted. The message names the property, never its content.
 */
export class UnmappableError extends Error {
  override readonly name = 'UnmappableError'
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?$/
/**
 * How servers write "no date": .NET's first day, and the first and last day of Exchange's calendar
 * (Outlook's "None").
 */
const NEVER = /^(0001-01-01|1601-01-01|4501-01-01)/

export const isNever = (text: string): boolean => NEVER.test(text)

const UTC_NAMES = new Set(['utc', 'etc/utc', 'etc/gmt', 'z', 'tzone://microsoft/utc'])

/** `2026-01-05T09:00:00.0000000` in a Windows or IANA zone; seven fraction digits are usual. */
export function instantOf(property: string, value: NonNullable<WireDateTime>): Instant {
  const wall = parseWall(property, value.dateTime)
  const zone = value.timeZone ?? 'UTC'
  if (UTC_NAMES.has(zone.toLowerCase())) return wall
  return wall - offsetAt(wall, ianaZone(property, zone))
}

export function optionalInstantOf(property: string, value: WireDateTime): Instant | null {
  return value && !isNever(value.dateTime) ? instantOf(property, value) : null
}

/** A `DateTimeOffset`. */
export function offsetInstantOf(property: string, text: string | null | undefined): Instant | null {
  if (!text || isNever(text)) return null
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new UnmappableError(`${property} isn't a date and time`)
  return at
}

function parseWall(property: string, text: string): Instant {
  const match = WALL.exec(text.replace(/Z$/, ''))
  if (!match) throw new UnmappableError(`${property}.dateTime isn't a date and time`)
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const ms = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3))
  const at = utcOf(year!, month!, day!, [hour!, minute!, second!, ms])
  // `Date` moves dates that don't exist to other days; here they are refused.
  if (new Date(at).getUTCMonth() !== month! - 1 || hour! > 23 || minute! > 59 || second! > 59) {
    throw new UnmappableError(`${property}.dateTime isn't a date and time`)
  }
  return at
}

/** `Date.UTC` reads years below 100 as 1900 and later. */
function utcOf(year: number, month: number, day: number, time: TimeOfDay): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(...time)
}

type TimeOfDay = [hour: number, minute: number, second: number, ms: number]

function ianaZone(property: string, zone: string): string {
  const iana = findIana(zone)[0] ?? zone
  try {
    formatOf(iana)
    return iana
  } catch {
    throw new UnmappableError(
      `${property}.timeZone is a time zone nobody knows: ${zone.slice(0, 60)}`,
    )
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}

/** Offset of the zone when its clocks show `wall`. In a gap, the offset before the gap. */
function offsetAt(wall: number, zone: string): number {
  const first = shownAt(wall, zone) - wall
  const second = shownAt(wall - first, zone) - (wall - first)
  if (first === second) return first
  const third = shownAt(wall - second, zone) - (wall - second)
  return third === second ? second : Math.min(first, second)
}

function shownAt(at: Instant, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  )
  const [year, month, day] = [parts.get('year')!, parts.get('month')!, parts.get('day')!]
  const ms = ((at % 1000) + 1000) % 1000
  const [hour, minute, second] = [parts.get('hour')!, parts.get('minute')!, parts.get('second')!]
  return utcOf(year, month, day, [hour, minute, second, ms])
}
