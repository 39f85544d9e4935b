-- 0016_copies.sql
-- breaking: no
-- Items that share an id and are no copies of one another have activities of their own: what follows
-- the sign E'\x1f' in an identity tells such an activity from the first one under that id.

create index appointment_copies on crm.appointment
  (organizationid, split_part(identity, E'\x1f', 1));
create index recurringappointmentmaster_copies on crm.recurringappointmentmaster
  (organizationid, split_part(identity, E'\x1f', 1));

-- Items that were taken for copies of another one are looked at once more, as items are whose last
-- try failed: all but one of the messages of each email, and events that are one too many, since a
-- meeting lies in a mailbox once and has one organizer.
with marked as (
  select l.organizationid, l.mailboxid, l.itemkey, l.kind, l.isorganizer,
    row_number() over (
      partition by l.organizationid, l.activityid
      order by l.itemkey = a.exchangeitemid collate "C" desc, l.itemkey) as ofactivity,
    row_number() over (
      partition by l.organizationid, l.activityid, l.mailboxid
      order by l.itemkey = a.exchangeitemid collate "C" desc, l.itemkey) as ofmailbox,
    row_number() over (
      partition by l.organizationid, l.activityid, l.isorganizer
      order by l.itemkey = a.exchangeitemid collate "C" desc, l.itemkey) as oforganizers
  from sync.link l
  join crm.activitypointer a
    on a.organizationid = l.organizationid and a.activityid = l.activityid
  where l.state = 'linked' and l.kind in ('message', 'event') and l.masterkey is null
    and l.mark = 'seen' and l.pendingend is null and l.parkcode is null
), doubtful as (
  select organizationid, mailboxid, itemkey from marked
  where (kind = 'message' and ofactivity > 1)
    or (kind = 'event' and (ofmailbox > 1 or (isorganizer and oforganizers > 1)))
), occurrences as (
  update sync.link l
  set state = 'ended', activityid = null, activitytype = null, mark = 'unseen', pendingend = null,
    parkcode = null, parkreason = null, parktries = 0, parknexttryat = null,
    rule = 'TR10', seen = 'its series is looked at once more',
    versionnumber = nextval('crm.versionnumber')
  from doubtful d
  where l.organizationid = d.organizationid and l.mailboxid = d.mailboxid
    and l.masterkey = d.itemkey and l.state = 'linked'
)
update sync.link l
set state = 'parked', activityid = null, activitytype = null,
  parkcode = 'SharedId', parkreason = 'Another item has the same id, so it is looked at once more.',
  parktries = 0, parknexttryat = l.decidedat, rule = 'TR7', seen = 'looked at once more',
  versionnumber = nextval('crm.versionnumber')
from doubtful d
where l.organizationid = d.organizationid and l.mailboxid = d.mailboxid
  and l.itemkey = d.itemkey;
