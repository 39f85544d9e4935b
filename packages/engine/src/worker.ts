import { runCycle } from './cycle.ts'
import type { EngineDeps } from './deps.ts'
import { type HeldLeases, holdLeases, type LeaseOptions } from './held-leases.ts'

export interface WorkerOptions extends LeaseOptions {
  /** Mailboxes in work at once. */
  readonly concurrency: number
}

export interface Worker {
  /** Looks at the schedule now: a setting changed, a notification came, a person asked. */
  poke(): void
  /** Resolves once every cycle under way has ended. */
  stop(): Promise<void>
}

/** Mailboxes that a worker without work takes at once. */
const SLICE_MIN = 32

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
  const leases = holdLeases(deps, options)
  let stopping = false
  let wake = new AbortController()
  const wakeUp = () => {
    if (!wake.signal.aborted) wake.abort()
  }

  const free = () => options.concurrency - leases.running.size
  // A worker begins with a small slice of what is due and takes larger ones as its cycles end, so
  // that workers which look at the schedule a moment later find something left.
  let slice = SLICE_MIN
  // A claim costs the same for one as for many: ends wait for each other, but never past a poll.
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

/** Cycles under way go on to their end, under leases that hold. */
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
