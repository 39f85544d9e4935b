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
 * Everything that one step of a cycle wants written, in one transaction. Parts are joined by
 * `joinEffects`; a key that a part doesn't name is left as it is.
 */
export interface Effects {
  /** Applied first, because the other effects use the new keys. */
  readonly rekeyed: readonly Rekeying[]
  readonly cursors: readonly FolderCursor[]
  readonly removedFolders: readonly FolderId[]
  /** Every folder is listed from its start again. Applied after `cursors`. */
  readonly relist: boolean
  readonly creates: readonly Create[]
  readonly updates: readonly Update[]
  readonly links: readonly Link[]
  /**
   * Links whose items a listing contained. Their `listed` number becomes the folder's generation.
   */
  readonly listed: readonly { readonly keys: readonly ItemKey[]; readonly generation: number }[]
  readonly deletes: readonly { readonly type: ActivityType; readonly activityId: ActivityId }[]
  readonly alerts: readonly Alert[]
  /** Open alerts to close because their cause is gone. */
  readonly closeAlerts: readonly ClosedAlert[]
  readonly writes: readonly OutgoingWrite[]
  /** Ids of outgoing writes that are done or no longer wanted. */
  readonly doneWrites: readonly string[]
  readonly categories: readonly CategoryState[]
  /** Memory that the next listing of folders continues from; null leaves it as it is. */
  readonly hierarchy: string | null
  /** TR12's question is asked now or is over; null leaves it as it is. */
  readonly bulkQuestion: 'asked' | 'over' | null
}

type Join<T> = (values: readonly T[]) => T

const all = <T>(lists: readonly (readonly T[])[]): readonly T[] => lists.flat()
const any: Join<boolean> = (values) => values.includes(true)
const last = <T>(values: readonly (T | null)[]): T | null =>
  values.findLast((value) => value !== null) ?? null

/** One entry per key, so that the compiler reports a key that has no join. */
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

/**
 * Joins parts in the given order. Joining is associative, and `NO_EFFECTS` is its neutral element.
 */
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
