import type { Database } from '@trackmark/store'

type Row = Record<string, unknown>

/** All that tracking writes for people to read, and the engine's own memory of it. */
const TABLES = [
  'crm.email',
  'crm.appointment',
  'crm.recurringappointmentmaster',
  'crm.task',
  'crm.activityparty',
  'crm.activitymimeattachment',
  'crm.tracelog',
  'sync.link',
] as const

export interface Batch {
  readonly table: string
  readonly rows: readonly Row[]
}

/** Where a round begins: what is written afterwards has higher versions and other cursors. */
export interface Before {
  readonly version: number
  readonly cursors: ReadonlyMap<string, unknown>
}

export async function noteBefore(database: Database, organizationId: string): Promise<Before> {
  const [row] = await database.query<{ version: number }>(
    `select last_value as version from crm.versionnumber`,
  )
  return { version: row!.version, cursors: await cursorsOf(database, organizationId) }
}

const cursorKey = (row: Row): string => `${row.mailboxid} ${row.folder}`

async function cursorsOf(database: Database, organizationId: string) {
  const rows = await database.query<Row>(
    `select mailboxid, folder, value from sync.folder_cursor where organizationid = $1`,
    [organizationId],
  )
  return new Map(rows.map((row) => [cursorKey(row), row.value]))
}

/** Rows that a loop without decisions has to be given: the same as the service has just written. */
export async function rowsSince(
  database: Database,
  organizationId: string,
  before: Before,
  under: string,
): Promise<readonly Batch[]> {
  const batches: Batch[] = []
  for (const table of TABLES) {
    const rows = await database.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where organizationid = $1 and versionnumber > $2`,
      [organizationId, before.version],
    )
    batches.push(...inBatches(table, rows, under))
  }
  const cursors = await database.query<{ row: Row }>(
    `select to_jsonb(t) as row from sync.folder_cursor t where organizationid = $1`,
    [organizationId],
  )
  const moved = cursors.filter(({ row }) => before.cursors.get(cursorKey(row)) !== row.value)
  return [...batches, ...inBatches('sync.folder_cursor', moved, under)]
}

const BATCH_ROWS = 500

function inBatches(table: string, found: readonly { row: Row }[], under: string): Batch[] {
  const batches: Batch[] = []
  for (let at = 0; at < found.length; at += BATCH_ROWS) {
    const rows = found
      .slice(at, at + BATCH_ROWS)
      .map(({ row }) => ({ ...row, organizationid: under }))
    batches.push({ table, rows })
  }
  return batches
}

export function countRows(batches: readonly Batch[]): number {
  return batches.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** One statement. Cursors are moved, everything else is new. */
export async function insertBatch(database: Database, { table, rows }: Batch): Promise<void> {
  const conflict =
    table === 'sync.folder_cursor'
      ? 'on conflict (organizationid, mailboxid, folder) do update set value = excluded.value'
      : ''
  await database.query(
    `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json) ${conflict}`,
    [JSON.stringify(rows)],
  )
}
