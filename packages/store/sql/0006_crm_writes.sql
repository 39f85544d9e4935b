-- 0006_crm_writes.sql
-- breaking: no
-- What people change in the CRM through the Web API.

-- Columns of a linked activity that were changed in the CRM and not yet in its item. The next
-- outgoing pass writes them to the mailbox and deletes the row; until then what comes from the
-- mailbox leaves them alone. Party lists stand here by the name of their column.
create table sync.crm_change (
  organizationid uuid not null,
  activityid uuid not null,
  activitytype text not null,
  columns text[] not null,
  changedon timestamptz not null, -- the latest change
  changedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, activityid)
);

-- Rows named by an alternate key are found whatever its case.
create index account_number on crm.account (organizationid, lower(accountnumber))
  where accountnumber is not null;

-- What points to a row is cleared when it is deleted.
create index account_primarycontact on crm.account (organizationid, primarycontactid)
  where primarycontactid is not null;
create index email_sender on crm.email (organizationid, emailsender) where emailsender is not null;
create index email_sendersaccount on crm.email (organizationid, sendersaccount)
  where sendersaccount is not null;
create index email_parent on crm.email (organizationid, parentactivityid)
  where parentactivityid is not null;
create index email_correlated on crm.email (organizationid, correlatedactivityid)
  where correlatedactivityid is not null;
