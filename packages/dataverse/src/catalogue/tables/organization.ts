import { auditColumns, bool, int, lookup, memo, picklist, primaryId, text } from '../columns.ts'
import type { Table } from '../types.ts'

const on = { default: true }
const off = { default: false }

/**
 * Defaults are those the admin center prints (server-side synchronization documentation of
 * Microsoft: email settings, email tracking); where none is printed the column is null.
 */
export const organization: Table = {
  logicalName: 'organization',
  entitySetName: 'organizations',
  typeCode: 1019,
  primaryId: 'organizationid',
  primaryName: 'name',
  isActivity: false,
  source: 'table',
  columns: [
    { ...primaryId('organizationid'), readOnly: true },
    text('name', 160, { required: true }),
    memo('orgdborgsettings'),

    picklist('emailconnectionchannel', 'organization_emailconnectionchannel', { default: 0 }),
    lookup('defaultemailserverprofileid', ['emailserverprofile']),
    memo('defaultemailsettings'),
    bool('requireapprovalforuseremail', on),
    bool('requireapprovalforqueueemail', on),
    int('maxuploadfilesize', { default: 5_242_880 }),
    memo('blockedattachments'),
    bool('rendersecureiframeforemail', off),
    bool('allowunresolvedpartiesonemailsend', off),
    bool('unresolveemailaddressifmultiplematch', off),
    bool('resolvesimilarunresolvedemailaddress', on),
    bool('ignoreinternalemail', off),

    bool('emailcorrelationenabled', on),
    bool('enablesmartmatching', off),
    bool('isfolderbasedtrackingenabled', on),
    int('maxfolderbasedtrackingmappings'),
    text('trackingprefix', 256, { default: 'CRM:' }),
    int('trackingtokenidbase', { default: 0 }),
    int('trackingtokeniddigits', { default: 3 }),
    int('maximumtrackingnumber'),
    int('nexttrackingnumber'),
    memo('hashfilterkeywords'),
    int('hashmaxcount'),
    int('hashdeltasubjectcount'),
    int('hashminaddresscount'),
    bool('isemailmonitoringallowed'),

    bool('generatealertsforerrors', on),
    bool('generatealertsforwarnings', on),
    bool('generatealertsforinformation', on),
    bool('notifymailboxownerofemailserverlevelalerts', off),

    bool('isappointmentattachmentsyncenabled', off),
    bool('isassignedtaskssyncenabled', off),
    bool('iscontactmailingaddresssyncenabled', off),
    bool('appointmentricheditorexperience', off),
    bool('isdelegateaccessenabled', off),
    // Limits: Microsoft, Dataverse table reference "Organization".
    int('futureexpansionwindow', { range: [1, 140] }),
    int('pastexpansionwindow', { default: 3, range: [1, 120] }),
    int('recurrenceexpansionsynchcreatemax'),
    int('recurrenceexpansionjobbatchsize'),
    int('recurrenceexpansionjobbatchinterval'),
    int('maxappointmentdurationdays'),

    bool('ismailboxinactivebackoffenabled'),
    bool('ismailboxforcedunlockingenabled'),
    int('mailboxintermittentissueminrange'),
    int('mailboxpermanentissueminrange'),
    int('incomingemailexchangeemailretrievalbatchsize'),
    int('maxverboseloggingmailbox'),
    int('maxverboseloggingsynccycles'),
    bool('isemailserverprofilecontentfilteringenabled', off),
    int('tagpollingperiod'),
    int('tagmaxaggressivecycles'),
    int('expirechangetrackingindays', { default: 30 }),

    // What administrators' tools read and write beside; kept, and nothing here acts on it.
    bool('isauditenabled', off),
    bool('isuseraccessauditenabled', off),
    bool('isreadauditenabled', off),
    int('auditretentionperiodv2'),
    bool('enableunifiedinterfaceshellrefresh'),
    bool('issopintegrationenabled'),
    int('maxrecordsforexporttoexcel'),
    bool('allowclientmessagebarad'),
    int('expiresubscriptionsindays'),
    int('maximumactivebusinessprocessflowsallowedperentity', { default: 10 }),
    int('daysbeforeemaildescriptionismigrated'),
    bool('isautosaveenabled'),
    picklist('plugintracelogsetting', 'organization_plugintracelogsetting', { default: 0 }),
    bool('sessiontimeoutenabled', off),
    int('sessiontimeoutinmins'),
    int('sessiontimeoutreminderinmins'),
    bool('inactivitytimeoutenabled', off),
    int('inactivitytimeoutinmins'),
    bool('isexternalsearchindexenabled', off),
    text('schemanameprefix', 8, { default: 'new' }),
    // How values are written here (`FormattedValue`); another value changes nothing.
    int('languagecode', { readOnly: true, default: 1033 }),
    int('localeid', { readOnly: true, default: 1033 }),
    text('currencysymbol', 13, { readOnly: true, default: '$' }),
    int('currencydecimalprecision', { readOnly: true, default: 2 }),
    text('dateformatstring', 255, { readOnly: true, default: 'M/d/yyyy' }),
    text('timeformatstring', 255, { readOnly: true, default: 'h:mm tt' }),
    picklist('fullnameconventioncode', 'organization_fullnameconventioncode', {
      readOnly: true,
      default: 1,
    }),
    ...auditColumns,
  ],
}
