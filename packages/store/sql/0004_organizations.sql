-- 0004_organizations.sql
-- breaking: no
-- Several organizations in one installation: host names, a state in which nothing of an
-- organization is worked on, and tokens of its users.

alter table crm.organization
  add column hostnames text[] not null default '{}', -- private: lower case, without port
  add column isdisabled boolean not null default false; -- private: not worked on, not answered

-- A token names its organization and row, so that no index has to cross organizations to find it.
create table sync.api_token (
  organizationid uuid not null,
  tokenid uuid not null,
  name text not null,
  hash text not null, -- SHA-256 of the token, hexadecimal
  systemuserid uuid not null,
  role text not null check (role in ('System Administrator', 'System Customizer', 'Basic User')),
  createdon timestamptz not null,
  expireson timestamptz, -- null = never
  lastusedon timestamptz, -- to the minute
  primary key (organizationid, tokenid)
);
create unique index api_token_name on sync.api_token (organizationid, lower(name));
