import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import {
  type Database,
  ensureOrganization,
  listProfiles,
  migrate,
  type Organization,
  openDatabase,
} from '@trackmark/store'
import type { Config } from './config/load.ts'
import { ConfigError } from './config/load.ts'
import { createApp } from './http/app.ts'
import { type Connections, createConnections } from './runtime/connections.ts'
import { createLog } from './runtime/log.ts'
import { createMetrics, type Metrics } from './runtime/metrics.ts'
import { stableId } from './runtime/stable-id.ts'
import { runWorker } from './runtime/worker.ts'
import { type StartedSandbox, startSandbox } from './sandbox/start.ts'
import { loadSecrets, type Secrets } from './secrets.ts'
import { ORGANIZATION_NAME, ORGANIZATION_VERSION } from './version.ts'

export interface StartedServer {
  readonly url: string
  readonly adminToken: string
  readonly sandbox: { readonly url: string; readonly mailboxes: number } | null
  readonly databaseKind: Database['kind']
  readonly worker: 'on' | 'off'
  /** Cycles under way end at their next commit; then everything is closed. */
  stop(): Promise<void>
}

/** What a process needs before it serves or works. */
interface Base {
  readonly database: Database
  readonly secrets: Secrets
  readonly organization: Organization
  readonly connections: Connections
  readonly metrics: Metrics
}

/**
 * Starts all of it in this process. Whatever was started is closed again when a later step fails.
 * @throws ConfigError, FolderLockedError; a taken port is told by its number
 */
export async function startServer(config: Config): Promise<StartedServer> {
  const log = createLog(config.logLevel)
  const closing: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close()
  }
  try {
    const base = await openBase(config, log)
    closing.push(() => base.database.close())
    const sandbox = await sandboxWanted(config, base)
    if (sandbox !== null) closing.push(() => sandbox.close())

    let poke = () => {}
    if (config.worker === 'on') {
      const worker = runWorker({ ...base, log, concurrency: config.workerConcurrency })
      poke = worker.poke
      closing.push(() => worker.stop())
    }
    const startedOn = Date.now()
    const app = createApp({
      ...base,
      secretKey: base.secrets.secretKey,
      adminToken: base.secrets.adminToken,
      log,
      clock: Date.now,
      newId: randomUUID,
      reach: (profileId) => base.connections.mailboxes(base.organization.organizationId, profileId),
      changed: ({ profileId }) => {
        if (profileId !== undefined) base.connections.forget(profileId)
        poke()
      },
      about: () => ({ startedOn, worker: config.worker, sandboxUrl: sandbox?.url ?? null }),
    })
    const served = await listen(config, app.fetch)
    closing.push(served.close)
    return {
      url: served.url,
      adminToken: base.secrets.adminToken,
      sandbox: sandbox && { url: sandbox.url, mailboxes: sandbox.mailboxes },
      databaseKind: base.database.kind,
      worker: config.worker,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A process that only synchronizes, beside others on one PostgreSQL. */
export async function startWorkerProcess(config: Config): Promise<{ stop(): Promise<void> }> {
  if (config.databaseUrl === null) {
    throw new ConfigError(
      'A worker needs DATABASE_URL: the embedded database belongs to one process, the server, which synchronizes by itself.',
    )
  }
  const log = createLog(config.logLevel)
  const base = await openBase(config, log)
  const worker = runWorker({ ...base, log, concurrency: config.workerConcurrency })
  return {
    stop: async () => {
      await worker.stop()
      await base.database.close()
    },
  }
}

async function openBase(config: Config, _log: unknown): Promise<Base> {
  const database = await openDatabase(
    config.databaseUrl === null
      ? { kind: 'pglite', dataDir: config.dataDir }
      : {
          kind: 'postgres',
          url: config.databaseUrl,
          // Each cycle uses one connection at a time; a few more serve requests.
          connectionsMax: config.workerConcurrency + 6,
        },
  )
  try {
    await migrate(database)
    const secrets = await loadSecrets(config.dataDir, config)
    const { organization } = await ensureOrganization(
      database,
      {
        organizationId: stableId('organization', ORGANIZATION_NAME),
        uniqueName: ORGANIZATION_NAME,
        name: 'Trackmark',
        version: ORGANIZATION_VERSION,
      },
      Date.now(),
    )
    const metrics = createMetrics()
    const connections = createConnections({
      database,
      secretKey: secrets.secretKey,
      clock: Date.now,
      random: Math.random,
      fetch: (request) => fetch(request),
      onRequest: metrics.observeRequest,
    })
    return { database, secrets, organization, metrics, connections }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** `auto`: the sandbox makes room once there is a real server to synchronize with. */
async function sandboxWanted(config: Config, base: Base): Promise<StartedSandbox | null> {
  const { organizationId } = base.organization
  if (config.sandbox === 'off') return null
  if (config.sandbox === 'auto') {
    const profiles = await listProfiles(base.database, organizationId)
    if (profiles.some((profile) => profile.connector !== 'sandbox' && profile.isActive)) return null
  }
  const to = {
    database: base.database,
    organizationId,
    secretKey: base.secrets.secretKey,
    now: Date.now(),
  }
  return startSandbox(to, { port: config.sandboxPort, dataDir: config.dataDir }).catch(
    (error: unknown) => {
      throw portTaken(error, config.sandboxPort, 'TRACKMARK_SANDBOX_PORT')
    },
  )
}

async function listen(
  config: Config,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portTaken(error, config.port, 'TRACKMARK_PORT')))
    server.listen(config.port, config.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function portTaken(error: unknown, port: number, variable: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new ConfigError(
    `Port ${port} is taken by another process. Stop it, or choose another port with ${variable}.`,
    { cause: error },
  )
}
