import type { Instant } from '@trackmark/core'
import { type Semaphore, semaphore } from '@trackmark/engine'

/**
 * What all requests of one application to one mailbox share: the permits, and the time before
 * which the server told us to stay away. Asking on during that time prolongs it.
 */
export interface Gate {
  readonly permits: Semaphore
  /** For answers that are larger than usual: one of a mailbox at a time. */
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
    // Looked up again by every request: a swept gate is idle and open, so a new one is the same.
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
