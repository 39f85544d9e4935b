import { createHash } from 'node:crypto'
import { type Table, tableByLogicalName } from '@trackmark/dataverse'
import type { RowReader } from './read-rows.ts'
import { Parameters } from './sql.ts'
import { visibleTable } from './visible.ts'

/**
 * Id of the only business unit of an organization, to which all its users belong. It is derived from the
 * organization's id (migration 0007), so that no request has to read it.
 */
export function rootBusinessUnitId(organizationId: string): string {
  const hex = createHash('md5').update(`businessunit ${organizationId.toLowerCase()}`).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The number of rows of a table that the caller sees. */
export async function countTable(
  { run, organizationId, context }: RowReader,
  table: Table,
): Promise<number> {
  const parameters = new Parameters()
  const [row] = await run(
    `select count(*) as n from ${visibleTable(table, context, parameters)} t
     where t.organizationid = ${parameters.add(organizationId, 'uuid')}`,
    parameters.values,
  )
  return Number(row?.n)
}

interface TrackedFolder {
  readonly folderId: string | null
  readonly folderName: string | null
  readonly isOnboarded: boolean
  readonly regardingId: string | null
  /** Logical name of the table of `regardingId`. */
  readonly regardingType: string | null
}

/** @returns null when the caller sees no such mailbox */
export async function trackedFolders(
  { run, organizationId, context }: RowReader,
  mailboxId: string,
): Promise<readonly TrackedFolder[] | null> {
  const parameters = new Parameters()
  const mailbox = visibleTable(tableByLogicalName('mailbox')!, context, parameters)
  const rows = await run(
    `select f.mailboxtrackingfolderid as id, f.exchangefolderid as folder,
       f.exchangefoldername as name, f.folderonboardingstatus as status,
       f.regardingobjectid as regarding, f.regardingobjectidtype as type
     from ${mailbox} m
     left join crm.mailboxtrackingfolder f
       on f.organizationid = m.organizationid and f.mailboxid = m.mailboxid
     where m.organizationid = ${parameters.add(organizationId, 'uuid')}
       and m.mailboxid = ${parameters.add(mailboxId, 'uuid')}
     order by f.exchangefoldername, f.mailboxtrackingfolderid`,
    parameters.values,
  )
  if (rows.length === 0) return null
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return rows
    .filter((row) => row.id !== null)
    .map((row) => ({
      folderId: text(row.folder),
      folderName: text(row.name),
      isOnboarded: (row.status ?? 0) !== 0,
      regardingId: text(row.regarding),
      regardingType: text(row.type),
    }))
}
