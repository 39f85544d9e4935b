-- 0005_webresources.sql
-- breaking: no
-- Files that Dynamics solutions bring along: pages, scripts and images, served to signed-in people.
-- The content is kept as Dataverse answers it, base64, so that the Web API reads the column as it is.

create table crm.webresource (
  organizationid uuid not null,
  webresourceid uuid not null,
  name text not null,
  displayname text,
  description text,
  webresourcetype integer not null,
  content text,
  dependencyxml text,
  languagecode integer,
  introducedversion text,
  ismanaged boolean default false,
  isenabledformobileclient boolean default false,
  isavailableformobileoffline boolean default false,
  componentstate integer default 0,
  solutionid uuid,
  createdon timestamptz not null,
  modifiedon timestamptz not null,
  createdby uuid,
  modifiedby uuid,
  versionnumber bigint not null default nextval('crm.versionnumber'),
  primary key (organizationid, webresourceid)
);

-- Addresses of web resources are found without regard to case.
create unique index webresource_name on crm.webresource (organizationid, lower(name));
