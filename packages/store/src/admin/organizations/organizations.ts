import type { ColumnValue, Instant } from '@trackmark/core'
import {
  columnByLogicalName,
  type EffectiveResult,
  effectiveSettings,
  type MergedColumn,
  mergeOrgSettings,
  removeOrgSetting,
  replaceOrgSettings,
  type SettingChange,
  type SettingsRefusal,
  sqlType,
  tableByLogicalName,
} from '@trackmark/dataverse'
import type { Database, Queryable } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { type AuditBy, type AuditChange, recordAudit } from '../audit.ts'
import { wakeMailboxes } from '../wake.ts'

export interface Organization {
  readonly organizationId: string
  readonly uniqueName: string
  readonly name: string
  readonly version: string
  /** Its own host names, in lower case and without port. */
  readonly hostNames: readonly string[]
  /** A disabled organization is neither synchronized nor answered. */
  readonly isDisabled: boolean
}

export type NewOrganization = Pick<
  Organization,
  'organizationId' | 'uniqueName' | 'name' | 'version'
>

const FIELDS = `organizationid as "organizationId", uniquename as "uniqueName", name, version,
  hostnames as "hostNames", isdisabled as "isDisabled"`

/** Unique names are compared without case and kept in lower case. */
export async function ensureOrganization(
  database: Queryable,
  input: NewOrganization,
  now: Instant,
): Promise<{ organization: Organization; created: boolean }> {
  const uniqueName = input.uniqueName.toLowerCase()
  const made = await database.query(
    `insert into crm.organization (organizationid, uniquename, name, version, createdon, modifiedon)
     values ($1, $2, $3, $4, $5, $5) on conflict do nothing returning 1 as made`,
    [input.organizationId, uniqueName, input.name, input.version, iso(now)],
  )
  const organization = await findOrganization(database, uniqueName)
  if (organization === null) {
    throw new Error(`The id ${input.organizationId} belongs to an organization of another name.`)
  }
  return { organization, created: made.length > 0 }
}

/** @param name its unique name, or its id */
export async function findOrganization(
  database: Queryable,
  name: string,
): Promise<Organization | null> {
  const [row] = await database.query<Organization>(
    `select ${FIELDS} from crm.organization where uniquename = $1 or organizationid::text = $1`,
    [name.toLowerCase()],
  )
  return row ?? null
}

export async function listOrganizations(database: Queryable): Promise<Organization[]> {
  return database.query<Organization>(`select ${FIELDS} from crm.organization order by uniquename`)
}

/** The settings in force. @returns null when there is no such organization */
export async function readOrgSettings(
  database: Queryable,
  organizationId: string,
): Promise<{ xml: string | null; version: string; effective: EffectiveResult } | null> {
  const [row] = await database.query<{ xml: string | null; version: string }>(
    `select orgdborgsettings as xml, version from crm.organization where organizationid = $1`,
    [organizationId],
  )
  return row === undefined ? null : { ...row, effective: effectiveSettings(row.xml, row.version) }
}

export type OrganizationUpdate =
  /** `changes` = settings of the XML column that differ now. */
  | { readonly kind: 'updated'; readonly changes: readonly SettingChange[] }
  | { readonly kind: 'refused'; readonly refusal: SettingsRefusal }
  | { readonly kind: 'notFound' }
  /** The row has another `versionnumber` than the caller expects. */
  | { readonly kind: 'changedMeanwhile' }

interface OrganizationInput {
  /** Values by logical name, whose types the caller has checked. Datetimes are instants. */
  readonly columns: Readonly<Record<string, ColumnValue>>
  /** The switch "Use tracking tokens", for which Dataverse has no column; left out = as it is. */
  readonly usesTrackingTokens?: boolean
  /** Whether a row of this `versionnumber` may be written; left out = any. */
  readonly ifVersion?: (version: number) => boolean
  readonly modifiedBy?: string | null
  /** Who makes the change, for the audit; left out = the change isn't recorded. */
  readonly by?: AuditBy
}

/**
 * Writes columns of an organization, all or none. As in Dataverse, `orgdborgsettings` is merged into the
 * stored settings, and an empty text clears them. Cycles under way notice the change by the settings
 * revision, and every mailbox is due at once, so that the change takes effect without delay.
 */
export async function updateOrganization(
  database: Database,
  organizationId: string,
  input: OrganizationInput,
  now: Instant,
): Promise<OrganizationUpdate> {
  return database.transaction(async (tx) => {
    const { orgdborgsettings, ...columns } = input.columns
    return write(tx, organizationId, { ...input, columns }, now, (stored) =>
      orgdborgsettings === undefined
        ? null
        : mergeOrgSettings(stored, settingsText(orgdborgsettings)),
    )
  })
}

/** Merges the settings of the XML into the stored ones, as the update of the settings tool does. */
export function updateOrgDbOrgSettings(
  database: Database,
  organizationId: string,
  xml: string | null,
  now: Instant,
  by?: AuditBy,
): Promise<OrganizationUpdate> {
  return writeSettings(database, organizationId, now, by, (stored) => mergeOrgSettings(stored, xml))
}

/** Replaces the stored settings by those of the XML, all or none of them; null clears all. */
export function replaceOrgDbOrgSettings(
  database: Database,
  organizationId: string,
  xml: string | null,
  now: Instant,
  by?: AuditBy,
): Promise<OrganizationUpdate> {
  return writeSettings(database, organizationId, now, by, (stored) =>
    replaceOrgSettings(stored, xml),
  )
}

/** Removes one setting from the column, so that its default holds again. */
export function removeOrgDbOrgSetting(
  database: Database,
  organizationId: string,
  name: string,
  now: Instant,
  by?: AuditBy,
): Promise<OrganizationUpdate> {
  return writeSettings(database, organizationId, now, by, (stored) =>
    removeOrgSetting(stored, name),
  )
}

function writeSettings(
  database: Database,
  organizationId: string,
  now: Instant,
  by: AuditBy | undefined,
  merge: Merge,
): Promise<OrganizationUpdate> {
  const input = { columns: {}, ...(by === undefined ? {} : { modifiedBy: by.userId, by }) }
  return database.transaction((tx) => write(tx, organizationId, input, now, merge))
}

type Merge = (stored: string | null) => MergedColumn | null

function settingsText(value: ColumnValue): string | null {
  if (value === null || typeof value === 'string') return value
  throw new TypeError('orgdborgsettings is text.')
}

async function write(
  tx: Queryable,
  organizationId: string,
  input: OrganizationInput,
  now: Instant,
  merge: Merge,
): Promise<OrganizationUpdate> {
  const [row] = await tx.query<Stored>(
    `select orgdborgsettings as xml, versionnumber as version, name, to_json(o) as before
     from crm.organization o where organizationid = $1 for update`,
    [organizationId],
  )
  if (row === undefined) return { kind: 'notFound' }
  if (input.ifVersion?.(row.version) === false) {
    return { kind: 'changedMeanwhile' }
  }
  const merged = merge(row.xml)
  if (merged !== null && !merged.ok) return { kind: 'refused', refusal: merged.refusal }

  const isSame = merged === null || merged.xml === row.xml
  const { usesTrackingTokens = null } = input
  if (isSame && Object.keys(input.columns).length === 0 && usesTrackingTokens === null) {
    return { kind: 'updated', changes: [] }
  }
  const values = { ...input.columns, ...(merged === null ? {} : { orgdborgsettings: merged.xml }) }
  const sets = Object.keys(values).map(
    (name, index) => `"${name}" = $${index + 5}::${typeOf(name)}`,
  )
  await tx.query(
    `update crm.organization
     set ${[...sets, 'modifiedon = $2', 'modifiedby = $3'].join(', ')},
       usestrackingtokens = coalesce($4, usestrackingtokens),
       settingsrevision = settingsrevision + 1, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1`,
    [
      organizationId,
      iso(now),
      input.modifiedBy ?? null,
      usesTrackingTokens,
      ...Object.entries(values).map(parameter),
    ],
  )
  const changes = merged?.changes ?? []
  await auditWrite(tx, organizationId, input, { row, changes, now })
  await wakeMailboxes(tx, organizationId, 'all', now)
  return { kind: 'updated', changes }
}

/** The row of an organization before it is written. */
interface Stored {
  readonly xml: string | null
  readonly version: number
  readonly name: string
  readonly before: Readonly<Record<string, unknown>>
}

interface Written {
  readonly row: Stored
  readonly changes: Parameters<typeof settingChanges>[0]
  readonly now: Instant
}

async function auditWrite(
  tx: Queryable,
  organizationId: string,
  { by, columns, usesTrackingTokens }: OrganizationInput,
  { row, changes, now }: Written,
): Promise<void> {
  if (by === undefined) return
  const audit = { operation: 'update', table: 'organization', objectName: row.name } as const
  const changed = [
    ...columnChanges(row.before, columns),
    ...switchChange(row.before, usesTrackingTokens ?? null),
    ...settingChanges(changes),
  ]
  const entry = { ...by, ...audit, objectId: organizationId, changes: changed }
  await recordAudit(tx, organizationId, [entry], now)
}

function switchChange(
  { usestrackingtokens: before }: Readonly<Record<string, unknown>>,
  after: boolean | null,
): readonly AuditChange[] {
  if (after === null || before === after) return []
  return [{ name: 'usestrackingtokens', before: textOf(before), after: textOf(after) }]
}

function columnChanges(
  before: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, ColumnValue>>,
): readonly AuditChange[] {
  return Object.entries(columns).flatMap(([name, value]) => {
    const was = before[name] ?? null
    const isInstant = column(name).type === 'datetime'
    const change = {
      name,
      before: isInstant && was !== null ? iso(Date.parse(String(was))) : textOf(was),
      after: isInstant && typeof value === 'number' ? iso(value) : textOf(value),
    }
    return change.before === change.after ? [] : [change]
  })
}

const textOf = (value: unknown): string | null => (value === null ? null : String(value))

/** Settings of the column `orgdborgsettings` are recorded by their own names. */
const settingChanges = (changes: readonly SettingChange[]): readonly AuditChange[] =>
  changes.map(({ setting, before, after }) => ({
    name: setting.name,
    before: textOf(before),
    after: textOf(after),
  }))

function column(name: string) {
  const found = columnByLogicalName(tableByLogicalName('organization')!, name)
  if (found === undefined || found.readOnly || found.physical === null) {
    throw new TypeError(`organization has no column ${name} that can be written.`)
  }
  return found
}

const typeOf = (name: string): string => sqlType(column(name))!

function parameter([name, value]: readonly [string, ColumnValue]): ColumnValue {
  return column(name).type === 'datetime' && typeof value === 'number' ? iso(value) : value
}
