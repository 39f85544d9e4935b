CREATE SCHEMA crm;

CREATE SCHEMA sync;

CREATE FUNCTION crm.searchwords(text, text, text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
  select to_tsvector('simple'::regconfig, lower(translate(
    left(coalesce($1, ''), 2000) || ' ' || left(coalesce($2, ''), 2000) || ' '
      || left(coalesce($3, ''), 8000),
    '@.-_+/<>"'':;,()[]', repeat(' ', 17)) collate "und-x-icu"))
$_$;

CREATE FUNCTION sync.arm_webhooks() RETURNS trigger
    LANGUAGE plpgsql
    SET lock_timeout TO '5s'
    AS $$
declare
  f record;
begin
  perform pg_advisory_xact_lock(7246002);
  for f in
    select m.message, m.tablename, m.primaryid, 'webhook_' || lower(m.message) as triggername,
      exists (select 1 from crm.sdkmessageprocessingstep s
        where s.sdkmessagefilterid = m.sdkmessagefilterid and s.statecode = 0) as wanted,
      exists (select 1 from pg_trigger t
        where t.tgrelid = ('crm.' || m.tablename)::regclass
          and t.tgname = 'webhook_' || lower(m.message)) as present
    from sync.message_filter m
  loop
    if f.wanted and not f.present then
      execute format(
        'create trigger %I after %s on crm.%I referencing %s
         for each statement execute function sync.queue_webhooks(%L)',
        f.triggername,
        case f.message when 'Create' then 'insert' when 'Update' then 'update' else 'delete' end,
        f.tablename,
        case f.message when 'Create' then 'new table as after_rows'
          when 'Update' then 'old table as before_rows new table as after_rows'
          else 'old table as before_rows' end,
        f.primaryid);
    elsif f.present and not f.wanted then
      begin
        execute format('drop trigger %I on crm.%I', f.triggername, f.tablename);
      exception when lock_not_available then
        null;
      end;
    end if;
  end loop;
  return null;
end
$$;

CREATE FUNCTION sync.bury() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  execute format(
    'insert into sync.tombstone (organizationid, tablename, rowid, changexid)
     select organizationid, %L, %I, pg_current_xact_id() from gone
     on conflict (organizationid, tablename, rowid) do update set changexid = excluded.changexid',
    tg_table_name, tg_argv[0]);
  return null;
end
$$;

CREATE FUNCTION sync.count_links() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION sync.forget_endpoints() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  delete from crm.sdkmessageprocessingstep s using gone g
  where s.organizationid = g.organizationid and s.eventhandler = g.serviceendpointid;
  delete from sync.webhook_delivery d using gone g
  where d.organizationid = g.organizationid and d.serviceendpointid = g.serviceendpointid;
  delete from sync.webhook_endpoint e using gone g
  where e.organizationid = g.organizationid and e.serviceendpointid = g.serviceendpointid;
  delete from sync.secret x using gone g
  where x.organizationid = g.organizationid and x.name = 'serviceendpoint/' || g.serviceendpointid;
  return null;
end
$$;

CREATE FUNCTION sync.place_user() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.businessunitid := coalesce(
    new.businessunitid, md5('businessunit ' || new.organizationid)::uuid);
  return new;
end
$$;

CREATE FUNCTION sync.queue_webhooks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
  event text := case tg_op when 'INSERT' then 'Create' when 'UPDATE' then 'Update' else 'Delete' end;
  filter uuid := md5('sdkmessagefilter ' || event || ' ' || tg_table_name)::uuid;
begin
  if tg_op = 'INSERT' then
    insert into sync.webhook_delivery
      (organizationid, serviceendpointid, stepid, message, tablename, rowid, rowversion, attributes)
    select s.organizationid, s.eventhandler, s.sdkmessageprocessingstepid, event, tg_table_name,
      (r.j ->> tg_argv[0])::uuid, (r.j ->> 'versionnumber')::bigint,
      case when length(r.j::text) <= 262144 then jsonb_strip_nulls(r.j) end
    from (select a.organizationid, to_jsonb(a) as j from after_rows a) r
    join crm.sdkmessageprocessingstep s on s.organizationid = r.organizationid
      and s.sdkmessagefilterid = filter and s.statecode = 0;
  elsif tg_op = 'UPDATE' then
    insert into sync.webhook_delivery
      (organizationid, serviceendpointid, stepid, message, tablename, rowid, rowversion, attributes)
    select s.organizationid, s.eventhandler, s.sdkmessageprocessingstepid, event, tg_table_name,
      (r.j ->> tg_argv[0])::uuid, (r.j ->> 'versionnumber')::bigint,
      case when length(r.changed::text) <= 262144 then r.changed end
    from (
      select n.organizationid, n.j, (
          select coalesce(jsonb_object_agg(k.key, k.value), '{}')
          from jsonb_each(n.j) k
          where k.value is distinct from o.j -> k.key
            
            or n.j -> left(k.key, -4) is distinct from o.j -> left(k.key, -4) and k.key like '%type'
        ) as changed
      from (select a.organizationid, to_jsonb(a) as j from after_rows a) n
      join (select b.organizationid, to_jsonb(b) as j from before_rows b) o
        on o.organizationid = n.organizationid and o.j ->> tg_argv[0] = n.j ->> tg_argv[0]
    ) r
    join crm.sdkmessageprocessingstep s on s.organizationid = r.organizationid
      and s.sdkmessagefilterid = filter and s.statecode = 0
    where coalesce(s.filteringattributes, '') = ''
      or r.changed ?| regexp_split_to_array(lower(s.filteringattributes), '\s*,\s*');
  else
    insert into sync.webhook_delivery
      (organizationid, serviceendpointid, stepid, message, tablename, rowid, rowversion, attributes)
    select s.organizationid, s.eventhandler, s.sdkmessageprocessingstepid, event, tg_table_name,
      (r.j ->> tg_argv[0])::uuid, (r.j ->> 'versionnumber')::bigint, '{}'
    from (select b.organizationid, to_jsonb(b) as j from before_rows b) r
    join crm.sdkmessageprocessingstep s on s.organizationid = r.organizationid
      and s.sdkmessagefilterid = filter and s.statecode = 0;
  end if;
  return null;
end
$$;

CREATE FUNCTION sync.settle_user() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if tg_op = 'DELETE' then
    delete from crm.usersettings
    where organizationid = old.organizationid and systemuserid = old.systemuserid;
  else
    insert into crm.usersettings
      (organizationid, systemuserid, businessunitid, createdon, modifiedon)
    values
      (new.organizationid, new.systemuserid, new.businessunitid, new.createdon, new.createdon)
    on conflict do nothing;
  end if;
  return null;
end
$$;

CREATE FUNCTION sync.stock_organization() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  insert into crm.publisher
    (organizationid, publisherid, uniquename, friendlyname, customizationprefix, isreadonly,
     createdon, modifiedon)
  values
    (new.organizationid, 'd21aab71-79e7-11dd-8874-00188b01e34f',
     'DefaultPublisher' || new.uniquename, 'Default Publisher for ' || new.name, 'new', false,
     new.createdon, new.createdon)
  on conflict do nothing;
  insert into crm.solution
    (organizationid, solutionid, uniquename, friendlyname, version, ismanaged, isvisible,
     installedon, publisherid, createdon, modifiedon)
  values
    (new.organizationid, 'fd140aad-4df4-11dd-bd17-0019b9312238', 'System', 'System Solution',
     new.version, true, false, new.createdon, 'd21aab71-79e7-11dd-8874-00188b01e34f',
     new.createdon, new.createdon),
    (new.organizationid, 'fd140aaf-4df4-11dd-bd17-0019b9312238', 'Default', 'Default Solution',
     '1.0', false, true, new.createdon, 'd21aab71-79e7-11dd-8874-00188b01e34f',
     new.createdon, new.createdon)
  on conflict do nothing;
  return null;
end
$$;

CREATE FUNCTION sync.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  new.changexid := pg_current_xact_id();
  return new;
end
$$;

CREATE SEQUENCE crm.versionnumber
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE crm.account (
    organizationid uuid NOT NULL,
    accountid uuid NOT NULL,
    name text,
    accountnumber text,
    telephone1 text,
    websiteurl text,
    description text,
    primarycontactid uuid,
    emailaddress1 text,
    emailaddress2 text,
    emailaddress3 text,
    donotemail boolean DEFAULT false,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    parentaccountid uuid,
    revenue numeric,
    creditlimit numeric,
    creditonhold boolean DEFAULT false,
    numberofemployees integer,
    tickersymbol text,
    sic text,
    accountcategorycode integer,
    customertypecode integer,
    ownershipcode integer,
    preferredcontactmethodcode integer DEFAULT 1,
    telephone2 text,
    telephone3 text,
    fax text,
    address1_name text,
    address1_line1 text,
    address1_line2 text,
    address1_line3 text,
    address1_city text,
    address1_stateorprovince text,
    address1_postalcode text,
    address1_country text,
    address1_county text,
    address1_telephone1 text,
    address1_latitude double precision,
    address1_longitude double precision,
    donotphone boolean DEFAULT false,
    donotfax boolean DEFAULT false,
    donotpostalmail boolean DEFAULT false,
    donotbulkemail boolean DEFAULT false
);

CREATE TABLE crm.activitymimeattachment (
    organizationid uuid NOT NULL,
    activitymimeattachmentid uuid NOT NULL,
    objectid uuid NOT NULL,
    objecttypecode text NOT NULL,
    filename text,
    mimetype text,
    body text,
    filesize integer,
    attachmentnumber integer,
    attachmentcontentid text,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.activityparty (
    organizationid uuid NOT NULL,
    activitypartyid uuid NOT NULL,
    activityid uuid NOT NULL,
    partyid uuid,
    partyidtype text,
    partyidname text,
    addressused text,
    addressusedemailcolumnnumber integer,
    exchangeentryid text COLLATE pg_catalog."C",
    ispartydeleted boolean DEFAULT false,
    participationtypemask integer NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.appointment (
    organizationid uuid NOT NULL,
    activityid uuid NOT NULL,
    activitytypecode text DEFAULT 'appointment'::text NOT NULL,
    subject text,
    description text,
    regardingobjectid uuid,
    regardingobjectidtype text,
    scheduledstart timestamp with time zone,
    scheduledend timestamp with time zone,
    scheduleddurationminutes integer,
    actualstart timestamp with time zone,
    actualend timestamp with time zone,
    actualdurationminutes integer,
    prioritycode integer DEFAULT 1,
    senton timestamp with time zone,
    sortdate timestamp with time zone,
    exchangeitemid text COLLATE pg_catalog."C",
    exchangeweblink text,
    instancetypecode integer DEFAULT 0,
    location text,
    isalldayevent boolean DEFAULT false,
    globalobjectid text,
    outlookownerapptid integer,
    ismapiprivate boolean DEFAULT false,
    seriesid uuid,
    isdraft boolean DEFAULT false,
    originalstartdate timestamp with time zone,
    modifiedfieldsmask integer,
    attachmenterrors integer DEFAULT 0,
    attachmentcount integer DEFAULT 0,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    identity text,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL
);

CREATE TABLE crm.email (
    organizationid uuid NOT NULL,
    activityid uuid NOT NULL,
    activitytypecode text DEFAULT 'email'::text NOT NULL,
    subject text,
    description text,
    regardingobjectid uuid,
    regardingobjectidtype text,
    scheduledstart timestamp with time zone,
    scheduledend timestamp with time zone,
    scheduleddurationminutes integer,
    actualstart timestamp with time zone,
    actualend timestamp with time zone,
    actualdurationminutes integer,
    prioritycode integer DEFAULT 1,
    senton timestamp with time zone,
    sortdate timestamp with time zone,
    exchangeitemid text COLLATE pg_catalog."C",
    exchangeweblink text,
    instancetypecode integer DEFAULT 0,
    directioncode boolean DEFAULT true,
    messageid text,
    messageiddupcheck uuid,
    inreplyto text,
    conversationindex text,
    baseconversationindexhash integer,
    conversationtrackingid uuid,
    trackingtoken text,
    correlationmethod integer,
    correlatedactivityid uuid,
    parentactivityid uuid,
    emailtrackingid uuid,
    sender text,
    emailsender uuid,
    emailsendertype text,
    sendersaccount uuid,
    torecipients text,
    submittedby text,
    acceptingentityid uuid,
    acceptingentityidtype text,
    receivingmailboxid uuid,
    sendermailboxid uuid,
    isworkflowcreated boolean DEFAULT false,
    mimetype text,
    attachmentcount integer DEFAULT 0,
    deliveryattempts integer DEFAULT 0,
    deliveryprioritycode integer DEFAULT 1,
    readreceiptrequested boolean DEFAULT false,
    deliveryreceiptrequested boolean DEFAULT false,
    notifications integer DEFAULT 0,
    postponeemailprocessinguntil timestamp with time zone,
    isunsafe integer,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    identity text,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL
);

CREATE TABLE crm.recurringappointmentmaster (
    organizationid uuid NOT NULL,
    activityid uuid NOT NULL,
    activitytypecode text DEFAULT 'recurringappointmentmaster'::text NOT NULL,
    subject text,
    description text,
    regardingobjectid uuid,
    regardingobjectidtype text,
    scheduledstart timestamp with time zone,
    scheduledend timestamp with time zone,
    scheduleddurationminutes integer,
    actualstart timestamp with time zone,
    actualend timestamp with time zone,
    actualdurationminutes integer,
    prioritycode integer DEFAULT 1,
    senton timestamp with time zone,
    sortdate timestamp with time zone,
    exchangeitemid text COLLATE pg_catalog."C",
    exchangeweblink text,
    instancetypecode integer DEFAULT 1,
    location text,
    isalldayevent boolean DEFAULT false,
    globalobjectid text,
    outlookownerapptid integer,
    ismapiprivate boolean DEFAULT false,
    seriesid uuid,
    recurrencepatterntype integer,
    "interval" integer,
    daysofweekmask integer,
    dayofmonth integer,
    monthofyear integer,
    instance integer,
    isnthmonthly boolean DEFAULT false,
    isnthyearly boolean DEFAULT false,
    isweekdaypattern boolean DEFAULT false,
    patternstartdate timestamp with time zone,
    patternenddate timestamp with time zone,
    patternendtype integer,
    occurrences integer,
    starttime timestamp with time zone,
    endtime timestamp with time zone,
    duration integer,
    effectivestartdate timestamp with time zone,
    effectiveenddate timestamp with time zone,
    expansionstatecode integer DEFAULT 0,
    deletedexceptionslist text,
    lastexpandedinstancedate timestamp with time zone,
    firstdayofweek integer,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    identity text,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL
);

CREATE TABLE crm.task (
    organizationid uuid NOT NULL,
    activityid uuid NOT NULL,
    activitytypecode text DEFAULT 'task'::text NOT NULL,
    subject text,
    description text,
    regardingobjectid uuid,
    regardingobjectidtype text,
    scheduledstart timestamp with time zone,
    scheduledend timestamp with time zone,
    scheduleddurationminutes integer,
    actualstart timestamp with time zone,
    actualend timestamp with time zone,
    actualdurationminutes integer,
    prioritycode integer DEFAULT 1,
    senton timestamp with time zone,
    sortdate timestamp with time zone,
    exchangeitemid text COLLATE pg_catalog."C",
    exchangeweblink text,
    instancetypecode integer DEFAULT 0,
    percentcomplete integer,
    crmtaskassigneduniqueid uuid,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 2 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    identity text,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL
);

CREATE VIEW crm.activitypointer AS
 SELECT email.organizationid,
    email.activityid,
    email.activitytypecode,
    email.subject,
    email.description,
    email.regardingobjectid,
    email.regardingobjectidtype,
    email.scheduledstart,
    email.scheduledend,
    email.scheduleddurationminutes,
    email.actualstart,
    email.actualend,
    email.actualdurationminutes,
    email.prioritycode,
    email.senton,
    email.sortdate,
    email.exchangeitemid,
    email.exchangeweblink,
    email.instancetypecode,
    email.statecode,
    email.statuscode,
    email.ownerid,
    email.owneridtype,
    email.owninguser,
    email.owningteam,
    email.owningbusinessunit,
    email.createdon,
    email.modifiedon,
    email.createdby,
    email.modifiedby,
    email.versionnumber
   FROM crm.email
UNION ALL
 SELECT appointment.organizationid,
    appointment.activityid,
    appointment.activitytypecode,
    appointment.subject,
    appointment.description,
    appointment.regardingobjectid,
    appointment.regardingobjectidtype,
    appointment.scheduledstart,
    appointment.scheduledend,
    appointment.scheduleddurationminutes,
    appointment.actualstart,
    appointment.actualend,
    appointment.actualdurationminutes,
    appointment.prioritycode,
    appointment.senton,
    appointment.sortdate,
    appointment.exchangeitemid,
    appointment.exchangeweblink,
    appointment.instancetypecode,
    appointment.statecode,
    appointment.statuscode,
    appointment.ownerid,
    appointment.owneridtype,
    appointment.owninguser,
    appointment.owningteam,
    appointment.owningbusinessunit,
    appointment.createdon,
    appointment.modifiedon,
    appointment.createdby,
    appointment.modifiedby,
    appointment.versionnumber
   FROM crm.appointment
UNION ALL
 SELECT recurringappointmentmaster.organizationid,
    recurringappointmentmaster.activityid,
    recurringappointmentmaster.activitytypecode,
    recurringappointmentmaster.subject,
    recurringappointmentmaster.description,
    recurringappointmentmaster.regardingobjectid,
    recurringappointmentmaster.regardingobjectidtype,
    recurringappointmentmaster.scheduledstart,
    recurringappointmentmaster.scheduledend,
    recurringappointmentmaster.scheduleddurationminutes,
    recurringappointmentmaster.actualstart,
    recurringappointmentmaster.actualend,
    recurringappointmentmaster.actualdurationminutes,
    recurringappointmentmaster.prioritycode,
    recurringappointmentmaster.senton,
    recurringappointmentmaster.sortdate,
    recurringappointmentmaster.exchangeitemid,
    recurringappointmentmaster.exchangeweblink,
    recurringappointmentmaster.instancetypecode,
    recurringappointmentmaster.statecode,
    recurringappointmentmaster.statuscode,
    recurringappointmentmaster.ownerid,
    recurringappointmentmaster.owneridtype,
    recurringappointmentmaster.owninguser,
    recurringappointmentmaster.owningteam,
    recurringappointmentmaster.owningbusinessunit,
    recurringappointmentmaster.createdon,
    recurringappointmentmaster.modifiedon,
    recurringappointmentmaster.createdby,
    recurringappointmentmaster.modifiedby,
    recurringappointmentmaster.versionnumber
   FROM crm.recurringappointmentmaster
UNION ALL
 SELECT task.organizationid,
    task.activityid,
    task.activitytypecode,
    task.subject,
    task.description,
    task.regardingobjectid,
    task.regardingobjectidtype,
    task.scheduledstart,
    task.scheduledend,
    task.scheduleddurationminutes,
    task.actualstart,
    task.actualend,
    task.actualdurationminutes,
    task.prioritycode,
    task.senton,
    task.sortdate,
    task.exchangeitemid,
    task.exchangeweblink,
    task.instancetypecode,
    task.statecode,
    task.statuscode,
    task.ownerid,
    task.owneridtype,
    task.owninguser,
    task.owningteam,
    task.owningbusinessunit,
    task.createdon,
    task.modifiedon,
    task.createdby,
    task.modifiedby,
    task.versionnumber
   FROM crm.task;

CREATE TABLE crm.asyncoperation (
    organizationid uuid NOT NULL,
    asyncoperationid uuid NOT NULL,
    name text,
    operationtype integer,
    primaryentitytype text,
    message text,
    friendlymessage text,
    errorcode integer,
    retrycount integer DEFAULT 0,
    startedon timestamp with time zone,
    completedon timestamp with time zone,
    postponeuntil timestamp with time zone,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 0 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE sync.audit (
    organizationid uuid NOT NULL,
    auditid uuid NOT NULL,
    createdon timestamp with time zone NOT NULL,
    userid uuid,
    operation integer NOT NULL,
    objecttypecode text NOT NULL,
    objectid uuid,
    objectname text NOT NULL,
    changedata text NOT NULL,
    CONSTRAINT audit_operation_check CHECK (((operation >= 1) AND (operation <= 4)))
);

CREATE VIEW crm.audit AS
 SELECT audit.organizationid,
    audit.auditid,
    audit.createdon,
    audit.operation,
        CASE audit.operation
            WHEN 4 THEN 64
            ELSE audit.operation
        END AS action,
    audit.objecttypecode,
    audit.objectid,
    audit.userid,
    audit.changedata,
    (1)::bigint AS versionnumber
   FROM sync.audit;

CREATE TABLE crm.bulkdeleteoperation (
    organizationid uuid NOT NULL,
    bulkdeleteoperationid uuid NOT NULL,
    name text,
    asyncoperationid uuid,
    isrecurring boolean DEFAULT false,
    nextrun timestamp with time zone,
    orderedquerysetxml text,
    processingqeindex integer DEFAULT 0,
    successcount integer DEFAULT 0,
    failurecount integer DEFAULT 0,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 0 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.organization (
    organizationid uuid NOT NULL,
    name text NOT NULL,
    orgdborgsettings text,
    emailconnectionchannel integer DEFAULT 0,
    defaultemailserverprofileid uuid,
    defaultemailsettings text,
    requireapprovalforuseremail boolean DEFAULT true,
    requireapprovalforqueueemail boolean DEFAULT true,
    maxuploadfilesize integer DEFAULT 5242880,
    blockedattachments text,
    rendersecureiframeforemail boolean DEFAULT false,
    allowunresolvedpartiesonemailsend boolean DEFAULT false,
    unresolveemailaddressifmultiplematch boolean DEFAULT false,
    resolvesimilarunresolvedemailaddress boolean DEFAULT true,
    ignoreinternalemail boolean DEFAULT false,
    emailcorrelationenabled boolean DEFAULT true,
    enablesmartmatching boolean DEFAULT false,
    isfolderbasedtrackingenabled boolean DEFAULT true,
    maxfolderbasedtrackingmappings integer,
    trackingprefix text DEFAULT 'CRM:'::text,
    trackingtokenidbase integer DEFAULT 0,
    trackingtokeniddigits integer DEFAULT 3,
    maximumtrackingnumber integer,
    nexttrackingnumber integer,
    hashfilterkeywords text,
    hashmaxcount integer,
    hashdeltasubjectcount integer,
    hashminaddresscount integer,
    isemailmonitoringallowed boolean,
    generatealertsforerrors boolean DEFAULT true,
    generatealertsforwarnings boolean DEFAULT true,
    generatealertsforinformation boolean DEFAULT true,
    notifymailboxownerofemailserverlevelalerts boolean DEFAULT false,
    isappointmentattachmentsyncenabled boolean DEFAULT false,
    isassignedtaskssyncenabled boolean DEFAULT false,
    iscontactmailingaddresssyncenabled boolean DEFAULT false,
    appointmentricheditorexperience boolean DEFAULT false,
    isdelegateaccessenabled boolean DEFAULT false,
    futureexpansionwindow integer,
    pastexpansionwindow integer DEFAULT 3,
    recurrenceexpansionsynchcreatemax integer,
    recurrenceexpansionjobbatchsize integer,
    recurrenceexpansionjobbatchinterval integer,
    maxappointmentdurationdays integer,
    ismailboxinactivebackoffenabled boolean,
    ismailboxforcedunlockingenabled boolean,
    mailboxintermittentissueminrange integer,
    mailboxpermanentissueminrange integer,
    incomingemailexchangeemailretrievalbatchsize integer,
    maxverboseloggingmailbox integer,
    maxverboseloggingsynccycles integer,
    isemailserverprofilecontentfilteringenabled boolean DEFAULT false,
    tagpollingperiod integer,
    tagmaxaggressivecycles integer,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    uniquename text NOT NULL,
    version text NOT NULL,
    settingsrevision integer DEFAULT 1 NOT NULL,
    hostnames text[] DEFAULT '{}'::text[] NOT NULL,
    isdisabled boolean DEFAULT false NOT NULL,
    expirechangetrackingindays integer DEFAULT 30,
    usestrackingtokens boolean DEFAULT true NOT NULL,
    isauditenabled boolean DEFAULT false,
    isuseraccessauditenabled boolean DEFAULT false,
    isreadauditenabled boolean DEFAULT false,
    auditretentionperiodv2 integer,
    enableunifiedinterfaceshellrefresh boolean,
    issopintegrationenabled boolean,
    maxrecordsforexporttoexcel integer,
    allowclientmessagebarad boolean,
    expiresubscriptionsindays integer,
    maximumactivebusinessprocessflowsallowedperentity integer DEFAULT 10,
    daysbeforeemaildescriptionismigrated integer,
    isautosaveenabled boolean,
    plugintracelogsetting integer DEFAULT 0,
    sessiontimeoutenabled boolean DEFAULT false,
    sessiontimeoutinmins integer,
    sessiontimeoutreminderinmins integer,
    inactivitytimeoutenabled boolean DEFAULT false,
    inactivitytimeoutinmins integer,
    isexternalsearchindexenabled boolean DEFAULT false,
    schemanameprefix text DEFAULT 'new'::text,
    languagecode integer DEFAULT 1033,
    localeid integer DEFAULT 1033,
    currencysymbol text DEFAULT '$'::text,
    currencydecimalprecision integer DEFAULT 2,
    dateformatstring text DEFAULT 'M/d/yyyy'::text,
    timeformatstring text DEFAULT 'h:mm tt'::text,
    fullnameconventioncode integer DEFAULT 1
);

CREATE VIEW crm.businessunit AS
 SELECT organization.organizationid,
    (md5(('businessunit '::text || organization.organizationid)))::uuid AS businessunitid,
    organization.name,
    false AS isdisabled,
    NULL::uuid AS parentbusinessunitid,
    organization.createdon,
    organization.modifiedon,
    organization.createdby,
    organization.modifiedby,
    organization.versionnumber
   FROM crm.organization;

CREATE TABLE crm.contact (
    organizationid uuid NOT NULL,
    contactid uuid NOT NULL,
    fullname text,
    firstname text,
    lastname text,
    jobtitle text,
    telephone1 text,
    mobilephone text,
    description text,
    parentcustomerid uuid,
    parentcustomeridtype text,
    emailaddress1 text,
    emailaddress2 text,
    emailaddress3 text,
    donotemail boolean DEFAULT false,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    salutation text,
    middlename text,
    suffix text,
    nickname text,
    department text,
    managername text,
    assistantname text,
    spousesname text,
    websiteurl text,
    annualincome numeric,
    numberofchildren integer,
    creditonhold boolean DEFAULT false,
    gendercode integer,
    familystatuscode integer,
    preferredcontactmethodcode integer DEFAULT 1,
    telephone2 text,
    telephone3 text,
    fax text,
    address1_name text,
    address1_line1 text,
    address1_line2 text,
    address1_line3 text,
    address1_city text,
    address1_stateorprovince text,
    address1_postalcode text,
    address1_country text,
    address1_county text,
    address1_telephone1 text,
    address1_latitude double precision,
    address1_longitude double precision,
    donotphone boolean DEFAULT false,
    donotfax boolean DEFAULT false,
    donotpostalmail boolean DEFAULT false,
    donotbulkemail boolean DEFAULT false
);

CREATE TABLE crm.emailserverprofile (
    organizationid uuid NOT NULL,
    emailserverprofileid uuid NOT NULL,
    name text,
    description text,
    servertype integer DEFAULT 3,
    exchangeversion integer DEFAULT 5,
    useautodiscover boolean DEFAULT true,
    defaultserverlocation text,
    incomingserverlocation text,
    outgoingserverlocation text,
    incomingportnumber integer,
    outgoingportnumber integer,
    incomingusessl boolean DEFAULT true,
    outgoingusessl boolean DEFAULT true,
    usesamesettingsforoutgoingconnections boolean DEFAULT true,
    incominguseimpersonation boolean DEFAULT true,
    outgoinguseimpersonation boolean DEFAULT true,
    incomingcredentialretrieval integer DEFAULT 1,
    outgoingcredentialretrieval integer DEFAULT 1,
    incomingauthenticationprotocol integer DEFAULT 0,
    outgoingauthenticationprotocol integer DEFAULT 0,
    exchangeonlinetenantid text,
    processemailsreceivedafter timestamp with time zone,
    minpollingintervalinminutes integer DEFAULT 0,
    maxconcurrentconnections integer DEFAULT 10,
    moveundeliveredemails boolean DEFAULT false,
    sendemailalert boolean DEFAULT false,
    timeoutmailboxconnection boolean DEFAULT false,
    timeoutmailboxconnectionafteramount integer,
    encodingcodepage integer,
    lastteststarttime timestamp with time zone,
    lasttestexecutionstatus integer,
    lastauthorizationstatus integer,
    lasttestvalidationstatus integer,
    lasttestrequest text,
    lasttestresponse text,
    lastcrmmessage text,
    lasttesttotalexecutiontime integer,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    connector text DEFAULT 'exchangeonline'::text NOT NULL,
    connection jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT emailserverprofile_connector_check CHECK ((connector = ANY (ARRAY['exchangeonline'::text, 'sandbox'::text])))
);

CREATE TABLE crm.mailbox (
    organizationid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    name text,
    emailaddress text,
    regardingobjectid uuid,
    regardingobjectidtype text,
    emailserverprofile uuid,
    isforwardmailbox boolean DEFAULT false,
    isserviceaccount boolean DEFAULT false,
    incomingemaildeliverymethod integer DEFAULT 2,
    outgoingemaildeliverymethod integer DEFAULT 2,
    actdeliverymethod integer DEFAULT 1,
    enabledforincomingemail boolean DEFAULT false,
    enabledforoutgoingemail boolean DEFAULT false,
    enabledforact boolean DEFAULT false,
    incomingemailstatus integer DEFAULT 0,
    outgoingemailstatus integer DEFAULT 0,
    actstatus integer DEFAULT 0,
    mailboxstatus integer DEFAULT 0,
    emailrouteraccessapproval integer DEFAULT 0,
    isemailaddressapprovedbyo365admin boolean DEFAULT false,
    emailaddressapprovedby uuid,
    emailaddressapprovedon timestamp with time zone,
    testemailconfigurationscheduled boolean DEFAULT false,
    testemailconfigurationretrycount integer DEFAULT 0,
    testmailboxaccesscompletedon timestamp with time zone,
    postponetestemailconfigurationuntil timestamp with time zone,
    testandenablelastattemptedby uuid,
    testandenablelastattemptedon timestamp with time zone,
    postponemailboxprocessinguntil timestamp with time zone,
    postponesendinguntil timestamp with time zone,
    receivingpostponeduntil timestamp with time zone,
    receivingpostponeduntilforact timestamp with time zone,
    processinglastattemptedon timestamp with time zone,
    processemailreceivedafter timestamp with time zone,
    nextscheduledactsyncinseconds integer,
    lastactiveon timestamp with time zone,
    processingstatecode integer DEFAULT 0,
    hostid text,
    mailboxprocessingcontext integer,
    exchangesyncstatexml text,
    folderhierarchy text,
    lastmessageid text,
    verboseloggingenabled integer DEFAULT 0,
    lastsyncstartedon timestamp with time zone,
    lastsuccessfulsynccompletedon timestamp with time zone,
    lastsyncerror text,
    lastsyncerrorcode integer,
    lastsyncerrorcount integer DEFAULT 0,
    lastsyncerroroccurredon timestamp with time zone,
    lastsyncerrormachinename text,
    itemsprocessedforlastsync integer DEFAULT 0,
    itemsfailedforlastsync integer DEFAULT 0,
    noemailcount integer DEFAULT 0,
    noactcount integer DEFAULT 0,
    processedtimes integer DEFAULT 0,
    transientfailurecount integer DEFAULT 0,
    averagetotalduration integer,
    lastduration integer,
    forcedunlockcount integer DEFAULT 0,
    lastmailboxforcedunlockoccurredon timestamp with time zone,
    tagemailsafter timestamp with time zone,
    lasttagcompletedon timestamp with time zone,
    lasttaggedmessageid text,
    lasttagprocessedmaxitems boolean,
    ewsurl text,
    username text,
    password text,
    allowemailconnectortousecredentials boolean DEFAULT false,
    processanddeleteemails boolean DEFAULT false,
    undeliverablefolder text,
    isactsyncorgflagset boolean DEFAULT false,
    orgmarkedasprimaryforexchangesync boolean DEFAULT false,
    lastautodiscoveredon timestamp with time zone,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
)
WITH (fillfactor='70');

CREATE TABLE sync.link (
    organizationid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    itemkey text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    folder text NOT NULL COLLATE pg_catalog."C",
    state text NOT NULL,
    activityid uuid,
    activitytype text,
    masterkey text COLLATE pg_catalog."C",
    mark text NOT NULL,
    changekey text,
    isorganizer boolean NOT NULL,
    itemend timestamp with time zone,
    pendingend text,
    parkcode text,
    parkreason text,
    parktries integer DEFAULT 0 NOT NULL,
    parknexttryat timestamp with time zone,
    rule text NOT NULL,
    decidedat timestamp with time zone NOT NULL,
    seen text NOT NULL,
    listed integer DEFAULT 0 NOT NULL,
    linkid uuid NOT NULL,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    trail jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT link_check CHECK (((state <> 'linked'::text) OR (activityid IS NOT NULL))),
    CONSTRAINT link_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'event'::text, 'task'::text]))),
    CONSTRAINT link_mark_check CHECK ((mark = ANY (ARRAY['unseen'::text, 'seen'::text, 'forgone'::text]))),
    CONSTRAINT link_pendingend_check CHECK ((pendingend = ANY (ARRAY['markRemoved'::text, 'gone'::text]))),
    CONSTRAINT link_state_check CHECK ((state = ANY (ARRAY['noted'::text, 'parked'::text, 'linked'::text, 'ended'::text])))
);

CREATE VIEW crm.exchangesyncidmapping AS
 SELECT l.organizationid,
    l.linkid AS exchangesyncidmappingid,
    l.itemkey AS exchangeentryid,
    l.activityid AS objectid,
        CASE COALESCE(l.activitytype, l.kind)
            WHEN 'email'::text THEN 4202
            WHEN 'message'::text THEN 4202
            WHEN 'appointment'::text THEN 4201
            WHEN 'event'::text THEN 4201
            WHEN 'recurringappointmentmaster'::text THEN 4251
            ELSE 4212
        END AS objecttypecode,
    NULL::text AS itemsubject,
    0 AS fromcrmchangetype,
    0 AS tocrmchangetype,
    ((l.state = 'ended'::text) AND (l.rule = 'TR5'::text)) AS isdeletedinexchange,
    (l.state = 'ended'::text) AS isunlinkedincrm,
    l.parktries AS retries,
    0 AS userdecision,
    COALESCE(((l.parkcode || ': '::text) || l.parkreason),
        CASE
            WHEN (l.state = 'noted'::text) THEN l.seen
            ELSE NULL::text
        END) AS lastsyncerror,
    NULL::integer AS lastsyncerrorcode,
        CASE
            WHEN (l.parkcode IS NOT NULL) THEN l.decidedat
            ELSE NULL::timestamp with time zone
        END AS lastsyncerroroccurredon,
    m.ownerid,
    m.owneridtype,
    m.owninguser,
    m.owningteam,
    m.owningbusinessunit,
    l.createdon,
    l.modifiedon,
    NULL::uuid AS createdby,
    NULL::uuid AS modifiedby,
    l.versionnumber
   FROM (sync.link l
     JOIN crm.mailbox m ON (((m.organizationid = l.organizationid) AND (m.mailboxid = l.mailboxid))));

CREATE TABLE crm.lead (
    organizationid uuid NOT NULL,
    leadid uuid NOT NULL,
    fullname text,
    firstname text,
    lastname text,
    companyname text,
    jobtitle text,
    subject text,
    telephone1 text,
    description text,
    emailaddress1 text,
    emailaddress2 text,
    emailaddress3 text,
    donotemail boolean DEFAULT false,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    salutation text,
    middlename text,
    mobilephone text,
    websiteurl text,
    revenue numeric,
    budgetamount numeric,
    estimatedamount numeric,
    numberofemployees integer,
    leadsourcecode integer,
    leadqualitycode integer,
    preferredcontactmethodcode integer DEFAULT 1,
    telephone2 text,
    telephone3 text,
    fax text,
    address1_name text,
    address1_line1 text,
    address1_line2 text,
    address1_line3 text,
    address1_city text,
    address1_stateorprovince text,
    address1_postalcode text,
    address1_country text,
    address1_county text,
    address1_telephone1 text,
    address1_latitude double precision,
    address1_longitude double precision,
    donotphone boolean DEFAULT false,
    donotfax boolean DEFAULT false,
    donotpostalmail boolean DEFAULT false,
    donotbulkemail boolean DEFAULT false
);

CREATE TABLE crm.mailboxstatistics (
    organizationid uuid NOT NULL,
    mailboxstatisticsid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    operationtypeid integer,
    mailboxprocessscheduledon timestamp with time zone,
    mailboxprocessstartedon timestamp with time zone,
    mailboxprocesscompletedon timestamp with time zone,
    itemsprocessed integer,
    itemsfailed integer,
    crmitemsbacklog integer,
    individualstepdurations text,
    processresult boolean,
    processtimeintervalinminutes numeric,
    scheduledtimeintervalinminutes numeric,
    machinename text,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.mailboxtrackingcategory (
    organizationid uuid NOT NULL,
    mailboxtrackingcategoryid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    exchangecategoryid uuid,
    exchangecategoryname text,
    exchangecategorycolor integer,
    categoryonboardingstatus integer DEFAULT 0,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    purpose text NOT NULL,
    color text NOT NULL,
    earliernames text[] DEFAULT '{}'::text[] NOT NULL,
    epoch integer DEFAULT 0 NOT NULL,
    CONSTRAINT mailboxtrackingcategory_purpose_check CHECK ((purpose = ANY (ARRAY['tracked'::text, 'undeliverable'::text])))
)
WITH (fillfactor='70');

CREATE TABLE crm.mailboxtrackingfolder (
    organizationid uuid NOT NULL,
    mailboxtrackingfolderid uuid NOT NULL,
    mailboxid uuid,
    exchangefolderid text COLLATE pg_catalog."C",
    exchangefoldername text,
    folderonboardingstatus integer DEFAULT 0,
    regardingobjectid uuid,
    regardingobjectidtype text,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.publisher (
    organizationid uuid NOT NULL,
    publisherid uuid NOT NULL,
    uniquename text NOT NULL,
    friendlyname text NOT NULL,
    customizationprefix text,
    description text,
    isreadonly boolean DEFAULT false,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.queue (
    organizationid uuid NOT NULL,
    queueid uuid NOT NULL,
    name text,
    emailaddress text,
    description text,
    incomingemailfilteringmethod integer DEFAULT 0,
    incomingemaildeliverymethod integer DEFAULT 2,
    outgoingemaildeliverymethod integer DEFAULT 2,
    defaultmailbox uuid,
    queueviewtype integer DEFAULT 0,
    emailrouteraccessapproval integer DEFAULT 0,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    ownerid uuid,
    owneridtype text,
    owninguser uuid,
    owningteam uuid,
    owningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE VIEW crm.role AS
 SELECT o.organizationid,
    (md5(((('role '::text || o.organizationid) || ' '::text) || r.name)))::uuid AS roleid,
    r.name,
    (md5(('businessunit '::text || o.organizationid)))::uuid AS businessunitid,
    (md5(((('role '::text || o.organizationid) || ' '::text) || r.name)))::uuid AS parentrootroleid,
    r.templateid AS roletemplateid,
    1 AS isinherited,
    true AS ismanaged,
    0 AS componentstate,
    o.createdon,
    o.createdon AS modifiedon,
    NULL::uuid AS createdby,
    NULL::uuid AS modifiedby,
    (1)::bigint AS versionnumber
   FROM (crm.organization o
     CROSS JOIN ( VALUES ('System Administrator'::text,'627090ff-40a3-4053-8790-584edc5be201'::uuid), ('System Customizer'::text,'119f245c-3cc8-4b62-b31c-d1a046ced15d'::uuid), ('Basic User'::text,NULL::uuid), ('Mailbox Owner'::text,NULL::uuid)) r(name, templateid));

CREATE VIEW crm.savedquery AS
 SELECT businessunit.organizationid,
    businessunit.businessunitid AS savedqueryid,
    NULL::text AS name,
    NULL::text AS description,
    NULL::text AS returnedtypecode,
    NULL::integer AS querytype,
    NULL::text AS fetchxml,
    NULL::text AS layoutxml,
    NULL::boolean AS isdefault,
    NULL::boolean AS isquickfindquery,
    businessunit.createdon,
    businessunit.modifiedon,
    businessunit.createdby,
    businessunit.modifiedby,
    businessunit.versionnumber
   FROM crm.businessunit
  WHERE false;

CREATE VIEW sync.bulk_message_filter AS
 SELECT (md5(((('sdkmessagefilter '::text || m.message) || ' '::text) || t.tablename)))::uuid AS sdkmessagefilterid,
    (md5(('sdkmessage '::text || m.message)))::uuid AS sdkmessageid,
    m.message,
    t.tablename
   FROM (( VALUES ('account'::text,true), ('activitymimeattachment'::text,true), ('appointment'::text,true), ('contact'::text,true), ('email'::text,true), ('lead'::text,true), ('queue'::text,true), ('recurringappointmentmaster'::text,true), ('systemuser'::text,true), ('task'::text,true), ('asyncoperation'::text,false), ('emailserverprofile'::text,false), ('mailbox'::text,false), ('usersettings'::text,false)) t(tablename, areadded)
     JOIN ( VALUES ('CreateMultiple'::text,true), ('UpdateMultiple'::text,false), ('UpsertMultiple'::text,false)) m(message, adds) ON ((t.areadded OR (NOT m.adds))));

CREATE VIEW sync.message_filter AS
 SELECT (md5(((('sdkmessagefilter '::text || m.message) || ' '::text) || t.tablename)))::uuid AS sdkmessagefilterid,
    m.sdkmessageid,
    m.message,
    t.tablename,
    t.primaryid
   FROM (( VALUES ('9ebdbb1b-ea3e-db11-86a7-000a3a5473e8'::uuid,'Create'::text), ('20bebb1b-ea3e-db11-86a7-000a3a5473e8'::uuid,'Update'::text), ('a1bdbb1b-ea3e-db11-86a7-000a3a5473e8'::uuid,'Delete'::text)) m(sdkmessageid, message)
     CROSS JOIN ( VALUES ('email'::text,'activityid'::text), ('appointment'::text,'activityid'::text), ('recurringappointmentmaster'::text,'activityid'::text), ('task'::text,'activityid'::text), ('tracelog'::text,'tracelogid'::text), ('contact'::text,'contactid'::text), ('account'::text,'accountid'::text), ('lead'::text,'leadid'::text)) t(tablename, primaryid));

CREATE VIEW crm.sdkmessage AS
 SELECT DISTINCT o.organizationid,
    m.sdkmessageid,
    m.message AS name,
    false AS isprivate,
    o.createdon,
    o.createdon AS modifiedon,
    NULL::uuid AS createdby,
    NULL::uuid AS modifiedby,
    (1)::bigint AS versionnumber
   FROM (crm.organization o
     CROSS JOIN ( SELECT message_filter.sdkmessageid,
            message_filter.message
           FROM sync.message_filter
        UNION ALL
         SELECT bulk_message_filter.sdkmessageid,
            bulk_message_filter.message
           FROM sync.bulk_message_filter) m);

CREATE VIEW crm.sdkmessagefilter AS
 SELECT o.organizationid,
    m.sdkmessagefilterid,
    m.sdkmessageid,
    m.tablename AS primaryobjecttypecode,
    'none'::text AS secondaryobjecttypecode,
    m.isstep AS iscustomprocessingstepallowed,
    o.createdon,
    o.createdon AS modifiedon,
    NULL::uuid AS createdby,
    NULL::uuid AS modifiedby,
    (1)::bigint AS versionnumber
   FROM (crm.organization o
     CROSS JOIN ( SELECT message_filter.sdkmessagefilterid,
            message_filter.sdkmessageid,
            message_filter.tablename,
            true AS isstep
           FROM sync.message_filter
        UNION ALL
         SELECT bulk_message_filter.sdkmessagefilterid,
            bulk_message_filter.sdkmessageid,
            bulk_message_filter.tablename,
            false
           FROM sync.bulk_message_filter) m);

CREATE TABLE crm.sdkmessageprocessingstep (
    organizationid uuid NOT NULL,
    sdkmessageprocessingstepid uuid NOT NULL,
    name text NOT NULL,
    description text,
    eventhandler uuid NOT NULL,
    sdkmessageid uuid NOT NULL,
    sdkmessagefilterid uuid NOT NULL,
    filteringattributes text,
    stage integer DEFAULT 40 NOT NULL,
    mode integer DEFAULT 1 NOT NULL,
    rank integer DEFAULT 1,
    asyncautodelete boolean DEFAULT false,
    supporteddeployment integer DEFAULT 0,
    statecode integer DEFAULT 0 NOT NULL,
    statuscode integer DEFAULT 1 NOT NULL,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.serviceendpoint (
    organizationid uuid NOT NULL,
    serviceendpointid uuid NOT NULL,
    name text NOT NULL,
    description text,
    contract integer DEFAULT 8 NOT NULL,
    url text,
    authtype integer,
    authvalue text,
    isauthvalueset boolean DEFAULT false,
    messageformat integer DEFAULT 2,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.solution (
    organizationid uuid NOT NULL,
    solutionid uuid NOT NULL,
    uniquename text NOT NULL,
    friendlyname text NOT NULL,
    version text NOT NULL,
    description text,
    ismanaged boolean DEFAULT false,
    isvisible boolean DEFAULT true,
    installedon timestamp with time zone,
    publisherid uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.systemuser (
    organizationid uuid NOT NULL,
    systemuserid uuid NOT NULL,
    fullname text,
    firstname text,
    lastname text,
    domainname text,
    internalemailaddress text,
    personalemailaddress text,
    mobilealertemail text,
    isdisabled boolean DEFAULT false,
    islicensed boolean DEFAULT true,
    accessmode integer DEFAULT 0,
    defaultmailbox uuid,
    queueid uuid,
    incomingemaildeliverymethod integer DEFAULT 2,
    outgoingemaildeliverymethod integer DEFAULT 2,
    emailrouteraccessapproval integer DEFAULT 0,
    isemailaddressapprovedbyo365admin boolean DEFAULT false,
    azureactivedirectoryobjectid uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    businessunitid uuid,
    applicationid uuid,
    applicationiduri text,
    title text,
    jobtitle text,
    middlename text,
    nickname text,
    mobilephone text,
    homephone text,
    address1_telephone1 text,
    employeeid text,
    windowsliveid text,
    photourl text,
    parentsystemuserid uuid,
    isintegrationuser boolean DEFAULT false,
    setupuser boolean DEFAULT false,
    issyncwithdirectory boolean DEFAULT false
);

CREATE TABLE sync.account (
    organizationid uuid NOT NULL,
    systemuserid uuid NOT NULL,
    signinname text NOT NULL,
    role text NOT NULL,
    passwordhash text,
    isdisabled boolean DEFAULT false NOT NULL,
    sessionsafter timestamp with time zone NOT NULL,
    createdon timestamp with time zone NOT NULL,
    lastsigninon timestamp with time zone,
    CONSTRAINT account_role_check CHECK ((role = ANY (ARRAY['System Administrator'::text, 'System Customizer'::text, 'Basic User'::text, 'Mailbox Owner'::text])))
);

CREATE TABLE sync.api_token (
    organizationid uuid NOT NULL,
    tokenid uuid NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    systemuserid uuid NOT NULL,
    role text NOT NULL,
    createdon timestamp with time zone NOT NULL,
    expireson timestamp with time zone,
    lastusedon timestamp with time zone,
    CONSTRAINT api_token_role_check CHECK ((role = ANY (ARRAY['System Administrator'::text, 'System Customizer'::text, 'Basic User'::text, 'Mailbox Owner'::text])))
);

CREATE VIEW crm.systemuserroles AS
 SELECT r.organizationid,
    (md5(((('systemuserroles '::text || h.systemuserid) || ' '::text) || r.roleid)))::uuid AS systemuserroleid,
    h.systemuserid,
    r.roleid,
    r.createdon,
    (1)::bigint AS versionnumber
   FROM (( SELECT account.organizationid,
            account.systemuserid,
            account.role
           FROM sync.account
          WHERE (NOT account.isdisabled)
        UNION
         SELECT api_token.organizationid,
            api_token.systemuserid,
            api_token.role
           FROM sync.api_token) h
     JOIN crm.role r ON (((r.organizationid = h.organizationid) AND (r.name = h.role))));

CREATE VIEW crm.team AS
 SELECT businessunit.organizationid,
    businessunit.businessunitid AS teamid,
    NULL::text AS name,
    NULL::text AS description,
    NULL::integer AS teamtype,
    NULL::boolean AS isdefault,
    NULL::text AS emailaddress,
    businessunit.businessunitid,
    NULL::uuid AS administratorid,
    NULL::uuid AS azureactivedirectoryobjectid,
    businessunit.createdon,
    businessunit.modifiedon,
    businessunit.createdby,
    businessunit.modifiedby,
    businessunit.versionnumber
   FROM crm.businessunit
  WHERE false;

CREATE TABLE crm.tracelog (
    organizationid uuid NOT NULL,
    tracelogid uuid NOT NULL,
    level integer DEFAULT 1 NOT NULL,
    tracecode integer,
    text text,
    errordetails text,
    errortypedisplay text,
    tracestatus boolean DEFAULT false,
    traceactionxml text,
    tracedetailxml text,
    traceparameterxml text,
    traceparameterhash integer,
    collationlevel integer,
    isunique boolean DEFAULT false,
    canbedeleted boolean DEFAULT true,
    parenttracelogid uuid,
    machinename text,
    regardingobjectid uuid,
    regardingobjectidtype text,
    regardingobjectownerid uuid,
    regardingobjectowningbusinessunit uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL,
    alertsubject text DEFAULT ''::text NOT NULL,
    question text,
    answer text,
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL,
    timesraised integer DEFAULT 1 NOT NULL,
    CONSTRAINT tracelog_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))
);

CREATE TABLE crm.usersettings (
    organizationid uuid NOT NULL,
    systemuserid uuid NOT NULL,
    businessunitid uuid,
    incomingemailfilteringmethod integer DEFAULT 1,
    autocreatecontactonpromote integer DEFAULT 1,
    trackingtokenid integer,
    nexttrackingnumber integer,
    synccontactcompany boolean DEFAULT false,
    timezonecode integer DEFAULT 92,
    localeid integer DEFAULT 1033,
    uilanguageid integer DEFAULT 1033,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE crm.webresource (
    organizationid uuid NOT NULL,
    webresourceid uuid NOT NULL,
    name text NOT NULL,
    displayname text,
    description text,
    webresourcetype integer NOT NULL,
    content text,
    dependencyxml text,
    languagecode integer,
    introducedversion text,
    ismanaged boolean DEFAULT false,
    isenabledformobileclient boolean DEFAULT false,
    isavailableformobileoffline boolean DEFAULT false,
    componentstate integer DEFAULT 0,
    solutionid uuid,
    createdon timestamp with time zone NOT NULL,
    modifiedon timestamp with time zone NOT NULL,
    createdby uuid,
    modifiedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE sync.bulk_delete (
    organizationid uuid NOT NULL,
    asyncoperationid uuid NOT NULL,
    bulkdeleteoperationid uuid NOT NULL,
    queries text[] NOT NULL,
    queryindex integer DEFAULT 0 NOT NULL,
    lastrowid uuid,
    startedon timestamp with time zone,
    roles text[] NOT NULL
);

CREATE TABLE sync.change_horizon (
    organizationid uuid NOT NULL,
    horizon xid8 NOT NULL,
    epoch text NOT NULL,
    takenat timestamp with time zone NOT NULL,
    expired boolean DEFAULT false NOT NULL
);

CREATE TABLE sync.crm_change (
    organizationid uuid NOT NULL,
    activityid uuid NOT NULL,
    activitytype text NOT NULL,
    columns text[] NOT NULL,
    changedon timestamp with time zone NOT NULL,
    changedby uuid,
    versionnumber bigint DEFAULT nextval('crm.versionnumber'::regclass) NOT NULL
);

CREATE TABLE sync.folder_cursor (
    organizationid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    folder text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    value text,
    listing boolean NOT NULL,
    generation integer NOT NULL,
    epoch integer NOT NULL,
    catchup boolean NOT NULL,
    windowstart timestamp with time zone,
    windowend timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    CONSTRAINT folder_cursor_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'calendar'::text, 'taskList'::text])))
)
WITH (fillfactor='70');

CREATE TABLE sync.link_count (
    organizationid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    noted bigint NOT NULL,
    parked bigint NOT NULL,
    linked bigint NOT NULL,
    ended bigint NOT NULL,
    marked bigint NOT NULL
)
WITH (fillfactor='70');

CREATE TABLE sync.mailbox_schedule (
    organizationid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    dueat timestamp with time zone,
    leasetoken text,
    leaseuntil timestamp with time zone,
    leasems integer DEFAULT 0 NOT NULL,
    claims integer DEFAULT 0 NOT NULL,
    dueagain boolean DEFAULT false NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    failingsince timestamp with time zone,
    quietcycles integer DEFAULT 0 NOT NULL,
    hierarchy text,
    bulkanswer text,
    lastcode text,
    cyclekepton timestamp with time zone,
    asked boolean DEFAULT false NOT NULL,
    CONSTRAINT mailbox_schedule_bulkanswer_check CHECK ((bulkanswer = ANY (ARRAY['asked'::text, 'yes'::text, 'no'::text])))
)
WITH (fillfactor='70');

CREATE TABLE sync.mailbox_test (
    organizationid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    testid uuid NOT NULL,
    state text NOT NULL,
    requestedon timestamp with time zone NOT NULL,
    requestedby uuid,
    startedon timestamp with time zone,
    completedon timestamp with time zone,
    dueat timestamp with time zone,
    leasetoken text,
    leaseuntil timestamp with time zone,
    tries integer DEFAULT 0 NOT NULL,
    probe boolean DEFAULT false NOT NULL,
    steps jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT mailbox_test_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text])))
);

CREATE TABLE sync.migration (
    number integer NOT NULL,
    name text NOT NULL,
    hash text NOT NULL
);

CREATE TABLE sync.monitoring_hour (
    organizationid uuid NOT NULL,
    hour timestamp with time zone NOT NULL,
    tracked bigint NOT NULL,
    ended bigint NOT NULL,
    itemsfailed bigint NOT NULL,
    cyclesfailed bigint NOT NULL,
    throttled bigint NOT NULL,
    throttledms bigint NOT NULL,
    provisioned bigint NOT NULL,
    removed bigint NOT NULL,
    latency bigint[] NOT NULL
);

CREATE TABLE sync.outgoing_write (
    organizationid uuid NOT NULL,
    mailboxid uuid NOT NULL,
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL,
    itemkind text NOT NULL,
    itemkey text NOT NULL COLLATE pg_catalog."C",
    folder text NOT NULL COLLATE pg_catalog."C",
    tries integer NOT NULL,
    nexttryat timestamp with time zone NOT NULL,
    failurecode text,
    failurereason text,
    failedon timestamp with time zone
);

CREATE TABLE sync.process (
    processid text NOT NULL,
    isworker boolean NOT NULL,
    startedat timestamp with time zone NOT NULL,
    seenat timestamp with time zone NOT NULL,
    workedat timestamp with time zone
);

CREATE TABLE sync.retention (
    organizationid uuid NOT NULL,
    bodies integer,
    audit integer,
    signinattempts integer,
    trail integer,
    CONSTRAINT retention_audit_check CHECK ((audit > 0)),
    CONSTRAINT retention_bodies_check CHECK ((bodies > 0)),
    CONSTRAINT retention_signinattempts_check CHECK ((signinattempts > 0)),
    CONSTRAINT retention_trail_check CHECK ((trail > 0))
);

CREATE TABLE sync.secret (
    organizationid uuid NOT NULL,
    name text NOT NULL,
    sealed text NOT NULL
);

CREATE TABLE sync.signin_attempt (
    organizationid uuid NOT NULL,
    subject text NOT NULL,
    failures integer NOT NULL,
    lockeduntil timestamp with time zone,
    lastfailedon timestamp with time zone NOT NULL
);

CREATE TABLE sync.signin_code (
    organizationid uuid NOT NULL,
    hash text NOT NULL,
    systemuserid uuid,
    expireson timestamp with time zone NOT NULL
);

CREATE TABLE sync.tombstone (
    organizationid uuid NOT NULL,
    tablename text NOT NULL COLLATE pg_catalog."C",
    rowid uuid NOT NULL,
    changexid xid8 NOT NULL
);

CREATE SEQUENCE sync.webhook_order
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE sync.webhook_delivery (
    organizationid uuid NOT NULL,
    deliveryid uuid DEFAULT gen_random_uuid() NOT NULL,
    ordernumber bigint DEFAULT nextval('sync.webhook_order'::regclass) NOT NULL,
    serviceendpointid uuid NOT NULL,
    stepid uuid,
    message text NOT NULL,
    tablename text NOT NULL,
    rowid uuid NOT NULL,
    rowversion bigint,
    attributes jsonb,
    state text DEFAULT 'pending'::text NOT NULL,
    seenat timestamp with time zone,
    tries integer DEFAULT 0 NOT NULL,
    nexttryat timestamp with time zone,
    laststatus integer,
    lasterror text,
    endedat timestamp with time zone,
    CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'done'::text, 'failed'::text])))
);

CREATE TABLE sync.webhook_endpoint (
    organizationid uuid NOT NULL,
    serviceendpointid uuid NOT NULL,
    leasetoken text,
    leaseuntil timestamp with time zone,
    pauseduntil timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    lasterror text,
    lastsuccessat timestamp with time zone
);

INSERT INTO crm.account VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'Haverleigh Trout Farm', NULL, NULL, NULL, NULL, NULL, 'office@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 40, '758', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '98bc56d0-1a91-8f6d-83e5-240103e76467', 'Brauerei Steinloh', NULL, NULL, NULL, NULL, NULL, 'info@steinloh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 41, '758', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '8480601b-4fc9-8993-a832-1b73dfdcda70', 'Pinebrook Water Co-op', NULL, NULL, NULL, NULL, NULL, 'hello@pinebrook.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 42, '758', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '477aa713-9ad7-8118-9877-7859c525e018', 'Casa Olivera Aquaponics', NULL, NULL, NULL, NULL, NULL, 'contacto@olivera.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 43, '758', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '410c64b7-aae2-8ebc-a834-21be872673cc', 'Northstrand Research Institute', NULL, NULL, NULL, NULL, NULL, 'purchasing@northstrand.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 44, '758', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b23e-7059-ae86-6489ac2e0715', 'Kept Ltd', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 0, 1, '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'systemuser', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', NULL, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', '2026-11-30 18:01:44.763+00', '2026-11-30 18:01:44.763+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 63, '770', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false);

INSERT INTO crm.activityparty VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ba04-72f9-a32b-8e8b12488b5a', '01a22d9e-b9c5-77e7-9572-965964265ef1', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 100),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ba04-72f9-a32b-93f90c016a4c', '01a22d9e-b9c5-77e7-9572-965964265ef1', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 101),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ba04-72f9-a32b-95375bd8f837', '01a22d9e-b9c5-77e7-9572-965964265ef1', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 102),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ba04-72f9-a32b-994f7f8fc54f', '01a22d9e-b9c6-7609-bcf6-698259e50eea', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 103),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ba04-72f9-a32b-9d0ccdfc5731', '01a22d9e-b9c6-7609-bcf6-698259e50eea', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 104),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ba04-72f9-a32b-a03f115a6ffe', '01a22d9e-b9c6-7609-bcf6-698259e50eea', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 105),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c897-71f0-8701-abea8cf3bdcc', '01a22d9e-c6b1-7454-83b0-5abc00fd1d54', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 112),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c897-71f0-8701-ac55dfd215b5', '01a22d9e-c6b1-7454-83b0-5abc00fd1d54', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 113),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c897-71f0-8701-b2671fa6f8bb', '01a22d9e-c6b1-7454-83b0-5abc00fd1d54', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 114),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c897-71f0-8701-b74249fb91bf', '01a22d9e-c6b2-72b8-a749-9dfab79dd62c', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', 'isla.renwick@tarnalder.example', NULL, NULL, false, 7, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 115),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c897-71f0-8701-bb67a4560eb7', '01a22d9e-c6b2-72b8-a749-9dfab79dd62c', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 116),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c897-71f0-8701-bd2588052bfe', '01a22d9e-c6b2-72b8-a749-a292603e1576', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 117);

INSERT INTO crm.appointment VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c6b2-72b8-a749-9dfab79dd62c', 'appointment', 'Kept meeting', '', NULL, NULL, '2026-12-02 10:00:00+00', '2026-12-02 11:00:00+00', 60, NULL, NULL, NULL, 1, NULL, '2026-12-02 10:00:00+00', 'AAkALgAAAAAAHYQDEapmEc2byACq-WsdHhNqToik_O9Gv2c3GwAAA=', 'https://outlook.office365.com/owa/?itemid=AAMkAGVjZGU0-WsdHhNqToik_O9Gv2c3GwBGAAAAAAA%3D&exvsurl=1&path=/calendar/item', 0, NULL, false, '040000008200E00074C5B7101A82E0080000000066393662316431652D313336612D346538382D613466632D656634366266363733373162', NULL, false, NULL, false, NULL, NULL, 0, 0, 3, 5, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 110, 'event:040000008200E00074C5B7101A82E0080000000066393662316431652D313336612D346538382D613466632D656634366266363733373162', '797');

INSERT INTO crm.contact VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'e9ba83ff-94d3-8ac4-af0e-81002b968726', 'Owen Pryce', 'Owen', 'Pryce', NULL, NULL, NULL, NULL, 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'account', 'owen@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 45, '759', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd7a2c837-b949-8a05-bbf9-cd06a811a411', 'Bethan Rees', 'Bethan', 'Rees', NULL, NULL, NULL, NULL, 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'account', 'bethan@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 46, '759', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd8bbcd93-9698-825f-a2be-7e000f762455', 'Anneliese Kofler', 'Anneliese', 'Kofler', NULL, NULL, NULL, NULL, '98bc56d0-1a91-8f6d-83e5-240103e76467', 'account', 'a.kofler@steinloh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 47, '759', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'b09f5ac3-394a-8874-b929-6b4463423f9f', 'Marcus Teague', 'Marcus', 'Teague', NULL, NULL, NULL, NULL, '8480601b-4fc9-8993-a832-1b73dfdcda70', 'account', 'mteague@pinebrook.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 48, '759', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '770f1121-cd15-8842-a3de-5ee4c5dc472b', 'Lucía Ferrán', 'Lucía', 'Ferrán', NULL, NULL, NULL, NULL, '477aa713-9ad7-8118-9877-7859c525e018', 'account', 'lucia@olivera.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 49, '759', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '53df9b37-a025-8af5-b14e-ef284c19160c', 'Greta Lindqvist', 'Greta', 'Lindqvist', NULL, NULL, NULL, NULL, '410c64b7-aae2-8ebc-a834-21be872673cc', 'account', 'greta.lindqvist@northstrand.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 50, '759', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '4e094296-a835-85bb-ba06-d18a562ef95d', 'Hideo Tanabe', 'Hideo', 'Tanabe', NULL, NULL, NULL, NULL, NULL, NULL, 'tanabe@kitaura-lab.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 51, '759', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b2bd-7706-b506-2e18a747d7fa', 'Kay Kept', 'Kay', 'Kept', NULL, NULL, NULL, NULL, NULL, NULL, 'kay@kept.example', NULL, NULL, false, 0, 1, '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'systemuser', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', NULL, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', '2026-11-30 18:01:44.89+00', '2026-11-30 18:01:44.89+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 64, '772', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false);

INSERT INTO crm.email VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b9c6-7609-bcf6-698259e50eea', 'email', 'Kept two', 'Body of Kept two', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 18:01:45+00', NULL, 1, '2026-11-30 18:01:45+00', '2026-11-30 18:01:45+00', 'AAkALgAAAAAAHYQDEapmEc2byACqusgg3w_lREe2OUEBfWHZzwAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU0usgg3w_lREe2OUEBfWHZzwBGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<1957f012-8e8b-4a85-ab3a-78b0898515ad@sandbox.trackmark.example>', NULL, NULL, 'AQBdgPTcf6b3WzlLNnZM2yRkNYS53A==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 98, 'email:in:2026-11-30T18:01:45Z:<1957f012-8e8b-4a85-ab3a-78b0898515ad@sandbox.trackmark.example>', '789'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b9c5-77e7-9572-965964265ef1', 'email', 'Kept one', 'Body of Kept one', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 18:01:45+00', NULL, 1, '2026-11-30 18:01:45+00', '2026-11-30 18:01:45+00', 'AAkALgAAAAAAHYQDEapmEc2byACqhr15Xav7TQWj_uGFHv5yvgAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU0hr15Xav7TQWj_uGFHv5yvgBGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<369d604e-f235-4296-83ab-18743ea21387@sandbox.trackmark.example>', NULL, NULL, 'AQBdgPTc9SPiGpnIWsH8rOORg/jI4g==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', NULL, NULL, 99, 'email:in:2026-11-30T18:01:45Z:<369d604e-f235-4296-83ab-18743ea21387@sandbox.trackmark.example>', '789'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c6b1-7454-83b0-5abc00fd1d54', 'email', 'Kept and untracked', 'Body of Kept and untracked', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 18:01:46+00', NULL, 1, '2026-11-30 18:01:46+00', '2026-11-30 18:01:46+00', 'AAkALgAAAAAAHYQDEapmEc2byACqYQymkNw5TAO_O2rn476GwQAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU0YQymkNw5TAO_O2rn476GwQBGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<2a8dc91e-db3e-4eda-ab70-67ec40cacedd@sandbox.trackmark.example>', NULL, NULL, 'AQBdgPTd4/0OCXUe5JCB3kDpxXuxQg==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 109, 'email:in:2026-11-30T18:01:46Z:<2a8dc91e-db3e-4eda-ab70-67ec40cacedd@sandbox.trackmark.example>', '797');

INSERT INTO crm.emailserverprofile VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '98bc7bfc-ea92-804b-8374-15ce06c4e954', 'Sandbox Exchange', NULL, 3, 5, true, NULL, NULL, NULL, NULL, NULL, true, true, true, true, true, 1, 1, 0, 0, NULL, NULL, 0, 10, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1, NULL, NULL, NULL, NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 8, 'sandbox', '{"clientId": "sandbox", "graphUrl": "http://127.0.0.1:34115/v1.0", "tenantId": "5a4d0000-7a11-4000-8000-000000000000", "credential": "secret", "authorityUrl": "http://127.0.0.1:34115"}');

INSERT INTO crm.lead VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '010cf042-4fae-8c0f-922e-97d7b771a89a', 'Samuel Adeyemi', 'Samuel', 'Adeyemi', 'Lagoon Fresh', NULL, NULL, NULL, NULL, 'samuel.adeyemi@lagoonfresh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 52, '760', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a5aaa207-21d4-8e7d-8194-27660db5ee5c', 'Bridget Fallon', 'Bridget', 'Fallon', 'Fallon Brewing', NULL, NULL, NULL, NULL, 'bfallon@fallonbrewing.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 53, '760', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3c0df7d1-0029-895d-a571-c71b2663bb2b', 'Yusuf Demirel', 'Yusuf', 'Demirel', 'Aqualev', NULL, NULL, NULL, NULL, 'y.demirel@aqualev.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 54, '760', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false);

INSERT INTO crm.mailbox VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'Ruth Calder', 'ruth.calder@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:57.67+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:55.356+00', '2026-11-30 18:01:55.737+00', NULL, NULL, 0, NULL, NULL, 0, 0, 4, 0, 4, 0, NULL, 381, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '5a4d0000-7a11-4000-8000-000000000007', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 30),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'Isla Renwick', 'isla.renwick@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:57.077+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:52.241+00', '2026-11-30 18:01:55.613+00', NULL, NULL, 0, NULL, NULL, 0, 0, 1, 0, 3, 0, NULL, 3372, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 24),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'Priya Nambiar', 'priya.nambiar@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:57.451+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:55.356+00', '2026-11-30 18:01:55.615+00', NULL, NULL, 0, NULL, NULL, 0, 0, 4, 0, 4, 0, NULL, 259, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '5a4d0000-7a11-4000-8000-000000000003', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 26),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'Maëlle Quint', 'maelle.quint@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:57.425+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:55.356+00', '2026-11-30 18:01:55.614+00', NULL, NULL, 0, NULL, NULL, 0, 0, 4, 0, 4, 0, NULL, 258, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '5a4d0000-7a11-4000-8000-000000000005', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 28),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'Tomasz Wilk', 'tomasz.wilk@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:56.302+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:53.653+00', '2026-11-30 18:01:54.405+00', NULL, NULL, 0, NULL, NULL, 0, 0, 4, 0, 4, 0, NULL, 752, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '5a4d0000-7a11-4000-8000-000000000002', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 25),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'Jonas Feichtner', 'jonas.feichtner@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:56.342+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:53.653+00', '2026-11-30 18:01:54.365+00', NULL, NULL, 0, NULL, NULL, 0, 0, 4, 0, 4, 0, NULL, 712, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '5a4d0000-7a11-4000-8000-000000000004', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 27),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'Tarn & Alder Support', 'support@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000020', 'queue', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:57.047+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:54.556+00', '2026-11-30 18:01:55.111+00', NULL, NULL, 0, NULL, NULL, 0, 0, 4, 0, 4, 0, NULL, 555, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 31),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'Dale Okafor', 'dale.okafor@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 18:01:57.063+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 18:01:54.556+00', '2026-11-30 18:01:55.11+00', NULL, NULL, 0, NULL, NULL, 0, 0, 4, 0, 4, 0, NULL, 554, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '5a4d0000-7a11-4000-8000-000000000006', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 29);

INSERT INTO crm.mailboxstatistics VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b84d-759c-a1e5-9cecbb7ac142', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 0, NULL, '2026-11-30 18:01:44.253+00', '2026-11-30 18:01:46.257+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.257+00', '2026-11-30 18:01:46.257+00', NULL, NULL, 91),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b84d-759c-a1e5-9b46c07d6294', '15c2f5c3-3474-88b2-b414-131bef51396c', 0, NULL, '2026-11-30 18:01:44.253+00', '2026-11-30 18:01:46.257+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.257+00', '2026-11-30 18:01:46.257+00', NULL, NULL, 92),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b8a2-7332-a0be-e1b30de3f1be', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 0, NULL, '2026-11-30 18:01:44.254+00', '2026-11-30 18:01:46.34+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.34+00', '2026-11-30 18:01:46.34+00', NULL, NULL, 93),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b8ef-743a-b7df-da0968db0bcd', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 0, NULL, '2026-11-30 18:01:44.254+00', '2026-11-30 18:01:46.388+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.388+00', '2026-11-30 18:01:46.388+00', NULL, NULL, 94),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b97d-71ca-abc4-dd8d8055c5f4', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 0, NULL, '2026-11-30 18:01:44.254+00', '2026-11-30 18:01:46.576+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.576+00', '2026-11-30 18:01:46.576+00', NULL, NULL, 95),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b9b3-7185-a5d2-b1d0d217a5cc', '3a48793a-35c1-86b4-a190-3aef042357eb', 0, NULL, '2026-11-30 18:01:44.253+00', '2026-11-30 18:01:46.618+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.618+00', '2026-11-30 18:01:46.618+00', NULL, NULL, 96),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b9db-7293-96b3-c72e4332e4fc', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 0, NULL, '2026-11-30 18:01:44.253+00', '2026-11-30 18:01:46.631+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.631+00', '2026-11-30 18:01:46.631+00', NULL, NULL, 97),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ba4c-762c-964a-3b58e143dc95', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, NULL, '2026-11-30 18:01:44.253+00', '2026-11-30 18:01:46.814+00', 2, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:46.814+00', '2026-11-30 18:01:46.814+00', NULL, NULL, 108),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-ca03-7170-96b1-547619980acd', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, NULL, '2026-11-30 18:01:47.952+00', '2026-11-30 18:01:50.796+00', 3, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 18:01:50.796+00', '2026-11-30 18:01:50.796+00', NULL, NULL, 121);

INSERT INTO crm.mailboxtrackingcategory VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b14a-73d9-ba77-8921167931fe', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', '43627ca0-fb2e-45a2-ae4a-519a5c25dcd9', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '5a4d0000-7a11-4000-8000-000000000002', NULL, NULL, '2026-11-30 18:01:44.474+00', '2026-11-30 18:01:44.809+00', NULL, NULL, 67, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b186-77e3-937f-aaf3772b9625', '15c2f5c3-3474-88b2-b414-131bef51396c', '7f838b53-8fab-41ef-81de-9ec3dccdf411', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '5a4d0000-7a11-4000-8000-000000000004', NULL, NULL, '2026-11-30 18:01:44.498+00', '2026-11-30 18:01:44.912+00', NULL, NULL, 72, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b1be-7011-b723-ff5351ff728c', '3a48793a-35c1-86b4-a190-3aef042357eb', '8d5f58a1-89c1-4cee-b211-3c78eeeb124d', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '5a4d0000-7a11-4000-8000-000000000007', NULL, NULL, '2026-11-30 18:01:44.559+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 80, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b1be-7011-b724-02505fe7d622', '81c881e1-adf9-864e-af97-0bf0ef05df1a', '7ac9bbff-d61f-423c-954a-3125792056a1', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:44.559+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 82, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b209-70cb-b70e-6b5fcc1c9e51', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', '08aa041d-c7d3-4515-bc1d-5687c3984da9', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '5a4d0000-7a11-4000-8000-000000000003', NULL, NULL, '2026-11-30 18:01:44.65+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 84, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b209-70cb-b70e-6c8245638d5e', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', '7c02226e-7acd-4da9-a004-a26afbb8b457', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:44.65+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 86, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b209-70cb-b70e-732e13851203', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', '06388919-11a9-42f1-820d-41932f3415b0', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '5a4d0000-7a11-4000-8000-000000000006', NULL, NULL, '2026-11-30 18:01:44.65+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 88, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b23c-7550-a97f-2cf930ccb727', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', '07c2f5ca-dad5-4ebb-8038-b8c8f4838c4c', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '5a4d0000-7a11-4000-8000-000000000005', NULL, NULL, '2026-11-30 18:01:44.676+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 90, 'tracked', 'preset5', '{}', 1);

INSERT INTO crm.organization VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'Trackmark', NULL, 0, NULL, NULL, true, true, 5242880, NULL, false, false, false, true, false, true, false, true, NULL, 'CRM:', 0, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, true, true, false, false, false, false, false, false, NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, '2026-11-30 18:01:41.902+00', '2026-11-30 18:01:41.902+00', NULL, NULL, 1, 'trackmark', '9.2.24091.190', 1, '{}', false, 30, true, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, 10, NULL, NULL, 0, false, NULL, NULL, false, NULL, false, 'new', 1033, 1033, '$', 2, 'M/d/yyyy', 'h:mm tt', 1);

INSERT INTO crm.publisher VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd21aab71-79e7-11dd-8874-00188b01e34f', 'DefaultPublishertrackmark', 'Default Publisher for Trackmark', 'new', NULL, false, '2026-11-30 18:01:41.902+00', '2026-11-30 18:01:41.902+00', NULL, NULL, 2);

INSERT INTO crm.queue VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000020', 'Tarn & Alder Support', 'support@tarnalder.example', NULL, 0, 2, 2, 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 0, 1, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 39);

INSERT INTO crm.solution VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'fd140aad-4df4-11dd-bd17-0019b9312238', 'System', 'System Solution', '9.2.24091.190', NULL, true, false, '2026-11-30 18:01:41.902+00', 'd21aab71-79e7-11dd-8874-00188b01e34f', '2026-11-30 18:01:41.902+00', '2026-11-30 18:01:41.902+00', NULL, NULL, 3),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'fd140aaf-4df4-11dd-bd17-0019b9312238', 'Default', 'Default Solution', '1.0', NULL, false, true, '2026-11-30 18:01:41.902+00', 'd21aab71-79e7-11dd-8874-00188b01e34f', '2026-11-30 18:01:41.902+00', '2026-11-30 18:01:41.902+00', NULL, NULL, 4);

INSERT INTO crm.systemuser VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'Trackmark administrator', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 4, NULL, NULL, 0, 0, 0, false, NULL, '2026-11-30 18:01:42.297+00', '2026-11-30 18:01:42.297+00', NULL, NULL, 5, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000001', 'Isla Renwick', 'Isla', 'Renwick', 'isla.renwick@tarnalder.example', 'isla.renwick@tarnalder.example', NULL, NULL, false, true, 0, '81c881e1-adf9-864e-af97-0bf0ef05df1a', NULL, 2, 2, 1, true, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 32, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000002', 'Tomasz Wilk', 'Tomasz', 'Wilk', 'tomasz.wilk@tarnalder.example', 'tomasz.wilk@tarnalder.example', NULL, NULL, false, true, 0, '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', NULL, 2, 2, 1, true, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 33, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000003', 'Priya Nambiar', 'Priya', 'Nambiar', 'priya.nambiar@tarnalder.example', 'priya.nambiar@tarnalder.example', NULL, NULL, false, true, 0, 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', NULL, 2, 2, 1, true, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 34, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000004', 'Jonas Feichtner', 'Jonas', 'Feichtner', 'jonas.feichtner@tarnalder.example', 'jonas.feichtner@tarnalder.example', NULL, NULL, false, true, 0, '15c2f5c3-3474-88b2-b414-131bef51396c', NULL, 2, 2, 1, true, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 35, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000005', 'Maëlle Quint', 'Maëlle', 'Quint', 'maelle.quint@tarnalder.example', 'maelle.quint@tarnalder.example', NULL, NULL, false, true, 0, 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', NULL, 2, 2, 1, true, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 36, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000006', 'Dale Okafor', 'Dale', 'Okafor', 'dale.okafor@tarnalder.example', 'dale.okafor@tarnalder.example', NULL, NULL, false, true, 0, 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', NULL, 2, 2, 1, true, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 37, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000007', 'Ruth Calder', 'Ruth', 'Calder', 'ruth.calder@tarnalder.example', 'ruth.calder@tarnalder.example', NULL, NULL, false, true, 0, '3a48793a-35c1-86b4-a190-3aef042357eb', NULL, 2, 2, 1, true, NULL, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 38, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2c705ea2-951e-855d-9195-d9cab6f29add', 'Kept', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 4, NULL, NULL, 0, 0, 0, false, NULL, '2026-11-30 18:01:44.946+00', '2026-11-30 18:01:44.946+00', NULL, NULL, 68, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false);

INSERT INTO crm.task VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-c6b2-72b8-a749-a292603e1576', 'task', 'Kept task', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, 'AQMkADAwATM0Wavw7cshTR60D3GP2QqtBgAuAAAAAAA=', NULL, 0, NULL, NULL, 0, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', NULL, NULL, 111, 'task:81c881e1-adf9-864e-af97-0bf0ef05df1a:AQMkADAwATM0Wavw7cshTR60D3GP2QqtBgAuAAAAAAA=', '797');

INSERT INTO crm.tracelog VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b2bb-75c5-b277-68e48ea863f0', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Tomasz Wilk as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'mailbox', '5a4d0000-7a11-4000-8000-000000000002', NULL, '2026-11-30 18:01:44.809+00', '2026-11-30 18:01:44.809+00', NULL, NULL, 65, '1', NULL, NULL, '771', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b341-70cd-b462-fdc996e7f29b', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Jonas Feichtner as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '15c2f5c3-3474-88b2-b414-131bef51396c', 'mailbox', '5a4d0000-7a11-4000-8000-000000000004', NULL, '2026-11-30 18:01:44.912+00', '2026-11-30 18:01:44.912+00', NULL, NULL, 70, '1', NULL, NULL, '773', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b3df-717e-b9aa-a05b3bee83d1', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Ruth Calder as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '3a48793a-35c1-86b4-a190-3aef042357eb', 'mailbox', '5a4d0000-7a11-4000-8000-000000000007', NULL, '2026-11-30 18:01:45.135+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 73, '1', NULL, NULL, '777', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b3df-717e-b9aa-a7903ffe1816', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Isla Renwick as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'mailbox', '5a4d0000-7a11-4000-8000-000000000001', NULL, '2026-11-30 18:01:45.135+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 74, '1', NULL, NULL, '777', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b3df-717e-b9aa-aaa89fd22908', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Priya Nambiar as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'mailbox', '5a4d0000-7a11-4000-8000-000000000003', NULL, '2026-11-30 18:01:45.135+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 75, '1', NULL, NULL, '777', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b3df-717e-b9aa-afb3d7c826ac', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Tarn & Alder Support as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'mailbox', '5a4d0000-7a11-4000-8000-000000000001', NULL, '2026-11-30 18:01:45.135+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 76, '1', NULL, NULL, '777', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b3df-717e-b9aa-b30d9270d079', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Dale Okafor as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'mailbox', '5a4d0000-7a11-4000-8000-000000000006', NULL, '2026-11-30 18:01:45.135+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 77, '1', NULL, NULL, '777', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b3df-717e-b9aa-b4a3a947427c', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Maëlle Quint as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'mailbox', '5a4d0000-7a11-4000-8000-000000000005', NULL, '2026-11-30 18:01:45.135+00', '2026-11-30 18:01:45.135+00', NULL, NULL, 78, '1', NULL, NULL, '777', 1);

INSERT INTO crm.usersettings VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:42.297+00', '2026-11-30 18:01:42.297+00', NULL, NULL, 6),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000001', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 16),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000002', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 17),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000003', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 18),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000004', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 19),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000005', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 20),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000006', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 21),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000007', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:43.891+00', '2026-11-30 18:01:43.891+00', NULL, NULL, 22),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2c705ea2-951e-855d-9195-d9cab6f29add', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 18:01:44.946+00', '2026-11-30 18:01:44.946+00', NULL, NULL, 69);

INSERT INTO sync.api_token VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b332-764d-a8a6-093ee0c9d23b', 'Kept', 'f7eb653e75439da1931b558393f00cd04b8debea027ce2d2cc3b557361df1e10', '2c705ea2-951e-855d-9195-d9cab6f29add', 'Basic User', '2026-11-30 18:01:44.946+00', NULL, NULL);

INSERT INTO sync.audit VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d9e-b33b-7180-8a7f-707b86a5370c', '2026-11-30 18:01:45.016+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 1, 'apitoken', NULL, 'Kept', '{"changedAttributes":[{"logicalName":"role","oldValue":null,"newValue":"Basic User"}]}');

INSERT INTO sync.folder_cursor VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0eOwWqVdLSNukdhU13yTvIgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0eOwWqVdLSNukdhU13yTvIgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGVPd1dxVmRMU051a2RoVTEzeVR2SWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0ETrH6JG2QPS_KrSpzL2E3gAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0ETrH6JG2QPS_KrSpzL2E3gAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEVUckg2SkcyUVBTX0tyU3B6TDJFM2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0nNFMPhK-TdG77fjk3YnwqQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0nNFMPhK-TdG77fjk3YnwqQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG5ORk1QaEstVGRHNzdmamszWW53cVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0fE6EfqCyTxWjU81zBAWXtgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0fE6EfqCyTxWjU81zBAWXtgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGZFNkVmcUN5VHhXalU4MXpCQVdYdGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0OI6feECeSs6L_-d8-D_mMAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0OI6feECeSs6L_-d8-D_mMAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME9JNmZlRUNlU3M2TF8tZDgtRF9tTUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0LftrVxOhQyG645Ai1kYqUwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0LftrVxOhQyG645Ai1kYqUwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMExmdHJWeE9oUXlHNjQ1QWkxa1lxVXdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0t3OSvLQOQaGbusl1l6PR_wAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0t3OSvLQOQaGbusl1l6PR_wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHQzT1N2TFFPUWFHYnVzbDFsNlBSX3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0oDKRE262S7yhEAhBTkPXowAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0oDKRE262S7yhEAhBTkPXowAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG9ES1JFMjYyUzd5aEVBaEJUa1BYb3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0kzjMY1qMTcCjK7saakhJaQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0kzjMY1qMTcCjK7saakhJaQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGt6ak1ZMXFNVGNDaks3c2Fha2hKYVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU04DMDI3hLRhe9BZggWnAuTAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU04DMDI3hLRhe9BZggWnAuTAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDRETURJM2hMUmhlOUJaZ2dXbkF1VEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU08f9q0whtQuudmhq4E63x1gBGCAAAAAA=', 'calendar', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwOGY5cTB3aHRRdXVkbWhxNEU2M3gxZ0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM0Q8R2N-B7TNKHtLRPPtMasgAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM0Q8R2N-B7TNKHtLRPPtMasgAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wUThSMk4tQjdUTktIdExSUFB0TWFzZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM0PyONyR8CRkeXxs6yk59k2QAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM0PyONyR8CRkeXxs6yk59k2QAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wUHlPTnlSOENSa2VYeHM2eWs1OWsyUUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM09EBiKkLbQBiQh2wh7xEHOAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM09EBiKkLbQBiQh2wh7xEHOAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wOUVCaUtrTGJRQmlRaDJ3aDd4RUhPQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0iJRIDqrYSyKeTMbSwOv5kQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0iJRIDqrYSyKeTMbSwOv5kQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGlKUklEcXJZU3lLZVRNYlN3T3Y1a1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0upfQV0vdTKiKvH6k2M1cuAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0upfQV0vdTKiKvH6k2M1cuAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHVwZlFWMHZkVEtpS3ZINmsyTTFjdUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0VRiWjPq8SnmAMvUBlqU_lwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0VRiWjPq8SnmAMvUBlqU_lwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFZSaVdqUHE4U25tQU12VUJscVVfbHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0lzt2sxs3TCeM2fbGfDfeggAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0lzt2sxs3TCeM2fbGfDfeggAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGx6dDJzeHMzVENlTTJmYkdmRGZlZ2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0NPCaoUHDT9iWNSoWffQs1QAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0NPCaoUHDT9iWNSoWffQs1QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME5QQ2FvVUhEVDlpV05Tb1dmZlFzMVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0qI2_Q7EWQUSK8jhaEN5tbQBGCAAAAAA=', 'calendar', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwcUkyX1E3RVdRVVNLOGpoYUVONXRiUUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM00RfKcd5OQyWyM3BNEblxmgAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM00RfKcd5OQyWyM3BNEblxmgAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wMFJmS2NkNU9ReVd5TTNCTkVibHhtZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0AW_RHm4NQk-avmuoCx6LagAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0AW_RHm4NQk-avmuoCx6LagAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wQVdfUkhtNE5Ray1hdm11b0N4NkxhZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0ch8P-OrgTHS_EPDP6LhBqAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0ch8P-OrgTHS_EPDP6LhBqAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wY2g4UC1PcmdUSFNfRVBEUDZMaEJxQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU00utr6l6BR2Wybkd_hqdQwAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU00utr6l6BR2Wybkd_hqdQwAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDB1dHI2bDZCUjJXeWJrZF9ocWRRd0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU06SvT4QHKSkKe4TQmE0rAGgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU06SvT4QHKSkKe4TQmE0rAGgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDZTdlQ0UUhLU2tLZTRUUW1FMHJBR2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU08lLoNXC9RJmCN5VGkECNogAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU08lLoNXC9RJmCN5VGkECNogAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDhsTG9OWEM5UkptQ041VkdrRUNOb2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0Lycle_82Q7eJFJNVfXVT3AAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0Lycle_82Q7eJFJNVfXVT3AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEx5Y2xlXzgyUTdlSkZKTlZmWFZUM0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0KqI8-u_ATFa_h2DZ64NvkQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0KqI8-u_ATFa_h2DZ64NvkQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEtxSTgtdV9BVEZhX2gyRFo2NE52a1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0DTinpfUjRkafqkxilBcPxQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0DTinpfUjRkafqkxilBcPxQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMERUaW5wZlVqUmthZnFreGlsQmNQeFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0znmyTKwLTUucH8Hvs7G3qgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0znmyTKwLTUucH8Hvs7G3qgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHpubXlUS3dMVFV1Y0g4SHZzN0czcWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0aOXaA_vPSt-ooI-bhFaypwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0aOXaA_vPSt-ooI-bhFaypwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGFPWGFBX3ZQU3Qtb29JLWJoRmF5cHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0cDMVcRpgT6O7RKIThpA0tAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0cDMVcRpgT6O7RKIThpA0tAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGNETVZjUnBnVDZPN1JLSVRocEEwdEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0SXGvTIi3ST64uDAmacTa3QAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0SXGvTIi3ST64uDAmacTa3QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFNYR3ZUSWkzU1Q2NHVEQW1hY1RhM1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0vxjGjgatRD-0kkH4vBgDtAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0vxjGjgatRD-0kkH4vBgDtAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHZ4akdqZ2F0UkQtMGtrSDR2QmdEdEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0OrzkhdtySeOeUwK5VXjftQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0OrzkhdtySeOeUwK5VXjftQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME9yemtoZHR5U2VPZVV3SzVWWGpmdFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0UWFScKVCTmmrIA3D1sKD-AAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0UWFScKVCTmmrIA3D1sKD-AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFVXRlNjS1ZDVG1tcklBM0Qxc0tELUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0sd9ZFh2OT1yFc9vnDg8EeQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0sd9ZFh2OT1yFc9vnDg8EeQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHNkOVpGaDJPVDF5RmM5dm5EZzhFZVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AQMkADAwATM0FbMIbgkMQi29dYhq40E66wAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/todo/lists/AQMkADAwATM0FbMIbgkMQi29dYhq40E66wAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wRmJNSWJna01RaTI5ZFlocTQwRTY2d0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0X0sly6IJQfaPKmptQ1cynQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0X0sly6IJQfaPKmptQ1cynQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFgwc2x5NklKUWZhUEttcHRRMWN5blFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0yaIud5bFTGqVg6e_mYcSlwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0yaIud5bFTGqVg6e_mYcSlwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHlhSXVkNWJGVEdxVmc2ZV9tWWNTbHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0vhLi4hEWTZGnA3CNqKrIcAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0vhLi4hEWTZGnA3CNqKrIcAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHZoTGk0aEVXVFpHbkEzQ05xS3JJY0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0xr77_jK4RPCW2Szs6pTgUQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0xr77_jK4RPCW2Szs6pTgUQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHhyNzdfaks0UlBDVzJTenM2cFRnVVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0N2IISNpCT42PZRaM0tAMzQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0N2IISNpCT42PZRaM0tAMzQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME4ySUlTTnBDVDQyUFpSYU0wdEFNelFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0zHY1ktNWSb-HeGEkfMlq8gBGCAAAAAA=', 'calendar', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwekhZMWt0TldTYi1IZUdFa2ZNbHE4Z0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AQMkADAwATM06YSUA8diQSm0TvKvbnhPQwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/todo/lists/AQMkADAwATM06YSUA8diQSm0TvKvbnhPQwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wNllTVUE4ZGlRU20wVHZLdmJuaFBRd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AQMkADAwATM0x_GeGZh3STOozaMoOuhEGgAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/todo/lists/AQMkADAwATM0x_GeGZh3STOozaMoOuhEGgAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0weF9HZUdaaDNTVE9vemFNb091aEVHZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0JSAW_amaSuipnC5O1i_kmwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0JSAW_amaSuipnC5O1i_kmwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEpTQVdfYW1hU3VpcG5DNU8xaV9rbXdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU06S52T445SX2ZfCjWpThBPQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU06S52T445SX2ZfCjWpThBPQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDZTNTJUNDQ1U1gyWmZDaldwVGhCUFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0YLFEcdfXQ-CNu3rLOOATowAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0YLFEcdfXQ-CNu3rLOOATowAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFlMRkVjZGZYUS1DTnUzckxPT0FUb3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0EQlHP3u7QJ21j515CUQTpQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0EQlHP3u7QJ21j515CUQTpQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEVRbEhQM3U3UUoyMWo1MTVDVVFUcFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0eQpfs3B3RA-WwMaXiNWcwwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0eQpfs3B3RA-WwMaXiNWcwwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGVRcGZzM0IzUkEtV3dNYVhpTldjd3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0kuCC5fa1TYmwmk2kHxYqOgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0kuCC5fa1TYmwmk2kHxYqOgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGt1Q0M1ZmExVFltd21rMmtIeFlxT2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0Qte6_lSxQHS6O0dqmAvCkQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0Qte6_lSxQHS6O0dqmAvCkQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFF0ZTZfbFN4UUhTNk8wZHFtQXZDa1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0sCiTQ_aeRFSXyiLE9eGPzQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0sCiTQ_aeRFSXyiLE9eGPzQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHNDaVRRX2FlUkZTWHlpTEU5ZUdQelFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU09HC673czTZegjDilw-aH4AAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU09HC673czTZegjDilw-aH4AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDlIQzY3M2N6VFplZ2pEaWx3LWFINEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU02aUz1vUAQfOdL-2MT8WFbgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU02aUz1vUAQfOdL-2MT8WFbgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDJhVXoxdlVBUWZPZEwtMk1UOFdGYmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0KIGwF1kbTFqPK9RUFW6b8gAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0KIGwF1kbTFqPK9RUFW6b8gAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEtJR3dGMWtiVEZxUEs5UlVGVzZiOGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0n_Zsrl-DTvOxOzp4Fp_gFwBGCAAAAAA=', 'calendar', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1Uwbl9ac3JsLURUdk94T3pwNEZwX2dGd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU05lwFpRrWQUWWYsXD3v4EJgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU05lwFpRrWQUWWYsXD3v4EJgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDVsd0ZwUnJXUVVXV1lzWEQzdjRFSmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU03iNjsNGqRI6cr1wkvJZCrAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU03iNjsNGqRI6cr1wkvJZCrAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDNpTmpzTkdxUkk2Y3Ixd2t2SlpDckFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0a4OQQv9oSi2EC4hoXE68XgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0a4OQQv9oSi2EC4hoXE68XgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGE0T1FRdjlvU2kyRUM0aG9YRTY4WGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU02bcwtmNGRNKbkMU3wcMuZABGCAAAAAA=', 'calendar', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwMmJjd3RtTkdSTktia01VM3djTXVaQUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AQMkADAwATM0aVuH_HBDRiOIEgrHNW6boAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/AQMkADAwATM0aVuH_HBDRiOIEgrHNW6boAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wYVZ1SF9IQkRSaU9JRWdySE5XNmJvQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0m-5i0p3XQaynJcVOUXAdtgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0m-5i0p3XQaynJcVOUXAdtgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG0tNWkwcDNYUWF5bkpjVk9VWEFkdGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU04zZ-Sh2rSFm-7BDBE4-p1wBGCAAAAAA=', 'calendar', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwNHpaLVNoMnJTRm0tN0JEQkU0LXAxd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AQMkADAwATM0j0d-Pj7oQ4ycYaFw5R28EwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/todo/lists/AQMkADAwATM0j0d-Pj7oQ4ycYaFw5R28EwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wajBkLVBqN29RNHljWWFGdzVSMjhFd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0x033E0PzSiaIoq9zi70A-AAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0x033E0PzSiaIoq9zi70A-AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHgwMzNFMFB6U2lhSW9xOXppNzBBLUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0RL3NUkf4SweOeN34cyqGxQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0RL3NUkf4SweOeN34cyqGxQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFJMM05Va2Y0U3dlT2VOMzRjeXFHeFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0505REHtwSVKKJQ2m-gAH5wAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0505REHtwSVKKJQ2m-gAH5wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDUwNVJFSHR3U1ZLS0pRMm0tZ0FINXdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU01Sm_u8FmRTWUOwRwx5tW_QAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU01Sm_u8FmRTWUOwRwx5tW_QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDFTbV91OEZtUlRXVU93Und4NXRXX1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0gIgGadi6QNG8abayAzzZOQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0gIgGadi6QNG8abayAzzZOQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGdJZ0dhZGk2UU5HOGFiYXlBenpaT1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0DRLKHC9NROiKxynejapBUQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0DRLKHC9NROiKxynejapBUQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMERSTEtIQzlOUk9pS3h5bmVqYXBCVVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0aU9d5WM_SPSQhzJtMRdRJwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0aU9d5WM_SPSQhzJtMRdRJwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGFVOWQ1V01fU1BTUWh6SnRNUmRSSndBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AQMkADAwATM0mWh1Mfy3SruTe8msTN9h8QAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/todo/lists/AQMkADAwATM0mWh1Mfy3SruTe8msTN9h8QAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wbVdoMU1meTNTcnVUZThtc1ROOWg4UUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AQMkADAwATM0_otojP9ORdSi4si8a7BOawAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/todo/lists/AQMkADAwATM0_otojP9ORdSi4si8a7BOawAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wX290b2pQOU9SZFNpNHNpOGE3Qk9hd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0-c1fgfeoQG6ArCyxppR_FAAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0-c1fgfeoQG6ArCyxppR_FAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMC1jMWZnZmVvUUc2QXJDeXhwcFJfRkFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0FplcmwaeT9q7gQifvcmlrQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0FplcmwaeT9q7gQifvcmlrQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEZwbGNtd2FlVDlxN2dRaWZ2Y21sclFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0CglxeN_uRh2DrBGSShyCCwAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0CglxeN_uRh2DrBGSShyCCwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMENnbHhlTl91UmgyRHJCR1NTaHlDQ3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0L48EJRNXR5yyN1U8VPIwxQAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0L48EJRNXR5yyN1U8VPIwxQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEw0OEVKUk5YUjV5eU4xVThWUEl3eFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0WhLZ37vLRfG4bGwOl0sQWwBGCAAAAAA=', 'calendar', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwV2hMWjM3dkxSZkc0Ykd3T2wwc1FXd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0Ep_4DI1STOipgYQobVvr9AAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/todo/lists/AQMkADAwATM0Ep_4DI1STOipgYQobVvr9AAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wRXBfNERJMVNUT2lwZ1lRb2JWdnI5QUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0e6ZL4SWgSuCLbgkZZ74q0AAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0e6ZL4SWgSuCLbgkZZ74q0AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGU2Wkw0U1dnU3VDTGJna1paNzRxMEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0rSe20f9YQNKp0Xj7cRBFPgAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0rSe20f9YQNKp0Xj7cRBFPgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHJTZTIwZjlZUU5LcDBYajdjUkJGUGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AQMkADAwATM0JQTYr7QlR8S9acAwmk1nVgAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/AQMkADAwATM0JQTYr7QlR8S9acAwmk1nVgAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wSlFUWXI3UWxSOFM5YWNBd21rMW5WZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU03nL4GNTyQ2-zu2RgmAS98AAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU03nL4GNTyQ2-zu2RgmAS98AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDNuTDRHTlR5UTItenUyUmdtQVM5OEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0gOL1PY0mSkGHMBETQIVJswAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0gOL1PY0mSkGHMBETQIVJswAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGdPTDFQWTBtU2tHSE1CRVRRSVZKc3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0_ujHdME4RT-AP_ImjNyXggAuAAAAAAA=', 'mail', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0_ujHdME4RT-AP_ImjNyXggAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMF91akhkTUU0UlQtQVBfSW1qTnlYZ2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0YD0mrwflStyd4d6iHqnGOgAuAAAAAAA=', 'taskList', 'http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/todo/lists/AQMkADAwATM0YD0mrwflStyd4d6iHqnGOgAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wWUQwbXJ3ZmxTdHlkNGQ2aUhxbkdPZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0);

INSERT INTO sync.link VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACqhr15Xav7TQWj_uGFHv5yvgAAA=', 'message', 'AAMkAGVjZGU0-c1fgfeoQG6ArCyxppR_FAAuAAAAAAA=', 'linked', '01a22d9e-b9c5-77e7-9572-965964265ef1', 'email', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDB5', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 18:01:46.691+00', 'marked', 1, '01a22d9e-ba1a-76ce-b0a8-76e7b7b33510', '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', 106, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACqusgg3w_lREe2OUEBfWHZzwAAA=', 'message', 'AAMkAGVjZGU0-c1fgfeoQG6ArCyxppR_FAAuAAAAAAA=', 'linked', '01a22d9e-b9c6-7609-bcf6-698259e50eea', 'email', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDEw', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 18:01:46.691+00', 'marked', 1, '01a22d9e-ba1a-76ce-b0a8-78238ad88bc2', '2026-11-30 18:01:46.691+00', '2026-11-30 18:01:46.691+00', 107, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACq-WsdHhNqToik_O9Gv2c3GwAAA=', 'event', 'AAMkAGVjZGU0WhLZ37vLRfG4bGwOl0sQWwBGCAAAAAA=', 'linked', '01a22d9e-c6b2-72b8-a749-9dfab79dd62c', 'appointment', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDE0', true, '2026-12-02 11:00:00+00', NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 18:01:49.999+00', 'marked', 0, '01a22d9e-c8bc-72da-8628-c9b3a4b64ef6', '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', 119, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0Wavw7cshTR60D3GP2QqtBgAuAAAAAAA=', 'task', 'AQMkADAwATM0Ep_4DI1STOipgYQobVvr9AAuAAAAAAA=', 'linked', '01a22d9e-c6b2-72b8-a749-a292603e1576', 'task', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDE1', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 18:01:49.999+00', 'marked', 0, '01a22d9e-c8bc-72da-8628-cde1c6b45a90', '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:49.999+00', 120, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACqYQymkNw5TAO_O2rn476GwQAAA=', 'message', 'AAMkAGVjZGU0-c1fgfeoQG6ArCyxppR_FAAuAAAAAAA=', 'ended', '01a22d9e-c6b1-7454-83b0-5abc00fd1d54', 'email', NULL, 'unseen', 'CQAAABYAAADMDAwMDAwMDAwMDEy', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR4', '2026-11-30 18:01:55.344+00', 'mark removed', 0, '01a22d9e-c8bc-72da-8628-c754606e8318', '2026-11-30 18:01:49.999+00', '2026-11-30 18:01:55.344+00', 125, '[{"at": 1796061713735, "rule": "TR4", "seen": "mark missing"}, {"at": 1796061709998, "rule": "TR1", "seen": "marked"}]');

INSERT INTO sync.link_count VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, 0, 4, 1, 4);

INSERT INTO sync.mailbox_schedule VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', '2026-11-30 18:01:57.67+00', NULL, NULL, 60000, 4, false, 0, NULL, 4, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0sCiTQ_aeRFSXyiLE9eGPzQAuAAAAAAA=":"AAMkAGVjZGU0R3rqr53FTDOWewgGrFHXeAAuAAAAAAA=","AAMkAGVjZGU0YLFEcdfXQ-CNu3rLOOATowAuAAAAAAA=":"AAMkAGVjZGU0R3rqr53FTDOWewgGrFHXeAAuAAAAAAA=","AAMkAGVjZGU0EQlHP3u7QJ21j515CUQTpQAuAAAAAAA=":"AAMkAGVjZGU0R3rqr53FTDOWewgGrFHXeAAuAAAAAAA=","AAMkAGVjZGU09HC673czTZegjDilw-aH4AAuAAAAAAA=":"AAMkAGVjZGU0R3rqr53FTDOWewgGrFHXeAAuAAAAAAA=","AAMkAGVjZGU0eQpfs3B3RA-WwMaXiNWcwwAuAAAAAAA=":"AAMkAGVjZGU0R3rqr53FTDOWewgGrFHXeAAuAAAAAAA=","AAMkAGVjZGU02aUz1vUAQfOdL-2MT8WFbgAuAAAAAAA=":"AAMkAGVjZGU0R3rqr53FTDOWewgGrFHXeAAuAAAAAAA=","AAMkAGVjZGU0kuCC5fa1TYmwmk2kHxYqOgAuAAAAAAA=":"AAMkAGVjZGU0R3rqr53FTDOWewgGrFHXeAAuAAAAAAA=","AAMkAGVjZGU0Qte6_lSxQHS6O0dqmAvCkQAuAAAAAAA=":"AAMkAGVjZGU0kuCC5fa1TYmwmk2kHxYqOgAuAAAAAAA=","AAMkAGVjZGU0KIGwF1kbTFqPK9RUFW6b8gAuAAAAAAA=":"AAMkAGVjZGU0kuCC5fa1TYmwmk2kHxYqOgAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0kuCC5fa1TYmwmk2kHxYqOgAuAAAAAAA=","sentitems":"AAMkAGVjZGU0YLFEcdfXQ-CNu3rLOOATowAuAAAAAAA=","drafts":"AAMkAGVjZGU0sCiTQ_aeRFSXyiLE9eGPzQAuAAAAAAA=","outbox":"AAMkAGVjZGU09HC673czTZegjDilw-aH4AAuAAAAAAA=","junkemail":"AAMkAGVjZGU0eQpfs3B3RA-WwMaXiNWcwwAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0EQlHP3u7QJ21j515CUQTpQAuAAAAAAA="},"askedAt":1796061705659},"calendars":{"primary":"AAMkAGVjZGU0n_Zsrl-DTvOxOzp4Fp_gFwBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0mWh1Mfy3SruTe8msTN9h8QAuAAAAAAA=":false,"AQMkADAwATM0_otojP9ORdSi4si8a7BOawAuAAAAAAA=":true},"delta":"http://127.0.0.1:34115/v1.0/users/ruth.calder@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 18:01:46.618+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', '2026-11-30 18:01:56.302+00', NULL, NULL, 60000, 4, false, 0, NULL, 4, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0nNFMPhK-TdG77fjk3YnwqQAuAAAAAAA=":"AAMkAGVjZGU0-LKVrw7DRtq5dHAdPnKBQAAuAAAAAAA=","AAMkAGVjZGU0fE6EfqCyTxWjU81zBAWXtgAuAAAAAAA=":"AAMkAGVjZGU0-LKVrw7DRtq5dHAdPnKBQAAuAAAAAAA=","AAMkAGVjZGU0iJRIDqrYSyKeTMbSwOv5kQAuAAAAAAA=":"AAMkAGVjZGU0-LKVrw7DRtq5dHAdPnKBQAAuAAAAAAA=","AAMkAGVjZGU0upfQV0vdTKiKvH6k2M1cuAAuAAAAAAA=":"AAMkAGVjZGU0-LKVrw7DRtq5dHAdPnKBQAAuAAAAAAA=","AAMkAGVjZGU0VRiWjPq8SnmAMvUBlqU_lwAuAAAAAAA=":"AAMkAGVjZGU0-LKVrw7DRtq5dHAdPnKBQAAuAAAAAAA=","AAMkAGVjZGU0lzt2sxs3TCeM2fbGfDfeggAuAAAAAAA=":"AAMkAGVjZGU0-LKVrw7DRtq5dHAdPnKBQAAuAAAAAAA=","AAMkAGVjZGU0OI6feECeSs6L_-d8-D_mMAAuAAAAAAA=":"AAMkAGVjZGU0-LKVrw7DRtq5dHAdPnKBQAAuAAAAAAA=","AAMkAGVjZGU0NPCaoUHDT9iWNSoWffQs1QAuAAAAAAA=":"AAMkAGVjZGU0OI6feECeSs6L_-d8-D_mMAAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0OI6feECeSs6L_-d8-D_mMAAuAAAAAAA=","sentitems":"AAMkAGVjZGU0fE6EfqCyTxWjU81zBAWXtgAuAAAAAAA=","drafts":"AAMkAGVjZGU0nNFMPhK-TdG77fjk3YnwqQAuAAAAAAA=","outbox":"AAMkAGVjZGU0upfQV0vdTKiKvH6k2M1cuAAuAAAAAAA=","junkemail":"AAMkAGVjZGU0VRiWjPq8SnmAMvUBlqU_lwAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0iJRIDqrYSyKeTMbSwOv5kQAuAAAAAAA="},"askedAt":1796061705120},"calendars":{"primary":"AAMkAGVjZGU0qI2_Q7EWQUSK8jhaEN5tbQBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM00RfKcd5OQyWyM3BNEblxmgAuAAAAAAA=":false,"AQMkADAwATM0AW_RHm4NQk-avmuoCx6LagAuAAAAAAA=":true,"AQMkADAwATM0ch8P-OrgTHS_EPDP6LhBqAAuAAAAAAA=":false},"delta":"http://127.0.0.1:34115/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 18:01:46.257+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', '2026-11-30 18:01:57.451+00', NULL, NULL, 60000, 4, false, 0, NULL, 4, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0x033E0PzSiaIoq9zi70A-AAuAAAAAAA=":"AAMkAGVjZGU0F8okFTzlTmaOYAj0aeuq-AAuAAAAAAA=","AAMkAGVjZGU0RL3NUkf4SweOeN34cyqGxQAuAAAAAAA=":"AAMkAGVjZGU0F8okFTzlTmaOYAj0aeuq-AAuAAAAAAA=","AAMkAGVjZGU0505REHtwSVKKJQ2m-gAH5wAuAAAAAAA=":"AAMkAGVjZGU0F8okFTzlTmaOYAj0aeuq-AAuAAAAAAA=","AAMkAGVjZGU01Sm_u8FmRTWUOwRwx5tW_QAuAAAAAAA=":"AAMkAGVjZGU0F8okFTzlTmaOYAj0aeuq-AAuAAAAAAA=","AAMkAGVjZGU0gIgGadi6QNG8abayAzzZOQAuAAAAAAA=":"AAMkAGVjZGU0F8okFTzlTmaOYAj0aeuq-AAuAAAAAAA=","AAMkAGVjZGU0DRLKHC9NROiKxynejapBUQAuAAAAAAA=":"AAMkAGVjZGU0F8okFTzlTmaOYAj0aeuq-AAuAAAAAAA=","AAMkAGVjZGU05lwFpRrWQUWWYsXD3v4EJgAuAAAAAAA=":"AAMkAGVjZGU0F8okFTzlTmaOYAj0aeuq-AAuAAAAAAA=","AAMkAGVjZGU0aU9d5WM_SPSQhzJtMRdRJwAuAAAAAAA=":"AAMkAGVjZGU05lwFpRrWQUWWYsXD3v4EJgAuAAAAAAA=","AAMkAGVjZGU03iNjsNGqRI6cr1wkvJZCrAAuAAAAAAA=":"AAMkAGVjZGU0aU9d5WM_SPSQhzJtMRdRJwAuAAAAAAA=","AAMkAGVjZGU0e6ZL4SWgSuCLbgkZZ74q0AAuAAAAAAA=":"AAMkAGVjZGU0aU9d5WM_SPSQhzJtMRdRJwAuAAAAAAA=","AAMkAGVjZGU0a4OQQv9oSi2EC4hoXE68XgAuAAAAAAA=":"AAMkAGVjZGU05lwFpRrWQUWWYsXD3v4EJgAuAAAAAAA=","AAMkAGVjZGU0rSe20f9YQNKp0Xj7cRBFPgAuAAAAAAA=":"AAMkAGVjZGU05lwFpRrWQUWWYsXD3v4EJgAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU05lwFpRrWQUWWYsXD3v4EJgAuAAAAAAA=","sentitems":"AAMkAGVjZGU0RL3NUkf4SweOeN34cyqGxQAuAAAAAAA=","drafts":"AAMkAGVjZGU0x033E0PzSiaIoq9zi70A-AAuAAAAAAA=","outbox":"AAMkAGVjZGU01Sm_u8FmRTWUOwRwx5tW_QAuAAAAAAA=","junkemail":"AAMkAGVjZGU0gIgGadi6QNG8abayAzzZOQAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0505REHtwSVKKJQ2m-gAH5wAuAAAAAAA="},"askedAt":1796061705666},"calendars":{"primary":"AAMkAGVjZGU02bcwtmNGRNKbkMU3wcMuZABGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0aVuH_HBDRiOIEgrHNW6boAAuAAAAAAA=":false,"AQMkADAwATM0JQTYr7QlR8S9acAwmk1nVgAuAAAAAAA=":true},"delta":"http://127.0.0.1:34115/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 18:01:46.631+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', '2026-11-30 18:01:57.047+00', NULL, NULL, 60000, 4, false, 0, NULL, 4, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0znmyTKwLTUucH8Hvs7G3qgAuAAAAAAA=":"AAMkAGVjZGU0SFtl_Zh0ShaUX76NMXFIBgAuAAAAAAA=","AAMkAGVjZGU06SvT4QHKSkKe4TQmE0rAGgAuAAAAAAA=":"AAMkAGVjZGU0SFtl_Zh0ShaUX76NMXFIBgAuAAAAAAA=","AAMkAGVjZGU0aOXaA_vPSt-ooI-bhFaypwAuAAAAAAA=":"AAMkAGVjZGU0SFtl_Zh0ShaUX76NMXFIBgAuAAAAAAA=","AAMkAGVjZGU0cDMVcRpgT6O7RKIThpA0tAAuAAAAAAA=":"AAMkAGVjZGU0SFtl_Zh0ShaUX76NMXFIBgAuAAAAAAA=","AAMkAGVjZGU08lLoNXC9RJmCN5VGkECNogAuAAAAAAA=":"AAMkAGVjZGU0SFtl_Zh0ShaUX76NMXFIBgAuAAAAAAA=","AAMkAGVjZGU0SXGvTIi3ST64uDAmacTa3QAuAAAAAAA=":"AAMkAGVjZGU0SFtl_Zh0ShaUX76NMXFIBgAuAAAAAAA=","AAMkAGVjZGU0Lycle_82Q7eJFJNVfXVT3AAuAAAAAAA=":"AAMkAGVjZGU0SFtl_Zh0ShaUX76NMXFIBgAuAAAAAAA=","AAMkAGVjZGU0KqI8-u_ATFa_h2DZ64NvkQAuAAAAAAA=":"AAMkAGVjZGU0Lycle_82Q7eJFJNVfXVT3AAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/support@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQzLCJzdWIiOjAsInNpbmNlIjo0Mywic3RhcnRlZCI6NDMsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0Lycle_82Q7eJFJNVfXVT3AAuAAAAAAA=","sentitems":"AAMkAGVjZGU06SvT4QHKSkKe4TQmE0rAGgAuAAAAAAA=","drafts":"AAMkAGVjZGU0znmyTKwLTUucH8Hvs7G3qgAuAAAAAAA=","outbox":"AAMkAGVjZGU0cDMVcRpgT6O7RKIThpA0tAAuAAAAAAA=","junkemail":"AAMkAGVjZGU08lLoNXC9RJmCN5VGkECNogAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0aOXaA_vPSt-ooI-bhFaypwAuAAAAAAA="},"askedAt":1796061705667},"calendars":null,"taskLists":null}', NULL, NULL, '2026-11-30 18:01:46.34+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', '2026-11-30 18:01:56.342+00', NULL, NULL, 60000, 4, false, 0, NULL, 4, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0eOwWqVdLSNukdhU13yTvIgAuAAAAAAA=":"AAMkAGVjZGU0jGpu40uKS1uIbt67-eXFlQAuAAAAAAA=","AAMkAGVjZGU0ETrH6JG2QPS_KrSpzL2E3gAuAAAAAAA=":"AAMkAGVjZGU0jGpu40uKS1uIbt67-eXFlQAuAAAAAAA=","AAMkAGVjZGU0LftrVxOhQyG645Ai1kYqUwAuAAAAAAA=":"AAMkAGVjZGU0jGpu40uKS1uIbt67-eXFlQAuAAAAAAA=","AAMkAGVjZGU0t3OSvLQOQaGbusl1l6PR_wAuAAAAAAA=":"AAMkAGVjZGU0jGpu40uKS1uIbt67-eXFlQAuAAAAAAA=","AAMkAGVjZGU0oDKRE262S7yhEAhBTkPXowAuAAAAAAA=":"AAMkAGVjZGU0jGpu40uKS1uIbt67-eXFlQAuAAAAAAA=","AAMkAGVjZGU0kzjMY1qMTcCjK7saakhJaQAuAAAAAAA=":"AAMkAGVjZGU0jGpu40uKS1uIbt67-eXFlQAuAAAAAAA=","AAMkAGVjZGU04DMDI3hLRhe9BZggWnAuTAAuAAAAAAA=":"AAMkAGVjZGU0jGpu40uKS1uIbt67-eXFlQAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0eOwWqVdLSNukdhU13yTvIgAuAAAAAAA=","sentitems":"AAMkAGVjZGU0LftrVxOhQyG645Ai1kYqUwAuAAAAAAA=","drafts":"AAMkAGVjZGU0ETrH6JG2QPS_KrSpzL2E3gAuAAAAAAA=","outbox":"AAMkAGVjZGU0oDKRE262S7yhEAhBTkPXowAuAAAAAAA=","junkemail":"AAMkAGVjZGU0kzjMY1qMTcCjK7saakhJaQAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0t3OSvLQOQaGbusl1l6PR_wAuAAAAAAA="},"askedAt":1796061705134},"calendars":{"primary":"AAMkAGVjZGU08f9q0whtQuudmhq4E63x1gBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0Q8R2N-B7TNKHtLRPPtMasgAuAAAAAAA=":false,"AQMkADAwATM0PyONyR8CRkeXxs6yk59k2QAuAAAAAAA=":true,"AQMkADAwATM09EBiKkLbQBiQh2wh7xEHOAAuAAAAAAA=":false},"delta":"http://127.0.0.1:34115/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 18:01:46.257+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', '2026-11-30 18:01:57.425+00', NULL, NULL, 60000, 4, false, 0, NULL, 4, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0vxjGjgatRD-0kkH4vBgDtAAuAAAAAAA=":"AAMkAGVjZGU0Pfhic3EDS3mmwF-SyFD_ewAuAAAAAAA=","AAMkAGVjZGU0JSAW_amaSuipnC5O1i_kmwAuAAAAAAA=":"AAMkAGVjZGU0Pfhic3EDS3mmwF-SyFD_ewAuAAAAAAA=","AAMkAGVjZGU0OrzkhdtySeOeUwK5VXjftQAuAAAAAAA=":"AAMkAGVjZGU0Pfhic3EDS3mmwF-SyFD_ewAuAAAAAAA=","AAMkAGVjZGU0UWFScKVCTmmrIA3D1sKD-AAuAAAAAAA=":"AAMkAGVjZGU0Pfhic3EDS3mmwF-SyFD_ewAuAAAAAAA=","AAMkAGVjZGU06S52T445SX2ZfCjWpThBPQAuAAAAAAA=":"AAMkAGVjZGU0Pfhic3EDS3mmwF-SyFD_ewAuAAAAAAA=","AAMkAGVjZGU0m-5i0p3XQaynJcVOUXAdtgAuAAAAAAA=":"AAMkAGVjZGU0Pfhic3EDS3mmwF-SyFD_ewAuAAAAAAA=","AAMkAGVjZGU0sd9ZFh2OT1yFc9vnDg8EeQAuAAAAAAA=":"AAMkAGVjZGU0Pfhic3EDS3mmwF-SyFD_ewAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0vxjGjgatRD-0kkH4vBgDtAAuAAAAAAA=","sentitems":"AAMkAGVjZGU0OrzkhdtySeOeUwK5VXjftQAuAAAAAAA=","drafts":"AAMkAGVjZGU0JSAW_amaSuipnC5O1i_kmwAuAAAAAAA=","outbox":"AAMkAGVjZGU06S52T445SX2ZfCjWpThBPQAuAAAAAAA=","junkemail":"AAMkAGVjZGU0m-5i0p3XQaynJcVOUXAdtgAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0UWFScKVCTmmrIA3D1sKD-AAuAAAAAAA="},"askedAt":1796061705673},"calendars":{"primary":"AAMkAGVjZGU04zZ-Sh2rSFm-7BDBE4-p1wBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0FbMIbgkMQi29dYhq40E66wAuAAAAAAA=":false,"AQMkADAwATM0j0d-Pj7oQ4ycYaFw5R28EwAuAAAAAAA=":true},"delta":"http://127.0.0.1:34115/v1.0/users/maelle.quint@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 18:01:46.576+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', '2026-11-30 18:01:57.063+00', NULL, NULL, 60000, 4, false, 0, NULL, 4, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0DTinpfUjRkafqkxilBcPxQAuAAAAAAA=":"AAMkAGVjZGU0vUt8yEj0Tj6-OCOIlSG3XQAuAAAAAAA=","AAMkAGVjZGU00utr6l6BR2Wybkd_hqdQwAAuAAAAAAA=":"AAMkAGVjZGU0vUt8yEj0Tj6-OCOIlSG3XQAuAAAAAAA=","AAMkAGVjZGU0X0sly6IJQfaPKmptQ1cynQAuAAAAAAA=":"AAMkAGVjZGU0vUt8yEj0Tj6-OCOIlSG3XQAuAAAAAAA=","AAMkAGVjZGU0yaIud5bFTGqVg6e_mYcSlwAuAAAAAAA=":"AAMkAGVjZGU0vUt8yEj0Tj6-OCOIlSG3XQAuAAAAAAA=","AAMkAGVjZGU0vhLi4hEWTZGnA3CNqKrIcAAuAAAAAAA=":"AAMkAGVjZGU0vUt8yEj0Tj6-OCOIlSG3XQAuAAAAAAA=","AAMkAGVjZGU0xr77_jK4RPCW2Szs6pTgUQAuAAAAAAA=":"AAMkAGVjZGU0vUt8yEj0Tj6-OCOIlSG3XQAuAAAAAAA=","AAMkAGVjZGU0N2IISNpCT42PZRaM0tAMzQAuAAAAAAA=":"AAMkAGVjZGU0vUt8yEj0Tj6-OCOIlSG3XQAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0DTinpfUjRkafqkxilBcPxQAuAAAAAAA=","sentitems":"AAMkAGVjZGU0X0sly6IJQfaPKmptQ1cynQAuAAAAAAA=","drafts":"AAMkAGVjZGU00utr6l6BR2Wybkd_hqdQwAAuAAAAAAA=","outbox":"AAMkAGVjZGU0vhLi4hEWTZGnA3CNqKrIcAAuAAAAAAA=","junkemail":"AAMkAGVjZGU0xr77_jK4RPCW2Szs6pTgUQAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0yaIud5bFTGqVg6e_mYcSlwAuAAAAAAA="},"askedAt":1796061705672},"calendars":{"primary":"AAMkAGVjZGU0zHY1ktNWSb-HeGEkfMlq8gBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM06YSUA8diQSm0TvKvbnhPQwAuAAAAAAA=":false,"AQMkADAwATM0x_GeGZh3STOozaMoOuhEGgAuAAAAAAA=":true},"delta":"http://127.0.0.1:34115/v1.0/users/dale.okafor@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 18:01:46.388+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', '2026-11-30 18:01:57.077+00', NULL, NULL, 60000, 3, false, 0, NULL, 1, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0-c1fgfeoQG6ArCyxppR_FAAuAAAAAAA=":"AAMkAGVjZGU0jiDhqee_QrCCofS2vTRy3wAuAAAAAAA=","AAMkAGVjZGU0FplcmwaeT9q7gQifvcmlrQAuAAAAAAA=":"AAMkAGVjZGU0jiDhqee_QrCCofS2vTRy3wAuAAAAAAA=","AAMkAGVjZGU0L48EJRNXR5yyN1U8VPIwxQAuAAAAAAA=":"AAMkAGVjZGU0jiDhqee_QrCCofS2vTRy3wAuAAAAAAA=","AAMkAGVjZGU03nL4GNTyQ2-zu2RgmAS98AAuAAAAAAA=":"AAMkAGVjZGU0jiDhqee_QrCCofS2vTRy3wAuAAAAAAA=","AAMkAGVjZGU0gOL1PY0mSkGHMBETQIVJswAuAAAAAAA=":"AAMkAGVjZGU0jiDhqee_QrCCofS2vTRy3wAuAAAAAAA=","AAMkAGVjZGU0_ujHdME4RT-AP_ImjNyXggAuAAAAAAA=":"AAMkAGVjZGU0jiDhqee_QrCCofS2vTRy3wAuAAAAAAA=","AAMkAGVjZGU0CglxeN_uRh2DrBGSShyCCwAuAAAAAAA=":"AAMkAGVjZGU0jiDhqee_QrCCofS2vTRy3wAuAAAAAAA="},"delta":"http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0-c1fgfeoQG6ArCyxppR_FAAuAAAAAAA=","sentitems":"AAMkAGVjZGU0L48EJRNXR5yyN1U8VPIwxQAuAAAAAAA=","drafts":"AAMkAGVjZGU0FplcmwaeT9q7gQifvcmlrQAuAAAAAAA=","outbox":"AAMkAGVjZGU0gOL1PY0mSkGHMBETQIVJswAuAAAAAAA=","junkemail":"AAMkAGVjZGU0_ujHdME4RT-AP_ImjNyXggAuAAAAAAA=","deleteditems":"AAMkAGVjZGU03nL4GNTyQ2-zu2RgmAS98AAuAAAAAAA="},"askedAt":1796061705664},"calendars":{"primary":"AAMkAGVjZGU0WhLZ37vLRfG4bGwOl0sQWwBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0Ep_4DI1STOipgYQobVvr9AAuAAAAAAA=":false,"AQMkADAwATM0YD0mrwflStyd4d6iHqnGOgAuAAAAAAA=":true},"delta":"http://127.0.0.1:34115/v1.0/users/isla.renwick@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 18:01:50.796+00', false);

INSERT INTO sync.migration VALUES
	(1, '0001_crm.sql', '1b5dbdf4a891392db1dd8517ded5f68ae7e73c8eef5b58618309b1cb89d42f63'),
	(2, '0002_sync.sql', '8dd558eb451b2c074badb880d48b44eca99569496d61d92d9267a7746f11c5d8'),
	(3, '0003_changes.sql', '5cf985f35a4f926d737c934222d4248748f291fcfe50e3e224c8b72004859afc'),
	(4, '0004_organizations.sql', 'b52307ec9643c8e6375989cfa9dc3ec132f9d5c3f9eb4930cfd7700975b5051b'),
	(5, '0005_webresources.sql', '227f6922211a23f2ff28c59a16d1a7d7e1616493d095e51beea0d327669b0466'),
	(6, '0006_crm_writes.sql', '97d7a7a3f98160042d4df4135c34a3cf009ff0acbe7bb91558d8bf8e92598e0a'),
	(7, '0007_directory.sql', 'a5d1d7b284c0ed244463eef5d464ed00b00f5a3a342881b586e4e3da9c117516'),
	(8, '0008_webapi_indexes.sql', '6225d4f7e872f8ca2dd905fc309e4a163cfef55dcd966760d8233c7ab9e5529e'),
	(9, '0009_change_expiry.sql', 'b631959fc8f37f3939526247843256872adb3bd3cd3fb159079ebf6058415532'),
	(10, '0010_tracking_tokens.sql', '4ae00958691272e7113be6495abef239efd77a93f543377b8ab522c54bb6a385'),
	(11, '0011_observability.sql', 'b1bb6a38552f7ac8d1d545b6f47509d235dfe976a4d03a8326b06f1d6f745d37'),
	(12, '0012_sign_in.sql', 'a9115952cf0a6552d520cab51ce44a13c2f385393c25167436446cd05c57f24d'),
	(13, '0013_mailbox_pages.sql', 'f8f73caea4ce23b331be1beff4590a68a83467cab46c2bf91a2a0b66a0fa33e6'),
	(14, '0014_claims.sql', 'b68ad9ae191028bfc4943a4ac0ba32dedbcb892b18a61e233ef7dd0e5a718a7a'),
	(15, '0015_enablings.sql', 'd6420c2a806ffb2659fc0d07bfb9659ee25f1774af4890607540e23c69a33746'),
	(16, '0016_copies.sql', '1c2903ee9728bd8440e4b8e70c3ab071c4ddf1b7fc610acf268da6c55d957dcc'),
	(17, '0017_counters.sql', '33f3a821568c8644803c2cfd5ffbc9e38a5766dd3fef16256c2647933af2db3c'),
	(18, '0018_more_columns.sql', 'c9a323a8fd9a4d7d469fa35e9e1dda36a1400739ffac5917607a244aa103f018'),
	(19, '0019_identity_by_time.sql', '161d7c31a166a286988c468c770c0a5227e343f6915cf8713aca309cef2b8023'),
	(20, '0020_failing_folders.sql', '283c9dc3733277bf0d5c862613474761f7c291a322a6f9ab0f02a795895e83bb'),
	(21, '0021_bulk_delete.sql', '5955bad102a08a5efb99b87e22d9346f63ffa1d973ca63026583964b2a6a5114'),
	(22, '0022_processes.sql', '7147c129628d4c5fbc3a0b68545acd75a024f5c9bda7fdcc547eeef874acc5df'),
	(23, '0023_security.sql', '50b60e8ae2e0d3917d72e87b172ae668fb146cb6b891b1794df8491ee4dc9bfa'),
	(24, '0024_retention.sql', '331d88ee055c76a16114361ee12475476d03df90af69d4aa591a334760d79d7d');

INSERT INTO sync.monitoring_hour VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2026-11-30 18:00:00+00', 5, 1, 0, 0, 0, 0, 8, 0, '{0,0,0,3,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}');

INSERT INTO sync.process VALUES
	('vm:30708:1b17d6c5', true, '2026-11-30 18:01:43.986+00', '2026-11-30 18:01:43.987+00', NULL),
	('vm:30708:1b17d6c5 http', false, '2026-11-30 18:01:43.987+00', '2026-11-30 18:01:44.08+00', NULL);

INSERT INTO sync.secret VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'profile/98bc7bfc-ea92-804b-8374-15ce06c4e954', 'v2.c0c7c5e666f4bdaa.rqC_uj-qIrkHnRWnUt1BUmirK0D7mDSB9OAVXDjf8560uqo');

INSERT INTO sync.signin_code VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '4a27bfb3980c759d76da88019dd85a99a1b5dfe085d275dc8995a3e538f014cd', NULL, '2026-11-30 19:01:43.993+00');

SELECT pg_catalog.setval('crm.versionnumber', 125, true);

SELECT pg_catalog.setval('sync.webhook_order', 1, false);

ALTER TABLE ONLY crm.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (organizationid, accountid);

ALTER TABLE ONLY crm.activitymimeattachment
    ADD CONSTRAINT activitymimeattachment_pkey PRIMARY KEY (organizationid, activitymimeattachmentid);

ALTER TABLE ONLY crm.activityparty
    ADD CONSTRAINT activityparty_pkey PRIMARY KEY (organizationid, activitypartyid);

ALTER TABLE ONLY crm.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (organizationid, activityid);

ALTER TABLE ONLY crm.asyncoperation
    ADD CONSTRAINT asyncoperation_pkey PRIMARY KEY (organizationid, asyncoperationid);

ALTER TABLE ONLY crm.bulkdeleteoperation
    ADD CONSTRAINT bulkdeleteoperation_pkey PRIMARY KEY (organizationid, bulkdeleteoperationid);

ALTER TABLE ONLY crm.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (organizationid, contactid);

ALTER TABLE ONLY crm.email
    ADD CONSTRAINT email_pkey PRIMARY KEY (organizationid, activityid);

ALTER TABLE ONLY crm.emailserverprofile
    ADD CONSTRAINT emailserverprofile_pkey PRIMARY KEY (organizationid, emailserverprofileid);

ALTER TABLE ONLY crm.lead
    ADD CONSTRAINT lead_pkey PRIMARY KEY (organizationid, leadid);

ALTER TABLE ONLY crm.mailbox
    ADD CONSTRAINT mailbox_pkey PRIMARY KEY (organizationid, mailboxid);

ALTER TABLE ONLY crm.mailboxstatistics
    ADD CONSTRAINT mailboxstatistics_pkey PRIMARY KEY (organizationid, mailboxstatisticsid);

ALTER TABLE ONLY crm.mailboxtrackingcategory
    ADD CONSTRAINT mailboxtrackingcategory_pkey PRIMARY KEY (organizationid, mailboxtrackingcategoryid);

ALTER TABLE ONLY crm.mailboxtrackingfolder
    ADD CONSTRAINT mailboxtrackingfolder_pkey PRIMARY KEY (organizationid, mailboxtrackingfolderid);

ALTER TABLE ONLY crm.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (organizationid);

ALTER TABLE ONLY crm.publisher
    ADD CONSTRAINT publisher_pkey PRIMARY KEY (organizationid, publisherid);

ALTER TABLE ONLY crm.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (organizationid, queueid);

ALTER TABLE ONLY crm.recurringappointmentmaster
    ADD CONSTRAINT recurringappointmentmaster_pkey PRIMARY KEY (organizationid, activityid);

ALTER TABLE ONLY crm.sdkmessageprocessingstep
    ADD CONSTRAINT sdkmessageprocessingstep_pkey PRIMARY KEY (organizationid, sdkmessageprocessingstepid);

ALTER TABLE ONLY crm.serviceendpoint
    ADD CONSTRAINT serviceendpoint_pkey PRIMARY KEY (organizationid, serviceendpointid);

ALTER TABLE ONLY crm.solution
    ADD CONSTRAINT solution_pkey PRIMARY KEY (organizationid, solutionid);

ALTER TABLE ONLY crm.systemuser
    ADD CONSTRAINT systemuser_pkey PRIMARY KEY (organizationid, systemuserid);

ALTER TABLE ONLY crm.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (organizationid, activityid);

ALTER TABLE ONLY crm.tracelog
    ADD CONSTRAINT tracelog_pkey PRIMARY KEY (organizationid, tracelogid);

ALTER TABLE ONLY crm.usersettings
    ADD CONSTRAINT usersettings_pkey PRIMARY KEY (organizationid, systemuserid);

ALTER TABLE ONLY crm.webresource
    ADD CONSTRAINT webresource_pkey PRIMARY KEY (organizationid, webresourceid);

ALTER TABLE ONLY sync.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (organizationid, systemuserid);

ALTER TABLE ONLY sync.api_token
    ADD CONSTRAINT api_token_pkey PRIMARY KEY (organizationid, tokenid);

ALTER TABLE ONLY sync.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (organizationid, auditid);

ALTER TABLE ONLY sync.bulk_delete
    ADD CONSTRAINT bulk_delete_pkey PRIMARY KEY (organizationid, asyncoperationid);

ALTER TABLE ONLY sync.change_horizon
    ADD CONSTRAINT change_horizon_pkey PRIMARY KEY (organizationid, horizon, epoch);

ALTER TABLE ONLY sync.crm_change
    ADD CONSTRAINT crm_change_pkey PRIMARY KEY (organizationid, activityid);

ALTER TABLE ONLY sync.folder_cursor
    ADD CONSTRAINT folder_cursor_pkey PRIMARY KEY (organizationid, mailboxid, folder);

ALTER TABLE ONLY sync.link_count
    ADD CONSTRAINT link_count_pkey PRIMARY KEY (organizationid, mailboxid);

ALTER TABLE ONLY sync.link
    ADD CONSTRAINT link_pkey PRIMARY KEY (organizationid, mailboxid, itemkey);

ALTER TABLE ONLY sync.mailbox_schedule
    ADD CONSTRAINT mailbox_schedule_pkey PRIMARY KEY (organizationid, mailboxid);

ALTER TABLE ONLY sync.mailbox_test
    ADD CONSTRAINT mailbox_test_pkey PRIMARY KEY (organizationid, mailboxid);

ALTER TABLE ONLY sync.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY sync.monitoring_hour
    ADD CONSTRAINT monitoring_hour_pkey PRIMARY KEY (organizationid, hour);

ALTER TABLE ONLY sync.outgoing_write
    ADD CONSTRAINT outgoing_write_pkey PRIMARY KEY (organizationid, mailboxid, id);

ALTER TABLE ONLY sync.process
    ADD CONSTRAINT process_pkey PRIMARY KEY (processid);

ALTER TABLE ONLY sync.retention
    ADD CONSTRAINT retention_pkey PRIMARY KEY (organizationid);

ALTER TABLE ONLY sync.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (organizationid, name);

ALTER TABLE ONLY sync.signin_attempt
    ADD CONSTRAINT signin_attempt_pkey PRIMARY KEY (organizationid, subject);

ALTER TABLE ONLY sync.signin_code
    ADD CONSTRAINT signin_code_pkey PRIMARY KEY (organizationid, hash);

ALTER TABLE ONLY sync.tombstone
    ADD CONSTRAINT tombstone_pkey PRIMARY KEY (organizationid, tablename, rowid);

ALTER TABLE ONLY sync.webhook_delivery
    ADD CONSTRAINT webhook_delivery_pkey PRIMARY KEY (organizationid, deliveryid);

ALTER TABLE ONLY sync.webhook_endpoint
    ADD CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (organizationid, serviceendpointid);

CREATE INDEX account_address1 ON crm.account USING btree (organizationid, lower(emailaddress1));

CREATE INDEX account_address2 ON crm.account USING btree (organizationid, lower(emailaddress2));

CREATE INDEX account_address3 ON crm.account USING btree (organizationid, lower(emailaddress3));

CREATE INDEX account_change ON crm.account USING btree (organizationid, changexid);

CREATE INDEX account_number ON crm.account USING btree (organizationid, lower(accountnumber)) WHERE (accountnumber IS NOT NULL);

CREATE INDEX account_primarycontact ON crm.account USING btree (organizationid, primarycontactid) WHERE (primarycontactid IS NOT NULL);

CREATE INDEX activitymimeattachment_object ON crm.activitymimeattachment USING btree (organizationid, objectid);

CREATE INDEX activityparty_activity ON crm.activityparty USING btree (organizationid, activityid);

CREATE INDEX activityparty_party ON crm.activityparty USING btree (organizationid, partyid) WHERE (partyid IS NOT NULL);

CREATE INDEX appointment_change ON crm.appointment USING btree (organizationid, changexid);

CREATE INDEX appointment_copies ON crm.appointment USING btree (organizationid, split_part(identity, ''::text, 1));

CREATE INDEX appointment_createdon ON crm.appointment USING btree (organizationid, createdon, activityid);

CREATE UNIQUE INDEX appointment_identity ON crm.appointment USING btree (organizationid, identity);

CREATE INDEX appointment_modifiedon ON crm.appointment USING btree (organizationid, modifiedon);

CREATE INDEX appointment_regarding ON crm.appointment USING btree (organizationid, regardingobjectid, createdon) WHERE (regardingobjectid IS NOT NULL);

CREATE INDEX appointment_search ON crm.appointment USING gin (crm.searchwords(subject, location, NULL::text));

CREATE INDEX appointment_series ON crm.appointment USING btree (organizationid, seriesid) WHERE (seriesid IS NOT NULL);

CREATE INDEX contact_address1 ON crm.contact USING btree (organizationid, lower(emailaddress1));

CREATE INDEX contact_address2 ON crm.contact USING btree (organizationid, lower(emailaddress2));

CREATE INDEX contact_address3 ON crm.contact USING btree (organizationid, lower(emailaddress3));

CREATE INDEX contact_change ON crm.contact USING btree (organizationid, changexid);

CREATE INDEX contact_parentcustomer ON crm.contact USING btree (organizationid, parentcustomerid) WHERE (parentcustomerid IS NOT NULL);

CREATE INDEX email_change ON crm.email USING btree (organizationid, changexid);

CREATE INDEX email_correlated ON crm.email USING btree (organizationid, correlatedactivityid) WHERE (correlatedactivityid IS NOT NULL);

CREATE INDEX email_createdon ON crm.email USING btree (organizationid, createdon, activityid);

CREATE UNIQUE INDEX email_identity ON crm.email USING btree (organizationid, identity);

CREATE INDEX email_messageid ON crm.email USING hash (lower(messageid));

CREATE INDEX email_modifiedon ON crm.email USING btree (organizationid, modifiedon);

CREATE INDEX email_parent ON crm.email USING btree (organizationid, parentactivityid) WHERE (parentactivityid IS NOT NULL);

CREATE INDEX email_regarding ON crm.email USING btree (organizationid, regardingobjectid, createdon) WHERE (regardingobjectid IS NOT NULL);

CREATE INDEX email_search ON crm.email USING gin (crm.searchwords(subject, sender, torecipients));

CREATE INDEX email_sender ON crm.email USING btree (organizationid, emailsender) WHERE (emailsender IS NOT NULL);

CREATE INDEX email_sendersaccount ON crm.email USING btree (organizationid, sendersaccount) WHERE (sendersaccount IS NOT NULL);

CREATE INDEX email_senton ON crm.email USING btree (organizationid, senton DESC NULLS LAST, activityid DESC);

CREATE INDEX lead_address1 ON crm.lead USING btree (organizationid, lower(emailaddress1));

CREATE INDEX lead_address2 ON crm.lead USING btree (organizationid, lower(emailaddress2));

CREATE INDEX lead_address3 ON crm.lead USING btree (organizationid, lower(emailaddress3));

CREATE INDEX lead_change ON crm.lead USING btree (organizationid, changexid);

CREATE INDEX mailbox_address ON crm.mailbox USING btree (organizationid, lower(emailaddress));

CREATE INDEX mailbox_list_address ON crm.mailbox USING btree (organizationid, lower(COALESCE(emailaddress, ''::text)), mailboxid);

CREATE INDEX mailbox_list_name ON crm.mailbox USING btree (organizationid, COALESCE(name, ''::text), mailboxid);

CREATE INDEX mailbox_list_owner ON crm.mailbox USING btree (organizationid, ownerid);

CREATE INDEX mailbox_list_regarding ON crm.mailbox USING btree (organizationid, regardingobjectid);

CREATE INDEX mailboxstatistics_age ON crm.mailboxstatistics USING btree (organizationid, createdon);

CREATE INDEX mailboxstatistics_recent ON crm.mailboxstatistics USING btree (organizationid, mailboxid, createdon DESC);

CREATE UNIQUE INDEX mailboxtrackingcategory_purpose ON crm.mailboxtrackingcategory USING btree (organizationid, mailboxid, purpose);

CREATE INDEX mailboxtrackingfolder_mailbox ON crm.mailboxtrackingfolder USING btree (organizationid, mailboxid);

CREATE UNIQUE INDEX organization_uniquename ON crm.organization USING btree (uniquename);

CREATE UNIQUE INDEX publisher_uniquename ON crm.publisher USING btree (organizationid, lower(uniquename));

CREATE INDEX queue_address ON crm.queue USING btree (organizationid, lower(emailaddress));

CREATE INDEX recurringappointmentmaster_change ON crm.recurringappointmentmaster USING btree (organizationid, changexid);

CREATE INDEX recurringappointmentmaster_copies ON crm.recurringappointmentmaster USING btree (organizationid, split_part(identity, ''::text, 1));

CREATE INDEX recurringappointmentmaster_createdon ON crm.recurringappointmentmaster USING btree (organizationid, createdon, activityid);

CREATE UNIQUE INDEX recurringappointmentmaster_identity ON crm.recurringappointmentmaster USING btree (organizationid, identity);

CREATE INDEX recurringappointmentmaster_modifiedon ON crm.recurringappointmentmaster USING btree (organizationid, modifiedon);

CREATE INDEX recurringappointmentmaster_search ON crm.recurringappointmentmaster USING gin (crm.searchwords(subject, location, NULL::text));

CREATE INDEX sdkmessageprocessingstep_filter ON crm.sdkmessageprocessingstep USING btree (organizationid, sdkmessagefilterid) WHERE (statecode = 0);

CREATE UNIQUE INDEX solution_uniquename ON crm.solution USING btree (organizationid, lower(uniquename));

CREATE INDEX systemuser_internal ON crm.systemuser USING btree (organizationid, lower(internalemailaddress));

CREATE INDEX systemuser_personal ON crm.systemuser USING btree (organizationid, lower(personalemailaddress));

CREATE INDEX task_change ON crm.task USING btree (organizationid, changexid);

CREATE INDEX task_createdon ON crm.task USING btree (organizationid, createdon, activityid);

CREATE UNIQUE INDEX task_identity ON crm.task USING btree (organizationid, identity);

CREATE INDEX task_modifiedon ON crm.task USING btree (organizationid, modifiedon);

CREATE INDEX task_regarding ON crm.task USING btree (organizationid, regardingobjectid, createdon) WHERE (regardingobjectid IS NOT NULL);

CREATE INDEX task_search ON crm.task USING gin (crm.searchwords(subject, NULL::text, NULL::text));

CREATE INDEX tracelog_change ON crm.tracelog USING btree (organizationid, changexid);

CREATE UNIQUE INDEX tracelog_open ON crm.tracelog USING btree (organizationid, regardingobjectid, tracecode, alertsubject) WHERE (NOT tracestatus);

CREATE INDEX tracelog_recent ON crm.tracelog USING btree (organizationid, modifiedon DESC, tracelogid DESC);

CREATE INDEX tracelog_regarding ON crm.tracelog USING btree (organizationid, regardingobjectid, tracecode, modifiedon DESC);

CREATE UNIQUE INDEX webresource_name ON crm.webresource USING btree (organizationid, lower(name));

CREATE UNIQUE INDEX account_signinname ON sync.account USING btree (organizationid, lower(signinname));

CREATE UNIQUE INDEX api_token_name ON sync.api_token USING btree (organizationid, lower(name));

CREATE INDEX audit_newest ON sync.audit USING btree (organizationid, createdon DESC, auditid DESC);

CREATE INDEX audit_object ON sync.audit USING btree (organizationid, objecttypecode, createdon DESC);

CREATE INDEX link_activity ON sync.link USING btree (organizationid, activityid) WHERE (activityid IS NOT NULL);

CREATE INDEX link_age ON sync.link USING btree (organizationid, modifiedon) WHERE (state = ANY (ARRAY['ended'::text, 'noted'::text]));

CREATE INDEX link_failing ON sync.link USING btree (organizationid, decidedat DESC, linkid DESC) WHERE ((parkcode IS NOT NULL) OR (state = 'noted'::text));

CREATE INDEX link_folder ON sync.link USING btree (organizationid, mailboxid, folder) WHERE (state = 'linked'::text);

CREATE INDEX link_master ON sync.link USING btree (organizationid, mailboxid, masterkey) WHERE (masterkey IS NOT NULL);

CREATE INDEX link_parked ON sync.link USING btree (organizationid, mailboxid, parknexttryat) WHERE (parkcode IS NOT NULL);

CREATE INDEX link_pending ON sync.link USING btree (organizationid, mailboxid) WHERE (pendingend IS NOT NULL);

CREATE INDEX mailbox_schedule_due ON sync.mailbox_schedule USING btree (dueat, mailboxid) WHERE (dueat IS NOT NULL);

CREATE INDEX mailbox_schedule_failing ON sync.mailbox_schedule USING btree (organizationid, mailboxid) WHERE (failures > 0);

CREATE INDEX mailbox_test_due ON sync.mailbox_test USING btree (dueat) WHERE (dueat IS NOT NULL);

CREATE INDEX outgoing_write_due ON sync.outgoing_write USING btree (organizationid, mailboxid, nexttryat);

CREATE INDEX outgoing_write_failing ON sync.outgoing_write USING btree (organizationid, failedon DESC, id DESC) WHERE (failedon IS NOT NULL);

CREATE INDEX tombstone_change ON sync.tombstone USING btree (organizationid, tablename, changexid, rowid);

CREATE INDEX webhook_delivery_ended ON sync.webhook_delivery USING btree (organizationid, endedat) WHERE (state <> 'pending'::text);

CREATE INDEX webhook_delivery_pending ON sync.webhook_delivery USING btree (organizationid, serviceendpointid, ordernumber) WHERE (state = 'pending'::text);

CREATE INDEX webhook_delivery_row ON sync.webhook_delivery USING btree (organizationid, serviceendpointid, rowid, ordernumber) WHERE (state = 'pending'::text);

CREATE INDEX webhook_delivery_unseen ON sync.webhook_delivery USING btree (organizationid, serviceendpointid) WHERE (seenat IS NULL);

CREATE TRIGGER arm AFTER INSERT OR DELETE OR UPDATE ON crm.sdkmessageprocessingstep FOR EACH STATEMENT EXECUTE FUNCTION sync.arm_webhooks();

CREATE TRIGGER bury AFTER DELETE ON crm.account REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('accountid');

CREATE TRIGGER bury AFTER DELETE ON crm.appointment REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('activityid');

CREATE TRIGGER bury AFTER DELETE ON crm.contact REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('contactid');

CREATE TRIGGER bury AFTER DELETE ON crm.email REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('activityid');

CREATE TRIGGER bury AFTER DELETE ON crm.lead REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('leadid');

CREATE TRIGGER bury AFTER DELETE ON crm.recurringappointmentmaster REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('activityid');

CREATE TRIGGER bury AFTER DELETE ON crm.task REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('activityid');

CREATE TRIGGER bury AFTER DELETE ON crm.tracelog REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.bury('tracelogid');

CREATE TRIGGER forget AFTER DELETE ON crm.serviceendpoint REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sync.forget_endpoints();

CREATE TRIGGER place BEFORE INSERT ON crm.systemuser FOR EACH ROW EXECUTE FUNCTION sync.place_user();

CREATE TRIGGER settle AFTER INSERT OR DELETE ON crm.systemuser FOR EACH ROW EXECUTE FUNCTION sync.settle_user();

CREATE TRIGGER stock AFTER INSERT ON crm.organization FOR EACH ROW EXECUTE FUNCTION sync.stock_organization();

CREATE TRIGGER touch BEFORE UPDATE ON crm.account FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER touch BEFORE UPDATE ON crm.appointment FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER touch BEFORE UPDATE ON crm.contact FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER touch BEFORE UPDATE ON crm.email FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER touch BEFORE UPDATE ON crm.lead FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER touch BEFORE UPDATE ON crm.recurringappointmentmaster FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER touch BEFORE UPDATE ON crm.task FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER touch BEFORE UPDATE ON crm.tracelog FOR EACH ROW EXECUTE FUNCTION sync.touch();

CREATE TRIGGER count_deleted AFTER DELETE ON sync.link REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION sync.count_links();

CREATE TRIGGER count_inserted AFTER INSERT ON sync.link REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION sync.count_links();

CREATE TRIGGER count_updated AFTER UPDATE ON sync.link REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION sync.count_links();
