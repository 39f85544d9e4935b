import { GIVEN_BACK_PAUSE_MS, type Instant, type Lease } from '@trackmark/core'
import { runCycle } from './cycle.ts'
import type { EngineDeps } from './deps.ts'

export interface WorkerOptions {
  readonly workerId: string
  /** Mailboxes in work at once. */
  readonly concurrency: number
  /** A mailbox whose lease wasn't renewed for this long may be taken over by another worker. */
  readonly leaseMs: number
  /** How often the schedule is looked at when nothing calls for it. */
  readonly pollMs: number
  /** Resolves after the pause or as soon as the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface Worker {
  /** Looks at the schedule now: a setting changed, a notification came, a person asked. */
  poke(): void
  /** Resolves once every cycle under way has ended. */
  stop(): Promise<void>
}

/** Mailboxes that a worker without work takes at once. */
const SLICE_MIN = 32
/** Leases are renewed so often that two failed tries in a row lose none. */
const RENEWALS_PER_LEASE = 3

/**
 * Claims due mailboxes in slices and runs their cycles, several at once. Any number of workers,
 * in any number of processes, share one database: the mailbox row is the schedule and the lock.
 * A slice is twice as large as the one before while slices come back full.
 *
 * Leases are short, so that a process that dies or freezes holds its mailboxes up for no longer
 * than that. Those of cycles under way are renewed, and what a failing database kept from being
 * closed is given back as soon as it answers again (CY22).
 */
export function startWorker(deps: EngineDeps, options: WorkerOptions): Worker {
  const running = new Map<Promise<void>, Lease>()
  /** Leases of cycles that couldn't be closed. */
  let unclosed: Lease[] = []
  /** A claim failed: it may have leased mailboxes to this worker that it wasn't told of. */
  let isClaimInDoubt = false
  let renewedAt: Instant = deps.clock()
  let stopping = false
  let wake = new AbortController()
  const wakeUp = () => {
    if (!wake.signal.aborted) wake.abort()
  }

  const free = () => options.concurrency - running.size
  // A worker begins with a small slice of what is due and takes larger ones as its cycles end, so
  // that workers which look at the schedule a moment later find something left.
  let slice = SLICE_MIN
  // A claim costs the same for one as for many: ends wait for each other, but never past a poll.
  const worthClaiming = Math.ceil(options.concurrency / 2)

  const claimFree = async (): Promise<void> => {
    const limit = Math.min(free(), slice)
    if (limit <= 0) return
    isClaimInDoubt = true
    const claims = await deps.store.claim({
      workerId: options.workerId,
      now: deps.clock(),
      leaseMs: options.leaseMs,
      limit,
    })
    isClaimInDoubt = false
    slice = claims.length < limit ? SLICE_MIN : Math.min(slice * 2, options.concurrency)
    for (const input of claims) {
      const cycle: Promise<void> = runCycle(deps, input).then((closed) => {
        running.delete(cycle)
        if (!closed) unclosed.push(input.lease)
        if (free() >= worthClaiming) wakeUp()
      })
      running.set(cycle, input.lease)
    }
  }

  const giveBackUnclosed = async (): Promise<void> => {
    if (unclosed.length === 0) return
    // A copy: while these are given back, other cycles may end that can't be closed.
    const leases = [...unclosed]
    // A disk that is full takes this small statement, but no items: Exchange isn't read all the time for nothing.
    await deps.store.giveBack(leases, deps.clock() + GIVEN_BACK_PAUSE_MS)
    unclosed = unclosed.filter((lease) => !leases.includes(lease))
    deps.log.info('mailboxes were given back that could not be closed', { count: leases.length })
  }

  const giveBackUntold = async (): Promise<void> => {
    if (!isClaimInDoubt) return
    const known = [...running.values(), ...unclosed]
    await deps.store.giveBackOthers(options.workerId, known, deps.clock())
    isClaimInDoubt = false
  }

  const renewLeases = async (): Promise<void> => {
    const now = deps.clock()
    // A clock that was set back is as good a reason as one that went on.
    if (Math.abs(now - renewedAt) < options.leaseMs / RENEWALS_PER_LEASE) return
    if (running.size > 0) {
      await deps.store.renew([...running.values()], { now, leaseMs: options.leaseMs })
    }
    renewedAt = now
  }

  const loop = async () => {
    while (!stopping) {
      wake = new AbortController()
      const { signal } = wake
      try {
        await giveBackUnclosed()
        await giveBackUntold()
        await renewLeases()
        await claimFree()
      } catch (error) {
        deps.log.error('the schedule could not be read; trying again', { error: String(error) })
      }
      if (!stopping) await options.sleep(options.pollMs, signal)
    }
    await endRunning()
  }

  /** Cycles under way go on to their end, under leases that hold. */
  const endRunning = async (): Promise<void> => {
    const ended = new AbortController()
    const all = Promise.all(running.keys()).then(() => ended.abort())
    for (;;) {
      await renewLeases().catch(() => {})
      if (ended.signal.aborted) break
      await options.sleep(options.pollMs, ended.signal)
    }
    await all
    await giveBackUnclosed().catch(() => {})
    await giveBackUntold().catch(() => {})
  }
  const ended = loop()
  return {
    poke: wakeUp,
    stop: () => {
      stopping = true
      wakeUp()
      return ended
    },
  }
}

/** Runs every mailbox due at `now`, one after another, in the order claimed. For tests. */
export async function runDue(
  deps: EngineDeps,
  options: { workerId: string; leaseMs: number; limit: number },
): Promise<number> {
  const claims = await deps.store.claim({ ...options, now: deps.clock() })
  for (const input of claims) await runCycle(deps, input)
  return claims.length
}
