import type { Attempt } from '@trackmark/store'
import type { PostOutcome } from './post.ts'

const PAUSE_MIN_MS = 60_000
const PAUSE_MAX_MS = 60 * 60_000

/** One minute, then twice as long each time, up to an hour. @param failures in a row, this one too */
export const pauseAfter = (failures: number): number =>
  Math.min(PAUSE_MIN_MS * 2 ** Math.min(Math.max(failures - 1, 0), 20), PAUSE_MAX_MS)

/** The endpoint as a whole is busy or away, whatever it was asked. */
const AWAY: readonly number[] = [408, 429, 502, 503, 504]

/**
 * What an answer means. No answer, or one that speaks for the endpoint as a whole, makes everything
 * wait, so that order is kept; any other refusal is about one delivery and holds nothing else up.
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
