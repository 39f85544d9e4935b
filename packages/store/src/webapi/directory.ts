import { createHash } from 'node:crypto'
import type { Table } from '@trackmark/dataverse'
import { type RunSql, tableName } from './sql.ts'

/**
 * The one unit of an organization, in which all its users are. Its id follows from the
 * organization's (migration 0007), so that no request has to ask for it.
 */
export function rootBusinessUnitId(organizationId: string): string {
  const hex = createHash('md5').update(`businessunit ${organizationId.toLowerCase()}`).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export async function countTable(
  run: RunSql,
  organizationId: string,
  table: Table,
): Promise<number> {
  const [row] = await run(
    `select count(*) as n from ${tableName(table)} where organizationid = $1`,
    [organizationId],
  )
  return Number(row?.n)
}

export interface TrackedFolder {
  readonly folderId: string | null
  readonly folderName: string | null
  readonly isOnboarded: boolean
  readonly regardingId: string | null
  /** Logical name of its table. */
  readonly regardingType: string | null
}

/** @returns null = no such mailbox */
export async function trackedFolders(
  run: RunSql,
  organizationId: string,
  mailboxId: string,
): Promise<readonly TrackedFolder[] | null> {
  const rows = await run(
    `select f.mailboxtrackingfolderid as id, f.exchangefolderid as folder,
       f.exchangefoldername as name, f.folderonboardingstatus as status,
       f.regardingobjectid as regarding, f.regardingobjectidtype as type
     from crm.mailbox m
     left join crm.mailboxtrackingfolder f
       on f.organizationid = m.organizationid and f.mailboxid = m.mailboxid
     where m.organizationid = $1 and m.mailboxid = $2
     order by f.exchangefoldername, f.mailboxtrackingfolderid`,
    [organizationId, mailboxId],
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
