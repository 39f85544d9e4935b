-- 0023_security.sql
-- breaking: no
-- Roles, who has which, and who changed what, under the names Dataverse has for them; teams and saved
-- queries, of which there are none, for clients that ask.

create view crm.role as
  select
    o.organizationid, md5('role ' || o.organizationid || ' ' || r.name)::uuid as roleid, r.name,
    md5('businessunit ' || o.organizationid)::uuid as businessunitid,
    md5('role ' || o.organizationid || ' ' || r.name)::uuid as parentrootroleid,
    r.templateid as roletemplateid, 1 as isinherited, true as ismanaged, 0 as componentstate,
    o.createdon, o.createdon as modifiedon, null::uuid as createdby, null::uuid as modifiedby,
    1::bigint as versionnumber
  from crm.organization o
  cross join (values
    -- The templates' ids are those of every Dataverse organization.
    ('System Administrator', '627090ff-40a3-4053-8790-584edc5be201'::uuid),
    ('System Customizer', '119f245c-3cc8-4b62-b31c-d1a046ced15d'::uuid),
    ('Basic User', null),
    ('Mailbox Owner', null)
  ) as r (name, templateid);

-- Of accounts that aren't disabled, and of tokens, which act with a role of their own.
create view crm.systemuserroles as
  select
    r.organizationid, md5('systemuserroles ' || h.systemuserid || ' ' || r.roleid)::uuid
      as systemuserroleid,
    h.systemuserid, r.roleid, r.createdon, 1::bigint as versionnumber
  from (
    select organizationid, systemuserid, role from sync.account where not isdisabled
    union
    select organizationid, systemuserid, role from sync.api_token
  ) h
  join crm.role r on r.organizationid = h.organizationid and r.name = h.role;

create view crm.audit as
  select
    organizationid, auditid, createdon, operation,
    case operation when 4 then 64 else operation end as action,
    objecttypecode, objectid, userid, changedata, 1::bigint as versionnumber
  from sync.audit;

create view crm.team as
  select
    organizationid, businessunitid as teamid, null::text as name, null::text as description,
    null::integer as teamtype, null::boolean as isdefault, null::text as emailaddress,
    businessunitid, null::uuid as administratorid, null::uuid as azureactivedirectoryobjectid,
    createdon, modifiedon, createdby, modifiedby, versionnumber
  from crm.businessunit
  where false;

create view crm.savedquery as
  select
    organizationid, businessunitid as savedqueryid, null::text as name, null::text as description,
    null::text as returnedtypecode, null::integer as querytype, null::text as fetchxml,
    null::text as layoutxml, null::boolean as isdefault, null::boolean as isquickfindquery,
    createdon, modifiedon, createdby, modifiedby, versionnumber
  from crm.businessunit
  where false;
