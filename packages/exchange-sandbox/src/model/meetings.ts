import { SandboxError } from '../errors.ts'
import { addressOf, blankMessage, recipient } from './compose.ts'
import {
  defaultCalendar,
  deleteEvent,
  deleteInstance,
  insertEvent,
  patchEvent,
  patchInstance,
} from './events.ts'
import { type Instance, instanceAt, shownFields } from './occurrences.ts'
import { deliver, type Letter, sendLetter } from './transport.ts'
import type {
  CalendarEvent,
  EventFields,
  Mailbox,
  MeetingInfo,
  MessageType,
  Recipient,
  User,
} from './types.ts'
import { findUser, iso, type World } from './world.ts'

export interface Owner {
  readonly user: User
  readonly mailbox: Mailbox
}

/** Changes to these go out to the attendees; the rest belongs to each copy alone. */
const SHARED: readonly (keyof EventFields)[] = [
  'subject',
  'body',
  'start',
  'end',
  'isAllDay',
  'location',
  'locations',
  'attendees',
  'importance',
  'sensitivity',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'hideAttendees',
  'allowNewTimeProposals',
  'responseRequested',
]

export const isShared = (world: World, fields: Partial<EventFields>): boolean =>
  SHARED.some((name) => fields[name] !== undefined) ||
  (fields.categories !== undefined && world.switches().categoriesSendUpdate)

const sharedOf = (fields: Partial<EventFields>): Partial<EventFields> =>
  Object.fromEntries(
    SHARED.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  )

/** Mailboxes of the organization among the attendees, without the organizer's own. */
const attending = (world: World, organizer: Mailbox, event: CalendarEvent): readonly Owner[] =>
  ownersOf(world, organizer, event.fields.attendees)

function ownersOf(
  world: World,
  organizer: Mailbox,
  attendees: readonly Recipient[],
): readonly Owner[] {
  const organization = world.organization()
  const owners = new Map<string, Owner>()
  for (const attendee of attendees) {
    const user = findUser(organization, addressOf(attendee))
    const mailbox = user && organization.mailboxes.get(user.id)
    if (user && mailbox && mailbox !== organizer) owners.set(user.id, { user, mailbox })
  }
  return [...owners.values()]
}

const copyIn = (mailbox: Mailbox, event: CalendarEvent): CalendarEvent | null =>
  mailbox.events.get(mailbox.eventUids.get(event.iCalUId) ?? '') ?? null

function infoOf(
  event: CalendarEvent,
  instance: Instance | null,
  more: Pick<MeetingInfo, 'meetingMessageType' | 'meetingRequestType' | 'responseType'>,
): MeetingInfo {
  const fields = shownFields(event, instance)
  const whole = event.recurrence === null ? 'singleInstance' : 'seriesMaster'
  return {
    ...more,
    iCalUId: event.iCalUId,
    startDateTime: fields.start,
    endDateTime: fields.end,
    isAllDay: fields.isAllDay,
    locationName: String(fields.location.displayName ?? ''),
    recurrence: instance === null ? event.recurrence : null,
    type: instance === null ? whole : instance.exception ? 'exception' : 'occurrence',
  }
}

interface Notice {
  readonly type: MessageType
  readonly subject: string
  readonly text: string | null
  readonly from: Recipient
  readonly to: readonly Recipient[]
  readonly info: MeetingInfo
}

function noticeLetter(world: World, event: CalendarEvent, notice: Notice): Letter {
  const blank = blankMessage(world, notice.subject)
  return {
    message: {
      ...blank,
      type: notice.type,
      from: notice.from,
      sender: notice.from,
      toRecipients: notice.to,
      isDraft: false,
      importance: event.fields.importance,
      meeting: notice.info,
    },
    content: {
      body:
        notice.text === null ? event.fields.body : { contentType: 'text', content: notice.text },
      headers: [],
      attachments: [],
      extensions: [],
    },
  }
}

const justAddress = ({ emailAddress }: Recipient): Recipient => ({ emailAddress })

/** Invites, or updates, every attendee of the organization: a calendar copy and a request. */
export function sendRequests(
  world: World,
  organizer: Mailbox,
  event: CalendarEvent,
  update: { readonly instance: Instance | null; readonly fields: Partial<EventFields> } | null,
): void {
  for (const owner of attending(world, organizer, event)) {
    const copy = copyIn(owner.mailbox, event)
    const isNew = copy === null
    if (isNew) addCopy(world, owner.mailbox, event)
    else if (update) updateCopy(world, owner.mailbox, { copy, event, update })
    const info = infoOf(event, update?.instance ?? null, {
      meetingMessageType: 'meetingRequest',
      meetingRequestType: isNew ? 'newMeetingRequest' : 'fullUpdate',
      responseType: null,
    })
    const letter = noticeLetter(world, event, {
      type: 'eventMessageRequest',
      subject: shownFields(event, update?.instance ?? null).subject,
      text: null,
      from: event.organizer,
      to: event.fields.attendees.map(justAddress),
      info,
    })
    deliver(world, owner.mailbox, letter)
  }
}

function addCopy(world: World, mailbox: Mailbox, event: CalendarEvent): void {
  const copy = insertEvent(world, mailbox, defaultCalendar(mailbox), {
    fields: {
      ...event.fields,
      categories: [],
      showAs: 'tentative',
      responseStatus: { response: 'notResponded', time: '0001-01-01T00:00:00Z' },
    },
    recurrence: event.recurrence,
    organizer: event.organizer,
    isOrganizer: false,
    iCalUId: event.iCalUId,
    attachments: event.attachments,
    originalStartTimeZone: event.originalStartTimeZone,
    originalEndTimeZone: event.originalEndTimeZone,
  })
  copy.cancelled = event.cancelled
  copy.exceptions = event.exceptions.map((one) => ({ ...one, fields: sharedOf(one.fields) }))
}

function updateCopy(
  world: World,
  mailbox: Mailbox,
  of: {
    readonly copy: CalendarEvent
    readonly event: CalendarEvent
    readonly update: { readonly instance: Instance | null; readonly fields: Partial<EventFields> }
  },
): void {
  const fields = sharedOf(of.update.fields)
  const { instance } = of.update
  if (instance) {
    const own = instanceAt(of.copy, instance.originalStartMs)
    if (own) patchInstance(world, mailbox, of.copy, own, { fields })
    return
  }
  const rhythm = JSON.stringify(of.copy.recurrence) !== JSON.stringify(of.event.recurrence)
  patchEvent(world, mailbox, of.copy, {
    fields,
    ...(rhythm && { recurrence: of.event.recurrence }),
  })
}

/**
 * Calls a meeting, or one occurrence of it, off: it leaves the organizer's calendar and stays in
 * the attendees', marked as cancelled.
 */
export function cancelMeeting(
  world: World,
  organizer: Owner,
  event: CalendarEvent,
  input: { readonly instance: Instance | null; readonly comment: string | null },
): void {
  const { instance } = input
  for (const owner of attending(world, organizer.mailbox, event)) {
    sendCancellation(world, owner, event, input)
  }
  if (instance) deleteInstance(world, organizer.mailbox, event, instance)
  else deleteEvent(world, organizer.mailbox, event)
}

/** People who are taken off the list are told that the meeting is off for them. */
export function uninvite(
  world: World,
  organizer: Mailbox,
  event: CalendarEvent,
  before: readonly Recipient[],
): void {
  const still = new Set(attending(world, organizer, event).map(({ user }) => user.id))
  for (const owner of ownersOf(world, organizer, before)) {
    if (still.has(owner.user.id)) continue
    sendCancellation(world, owner, event, { instance: null, comment: null })
  }
}

function sendCancellation(
  world: World,
  owner: Owner,
  event: CalendarEvent,
  input: { readonly instance: Instance | null; readonly comment: string | null },
): void {
  const { instance } = input
  const subject = `Canceled: ${shownFields(event, instance).subject}`
  const letter = noticeLetter(world, event, {
    type: 'eventMessage',
    subject,
    text: input.comment ?? '',
    from: event.organizer,
    to: event.fields.attendees.map(justAddress),
    info: infoOf(event, instance, {
      meetingMessageType: 'meetingCancelled',
      meetingRequestType: null,
      responseType: null,
    }),
  })
  deliver(world, owner.mailbox, letter)
  const copy = copyIn(owner.mailbox, event)
  if (copy) cancelCopy(world, owner.mailbox, copy, { instance, subject })
}

function cancelCopy(
  world: World,
  mailbox: Mailbox,
  copy: CalendarEvent,
  how: { readonly instance: Instance | null; readonly subject: string },
): void {
  const fields: Partial<EventFields> = { isCancelled: true, subject: how.subject, showAs: 'free' }
  const own = how.instance && instanceAt(copy, how.instance.originalStartMs)
  if (own) patchInstance(world, mailbox, copy, own, { fields })
  else if (!how.instance) patchEvent(world, mailbox, copy, { fields })
}

const ANSWERS = {
  accepted: { word: 'Accepted', message: 'meetingAccepted', showAs: 'busy' },
  tentativelyAccepted: {
    word: 'Tentative',
    // The service itself spells it so.
    message: 'meetingTenativelyAccepted',
    showAs: 'tentative',
  },
  declined: { word: 'Declined', message: 'meetingDeclined', showAs: 'free' },
} as const

/** An attendee's answer: on the own copy, to the organizer's list, and by message. */
export function respond(
  world: World,
  attendee: Owner,
  event: CalendarEvent,
  answer: {
    readonly response: keyof typeof ANSWERS
    readonly instance: Instance | null
    readonly comment: string | null
    readonly sendResponse: boolean
  },
): void {
  if (event.isOrganizer) {
    throw new SandboxError(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    )
  }
  const { response, instance } = answer
  const status = { response, time: iso(world.now()) }
  const organizer = findUser(world.organization(), addressOf(event.organizer))
  const theirs = organizer && world.organization().mailboxes.get(organizer.id)
  const original = theirs ? copyIn(theirs, event) : null
  if (theirs && original) noteAnswer(world, theirs, original, { attendee, instance, status })
  if (answer.sendResponse) sendAnswer(world, attendee, event, answer)
  if (response === 'declined' && world.switches().declineRemoves) {
    if (instance) deleteInstance(world, attendee.mailbox, event, instance)
    else deleteEvent(world, attendee.mailbox, event)
    return
  }
  const fields = { responseStatus: status, showAs: ANSWERS[response].showAs }
  if (instance) patchInstance(world, attendee.mailbox, event, instance, { fields })
  else patchEvent(world, attendee.mailbox, event, { fields })
}

function noteAnswer(
  world: World,
  mailbox: Mailbox,
  original: CalendarEvent,
  of: {
    readonly attendee: Owner
    readonly instance: Instance | null
    readonly status: { readonly response: string; readonly time: string }
  },
): void {
  const own = of.instance && instanceAt(original, of.instance.originalStartMs)
  const before = shownFields(original, own).attendees
  const user = of.attendee.user
  const attendees = before.map((one) =>
    findUser(world.organization(), addressOf(one))?.id === user.id
      ? { ...one, status: of.status }
      : one,
  )
  if (own) patchInstance(world, mailbox, original, own, { fields: { attendees } })
  else if (!of.instance) patchEvent(world, mailbox, original, { fields: { attendees } })
}

function sendAnswer(
  world: World,
  attendee: Owner,
  event: CalendarEvent,
  answer: Parameters<typeof respond>[3],
): void {
  const kind = ANSWERS[answer.response]
  const from = recipient(attendee.user.displayName, attendee.user.mail)
  const letter = noticeLetter(world, event, {
    type: 'eventMessageResponse',
    subject: `${kind.word}: ${shownFields(event, answer.instance).subject}`,
    text: answer.comment ?? '',
    from,
    to: [justAddress(event.organizer)],
    info: infoOf(event, answer.instance, {
      meetingMessageType: kind.message,
      meetingRequestType: null,
      responseType: answer.response,
    }),
  })
  sendLetter(world, attendee, letter, true)
}
