/**
 * How far a follower has come. Ids of transactions are decimal text: they have 64 bits.
 *
 * `delta`: it has everything of transactions below `from`. `page`: it is amid a reading.
 */
export type ChangeCursor =
  | { readonly kind: 'delta'; readonly epoch: string; readonly from: string }
  | ChangePage

export interface ChangePage {
  readonly kind: 'page'
  readonly epoch: string
  /** Null = every row, for somebody who has none. */
  readonly from: string | null
  /** Where the next delta begins: below it, every transaction had ended when the reading began. */
  readonly next: string
  /** Where this reading ends: what is written later comes with the next one. */
  readonly until: string
  readonly part: 'rows' | 'tombstones'
  /** The last one told, null = none yet; `changeXid` counts only where rows are read by change. */
  readonly after: { readonly changeXid: string; readonly id: string } | null
}
