import {
  type Column,
  mergeOrgSettings,
  removeOrgSetting,
  type SettingChange,
  type SettingsRefusal,
} from '@trackmark/dataverse'
import type { Database, Queryable } from '../database.ts'
import { iso } from '../wire.ts'
import { columnSqlType, Parameters, quoteName } from './sql.ts'

/** What becomes of `orgdborgsettings`. */
export type SettingsWrite =
  /** As the Web API writes it: settings named in the XML change, an empty text clears all. */
  | { readonly kind: 'merge'; readonly xml: string | null }
  | { readonly kind: 'remove'; readonly name: string }

export interface OrganizationWrite {
  /** Checked against their columns by the caller; lookups with the table they point to. */
  readonly columns: readonly {
    readonly column: Column
    readonly value: string | number | boolean | null
  }[]
  readonly settings: SettingsWrite | null
  /** Version the row must still have; null = any. */
  readonly ifVersion: string | null
}

export type OrganizationWritten =
  | { readonly kind: 'written'; readonly changes: readonly SettingChange[] }
  | { readonly kind: 'refused'; readonly refusal: SettingsRefusal }
  | { readonly kind: 'versionDiffers' }
  | { readonly kind: 'absent' }

/**
 * Writes the organization's row: all of it or nothing. Cycles under way are stopped at their next
 * commit by the new settings revision, and every mailbox is due at once.
 */
export async function writeOrganization(
  database: Database,
  organizationId: string,
  wish: OrganizationWrite,
  now: number,
): Promise<OrganizationWritten> {
  return database.transaction(async (tx) => {
    const before = await lockedRow(tx, organizationId)
    if (before === undefined) return { kind: 'absent' }
    if (wish.ifVersion !== null && wish.ifVersion !== before.version) {
      return { kind: 'versionDiffers' }
    }
    const settings = settingsAfter(before.orgdborgsettings, wish.settings)
    if (settings !== null && !settings.ok) return { kind: 'refused', refusal: settings.refusal }
    const changes = settings?.changes ?? []
    const isSame = settings === null || settings.xml === before.orgdborgsettings
    if (wish.columns.length === 0 && isSame) {
      return { kind: 'written', changes }
    }
    await update(tx, organizationId, wish, settings?.xml, now)
    await tx.query(
      `update sync.mailbox_schedule
       set dueat = $2::timestamptz, dueagain = leaseuntil is not null
       where organizationid = $1::uuid`,
      [organizationId, iso(now)],
    )
    return { kind: 'written', changes }
  })
}

interface Before {
  readonly orgdborgsettings: string | null
  readonly version: string
}

async function lockedRow(tx: Queryable, organizationId: string): Promise<Before | undefined> {
  const [row] = await tx.query<Before>(
    `select orgdborgsettings, versionnumber::text as version from crm.organization
     where organizationid = $1::uuid for update`,
    [organizationId],
  )
  return row
}

function settingsAfter(stored: string | null, wish: SettingsWrite | null) {
  if (wish === null) return null
  return wish.kind === 'merge'
    ? mergeOrgSettings(stored, wish.xml)
    : removeOrgSetting(stored, wish.name)
}

/** @param xml undefined = the settings stay as they are */
async function update(
  tx: Queryable,
  organizationId: string,
  wish: OrganizationWrite,
  xml: string | null | undefined,
  now: number,
): Promise<void> {
  const parameters = new Parameters()
  const own = parameters.add(organizationId, 'uuid')
  const assignments = wish.columns.map(
    ({ column, value }) =>
      `${quoteName(column.logicalName)} = ${parameters.add(value, columnSqlType(column))}`,
  )
  if (xml !== undefined) assignments.push(`orgdborgsettings = ${parameters.add(xml, 'text')}`)
  await tx.query(
    `update crm.organization
     set ${[...assignments, `modifiedon = ${parameters.add(iso(now), 'timestamptz')}`].join(', ')},
       versionnumber = nextval('crm.versionnumber'), settingsrevision = settingsrevision + 1
     where organizationid = ${own}`,
    parameters.values,
  )
}
