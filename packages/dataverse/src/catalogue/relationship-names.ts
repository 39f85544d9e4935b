import type { Column, Table } from './types.ts'

/** What a relationship is called from its two sides. */
export interface RelationshipNames {
  /** On the table with the lookup: one row. */
  readonly single: string
  /** On the table the lookup points to: many rows. Also the relationship's own name. */
  readonly collection: string
}

/**
 * Names of the Web API entity type reference of Dataverse (Microsoft Learn) that follow no rule,
 * by `table.lookup.target`. What isn't here is called by the rules below, which hold for the rest.
 */
const PUBLISHED: Readonly<Record<string, readonly [single: string, collection: string]>> = {
  'account.primarycontactid.contact': ['primarycontactid', 'account_primary_contact'],
  'account.parentaccountid.account': ['parentaccountid', 'account_parent_account'],
  'systemuser.parentsystemuserid.systemuser': ['parentsystemuserid', 'user_parent_user'],
  'contact.parentcustomerid.account': ['parentcustomerid_account', 'contact_customer_accounts'],
  'contact.parentcustomerid.contact': ['parentcustomerid_contact', 'contact_customer_contacts'],
  'systemuser.defaultmailbox.mailbox': ['defaultmailbox', 'systemuser_defaultmailbox_mailbox'],
  'systemuser.queueid.queue': ['queueid', 'queue_system_user'],
  'systemuser.businessunitid.businessunit': ['businessunitid', 'business_unit_system_users'],
  'businessunit.parentbusinessunitid.businessunit': [
    'parentbusinessunitid',
    'business_unit_parent_business_unit',
  ],
  'businessunit.organizationid.organization': ['organizationid', 'organization_business_units'],
  'publisher.organizationid.organization': ['organizationid', 'organization_publisher'],
  'solution.organizationid.organization': ['organizationid', 'organization_solution'],
  'solution.publisherid.publisher': ['publisherid', 'publisher_solution'],
  'mailboxtrackingfolder.mailboxid.mailbox': ['mailboxid', 'mailbox_mailboxtrackingfolder'],
  'sdkmessagefilter.sdkmessageid.sdkmessage': ['sdkmessageid', 'sdkmessageid_sdkmessagefilter'],
  'sdkmessageprocessingstep.sdkmessageid.sdkmessage': [
    'sdkmessageid',
    'sdkmessageid_sdkmessageprocessingstep',
  ],
  'sdkmessageprocessingstep.sdkmessagefilterid.sdkmessagefilter': [
    'sdkmessagefilterid',
    'sdkmessagefilterid_sdkmessageprocessingstep',
  ],
  'sdkmessageprocessingstep.eventhandler.serviceendpoint': [
    'eventhandler_serviceendpoint',
    'serviceendpoint_sdkmessageprocessingstep',
  ],
  'role.businessunitid.businessunit': ['businessunitid', 'business_unit_roles'],
  'role.parentrootroleid.role': ['parentrootroleid', 'role_parent_root_role'],
  'role.organizationid.organization': ['organizationid', 'organization_roles'],
  'audit.userid.systemuser': ['userid', 'lk_audit_userid'],
  'team.businessunitid.businessunit': ['businessunitid', 'business_unit_teams'],
  'team.administratorid.systemuser': ['administratorid', 'lk_teambase_administratorid'],
  'team.organizationid.organization': ['organizationid_organization', 'organization_teams'],
  'savedquery.organizationid.organization': ['organizationid', 'organization_saved_queries'],
  'queue.defaultmailbox.mailbox': ['defaultmailbox', 'queue_defaultmailbox_mailbox'],
  'mailbox.regardingobjectid.systemuser': ['regardingobjectid', 'mailbox_regarding_systemuser'],
  'mailbox.regardingobjectid.queue': ['regardingobjectid_queue', 'mailbox_regarding_queue'],
  'mailbox.emailserverprofile.emailserverprofile': [
    'emailserverprofile',
    'emailserverprofile_mailbox',
  ],
  'organization.defaultemailserverprofileid.emailserverprofile': [
    'defaultemailserverprofileid',
    'EmailServerProfile_Organization',
  ],
  'tracelog.regardingobjectid.mailbox': ['regardingobjectid_mailbox', 'tracelog_Mailbox'],
  'tracelog.regardingobjectid.emailserverprofile': [
    'regardingobjectid_emailserverprofile',
    'tracelog_EmailServerProfile',
  ],
  'tracelog.parenttracelogid.tracelog': ['parenttracelogid', 'tracelog_parent_tracelog'],
  'email.sendersaccount.account': ['sendersaccount', 'Account_Email_SendersAccount'],
  'email.correlatedactivityid.email': [
    'CorrelatedActivityId_Email',
    'email_email_CorrelatedActivityId',
  ],
  'email.parentactivityid.email': ['parentactivityid', 'email_email_parentactivityid'],
  'email.sendermailboxid.mailbox': ['sendermailboxid_email', 'email_sendermailboxid_mailbox'],
  'email.receivingmailboxid.mailbox': [
    'ReceivingMailboxId_Email',
    'mailbox_email_ReceivingMailboxId',
  ],
  // Published under one name, acceptingentityid; two properties of a type can't share one.
  'email.acceptingentityid.queue': ['acceptingentityid_queue', 'email_acceptingentity_queue'],
  'email.acceptingentityid.systemuser': [
    'acceptingentityid_systemuser',
    'email_acceptingentity_systemuser',
  ],
  'activityparty.partyid.systemuser': ['partyid_systemuser', 'system_user_activity_parties'],
}

/** Tables whose audit relationships keep the names of their first SQL tables. */
const BASE_NAMED = new Set(['account', 'contact', 'lead', 'queue', 'organization'])

const OWNING_USER: Readonly<Record<string, string>> = {
  account: 'user_accounts',
  contact: 'contact_owning_user',
  lead: 'lead_owning_user',
  activitypointer: 'user_activity',
}

const OWNING_UNIT: Readonly<Record<string, string>> = {
  account: 'business_unit_accounts',
  contact: 'business_unit_contacts',
  lead: 'business_unit_leads',
  queue: 'business_unit_queues2',
  email: 'business_unit_email_activities',
  appointment: 'business_unit_appointment_activities',
  recurringappointmentmaster: 'business_unit_recurringappointmentmaster_activities',
  task: 'business_unit_task_activities',
}

/** How Dataverse capitalizes a table inside the name of a relationship. */
const CAPITALS: Readonly<Record<string, string>> = {
  account: 'Account',
  contact: 'Contact',
  lead: 'Lead',
  queue: 'Queue',
  systemuser: 'SystemUser',
  email: 'Emails',
  appointment: 'Appointments',
  recurringappointmentmaster: 'RecurringAppointmentMasters',
  task: 'Tasks',
  activitypointer: 'ActivityPointers',
  mailboxtrackingfolder: 'MailboxTrackingFolder',
}

const capital = (table: string): string => CAPITALS[table] ?? table

/**
 * Names of the relationship from a lookup of a table to one of the tables it may point to.
 * @param shared the lookup is one every activity has; a table of activities then puts its own name
 * behind, since it inherits the plain name from `activitypointer`
 */
export function relationshipNames(
  table: Table,
  column: Column,
  target: string,
  shared: boolean,
): RelationshipNames {
  const known = PUBLISHED[`${table.logicalName}.${column.logicalName}.${target}`]
  if (known !== undefined) return { single: known[0], collection: known[1] }
  const isMulti = column.targets.length > 1 && column.type !== 'owner'
  const plain = isMulti ? `${column.logicalName}_${target}` : column.logicalName
  const single = shared ? `${plain}_${table.logicalName}` : plain
  return { single, collection: collectionName(table, column.logicalName, target) }
}

function collectionName(table: Table, lookup: string, target: string): string {
  const { logicalName: name } = table
  switch (lookup) {
    case 'createdby':
    case 'modifiedby':
      return `lk_${BASE_NAMED.has(name) ? `${name}base` : name}_${lookup}`
    case 'ownerid':
      return `owner_${table.entitySetName}`
    case 'owninguser':
      return OWNING_USER[name] ?? `user_${name}`
    case 'owningbusinessunit':
      return OWNING_UNIT[name] ?? `business_unit_${name}`
    case 'emailsender':
      return `${capital(target)}_Email_EmailSender`
    case 'partyid':
      return `${target}_activity_parties`
    case 'regardingobjectid':
      return `${capital(target)}_${capital(name)}`
    default:
      return `${target}_${name}_${lookup}`
  }
}

/**
 * Activities are pointed to by their parts under one lookup that means the activity of whatever
 * table; Dataverse has a relationship for each of those tables beside the one to the union.
 */
export function activityPartNames(part: Table, activity: Table): RelationshipNames | null {
  const { logicalName: name } = activity
  if (part.logicalName === 'activityparty') {
    return { single: `activityid_${name}`, collection: `${name}_activity_parties` }
  }
  const ATTACHING = ['activitypointer', 'email', 'appointment']
  if (part.logicalName !== 'activitymimeattachment' || !ATTACHING.includes(name)) return null
  const prefix = name === 'activitypointer' ? 'activity_pointer' : name
  return { single: `objectid_${name}`, collection: `${prefix}_activity_mime_attachment` }
}
