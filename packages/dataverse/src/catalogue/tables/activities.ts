import { OF_PARTIES } from '../access.ts'
import {
  auditColumns,
  bool,
  datetime,
  entityname,
  guid,
  int,
  lookup,
  memo,
  ownerColumns,
  PARTY_TARGETS,
  partylist,
  picklist,
  primaryId,
  stateColumns,
  text,
} from '../columns.ts'
import type { Column, Table } from '../types.ts'

const RO = { readOnly: true }
const off = { default: false }

const REGARDING: readonly string[] = ['account', 'contact', 'lead', 'queue', 'systemuser']

/**
 * The columns every activity table shares with `activitypointer`, which is their union. The subject
 * is as long as the longest of them: Exchange makes none of more than 255 characters, and what is
 * longer is cut (AC9).
 *
 * @param typeName the table's own logical name; null for the union, where each row says its own
 */
export function activityColumns(typeName: string | null): readonly Column[] {
  return [
    primaryId('activityid'),
    entityname('activitytypecode', { readOnly: true, required: true, default: typeName }),
    text('subject', 800),
    memo('description'),
    lookup('regardingobjectid', REGARDING),
    datetime('scheduledstart'),
    datetime('scheduledend'),
    int('scheduleddurationminutes'),
    datetime('actualstart'),
    datetime('actualend'),
    int('actualdurationminutes'),
    picklist('prioritycode', 'activitypointer_prioritycode', { default: 1 }),
    datetime('senton', RO),
    datetime('sortdate'),
    text('exchangeitemid', 1024),
    text('exchangeweblink', 1250),
    picklist('instancetypecode', 'activitypointer_instancetypecode', {
      readOnly: true,
      default: 0,
    }),
  ]
}

export const activitypointer: Table = {
  logicalName: 'activitypointer',
  entitySetName: 'activitypointers',
  typeCode: 4200,
  primaryId: 'activityid',
  primaryName: 'subject',
  isActivity: true,
  source: 'view',
  access: OF_PARTIES,
  columns: [
    ...activityColumns(null),
    ...stateColumns('activitypointer', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

const threading: readonly Column[] = [
  text('messageid', 1000),
  guid('messageiddupcheck', RO),
  text('inreplyto', 1000, RO),
  text('conversationindex', 2048, RO),
  int('baseconversationindexhash'),
  guid('conversationtrackingid'),
  text('trackingtoken', 50),
  picklist('correlationmethod', 'email_correlationmethod', RO),
  lookup('correlatedactivityid', ['email']),
  lookup('parentactivityid', ['email']),
  guid('emailtrackingid'),
]

const people: readonly Column[] = [
  text('sender', 250),
  lookup('emailsender', PARTY_TARGETS, RO),
  lookup('sendersaccount', ['account'], RO),
  memo('torecipients'),
  partylist('from', 1),
  partylist('to', 2),
  partylist('cc', 3),
  partylist('bcc', 4),
  text('submittedby', 250),
  lookup('acceptingentityid', ['queue', 'systemuser']),
  lookup('receivingmailboxid', ['mailbox']),
  lookup('sendermailboxid', ['mailbox'], RO),
]

export const email: Table = {
  logicalName: 'email',
  entitySetName: 'emails',
  typeCode: 4202,
  primaryId: 'activityid',
  primaryName: 'subject',
  isActivity: true,
  source: 'table',
  access: OF_PARTIES,
  columns: [
    ...activityColumns('email'),
    bool('directioncode', { default: true, labels: ['Incoming', 'Outgoing'] }),
    ...threading,
    ...people,
    bool('isworkflowcreated', off),
    text('mimetype', 256),
    int('attachmentcount', { readOnly: true, default: 0 }),
    int('deliveryattempts', { default: 0 }),
    picklist('deliveryprioritycode', 'email_deliveryprioritycode', { default: 1 }),
    bool('readreceiptrequested', off),
    bool('deliveryreceiptrequested', off),
    picklist('notifications', 'email_notifications', { default: 0 }),
    datetime('postponeemailprocessinguntil', RO),
    int('isunsafe', RO),
    ...stateColumns('email', { state: 0, status: 1 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

export const task: Table = {
  logicalName: 'task',
  entitySetName: 'tasks',
  typeCode: 4212,
  primaryId: 'activityid',
  primaryName: 'subject',
  isActivity: true,
  source: 'table',
  access: OF_PARTIES,
  columns: [
    ...activityColumns('task').map((column) =>
      /^actual(start|end)$/.test(column.logicalName)
        ? { ...column, dateOnly: true as const }
        : column,
    ),
    int('percentcomplete'),
    guid('crmtaskassigneduniqueid'),
    ...stateColumns('task', { state: 0, status: 2 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}
