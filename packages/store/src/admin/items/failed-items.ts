import type { ItemKind } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { rowsJson } from '../../database/values.ts'
import type { FailureRef } from './failures.ts'

/** Where the item of a failure is found in its mailbox. */
export interface FailedItemPlace extends FailureRef {
  readonly emailAddress: string
  readonly profileId: string | null
  readonly itemKind: ItemKind
  readonly itemKey: string
  readonly folder: string
}

/**
 * Finds failed items in mailboxes that belong to a user: their own, and those of queues they own. Failures in
 * other mailboxes, and failures that were solved meanwhile, are left out.
 */
export async function findFailedItems(
  database: Queryable,
  organizationId: string,
  userId: string,
  refs: readonly FailureRef[],
): Promise<FailedItemPlace[]> {
  return database.query<FailedItemPlace>(
    `with wanted as (
       select * from json_to_recordset($3::json) as r(source text, "mailboxId" uuid, id text)
     ), mine as (
       select a.source, a."mailboxId", a.id, m.emailaddress as "emailAddress",
         m.emailserverprofile as "profileId"
       from wanted a
       join crm.mailbox m on m.organizationid = $1 and m.mailboxid = a."mailboxId"
       where m.ownerid = $2 or m.regardingobjectid = $2
     )
     select m.*, l.kind as "itemKind", l.itemkey as "itemKey", l.folder
     from mine m
     join sync.link l on l.organizationid = $1 and l.mailboxid = m."mailboxId"
       and l.linkid::text = m.id
     where m.source = 'item' and (l.parkcode is not null or l.state = 'noted')
     union all
     select m.*, w.itemkind, w.itemkey, w.folder
     from mine m
     join sync.outgoing_write w on w.organizationid = $1 and w.mailboxid = m."mailboxId"
       and w.id = m.id collate "C"
     where m.source = 'write' and w.failedon is not null`,
    [organizationId, userId, rowsJson(refs)],
  )
}
