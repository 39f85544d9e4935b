import { type Keys, putSecret } from '../admin/secrets.ts'
import type { Database, Queryable } from '../database/database.ts'
import type { Heading } from './dump.ts'
import { type PortableTable, portableTables, quoted, untimed } from './tables.ts'

/** The lines weren't written by `dumpDatabase`, or some are missing. */
export class DumpError extends Error {
  override readonly name = 'DumpError'
}

interface Loaded {
  readonly rows: number
}

const BATCH_BYTES = 4 * 1024 * 1024
const BATCH_ROWS = 1_000

/**
 * Replaces everything in the database by what the lines hold, in one transaction: readers see all or nothing
 * of it, and writers wait. Cycles under way lose their leases, so that nothing they decided is committed.
 * Leases of the loaded rows are released.
 * @param open reads the lines from the beginning, since the transaction may be repeated
 * @throws DumpError; nothing is changed then
 */
export async function loadDatabase(
  database: Database,
  keys: Keys,
  open: () => AsyncIterable<string>,
): Promise<Loaded> {
  return database.transaction(async (tx) => {
    await untimed(tx)
    const tables = await portableTables(tx)
    await empty(tx, tables)
    const withTriggers = tables.filter(({ hasTriggers }) => hasTriggers)
    // The rows contain already what triggers made of them.
    for (const { name } of withTriggers) await tx.query(`alter table ${name} disable trigger user`)
    const rows = await fill(tx, keys, tables, open())
    for (const { name } of withTriggers) await tx.query(`alter table ${name} enable trigger user`)
    await finish(tx)
    return { rows }
  })
}

const STEPS = 'crm.sdkmessageprocessingstep'

/** Deletes all rows. Those of tracked tables leave tombstones, so that followers on this server notice. */
async function empty(tx: Queryable, tables: readonly PortableTable[]): Promise<void> {
  const names = [...tables.map(({ name }) => name), 'sync.secret']
  await tx.query(`lock table ${names.join(', ')} in share row exclusive mode`)
  // Steps are deleted first, so that webhooks aren't told that everything was deleted.
  await tx.query(`delete from ${STEPS}`)
  for (const name of names) await tx.query(`delete from ${name}`)
}

async function fill(
  tx: Queryable,
  keys: Keys,
  tables: readonly PortableTable[],
  lines: AsyncIterable<string>,
): Promise<number> {
  let insert: ((batch: readonly string[]) => Promise<void>) | null = null
  let batch: string[] = []
  let length = 0
  let rows = 0
  let isWhole = false
  const flush = async () => {
    if (batch.length > 0) await insert!(batch)
    batch = []
    length = 0
  }
  for await (const line of lines) {
    if (line.startsWith('[')) {
      if (insert === null) throw new DumpError('A row stands before the name of its table.')
      if (length + line.length > BATCH_BYTES || batch.length >= BATCH_ROWS) await flush()
      batch.push(line)
      length += line.length
      rows += 1
      continue
    }
    await flush()
    const heading = headingOf(line)
    if ('table' in heading) insert = inserting(tx, tables, heading)
    else if ('secret' in heading) {
      const { value, ...place } = heading.secret
      await putSecret(tx, keys, place, value)
    } else if ('sequence' in heading) await advance(tx, heading)
    else if ('end' in heading) isWhole = heading.end.rows === rows
  }
  if (!isWhole) throw new DumpError('The copy is not whole: its end is missing.')
  return rows
}

function headingOf(line: string): Heading {
  try {
    return JSON.parse(line) as Heading
  } catch {
    throw new DumpError('A line is none of a copy of a database.')
  }
}

function inserting(
  tx: Queryable,
  tables: readonly PortableTable[],
  heading: Extract<Heading, { table: string }>,
): (batch: readonly string[]) => Promise<void> {
  const table = tables.find(({ name }) => name === heading.table)
  const columns = heading.columns.map((name) => table?.columns.find((own) => own.name === name))
  if (table === undefined || columns.includes(undefined)) {
    throw new DumpError(`This schema has no ${heading.table} with these columns.`)
  }
  const names = columns.map((column) => quoted(column!.name))
  const values = columns.map((column, at) => `(r.cells ->> ${at})::${column!.type}`)
  const statement = `insert into ${table.name} (${names.join(', ')})
    select ${values.join(', ')} from jsonb_array_elements($1::jsonb) r(cells)`
  return async (batch) => void (await tx.query(statement, [`[${batch.join(',')}]`]))
}

/** Sets a sequence, but never back: numbers that others have seen aren't given again. */
async function advance(
  tx: Queryable,
  { sequence, value }: Extract<Heading, { sequence: string }>,
): Promise<void> {
  const [known] = await tx.query<{ name: string; last: number }>(
    `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, 0) as last
     from pg_sequences where format('%I.%I', schemaname, sequencename) = $1`,
    [sequence],
  )
  if (known === undefined || value <= known.last) return
  await tx.query('select setval($1::text::regclass, $2::bigint)', [known.name, value])
}

async function finish(tx: Queryable): Promise<void> {
  for (const table of ['sync.mailbox_schedule', 'sync.mailbox_test', 'sync.webhook_endpoint']) {
    await tx.query(
      `update ${table} set leasetoken = null, leaseuntil = null where leasetoken is not null`,
    )
  }
  // This deletes no row, but its trigger starts to record what webhooks are told from now on.
  await tx.query(`delete from ${STEPS} where false`)
}
