import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'

/** Values of `serviceendpoint.authtype` that webhooks have. */
export const WEBHOOK_AUTH = { webhookKey: 4, httpHeader: 5, httpQueryString: 6 } as const

/** Value of `serviceendpoint.contract`. */
export const WEBHOOK_CONTRACT = 8

/** Name of the sealed secret that authenticates to an endpoint. */
export const endpointSecret = (endpointId: string): string => `serviceendpoint/${endpointId}`

interface WebhookStep {
  readonly message: 'Create' | 'Update' | 'Delete'
  /** Logical name; one of `TRACKED_TABLES`. */
  readonly table: string
  /** Only updates that change one of these columns are delivered; null = all updates. */
  readonly filteringAttributes: readonly string[] | null
}

interface NewWebhook {
  readonly endpointId: string
  readonly name: string
  readonly url: string
  readonly authType: number
  readonly steps: readonly (WebhookStep & { readonly stepId: string })[]
}

/** Adds an endpoint with its steps, enabled. @param secret stores its secret, in the same transaction */
export async function addWebhook(
  database: Database,
  organizationId: string,
  webhook: NewWebhook,
  now: Instant,
  secret: (tx: Queryable) => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(
      `insert into crm.serviceendpoint (organizationid, serviceendpointid, name, contract, url,
         authtype, isauthvalueset, createdon, modifiedon)
       values ($1, $2, $3, $4, $5, $6, true, $7, $7)`,
      [
        organizationId,
        webhook.endpointId,
        webhook.name,
        WEBHOOK_CONTRACT,
        webhook.url,
        webhook.authType,
        iso(now),
      ],
    )
    await secret(tx)
    await tx.query(
      `insert into crm.sdkmessageprocessingstep (organizationid, sdkmessageprocessingstepid, name,
         eventhandler, sdkmessageid, sdkmessagefilterid, filteringattributes, createdon, modifiedon)
       select $1, r.stepid, $3 || ': ' || m.message || ' of ' || m.tablename, $2, m.sdkmessageid,
         m.sdkmessagefilterid, r.columns, $4, $4
       from json_to_recordset($5::json) as r(stepid uuid, message text, tablename text, columns text)
       join sync.message_filter m on m.message = r.message and m.tablename = r.tablename`,
      [
        organizationId,
        webhook.endpointId,
        webhook.name,
        iso(now),
        JSON.stringify(
          webhook.steps.map(({ stepId, message, table, filteringAttributes }) => ({
            stepid: stepId,
            message,
            tablename: table,
            columns: filteringAttributes?.join(',') ?? null,
          })),
        ),
      ],
    )
  })
}

export interface WebhookState {
  readonly endpointId: string
  readonly name: string
  readonly url: string | null
  readonly authType: number | null
  readonly steps: readonly (WebhookStep & { readonly enabled: boolean })[]
  readonly pending: number
  /** The number of deliveries that were given up, which are kept to be looked at. */
  readonly failed: number
  readonly lastError: string | null
  readonly lastSuccessAt: Instant | null
  readonly pausedUntil: Instant | null
}

interface StepRow {
  readonly endpointid: string
  readonly message: WebhookStep['message']
  readonly table: string
  readonly columns: string | null
  readonly enabled: boolean
}

export async function listWebhooks(
  database: Queryable,
  organizationId: string,
): Promise<WebhookState[]> {
  const endpoints = await database.query<Omit<WebhookState, 'steps'>>(
    `select s.serviceendpointid as "endpointId", s.name, s.url, s.authtype as "authType",
       coalesce(d.pending, 0) as pending, coalesce(d.failed, 0) as failed,
       e.lasterror as "lastError", e.lastsuccessat as "lastSuccessAt",
       e.pauseduntil as "pausedUntil"
     from crm.serviceendpoint s
     left join sync.webhook_endpoint e on e.organizationid = s.organizationid
       and e.serviceendpointid = s.serviceendpointid
     left join (
       select serviceendpointid, count(*) filter (where state = 'pending') as pending,
         count(*) filter (where state = 'failed') as failed
       from sync.webhook_delivery where organizationid = $1 group by 1
     ) d on d.serviceendpointid = s.serviceendpointid
     where s.organizationid = $1 and s.contract = $2
     order by s.name, s.serviceendpointid`,
    [organizationId, WEBHOOK_CONTRACT],
  )
  const steps = await database.query<StepRow>(
    `select s.eventhandler as endpointid, m.message, m.tablename as "table",
       s.filteringattributes as columns, s.statecode = 0 as enabled
     from crm.sdkmessageprocessingstep s
     join sync.message_filter m on m.sdkmessagefilterid = s.sdkmessagefilterid
     where s.organizationid = $1
     order by m.tablename, m.message, s.sdkmessageprocessingstepid`,
    [organizationId],
  )
  return endpoints.map((endpoint) => ({
    ...endpoint,
    steps: steps
      .filter((step) => step.endpointid === endpoint.endpointId)
      .map(({ message, table, columns, enabled }) => ({
        message,
        table,
        enabled,
        filteringAttributes: columns?.split(/\s*,\s*/).filter((name) => name !== '') ?? null,
      })),
  }))
}

/** Removes an endpoint with its steps, deliveries and secret. @returns false = no such endpoint */
export async function removeWebhook(
  database: Queryable,
  organizationId: string,
  endpointId: string,
): Promise<boolean> {
  const removed = await database.query(
    `delete from crm.serviceendpoint where organizationid = $1 and serviceendpointid = $2
     returning 1 as removed`,
    [organizationId, endpointId],
  )
  return removed.length > 0
}

interface FailedDelivery {
  readonly deliveryId: string
  readonly message: string
  readonly table: string
  readonly rowId: string
  readonly tries: number
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly firstSeenAt: Instant | null
  readonly endedAt: Instant | null
}

/** Deliveries that were given up, the most recent first. */
export async function listFailedDeliveries(
  database: Queryable,
  organizationId: string,
  endpointId: string,
  limit: number,
): Promise<FailedDelivery[]> {
  return database.query<FailedDelivery>(
    `select deliveryid as "deliveryId", message, tablename as "table", rowid as "rowId", tries,
       laststatus as "lastStatus", lasterror as "lastError", seenat as "firstSeenAt",
       endedat as "endedAt"
     from sync.webhook_delivery
     where organizationid = $1 and serviceendpointid = $2 and state = 'failed'
     order by endedat desc, ordernumber desc limit $3`,
    [organizationId, endpointId, limit],
  )
}

/** Queues deliveries again that were given up, and ends the pause of their endpoint. @returns how many */
export async function retryDeliveries(
  database: Database,
  organizationId: string,
  endpointId: string,
): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query(
      `update sync.webhook_endpoint set pauseduntil = null, failures = 0
       where organizationid = $1 and serviceendpointid = $2`,
      [organizationId, endpointId],
    )
    const again = await tx.query(
      `update sync.webhook_delivery
       set state = 'pending', seenat = null, tries = 0, nexttryat = null, endedat = null
       where organizationid = $1 and serviceendpointid = $2 and state = 'failed'
       returning 1 as again`,
      [organizationId, endpointId],
    )
    return again.length
  })
}
