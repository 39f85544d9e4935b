import { accessBy, OF_PARTIES } from '../access.ts'
import {
  auditColumns,
  bool,
  entityname,
  int,
  lookup,
  memo,
  ownerColumns,
  PARTY_TARGETS,
  picklist,
  primaryId,
  text,
} from '../columns.ts'
import type { Table } from '../types.ts'

const RO = { readOnly: true }

/** A party without `partyid` is unresolved: only `addressused` is known. */
export const activityparty: Table = {
  logicalName: 'activityparty',
  entitySetName: 'activityparties',
  typeCode: 135,
  primaryId: 'activitypartyid',
  primaryName: 'partyidname',
  isActivity: false,
  source: 'table',
  access: OF_PARTIES,
  columns: [
    primaryId('activitypartyid'),
    lookup('activityid', ['activitypointer'], { required: true }),
    lookup('partyid', PARTY_TARGETS),
    text('partyidname', 400, RO),
    text('addressused', 320),
    int('addressusedemailcolumnnumber', RO),
    text('exchangeentryid', 1024),
    bool('ispartydeleted', { readOnly: true, default: false }),
    picklist('participationtypemask', 'activityparty_participationtypemask', { required: true }),
    ...ownerColumns,
    ...auditColumns,
  ],
}

/** `body` is the content in base64, as the Web API answers it. */
export const activitymimeattachment: Table = {
  logicalName: 'activitymimeattachment',
  entitySetName: 'activitymimeattachments',
  typeCode: 1001,
  primaryId: 'activitymimeattachmentid',
  primaryName: 'filename',
  isActivity: false,
  source: 'table',
  access: accessBy(['businessUnit'], 'activity', 'objectid'),
  columns: [
    primaryId('activitymimeattachmentid'),
    lookup('objectid', ['activitypointer'], { required: true }),
    entityname('objecttypecode', { required: true }),
    text('filename', 255),
    text('mimetype', 256),
    memo('body'),
    int('filesize', RO),
    int('attachmentnumber'),
    text('attachmentcontentid', 250),
    ...ownerColumns,
    ...auditColumns,
  ],
}
