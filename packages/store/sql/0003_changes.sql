-- 0003_changes.sql
-- breaking: no
-- Change tracking and webhooks: what another program needs to follow along.

-- The transaction that wrote a row last. A version number is drawn before its transaction commits,
-- so a reader that remembers the highest number it saw loses rows committed late with a lower one.
-- A transaction's id can be held against a snapshot instead, which knows who hadn't ended yet.
create function sync.touch() returns trigger language plpgsql as $$
begin
  new.changexid := pg_current_xact_id();
  return new;
end
$$;

-- What is left of a deleted row, for those who have it still. A row may come back under its id: the
-- tombstone stays and isn't told while it exists.
create table sync.tombstone (
  organizationid uuid not null,
  tablename text collate "C" not null,
  rowid uuid not null,
  changexid xid8 not null,
  primary key (organizationid, tablename, rowid)
);
create index tombstone_change on sync.tombstone (organizationid, tablename, changexid, rowid);

create function sync.bury() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into sync.tombstone (organizationid, tablename, rowid, changexid)
     select organizationid, %L, %I, pg_current_xact_id() from gone
     on conflict (organizationid, tablename, rowid) do update set changexid = excluded.changexid',
    tg_table_name, tg_argv[0]);
  return null;
end
$$;

alter table crm.email add column changexid xid8 not null default pg_current_xact_id(); -- private
create index email_change on crm.email (organizationid, changexid);
create trigger touch before update on crm.email for each row execute function sync.touch();
create trigger bury after delete on crm.email referencing old table as gone
  for each statement execute function sync.bury('activityid');

alter table crm.appointment add column changexid xid8 not null default pg_current_xact_id(); -- private
create index appointment_change on crm.appointment (organizationid, changexid);
create trigger touch before update on crm.appointment for each row execute function sync.touch();
create trigger bury after delete on crm.appointment referencing old table as gone
  for each statement execute function sync.bury('activityid');

alter table crm.recurringappointmentmaster add column changexid xid8 not null default pg_current_xact_id(); -- private
create index recurringappointmentmaster_change on crm.recurringappointmentmaster (organizationid, changexid);
create trigger touch before update on crm.recurringappointmentmaster for each row execute function sync.touch();
create trigger bury after delete on crm.recurringappointmentmaster referencing old table as gone
  for each statement execute function sync.bury('activityid');

alter table crm.task add column changexid xid8 not null default pg_current_xact_id(); -- private
create index task_change on crm.task (organizationid, changexid);
create trigger touch before update on crm.task for each row execute function sync.touch();
create trigger bury after delete on crm.task referencing old table as gone
  for each statement execute function sync.bury('activityid');

alter table crm.tracelog add column changexid xid8 not null default pg_current_xact_id(); -- private
create index tracelog_change on crm.tracelog (organizationid, changexid);
create trigger touch before update on crm.tracelog for each row execute function sync.touch();
create trigger bury after delete on crm.tracelog referencing old table as gone
  for each statement execute function sync.bury('tracelogid');

alter table crm.contact add column changexid xid8 not null default pg_current_xact_id(); -- private
create index contact_change on crm.contact (organizationid, changexid);
create trigger touch before update on crm.contact for each row execute function sync.touch();
create trigger bury after delete on crm.contact referencing old table as gone
  for each statement execute function sync.bury('contactid');

alter table crm.account add column changexid xid8 not null default pg_current_xact_id(); -- private
create index account_change on crm.account (organizationid, changexid);
create trigger touch before update on crm.account for each row execute function sync.touch();
create trigger bury after delete on crm.account referencing old table as gone
  for each statement execute function sync.bury('accountid');

alter table crm.lead add column changexid xid8 not null default pg_current_xact_id(); -- private
create index lead_change on crm.lead (organizationid, changexid);
create trigger touch before update on crm.lead for each row execute function sync.touch();
create trigger bury after delete on crm.lead referencing old table as gone
  for each statement execute function sync.bury('leadid');

-- Where transactions stood at some times, so that tombstones can be given up by age. `expired`:
-- those before it are gone. Ids of transactions belong to one database server: `epoch` names it.
create table sync.change_horizon (
  organizationid uuid not null,
  horizon xid8 not null,
  epoch text not null,
  takenat timestamptz not null,
  expired boolean not null default false,
  primary key (organizationid, horizon, epoch)
);

create table crm.serviceendpoint (
  organizationid uuid not null,
  serviceendpointid uuid not null,
  name text not null,
  description text,
  contract integer not null default 8,
  url text,
  authtype integer,
  authvalue text, -- always null: the value is a secret and lies sealed in sync.secret
  isauthvalueset boolean default false,
  messageformat integer default 2,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, serviceendpointid)
);

create table crm.sdkmessageprocessingstep (
  organizationid uuid not null,
  sdkmessageprocessingstepid uuid not null,
  name text not null,
  description text,
  eventhandler uuid not null,
  sdkmessageid uuid not null,
  sdkmessagefilterid uuid not null,
  filteringattributes text,
  stage integer not null default 40,
  mode integer not null default 1,
  rank integer default 1,
  asyncautodelete boolean default false,
  supporteddeployment integer default 0,
  statecode integer not null default 0,
  statuscode integer not null default 1,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, sdkmessageprocessingstepid)
);
create index sdkmessageprocessingstep_filter on crm.sdkmessageprocessingstep
  (organizationid, sdkmessagefilterid) where statecode = 0;

-- What a step can be registered for. The messages have Dataverse's own ids, which scripts know.
create view sync.message_filter as
  select
    md5('sdkmessagefilter ' || m.message || ' ' || t.tablename)::uuid as sdkmessagefilterid,
    m.sdkmessageid,
    m.message,
    t.tablename,
    t.primaryid
  from (values
    ('9ebdbb1b-ea3e-db11-86a7-000a3a5473e8'::uuid, 'Create'),
    ('20bebb1b-ea3e-db11-86a7-000a3a5473e8'::uuid, 'Update'),
    ('a1bdbb1b-ea3e-db11-86a7-000a3a5473e8'::uuid, 'Delete')
  ) as m (sdkmessageid, message)
  cross join (values
    ('email', 'activityid'),
    ('appointment', 'activityid'),
    ('recurringappointmentmaster', 'activityid'),
    ('task', 'activityid'),
    ('tracelog', 'tracelogid'),
    ('contact', 'contactid'),
    ('account', 'accountid'),
    ('lead', 'leadid')
  ) as t (tablename, primaryid);

create view crm.sdkmessage as
  select distinct
    o.organizationid, m.sdkmessageid, m.message as name, false as isprivate,
    o.createdon, o.createdon as modifiedon, null::uuid as createdby, null::uuid as modifiedby,
    1::bigint as versionnumber
  from crm.organization o
  cross join sync.message_filter m;

create view crm.sdkmessagefilter as
  select
    o.organizationid, m.sdkmessagefilterid, m.sdkmessageid, m.tablename as primaryobjecttypecode,
    'none'::text as secondaryobjecttypecode, true as iscustomprocessingstepallowed,
    o.createdon, o.createdon as modifiedon, null::uuid as createdby, null::uuid as modifiedby,
    1::bigint as versionnumber
  from crm.organization o
  cross join sync.message_filter m;

-- What is to be told to whom, written with the change itself. Done ones are kept for a while.
create sequence sync.webhook_order;
create table sync.webhook_delivery (
  organizationid uuid not null,
  deliveryid uuid not null default gen_random_uuid(),
  ordernumber bigint not null default nextval('sync.webhook_order'),
  serviceendpointid uuid not null,
  stepid uuid,
  message text not null,
  tablename text not null,
  rowid uuid not null,
  rowversion bigint,
  attributes jsonb, -- null = too large to be sent
  state text not null default 'pending' check (state in ('pending', 'done', 'failed')),
  seenat timestamptz, -- the clock is the server's: when a deliverer met it
  tries integer not null default 0,
  nexttryat timestamptz,
  laststatus integer,
  lasterror text,
  endedat timestamptz,
  primary key (organizationid, deliveryid)
);
create index webhook_delivery_pending on sync.webhook_delivery
  (organizationid, serviceendpointid, ordernumber) where state = 'pending';
create index webhook_delivery_unseen on sync.webhook_delivery
  (organizationid, serviceendpointid) where seenat is null;
create index webhook_delivery_row on sync.webhook_delivery
  (organizationid, serviceendpointid, rowid, ordernumber) where state = 'pending';
create index webhook_delivery_ended on sync.webhook_delivery
  (organizationid, endedat) where state <> 'pending';

-- Who delivers to an endpoint, and when it may be tried again.
create table sync.webhook_endpoint (
  organizationid uuid not null,
  serviceendpointid uuid not null,
  leasetoken text,
  leaseuntil timestamptz,
  pauseduntil timestamptz,
  failures integer not null default 0,
  lasterror text,
  lastsuccessat timestamptz,
  primary key (organizationid, serviceendpointid)
);

create function sync.queue_webhooks() returns trigger language plpgsql as $$
declare
  event text := case tg_op when 'INSERT' then 'Create' when 'UPDATE' then 'Update' else 'Delete' end;
  filter uuid := md5('sdkmessagefilter ' || event || ' ' || tg_table_name)::uuid;
begin
  if tg_op = 'INSERT' then
    insert into sync.webhook_delivery
      (organizationid, serviceendpointid, stepid, message, tablename, rowid, rowversion, attributes)
    select s.organizationid, s.eventhandler, s.sdkmessageprocessingstepid, event, tg_table_name,
      (r.j ->> tg_argv[0])::uuid, (r.j ->> 'versionnumber')::bigint,
      case when length(r.j::text) <= 262144 then jsonb_strip_nulls(r.j) end
    from (select a.organizationid, to_jsonb(a) as j from after_rows a) r
    join crm.sdkmessageprocessingstep s on s.organizationid = r.organizationid
      and s.sdkmessagefilterid = filter and s.statecode = 0;
  elsif tg_op = 'UPDATE' then
    insert into sync.webhook_delivery
      (organizationid, serviceendpointid, stepid, message, tablename, rowid, rowversion, attributes)
    select s.organizationid, s.eventhandler, s.sdkmessageprocessingstepid, event, tg_table_name,
      (r.j ->> tg_argv[0])::uuid, (r.j ->> 'versionnumber')::bigint,
      case when length(r.changed::text) <= 262144 then r.changed end
    from (
      select n.organizationid, n.j, (
          select coalesce(jsonb_object_agg(k.key, k.value), '{}')
          from jsonb_each(n.j) k
          where k.value is distinct from o.j -> k.key
            -- Which table a lookup points to is told with it.
            or n.j -> left(k.key, -4) is distinct from o.j -> left(k.key, -4) and k.key like '%type'
        ) as changed
      from (select a.organizationid, to_jsonb(a) as j from after_rows a) n
      join (select b.organizationid, to_jsonb(b) as j from before_rows b) o
        on o.organizationid = n.organizationid and o.j ->> tg_argv[0] = n.j ->> tg_argv[0]
    ) r
    join crm.sdkmessageprocessingstep s on s.organizationid = r.organizationid
      and s.sdkmessagefilterid = filter and s.statecode = 0
    where coalesce(s.filteringattributes, '') = ''
      or r.changed ?| regexp_split_to_array(lower(s.filteringattributes), '\s*,\s*');
  else
    insert into sync.webhook_delivery
      (organizationid, serviceendpointid, stepid, message, tablename, rowid, rowversion, attributes)
    select s.organizationid, s.eventhandler, s.sdkmessageprocessingstepid, event, tg_table_name,
      (r.j ->> tg_argv[0])::uuid, (r.j ->> 'versionnumber')::bigint, '{}'
    from (select b.organizationid, to_jsonb(b) as j from before_rows b) r
    join crm.sdkmessageprocessingstep s on s.organizationid = r.organizationid
      and s.sdkmessagefilterid = filter and s.statecode = 0;
  end if;
  return null;
end
$$;

-- Transition tables cost every statement a copy of its rows: a table has its triggers only while an
-- enabled step wants them. Dropping waits for readers, which synchronization must not: where the
-- table is busy the trigger stays, finds no step and does nothing.
create function sync.arm_webhooks() returns trigger language plpgsql set lock_timeout = '5s' as $$
declare
  f record;
begin
  perform pg_advisory_xact_lock(7246002);
  for f in
    select m.message, m.tablename, m.primaryid, 'webhook_' || lower(m.message) as triggername,
      exists (select 1 from crm.sdkmessageprocessingstep s
        where s.sdkmessagefilterid = m.sdkmessagefilterid and s.statecode = 0) as wanted,
      exists (select 1 from pg_trigger t
        where t.tgrelid = ('crm.' || m.tablename)::regclass
          and t.tgname = 'webhook_' || lower(m.message)) as present
    from sync.message_filter m
  loop
    if f.wanted and not f.present then
      execute format(
        'create trigger %I after %s on crm.%I referencing %s
         for each statement execute function sync.queue_webhooks(%L)',
        f.triggername,
        case f.message when 'Create' then 'insert' when 'Update' then 'update' else 'delete' end,
        f.tablename,
        case f.message when 'Create' then 'new table as after_rows'
          when 'Update' then 'old table as before_rows new table as after_rows'
          else 'old table as before_rows' end,
        f.primaryid);
    elsif f.present and not f.wanted then
      begin
        execute format('drop trigger %I on crm.%I', f.triggername, f.tablename);
      exception when lock_not_available then
        null;
      end;
    end if;
  end loop;
  return null;
end
$$;

create trigger arm after insert or update or delete on crm.sdkmessageprocessingstep
  for each statement execute function sync.arm_webhooks();

create function sync.forget_endpoints() returns trigger language plpgsql as $$
begin
  delete from crm.sdkmessageprocessingstep s using gone g
  where s.organizationid = g.organizationid and s.eventhandler = g.serviceendpointid;
  delete from sync.webhook_delivery d using gone g
  where d.organizationid = g.organizationid and d.serviceendpointid = g.serviceendpointid;
  delete from sync.webhook_endpoint e using gone g
  where e.organizationid = g.organizationid and e.serviceendpointid = g.serviceendpointid;
  delete from sync.secret x using gone g
  where x.organizationid = g.organizationid and x.name = 'serviceendpoint/' || g.serviceendpointid;
  return null;
end
$$;

create trigger forget after delete on crm.serviceendpoint referencing old table as gone
  for each statement execute function sync.forget_endpoints();
