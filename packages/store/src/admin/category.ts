import { ALERT, type Instant } from '@trackmark/core'
import type { Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { IS_SYNCHRONIZED, MAILBOX_JOINS } from '../sync/synchronized.ts'

type CategoryCondition = 'provisioned' | 'removed' | 'waiting' | 'failing' | 'off'

interface OpenCategoryMailbox {
  readonly mailboxId: string
  readonly name: string
  readonly emailAddress: string
  readonly condition: 'waiting' | 'failing'
  readonly error: string | null
  readonly nextTryOn: Instant | null
  readonly isRunning: boolean
}

/** Name and id of the last mailbox of a page, and whether it was failing. */
export interface CategoryPlace {
  readonly isFailing: boolean
  readonly name: string
  readonly mailboxId: string
}

/**
 * Every mailbox with the condition of its category. Where the creation of a category has begun, the category
 * may exist or not (CL5), so it counts as existing while the feature is off. When the server refuses to write
 * the category list, the cycle succeeds and an alert is raised (CL10), so that this alert counts as a
 * failure. `$2`: whether the feature is on.
 */
const CONDITIONS = `
  select m.mailboxid, m.name, m.emailaddress, s.dueat, s.leaseuntil, t.text as refusal,
    case when s.failures > 0 then m.lastsyncerror end as failure,
    case
      when x.wanted and x.stands then 'provisioned'
      when x.wanted or x.remains then
        case when s.failures > 0 or t.text is not null then 'failing' else 'waiting' end
      when x.synchronized then 'removed'
      else 'off'
    end as condition
  from crm.mailbox m
  ${MAILBOX_JOINS.o} ${MAILBOX_JOINS.p} ${MAILBOX_JOINS.s} ${MAILBOX_JOINS.c}
  left join lateral (
    select text from crm.tracelog
    where organizationid = m.organizationid and regardingobjectid = m.mailboxid
      and tracecode = ${ALERT.categoryFailed} and not tracestatus
    order by modifiedon desc limit 1
  ) t on true
  cross join lateral (
    select i.synchronized, $2::boolean and i.synchronized as wanted,
      coalesce(c.categoryonboardingstatus = 1, false) as stands,
      coalesce(c.categoryonboardingstatus in (1, 3), false) as remains
    from (select ${IS_SYNCHRONIZED} as synchronized) i
  ) x
  where m.organizationid = $1`

/** The number of mailboxes in each condition. @param isOn TrackCategorizedItems as it is in force */
export async function countCategories(
  database: Queryable,
  organizationId: string,
  isOn: boolean,
): Promise<Readonly<Record<CategoryCondition, number>>> {
  const rows = await database.query<{ condition: CategoryCondition; n: number }>(
    `select condition, count(*) as n from (${CONDITIONS}) m group by condition`,
    [organizationId, isOn],
  )
  const counted = Object.fromEntries(rows.map(({ condition, n }) => [condition, Number(n)]))
  return { provisioned: 0, removed: 0, waiting: 0, failing: 0, off: 0, ...counted }
}

/** Mailboxes whose category isn't as it should be yet: failing ones first, then by name. */
export async function listOpenCategories(
  database: Queryable,
  organizationId: string,
  request: {
    readonly isOn: boolean
    readonly now: Instant
    readonly limit: number
    readonly after?: CategoryPlace
  },
): Promise<OpenCategoryMailbox[]> {
  const { after } = request
  return database.query<OpenCategoryMailbox>(
    `select mailboxid as "mailboxId", name, emailaddress as "emailAddress", condition,
       case when condition = 'failing' then coalesce(failure, refusal) end as error,
       dueat as "nextTryOn", coalesce(leaseuntil > $3, false) as "isRunning"
     from (${CONDITIONS}) m
     where condition in ('failing', 'waiting')
       and ($5::text is null or (condition = 'waiting', name, mailboxid) > ($6, $5, $7::uuid))
     order by condition = 'waiting', name, mailboxid
     limit $4`,
    [
      organizationId,
      request.isOn,
      iso(request.now),
      request.limit,
      after?.name ?? null,
      after === undefined ? null : !after.isFailing,
      after?.mailboxId ?? null,
    ],
  )
}

/** Effect of switching the feature off: mailboxes that lose the category, items that keep the mark. */
export async function categoryImpact(
  database: Queryable,
  organizationId: string,
): Promise<{ mailboxes: number; items: number }> {
  const [row] = await database.query<{ mailboxes: number; items: number }>(
    `select
       (select count(*) from crm.mailboxtrackingcategory
        where organizationid = $1 and purpose = 'tracked' and categoryonboardingstatus in (1, 3))
         as mailboxes,
       (select coalesce(sum(marked), 0) from sync.link_count where organizationid = $1) as items`,
    [organizationId],
  )
  return { mailboxes: Number(row?.mailboxes ?? 0), items: Number(row?.items ?? 0) }
}
