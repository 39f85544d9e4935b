import type { Instant } from '@trackmark/core'
import { type Database, databaseTime } from '@trackmark/store'

export interface ServerClock {
  readonly now: () => Instant
  stop(): void
}

/** A computer that slept, or a database whose clock was set, is noticed within this time. */
const LOOK_MS = 10_000

/**
 * The time of the database, which rules when mailboxes are due and leases end: processes on several
 * machines agree on it, whatever their own clocks say (CY23). Between two looks it goes on by this
 * process's monotonic clock, which nobody can set. While the database is away it simply goes on.
 * @throws when the database doesn't answer at the first look
 */
export async function databaseClock(database: Database): Promise<ServerClock> {
  let base = 0
  const look = async () => {
    const asked = performance.now()
    const at = await databaseTime(database)
    // An answer that took long says little: half of its way is as good a guess as any.
    base = at - (asked + performance.now()) / 2
  }
  await look()
  const timer = setInterval(() => {
    look().catch(() => {})
  }, LOOK_MS)
  timer.unref()
  return {
    now: () => Math.round(base + performance.now()),
    stop: () => clearInterval(timer),
  }
}
