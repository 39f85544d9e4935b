import {
  type ItemRef,
  type Link,
  type Parked,
  parkItem,
  parkUnread,
  SyncError,
} from '@trackmark/core'
import { type Claimed, countParked, parkContext } from './run.ts'

/** Sets an item aside and counts it (TR13). */
export function setAside(run: Claimed, link: Link, error: SyncError): Parked {
  countParked(run, 1)
  return parkItem(parkContext(run), link, error)
}

/**
 * Sets an item aside that can't be read, and counts it (TR20).
 * @returns null where it waits for a try already
 */
export function setUnreadAside(
  run: Claimed,
  ref: ItemRef,
  known: Link | null,
  error: SyncError,
): Parked | null {
  const parked = parkUnread(parkContext(run), ref, known, error)
  if (parked !== null) countParked(run, 1)
  return parked
}

/**
 * What a request for one item alone may not be held to that item, since the next request would meet
 * it too.
 */
export const concernsMailbox = ({ isMailboxRefused, remedy }: SyncError): boolean =>
  isMailboxRefused || remedy === 'wait'

/** A defect of ours met at one item sets that item aside, and nothing else. */
export function unexpectedAtItem(run: Claimed, thrown: unknown): SyncError {
  if (thrown instanceof SyncError) return thrown
  run.deps.log.error('unexpected failure at an item', {
    mailbox: run.input.lease.mailboxId,
    stack: thrown instanceof Error ? thrown.stack : String(thrown),
  })
  return new SyncError('item', 'refused', 'An unexpected error occurred inside Trackmark.', {
    cause: thrown,
    serverCode: 'UnexpectedError',
  })
}
