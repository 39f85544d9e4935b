import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { wakeMailboxes } from '../wake.ts'
import type { NewOrganization } from './organizations.ts'

/** @returns false = the unique name is taken */
export async function addOrganization(
  database: Queryable,
  organization: NewOrganization & { readonly hostNames: readonly string[] },
  now: Instant,
): Promise<boolean> {
  const made = await database.query(
    `insert into crm.organization (organizationid, uniquename, name, version, hostnames,
       createdon, modifiedon)
     values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing returning 1 as made`,
    [
      organization.organizationId,
      organization.uniqueName.toLowerCase(),
      organization.name,
      organization.version,
      organization.hostNames,
      iso(now),
    ],
  )
  return made.length > 0
}

interface OrganizationChange {
  readonly name?: string
  readonly version?: string
  readonly hostNames?: readonly string[]
  readonly isDisabled?: boolean
}

/**
 * Changes the name, version, host names or state of an organization. Cycles under way notice the change by
 * the settings revision. The mailboxes of a disabled organization are no longer due; enabling it makes them
 * due at once.
 * @returns false = no such organization
 */
export async function changeOrganization(
  database: Database,
  organizationId: string,
  change: OrganizationChange,
  now: Instant,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const [row] = await tx.query<{ isdisabled: boolean }>(
      'select isdisabled from crm.organization where organizationid = $1 for update',
      [organizationId],
    )
    if (row === undefined) return false
    await tx.query(
      `update crm.organization
       set name = coalesce($2, name), version = coalesce($3, version),
         hostnames = coalesce($4::text[], hostnames), isdisabled = coalesce($5, isdisabled),
         settingsrevision = settingsrevision + 1, modifiedon = $6,
         versionnumber = nextval('crm.versionnumber')
       where organizationid = $1`,
      [
        organizationId,
        change.name ?? null,
        change.version ?? null,
        change.hostNames ?? null,
        change.isDisabled ?? null,
        iso(now),
      ],
    )
    const isDisabled = change.isDisabled ?? row.isdisabled
    if (isDisabled !== row.isdisabled) await turn(tx, organizationId, isDisabled, now)
    // The version decides the defaults of settings, so that the category may have to be added or removed.
    else if (!isDisabled) await wakeMailboxes(tx, organizationId, 'all', now)
    return true
  })
}

async function turn(
  tx: Queryable,
  organizationId: string,
  isDisabled: boolean,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update sync.mailbox_schedule s set dueat = $2
     from (
       select mailboxid from sync.mailbox_schedule where organizationid = $1
       order by mailboxid for update
     ) own
     where s.organizationid = $1 and s.mailboxid = own.mailboxid`,
    [organizationId, isDisabled ? null : iso(now)],
  )
}

/** `removed`, or why the organization wasn't removed. */
type OrganizationRemoval =
  | { readonly kind: 'notFound' }
  | { readonly kind: 'notDisabled' }
  /** The number of mailboxes that still have the category in their list. */
  | { readonly kind: 'categories'; readonly mailboxes: number }
  | { readonly kind: 'removed' }

/**
 * Deletes a disabled organization with all of its rows, in one transaction. It doesn't touch the mailboxes
 * themselves, so that it is refused while any of them has the category, unless the caller wants to leave the
 * category there.
 */
export async function removeOrganization(
  database: Database,
  organizationId: string,
  options: { readonly leaveCategories: boolean },
): Promise<OrganizationRemoval> {
  return database.transaction(async (tx): Promise<OrganizationRemoval> => {
    const [row] = await tx.query<{ isdisabled: boolean }>(
      'select isdisabled from crm.organization where organizationid = $1 for update',
      [organizationId],
    )
    if (row === undefined) return { kind: 'notFound' }
    if (!row.isdisabled) return { kind: 'notDisabled' }
    const [marked] = await tx.query<{ n: number }>(
      `select count(distinct mailboxid) as n from crm.mailboxtrackingcategory
       where organizationid = $1 and categoryonboardingstatus in (1, 3)`,
      [organizationId],
    )
    const mailboxes = marked?.n ?? 0
    if (mailboxes > 0 && !options.leaveCategories) return { kind: 'categories', mailboxes }
    for (const table of await tablesOfOrganizations(tx)) {
      await tx.query(`delete from ${table} where organizationid = $1`, [organizationId])
    }
    return { kind: 'removed' }
  })
}

/**
 * Tables are found in the database's own catalogue, so that no table of a later migration is forgotten. `crm`
 * comes before `sync`, since deletions of its rows may be recorded there.
 */
async function tablesOfOrganizations(tx: Queryable): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('crm', 'sync')
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'organizationid' and a.attnum > 0
     where c.relkind in ('r', 'p') and not c.relispartition
     order by 1`,
  )
  return rows.map((row) => row.name)
}

/** Whether somebody has worked with an organization. */
export async function hasActivitiesOrAccounts(
  database: Queryable,
  organizationId: string,
): Promise<boolean> {
  const found = await database.query(
    `select 1 from crm.activitypointer where organizationid = $1
     union all select 1 from sync.account where organizationid = $1 limit 1`,
    [organizationId],
  )
  return found.length > 0
}
