import type { Queryable } from '../database/database.ts'
import { ACTIVITIES, activitiesOf, PEOPLE, peopleWith } from './find.ts'

/** A row as it is stored. */
interface PersonalRow {
  readonly table: string
  readonly row: Readonly<Record<string, unknown>>
}

/** Columns of our own that say nothing about a person. */
const OWN = ['changexid', 'identity', 'passwordhash']
const BATCH = 20

/**
 * Everything that an organization stores of the person who has an address: rows of people, users, mailboxes
 * and sign-ins, activities they take part in with all parties and attachments, and audit records. Rows come
 * one after another, with a few activities at a time in memory.
 */
export async function* exportPerson(
  database: Queryable,
  organizationId: string,
  address: string,
): AsyncGenerator<PersonalRow> {
  const read = async (table: string, where: string, parameters: readonly unknown[] = []) => {
    const rows = await database.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where organizationid = $1 and (${where})`,
      [organizationId, ...parameters],
    )
    return rows.map(({ row }) => ({
      table,
      row: Object.fromEntries(Object.entries(row).filter(([name]) => !OWN.includes(name))),
    }))
  }
  const ids: string[] = []
  for (const table of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) {
    const own = await peopleWith(database, organizationId, table, address)
    ids.push(...own)
    yield* await read(`crm.${table}`, `${table}id = any($2::uuid[])`, [own])
  }
  const users = await read(
    'crm.systemuser',
    'lower($2) in (lower(internalemailaddress), lower(domainname), lower(personalemailaddress))',
    [address],
  )
  yield* users
  const userIds = users.map(({ row }) => row.systemuserid as string)
  ids.push(...userIds)
  yield* await read('crm.mailbox', 'lower(emailaddress) = lower($2)', [address])
  yield* await read(
    'sync.account',
    'lower(signinname) = lower($2) or systemuserid = any($3::uuid[])',
    [address, userIds],
  )
  const who = { address, ids }
  for (let after: string | null = null; ; ) {
    const activities = await activitiesOf(database, organizationId, who, after, BATCH)
    for (const table of ACTIVITIES) {
      yield* await read(`crm.${table}`, 'activityid = any($2::uuid[])', [activities])
    }
    yield* await read('crm.activityparty', 'activityid = any($2::uuid[])', [activities])
    for (const id of activities) {
      yield* await read('crm.activitymimeattachment', 'objectid = $2', [id])
    }
    if (activities.length < BATCH) break
    after = activities.at(-1)!
  }
  yield* await read(
    'sync.audit',
    `userid = any($3::uuid[]) or objectid = any($3::uuid[])
      or strpos(lower(objectname || ' ' || changedata), lower($2)) > 0`,
    [address, ids],
  )
}
