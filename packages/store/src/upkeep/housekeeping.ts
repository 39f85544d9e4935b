import type { Instant } from '@trackmark/core'
import { effectiveSettings, numberSetting } from '@trackmark/dataverse'
import { tidyDeliveries } from '../changes/deliveries.ts'
import { expireChanges } from '../changes/horizon.ts'
import type { Database } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { inBatches } from '../statements/in-batches.ts'
import { statisticsDays } from '../sync/settings.ts'
import { applyRetention } from './retention.ts'

interface DeletedRows {
  readonly alerts: number
  readonly links: number
  readonly statistics: number
  /** Numbers of hours that are long past. */
  readonly hours: number
  /** Tombstones of deleted rows. */
  readonly deletions: number
  /** Webhook deliveries that ended a while ago. */
  readonly deliveries: number
  /** Jobs that ended a while ago. */
  readonly jobs: number
  /** Rows that the organization keeps for a number of days only (sync.retention). */
  readonly expired: number
}

const DAY = 86_400_000
const DAYS_OF_CHANGES = 30
const DAYS_OF_NUMBERS = 35
const DAYS_OF_JOBS = 30
const COMPLETED_JOB = 3
/** How long the few cycles are kept where MailboxStatisticsPersistenceTimeInDays isn't set. */
const DAYS_OF_CYCLES = 3

interface Organization {
  readonly id: string
  readonly xml: string | null
  readonly version: string
  readonly days: number | null
}

/**
 * Deletes what an organization keeps for a number of days only: alerts (TraceLogPersistenceTimeInDays), what
 * is known of items that aren't tracked (ExchangeSyncIdMappingPersistenceTimeInDays) and statistics of cycles
 * (MailboxStatisticsPersistenceTimeInDays). An open question stays until it is answered. Where the settings
 * can't be read none of these are deleted. Jobs are deleted 30 days after they ended. Tombstones for
 * followers are kept for `expirechangetrackingindays`.
 */
export async function housekeeping(database: Database, now: Instant): Promise<DeletedRows> {
  const organizations = await database.query<Organization>(
    `select organizationid as id, orgdborgsettings as xml, version,
       expirechangetrackingindays as days from crm.organization`,
  )
  await inBatches(database, 'sync.process', {
    where: 'seenat < $1',
    parameters: [iso(now - DAY)],
    // They belong to no organization.
    each: async (tx, ctids) =>
      void (await tx.query('delete from sync.process where ctid = any($1::tid[])', [ctids])),
  })
  const sum: Sum = {
    alerts: 0,
    links: 0,
    statistics: 0,
    hours: 0,
    deletions: 0,
    deliveries: 0,
    jobs: 0,
    expired: 0,
  }
  for (const organization of organizations) await tidyOrganization(database, organization, now, sum)
  return sum
}

type Sum = { -readonly [K in keyof DeletedRows]: DeletedRows[K] }

async function tidyOrganization(
  database: Database,
  { id, xml, version, days }: Organization,
  now: Instant,
  sum: Sum,
): Promise<void> {
  sum.deliveries += await tidyDeliveries(database, id, now)
  sum.expired += await applyRetention(database, id, now)
  sum.deletions += await expireChanges(database, id, days ?? DAYS_OF_CHANGES, now)
  sum.hours += await inBatches(database, 'sync.monitoring_hour', {
    where: 'organizationid = $1 and hour < $2',
    parameters: [id, iso(now - DAYS_OF_NUMBERS * DAY)],
  })
  for (const table of ['bulkdeleteoperation', 'asyncoperation']) {
    sum.jobs += await inBatches(database, `crm.${table}`, {
      where: `organizationid = $1 and statecode = $2 and modifiedon < $3`,
      parameters: [id, COMPLETED_JOB, iso(now - DAYS_OF_JOBS * DAY)],
    })
  }
  const settings = effectiveSettings(xml, version)
  if (!settings.ok) return
  const before = (name: string) => iso(now - numberSetting(settings, name) * DAY)
  sum.alerts += await inBatches(database, 'crm.tracelog', {
    where: `organizationid = $1 and modifiedon < $2
       and (question is null or tracestatus)`,
    parameters: [id, before('TraceLogPersistenceTimeInDays')],
  })
  sum.links += await inBatches(database, 'sync.link', {
    where: `organizationid = $1 and modifiedon < $2
       -- TR15: without its link, an item that still has the mark would be tracked again.
       and not (state = 'ended' and rule = 'TR15' and mark = 'seen')
       and (state in ('noted', 'ended')
         or (state = 'parked' and parkcode is not null and parknexttryat is null))`,
    parameters: [id, before('ExchangeSyncIdMappingPersistenceTimeInDays')],
  })
  sum.statistics += await inBatches(database, 'crm.mailboxstatistics', {
    where: 'organizationid = $1 and createdon < $2',
    parameters: [id, iso(now - (statisticsDays(settings) ?? DAYS_OF_CYCLES) * DAY)],
  })
}
