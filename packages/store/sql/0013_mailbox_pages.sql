-- 0013_mailbox_pages.sql
-- breaking: no
-- What the pages for mailboxes list, sort and filter by, and the tests of "Test & Enable Mailbox".

-- Nobody was asked for approval so far: who is synchronized goes on being so (AP1).
update crm.mailbox set emailrouteraccessapproval = 1
  where coalesce(emailrouteraccessapproval, 0) = 0;

create index mailbox_list_name on crm.mailbox (organizationid, coalesce(name, ''), mailboxid);
create index mailbox_list_address on crm.mailbox
  (organizationid, lower(coalesce(emailaddress, '')), mailboxid);
create index mailbox_list_owner on crm.mailbox (organizationid, ownerid);
create index mailbox_list_regarding on crm.mailbox (organizationid, regardingobjectid);
create index mailbox_schedule_failing on sync.mailbox_schedule (organizationid, mailboxid)
  where failures > 0;

-- When a row of statistics was last kept of the mailbox's cycles.
alter table sync.mailbox_schedule add column cyclekepton timestamptz;
create index mailboxstatistics_recent on crm.mailboxstatistics
  (organizationid, mailboxid, createdon desc);

-- The last "Test & Enable" of each mailbox, claimed like other work.
create table sync.mailbox_test (
  organizationid uuid not null,
  mailboxid uuid not null,
  testid uuid not null,
  state text not null check (state in ('queued', 'running', 'done')),
  requestedon timestamptz not null,
  requestedby uuid,
  startedon timestamptz,
  completedon timestamptz,
  dueat timestamptz, -- null = nothing left to do
  leasetoken text,
  leaseuntil timestamptz,
  tries integer not null default 0,
  probe boolean not null default false, -- a probe category may stand in the mailbox's list
  steps jsonb not null default '[]',
  primary key (organizationid, mailboxid)
);
create index mailbox_test_due on sync.mailbox_test (dueat) where dueat is not null;
