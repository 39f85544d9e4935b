import { tableByLogicalName } from '@trackmark/dataverse'
import type { Writer } from '../crm/write.ts'
import { deleteRow } from '../crm/write-delete.ts'
import type { Database } from '../database/database.ts'

/** `removed`, or why the mailbox can't be deleted yet. */
type MailboxRemoval = 'notFound' | 'synchronized' | 'category' | 'removed'

const OF_A_MAILBOX = [
  'sync.outgoing_write',
  'sync.folder_cursor',
  'sync.mailbox_test',
  'sync.link',
  'sync.link_count',
  'sync.mailbox_schedule',
  'crm.mailboxtrackingcategory',
  'crm.mailboxstatistics',
] as const

/**
 * Deletes a mailbox with what is known of its items and folders. Activities stay. The mailbox itself isn't
 * touched, so that the deletion is refused while the category is in it, unless the caller wants to leave the
 * category there.
 */
export async function removeMailbox(
  database: Database,
  by: Omit<Writer, 'tx'>,
  mailboxId: string,
  { leaveCategory }: { readonly leaveCategory: boolean },
): Promise<MailboxRemoval> {
  const { organizationId } = by
  return database.transaction(async (tx): Promise<MailboxRemoval> => {
    const own = [organizationId, mailboxId]
    const [mailbox] = await tx.query<{ isOff: boolean }>(
      `select statecode <> 0 or (incomingemaildeliverymethod = 0 and outgoingemaildeliverymethod = 0
         and actdeliverymethod = 2) as "isOff"
       from crm.mailbox where organizationid = $1 and mailboxid = $2 for update`,
      own,
    )
    if (mailbox === undefined) return 'notFound'
    if (!mailbox.isOff) return 'synchronized'
    const marked = await tx.query(
      `select 1 from crm.mailboxtrackingcategory
       where organizationid = $1 and mailboxid = $2 and categoryonboardingstatus in (1, 3) limit 1`,
      own,
    )
    if (marked.length > 0 && !leaveCategory) return 'category'
    // Commits of a cycle under way lock this row too. The cycle loses its lease when the row is deleted.
    await tx.query(
      `select 1 from sync.mailbox_schedule where organizationid = $1 and mailboxid = $2 for update`,
      own,
    )
    for (const table of OF_A_MAILBOX) {
      await tx.query(`delete from ${table} where organizationid = $1 and mailboxid = $2`, own)
    }
    await tx.query(
      'delete from crm.tracelog where organizationid = $1 and regardingobjectid = $2',
      own,
    )
    await deleteRow({ ...by, tx }, tableByLogicalName('mailbox')!, mailboxId)
    return 'removed'
  })
}

/** `removed`, or why the user can't be deleted yet. */
type UserRemoval = 'notFound' | 'mailbox' | 'removed'

/**
 * Deletes a user with their sign-in and tokens. Their rows are owned by `heirId` afterwards. In activities
 * they stay as parties, by name and address.
 */
export async function removeUser(
  database: Database,
  by: Omit<Writer, 'tx'>,
  userId: string,
  heirId: string,
): Promise<UserRemoval> {
  const { organizationId } = by
  return database.transaction(async (tx): Promise<UserRemoval> => {
    const own = [organizationId, userId]
    const found = await tx.query(
      'select 1 from crm.systemuser where organizationid = $1 and systemuserid = $2 for update',
      own,
    )
    if (found.length === 0) return 'notFound'
    const mailboxes = await tx.query(
      `select 1 from crm.mailbox where organizationid = $1 and regardingobjectid = $2
         and regardingobjectidtype = 'systemuser' limit 1`,
      own,
    )
    if (mailboxes.length > 0) return 'mailbox'
    const owned = await tx.query<{ name: string; kinds: boolean }>(
      `select format('%I.%I', n.nspname, c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'crm'
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'ownerid' and not a.attisdropped
       where c.relkind = 'r' order by 1`,
    )
    for (const { name } of owned) {
      await tx.query(
        `update ${name} set ownerid = $3, versionnumber = nextval('crm.versionnumber')
         where organizationid = $1 and ownerid = $2`,
        [...own, heirId],
      )
    }
    for (const table of ['sync.account', 'sync.api_token', 'sync.signin_code']) {
      await tx.query(`delete from ${table} where organizationid = $1 and systemuserid = $2`, own)
    }
    await deleteRow({ ...by, tx }, tableByLogicalName('systemuser')!, userId)
    return 'removed'
  })
}
