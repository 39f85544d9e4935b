import type {
  Attendee,
  BodyType,
  DateTimeTimeZone,
  FreeBusyStatus,
  Importance,
  PatternedRecurrence,
  Recipient,
  Sensitivity,
  TaskStatus,
} from '@microsoft/microsoft-graph-types'

export type BodyInput = Readonly<{
  contentType: Extract<BodyType, 'text' | 'html'>
  content: string
}>

export type FileAttachmentInput = Readonly<{
  '@odata.type': '#microsoft.graph.fileAttachment'
  name: string
  contentType: string
  size: number
  isInline: boolean
  /** Without angle brackets. */
  contentId: string | null
  /** Base64. */
  contentBytes: string
}>

/** A message that another one carries. */
export type ItemAttachmentInput = Readonly<{
  '@odata.type': '#microsoft.graph.itemAttachment'
  /** The subject of the message. */
  name: string
  contentType: null
  /** Bytes of its MIME. */
  size: number
  isInline: false
  contentId: null
  /** Base64 of its MIME; null in an embedded message, whose own MIME holds it already. */
  contentBytes: string | null
  item: Readonly<{ '@odata.type': '#microsoft.graph.message' }> & GraphMessageInput
}>

export type AttachmentInput = FileAttachmentInput | ItemAttachmentInput

export type HeaderInput = Readonly<{ name: string; value: string }>

/** A message in Graph's words. Null = the file says nothing of it. */
export type GraphMessageInput = Readonly<{
  subject: string
  from: Recipient | null
  sender: Recipient | null
  toRecipients: readonly Recipient[]
  ccRecipients: readonly Recipient[]
  bccRecipients: readonly Recipient[]
  replyTo: readonly Recipient[]
  body: BodyInput
  /** With angle brackets. */
  internetMessageId: string | null
  /** All headers in the file's order, In-Reply-To and References among them. */
  internetMessageHeaders: readonly HeaderInput[]
  receivedDateTime: string | null
  sentDateTime: string | null
  /** Base64; from Thread-Index. */
  conversationIndex: string | null
  importance: Importance
  categories: readonly string[]
  isRead: boolean
  /** True only when an attachment isn't inline. */
  hasAttachments: boolean
  attachments: readonly AttachmentInput[]
}>

/** An event in Graph's words; a master when `recurrence` is set. */
export type GraphEventInput = Readonly<{
  iCalUId: string | null
  subject: string
  body: BodyInput
  start: Readonly<Required<DateTimeTimeZone>>
  end: Readonly<Required<DateTimeTimeZone>>
  isAllDay: boolean
  isCancelled: boolean
  location: Readonly<{ displayName: string }> | null
  organizer: Recipient | null
  attendees: readonly Attendee[]
  showAs: FreeBusyStatus
  sensitivity: Sensitivity
  importance: Importance
  categories: readonly string[]
  isReminderOn: boolean
  reminderMinutesBeforeStart: number
  recurrence: PatternedRecurrence | null
  hasAttachments: boolean
  attachments: readonly FileAttachmentInput[]
}>

export type EventException = Readonly<{
  /** Start that the series gives the occurrence. */
  originalStartUtcMs: number
  /** What the occurrence has of its own; null = deleted. */
  event: Partial<GraphEventInput> | null
}>

export type GraphTaskInput = Readonly<{
  title: string
  body: BodyInput
  status: TaskStatus
  importance: Importance
  categories: readonly string[]
  startDateTime: DateTimeTimeZone | null
  dueDateTime: DateTimeTimeZone | null
  completedDateTime: DateTimeTimeZone | null
  isReminderOn: boolean
  reminderDateTime: DateTimeTimeZone | null
  recurrence: PatternedRecurrence | null
}>

export type ImportItem =
  | Readonly<{ kind: 'message'; message: GraphMessageInput }>
  | Readonly<{ kind: 'event'; event: GraphEventInput; exceptions: readonly EventException[] }>
  | Readonly<{ kind: 'task'; task: GraphTaskInput }>

/** Something that isn't imported. `name` says which file and which part of it; `reason` is a sentence. */
export type Refusal = Readonly<{ name: string; reason: string }>

export type ImportResult = Readonly<{
  items: readonly ImportItem[]
  refused: readonly Refusal[]
}>
