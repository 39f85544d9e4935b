import type { Table } from '@trackmark/dataverse'
import { type Caller, methodNotAllowed, requireWrite } from '@trackmark/http'

type WriteKind = 'create' | 'update' | 'delete'

interface Writable {
  readonly may: readonly WriteKind[]
  /** The reason why other writes are refused. */
  readonly why: string
  /** Columns and lookups that an update may name; absent = all that aren't read-only. */
  readonly columns?: ReadonlySet<string>
}

const ALL: Writable = { may: ['create', 'update', 'delete'], why: '' }

const MAILBOX_COLUMNS = new Set([
  'name',
  'incomingemaildeliverymethod',
  'outgoingemaildeliverymethod',
  'actdeliverymethod',
  'emailserverprofile',
  'emailrouteraccessapproval',
  'isemailaddressapprovedbyo365admin',
  'testemailconfigurationscheduled',
  'postponemailboxprocessinguntil',
  'postponesendinguntil',
  'processemailreceivedafter',
  'processanddeleteemails',
  'allowemailconnectortousecredentials',
  'undeliverablefolder',
  'verboseloggingenabled',
  'orgmarkedasprimaryforexchangesync',
  'isforwardmailbox',
  'statecode',
  'statuscode',
  'ownerid',
])

/** Tables that aren't listed are written by synchronization only. */
const WRITABLE: Readonly<Record<string, Writable>> = {
  account: ALL,
  contact: ALL,
  lead: ALL,
  queue: ALL,
  email: ALL,
  appointment: ALL,
  recurringappointmentmaster: ALL,
  task: ALL,
  activitymimeattachment: ALL,
  systemuser: {
    may: ['create', 'update'],
    why: 'Users are disabled, not deleted: set isdisabled.',
  },
  usersettings: { may: ['update'], why: 'They come and go with their user.' },
  mailbox: {
    may: ['update'],
    why: 'Mailboxes are added with "trackmark mailboxes add", and switched off rather than deleted.',
    columns: MAILBOX_COLUMNS,
  },
  emailserverprofile: {
    may: ['update'],
    why: 'Credentials don\'t go through the Web API: use "trackmark profiles add".',
  },
  asyncoperation: {
    may: ['update', 'delete'],
    why: 'Jobs are made by BulkDelete.',
    columns: new Set(['statecode', 'statuscode']),
  },
  bulkdeleteoperation: { may: ['delete'], why: 'They are made by BulkDelete.' },
  tracelog: { may: ['delete'], why: 'Synchronization writes alerts; they can be deleted.' },
  organization: {
    may: ['update'],
    why: 'Organizations are added with "trackmark environments add".',
  },
}

const WHY_NOT: Readonly<Record<string, string>> = {
  activityparty: 'Parties are written with their activity, as in email_activity_parties.',
  activitypointer: 'Write the activity in its own table, such as emails.',
  role: 'The roles are the same everywhere.',
  systemuserroles: 'Roles are given by systemusers(<id>)/systemuserroles_association/$ref.',
  audit: 'What was done stays known.',
  team: 'There are no teams.',
  savedquery: 'There are no views of lists.',
  webresource: 'Web resources are imported with "trackmark webresources import".',
}

const ENGINE = 'Synchronization writes these rows.'

/** @throws ApiError 403 or 405, naming why */
export function requireWritable(caller: Caller, table: Table, kind: WriteKind): void {
  requireWrite(caller, table.logicalName)
  const writable = WRITABLE[table.logicalName]
  if (writable?.may.includes(kind)) return
  const why = writable?.why ?? WHY_NOT[table.logicalName] ?? ENGINE
  throw methodNotAllowed(
    `Rows of ${table.entitySetName} can't be ${kind}d here. ${why}`,
    methods(writable),
  )
}

/** @returns the first column that people can't change, or null */
export function unwritableColumn(table: Table, names: Iterable<string>): string | null {
  const { columns } = WRITABLE[table.logicalName] ?? {}
  if (columns === undefined) return null
  return [...names].find((name) => !columns.has(name)) ?? null
}

function methods(writable: Writable | undefined): string {
  const may = writable?.may ?? []
  return [
    'GET',
    ...(may.includes('create') ? ['POST'] : []),
    ...(may.includes('update') ? ['PATCH'] : []),
    ...(may.includes('delete') ? ['DELETE'] : []),
  ].join(', ')
}
