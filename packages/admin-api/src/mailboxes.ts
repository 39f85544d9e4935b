/** In one word what an administrator wants to know first of a mailbox. */
export type MailboxCondition = 'off' | 'waiting' | 'failing' | 'partial' | 'synchronized'
export type MailboxApproval = 'empty' | 'approved' | 'pending' | 'rejected'
export type MailboxTestStatus = 'notRun' | 'success' | 'failure'
export type MailboxCategory = 'absent' | 'provisioned' | 'removed'

/**
 * Delivery methods in the numbers of Dataverse, which differ: incoming 0 None, 1 Dynamics 365 for
 * Outlook, 2 Server-Side Synchronization or Email Router, 3 Forward Mailbox; outgoing without the
 * last; appointments, contacts and tasks 0 Dynamics 365 for Outlook, 1 Server-Side Synchronization,
 * 2 None.
 */
export interface MailboxMethods {
  readonly incoming: 0 | 1 | 2 | 3
  readonly outgoing: 0 | 1 | 2
  readonly act: 0 | 1 | 2
}

/** A mailbox as lists show it. */
export interface MailboxListRow {
  readonly mailboxId: string
  readonly name: string
  readonly emailAddress: string
  readonly kind: 'user' | 'queue'
  readonly state: MailboxCondition
  readonly isActive: boolean
  readonly isSynchronized: boolean
  /** A worker has it now. */
  readonly isRunning: boolean
  readonly profileId: string | null
  readonly profileName: string | null
  readonly ownerName: string | null
  readonly approval: MailboxApproval
  /** AP1: the organization asks for approval, and there is none. */
  readonly lacksApproval: boolean
  readonly methods: MailboxMethods
  readonly results: MailboxTestResults
  readonly category: MailboxCategory
  readonly linked: number
  readonly parked: number
  readonly openAlerts: number
  readonly failures: number
  readonly failingSince: string | null
  /** What the last cycle failed with, or left out, with its code before it; null = nothing. */
  readonly lastError: string | null
  /** What the mail server called it, such as `ErrorAccessDenied`, or we: `FoldersLeftOut`. */
  readonly lastErrorCode: string | null
  readonly lastSyncStartedOn: string | null
  readonly lastSuccessfulSyncOn: string | null
  readonly nextDueOn: string | null
}

export interface MailboxTestResults {
  readonly incoming: MailboxTestStatus
  readonly outgoing: MailboxTestStatus
  readonly act: MailboxTestStatus
  /** Of the three together. */
  readonly mailbox: MailboxTestStatus
}

/** `GET /api/admin/mailboxes` */
export interface MailboxList {
  readonly mailboxes: readonly MailboxListRow[]
  /** How many the filter finds; null on pages after the first. */
  readonly total: number | null
  readonly next: string | null
}

export const MAILBOX_SORTS = [
  'name',
  'emailAddress',
  'state',
  'lastSync',
  'nextDue',
  'alerts',
] as const
export type MailboxSort = (typeof MAILBOX_SORTS)[number]

/** What lists are narrowed by, and what bulk commands are carried out on. */
export interface MailboxFilter {
  /** Part of the name or the address. */
  readonly search?: string | undefined
  readonly state?: MailboxCondition | undefined
  readonly category?: MailboxCategory | undefined
  /** Id of a server profile; `none`: has none. */
  readonly profile?: string | undefined
  readonly approval?: MailboxApproval | undefined
  readonly test?: MailboxTestStatus | undefined
  /** Code of the last error. */
  readonly error?: string | undefined
  /** `mine`: "My Active Mailboxes"; `active`: "Active Mailboxes". */
  readonly view?: 'mine' | 'active' | 'all' | undefined
}

/** The last errors of mailboxes, the most frequent first. `GET /api/admin/mailboxes/errors` */
export interface MailboxErrors {
  readonly errors: readonly MailboxError[]
}

export interface MailboxError {
  readonly code: string
  /** How many mailboxes have it. */
  readonly mailboxes: number
}

/** `GET /api/admin/mailboxes/:id` */
export interface MailboxDetail extends MailboxListRow {
  readonly ownerId: string | null
  readonly createdOn: string
  readonly approvedBy: string | null
  readonly approvedOn: string | null
  readonly processEmailsReceivedAfter: string | null
  readonly lastErrorOn: string | null
  /** Of the last cycle. */
  readonly lastDurationMs: number | null
  readonly lastProcessed: number
  readonly lastFailed: number
  readonly trackedCategory: {
    /** Under which it stands in the mailbox's list. */
    readonly name: string
    readonly earlierNames: readonly string[]
    readonly color: string
    readonly state: MailboxCategory
    readonly since: string | null
  } | null
  readonly backlog: {
    readonly outgoingWrites: number
    readonly parked: number
    readonly parkedDue: number
    readonly pendingEnds: number
    /** TR12: a mass of ends waits for an answer. */
    readonly isAsking: boolean
    readonly folders: number
    /** Folders not read to their end. */
    readonly unreadFolders: number
  }
  readonly test: MailboxTest | null
}

/** `GET /api/admin/mailboxes/:id/folders` */
export interface MailboxFolders {
  readonly folders: readonly MailboxFolder[]
}

export interface MailboxFolder {
  readonly folderId: string
  readonly name: string | null
  readonly kind: 'mail' | 'calendar' | 'taskList'
  /** `read`: to its end. `listing`: from its start, not at its end. `never`: not begun. */
  readonly state: 'read' | 'listing' | 'never'
  readonly linked: number
  /** Of a calendar: the span of time it is read for. */
  readonly windowStart: string | null
  readonly windowEnd: string | null
}

/** `GET /api/admin/mailboxes/:id/cycles`, the newest first */
export interface MailboxCycles {
  readonly cycles: readonly MailboxCycle[]
  /** Whether a row is kept of every cycle, or of those that did something and one an hour. */
  readonly isComplete: boolean
}

export interface MailboxCycle {
  readonly startedOn: string
  readonly durationMs: number
  readonly itemsProcessed: number
  readonly itemsFailed: number
  readonly ok: boolean
}

/** `GET /api/admin/mailboxes/:id/items`, what was decided last first */
export interface MailboxItems {
  readonly items: readonly MailboxItem[]
  readonly total: number | null
  readonly next: string | null
}

export type ItemKind = 'message' | 'event' | 'task'
export type LinkState = 'noted' | 'parked' | 'linked' | 'ended'

export interface MailboxItem {
  readonly key: string
  readonly kind: ItemKind
  readonly state: LinkState
  /** Subject of its activity; null where there is none. */
  readonly subject: string | null
  /** When its activity was sent, starts, or is due. */
  readonly takesPlaceOn: string | null
  readonly activityId: string | null
  readonly activityType: string | null
  readonly tracked: {
    /** Who put the mark on: the owner of the mailbox. */
    readonly by: string | null
    readonly how: TrackedHow
  } | null
  readonly decision: {
    readonly rule: string
    readonly at: string
    readonly seen: string
    /** The rule as a sentence. */
    readonly inWords: string
  }
  readonly park: {
    readonly code: string
    readonly reason: string
    readonly tries: number
    readonly nextTryAt: string | null
  } | null
  /** What a page said of it, when it hasn't been carried out: it lost the mark, or is in no folder. */
  readonly pendingEnd: 'markRemoved' | 'gone' | null
  readonly modifiedOn: string
}

/** `hand`: the category was put on it. `stamp`: Trackmark put it on. `series`: it is part of one. */
export type TrackedHow = 'hand' | 'stamp' | 'series'

export type MailboxTestStepName =
  | 'approval'
  | 'signIn'
  | 'mailbox'
  | 'mail'
  | 'categories'
  | 'categoryWrite'
  | 'calendar'
  | 'tasks'

export interface MailboxTestStep {
  readonly step: MailboxTestStepName
  /** `notRun`: an earlier step failed, or it isn't wanted of this mailbox. `warning`: failed, and can be done without. */
  readonly result: 'success' | 'warning' | 'failure' | 'notRun'
  readonly durationMs: number | null
  readonly code: string | null
  /** What is wrong, in words. */
  readonly message: string | null
  /** What to do about it. */
  readonly advice: string | null
}

/** The last "Test & Enable". `GET /api/admin/mailboxes/:id/test` */
export interface MailboxTest {
  readonly testId: string
  readonly state: 'queued' | 'running' | 'done'
  readonly requestedOn: string
  readonly requestedBy: string | null
  readonly completedOn: string | null
  readonly steps: readonly MailboxTestStep[]
}

/** `POST /api/admin/mailboxes/:id/sync` */
export interface MailboxSync extends MailboxDetail {
  /** A cycle was under way already, and the one that was asked for begins right after it. */
  readonly queued: boolean
  /** The same in words. */
  readonly message: string
}

/** Mailboxes by their ids, or all that a filter finds. */
export type MailboxTarget = { readonly ids: readonly string[] } | { readonly filter: MailboxFilter }

/** `POST /api/admin/mailboxes/actions` */
export type MailboxAction = MailboxTarget &
  (
    | {
        readonly action: 'approve' | 'reject' | 'applyDefaults' | 'sync' | 'activate' | 'deactivate'
      }
    /** `processFrom`: mail received before isn't looked at. */
    | { readonly action: 'test'; readonly processFrom?: string }
    | {
        readonly action: 'change'
        readonly methods?: Partial<MailboxMethods>
        readonly profileId?: string
        readonly processFrom?: string | null
      }
  )

export interface MailboxActionResult {
  /** Mailboxes it was carried out on. */
  readonly mailboxes: number
  /** Of these, which are different now. */
  readonly changed: number
  /** Of these, which "sync" made wait for the end of a cycle that is under way. */
  readonly queued: number
  /** When it began, by the server's clock. */
  readonly startedOn: string
}

/** `GET /api/admin/mailboxes/tests?since=`: how "Test & Enable" of many stands. */
export interface MailboxTestSummary {
  readonly waiting: number
  readonly passed: number
  readonly failed: number
  /** Failed ones by the step and code they failed with, the most frequent first. */
  readonly reasons: readonly MailboxTestReason[]
}

export interface MailboxTestReason {
  readonly step: MailboxTestStepName
  readonly code: string | null
  /** Of one of the mailboxes, as an example. */
  readonly message: string | null
  readonly advice: string | null
  readonly count: number
  /** Names of the first five. */
  readonly names: readonly string[]
}
