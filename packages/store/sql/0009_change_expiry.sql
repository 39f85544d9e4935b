-- 0009_change_expiry.sql
-- breaking: no
-- How many days a follower of changes may stay away.

alter table crm.organization add column expirechangetrackingindays integer default 30;
