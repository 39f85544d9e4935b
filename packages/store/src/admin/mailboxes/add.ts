import type { Instant } from '@trackmark/core'
import type { Database, Queryable } from '../../database/database.ts'
import { writeFailure } from '../../database/errors.ts'
import { iso, rowsJson } from '../../database/values.ts'

/**
 * Delivery methods as Dataverse numbers them. Incoming and outgoing: 0 None, 2 server-side synchronization.
 * Appointments, contacts and tasks: 1 server-side synchronization, 2 None. The other methods exist in
 * Dataverse and synchronize nothing here.
 */
export interface MailboxMethods {
  readonly incoming: 0 | 1 | 2 | 3
  readonly outgoing: 0 | 1 | 2
  readonly act: 0 | 1 | 2
}

interface NewMailbox {
  readonly mailboxId: string
  readonly name: string
  readonly emailAddress: string
  readonly regardingId: string
  readonly regardingType: 'systemuser' | 'queue'
  /** Id of a user. For the mailbox of a queue it is the user who answers for the queue. */
  readonly ownerId: string
  readonly profileId: string | null
  readonly methods: MailboxMethods
}

/**
 * Adds mailboxes and schedules them, due now, in a fixed number of statements. A mailbox whose id exists
 * already stays as it is.
 * @returns how many are new
 */
export async function addMailboxes(
  database: Database,
  organizationId: string,
  mailboxes: readonly NewMailbox[],
  now: Instant,
): Promise<number> {
  if (mailboxes.length === 0) return 0
  const records = rowsJson(mailboxes.map(({ methods, ...mailbox }) => ({ ...mailbox, ...methods })))
  try {
    return await database.transaction(async (tx) => {
      const added = await tx.query<{ mailboxid: string; regardingobjectidtype: string }>(
        `insert into crm.mailbox (organizationid, mailboxid, name, emailaddress, regardingobjectid,
           regardingobjectidtype, ownerid, owneridtype, owninguser, emailserverprofile,
           incomingemaildeliverymethod, outgoingemaildeliverymethod, actdeliverymethod,
           enabledforincomingemail, enabledforoutgoingemail, enabledforact,
           emailrouteraccessapproval, createdon, modifiedon)
         select $1, "mailboxId", name, "emailAddress", "regardingId", "regardingType", "ownerId",
           'systemuser', "ownerId", "profileId", incoming, outgoing, act, incoming = 2,
           outgoing = 2, act = 1, 1, $2, $2
         from json_to_recordset($3::json) as r("mailboxId" uuid, name text, "emailAddress" text,
           "regardingId" uuid, "regardingType" text, "ownerId" uuid, "profileId" uuid,
           incoming integer, outgoing integer, act integer)
         on conflict do nothing
         returning mailboxid`,
        [organizationId, iso(now), records],
      )
      const ids = added.map((row) => row.mailboxid)
      await tx.query(
        `insert into sync.mailbox_schedule (organizationid, mailboxid, dueat)
         select $1, unnest($3::uuid[]), $2 on conflict do nothing`,
        [organizationId, iso(now), ids],
      )
      await setDefaultMailboxes(tx, organizationId, ids)
      return ids.length
    })
  } catch (error) {
    throw writeFailure(error)
  }
}

/** A user or queue without a default mailbox gets this one, as in Dataverse. */
async function setDefaultMailboxes(
  tx: Queryable,
  organizationId: string,
  mailboxIds: readonly string[],
): Promise<void> {
  for (const table of ['systemuser', 'queue']) {
    await tx.query(
      `update crm.${table} p
       set defaultmailbox = m.mailboxid, versionnumber = nextval('crm.versionnumber')
       from crm.mailbox m
       where m.organizationid = $1 and m.mailboxid = any($2) and m.regardingobjectidtype = '${table}'
         and p.organizationid = $1 and p.${table}id = m.regardingobjectid
         and p.defaultmailbox is null`,
      [organizationId, mailboxIds],
    )
  }
}

/** Ids of a user's mailboxes: their own, and those of queues they answer for. */
export async function mailboxesOf(
  database: Queryable,
  organizationId: string,
  userId: string,
): Promise<string[]> {
  const rows = await database.query<{ mailboxid: string }>(
    `select mailboxid from crm.mailbox
     where organizationid = $1 and (ownerid = $2 or regardingobjectid = $2)`,
    [organizationId, userId],
  )
  return rows.map((row) => row.mailboxid)
}

/** @param addresses in lower case. Addresses of the result are in lower case too. */
export async function mailboxesByAddress(
  database: Queryable,
  organizationId: string,
  addresses: readonly string[],
): Promise<readonly { readonly mailboxId: string; readonly address: string }[]> {
  return database.query(
    `select mailboxid as "mailboxId", lower(emailaddress) as address from crm.mailbox
     where organizationid = $1 and lower(emailaddress) = any($2)`,
    [organizationId, addresses],
  )
}
