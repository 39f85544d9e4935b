-- 0012_sign_in.sql
-- breaking: no
-- Who changed what, accounts of people, and links that sign in once.

-- In the columns of Dataverse's audit table.
create table sync.audit (
  organizationid uuid not null,
  auditid uuid not null,
  createdon timestamptz not null,
  userid uuid, -- null = nobody who is known, as in a failed sign-in
  operation integer not null check (operation between 1 and 4), -- Create, Update, Delete, Access
  objecttypecode text not null, -- logical name of a table, or of a thing of ours such as apitoken
  objectid uuid,
  objectname text not null, -- how it was called then
  changedata text not null, -- JSON as Dataverse has it: changedAttributes with logicalName, oldValue, newValue
  primary key (organizationid, auditid)
);
create index audit_newest on sync.audit (organizationid, createdon desc, auditid desc);
create index audit_object on sync.audit (organizationid, objecttypecode, createdon desc);

create table sync.account (
  organizationid uuid not null,
  systemuserid uuid not null,
  signinname text not null,
  role text not null
    check (role in ('System Administrator', 'System Customizer', 'Basic User', 'Mailbox Owner')),
  passwordhash text, -- null = none was set yet: signs in by a link or a provider
  isdisabled boolean not null default false,
  sessionsafter timestamptz not null, -- sessions that began before this have ended
  createdon timestamptz not null,
  lastsigninon timestamptz,
  primary key (organizationid, systemuserid)
);
create unique index account_signinname on sync.account (organizationid, lower(signinname));

-- Wrong passwords, by the name typed and by where they came from. Both are kept as hashes, so that
-- names that are none tell nothing, and no addresses of people are collected.
create table sync.signin_attempt (
  organizationid uuid not null,
  subject text not null,
  failures integer not null,
  lockeduntil timestamptz,
  lastfailedon timestamptz not null,
  primary key (organizationid, subject)
);

-- A link in a terminal or a message that signs in once. Only what it hashes to is kept.
create table sync.signin_code (
  organizationid uuid not null,
  hash text not null, -- SHA-256, hexadecimal
  systemuserid uuid, -- null = the installation's administrator
  expireson timestamptz not null,
  primary key (organizationid, hash)
);

-- A fourth role.
alter table sync.api_token drop constraint api_token_role_check;
alter table sync.api_token add constraint api_token_role_check
  check (role in ('System Administrator', 'System Customizer', 'Basic User', 'Mailbox Owner'));
