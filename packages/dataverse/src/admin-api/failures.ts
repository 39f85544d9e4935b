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

export interface FailuresRetried {
  readonly retried: number
}
