import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { Refused, reasonOf } from '../refusal.ts'
import { parameterOf } from './component.ts'
import { timeWall, UTC, type Zone, type ZoneFinder, zonedDateTime } from './zone.ts'

/** A date or time as the file gives it. A date is midnight on the clock of UTC, as Graph shows it. */
export type Moment = Readonly<{ wall: Temporal.PlainDateTime; zone: Zone; isDate: boolean }>

/** `length` is null where the file gives an end and no DURATION. */
export type Span = Readonly<{ start: Moment; end: Moment; length: ICAL.Duration | null }>

/** What the components of one calendar share. */
export type Clocks = Readonly<{
  find: ZoneFinder
  /** The clock of times without a zone. */
  floating: Zone
}>

export const utcMsOf = (moment: Moment): number => moment.zone.toUtcMs(moment.wall)

/** @throws Refused for a value that is no time, or a zone that nobody knows */
export function momentOf(property: ICAL.Property, clocks: Clocks): Moment {
  const moment = momentsOf(property, clocks)[0]
  if (moment === undefined) throw new Refused(`Its ${property.name.toUpperCase()} is empty.`)
  return moment.start
}

/** All values of a property such as RDATE; `period` is null unless the value is one. */
export function momentsOf(
  property: ICAL.Property,
  clocks: Clocks,
): { start: Moment; period: Span | null }[] {
  return valuesOf(property).map((value) => {
    if (value instanceof ICAL.Time)
      return { start: toMoment(value, property, clocks), period: null }
    if (!(value instanceof ICAL.Period)) {
      throw new Refused(`Its ${property.name.toUpperCase()} is not a date or time.`)
    }
    const start = toMoment(value.start, property, clocks)
    const length = value.duration ?? null
    const end = length ? after(start, length) : toMoment(value.end, property, clocks)
    return { start, period: { start, end, length } }
  })
}

function valuesOf(property: ICAL.Property): unknown[] {
  try {
    const values = property.getValues()
    requireRealDates(property)
    return values
  } catch (error) {
    throw new Refused(`Its ${property.name.toUpperCase()} can't be read: ${reasonOf(error)}`)
  }
}

/** ical.js rolls 30 February over into March; a date that nobody wrote is worse than none. */
function requireRealDates(property: ICAL.Property): void {
  const written = JSON.stringify(property.toJSON().slice(3))
  for (const [text] of written.matchAll(/\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/g)) {
    try {
      Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    } catch {
      throw new Refused(`the calendar has no ${text.replace('T', ' ')}.`)
    }
  }
}

function toMoment(time: ICAL.Time, property: ICAL.Property, clocks: Clocks): Moment {
  const wall = timeWall(time)
  if (time.isDate) return { wall, zone: UTC, isDate: true }
  if (time.zone === ICAL.Timezone.utcTimezone) return { wall, zone: UTC, isDate: false }
  const tzid = parameterOf(property, 'tzid')
  const zone = tzid === '' ? clocks.floating : clocks.find(tzid, wall.year)
  return { wall, zone, isDate: false }
}

/**
 * Start and end of an event. Without an end, a date lasts its day and a time no time at all
 * (RFC 5545, section 3.6.1).
 *
 * @throws Refused when there is no start, or the end lies before it
 */
export function spanOf(component: ICAL.Component, clocks: Clocks): Span {
  const startProperty = component.getFirstProperty('dtstart')
  if (startProperty === null) throw new Refused('It has no start (DTSTART).')
  const start = momentOf(startProperty, clocks)
  const endProperty = component.getFirstProperty('dtend')
  const length = endProperty === null ? durationOf(component) : null
  const end =
    endProperty === null
      ? endAfter(start, length)
      : endAt(start, momentOf(endProperty, clocksOf(start, clocks)))
  if (utcMsOf(end) < utcMsOf(start)) throw new Refused('It ends before it starts.')
  return wholeDays({ start, end, length }, component)
}

/** Times without a zone beside a start that has one lie on the start's clock. */
export function clocksOf(start: Moment, clocks: Clocks): Clocks {
  return start.isDate ? clocks : { ...clocks, floating: start.zone }
}

function endAt(start: Moment, end: Moment): Moment {
  if (!start.isDate) return end.isDate ? { ...start, wall: end.wall } : end
  const day = end.wall.withPlainTime('00:00')
  // Several programs write the last day itself where the day after it belongs.
  return { ...start, wall: day.equals(start.wall) ? day.add({ days: 1 }) : day }
}

function endAfter(start: Moment, length: ICAL.Duration | null): Moment {
  if (length !== null) return after(start, length)
  return start.isDate ? { ...start, wall: start.wall.add({ days: 1 }) } : start
}

/** @throws Refused for a DURATION that is negative or none */
export function durationOf(component: ICAL.Component): ICAL.Duration | null {
  const property = component.getFirstProperty('duration')
  if (property === null) return null
  const value = valuesOf(property)[0]
  if (!(value instanceof ICAL.Duration)) throw new Refused("Its DURATION can't be read.")
  if (value.isNegative) throw new Refused('Its DURATION is negative.')
  return value
}

/**
 * Weeks and days are counted on the clock, hours, minutes and seconds as they pass: across a change
 * of the clock P1D ends at the same hour and PT24H does not (RFC 5545, section 3.3.6).
 */
export function after(start: Moment, length: ICAL.Duration): Moment {
  const { weeks, days, hours, minutes, seconds } = length
  const wall = start.wall.add({ weeks, days })
  const exactMs = ((hours * 60 + minutes) * 60 + seconds) * 1000
  if (exactMs === 0) return { ...start, wall }
  // All-day events end with a day.
  if (start.isDate) return { ...start, wall: wall.add({ days: Math.ceil(exactMs / 86_400_000) }) }
  const utcMs = utcMsOf({ ...start, wall }) + exactMs
  // The wall of a clock that Exchange doesn't keep is shown in UTC.
  return {
    ...start,
    wall: start.zone.toWall(utcMs),
    zone: start.zone.isExchangeZone ? start.zone : UTC,
  }
}

/** Outlook writes all-day events as midnights with a property of its own beside them. */
function wholeDays(span: Span, component: ICAL.Component): Span {
  const { start, end } = span
  const flag = String(component.getFirstPropertyValue('x-microsoft-cdo-alldayevent') ?? '')
  const midnights = [start, end].every(({ wall }) => wall.toPlainTime().equals('00:00'))
  if (flag.toUpperCase() !== 'TRUE' || start.isDate || !midnights) return span
  const asDate = (moment: Moment): Moment => ({ wall: moment.wall, zone: UTC, isDate: true })
  return { start: asDate(start), end: asDate(end), length: null }
}

/**
 * The same span at another start: as long as its DURATION says there, or equally long on the clock
 * where the file gives an end, as Exchange repeats events.
 */
export function moveSpan(span: Span, start: Moment): Span {
  const { length } = span
  if (length !== null) return { start, end: after(start, length), length }
  if (isSameClock(span.start.zone, span.end.zone)) {
    const wall = start.wall.add(span.start.wall.until(span.end.wall))
    return { start, end: { ...start, wall }, length }
  }
  const endUtcMs = utcMsOf(start) + utcMsOf(span.end) - utcMsOf(span.start)
  return { start, end: { ...span.end, wall: span.end.zone.toWall(endUtcMs) }, length }
}

/** The span with its DURATION counted on the clock: what a series keeps, whose days are all alike. */
export function onClock(span: Span): Span {
  if (span.length === null || !span.start.zone.isExchangeZone) return span
  const { weeks, days, hours, minutes, seconds } = span.length
  const wall = span.start.wall.add({ weeks, days, hours, minutes, seconds })
  return { ...span, end: { ...span.start, wall }, length: null }
}

function isSameClock(a: Zone, b: Zone): boolean {
  return a === b || (a.isExchangeZone && b.isExchangeZone && a.name === b.name)
}

export function toGraphTime(moment: Moment): { dateTime: string; timeZone: string } {
  return zonedDateTime(moment.zone, moment.wall)
}
