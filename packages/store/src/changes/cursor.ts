/**
 * How far a follower has read. Ids of transactions are decimal text, since they have 64 bits.
 *
 * `delta`: the follower has everything that transactions below `from` wrote. `page`: the follower is between
 * two pages of a reading.
 */
export type ChangeCursor =
  | { readonly kind: 'delta'; readonly epoch: string; readonly from: string }
  | ChangePage

export interface ChangePage {
  readonly kind: 'page'
  readonly epoch: string
  /** Null in a first reading, which gives every row. */
  readonly from: string | null
  /** Where the next delta begins. All transactions below it had ended when this reading began. */
  readonly next: string
  /** Where this reading ends. Later changes come with the next reading. */
  readonly until: string
  readonly part: 'rows' | 'tombstones'
  /** The last row given; null = none yet. `changeXid` only counts where rows are read by their changes. */
  readonly after: { readonly changeXid: string; readonly id: string } | null
}
