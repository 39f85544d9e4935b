-- 0025_ended_sessions.sql
-- breaking: no
-- A session is a signed cookie that holds everything. One that was signed out is kept here until it
-- would have ended, so that a copy of its cookie opens nothing.

create table sync.ended_session (
  organizationid uuid not null,
  hash text not null, -- SHA-256 of the cookie's signature, hexadecimal
  until timestamptz not null,
  primary key (organizationid, hash)
);
