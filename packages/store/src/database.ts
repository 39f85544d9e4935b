import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, types as pgliteTypes } from '@electric-sql/pglite'
import { RefusedDataError, SyncError } from '@trackmark/core'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
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
  | { readonly kind: 'memory' }
  | { readonly kind: 'pglite'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly connectionsMax?: number }

const TIMESTAMPTZ = 1184
const INT8 = 20
const NUMERIC = 1700

/**
 * Opens the database, embedded or PostgreSQL 15+. The embedded one belongs to a single process:
 * a second one would corrupt it, so its folder is locked.
 * @throws FolderLockedError when another process has the folder
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.kind === 'postgres' ? openPostgres(options) : openPGlite(options)
}

async function openPGlite(
  options: Exclude<DatabaseOptions, { kind: 'postgres' }>,
): Promise<Database> {
  const dataDir = options.kind === 'pglite' ? join(options.dataDir, 'pglite') : undefined
  if (options.kind === 'pglite') await mkdir(options.dataDir, { recursive: true })
  const release = options.kind === 'pglite' ? await lockFolder(options.dataDir) : async () => {}
  const parsers = {
    [pgliteTypes.TIMESTAMPTZ]: parseTimestamp,
    [pgliteTypes.INT8]: Number,
    [pgliteTypes.NUMERIC]: Number,
  }
  const lite = await PGlite.create({ ...(dataDir ? { dataDir } : {}), parsers }).catch(
    async (error: unknown) => {
      await release()
      throw error
    },
  )
  const through = (target: Pick<PGlite, 'query'>): Queryable => ({
    query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
      (await target.query<T>(sql, storableParameters(parameters))).rows,
  })
  return {
    kind: 'pglite',
    ...through(lite),
    transaction: (work) =>
      retrying(() => lite.transaction((tx) => work(through(tx as Pick<PGlite, 'query'>)))),
    script: async (sql) => void (await lite.exec(sql)),
    close: async () => {
      await lite.close()
      await release()
    },
  }
}

async function openPostgres(
  options: Extract<DatabaseOptions, { kind: 'postgres' }>,
): Promise<Database> {
  const parsers: Record<number, (text: string) => unknown> = {
    [TIMESTAMPTZ]: parseTimestamp,
    [INT8]: Number,
    [NUMERIC]: Number,
  }
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax ?? 10,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  // A lost idle connection is replaced at the next query; without a listener it ends the process.
  pool.on('error', ignore)
  const through = (target: Pick<pg.ClientBase, 'query'> | pg.Pool): Queryable => ({
    query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
      (await (target as pg.Pool).query(sql, storableParameters(parameters))).rows as T[],
  })
  return {
    kind: 'postgres',
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
    close: () => pool.end(),
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
