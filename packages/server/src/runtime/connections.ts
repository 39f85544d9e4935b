import {
  type ClientCredential,
  clientCredentials,
  type Fetch,
  graphConnector,
  type RequestReport,
  rolesOf,
} from '@trackmark/connectors'
import { type CycleInput, type FolderRole, SyncError } from '@trackmark/core'
import type { Connector, Mailbox } from '@trackmark/engine'
import { type Database, findProfile, getSecret, type Keys, type Profile } from '@trackmark/store'
import { z } from 'zod'

/** The `connection` of a profile. Secrets are stored separately, under `secretName`. */
export const connectionSchema = z.object({
  tenantId: z.string(),
  clientId: z.string(),
  credential: z.enum(['secret', 'certificate']),
  /** In PEM form. */
  certificate: z.string().nullish(),
  /** Null for the public cloud, or a sandbox that isn't running. */
  graphUrl: z.string().nullish(),
  authorityUrl: z.string().nullish(),
  /** When the secret or private key was entered last, in ISO 8601. */
  secretSetOn: z.string().nullish(),
})
export type Connection = z.infer<typeof connectionSchema>

export const secretName = (profileId: string): string => `profile/${profileId}`

interface ConnectionDeps {
  readonly database: Database
  readonly secretKeys: Keys
  readonly clock: () => number
  readonly random: () => number
  readonly fetch: Fetch
  readonly onRequest: (report: RequestReport) => void
  /** Called when a mail server of the organization asks to wait. */
  readonly onThrottled: (organizationId: string, waitMs: number) => void
}

export interface Connections {
  /** Opens a mailbox for a cycle. @throws SyncError when it has no profile, or as `connector` does */
  open(input: CycleInput): Promise<Mailbox>
  /** @throws SyncError when the profile is absent or its secret can't be read */
  connector(organizationId: string, profileId: string): Promise<Connector>
  /** Invalidates the cached profile after it was written; null invalidates all profiles. */
  forget(profileId: string | null): void
}

/** Other processes may write the profile too, so the cache is valid this long, in milliseconds. */
const TRUST_MS = 30_000

interface CachedConnector {
  readonly fingerprint: string
  readonly connector: Connector
}

/** Creates one connector per profile, so that all cycles share its limits and waits. */
export function createConnections(deps: ConnectionDeps): Connections {
  const cached = new Map<string, CachedConnector>()
  const lookups = new Map<
    string,
    { readonly at: number; readonly cached: Promise<CachedConnector> }
  >()

  async function lookUp(organizationId: string, profileId: string): Promise<CachedConnector> {
    const profile = await findProfile(deps.database, organizationId, profileId)
    if (profile === null) throw stopped('The server profile of the mailbox no longer exists.')
    const connection = connectionOf(profile)
    const isOff = profile.connector === 'sandbox' && !connection.graphUrl
    const secret = isOff ? '' : await secretOf(deps, organizationId, profile)
    const fingerprint = JSON.stringify([connection, secret])
    const key = `${organizationId}/${profileId}`
    const known = cached.get(key)
    if (known?.fingerprint === fingerprint) return known
    const onThrottled = (waitMs: number) => deps.onThrottled(organizationId, waitMs)
    const { connect } = CONNECTORS[profile.connector]
    const made = {
      fingerprint,
      connector: isOff ? absentSandbox : connect({ ...deps, onThrottled }, connection, secret),
    }
    cached.set(key, made)
    return made
  }

  const connector = async (organizationId: string, profileId: string) => {
    const key = `${organizationId}/${profileId}`
    const last = lookups.get(key)
    if (last !== undefined && deps.clock() - last.at < TRUST_MS)
      return (await last.cached).connector
    const next = { at: deps.clock(), cached: lookUp(organizationId, profileId) }
    lookups.set(key, next)
    next.cached.catch(() => lookups.delete(key))
    return (await next.cached).connector
  }

  return {
    connector,
    forget: (profileId) => {
      for (const key of lookups.keys()) {
        if (profileId === null || key.endsWith(`/${profileId}`)) lookups.delete(key)
      }
    },
    open: async ({ lease, mailbox, profile, health }) => {
      if (profile === null) throw stopped('The mailbox has no server profile.')
      const reached = await connector(lease.organizationId, profile.id)
      return reached.open(mailbox.emailAddress, health)
    },
  }
}

interface ConnectorKind {
  connect(deps: Connecting, connection: Connection, secret: string): Connector
  /** The roles of folders by id, read from the memory of `FolderTree.list`. */
  folderRoles(memory: string | null): ReadonlyMap<string, FolderRole>
}

const GRAPH: ConnectorKind = { connect: connectGraph, folderRoles: rolesOf }

/** Connectors by the `connector` of a server profile. A new connector is registered here. */
export const CONNECTORS: Readonly<Record<Profile['connector'], ConnectorKind>> = {
  exchangeonline: GRAPH,
  sandbox: GRAPH,
}

const stopped = (message: string, cause?: unknown) =>
  new SyncError('mailbox', 'refused', message, { cause, serverCode: 'InvalidServerProfile' })

function connectionOf(profile: Profile): Connection {
  const parsed = connectionSchema.safeParse(profile.connection)
  if (parsed.success) return parsed.data
  throw stopped(`The server profile ${profile.name} is incomplete; enter it again.`)
}

async function secretOf(
  deps: ConnectionDeps,
  organizationId: string,
  profile: Profile,
): Promise<string> {
  const name = secretName(profile.profileId)
  const secret = await getSecret(deps.database, deps.secretKeys, { organizationId, name }).catch(
    (error: unknown) => {
      throw stopped(
        `The credentials of the server profile ${profile.name} can't be read with the key of this installation; enter them again.`,
        error,
      )
    },
  )
  if (secret === null) throw stopped(`The server profile ${profile.name} has no credentials.`)
  return secret
}

type Connecting = Omit<ConnectionDeps, 'onThrottled'> & {
  readonly onThrottled: (waitMs: number) => void
}

function connectGraph(deps: Connecting, connection: Connection, secret: string): Connector {
  const deadline = (ms: number) => AbortSignal.timeout(ms)
  const credential: ClientCredential =
    connection.credential === 'secret'
      ? { secret }
      : {
          certificate: {
            privateKey: secret,
            ...(connection.certificate ? { certificate: connection.certificate } : {}),
          },
        }
  return graphConnector({
    baseUrl: connection.graphUrl ?? 'https://graph.microsoft.com/v1.0',
    tokens: clientCredentials({
      ...credential,
      tenantId: connection.tenantId,
      clientId: connection.clientId,
      authorityHost: connection.authorityUrl ?? 'https://login.microsoftonline.com',
      fetch: deps.fetch,
      clock: deps.clock,
      deadline,
    }),
    fetch: deps.fetch,
    clock: deps.clock,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: deps.random,
    deadline,
    onRequest: deps.onRequest,
    onThrottled: deps.onThrottled,
  })
}

/**
 * Stands for a sandbox that isn't running. It has no categories, so removing them from a mailbox that is no longer
 * synchronized (CL8) succeeds. Everything else is refused.
 */
const absentSandbox: Connector = {
  access: () => ({ signIn: sandboxIsOff, reach: sandboxIsOff, check: sandboxIsOff }),
  open: () => ({
    traits: { keysSurviveMoves: true },
    categories: { list: async () => [], delete: async () => {}, create: sandboxIsOff },
    folders: { list: sandboxIsOff },
    feed: { read: sandboxIsOff },
    items: {
      light: sandboxIsOff,
      whole: sandboxIsOff,
      series: sandboxIsOff,
      summaries: sandboxIsOff,
    },
    writer: { setCategories: sandboxIsOff, edits: null },
  }),
}

async function sandboxIsOff(): Promise<never> {
  throw stopped('The sandbox is not running.')
}
