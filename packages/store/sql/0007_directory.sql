-- 0007_directory.sql
-- breaking: no
-- What clients ask about beside their data: the business unit, users' settings, solutions and
-- publishers, and folders of mailboxes that are tracked.

-- One root unit per organization, which has its name. Its id follows from the organization's, so
-- that it is known before the row is read.
create view crm.businessunit as
  select
    organizationid, md5('businessunit ' || organizationid)::uuid as businessunitid, name,
    false as isdisabled, null::uuid as parentbusinessunitid, createdon, modifiedon, createdby,
    modifiedby, versionnumber
  from crm.organization;

create table crm.publisher (
  organizationid uuid not null,
  publisherid uuid not null,
  uniquename text not null,
  friendlyname text not null,
  customizationprefix text,
  description text,
  isreadonly boolean default false,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, publisherid)
);
create unique index publisher_uniquename on crm.publisher (organizationid, lower(uniquename));

create table crm.solution (
  organizationid uuid not null,
  solutionid uuid not null,
  uniquename text not null,
  friendlyname text not null,
  version text not null,
  description text,
  ismanaged boolean default false,
  isvisible boolean default true,
  installedon timestamptz,
  publisherid uuid,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, solutionid)
);
create unique index solution_uniquename on crm.solution (organizationid, lower(uniquename));

create table crm.usersettings (
  organizationid uuid not null,
  systemuserid uuid not null,
  businessunitid uuid,
  incomingemailfilteringmethod integer default 1,
  autocreatecontactonpromote integer default 1,
  trackingtokenid integer,
  nexttrackingnumber integer,
  synccontactcompany boolean default false,
  timezonecode integer default 92,
  localeid integer default 1033,
  uilanguageid integer default 1033,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, systemuserid)
);

create table crm.mailboxtrackingfolder (
  organizationid uuid not null,
  mailboxtrackingfolderid uuid not null,
  mailboxid uuid,
  exchangefolderid text collate "C",
  exchangefoldername text,
  folderonboardingstatus integer default 0,
  regardingobjectid uuid,
  regardingobjectidtype text,
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
  primary key (organizationid, mailboxtrackingfolderid)
);
create index mailboxtrackingfolder_mailbox on crm.mailboxtrackingfolder (organizationid, mailboxid);

alter table crm.systemuser add column businessunitid uuid;
update crm.systemuser set businessunitid = md5('businessunit ' || organizationid)::uuid;

insert into crm.usersettings (organizationid, systemuserid, businessunitid, createdon, modifiedon)
  select organizationid, systemuserid, businessunitid, createdon, createdon from crm.systemuser;

-- Users come from several places, and each has a unit and settings from the start.
create function sync.place_user() returns trigger language plpgsql as $$
begin
  new.businessunitid := coalesce(
    new.businessunitid, md5('businessunit ' || new.organizationid)::uuid);
  return new;
end
$$;
create trigger place before insert on crm.systemuser
  for each row execute function sync.place_user();

create function sync.settle_user() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from crm.usersettings
    where organizationid = old.organizationid and systemuserid = old.systemuserid;
  else
    insert into crm.usersettings
      (organizationid, systemuserid, businessunitid, createdon, modifiedon)
    values
      (new.organizationid, new.systemuserid, new.businessunitid, new.createdon, new.createdon)
    on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger settle after insert or delete on crm.systemuser
  for each row execute function sync.settle_user();

-- Ids and names are those every Dataverse organization has.
create function sync.stock_organization() returns trigger language plpgsql as $$
begin
  insert into crm.publisher
    (organizationid, publisherid, uniquename, friendlyname, customizationprefix, isreadonly,
     createdon, modifiedon)
  values
    (new.organizationid, 'd21aab71-79e7-11dd-8874-00188b01e34f',
     'DefaultPublisher' || new.uniquename, 'Default Publisher for ' || new.name, 'new', false,
     new.createdon, new.createdon)
  on conflict do nothing;
  insert into crm.solution
    (organizationid, solutionid, uniquename, friendlyname, version, ismanaged, isvisible,
     installedon, publisherid, createdon, modifiedon)
  values
    (new.organizationid, 'fd140aad-4df4-11dd-bd17-0019b9312238', 'System', 'System Solution',
     new.version, true, false, new.createdon, 'd21aab71-79e7-11dd-8874-00188b01e34f',
     new.createdon, new.createdon),
    (new.organizationid, 'fd140aaf-4df4-11dd-bd17-0019b9312238', 'Default', 'Default Solution',
     '1.0', false, true, new.createdon, 'd21aab71-79e7-11dd-8874-00188b01e34f',
     new.createdon, new.createdon)
  on conflict do nothing;
  return null;
end
$$;
create trigger stock after insert on crm.organization
  for each row execute function sync.stock_organization();

insert into crm.publisher
  (organizationid, publisherid, uniquename, friendlyname, customizationprefix, isreadonly,
   createdon, modifiedon)
  select organizationid, 'd21aab71-79e7-11dd-8874-00188b01e34f', 'DefaultPublisher' || uniquename,
    'Default Publisher for ' || name, 'new', false, createdon, createdon
  from crm.organization;

insert into crm.solution
  (organizationid, solutionid, uniquename, friendlyname, version, ismanaged, isvisible,
   installedon, publisherid, createdon, modifiedon)
  select o.organizationid, s.id::uuid, s.uniquename, s.friendlyname,
    coalesce(s.version, o.version), s.ismanaged, not s.ismanaged, o.createdon,
    'd21aab71-79e7-11dd-8874-00188b01e34f', o.createdon, o.createdon
  from crm.organization o
  cross join (values
    ('fd140aad-4df4-11dd-bd17-0019b9312238', 'System', 'System Solution', null, true),
    ('fd140aaf-4df4-11dd-bd17-0019b9312238', 'Default', 'Default Solution', '1.0', false)
  ) as s (id, uniquename, friendlyname, version, ismanaged);
