import { accessBy } from '../access.ts'
import {
  auditColumns,
  bool,
  datetime,
  entityname,
  int,
  lookup,
  memo,
  ownerColumns,
  picklist,
  primaryId,
  stateColumns,
  text,
} from '../columns.ts'
import type { Table } from '../types.ts'

const RO = { readOnly: true }

/** System jobs. Only bulk deletions create them. */
export const asyncoperation: Table = {
  logicalName: 'asyncoperation',
  entitySetName: 'asyncoperations',
  typeCode: 4700,
  primaryId: 'asyncoperationid',
  primaryName: 'name',
  isActivity: false,
  source: 'table',
  access: accessBy([], 'user', 'ownerid'),
  columns: [
    primaryId('asyncoperationid'),
    text('name', 256, RO),
    picklist('operationtype', 'asyncoperation_operationtype', RO),
    entityname('primaryentitytype', RO),
    memo('message', RO),
    memo('friendlymessage', RO),
    int('errorcode', RO),
    int('retrycount', { readOnly: true, default: 0 }),
    datetime('startedon', RO),
    datetime('completedon', RO),
    datetime('postponeuntil', RO),
    ...stateColumns('asyncoperation', { state: 0, status: 0 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

export const bulkdeleteoperation: Table = {
  logicalName: 'bulkdeleteoperation',
  entitySetName: 'bulkdeleteoperations',
  typeCode: 4424,
  primaryId: 'bulkdeleteoperationid',
  primaryName: 'name',
  isActivity: false,
  source: 'table',
  access: accessBy([], 'user', 'ownerid'),
  columns: [
    primaryId('bulkdeleteoperationid'),
    text('name', 256, RO),
    lookup('asyncoperationid', ['asyncoperation'], RO),
    bool('isrecurring', { readOnly: true, default: false }),
    datetime('nextrun', RO),
    memo('orderedquerysetxml', RO),
    int('processingqeindex', { readOnly: true, default: 0 }),
    int('successcount', { readOnly: true, default: 0 }),
    int('failurecount', { readOnly: true, default: 0 }),
    ...stateColumns('bulkdeleteoperation', { state: 0, status: 0 }),
    ...ownerColumns,
    ...auditColumns,
  ],
}
