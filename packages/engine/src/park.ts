import {
  type Alert,
  ITEM_PAUSE_MS,
  type ItemRef,
  itemGivenUp,
  itemParked,
  itemUnreadable,
  type Link,
  type OutgoingWrite,
  parkAgain,
  SyncError,
  setAsideUnread,
} from '@trackmark/core'
import type { Run } from './run.ts'

export interface Parked {
  readonly link: Link
  readonly alert: Alert
  /** After the last retry the item gets the Undeliverable category instead of the mark (TR13). */
  readonly writes: readonly OutgoingWrite[]
}

/** Sets an item aside with its reason and next try; a linked item keeps its activity. */
export function parkLink(run: Run, link: Link, error: SyncError): Parked {
  const { deps, input } = run
  const now = deps.clock()
  const code = error.serverCode ?? error.name
  const reason = error.message
  const pause = ITEM_PAUSE_MS * deps.pauseScale(input)
  const park = parkAgain(link.park, { code, reason, retryAfterMs: error.retryAfterMs }, now, pause)
  run.counts.failed += 1
  deps.observe?.({ kind: 'parked', count: 1 })

  const name = input.mailbox.name
  const givenUp = park.nextTryAt === null
  const failure = {
    code,
    message: reason,
    nextTry: givenUp ? null : inWords(park.nextTryAt - now),
  }
  const seen = givenUp ? `given up after ${park.tries} tries: ${code}` : `parked: ${code}`
  // A create that was refused is written as linked, but has no activity.
  const linked = link.state === 'linked' && link.activityId !== null
  const next: Link = {
    ...link,
    state: linked ? 'linked' : 'parked',
    park,
    decision: { rule: 'TR13', at: now, seen },
  }
  return {
    link: next,
    alert: givenUp
      ? itemGivenUp(name, link.kind, link.key, failure)
      : itemParked(name, link.kind, link.key, failure),
    writes: givenUp && !linked ? [write(run, next, 'stampUndeliverable')] : [],
  }
}

/**
 * Sets an item aside that a page named and that can't be read (TR20).
 * @returns null where it waits for a try already
 */
export function parkUnread(
  run: Run,
  ref: ItemRef,
  known: Link | null,
  error: SyncError,
): Omit<Parked, 'writes'> | null {
  const { deps, input } = run
  const now = deps.clock()
  const code = error.serverCode ?? error.name
  const failure = { code, reason: error.message, retryAfterMs: error.retryAfterMs }
  const pause = ITEM_PAUSE_MS * deps.pauseScale(input)
  const link = setAsideUnread(now, ref, known, failure, pause)
  if (link === null) return null
  run.counts.failed += 1
  deps.observe?.({ kind: 'parked', count: 1 })
  const nextTry = inWords(link.park!.nextTryAt! - now)
  const told = { code, message: error.message, nextTry }
  return { link, alert: itemUnreadable(input.mailbox.name, ref.kind, ref.key, told) }
}

/**
 * What a request for one item alone may not be held to that item, since the next request would meet
 * it too.
 */
export const concernsMailbox = ({ disposition, status }: SyncError): boolean =>
  disposition === 'stopMailbox' || status === 429

/** A defect of ours met at one item sets that item aside, and nothing else. */
export function unexpectedAtItem(run: Run, thrown: unknown): SyncError {
  if (thrown instanceof SyncError) return thrown
  run.deps.log.error('unexpected failure at an item', {
    mailbox: run.input.lease.mailboxId,
    stack: thrown instanceof Error ? thrown.stack : String(thrown),
  })
  return new SyncError('parkItem', 'An unexpected error occurred inside Trackmark.', {
    cause: thrown,
    serverCode: 'UnexpectedError',
  })
}

/** Queueing the same write twice is one write: its id says what it is for. */
export function write(run: Run, link: Link, kind: OutgoingWrite['kind']): OutgoingWrite {
  const item = { kind: link.kind, key: link.key, folder: link.folder }
  return {
    id: `${kind}:${link.key}`,
    item,
    kind,
    tries: 0,
    nextTryAt: run.deps.clock(),
    failure: null,
  }
}

export function inWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  if (seconds < 90) return `in ${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.round(minutes / 60)} hours`
}
