import ICAL from 'ical.js'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'
import { formatDateTime, localToUtcMs } from '../../zones.ts'
import { Refused, reasonOf } from '../refusal.ts'
import { parseComponent } from './component.ts'
import type { Frame } from './frame.ts'
import { plainZoneName } from './repair.ts'
import { ianaNameIn, offsetMinutesIn } from './zone-name.ts'

/** The clock of a TZID. */
export type Zone = Readonly<{
  /** The name that Graph shows. */
  name: string
  /** False when no zone of Exchange keeps this clock: times are then shown in UTC. */
  isExchangeZone: boolean
  toUtcMs(wall: Temporal.PlainDateTime): number
  toWall(utcMs: number): Temporal.PlainDateTime
}>

/** Looks a TZID up. `year` is the one the times lie in. @throws Refused for an unknown zone */
export type ZoneFinder = (tzid: string, year: number) => Zone

/** Zones in the wild have up to 200 observances, two dozen of them with rules. */
const OBSERVANCES_MAX = 1000
const RULES_MAX = 60
/** The hour and minute repeat DTSTART; Lotus Notes writes them. */
const CLOCK_PARTS = new Set(['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'])
const YEARS_COMPARED = 4
/** Where the calendar of Exchange begins. */
const FIRST_YEAR = 1601

export const UTC: Zone = ianaZone('UTC')

export function ianaZone(iana: string): Zone {
  return {
    name: iana,
    isExchangeZone: true,
    toUtcMs: (wall) => localToUtcMs(wall, iana),
    toWall: (utcMs) =>
      Temporal.Instant.fromEpochMilliseconds(utcMs).toZonedDateTimeISO(iana).toPlainDateTime(),
  }
}

/**
 * Finds zones by name first (Windows, IANA, IANA behind a vendor's prefix, a description as Outlook
 * shows it) and by the file's own VTIMEZONE second, whose rules are matched to the first known zone
 * that keeps the same clock in the years around. For a bare abbreviation (`EST`) it is the other way
 * round, since what the file says of it is surer than what others mean by it.
 */
export function zoneFinder(definitions: readonly Frame[]): ZoneFinder {
  const byTzid = new Map<string, Frame>()
  for (const frame of definitions) {
    const tzid = propertyText(frame, 'TZID')
    if (tzid !== null && !byTzid.has(keyOf(tzid))) byTzid.set(keyOf(tzid), frame)
  }
  const found = new Map<string, Zone>()
  return (written, year) => {
    const tzid = plainZoneName(written)
    const definition = byTzid.get(keyOf(written))
    const isAbbreviation = /^[A-Z0-9]{2,8}$/i.test(tzid)
    const known = definition !== undefined && isAbbreviation ? null : zoneNamed(tzid)
    if (known !== null) return known
    const kept = found.get(keyOf(written))
    if (kept !== undefined) return kept
    if (definition === undefined) {
      throw new Refused(
        `Its time zone '${tzid.slice(0, 80)}' is no name that Windows or IANA know, and no VTIMEZONE in the file defines it.`,
      )
    }
    const zone = definedZone(tzid, definition, year)
    found.set(keyOf(written), zone)
    return zone
  }
}

/** @returns null for a name that nobody knows */
export function zoneNamed(name: string): Zone | null {
  const iana = ianaNameIn(name)
  if (iana !== null) return ianaZone(iana)
  const minutes = offsetMinutesIn(name)
  return minutes === null ? null : fixedZone(minutes)
}

/** A clock that always is as far from UTC. */
function fixedZone(minutes: number): Zone {
  const hours = minutes / 60
  if (Number.isInteger(hours)) return ianaZone(hours === 0 ? 'UTC' : etcName(hours))
  const offsetMs = minutes * 60_000
  return {
    name: 'UTC',
    isExchangeZone: false,
    toUtcMs: (wall) => wallMs(wall) - offsetMs,
    toWall: UTC.toWall,
  }
}

/** The signs of these names are turned round: Etc/GMT-2 is two hours ahead. */
const etcName = (hours: number): string => `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`

const keyOf = (tzid: string): string => plainZoneName(tzid).toLowerCase()

function propertyText(frame: Frame, name: string): string | null {
  const pattern = new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'i')
  for (const line of frame.lines) {
    const value = pattern.exec(line)?.[1]
    if (value !== undefined) return plainZoneName(value)
  }
  return null
}

type Observance = Readonly<{
  first: Temporal.PlainDateTime
  offsetFromMs: number
  offsetToMs: number
  dates: readonly number[]
  rule: RRuleTemporal | null
}>

function definedZone(tzid: string, frame: Frame, year: number): Zone {
  const name = tzid.slice(0, 80)
  const hint = propertyText(frame, 'X-LIC-LOCATION')
  let observances: Observance[]
  try {
    observances = parseComponent(frame)
      .getAllSubcomponents()
      .filter((part) => part.name === 'standard' || part.name === 'daylight')
      .map(readObservance)
  } catch (error) {
    const hinted = ianaNameIn(hint ?? '')
    if (hinted !== null) return ianaZone(hinted)
    throw new Refused(`The VTIMEZONE of its time zone '${name}' can't be read: ${reasonOf(error)}`)
  }
  const rules = observances.filter((observance) => observance.rule !== null).length
  const isUsable = observances.length > 0 && observances.length <= OBSERVANCES_MAX
  if (!isUsable || rules > RULES_MAX) {
    throw new Refused(
      `The VTIMEZONE of its time zone '${name}' has no rules, or more than any clock needs.`,
    )
  }
  const toUtcMs = (wall: Temporal.PlainDateTime): number =>
    wallMs(wall) - offsetMs(observances, wall)
  const match = matchingIana(toUtcMs, hint, year)
  if (match !== null) return ianaZone(match)
  return { name: 'UTC', isExchangeZone: false, toUtcMs, toWall: UTC.toWall }
}

function readObservance(part: ICAL.Component): Observance {
  const start = part.getFirstPropertyValue('dtstart')
  const from = part.getFirstPropertyValue('tzoffsetfrom')
  const to = part.getFirstPropertyValue('tzoffsetto')
  if (!(start instanceof ICAL.Time)) throw new Refused('DTSTART is missing.')
  if (!(from instanceof ICAL.UtcOffset) || !(to instanceof ICAL.UtcOffset)) {
    throw new Refused('An offset is missing.')
  }
  // Rules "since always" begin with the year 1 in some files.
  const first = timeWall(start.year < FIRST_YEAR ? withYear(start, FIRST_YEAR) : start)
  const offsetFromMs = from.toSeconds() * 1000
  const recur = part.getFirstPropertyValue('rrule')
  return {
    first,
    offsetFromMs,
    offsetToMs: to.toSeconds() * 1000,
    dates: part
      .getAllProperties('rdate')
      .flatMap((property) => property.getValues())
      .filter((value) => value instanceof ICAL.Time)
      .map((value) => wallMs(timeWall(value))),
    rule: recur instanceof ICAL.Recur ? observanceRule(recur, first, offsetFromMs) : null,
  }
}

function withYear(time: ICAL.Time, year: number): ICAL.Time {
  const moved = time.clone()
  moved.year = year
  return moved
}

/** Onsets on the wall clock, written as if it were UTC. */
function observanceRule(
  recur: ICAL.Recur,
  first: Temporal.PlainDateTime,
  offsetFromMs: number,
): RRuleTemporal {
  // Clocks change a few times a year; a rule that says otherwise would only burn time.
  const isUsual =
    (recur.freq === 'YEARLY' || recur.freq === 'MONTHLY') &&
    Object.keys(recur.parts).every((part) => CLOCK_PARTS.has(part))
  if (!isUsual) throw new Refused('It has a rule by which no clock changes.')
  const dtstart = first.toZonedDateTime('UTC')
  const until = recur.until
  const rule = recur.clone()
  rule.until = null
  // Counting to a number that no clock reaches would cost a second for every look at the zone.
  if ((rule.count ?? 0) > 1000) rule.count = null
  const last =
    until === null
      ? null
      : wallMs(timeWall(until)) + (until.zone === ICAL.Timezone.utcTimezone ? offsetFromMs : 0)
  return new RRuleTemporal({
    rruleString: rule.toString(),
    dtstart,
    maxIterations: 5000,
    ...(last === null
      ? {}
      : { until: Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO('UTC') }),
  })
}

/** RFC 5545, section 3.6.5: the observance with the last onset before a time is in force. */
function offsetMs(observances: readonly Observance[], wall: Temporal.PlainDateTime): number {
  const at = wallMs(wall)
  let last = Number.NEGATIVE_INFINITY
  let offset: number | null = null
  let earliest: Observance | null = null
  for (const observance of observances) {
    if (!earliest || wallMs(observance.first) < wallMs(earliest.first)) earliest = observance
    const onset = lastOnset(observance, at)
    if (onset === null || onset < last) continue
    last = onset
    offset = observance.offsetToMs
  }
  return offset ?? earliest?.offsetFromMs ?? 0
}

function lastOnset(observance: Observance, at: number): number | null {
  const first = wallMs(observance.first)
  if (first > at) return null
  const byDate = observance.dates.filter((date) => date <= at)
  const byRule = observance.rule?.previous(new Date(at), true)?.toString() ?? null
  return Math.max(first, ...byDate, byRule === null ? first : zonedMs(byRule))
}

const zonedMs = (text: string): number => Temporal.ZonedDateTime.from(text).epochMilliseconds

/** Known zones, the one that the file itself hints at first. */
function* candidates(hint: string | null): Generator<string> {
  const hinted = hint === null ? null : ianaNameIn(hint)
  if (hinted !== null) yield hinted
  for (const row of WINDOWS_TO_IANA_MAP) {
    const iana = row.iana[0]
    if (row.territory === '001' && iana !== undefined) yield iana
  }
}

function matchingIana(
  toUtcMs: (wall: Temporal.PlainDateTime) => number,
  hint: string | null,
  year: number,
): string | null {
  const samples: { wall: Temporal.PlainDateTime; utcMs: number }[] = []
  for (let month = 0; month < YEARS_COMPARED * 12; month += 1) {
    for (const day of [9, 22]) {
      const first = new Temporal.PlainDateTime(year - 1, 1, day, 12)
      const wall = first.add({ months: month })
      samples.push({ wall, utcMs: toUtcMs(wall) })
    }
  }
  for (const iana of candidates(hint)) {
    if (samples.every(({ wall, utcMs }) => localToUtcMs(wall, iana) === utcMs)) return iana
  }
  return null
}

export function wallMs(wall: Temporal.PlainDateTime): number {
  return wall.toZonedDateTime('UTC').epochMilliseconds
}

/** @throws Refused for a date that the calendar doesn't have, or outside the years of Exchange */
export function timeWall(time: ICAL.Time): Temporal.PlainDateTime {
  const { year, month, day, hour, minute } = time
  if (!(year >= FIRST_YEAR && year <= 4500)) {
    throw new Refused(`The year ${year} lies outside the calendar of Exchange (1601 to 4500).`)
  }
  // A leap second is the last one of its minute to every clock that doesn't know it.
  const second = Math.min(time.second, 59)
  try {
    return Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second },
      { overflow: 'reject' },
    )
  } catch {
    throw new Refused('It has a date or time that the calendar does not have.')
  }
}

/** As Graph shows a time on this clock. */
export function zonedDateTime(
  zone: Zone,
  wall: Temporal.PlainDateTime,
): { dateTime: string; timeZone: string } {
  if (!zone.isExchangeZone) return formatDateTime(zone.toUtcMs(wall), 'UTC')
  return { dateTime: wall.toString({ fractionalSecondDigits: 7 }), timeZone: zone.name }
}
