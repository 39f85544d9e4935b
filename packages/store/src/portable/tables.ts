import type { Queryable } from '../database/database.ts'

/** A table in a copy of a database. */
export interface PortableTable {
  /** Quoted, with its schema. */
  readonly name: string
  readonly columns: readonly PortableColumn[]
  readonly hasTriggers: boolean
}

interface PortableColumn {
  readonly name: string
  /** As PostgreSQL writes it, such as `timestamp with time zone`. */
  readonly type: string
}

/** Tables that aren't copied, because they concern one database only, or the next few minutes. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'sync.migration',
  'sync.process',
  // Ids of transactions mean nothing elsewhere (decision 6): followers begin again.
  'sync.change_horizon',
  'sync.tombstone',
  // Sealed with the key of the installation; copied by name and value.
  'sync.secret',
  'sync.signin_attempt',
  'sync.signin_code',
])

/** The transaction that wrote a row, which is another one in a copy. */
const LEFT_OUT_COLUMN = 'changexid'

/** Tables are found in the database's own catalogue, so that no table of a later migration is forgotten. */
export async function portableTables(tx: Queryable): Promise<readonly PortableTable[]> {
  const rows = await tx.query<{
    readonly name: string
    readonly column: string
    readonly type: string
    readonly hasTriggers: boolean
  }>(
    `select format('%I.%I', n.nspname, c.relname) as name, a.attname as column,
       format_type(a.atttypid, a.atttypmod) as type,
       exists (select 1 from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)
         as "hasTriggers"
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('crm', 'sync')
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and a.attname <> $1
     order by n.nspname collate "C", c.relname collate "C", a.attnum`,
    [LEFT_OUT_COLUMN],
  )
  return [...Map.groupBy(rows, (row) => row.name)]
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, own]) => ({
      name,
      columns: own.map(({ column, type }) => ({ name: column, type })),
      hasTriggers: own[0]!.hasTriggers,
    }))
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Lifts, for this transaction, the limits of time that connections have for the sake of others. */
export async function untimed(tx: Queryable): Promise<void> {
  for (const limit of [
    'statement_timeout',
    'lock_timeout',
    'idle_in_transaction_session_timeout',
  ]) {
    await tx.query(`set local ${limit} = 0`)
  }
}
