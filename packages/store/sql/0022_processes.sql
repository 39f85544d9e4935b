-- 0022_processes.sql
-- breaking: no
-- Who is at work on this database. Rows of processes that are gone are deleted after a day.

create table sync.process (
  processid text primary key,
  isworker boolean not null, -- synchronizes mailboxes
  startedat timestamptz not null,
  seenat timestamptz not null, -- it wrote this row
  workedat timestamptz -- something came of one of its cycles; null = nothing yet
);
