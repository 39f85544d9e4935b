import type { Instant } from '@trackmark/core'
import { type Database, type Queryable, writeFailure } from '../database.ts'
import { iso, rowsJson } from '../wire.ts'
import { wakeMailboxes } from './wake.ts'

/**
 * Delivery methods in the numbers of Dataverse, which differ: incoming and outgoing 0 None, 2
 * server-side synchronization; appointments, contacts and tasks 1 server-side synchronization,
 * 2 None. The others exist in Dataverse and synchronize nothing here.
 */
export interface MailboxMethods {
  readonly incoming: 0 | 1 | 2 | 3
  readonly outgoing: 0 | 1 | 2
  readonly act: 0 | 1 | 2
}

export interface NewMailbox {
  readonly mailboxId: string
  readonly name: string
  readonly emailAddress: string
  readonly regardingId: string
  readonly regardingType: 'systemuser' | 'queue'
  /** A user; of a queue's mailbox the one who answers for it. */
  readonly ownerId: string
  readonly profileId: string | null
  readonly methods: MailboxMethods
}

/**
 * Adds mailboxes and puts them on the schedule, due now, in a fixed number of statements. One whose
 * id is there already is left as it is.
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

/**
 * Turns synchronization on or off for mailboxes; they are due at once, also to take the category
 * out of one that leaves (CL8).
 * @returns how many there are
 */
export async function setMailboxMethods(
  database: Database,
  organizationId: string,
  mailboxIds: readonly string[],
  methods: Partial<MailboxMethods>,
  now: Instant,
): Promise<number> {
  return database.transaction(async (tx) => {
    const changed = await tx.query(
      `update crm.mailbox m
       set incomingemaildeliverymethod = n.incoming, outgoingemaildeliverymethod = n.outgoing,
         actdeliverymethod = n.act, enabledforincomingemail = n.incoming = 2,
         enabledforoutgoingemail = n.outgoing = 2, enabledforact = n.act = 1,
         modifiedon = $3, versionnumber = nextval('crm.versionnumber')
       from (
         select mailboxid, coalesce($4, incomingemaildeliverymethod) as incoming,
           coalesce($5, outgoingemaildeliverymethod) as outgoing,
           coalesce($6, actdeliverymethod) as act
         from crm.mailbox where organizationid = $1 and mailboxid = any($2)
         order by mailboxid for update
       ) n
       where m.organizationid = $1 and m.mailboxid = n.mailboxid
       returning 1 as changed`,
      [
        organizationId,
        mailboxIds,
        iso(now),
        methods.incoming ?? null,
        methods.outgoing ?? null,
        methods.act ?? null,
      ],
    )
    await wakeMailboxes(tx, organizationId, mailboxIds, now)
    return changed.length
  })
}

/** Ids of the mailboxes a user owns: their own, and those of queues they answer for. */
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

/** What one look at a mailbox shows. Instants in milliseconds. */
export interface MailboxState {
  readonly mailboxId: string
  readonly name: string
  readonly emailAddress: string
  readonly profileName: string | null
  readonly isSynchronized: boolean
  readonly lastSyncStartedOn: Instant | null
  readonly lastSuccessfulSyncOn: Instant | null
  /** Null = the schedule has nothing to do with it. */
  readonly nextDueOn: Instant | null
  /** A worker has it now. */
  readonly isRunning: boolean
  /** Failed cycles in a row; 0 = healthy. */
  readonly failures: number
  readonly failingSince: Instant | null
  readonly lastError: string | null
  /** `tracked` category: in the master list, taken away, or never made. */
  readonly category: 'absent' | 'provisioned' | 'removed'
  readonly linked: number
  readonly parked: number
  readonly openAlerts: number
}

const IS_SYNCHRONIZED = `(m.statecode = 0 and p.statecode = 0
  and (m.incomingemaildeliverymethod = 2 or m.actdeliverymethod = 1))`

/** Mailboxes by name. @param wish.after name and id of the last one seen, for the next page */
export async function listMailboxes(
  database: Queryable,
  organizationId: string,
  now: Instant,
  wish: { mailboxIds?: readonly string[]; after?: readonly [string, string]; limit?: number } = {},
): Promise<MailboxState[]> {
  return database.query<MailboxState>(
    `select m.mailboxid as "mailboxId", m.name, m.emailaddress as "emailAddress",
       p.name as "profileName", coalesce(${IS_SYNCHRONIZED}, false) as "isSynchronized",
       m.lastsyncstartedon as "lastSyncStartedOn",
       m.lastsuccessfulsynccompletedon as "lastSuccessfulSyncOn", s.dueat as "nextDueOn",
       coalesce(s.leaseuntil > $2, false) as "isRunning", coalesce(s.failures, 0) as failures,
       s.failingsince as "failingSince", m.lastsyncerror as "lastError",
       case c.categoryonboardingstatus when 1 then 'provisioned' when 2 then 'removed'
         else 'absent' end as category,
       (select count(*) from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.state = 'linked') as linked,
       (select count(*) from sync.link l where l.organizationid = m.organizationid
          and l.mailboxid = m.mailboxid and l.parkcode is not null) as parked,
       (select count(*) from crm.tracelog t where t.organizationid = m.organizationid
          and t.regardingobjectid = m.mailboxid and not t.tracestatus) as "openAlerts"
     from (
       select * from crm.mailbox
       where organizationid = $1 and ($3::uuid[] is null or mailboxid = any($3))
         and ($4::text is null or (name, mailboxid) > ($4, $5::uuid))
       order by name, mailboxid
       limit $6
     ) m
     left join crm.emailserverprofile p on p.organizationid = m.organizationid
       and p.emailserverprofileid = m.emailserverprofile
     left join sync.mailbox_schedule s on s.organizationid = m.organizationid
       and s.mailboxid = m.mailboxid
     left join crm.mailboxtrackingcategory c on c.organizationid = m.organizationid
       and c.mailboxid = m.mailboxid and c.purpose = 'tracked'
     order by m.name, m.mailboxid`,
    [
      organizationId,
      iso(now),
      wish.mailboxIds ?? null,
      wish.after?.[0] ?? null,
      wish.after?.[1] ?? null,
      wish.limit ?? 1_000,
    ],
  )
}
