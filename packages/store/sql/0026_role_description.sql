-- 0026_role_description.sql
-- breaking: no
-- Columns of roles and saved queries that clients name: `description`, `statecode`, `statuscode`.

create or replace view crm.role as
  select
    o.organizationid, md5('role ' || o.organizationid || ' ' || r.name)::uuid as roleid, r.name,
    md5('businessunit ' || o.organizationid)::uuid as businessunitid,
    md5('role ' || o.organizationid || ' ' || r.name)::uuid as parentrootroleid,
    r.templateid as roletemplateid, 1 as isinherited, true as ismanaged, 0 as componentstate,
    o.createdon, o.createdon as modifiedon, null::uuid as createdby, null::uuid as modifiedby,
    1::bigint as versionnumber, r.description
  from crm.organization o
  cross join (values
    ('System Administrator', '627090ff-40a3-4053-8790-584edc5be201'::uuid, 'Everything.'),
    ('System Customizer', '119f245c-3cc8-4b62-b31c-d1a046ced15d'::uuid, 'Settings, and reading.'),
    ('Basic User', null, 'Reading, and writing the tables people work with.'),
    ('Mailbox Owner', null, 'Their own mailbox, in the admin center only.')
  ) as r (name, templateid, description);

create or replace view crm.savedquery as
  select
    organizationid, businessunitid as savedqueryid, null::text as name, null::text as description,
    null::text as returnedtypecode, null::integer as querytype, null::text as fetchxml,
    null::text as layoutxml, null::boolean as isdefault, null::boolean as isquickfindquery,
    createdon, modifiedon, createdby, modifiedby, versionnumber, 0 as statecode, 1 as statuscode
  from crm.businessunit
  where false;
