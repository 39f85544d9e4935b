import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { mailboxConditions, type Overview } from './overview.ts'

/** Numbers of one hour. An hour in which nothing happened has no row. */
export interface HourNumbers {
  readonly hour: Instant
  readonly tracked: number
  readonly ended: number
  readonly itemsFailed: number
  readonly cyclesFailed: number
  readonly throttled: number
  readonly throttledMs: number
  readonly provisioned: number
  readonly removed: number
  /** Counts per bucket of `LATENCY_BOUNDS_MS`. */
  readonly latency: readonly number[]
}

interface Monitored {
  readonly mailboxes: Overview['mailboxes']
  /** The number of tracking categories in each state. */
  readonly categories: {
    readonly provisioned: number
    readonly removed: number
    /** Still to be created, whether that has begun or not. */
    readonly pending: number
  }
  readonly failing: {
    readonly retrying: number
    readonly givenUp: number
    readonly writes: number
  }
  readonly hours: readonly HourNumbers[]
}

/** The current state and the numbers of the hours from `since` on, in a fixed number of statements. */
export async function readMonitoring(
  database: Queryable,
  organizationId: string,
  since: Instant,
): Promise<Monitored> {
  const { mailboxes } = await mailboxConditions(database, organizationId)
  const [categories] = await database.query<Monitored['categories']>(
    `select count(*) filter (where categoryonboardingstatus = 1) as provisioned,
       count(*) filter (where categoryonboardingstatus = 2) as removed,
       count(*) filter (where categoryonboardingstatus in (0, 3)) as pending
     from crm.mailboxtrackingcategory where organizationid = $1 and purpose = 'tracked'`,
    [organizationId],
  )
  const [failing] = await database.query<Monitored['failing']>(
    `select count(*) filter (where parknexttryat is not null) as retrying,
       count(*) filter (where parknexttryat is null) as "givenUp",
       (select count(*) from sync.outgoing_write
         where organizationid = $1 and failedon is not null) as writes
     from sync.link where organizationid = $1 and parkcode is not null`,
    [organizationId],
  )
  const hours = await database.query<HourNumbers>(
    `select hour, tracked, ended, itemsfailed as "itemsFailed", cyclesfailed as "cyclesFailed",
       throttled, throttledms as "throttledMs", provisioned, removed, latency::integer[] as latency
     from sync.monitoring_hour where organizationid = $1 and hour >= $2 order by hour`,
    [organizationId, iso(since)],
  )
  return { mailboxes, categories: categories!, failing: failing!, hours }
}
