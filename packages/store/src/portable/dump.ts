import { getSecret, type Keys, SecretUnreadableError } from '../admin/secrets.ts'
import type { Database, Queryable } from '../database/database.ts'
import { type PortableTable, portableTables, quoted, untimed } from './tables.ts'

/**
 * A database as lines of JSON, the same from PGlite and PostgreSQL. An object says what follows. An array is
 * a row: the values of its columns as text, as PostgreSQL writes them, or null.
 */
export type Heading =
  | { readonly table: string; readonly columns: readonly string[] }
  /** Not encrypted: the caller encrypts all lines. */
  | { readonly secret: { readonly organizationId: string; readonly name: string; value: string } }
  | { readonly sequence: string; readonly value: number }
  /** The last line. Where it is missing, the lines are incomplete. */
  | { readonly end: { readonly rows: number } }

interface Dumped {
  readonly rows: number
  /** Names of secrets that this installation's key doesn't open. They are missing in the lines. */
  readonly unreadableSecrets: readonly string[]
}

/** The bytes of texts that are read at once. A single row may be larger. */
const BATCH_BYTES = 4 * 1024 * 1024
const BATCH_ROWS = 1_000

/**
 * Writes the whole database as it is at one moment. It needs a few times `BATCH_BYTES` of memory, or the size
 * of the largest row. On PGlite everything else waits meanwhile, since it has one connection.
 * @param write gets lines without line ends, and is awaited, so that a slow writer isn't flooded
 */
export async function dumpDatabase(
  database: Database,
  keys: Keys,
  write: (line: string) => Promise<void>,
): Promise<Dumped> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    await untimed(tx)
    const say = (heading: Heading) => write(JSON.stringify(heading))
    let rows = 0
    for (const table of await portableTables(tx)) {
      await say({ table: table.name, columns: table.columns.map(({ name }) => name) })
      rows += await dumpTable(tx, table, write)
    }
    const unreadableSecrets = await dumpSecrets(tx, keys, say)
    await dumpSequences(tx, say)
    await say({ end: { rows } })
    return { rows, unreadableSecrets }
  })
}

async function dumpTable(
  tx: Queryable,
  table: PortableTable,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const texts = table.columns.filter(({ type }) => type === 'text' || type === 'jsonb')
  const sizes = texts.map(({ name, type }) =>
    // Both tell the size of a large value without reading it.
    type === 'text'
      ? `coalesce(octet_length(${quoted(name)}), 0)`
      : `coalesce(pg_column_size(${quoted(name)}), 0)`,
  )
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`)
  // A row keeps its ctid as long as this transaction may see it.
  await tx.query(
    `declare places no scroll cursor for
       select ctid::text as place, (${['0::bigint', ...sizes].join(' + ')}) as bytes
       from ${table.name}`,
  )
  let count = 0
  const copy = async (places: readonly string[]) => {
    const lines = await tx.query<{ line: string }>(
      `select array_to_json(array[${values.join(', ')}])::text as line
       from ${table.name} where ctid = any ($1::tid[])`,
      [places],
    )
    for (const { line } of lines) await write(line)
    count += lines.length
  }
  for (;;) {
    const found = await tx.query<{ place: string; bytes: number }>(
      `fetch forward ${BATCH_ROWS} from places`,
    )
    let batch: string[] = []
    let bytes = 0
    for (const row of found) {
      if (batch.length > 0 && bytes + row.bytes > BATCH_BYTES) {
        await copy(batch)
        batch = []
        bytes = 0
      }
      batch.push(row.place)
      bytes += row.bytes
    }
    if (batch.length > 0) await copy(batch)
    if (found.length < BATCH_ROWS) break
  }
  await tx.query('close places')
  return count
}

async function dumpSecrets(
  tx: Queryable,
  keys: Keys,
  say: (heading: Heading) => Promise<void>,
): Promise<string[]> {
  const places = await tx.query<{ organizationId: string; name: string }>(
    'select organizationid as "organizationId", name from sync.secret order by 1, 2',
  )
  const unreadable: string[] = []
  for (const place of places) {
    try {
      const value = await getSecret(tx, keys, place)
      if (value !== null) await say({ secret: { ...place, value } })
    } catch (error) {
      if (!(error instanceof SecretUnreadableError)) throw error
      unreadable.push(place.name)
    }
  }
  return unreadable
}

async function dumpSequences(
  tx: Queryable,
  say: (heading: Heading) => Promise<void>,
): Promise<void> {
  const sequences = await tx.query<{ name: string; value: number }>(
    `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, 0) as value
     from pg_sequences where schemaname in ('crm', 'sync') order by 1`,
  )
  for (const { name, value } of sequences) await say({ sequence: name, value })
}
