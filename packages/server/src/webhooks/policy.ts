import type { Attempt } from '@trackmark/store'
import type { PostOutcome } from './post.ts'

const PAUSE_MIN_MS = 60_000
const PAUSE_MAX_MS = 60 * 60_000

/** One minute, doubled with each failure, up to an hour. @param failures in a row, including this one */
const pauseAfter = (failures: number): number =>
  Math.min(PAUSE_MIN_MS * 2 ** Math.min(Math.max(failures - 1, 0), 20), PAUSE_MAX_MS)

/** Statuses that mean that the endpoint as a whole is busy or unavailable. */
const AWAY: readonly number[] = [408, 429, 502, 503, 504]

/**
 * Classifies an answer. When there is none, or one about the endpoint as a whole, all deliveries wait, so that their
 * order is kept. Any other error concerns one delivery and doesn't delay the others.
 */
export function attemptOf(
  outcome: PostOutcome,
  before: { readonly tries: number; readonly failures: number },
  now: number,
): Attempt {
  if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) {
    return { kind: 'accepted', status: outcome.status }
  }
  const status = outcome.kind === 'answered' ? outcome.status : null
  if (status !== null && !AWAY.includes(status)) {
    const error = `The endpoint answered ${status}.`
    return { kind: 'refused', status, error, nextTryAt: now + pauseAfter(before.tries + 1) }
  }
  const error = outcome.kind === 'answered' ? `The endpoint answered ${status}.` : outcome.error
  const pausedUntil = now + pauseAfter(before.failures + 1)
  return { kind: 'unreachable', status, error, pausedUntil }
}
