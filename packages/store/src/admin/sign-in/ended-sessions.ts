import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { iso } from '../../database/values.ts'

/** @param hash hash of the session's token @param until when the session would have ended by itself */
export async function endSession(
  database: Queryable,
  organizationId: string,
  { hash, until }: { readonly hash: string; readonly until: Instant },
  now: Instant,
): Promise<void> {
  await database.query(
    `with past as (
       delete from sync.ended_session where organizationid = $1 and until <= $4
     )
     insert into sync.ended_session (organizationid, hash, until) values ($1, $2, $3)
     on conflict do nothing`,
    [organizationId, hash, iso(until), iso(now)],
  )
}

export async function isSessionEnded(
  database: Queryable,
  organizationId: string,
  hash: string,
): Promise<boolean> {
  const rows = await database.query(
    'select 1 as ended from sync.ended_session where organizationid = $1 and hash = $2',
    [organizationId, hash],
  )
  return rows.length > 0
}
