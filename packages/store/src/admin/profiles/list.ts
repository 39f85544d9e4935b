import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import type { Profile } from './profiles.ts'

/** A server profile with what lists and forms show beside its connection. */
export interface ProfileDetails extends Profile {
  readonly description: string | null
  readonly isDefault: boolean
  /** How many mailboxes it serves. */
  readonly mailboxes: number
  readonly processEmailsReceivedAfter: Instant | null
  readonly minPollingMinutes: number
  readonly maxConcurrentConnections: number
  readonly moveUndeliveredEmails: boolean
  readonly sendEmailAlert: boolean
  readonly lastTestOn: Instant | null
  /** `emailserverprofile_lasttestexecutionstatus` */
  readonly lastTestStatus: 0 | 1 | 2 | null
  readonly lastTestMessage: string | null
  readonly modifiedOn: Instant
  readonly versionNumber: number
}

type ProfileOrder = 'name' | 'mailboxes' | 'modifiedOn'

interface ProfileListRequest {
  /** Part of the name, tenant or client id, in any case. */
  readonly search?: string
  readonly isActive?: boolean
  readonly order?: ProfileOrder
  readonly descending?: boolean
  /** The number of rows to skip. */
  readonly skip?: number
  readonly limit?: number
}

const ORDER: Readonly<Record<ProfileOrder, string>> = {
  name: 'lower(name)',
  mailboxes: 'mailboxes',
  modifiedOn: '"modifiedOn"',
}

const DETAILS = `
  select p.emailserverprofileid as "profileId", coalesce(p.name, '') as name, p.description,
    p.connector, p.connection, p.statecode = 0 as "isActive",
    coalesce(o.defaultemailserverprofileid = p.emailserverprofileid, false) as "isDefault",
    (select count(*) from crm.mailbox m where m.organizationid = p.organizationid
       and m.emailserverprofile = p.emailserverprofileid) as mailboxes,
    p.processemailsreceivedafter as "processEmailsReceivedAfter",
    coalesce(p.minpollingintervalinminutes, 0) as "minPollingMinutes",
    coalesce(p.maxconcurrentconnections, 10) as "maxConcurrentConnections",
    coalesce(p.moveundeliveredemails, false) as "moveUndeliveredEmails",
    coalesce(p.sendemailalert, false) as "sendEmailAlert", p.lastteststarttime as "lastTestOn",
    p.lasttestexecutionstatus as "lastTestStatus", p.lastcrmmessage as "lastTestMessage",
    p.modifiedon as "modifiedOn", p.versionnumber as "versionNumber"
  from crm.emailserverprofile p
  join crm.organization o on o.organizationid = p.organizationid
  where p.organizationid = $1`

/** @returns a page of profiles, and how many there are in all */
export async function listProfileDetails(
  database: Queryable,
  organizationId: string,
  request: ProfileListRequest = {},
): Promise<{ profiles: ProfileDetails[]; total: number }> {
  const where = `where ($2::text is null or position(lower($2) in lower(name)) > 0
      or position(lower($2) in lower(coalesce(connection->>'tenantId', ''))) > 0
      or position(lower($2) in lower(coalesce(connection->>'clientId', ''))) > 0)
    and ($3::boolean is null or "isActive" = $3)`
  const filter = [organizationId, request.search ?? null, request.isActive ?? null]
  const profiles = await database.query<ProfileDetails>(
    `select * from (${DETAILS}) p ${where}
     order by ${ORDER[request.order ?? 'name']} ${request.descending === true ? 'desc' : 'asc'}, "profileId"
     limit $4 offset $5`,
    [...filter, request.limit ?? 200, request.skip ?? 0],
  )
  const [row] = await database.query<{ n: number }>(
    `select count(*) as n from (${DETAILS}) p ${where}`,
    filter,
  )
  return { profiles: profiles.map(numbers), total: Number(row?.n ?? 0) }
}

/** @param idOrName a GUID in lower case, or a name in any case */
export async function findProfileDetails(
  database: Queryable,
  organizationId: string,
  idOrName: string,
): Promise<ProfileDetails | null> {
  const [row] = await database.query<ProfileDetails>(
    `select * from (${DETAILS}) p
     where "profileId"::text = $2 or lower(name) = lower($2)
     order by "profileId"::text = $2 desc limit 1`,
    [organizationId, idOrName],
  )
  return row === undefined ? null : numbers(row)
}

const numbers = (row: ProfileDetails): ProfileDetails => ({
  ...row,
  mailboxes: Number(row.mailboxes),
})
