import type { Instant } from '@trackmark/core'
import { type Database, databaseTime } from '@trackmark/store'

export interface ServerClock {
  readonly now: () => Instant
  stop(): void
}

/** A sleep of the computer, or a change of the database's clock, is noticed within this time. */
const READ_MS = 10_000

/**
 * The clock of the database, which decides when mailboxes are due and leases end, so that processes on several
 * machines agree whatever their own clocks say (CY23). Between readings, and while the database is away, it continues
 * by this process's monotonic clock.
 * @throws when the database doesn't answer at first
 */
export async function databaseClock(database: Database): Promise<ServerClock> {
  let base = 0
  const read = async () => {
    const asked = performance.now()
    const at = await databaseTime(database)
    // The reading is assumed to be from the middle of the round trip.
    base = at - (asked + performance.now()) / 2
  }
  await read()
  const timer = setInterval(() => {
    read().catch(() => {})
  }, READ_MS)
  timer.unref()
  return {
    now: () => Math.round(base + performance.now()),
    stop: () => clearInterval(timer),
  }
}
