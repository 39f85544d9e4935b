import { type CycleClose, histogramOf, type Instant } from '@trackmark/core'
import { iso } from '../database/values.ts'

const HOUR = 3_600_000

/** How often mail servers asked to wait, and for how long in all. */
export interface Throttling {
  readonly throttled: number
  readonly waitMs: number
}

/** Returns what was noted since the last call. It is returned once only. */
export type TakeThrottling = (organizationId: string) => Throttling

/**
 * What cycles that end together add to the numbers of their hours. Hours in which nothing happened are left
 * out, so that idle mailboxes, which are most, write nothing.
 */
export function hourRows(cycles: readonly CycleClose[], { throttled, waitMs }: Throttling) {
  const byHour = Map.groupBy(cycles, ({ endedAt }) => hourOf(endedAt))
  const last = Math.max(...byHour.keys())
  const rows = [...byHour].map(([hour, some]) => {
    const sum = (pick: (cycle: CycleClose) => number) =>
      some.reduce((all, cycle) => all + pick(cycle), 0)
    return {
      hour: iso(hour),
      tracked: sum(({ numbers }) => numbers.tracked),
      ended: sum(({ numbers }) => numbers.ended),
      itemsfailed: sum(({ itemsFailed }) => itemsFailed),
      cyclesfailed: sum(({ error }) => (error === null ? 0 : 1)),
      throttled: hour === last ? throttled : 0,
      throttledms: hour === last ? waitMs : 0,
      provisioned: sum(({ numbers }) => numbers.provisioned),
      removed: sum(({ numbers }) => numbers.removed),
      latency: histogramOf(some.flatMap(({ numbers }) => numbers.latenciesMs)),
    }
  })
  return rows.filter(({ hour: _, latency: __, ...counts }) =>
    Object.values(counts).some((count) => count > 0),
  )
}

const hourOf = (at: Instant): Instant => Math.floor(at / HOUR) * HOUR

/** A part of the statement that ends cycles; `$3` holds the rows, which are locked in one order. */
export const ADD_HOURS = `
  insert into sync.monitoring_hour (organizationid, hour, tracked, ended, itemsfailed, cyclesfailed,
    throttled, throttledms, provisioned, removed, latency)
  select $1, hour, tracked, ended, itemsfailed, cyclesfailed, throttled, throttledms, provisioned,
    removed, latency
  from json_to_recordset($3::json) as r(hour timestamptz, tracked bigint, ended bigint,
    itemsfailed bigint, cyclesfailed bigint, throttled bigint, throttledms bigint,
    provisioned bigint, removed bigint, latency bigint[])
  order by hour
  on conflict (organizationid, hour) do update set
    tracked = sync.monitoring_hour.tracked + excluded.tracked,
    ended = sync.monitoring_hour.ended + excluded.ended,
    itemsfailed = sync.monitoring_hour.itemsfailed + excluded.itemsfailed,
    cyclesfailed = sync.monitoring_hour.cyclesfailed + excluded.cyclesfailed,
    throttled = sync.monitoring_hour.throttled + excluded.throttled,
    throttledms = sync.monitoring_hour.throttledms + excluded.throttledms,
    provisioned = sync.monitoring_hour.provisioned + excluded.provisioned,
    removed = sync.monitoring_hour.removed + excluded.removed,
    latency = array(
      select coalesce(a, 0) + coalesce(b, 0)
      from unnest(sync.monitoring_hour.latency, excluded.latency) with ordinality as s(a, b, n)
      order by n
    )`
