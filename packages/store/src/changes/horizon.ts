import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { inBatches } from '../statements/in-batches.ts'

/**
 * Which counting of transactions ids belong to: the server's own name, and how often it went on
 * from a copy of itself (timeline). After a move or a recovery they mean nothing any more.
 */
export const EPOCH = `(select system_identifier::text from pg_control_system())
  || '.' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)`

/** Tombstones below it are gone. `$1` is the organization. */
export const FLOOR = `(select h.horizon::text from sync.change_horizon h
  where h.organizationid = $1 and h.expired and h.epoch = ${EPOCH}
  order by h.horizon desc limit 1)`

const DAY = 86_400_000

/**
 * Gives up tombstones older than so many days, and notes where transactions stand now, so that the
 * age of those written next can be told. @returns how many are gone
 */
export async function expireChanges(
  database: Database,
  organizationId: string,
  days: number,
  now: Instant,
): Promise<number> {
  // First, so that nobody takes what is left of them for all.
  await database.transaction(async (tx) => {
    await noteHorizon(tx, organizationId, now)
    await tx.query(
      `update sync.change_horizon set expired = true
       where organizationid = $1 and takenat <= $2 and epoch = ${EPOCH}`,
      [organizationId, iso(now - days * DAY)],
    )
  })
  const gone = await inBatches(database, 'sync.tombstone', {
    // Those ahead of all transactions are of another server's counting (a restored dump).
    where: `organizationid = $1 and (changexid < ${FLOOR}::xid8
      or changexid >= pg_snapshot_xmax(pg_current_snapshot()))`,
    parameters: [organizationId],
  })
  await database.query(
    `delete from sync.change_horizon where organizationid = $1
     and (epoch <> ${EPOCH} or horizon < ${FLOOR}::xid8)`,
    [organizationId],
  )
  return gone
}

/** One a day is enough for an age in days. */
async function noteHorizon(tx: Queryable, organizationId: string, now: Instant): Promise<void> {
  await tx.query(
    `insert into sync.change_horizon (organizationid, horizon, epoch, takenat)
     select $1, pg_snapshot_xmin(pg_current_snapshot()), ${EPOCH}, $2
     where not exists (
       select 1 from sync.change_horizon
       where organizationid = $1 and takenat > $3 and epoch = ${EPOCH})
     on conflict do nothing`,
    [organizationId, iso(now), iso(now - DAY)],
  )
}
