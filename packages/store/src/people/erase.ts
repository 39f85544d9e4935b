import { tableByLogicalName } from '@trackmark/dataverse'
import type { Writer } from '../crm/write.ts'
import { deleteRow } from '../crm/write-delete.ts'
import type { Database, Queryable } from '../database/database.ts'
import { ACTIVITIES, activitiesOf, PEOPLE, peopleWith } from './find.ts'

interface EraseRequest {
  readonly address: string
  /** Replaces the address where it can't be left out, without disclosing anything of it. */
  readonly pseudonym: string
  /** Also delete activities in which others take part. */
  readonly allActivities: boolean
}

interface Erased {
  readonly deletedActivities: number
  /** The number of activities in which the pseudonym replaces the person now. Their texts stay. */
  readonly changedActivities: number
  readonly deletedPeople: number
  readonly changedRows: number
  /** False when there is more to erase; the caller asks again. */
  readonly isDone: boolean
}

const BATCH = 100

/**
 * Erases the person who has an address, one batch in each transaction. The caller repeats it until it is
 * done.
 *
 * Activities that the person sent, or in which nobody else from outside takes part, are deleted; in others a
 * pseudonym replaces the person. Contacts and leads with the address are deleted, accounts (companies) lose
 * it. In the audit, in alerts and in deliveries that webhooks still wait for, the pseudonym replaces the
 * address. Users and mailboxes must be deleted before: see `holderOf`.
 */
export async function erasePerson(
  database: Database,
  by: Omit<Writer, 'tx'>,
  request: EraseRequest,
): Promise<Erased> {
  return database.transaction(async (tx) => {
    const writer: Writer = { ...by, tx }
    const { organizationId } = by
    const ids: string[] = []
    for (const table of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) {
      if (table === 'account') continue
      ids.push(...(await peopleWith(tx, organizationId, table, request.address)))
    }
    const who = { address: request.address, ids }
    const activities = await activitiesOf(tx, organizationId, who, null, BATCH)
    const mostly = request.allActivities
      ? activities
      : await mostlyTheirs(tx, organizationId, who, activities)
    for (const type of ACTIVITIES) {
      const table = tableByLogicalName(type)!
      const own = await tx.query<{ id: string }>(
        `select activityid as id from crm.${type}
         where organizationid = $1 and activityid = any($2::uuid[]) order by 1 for update`,
        [organizationId, mostly],
      )
      for (const { id } of own) await deleteRow(writer, table, id)
    }
    const others = activities.filter((id) => !mostly.includes(id))
    await takeOut(tx, organizationId, who, request.pseudonym, others)
    if (activities.length === BATCH) {
      return {
        deletedActivities: mostly.length,
        changedActivities: others.length,
        deletedPeople: 0,
        changedRows: 0,
        isDone: false,
      }
    }
    const deletedPeople = await deletePeople(writer, request.address)
    const changedRows = await replaceElsewhere(tx, organizationId, request)
    return {
      deletedActivities: mostly.length,
      changedActivities: others.length,
      deletedPeople,
      changedRows,
      isDone: true,
    }
  })
}

interface Who {
  readonly address: string
  readonly ids: readonly string[]
}

/**
 * Activities that the person sent or organized (masks 1, 7), or in which only our users take part besides.
 */
async function mostlyTheirs(
  tx: Queryable,
  organizationId: string,
  who: Who,
  activities: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `with party as (
       select p.activityid, p.participationtypemask as mask,
         lower(p.addressused) = lower($3) or p.partyid = any($4::uuid[]) as istheirs,
         coalesce(p.partyidtype in ('systemuser', 'queue', 'team'), false) as isours
       from crm.activityparty p
       where p.organizationid = $1 and p.activityid = any($2::uuid[])
     )
     select activityid as id from party group by 1
     having bool_or(coalesce(istheirs, false) and mask in (1, 7))
       or not bool_or(not coalesce(istheirs, false) and not isours)`,
    [organizationId, activities, who.address, who.ids],
  )
  return rows.map(({ id }) => id)
}

/** Puts the pseudonym in the place of the address in parties and lists of recipients. */
async function takeOut(
  tx: Queryable,
  organizationId: string,
  who: Who,
  pseudonym: string,
  activities: readonly string[],
): Promise<void> {
  await tx.query(
    `update crm.activityparty
     set addressused = $5, partyidname = null, exchangeentryid = null, partyid = null,
       partyidtype = null, ispartydeleted = true, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and activityid = any($2::uuid[])
       and (lower(addressused) = lower($3) or partyid = any($4::uuid[]))`,
    [organizationId, activities, who.address, who.ids, pseudonym],
  )
  await tx.query(
    `update crm.email
     set torecipients = ${replaced('torecipients')}, sender = ${replaced('sender')},
       submittedby = ${replaced('submittedby')}, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and activityid = any($4::uuid[])`,
    [organizationId, literally(who.address), pseudonym, activities],
  )
}

/** `$2`: a pattern; `$3`: the pseudonym. */
const replaced = (column: string): string => `regexp_replace(${column}, $2, $3, 'gi')`
/** A pattern for the address, which doesn't match within a longer address. */
const literally = (address: string): string =>
  `(?<![A-Za-z0-9._%+-])${address.replace(/[^A-Za-z0-9@]/g, '\\$&')}(?![A-Za-z0-9-]|\\.[A-Za-z0-9])`

async function deletePeople(writer: Writer, address: string): Promise<number> {
  const { tx, organizationId } = writer
  let count = 0
  for (const name of ['contact', 'lead'] as const) {
    for (const id of await peopleWith(tx, organizationId, name, address)) {
      await deleteRow(writer, tableByLogicalName(name)!, id)
      count += 1
    }
  }
  return count
}

const ELSEWHERE: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['sync.audit', ['objectname', 'changedata']],
  ['crm.tracelog', ['text', 'errordetails', 'traceparameterxml', 'tracedetailxml']],
]

async function replaceElsewhere(
  tx: Queryable,
  organizationId: string,
  { address, pseudonym }: EraseRequest,
): Promise<number> {
  const parameters = [organizationId, literally(address), pseudonym]
  let count = 0
  const run = async (sql: string) => {
    count += (await tx.query(`${sql} returning 1 as changed`, parameters)).length
  }
  for (const column of PEOPLE.account) {
    await run(
      `update crm.account set ${column} = null, versionnumber = nextval('crm.versionnumber')
       where organizationid = $1 and ${column} ~* ('^' || $2 || '$') and $3::text is not null`,
    )
  }
  for (const [table, columns] of ELSEWHERE) {
    for (const column of columns) {
      await run(
        `update ${table} set ${column} = ${replaced(column)}
         where organizationid = $1 and ${column} ~* $2`,
      )
    }
  }
  await run(
    `update sync.webhook_delivery set attributes = ${replaced('attributes::text')}::jsonb
     where organizationid = $1 and attributes::text ~* $2`,
  )
  return count
}
