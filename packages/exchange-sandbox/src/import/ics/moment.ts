import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { Refused, reasonOf } from '../refusal.ts'
import { parameterOf } from './component.ts'
import { timeWall, UTC, type Zone, type ZoneFinder, zonedDateTime } from './zone.ts'

/** A date or time as the file gives it. A date is midnight on the clock of UTC, as Graph shows it. */
export type Moment = Readonly<{ wall: Temporal.PlainDateTime; zone: Zone; isDate: boolean }>

export type Span = Readonly<{ start: Moment; end: Moment }>

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

/** All values of a property such as RDATE; `end` is null unless the value is a period. */
export function momentsOf(
  property: ICAL.Property,
  clocks: Clocks,
): { start: Moment; end: Moment | null }[] {
  return valuesOf(property).map((value) => {
    if (value instanceof ICAL.Time) return { start: toMoment(value, property, clocks), end: null }
    if (value instanceof ICAL.Period) {
      return {
        start: toMoment(value.start, property, clocks),
        end: toMoment(value.getEnd(), property, clocks),
      }
    }
    throw new Refused(`Its ${property.name.toUpperCase()} is not a date or time.`)
  })
}

function valuesOf(property: ICAL.Property): unknown[] {
  try {
    const values = property.getValues()
    requireRealDates(property)
    return values
  } catch (error) {
    throw new Refused(`Its ${property.name.toUpperCase()} can't be read: ${reasonOf(error)}.`)
  }
}

/** ical.js rolls 30 February over into March; a date that nobody wrote is worse than none. */
function requireRealDates(property: ICAL.Property): void {
  const written = JSON.stringify(property.toJSON().slice(3))
  for (const [text] of written.matchAll(/\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?/g)) {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' })
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
  if (startProperty === null) throw new Refused('It has no DTSTART.')
  const start = momentOf(startProperty, clocks)
  const end = endOf(component, start, clocks)
  if (utcMsOf(end) < utcMsOf(start)) throw new Refused('It ends before it starts.')
  return wholeDays({ start, end }, component)
}

function endOf(component: ICAL.Component, start: Moment, clocks: Clocks): Moment {
  const endProperty = component.getFirstProperty('dtend')
  if (endProperty !== null) {
    const end = momentOf(endProperty, clocks)
    if (!start.isDate) return end.isDate ? { ...start, wall: end.wall } : end
    const day = end.wall.withPlainTime('00:00')
    // Several programs write the last day itself where the day after it belongs.
    return { ...start, wall: day.equals(start.wall) ? day.add({ days: 1 }) : day }
  }
  const duration = component.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) {
    if (duration.isNegative) throw new Refused('Its DURATION is negative.')
    const { weeks, days, hours, minutes, seconds } = duration
    return { ...start, wall: start.wall.add({ weeks, days, hours, minutes, seconds }) }
  }
  return start.isDate ? { ...start, wall: start.wall.add({ days: 1 }) } : start
}

/** Outlook writes all-day events as midnights with a property of its own beside them. */
function wholeDays(span: Span, component: ICAL.Component): Span {
  const { start, end } = span
  const flag = String(component.getFirstPropertyValue('x-microsoft-cdo-alldayevent') ?? '')
  const midnights = [start, end].every(({ wall }) => wall.toPlainTime().equals('00:00'))
  if (flag.toUpperCase() !== 'TRUE' || start.isDate || !midnights) return span
  const asDate = (moment: Moment): Moment => ({ wall: moment.wall, zone: UTC, isDate: true })
  return { start: asDate(start), end: asDate(end) }
}

/** The same span at another start, equally long on the clock. */
export function moveSpan(span: Span, start: Moment): Span {
  if (isSameClock(span.start.zone, span.end.zone)) {
    return { start, end: { ...start, wall: start.wall.add(span.start.wall.until(span.end.wall)) } }
  }
  const endUtcMs = utcMsOf(start) + utcMsOf(span.end) - utcMsOf(span.start)
  return { start, end: { ...span.end, wall: span.end.zone.toWall(endUtcMs) } }
}

function isSameClock(a: Zone, b: Zone): boolean {
  return a === b || (a.isExchangeZone && b.isExchangeZone && a.name === b.name)
}

export function toGraphTime(moment: Moment): { dateTime: string; timeZone: string } {
  return zonedDateTime(moment.zone, moment.wall)
}
