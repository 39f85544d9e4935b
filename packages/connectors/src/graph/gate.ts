import type { Instant } from '@trackmark/core'
import { type Semaphore, semaphore } from '@trackmark/engine'

/**
 * Shared by all requests of one application to one mailbox: the permits, and the time until which
 * the server asked us to wait. Requests during that time would make it longer.
 */
export interface Gate {
  readonly permits: Semaphore
  /** Permit for large answers: a mailbox reads one at a time. */
  readonly large: Semaphore
  closedUntil: Instant
}

export interface Gates {
  of(mailbox: string): Gate
}

const SWEEP_AT = 512

export function gates(permitsPerMailbox: number, clock: () => Instant): Gates {
  const known = new Map<string, Gate>()
  let sweepAt = SWEEP_AT

  function sweep(): void {
    const now = clock()
    for (const [mailbox, gate] of known) {
      if (gate.permits.idle && gate.closedUntil <= now) known.delete(mailbox)
    }
    sweepAt = Math.max(SWEEP_AT, known.size * 2)
  }

  return {
    // Every request looks its gate up again. A gate that was removed was idle and open, so a new
    // one is equal.
    of(mailbox) {
      const key = mailbox.toLowerCase()
      const found = known.get(key)
      if (found) return found
      if (known.size >= sweepAt) sweep()
      const gate: Gate = {
        permits: semaphore(permitsPerMailbox),
        large: semaphore(1),
        closedUntil: 0,
      }
      known.set(key, gate)
      return gate
    },
  }
}
