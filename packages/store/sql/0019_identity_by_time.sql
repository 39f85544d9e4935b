-- 0019_identity_by_time.sql
-- breaking: yes
-- The identity of an email begins with the second it was sent in, so that new rows enter the index at
-- its end. Workers of the version before would not find these emails under the identities they know.

-- Nothing that followers or webhooks are told of changes.
alter table crm.email disable trigger user;
update crm.email
set identity = regexp_replace(identity, '^email:(in|out):', 'email:\1:' || coalesce(
  to_char(date_trunc('second', senton) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '-') || ':')
where identity ~ '^email:(in|out):' and messageid is not null
  and length(regexp_replace(split_part(identity, E'\x1f', 1), '^email:(in|out):', '')) <= 360;
alter table crm.email enable trigger user;
