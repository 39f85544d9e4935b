/**
 * `isApproved` and `synchronizedKinds` of `core` in SQL, for lists and counts; a test compares them. `m` is a
 * mailbox, `o` its organization, `p` its server profile, whose columns are null where it has none.
 */

/** AP1 */
export const IS_APPROVED = `(m.emailrouteraccessapproval is not distinct from 1
  or not coalesce(case when m.regardingobjectidtype = 'queue' then o.requireapprovalforqueueemail
    else o.requireapprovalforuseremail end, false))`

/** The mailbox would be synchronized if its address were approved. Queues take part in email only. */
export const IS_ENABLED = `coalesce(m.statecode = 0 and p.statecode = 0
  and (m.incomingemaildeliverymethod = 2 or m.actdeliverymethod = 1
    and m.regardingobjectidtype is distinct from 'queue'), false)`

export const IS_SYNCHRONIZED = `(${IS_ENABLED} and ${IS_APPROVED})`

/** Tables that a statement joins to `crm.mailbox m` where its filter or order needs them. */
export const MAILBOX_JOINS = {
  o: 'join crm.organization o on o.organizationid = m.organizationid',
  p: `left join crm.emailserverprofile p on p.organizationid = m.organizationid
    and p.emailserverprofileid = m.emailserverprofile`,
  s: `left join sync.mailbox_schedule s on s.organizationid = m.organizationid
    and s.mailboxid = m.mailboxid`,
  c: `left join crm.mailboxtrackingcategory c on c.organizationid = m.organizationid
    and c.mailboxid = m.mailboxid and c.purpose = 'tracked'`,
} as const
