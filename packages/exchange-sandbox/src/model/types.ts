import type { ChangeLog } from './change-log.ts'

export interface EmailAddress {
  readonly name?: string | null | undefined
  readonly address?: string | null | undefined
}
export interface Recipient {
  readonly emailAddress: EmailAddress
}
export interface DateTimeZone {
  readonly dateTime: string
  readonly timeZone: string
}
export interface ItemBody {
  readonly contentType: 'text' | 'html'
  readonly content: string
}

export interface Category {
  readonly id: string
  displayName: string
  color: string
}

export interface Flag {
  readonly flagStatus: 'notFlagged' | 'flagged' | 'complete'
  readonly startDateTime?: DateTimeZone | null | undefined
  readonly dueDateTime?: DateTimeZone | null | undefined
  readonly completedDateTime?: DateTimeZone | null | undefined
}

export interface ExtendedProperty {
  readonly id: string
  readonly value: string
}

export interface Attachment {
  readonly id: string
  readonly '@odata.type': string
  readonly name: string
  readonly contentType: string | null
  readonly size: number
  readonly isInline: boolean
  readonly contentId: string | null
  /** base64; of an item its MIME, where that is known. */
  readonly contentBytes: string | null
  /** Attached items only, Graph-shaped. */
  readonly item: Readonly<Record<string, unknown>> | null
  readonly modifiedMs: number
}

export interface Extension {
  readonly name: string
  readonly values: Readonly<Record<string, unknown>>
}

export type MessageType =
  | 'message'
  | 'eventMessage'
  | 'eventMessageRequest'
  | 'eventMessageResponse'

/** What an eventMessage says of its meeting. */
export interface MeetingInfo {
  readonly meetingMessageType: string
  readonly iCalUId: string
  readonly startDateTime: DateTimeZone
  readonly endDateTime: DateTimeZone
  readonly isAllDay: boolean
  readonly locationName: string
  readonly recurrence: Readonly<Record<string, unknown>> | null
  readonly type: string
  readonly meetingRequestType: string | null
  readonly responseType: string | null
}

/** The light part of a message: all that lists, filters and delta pages read. */
export interface Message {
  /** The immutable id. */
  readonly key: string
  /** The default id: another one after every move. */
  id: string
  folder: string
  /** Version; the change key is made of it. */
  seq: number
  /** Version at which it came into its folder. */
  added: number
  type: MessageType
  createdMs: number
  modifiedMs: number
  receivedMs: number
  sentMs: number
  subject: string
  preview: string
  from: Recipient | null
  sender: Recipient | null
  toRecipients: readonly Recipient[]
  ccRecipients: readonly Recipient[]
  bccRecipients: readonly Recipient[]
  replyTo: readonly Recipient[]
  conversationId: string
  conversationIndex: string
  internetMessageId: string
  categories: readonly string[]
  importance: string
  inference: string
  isRead: boolean
  isDraft: boolean
  isReadReceiptRequested: boolean
  isDeliveryReceiptRequested: boolean | null
  flag: Flag
  hasAttachments: boolean
  extended: Readonly<Record<string, ExtendedProperty>>
  meeting: MeetingInfo | null
}

/** The heavy part of a message. */
export interface MessageContent {
  readonly body: ItemBody
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly attachments: readonly Attachment[]
  readonly extensions: readonly Extension[]
}

export interface Folder {
  readonly id: string
  readonly wellKnown: string | null
  displayName: string
  parent: string | null
  hidden: boolean
  seq: number
  readonly members: Set<string>
  readonly log: ChangeLog
  unread: number
  /** Newest first; null = to be sorted again. */
  order: readonly string[] | null
}

export interface Calendar {
  readonly id: string
  name: string
  color: string
  readonly isDefault: boolean
  seq: number
  readonly log: ChangeLog
}

/** Fields an event carries; an exception holds only those that differ from its master. */
export interface EventFields {
  subject: string
  body: ItemBody
  start: DateTimeZone
  end: DateTimeZone
  isAllDay: boolean
  location: Readonly<Record<string, unknown>>
  locations: readonly Readonly<Record<string, unknown>>[]
  attendees: readonly Attendee[]
  categories: readonly string[]
  importance: string
  sensitivity: string
  showAs: string
  isReminderOn: boolean
  reminderMinutesBeforeStart: number
  isCancelled: boolean
  responseStatus: ResponseStatus
  isOnlineMeeting: boolean
  onlineMeetingProvider: string
  hideAttendees: boolean
  allowNewTimeProposals: boolean
  responseRequested: boolean
}

export interface ResponseStatus {
  readonly response: string
  readonly time: string
}

export interface Attendee {
  readonly type: string
  readonly status: ResponseStatus
  readonly emailAddress: EmailAddress
}

export interface CalendarEvent {
  readonly key: string
  id: string
  calendar: string
  seq: number
  added: number
  readonly createdMs: number
  modifiedMs: number
  readonly iCalUId: string
  readonly transactionId: string | null
  readonly originalStartTimeZone: string
  readonly originalEndTimeZone: string
  organizer: Recipient
  isOrganizer: boolean
  isDraft: boolean
  fields: EventFields
  recurrence: Readonly<Record<string, unknown>> | null
  /** Deleted occurrences by their original starts. */
  cancelled: readonly { readonly originalStartMs: number; readonly seq: number }[]
  exceptions: readonly EventException[]
  extended: Readonly<Record<string, ExtendedProperty>>
  attachments: readonly Attachment[]
  extensions: readonly Extension[]
}

export interface EventException {
  readonly originalStartMs: number
  readonly seq: number
  readonly modifiedMs: number
  readonly fields: Readonly<Partial<EventFields>>
  readonly extended: Readonly<Record<string, ExtendedProperty>>
  /** Only its categories differ and the switch `categoriesMakeException` is off. */
  readonly plain: boolean
}

export interface TaskList {
  readonly id: string
  displayName: string
  readonly wellknownListName: 'none' | 'defaultList' | 'flaggedEmails'
  seq: number
  readonly log: ChangeLog
}

export interface Task {
  readonly id: string
  list: string
  /** Key of the flagged message this task stands for. */
  readonly message: string | null
  seq: number
  readonly createdMs: number
  modifiedMs: number
  bodyModifiedMs: number
  title: string
  body: ItemBody
  status: string
  importance: string
  categories: readonly string[]
  dueDateTime: DateTimeZone | null
  startDateTime: DateTimeZone | null
  reminderDateTime: DateTimeZone | null
  completedDateTime: DateTimeZone | null
  isReminderOn: boolean
  recurrence: Readonly<Record<string, unknown>> | null
  linkedResources: readonly LinkedResource[]
  checklistItems: readonly ChecklistItem[]
  extensions: readonly Extension[]
}

export interface LinkedResource {
  readonly id: string
  readonly applicationName: string | null
  readonly displayName: string | null
  readonly externalId: string | null
  readonly webUrl: string | null
}

export interface ChecklistItem {
  readonly id: string
  readonly displayName: string
  readonly isChecked: boolean
  readonly createdMs: number
  readonly checkedMs: number | null
}

/** What a message must have for a rule to act; within one list, any of its texts is enough. */
export interface RulePredicates {
  readonly subjectContains?: readonly string[] | undefined
  readonly bodyContains?: readonly string[] | undefined
  readonly bodyOrSubjectContains?: readonly string[] | undefined
  readonly senderContains?: readonly string[] | undefined
  readonly fromAddresses?: readonly Recipient[] | undefined
  readonly recipientContains?: readonly string[] | undefined
  readonly sentToAddresses?: readonly Recipient[] | undefined
  readonly hasAttachments?: boolean | undefined
  readonly importance?: string | undefined
  readonly isMeetingRequest?: boolean | undefined
}

export interface RuleActions {
  readonly assignCategories?: readonly string[] | undefined
  /** Folder ids. */
  readonly moveToFolder?: string | undefined
  readonly copyToFolder?: string | undefined
  readonly delete?: boolean | undefined
  readonly markAsRead?: boolean | undefined
  readonly markImportance?: string | undefined
  readonly stopProcessingRules?: boolean | undefined
}

/** What an inbox rule does with arriving mail. */
export interface Rule {
  readonly id: string
  readonly displayName: string
  /** Rules act in this order. */
  readonly sequence: number
  readonly isEnabled: boolean
  readonly conditions: RulePredicates
  readonly exceptions: RulePredicates
  readonly actions: RuleActions
}

export type MailboxState =
  | 'active'
  | 'notEnabled'
  | 'restricted'
  | 'unavailable'
  | 'readOnlySettings'
  | 'full'

export interface User {
  readonly id: string
  readonly displayName: string
  readonly givenName: string | null
  readonly surname: string | null
  readonly mail: string
  readonly userPrincipalName: string
  readonly jobTitle: string | null
  readonly proxyAddresses: readonly string[]
  readonly accountEnabled: boolean
  /** False for an account without a mailbox. */
  readonly hasMailbox: boolean
  mailboxState: MailboxState
}

export interface Mailbox {
  readonly userId: string
  /** Counts every write. */
  seq: number
  /** Tokens of an older epoch have expired. */
  epoch: number
  /** Versions in (from, to] were lost in a crash: tokens standing there have expired. */
  lost: readonly { readonly from: number; readonly to: number }[]
  settings: Readonly<Record<string, unknown>>
  readonly categories: Map<string, Category>
  rules: readonly Rule[]
  readonly folders: Map<string, Folder>
  readonly wellKnown: Map<string, string>
  readonly folderLog: ChangeLog
  readonly messages: Map<string, Message>
  readonly contents: Map<string, MessageContent>
  /** Default id to key. */
  readonly messageIds: Map<string, string>
  /** Category in lower case to keys. */
  readonly byCategory: Map<string, Set<string>>
  readonly byInternetId: Map<string, Set<string>>
  readonly calendars: Map<string, Calendar>
  readonly events: Map<string, CalendarEvent>
  readonly eventIds: Map<string, string>
  /** `iCalUId` to key. */
  readonly eventUids: Map<string, string>
  readonly lists: Map<string, TaskList>
  readonly listLog: ChangeLog
  readonly tasks: Map<string, Task>
  /** Key of a flagged message to the id of its task. */
  readonly flaggedTasks: Map<string, string>
  /** `kind/key` of what is to be saved. */
  readonly dirty: Set<string>
}

export interface Organization {
  readonly tenantId: string
  readonly users: Map<string, User>
  /** Lower-case id, principal name and mail addresses to user id. */
  readonly userNames: Map<string, string>
  readonly mailboxes: Map<string, Mailbox>
  readonly customers: readonly { readonly name: string; readonly address: string }[]
}
