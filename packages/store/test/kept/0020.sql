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
     CROSS JOIN sync.message_filter m);

CREATE VIEW crm.sdkmessagefilter AS
 SELECT o.organizationid,
    m.sdkmessagefilterid,
    m.sdkmessageid,
    m.tablename AS primaryobjecttypecode,
    'none'::text AS secondaryobjecttypecode,
    true AS iscustomprocessingstepallowed,
    o.createdon,
    o.createdon AS modifiedon,
    NULL::uuid AS createdby,
    NULL::uuid AS modifiedby,
    (1)::bigint AS versionnumber
   FROM (crm.organization o
     CROSS JOIN sync.message_filter m);

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
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'Haverleigh Trout Farm', NULL, NULL, NULL, NULL, NULL, 'office@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 40, '754', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '98bc56d0-1a91-8f6d-83e5-240103e76467', 'Brauerei Steinloh', NULL, NULL, NULL, NULL, NULL, 'info@steinloh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 41, '754', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '8480601b-4fc9-8993-a832-1b73dfdcda70', 'Pinebrook Water Co-op', NULL, NULL, NULL, NULL, NULL, 'hello@pinebrook.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 42, '754', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '477aa713-9ad7-8118-9877-7859c525e018', 'Casa Olivera Aquaponics', NULL, NULL, NULL, NULL, NULL, 'contacto@olivera.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 43, '754', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '410c64b7-aae2-8ebc-a834-21be872673cc', 'Northstrand Research Institute', NULL, NULL, NULL, NULL, NULL, 'purchasing@northstrand.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 44, '754', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7e08-7471-9c4d-e01c16bd284f', 'Kept Ltd', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 0, 1, '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'systemuser', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', NULL, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', '2026-11-30 16:51:37.096+00', '2026-11-30 16:51:37.096+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 87, '766', NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false);

INSERT INTO crm.activityparty VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-7461223f7bcb', '01a22d5e-8a28-706a-9018-e2490672d4e3', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 104),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-7b36f3e3596d', '01a22d5e-8a28-706a-9018-e2490672d4e3', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 105),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-7c45e4827013', '01a22d5e-8a28-706a-9018-e2490672d4e3', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 106),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-826895e8f857', '01a22d5e-8a29-74ed-9171-0888f1934404', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 107),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-864e1a3a408c', '01a22d5e-8a29-74ed-9171-0888f1934404', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 108),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-8811eb3b3186', '01a22d5e-8a29-74ed-9171-0888f1934404', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 109),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-8d53911132c2', '01a22d5e-8a33-7412-b027-cdc7b4cf5c6b', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 110),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-92b150bd2313', '01a22d5e-8a33-7412-b027-cdc7b4cf5c6b', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 111),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-96a57910ad36', '01a22d5e-8a33-7412-b027-cdc7b4cf5c6b', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 112),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-9b538807e487', '01a22d5e-8a34-70d1-bab0-aec01fcc8c36', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', 'isla.renwick@tarnalder.example', NULL, NULL, false, 7, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 113),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-9cd9f87d9483', '01a22d5e-8a34-70d1-bab0-aec01fcc8c36', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 114),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8afb-7387-85b4-a1f1a5806295', '01a22d5e-8a34-70d1-bab0-b32630cb295e', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 115);

INSERT INTO crm.appointment VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8a34-70d1-bab0-aec01fcc8c36', 'appointment', 'Kept meeting', '', NULL, NULL, '2026-12-02 10:00:00+00', '2026-12-02 11:00:00+00', 60, NULL, NULL, NULL, 1, NULL, '2026-12-02 10:00:00+00', 'AAkALgAAAAAAHYQDEapmEc2byACqZ7uMtQ6KQGSEFfyl60e4AQAAA=', 'https://outlook.office365.com/owa/?itemid=AAMkAGVjZGU0Z7uMtQ6KQGSEFfyl60e4AQBGAAAAAAA%3D&exvsurl=1&path=/calendar/item', 0, NULL, false, '040000008200E00074C5B7101A82E0080000000036376262386362352D306538612D343036342D383431352D666361356562343762383031', NULL, false, NULL, false, NULL, NULL, 0, 0, 3, 5, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 102, 'event:040000008200E00074C5B7101A82E0080000000036376262386362352D306538612D343036342D383431352D666361356562343762383031', '788');

INSERT INTO crm.contact VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'e9ba83ff-94d3-8ac4-af0e-81002b968726', 'Owen Pryce', 'Owen', 'Pryce', NULL, NULL, NULL, NULL, 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'account', 'owen@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 45, '755', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd7a2c837-b949-8a05-bbf9-cd06a811a411', 'Bethan Rees', 'Bethan', 'Rees', NULL, NULL, NULL, NULL, 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'account', 'bethan@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 46, '755', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd8bbcd93-9698-825f-a2be-7e000f762455', 'Anneliese Kofler', 'Anneliese', 'Kofler', NULL, NULL, NULL, NULL, '98bc56d0-1a91-8f6d-83e5-240103e76467', 'account', 'a.kofler@steinloh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 47, '755', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'b09f5ac3-394a-8874-b929-6b4463423f9f', 'Marcus Teague', 'Marcus', 'Teague', NULL, NULL, NULL, NULL, '8480601b-4fc9-8993-a832-1b73dfdcda70', 'account', 'mteague@pinebrook.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 48, '755', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '770f1121-cd15-8842-a3de-5ee4c5dc472b', 'Lucía Ferrán', 'Lucía', 'Ferrán', NULL, NULL, NULL, NULL, '477aa713-9ad7-8118-9877-7859c525e018', 'account', 'lucia@olivera.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 49, '755', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '53df9b37-a025-8af5-b14e-ef284c19160c', 'Greta Lindqvist', 'Greta', 'Lindqvist', NULL, NULL, NULL, NULL, '410c64b7-aae2-8ebc-a834-21be872673cc', 'account', 'greta.lindqvist@northstrand.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 50, '755', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '4e094296-a835-85bb-ba06-d18a562ef95d', 'Hideo Tanabe', 'Hideo', 'Tanabe', NULL, NULL, NULL, NULL, NULL, NULL, 'tanabe@kitaura-lab.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 51, '755', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7e48-7014-a8fd-603d16f87a43', 'Kay Kept', 'Kay', 'Kept', NULL, NULL, NULL, NULL, NULL, NULL, 'kay@kept.example', NULL, NULL, false, 0, 1, '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'systemuser', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', NULL, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', '2026-11-30 16:51:37.16+00', '2026-11-30 16:51:37.16+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 88, '767', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false);

INSERT INTO crm.email VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8a28-706a-9018-e2490672d4e3', 'email', 'Kept one', 'Body of Kept one', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:38+00', NULL, 1, '2026-11-30 16:51:38+00', '2026-11-30 16:51:38+00', 'AAkALgAAAAAAHYQDEapmEc2byACq37Eead0XTQy5oPBUA53IGwAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU037Eead0XTQy5oPBUA53IGwBGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<4584bfec-0603-4d59-8bec-fa0cbcfdf229@sandbox.trackmark.example>', NULL, NULL, 'AQBdgOsQJav2ovGoQSaOZU8BSKdlBw==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 99, 'email:in:2026-11-30T16:51:38Z:<4584bfec-0603-4d59-8bec-fa0cbcfdf229@sandbox.trackmark.example>', '788'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8a29-74ed-9171-0888f1934404', 'email', 'Kept two', 'Body of Kept two', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:38+00', NULL, 1, '2026-11-30 16:51:38+00', '2026-11-30 16:51:38+00', 'AAkALgAAAAAAHYQDEapmEc2byACqKrqmB1HuTJS8XsOe7kVPqQAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU0KrqmB1HuTJS8XsOe7kVPqQBGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<7066b071-fca6-4ed0-a6a8-718e9c55608f@sandbox.trackmark.example>', NULL, NULL, 'AQBdgOsQxmupuT+ubWNWdUouT5Hzrw==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 100, 'email:in:2026-11-30T16:51:38Z:<7066b071-fca6-4ed0-a6a8-718e9c55608f@sandbox.trackmark.example>', '788'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8a33-7412-b027-cdc7b4cf5c6b', 'email', 'Kept and untracked', 'Body of Kept and untracked', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:38+00', NULL, 1, '2026-11-30 16:51:38+00', '2026-11-30 16:51:38+00', 'AAkALgAAAAAAHYQDEapmEc2byACq2pUtbci7RJ6qsW_osL_DxgAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU02pUtbci7RJ6qsW_osL_DxgBGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<bec8e7c9-5470-4b5e-bed0-0b56239c1d45@sandbox.trackmark.example>', NULL, NULL, 'AQBdgOsQ2cjg8S2YMtjxEfRVIpKzRw==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 101, 'email:in:2026-11-30T16:51:38Z:<bec8e7c9-5470-4b5e-bed0-0b56239c1d45@sandbox.trackmark.example>', '788');

INSERT INTO crm.emailserverprofile VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '98bc7bfc-ea92-804b-8374-15ce06c4e954', 'Sandbox Exchange', NULL, 3, 5, true, NULL, NULL, NULL, NULL, NULL, true, true, true, true, true, 1, 1, 0, 0, NULL, NULL, 0, 10, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 8, 'sandbox', '{"clientId": "sandbox", "graphUrl": "http://127.0.0.1:38959/v1.0", "tenantId": "5a4d0000-7a11-4000-8000-000000000000", "credential": "secret", "authorityUrl": "http://127.0.0.1:38959"}');

INSERT INTO crm.lead VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '010cf042-4fae-8c0f-922e-97d7b771a89a', 'Samuel Adeyemi', 'Samuel', 'Adeyemi', 'Lagoon Fresh', NULL, NULL, NULL, NULL, 'samuel.adeyemi@lagoonfresh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 52, '756', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a5aaa207-21d4-8e7d-8194-27660db5ee5c', 'Bridget Fallon', 'Bridget', 'Fallon', 'Fallon Brewing', NULL, NULL, NULL, NULL, 'bfallon@fallonbrewing.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 53, '756', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3c0df7d1-0029-895d-a571-c71b2663bb2b', 'Yusuf Demirel', 'Yusuf', 'Demirel', 'Aqualev', NULL, NULL, NULL, NULL, 'y.demirel@aqualev.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 54, '756', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false, false);

INSERT INTO crm.mailbox VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'Priya Nambiar', 'priya.nambiar@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:41.853+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:39.845+00', '2026-11-30 16:51:39.977+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 132, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '5a4d0000-7a11-4000-8000-000000000003', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 26),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'Dale Okafor', 'dale.okafor@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:41.968+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:39.845+00', '2026-11-30 16:51:39.975+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 130, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '5a4d0000-7a11-4000-8000-000000000006', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 29),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'Tomasz Wilk', 'tomasz.wilk@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:41.766+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:39.637+00', '2026-11-30 16:51:39.779+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 142, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '5a4d0000-7a11-4000-8000-000000000002', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 25),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'Jonas Feichtner', 'jonas.feichtner@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:41.688+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:39.637+00', '2026-11-30 16:51:39.78+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 143, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '5a4d0000-7a11-4000-8000-000000000004', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 27),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'Ruth Calder', 'ruth.calder@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:42.385+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:40.22+00', '2026-11-30 16:51:40.396+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 176, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '5a4d0000-7a11-4000-8000-000000000007', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 30),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'Tarn & Alder Support', 'support@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000020', 'queue', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:42.305+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:40.22+00', '2026-11-30 16:51:40.397+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 177, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 31),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'Maëlle Quint', 'maelle.quint@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:42.233+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:40.22+00', '2026-11-30 16:51:40.395+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 175, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '5a4d0000-7a11-4000-8000-000000000005', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 28),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'Isla Renwick', 'isla.renwick@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:43.202+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:41.595+00', '2026-11-30 16:51:41.84+00', NULL, NULL, 0, NULL, NULL, 0, 0, 1, 0, 3, 0, NULL, 245, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 24);

INSERT INTO crm.mailboxstatistics VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8201-7150-a32b-1fe0b83896af', '15c2f5c3-3474-88b2-b414-131bef51396c', 0, NULL, '2026-11-30 16:51:36.2+00', '2026-11-30 16:51:38.089+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:38.089+00', '2026-11-30 16:51:38.089+00', NULL, NULL, 91),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8200-77ac-88cb-287c8b004418', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 0, NULL, '2026-11-30 16:51:36.199+00', '2026-11-30 16:51:37.931+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:37.931+00', '2026-11-30 16:51:37.931+00', NULL, NULL, 92),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-82c7-77d3-8d56-ef392f786a78', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 0, NULL, '2026-11-30 16:51:36.2+00', '2026-11-30 16:51:38.227+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:38.227+00', '2026-11-30 16:51:38.227+00', NULL, NULL, 93),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-82d3-7206-be3a-1da8dccf1c63', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, NULL, '2026-11-30 16:51:36.2+00', '2026-11-30 16:51:38.268+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:38.268+00', '2026-11-30 16:51:38.268+00', NULL, NULL, 94),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-82d3-7206-be3a-1ac05b774076', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 0, NULL, '2026-11-30 16:51:36.2+00', '2026-11-30 16:51:38.268+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:38.268+00', '2026-11-30 16:51:38.268+00', NULL, NULL, 95),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8353-759a-93cb-ae2fba726815', '3a48793a-35c1-86b4-a190-3aef042357eb', 0, NULL, '2026-11-30 16:51:36.2+00', '2026-11-30 16:51:38.419+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:38.419+00', '2026-11-30 16:51:38.419+00', NULL, NULL, 96),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8396-77e7-9bad-42008d18aec9', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 0, NULL, '2026-11-30 16:51:36.2+00', '2026-11-30 16:51:38.507+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:38.507+00', '2026-11-30 16:51:38.507+00', NULL, NULL, 97),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-83b9-7447-b8f1-77858e3dd413', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 0, NULL, '2026-11-30 16:51:36.2+00', '2026-11-30 16:51:38.523+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:38.523+00', '2026-11-30 16:51:38.523+00', NULL, NULL, 98),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8b50-74df-b8a1-ebbfe8501a1f', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, NULL, '2026-11-30 16:51:39.845+00', '2026-11-30 16:51:40.472+00', 5, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:40.472+00', '2026-11-30 16:51:40.472+00', NULL, NULL, 121);

INSERT INTO crm.mailboxtrackingcategory VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7bdb-77d6-b6d2-8304bc6b26dd', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', '422abc22-a31f-4a46-adde-a7e4576a0130', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '5a4d0000-7a11-4000-8000-000000000002', NULL, NULL, '2026-11-30 16:51:36.475+00', '2026-11-30 16:51:36.756+00', NULL, NULL, 64, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7bdc-76f0-b0de-adc5bb04e223', '15c2f5c3-3474-88b2-b414-131bef51396c', '867b0a57-4294-4b01-b152-3d49e4568f45', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '5a4d0000-7a11-4000-8000-000000000004', NULL, NULL, '2026-11-30 16:51:36.475+00', '2026-11-30 16:51:36.927+00', NULL, NULL, 68, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7c74-7275-8417-a629818f7a2f', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'b9b78f10-73b5-4206-8368-8b82310af269', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:36.58+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 76, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7c74-7275-8417-abd060032456', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', '752a32f8-2d8b-4b6e-907a-2722c7f150e8', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '5a4d0000-7a11-4000-8000-000000000003', NULL, NULL, '2026-11-30 16:51:36.58+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 78, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7c74-7275-8417-ae849fbcb836', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'f097a311-4c45-402e-b74d-43b0b0b7bc11', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:36.58+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 80, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7ca8-772f-9742-6d6990b2332b', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'ce8129c9-2b0e-4bc5-a4c8-4d7ccb52d521', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '5a4d0000-7a11-4000-8000-000000000006', NULL, NULL, '2026-11-30 16:51:36.656+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 82, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7ca8-772f-9742-7030956caad4', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', '3829404b-db00-4fc4-8670-1ab2a2426a65', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '5a4d0000-7a11-4000-8000-000000000005', NULL, NULL, '2026-11-30 16:51:36.656+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 84, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7d38-7153-a83a-c55cbb925ac8', '3a48793a-35c1-86b4-a190-3aef042357eb', '64932b2b-ebf9-403f-a4f7-edb7c4d4efb3', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '5a4d0000-7a11-4000-8000-000000000007', NULL, NULL, '2026-11-30 16:51:36.492+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 86, 'tracked', 'preset5', '{}', 1);

INSERT INTO crm.organization VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'Trackmark', NULL, 0, NULL, NULL, true, true, 5242880, NULL, false, false, false, true, false, true, false, true, NULL, 'CRM:', 0, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, true, true, false, false, false, false, false, false, NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, '2026-11-30 16:51:35.177+00', '2026-11-30 16:51:35.177+00', NULL, NULL, 1, 'trackmark', '9.2.24091.190', 1, '{}', false, 30, true, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, 10, NULL, NULL, 0, false, NULL, NULL, false, NULL, false, 'new', 1033, 1033, '$', 2, 'M/d/yyyy', 'h:mm tt', 1);

INSERT INTO crm.publisher VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd21aab71-79e7-11dd-8874-00188b01e34f', 'DefaultPublishertrackmark', 'Default Publisher for Trackmark', 'new', NULL, false, '2026-11-30 16:51:35.177+00', '2026-11-30 16:51:35.177+00', NULL, NULL, 2);

INSERT INTO crm.queue VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000020', 'Tarn & Alder Support', 'support@tarnalder.example', NULL, 0, 2, 2, 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 0, 1, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 39);

INSERT INTO crm.solution VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'fd140aad-4df4-11dd-bd17-0019b9312238', 'System', 'System Solution', '9.2.24091.190', NULL, true, false, '2026-11-30 16:51:35.177+00', 'd21aab71-79e7-11dd-8874-00188b01e34f', '2026-11-30 16:51:35.177+00', '2026-11-30 16:51:35.177+00', NULL, NULL, 3),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'fd140aaf-4df4-11dd-bd17-0019b9312238', 'Default', 'Default Solution', '1.0', NULL, false, true, '2026-11-30 16:51:35.177+00', 'd21aab71-79e7-11dd-8874-00188b01e34f', '2026-11-30 16:51:35.177+00', '2026-11-30 16:51:35.177+00', NULL, NULL, 4);

INSERT INTO crm.systemuser VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'Trackmark administrator', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 4, NULL, NULL, 0, 0, 0, false, NULL, '2026-11-30 16:51:35.195+00', '2026-11-30 16:51:35.195+00', NULL, NULL, 5, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000001', 'Isla Renwick', 'Isla', 'Renwick', 'isla.renwick@tarnalder.example', 'isla.renwick@tarnalder.example', NULL, NULL, false, true, 0, '81c881e1-adf9-864e-af97-0bf0ef05df1a', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 32, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000002', 'Tomasz Wilk', 'Tomasz', 'Wilk', 'tomasz.wilk@tarnalder.example', 'tomasz.wilk@tarnalder.example', NULL, NULL, false, true, 0, '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 33, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000003', 'Priya Nambiar', 'Priya', 'Nambiar', 'priya.nambiar@tarnalder.example', 'priya.nambiar@tarnalder.example', NULL, NULL, false, true, 0, 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 34, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000004', 'Jonas Feichtner', 'Jonas', 'Feichtner', 'jonas.feichtner@tarnalder.example', 'jonas.feichtner@tarnalder.example', NULL, NULL, false, true, 0, '15c2f5c3-3474-88b2-b414-131bef51396c', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 35, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000005', 'Maëlle Quint', 'Maëlle', 'Quint', 'maelle.quint@tarnalder.example', 'maelle.quint@tarnalder.example', NULL, NULL, false, true, 0, 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 36, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000006', 'Dale Okafor', 'Dale', 'Okafor', 'dale.okafor@tarnalder.example', 'dale.okafor@tarnalder.example', NULL, NULL, false, true, 0, 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 37, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000007', 'Ruth Calder', 'Ruth', 'Calder', 'ruth.calder@tarnalder.example', 'ruth.calder@tarnalder.example', NULL, NULL, false, true, 0, '3a48793a-35c1-86b4-a190-3aef042357eb', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 38, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2c705ea2-951e-855d-9195-d9cab6f29add', 'Kept', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 4, NULL, NULL, 0, 0, 0, false, NULL, '2026-11-30 16:51:37.771+00', '2026-11-30 16:51:37.771+00', NULL, NULL, 89, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, false);

INSERT INTO crm.task VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-8a34-70d1-bab0-b32630cb295e', 'task', 'Kept task', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, 'AQMkADAwATM0iZk04iBYSfSq2JAdOfIk_AAuAAAAAAA=', NULL, 0, NULL, NULL, 0, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', NULL, NULL, 103, 'task:81c881e1-adf9-864e-af97-0bf0ef05df1a:AQMkADAwATM0iZk04iBYSfSq2JAdOfIk_AAuAAAAAAA=', '788');

INSERT INTO crm.tracelog VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7cf8-775d-a99d-e1221262b463', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Tomasz Wilk as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'mailbox', '5a4d0000-7a11-4000-8000-000000000002', NULL, '2026-11-30 16:51:36.756+00', '2026-11-30 16:51:36.756+00', NULL, NULL, 62, '1', NULL, NULL, '762', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7d83-74ec-a757-1a346890508a', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Jonas Feichtner as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '15c2f5c3-3474-88b2-b414-131bef51396c', 'mailbox', '5a4d0000-7a11-4000-8000-000000000004', NULL, '2026-11-30 16:51:36.927+00', '2026-11-30 16:51:36.927+00', NULL, NULL, 66, '1', NULL, NULL, '764', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7dec-76b4-ad35-72c1d4299d9b', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Isla Renwick as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'mailbox', '5a4d0000-7a11-4000-8000-000000000001', NULL, '2026-11-30 16:51:37.047+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 69, '1', NULL, NULL, '765', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7dec-76b4-ad35-7472c03a46a2', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Priya Nambiar as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'mailbox', '5a4d0000-7a11-4000-8000-000000000003', NULL, '2026-11-30 16:51:37.047+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 70, '1', NULL, NULL, '765', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7dec-76b4-ad35-7af38255f16e', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Tarn & Alder Support as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'mailbox', '5a4d0000-7a11-4000-8000-000000000001', NULL, '2026-11-30 16:51:37.047+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 71, '1', NULL, NULL, '765', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7dec-76b4-ad35-7df88816d218', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Dale Okafor as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'mailbox', '5a4d0000-7a11-4000-8000-000000000006', NULL, '2026-11-30 16:51:37.047+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 72, '1', NULL, NULL, '765', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7dec-76b4-ad35-81e69a9be0aa', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Maëlle Quint as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'mailbox', '5a4d0000-7a11-4000-8000-000000000005', NULL, '2026-11-30 16:51:37.047+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 73, '1', NULL, NULL, '765', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-7dec-76b4-ad35-872d56aadd57', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Ruth Calder as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '3a48793a-35c1-86b4-a190-3aef042357eb', 'mailbox', '5a4d0000-7a11-4000-8000-000000000007', NULL, '2026-11-30 16:51:37.047+00', '2026-11-30 16:51:37.047+00', NULL, NULL, 74, '1', NULL, NULL, '765', 1);

INSERT INTO crm.usersettings VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.195+00', '2026-11-30 16:51:35.195+00', NULL, NULL, 6),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000001', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 16),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000002', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 17),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000003', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 18),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000004', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 19),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000005', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 20),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000006', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 21),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000007', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:35.853+00', '2026-11-30 16:51:35.853+00', NULL, NULL, 22),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2c705ea2-951e-855d-9195-d9cab6f29add', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:37.771+00', '2026-11-30 16:51:37.771+00', NULL, NULL, 90);

INSERT INTO sync.api_token VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-811c-73ff-b2f9-ab154144510e', 'Kept', 'c9ad7854fec16a4c2a1ffe9797cc506591dbaf760d8ce65f55cb830bc4ce9554', '2c705ea2-951e-855d-9195-d9cab6f29add', 'Basic User', '2026-11-30 16:51:37.771+00', NULL, NULL);

INSERT INTO sync.audit VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-813f-7699-8055-992cfc9856c5', '2026-11-30 16:51:37.919+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 1, 'apitoken', NULL, 'Kept', '{"changedAttributes":[{"logicalName":"role","oldValue":null,"newValue":"Basic User"}]}');

INSERT INTO sync.folder_cursor VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0xoVOGA9_SGWmBqZXcLkbhQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0xoVOGA9_SGWmBqZXcLkbhQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHhvVk9HQTlfU0dXbUJxWlhjTGtiaFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU01B9J5Pf-S22GX_lB_VLxSQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU01B9J5Pf-S22GX_lB_VLxSQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDFCOUo1UGYtUzIyR1hfbEJfVkx4U1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0zlnEeFdXRrWozyjtKfZIXwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0zlnEeFdXRrWozyjtKfZIXwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHpsbkVlRmRYUnJXb3p5anRLZlpJWHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0ljrvszioTEOaV9y4kDKYLgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0ljrvszioTEOaV9y4kDKYLgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGxqcnZzemlvVEVPYVY5eTRrREtZTGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0QB7GyaNDQne3lkrMIC2aVQBGCAAAAAA=', 'calendar', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwUUI3R3lhTkRRbmUzbGtyTUlDMmFWUUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU03eL-Vv8eQyirvRaqQ5EGcAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU03eL-Vv8eQyirvRaqQ5EGcAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDNlTC1WdjhlUXlpcnZSYXFRNUVHY0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU03tMDG5MPSoOJjIF7OQ02AAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU03tMDG5MPSoOJjIF7OQ02AAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDN0TURHNU1QU29PSmpJRjdPUTAyQUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0jPCpbUWETIaBFFys3J6pVwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0jPCpbUWETIaBFFys3J6pVwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGpQQ3BiVVdFVElhQkZGeXMzSjZwVndBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0WG6r_WfOTuKpk0_1IKv32wAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0WG6r_WfOTuKpk0_1IKv32wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFdHNnJfV2ZPVHVLcGswXzFJS3YzMndBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0JdpUP9GNQS2zR4Suhn83NAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0JdpUP9GNQS2zR4Suhn83NAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wSmRwVVA5R05RUzJ6UjRTdWhuODNOQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0NRvUemF_RFOlhPDKBKMBGwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0NRvUemF_RFOlhPDKBKMBGwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME5SdlVlbUZfUkZPbGhQREtCS01CR3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0j197vh-bQ_2yXYTNhuPB8gBGCAAAAAA=', 'calendar', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwajE5N3ZoLWJRXzJ5WFlUTmh1UEI4Z0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM09ic9LMMWQZmrBqGbdfcm1QAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM09ic9LMMWQZmrBqGbdfcm1QAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wOWljOUxNTVdRWm1yQnFHYmRmY20xUUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM0eYkHU4mDRzW4ZVJs_SZmMAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM0eYkHU4mDRzW4ZVJs_SZmMAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wZVlrSFU0bURSelc0WlZKc19TWm1NQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM0bP3o7WcxQLGLMpjQl1JbUgAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM0bP3o7WcxQLGLMpjQl1JbUgAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wYlAzbzdXY3hRTEdMTXBqUWwxSmJVZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0rUWFaTpGQ6mVI1TU4YZeSAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0rUWFaTpGQ6mVI1TU4YZeSAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wclVXRmFUcEdRNm1WSTFUVTRZWmVTQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0W-nf6VH2QFu2HovED_ESuQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0W-nf6VH2QFu2HovED_ESuQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wVy1uZjZWSDJRRnUySG92RURfRVN1UUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0bHNgzI-5Rkej3BrWpGqMFgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0bHNgzI-5Rkej3BrWpGqMFgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGJITmd6SS01UmtlajNCcldwR3FNRmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0Sx24monZSsOx6KCvmI3flgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0Sx24monZSsOx6KCvmI3flgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFN4MjRtb25aU3NPeDZLQ3ZtSTNmbGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0Db3wDizNTZWm2XC5SA7smAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0Db3wDizNTZWm2XC5SA7smAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMERiM3dEaXpOVFpXbTJYQzVTQTdzbUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU08AQuY_k2SZOoczz2viL99gAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU08AQuY_k2SZOoczz2viL99gAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDhBUXVZX2syU1pPb2N6ejJ2aUw5OWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0uJp9nYmlQmaUWp23Q0i5HAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0uJp9nYmlQmaUWp23Q0i5HAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHVKcDluWW1sUW1hVVdwMjNRMGk1SEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU03MuirxJWQxqTiWXaBzg5kgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU03MuirxJWQxqTiWXaBzg5kgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDNNdWlyeEpXUXhxVGlXWGFCemc1a2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0m7w4wkGGTsCrF08ufdaA4AAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0m7w4wkGGTsCrF08ufdaA4AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG03dzR3a0dHVHNDckYwOHVmZGFBNEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU00uJc9pWnRsuqO1ZPdiytDQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU00uJc9pWnRsuqO1ZPdiytDQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDB1SmM5cFduUnN1cU8xWlBkaXl0RFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0_pP_fRoNT1iFdfTGug4cHQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0_pP_fRoNT1iFdfTGug4cHQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMF9wUF9mUm9OVDFpRmRmVEd1ZzRjSFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0qzO2tE39QeGR-7bM7Rp2UgBGCAAAAAA=', 'calendar', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwcXpPMnRFMzlRZUdSLTdiTTdScDJVZ0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AQMkADAwATM01uRsaGhDQwK-DiiUQEvkxAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/AQMkADAwATM01uRsaGhDQwK-DiiUQEvkxAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wMXVSc2FHaERRd0stRGlpVVFFdmt4QUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0AZTjYuQJRGaiwI7na2C7vAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0AZTjYuQJRGaiwI7na2C7vAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEFaVGpZdVFKUkdhaXdJN25hMkM3dkFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0vZrH8FP3Qk6WeS0tBoSrhQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0vZrH8FP3Qk6WeS0tBoSrhQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHZackg4RlAzUWs2V2VTMHRCb1NyaFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0pf1wD26NQ1O4WcxcE_livwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0pf1wD26NQ1O4WcxcE_livwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHBmMXdEMjZOUTFPNFdjeGNFX2xpdndBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0psa1Ox2pSSWTwNh4iL9YLAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0psa1Ox2pSSWTwNh4iL9YLAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHBzYTFPeDJwU1NXVHdOaDRpTDlZTEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0m8Lo98ahSvmCvMKfTLPweAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0m8Lo98ahSvmCvMKfTLPweAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG04TG85OGFoU3ZtQ3ZNS2ZUTFB3ZUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU03Aee1S_9SJK-P2CnU7guoAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU03Aee1S_9SJK-P2CnU7guoAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDNBZWUxU185U0pLLVAyQ25VN2d1b0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0T3oLD141Rhezmr4vEddQmwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0T3oLD141Rhezmr4vEddQmwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFQzb0xEMTQxUmhlem1yNHZFZGRRbXdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0xUAl-Bo2T9-b5A0vrM5ukwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0xUAl-Bo2T9-b5A0vrM5ukwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHhVQWwtQm8yVDktYjVBMHZyTTV1a3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU05Gk03rYNRTqTPIOE6oTW1QAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU05Gk03rYNRTqTPIOE6oTW1QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDVHazAzcllOUlRxVFBJT0U2b1RXMVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0Ne3Okp--RfKOBkAyxddpqgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0Ne3Okp--RfKOBkAyxddpqgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME5lM09rcC0tUmZLT0JrQXl4ZGRwcWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0o-bJV-OrSzCCsRFLgZQx6gAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0o-bJV-OrSzCCsRFLgZQx6gAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG8tYkpWLU9yU3pDQ3NSRkxnWlF4NmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0NEiGgh4bSzWXQFn73w5_OwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0NEiGgh4bSzWXQFn73w5_OwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME5FaUdnaDRiU3pXWFFGbjczdzVfT3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AQMkADAwATM0sSSDXh-4QW-bBG2gSAANbQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/todo/lists/AQMkADAwATM0sSSDXh-4QW-bBG2gSAANbQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wc1NTRFhoLTRRVy1iQkcyZ1NBQU5iUUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0_aSeGVJrQYah1J7HXismcQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0_aSeGVJrQYah1J7HXismcQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMF9hU2VHVkpyUVlhaDFKN0hYaXNtY1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0srQ7LVxkQR2cLT-pEbkbKwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0srQ7LVxkQR2cLT-pEbkbKwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHNyUTdMVnhrUVIyY0xULXBFYmtiS3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0aLyVwTubRtypwixIetNA0QAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0aLyVwTubRtypwixIetNA0QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGFMeVZ3VHViUnR5cHdpeElldE5BMFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU04jkAP7nERGK0pXzxp1oszwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU04jkAP7nERGK0pXzxp1oszwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDRqa0FQN25FUkdLMHBYenhwMW9zendBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0rsp2P77_RryjVX5m10H9iwBGCAAAAAA=', 'calendar', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwcnNwMlA3N19ScnlqVlg1bTEwSDlpd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AQMkADAwATM0MkTF7IveRkarCXzJ31f8qQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/todo/lists/AQMkADAwATM0MkTF7IveRkarCXzJ31f8qQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wTWtURjdJdmVSa2FyQ1h6SjMxZjhxUUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0jz6o_UOuQve01Noe4etCXQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0jz6o_UOuQve01Noe4etCXQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGp6Nm9fVU91UXZlMDFOb2U0ZXRDWFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0j9nuVvxhSm2K0MXSwb64JQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0j9nuVvxhSm2K0MXSwb64JQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGo5bnVWdnhoU20ySzBNWFN3YjY0SlFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0GB18piNFQj-UDx6LQwpiXgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0GB18piNFQj-UDx6LQwpiXgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEdCMThwaU5GUWotVUR4NkxRd3BpWGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0lgDEjuNhQ_WyjOUOo1OuGAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0lgDEjuNhQ_WyjOUOo1OuGAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGxnREVqdU5oUV9XeWpPVU9vMU91R0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU01Kh9Vjk8SZC-Z3C-2m_iVgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU01Kh9Vjk8SZC-Z3C-2m_iVgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDFLaDlWams4U1pDLVozQy0ybV9pVmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0NueXrLpcSBeuEa-f9tLlGwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0NueXrLpcSBeuEa-f9tLlGwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME51ZVhyTHBjU0JldUVhLWY5dExsR3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0nxL8l8HjSACGoQQQJsHphgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0nxL8l8HjSACGoQQQJsHphgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG54TDhsOEhqU0FDR29RUVFKc0hwaGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AQMkADAwATM0lRwBpOlfTWONQLUp4ZIPmwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/AQMkADAwATM0lRwBpOlfTWONQLUp4ZIPmwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wbFJ3QnBPbGZUV09OUUxVcDRaSVBtd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0-VHCZq6pRg6VuTzrP7JyFQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0-VHCZq6pRg6VuTzrP7JyFQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMC1WSENacTZwUmc2VnVUenJQN0p5RlFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0TIcc0aoKTKCId8ZypEUEcgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0TIcc0aoKTKCId8ZypEUEcgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFRJY2MwYW9LVEtDSWQ4WnlwRVVFY2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0D-DwVmzUTwyIXUl3TBKY8wAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0D-DwVmzUTwyIXUl3TBKY8wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEQtRHdWbXpVVHd5SVhVbDNUQktZOHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0YKrveilwTuaCxveE6BYa_wBGCAAAAAA=', 'calendar', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwWUtydmVpbHdUdWFDeHZlRTZCWWFfd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AQMkADAwATM0NnJV2ENgTIGy3_Hgs2rcWwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/todo/lists/AQMkADAwATM0NnJV2ENgTIGy3_Hgs2rcWwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wTm5KVjJFTmdUSUd5M19IZ3MycmNXd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0iCvLu1l8TEOXg2cli2TYwAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0iCvLu1l8TEOXg2cli2TYwAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGlDdkx1MWw4VEVPWGcyY2xpMlRZd0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU09yn5_a34SrqfKyzglyXgYgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU09yn5_a34SrqfKyzglyXgYgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDl5bjVfYTM0U3JxZkt5emdseVhnWWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0kV6RE3JCSyOEJRcZw9fAtwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0kV6RE3JCSyOEJRcZw9fAtwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGtWNlJFM0pDU3lPRUpSY1p3OWZBdHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0bxKTomdWQHKVS4SvYSS5-gAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0bxKTomdWQHKVS4SvYSS5-gAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGJ4S1RvbWRXUUhLVlM0U3ZZU1M1LWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0njlNZdgZSXif7Y6RPU-FpAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0njlNZdgZSXif7Y6RPU-FpAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG5qbE5aZGdaU1hpZjdZNlJQVS1GcEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0J0E_2vlYTq2F8LV1sRom9QAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/todo/lists/AQMkADAwATM0J0E_2vlYTq2F8LV1sRom9QAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wSjBFXzJ2bFlUcTJGOExWMXNSb205UUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU00FIRxn1ORtWgitP_2mLb7wAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU00FIRxn1ORtWgitP_2mLb7wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDBGSVJ4bjFPUnRXZ2l0UF8ybUxiN3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0BySgDs2hR_SKuntSC_KTIgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0BySgDs2hR_SKuntSC_KTIgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEJ5U2dEczJoUl9TS3VudFNDX0tUSWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0GgtGGym7TEW6USAEYahXNgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0GgtGGym7TEW6USAEYahXNgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEdndEdHeW03VEVXNlVTQUVZYWhYTmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0K0Zg6-mYSFGbtma3hf3h_QAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0K0Zg6-mYSFGbtma3hf3h_QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEswWmc2LW1ZU0ZHYnRtYTNoZjNoX1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0OiOcZnkFQmGvE1f9wNZA6wAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0OiOcZnkFQmGvE1f9wNZA6wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME9pT2NabmtGUW1HdkUxZjl3TlpBNndBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0uUUee3jAR_eKzkGOTXqj0AAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0uUUee3jAR_eKzkGOTXqj0AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHVVVWVlM2pBUl9lS3prR09UWHFqMEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU05iCL_mySRgutbW6Vzub6UgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU05iCL_mySRgutbW6Vzub6UgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDVpQ0xfbXlTUmd1dGJXNlZ6dWI2VWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0uol2CKBfQIeAWRd-rCSPrgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0uol2CKBfQIeAWRd-rCSPrgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHVvbDJDS0JmUUllQVdSZC1yQ1NQcmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0-DVkSCrIQqGuI03OOYoEIAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0-DVkSCrIQqGuI03OOYoEIAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMC1EVmtTQ3JJUXFHdUkwM09PWW9FSUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0x23XGnV6RBOJ1s36p77uGQBGCAAAAAA=', 'calendar', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UweDIzWEduVjZSQk9KMXMzNnA3N3VHUUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AQMkADAwATM0t5r10ChBSeq_ATi75ik8RQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/todo/lists/AQMkADAwATM0t5r10ChBSeq_ATi75ik8RQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wdDVyMTBDaEJTZXFfQVRpNzVpazhSUUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AQMkADAwATM0SSzsPTdmRbaep-z7nVB7nAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/todo/lists/AQMkADAwATM0SSzsPTdmRbaep-z7nVB7nAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wU1N6c1BUZG1SYmFlcC16N25WQjduQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0UkA0omP6QFOXWCLrqoWLpAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0UkA0omP6QFOXWCLrqoWLpAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFVrQTBvbVA2UUZPWFdDTHJxb1dMcEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0CC98w4-KSQCXvMaSP2txjwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0CC98w4-KSQCXvMaSP2txjwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMENDOTh3NC1LU1FDWHZNYVNQMnR4andBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0n0aiPWl_Qrq5PdbLV5PXxwAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0n0aiPWl_Qrq5PdbLV5PXxwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG4wYWlQV2xfUXJxNVBkYkxWNVBYeHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0Fq8fbUL7RWeegtvaVjUcmAAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0Fq8fbUL7RWeegtvaVjUcmAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEZxOGZiVUw3UldlZWd0dmFWalVjbUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0DaJHwpuOTjahELAz25WttQAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0DaJHwpuOTjahELAz25WttQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMERhSkh3cHVPVGphaEVMQXoyNVd0dFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0ZmGaKPsNTLGX0r9wmjRmywAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0ZmGaKPsNTLGX0r9wmjRmywAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFptR2FLUHNOVExHWDByOXdtalJteXdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0915WYCenRGi7DNBtW1ZkZgAuAAAAAAA=', 'mail', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0915WYCenRGi7DNBtW1ZkZgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDkxNVdZQ2VuUkdpN0ROQnRXMVprWmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AQMkADAwATM0j6IIgq3_RICanmlU1NxkKQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/todo/lists/AQMkADAwATM0j6IIgq3_RICanmlU1NxkKQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wajZJSWdxM19SSUNhbm1sVTFOeGtLUUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU08ob7I0bnR52O6YXuk3AgbABGCAAAAAA=', 'calendar', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwOG9iN0kwYm5SNTJPNllYdWszQWdiQUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00', 0),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0cNhTUlbMT7uY0Xwywn-owwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/todo/lists/AQMkADAwATM0cNhTUlbMT7uY0Xwywn-owwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wY05oVFVsYk1UN3VZMFh3eXduLW93d0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL, 0);

INSERT INTO sync.link VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACq37Eead0XTQy5oPBUA53IGwAAA=', 'message', 'AAMkAGVjZGU08AQuY_k2SZOoczz2viL99gAuAAAAAAA=', 'linked', '01a22d5e-8a28-706a-9018-e2490672d4e3', 'email', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDB5', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:40.201+00', 'marked', 0, '01a22d5e-8b12-73b8-9ff3-74334488ed55', '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', 116, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACqKrqmB1HuTJS8XsOe7kVPqQAAA=', 'message', 'AAMkAGVjZGU08AQuY_k2SZOoczz2viL99gAuAAAAAAA=', 'linked', '01a22d5e-8a29-74ed-9171-0888f1934404', 'email', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDEw', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:40.201+00', 'marked', 0, '01a22d5e-8b12-73b8-9ff3-7a180964a863', '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', 117, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACqZ7uMtQ6KQGSEFfyl60e4AQAAA=', 'event', 'AAMkAGVjZGU08ob7I0bnR52O6YXuk3AgbABGCAAAAAA=', 'linked', '01a22d5e-8a34-70d1-bab0-aec01fcc8c36', 'appointment', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDE0', true, '2026-12-02 11:00:00+00', NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:40.212+00', 'marked', 0, '01a22d5e-8b12-73b8-9ff3-813cbd1541e3', '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', 119, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0iZk04iBYSfSq2JAdOfIk_AAuAAAAAAA=', 'task', 'AQMkADAwATM0cNhTUlbMT7uY0Xwywn-owwAuAAAAAAA=', 'linked', '01a22d5e-8a34-70d1-bab0-b32630cb295e', 'task', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDE1', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:40.212+00', 'marked', 0, '01a22d5e-8b12-73b8-9ff3-87ab12f43b39', '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:40.212+00', 120, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACq2pUtbci7RJ6qsW_osL_DxgAAA=', 'message', 'AAMkAGVjZGU08AQuY_k2SZOoczz2viL99gAuAAAAAAA=', 'ended', '01a22d5e-8a33-7412-b027-cdc7b4cf5c6b', 'email', NULL, 'unseen', 'CQAAABYAAADMDAwMDAwMDAwMDEy', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR4', '2026-11-30 16:51:41.796+00', 'mark removed', 0, '01a22d5e-8b12-73b8-9ff3-7db6c74edee0', '2026-11-30 16:51:40.212+00', '2026-11-30 16:51:41.797+00', 125, '[{"at": 1796057501664, "rule": "TR4", "seen": "mark missing"}, {"at": 1796057500211, "rule": "TR1", "seen": "marked"}]');

INSERT INTO sync.link_count VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, 0, 4, 1, 4);

INSERT INTO sync.mailbox_schedule VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', '2026-11-30 16:51:41.853+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0jz6o_UOuQve01Noe4etCXQAuAAAAAAA=":"AAMkAGVjZGU0XlC6IlT4T0SKF5V2Dq6sSQAuAAAAAAA=","AAMkAGVjZGU0bHNgzI-5Rkej3BrWpGqMFgAuAAAAAAA=":"AAMkAGVjZGU0XlC6IlT4T0SKF5V2Dq6sSQAuAAAAAAA=","AAMkAGVjZGU0j9nuVvxhSm2K0MXSwb64JQAuAAAAAAA=":"AAMkAGVjZGU0XlC6IlT4T0SKF5V2Dq6sSQAuAAAAAAA=","AAMkAGVjZGU0GB18piNFQj-UDx6LQwpiXgAuAAAAAAA=":"AAMkAGVjZGU0XlC6IlT4T0SKF5V2Dq6sSQAuAAAAAAA=","AAMkAGVjZGU0lgDEjuNhQ_WyjOUOo1OuGAAuAAAAAAA=":"AAMkAGVjZGU0XlC6IlT4T0SKF5V2Dq6sSQAuAAAAAAA=","AAMkAGVjZGU0Sx24monZSsOx6KCvmI3flgAuAAAAAAA=":"AAMkAGVjZGU0XlC6IlT4T0SKF5V2Dq6sSQAuAAAAAAA=","AAMkAGVjZGU0Db3wDizNTZWm2XC5SA7smAAuAAAAAAA=":"AAMkAGVjZGU0XlC6IlT4T0SKF5V2Dq6sSQAuAAAAAAA=","AAMkAGVjZGU01Kh9Vjk8SZC-Z3C-2m_iVgAuAAAAAAA=":"AAMkAGVjZGU0Db3wDizNTZWm2XC5SA7smAAuAAAAAAA=","AAMkAGVjZGU00uJc9pWnRsuqO1ZPdiytDQAuAAAAAAA=":"AAMkAGVjZGU01Kh9Vjk8SZC-Z3C-2m_iVgAuAAAAAAA=","AAMkAGVjZGU0NueXrLpcSBeuEa-f9tLlGwAuAAAAAAA=":"AAMkAGVjZGU01Kh9Vjk8SZC-Z3C-2m_iVgAuAAAAAAA=","AAMkAGVjZGU0_pP_fRoNT1iFdfTGug4cHQAuAAAAAAA=":"AAMkAGVjZGU0Db3wDizNTZWm2XC5SA7smAAuAAAAAAA=","AAMkAGVjZGU0nxL8l8HjSACGoQQQJsHphgAuAAAAAAA=":"AAMkAGVjZGU0Db3wDizNTZWm2XC5SA7smAAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0Db3wDizNTZWm2XC5SA7smAAuAAAAAAA=","sentitems":"AAMkAGVjZGU0bHNgzI-5Rkej3BrWpGqMFgAuAAAAAAA=","drafts":"AAMkAGVjZGU0jz6o_UOuQve01Noe4etCXQAuAAAAAAA=","outbox":"AAMkAGVjZGU0GB18piNFQj-UDx6LQwpiXgAuAAAAAAA=","junkemail":"AAMkAGVjZGU0lgDEjuNhQ_WyjOUOo1OuGAAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0j9nuVvxhSm2K0MXSwb64JQAuAAAAAAA="},"askedAt":1796057497575},"calendars":{"primary":"AAMkAGVjZGU0qzO2tE39QeGR-7bM7Rp2UgBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM01uRsaGhDQwK-DiiUQEvkxAAuAAAAAAA=":false,"AQMkADAwATM0lRwBpOlfTWONQLUp4ZIPmwAuAAAAAAA=":true},"delta":"http://127.0.0.1:38959/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:38.227+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', '2026-11-30 16:51:42.305+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0UkA0omP6QFOXWCLrqoWLpAAuAAAAAAA=":"AAMkAGVjZGU0kzueutLjT-W9m5KZdPyKfAAuAAAAAAA=","AAMkAGVjZGU0AZTjYuQJRGaiwI7na2C7vAAuAAAAAAA=":"AAMkAGVjZGU0kzueutLjT-W9m5KZdPyKfAAuAAAAAAA=","AAMkAGVjZGU0CC98w4-KSQCXvMaSP2txjwAuAAAAAAA=":"AAMkAGVjZGU0kzueutLjT-W9m5KZdPyKfAAuAAAAAAA=","AAMkAGVjZGU0n0aiPWl_Qrq5PdbLV5PXxwAuAAAAAAA=":"AAMkAGVjZGU0kzueutLjT-W9m5KZdPyKfAAuAAAAAAA=","AAMkAGVjZGU0vZrH8FP3Qk6WeS0tBoSrhQAuAAAAAAA=":"AAMkAGVjZGU0kzueutLjT-W9m5KZdPyKfAAuAAAAAAA=","AAMkAGVjZGU0Fq8fbUL7RWeegtvaVjUcmAAuAAAAAAA=":"AAMkAGVjZGU0kzueutLjT-W9m5KZdPyKfAAuAAAAAAA=","AAMkAGVjZGU0pf1wD26NQ1O4WcxcE_livwAuAAAAAAA=":"AAMkAGVjZGU0kzueutLjT-W9m5KZdPyKfAAuAAAAAAA=","AAMkAGVjZGU0psa1Ox2pSSWTwNh4iL9YLAAuAAAAAAA=":"AAMkAGVjZGU0pf1wD26NQ1O4WcxcE_livwAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/support@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQzLCJzdWIiOjAsInNpbmNlIjo0Mywic3RhcnRlZCI6NDMsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0pf1wD26NQ1O4WcxcE_livwAuAAAAAAA=","sentitems":"AAMkAGVjZGU0AZTjYuQJRGaiwI7na2C7vAAuAAAAAAA=","drafts":"AAMkAGVjZGU0UkA0omP6QFOXWCLrqoWLpAAuAAAAAAA=","outbox":"AAMkAGVjZGU0n0aiPWl_Qrq5PdbLV5PXxwAuAAAAAAA=","junkemail":"AAMkAGVjZGU0vZrH8FP3Qk6WeS0tBoSrhQAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0CC98w4-KSQCXvMaSP2txjwAuAAAAAAA="},"askedAt":1796057497585},"calendars":null,"taskLists":null}', NULL, NULL, '2026-11-30 16:51:38.507+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', '2026-11-30 16:51:41.688+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU03MuirxJWQxqTiWXaBzg5kgAuAAAAAAA=":"AAMkAGVjZGU0gHmu_VKuToyZZZeW3VpI7QAuAAAAAAA=","AAMkAGVjZGU0m7w4wkGGTsCrF08ufdaA4AAuAAAAAAA=":"AAMkAGVjZGU0gHmu_VKuToyZZZeW3VpI7QAuAAAAAAA=","AAMkAGVjZGU0NRvUemF_RFOlhPDKBKMBGwAuAAAAAAA=":"AAMkAGVjZGU0gHmu_VKuToyZZZeW3VpI7QAuAAAAAAA=","AAMkAGVjZGU0m8Lo98ahSvmCvMKfTLPweAAuAAAAAAA=":"AAMkAGVjZGU0gHmu_VKuToyZZZeW3VpI7QAuAAAAAAA=","AAMkAGVjZGU03Aee1S_9SJK-P2CnU7guoAAuAAAAAAA=":"AAMkAGVjZGU0gHmu_VKuToyZZZeW3VpI7QAuAAAAAAA=","AAMkAGVjZGU0T3oLD141Rhezmr4vEddQmwAuAAAAAAA=":"AAMkAGVjZGU0gHmu_VKuToyZZZeW3VpI7QAuAAAAAAA=","AAMkAGVjZGU0xUAl-Bo2T9-b5A0vrM5ukwAuAAAAAAA=":"AAMkAGVjZGU0gHmu_VKuToyZZZeW3VpI7QAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU03MuirxJWQxqTiWXaBzg5kgAuAAAAAAA=","sentitems":"AAMkAGVjZGU0NRvUemF_RFOlhPDKBKMBGwAuAAAAAAA=","drafts":"AAMkAGVjZGU0m7w4wkGGTsCrF08ufdaA4AAuAAAAAAA=","outbox":"AAMkAGVjZGU03Aee1S_9SJK-P2CnU7guoAAuAAAAAAA=","junkemail":"AAMkAGVjZGU0T3oLD141Rhezmr4vEddQmwAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0m8Lo98ahSvmCvMKfTLPweAAuAAAAAAA="},"askedAt":1796057497047},"calendars":{"primary":"AAMkAGVjZGU0j197vh-bQ_2yXYTNhuPB8gBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM09ic9LMMWQZmrBqGbdfcm1QAuAAAAAAA=":false,"AQMkADAwATM0eYkHU4mDRzW4ZVJs_SZmMAAuAAAAAAA=":true,"AQMkADAwATM0bP3o7WcxQLGLMpjQl1JbUgAuAAAAAAA=":false},"delta":"http://127.0.0.1:38959/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:38.089+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', '2026-11-30 16:51:42.385+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU00FIRxn1ORtWgitP_2mLb7wAuAAAAAAA=":"AAMkAGVjZGU0uBcV68BmRCKH57nCXieMKQAuAAAAAAA=","AAMkAGVjZGU0BySgDs2hR_SKuntSC_KTIgAuAAAAAAA=":"AAMkAGVjZGU0uBcV68BmRCKH57nCXieMKQAuAAAAAAA=","AAMkAGVjZGU0GgtGGym7TEW6USAEYahXNgAuAAAAAAA=":"AAMkAGVjZGU0uBcV68BmRCKH57nCXieMKQAuAAAAAAA=","AAMkAGVjZGU0uol2CKBfQIeAWRd-rCSPrgAuAAAAAAA=":"AAMkAGVjZGU0uBcV68BmRCKH57nCXieMKQAuAAAAAAA=","AAMkAGVjZGU0K0Zg6-mYSFGbtma3hf3h_QAuAAAAAAA=":"AAMkAGVjZGU0uBcV68BmRCKH57nCXieMKQAuAAAAAAA=","AAMkAGVjZGU0-DVkSCrIQqGuI03OOYoEIAAuAAAAAAA=":"AAMkAGVjZGU0uBcV68BmRCKH57nCXieMKQAuAAAAAAA=","AAMkAGVjZGU0OiOcZnkFQmGvE1f9wNZA6wAuAAAAAAA=":"AAMkAGVjZGU0uBcV68BmRCKH57nCXieMKQAuAAAAAAA=","AAMkAGVjZGU0uUUee3jAR_eKzkGOTXqj0AAuAAAAAAA=":"AAMkAGVjZGU0OiOcZnkFQmGvE1f9wNZA6wAuAAAAAAA=","AAMkAGVjZGU05iCL_mySRgutbW6Vzub6UgAuAAAAAAA=":"AAMkAGVjZGU0OiOcZnkFQmGvE1f9wNZA6wAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0OiOcZnkFQmGvE1f9wNZA6wAuAAAAAAA=","sentitems":"AAMkAGVjZGU0BySgDs2hR_SKuntSC_KTIgAuAAAAAAA=","drafts":"AAMkAGVjZGU00FIRxn1ORtWgitP_2mLb7wAuAAAAAAA=","outbox":"AAMkAGVjZGU0uol2CKBfQIeAWRd-rCSPrgAuAAAAAAA=","junkemail":"AAMkAGVjZGU0K0Zg6-mYSFGbtma3hf3h_QAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0GgtGGym7TEW6USAEYahXNgAuAAAAAAA="},"askedAt":1796057497594},"calendars":{"primary":"AAMkAGVjZGU0x23XGnV6RBOJ1s36p77uGQBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0t5r10ChBSeq_ATi75ik8RQAuAAAAAAA=":false,"AQMkADAwATM0SSzsPTdmRbaep-z7nVB7nAAuAAAAAAA=":true},"delta":"http://127.0.0.1:38959/v1.0/users/ruth.calder@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:38.419+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', '2026-11-30 16:51:41.766+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0xoVOGA9_SGWmBqZXcLkbhQAuAAAAAAA=":"AAMkAGVjZGU0zguYyo7RS5WBnVYmXxzfGQAuAAAAAAA=","AAMkAGVjZGU01B9J5Pf-S22GX_lB_VLxSQAuAAAAAAA=":"AAMkAGVjZGU0zguYyo7RS5WBnVYmXxzfGQAuAAAAAAA=","AAMkAGVjZGU03eL-Vv8eQyirvRaqQ5EGcAAuAAAAAAA=":"AAMkAGVjZGU0zguYyo7RS5WBnVYmXxzfGQAuAAAAAAA=","AAMkAGVjZGU03tMDG5MPSoOJjIF7OQ02AAAuAAAAAAA=":"AAMkAGVjZGU0zguYyo7RS5WBnVYmXxzfGQAuAAAAAAA=","AAMkAGVjZGU0jPCpbUWETIaBFFys3J6pVwAuAAAAAAA=":"AAMkAGVjZGU0zguYyo7RS5WBnVYmXxzfGQAuAAAAAAA=","AAMkAGVjZGU0WG6r_WfOTuKpk0_1IKv32wAuAAAAAAA=":"AAMkAGVjZGU0zguYyo7RS5WBnVYmXxzfGQAuAAAAAAA=","AAMkAGVjZGU0zlnEeFdXRrWozyjtKfZIXwAuAAAAAAA=":"AAMkAGVjZGU0zguYyo7RS5WBnVYmXxzfGQAuAAAAAAA=","AAMkAGVjZGU0ljrvszioTEOaV9y4kDKYLgAuAAAAAAA=":"AAMkAGVjZGU0zlnEeFdXRrWozyjtKfZIXwAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0zlnEeFdXRrWozyjtKfZIXwAuAAAAAAA=","sentitems":"AAMkAGVjZGU01B9J5Pf-S22GX_lB_VLxSQAuAAAAAAA=","drafts":"AAMkAGVjZGU0xoVOGA9_SGWmBqZXcLkbhQAuAAAAAAA=","outbox":"AAMkAGVjZGU03tMDG5MPSoOJjIF7OQ02AAAuAAAAAAA=","junkemail":"AAMkAGVjZGU0jPCpbUWETIaBFFys3J6pVwAuAAAAAAA=","deleteditems":"AAMkAGVjZGU03eL-Vv8eQyirvRaqQ5EGcAAuAAAAAAA="},"askedAt":1796057497036},"calendars":{"primary":"AAMkAGVjZGU0QB7GyaNDQne3lkrMIC2aVQBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0JdpUP9GNQS2zR4Suhn83NAAuAAAAAAA=":false,"AQMkADAwATM0rUWFaTpGQ6mVI1TU4YZeSAAuAAAAAAA=":true,"AQMkADAwATM0W-nf6VH2QFu2HovED_ESuQAuAAAAAAA=":false},"delta":"http://127.0.0.1:38959/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:37.931+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', '2026-11-30 16:51:41.968+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU05Gk03rYNRTqTPIOE6oTW1QAuAAAAAAA=":"AAMkAGVjZGU0xH8uEbNtS9yD_51BcxyvxwAuAAAAAAA=","AAMkAGVjZGU0Ne3Okp--RfKOBkAyxddpqgAuAAAAAAA=":"AAMkAGVjZGU0xH8uEbNtS9yD_51BcxyvxwAuAAAAAAA=","AAMkAGVjZGU0o-bJV-OrSzCCsRFLgZQx6gAuAAAAAAA=":"AAMkAGVjZGU0xH8uEbNtS9yD_51BcxyvxwAuAAAAAAA=","AAMkAGVjZGU0-VHCZq6pRg6VuTzrP7JyFQAuAAAAAAA=":"AAMkAGVjZGU0xH8uEbNtS9yD_51BcxyvxwAuAAAAAAA=","AAMkAGVjZGU0TIcc0aoKTKCId8ZypEUEcgAuAAAAAAA=":"AAMkAGVjZGU0xH8uEbNtS9yD_51BcxyvxwAuAAAAAAA=","AAMkAGVjZGU0NEiGgh4bSzWXQFn73w5_OwAuAAAAAAA=":"AAMkAGVjZGU0xH8uEbNtS9yD_51BcxyvxwAuAAAAAAA=","AAMkAGVjZGU0D-DwVmzUTwyIXUl3TBKY8wAuAAAAAAA=":"AAMkAGVjZGU0xH8uEbNtS9yD_51BcxyvxwAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU05Gk03rYNRTqTPIOE6oTW1QAuAAAAAAA=","sentitems":"AAMkAGVjZGU0o-bJV-OrSzCCsRFLgZQx6gAuAAAAAAA=","drafts":"AAMkAGVjZGU0Ne3Okp--RfKOBkAyxddpqgAuAAAAAAA=","outbox":"AAMkAGVjZGU0TIcc0aoKTKCId8ZypEUEcgAuAAAAAAA=","junkemail":"AAMkAGVjZGU0NEiGgh4bSzWXQFn73w5_OwAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0-VHCZq6pRg6VuTzrP7JyFQAuAAAAAAA="},"askedAt":1796057497591},"calendars":{"primary":"AAMkAGVjZGU0YKrveilwTuaCxveE6BYa_wBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0sSSDXh-4QW-bBG2gSAANbQAuAAAAAAA=":false,"AQMkADAwATM0NnJV2ENgTIGy3_Hgs2rcWwAuAAAAAAA=":true},"delta":"http://127.0.0.1:38959/v1.0/users/dale.okafor@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:38.268+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', '2026-11-30 16:51:42.233+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0_aSeGVJrQYah1J7HXismcQAuAAAAAAA=":"AAMkAGVjZGU0CGUYhrmvR0G4Hl0mHDyNiQAuAAAAAAA=","AAMkAGVjZGU0DaJHwpuOTjahELAz25WttQAuAAAAAAA=":"AAMkAGVjZGU0CGUYhrmvR0G4Hl0mHDyNiQAuAAAAAAA=","AAMkAGVjZGU0srQ7LVxkQR2cLT-pEbkbKwAuAAAAAAA=":"AAMkAGVjZGU0CGUYhrmvR0G4Hl0mHDyNiQAuAAAAAAA=","AAMkAGVjZGU0aLyVwTubRtypwixIetNA0QAuAAAAAAA=":"AAMkAGVjZGU0CGUYhrmvR0G4Hl0mHDyNiQAuAAAAAAA=","AAMkAGVjZGU0ZmGaKPsNTLGX0r9wmjRmywAuAAAAAAA=":"AAMkAGVjZGU0CGUYhrmvR0G4Hl0mHDyNiQAuAAAAAAA=","AAMkAGVjZGU0915WYCenRGi7DNBtW1ZkZgAuAAAAAAA=":"AAMkAGVjZGU0CGUYhrmvR0G4Hl0mHDyNiQAuAAAAAAA=","AAMkAGVjZGU04jkAP7nERGK0pXzxp1oszwAuAAAAAAA=":"AAMkAGVjZGU0CGUYhrmvR0G4Hl0mHDyNiQAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU0_aSeGVJrQYah1J7HXismcQAuAAAAAAA=","sentitems":"AAMkAGVjZGU0srQ7LVxkQR2cLT-pEbkbKwAuAAAAAAA=","drafts":"AAMkAGVjZGU0DaJHwpuOTjahELAz25WttQAuAAAAAAA=","outbox":"AAMkAGVjZGU0ZmGaKPsNTLGX0r9wmjRmywAuAAAAAAA=","junkemail":"AAMkAGVjZGU0915WYCenRGi7DNBtW1ZkZgAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0aLyVwTubRtypwixIetNA0QAuAAAAAAA="},"askedAt":1796057497593},"calendars":{"primary":"AAMkAGVjZGU0rsp2P77_RryjVX5m10H9iwBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0MkTF7IveRkarCXzJ31f8qQAuAAAAAAA=":false,"AQMkADAwATM0j6IIgq3_RICanmlU1NxkKQAuAAAAAAA=":true},"delta":"http://127.0.0.1:38959/v1.0/users/maelle.quint@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:38.523+00', false),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', '2026-11-30 16:51:43.202+00', NULL, NULL, 600000, 3, false, 0, NULL, 1, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU08AQuY_k2SZOoczz2viL99gAuAAAAAAA=":"AAMkAGVjZGU04iiA5psgQ2uQkneorE4lngAuAAAAAAA=","AAMkAGVjZGU0iCvLu1l8TEOXg2cli2TYwAAuAAAAAAA=":"AAMkAGVjZGU04iiA5psgQ2uQkneorE4lngAuAAAAAAA=","AAMkAGVjZGU0uJp9nYmlQmaUWp23Q0i5HAAuAAAAAAA=":"AAMkAGVjZGU04iiA5psgQ2uQkneorE4lngAuAAAAAAA=","AAMkAGVjZGU09yn5_a34SrqfKyzglyXgYgAuAAAAAAA=":"AAMkAGVjZGU04iiA5psgQ2uQkneorE4lngAuAAAAAAA=","AAMkAGVjZGU0kV6RE3JCSyOEJRcZw9fAtwAuAAAAAAA=":"AAMkAGVjZGU04iiA5psgQ2uQkneorE4lngAuAAAAAAA=","AAMkAGVjZGU0bxKTomdWQHKVS4SvYSS5-gAuAAAAAAA=":"AAMkAGVjZGU04iiA5psgQ2uQkneorE4lngAuAAAAAAA=","AAMkAGVjZGU0njlNZdgZSXif7Y6RPU-FpAAuAAAAAAA=":"AAMkAGVjZGU04iiA5psgQ2uQkneorE4lngAuAAAAAAA="},"delta":"http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0","wellKnown":{"inbox":"AAMkAGVjZGU08AQuY_k2SZOoczz2viL99gAuAAAAAAA=","sentitems":"AAMkAGVjZGU0uJp9nYmlQmaUWp23Q0i5HAAuAAAAAAA=","drafts":"AAMkAGVjZGU0iCvLu1l8TEOXg2cli2TYwAAuAAAAAAA=","outbox":"AAMkAGVjZGU0kV6RE3JCSyOEJRcZw9fAtwAuAAAAAAA=","junkemail":"AAMkAGVjZGU0bxKTomdWQHKVS4SvYSS5-gAuAAAAAAA=","deleteditems":"AAMkAGVjZGU09yn5_a34SrqfKyzglyXgYgAuAAAAAAA="},"askedAt":1796057497567},"calendars":{"primary":"AAMkAGVjZGU08ob7I0bnR52O6YXuk3AgbABGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0cNhTUlbMT7uY0Xwywn-owwAuAAAAAAA=":false,"AQMkADAwATM0J0E_2vlYTq2F8LV1sRom9QAuAAAAAAA=":true},"delta":"http://127.0.0.1:38959/v1.0/users/isla.renwick@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:40.472+00', false);

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
	(20, '0020_failing_folders.sql', '283c9dc3733277bf0d5c862613474761f7c291a322a6f9ab0f02a795895e83bb');

INSERT INTO sync.monitoring_hour VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2026-11-30 16:00:00+00', 5, 1, 0, 0, 0, 0, 8, 0, '{0,0,5,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}');

INSERT INTO sync.secret VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'profile/98bc7bfc-ea92-804b-8374-15ce06c4e954', 'v1.790M_KzHj7dpm0BhKGHDS_vGIQN__OkZPIMnRXgi0jc1YgU');

INSERT INTO sync.signin_code VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '8d9e8423daf9c327cf6331681f9b3a57256b2d8772524b02e0830166adc0f6e1', NULL, '2026-11-30 17:51:36.118+00');

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
