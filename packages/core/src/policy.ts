import { DatabaseAwayError, type SyncError } from './errors.ts'
import type { Instant, Park } from './types.ts'

const MINUTE = 60_000

/** TR13: retries of one item, and the pause between them. */
export const ITEM_TRIES_MAX = 5
export const ITEM_PAUSE_MS = 15 * MINUTE

/**
 * The next state of an item that failed once more.
 * @param retryAfterMs what the server asked for; a longer wait than ours binds, and uses up no try
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

/** CY21: however long a server asks to be left alone, it is asked again within the hour. */
export const RETRY_AFTER_MAX_MS = 60 * MINUTE

/** CY7: being told to wait uses up no try. */
export const triesUsedBy = (retryAfterMs: number | null): 0 | 1 => (retryAfterMs === null ? 1 : 0)

/**
 * TR16: a person asks for another try now. One more than all tries are used up afterwards, so that
 * failing again gives up again.
 */
export const isReleased = (park: Park | null): boolean =>
  park !== null && park.nextTryAt !== null && park.tries > ITEM_TRIES_MAX

/** Pauses after the 1st, 2nd, … failed cycle of a mailbox; the last one goes on for ever. */
const BACK_OFF_MINUTES = [1, 2, 5, 10, 15, 30, 60] as const

/**
 * Pause before a failed mailbox is tried again. It grows to an hour and never ends: an outage of
 * any length heals by itself. A server's Retry-After binds when it is longer.
 * @param random 0 to 1, spreads mailboxes that failed together
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
 * Pause before a mailbox is tried again whose cycle met a database that was away: 5, 10, 20, 40, then
 * every 60 seconds. On a full disk the small write that ends a cycle often works where larger ones fail,
 * so this pause must not grow as `backOffMs` does: it goes on after the disk has room again.
 * @param failures of the mailbox in a row, 1 or more; those for other reasons count too
 */
export const awayBackOffMs = (failures: number): number =>
  Math.min(AWAY_PAUSE_MS * 2 ** (failures - 1), AWAY_PAUSE_MAX_MS)

/**
 * Pause before a mailbox is tried again whose cycle failed (CY6).
 * @param failures in a row, this one included
 * @param scale 1 against a real server, less against a sandbox
 */
export function pauseAfterFailure(
  error: SyncError,
  failures: number,
  random: number,
  scale: number,
): number {
  if (error instanceof DatabaseAwayError) return awayBackOffMs(failures)
  // A refusal rarely heals in minutes: it is probed slowly, but never given up.
  const step = error.isMailboxRefused ? Math.max(failures, 5) : failures
  return backOffMs(step, error.retryAfterMs, random, scale)
}

/** The pause of a mailbox that is given back since its cycle couldn't even be ended. */
export const GIVEN_BACK_PAUSE_MS = AWAY_PAUSE_MS

/**
 * The longest pause between two cycles: that of a mailbox which failed often (CY6, an hour and a fifth).
 * A mail server that asks for a pause gets an hour at most (CY21).
 */
export const PAUSE_MAX_MS = 72 * MINUTE

export interface Cadence {
  readonly minMs: number
  readonly maxMs: number
}

/** Spec 7: 5 minutes typically, down to 2 when busy, up to 12 when quiet. */
export const EXCHANGE_CADENCE: Cadence = { minMs: 2 * MINUTE, maxMs: 12 * MINUTE }
export const SANDBOX_CADENCE: Cadence = { minMs: 1_000, maxMs: 2_000 }

/** Pause until the next cycle: each quiet cycle lengthens it by half, a busy one brings it back. */
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
