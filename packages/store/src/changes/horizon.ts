import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { inBatches } from '../statements/in-batches.ts'

/**
 * Identifies the sequence that ids of transactions belong to: the server's system identifier, and its
 * timeline, which changes with each recovery from a copy. In another sequence the ids mean nothing.
 */
export const EPOCH = `(select system_identifier::text from pg_control_system())
  || '.' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)`

/** Tombstones below this transaction have been deleted. `$1` is the organization. */
export const FLOOR = `(select h.horizon::text from sync.change_horizon h
  where h.organizationid = $1 and h.expired and h.epoch = ${EPOCH}
  order by h.horizon desc limit 1)`

const DAY = 86_400_000

/**
 * Deletes tombstones that are older than so many days, and stores the current transaction with the time, so
 * that the age of later tombstones is known.
 * @returns how many were deleted
 */
export async function expireChanges(
  database: Database,
  organizationId: string,
  days: number,
  now: Instant,
): Promise<number> {
  // The floor is raised first, so that no follower takes the remaining tombstones for all of them.
  await database.transaction(async (tx) => {
    await noteHorizon(tx, organizationId, now)
    await tx.query(
      `update sync.change_horizon set expired = true
       where organizationid = $1 and takenat <= $2 and epoch = ${EPOCH}`,
      [organizationId, iso(now - days * DAY)],
    )
  })
  const gone = await inBatches(database, 'sync.tombstone', {
    // Ids above the current transaction come from another server (a restored dump).
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

/** Stores it at most once a day, which is enough for an age in days. */
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
