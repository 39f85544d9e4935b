import type { SyncError } from './errors.ts'
import type { ItemKey, ItemRef, SeenItem } from './types.ts'

/** One page of what changed in a folder. */
export interface ChangePage {
  readonly items: readonly SeenItem[]
  readonly removed: readonly ItemKey[]
  /** Items about which the page says too little, and whose own read was refused. */
  readonly unreadable: readonly UnreadableItem[]
  /** Number of entries that name no item. */
  readonly nameless: number
  /**
   * Position to continue from. It may be stored at any time, even during a listing, without losing
   * anything.
   */
  readonly cursor: string
  readonly more: boolean
}

export interface UnreadableItem {
  readonly ref: ItemRef
  readonly error: SyncError
}

/** The answer for one of several requested things. A refusal of one doesn't fail the others. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SyncError }
