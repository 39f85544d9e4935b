import {
  type ItemRef,
  type Link,
  type Parked,
  parkItem,
  parkUnreadable,
  SyncError,
} from '@trackmark/core'
import { type Claimed, countParked, parkContext } from './run.ts'

/** Parks an item and counts it (TR13). */
export function parkAndCount(run: Claimed, link: Link, error: SyncError): Parked {
  countParked(run, 1)
  return parkItem(parkContext(run), link, error)
}

/**
 * Parks an item that can't be read, and counts it (TR20).
 * @returns null if it is parked already and waits for its next try
 */
export function parkUnreadableAndCount(
  run: Claimed,
  ref: ItemRef,
  known: Link | null,
  error: SyncError,
): Parked | null {
  const parked = parkUnreadable(parkContext(run), ref, known, error)
  if (parked !== null) countParked(run, 1)
  return parked
}

/**
 * Failures that aren't the item's own although the request was for one item: the next request
 * would fail, too.
 */
export const concernsMailbox = ({ isMailboxRefused, remedy }: SyncError): boolean =>
  isMailboxRefused || remedy === 'wait'

/** A defect of Trackmark itself, met at one item, parks that item and nothing else. */
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
