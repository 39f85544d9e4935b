import { DatabaseAwayError, type SyncError } from './errors.ts'
import type { Instant, Park } from './types.ts'

const MINUTE = 60_000

/** TR13: number of retries of one item, and the pause between them. */
export const ITEM_TRIES_MAX = 5
export const ITEM_PAUSE_MS = 15 * MINUTE

/**
 * The park of an item that failed once more.
 * @param retryAfterMs pause that the server asked for; if it is longer than ours, it binds and no
 *   try is used up
 */
export function parkAgain(
  before: Park | null,
  failure: { code: string; reason: string; retryAfterMs: number | null },
  now: Instant,
  pauseMs: number = ITEM_PAUSE_MS,
): Park {
  const tries =
    (before?.nextTryAt === null ? 0 : (before?.tries ?? 0)) + triesUsedBy(failure.retryAfterMs)
  const pause = Math.max(pauseMs, failure.retryAfterMs ?? 0)
  const nextTryAt = tries > ITEM_TRIES_MAX ? null : now + pause
  return { code: failure.code, reason: failure.reason, tries, nextTryAt }
}

/** CY21: the longest pause that a server gets, however long it asks for. */
export const RETRY_AFTER_MAX_MS = 60 * MINUTE

/** CY7: a try that ended with Retry-After doesn't count. */
export const triesUsedBy = (retryAfterMs: number | null): 0 | 1 => (retryAfterMs === null ? 1 : 0)

/**
 * TR16: whether a person asked for another try now. This is stored as one try more than the
 * maximum, so that the item is given up again if it fails again.
 */
export const isReleased = (park: Park | null): boolean =>
  park !== null && park.nextTryAt !== null && park.tries > ITEM_TRIES_MAX

/**
 * Pauses in minutes after the 1st, 2nd, … failed cycle of a mailbox. The last one repeats for
 * ever.
 */
const BACK_OFF_MINUTES = [1, 2, 5, 10, 15, 30, 60] as const

/**
 * Pause in milliseconds before a failed mailbox is tried again. It grows to an hour and the tries
 * never stop, so that a mailbox recovers by itself from an outage of any length. A longer Retry-
 * After of the server binds.
 * @param random 0 to 1; spreads mailboxes that failed together
 */
export function backOffMs(
  failures: number,
  retryAfterMs: number | null,
  random: number,
  scale = 1,
): number {
  const step = BACK_OFF_MINUTES[Math.min(failures, BACK_OFF_MINUTES.length) - 1] ?? 1
  const pause = step * MINUTE * scale * (1 + random * 0.2)
  return Math.max(Math.round(pause), retryAfterMs ?? 0)
}

const AWAY_PAUSE_MS = 5_000
const AWAY_PAUSE_MAX_MS = 60_000

/**
 * Pause in milliseconds after a cycle for which the database was away: 5, 10, 20, 40, then always
 * 60 seconds. On a full disk the small write that ends a cycle often works although larger ones
 * fail, so a mailbox may fail often in a row. This pause doesn't grow as `backOffMs` does, so that
 * work continues soon after the disk has space again.
 * @param failures of the mailbox in a row, 1 or more; failures for other reasons count, too
 */
export const awayBackOffMs = (failures: number): number =>
  Math.min(AWAY_PAUSE_MS * 2 ** (failures - 1), AWAY_PAUSE_MAX_MS)

/**
 * Pause in milliseconds before a mailbox whose cycle failed is tried again (CY6).
 * @param failures in a row, this one included
 * @param scale 1 for a real server, less for a sandbox
 */
export function pauseAfterFailure(
  error: SyncError,
  failures: number,
  random: number,
  scale: number,
): number {
  if (error instanceof DatabaseAwayError) return awayBackOffMs(failures)
  // A refusal rarely ends within minutes, so the pauses are long; but tries never stop.
  const step = error.isMailboxRefused ? Math.max(failures, 5) : failures
  return backOffMs(step, error.retryAfterMs, random, scale)
}

/**
 * Pause in milliseconds of a mailbox whose cycle couldn't even be closed and whose lease was given
 * back.
 */
export const GIVEN_BACK_PAUSE_MS = AWAY_PAUSE_MS

/**
 * The longest pause between two cycles, that of a mailbox that failed often (CY6): an hour and a
 * fifth. A mail server that asks for a pause gets an hour at most (CY21).
 */
export const PAUSE_MAX_MS = 72 * MINUTE

export interface Cadence {
  readonly minMs: number
  readonly maxMs: number
}

/** Spec 7: typically 5 minutes, 2 for a busy mailbox, up to 12 for a quiet one. */
export const EXCHANGE_CADENCE: Cadence = { minMs: 2 * MINUTE, maxMs: 12 * MINUTE }
export const SANDBOX_CADENCE: Cadence = { minMs: 1_000, maxMs: 2_000 }

/**
 * Pause in milliseconds until the next cycle. Each quiet cycle makes it longer by half; a busy
 * cycle resets it.
 */
export function cadenceMs(
  quietCycles: number,
  cadence: Cadence,
  minPollingMinutes: number,
  random: number,
): number {
  const grown = cadence.minMs * 1.5 ** Math.min(quietCycles, 20)
  const pause = Math.max(Math.min(grown, cadence.maxMs), minPollingMinutes * MINUTE)
  return Math.round(pause * (1 - random * 0.1))
}
