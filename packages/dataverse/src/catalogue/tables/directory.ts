import { accessBy, OF_MAILBOXES } from '../access.ts'
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
  text,
} from '../columns.ts'
import type { Table } from '../types.ts'

const RO = { readOnly: true }

/** One per organization, the root; a view of it, since its name is the organization's. */
export const businessunit: Table = {
  logicalName: 'businessunit',
  entitySetName: 'businessunits',
  typeCode: 10,
  primaryId: 'businessunitid',
  primaryName: 'name',
  isActivity: false,
  source: 'view',
  columns: [
    primaryId('businessunitid'),
    text('name', 160, RO),
    bool('isdisabled', RO),
    lookup('parentbusinessunitid', ['businessunit'], RO),
    lookup('organizationid', ['organization'], RO),
    ...auditColumns,
  ],
}

export const publisher: Table = {
  logicalName: 'publisher',
  entitySetName: 'publishers',
  typeCode: 7101,
  primaryId: 'publisherid',
  primaryName: 'friendlyname',
  alternateKeys: [['uniquename']],
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('publisherid'),
    text('uniquename', 256, { required: true }),
    text('friendlyname', 256, { required: true }),
    text('customizationprefix', 8),
    memo('description'),
    bool('isreadonly', { readOnly: true, default: false }),
    lookup('organizationid', ['organization'], RO),
    ...auditColumns,
  ],
}

/** What was imported, beside the two solutions every organization has. */
export const solution: Table = {
  logicalName: 'solution',
  entitySetName: 'solutions',
  typeCode: 7100,
  primaryId: 'solutionid',
  primaryName: 'friendlyname',
  alternateKeys: [['uniquename']],
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('solutionid'),
    text('uniquename', 65, { required: true }),
    text('friendlyname', 256, { required: true }),
    text('version', 256, { required: true }),
    memo('description'),
    bool('ismanaged', { readOnly: true, default: false, labels: ['Unmanaged', 'Managed'] }),
    bool('isvisible', { readOnly: true, default: true }),
    datetime('installedon', { ...RO, dateOnly: true }),
    lookup('publisherid', ['publisher']),
    lookup('organizationid', ['organization'], RO),
    ...auditColumns,
  ],
}

/** A user's row has the user's id. Code 92 of the time zones is UTC, 1033 is English. */
export const usersettings: Table = {
  logicalName: 'usersettings',
  entitySetName: 'usersettingscollection',
  typeCode: 150,
  primaryId: 'systemuserid',
  primaryName: null,
  isActivity: false,
  source: 'table',
  access: accessBy(['businessUnit'], 'user', 'systemuserid'),
  columns: [
    primaryId('systemuserid'),
    lookup('businessunitid', ['businessunit'], RO),
    picklist('incomingemailfilteringmethod', 'usersettings_incomingemailfilteringmethod', {
      default: 1,
    }),
    int('autocreatecontactonpromote', { default: 1 }),
    int('trackingtokenid'),
    int('nexttrackingnumber', RO),
    bool('synccontactcompany', { default: false }),
    int('timezonecode', { default: 92 }),
    int('localeid', { default: 1033 }),
    int('uilanguageid', { default: 1033 }),
    ...auditColumns,
  ],
}

/** A folder of a mailbox whose messages are to be tracked under a row (spec 9.9). */
export const mailboxtrackingfolder: Table = {
  logicalName: 'mailboxtrackingfolder',
  entitySetName: 'mailboxtrackingfolders',
  typeCode: 9608,
  primaryId: 'mailboxtrackingfolderid',
  primaryName: null,
  isActivity: false,
  source: 'table',
  access: OF_MAILBOXES,
  columns: [
    primaryId('mailboxtrackingfolderid'),
    lookup('mailboxid', ['mailbox']),
    text('exchangefolderid', 1024),
    text('exchangefoldername', 1024),
    int('folderonboardingstatus', { default: 0 }),
    lookup('regardingobjectid', ['account', 'contact', 'lead']),
    ...ownerColumns,
    ...auditColumns,
  ],
}
