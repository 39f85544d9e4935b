/**
 * How far the category has come to, or left, the mailboxes of an organization.
 * `GET /api/admin/category`
 */
export interface CategoryProgress {
  /** TrackCategorizedItems as it is in force. */
  readonly isOn: boolean
  /** Every mailbox is in exactly one. */
  readonly totals: Readonly<Record<CategoryCondition, number>>
  /** Mailboxes that aren't done, failing ones first. */
  readonly mailboxes: readonly CategoryMailbox[]
  readonly next: string | null
}

/**
 * `provisioned`: it stands where it is wanted. `removed`: it has left, or was never there, as the
 * feature is off. `waiting`: not done yet. `failing`: tried in vain, and will be tried again.
 * `off`: the mailbox isn't synchronized and has no category.
 */
export type CategoryCondition = 'provisioned' | 'removed' | 'waiting' | 'failing' | 'off'

export interface CategoryMailbox {
  readonly mailboxId: string
  readonly name: string
  readonly emailAddress: string
  readonly condition: 'waiting' | 'failing'
  /** Why the last try failed. */
  readonly error: string | null
  readonly nextTryOn: string | null
  /** A worker has it now. */
  readonly isRunning: boolean
}

/** What switching the feature off will do. `GET /api/admin/category/impact` */
export interface CategoryImpact {
  /** Mailboxes that have the category, and will lose it. */
  readonly mailboxes: number
  /** Tracked items that keep the mark. */
  readonly items: number
}
