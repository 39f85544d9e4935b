import { optionSet, statusSet } from './option-set.ts'
import { PLATFORM_OPTION_SETS } from './option-sets-of-platform.ts'
import type { OptionSet } from './types.ts'

const activeInactive = { 0: 'Active', 1: 'Inactive' }
const activeInactiveStatus = [
  [1, 'Active', 0],
  [2, 'Inactive', 1],
] as const
const runStatus = { 0: 'Not Run', 1: 'Success', 2: 'Failure' }
const incomingMethod = {
  0: 'None',
  1: 'Microsoft Dynamics 365 for Outlook',
  2: 'Server-Side Synchronization or Email Router',
  3: 'Forward Mailbox',
}
const outgoingMethod = {
  0: 'None',
  1: 'Microsoft Dynamics 365 for Outlook',
  2: 'Server-Side Synchronization or Email Router',
}
const approval = { 0: 'Empty', 1: 'Approved', 2: 'Pending Approval', 3: 'Rejected' }
const openCompletedCanceled = { 0: 'Open', 1: 'Completed', 2: 'Canceled' }
const priority = { 0: 'Low', 1: 'Normal', 2: 'High' }
const appointmentStatus = [
  [1, 'Free', 0],
  [2, 'Tentative', 0],
  [3, 'Completed', 1],
  [4, 'Canceled', 2],
  [5, 'Busy', 3],
  [6, 'Out of Office', 3],
] as const
const appointmentState = { 0: 'Open', 1: 'Completed', 2: 'Canceled', 3: 'Scheduled' }
const credentialRetrieval = {
  0: 'Credentials Specified by a User or Queue',
  1: 'Credentials Specified in Email Server Profile',
  2: 'Server to Server Authentication',
  3: 'Windows Integrated Authentication',
  4: 'Without Credentials (Anonymous)',
}
const authenticationProtocol = { 0: 'Auto Detect', 1: 'Negotiate', 2: 'NTLM', 3: 'Basic' }
const filteringMethod = {
  0: 'All email messages',
  1: 'Email messages in response to Dynamics 365 email',
  2: 'Email messages from Dynamics 365 Leads, Contacts and Accounts',
  3: 'Email messages from Dynamics 365 records that are email enabled',
  4: 'No email messages',
}

const contactMethod = { 1: 'Any', 2: 'Email', 3: 'Phone', 4: 'Fax', 5: 'Mail' }
/** States of system jobs and their reasons, the same in both tables that tell them. */
export const OPTION_SETS = {
  ...PLATFORM_OPTION_SETS,
  account_accountcategorycode: optionSet('account_accountcategorycode', {
    1: 'Preferred Customer',
    2: 'Standard',
  }),
  account_customertypecode: optionSet('account_customertypecode', {
    1: 'Competitor',
    2: 'Consultant',
    3: 'Customer',
    4: 'Investor',
    5: 'Partner',
    6: 'Influencer',
    7: 'Press',
    8: 'Prospect',
    9: 'Reseller',
    10: 'Supplier',
    11: 'Vendor',
    12: 'Other',
  }),
  account_ownershipcode: optionSet('account_ownershipcode', {
    1: 'Public',
    2: 'Private',
    3: 'Subsidiary',
    4: 'Other',
  }),
  account_preferredcontactmethodcode: optionSet(
    'account_preferredcontactmethodcode',
    contactMethod,
  ),
  account_statecode: optionSet('account_statecode', activeInactive),
  account_statuscode: statusSet('account_statuscode', activeInactiveStatus),
  activityparty_participationtypemask: optionSet('activityparty_participationtypemask', {
    1: 'Sender',
    2: 'To Recipient',
    3: 'CC Recipient',
    4: 'BCC Recipient',
    5: 'Required attendee',
    6: 'Optional attendee',
    7: 'Organizer',
    8: 'Regarding',
    9: 'Owner',
    10: 'Resource',
    11: 'Customer',
  }),
  activitypointer_instancetypecode: optionSet('activitypointer_instancetypecode', {
    0: 'Not Recurring',
    1: 'Recurring Master',
    2: 'Recurring Instance',
    3: 'Recurring Exception',
    4: 'Recurring Future Exception',
  }),
  activitypointer_prioritycode: optionSet('activitypointer_prioritycode', priority),
  activitypointer_statecode: optionSet('activitypointer_statecode', appointmentState),
  activitypointer_statuscode: statusSet('activitypointer_statuscode', [
    [1, 'Open', 0],
    [2, 'Completed', 1],
    [3, 'Canceled', 2],
    [4, 'Scheduled', 3],
  ]),
  appointment_attachmenterrors: optionSet('appointment_attachmenterrors', {
    0: 'None',
    1: 'The appointment was saved as a Microsoft Dynamics 365 appointment record, but not all the attachments could be saved with it.',
  }),
  appointment_statecode: optionSet('appointment_statecode', appointmentState),
  appointment_statuscode: statusSet('appointment_statuscode', appointmentStatus),
  contact_statecode: optionSet('contact_statecode', activeInactive),
  contact_statuscode: statusSet('contact_statuscode', activeInactiveStatus),
  email_correlationmethod: optionSet('email_correlationmethod', {
    0: 'None',
    1: 'Skipped',
    2: 'XHeader',
    3: 'InReplyTo',
    4: 'TrackingToken',
    5: 'ConversationIndex',
    6: 'SmartMatching',
    7: 'CustomCorrelation',
  }),
  email_deliveryprioritycode: optionSet('email_deliveryprioritycode', priority),
  email_notifications: optionSet('email_notifications', {
    0: 'None',
    1: 'The message was saved as a Microsoft Dynamics 365 email record, but not all the attachments could be saved with it.',
    2: 'Truncated body.',
  }),
  email_statecode: optionSet('email_statecode', openCompletedCanceled),
  email_statuscode: statusSet('email_statuscode', [
    [1, 'Draft', 0],
    [2, 'Completed', 1],
    [3, 'Sent', 1],
    [4, 'Received', 1],
    [5, 'Canceled', 2],
    [6, 'Pending Send', 1],
    [7, 'Sending', 1],
    [8, 'Failed', 0],
  ]),
  emailserverprofile_exchangeversion: optionSet('emailserverprofile_exchangeversion', {
    0: 'Exchange 2007',
    1: 'Exchange 2007 SP1',
    2: 'Exchange 2010',
    3: 'Exchange 2010 SP1',
    4: 'Exchange 2010 SP2',
    5: 'Exchange 2013',
  }),
  emailserverprofile_incomingauthenticationprotocol: optionSet(
    'emailserverprofile_incomingauthenticationprotocol',
    authenticationProtocol,
  ),
  emailserverprofile_incomingcredentialretrieval: optionSet(
    'emailserverprofile_incomingcredentialretrieval',
    credentialRetrieval,
  ),
  emailserverprofile_lasttestexecutionstatus: optionSet(
    'emailserverprofile_lasttestexecutionstatus',
    { 0: 'Failure', 1: 'Success', 2: 'Warning' },
  ),
  emailserverprofile_outgoingauthenticationprotocol: optionSet(
    'emailserverprofile_outgoingauthenticationprotocol',
    authenticationProtocol,
  ),
  emailserverprofile_outgoingcredentialretrieval: optionSet(
    'emailserverprofile_outgoingcredentialretrieval',
    credentialRetrieval,
  ),
  emailserverprofile_servertype: optionSet('emailserverprofile_servertype', {
    0: 'Exchange Server',
    1: 'Other (POP3/SMTP)',
    2: 'Exchange Server (Hybrid)',
    3: 'Exchange Online (Hybrid)',
  }),
  emailserverprofile_statecode: optionSet('emailserverprofile_statecode', activeInactive),
  emailserverprofile_statuscode: statusSet('emailserverprofile_statuscode', activeInactiveStatus),
  contact_familystatuscode: optionSet('contact_familystatuscode', {
    1: 'Single',
    2: 'Married',
    3: 'Divorced',
    4: 'Widowed',
  }),
  contact_gendercode: optionSet('contact_gendercode', { 1: 'Male', 2: 'Female' }),
  contact_preferredcontactmethodcode: optionSet(
    'contact_preferredcontactmethodcode',
    contactMethod,
  ),
  lead_leadqualitycode: optionSet('lead_leadqualitycode', { 1: 'Hot', 2: 'Warm', 3: 'Cold' }),
  lead_leadsourcecode: optionSet('lead_leadsourcecode', {
    1: 'Advertisement',
    2: 'Employee Referral',
    3: 'External Referral',
    4: 'Partner',
    5: 'Public Relations',
    6: 'Seminar',
    7: 'Trade Show',
    8: 'Web',
    9: 'Word of Mouth',
    10: 'Other',
  }),
  lead_preferredcontactmethodcode: optionSet('lead_preferredcontactmethodcode', contactMethod),
  lead_statecode: optionSet('lead_statecode', { 0: 'Open', 1: 'Qualified', 2: 'Disqualified' }),
  lead_statuscode: statusSet('lead_statuscode', [
    [1, 'New', 0],
    [2, 'Contacted', 0],
    [3, 'Qualified', 1],
    [4, 'Lost', 2],
    [5, 'Cannot Contact', 2],
    [6, 'No Longer Interested', 2],
    [7, 'Canceled', 2],
  ]),
  mailbox_actdeliverymethod: optionSet('mailbox_actdeliverymethod', {
    0: 'Microsoft Dynamics 365 for Outlook',
    1: 'Server-Side Synchronization',
    2: 'None',
  }),
  mailbox_actstatus: optionSet('mailbox_actstatus', runStatus),
  mailbox_emailrouteraccessapproval: optionSet('mailbox_emailrouteraccessapproval', approval),
  mailbox_incomingemaildeliverymethod: optionSet(
    'mailbox_incomingemaildeliverymethod',
    incomingMethod,
  ),
  mailbox_incomingemailstatus: optionSet('mailbox_incomingemailstatus', runStatus),
  mailbox_mailboxstatus: optionSet('mailbox_mailboxstatus', runStatus),
  mailbox_outgoingemaildeliverymethod: optionSet(
    'mailbox_outgoingemaildeliverymethod',
    outgoingMethod,
  ),
  mailbox_outgoingemailstatus: optionSet('mailbox_outgoingemailstatus', runStatus),
  mailbox_statecode: optionSet('mailbox_statecode', activeInactive),
  mailbox_statuscode: statusSet('mailbox_statuscode', activeInactiveStatus),
  mailboxstatistics_operationtypeid: optionSet('mailboxstatistics_operationtypeid', {
    0: 'Incoming Email',
    1: 'Outgoing Email',
    2: 'Appointments, Contacts, and Tasks',
  }),
  organization_emailconnectionchannel: optionSet('organization_emailconnectionchannel', {
    0: 'Server-Side Synchronization',
    1: 'Microsoft Dynamics 365 Email Router',
  }),
  queue_emailrouteraccessapproval: optionSet('queue_emailrouteraccessapproval', approval),
  queue_incomingemaildeliverymethod: optionSet('queue_incomingemaildeliverymethod', {
    0: 'None',
    2: 'Server-Side Synchronization or Email Router',
    3: 'Forward Mailbox',
  }),
  queue_incomingemailfilteringmethod: optionSet(
    'queue_incomingemailfilteringmethod',
    filteringMethod,
  ),
  queue_outgoingemaildeliverymethod: optionSet('queue_outgoingemaildeliverymethod', {
    0: 'None',
    2: 'Server-Side Synchronization or Email Router',
  }),
  queue_queueviewtype: optionSet('queue_queueviewtype', { 0: 'Public', 1: 'Private' }),
  queue_statecode: optionSet('queue_statecode', activeInactive),
  queue_statuscode: statusSet('queue_statuscode', activeInactiveStatus),
  recurringappointmentmaster_expansionstatecode: optionSet(
    'recurringappointmentmaster_expansionstatecode',
    { 0: 'Unexpanded', 1: 'Partially expanded', 2: 'Fully expanded' },
  ),
  recurringappointmentmaster_instance: optionSet('recurringappointmentmaster_instance', {
    1: 'First',
    2: 'Second',
    3: 'Third',
    4: 'Fourth',
    5: 'Last',
  }),
  recurringappointmentmaster_monthofyear: optionSet('recurringappointmentmaster_monthofyear', {
    0: 'Invalid Month Of Year',
    1: 'January',
    2: 'February',
    3: 'March',
    4: 'April',
    5: 'May',
    6: 'June',
    7: 'July',
    8: 'August',
    9: 'September',
    10: 'October',
    11: 'November',
    12: 'December',
  }),
  recurringappointmentmaster_patternendtype: optionSet(
    'recurringappointmentmaster_patternendtype',
    { 1: 'No End Date', 2: 'Occurrences', 3: 'Pattern End Date' },
  ),
  recurringappointmentmaster_recurrencepatterntype: optionSet(
    'recurringappointmentmaster_recurrencepatterntype',
    { 0: 'Daily', 1: 'Weekly', 2: 'Monthly', 3: 'Yearly' },
  ),
  recurringappointmentmaster_statecode: optionSet(
    'recurringappointmentmaster_statecode',
    appointmentState,
  ),
  recurringappointmentmaster_statuscode: statusSet(
    'recurringappointmentmaster_statuscode',
    appointmentStatus,
  ),
  organization_fullnameconventioncode: optionSet('organization_fullnameconventioncode', {
    0: 'Last Name, First Name',
    1: 'First Name',
    2: 'Last Name, First Name, Middle Initial',
    3: 'First Name, Middle Initial, Last Name',
    4: 'Last Name, First Name, Middle Name',
    5: 'First Name, Middle Name, Last Name',
    6: 'Last Name, space, First Name',
    7: 'Last Name, no space, First Name',
  }),
  organization_plugintracelogsetting: optionSet('organization_plugintracelogsetting', {
    0: 'Off',
    1: 'Exception',
    2: 'All',
  }),
  systemuser_accessmode: optionSet('systemuser_accessmode', {
    0: 'Read-Write',
    1: 'Administrative',
    2: 'Read',
    3: 'Support User',
    4: 'Non-interactive',
    5: 'Delegated Admin',
  }),
  systemuser_emailrouteraccessapproval: optionSet('systemuser_emailrouteraccessapproval', approval),
  systemuser_incomingemaildeliverymethod: optionSet(
    'systemuser_incomingemaildeliverymethod',
    incomingMethod,
  ),
  systemuser_outgoingemaildeliverymethod: optionSet(
    'systemuser_outgoingemaildeliverymethod',
    outgoingMethod,
  ),
  task_statecode: optionSet('task_statecode', openCompletedCanceled),
  task_statuscode: statusSet('task_statuscode', [
    [2, 'Not Started', 0],
    [3, 'In Progress', 0],
    [4, 'Waiting on someone else', 0],
    [5, 'Completed', 1],
    [6, 'Canceled', 2],
    [7, 'Deferred', 0],
  ]),
  tracelog_level: optionSet('tracelog_level', { 1: 'Information', 2: 'Warning', 3: 'Error' }),
  usersettings_incomingemailfilteringmethod: optionSet(
    'usersettings_incomingemailfilteringmethod',
    filteringMethod,
  ),
  audit_action: optionSet('audit_action', {
    1: 'Create',
    2: 'Update',
    3: 'Delete',
    64: 'User Access via Web',
  }),
  audit_operation: optionSet('audit_operation', {
    1: 'Create',
    2: 'Update',
    3: 'Delete',
    4: 'Access',
  }),
  role_isinherited: optionSet('role_isinherited', {
    0: 'Team privileges only',
    1: 'Direct User (Basic) access level and Team privileges',
  }),
  savedquery_statecode: optionSet('savedquery_statecode', { 0: 'Active', 1: 'Inactive' }),
  savedquery_statuscode: statusSet('savedquery_statuscode', [
    [1, 'Active', 0],
    [2, 'Inactive', 1],
  ]),
  team_teamtype: optionSet('team_teamtype', {
    0: 'Owner',
    1: 'Access',
    2: 'Security Group',
    3: 'Office Group',
  }),
  componentstate: optionSet('componentstate', {
    0: 'Published',
    1: 'Unpublished',
    2: 'Deleted',
    3: 'Deleted Unpublished',
  }),
} as const satisfies Readonly<Record<string, OptionSet>>

export type OptionSetName = keyof typeof OPTION_SETS
