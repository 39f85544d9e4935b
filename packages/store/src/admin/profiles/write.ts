import type { ColumnValue, Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { relistFolders } from '../../sync/cursors.ts'
import { wakeMailboxes, wakeMailboxesOfProfile } from '../wake.ts'

/** Columns of a server profile that its form changes, by logical name. */
interface ProfileColumns {
  readonly name?: string
  readonly description?: string | null
  readonly processemailsreceivedafter?: Instant | null
  readonly minpollingintervalinminutes?: number
  readonly maxconcurrentconnections?: number
  readonly moveundeliveredemails?: boolean
  readonly sendemailalert?: boolean
}

interface ProfileChange {
  readonly columns: ProfileColumns
  /** The whole new connection; left out = it stays as it is. */
  readonly connection?: Readonly<Record<string, unknown>>
  readonly isActive?: boolean
  readonly modifiedBy: string
  /** Whether a row of this `versionnumber` may be written; left out = any. */
  readonly ifVersion?: (version: number) => boolean
}

const WRITTEN: Readonly<Record<keyof ProfileColumns, string>> = {
  name: 'text',
  description: 'text',
  processemailsreceivedafter: 'timestamptz',
  minpollingintervalinminutes: 'integer',
  maxconcurrentconnections: 'integer',
  moveundeliveredemails: 'boolean',
  sendemailalert: 'boolean',
}

/** Changes a profile. Its mailboxes are due, since credentials or addresses may have been corrected. */
export async function changeProfile(
  tx: Queryable,
  organizationId: string,
  profileId: string,
  change: ProfileChange,
  now: Instant,
): Promise<'changed' | 'notFound' | 'changedMeanwhile'> {
  const [row] = await tx.query<{ version: number }>(
    `select versionnumber as version from crm.emailserverprofile
     where organizationid = $1 and emailserverprofileid = $2 for update`,
    [organizationId, profileId],
  )
  if (row === undefined) return 'notFound'
  if (change.ifVersion?.(row.version) === false) return 'changedMeanwhile'
  const names = (Object.keys(WRITTEN) as (keyof ProfileColumns)[]).filter(
    (name) => change.columns[name] !== undefined,
  )
  const sets = names.map((name, index) => `${name} = $${index + 7}::${WRITTEN[name]}`)
  await tx.query(
    `update crm.emailserverprofile
     set ${[...sets, 'modifiedon = $3', 'modifiedby = $4'].join(', ')},
       connection = coalesce($5::text::jsonb, connection),
       statecode = case when $6::boolean is null then statecode when $6 then 0 else 1 end,
       statuscode = case when $6::boolean is null then statuscode when $6 then 1 else 2 end,
       versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and emailserverprofileid = $2`,
    [
      organizationId,
      profileId,
      iso(now),
      change.modifiedBy,
      change.connection === undefined ? null : JSON.stringify(change.connection),
      change.isActive ?? null,
      ...names.map((name) => written(name, change.columns[name] ?? null)),
    ],
  )
  await wakeMailboxesOfProfile(tx, organizationId, profileId, now)
  return 'changed'
}

const written = (name: keyof ProfileColumns, value: ColumnValue): ColumnValue =>
  name === 'processemailsreceivedafter' && typeof value === 'number' ? iso(value) : value

/** Deletes a profile that serves no mailbox. It may have been the default of new mailboxes. */
export async function deleteProfile(
  tx: Queryable,
  organizationId: string,
  profileId: string,
): Promise<'deleted' | 'notFound' | 'inUse'> {
  const [row] = await tx.query<{ used: boolean }>(
    `select exists (select 1 from crm.mailbox m where m.organizationid = p.organizationid
       and m.emailserverprofile = p.emailserverprofileid) as used
     from crm.emailserverprofile p
     where p.organizationid = $1 and p.emailserverprofileid = $2 for update`,
    [organizationId, profileId],
  )
  if (row === undefined) return 'notFound'
  if (row.used) return 'inUse'
  await tx.query(
    `update crm.organization
     set defaultemailserverprofileid = null, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and defaultemailserverprofileid = $2`,
    [organizationId, profileId],
  )
  await tx.query(
    `delete from crm.emailserverprofile where organizationid = $1 and emailserverprofileid = $2`,
    [organizationId, profileId],
  )
  return 'deleted'
}

/** What a test of a profile found, in the columns Dataverse has for it. */
interface ProfileTestRecord {
  readonly startedOn: Instant
  /** 0 Failure, 1 Success, 2 Warning */
  readonly status: 0 | 1 | 2
  readonly message: string | null
  readonly durationMs: number
}

export async function recordProfileTest(
  database: Queryable,
  organizationId: string,
  profileId: string,
  test: ProfileTestRecord,
): Promise<void> {
  await database.query(
    `update crm.emailserverprofile
     set lastteststarttime = $3, lasttestexecutionstatus = $4, lastcrmmessage = $5,
       lasttesttotalexecutiontime = $6, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and emailserverprofileid = $2`,
    [organizationId, profileId, iso(test.startedOn), test.status, test.message, test.durationMs],
  )
}

/**
 * Assigns mailboxes to a profile and makes them due. Where the profile reaches another server or tenant than
 * the previous one, what was read there is forgotten, and cycles under way can commit nothing more.
 * @returns how many mailboxes were assigned
 */
export async function assignMailboxes(
  tx: Queryable,
  organizationId: string,
  profileId: string,
  mailboxIds: readonly string[] | 'all',
  now: Instant,
): Promise<number> {
  const isAll = mailboxIds === 'all'
  const assigned = await tx.query<{ mailboxid: string; moved: boolean }>(
    `with chosen as (
       select m.mailboxid, ${SERVER_OF('before')} is distinct from ${SERVER_OF('after')} as moved
       from crm.mailbox m
       join crm.emailserverprofile after on after.organizationid = m.organizationid
         and after.emailserverprofileid = $2
       left join crm.emailserverprofile before on before.organizationid = m.organizationid
         and before.emailserverprofileid = m.emailserverprofile
       where m.organizationid = $1 and m.emailserverprofile is distinct from $2
         and ${isAll ? 'm.statecode = 0' : 'm.mailboxid = any($4)'}
       order by m.mailboxid for update of m
     )
     update crm.mailbox m
     set emailserverprofile = $2, modifiedon = $3, versionnumber = nextval('crm.versionnumber')
     from chosen
     where m.organizationid = $1 and m.mailboxid = chosen.mailboxid
     returning m.mailboxid, chosen.moved`,
    [organizationId, profileId, iso(now), ...(isAll ? [] : [mailboxIds])],
  )
  const moved = assigned.filter((row) => row.moved).map((row) => row.mailboxid)
  if (moved.length > 0) await forgetServer(tx, organizationId, moved)
  await wakeMailboxes(
    tx,
    organizationId,
    assigned.map((row) => row.mailboxid),
    now,
  )
  return assigned.length
}

const SERVER_OF = (profile: string): string =>
  `(${profile}.connection->>'graphUrl', ${profile}.connection->>'tenantId')`

/** Which of these mailboxes lie on another server or tenant when they are reached by another profile. */
export async function movedBy(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[],
  profileId: string,
): Promise<string[]> {
  const rows = await tx.query<{ mailboxid: string }>(
    `select m.mailboxid from crm.mailbox m
     join crm.emailserverprofile after on after.organizationid = m.organizationid
       and after.emailserverprofileid = $3
     left join crm.emailserverprofile before on before.organizationid = m.organizationid
       and before.emailserverprofileid = m.emailserverprofile
     where m.organizationid = $1 and m.mailboxid = any($2::uuid[])
       and ${SERVER_OF('before')} is distinct from ${SERVER_OF('after')}`,
    [organizationId, mailboxIds, profileId],
  )
  return rows.map((row) => row.mailboxid)
}

/** Forgets what was read of mailboxes that lie on another server now. */
export async function forgetServer(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[],
): Promise<void> {
  await relistFolders(tx, organizationId, mailboxIds)
  await tx.query(
    `update sync.mailbox_schedule set hierarchy = null
     where organizationid = $1 and mailboxid = any($2)`,
    [organizationId, mailboxIds],
  )
  await tx.query(
    `update crm.organization set settingsrevision = settingsrevision + 1
     where organizationid = $1`,
    [organizationId],
  )
}

/** Stores where the sandbox is reached in every profile of it. @param url null = it isn't running */
export async function relocateSandboxProfiles(
  database: Queryable,
  organizationId: string,
  url: string | null,
): Promise<void> {
  const place = { graphUrl: url === null ? null : `${url}/v1.0`, authorityUrl: url }
  await database.query(
    `update crm.emailserverprofile set connection = connection || $2::text::jsonb
     where organizationid = $1 and connector = 'sandbox'
       and connection || $2::text::jsonb <> connection`,
    [organizationId, JSON.stringify(place)],
  )
}

/** Whether a profile other than this one has the name, compared without case. */
export async function isProfileNameTaken(
  database: Queryable,
  organizationId: string,
  name: string,
  profileId: string,
): Promise<boolean> {
  const taken = await database.query(
    `select 1 from crm.emailserverprofile
     where organizationid = $1 and lower(name) = lower($2) and emailserverprofileid <> $3`,
    [organizationId, name, profileId],
  )
  return taken.length > 0
}
