import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Queryable } from '../database/database.ts'
import { FORMER } from './former-migrations.ts'

/** Any number that nothing else in this database uses for an advisory lock. */
const MIGRATION_LOCK = 7_246_001
const FOLDER = join(import.meta.dirname, '../../sql')

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** This version can't work with the schema. The message says what to do. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
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

/** Number of the newest migration: the schema this version works with. */
export const schemaNumber = (): number => migrations().at(-1)!.number

/** Number of the newest migration that a database has. */
export async function appliedSchema(database: Queryable): Promise<number> {
  const [row] = await database.query<{ number: number | null }>(
    'select max(number) as number from sync.migration',
  )
  return row?.number ?? 0
}

/** @throws SchemaError */
export function refuseNewer(what: string, found: number): void {
  const known = schemaNumber()
  if (found <= known) return
  throw new SchemaError(
    `${what} was made by a newer version of Trackmark (its schema is ${found}, this version knows ${known}). Use that version or a later one.`,
  )
}

/**
 * Brings the schema up to date: forward only, each file in one transaction that claims its number first, so
 * that of two processes that start at the same time one waits for the other.
 * @param to number of the last migration to apply
 * @throws SchemaError when the database is newer than this version, or a migration was applied in an unknown
 *   form; nothing is changed then
 */
export async function migrate(database: Database, { to = Infinity } = {}): Promise<void> {
  const files = migrations()
  await database.transaction(prepare)
  await database.transaction((tx) => mend(tx, files))
  for (const file of files) if (file.number <= to) await apply(database, file)
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
    if (claimed.length === 0) return
    for (const statement of statements(file.sql)) await tx.query(statement)
  })
}

type Applied = Omit<Migration, 'sql'>

/** Changes what former forms of migrations made to what the present forms make. */
async function mend(tx: Queryable, files: readonly Migration[]): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
  const applied = await tx.query<Applied>(
    'select number, name, hash from sync.migration order by number',
  )
  refuseNewer('This database', applied.at(-1)?.number ?? 0)
  const isPresent = ({ number, hash }: Applied) =>
    files.some((file) => file.number === number && file.hash === hash)
  const others = applied.filter((row) => !isPresent(row))
  const unknown = others.find(({ hash }) => FORMER[hash] === undefined)
  if (unknown !== undefined) {
    throw new SchemaError(
      `Migration ${unknown.name} was applied to this database in a form that no version of Trackmark has had. Start the copy of Trackmark that made it, or restore a backup into a new data folder or database.`,
    )
  }
  for (const { number } of others) {
    await tx.query('delete from sync.migration where number = $1', [number])
  }
  for (const { hash } of others) {
    const former = FORMER[hash]!
    const file = files.find((each) => each.number === former.number)!
    const present = statements(file.sql)
    await former.mend?.(tx, (beginning) => present.find((one) => one.startsWith(beginning))!)
    await tx.query('insert into sync.migration (number, name, hash) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.hash,
    ])
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
