import { runCycle } from './cycle.ts'
import type { EngineDeps } from './deps.ts'
import { type HeldLeases, holdLeases, type LeaseOptions } from './held-leases.ts'

export interface WorkerOptions extends LeaseOptions {
  /** Mailboxes in work at once. */
  readonly concurrency: number
}

export interface Worker {
  /**
   * Looks at the schedule now, because a setting changed, a notification came or a person asked.
   */
  poke(): void
  /** Resolves once every cycle under way has ended. */
  stop(): Promise<void>
}

/** Number of mailboxes that an idle worker claims at once. */
const SLICE_MIN = 32

/**
 * Claims due mailboxes in slices and runs their cycles, several at once. Any number of workers in
 * any number of processes share one database: a mailbox's row is both schedule and lock. A slice
 * doubles while slices come back full.
 *
 * Leases are short, so that a process that dies or freezes blocks its mailboxes only briefly.
 * Leases of cycles under way are renewed. Leases that couldn't be released because the database
 * failed are given back as soon as it answers again (CY22).
 */
export function startWorker(deps: EngineDeps, options: WorkerOptions): Worker {
  const leases = holdLeases(deps, options)
  let stopping = false
  let wake = new AbortController()
  const wakeUp = () => {
    if (!wake.signal.aborted) wake.abort()
  }

  const free = () => options.concurrency - leases.running.size
  // A worker starts with a small slice and takes larger ones as its cycles end, so that workers
  // which look at the schedule a moment later still find due mailboxes.
  let slice = SLICE_MIN
  // One claim costs the same for 1 or 100 mailboxes, so it waits until half the slots are free, or
  // until the next poll.
  const worthClaiming = Math.ceil(options.concurrency / 2)

  const claimFree = async (): Promise<void> => {
    const limit = Math.min(free(), slice)
    if (limit <= 0) return
    const claims = await leases.claim(limit)
    slice = claims.length < limit ? SLICE_MIN : Math.min(slice * 2, options.concurrency)
    for (const input of claims) {
      leases.run(input, () => {
        if (free() >= worthClaiming) wakeUp()
      })
    }
  }

  const loop = async () => {
    while (!stopping) {
      wake = new AbortController()
      const { signal } = wake
      try {
        await leases.giveBack()
        await leases.renew()
        await claimFree()
      } catch (error) {
        deps.log.error('the schedule could not be read; trying again', { error: String(error) })
      }
      if (!stopping) await options.sleep(options.pollMs, signal)
    }
    await endRunning(leases, options)
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

/** Waits until all cycles under way have ended, and renews their leases meanwhile. */
async function endRunning(leases: HeldLeases, options: LeaseOptions): Promise<void> {
  const ended = new AbortController()
  const all = Promise.all(leases.running.keys()).then(() => ended.abort())
  for (;;) {
    await leases.renew().catch(() => {})
    if (ended.signal.aborted) break
    await options.sleep(options.pollMs, ended.signal)
  }
  await all
  await leases.giveBack().catch(() => {})
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
