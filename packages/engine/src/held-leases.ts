import { type CycleInput, GIVEN_BACK_PAUSE_MS, type Instant, type Lease } from '@trackmark/core'
import { runCycle } from './cycle.ts'
import type { EngineDeps } from './deps.ts'

/** Renewals per lease: with three, a lease survives two failed tries in a row. */
const RENEWALS_PER_LEASE = 3

export interface LeaseOptions {
  readonly workerId: string
  /**
   * A lease ends if it isn't renewed for this long; another worker may then take the mailbox over.
   */
  readonly leaseMs: number
  /** Pause between two looks at the schedule if nothing else causes one. */
  readonly pollMs: number
  /** Resolves after the pause or as soon as the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The leases that a worker holds (CY22). */
export interface HeldLeases {
  /** Cycles under way. */
  readonly running: ReadonlyMap<Promise<void>, Lease>
  claim(limit: number): Promise<readonly CycleInput[]>
  /** Runs a cycle, which never rejects. */
  run(input: CycleInput, ended: () => void): void
  /**
   * Gives back leases whose cycle couldn't be closed, or whose claim had no answer, because the
   * database failed.
   */
  giveBack(): Promise<void>
  /** Renews the leases of cycles under way, if that is due. */
  renew(): Promise<void>
}

export function holdLeases(deps: EngineDeps, options: LeaseOptions): HeldLeases {
  const { store, clock, log } = deps
  const { workerId, leaseMs } = options
  const running = new Map<Promise<void>, Lease>()
  /** Leases of cycles that couldn't be closed. */
  let unclosed: Lease[] = []
  /** A claim failed. It may have leased mailboxes to this worker without an answer. */
  let isClaimInDoubt = false
  let renewedAt: Instant = clock()

  const giveBackUnclosed = async (): Promise<void> => {
    if (unclosed.length === 0) return
    // A copy, because other cycles may end without being closed while these are given back.
    const leases = [...unclosed]
    // A full disk accepts this small statement but no items. The pause keeps the worker from
    // reading Exchange again and again for nothing.
    await store.giveBack(leases, clock() + GIVEN_BACK_PAUSE_MS)
    unclosed = unclosed.filter((lease) => !leases.includes(lease))
    log.info('mailboxes were given back that could not be closed', { count: leases.length })
  }

  const giveBackUntold = async (): Promise<void> => {
    if (!isClaimInDoubt) return
    await store.giveBackOthers(workerId, [...running.values(), ...unclosed], clock())
    isClaimInDoubt = false
  }

  const renew = async (): Promise<void> => {
    const now = clock()
    // Also renews if the clock was set back.
    if (Math.abs(now - renewedAt) < leaseMs / RENEWALS_PER_LEASE) return
    if (running.size > 0) await store.renew([...running.values()], { now, leaseMs })
    renewedAt = now
  }

  return {
    running,
    renew,
    async claim(limit) {
      isClaimInDoubt = true
      const claims = await store.claim({ workerId, now: clock(), leaseMs, limit })
      isClaimInDoubt = false
      return claims
    },
    run(input, ended) {
      const cycle: Promise<void> = runCycle(deps, input).then((closed) => {
        running.delete(cycle)
        if (!closed) unclosed.push(input.lease)
        ended()
      })
      running.set(cycle, input.lease)
    },
    async giveBack() {
      await giveBackUnclosed()
      await giveBackUntold()
    },
  }
}
