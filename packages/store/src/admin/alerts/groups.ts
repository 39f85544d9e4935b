import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { isoOrNull } from '../../database/values.ts'
import type { AlertRow } from './alerts.ts'
import { type AlertFilter, FILTERED, FROM, filterParameters, LEVELS, NEXT } from './filter.ts'

/** All alerts of one code about one mailbox. */
export interface AlertGroup {
  readonly code: number
  readonly level: AlertRow['level']
  readonly mailboxId: string | null
  readonly mailboxName: string | null
  readonly alerts: number
  /** How often its alerts were raised, renewals included. */
  readonly timesRaised: number
  readonly open: number
  /** Id of an open alert that waits for a yes or no; null when none does. */
  readonly asking: string | null
  readonly firstOn: Instant
  readonly lastOn: Instant
  /** Text of the alert that was renewed last. */
  readonly text: string
}

interface AlertGroupRequest extends AlertFilter {
  /** The last row of the previous page. */
  readonly after?: Pick<AlertGroup, 'lastOn' | 'code' | 'mailboxId'>
  readonly limit: number
}

/** Groups of the alerts that the filter finds, the most recently renewed first. */
export async function groupAlerts(
  database: Queryable,
  organizationId: string,
  request: AlertGroupRequest,
): Promise<AlertGroup[]> {
  return database.query<AlertGroup>(
    `select g.code, case g.level when 1 then 'information' when 2 then 'warning' else 'error' end
       as level, g."mailboxId", g."mailboxName", g.alerts, g."timesRaised", g.open, g.asking,
       g."firstOn", g."lastOn", l."text"
     from (
       select t.tracecode as code, max(t.level) as level, t.regardingobjectid as "mailboxId",
         max(m.name) as "mailboxName", count(*) as alerts, sum(t.timesraised) as "timesRaised",
         count(*) filter (where not t.tracestatus) as open,
         min(t.tracelogid::text) filter (where not t.tracestatus and t.question is not null) as asking,
         min(t.createdon) as "firstOn", max(t.modifiedon) as "lastOn"
       from ${FROM}
       where ${FILTERED}
       group by t.tracecode, t.regardingobjectid
       having $${NEXT}::timestamptz is null or (max(t.modifiedon), t.tracecode, t.regardingobjectid)
         < ($${NEXT}, $${NEXT + 1}::integer, $${NEXT + 2}::uuid)
       order by max(t.modifiedon) desc, t.tracecode desc, t.regardingobjectid desc
       limit $${NEXT + 3}
     ) g
     cross join lateral (
       select t."text" from crm.tracelog t
       where t.organizationid = $1 and t.regardingobjectid = g."mailboxId" and t.tracecode = g.code
       order by t.modifiedon desc limit 1
     ) l
     order by g."lastOn" desc, g.code desc, g."mailboxId" desc`,
    [
      ...filterParameters(organizationId, request),
      isoOrNull(request.after?.lastOn ?? null),
      request.after?.code ?? null,
      request.after?.mailboxId ?? null,
      request.limit,
    ],
  )
}

type AlertCounts = Readonly<Record<AlertRow['level'], number>>

/** The number of alerts of each level. The filter's own level is ignored. */
export async function countAlerts(
  database: Queryable,
  organizationId: string,
  { level: _, ...filter }: AlertFilter,
): Promise<AlertCounts> {
  const rows = await database.query<{ level: number; n: number }>(
    `select t.level, count(*) as n from ${FROM} where ${FILTERED} group by t.level`,
    filterParameters(organizationId, filter),
  )
  const of = (level: keyof typeof LEVELS) => rows.find((row) => row.level === LEVELS[level])?.n ?? 0
  return { information: of('information'), warning: of('warning'), error: of('error') }
}

interface AlertsDeleted {
  readonly deleted: number
  /** The number of alerts that stay because they wait for an answer. */
  readonly kept: number
}

/**
 * Deletes open and closed alerts, except those that wait for an answer.
 * @param only ids of the alerts to delete, among those that the filter finds; undefined = all of them
 */
export async function deleteAlerts(
  database: Queryable,
  organizationId: string,
  filter: AlertFilter,
  only?: readonly string[],
): Promise<AlertsDeleted> {
  const [row] = await database.query<AlertsDeleted>(
    `with found as (
       select t.tracelogid, not t.tracestatus and t.question is not null as asks
       from ${FROM}
       where ${FILTERED} and ($${NEXT}::uuid[] is null or t.tracelogid = any($${NEXT}))
     ), gone as (
       delete from crm.tracelog t using found f
       where t.organizationid = $1 and t.tracelogid = f.tracelogid and not f.asks
         and (t.tracestatus or t.question is null)
       returning 1
     )
     select (select count(*) from gone) as deleted,
       (select count(*) from found where asks) as kept`,
    [...filterParameters(organizationId, filter), only ?? null],
  )
  return row!
}
