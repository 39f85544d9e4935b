import type { Instant } from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'

interface ProcessSign {
  readonly processId: string
  readonly isWorker: boolean
  readonly startedAt: Instant
  /** When one of its cycles last reported something; null = not yet. */
  readonly workedAt: Instant | null
}

/** Stores a sign of life of a process. Rows of processes that are gone are deleted after a day. */
export async function signOfLife(
  database: Queryable,
  { processId, isWorker, startedAt, workedAt }: ProcessSign,
  now: Instant,
): Promise<void> {
  await database.query(
    `insert into sync.process (processid, isworker, startedat, seenat, workedat)
     values ($1, $2, $3, $4, $5)
     on conflict (processid) do update set seenat = excluded.seenat, workedat = excluded.workedat`,
    [processId, isWorker, iso(startedAt), iso(now), workedAt === null ? null : iso(workedAt)],
  )
}

/** Deletes the row of a process that stops in order. */
export async function signOff(database: Queryable, processId: string): Promise<void> {
  await database.query('delete from sync.process where processid = $1', [processId])
}

export interface Standstill {
  /** The time since when mailboxes have been due without any being synchronized. */
  readonly since: Instant
  /** The number of workers with a recent sign of life. */
  readonly workers: number
}

/** After this time, three signs of life are missing. */
const SEEN_MS = 60_000
/** Some cycles take minutes, and a worker with no free place claims nothing meanwhile. */
const PATIENCE_MS = 5 * 60_000

/** Whether synchronization stands still in the whole installation; null = it doesn't. */
export async function readStandstill(
  database: Queryable,
  now: Instant,
): Promise<Standstill | null> {
  const [overdue] = await database.query<{ since: Instant }>(
    `select dueat as since from sync.mailbox_schedule s
     where dueat <= $1 and (leaseuntil is null or leaseuntil <= $2)
       and not exists (select 1 from crm.organization o
         where o.organizationid = s.organizationid and o.isdisabled)
     order by dueat limit 1`,
    [iso(now - PATIENCE_MS), iso(now)],
  )
  if (overdue === undefined) return null
  const [row] = await database.query<{ workers: number; worked: Instant | null }>(
    `select count(*) filter (where seenat > $1) as workers,
       coalesce(max(greatest(startedat, workedat)) filter (where seenat > $1), max(seenat)) as worked
     from sync.process where isworker`,
    [iso(now - SEEN_MS)],
  )
  const { workers, worked } = row!
  const since = Math.max(overdue.since, worked ?? 0)
  return now - since < PATIENCE_MS ? null : { since, workers }
}
