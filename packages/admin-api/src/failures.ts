/** `incoming`: mail into the CRM. `outgoing`: writes to mail. `act`: appointments and tasks. */
export type FailureSection = 'incoming' | 'outgoing' | 'act'
export type FailureState = 'retrying' | 'givenUp' | 'notTracked'

/** `GET /api/admin/failures` */
export interface Failures {
  readonly failures: readonly Failure[]
  readonly counts: Readonly<Record<FailureSection, number>>
  readonly next: string | null
}

export interface Failure {
  readonly source: 'item' | 'write'
  readonly id: string
  readonly mailboxId: string
  readonly mailboxName: string
  /** Whether the mailbox belongs to the caller. */
  readonly isOwn: boolean
  readonly itemKind: 'message' | 'event' | 'task'
  /** `***` if the mailbox doesn't belong to the caller; null if no subject is stored. */
  readonly subject: string | null
  /** Null if the mailbox doesn't belong to the caller. */
  readonly activityId: string | null
  readonly state: FailureState
  /** Dynamics 365 calls it Sync Error. */
  readonly code: string
  readonly reason: string
  readonly tries: number
  readonly nextTryOn: string | null
  readonly failedOn: string
}

/** `POST /api/admin/failures/retry` */
export interface FailureRefs {
  readonly failures: readonly Pick<Failure, 'source' | 'mailboxId' | 'id'>[]
}

/**
 * Details of failed items, read from the mailbox for this answer and stored nowhere. Items in other
 * people's mailboxes are left out. At most 50 at once. `POST /api/admin/failures/items`
 */
export interface FailedItems {
  readonly items: readonly FailedItem[]
}

export interface FailedItem extends Pick<Failure, 'source' | 'mailboxId' | 'id'> {
  readonly subject: string | null
  /** `Ada Byron <ada@contoso.com>`: the sender of an email, the organizer of an appointment. */
  readonly sender: string | null
  /** When an email was received or sent, an appointment starts, a task is due. */
  readonly at: string | null
  readonly webLink: string | null
  /** Why the item couldn't be read; null = it was read. */
  readonly problem: string | null
}

export interface FailuresRetried {
  readonly retried: number
}
