-- 0011_observability.sql
-- breaking: no
-- What the pages for alerts, failures, monitoring and activities show.

-- The decisions before the last one, the newest first: [{"rule", "at", "seen"}], nine at most (TR14).
alter table sync.link add column trail jsonb not null default '[]';

-- Private: how often it was raised, renewals of the open alert counted.
alter table crm.tracelog add column timesraised integer not null default 1;

-- Why the last try failed, and when.
alter table sync.outgoing_write add column failurecode text;
alter table sync.outgoing_write add column failurereason text;
alter table sync.outgoing_write add column failedon timestamptz;

-- What happened in an hour, added up by every process at the end of its cycles. An hour in which
-- nothing happened has no row.
create table sync.monitoring_hour (
  organizationid uuid not null,
  hour timestamptz not null,
  tracked bigint not null, -- items that became activities or joined one
  ended bigint not null, -- links that ended
  itemsfailed bigint not null,
  cyclesfailed bigint not null,
  throttled bigint not null, -- answers that asked to wait
  throttledms bigint not null, -- how long they asked to wait
  provisioned bigint not null, -- categories created or adopted
  removed bigint not null, -- categories removed
  latency bigint[] not null, -- from mark to activity: how many in each bucket of core's LATENCY_BOUNDS_MS
  primary key (organizationid, hour)
);

-- Failures of an organization, the newest first.
create index link_failing on sync.link (organizationid, decidedat desc, linkid desc)
  where parkcode is not null or state = 'noted';
create index outgoing_write_failing on sync.outgoing_write
  (organizationid, failedon desc, id desc) where failedon is not null;

create index tracelog_recent on crm.tracelog (organizationid, modifiedon desc, tracelogid desc);
drop index crm.tracelog_age;

create index recurringappointmentmaster_createdon on crm.recurringappointmentmaster
  (organizationid, createdon, activityid);

-- Activities are found by the beginnings of words: of subjects, and of addresses at every dot and @.
-- Case is folded by ICU: a database of locale C folds ASCII only.
create function crm.searchwords(text, text, text) returns tsvector
  language sql immutable parallel safe
as $$
  select to_tsvector('simple'::regconfig, lower(translate(
    left(coalesce($1, ''), 2000) || ' ' || left(coalesce($2, ''), 2000) || ' '
      || left(coalesce($3, ''), 8000),
    '@.-_+/<>"'':;,()[]', repeat(' ', 17)) collate "und-x-icu"))
$$;
create index email_search on crm.email using gin (crm.searchwords(subject, sender, torecipients));
create index appointment_search on crm.appointment
  using gin (crm.searchwords(subject, location, null));
create index recurringappointmentmaster_search on crm.recurringappointmentmaster
  using gin (crm.searchwords(subject, location, null));
create index task_search on crm.task using gin (crm.searchwords(subject, null, null));

-- Repeats of an alert of one mailbox, the newest first.
create index tracelog_regarding on crm.tracelog
  (organizationid, regardingobjectid, tracecode, modifiedon desc);
