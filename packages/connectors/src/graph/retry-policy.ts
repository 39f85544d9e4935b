import { RETRY_AFTER_MAX_MS } from '@trackmark/core'

/** What to do after a failed try. The caller sleeps. */
export type Next =
  | { readonly kind: 'wait'; readonly ms: number; readonly countsAsTry: boolean }
  | { readonly kind: 'giveUp' }

export interface TryState {
  /** Number of failed tries, this one included, without those that ended with Retry-After. */
  readonly failures: number
  readonly waitedMs: number
}

const WAIT_MS_MIN = 100
const BACKOFF_MS = 400

/**
 * Decides whether a failed request is tried again and when. A wait that the server asked for
 * (Retry-After) doesn't use up a try: clients that counted it gave up before the time was over.
 * Only the sum of waits bounds it; a longer Retry-After is passed on whole to the caller.
 */
export function nextTry(
  retryAfterMs: number | null,
  state: TryState,
  limits: { triesMax: number; waitMsMax: number },
  random: () => number,
): Next {
  if (retryAfterMs !== null) {
    // The minimum keeps a server that always says 0 from causing a tight loop.
    const ms = Math.max(retryAfterMs, WAIT_MS_MIN)
    if (state.waitedMs + ms > limits.waitMsMax) return { kind: 'giveUp' }
    return { kind: 'wait', ms, countsAsTry: false }
  }
  if (state.failures >= limits.triesMax) return { kind: 'giveUp' }
  const full = BACKOFF_MS * 2 ** (state.failures - 1)
  const ms = Math.round(full / 2 + (random() * full) / 2)
  if (state.waitedMs + ms > limits.waitMsMax) return { kind: 'giveUp' }
  return { kind: 'wait', ms, countsAsTry: true }
}

/** CY21: the pause that is kept of what a server asked for. */
export function cappedWait(askedMs: number | null): number | null {
  return askedMs === null ? null : Math.min(askedMs, RETRY_AFTER_MAX_MS)
}

/** CY21: text that says that a wait was cut; empty if it wasn't. */
export function cutWaitNote(askedMs: number | null): string {
  if (askedMs === null || askedMs <= RETRY_AFTER_MAX_MS) return ''
  const hours = Math.round(askedMs / 3_600_000)
  const asked = hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
  return ` It asked to be left alone for ${asked}; it is asked again within ${RETRY_AFTER_MAX_MS / 60_000} minutes all the same.`
}

/** Parses delta seconds or an HTTP date (RFC 9110, 10.2.3) to milliseconds from `now`. */
export function parseRetryAfter(text: string | null | undefined, now: number): number | null {
  if (text === null || text === undefined) return null
  const trimmed = text.trim()
  // Larger numbers would be beyond any date.
  const secondsMax = 1e11
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Math.ceil(Math.min(Number(trimmed), secondsMax) * 1000)
  const at = Date.parse(trimmed)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
