-- 0024_retention.sql
-- breaking: no
-- For how many days an organization keeps what may be of persons; null = for ever.

create table sync.retention (
  organizationid uuid not null,
  bodies integer check (bodies > 0), -- texts and attachments of activities
  audit integer check (audit > 0),
  signinattempts integer check (signinattempts > 0),
  trail integer check (trail > 0), -- of links: decisions before the last one
  primary key (organizationid)
);
