import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Instant } from '@trackmark/core'
import { stableId } from '@trackmark/http'
import {
  type Database,
  ensureOrganization,
  forRequests,
  isAway,
  migrate,
  type Organization,
  openDatabase,
  ping,
  releaseLeases,
} from '@trackmark/store'
import type { Logger } from 'pino'
import type { Config } from '../config/load.ts'
import { mask } from '../config/mask.ts'
import { StartError } from '../config/start-error.ts'
import { ORGANIZATION_NAME, ORGANIZATION_VERSION } from '../config/version.ts'
import { ensureAdministrator } from '../organizations/administrator.ts'
import { createOrganizations, type Organizations } from '../organizations/organizations.ts'
import { loadSecrets, type Secrets } from '../secrets/secrets.ts'
import { databaseClock, type ServerClock } from './clock.ts'
import { type Connections, createConnections } from './connections.ts'
import { isDiskFull } from './disk.ts'
import { createLog } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createThrottlingNotes, type ThrottlingNotes } from './throttling.ts'

/** The parts that every process of Trackmark needs. */
export interface Runtime {
  readonly config: Config
  readonly log: Logger
  readonly secrets: Secrets
  /** Identifies this process among all that share the database. */
  readonly processId: string
  readonly database: Database
  /** The time of the database (CY23). */
  readonly clock: () => Instant
  /** The first organization, which requests that name none belong to. */
  readonly organization: Organization
  readonly organizations: Organizations
  readonly metrics: Metrics
  readonly connections: Connections
  readonly throttling: ThrottlingNotes
}

const FIRST_ORGANIZATION = {
  organizationId: stableId('organization', ORGANIZATION_NAME),
  uniqueName: ORGANIZATION_NAME,
  name: 'Trackmark',
  version: ORGANIZATION_VERSION,
}

/**
 * Opens the database, migrates its schema and finds the first organization, which the first start creates.
 * @throws StartError, FolderLockedError
 */
export async function openRuntime(config: Config): Promise<Runtime> {
  const log = createLog(config.logLevel)
  const secrets = await loadSecrets(config.dataDir, config).catch((error: unknown) => {
    throw folderTrouble(config.dataDir, error)
  })
  // The embedded database would try for a minute and then fail with an unhelpful error.
  if (await isDiskFull(config.dataDir)) {
    throw new StartError(
      `The disk with the data folder ${config.dataDir} is full. Make room, or choose another folder with TRACKMARK_DATA_DIR.`,
    )
  }
  const database = await openConfigured(config)
  let clock: ServerClock | null = null
  try {
    await migrate(database)
    clock = await databaseClock(database)
    const { now } = clock
    // No other process can have the embedded database open, so its leases are stale.
    if (database.kind === 'pglite') await releaseLeases(database)
    const { organization } = await ensureOrganization(database, FIRST_ORGANIZATION, now())
    const statementMs = config.requestTimeLimit * 1000
    const organizations = createOrganizations(forRequests(database, { statementMs }), now)
    for (const { organizationId } of await organizations.list()) {
      await ensureAdministrator(database, organizationId, now())
    }
    const metrics = createMetrics()
    const throttling = createThrottlingNotes()
    const connections = createConnections({
      database,
      secretKeys: secrets.secretKeys,
      clock: now,
      random: Math.random,
      fetch: (request) => fetch(request),
      onRequest: metrics.observeRequest,
      onThrottled: throttling.note,
    })
    return {
      config,
      log,
      secrets,
      database: withClock(database, clock),
      clock: now,
      processId: `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
      organization,
      organizations,
      metrics,
      connections,
      throttling,
    }
  } catch (error) {
    clock?.stop()
    await database.close().catch(() => {})
    throw databaseTrouble(config, error)
  }
}

/** Closing the database also stops its clock. */
const withClock = (database: Database, clock: ServerClock): Database => ({
  ...database,
  close: () => {
    clock.stop()
    return database.close()
  },
})

/**
 * Cycles share most of their statements. Several processes stay below PostgreSQL's default of 100 connections,
 * together with those for requests, which only the server opens, and two for health.
 */
const CONNECTIONS_MAX = 24
/**
 * More than the requests that run at the same time: some send two statements at once, and each looks up its caller.
 */
export const REQUEST_CONNECTIONS_MAX = 16

/** PostgreSQL's own limit on statements is this much longer than this process's limit. */
const SERVER_LATER_S = 10

/** Opens the configured database, whatever its schema is. @throws StartError, FolderLockedError */
export async function openConfigured(config: Config): Promise<Database> {
  if (config.databaseUrl === null) {
    return openDatabase({ kind: 'pglite', dataDir: config.dataDir })
  }
  const database = await openDatabase({
    kind: 'postgres',
    url: config.databaseUrl,
    connectionsMax: CONNECTIONS_MAX,
    requestConnectionsMax: REQUEST_CONNECTIONS_MAX,
    requestStatementMsMax: (config.requestTimeLimit + SERVER_LATER_S) * 1000,
  })
  try {
    await ping(database)
    return database
  } catch (error) {
    await database.close().catch(() => {})
    throw databaseTrouble(config, error)
  }
}

const NETWORK = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET']

function databaseTrouble(config: Config, error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  if (config.databaseUrl === null) {
    if (!isAway(error)) return error
    return new StartError(`The embedded database in ${config.dataDir} can't work: ${message}.`)
  }
  const where = mask({ secret: 'password' }, config.databaseUrl)
  if (NETWORK.includes(code ?? '')) {
    return new StartError(`No PostgreSQL answers at ${where} (${code}). Check DATABASE_URL.`)
  }
  // SQLSTATE classes 28 and 3D: sign-in refused, no such database.
  if (/^(28|3D)/.test(code ?? '')) {
    return new StartError(`PostgreSQL at ${where} refused: ${message}. Check DATABASE_URL.`)
  }
  if (isAway(error)) {
    return new StartError(`PostgreSQL at ${where} can't work now: ${message}. Try again later.`)
  }
  return error
}

function folderTrouble(dataDir: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  return new StartError(
    `The data folder ${dataDir} can't be used (${code}). Choose another with TRACKMARK_DATA_DIR, or give this account the right to write there.`,
  )
}
