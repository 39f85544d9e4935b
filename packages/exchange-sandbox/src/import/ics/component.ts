import ICAL from 'ical.js'
import { cleanText, Refused, reasonOf } from '../refusal.ts'
import type { Frame } from './frame.ts'

/** @throws Refused when the component has a fault or ical.js can't parse it */
export function parseComponent(frame: Frame): ICAL.Component {
  if (frame.fault !== null) throw new Refused(`It ${frame.fault}.`)
  try {
    const parsed: unknown = ICAL.parse(frame.lines.filter(hasValue).map(withDateValue).join('\r\n'))
    if (!Array.isArray(parsed)) throw new Refused('It is empty.')
    return new ICAL.Component(parsed)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`It is not valid iCalendar: ${reasonOf(error)}`)
  }
}

/** A list of no dates adds and removes nothing, and is no reason to refuse the event. */
function hasValue(line: string): boolean {
  return !/^(RDATE|EXDATE)(;[^:]*)?:\s*$/i.test(line)
}

/** Much software writes a bare date and forgets VALUE=DATE, without which it is no valid value. */
function withDateValue(line: string): string {
  const bare = /^(DTSTART|DTEND|DUE|RECURRENCE-ID|EXDATE|RDATE):(\d{8}(?:,\d{8})*)$/i.exec(line)
  return bare === null ? line : `${bare[1]};VALUE=DATE:${bare[2]}`
}

/** The text of a property, cleaned; empty when it is absent. */
export function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name)
  return value === null || value === undefined ? '' : cleanText(String(value))
}

export function parameterOf(property: ICAL.Property, name: string): string {
  const value = property.getParameter(name)
  return cleanText((Array.isArray(value) ? value[0] : value) ?? '')
}
