import { activitypointer, email, task } from './tables/activities.ts'
import { activitymimeattachment, activityparty } from './tables/activity-parts.ts'
import { appointment, recurringappointmentmaster } from './tables/appointments.ts'
import {
  businessunit,
  mailboxtrackingfolder,
  publisher,
  solution,
  usersettings,
} from './tables/directory.ts'
import { emailserverprofile } from './tables/email-server-profile.ts'
import { asyncoperation, bulkdeleteoperation } from './tables/jobs.ts'
import { mailbox } from './tables/mailbox.ts'
import { organization } from './tables/organization.ts'
import { account, contact, lead, queue, systemuser } from './tables/people.ts'
import { audit, role, savedquery, systemuserroles, team } from './tables/security.ts'
import {
  exchangesyncidmapping,
  mailboxstatistics,
  mailboxtrackingcategory,
  tracelog,
} from './tables/sync.ts'
import {
  sdkmessage,
  sdkmessagefilter,
  sdkmessageprocessingstep,
  serviceendpoint,
} from './tables/webhooks.ts'
import { webresource } from './tables/webresource.ts'
import type { Column, ColumnType, Table } from './types.ts'

/**
 * Every table of the Web API, in the order the schema may create them. Names, codes and columns
 * follow the public table reference of Microsoft Dataverse; each physical table has, before these
 * columns, `organizationid` as the first part of its primary key (`organization` has it already).
 */
export const TABLES: readonly Table[] = [
  organization,
  systemuser,
  queue,
  account,
  contact,
  lead,
  emailserverprofile,
  mailbox,
  mailboxtrackingcategory,
  mailboxstatistics,
  tracelog,
  email,
  appointment,
  recurringappointmentmaster,
  task,
  activitypointer,
  activityparty,
  activitymimeattachment,
  exchangesyncidmapping,
  webresource,
  businessunit,
  publisher,
  solution,
  usersettings,
  mailboxtrackingfolder,
  serviceendpoint,
  sdkmessage,
  sdkmessagefilter,
  sdkmessageprocessingstep,
  asyncoperation,
  bulkdeleteoperation,
  role,
  systemuserroles,
  audit,
  team,
  savedquery,
]

const byLogicalName = new Map(TABLES.map((table) => [table.logicalName, table]))
const byEntitySet = new Map(TABLES.map((table) => [table.entitySetName, table]))
const byTypeCode = new Map(TABLES.map((table) => [table.typeCode, table]))

export const tableByLogicalName = (name: string): Table | undefined => byLogicalName.get(name)

/** Entity set names are matched exactly, as Dataverse does: `Emails` isn't a resource. */
export const tableByEntitySet = (name: string): Table | undefined => byEntitySet.get(name)

export const tableByTypeCode = (code: number): Table | undefined => byTypeCode.get(code)

const columnMaps = new WeakMap<Table, ReadonlyMap<string, Column>>()

function columnsByWebApiName(table: Table): ReadonlyMap<string, Column> {
  const known = columnMaps.get(table)
  if (known !== undefined) return known
  const made = new Map(table.columns.map((column) => [column.webApiName, column]))
  columnMaps.set(table, made)
  return made
}

/** The column OData calls by this name (`_ownerid_value`, `subject`). */
export const columnByWebApiName = (table: Table, name: string): Column | undefined =>
  columnsByWebApiName(table).get(name)

export const columnByLogicalName = (table: Table, name: string): Column | undefined =>
  table.columns.find((column) => column.logicalName === name)

const SQL_TYPES: Readonly<Record<ColumnType, string | null>> = {
  uniqueidentifier: 'uuid',
  string: 'text',
  memo: 'text',
  integer: 'integer',
  bigint: 'bigint',
  decimal: 'numeric',
  double: 'double precision',
  money: 'numeric',
  boolean: 'boolean',
  datetime: 'timestamptz',
  picklist: 'integer',
  state: 'integer',
  status: 'integer',
  lookup: 'uuid',
  owner: 'uuid',
  entityname: 'text',
  partylist: null,
}

/** PostgreSQL type of the column; null when it isn't stored in the table itself (party lists). */
export const sqlType = (column: Column): string | null => SQL_TYPES[column.type]
