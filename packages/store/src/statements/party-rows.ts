/** The display name of a party, for a statement with `PARTY_ROWS`. */
export const PARTY_NAME = 'coalesce(u.fullname, c.fullname, a.name, l.fullname, q.name)'

/** Joins the row that a record `r` with `partyid` and `partyidtype` names; `$1` is the organization. */
export const PARTY_ROWS = `
  left join crm.systemuser u on r.partyidtype = 'systemuser'
    and u.organizationid = $1 and u.systemuserid = r.partyid
  left join crm.contact c on r.partyidtype = 'contact'
    and c.organizationid = $1 and c.contactid = r.partyid
  left join crm.account a on r.partyidtype = 'account'
    and a.organizationid = $1 and a.accountid = r.partyid
  left join crm.lead l on r.partyidtype = 'lead'
    and l.organizationid = $1 and l.leadid = r.partyid
  left join crm.queue q on r.partyidtype = 'queue'
    and q.organizationid = $1 and q.queueid = r.partyid`
