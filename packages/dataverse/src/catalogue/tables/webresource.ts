import { auditColumns, bool, guid, int, memo, picklist, primaryId, text } from '../columns.ts'
import type { Table } from '../types.ts'

const RO = { readOnly: true }

/** `content` holds the file's bytes in base64, as Dataverse has it. */
export const webresource: Table = {
  logicalName: 'webresource',
  entitySetName: 'webresourceset',
  typeCode: 9333,
  primaryId: 'webresourceid',
  primaryName: 'name',
  alternateKeys: [['name']],
  isActivity: false,
  source: 'table',
  columns: [
    primaryId('webresourceid'),
    text('name', 256, { required: true }),
    text('displayname', 200),
    text('description', 2000),
    picklist('webresourcetype', 'webresource_webresourcetype', { required: true }),
    memo('content'),
    text('dependencyxml', 5000),
    int('languagecode'),
    text('introducedversion', 48),
    bool('ismanaged', { readOnly: true, default: false, labels: ['Unmanaged', 'Managed'] }),
    bool('isenabledformobileclient', { default: false }),
    bool('isavailableformobileoffline', { default: false }),
    picklist('componentstate', 'componentstate', { readOnly: true, default: 0 }),
    guid('solutionid', RO),
    ...auditColumns,
  ],
}
