import type { SyncError } from './errors.ts'

/**
 * The engine's terms as data; GLOSSARY.md explains the words. Ids are opaque text; instants are
 * milliseconds since 1970 UTC. Nothing here depends on Graph, EWS or SQL.
 */
export type Instant = number

/** Id of one kind of thing. The compiler refuses other kinds, but accepts any plain text. */
type IdOf<Thing extends string> = string & { readonly __names?: Thing }

export type OrganizationId = IdOf<'organization'>
export type MailboxId = IdOf<'mailbox'>
export type ActivityId = IdOf<'activity'>
/** Identifies an item in its mailbox. Case-sensitive. */
export type ItemKey = IdOf<'item'>
export type FolderId = IdOf<'folder'>

export type ItemKind = 'message' | 'event' | 'task'
export type FolderKind = 'mail' | 'calendar' | 'taskList'
export type FolderRole =
  | 'inbox'
  | 'sent'
  | 'drafts'
  | 'outbox'
  | 'junk'
  | 'deleted'
  | 'flagged'
  | 'other'

export interface Folder {
  readonly id: FolderId
  readonly kind: FolderKind
  readonly role: FolderRole
}

export interface ItemRef {
  readonly kind: ItemKind
  readonly key: ItemKey
  /** Folder in which the item was last seen. A task can't be addressed without its list. */
  readonly folder: FolderId
}

export type EventType = 'single' | 'master' | 'occurrence' | 'exception'

/** What a page of changes contains about an item: enough to decide, without its body. */
export interface SeenItem extends ItemRef {
  readonly changeKey: string
  /** Null for an occurrence that came as a stub: it has the categories of its series. */
  readonly categories: readonly string[] | null
  readonly isDraft: boolean
  /** A meeting request, response or cancellation lying in a mail folder (TR10). */
  readonly isMeetingMessage: boolean
  readonly internetMessageId: string | null
  readonly eventType: EventType | null
  /** Key of the series an occurrence or exception belongs to. */
  readonly masterKey: ItemKey | null
  /** The whole item, if the page contained it anyway (events, tasks). */
  readonly whole: WholeItem | null
  /**
   * Stays the same when a move changes the key (TR21); copies may share it. Null if keys survive.
   */
  readonly fingerprint: string | null
}

export interface Address {
  readonly name: string | null
  /** As written in the item; null if the server gave only a name. */
  readonly address: string | null
}

export interface Body {
  readonly type: 'html' | 'text'
  readonly content: string
}

export interface AttachmentInfo {
  readonly id: string
  readonly name: string
  readonly contentType: string | null
  readonly size: number
  readonly contentId: string | null
  /** Base64; null if it was left out: too large, not a file, or refused. */
  readonly content: string | null
  /** Why the content couldn't be read; null if it was read or isn't wanted. */
  readonly refusal: SyncError | null
}

export interface WholeMessage {
  readonly kind: 'message'
  readonly key: ItemKey
  readonly folder: FolderId
  readonly changeKey: string
  /** By the mail server's clock; null if the server doesn't say. */
  readonly modifiedAt: Instant | null
  readonly categories: readonly string[]
  readonly isDraft: boolean
  readonly internetMessageId: string | null
  readonly inReplyTo: string | null
  /** Base64 of the MAPI property PidTagConversationIndex. */
  readonly conversationIndex: string | null
  readonly subject: string
  readonly body: Body
  readonly from: Address | null
  readonly sender: Address | null
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly bcc: readonly Address[]
  readonly sentAt: Instant | null
  readonly receivedAt: Instant | null
  readonly importance: Importance
  readonly isReadReceiptRequested: boolean
  readonly webLink: string | null
  readonly attachments: readonly AttachmentInfo[]
}

export type Importance = 'low' | 'normal' | 'high'
export type ShowAs = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown'

export interface Attendee extends Address {
  readonly type: 'required' | 'optional' | 'resource'
}

export interface RecurrencePattern {
  readonly type:
    | 'daily'
    | 'weekly'
    | 'absoluteMonthly'
    | 'relativeMonthly'
    | 'absoluteYearly'
    | 'relativeYearly'
  readonly interval: number
  /** 0 = Sunday. */
  readonly daysOfWeek: readonly number[]
  readonly dayOfMonth: number | null
  /** 1 = January. */
  readonly month: number | null
  /** 1 to 4, 5 = last. */
  readonly index: number | null
  readonly firstDayOfWeek: number | null
  /** yyyy-mm-dd in the series' own time zone. */
  readonly startDate: string
  readonly endDate: string | null
  readonly occurrences: number | null
}

export interface WholeEvent {
  readonly kind: 'event'
  readonly key: ItemKey
  readonly folder: FolderId
  readonly changeKey: string
  /** By the mail server's clock; null if the server doesn't say. */
  readonly modifiedAt: Instant | null
  readonly categories: readonly string[]
  readonly eventType: EventType
  readonly masterKey: ItemKey | null
  readonly originalStart: Instant | null
  readonly iCalUId: string | null
  readonly subject: string
  readonly body: Body
  readonly location: string | null
  readonly start: Instant
  readonly end: Instant
  readonly isAllDay: boolean
  readonly showAs: ShowAs
  readonly importance: Importance
  readonly isPrivate: boolean
  readonly isOrganizer: boolean
  readonly isCancelled: boolean
  readonly isDraft: boolean
  readonly organizer: Address | null
  readonly attendees: readonly Attendee[]
  readonly recurrence: RecurrencePattern | null
  readonly webLink: string | null
}

export type TaskStatus = 'notStarted' | 'inProgress' | 'completed' | 'waitingOnOthers' | 'deferred'

export interface WholeTask {
  readonly kind: 'task'
  readonly key: ItemKey
  readonly folder: FolderId
  readonly changeKey: string
  /** By the mail server's clock; null if the server doesn't say. */
  readonly modifiedAt: Instant | null
  readonly categories: readonly string[]
  readonly subject: string
  readonly body: Body
  readonly status: TaskStatus
  readonly importance: Importance
  readonly start: Instant | null
  readonly due: Instant | null
  readonly completedAt: Instant | null
}

export type WholeItem = WholeMessage | WholeEvent | WholeTask

export type ActivityType = 'email' | 'appointment' | 'recurringappointmentmaster' | 'task'

/** Why an item was decided as it was, kept with its link and shown (TR14). */
export interface Decision {
  readonly rule: string
  readonly at: Instant
  /** What was seen, in words an administrator understands; never mail content. */
  readonly seen: string
}

/** A parked item, kept until a retry or a person releases it (TR13). */
export interface Park {
  readonly code: string
  readonly reason: string
  readonly tries: number
  /** Null = given up: only marking it by hand tries again. */
  readonly nextTryAt: Instant | null
}

/** What is known about one item of one mailbox, whether it is tracked or not. */
interface KnownItem extends ItemRef {
  readonly masterKey: ItemKey | null
  /**
   * `unseen`: our own stamp isn't on the item yet. `seen`: the mark was read on it. `forgone`: the
   * mark vanished while the feature was off, so nobody knows what the user wants (CL6, CL7).
   * - `unseen`: our own stamp isn't on the item yet.
   * - `seen`: the mark was read on the item.
   * - `forgone`: the mark vanished while the feature was off, which says nothing about what the
   *   user wants (CL6, CL7).
   */
  readonly mark: 'unseen' | 'seen' | 'forgone'
  readonly changeKey: string | null
  readonly isOrganizer: boolean
  /** End of the event, to compare a listing of a window with the links. Null for other kinds. */
  readonly itemEnd: Instant | null
  readonly decision: Decision
  /** Fingerprint of its item if keys don't survive moves (TR21), else null. */
  readonly fingerprint: string | null
}

/** The item belongs to an activity that exists. */
export interface LinkedLink extends KnownItem {
  readonly state: 'linked'
  readonly activityId: ActivityId
  readonly activityType: ActivityType
  /** Set when a page suggests an end; carried out after every folder was read (TR5, TR12). */
  readonly pendingEnd: EndReason | null
  /** Set if the item's last change couldn't be carried over, or the item can't be read. */
  readonly park: Park | null
}

interface NotLinked extends KnownItem {
  /** Activity that the item was linked to before. */
  readonly activityId: ActivityId | null
  readonly activityType: ActivityType | null
  readonly pendingEnd: null
}

/** The item is to be tracked, but that failed so far or was given up. */
export interface ParkedLink extends NotLinked {
  readonly state: 'parked'
  readonly park: Park
}

/**
 * `noted`: marked, but not tracked for the reason given. `ended`: untracked. If the activity was
 * deleted in the CRM and the item can't be read since, it is `ended` and parked (TR15, TR20).
 * - `noted`: the item is marked, but isn't tracked for the reason given.
 * - `ended`: the item was untracked. If its activity was deleted in the CRM and the item couldn't
 *   be read since, it is `ended` and parked (TR15, TR20).
 */
export interface OtherLink extends NotLinked {
  readonly state: 'noted' | 'ended'
  readonly park: Park | null
}

export type UnlinkedLink = ParkedLink | OtherLink
export type Link = LinkedLink | UnlinkedLink

export type EndReason = 'markRemoved' | 'gone'

export interface MasterCategory {
  readonly id: string
  readonly name: string
  /** `none` or `preset0` to `preset24`. */
  readonly color: string
}

export type CategoryPurpose = 'tracked' | 'undeliverable'

/** One row of `mailboxtrackingcategory`: what is known about one category in one mailbox. */
export interface CategoryState {
  readonly purpose: CategoryPurpose
  readonly name: string
  /** Names before the user renamed it. Items keep them, so they count as marks (CL3). */
  readonly earlierNames: readonly string[]
  readonly color: string
  readonly exchangeId: string | null
  /** `creating`: a create was begun and its answer isn't known, so the list may contain it. */
  readonly status: 'absent' | 'creating' | 'provisioned' | 'removed'
  /** Number of the current enabling; of the next one while the category is removed (CL7). */
  readonly epoch: number
}

/** How far one folder has been read. */
export interface FolderCursor {
  readonly folder: FolderId
  readonly kind: FolderKind
  /** Opaque text of the mailbox server; null if a listing from the start is due. */
  readonly value: string | null
  /** True during a full listing. At its end linked items not in it are looked up (TR5). */
  readonly listing: boolean
  /** Number of the listing; stored in each link whose item it contains. */
  readonly generation: number
  /** Epoch of the category when the folder was last listed from its start. */
  readonly epoch: number
  /** True until the folder was read to its end after the feature was switched on again (CL7). */
  readonly catchUp: boolean
  /** Window of a calendar's cursor; null for other folders. */
  readonly windowStart: Instant | null
  readonly windowEnd: Instant | null
  /** Number of cycles in a row that couldn't read the folder (CY20). */
  readonly failures: number
}

export interface Window {
  readonly start: Instant
  readonly end: Instant
}

/** One reading of a folder from its start to its end. */
export interface Listing {
  readonly folder: FolderId
  readonly generation: number
  /** The part of a calendar that was read; null means all of the folder. */
  readonly window: Window | null
}

/** Request for linked items that no listing of their folder contained, ordered by key. */
export interface UnlistedRequest {
  readonly listings: readonly Listing[]
  /** Last key of the previous page; null for the first page. */
  readonly after: ItemKey | null
  readonly limit: number
}

export interface PartyDraft {
  /** Dataverse `participationtypemask`. */
  readonly mask: number
  readonly addressUsed: string | null
  readonly partyId: string | null
  readonly partyType: string | null
}

export type ColumnValue = string | number | boolean | null

/** An activity to be written. Columns have Dataverse logical names; times are instants. */
export interface ActivityDraft {
  readonly type: ActivityType
  readonly columns: Readonly<Record<string, ColumnValue>>
  readonly parties: readonly PartyDraft[]
  readonly attachments: readonly AttachmentInfo[]
}

export interface AddressMatch {
  /** Lower case. */
  readonly address: string
  readonly type: 'systemuser' | 'contact' | 'account' | 'lead' | 'queue'
  readonly id: string
  readonly ownerId: string | null
  readonly createdOn: Instant
  readonly isActive: boolean
}

export type AlertLevel = 'information' | 'warning' | 'error'

export interface Alert {
  /** Our own stable code, see docs/spec/alerts.md. Stored as `tracecode`. */
  readonly code: number
  readonly level: AlertLevel
  readonly text: string
  /** An alert with the same code and subject on one mailbox renews the existing one. */
  readonly subject: string
  readonly details: string | null
  /** Question that the alert asks, to be answered with yes or no. */
  readonly question: 'bulkEnd' | null
}

/** A write to the mailbox, queued with the decision that wants it. Repeating it is harmless. */
export interface OutgoingWrite {
  readonly id: string
  readonly item: ItemRef
  readonly kind: 'stampTracked' | 'stampUndeliverable' | 'clearUndeliverable'
  readonly tries: number
  readonly nextTryAt: Instant
  /** Why the last try failed; null before the first failure. */
  readonly failure: { readonly code: string; readonly reason: string; readonly at: Instant } | null
}
