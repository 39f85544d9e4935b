import { FOR_CUSTOMIZERS } from '../access.ts'
import {
  auditColumns,
  bool,
  entityname,
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
const required = { required: true }

/** Addresses that are notified of changes. Only webhooks (contract 8) are stored here. */
export const serviceendpoint: Table = {
  logicalName: 'serviceendpoint',
  entitySetName: 'serviceendpoints',
  typeCode: 4618,
  primaryId: 'serviceendpointid',
  primaryName: 'name',
  isActivity: false,
  source: 'table',
  access: FOR_CUSTOMIZERS,
  columns: [
    primaryId('serviceendpointid'),
    text('name', 256, required),
    memo('description'),
    picklist('contract', 'serviceendpoint_contract', { required: true, default: 8 }),
    text('url', 2000),
    picklist('authtype', 'serviceendpoint_authtype'),
    text('authvalue', 2048, { secret: true }),
    bool('isauthvalueset', { readOnly: true, default: false }),
    picklist('messageformat', 'serviceendpoint_messageformat', { default: 2 }),
    ...auditColumns,
  ],
}

/** The messages a step can be registered for; a view. */
export const sdkmessage: Table = {
  logicalName: 'sdkmessage',
  entitySetName: 'sdkmessages',
  typeCode: 4606,
  primaryId: 'sdkmessageid',
  primaryName: 'name',
  isActivity: false,
  source: 'view',
  columns: [
    primaryId('sdkmessageid'),
    text('name', 256, RO),
    bool('isprivate', RO),
    ...auditColumns,
  ],
}

/** The messages of each table; a view. */
export const sdkmessagefilter: Table = {
  logicalName: 'sdkmessagefilter',
  entitySetName: 'sdkmessagefilters',
  typeCode: 4607,
  primaryId: 'sdkmessagefilterid',
  primaryName: null,
  isActivity: false,
  source: 'view',
  columns: [
    primaryId('sdkmessagefilterid'),
    lookup('sdkmessageid', ['sdkmessage'], RO),
    entityname('primaryobjecttypecode', RO),
    entityname('secondaryobjecttypecode', RO),
    bool('iscustomprocessingstepallowed', RO),
    ...auditColumns,
  ],
}

/** Links changes to addresses. Steps run asynchronously after the change, in no other stage. */
export const sdkmessageprocessingstep: Table = {
  logicalName: 'sdkmessageprocessingstep',
  entitySetName: 'sdkmessageprocessingsteps',
  typeCode: 4608,
  primaryId: 'sdkmessageprocessingstepid',
  primaryName: 'name',
  isActivity: false,
  source: 'table',
  access: FOR_CUSTOMIZERS,
  columns: [
    primaryId('sdkmessageprocessingstepid'),
    text('name', 256, required),
    text('description', 256),
    lookup('eventhandler', ['serviceendpoint'], required),
    lookup('sdkmessageid', ['sdkmessage'], required),
    lookup('sdkmessagefilterid', ['sdkmessagefilter'], required),
    memo('filteringattributes'),
    picklist('stage', 'sdkmessageprocessingstep_stage', { required: true, default: 40 }),
    picklist('mode', 'sdkmessageprocessingstep_mode', { required: true, default: 1 }),
    int('rank', { default: 1 }),
    bool('asyncautodelete', { default: false }),
    picklist('supporteddeployment', 'sdkmessageprocessingstep_supporteddeployment', { default: 0 }),
    ...stateColumns('sdkmessageprocessingstep', { state: 0, status: 1 }),
    ...auditColumns,
  ],
}
