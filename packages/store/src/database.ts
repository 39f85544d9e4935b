import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { RefusedDataError, SyncError } from '@trackmark/core'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { type EmbeddedServer, serveFolder, serveMemory } from './pglite.ts'
import { parseTimestamp, storableParameters } from './wire.ts'

export type Row = Record<string, unknown>

export interface Queryable {
  /** Timestamps come and go as milliseconds since 1970 and ISO text; bigints as numbers. */
  query<T = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres'
  /** Serialization failures and deadlocks are tried again; `work` must be free of other effects. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Several statements without parameters. */
  script(sql: string): Promise<void>
  close(): Promise<void>
}

export type DatabaseOptions =
  /** Empty, or with what an archive by PGlite's `dumpDataDir` holds. */
  | { readonly kind: 'memory'; readonly archive?: Blob }
  | { readonly kind: 'pglite'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly connectionsMax?: number }

/**
 * Opens the database, embedded or PostgreSQL 15+. The embedded one belongs to a single process:
 * a second one would corrupt it, so its folder is locked.
 * @throws FolderLockedError when another process has the folder
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  switch (options.kind) {
    case 'memory':
      return openMemory(options.archive)
    case 'pglite':
      return openFolder(options.dataDir)
    case 'postgres':
      return openPostgres(options)
  }
}

async function openFolder(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true })
  const release = await lockFolder(dataDir)
  try {
    const server = await serveFolder(join(dataDir, 'pglite'))
    return embedded(server, release)
  } catch (error) {
    await release()
    throw error
  }
}

async function openMemory(archive?: Blob): Promise<Database> {
  return embedded(await serveMemory(archive), async () => {})
}

function embedded(server: EmbeddedServer, release: () => Promise<void>): Database {
  const stream = () => server.connection()
  const pool = poolOf({ stream, ssl: false, max: 1, idleTimeoutMillis: 0 })
  return {
    kind: 'pglite',
    ...pooled(pool),
    close: async () => {
      try {
        await pool.end()
        await server.close()
      } finally {
        await release()
      }
    },
  }
}

function openPostgres(options: Extract<DatabaseOptions, { kind: 'postgres' }>): Database {
  const pool = poolOf({ connectionString: options.url, max: options.connectionsMax ?? 10 })
  return { kind: 'postgres', ...pooled(pool), close: () => pool.end() }
}

const PARSERS: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMPTZ]: parseTimestamp,
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
}

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  // A lost idle connection is replaced at the next query; without a listener it ends the process.
  pool.on('error', ignore)
  return pool
}

function pooled(pool: pg.Pool): Omit<Database, 'kind' | 'close'> {
  const through = (target: Pick<pg.ClientBase, 'query'> | pg.Pool): Queryable => ({
    query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
      (await (target as pg.Pool).query(sql, storableParameters(parameters))).rows as T[],
  })
  return {
    ...through(pool),
    transaction: (work) =>
      retrying(async () => {
        const client = await pool.connect()
        // The next query tells it as well; without a listener it would end the process.
        client.on('error', ignore)
        try {
          await client.query('begin')
          const result = await work(through(client))
          await client.query('commit')
          client.off('error', ignore)
          client.release()
          return result
        } catch (error) {
          const broken = await client.query('rollback').then(
            () => false,
            () => true,
          )
          client.off('error', ignore)
          client.release(broken)
          throw error
        }
      }),
    script: async (sql) => void (await pool.query(sql)),
  }
}

const ignore = (): void => {}

const TRIES_MAX = 5

/** Tries again what lost a serialization conflict or a deadlock. */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= TRIES_MAX || !isContention(error)) throw error
    }
  }
}

export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

/** 40001 serialization failure, 40P01 deadlock. */
function isContention(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** Class 22: data exception; 23: constraint violation; 54: too long for an index. */
function isRefusedData(state: string): boolean {
  return /^(22|23|54)/.test(state)
}

interface Refusal {
  readonly table?: unknown
  readonly column?: unknown
  readonly constraint?: unknown
}

/**
 * A failed write as the engine knows it. What PostgreSQL says of a refused value quotes the value,
 * which may be somebody's mail: nothing is kept of it but names and the SQLSTATE.
 */
export function writeFailure(error: unknown): SyncError {
  if (error instanceof SyncError) return error
  const state = sqlState(error)
  if (state === null || !isRefusedData(state)) return unavailable(error)
  const { table, column, constraint } = error as Refusal
  const names = [table, column, constraint].filter((name) => typeof name === 'string')
  const where = names.length === 0 ? '' : ` (${names.join(', ')})`
  return new RefusedDataError(`The database refused a value of this item${where}.`, {
    serverCode: `DataRefused${state}`,
  })
}

/** What the engine gets to see of a database in trouble. */
export function unavailable(error: unknown): SyncError {
  return new SyncError('retryLater', 'The database could not be reached or refused a statement.', {
    cause: error,
    serverCode: sqlState(error) ?? 'DatabaseUnavailable',
  })
}
