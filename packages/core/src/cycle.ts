import type { CycleNumbers } from './monitoring.ts'
import type {
  ActivityDraft,
  ActivityId,
  CategoryState,
  FolderCursor,
  Instant,
  Link,
  LinkedLink,
  MailboxId,
  OrganizationId,
  Park,
} from './types.ts'

/**
 * One worker's right to work on a mailbox until `until`. A commit finds out if it was lost
 * earlier.
 */
export interface Lease {
  readonly organizationId: OrganizationId
  readonly mailboxId: MailboxId
  /** Unique per claim; every write of the cycle is guarded by it. */
  readonly token: string
  /** Revision of the organization's settings at the claim; a commit under another is refused. */
  readonly settingsRevision: number
}

export interface CycleInput {
  readonly lease: Lease
  readonly mailbox: {
    readonly name: string
    readonly emailAddress: string
    readonly ownerId: string
    readonly regardingId: string | null
    readonly regardingType: 'systemuser' | 'queue' | null
    /** AP1: if false, nothing of the mailbox is synchronized. */
    readonly isApproved: boolean
    readonly mail: boolean
    readonly appointmentsAndTasks: boolean
  }
  readonly profile: {
    readonly id: string
    readonly name: string
    /** Which connector serves it. */
    readonly kind: string
    readonly minPollingMinutes: number
  } | null
  readonly settings: EngineSettings
  readonly categories: readonly CategoryState[]
  /** Empty if no folder is read in this cycle. */
  readonly cursors: readonly FolderCursor[]
  /** Memory of `FolderTree.list`; opaque. */
  readonly hierarchy: string | null
  readonly counts: {
    readonly hasLinks: boolean
    readonly pendingEnds: number
    readonly parkedDue: number
    readonly writesDue: number
  }
  readonly health: {
    readonly failures: number
    readonly quietCycles: number
    /** The last cycle failed or left something out, so alerts about it may be open. */
    readonly isTroubled: boolean
    /**
     * A person asked for this cycle, so it ignores a pause that the mail server asked for before
     * (CY21).
     */
    readonly isAsked: boolean
    readonly bulkAnswer: 'asked' | 'yes' | 'no' | null
  }
}

export interface EngineSettings {
  readonly trackCategorizedItems: boolean
  readonly taskDeletion: 0 | 1 | 2
  readonly trackAppointmentsFromNonOrganizer: boolean
  readonly syncPrivateFlag: boolean
  readonly unresolveOnMultipleMatch: boolean
  readonly unresolveSenderOnMultipleMatch: boolean
  readonly resolveForInactive: boolean
  readonly attachmentBytesMax: number
  readonly pastWindowMonths: number
  readonly futureWindowMonths: number
}

/** A link that has no activity yet. */
export type NewLink = Omit<LinkedLink, 'activityId'>

/**
 * A new activity with its link. A second create with the same identity joins the first where the two
 * items are copies of one another (TR7, TR18, TR19).
 */
export interface Create {
  /** Used when the activity is new. */
  readonly activityId: ActivityId
  /** Only items with the same text can be copies of this one, within the organization. */
  readonly identity: string
  /**
   * The activity that the item was linked to before. It is linked to it again if that still exists
   * (TR7).
   */
  readonly formerActivityId: ActivityId | null
  readonly draft: ActivityDraft
  /** The link to store. The commit adds the id of the activity that it created or joined. */
  readonly link: NewLink
  /** Its park before this try. It is needed if the database refuses the item again (TR13). */
  readonly parkedBefore: Park | null
  /** When the mark was put on, by the mail server's clock; null where a listing brought it. */
  readonly markedAt: Instant | null
  /** The series' activity, for occurrences of a tracked series. */
  readonly seriesId: ActivityId | null
}

/** Field changes for a linked activity. Completed and canceled activities don't change (5.6). */
export interface Update {
  readonly activityId: ActivityId
  readonly draft: ActivityDraft
  readonly link: LinkedLink
}

export interface ClosedAlert {
  readonly code: number
  /** Null matches every subject. */
  readonly subject: string | null
}

export interface CommitResult {
  readonly created: number
  readonly joined: number
}

export interface PendingEnds {
  readonly ends: readonly PendingEnd[]
  /** Links of the mailbox; occurrences don't count, they follow their series (TR12). */
  readonly linked: number
}

export interface PendingEnd {
  readonly link: LinkedLink
  readonly activity: {
    readonly statecode: number
    readonly scheduledEnd: Instant | null
  } | null
}

export interface CycleClose {
  readonly dueAt: Instant
  readonly failures: number
  readonly quietCycles: number
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly itemsProcessed: number
  readonly itemsFailed: number
  readonly numbers: CycleNumbers
  /** Null if the cycle succeeded and read every folder to its end (CY11). */
  readonly error: CycleTrouble | null
  /** What a successful cycle can't do in this mailbox (MB20); null if nothing. */
  readonly note: CycleTrouble | null
}

export interface CycleTrouble {
  readonly code: string
  /** Text for people. */
  readonly message: string
}

export interface LoadedLink {
  readonly link: Link
  /** Another mailbox's link to the same activity comes from the organizer's own copy. */
  readonly organizerElsewhere: boolean
}
