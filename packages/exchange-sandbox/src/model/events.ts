import type { PatternedRecurrence } from '@microsoft/microsoft-graph-types'
import { itemNotFound, SandboxError } from '../errors.ts'
import { validateRecurrence } from '../recurrence.ts'
import { itemCategories } from './categories.ts'
import { withProperties } from './extended-properties.ts'
import { defaultId, immutableId, looksLikeId, parseOccurrenceId } from './ids.ts'
import { malformedId } from './messages.ts'
import { firstOccurrence, type Instance, instanceAt } from './occurrences.ts'
import { utcOf } from './times.ts'
import type {
  Attachment,
  Calendar,
  CalendarEvent,
  EventFields,
  ExtendedProperty,
  Mailbox,
  Recipient,
} from './types.ts'
import { nextSeq, note, seconds, touch, type World } from './world.ts'

export interface NewEvent {
  readonly fields: EventFields
  readonly recurrence: Readonly<Record<string, unknown>> | null
  readonly organizer: Recipient
  readonly isOrganizer: boolean
  readonly transactionId?: string | null
  readonly iCalUId?: string | null
  readonly extended?: readonly ExtendedProperty[]
  readonly attachments?: readonly Attachment[]
  readonly originalStartTimeZone?: string
  readonly originalEndTimeZone?: string
}

export const defaultCalendar = (mailbox: Mailbox): Calendar => {
  for (const calendar of mailbox.calendars.values()) if (calendar.isDefault) return calendar
  throw itemNotFound()
}

export function calendarOf(mailbox: Mailbox, id: string | undefined): Calendar {
  if (id === undefined) return defaultCalendar(mailbox)
  const calendar = mailbox.calendars.get(id)
  if (calendar) return calendar
  if (!looksLikeId(id)) throw malformedId()
  throw itemNotFound()
}

/** An event, or one occurrence of a series. @throws ErrorItemNotFound, ErrorInvalidIdMalformed */
export function findEvent(
  mailbox: Mailbox,
  id: string,
): { event: CalendarEvent; instance: Instance | null } {
  const event = mailbox.events.get(mailbox.eventIds.get(id) ?? id)
  if (event) return { event, instance: null }
  if (!looksLikeId(id)) throw malformedId()
  const named = parseOccurrenceId(id)
  const master = named && mailbox.events.get(mailbox.eventIds.get(named.masterId) ?? named.masterId)
  const instance = master ? instanceAt(master, named.startMs) : null
  if (!master || !instance) throw itemNotFound()
  return { event: master, instance }
}

const invalid = (code: string, message: string) => new SandboxError(400, code, message)

export function checkTimes(fields: Pick<EventFields, 'start' | 'end' | 'isAllDay'>): void {
  if (utcOf(fields.end) < utcOf(fields.start)) {
    throw invalid('ErrorPropertyValidationFailure', 'The end of an event lies before its start.')
  }
  if (!fields.isAllDay) return
  for (const time of [fields.start, fields.end]) {
    if (time.dateTime.slice(11, 19) !== '00:00:00') {
      throw invalid('ErrorInvalidRequest', 'An all-day event starts and ends at midnight.')
    }
  }
  if (utcOf(fields.end) - utcOf(fields.start) < 86_400_000) {
    throw invalid('ErrorInvalidRequest', 'An all-day event lasts a day at least.')
  }
}

export function checkRecurrence(recurrence: Readonly<Record<string, unknown>> | null): void {
  if (recurrence === null) return
  const fault = validateRecurrence(recurrence as PatternedRecurrence)
  if (fault !== null) throw invalid('ErrorPropertyValidationFailure', fault)
}

/** @throws ErrorDuplicateTransactionId, as switched */
function checkTransaction(world: World, mailbox: Mailbox, id: string | null | undefined): void {
  if (!id) return
  for (const other of mailbox.events.values()) {
    if (other.transactionId !== id) continue
    const { status, code } = world.switches().duplicateTransactionId
    throw new SandboxError(
      status,
      code,
      'Your request was not processed: duplicate transactionId.',
      {
        extra: { '@event.existingEventId': other.id },
      },
    )
  }
}

const UID_HEAD = '040000008200E00074C5B7101A82E00800000000'

export function insertEvent(
  world: World,
  mailbox: Mailbox,
  calendar: Calendar,
  input: NewEvent,
): CalendarEvent {
  checkTimes(input.fields)
  checkRecurrence(input.recurrence)
  checkTransaction(world, mailbox, input.transactionId)
  const id = world.newId()
  const seq = nextSeq(mailbox)
  const now = seconds(world.now())
  const fields = {
    ...input.fields,
    categories: itemCategories(world, mailbox, input.fields.categories),
  }
  const event: CalendarEvent = {
    key: immutableId(id),
    id: defaultId(id),
    calendar: calendar.id,
    seq,
    added: seq,
    createdMs: now,
    modifiedMs: now,
    iCalUId: input.iCalUId ?? `${UID_HEAD}${Buffer.from(id).toString('hex').toUpperCase()}`,
    transactionId: input.transactionId ?? null,
    originalStartTimeZone: input.originalStartTimeZone ?? input.fields.start.timeZone,
    originalEndTimeZone: input.originalEndTimeZone ?? input.fields.end.timeZone,
    organizer: input.organizer,
    isOrganizer: input.isOrganizer,
    isDraft: false,
    fields,
    recurrence: input.recurrence,
    cancelled: [],
    exceptions: [],
    extended: withProperties({}, input.extended ?? []),
    attachments: input.attachments ?? [],
    extensions: [],
  }
  if (event.recurrence !== null && firstOccurrence(event) === null) {
    throw invalid('ErrorPropertyValidationFailure', 'The series has no occurrence.')
  }
  indexEvent(mailbox, event)
  noteEvent(world, mailbox, event, 'created')
  return event
}

export function indexEvent(mailbox: Mailbox, event: CalendarEvent): void {
  mailbox.events.set(event.key, event)
  mailbox.eventIds.set(event.id, event.key)
  // A copy keeps the id, and isn't the meeting that answers and updates are about.
  if (!mailbox.eventUids.has(event.iCalUId)) mailbox.eventUids.set(event.iCalUId, event.key)
}

const scopeOf = (calendar: Calendar) => ({
  log: calendar.log,
  scope: `calendar:${calendar.id}`,
})

function noteEvent(
  world: World,
  mailbox: Mailbox,
  event: CalendarEvent,
  change: 'created' | 'updated',
): void {
  const calendar = calendarOf(mailbox, event.calendar)
  const entry = { seq: event.seq, key: event.key, gone: null }
  note(world, mailbox, scopeOf(calendar), entry)
  touch(world, mailbox, 'event', event.key)
  tell(world, mailbox, event, change)
}

function tell(
  world: World,
  mailbox: Mailbox,
  event: CalendarEvent,
  change: 'created' | 'updated' | 'deleted',
): void {
  const { key, id, seq } = event
  world.changed({ mailbox, kind: 'event', change, key, id, folder: null, seq })
}

export interface EventPatch {
  readonly fields?: Partial<EventFields>
  /** Null makes a single event of a series. */
  readonly recurrence?: Readonly<Record<string, unknown>> | null
  readonly extended?: readonly ExtendedProperty[]
  readonly attachments?: readonly Attachment[]
  readonly extensions?: CalendarEvent['extensions']
}

export function patchEvent(
  world: World,
  mailbox: Mailbox,
  event: CalendarEvent,
  patch: EventPatch,
): CalendarEvent {
  const fields = withCategories(world, mailbox, patch.fields ?? {})
  const after = { ...event.fields, ...fields }
  checkTimes(after)
  if (patch.recurrence !== undefined) checkRecurrence(patch.recurrence)
  const before = event.fields
  event.fields = after
  if (patch.recurrence !== undefined) event.recurrence = patch.recurrence
  // A series on another rhythm loses what was special about single days.
  const rhythm = patch.recurrence !== undefined || fields.start || fields.end
  if (rhythm && event.recurrence !== null) {
    event.exceptions = []
    event.cancelled = []
  }
  if (fields.categories && !world.switches().exceptionsTakeMasterCategories) {
    event.exceptions = event.exceptions.map((one) => ({
      ...one,
      fields: { categories: before.categories, ...one.fields },
    }))
  }
  if (patch.extended) event.extended = withProperties(event.extended, patch.extended)
  if (patch.attachments) event.attachments = patch.attachments
  if (patch.extensions) event.extensions = patch.extensions
  return bump(world, mailbox, event)
}

function withCategories(
  world: World,
  mailbox: Mailbox,
  fields: Partial<EventFields>,
): Partial<EventFields> {
  if (!fields.categories) return fields
  return { ...fields, categories: itemCategories(world, mailbox, fields.categories) }
}

function bump(world: World, mailbox: Mailbox, event: CalendarEvent): CalendarEvent {
  event.seq = nextSeq(mailbox)
  event.modifiedMs = seconds(world.now())
  noteEvent(world, mailbox, event, 'updated')
  return event
}

/** Writing to one occurrence makes an exception of it. */
export function patchInstance(
  world: World,
  mailbox: Mailbox,
  event: CalendarEvent,
  instance: Instance,
  patch: Pick<EventPatch, 'fields' | 'extended'>,
): Instance {
  const fields = withCategories(world, mailbox, patch.fields ?? {})
  const before = instance.exception
  const onlyCategories = Object.keys(fields).every((name) => name === 'categories')
  const plainCategories = onlyCategories && !world.switches().categoriesMakeException
  const exception = {
    originalStartMs: instance.originalStartMs,
    seq: mailbox.seq + 1,
    modifiedMs: seconds(world.now()),
    fields: { ...before?.fields, ...fields },
    extended: withProperties(before?.extended ?? {}, patch.extended ?? []),
    plain: plainCategories && (before?.plain ?? true),
  }
  const others = event.exceptions.filter((one) => one !== before)
  const changed = { ...event, exceptions: [...others, exception] }
  const after = instanceAt(changed, instance.originalStartMs)
  if (!after) throw itemNotFound()
  if (after.endMs < after.startMs) {
    throw invalid('ErrorPropertyValidationFailure', 'The end of an event lies before its start.')
  }
  event.exceptions = changed.exceptions
  bump(world, mailbox, event)
  return after
}

export function deleteInstance(
  world: World,
  mailbox: Mailbox,
  event: CalendarEvent,
  instance: Instance,
): void {
  const { originalStartMs } = instance
  event.exceptions = event.exceptions.filter((one) => one.originalStartMs !== originalStartMs)
  event.cancelled = [...event.cancelled, { originalStartMs, seq: mailbox.seq + 1 }]
  bump(world, mailbox, event)
}

export function deleteEvent(world: World, mailbox: Mailbox, event: CalendarEvent): void {
  const calendar = calendarOf(mailbox, event.calendar)
  mailbox.events.delete(event.key)
  mailbox.eventIds.delete(event.id)
  if (mailbox.eventUids.get(event.iCalUId) === event.key) {
    mailbox.eventUids.delete(event.iCalUId)
    const copy = [...mailbox.events.values()].find((one) => one.iCalUId === event.iCalUId)
    if (copy) mailbox.eventUids.set(copy.iCalUId, copy.key)
  }
  const gone = { reason: 'deleted' as const, item: event.key, id: event.id }
  note(world, mailbox, scopeOf(calendar), { seq: nextSeq(mailbox), key: event.id, gone })
  touch(world, mailbox, 'event', event.key)
  tell(world, mailbox, event, 'deleted')
}

export function deleteCalendar(world: World, mailbox: Mailbox, calendar: Calendar): void {
  if (calendar.isDefault) {
    throw invalid('ErrorDeleteDistinguishedFolder', 'The default calendar cannot be deleted.')
  }
  for (const event of [...mailbox.events.values()]) {
    if (event.calendar === calendar.id) deleteEvent(world, mailbox, event)
  }
  mailbox.calendars.delete(calendar.id)
  touch(world, mailbox, 'calendar', calendar.id)
}
