import { type CycleInput, SyncError } from '@trackmark/core'
import type { MailboxPort } from '@trackmark/engine'
import {
  type ClientCredential,
  clientCredentials,
  type Fetch,
  type GraphMailboxes,
  graphMailboxes,
  type RequestReport,
} from '@trackmark/exchange'
import { type Database, findProfile, getSecret, type Keys, type Profile } from '@trackmark/store'
import { z } from 'zod'

/** What the `connection` of a profile holds; secrets lie apart, under `secretName`. */
export const connectionSchema = z.object({
  tenantId: z.string(),
  clientId: z.string(),
  credential: z.enum(['secret', 'certificate']),
  /** PEM. */
  certificate: z.string().nullish(),
  /** Null: the public cloud's, or a sandbox that isn't running. */
  graphUrl: z.string().nullish(),
  authorityUrl: z.string().nullish(),
  /** When secret or private key were entered last, ISO 8601. */
  secretSetOn: z.string().nullish(),
})
export type Connection = z.infer<typeof connectionSchema>

export const secretName = (profileId: string): string => `profile/${profileId}`

export interface ConnectionDeps {
  readonly database: Database
  readonly secretKeys: Keys
  readonly clock: () => number
  readonly random: () => number
  readonly fetch: Fetch
  readonly onRequest: (report: RequestReport) => void
  /** A mail server of the organization asked to wait. */
  readonly onThrottled: (organizationId: string, waitMs: number) => void
}

export interface Connections {
  /** The engine's way into a mailbox: the profile is looked up when the first method is called. */
  open(input: CycleInput): MailboxPort
  /** @throws SyncError when the profile is absent or its secret can't be read */
  mailboxes(organizationId: string, profileId: string): Promise<GraphMailboxes>
  /** A profile was written: what is known of it is looked up again; null = all may have been. */
  forget(profileId: string | null): void
}

/** Another process may have written the profile: what is known of it is trusted this long. */
const TRUST_MS = 30_000

interface Held {
  readonly fingerprint: string
  readonly mailboxes: GraphMailboxes
}

/** One set of mailboxes per profile, so that its permits and waits are shared by all cycles. */
export function createConnections(deps: ConnectionDeps): Connections {
  const held = new Map<string, Held>()
  const looked = new Map<string, { readonly at: number; readonly held: Promise<Held> }>()

  async function look(organizationId: string, profileId: string): Promise<Held> {
    const profile = await findProfile(deps.database, organizationId, profileId)
    if (profile === null) throw stopped('The server profile of the mailbox no longer exists.')
    const connection = connectionOf(profile)
    const isOff = profile.connector === 'sandbox' && !connection.graphUrl
    const secret = isOff ? '' : await secretOf(deps, organizationId, profile)
    const fingerprint = JSON.stringify([connection, secret])
    const key = `${organizationId}/${profileId}`
    const known = held.get(key)
    if (known?.fingerprint === fingerprint) return known
    const onThrottled = (waitMs: number) => deps.onThrottled(organizationId, waitMs)
    const mailboxes = isOff ? absentSandbox : connect({ ...deps, onThrottled }, connection, secret)
    const made = { fingerprint, mailboxes }
    held.set(key, made)
    return made
  }

  const mailboxes = async (organizationId: string, profileId: string) => {
    const key = `${organizationId}/${profileId}`
    const last = looked.get(key)
    if (last !== undefined && deps.clock() - last.at < TRUST_MS) return (await last.held).mailboxes
    const next = { at: deps.clock(), held: look(organizationId, profileId) }
    looked.set(key, next)
    next.held.catch(() => looked.delete(key))
    return (await next.held).mailboxes
  }

  return {
    mailboxes,
    forget: (profileId) => {
      for (const key of looked.keys()) {
        if (profileId === null || key.endsWith(`/${profileId}`)) looked.delete(key)
      }
    },
    open: ({ lease, mailbox, profile, health }) =>
      deferred(async () => {
        if (profile === null) throw stopped('The mailbox has no server profile.')
        const reached = await mailboxes(lease.organizationId, profile.id)
        return reached.open(mailbox.emailAddress, health)
      }),
  }
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

function connect(deps: Connecting, connection: Connection, secret: string): GraphMailboxes {
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
  return graphMailboxes({
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

const sandboxIsOff = () => stopped('The sandbox is not running.')

/**
 * A sandbox that isn't running has no categories left to take away, which is all that is wanted of
 * a mailbox that is no longer synchronized (CL8). Anything else is refused.
 */
const absentSandbox: GraphMailboxes = {
  checkAccess: async () => {
    throw sandboxIsOff()
  },
  access: () => {
    const refuse = async () => {
      throw sandboxIsOff()
    }
    return { signIn: refuse, reach: refuse }
  },
  glance: async () => {
    throw sandboxIsOff()
  },
  open: () => {
    const refuse = async () => {
      throw sandboxIsOff()
    }
    return {
      listCategories: async () => [],
      deleteCategory: async () => {},
      createCategory: refuse,
      listFolders: refuse,
      changes: refuse,
      readLight: refuse,
      readWhole: refuse,
      readSeries: refuse,
      setCategories: refuse,
    }
  },
}

/** A port that isn't opened before it is used: opening needs the database, and may fail. */
function deferred(open: () => Promise<MailboxPort>): MailboxPort {
  let opened: Promise<MailboxPort> | null = null
  const port = () => {
    opened ??= open()
    return opened
  }
  return {
    listCategories: async () => (await port()).listCategories(),
    createCategory: async (wish) => (await port()).createCategory(wish),
    deleteCategory: async (id) => (await port()).deleteCategory(id),
    listFolders: async (memory, scope, failedBefore) =>
      (await port()).listFolders(memory, scope, failedBefore),
    changes: async (requests) => (await port()).changes(requests),
    readLight: async (refs) => (await port()).readLight(refs),
    readWhole: async (refs, wish) => (await port()).readWhole(refs, wish),
    readSeries: async (master, window) => (await port()).readSeries(master, window),
    setCategories: async (ref, categories, ifMatch) =>
      (await port()).setCategories(ref, categories, ifMatch),
  }
}
