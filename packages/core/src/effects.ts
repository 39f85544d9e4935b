import type { ClosedAlert, Create, Update } from './cycle.ts'
import type { Rekeying } from './moved.ts'
import type {
  ActivityId,
  ActivityType,
  Alert,
  CategoryState,
  FolderCursor,
  FolderId,
  ItemKey,
  Link,
  OutgoingWrite,
} from './types.ts'

/**
 * Everything that one step of a cycle wants written: all of it in one transaction, or nothing. Parts
 * are joined with `joinEffects`; what a part doesn't name, it doesn't want.
 */
export interface Effects {
  /** Before anything else: what follows names these items by their new keys. */
  readonly rekeyed: readonly Rekeying[]
  readonly cursors: readonly FolderCursor[]
  readonly removedFolders: readonly FolderId[]
  /** Every folder is listed from its start once more, after `cursors`. */
  readonly relist: boolean
  readonly creates: readonly Create[]
  readonly updates: readonly Update[]
  readonly links: readonly Link[]
  /** Links met in a listing: their `listed` number becomes the folder's generation. */
  readonly listed: readonly { readonly keys: readonly ItemKey[]; readonly generation: number }[]
  readonly deletes: readonly { readonly type: ActivityType; readonly activityId: ActivityId }[]
  readonly alerts: readonly Alert[]
  /** Open alerts closed because their reason has gone. */
  readonly closeAlerts: readonly ClosedAlert[]
  readonly writes: readonly OutgoingWrite[]
  /** Ids of outgoing writes that are done, or not wanted any more. */
  readonly doneWrites: readonly string[]
  readonly categories: readonly CategoryState[]
  /** What the next listing of the folders goes on from; null = as it is. */
  readonly hierarchy: string | null
  /** The question of TR12: asked now, or over; null = as it is. */
  readonly bulkQuestion: 'asked' | 'over' | null
}

type Join<T> = (values: readonly T[]) => T

const all = <T>(lists: readonly (readonly T[])[]): readonly T[] => lists.flat()
const any: Join<boolean> = (values) => values.includes(true)
const last = <T>(values: readonly (T | null)[]): T | null =>
  values.findLast((value) => value !== null) ?? null

/** One for each key, so that the compiler finds the key that a join forgets. */
const JOINS: { readonly [K in keyof Effects]: Join<Effects[K]> } = {
  rekeyed: all,
  cursors: all,
  removedFolders: all,
  relist: any,
  creates: all,
  updates: all,
  links: all,
  listed: all,
  deletes: all,
  alerts: all,
  closeAlerts: all,
  writes: all,
  doneWrites: all,
  categories: all,
  hierarchy: last,
  bulkQuestion: last,
}

export const NO_EFFECTS: Effects = {
  rekeyed: [],
  cursors: [],
  removedFolders: [],
  relist: false,
  creates: [],
  updates: [],
  links: [],
  listed: [],
  deletes: [],
  alerts: [],
  closeAlerts: [],
  writes: [],
  doneWrites: [],
  categories: [],
  hierarchy: null,
  bulkQuestion: null,
}

const KEYS = Object.keys(NO_EFFECTS) as (keyof Effects)[]

/** In their order. Joining is associative, and `NO_EFFECTS` changes nothing. */
export function joinEffects(...parts: readonly Partial<Effects>[]): Effects {
  const joined: { -readonly [K in keyof Effects]: Effects[K] } = { ...NO_EFFECTS }
  const join = <K extends keyof Effects>(key: K) => {
    const values = parts.map((part) => part[key]).filter((value) => value !== undefined)
    joined[key] = JOINS[key](values as Effects[K][])
  }
  for (const key of KEYS) join(key)
  return joined
}

export function isWithoutEffect(effects: Effects): boolean {
  return KEYS.every((key) => {
    const value = effects[key]
    return value === null || value === false || (Array.isArray(value) && value.length === 0)
  })
}
