export type Gone = 'deleted' | 'changed'

export interface LogEntry {
  readonly seq: number
  /** Of a member its key; of a removal the id that is no longer good. */
  readonly key: string
  /** Null = it is here. */
  readonly gone: Removal | null
}

export interface Removal {
  readonly reason: Gone
  /** Immutable id. */
  readonly item: string
  /** Default id it had here: a message coming back has another one. */
  readonly id: string
}

/**
 * What happened to the members of one folder, oldest first. The newest entry of a key counts;
 * older ones are passed over and swept out when they outnumber the others, so reading after a
 * position costs what has changed since, whatever the folder holds.
 */
export interface ChangeLog {
  entries: LogEntry[]
  readonly newest: Map<string, LogEntry>
  tombstones: number
  /** Positions below this one have lost tombstones: their tokens have expired. */
  floor: number
}

const TOMBSTONES_MAX = 20_000

export const newLog = (): ChangeLog => ({
  entries: [],
  newest: new Map(),
  tombstones: 0,
  floor: 0,
})

/** @param entry its `seq` must be above all before */
export function record(log: ChangeLog, entry: LogEntry): readonly string[] {
  const before = log.newest.get(entry.key)
  if (before?.gone) log.tombstones -= 1
  if (entry.gone) log.tombstones += 1
  if (entry.gone) log.newest.delete(entry.gone.item)
  log.newest.set(entry.key, entry)
  log.entries.push(entry)
  const forgotten = log.tombstones > TOMBSTONES_MAX ? forgetTombstones(log) : []
  if (log.entries.length > 64 && log.entries.length > 2 * log.newest.size) sweep(log)
  return forgotten
}

function sweep(log: ChangeLog): void {
  log.entries = log.entries.filter((entry) => log.newest.get(entry.key) === entry)
}

/** Drops the older half of the tombstones, as a cache of limited size would. */
function forgetTombstones(log: ChangeLog): readonly string[] {
  const dead = log.entries.filter((entry) => entry.gone && log.newest.get(entry.key) === entry)
  const dropped = dead.slice(0, dead.length >> 1)
  for (const entry of dropped) {
    log.newest.delete(entry.key)
    log.floor = entry.seq
  }
  log.tombstones -= dropped.length
  sweep(log)
  return dropped.map((entry) => entry.key)
}

/** Index of the first entry after `seq`. */
function firstAfter(entries: readonly LogEntry[], seq: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.seq ?? 0) > seq) high = middle
    else low = middle + 1
  }
  return low
}

/** The newest entry of every key that changed after `seq`, oldest first. */
export function* entriesAfter(log: ChangeLog, seq: number): Generator<LogEntry> {
  const entries = log.entries
  for (let index = firstAfter(entries, seq); index < entries.length; index += 1) {
    const entry = entries[index]
    if (entry && log.newest.get(entry.key) === entry) yield entry
  }
}
