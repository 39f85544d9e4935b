-- 0002_sync.sql
-- breaking: no
-- What only the engine needs: schedule and leases, cursors, links, outgoing writes, secrets.

-- The schema itself was made for the table of migrations.

-- The schedule and the lock of each mailbox in one row, apart from crm.mailbox so that claims don't
-- change what people see.
create table sync.mailbox_schedule (
  organizationid uuid not null,
  mailboxid uuid not null,
  dueat timestamptz, -- null = never, until something makes it due
  leasetoken text,
  leaseuntil timestamptz,
  leasems integer not null default 0,
  claims integer not null default 0, -- makes each lease's token its own
  dueagain boolean not null default false, -- asked for while a cycle was under way
  failures integer not null default 0,
  failingsince timestamptz,
  quietcycles integer not null default 0,
  hierarchy text,
  bulkanswer text check (bulkanswer in ('asked', 'yes', 'no')),
  lastcode text,
  primary key (organizationid, mailboxid)
);
create index mailbox_schedule_due on sync.mailbox_schedule (dueat) where dueat is not null;

create table sync.folder_cursor (
  organizationid uuid not null,
  mailboxid uuid not null,
  folder text collate "C" not null,
  kind text not null check (kind in ('mail', 'calendar', 'taskList')),
  value text,
  listing boolean not null,
  generation integer not null,
  epoch integer not null,
  catchup boolean not null,
  windowstart timestamptz,
  windowend timestamptz,
  primary key (organizationid, mailboxid, folder)
);

-- What ties one item of one mailbox to one activity. Item keys are case-sensitive.
create table sync.link (
  organizationid uuid not null,
  mailboxid uuid not null,
  itemkey text collate "C" not null,
  kind text not null check (kind in ('message', 'event', 'task')),
  folder text collate "C" not null,
  state text not null check (state in ('noted', 'parked', 'linked', 'ended')),
  activityid uuid,
  activitytype text,
  masterkey text collate "C",
  mark text not null check (mark in ('unseen', 'seen', 'forgone')),
  changekey text,
  isorganizer boolean not null,
  itemend timestamptz,
  pendingend text check (pendingend in ('markRemoved', 'gone')),
  parkcode text,
  parkreason text,
  parktries integer not null default 0,
  parknexttryat timestamptz, -- null while parkcode is set = given up (TR13)
  rule text not null,
  decidedat timestamptz not null,
  seen text not null,
  listed integer not null default 0, -- generation of the folder's listing that met it last
  linkid uuid not null, -- the row's name in the Web API
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, mailboxid, itemkey),
  check (state <> 'linked' or activityid is not null)
);
create index link_activity on sync.link (organizationid, activityid) where activityid is not null;
create index link_folder on sync.link (organizationid, mailboxid, folder) where state = 'linked';
create index link_master on sync.link (organizationid, mailboxid, masterkey)
  where masterkey is not null;
create index link_pending on sync.link (organizationid, mailboxid) where pendingend is not null;
create index link_parked on sync.link (organizationid, mailboxid, parknexttryat)
  where parkcode is not null;
create index link_age on sync.link (organizationid, modifiedon) where state in ('ended', 'noted');

create table sync.outgoing_write (
  organizationid uuid not null,
  mailboxid uuid not null,
  id text collate "C" not null,
  kind text not null,
  itemkind text not null,
  itemkey text collate "C" not null,
  folder text collate "C" not null,
  tries integer not null,
  nexttryat timestamptz not null,
  primary key (organizationid, mailboxid, id)
);
create index outgoing_write_due on sync.outgoing_write (organizationid, mailboxid, nexttryat);

-- Encrypted by the server before it comes here.
create table sync.secret (
  organizationid uuid not null,
  name text not null,
  sealed text not null,
  primary key (organizationid, name)
);

-- One row per link or parked item, as Dataverse shows the state of synchronized items.
create view crm.exchangesyncidmapping as
  select
    l.organizationid,
    l.linkid as exchangesyncidmappingid,
    l.itemkey as exchangeentryid,
    l.activityid as objectid,
    case coalesce(l.activitytype, l.kind)
      when 'email' then 4202
      when 'message' then 4202
      when 'appointment' then 4201
      when 'event' then 4201
      when 'recurringappointmentmaster' then 4251
      else 4212
    end as objecttypecode,
    null::text as itemsubject,
    0 as fromcrmchangetype,
    0 as tocrmchangetype,
    (l.state = 'ended' and l.rule = 'TR5') as isdeletedinexchange,
    (l.state = 'ended') as isunlinkedincrm,
    l.parktries as retries,
    0 as userdecision,
    coalesce(l.parkcode || ': ' || l.parkreason, case when l.state = 'noted' then l.seen end)
      as lastsyncerror,
    null::integer as lastsyncerrorcode,
    case when l.parkcode is not null then l.decidedat end as lastsyncerroroccurredon,
    m.ownerid,
    m.owneridtype,
    m.owninguser,
    m.owningteam,
    m.owningbusinessunit,
    l.createdon,
    l.modifiedon,
    null::uuid as createdby,
    null::uuid as modifiedby,
    l.versionnumber
  from sync.link l
  join crm.mailbox m on m.organizationid = l.organizationid and m.mailboxid = l.mailboxid;
