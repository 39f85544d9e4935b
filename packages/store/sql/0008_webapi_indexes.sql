-- 0008_webapi_indexes.sql
-- breaking: no
-- What lists of the Web API are ordered and joined by. Its lists end with the primary key in the
-- direction of what is before it, and have rows without a value last when descending: an index made
-- like that is read forwards or backwards, and the first page costs no more than its rows.

create index email_createdon on crm.email (organizationid, createdon, activityid);
create index email_senton on crm.email (organizationid, senton desc nulls last, activityid desc);
create index appointment_createdon on crm.appointment (organizationid, createdon, activityid);
create index task_createdon on crm.task (organizationid, createdon, activityid);

-- Activities of an account, a contact or a lead, as conditions and expansions ask for them.
create index email_regarding on crm.email (organizationid, regardingobjectid, createdon)
  where regardingobjectid is not null;
create index appointment_regarding on crm.appointment (organizationid, regardingobjectid, createdon)
  where regardingobjectid is not null;
create index task_regarding on crm.task (organizationid, regardingobjectid, createdon)
  where regardingobjectid is not null;
create index contact_parentcustomer on crm.contact (organizationid, parentcustomerid)
  where parentcustomerid is not null;
