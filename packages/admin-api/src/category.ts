/**
 * Progress of creating or removing the category in the mailboxes of an organization.
 * `GET /api/admin/category`
 */
export interface CategoryProgress {
  /** The effective value of TrackCategorizedItems. */
  readonly isOn: boolean
  /** Every mailbox is counted in exactly one of them. */
  readonly totals: Readonly<Record<CategoryCondition, number>>
  /** Mailboxes that aren't done, failing ones first. */
  readonly mailboxes: readonly CategoryMailbox[]
  readonly next: string | null
}

/**
 * `provisioned`: the mailbox has the category. `removed`: the feature is off and the mailbox has no
 * category. `waiting`: not done yet. `failing`: the last try failed; another one follows.
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
  /** Whether a worker is synchronizing the mailbox now. */
  readonly isRunning: boolean
}

/** The effect of switching the feature off. `GET /api/admin/category/impact` */
export interface CategoryImpact {
  /** Number of mailboxes that will lose the category. */
  readonly mailboxes: number
  /** Number of tracked items that keep the mark. */
  readonly items: number
}
