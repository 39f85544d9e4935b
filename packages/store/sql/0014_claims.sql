-- 0014_claims.sql
-- breaking: no
-- A claim takes the first of those due from the index, however many thousand are due at once.

drop index sync.mailbox_schedule_due;
create index mailbox_schedule_due on sync.mailbox_schedule (dueat, mailboxid)
  where dueat is not null;

-- Rows that every cycle changes stay on their page, so that most changes touch no index.
alter table sync.mailbox_schedule set (fillfactor = 70);
alter table sync.folder_cursor set (fillfactor = 70);
alter table crm.mailbox set (fillfactor = 70);
alter table crm.mailboxtrackingcategory set (fillfactor = 70);
