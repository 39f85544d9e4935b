-- 0020_failing_folders.sql
-- breaking: no
-- Folders that fail are left out of a cycle one by one (CY20), and a person's wish for a cycle now
-- goes before the wait that a mail server asked for (CY21).

alter table sync.folder_cursor add column failures integer not null default 0;
alter table sync.mailbox_schedule add column asked boolean not null default false;

-- CY21: waits of days, as mail servers were believed before, end at once.
update sync.mailbox_schedule set dueat = failingsince
  where failures > 0 and failingsince < dueat;
update sync.link set parknexttryat = decidedat
  where parkcode is not null and decidedat < parknexttryat;
update sync.outgoing_write set nexttryat = failedon
  where failedon < nexttryat;
