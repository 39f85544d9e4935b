import { z } from 'zod'
import { badRequest, unknownProperty } from '../errors.ts'
import { recipient } from '../model/compose.ts'
import type { EventPatch, NewEvent } from '../model/events.ts'
import { checkedTime } from '../model/times.ts'
import type { Attendee, DateTimeZone, EventFields } from '../model/types.ts'
import * as bodies from './bodies.ts'
import { type Call, parseBody } from './call.ts'
import { eventShape } from './event-shape.ts'
import { attachmentOf } from './message-input.ts'

const json = z.record(z.string(), z.unknown())

const attendee = z.looseObject({
  emailAddress: bodies.emailAddress,
  type: bodies.oneOf(['required', 'optional', 'resource']).default('required'),
})

export const eventBody = z.looseObject({
  subject: z.string().nullish(),
  body: bodies.itemBody.nullish(),
  start: bodies.dateTimeZone.nullish(),
  end: bodies.dateTimeZone.nullish(),
  isAllDay: z.boolean().nullish(),
  location: json.nullish(),
  locations: z.array(json).nullish(),
  attendees: z.array(attendee).max(500).nullish(),
  categories: bodies.categories.optional(),
  importance: bodies.importance.nullish(),
  sensitivity: bodies.oneOf(['normal', 'personal', 'private', 'confidential']).nullish(),
  showAs: bodies
    .oneOf(['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere'])
    .nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.int().min(0).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z.string().nullish(),
  hideAttendees: z.boolean().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  responseRequested: z.boolean().nullish(),
  recurrence: json.nullish(),
  transactionId: z.string().nullish(),
  organizer: bodies.recipient.nullish(),
  iCalUId: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
  singleValueExtendedProperties: bodies.extendedProperties.optional(),
  attachments: z.array(bodies.attachment).optional(),
})
export type EventBody = z.output<typeof eventBody>

const COMPUTED: ReadonlySet<string> = new Set([
  ...Object.keys(eventShape.properties),
  'extensions',
  'multiValueExtendedProperties',
  'calendar',
])

export function readEventBody(call: Pick<Call, 'body'>): EventBody {
  const body = parseBody(eventBody, call)
  for (const name of Object.keys(body)) {
    if (Object.hasOwn(eventBody.shape, name) || COMPUTED.has(name) || name.startsWith('@')) continue
    throw unknownProperty(name, 'event')
  }
  return body
}

const NO_ANSWER = { response: 'none', time: '0001-01-01T00:00:00Z' }

const attendeeOf = (sent: z.output<typeof attendee>, known: readonly Attendee[]): Attendee => {
  const address = sent.emailAddress.address?.toLowerCase()
  const before = known.find((one) => one.emailAddress.address?.toLowerCase() === address)
  return {
    type: sent.type,
    status: before?.status ?? NO_ANSWER,
    emailAddress: {
      name: sent.emailAddress.name ?? sent.emailAddress.address,
      ...cleanAddress(sent),
    },
  }
}

const cleanAddress = (sent: z.output<typeof attendee>) =>
  sent.emailAddress.address ? { address: sent.emailAddress.address } : {}

/** Days are kept as days: midnights without a zone of their own. */
const dayOrTime = (time: DateTimeZone, isAllDay: boolean): DateTimeZone =>
  isAllDay ? checkedTime({ ...time, timeZone: 'UTC' }) : checkedTime(time)

const locationOf = (sent: Readonly<Record<string, unknown>>) => ({
  locationType: 'default',
  uniqueIdType: 'unknown',
  ...sent,
  displayName: sent.displayName ?? '',
})

/** The fields a body names, ready to be written. */
export function fieldsOf(body: EventBody, before: EventFields | null): Partial<EventFields> {
  const isAllDay = body.isAllDay ?? before?.isAllDay ?? false
  const fields: Record<string, unknown> = {}
  for (const name of PLAIN) {
    if (body[name] !== undefined && body[name] !== null) fields[name] = body[name]
  }
  if (body.start) fields.start = dayOrTime(body.start, isAllDay)
  if (body.end) fields.end = dayOrTime(body.end, isAllDay)
  if (body.location) fields.location = locationOf(body.location)
  if (body.locations) fields.locations = body.locations.map(locationOf)
  if (body.location && !body.locations) {
    fields.locations = body.location.displayName ? [locationOf(body.location)] : []
  }
  if (body.attendees) {
    fields.attendees = body.attendees.map((one) => attendeeOf(one, before?.attendees ?? []))
  }
  return fields as Partial<EventFields>
}

const PLAIN = [
  'subject',
  'body',
  'isAllDay',
  'categories',
  'importance',
  'sensitivity',
  'showAs',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'hideAttendees',
  'allowNewTimeProposals',
  'responseRequested',
  'isCancelled',
] as const

export const blankFields = (start: DateTimeZone, end: DateTimeZone): EventFields => ({
  subject: '',
  body: { contentType: 'html', content: '' },
  start,
  end,
  isAllDay: false,
  location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown' },
  locations: [],
  attendees: [],
  categories: [],
  importance: 'normal',
  sensitivity: 'normal',
  showAs: 'busy',
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  isCancelled: false,
  responseStatus: NO_ANSWER,
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
  hideAttendees: false,
  allowNewTimeProposals: true,
  responseRequested: true,
})

/** A new event; the owner of the calendar organizes it. */
export function newEventOf(call: Pick<Call, 'world' | 'user'>, body: EventBody): NewEvent {
  if (!body.start || !body.end) {
    throw badRequest("The properties 'start' and 'end' are required for an event.")
  }
  const owner = recipient(call.user.displayName, call.user.mail)
  const fields = fieldsOf(body, null)
  const start = fields.start ?? body.start
  const end = fields.end ?? body.end
  const meeting = (fields.attendees?.length ?? 0) > 0
  const responseStatus = meeting ? { ...NO_ANSWER, response: 'organizer' } : NO_ANSWER
  return {
    fields: { ...blankFields(start, end), responseStatus, ...fields },
    recurrence: body.recurrence ?? null,
    organizer: owner,
    isOrganizer: true,
    transactionId: body.transactionId ?? null,
    extended: body.singleValueExtendedProperties ?? [],
    attachments: (body.attachments ?? []).map((input) => attachmentOf(call.world, input)),
    originalStartTimeZone: body.start.timeZone,
    originalEndTimeZone: body.end.timeZone,
  }
}

export function eventPatchOf(body: EventBody, before: EventFields): EventPatch {
  const fields = fieldsOf(body, before)
  return {
    fields,
    ...(body.recurrence !== undefined && { recurrence: body.recurrence }),
    ...(body.singleValueExtendedProperties && { extended: body.singleValueExtendedProperties }),
  }
}
