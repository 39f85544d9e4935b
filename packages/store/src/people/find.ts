import type { Queryable } from '../database/database.ts'

export const ACTIVITIES = ['email', 'appointment', 'recurringappointmentmaster', 'task'] as const
/** Tables of people and companies, with the columns of their addresses. */
export const PEOPLE = {
  contact: ['emailaddress1', 'emailaddress2', 'emailaddress3'],
  lead: ['emailaddress1', 'emailaddress2', 'emailaddress3'],
  account: ['emailaddress1', 'emailaddress2', 'emailaddress3'],
} as const

/** Owners of an address that have to be deleted before the address can be erased. */
type Holder = 'user' | 'mailbox' | 'account'

/** What has this address in the organization: a user, a mailbox or a sign-in. Null = none of them. */
export async function holderOf(
  database: Queryable,
  organizationId: string,
  address: string,
): Promise<Holder | null> {
  const [found] = await database.query<{ kind: Holder }>(
    `select 'mailbox' as kind from crm.mailbox
       where organizationid = $1 and lower(emailaddress) = lower($2)
     union all
     select 'user' from crm.systemuser
       where organizationid = $1
         and lower($2) in (lower(internalemailaddress), lower(domainname), lower(personalemailaddress))
     union all
     select 'account' from sync.account where organizationid = $1 and lower(signinname) = lower($2)
     limit 1`,
    [organizationId, address],
  )
  return found?.kind ?? null
}

/** Ids of the rows of a table that have the address. */
export async function peopleWith(
  database: Queryable,
  organizationId: string,
  table: keyof typeof PEOPLE,
  address: string,
): Promise<readonly string[]> {
  const conditions = PEOPLE[table].map((column) => `lower(${column}) = lower($2)`)
  const rows = await database.query<{ id: string }>(
    `select ${table}id as id from crm.${table}
     where organizationid = $1 and (${conditions.join(' or ')}) order by 1`,
    [organizationId, address],
  )
  return rows.map(({ id }) => id)
}

/**
 * Activities in which the address, or one of these people, takes part, in the order of their ids.
 * @param after id of the last one seen
 */
export async function activitiesOf(
  database: Queryable,
  organizationId: string,
  who: { readonly address: string; readonly ids: readonly string[] },
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    `select distinct activityid as id from crm.activityparty
     where organizationid = $1 and (lower(addressused) = lower($2) or partyid = any($3::uuid[]))
       and ($4::uuid is null or activityid > $4)
     order by 1 limit $5`,
    [organizationId, who.address, who.ids, after, limit],
  )
  return rows.map(({ id }) => id)
}
