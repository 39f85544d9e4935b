import type { Throttling } from '@trackmark/store'

/** Collects how long mail servers asked to wait, until cycles end and store it. */
export interface ThrottlingNotes {
  note(organizationId: string, waitMs: number): void
  take(organizationId: string): Throttling
}

export function createThrottlingNotes(): ThrottlingNotes {
  const noted = new Map<string, Throttling>()
  return {
    note: (organizationId, waitMs) => {
      const before = noted.get(organizationId) ?? { throttled: 0, waitMs: 0 }
      noted.set(organizationId, {
        throttled: before.throttled + 1,
        waitMs: before.waitMs + waitMs,
      })
    },
    take: (organizationId) => {
      const found = noted.get(organizationId)
      noted.delete(organizationId)
      return found ?? { throttled: 0, waitMs: 0 }
    },
  }
}
