import { runCycle } from './cycle.ts'
import type { EngineDeps } from './deps.ts'

export interface WorkerOptions {
  readonly workerId: string
  /** Mailboxes in work at once. */
  readonly concurrency: number
  /** A lease not renewed by a commit for this long may be taken over. */
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

/**
 * Claims due mailboxes in slices and runs their cycles, several at once. Any number of workers,
 * in any number of processes, share one database: the mailbox row is the schedule and the lock.
 * A slice is twice as large as the one before while slices come back full.
 */
export function startWorker(deps: EngineDeps, options: WorkerOptions): Worker {
  const running = new Set<Promise<void>>()
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
    const claims = await deps.store.claim({
      workerId: options.workerId,
      now: deps.clock(),
      leaseMs: options.leaseMs,
      limit,
    })
    slice = claims.length < limit ? SLICE_MIN : Math.min(slice * 2, options.concurrency)
    for (const input of claims) {
      const cycle: Promise<void> = runCycle(deps, input).finally(() => {
        running.delete(cycle)
        if (free() >= worthClaiming) wakeUp()
      })
      running.add(cycle)
    }
  }

  const loop = async () => {
    while (!stopping) {
      wake = new AbortController()
      const { signal } = wake
      try {
        await claimFree()
      } catch (error) {
        deps.log.error('the schedule could not be read; trying again', { error: String(error) })
      }
      if (!stopping) await options.sleep(options.pollMs, signal)
    }
    await Promise.all(running)
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
