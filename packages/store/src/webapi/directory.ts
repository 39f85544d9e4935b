import type { Table } from '@trackmark/dataverse'
import { type RunSql, tableName } from './sql.ts'

/** @returns null for one who is no user of the organization */
export async function businessUnitOf(
  run: RunSql,
  organizationId: string,
  userId: string,
): Promise<string | null> {
  const [row] = await run(
    `select businessunitid as id from crm.systemuser
     where organizationid = $1 and systemuserid = $2`,
    [organizationId, userId],
  )
  return typeof row?.id === 'string' ? row.id : null
}

/** The unit of the organization itself, under which all others are. */
export async function rootBusinessUnit(run: RunSql, organizationId: string): Promise<string> {
  const [row] = await run(
    `select businessunitid as id from crm.businessunit
     where organizationid = $1 and parentbusinessunitid is null`,
    [organizationId],
  )
  return String(row?.id)
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
