import { RETRY_AFTER_MAX_MS } from '@trackmark/core'

/** How one failed try goes on. Pure: the caller sleeps. */
export type Next =
  | { readonly kind: 'wait'; readonly ms: number; readonly countsAsTry: boolean }
  | { readonly kind: 'giveUp' }

export interface TryState {
  /** Tries that failed so far, this one included, not counting those told to wait. */
  readonly failures: number
  readonly waitedMs: number
}

const WAIT_MS_MIN = 100
const BACKOFF_MS = 400

/**
 * Waiting because the server said so (Retry-After) never uses up a try: clients that counted it
 * gave up before the time was over. What bounds it is the sum of waits; a Retry-After beyond that
 * goes to the caller, whole.
 */
export function nextTry(
  retryAfterMs: number | null,
  state: TryState,
  limits: { triesMax: number; waitMsMax: number },
  random: () => number,
): Next {
  if (retryAfterMs !== null) {
    // Never at once: a server that says 0 for ever would otherwise hold us in a tight loop.
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

/** CY21: what is waited of what a server asked for. */
export function cappedWait(askedMs: number | null): number | null {
  return askedMs === null ? null : Math.min(askedMs, RETRY_AFTER_MAX_MS)
}

/** CY21: said wherever a wait was cut; nothing where it wasn't. */
export function sayCut(askedMs: number | null): string {
  if (askedMs === null || askedMs <= RETRY_AFTER_MAX_MS) return ''
  const hours = Math.round(askedMs / 3_600_000)
  const asked = hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
  return ` It asked to be left alone for ${asked}; it is asked again within ${RETRY_AFTER_MAX_MS / 60_000} minutes all the same.`
}

/** Delta seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from `now`. */
export function parseRetryAfter(text: string | null | undefined, now: number): number | null {
  if (text === null || text === undefined) return null
  const trimmed = text.trim()
  // No clock reaches further; more digits than that would be no number to reckon with.
  const secondsMax = 1e11
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Math.ceil(Math.min(Number(trimmed), secondsMax) * 1000)
  const at = Date.parse(trimmed)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
