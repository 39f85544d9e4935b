import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../../database/database.ts'
import { writeFailure } from '../../database/errors.ts'
import { iso } from '../../database/values.ts'
import { wakeMailboxesOfProfile } from '../wake.ts'

/** An email server profile with what a connector needs to reach its server. Secrets are stored elsewhere. */
export interface Profile {
  readonly profileId: string
  readonly name: string
  readonly connector: 'exchangeonline' | 'sandbox'
  /** Tenant, client id and addresses, in a form that the connector defines. Never a secret. */
  readonly connection: Readonly<Record<string, unknown>>
  readonly isActive: boolean
}

type NewProfile = Omit<Profile, 'isActive'> & {
  readonly minPollingMinutes?: number
  readonly ownerId?: string | null
}

/** Exchange Online, in the numbers of `emailserverprofile_servertype`. */
const SERVER_TYPE = 3

/** Adds a profile, or updates the one with this id. */
export async function addProfile(
  database: Database,
  organizationId: string,
  profile: NewProfile,
  now: Instant,
): Promise<void> {
  try {
    await database.query(
      `insert into crm.emailserverprofile (organizationid, emailserverprofileid, name, servertype,
         minpollingintervalinminutes, connector, connection, ownerid, owneridtype, owninguser,
         createdon, modifiedon)
       values ($1, $2, $3, $4, coalesce($5, 0), $6, $7::text::jsonb, $8,
         case when $8::uuid is not null then 'systemuser' end, $8, $9, $9)
       on conflict (organizationid, emailserverprofileid) do update set
         name = excluded.name, connector = excluded.connector, connection = excluded.connection,
         minpollingintervalinminutes = coalesce($5, emailserverprofile.minpollingintervalinminutes),
         modifiedon = excluded.modifiedon, versionnumber = nextval('crm.versionnumber')`,
      [
        organizationId,
        profile.profileId,
        profile.name,
        SERVER_TYPE,
        profile.minPollingMinutes ?? null,
        profile.connector,
        JSON.stringify(profile.connection),
        profile.ownerId ?? null,
        iso(now),
      ],
    )
  } catch (error) {
    throw writeFailure(error)
  }
}

const FIELDS = `emailserverprofileid as "profileId", name, connector, connection,
  statecode = 0 as "isActive"`

export async function findProfile(
  database: Queryable,
  organizationId: string,
  profileId: string,
): Promise<Profile | null> {
  const [row] = await database.query<Profile>(
    `select ${FIELDS} from crm.emailserverprofile
     where organizationid = $1 and emailserverprofileid = $2`,
    [organizationId, profileId],
  )
  return row ?? null
}

export async function listProfiles(
  database: Queryable,
  organizationId: string,
): Promise<Profile[]> {
  return database.query<Profile>(
    `select ${FIELDS} from crm.emailserverprofile where organizationid = $1 order by name`,
    [organizationId],
  )
}

/**
 * Mailboxes of an inactive profile aren't synchronized; those of one made active are due at once.
 * @returns false = no such profile
 */
export async function setProfileActive(
  database: Database,
  organizationId: string,
  profileId: string,
  isActive: boolean,
  now: Instant,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const found = await tx.query(
      `update crm.emailserverprofile
       set statecode = $3, statuscode = $4, modifiedon = $5,
         versionnumber = nextval('crm.versionnumber')
       where organizationid = $1 and emailserverprofileid = $2
       returning 1 as found`,
      [organizationId, profileId, isActive ? 0 : 1, isActive ? 1 : 2, iso(now)],
    )
    if (found.length === 0) return false
    await wakeMailboxesOfProfile(tx, organizationId, profileId, now)
    return true
  })
}
