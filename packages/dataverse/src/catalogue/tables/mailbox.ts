import { OF_MAILBOXES } from '../access.ts'
import {
  auditColumns,
  bool,
  datetime,
  int,
  lookup,
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
const counter = { readOnly: true, default: 0 }

const methods: readonly Column[] = [
  picklist('incomingemaildeliverymethod', 'mailbox_incomingemaildeliverymethod', { default: 2 }),
  picklist('outgoingemaildeliverymethod', 'mailbox_outgoingemaildeliverymethod', { default: 2 }),
  picklist('actdeliverymethod', 'mailbox_actdeliverymethod', { default: 1 }),
  bool('enabledforincomingemail', off),
  bool('enabledforoutgoingemail', off),
  bool('enabledforact', off),
]

const testResults: readonly Column[] = [
  picklist('incomingemailstatus', 'mailbox_incomingemailstatus', counter),
  picklist('outgoingemailstatus', 'mailbox_outgoingemailstatus', counter),
  picklist('actstatus', 'mailbox_actstatus', counter),
  picklist('mailboxstatus', 'mailbox_mailboxstatus', counter),
  picklist('emailrouteraccessapproval', 'mailbox_emailrouteraccessapproval', { default: 0 }),
  bool('isemailaddressapprovedbyo365admin', off),
  lookup('emailaddressapprovedby', ['systemuser'], RO),
  datetime('emailaddressapprovedon', RO),
  bool('testemailconfigurationscheduled', off),
  int('testemailconfigurationretrycount', { default: 0 }),
  datetime('testmailboxaccesscompletedon'),
  datetime('postponetestemailconfigurationuntil'),
  lookup('testandenablelastattemptedby', ['systemuser'], RO),
  datetime('testandenablelastattemptedon', RO),
]

const schedule: readonly Column[] = [
  datetime('postponemailboxprocessinguntil', { dateOnly: true }),
  datetime('postponesendinguntil', { dateOnly: true }),
  datetime('receivingpostponeduntil', { ...RO, dateOnly: true }),
  datetime('receivingpostponeduntilforact', { ...RO, dateOnly: true }),
  datetime('processinglastattemptedon'),
  datetime('processemailreceivedafter', { dateOnly: true }),
  int('nextscheduledactsyncinseconds', RO),
  datetime('lastactiveon', RO),
  int('processingstatecode', counter),
  text('hostid', 160, RO),
  int('mailboxprocessingcontext'),
  memo('exchangesyncstatexml'),
  memo('folderhierarchy'),
  text('lastmessageid', 320),
  int('verboseloggingenabled', { default: 0 }),
]

const health: readonly Column[] = [
  datetime('lastsyncstartedon', RO),
  datetime('lastsuccessfulsynccompletedon', RO),
  memo('lastsyncerror', RO),
  int('lastsyncerrorcode', RO),
  int('lastsyncerrorcount', counter),
  datetime('lastsyncerroroccurredon', RO),
  text('lastsyncerrormachinename', 320, RO),
  int('itemsprocessedforlastsync', counter),
  int('itemsfailedforlastsync', counter),
  int('noemailcount', { default: 0 }),
  int('noactcount', { default: 0 }),
  int('processedtimes', counter),
  int('transientfailurecount', counter),
  int('averagetotalduration', RO),
  int('lastduration', RO),
  int('forcedunlockcount', counter),
  datetime('lastmailboxforcedunlockoccurredon', RO),
]

const tagging: readonly Column[] = [
  datetime('tagemailsafter', { dateOnly: true }),
  datetime('lasttagcompletedon'),
  text('lasttaggedmessageid', 320),
  bool('lasttagprocessedmaxitems'),
]

export const mailbox: Table = {
  logicalName: 'mailbox',
  entitySetName: 'mailboxes',
  typeCode: 9606,
  primaryId: 'mailboxid',
  primaryName: 'name',
  alternateKeys: [['emailaddress']],
  isActivity: false,
  source: 'table',
  access: OF_MAILBOXES,
  columns: [
    primaryId('mailboxid'),
    text('name', 200),
    text('emailaddress', 100),
    lookup('regardingobjectid', ['systemuser', 'queue'], RO),
    lookup('emailserverprofile', ['emailserverprofile']),
    bool('isforwardmailbox', off),
    bool('isserviceaccount', { readOnly: true, default: false }),
    ...methods,
    ...testResults,
    ...schedule,
    ...health,
    ...tagging,
    text('ewsurl', 320),
    text('username', 200),
    text('password', 2000, { secret: true }),
    bool('allowemailconnectortousecredentials', off),
    bool('processanddeleteemails', off),
    text('undeliverablefolder', 320),
    bool('isactsyncorgflagset', off),
    bool('orgmarkedasprimaryforexchangesync', off),
    datetime('lastautodiscoveredon'),
    ...stateColumns('mailbox', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}
