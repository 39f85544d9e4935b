-- 0017_counters.sql
-- breaking: no
-- What is shown on every page is read from counters, and what is looked up has its index.

-- How many links of a mailbox are in each state, and how many of the linked items carry the mark.
-- Triggers keep it, so that whatever writes links keeps it too. A mailbox without links may have no
-- row.
create table sync.link_count (
  organizationid uuid not null,
  mailboxid uuid not null,
  noted bigint not null,
  parked bigint not null,
  linked bigint not null,
  ended bigint not null,
  marked bigint not null, -- linked, and the mark was seen on the item
  primary key (organizationid, mailboxid)
) with (fillfactor = 70); -- Changes of counters stay on their page and touch no index.

-- One statement for all links that a statement changed. Rows are locked in the order of their key.
create function sync.count_links() returns trigger language plpgsql as $$
begin
  execute format(
    'insert into sync.link_count as c
       (organizationid, mailboxid, noted, parked, linked, ended, marked)
     select organizationid, mailboxid,
       coalesce(sum(n) filter (where state = ''noted''), 0),
       coalesce(sum(n) filter (where state = ''parked''), 0),
       coalesce(sum(n) filter (where state = ''linked''), 0),
       coalesce(sum(n) filter (where state = ''ended''), 0),
       coalesce(sum(n) filter (where state = ''linked'' and mark = ''seen''), 0)
     from (
       select organizationid, mailboxid, state, mark, sum(n) as n
       from (%s) changed group by 1, 2, 3, 4 having sum(n) <> 0
     ) net
     group by 1, 2
     order by 1, 2
     on conflict (organizationid, mailboxid) do update set
       noted = c.noted + excluded.noted, parked = c.parked + excluded.parked,
       linked = c.linked + excluded.linked, ended = c.ended + excluded.ended,
       marked = c.marked + excluded.marked',
    case tg_op
      when 'INSERT' then 'select *, 1 as n from came'
      when 'DELETE' then 'select *, -1 as n from went'
      else 'select *, 1 as n from came union all select *, -1 from went'
    end);
  return null;
end
$$;
create trigger count_inserted after insert on sync.link referencing new table as came
  for each statement execute function sync.count_links();
create trigger count_deleted after delete on sync.link referencing old table as went
  for each statement execute function sync.count_links();
create trigger count_updated after update on sync.link
  referencing old table as went new table as came
  for each statement execute function sync.count_links();

insert into sync.link_count (organizationid, mailboxid, noted, parked, linked, ended, marked)
select organizationid, mailboxid,
  count(*) filter (where state = 'noted'), count(*) filter (where state = 'parked'),
  count(*) filter (where state = 'linked'), count(*) filter (where state = 'ended'),
  count(*) filter (where state = 'linked' and mark = 'seen')
from sync.link group by 1, 2;

-- The Web API compares texts without case, which the index before could not answer. A hash of the
-- Message-ID takes a quarter of the room of its text. Message-IDs come in no order, so each new one
-- goes to a page of its own: a small index keeps what a new email costs from growing with those
-- stored. A hash index has one column: what it finds is held against the organization.
drop index crm.email_messageid;
create index email_messageid on crm.email using hash (lower(messageid));
