-- 0010_tracking_tokens.sql
-- breaking: no
-- The switch "Use tracking tokens". Which column Dataverse keeps it in isn't published.

alter table crm.organization
  add column usestrackingtokens boolean not null default true; -- private
