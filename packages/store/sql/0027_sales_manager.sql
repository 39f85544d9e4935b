-- 0027_sales_manager.sql
-- breaking: no
-- A role that sees and changes the rows of colleagues, since Basic User has their own ones only.

alter table sync.account drop constraint account_role_check;
alter table sync.account add constraint account_role_check check (role in
  ('System Administrator', 'System Customizer', 'Sales Manager', 'Basic User', 'Mailbox Owner'));
alter table sync.api_token drop constraint api_token_role_check;
alter table sync.api_token add constraint api_token_role_check check (role in
  ('System Administrator', 'System Customizer', 'Sales Manager', 'Basic User', 'Mailbox Owner'));

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
    ('System Customizer', '119f245c-3cc8-4b62-b31c-d1a046ced15d'::uuid,
      'Settings, and how synchronization goes, and their own rows.'),
    ('Sales Manager', null, 'Reading and writing the rows of their business unit.'),
    ('Basic User', null, 'Their own rows, and reading activities that they take part in.'),
    ('Mailbox Owner', null, 'Their own mailbox, in the admin center only.')
  ) as r (name, templateid, description);
