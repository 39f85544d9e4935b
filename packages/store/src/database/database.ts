import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { retrying } from './errors.ts'
import { lockFolder } from './folder-lock.ts'
import {
  type Ending,
  type Limit,
  limitOfTransaction,
  StatementEndedError,
  waitedFor,
  within,
} from './limit.ts'
import { cut, type LossWatch, watchLosses } from './lost-connections.ts'
import { type EmbeddedServer, serveFolder, serveMemory } from './pglite.ts'
import { type Lane, Turns } from './turns.ts'
import { parseTimestamp, storableParameters } from './values.ts'

export type Row = Record<string, unknown>

export interface Queryable {
  /** Timestamps are returned as milliseconds since 1970 and passed as ISO text. Bigints are numbers. */
  query<T = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres'
  /** `work` is repeated after serialization failures and deadlocks, so it must have no other effects. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Several statements without parameters. */
  script(sql: string): Promise<void>
  close(): Promise<void>
  /** See `forRequests`. Objects that stand in for a database, such as a transaction, needn't have it. */
  readonly requests?: (limit: Limit) => Database
  /** See `forHealth`. */
  readonly health?: Database
}

/**
 * The database for requests from outside. It has connections of its own, so that synchronization never waits
 * for them, and it ends statements that take too long or that nobody waits for any more. Its queries throw
 * StatementEndedError.
 */
export const forRequests = (database: Database, limit: Limit): Database =>
  database.requests?.(limit) ?? database

/** The database for health checks, which wait for nobody else's statements. */
export const forHealth = (database: Database): Database => database.health ?? database

type DatabaseOptions =
  /** Empty, or with the content of an archive that PGlite's `dumpDataDir` made. */
  | { readonly kind: 'memory'; readonly archive?: Blob }
  | { readonly kind: 'pglite'; readonly dataDir: string }
  | {
      readonly kind: 'postgres'
      readonly url: string
      /** Connections for synchronization. Requests and health checks have others. */
      readonly connectionsMax?: number
      readonly requestConnectionsMax?: number
      /** PostgreSQL itself ends a request's statement after this time, should this process hang. */
      readonly requestStatementMsMax?: number
      /** How long an answer may take before it is checked whether the connection is lost. */
      readonly lostMs?: number
    }

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

/**
 * How long a statement goes on that nobody waits for any more: ending it restarts the embedded database, and
 * for a second or two nobody is answered.
 */
const EMBEDDED_PATIENCE_MS = 5_000

function embedded(server: EmbeddedServer, unlock: () => Promise<void>): Database {
  const stream = () => server.connection()
  const pool = poolOf({ stream, ssl: false, max: 1, idleTimeoutMillis: 0 })
  const turns = new Turns()
  const source = (lane: Lane): Source => ({
    patienceMs: EMBEDDED_PATIENCE_MS,
    waitFor: (_, answer) => answer,
    connect: async () => {
      const pass = await turns.take(lane)
      try {
        return connectionOf(await pool.connect(), server.interrupt, pass)
      } catch (error) {
        pass()
        throw error
      }
    },
  })
  return databaseOf('pglite', source, async () => {
    try {
      await pool.end()
      await server.close()
    } finally {
      await unlock()
    }
  })
}

const CONNECTIONS_MAX = 10
const REQUEST_CONNECTIONS_MAX = 10
const HEALTH_CONNECTIONS_MAX = 2

/** A connection is probed by TCP after it was idle for this time. */
const KEEP_ALIVE_MS = 10_000
/** Long enough for a machine that is very busy. */
const CONNECT_MS = 60_000
/** How long an answer may take before it is checked whether the connection is lost (`watchLosses`). */
const LOST_MS = 15_000
/** A request that waits longer for a locked row fails with an error that may be retried (`isAway`). */
const LOCK_MS = 15_000
/**
 * A process that hangs or is gone in the middle of a transaction holds its locks for this time, which is far
 * longer than our pauses between two statements.
 */
const EVERYWHERE = {
  idle_in_transaction_session_timeout: 30_000,
  // Where the client is gone without closing its connection, the server process ends within half a minute,
  // busy or idle.
  tcp_keepalives_idle: 10,
  tcp_keepalives_interval: 5,
  tcp_keepalives_count: 4,
  tcp_user_timeout: 30_000,
}

/** Sets parameters of PostgreSQL for a whole connection. */
const setting = async (client: pg.ClientBase, parameters: Readonly<Record<string, number>>) =>
  void (await client.query(
    'select set_config(name, value, false) from unnest($1::text[], $2::text[]) as p(name, value)',
    [Object.keys(parameters), Object.values(parameters).map(String)],
  ))

function openPostgres(options: Extract<DatabaseOptions, { kind: 'postgres' }>): Database {
  const pool = (lane: Lane, max: number, more: Record<string, number> = {}) =>
    poolOf({
      connectionString: options.url,
      max,
      application_name: `trackmark ${lane}`,
      // Without this nobody would notice that the other end of a connection has vanished.
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      Client: PatientClient,
      onConnect: async (client) => {
        const late = setTimeout(() => cut(client), CONNECT_MS)
        try {
          await setting(client, { ...EVERYWHERE, ...more })
          await losses.meet(client)
        } finally {
          clearTimeout(late)
        }
      },
    })
  const { requestStatementMsMax: statementMs, lostMs = LOST_MS } = options
  const losses = watchLosses(options.url, lostMs)
  const pools = {
    engine: pool('engine', options.connectionsMax ?? CONNECTIONS_MAX),
    requests: pool('requests', options.requestConnectionsMax ?? REQUEST_CONNECTIONS_MAX, {
      lock_timeout: LOCK_MS,
      ...(statementMs === undefined ? {} : { statement_timeout: statementMs }),
    }),
    health: pool('health', HEALTH_CONNECTIONS_MAX, { lock_timeout: LOCK_MS }),
  }
  const source = (lane: Lane): Source => ({
    patienceMs: 0,
    waitFor: losses.waitFor,
    connect: async () => {
      const client = await pools[lane].connect()
      return connectionOf(client, () => cancel(pools.health, client))
    },
  })
  return databaseOf('postgres', source, async () => {
    await Promise.all(Object.values(pools).map((one) => one.end()))
  })
}

/** Ends the statement of a connection. PostgreSQL doesn't notice by itself that nobody waits for it. */
async function cancel(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  const { processID } = client as unknown as { processID: number }
  await pool.query('select pg_cancel_backend($1)', [processID]).catch(ignore)
}

function databaseOf(
  kind: Database['kind'],
  source: (lane: Lane) => Source,
  close: () => Promise<void>,
): Database {
  const requests = source('requests')
  return {
    kind,
    close,
    ...statementsOn(source('engine')),
    requests: (limit) => ({ kind, close, ...statementsOn(requests, limit) }),
    health: { kind, close, ...statementsOn(source('health')) },
  }
}

const PARSERS: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.TIMESTAMPTZ]: parseTimestamp,
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: Number,
}

/** Limits the time to connect. The pool's own limit would also end the wait for a free connection. */
class PatientClient extends pg.Client {
  constructor(config: pg.ClientConfig = {}) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS })
  }
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

/** Where connections come from. */
interface Source extends Pick<Ending, 'patienceMs'>, Pick<LossWatch, 'waitFor'> {
  connect(): Promise<Connection>
}

/** A connection, for one statement or one transaction. */
interface Connection extends Pick<Ending, 'end'> {
  readonly client: pg.PoolClient
  /** @param isBroken the connection is closed instead of used again */
  release(isBroken: boolean): void
}

function connectionOf(
  client: pg.PoolClient,
  end: Connection['end'],
  released: () => void = ignore,
): Connection {
  // The next query fails with the same error. Without a listener it would end the process.
  client.on('error', ignore)
  return {
    client,
    end,
    release: (isBroken) => {
      client.off('error', ignore)
      client.release(isBroken)
      released()
    },
  }
}

type Statements = Pick<Database, 'query' | 'transaction' | 'script'>

function statementsOn(source: Source, limit?: Limit): Statements {
  const connect = (): Promise<Connection> => {
    const coming = source.connect()
    return limit === undefined ? coming : waitedFor(coming, limit, (late) => late.release(false))
  }
  const bounded = <T>({ end }: Connection, own: Limit | undefined, run: () => Promise<T>) =>
    own === undefined ? run() : within({ end, patienceMs: source.patienceMs }, own, run)
  const once = async <T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const one = await connect()
    let isBroken = true
    try {
      const result = await bounded(one, limit, () => run(one.client))
      isBroken = false
      return result
    } finally {
      one.release(isBroken)
    }
  }
  return {
    query: <T>(sql: string, parameters: readonly unknown[] = []) =>
      once(async (client) => {
        const answer = client.query(sql, storableParameters(parameters))
        const { rows } = await source.waitFor(client, answer)
        return rows as T[]
      }),
    script: (sql) => once(async (client) => void (await source.waitFor(client, client.query(sql)))),
    transaction: (work) =>
      retrying(async () => {
        const one = await connect()
        const left = limit === undefined ? undefined : limitOfTransaction(limit, Date.now)
        let ended: StatementEndedError | null = null
        const run = async <T>(sql: string, parameters: readonly unknown[] = []) => {
          const answer = one.client.query(sql, storableParameters(parameters))
          const { rows } = await source.waitFor(one.client, answer)
          return rows as T[]
        }
        const tx: Queryable = {
          query: <T>(sql: string, parameters?: readonly unknown[]) =>
            bounded(one, left?.(), () => run<T>(sql, parameters)).catch((error: unknown) => {
              if (error instanceof StatementEndedError) ended = error
              throw error
            }),
        }
        try {
          await run('begin')
          const result = await work(tx)
          // Nothing can be committed after this, even where `work` has caught the error.
          if (ended !== null) throw ended
          await run('commit')
          one.release(false)
          return result
        } catch (error) {
          const isUsable = ended === null && (await isRolledBack(one, source))
          one.release(!isUsable)
          throw error
        }
      }),
  }
}

const isRolledBack = ({ client }: Connection, { waitFor }: Source): Promise<boolean> =>
  waitFor(client, client.query('rollback')).then(
    () => true,
    () => false,
  )

const ignore = (): void => {}
