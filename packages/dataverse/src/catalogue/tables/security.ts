import { accessBy, FOR_ADMINISTRATORS } from '../access.ts'
import {
  auditColumns,
  bool,
  datetime,
  entityname,
  guid,
  int,
  lookup,
  memo,
  picklist,
  primaryId,
  stateColumns,
  text,
} from '../columns.ts'
import type { Table } from '../types.ts'

const RO = { readOnly: true }
const versionnumber = auditColumns.filter((one) => one.logicalName === 'versionnumber')

/** What somebody may do, in four roles that are the same everywhere; a view. */
export const role: Table = {
  logicalName: 'role',
  entitySetName: 'roles',
  typeCode: 1036,
  primaryId: 'roleid',
  primaryName: 'name',
  isActivity: false,
  source: 'view',
  columns: [
    primaryId('roleid'),
    text('name', 100, RO),
    memo('description', RO),
    lookup('businessunitid', ['businessunit'], RO),
    lookup('parentrootroleid', ['role'], RO),
    guid('roletemplateid', RO),
    picklist('isinherited', 'role_isinherited', RO),
    bool('ismanaged', { readOnly: true, labels: ['Unmanaged', 'Managed'] }),
    picklist('componentstate', 'componentstate', RO),
    lookup('organizationid', ['organization'], RO),
    ...auditColumns,
  ],
}

/** The roles of each user; a view. */
export const systemuserroles: Table = {
  logicalName: 'systemuserroles',
  entitySetName: 'systemuserrolescollection',
  typeCode: 15,
  primaryId: 'systemuserroleid',
  primaryName: null,
  isActivity: false,
  source: 'view',
  access: accessBy([], 'user', 'systemuserid'),
  columns: [
    primaryId('systemuserroleid'),
    guid('systemuserid', RO),
    guid('roleid', RO),
    datetime('createdon', RO),
    ...versionnumber,
  ],
}

/** Who changed what in the administration; a view. */
export const audit: Table = {
  logicalName: 'audit',
  entitySetName: 'audits',
  typeCode: 4567,
  primaryId: 'auditid',
  primaryName: null,
  isActivity: false,
  source: 'view',
  access: FOR_ADMINISTRATORS,
  columns: [
    primaryId('auditid'),
    datetime('createdon', RO),
    picklist('operation', 'audit_operation', RO),
    picklist('action', 'audit_action', RO),
    entityname('objecttypecode', RO),
    // No table is given, since the object may be no row or may be deleted.
    lookup('objectid', [], RO),
    lookup('userid', ['systemuser'], RO),
    memo('changedata', RO),
    ...versionnumber,
  ],
}

/** Always empty, since there are no teams. */
export const team: Table = {
  logicalName: 'team',
  entitySetName: 'teams',
  typeCode: 9,
  primaryId: 'teamid',
  primaryName: 'name',
  isActivity: false,
  source: 'view',
  isEmpty: true,
  columns: [
    primaryId('teamid'),
    text('name', 160, RO),
    memo('description', RO),
    picklist('teamtype', 'team_teamtype', RO),
    bool('isdefault', RO),
    text('emailaddress', 100, RO),
    lookup('businessunitid', ['businessunit'], RO),
    lookup('administratorid', ['systemuser'], RO),
    guid('azureactivedirectoryobjectid', RO),
    lookup('organizationid', ['organization'], RO),
    ...auditColumns,
  ],
}

/** Always empty, since there are no views of lists. */
export const savedquery: Table = {
  logicalName: 'savedquery',
  entitySetName: 'savedqueries',
  typeCode: 1039,
  primaryId: 'savedqueryid',
  primaryName: 'name',
  isActivity: false,
  source: 'view',
  isEmpty: true,
  columns: [
    primaryId('savedqueryid'),
    text('name', 200, RO),
    memo('description', RO),
    entityname('returnedtypecode', RO),
    int('querytype', RO),
    memo('fetchxml', RO),
    memo('layoutxml', RO),
    bool('isdefault', RO),
    bool('isquickfindquery', RO),
    ...stateColumns('savedquery', { state: 0, status: 1 }),
    lookup('organizationid', ['organization'], RO),
    ...auditColumns,
  ],
}
