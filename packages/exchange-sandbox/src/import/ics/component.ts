import ICAL from 'ical.js'
import { cleanText, Refused, reasonOf } from '../refusal.ts'
import type { Frame } from './frame.ts'
import { repairLine, requireReadable } from './repair.ts'

/** @throws Refused when the component has a fault or ical.js can't parse it */
export function parseComponent(frame: Frame): ICAL.Component {
  if (frame.fault !== null) throw new Refused(`It ${frame.fault}.`)
  try {
    requireReadable(frame.lines)
    const parsed: unknown = ICAL.parse(frame.lines.flatMap(repairLine).join('\r\n'))
    if (!Array.isArray(parsed)) throw new Refused('It is empty.')
    return new ICAL.Component(parsed)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`It is not valid iCalendar: ${reasonOf(error)}.`)
  }
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
