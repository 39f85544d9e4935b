import { randomBytes } from 'node:crypto'
import type { Worker } from '@trackmark/engine'
import { forHealth, mailboxConditions } from '@trackmark/store'
import type { InstallationDeps } from './admin/shared/deps.ts'
import { type App, createApp } from './app/app.ts'
import { createHealth, startingAnswer } from './app/health.ts'
import { type Backups, createBackups } from './backup/service.ts'
import type { Config } from './config/load.ts'
import { StartError } from './config/start-error.ts'
import { trustOf } from './config/trusted-proxies.ts'
import { type Listening, listen } from './listener/listen.ts'
import { ensureAdministrator } from './organizations/administrator.ts'
import { runBulkDeletes } from './runtime/bulk-delete.ts'
import { newId } from './runtime/new-id.ts'
import { openRuntime, type Runtime } from './runtime/open.ts'
import { runWorker } from './runtime/worker.ts'
import {
  pauseSandboxMailboxes,
  type RunningSandbox,
  shouldRunSandbox,
  startSandbox,
} from './sandbox/start.ts'
import { LINK_LIFE_MS, makeSignInCode } from './sign-in/code.ts'
import type { ProviderConfig } from './sign-in/identity-provider.ts'
import { createPasswords } from './sign-in/password.ts'
import { createSessions } from './sign-in/session.ts'
import { type PostWebhook, postWebhooks } from './webhooks/post.ts'
import type { PrivateAddresses } from './webhooks/private-addresses.ts'
import { runDeliverer } from './webhooks/run.ts'

/** `auto` permits addresses of this machine while the sandbox runs, so that webhooks can be tried out. */
function privateAddresses(
  configured: Config['webhooksPrivate'],
  isTried: boolean,
): PrivateAddresses {
  if (configured === 'on') return 'all'
  return configured === 'auto' && isTried ? 'loopback' : 'none'
}

export interface RunningServer {
  /** The public address of the server. */
  readonly url: string
  readonly sandbox: RunningSandbox | null
  /** A link that signs the installation's administrator in, once, within an hour. */
  readonly signInLink: string
  readonly databaseKind: 'pglite' | 'postgres'
  readonly worker: 'on' | 'off'
  /** Number of mailboxes that are, or shall be, synchronized. */
  readonly mailboxes: number
  /** Running cycles end at their next commit; then everything is closed. */
  stop(): Promise<void>
}

/**
 * Starts everything in this process. The port is opened first, so that a second server that was started by mistake
 * changes nothing.
 * @throws StartError, ConfigError, FolderLockedError: nothing is left running
 */
export async function startServer(config: Config): Promise<RunningServer> {
  let app: App | null = null
  const listening = await listen(config, async (request, connection) =>
    app === null ? startingAnswer(request) : app.fetch(request, connection),
  )
  const started: (() => Promise<void>)[] = []
  const stop = async () => {
    await listening.close()
    // Closed in reverse, because later parts use earlier ones.
    for (const close of started.splice(0).reverse()) await close()
  }
  try {
    const runtime = await openRuntime(config)
    started.push(() => runtime.database.close())
    const sandbox = await sandboxOf(runtime)
    if (sandbox !== null) started.push(sandbox.close)
    const worker = config.worker === 'on' ? startInProcess(runtime) : null
    if (worker !== null) started.push(worker.stop)
    const post = postWebhooks(() => privateAddresses(config.webhooksPrivate, sandbox !== null))
    const { secretKeys } = runtime.secrets
    started.push(runDeliverer({ ...runtime, secretKeys, newId, post }).stop)
    started.push(runBulkDeletes({ ...runtime, newId }).stop)
    const backups = backupsOf(runtime, { sandbox, worker })
    started.push(backups.stop)
    app = appOf(runtime, { sandbox, worker, post, backups })
    return await describe(runtime, listening, sandbox, stop)
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

async function sandboxOf(runtime: Runtime): Promise<RunningSandbox | null> {
  if (await shouldRunSandbox(runtime)) return startSandbox(runtime)
  await pauseSandboxMailboxes(runtime)
  return null
}

function startInProcess(runtime: Runtime): Worker {
  return runWorker({ ...runtime, concurrency: runtime.config.workerConcurrency })
}

interface Parts {
  readonly sandbox: RunningSandbox | null
  readonly worker: Worker | null
  readonly post: PostWebhook
  readonly backups: Backups
}

function backupsOf(runtime: Runtime, { sandbox, worker }: Pick<Parts, 'sandbox' | 'worker'>) {
  const { config, database, secrets, log, organizations, connections } = runtime
  return createBackups({
    database,
    secretKeys: secrets.secretKeys,
    dataDir: config.dataDir,
    clock: runtime.clock,
    newId,
    log,
    restored: async () => {
      organizations.forget()
      connections.forget(null)
      for (const { organizationId } of await organizations.list()) {
        await ensureAdministrator(database, organizationId, runtime.clock())
      }
      if (sandbox === null) await pauseSandboxMailboxes(runtime)
      else await sandbox.provision()
      connections.forget(null)
      worker?.poke()
    },
  })
}

function appOf(runtime: Runtime, { sandbox, worker, post, backups }: Parts): App {
  const { config, database, organization, organizations, secrets, connections } = runtime
  const startedOn = runtime.clock()
  const workerState = worker === null ? 'off' : 'on'
  const admin: InstallationDeps = {
    database,
    organizations,
    defaultOrganizationId: organization.organizationId,
    secretKey: secrets.secretKey,
    secretKeys: secrets.secretKeys,
    rotateSecrets: () => secrets.secretKeys.rotate(database),
    clock: runtime.clock,
    newId,
    randomBytes,
    passwords: createPasswords(),
    exchangeAddresses: originsOf(config.exchangeAddresses),
    reach: connections.connector,
    postWebhook: post,
    backups,
    changed: ({ profileId }) => {
      if (profileId !== undefined) connections.forget(profileId)
      worker?.poke()
    },
    about: () => ({
      startedOn,
      worker: workerState,
      sandboxUrl: sandbox?.url ?? null,
      sandboxYields: config.sandbox === 'auto',
    }),
  }
  return createApp({
    adminToken: secrets.adminToken,
    sessions: createSessions(secrets.secretKey, secrets.adminToken),
    hosts: config.hosts?.split(',').map((host) => host.trim()) ?? [],
    proxies: { trusts: trustOf(config.trustProxy), publicUrl: config.publicUrl },
    provider: providerOf(config),
    admin,
    statementMs: config.requestTimeLimit * 1000,
    metrics: runtime.metrics,
    mailboxesByState: () => mailboxCounts(runtime),
    health: createHealth({
      database: forHealth(database),
      dataDir: config.dataDir,
      worker: workerState,
      processId: runtime.processId,
      startedOn,
      clock: runtime.clock,
    }),
    log: runtime.log,
  })
}

const originsOf = (text: string | null): readonly string[] =>
  text === null ? [] : text.split(',').map((one) => new URL(one.trim()).origin)

/** @throws StartError when only a part of it is configured */
function providerOf(config: Config): ProviderConfig | null {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = config
  if (issuer === null) return null
  if (clientId === null || clientSecret === null) {
    throw new StartError(
      'TRACKMARK_OIDC_ISSUER needs TRACKMARK_OIDC_CLIENT_ID and TRACKMARK_OIDC_CLIENT_SECRET beside it.',
    )
  }
  const { oidcName: name, publicUrl } = config
  const trustUsername = config.oidcTrustUsername === 'on'
  return { issuer, clientId, clientSecret, name, publicUrl, trustUsername }
}

async function mailboxCounts({ database, organizations }: Runtime) {
  const counts = (await organizations.list()).map(async ({ organizationId, uniqueName }) => {
    const { mailboxes } = await mailboxConditions(database, organizationId)
    return [uniqueName, mailboxes] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

async function describe(
  runtime: Runtime,
  listening: Listening,
  sandbox: RunningSandbox | null,
  stop: () => Promise<void>,
): Promise<RunningServer> {
  const { database, organization } = runtime
  const { organizationId } = organization
  const from = { database, randomBytes, clock: runtime.clock }
  const code = await makeSignInCode(from, organizationId, null, LINK_LIFE_MS)
  const counts = Object.values(await mailboxCounts(runtime))
  const working = counts.map((count) => count.waiting + count.failing + count.synchronized)
  const url = runtime.config.publicUrl?.replace(/\/$/, '') ?? listening.url
  return {
    url,
    sandbox,
    signInLink: `${url}/signin#code=${code}`,
    databaseKind: database.kind,
    worker: runtime.config.worker,
    mailboxes: working.reduce((sum, count) => sum + count, 0),
    stop,
  }
}
