import { blankFields } from './graph/event-input.ts'
import type {
  GraphEventInput,
  GraphMessageInput,
  GraphTaskInput,
  ImportItem,
} from './import/index.ts'
import { blankMessage, recipient, threadOf } from './model/compose.ts'
import {
  calendarOf,
  deleteInstance,
  insertEvent,
  type NewEvent,
  patchInstance,
} from './model/events.ts'
import { withProperties } from './model/extended-properties.ts'
import { attachmentId } from './model/ids.ts'
import { insertMessage } from './model/messages.ts'
import { instanceAt } from './model/occurrences.ts'
import { insertTask } from './model/tasks.ts'
import { checkedTime } from './model/times.ts'
import type {
  Attachment,
  Attendee,
  DateTimeZone,
  EventFields,
  ItemBody,
  Mailbox,
  Message,
  Recipient,
  Task,
  TaskList,
  User,
} from './model/types.ts'
import { seconds, type World } from './model/world.ts'

/** Graph-shaped things from files and from the seed, put into a mailbox as they are. */
type Wire<T> = { readonly [K in keyof T]?: T[K] | null | undefined }

interface Owner {
  readonly user: User
  readonly mailbox: Mailbox
}

const list = <T>(value: readonly T[] | null | undefined): readonly T[] => value ?? []

const people = (value: readonly unknown[] | null | undefined): readonly Recipient[] =>
  list(value).filter(
    (one): one is Recipient => typeof one === 'object' && one !== null && 'emailAddress' in one,
  )

function attachmentsOf(
  world: World,
  value: GraphMessageInput['attachments'] | null | undefined,
): readonly Attachment[] {
  return list(value).map((one) => ({
    id: attachmentId(world.newId()),
    '@odata.type': one['@odata.type'] ?? '#microsoft.graph.fileAttachment',
    name: one.name,
    contentType: one.contentType,
    size: one.size,
    isInline: one.isInline,
    contentId: one.contentId,
    contentBytes: one.contentBytes,
    item: one['@odata.type'] === '#microsoft.graph.itemAttachment' ? one.item : null,
    modifiedMs: seconds(world.now()),
  }))
}

const timeMs = (value: string | null | undefined, fallback: number): number => {
  const ms = value ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? fallback : seconds(ms)
}

const EMPTY: ItemBody = { contentType: 'text', content: '' }

/** Header values by which a message knows what it replies to, as MAPI keeps them. */
function replyProperties(input: Wire<GraphMessageInput>) {
  const header = (name: string): string | undefined =>
    list(input.internetMessageHeaders).find((one) => one.name.toLowerCase() === name)?.value
  const inReplyTo = /<[^>]+>/.exec(header('in-reply-to') ?? '')?.[0]
  const references = header('references')
    ?.match(/<[^>]+>/g)
    ?.join(' ')
  return withProperties({}, [
    ...(inReplyTo ? [{ id: 'String 0x1042', value: inReplyTo }] : []),
    ...(references ? [{ id: 'String 0x1039', value: references }] : []),
  ])
}

/** @param folder id or well-known name */
export function takeMessage(
  world: World,
  owner: Owner,
  folder: string,
  input: Wire<GraphMessageInput> & { readonly isDraft?: boolean; readonly flag?: Message['flag'] },
): Message {
  const blank = blankMessage(world, input.subject ?? '')
  const receivedMs = timeMs(input.receivedDateTime ?? input.sentDateTime, blank.receivedMs)
  const from = (input.from ?? null) as Recipient | null
  const message = {
    ...blank,
    from,
    sender: ((input.sender ?? from) as Recipient | null) ?? null,
    toRecipients: people(input.toRecipients),
    ccRecipients: people(input.ccRecipients),
    bccRecipients: people(input.bccRecipients),
    replyTo: people(input.replyTo),
    internetMessageId: input.internetMessageId ?? blank.internetMessageId,
    conversationIndex: input.conversationIndex ?? blank.conversationIndex,
    categories: list(input.categories),
    importance: input.importance ?? 'normal',
    isRead: input.isRead ?? false,
    isDraft: input.isDraft ?? false,
    receivedMs,
    sentMs: timeMs(input.sentDateTime, receivedMs),
    extended: replyProperties(input),
    flag: input.flag ?? blank.flag,
  }
  return insertMessage(world, owner.mailbox, folder, {
    message: { ...message, ...threadOf(world, owner.mailbox, message) },
    content: {
      body: input.body ?? EMPTY,
      headers: list(input.internetMessageHeaders),
      attachments: attachmentsOf(world, input.attachments),
      extensions: [],
    },
  })
}

const NO_ANSWER = { response: 'none', time: '0001-01-01T00:00:00Z' }

function attendeesOf(input: Partial<Wire<GraphEventInput>>): readonly Attendee[] {
  return list(input.attendees).map((one) => ({
    type: one.type ?? 'required',
    status: {
      response: one.status?.response ?? 'none',
      time: one.status?.time ?? NO_ANSWER.time,
    },
    emailAddress: one.emailAddress ?? {},
  }))
}

const locationOf = (name: string) => ({
  displayName: name,
  locationType: 'default',
  uniqueIdType: 'unknown',
})

const PLAIN = [
  'subject',
  'body',
  'isAllDay',
  'isCancelled',
  'showAs',
  'sensitivity',
  'importance',
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
] as const

/** The fields a file says something of. */
function fieldsOf(input: Partial<Wire<GraphEventInput>>, isAllDay: boolean): Partial<EventFields> {
  const fields: Record<string, unknown> = {}
  for (const name of PLAIN) {
    if (input[name] !== undefined && input[name] !== null) fields[name] = input[name]
  }
  const time = (value: DateTimeZone) =>
    checkedTime(isAllDay ? { ...value, timeZone: 'UTC' } : value)
  if (input.start) fields.start = time(input.start as DateTimeZone)
  if (input.end) fields.end = time(input.end as DateTimeZone)
  if (input.attendees) fields.attendees = attendeesOf(input)
  const place = input.location?.displayName
  if (place) {
    fields.location = locationOf(place)
    fields.locations = [locationOf(place)]
  }
  return fields as Partial<EventFields>
}

function newEventOf(world: World, owner: Owner, input: Wire<GraphEventInput>): NewEvent {
  const fields = fieldsOf(input, input.isAllDay ?? false)
  if (!fields.start || !fields.end) throw new RangeError('An event needs a start and an end.')
  const self = recipient(owner.user.displayName, owner.user.mail)
  const organizer = (input.organizer as Recipient | null) ?? self
  const own = organizer.emailAddress.address?.toLowerCase() === owner.user.mail.toLowerCase()
  const meeting = (fields.attendees?.length ?? 0) > 0
  const mine = fields.attendees?.find(
    (one) => one.emailAddress.address?.toLowerCase() === owner.user.mail.toLowerCase(),
  )
  const response = own ? (meeting ? 'organizer' : 'none') : (mine?.status.response ?? 'none')
  return {
    fields: {
      ...blankFields(fields.start, fields.end),
      ...fields,
      responseStatus: { ...NO_ANSWER, response },
    },
    recurrence: (input.recurrence as Readonly<Record<string, unknown>> | null) ?? null,
    organizer,
    isOrganizer: own,
    iCalUId: input.iCalUId ?? null,
    attachments: attachmentsOf(world, input.attachments),
    originalStartTimeZone: input.start?.timeZone ?? 'UTC',
    originalEndTimeZone: input.end?.timeZone ?? 'UTC',
  }
}

/** Puts an event into the main calendar. Nobody is invited: a file tells of what has happened. */
export function takeEvent(
  world: World,
  owner: Owner,
  input: Wire<GraphEventInput>,
  exceptions: readonly {
    readonly originalStartUtcMs: number
    readonly event: Partial<Wire<GraphEventInput>> | null
  }[] = [],
) {
  const { mailbox } = owner
  const calendar = calendarOf(mailbox, undefined)
  const event = insertEvent(world, mailbox, calendar, newEventOf(world, owner, input))
  for (const exception of exceptions) {
    const instance = instanceAt(event, exception.originalStartUtcMs)
    if (!instance) continue
    if (exception.event === null) deleteInstance(world, mailbox, event, instance)
    else {
      const fields = fieldsOf(exception.event, event.fields.isAllDay)
      patchInstance(world, mailbox, event, instance, { fields })
    }
  }
  return event
}

export function takeTask(
  world: World,
  owner: Owner,
  taskList: TaskList,
  input: Wire<GraphTaskInput>,
): Task {
  const time = (value: unknown): DateTimeZone | null =>
    value ? checkedTime(value as DateTimeZone) : null
  return insertTask(world, owner.mailbox, taskList, {
    title: input.title ?? '',
    body: input.body ?? EMPTY,
    status: input.status ?? 'notStarted',
    importance: input.importance ?? 'normal',
    categories: list(input.categories),
    startDateTime: time(input.startDateTime),
    dueDateTime: time(input.dueDateTime),
    completedDateTime: time(input.completedDateTime),
    isReminderOn: input.isReminderOn ?? false,
    reminderDateTime: time(input.reminderDateTime),
    recurrence: (input.recurrence as Readonly<Record<string, unknown>> | null) ?? null,
  })
}

/** One item of an imported file. @throws SandboxError, RangeError when it can't be kept */
export function takeItem(world: World, owner: Owner, folder: string, item: ImportItem): void {
  switch (item.kind) {
    case 'message':
      takeMessage(world, owner, folder, item.message)
      return
    case 'event':
      takeEvent(world, owner, item.event, item.exceptions)
      return
    case 'task': {
      const [taskList] = owner.mailbox.lists.values()
      if (taskList) takeTask(world, owner, taskList, item.task)
    }
  }
}
