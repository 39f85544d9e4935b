-- 0021_bulk_delete.sql
-- breaking: no
-- Bulk deletion as a job: what Dataverse shows of it, and how far it has come.

create table crm.asyncoperation (
  organizationid uuid not null,
  asyncoperationid uuid not null,
  name text,
  operationtype integer,
  primaryentitytype text,
  message text,
  friendlymessage text,
  errorcode integer,
  retrycount integer default 0,
  startedon timestamptz,
  completedon timestamptz,
  postponeuntil timestamptz,
  statecode integer not null default 0,
  statuscode integer not null default 0,
  ownerid uuid,
  owneridtype text,
  owninguser uuid,
  owningteam uuid,
  owningbusinessunit uuid,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, asyncoperationid)
);

create table crm.bulkdeleteoperation (
  organizationid uuid not null,
  bulkdeleteoperationid uuid not null,
  name text,
  asyncoperationid uuid,
  isrecurring boolean default false,
  nextrun timestamptz,
  orderedquerysetxml text,
  processingqeindex integer default 0,
  successcount integer default 0,
  failurecount integer default 0,
  statecode integer not null default 0,
  statuscode integer not null default 0,
  ownerid uuid,
  owneridtype text,
  owninguser uuid,
  owningteam uuid,
  owningbusinessunit uuid,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, bulkdeleteoperationid)
);

-- Jobs that haven't ended. `queries` are FetchXML; `lastrowid` is the row of the one under way that
-- was looked at last, in the order of ids; rows made after `startedon` stay; `roles` are those of
-- who asked.
create table sync.bulk_delete (
  organizationid uuid not null,
  asyncoperationid uuid not null,
  bulkdeleteoperationid uuid not null,
  queries text[] not null,
  queryindex integer not null default 0,
  lastrowid uuid,
  startedon timestamptz,
  roles text[] not null,
  primary key (organizationid, asyncoperationid)
);

-- Which tables take many rows in one message, for clients that ask before they write. Steps can't be
-- registered for these: a row that is written so is told as one that is written alone.
create view sync.bulk_message_filter as
  select
    md5('sdkmessagefilter ' || m.message || ' ' || t.tablename)::uuid as sdkmessagefilterid,
    md5('sdkmessage ' || m.message)::uuid as sdkmessageid,
    m.message,
    t.tablename
  from (values
    ('account', true),
    ('activitymimeattachment', true),
    ('appointment', true),
    ('contact', true),
    ('email', true),
    ('lead', true),
    ('queue', true),
    ('recurringappointmentmaster', true),
    ('systemuser', true),
    ('task', true),
    ('asyncoperation', false),
    ('emailserverprofile', false),
    ('mailbox', false),
    ('usersettings', false)
  ) as t (tablename, areadded)
  join (values
    ('CreateMultiple', true),
    ('UpdateMultiple', false),
    ('UpsertMultiple', false)
  ) as m (message, adds) on t.areadded or not m.adds;

create or replace view crm.sdkmessage as
  select distinct
    o.organizationid, m.sdkmessageid, m.message as name, false as isprivate,
    o.createdon, o.createdon as modifiedon, null::uuid as createdby, null::uuid as modifiedby,
    1::bigint as versionnumber
  from crm.organization o
  cross join (
    select sdkmessageid, message from sync.message_filter
    union all
    select sdkmessageid, message from sync.bulk_message_filter
  ) m;

create or replace view crm.sdkmessagefilter as
  select
    o.organizationid, m.sdkmessagefilterid, m.sdkmessageid, m.tablename as primaryobjecttypecode,
    'none'::text as secondaryobjecttypecode, m.isstep as iscustomprocessingstepallowed,
    o.createdon, o.createdon as modifiedon, null::uuid as createdby, null::uuid as modifiedby,
    1::bigint as versionnumber
  from crm.organization o
  cross join (
    select sdkmessagefilterid, sdkmessageid, tablename, true as isstep from sync.message_filter
    union all
    select sdkmessagefilterid, sdkmessageid, tablename, false from sync.bulk_message_filter
  ) m;
