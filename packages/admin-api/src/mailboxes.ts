/** A mailbox's state in one word, as an administrator sees it first. */
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
  /** Whether a worker is synchronizing it now. */
  readonly isRunning: boolean
  readonly profileId: string | null
  readonly profileName: string | null
  readonly ownerName: string | null
  readonly approval: MailboxApproval
  /** AP1: the organization requires approval, and the mailbox isn't approved. */
  readonly lacksApproval: boolean
  readonly methods: MailboxMethods
  readonly results: MailboxTestResults
  readonly category: MailboxCategory
  readonly linked: number
  readonly parked: number
  readonly openAlerts: number
  readonly failures: number
  readonly failingSince: string | null
  /** Error of the last cycle, or what it left out. Starts with the code. Null = no error. */
  readonly lastError: string | null
  /** The mail server's code, such as `ErrorAccessDenied`, or our own: `FoldersLeftOut`. */
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
  /** Number of mailboxes that the filter finds; null on pages after the first. */
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

/** Selects the mailboxes of a list or of a bulk command. */
export interface MailboxFilter {
  /** Part of the name or the address. */
  readonly search?: string | undefined
  readonly state?: MailboxCondition | undefined
  readonly category?: MailboxCategory | undefined
  /** Id of a server profile; `none` = mailboxes without a profile. */
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
  /** Number of mailboxes with this error. */
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
  /** Duration of the last cycle. */
  readonly lastDurationMs: number | null
  readonly lastProcessed: number
  readonly lastFailed: number
  readonly trackedCategory: {
    /** Its name in the mailbox's list of categories. */
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
    /** TR12: so many links would end at once that a person is asked first. */
    readonly isAsking: boolean
    readonly folders: number
    /** Number of folders that weren't read to their end. */
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
  /** `read`: read to its end. `listing`: begun, but not at its end. `never`: not begun. */
  readonly state: 'read' | 'listing' | 'never'
  readonly linked: number
  /** Start and end of the time span that is read; only calendars have it. */
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
  /** Subject of its activity; null if there is none. */
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
  /**
   * Set if a page showed that the item lost its mark or is in no folder, and tracking hasn't been
   * ended yet.
   */
  readonly pendingEnd: 'markRemoved' | 'gone' | null
  readonly modifiedOn: string
}

/**
 * `hand`: a person set the category. `stamp`: Trackmark set it. `series`: the item belongs to a
 * tracked series.
 */
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
  /**
   * `notRun`: an earlier step failed, or this mailbox doesn't need the step. `warning`: the step
   * failed, but it is optional.
   */
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
  /** A cycle was already running; the requested one begins right after it. */
  readonly queued: boolean
  /** The same as text for people. */
  readonly message: string
}

/** Mailboxes given by their ids, or all mailboxes that a filter finds. */
export type MailboxTarget = { readonly ids: readonly string[] } | { readonly filter: MailboxFilter }

/** `POST /api/admin/mailboxes/actions` */
export type MailboxAction = MailboxTarget &
  (
    | {
        readonly action: 'approve' | 'reject' | 'applyDefaults' | 'sync' | 'activate' | 'deactivate'
      }
    /** `processFrom`: mail received before this instant is ignored. */
    | { readonly action: 'test'; readonly processFrom?: string }
    | {
        readonly action: 'change'
        readonly methods?: Partial<MailboxMethods>
        readonly profileId?: string
        readonly processFrom?: string | null
      }
  )

export interface MailboxActionResult {
  /** Number of mailboxes on which the action was carried out. */
  readonly mailboxes: number
  /** Number of these mailboxes that were changed. */
  readonly changed: number
  /** Number of these mailboxes whose "sync" waits for the end of a running cycle. */
  readonly queued: number
  /** When it began, by the server's clock. */
  readonly startedOn: string
}

/** `GET /api/admin/mailboxes/tests?since=`: progress of "Test & Enable" for many mailboxes. */
export interface MailboxTestSummary {
  readonly waiting: number
  readonly passed: number
  readonly failed: number
  /** Failed tests grouped by step and code, the most frequent first. */
  readonly reasons: readonly MailboxTestReason[]
}

export interface MailboxTestReason {
  readonly step: MailboxTestStepName
  readonly code: string | null
  /** The message of one of the mailboxes, as an example. */
  readonly message: string | null
  readonly advice: string | null
  readonly count: number
  /** Names of the first five mailboxes. */
  readonly names: readonly string[]
}
