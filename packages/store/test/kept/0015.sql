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
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL
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
    usestrackingtokens boolean DEFAULT true NOT NULL
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
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL
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
    changexid xid8 DEFAULT pg_current_xact_id() NOT NULL
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
    businessunitid uuid
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
    CONSTRAINT folder_cursor_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'calendar'::text, 'taskList'::text])))
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
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'Haverleigh Trout Farm', NULL, NULL, NULL, NULL, NULL, 'office@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 40, '749'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '98bc56d0-1a91-8f6d-83e5-240103e76467', 'Brauerei Steinloh', NULL, NULL, NULL, NULL, NULL, 'info@steinloh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 41, '749'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '8480601b-4fc9-8993-a832-1b73dfdcda70', 'Pinebrook Water Co-op', NULL, NULL, NULL, NULL, NULL, 'hello@pinebrook.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 42, '749'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '477aa713-9ad7-8118-9877-7859c525e018', 'Casa Olivera Aquaponics', NULL, NULL, NULL, NULL, NULL, 'contacto@olivera.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 43, '749'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '410c64b7-aae2-8ebc-a834-21be872673cc', 'Northstrand Research Institute', NULL, NULL, NULL, NULL, NULL, 'purchasing@northstrand.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 44, '749'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-1907-7099-8a7d-093a3675f573', 'Kept Ltd', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 0, 1, '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'systemuser', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', NULL, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', '2026-11-30 16:51:11.239+00', '2026-11-30 16:51:11.239+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 62, '757');

INSERT INTO crm.activityparty VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '42b2590e-fd66-4a59-a844-06bdb683eb9c', '94ee8259-0c50-4d84-b39b-faf5418c97ef', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 104),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c963b600-6677-46aa-b230-6686a44cddf6', '94ee8259-0c50-4d84-b39b-faf5418c97ef', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 105),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'fca0a89c-441b-4382-9d51-7e115cdfeb4f', '94ee8259-0c50-4d84-b39b-faf5418c97ef', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 106),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'b3670d45-c247-4770-865a-34b8007e15cf', '5582eb2f-2f5a-4f79-ae0a-3eabee58f636', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 107),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'bbd9cbf5-ffd8-4909-9af3-8722db23c05a', '5582eb2f-2f5a-4f79-ae0a-3eabee58f636', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 108),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3dd33a2a-5d55-450e-b85f-87f1ba38c80d', '5582eb2f-2f5a-4f79-ae0a-3eabee58f636', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 109),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5c47a6c9-26bb-4632-b12c-039f910b29c2', 'a761eb85-73c6-4521-b0ba-8eb4d90308a1', NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, false, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 110),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '1d98ce48-70f0-40c1-89f9-ef476678e43a', 'a761eb85-73c6-4521-b0ba-8eb4d90308a1', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, false, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 111),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '4b4831c2-18b4-4420-8aa3-29c5715c38a8', 'a761eb85-73c6-4521-b0ba-8eb4d90308a1', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 112),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '87b98a06-acec-4b95-a9cf-3c1f90dd2399', '6b414f04-9f3a-4165-81a7-81296da171bc', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', 'isla.renwick@tarnalder.example', NULL, NULL, false, 7, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 113),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'be87811c-6060-4cf7-bd49-688f78c5b605', '6b414f04-9f3a-4165-81a7-81296da171bc', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 114),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd674b7c0-a022-4d4b-90d9-73eeda94960a', '9a3de888-28c0-44de-a222-1b7f7b759d34', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', 'Isla Renwick', NULL, NULL, NULL, false, 9, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 115);

INSERT INTO crm.appointment VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '6b414f04-9f3a-4165-81a7-81296da171bc', 'appointment', 'Kept meeting', '', NULL, NULL, '2026-12-02 10:00:00+00', '2026-12-02 11:00:00+00', 60, NULL, NULL, NULL, 1, NULL, '2026-12-02 10:00:00+00', 'AAkALgAAAAAAHYQDEapmEc2byACq6SD0AmrkQ6S5W0IwVlvGvQAAA=', 'https://outlook.office365.com/owa/?itemid=AAMkAGVjZGU06SD0AmrkQ6S5W0IwVlvGvQBGAAAAAAA%3D&exvsurl=1&path=/calendar/item', 0, NULL, false, '040000008200E00074C5B7101A82E0080000000065393230663430322D366165342D343361342D623935622D343233303536356263366264', NULL, false, NULL, false, NULL, NULL, 0, 0, 3, 5, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 102, 'event:040000008200E00074C5B7101A82E0080000000065393230663430322D366165342D343361342D623935622D343233303536356263366264', '786');

INSERT INTO crm.contact VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'e9ba83ff-94d3-8ac4-af0e-81002b968726', 'Owen Pryce', 'Owen', 'Pryce', NULL, NULL, NULL, NULL, 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'account', 'owen@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 45, '750'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd7a2c837-b949-8a05-bbf9-cd06a811a411', 'Bethan Rees', 'Bethan', 'Rees', NULL, NULL, NULL, NULL, 'bf41a284-4d3f-892e-b59c-5e67b2174a5e', 'account', 'bethan@haverleigh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 46, '750'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd8bbcd93-9698-825f-a2be-7e000f762455', 'Anneliese Kofler', 'Anneliese', 'Kofler', NULL, NULL, NULL, NULL, '98bc56d0-1a91-8f6d-83e5-240103e76467', 'account', 'a.kofler@steinloh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 47, '750'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'b09f5ac3-394a-8874-b929-6b4463423f9f', 'Marcus Teague', 'Marcus', 'Teague', NULL, NULL, NULL, NULL, '8480601b-4fc9-8993-a832-1b73dfdcda70', 'account', 'mteague@pinebrook.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 48, '750'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '770f1121-cd15-8842-a3de-5ee4c5dc472b', 'Lucía Ferrán', 'Lucía', 'Ferrán', NULL, NULL, NULL, NULL, '477aa713-9ad7-8118-9877-7859c525e018', 'account', 'lucia@olivera.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 49, '750'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '53df9b37-a025-8af5-b14e-ef284c19160c', 'Greta Lindqvist', 'Greta', 'Lindqvist', NULL, NULL, NULL, NULL, '410c64b7-aae2-8ebc-a834-21be872673cc', 'account', 'greta.lindqvist@northstrand.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 50, '750'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '4e094296-a835-85bb-ba06-d18a562ef95d', 'Hideo Tanabe', 'Hideo', 'Tanabe', NULL, NULL, NULL, NULL, NULL, NULL, 'tanabe@kitaura-lab.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 51, '750'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-1983-77fa-8e1e-07f6188f5770', 'Kay Kept', 'Kay', 'Kept', NULL, NULL, NULL, NULL, NULL, NULL, 'kay@kept.example', NULL, NULL, false, 0, 1, '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'systemuser', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', NULL, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', '2026-11-30 16:51:11.363+00', '2026-11-30 16:51:11.363+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 73, '760');

INSERT INTO crm.email VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '94ee8259-0c50-4d84-b39b-faf5418c97ef', 'email', 'Kept one', 'Body of Kept one', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:11+00', NULL, 1, '2026-11-30 16:51:11+00', '2026-11-30 16:51:11+00', 'AAkALgAAAAAAHYQDEapmEc2byACq_Tj6Xo-SScuUFB3YsZaRDQAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU0_Tj6Xo-SScuUFB3YsZaRDQBGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<74dc8160-2e6e-44e2-9f96-8fc4493e35f4@sandbox.trackmark.example>', NULL, NULL, 'AQBdgOsAC+svhKX49GBTYzio1hLlKQ==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 99, 'email:in:<74dc8160-2e6e-44e2-9f96-8fc4493e35f4@sandbox.trackmark.example>', '786'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5582eb2f-2f5a-4f79-ae0a-3eabee58f636', 'email', 'Kept two', 'Body of Kept two', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:12+00', NULL, 1, '2026-11-30 16:51:12+00', '2026-11-30 16:51:12+00', 'AAkALgAAAAAAHYQDEapmEc2byACq_PfwXqasRaigTrY3KXkHuAAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU0_PfwXqasRaigTrY3KXkHuABGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<7638e9d1-62dc-49e8-b2bf-a3463831eea3@sandbox.trackmark.example>', NULL, NULL, 'AQBdgOsB0t0xGgp3oajaGOVuYexVpg==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 100, 'email:in:<7638e9d1-62dc-49e8-b2bf-a3463831eea3@sandbox.trackmark.example>', '786'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a761eb85-73c6-4521-b0ba-8eb4d90308a1', 'email', 'Kept and untracked', 'Body of Kept and untracked', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:12+00', NULL, 1, '2026-11-30 16:51:12+00', '2026-11-30 16:51:12+00', 'AAkALgAAAAAAHYQDEapmEc2byACqmFGjreFVSay328aRdPI1JAAAA=', 'https://outlook.office365.com/owa/?ItemID=AAMkAGVjZGU0mFGjreFVSay328aRdPI1JABGAAAAAAA%3D&exvsurl=1&viewmodel=ReadMessageItem', 0, false, '<b035f554-7eaf-4251-a5b0-5606c31671ef@sandbox.trackmark.example>', NULL, NULL, 'AQBdgOsB/XXC/gfLdgiP0QuViEwsjg==', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cora@customer.example', NULL, NULL, NULL, 'person1@contoso.example', NULL, NULL, NULL, NULL, NULL, false, 'text/plain', 0, 0, 1, false, false, 0, NULL, NULL, 1, 4, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 101, 'email:in:<b035f554-7eaf-4251-a5b0-5606c31671ef@sandbox.trackmark.example>', '786');

INSERT INTO crm.emailserverprofile VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '98bc7bfc-ea92-804b-8374-15ce06c4e954', 'Sandbox Exchange', NULL, 3, 5, true, NULL, NULL, NULL, NULL, NULL, true, true, true, true, true, 1, 1, 0, 0, NULL, NULL, 0, 10, false, false, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1, NULL, NULL, NULL, NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 8, 'sandbox', '{"clientId": "sandbox", "graphUrl": "http://127.0.0.1:40911/v1.0", "tenantId": "5a4d0000-7a11-4000-8000-000000000000", "credential": "secret", "authorityUrl": "http://127.0.0.1:40911"}');

INSERT INTO crm.lead VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '010cf042-4fae-8c0f-922e-97d7b771a89a', 'Samuel Adeyemi', 'Samuel', 'Adeyemi', 'Lagoon Fresh', NULL, NULL, NULL, NULL, 'samuel.adeyemi@lagoonfresh.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 52, '751'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a5aaa207-21d4-8e7d-8194-27660db5ee5c', 'Bridget Fallon', 'Bridget', 'Fallon', 'Fallon Brewing', NULL, NULL, NULL, NULL, 'bfallon@fallonbrewing.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 53, '751'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3c0df7d1-0029-895d-a571-c71b2663bb2b', 'Yusuf Demirel', 'Yusuf', 'Demirel', 'Aqualev', NULL, NULL, NULL, NULL, 'y.demirel@aqualev.example', NULL, NULL, false, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 54, '751');

INSERT INTO crm.mailbox VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'Ruth Calder', 'ruth.calder@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:15.998+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:13.96+00', '2026-11-30 16:51:14.079+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 119, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '5a4d0000-7a11-4000-8000-000000000007', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 30),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'Tomasz Wilk', 'tomasz.wilk@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:16.005+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:13.959+00', '2026-11-30 16:51:14.039+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 80, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '5a4d0000-7a11-4000-8000-000000000002', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 25),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'Maëlle Quint', 'maelle.quint@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:16.073+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:13.96+00', '2026-11-30 16:51:14.104+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 144, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '5a4d0000-7a11-4000-8000-000000000005', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 28),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'Dale Okafor', 'dale.okafor@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:16.022+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:13.96+00', '2026-11-30 16:51:14.128+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 168, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '5a4d0000-7a11-4000-8000-000000000006', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 29),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'Jonas Feichtner', 'jonas.feichtner@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:16.103+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:13.96+00', '2026-11-30 16:51:14.166+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 206, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '5a4d0000-7a11-4000-8000-000000000004', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 27),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'Priya Nambiar', 'priya.nambiar@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:16.021+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:13.96+00', '2026-11-30 16:51:14.213+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 253, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '5a4d0000-7a11-4000-8000-000000000003', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 26),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'Tarn & Alder Support', 'support@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000020', 'queue', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:16.218+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:13.96+00', '2026-11-30 16:51:14.237+00', NULL, NULL, 0, NULL, NULL, 0, 0, 2, 0, 2, 0, NULL, 277, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 31),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'Isla Renwick', 'isla.renwick@tarnalder.example', '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '98bc7bfc-ea92-804b-8374-15ce06c4e954', false, false, 2, 2, 1, true, true, true, 0, 0, 0, 0, 1, false, NULL, NULL, false, 0, NULL, NULL, NULL, NULL, '2026-11-30 16:51:16.987+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, '2026-11-30 16:51:15.456+00', '2026-11-30 16:51:15.568+00', NULL, NULL, 0, NULL, NULL, 0, 0, 1, 0, 3, 0, NULL, 112, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false, NULL, false, false, NULL, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 24);

INSERT INTO crm.mailboxstatistics VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3809de6d-897a-45d6-b4d3-504d50099aab', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 0, NULL, '2026-11-30 16:51:10.749+00', '2026-11-30 16:51:12.059+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.059+00', '2026-11-30 16:51:12.059+00', NULL, NULL, 91),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a090599e-e4fc-4982-89cd-dcb1e31e9e25', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, NULL, '2026-11-30 16:51:10.75+00', '2026-11-30 16:51:12.075+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.075+00', '2026-11-30 16:51:12.075+00', NULL, NULL, 92),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '11a95f3a-2e9d-472d-a3ab-e8539656118d', '3a48793a-35c1-86b4-a190-3aef042357eb', 0, NULL, '2026-11-30 16:51:10.75+00', '2026-11-30 16:51:12.205+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.205+00', '2026-11-30 16:51:12.205+00', NULL, NULL, 93),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '68c52f2d-f25b-4a54-a815-14ef0d74debd', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 0, NULL, '2026-11-30 16:51:10.75+00', '2026-11-30 16:51:12.355+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.355+00', '2026-11-30 16:51:12.355+00', NULL, NULL, 94),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '83081c3e-445c-4825-bb39-d2b952d00982', '15c2f5c3-3474-88b2-b414-131bef51396c', 0, NULL, '2026-11-30 16:51:10.75+00', '2026-11-30 16:51:12.343+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.343+00', '2026-11-30 16:51:12.343+00', NULL, NULL, 95),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd790ef05-9225-46b5-b664-5fe9fd06a558', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 0, NULL, '2026-11-30 16:51:10.75+00', '2026-11-30 16:51:12.346+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.346+00', '2026-11-30 16:51:12.346+00', NULL, NULL, 96),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'b9a11f58-ec90-4d75-8368-635923f6ec7e', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 0, NULL, '2026-11-30 16:51:10.75+00', '2026-11-30 16:51:12.375+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.375+00', '2026-11-30 16:51:12.375+00', NULL, NULL, 97),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'b6c4987e-e3af-4b8d-b0ae-0b88f13f8625', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 0, NULL, '2026-11-30 16:51:10.75+00', '2026-11-30 16:51:12.373+00', 0, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:12.373+00', '2026-11-30 16:51:12.373+00', NULL, NULL, 98),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '28fb5909-dead-4b45-a407-7afc28381630', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 0, NULL, '2026-11-30 16:51:13.96+00', '2026-11-30 16:51:14.391+00', 5, 0, NULL, NULL, true, NULL, NULL, NULL, '2026-11-30 16:51:14.391+00', '2026-11-30 16:51:14.391+00', NULL, NULL, 121);

INSERT INTO crm.mailboxtrackingcategory VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '1fc4ec68-e332-45c7-9422-989dea16c4ae', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', '3ceff763-5802-41da-bfbf-a304f97125a3', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000002', 'systemuser', '5a4d0000-7a11-4000-8000-000000000002', NULL, NULL, '2026-11-30 16:51:10.981+00', '2026-11-30 16:51:11.229+00', NULL, NULL, 67, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '96d3e716-9d18-4119-b5fd-784a22c12230', '3a48793a-35c1-86b4-a190-3aef042357eb', 'aba2604c-c2b9-4402-8423-84cae46f3cfd', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000007', 'systemuser', '5a4d0000-7a11-4000-8000-000000000007', NULL, NULL, '2026-11-30 16:51:11.056+00', '2026-11-30 16:51:11.229+00', NULL, NULL, 69, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '801380b5-e048-41cc-9660-56634068cca2', '81c881e1-adf9-864e-af97-0bf0ef05df1a', '89817f6e-a896-4c1d-8206-166b5d480b92', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:11.056+00', '2026-11-30 16:51:11.229+00', NULL, NULL, 71, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2986f2de-56a5-4f25-896d-7ddf3b11b270', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', '9f5a20f6-5f7f-4601-85e7-f207dcd8e842', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000003', 'systemuser', '5a4d0000-7a11-4000-8000-000000000003', NULL, NULL, '2026-11-30 16:51:11.156+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 79, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a51eaddb-48c1-45ab-92bd-e29227097c9e', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'ca41c0c6-1f68-4b75-9113-10ad059d6458', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:11.156+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 81, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2fdeca28-2081-41f1-96fc-03d9cc28ad83', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', '6c29262b-5fe6-4ca8-a424-403a373398ef', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000006', 'systemuser', '5a4d0000-7a11-4000-8000-000000000006', NULL, NULL, '2026-11-30 16:51:11.156+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 83, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '9ec0b840-dd3a-42ff-bf95-7ac724092644', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', '4ecd0c3f-1101-4374-b812-e5fc22dd4425', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000005', 'systemuser', '5a4d0000-7a11-4000-8000-000000000005', NULL, NULL, '2026-11-30 16:51:11.156+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 85, 'tracked', 'preset5', '{}', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f3e82379-1af4-41ec-95c9-58251e1cbb2e', '15c2f5c3-3474-88b2-b414-131bef51396c', '514536fb-e374-4fa7-b56f-617437602002', 'Tracked to Dynamics 365', 5, 1, '5a4d0000-7a11-4000-8000-000000000004', 'systemuser', '5a4d0000-7a11-4000-8000-000000000004', NULL, NULL, '2026-11-30 16:51:11.008+00', '2026-11-30 16:51:11.445+00', NULL, NULL, 90, 'tracked', 'preset5', '{}', 1);

INSERT INTO crm.organization VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'Trackmark', NULL, 0, NULL, NULL, true, true, 5242880, NULL, false, false, false, true, false, true, false, true, NULL, 'CRM:', 0, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, true, true, false, false, false, false, false, false, NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, '2026-11-30 16:51:09.972+00', '2026-11-30 16:51:09.972+00', NULL, NULL, 1, 'trackmark', '9.2.24091.190', 1, '{}', false, 30, true);

INSERT INTO crm.publisher VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd21aab71-79e7-11dd-8874-00188b01e34f', 'DefaultPublishertrackmark', 'Default Publisher for Trackmark', 'new', NULL, false, '2026-11-30 16:51:09.972+00', '2026-11-30 16:51:09.972+00', NULL, NULL, 2);

INSERT INTO crm.queue VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000020', 'Tarn & Alder Support', 'support@tarnalder.example', NULL, 0, 2, 2, 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 0, 1, 0, 1, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 39);

INSERT INTO crm.solution VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'fd140aad-4df4-11dd-bd17-0019b9312238', 'System', 'System Solution', '9.2.24091.190', NULL, true, false, '2026-11-30 16:51:09.972+00', 'd21aab71-79e7-11dd-8874-00188b01e34f', '2026-11-30 16:51:09.972+00', '2026-11-30 16:51:09.972+00', NULL, NULL, 3),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'fd140aaf-4df4-11dd-bd17-0019b9312238', 'Default', 'Default Solution', '1.0', NULL, false, true, '2026-11-30 16:51:09.972+00', 'd21aab71-79e7-11dd-8874-00188b01e34f', '2026-11-30 16:51:09.972+00', '2026-11-30 16:51:09.972+00', NULL, NULL, 4);

INSERT INTO crm.systemuser VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 'Trackmark administrator', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 4, NULL, NULL, 0, 0, 0, false, NULL, '2026-11-30 16:51:09.995+00', '2026-11-30 16:51:09.995+00', NULL, NULL, 5, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000001', 'Isla Renwick', 'Isla', 'Renwick', 'isla.renwick@tarnalder.example', 'isla.renwick@tarnalder.example', NULL, NULL, false, true, 0, '81c881e1-adf9-864e-af97-0bf0ef05df1a', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 32, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000002', 'Tomasz Wilk', 'Tomasz', 'Wilk', 'tomasz.wilk@tarnalder.example', 'tomasz.wilk@tarnalder.example', NULL, NULL, false, true, 0, '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 33, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000003', 'Priya Nambiar', 'Priya', 'Nambiar', 'priya.nambiar@tarnalder.example', 'priya.nambiar@tarnalder.example', NULL, NULL, false, true, 0, 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 34, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000004', 'Jonas Feichtner', 'Jonas', 'Feichtner', 'jonas.feichtner@tarnalder.example', 'jonas.feichtner@tarnalder.example', NULL, NULL, false, true, 0, '15c2f5c3-3474-88b2-b414-131bef51396c', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 35, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000005', 'Maëlle Quint', 'Maëlle', 'Quint', 'maelle.quint@tarnalder.example', 'maelle.quint@tarnalder.example', NULL, NULL, false, true, 0, 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 36, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000006', 'Dale Okafor', 'Dale', 'Okafor', 'dale.okafor@tarnalder.example', 'dale.okafor@tarnalder.example', NULL, NULL, false, true, 0, 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 37, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000007', 'Ruth Calder', 'Ruth', 'Calder', 'ruth.calder@tarnalder.example', 'ruth.calder@tarnalder.example', NULL, NULL, false, true, 0, '3a48793a-35c1-86b4-a190-3aef042357eb', NULL, 2, 2, 1, true, NULL, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 38, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2c705ea2-951e-855d-9195-d9cab6f29add', 'Kept', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 4, NULL, NULL, 0, 0, 0, false, NULL, '2026-11-30 16:51:11.469+00', '2026-11-30 16:51:11.469+00', NULL, NULL, 86, '5d76c0b2-9d0d-cf0d-884c-d56b943949a3');

INSERT INTO crm.task VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '9a3de888-28c0-44de-a222-1b7f7b759d34', 'task', 'Kept task', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, 'AQMkADAwATM0BLBd9WX6QJqMsfFDjQ7YZgAuAAAAAAA=', NULL, 0, NULL, NULL, 0, 2, '5a4d0000-7a11-4000-8000-000000000001', 'systemuser', '5a4d0000-7a11-4000-8000-000000000001', NULL, NULL, '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', NULL, NULL, 103, 'task:81c881e1-adf9-864e-af97-0bf0ef05df1a:AQMkADAwATM0BLBd9WX6QJqMsfFDjQ7YZgAuAAAAAAA=', '786');

INSERT INTO crm.tracelog VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '6222040a-9283-4907-bf34-3c9cd9a5fa8d', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Tomasz Wilk as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'mailbox', '5a4d0000-7a11-4000-8000-000000000002', NULL, '2026-11-30 16:51:11.229+00', '2026-11-30 16:51:11.229+00', NULL, NULL, 63, '1', NULL, NULL, '758', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3183ac4a-b100-42f1-87fe-6c5bc444feaa', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Ruth Calder as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '3a48793a-35c1-86b4-a190-3aef042357eb', 'mailbox', '5a4d0000-7a11-4000-8000-000000000007', NULL, '2026-11-30 16:51:11.229+00', '2026-11-30 16:51:11.229+00', NULL, NULL, 64, '1', NULL, NULL, '758', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '280357f0-1ea8-4992-bd6e-ed3bdc072735', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Isla Renwick as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'mailbox', '5a4d0000-7a11-4000-8000-000000000001', NULL, '2026-11-30 16:51:11.229+00', '2026-11-30 16:51:11.229+00', NULL, NULL, 65, '1', NULL, NULL, '758', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a89f3ec-3c4e-44ba-8e68-a6267ffc7f30', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Priya Nambiar as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'mailbox', '5a4d0000-7a11-4000-8000-000000000003', NULL, '2026-11-30 16:51:11.333+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 74, '1', NULL, NULL, '761', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'ecdda0d0-33e9-41c9-a9c1-3b22a46bd51a', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Tarn & Alder Support as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'mailbox', '5a4d0000-7a11-4000-8000-000000000001', NULL, '2026-11-30 16:51:11.333+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 75, '1', NULL, NULL, '761', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'dcad2465-2e58-4c41-b3ec-04e2f3e53ccb', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Dale Okafor as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'mailbox', '5a4d0000-7a11-4000-8000-000000000006', NULL, '2026-11-30 16:51:11.333+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 76, '1', NULL, NULL, '761', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'b6567e8a-5f74-4727-95f5-a228f5669d2a', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Maëlle Quint as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'mailbox', '5a4d0000-7a11-4000-8000-000000000005', NULL, '2026-11-30 16:51:11.333+00', '2026-11-30 16:51:11.333+00', NULL, NULL, 77, '1', NULL, NULL, '761', 1),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd7d0f748-b4b4-4454-8130-0d15a4cbbcc4', 1, 1, 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Jonas Feichtner as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.', NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, true, true, NULL, NULL, '15c2f5c3-3474-88b2-b414-131bef51396c', 'mailbox', '5a4d0000-7a11-4000-8000-000000000004', NULL, '2026-11-30 16:51:11.445+00', '2026-11-30 16:51:11.445+00', NULL, NULL, 88, '1', NULL, NULL, '763', 1);

INSERT INTO crm.usersettings VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:09.995+00', '2026-11-30 16:51:09.995+00', NULL, NULL, 6),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000001', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 16),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000002', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 17),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000003', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 18),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000004', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 19),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000005', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 20),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000006', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 21),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '5a4d0000-7a11-4000-8000-000000000007', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:10.476+00', '2026-11-30 16:51:10.476+00', NULL, NULL, 22),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2c705ea2-951e-855d-9195-d9cab6f29add', '5d76c0b2-9d0d-cf0d-884c-d56b943949a3', 1, 1, NULL, NULL, false, 92, 1033, 1033, '2026-11-30 16:51:11.469+00', '2026-11-30 16:51:11.469+00', NULL, NULL, 87);

INSERT INTO sync.api_token VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-1b40-749b-94b7-3f94fff042b5', 'Kept', 'b9b4345eef7c6d464a4181fb7f6a26d99fb03225c87c0263d8d9180bc4f6e209', '2c705ea2-951e-855d-9195-d9cab6f29add', 'Basic User', '2026-11-30 16:51:11.469+00', NULL, NULL);

INSERT INTO sync.audit VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '01a22d5e-1bb0-71cb-864b-7e1d8e300fb1', '2026-11-30 16:51:11.92+00', '751a415f-284e-8b5a-b2e2-bfa1803bbf0a', 1, 'apitoken', NULL, 'Kept', '{"changedAttributes":[{"logicalName":"role","oldValue":null,"newValue":"Basic User"}]}');

INSERT INTO sync.folder_cursor VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0Uuf_yhuqQ0C55dWAq1SbzgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0Uuf_yhuqQ0C55dWAq1SbzgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFV1Zl95aHVxUTBDNTVkV0FxMVNiemdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU025ZmoUTMQTeBXivvWIkBJgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU025ZmoUTMQTeBXivvWIkBJgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDI1Wm1vVVRNUVRlQlhpdnZXSWtCSmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0uDJU1NV-RWeAJwUJUYttzwAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0uDJU1NV-RWeAJwUJUYttzwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHVESlUxTlYtUldlQUp3VUpVWXR0endBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0rhaq2BZIS-ed8Kzd4fFY-wAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0rhaq2BZIS-ed8Kzd4fFY-wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHJoYXEyQlpJUy1lZDhLemQ0ZkZZLXdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU01fvnbxdRRv6wcLjS_DE2kwBGCAAAAAA=', 'calendar', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwMWZ2bmJ4ZFJSdjZ3Y0xqU19ERTJrd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0B7X22yYwRJ-fADtf_3rZlQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0B7X22yYwRJ-fADtf_3rZlQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEI3WDIyeVl3UkotZkFEdGZfM3JabFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0NR_2KXIvQTqwzTh30LT5DwBGCAAAAAA=', 'calendar', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwTlJfMktYSXZRVHF3elRoMzBMVDVEd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU08pnY3VaPSxKrIpJrkBfiLAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU08pnY3VaPSxKrIpJrkBfiLAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDhwblkzVmFQU3hLcklwSnJrQmZpTEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU05qRpjo7eTRqzlmukpBA-egAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU05qRpjo7eTRqzlmukpBA-egAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDVxUnBqbzdlVFJxemxtdWtwQkEtZWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0i16a81E0RQCnO848UOEIIQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0i16a81E0RQCnO848UOEIIQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGkxNmE4MUUwUlFDbk84NDhVT0VJSVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0dybhSQVuRRejMUDfC7QazQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0dybhSQVuRRejMUDfC7QazQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGR5YmhTUVZ1UlJlak1VRGZDN1FhelFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0TrzP_P9yS3Odt32n7j1g3AAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0TrzP_P9yS3Odt32n7j1g3AAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFRyelBfUDl5UzNPZHQzMm43ajFnM0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0-XSfBr7wQKaYcR4Ysy8GpgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0-XSfBr7wQKaYcR4Ysy8GpgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMC1YU2ZCcjd3UUthWWNSNFlzeThHcGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AAMkAGVjZGU0ft0LsCimTd-wPYvi4gY0egAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/AAMkAGVjZGU0ft0LsCimTd-wPYvi4gY0egAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGZ0MExzQ2ltVGQtd1BZdmk0Z1kwZWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0hJmOHi9ZSjG9SJ1owkiyTwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0hJmOHi9ZSjG9SJ1owkiyTwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0waEptT0hpOVpTakc5U0oxb3draXlUd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0CcVX_REpR4WeCmCYPP9hvQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0CcVX_REpR4WeCmCYPP9hvQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wQ2NWWF9SRXBSNFdlQ21DWVBQOWh2UUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', 'AQMkADAwATM0ScZ2aAnzRy2iLF3eI8ngRwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/AQMkADAwATM0ScZ2aAnzRy2iLF3eI8ngRwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wU2NaMmFBbnpSeTJpTEYzZUk4bmdSd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0iby4uGn4SC6KsOOWOV-LMAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0iby4uGn4SC6KsOOWOV-LMAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGlieTR1R240U0M2S3NPT1dPVi1MTUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0_NOF80FUQhuWU3re0ZMAlQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0_NOF80FUQhuWU3re0ZMAlQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMF9OT0Y4MEZVUWh1V1UzcmUwWk1BbFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0fHIimbBiQ522SYex4KSKXQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/todo/lists/AQMkADAwATM0fHIimbBiQ522SYex4KSKXQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wZkhJaW1iQmlRNTIyU1lleDRLU0tYUUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0srvjmEGlQUCFk2RlizcSEgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0srvjmEGlQUCFk2RlizcSEgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHNydmptRUdsUVVDRmsyUmxpemNTRWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0xmaUwETgSl-0ib5kOfRzygAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0xmaUwETgSl-0ib5kOfRzygAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHhtYVV3RVRnU2wtMGliNWtPZlJ6eWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU08t4zOutvTQKGOK1pobvcEAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU08t4zOutvTQKGOK1pobvcEAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDh0NHpPdXR2VFFLR09LMXBvYnZjRUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0eL4RkSm4TsmyS6d56GqAEQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0eL4RkSm4TsmyS6d56GqAEQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGVMNFJrU200VHNteVM2ZDU2R3FBRVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0PtO7LGW0TJaJX_kFx29kBgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0PtO7LGW0TJaJX_kFx29kBgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFB0TzdMR1cwVEphSlhfa0Z4MjlrQmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0I_wR996RQG-7HW-JVgWIXQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0I_wR996RQG-7HW-JVgWIXQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMElfd1I5OTZSUUctN0hXLUpWZ1dJWFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0xG9pp886ToGLveCnl2BW7wAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU0xG9pp886ToGLveCnl2BW7wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHhHOXBwODg2VG9HTHZlQ25sMkJXN3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0OJCx2d2aRICN0WheD7h10wAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0OJCx2d2aRICN0WheD7h10wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME9KQ3gyZDJhUklDTjBXaGVEN2gxMHdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAMkAGVjZGU0EjLa-Gv9Tuef41OL2EmZAQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/AAMkAGVjZGU0EjLa-Gv9Tuef41OL2EmZAQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEVqTGEtR3Y5VHVlZjQxT0wyRW1aQVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM04GkDv1oVQpaJTLdA9hSqSAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/todo/lists/AQMkADAwATM04GkDv1oVQpaJTLdA9hSqSAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wNEdrRHYxb1ZRcGFKVExkQTloU3FTQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU03Ldqlj50S5WMLA9BSTKqDAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/AAMkAGVjZGU03Ldqlj50S5WMLA9BSTKqDAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDNMZHFsajUwUzVXTUxBOUJTVEtxREFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AAMkAGVjZGU0_UYW0gFKQtq8pWyEYSZ94gBGCAAAAAA=', 'calendar', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwX1VZVzBnRktRdHE4cFd5RVlTWjk0Z0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AQMkADAwATM0x-ZxL9VXTUy1fHy71WOd4wAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/todo/lists/AQMkADAwATM0x-ZxL9VXTUy1fHy71WOd4wAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0weC1aeEw5VlhUVXkxZkh5NzFXT2Q0d0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', 'AQMkADAwATM0HJbjHHSLRx2oUrdkBSbarwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/todo/lists/AQMkADAwATM0HJbjHHSLRx2oUrdkBSbarwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wSEpiakhIU0xSeDJvVXJka0JTYmFyd0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0SInrU3ytRMWph7ALViurXgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0SInrU3ytRMWph7ALViurXgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFNJbnJVM3l0Uk1XcGg3QUxWaXVyWGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU062zk1tuMS06U671A6S1PSQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU062zk1tuMS06U671A6S1PSQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDYyemsxdHVNUzA2VTY3MUE2UzFQU1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0ImJGG-TcQDCusJliz1KWnwAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0ImJGG-TcQDCusJliz1KWnwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEltSkdHLVRjUURDdXNKbGl6MUtXbndBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0cawcLZ0IQXmYrpzfpc8thgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0cawcLZ0IQXmYrpzfpc8thgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGNhd2NMWjBJUVhtWXJwemZwYzh0aGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM0gDneLwztSnS1kg5i9YYouQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM0gDneLwztSnS1kg5i9YYouQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wZ0RuZUx3enRTblMxa2c1aTlZWW91UUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM0Rxyi62FlQ7OAU3vo28cYKAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM0Rxyi62FlQ7OAU3vo28cYKAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wUnh5aTYyRmxRN09BVTN2bzI4Y1lLQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0BX7DdZ55Q5m4Pv_FTf0kmgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0BX7DdZ55Q5m4Pv_FTf0kmgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEJYN0RkWjU1UTVtNFB2X0ZUZjBrbWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0TICWxtTnQMidf0i90K5mngAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0TICWxtTnQMidf0i90K5mngAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFRJQ1d4dFRuUU1pZGYwaTkwSzVtbmdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU07FUqEV55SFmZTVewZhrWdQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU07FUqEV55SFmZTVewZhrWdQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDdGVXFFVjU1U0ZtWlRWZXdaaHJXZFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU05CWyhls5S6SG-kH9XahRIwAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU05CWyhls5S6SG-kH9XahRIwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDVDV3lobHM1UzZTRy1rSDlYYWhSSXdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0wC6Df8aSQ5ikWXFH9qTcTwBGCAAAAAA=', 'calendar', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1Uwd0M2RGY4YVNRNWlrV1hGSDlxVGNUd0JHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0yQB5aJrDQAG2YK7UNrfyIQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0yQB5aJrDQAG2YK7UNrfyIQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHlRQjVhSnJEUUFHMllLN1VOcmZ5SVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0ctuAujqgS9eUJaYrI7ve3wAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0ctuAujqgS9eUJaYrI7ve3wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGN0dUF1anFnUzllVUphWXJJN3ZlM3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU0ci8Vuu8BT_6R6c8F_dy1GAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/AAMkAGVjZGU0ci8Vuu8BT_6R6c8F_dy1GAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGNpOFZ1dThCVF82UjZjOEZfZHkxR0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AAMkAGVjZGU04reMCnJlTaK2VlG62ABi3QBGCAAAAAA=', 'calendar', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwNHJlTUNuSmxUYUsyVmxHNjJBQmkzUUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', 'AQMkADAwATM01PrIav_IQ_S0vBNquGr0FgAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/AQMkADAwATM01PrIav_IQ_S0vBNquGr0FgAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wMVBySWF2X0lRX1MwdkJOcXVHcjBGZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0JrM10edPS2Ojc-dBuhGpQQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0JrM10edPS2Ojc-dBuhGpQQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEpyTTEwZWRQUzJPamMtZEJ1aEdwUVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0z7fTY66vSSmEn1iomTGzYgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0z7fTY66vSSmEn1iomTGzYgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHo3ZlRZNjZ2U1NtRW4xaW9tVEd6WWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0cvdk1oD5T_WOoDxBKLQAbAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0cvdk1oD5T_WOoDxBKLQAbAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGN2ZGsxb0Q1VF9XT29EeEJLTFFBYkFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0nDZ_0kDITpCgIkThUWlrFQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0nDZ_0kDITpCgIkThUWlrFQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMG5EWl8wa0RJVHBDZ0lrVGhVV2xyRlFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0ePn8K77CQq6cBihcpx0dxAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0ePn8K77CQq6cBihcpx0dxAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGVQbjhLNzdDUXE2Y0JpaGNweDBkeEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0LGylqFk1QtGFdE37UErRGAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0LGylqFk1QtGFdE37UErRGAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMExHeWxxRmsxUXRHRmRFMzdVRXJSR0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0KHTKALQ8QDq-gCqtuf6bUgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0KHTKALQ8QDq-gCqtuf6bUgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEtIVEtBTFE4UURxLWdDcXR1ZjZiVWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AAMkAGVjZGU0Bvda9KkTQ9O3BsGSB23YigAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/AAMkAGVjZGU0Bvda9KkTQ9O3BsGSB23YigAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEJ2ZGE5S2tUUTlPM0JzR1NCMjNZaWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AQMkADAwATM0SBuW8rZURfSh5u4Ad8mcZAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/todo/lists/AQMkADAwATM0SBuW8rZURfSh5u4Ad8mcZAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wU0J1VzhyWlVSZlNoNXU0QWQ4bWNaQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', 'AQMkADAwATM0Gg7gpEHsSOefbV-I9Xa4cAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/todo/lists/AQMkADAwATM0Gg7gpEHsSOefbV-I9Xa4cAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wR2c3Z3BFSHNTT2VmYlYtSTlYYTRjQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU07Iklkc1OQSGs-dhWukaAwgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU07Iklkc1OQSGs-dhWukaAwgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDdJa2xrYzFPUVNHcy1kaFd1a2FBd2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0JWN5I0pPRn6wknZ6WhjzTgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0JWN5I0pPRn6wknZ6WhjzTgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEpXTjVJMHBQUm42d2tuWjZXaGp6VGdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0h_r6MoujSLynQjZDvR7YlAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0h_r6MoujSLynQjZDvR7YlAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGhfcjZNb3VqU0x5blFqWkR2UjdZbEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', 'AAMkAGVjZGU0NqeeOGeJTVK1-b_s0c89BQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/AAMkAGVjZGU0NqeeOGeJTVK1-b_s0c89BQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME5xZWVPR2VKVFZLMS1iX3MwYzg5QlFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo0Mywic3ViIjowLCJzaW5jZSI6NDMsInN0YXJ0ZWQiOjQzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0Q6cgjtJVRsWvm-q5p9j88QAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0Q6cgjtJVRsWvm-q5p9j88QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFE2Y2dqdEpWUnNXdm0tcTVwOWo4OFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU050BMELakQ7mmZWAWyxJ7HQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU050BMELakQ7mmZWAWyxJ7HQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDUwQk1FTGFrUTdtbVpXQVd5eEo3SFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0D-Wn0R4ZTniU5JrWoUBBkAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0D-Wn0R4ZTniU5JrWoUBBkAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEQtV24wUjRaVG5pVTVKcldvVUJCa0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0YS_hp2UvTOiOU3uylF3U5gAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0YS_hp2UvTOiOU3uylF3U5gAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFlTX2hwMlV2VE9pT1UzdXlsRjNVNWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0HJUPkkDaSF6y-lkB1KC0tAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0HJUPkkDaSF6y-lkB1KC0tAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEhKVVBra0RhU0Y2eS1sa0IxS0MwdEFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0OmEEUqnhSWGJxWlPWYbqWgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0OmEEUqnhSWGJxWlPWYbqWgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVME9tRUVVcW5oU1dHSnhXbFBXWWJxV2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0rR-EgA9jRwuXJXr8HtExEQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU0rR-EgA9jRwuXJXr8HtExEQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHJSLUVnQTlqUnd1WEpYcjhIdEV4RVFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU07Sqg1JJ-QAipKviVLJCnTQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/AAMkAGVjZGU07Sqg1JJ-QAipKviVLJCnTQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDdTcWcxSkotUUFpcEt2aVZMSkNuVFFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AAMkAGVjZGU0nTnzt3FMQcSCBWdWvyN7JABGCAAAAAA=', 'calendar', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwblRuenQzRk1RY1NDQldkV3Z5TjdKQUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AQMkADAwATM0pP5X5FnJSfyuH7xvvyPFtQAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/todo/lists/AQMkADAwATM0pP5X5FnJSfyuH7xvvyPFtQAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wcFA1WDVGbkpTZnl1SDd4dnZ5UEZ0UUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', 'AQMkADAwATM0lhKoF4buQ4WS2Pnx7IDVLAAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/todo/lists/AQMkADAwATM0lhKoF4buQ4WS2Pnx7IDVLAAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wbGhLb0Y0YnVRNFdTMlBueDdJRFZMQUF1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0ensphtd3S7y9KtETP3m69gAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0ensphtd3S7y9KtETP3m69gAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGVuc3BodGQzUzd5OUt0RVRQM202OWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0L_86gQ1YQFyi0vtk98UTOAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0L_86gQ1YQFyi0vtk98UTOAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMExfODZnUTFZUUZ5aTB2dGs5OFVUT0FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU00vHkEWSRQq6-AZ93XJz4kgAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU00vHkEWSRQq6-AZ93XJz4kgAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDB2SGtFV1NSUXE2LUFaOTNYSno0a2dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0LTvCDcYpRr2UF0KVnRxdEAAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0LTvCDcYpRr2UF0KVnRxdEAAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMExUdkNEY1lwUnIyVUYwS1ZuUnhkRUFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0dhBn-rhpRzuawDgBAQHBigAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0dhBn-rhpRzuawDgBAQHBigAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMGRoQm4tcmhwUnp1YXdEZ0JBUUhCaWdBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0thZy5lWaQ7GBQRd94erL6wAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0thZy5lWaQ7GBQRd94erL6wAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMHRoWnk1bFdhUTdHQlFSZDk0ZXJMNndBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0-tYMV6kxSXi2KmmVLdsqgQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0-tYMV6kxSXi2KmmVLdsqgQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMC10WU1WNmt4U1hpMkttbVZMZHNxZ1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0QqITeYXWTp-27v0QHKgf_QAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0QqITeYXWTp-27v0QHKgf_QAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMFFxSVRlWVhXVHAtMjd2MFFIS2dmX1FBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0APpyrlpRTOGfjXjLm0OwzQAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU0APpyrlpRTOGfjXjLm0OwzQAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMEFQcHlybHBSVE9HZmpYakxtME93elFBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU06H3XI75US4mtR2_7bNQycwAuAAAAAAA=', 'mail', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/AAMkAGVjZGU06H3XI75US4mtR2_7bNQycwAuAAAAAAA=/messages/delta?%24deltatoken=eyJzY29wZSI6Im1lc3NhZ2VzOkFBTWtBR1ZqWkdVMDZIM1hJNzVVUzRtdFIyXzdiTlF5Y3dBdUFBQUFBQUE9IiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7InNlbGVjdCI6ImNhdGVnb3JpZXMsaXNEcmFmdCxpbnRlcm5ldE1lc3NhZ2VJZCJ9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AAMkAGVjZGU0FQZCcHkiQ2awnPeDDMvpiABGCAAAAAA=', 'calendar', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/calendarView/delta?%24deltatoken=eyJzY29wZSI6InZpZXc6QUFNa0FHVmpaR1UwRlFaQ2NIa2lRMmF3blBlRERNdnBpQUJHQ0FBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnsic3RhcnRkYXRldGltZSI6IjIwMjYtMDktMDFUMDA6MDA6MDAuMDAwWiIsImVuZGRhdGV0aW1lIjoiMjAyNy0xMS0yNVQwMDowMDowMC4wMDBaIn0sIm9wZW5lZCI6ZmFsc2V9', false, 1, 1, false, '2026-09-01 00:00:00+00', '2027-11-25 00:00:00+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AQMkADAwATM0BU4Bmo7BQD-00p91GTSOxwAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/AQMkADAwATM0BU4Bmo7BQD-00p91GTSOxwAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wQlU0Qm1vN0JRRC0wMHA5MUdUU094d0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', 'AQMkADAwATM0kr3HR2HUR52rRdEciQS91gAuAAAAAAA=', 'taskList', 'http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/AQMkADAwATM0kr3HR2HUR52rRdEciQS91gAuAAAAAAA=/tasks/delta?%24deltatoken=eyJzY29wZSI6Imxpc3Q6QVFNa0FEQXdBVE0wa3IzSFIySFVSNTJyUmRFY2lRUzkxZ0F1QUFBQUFBQT0iLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnt9LCJvcGVuZWQiOmZhbHNlfQ', false, 1, 1, false, NULL, NULL);

INSERT INTO sync.link VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACq_Tj6Xo-SScuUFB3YsZaRDQAAA=', 'message', 'AAMkAGVjZGU05qRpjo7eTRqzlmukpBA-egAuAAAAAAA=', 'linked', '94ee8259-0c50-4d84-b39b-faf5418c97ef', 'email', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDB5', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:14.305+00', 'marked', 0, '218308e3-b716-460c-bd32-231dc4543d4a', '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', 116, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACq_PfwXqasRaigTrY3KXkHuAAAA=', 'message', 'AAMkAGVjZGU05qRpjo7eTRqzlmukpBA-egAuAAAAAAA=', 'linked', '5582eb2f-2f5a-4f79-ae0a-3eabee58f636', 'email', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDEw', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:14.305+00', 'marked', 0, '19a19705-0397-44b2-9a7b-1d5babe61726', '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', 117, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACq6SD0AmrkQ6S5W0IwVlvGvQAAA=', 'event', 'AAMkAGVjZGU0NR_2KXIvQTqwzTh30LT5DwBGCAAAAAA=', 'linked', '6b414f04-9f3a-4165-81a7-81296da171bc', 'appointment', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDE0', true, '2026-12-02 11:00:00+00', NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:14.305+00', 'marked', 0, 'e8db755b-658a-4060-845e-83d20fb28d8f', '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', 119, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AQMkADAwATM0BLBd9WX6QJqMsfFDjQ7YZgAuAAAAAAA=', 'task', 'AQMkADAwATM0fHIimbBiQ522SYex4KSKXQAuAAAAAAA=', 'linked', '9a3de888-28c0-44de-a222-1b7f7b759d34', 'task', NULL, 'seen', 'CQAAABYAAADMDAwMDAwMDAwMDE1', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR1', '2026-11-30 16:51:14.306+00', 'marked', 0, '7863d8b6-95e2-4df1-8d69-06bc840a7de0', '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:14.306+00', 120, '[]'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', 'AAkALgAAAAAAHYQDEapmEc2byACqmFGjreFVSay328aRdPI1JAAAA=', 'message', 'AAMkAGVjZGU05qRpjo7eTRqzlmukpBA-egAuAAAAAAA=', 'ended', 'a761eb85-73c6-4521-b0ba-8eb4d90308a1', 'email', NULL, 'unseen', 'CQAAABYAAADMDAwMDAwMDAwMDEy', false, NULL, NULL, NULL, NULL, 0, NULL, 'TR4', '2026-11-30 16:51:15.546+00', 'mark removed', 0, '593984a4-9427-4d93-82d8-7b4eb017814c', '2026-11-30 16:51:14.306+00', '2026-11-30 16:51:15.548+00', 125, '[{"at": 1796057475499, "rule": "TR4", "seen": "mark missing"}, {"at": 1796057474305, "rule": "TR1", "seen": "marked"}]');

INSERT INTO sync.mailbox_schedule VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '0a65f3be-d196-8a1e-a788-0e1b99ffd9b0', '2026-11-30 16:51:16.005+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0Uuf_yhuqQ0C55dWAq1SbzgAuAAAAAAA=":"AAMkAGVjZGU0SnkqOkTGQhe_T3dp_-Br0wAuAAAAAAA=","AAMkAGVjZGU025ZmoUTMQTeBXivvWIkBJgAuAAAAAAA=":"AAMkAGVjZGU0SnkqOkTGQhe_T3dp_-Br0wAuAAAAAAA=","AAMkAGVjZGU0dybhSQVuRRejMUDfC7QazQAuAAAAAAA=":"AAMkAGVjZGU0SnkqOkTGQhe_T3dp_-Br0wAuAAAAAAA=","AAMkAGVjZGU0TrzP_P9yS3Odt32n7j1g3AAuAAAAAAA=":"AAMkAGVjZGU0SnkqOkTGQhe_T3dp_-Br0wAuAAAAAAA=","AAMkAGVjZGU0-XSfBr7wQKaYcR4Ysy8GpgAuAAAAAAA=":"AAMkAGVjZGU0SnkqOkTGQhe_T3dp_-Br0wAuAAAAAAA=","AAMkAGVjZGU0ft0LsCimTd-wPYvi4gY0egAuAAAAAAA=":"AAMkAGVjZGU0SnkqOkTGQhe_T3dp_-Br0wAuAAAAAAA=","AAMkAGVjZGU0uDJU1NV-RWeAJwUJUYttzwAuAAAAAAA=":"AAMkAGVjZGU0rhaq2BZIS-ed8Kzd4fFY-wAuAAAAAAA=","AAMkAGVjZGU0rhaq2BZIS-ed8Kzd4fFY-wAuAAAAAAA=":"AAMkAGVjZGU0SnkqOkTGQhe_T3dp_-Br0wAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU0rhaq2BZIS-ed8Kzd4fFY-wAuAAAAAAA=","sentitems":"AAMkAGVjZGU025ZmoUTMQTeBXivvWIkBJgAuAAAAAAA=","drafts":"AAMkAGVjZGU0Uuf_yhuqQ0C55dWAq1SbzgAuAAAAAAA=","outbox":"AAMkAGVjZGU0TrzP_P9yS3Odt32n7j1g3AAuAAAAAAA=","junkemail":"AAMkAGVjZGU0-XSfBr7wQKaYcR4Ysy8GpgAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0dybhSQVuRRejMUDfC7QazQAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjY2LCJzdWIiOjAsInNpbmNlIjo2Niwic3RhcnRlZCI6NjYsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":{"primary":"AAMkAGVjZGU01fvnbxdRRv6wcLjS_DE2kwBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0hJmOHi9ZSjG9SJ1owkiyTwAuAAAAAAA=":false,"AQMkADAwATM0CcVX_REpR4WeCmCYPP9hvQAuAAAAAAA=":true,"AQMkADAwATM0ScZ2aAnzRy2iLF3eI8ngRwAuAAAAAAA=":false},"delta":"http://127.0.0.1:40911/v1.0/users/tomasz.wilk@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo2Niwic3ViIjowLCJzaW5jZSI6NjYsInN0YXJ0ZWQiOjY2LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:12.059+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '3a48793a-35c1-86b4-a190-3aef042357eb', '2026-11-30 16:51:15.998+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0srvjmEGlQUCFk2RlizcSEgAuAAAAAAA=":"AAMkAGVjZGU0JaDiUMQAR-axZFOEh65UxwAuAAAAAAA=","AAMkAGVjZGU0xmaUwETgSl-0ib5kOfRzygAuAAAAAAA=":"AAMkAGVjZGU0JaDiUMQAR-axZFOEh65UxwAuAAAAAAA=","AAMkAGVjZGU08t4zOutvTQKGOK1pobvcEAAuAAAAAAA=":"AAMkAGVjZGU0JaDiUMQAR-axZFOEh65UxwAuAAAAAAA=","AAMkAGVjZGU0eL4RkSm4TsmyS6d56GqAEQAuAAAAAAA=":"AAMkAGVjZGU0JaDiUMQAR-axZFOEh65UxwAuAAAAAAA=","AAMkAGVjZGU08pnY3VaPSxKrIpJrkBfiLAAuAAAAAAA=":"AAMkAGVjZGU0JaDiUMQAR-axZFOEh65UxwAuAAAAAAA=","AAMkAGVjZGU0PtO7LGW0TJaJX_kFx29kBgAuAAAAAAA=":"AAMkAGVjZGU0JaDiUMQAR-axZFOEh65UxwAuAAAAAAA=","AAMkAGVjZGU0I_wR996RQG-7HW-JVgWIXQAuAAAAAAA=":"AAMkAGVjZGU03Ldqlj50S5WMLA9BSTKqDAAuAAAAAAA=","AAMkAGVjZGU0xG9pp886ToGLveCnl2BW7wAuAAAAAAA=":"AAMkAGVjZGU03Ldqlj50S5WMLA9BSTKqDAAuAAAAAAA=","AAMkAGVjZGU03Ldqlj50S5WMLA9BSTKqDAAuAAAAAAA=":"AAMkAGVjZGU0JaDiUMQAR-axZFOEh65UxwAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU03Ldqlj50S5WMLA9BSTKqDAAuAAAAAAA=","sentitems":"AAMkAGVjZGU0xmaUwETgSl-0ib5kOfRzygAuAAAAAAA=","drafts":"AAMkAGVjZGU0srvjmEGlQUCFk2RlizcSEgAuAAAAAAA=","outbox":"AAMkAGVjZGU0eL4RkSm4TsmyS6d56GqAEQAuAAAAAAA=","junkemail":"AAMkAGVjZGU08pnY3VaPSxKrIpJrkBfiLAAuAAAAAAA=","deleteditems":"AAMkAGVjZGU08t4zOutvTQKGOK1pobvcEAAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjM5LCJzdWIiOjAsInNpbmNlIjozOSwic3RhcnRlZCI6MzksIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":{"primary":"AAMkAGVjZGU0_UYW0gFKQtq8pWyEYSZ94gBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0x-ZxL9VXTUy1fHy71WOd4wAuAAAAAAA=":false,"AQMkADAwATM0HJbjHHSLRx2oUrdkBSbarwAuAAAAAAA=":true},"delta":"http://127.0.0.1:40911/v1.0/users/ruth.calder@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0IjozOSwic3ViIjowLCJzaW5jZSI6MzksInN0YXJ0ZWQiOjM5LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:12.205+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'd694c22f-24fd-8d5b-8b0c-82af0e3ef88d', '2026-11-30 16:51:16.022+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0BX7DdZ55Q5m4Pv_FTf0kmgAuAAAAAAA=":"AAMkAGVjZGU0xDqM3g5-SaWxBN9-DuGyGgAuAAAAAAA=","AAMkAGVjZGU0TICWxtTnQMidf0i90K5mngAuAAAAAAA=":"AAMkAGVjZGU0xDqM3g5-SaWxBN9-DuGyGgAuAAAAAAA=","AAMkAGVjZGU07FUqEV55SFmZTVewZhrWdQAuAAAAAAA=":"AAMkAGVjZGU0xDqM3g5-SaWxBN9-DuGyGgAuAAAAAAA=","AAMkAGVjZGU0LGylqFk1QtGFdE37UErRGAAuAAAAAAA=":"AAMkAGVjZGU0xDqM3g5-SaWxBN9-DuGyGgAuAAAAAAA=","AAMkAGVjZGU0KHTKALQ8QDq-gCqtuf6bUgAuAAAAAAA=":"AAMkAGVjZGU0xDqM3g5-SaWxBN9-DuGyGgAuAAAAAAA=","AAMkAGVjZGU05CWyhls5S6SG-kH9XahRIwAuAAAAAAA=":"AAMkAGVjZGU0xDqM3g5-SaWxBN9-DuGyGgAuAAAAAAA=","AAMkAGVjZGU0Bvda9KkTQ9O3BsGSB23YigAuAAAAAAA=":"AAMkAGVjZGU0xDqM3g5-SaWxBN9-DuGyGgAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU0BX7DdZ55Q5m4Pv_FTf0kmgAuAAAAAAA=","sentitems":"AAMkAGVjZGU07FUqEV55SFmZTVewZhrWdQAuAAAAAAA=","drafts":"AAMkAGVjZGU0TICWxtTnQMidf0i90K5mngAuAAAAAAA=","outbox":"AAMkAGVjZGU0KHTKALQ8QDq-gCqtuf6bUgAuAAAAAAA=","junkemail":"AAMkAGVjZGU05CWyhls5S6SG-kH9XahRIwAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0LGylqFk1QtGFdE37UErRGAAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":{"primary":"AAMkAGVjZGU0wC6Df8aSQ5ikWXFH9qTcTwBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0SBuW8rZURfSh5u4Ad8mcZAAuAAAAAAA=":false,"AQMkADAwATM0Gg7gpEHsSOefbV-I9Xa4cAAuAAAAAAA=":true},"delta":"http://127.0.0.1:40911/v1.0/users/dale.okafor@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:12.355+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '15c2f5c3-3474-88b2-b414-131bef51396c', '2026-11-30 16:51:16.103+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0yQB5aJrDQAG2YK7UNrfyIQAuAAAAAAA=":"AAMkAGVjZGU01FaN4nQeRjGEoYQw_pn3RwAuAAAAAAA=","AAMkAGVjZGU0ctuAujqgS9eUJaYrI7ve3wAuAAAAAAA=":"AAMkAGVjZGU01FaN4nQeRjGEoYQw_pn3RwAuAAAAAAA=","AAMkAGVjZGU0ci8Vuu8BT_6R6c8F_dy1GAAuAAAAAAA=":"AAMkAGVjZGU01FaN4nQeRjGEoYQw_pn3RwAuAAAAAAA=","AAMkAGVjZGU0SInrU3ytRMWph7ALViurXgAuAAAAAAA=":"AAMkAGVjZGU01FaN4nQeRjGEoYQw_pn3RwAuAAAAAAA=","AAMkAGVjZGU062zk1tuMS06U671A6S1PSQAuAAAAAAA=":"AAMkAGVjZGU01FaN4nQeRjGEoYQw_pn3RwAuAAAAAAA=","AAMkAGVjZGU0ImJGG-TcQDCusJliz1KWnwAuAAAAAAA=":"AAMkAGVjZGU01FaN4nQeRjGEoYQw_pn3RwAuAAAAAAA=","AAMkAGVjZGU0cawcLZ0IQXmYrpzfpc8thgAuAAAAAAA=":"AAMkAGVjZGU01FaN4nQeRjGEoYQw_pn3RwAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU0yQB5aJrDQAG2YK7UNrfyIQAuAAAAAAA=","sentitems":"AAMkAGVjZGU0ci8Vuu8BT_6R6c8F_dy1GAAuAAAAAAA=","drafts":"AAMkAGVjZGU0ctuAujqgS9eUJaYrI7ve3wAuAAAAAAA=","outbox":"AAMkAGVjZGU062zk1tuMS06U671A6S1PSQAuAAAAAAA=","junkemail":"AAMkAGVjZGU0ImJGG-TcQDCusJliz1KWnwAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0SInrU3ytRMWph7ALViurXgAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjUwLCJzdWIiOjAsInNpbmNlIjo1MCwic3RhcnRlZCI6NTAsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":{"primary":"AAMkAGVjZGU04reMCnJlTaK2VlG62ABi3QBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM01PrIav_IQ_S0vBNquGr0FgAuAAAAAAA=":false,"AQMkADAwATM0gDneLwztSnS1kg5i9YYouQAuAAAAAAA=":true,"AQMkADAwATM0Rxyi62FlQ7OAU3vo28cYKAAuAAAAAAA=":false},"delta":"http://127.0.0.1:40911/v1.0/users/jonas.feichtner@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo1MCwic3ViIjowLCJzaW5jZSI6NTAsInN0YXJ0ZWQiOjUwLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:12.343+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'a3ca6679-9df4-831e-b715-8a4a2e9016fe', '2026-11-30 16:51:16.021+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU0Q6cgjtJVRsWvm-q5p9j88QAuAAAAAAA=":"AAMkAGVjZGU0jNYR0XgbTPuoLqFjc3JDlgAuAAAAAAA=","AAMkAGVjZGU0ensphtd3S7y9KtETP3m69gAuAAAAAAA=":"AAMkAGVjZGU0jNYR0XgbTPuoLqFjc3JDlgAuAAAAAAA=","AAMkAGVjZGU0L_86gQ1YQFyi0vtk98UTOAAuAAAAAAA=":"AAMkAGVjZGU0jNYR0XgbTPuoLqFjc3JDlgAuAAAAAAA=","AAMkAGVjZGU00vHkEWSRQq6-AZ93XJz4kgAuAAAAAAA=":"AAMkAGVjZGU0jNYR0XgbTPuoLqFjc3JDlgAuAAAAAAA=","AAMkAGVjZGU0LTvCDcYpRr2UF0KVnRxdEAAuAAAAAAA=":"AAMkAGVjZGU0jNYR0XgbTPuoLqFjc3JDlgAuAAAAAAA=","AAMkAGVjZGU0ePn8K77CQq6cBihcpx0dxAAuAAAAAAA=":"AAMkAGVjZGU0jNYR0XgbTPuoLqFjc3JDlgAuAAAAAAA=","AAMkAGVjZGU0dhBn-rhpRzuawDgBAQHBigAuAAAAAAA=":"AAMkAGVjZGU0-tYMV6kxSXi2KmmVLdsqgQAuAAAAAAA=","AAMkAGVjZGU0thZy5lWaQ7GBQRd94erL6wAuAAAAAAA=":"AAMkAGVjZGU0-tYMV6kxSXi2KmmVLdsqgQAuAAAAAAA=","AAMkAGVjZGU0-tYMV6kxSXi2KmmVLdsqgQAuAAAAAAA=":"AAMkAGVjZGU06H3XI75US4mtR2_7bNQycwAuAAAAAAA=","AAMkAGVjZGU0QqITeYXWTp-27v0QHKgf_QAuAAAAAAA=":"AAMkAGVjZGU06H3XI75US4mtR2_7bNQycwAuAAAAAAA=","AAMkAGVjZGU0APpyrlpRTOGfjXjLm0OwzQAuAAAAAAA=":"AAMkAGVjZGU06H3XI75US4mtR2_7bNQycwAuAAAAAAA=","AAMkAGVjZGU06H3XI75US4mtR2_7bNQycwAuAAAAAAA=":"AAMkAGVjZGU0jNYR0XgbTPuoLqFjc3JDlgAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU06H3XI75US4mtR2_7bNQycwAuAAAAAAA=","sentitems":"AAMkAGVjZGU0ensphtd3S7y9KtETP3m69gAuAAAAAAA=","drafts":"AAMkAGVjZGU0Q6cgjtJVRsWvm-q5p9j88QAuAAAAAAA=","outbox":"AAMkAGVjZGU00vHkEWSRQq6-AZ93XJz4kgAuAAAAAAA=","junkemail":"AAMkAGVjZGU0LTvCDcYpRr2UF0KVnRxdEAAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0L_86gQ1YQFyi0vtk98UTOAAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjY5LCJzdWIiOjAsInNpbmNlIjo2OSwic3RhcnRlZCI6NjksIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":{"primary":"AAMkAGVjZGU0FQZCcHkiQ2awnPeDDMvpiABGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0BU4Bmo7BQD-00p91GTSOxwAuAAAAAAA=":false,"AQMkADAwATM0kr3HR2HUR52rRdEciQS91gAuAAAAAAA=":true},"delta":"http://127.0.0.1:40911/v1.0/users/priya.nambiar@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo2OSwic3ViIjowLCJzaW5jZSI6NjksInN0YXJ0ZWQiOjY5LCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:12.375+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8d0d87c-0f0a-832e-af4e-8a25e787ee5a', '2026-11-30 16:51:16.073+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU050BMELakQ7mmZWAWyxJ7HQAuAAAAAAA=":"AAMkAGVjZGU03bm8StIWQjeYDMlk2RweiwAuAAAAAAA=","AAMkAGVjZGU0D-Wn0R4ZTniU5JrWoUBBkAAuAAAAAAA=":"AAMkAGVjZGU03bm8StIWQjeYDMlk2RweiwAuAAAAAAA=","AAMkAGVjZGU0YS_hp2UvTOiOU3uylF3U5gAuAAAAAAA=":"AAMkAGVjZGU03bm8StIWQjeYDMlk2RweiwAuAAAAAAA=","AAMkAGVjZGU0HJUPkkDaSF6y-lkB1KC0tAAuAAAAAAA=":"AAMkAGVjZGU03bm8StIWQjeYDMlk2RweiwAuAAAAAAA=","AAMkAGVjZGU0OmEEUqnhSWGJxWlPWYbqWgAuAAAAAAA=":"AAMkAGVjZGU03bm8StIWQjeYDMlk2RweiwAuAAAAAAA=","AAMkAGVjZGU0rR-EgA9jRwuXJXr8HtExEQAuAAAAAAA=":"AAMkAGVjZGU03bm8StIWQjeYDMlk2RweiwAuAAAAAAA=","AAMkAGVjZGU07Sqg1JJ-QAipKviVLJCnTQAuAAAAAAA=":"AAMkAGVjZGU03bm8StIWQjeYDMlk2RweiwAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU050BMELakQ7mmZWAWyxJ7HQAuAAAAAAA=","sentitems":"AAMkAGVjZGU0YS_hp2UvTOiOU3uylF3U5gAuAAAAAAA=","drafts":"AAMkAGVjZGU0D-Wn0R4ZTniU5JrWoUBBkAAuAAAAAAA=","outbox":"AAMkAGVjZGU0OmEEUqnhSWGJxWlPWYbqWgAuAAAAAAA=","junkemail":"AAMkAGVjZGU0rR-EgA9jRwuXJXr8HtExEQAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0HJUPkkDaSF6y-lkB1KC0tAAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjMzLCJzdWIiOjAsInNpbmNlIjozMywic3RhcnRlZCI6MzMsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":{"primary":"AAMkAGVjZGU0nTnzt3FMQcSCBWdWvyN7JABGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0pP5X5FnJSfyuH7xvvyPFtQAuAAAAAAA=":false,"AQMkADAwATM0lhKoF4buQ4WS2Pnx7IDVLAAuAAAAAAA=":true},"delta":"http://127.0.0.1:40911/v1.0/users/maelle.quint@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0IjozMywic3ViIjowLCJzaW5jZSI6MzMsInN0YXJ0ZWQiOjMzLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:12.346+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'c6b31cc7-8aea-83c6-9f40-b04c73db9666', '2026-11-30 16:51:16.218+00', NULL, NULL, 600000, 2, false, 0, NULL, 2, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU07Iklkc1OQSGs-dhWukaAwgAuAAAAAAA=":"AAMkAGVjZGU0ykcZ2n1IR1SGLgSrnqvv-QAuAAAAAAA=","AAMkAGVjZGU0JrM10edPS2Ojc-dBuhGpQQAuAAAAAAA=":"AAMkAGVjZGU0ykcZ2n1IR1SGLgSrnqvv-QAuAAAAAAA=","AAMkAGVjZGU0JWN5I0pPRn6wknZ6WhjzTgAuAAAAAAA=":"AAMkAGVjZGU0ykcZ2n1IR1SGLgSrnqvv-QAuAAAAAAA=","AAMkAGVjZGU0h_r6MoujSLynQjZDvR7YlAAuAAAAAAA=":"AAMkAGVjZGU0ykcZ2n1IR1SGLgSrnqvv-QAuAAAAAAA=","AAMkAGVjZGU0z7fTY66vSSmEn1iomTGzYgAuAAAAAAA=":"AAMkAGVjZGU0ykcZ2n1IR1SGLgSrnqvv-QAuAAAAAAA=","AAMkAGVjZGU0NqeeOGeJTVK1-b_s0c89BQAuAAAAAAA=":"AAMkAGVjZGU0ykcZ2n1IR1SGLgSrnqvv-QAuAAAAAAA=","AAMkAGVjZGU0cvdk1oD5T_WOoDxBKLQAbAAuAAAAAAA=":"AAMkAGVjZGU0nDZ_0kDITpCgIkThUWlrFQAuAAAAAAA=","AAMkAGVjZGU0nDZ_0kDITpCgIkThUWlrFQAuAAAAAAA=":"AAMkAGVjZGU0ykcZ2n1IR1SGLgSrnqvv-QAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU0nDZ_0kDITpCgIkThUWlrFQAuAAAAAAA=","sentitems":"AAMkAGVjZGU0JrM10edPS2Ojc-dBuhGpQQAuAAAAAAA=","drafts":"AAMkAGVjZGU07Iklkc1OQSGs-dhWukaAwgAuAAAAAAA=","outbox":"AAMkAGVjZGU0h_r6MoujSLynQjZDvR7YlAAuAAAAAAA=","junkemail":"AAMkAGVjZGU0z7fTY66vSSmEn1iomTGzYgAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0JWN5I0pPRn6wknZ6WhjzTgAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/support@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQzLCJzdWIiOjAsInNpbmNlIjo0Mywic3RhcnRlZCI6NDMsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":null,"taskLists":null}', NULL, NULL, '2026-11-30 16:51:12.373+00'),
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '81c881e1-adf9-864e-af97-0bf0ef05df1a', '2026-11-30 16:51:16.987+00', NULL, NULL, 600000, 3, false, 0, NULL, 1, '{"version":1,"mail":{"parents":{"AAMkAGVjZGU05qRpjo7eTRqzlmukpBA-egAuAAAAAAA=":"AAMkAGVjZGU0QPQ_6_MvSHOFsKXpR_i-8gAuAAAAAAA=","AAMkAGVjZGU0iby4uGn4SC6KsOOWOV-LMAAuAAAAAAA=":"AAMkAGVjZGU0QPQ_6_MvSHOFsKXpR_i-8gAuAAAAAAA=","AAMkAGVjZGU0i16a81E0RQCnO848UOEIIQAuAAAAAAA=":"AAMkAGVjZGU0QPQ_6_MvSHOFsKXpR_i-8gAuAAAAAAA=","AAMkAGVjZGU0_NOF80FUQhuWU3re0ZMAlQAuAAAAAAA=":"AAMkAGVjZGU0QPQ_6_MvSHOFsKXpR_i-8gAuAAAAAAA=","AAMkAGVjZGU0OJCx2d2aRICN0WheD7h10wAuAAAAAAA=":"AAMkAGVjZGU0QPQ_6_MvSHOFsKXpR_i-8gAuAAAAAAA=","AAMkAGVjZGU0EjLa-Gv9Tuef41OL2EmZAQAuAAAAAAA=":"AAMkAGVjZGU0QPQ_6_MvSHOFsKXpR_i-8gAuAAAAAAA=","AAMkAGVjZGU0B7X22yYwRJ-fADtf_3rZlQAuAAAAAAA=":"AAMkAGVjZGU0QPQ_6_MvSHOFsKXpR_i-8gAuAAAAAAA="},"wellKnown":{"inbox":"AAMkAGVjZGU05qRpjo7eTRqzlmukpBA-egAuAAAAAAA=","sentitems":"AAMkAGVjZGU0i16a81E0RQCnO848UOEIIQAuAAAAAAA=","drafts":"AAMkAGVjZGU0iby4uGn4SC6KsOOWOV-LMAAuAAAAAAA=","outbox":"AAMkAGVjZGU0OJCx2d2aRICN0WheD7h10wAuAAAAAAA=","junkemail":"AAMkAGVjZGU0EjLa-Gv9Tuef41OL2EmZAQAuAAAAAAA=","deleteditems":"AAMkAGVjZGU0_NOF80FUQhuWU3re0ZMAlQAuAAAAAAA="},"delta":"http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/mailFolders/delta?%24deltatoken=eyJzY29wZSI6ImZvbGRlcnMiLCJlcG9jaCI6MCwiYXQiOjQyLCJzdWIiOjAsInNpbmNlIjo0Miwic3RhcnRlZCI6NDIsIm9wdGlvbnMiOnsic2VsZWN0IjoicGFyZW50Rm9sZGVySWQifSwib3BlbmVkIjpmYWxzZX0"},"calendars":{"primary":"AAMkAGVjZGU0NR_2KXIvQTqwzTh30LT5DwBGCAAAAAA=","others":[]},"taskLists":{"flagged":{"AQMkADAwATM0fHIimbBiQ522SYex4KSKXQAuAAAAAAA=":false,"AQMkADAwATM04GkDv1oVQpaJTLdA9hSqSAAuAAAAAAA=":true},"delta":"http://127.0.0.1:40911/v1.0/users/isla.renwick@tarnalder.example/todo/lists/delta?%24deltatoken=eyJzY29wZSI6Imxpc3RzIiwiZXBvY2giOjAsImF0Ijo0Miwic3ViIjowLCJzaW5jZSI6NDIsInN0YXJ0ZWQiOjQyLCJvcHRpb25zIjp7fSwib3BlbmVkIjpmYWxzZX0"}}', NULL, NULL, '2026-11-30 16:51:14.391+00');

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
	(15, '0015_enablings.sql', 'd6420c2a806ffb2659fc0d07bfb9659ee25f1774af4890607540e23c69a33746');

INSERT INTO sync.monitoring_hour VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', '2026-11-30 16:00:00+00', 5, 1, 0, 0, 0, 0, 8, 0, '{0,0,5,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}');

INSERT INTO sync.secret VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'profile/98bc7bfc-ea92-804b-8374-15ce06c4e954', 'v1.0nv-kLWxsuV3evM9pe6DUNkQ83AhnDWEVl5F0nyP5yogVg4');

INSERT INTO sync.signin_code VALUES
	('720edf4b-eb2b-8f0c-8717-a80f87877790', 'f8202683615b40fa85086ef15ae1104ee8b3e78dc78988d342046122c1fc9404', NULL, '2026-11-30 17:51:10.693+00');

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

CREATE INDEX email_messageid ON crm.email USING btree (organizationid, messageid);

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
