import type {
  Attendee,
  AttendeeType,
  FreeBusyStatus,
  Importance,
  Recipient,
  ResponseType,
  Sensitivity,
} from '@microsoft/microsoft-graph-types'
import ICAL from 'ical.js'
import { cleanLine, cleanText, Refused } from '../refusal.ts'
import type { BodyInput, FileAttachmentInput, GraphEventInput } from '../types.ts'
import { parameterOf, textOf } from './component.ts'
import { type Span, toGraphTime } from './moment.ts'

/** Graph: resource type event, attendees. */
const ATTENDEES_MAX = 500
/** What Outlook shows beside an event without a reminder of its own. */
const REMINDER_MINUTES = 15

const RESPONSES: Readonly<Record<string, ResponseType>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentativelyAccepted',
}

const BUSY: Readonly<Record<string, FreeBusyStatus>> = {
  FREE: 'free',
  TENTATIVE: 'tentative',
  BUSY: 'busy',
  OOF: 'oof',
  WORKINGELSEWHERE: 'workingElsewhere',
}

const SENSITIVITIES: Readonly<Record<string, Sensitivity>> = {
  PRIVATE: 'private',
  CONFIDENTIAL: 'confidential',
}

/** All that a VEVENT says of an event but how it repeats. */
export function toGraphEvent(
  component: ICAL.Component,
  span: Span,
  isCancelled: boolean,
): GraphEventInput {
  const organizer = organizerOf(component)
  const attachments = attachmentsOf(component)
  return {
    iCalUId: uidOf(component),
    subject: cleanLine(textOf(component, 'summary')),
    body: bodyOf(component),
    ...timesOf(span),
    isCancelled: isCancelled || statusOf(component) === 'CANCELLED',
    location: locationOf(component),
    organizer,
    attendees: attendeesOf(component, organizer),
    showAs: showAsOf(component),
    sensitivity: SENSITIVITIES[textOf(component, 'class').toUpperCase()] ?? 'normal',
    importance: importanceOf(component),
    categories: categoriesOf(component),
    ...reminderOf(component),
    recurrence: null,
    hasAttachments: attachments.length > 0,
    attachments,
  }
}

export function timesOf(span: Span): Pick<GraphEventInput, 'start' | 'end' | 'isAllDay'> {
  return {
    start: toGraphTime(span.start),
    end: toGraphTime(span.end),
    isAllDay: span.start.isDate,
  }
}

export const uidOf = (component: ICAL.Component): string | null =>
  cleanLine(textOf(component, 'uid')) || null

export const statusOf = (component: ICAL.Component): string =>
  textOf(component, 'status').toUpperCase()

export function bodyOf(component: ICAL.Component): BodyInput {
  const html = component
    .getAllProperties('x-alt-desc')
    .find((property) => parameterOf(property, 'fmttype').toLowerCase() === 'text/html')
  if (html) return { contentType: 'html', content: cleanText(String(html.getFirstValue() ?? '')) }
  return { contentType: 'text', content: textOf(component, 'description') }
}

function locationOf(component: ICAL.Component): { displayName: string } | null {
  const displayName = cleanLine(textOf(component, 'location'))
  return displayName === '' ? null : { displayName }
}

/** A calendar address: `mailto:` and an address; anything else leaves only the name. */
function personOf(property: ICAL.Property): Recipient | null {
  const value = cleanLine(String(property.getFirstValue() ?? ''))
  const address = value.replace(/^mailto:\s*/i, '')
  const name = cleanLine(parameterOf(property, 'cn')) || address
  if (name === '') return null
  return { emailAddress: address.includes('@') ? { name, address } : { name } }
}

function organizerOf(component: ICAL.Component): Recipient | null {
  const property = component.getFirstProperty('organizer')
  return property === null ? null : personOf(property)
}

function attendeesOf(component: ICAL.Component, organizer: Recipient | null): Attendee[] {
  const properties = component.getAllProperties('attendee')
  if (properties.length > ATTENDEES_MAX) {
    throw new Refused(`It has ${properties.length} attendees; Exchange takes ${ATTENDEES_MAX}.`)
  }
  const organizerAddress = organizer?.emailAddress?.address?.toLowerCase()
  return properties.flatMap((property) => {
    const person = personOf(property)
    const address = person?.emailAddress?.address?.toLowerCase()
    if (person === null || (address !== undefined && address === organizerAddress)) return []
    const response = RESPONSES[parameterOf(property, 'partstat').toUpperCase()] ?? 'none'
    // Graph's way to say that the time of the answer isn't known.
    const status = { response, time: '0001-01-01T00:00:00Z' }
    return [{ ...person, type: attendeeTypeOf(property), status }]
  })
}

function attendeeTypeOf(property: ICAL.Property): AttendeeType {
  const kind = parameterOf(property, 'cutype').toUpperCase()
  if (kind === 'RESOURCE' || kind === 'ROOM') return 'resource'
  const role = parameterOf(property, 'role').toUpperCase()
  return role === 'OPT-PARTICIPANT' || role === 'NON-PARTICIPANT' ? 'optional' : 'required'
}

function showAsOf(component: ICAL.Component): FreeBusyStatus {
  const busy = BUSY[textOf(component, 'x-microsoft-cdo-busystatus').toUpperCase()]
  if (busy !== undefined) return busy
  if (textOf(component, 'transp').toUpperCase() === 'TRANSPARENT') return 'free'
  return statusOf(component) === 'TENTATIVE' ? 'tentative' : 'busy'
}

/** PRIORITY 1 to 4 is high, 6 to 9 low (RFC 5545, section 3.8.1.9). */
export function importanceOf(component: ICAL.Component): Importance {
  const priority = Number.parseInt(textOf(component, 'priority'), 10)
  if (priority >= 1 && priority <= 4) return 'high'
  return priority >= 6 && priority <= 9 ? 'low' : 'normal'
}

export function categoriesOf(component: ICAL.Component): string[] {
  const names = component
    .getAllProperties('categories')
    .flatMap((property) => property.getValues())
    .map((value) => cleanLine(String(value)).slice(0, 255))
    .filter((name) => name !== '')
  return [...new Set(names)]
}

function reminderOf(
  component: ICAL.Component,
): Pick<GraphEventInput, 'isReminderOn' | 'reminderMinutesBeforeStart'> {
  for (const alarm of component.getAllSubcomponents('valarm')) {
    const trigger = alarm.getFirstPropertyValue('trigger')
    if (!(trigger instanceof ICAL.Duration)) continue
    const minutes = -Math.trunc(trigger.toSeconds() / 60)
    if (minutes >= 0) return { isReminderOn: true, reminderMinutesBeforeStart: minutes }
  }
  return { isReminderOn: false, reminderMinutesBeforeStart: REMINDER_MINUTES }
}

/** Files that lie in the calendar itself; links to files elsewhere aren't followed. */
function attachmentsOf(component: ICAL.Component): FileAttachmentInput[] {
  return component.getAllProperties('attach').flatMap((property, index) => {
    const value = property.getFirstValue()
    if (!(value instanceof ICAL.Binary)) return []
    const bytes = Buffer.from(String(value.value), 'base64')
    const named = parameterOf(property, 'filename') || parameterOf(property, 'x-filename')
    return [
      {
        '@odata.type': '#microsoft.graph.fileAttachment' as const,
        name: cleanLine(named) || `ATT${String(index + 1).padStart(5, '0')}.bin`,
        contentType: cleanLine(parameterOf(property, 'fmttype')) || 'application/octet-stream',
        size: bytes.length,
        isInline: false,
        contentId: null,
        contentBytes: bytes.toString('base64'),
      },
    ]
  })
}
