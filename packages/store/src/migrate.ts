import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Queryable } from './database.ts'

/** Any number, as long as nobody else uses it in this database. */
const MIGRATION_LOCK = 7_246_001
const FOLDER = join(import.meta.dirname, '..', 'sql')

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly hash: string
}

export function migrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), 'utf8')
      const hash = createHash('sha256').update(sql).digest('hex')
      return { number: Number(name.slice(0, 4)), name, sql, hash }
    })
}

/**
 * Brings the schema up to date: forward only, each file in one transaction that claims its number
 * first, so that of two processes starting at once one waits for the other.
 * @throws when a migration that was applied has changed since, or the database is newer than us
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(prepare)
  const files = migrations()
  for (const file of files) await apply(database, file)
  const [newest] = await database.query<{ number: number }>(
    'select max(number) as number from sync.migration',
  )
  const known = files.at(-1)!.number
  if ((newest?.number ?? 0) > known) {
    throw new Error(
      `The database was made by a newer version of Trackmark (schema ${newest?.number}, known ${known}). Start that version.`,
    )
  }
}

/** `if not exists` alone fails when two processes create the same schema at once. */
async function prepare(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
  await tx.query('create schema if not exists sync')
  await tx.query(`create table if not exists sync.migration (
    number integer primary key,
    name text not null,
    hash text not null
  )`)
}

async function apply(database: Database, file: Migration): Promise<void> {
  await database.transaction(async (tx) => {
    const claimed = await tx.query(
      `insert into sync.migration (number, name, hash) values ($1, $2, $3)
       on conflict (number) do nothing returning number`,
      [file.number, file.name, file.hash],
    )
    if (claimed.length === 0) return verify(tx, file)
    for (const statement of statements(file.sql)) await tx.query(statement)
  })
}

async function verify(tx: Queryable, file: Migration): Promise<void> {
  const [row] = await tx.query<{ hash: string }>(
    'select hash from sync.migration where number = $1',
    [file.number],
  )
  if (row?.hash !== file.hash) {
    throw new Error(`Migration ${file.name} was applied in another form than the one here.`)
  }
}

/** A semicolon ends a statement, unless it stands in the body of a function, between `$$`. */
export function statements(sql: string): string[] {
  const found = ['']
  for (const [index, part] of sql.replace(/--.*$/gm, '').split('$$').entries()) {
    const isBody = index % 2 === 1
    const [first, ...more] = isBody ? [`$$${part}$$`] : part.split(';')
    found[found.length - 1] += first ?? ''
    found.push(...more)
  }
  return found.map((statement) => statement.trim()).filter((statement) => statement !== '')
}
