/**
 * The mailbox of each row, found by its key. A plain join may be planned as a scan of every mailbox,
 * since the planner takes any JSON for a hundred rows and new tables for empty.
 */
export const ITS_MAILBOX = `cross join lateral (
       select mailboxid, ownerid, owneridtype from crm.mailbox
       where organizationid = $1 and mailboxid = r.mailboxid offset 0) m`
