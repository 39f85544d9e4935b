import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, migrate, openDatabase, type Queryable } from '@trackmark/store'
import pg from 'pg'
import type { DatabaseKind } from './result.ts'
import { type Timings, withTimings } from './timings.ts'

export interface Meter {
  statements: number
  transactions: number
  /** Whether each statement's time is noted as well. */
  isTiming: boolean
  readonly timings: Timings
}

export interface BenchDatabase {
  /** Counts into `meter`. */
  readonly database: Database
  readonly meter: Meter
  /** For the benchmark's own housekeeping: counts nothing. */
  readonly plain: Database
  /** Connection string of the database of this run; null for the embedded one. */
  readonly url: string | null
  readonly version: string
  drop(): Promise<void>
}

/** Workers' cycles use one connection each at a time. */
export const CONNECTIONS = 24

/** A database of this run alone, with the schema in place, dropped at the end. */
export async function createDatabase(
  kind: DatabaseKind,
  url: string | null,
): Promise<BenchDatabase> {
  const made = kind === 'pglite' ? await embedded() : await onServer(url!)
  await migrate(made.plain)
  const meter: Meter = { statements: 0, transactions: 0, isTiming: false, timings: new Map() }
  const version = await versionOf(made.plain)
  return { ...made, meter, version, database: metered(made.plain, meter) }
}

async function embedded() {
  const folder = await mkdtemp(join(tmpdir(), 'trackmark-bench-'))
  const plain = await openDatabase({ kind: 'pglite', dataDir: folder })
  const drop = async () => {
    await plain.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { plain, url: null, drop }
}

async function onServer(url: string) {
  const name = `trackmark_bench_${randomBytes(6).toString('hex')}`
  await administer(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const plain = await openDatabase({
    kind: 'postgres',
    url: own.href,
    connectionsMax: CONNECTIONS,
  })
  const drop = async () => {
    await plain.close()
    await administer(url, `drop database ${name}`)
  }
  return { plain, url: own.href, drop }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** What a commit waits for decides much: it is told with the version. */
async function versionOf(database: Database): Promise<string> {
  const [row] = await database.query<{ version: string; fsync: string; waits: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as waits`,
  )
  const number = row!.version.split(' ')[0]
  return database.kind === 'pglite'
    ? `PGlite (PostgreSQL ${number}, never fsyncs)`
    : `PostgreSQL ${number} (fsync ${row!.fsync}, synchronous_commit ${row!.waits})`
}

function metered(plain: Database, meter: Meter): Database {
  const counting = (inner: Queryable): Queryable => {
    const timed = withTimings(inner, meter.timings)
    return {
      query: (sql, parameters) => {
        meter.statements += 1
        return (meter.isTiming ? timed : inner).query(sql, parameters)
      },
    }
  }
  return {
    ...plain,
    ...counting(plain),
    transaction: (work) => {
      meter.transactions += 1
      return plain.transaction((tx) => work(counting(tx)))
    },
  }
}
