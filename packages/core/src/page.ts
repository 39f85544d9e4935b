import type { SyncError } from './errors.ts'
import type { ItemKey, ItemRef, SeenItem } from './types.ts'

/** One page of what changed in a folder. */
export interface ChangePage {
  readonly items: readonly SeenItem[]
  readonly removed: readonly ItemKey[]
  /** Named by the page, which tells too little of them, and refused when read alone. */
  readonly unreadable: readonly UnreadableItem[]
  /** Entries that name no item. */
  readonly nameless: number
  /** Where to go on, in the middle of a listing too: storing it loses nothing. */
  readonly cursor: string
  readonly more: boolean
}

export interface UnreadableItem {
  readonly ref: ItemRef
  readonly error: SyncError
}

/** The answer for one of several things asked for: one that is refused fails none of the others. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SyncError }
