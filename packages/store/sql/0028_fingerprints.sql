-- 0028_fingerprints.sql
-- breaking: no
-- Where keys of items don't survive moves, the link of one that moved is found by its fingerprint (TR21).

alter table sync.link add column fingerprint text;

create index link_fingerprint on sync.link (organizationid, mailboxid, fingerprint)
  where fingerprint is not null;
