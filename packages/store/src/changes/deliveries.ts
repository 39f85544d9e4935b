import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { inBatches } from '../statements/in-batches.ts'
import { WEBHOOK_CONTRACT } from './webhooks.ts'

/** The right to deliver to one endpoint, until a time. */
interface EndpointLease {
  readonly organizationId: string
  readonly endpointId: string
  readonly token: string
}

export interface ClaimedEndpoint {
  readonly lease: EndpointLease
  readonly url: string | null
  readonly authType: number | null
  /** The number of failures in a row that were the endpoint's own. */
  readonly failures: number
  readonly organizationName: string
}

interface ClaimRequest {
  /** Identifies the leases of this claim. */
  readonly token: string
  readonly now: Instant
  readonly leaseMs: number
  readonly limit: number
}

/**
 * Claims endpoints that have something to deliver and that no other process has claimed. Like the claim of
 * mailboxes, it covers all organizations.
 */
export async function claimEndpoints(
  database: Queryable,
  { token, now, leaseMs, limit }: ClaimRequest,
): Promise<ClaimedEndpoint[]> {
  const rows = await database.query<{
    organizationid: string
    endpointid: string
    url: string | null
    authtype: number | null
    failures: number
    name: string
  }>(
    `with claimed as (
       insert into sync.webhook_endpoint as e
         (organizationid, serviceendpointid, leasetoken, leaseuntil)
       select s.organizationid, s.serviceendpointid, $1, $3::timestamptz
       from crm.serviceendpoint s
       join crm.organization o on o.organizationid = s.organizationid and not o.isdisabled
       left join sync.webhook_endpoint w on w.organizationid = s.organizationid
         and w.serviceendpointid = s.serviceendpointid
       where s.contract = $4
         and (w.leaseuntil is null or w.leaseuntil <= $2)
         and (w.pauseduntil is null or w.pauseduntil <= $2)
         and exists (
           select 1 from sync.webhook_delivery d
           where d.organizationid = s.organizationid
             and d.serviceendpointid = s.serviceendpointid and d.state = 'pending'
             and (d.nexttryat is null or d.nexttryat <= $2))
       order by s.organizationid, s.serviceendpointid
       limit $5
       on conflict (organizationid, serviceendpointid) do update
         set leasetoken = excluded.leasetoken, leaseuntil = excluded.leaseuntil
         where (e.leaseuntil is null or e.leaseuntil <= $2)
           and (e.pauseduntil is null or e.pauseduntil <= $2)
       returning e.organizationid, e.serviceendpointid, e.failures
     )
     select c.organizationid, c.serviceendpointid as endpointid, c.failures, s.url, s.authtype,
       coalesce(o.hostnames[1], o.uniquename) as name
     from claimed c
     join crm.serviceendpoint s on s.organizationid = c.organizationid
       and s.serviceendpointid = c.serviceendpointid
     join crm.organization o on o.organizationid = c.organizationid`,
    [token, iso(now), iso(now + leaseMs), WEBHOOK_CONTRACT, limit],
  )
  return rows.map((row) => ({
    lease: { organizationId: row.organizationid, endpointId: row.endpointid, token },
    url: row.url,
    authType: row.authtype,
    failures: row.failures,
    organizationName: row.name,
  }))
}

export interface Delivery {
  readonly deliveryId: string
  readonly stepId: string | null
  readonly message: string
  readonly table: string
  readonly rowId: string
  readonly rowVersion: number | null
  /** Physical columns of the row; for an update, those that changed. Null when they are too large. */
  readonly attributes: Readonly<Record<string, unknown>> | null
  /** When a process first found the delivery. */
  readonly seenAt: Instant
  readonly tries: number
}

/** How long a delivery is tried, from `seenAt` on. */
const DELIVERY_LIFE_MS = 24 * 60 * 60_000

/**
 * Returns the next delivery and renews the lease. A delivery that waits for its next try is skipped, together
 * with later deliveries about the same row.
 * @returns `lost` when another process has the endpoint now; null when nothing is due
 */
export async function nextDelivery(
  database: Database,
  lease: EndpointLease,
  now: Instant,
  leaseMs: number,
): Promise<Delivery | 'lost' | null> {
  return database.transaction(async (tx) => {
    const [endpoint] = await tx.query<{ failures: number }>(
      `update sync.webhook_endpoint set leaseuntil = $4
       where organizationid = $1 and serviceendpointid = $2 and leasetoken = $3
       returning failures`,
      [...idsOf(lease), lease.token, iso(now + leaseMs)],
    )
    if (endpoint === undefined) return 'lost'
    await tx.query(
      `update sync.webhook_delivery set seenat = $3
       where organizationid = $1 and serviceendpointid = $2 and seenat is null`,
      [...idsOf(lease), iso(now)],
    )
    await tx.query(
      `update sync.webhook_delivery set state = 'failed', endedat = $3,
         lasterror = coalesce(lasterror, 'The endpoint did not accept anything in this time.')
       where organizationid = $1 and serviceendpointid = $2 and state = 'pending'
         and seenat <= $4 and (tries > 0 or $5::integer > 0)`,
      [...idsOf(lease), iso(now), iso(now - DELIVERY_LIFE_MS), endpoint.failures],
    )
    const [next] = await tx.query<Delivery>(
      `select d.deliveryid as "deliveryId", d.stepid as "stepId", d.message,
         d.tablename as "table", d.rowid as "rowId", d.rowversion as "rowVersion", d.attributes,
         d.seenat as "seenAt", d.tries
       from sync.webhook_delivery d
       where d.organizationid = $1 and d.serviceendpointid = $2 and d.state = 'pending'
         and (d.nexttryat is null or d.nexttryat <= $3)
         and not exists (
           select 1 from sync.webhook_delivery b
           where b.organizationid = $1 and b.serviceendpointid = $2 and b.rowid = d.rowid
             and b.state = 'pending' and b.ordernumber < d.ordernumber)
       order by d.ordernumber limit 1`,
      [...idsOf(lease), iso(now)],
    )
    return next ?? null
  })
}

/** The outcome of an attempt. */
export type Attempt =
  | { readonly kind: 'accepted'; readonly status: number }
  /** Only this delivery failed, and others go on. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly error: string
      readonly nextTryAt: Instant
    }
  /** The endpoint failed as a whole, and all its deliveries wait in their order. */
  | {
      readonly kind: 'unreachable'
      readonly status: number | null
      readonly error: string
      readonly pausedUntil: Instant
    }

/** Stores the outcome of an attempt. After a lost lease nothing is stored, and the delivery is repeated. */
export async function noteAttempt(
  database: Database,
  lease: EndpointLease,
  deliveryId: string,
  attempt: Attempt,
  now: Instant,
): Promise<void> {
  await database.transaction(async (tx) => {
    const leased = await tx.query(
      `update sync.webhook_endpoint set ${ENDPOINT[attempt.kind]}
       where organizationid = $1 and serviceendpointid = $2 and leasetoken = $3
       returning 1 as leased`,
      [...idsOf(lease), lease.token, ...endpointValues(attempt, now)],
    )
    if (leased.length === 0) return
    const isDone = attempt.kind === 'accepted'
    await tx.query(
      `update sync.webhook_delivery
       set tries = tries + 1, laststatus = $3, lasterror = $4, nexttryat = $5,
         state = case when $6 then 'done' else state end,
         attributes = case when $6 then null else attributes end,
         endedat = case when $6 then $7::timestamptz end
       where organizationid = $1 and deliveryid = $2 and state = 'pending'`,
      [
        lease.organizationId,
        deliveryId,
        attempt.status,
        isDone ? null : attempt.error,
        attempt.kind === 'refused' ? iso(attempt.nextTryAt) : null,
        isDone,
        iso(now),
      ],
    )
  })
}

const ENDPOINT = {
  accepted: 'failures = 0, pauseduntil = null, lasterror = null, lastsuccessat = $4',
  // The endpoint answered, so that its refusal of one delivery doesn't delay the others.
  refused: 'failures = 0, pauseduntil = null, lasterror = $4',
  unreachable: 'failures = failures + 1, pauseduntil = $5, lasterror = $4',
} as const

function endpointValues(attempt: Attempt, now: Instant): readonly (string | null)[] {
  switch (attempt.kind) {
    case 'accepted':
      return [iso(now)]
    case 'refused':
      return [attempt.error]
    case 'unreachable':
      return [attempt.error, iso(attempt.pausedUntil)]
  }
}

export async function releaseEndpoint(database: Queryable, lease: EndpointLease): Promise<void> {
  await database.query(
    `update sync.webhook_endpoint set leasetoken = null, leaseuntil = null
     where organizationid = $1 and serviceendpointid = $2 and leasetoken = $3`,
    [...idsOf(lease), lease.token],
  )
}

const idsOf = (lease: EndpointLease): readonly string[] => [lease.organizationId, lease.endpointId]

const DONE_KEPT_MS = 24 * 60 * 60_000
const FAILED_KEPT_MS = 30 * 24 * 60 * 60_000

/** Deletes deliveries that ended a while ago. @returns how many */
export const tidyDeliveries = (
  database: Database,
  organizationId: string,
  now: Instant,
): Promise<number> =>
  inBatches(database, 'sync.webhook_delivery', {
    where: `organizationid = $1 and (state = 'done' and endedat < $2
      or state = 'failed' and endedat < $3)`,
    parameters: [organizationId, iso(now - DONE_KEPT_MS), iso(now - FAILED_KEPT_MS)],
  })
