import { accessBy } from '../access.ts'
import {
  auditColumns,
  bool,
  datetime,
  int,
  memo,
  ownerColumns,
  picklist,
  primaryId,
  stateColumns,
  text,
} from '../columns.ts'
import type { Column, Table } from '../types.ts'

const RO = { readOnly: true }
const off = { default: false }
const on = { default: true }

const location: readonly Column[] = [
  bool('useautodiscover', on),
  text('defaultserverlocation', 320),
  text('incomingserverlocation', 2048),
  text('outgoingserverlocation', 2048),
  int('incomingportnumber'),
  int('outgoingportnumber'),
  bool('incomingusessl', on),
  bool('outgoingusessl', on),
  bool('usesamesettingsforoutgoingconnections', on),
]

const credentials: readonly Column[] = [
  bool('incominguseimpersonation', on),
  bool('outgoinguseimpersonation', on),
  picklist('incomingcredentialretrieval', 'emailserverprofile_incomingcredentialretrieval', {
    default: 1,
  }),
  picklist('outgoingcredentialretrieval', 'emailserverprofile_outgoingcredentialretrieval', {
    default: 1,
  }),
  picklist('incomingauthenticationprotocol', 'emailserverprofile_incomingauthenticationprotocol', {
    default: 0,
  }),
  picklist('outgoingauthenticationprotocol', 'emailserverprofile_outgoingauthenticationprotocol', {
    default: 0,
  }),
  text('exchangeonlinetenantid', 100),
]

const testResults: readonly Column[] = [
  datetime('lastteststarttime', RO),
  picklist('lasttestexecutionstatus', 'emailserverprofile_lasttestexecutionstatus', RO),
  int('lastauthorizationstatus', RO),
  int('lasttestvalidationstatus', RO),
  memo('lasttestrequest', RO),
  memo('lasttestresponse', RO),
  memo('lastcrmmessage', RO),
  int('lasttesttotalexecutiontime', RO),
]

export const emailserverprofile: Table = {
  logicalName: 'emailserverprofile',
  entitySetName: 'emailserverprofiles',
  typeCode: 9605,
  primaryId: 'emailserverprofileid',
  primaryName: 'name',
  alternateKeys: [['name']],
  isActivity: false,
  source: 'table',
  access: accessBy(['configuration'], 'user', 'ownerid'),
  columns: [
    primaryId('emailserverprofileid'),
    text('name', 200),
    memo('description'),
    picklist('servertype', 'emailserverprofile_servertype', { default: 3 }),
    picklist('exchangeversion', 'emailserverprofile_exchangeversion', { default: 5 }),
    ...location,
    ...credentials,
    datetime('processemailsreceivedafter'),
    int('minpollingintervalinminutes', { default: 0 }),
    int('maxconcurrentconnections', { default: 10 }),
    bool('moveundeliveredemails', off),
    bool('sendemailalert', off),
    bool('timeoutmailboxconnection', off),
    int('timeoutmailboxconnectionafteramount'),
    int('encodingcodepage'),
    ...testResults,
    ...stateColumns('emailserverprofile', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}
