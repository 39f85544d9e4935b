/**
 * AP1 in SQL, as core's `isApproved` has it. `m` is a mailbox, `o` its organization.
 */
export const IS_APPROVED = `(m.emailrouteraccessapproval is not distinct from 1
  or not coalesce(case when m.regardingobjectidtype = 'queue' then o.requireapprovalforqueueemail
    else o.requireapprovalforuseremail end, false))`

/** Whether a mailbox is to be synchronized; `p` is its server profile, all null where it has none. */
export const IS_SYNCHRONIZED = `coalesce(m.statecode = 0 and p.statecode = 0
  and (m.incomingemaildeliverymethod = 2 or m.actdeliverymethod = 1) and ${IS_APPROVED}, false)`
