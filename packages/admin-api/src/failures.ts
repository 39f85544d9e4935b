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
  /** The mailbox belongs to who asks. */
  readonly isOwn: boolean
  readonly itemKind: 'message' | 'event' | 'task'
  /** `***` for whom the mailbox doesn't belong to; null where none is stored. */
  readonly subject: string | null
  /** Null where the mailbox doesn't belong to who asks. */
  readonly activityId: string | null
  readonly state: FailureState
  /** What the original calls Sync Error. */
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
 * What failed items of the caller's own mailboxes are about, read from the mailboxes for this answer
 * and stored nowhere; others are left out. At most 50 at once. `POST /api/admin/failures/items`
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
  /** Why it couldn't be read; null = it was. */
  readonly problem: string | null
}

export interface FailuresRetried {
  readonly retried: number
}
