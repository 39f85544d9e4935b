import { EXIT, Failure } from '../failure.ts'
import type { Profiles, StoredConnection } from './profiles-file.ts'

export interface ConnectionOptions {
  readonly url?: string
  readonly token?: string
  /** Name of a connection stored by `trackmark login`. */
  readonly login?: string
  /** Unique name of the organization. */
  readonly environment?: string
}

export interface Resolved {
  readonly url: string
  readonly token: string | null
  readonly environment: string | null
}

/**
 * Order: flags, a stored connection named by a flag, the environment variables, the stored default,
 * the server on this machine. A stored token is only sent to its own server, and the token in the
 * data folder only to this machine.
 * @param local the server of this machine: its address, and the token it keeps in its data folder
 * @throws Failure if no connection is stored under the name
 */
export function resolveConnection(
  options: ConnectionOptions,
  env: NodeJS.ProcessEnv,
  profiles: Profiles | null,
  local: () => { readonly url: string; readonly token: string | null },
): Resolved {
  const named = options.login ?? (env.TRACKMARK_PROFILE || undefined)
  const stored = storedConnection(profiles, named)
  const envUrl = env.TRACKMARK_URL || undefined
  const isNamed = named !== undefined
  const byDefault = envUrl === undefined && !env.TRACKMARK_PORT ? stored : null
  const here = local()
  const url = options.url ?? (isNamed ? stored?.url : (envUrl ?? byDefault?.url)) ?? here.url
  const ownToken = stored !== null && sameServer(stored.url, url) ? stored.token : undefined
  const envToken = env.TRACKMARK_TOKEN || env.TRACKMARK_ADMIN_TOKEN || undefined
  const token =
    options.token ??
    (isNamed ? (ownToken ?? envToken) : (envToken ?? ownToken)) ??
    (sameServer(here.url, url) || isLoopback(url) ? here.token : null)
  const ownEnvironment = ownToken === undefined ? undefined : stored?.environment
  const environment = options.environment ?? (env.TRACKMARK_ENVIRONMENT || ownEnvironment)
  return { url: url.replace(/\/+$/, ''), token: token ?? null, environment: environment ?? null }
}

function storedConnection(
  profiles: Profiles | null,
  named: string | undefined,
): StoredConnection | null {
  const found = profiles?.profiles[named ?? profiles.default] ?? null
  if (named === undefined || found !== null) return found
  const names = Object.keys(profiles?.profiles ?? {}).join(', ')
  throw new Failure(
    EXIT.usage,
    `No connection is stored as "${named}"; there is ${names || 'none'}. "trackmark login --profile ${named}" stores one.`,
  )
}

const isLoopback = (url: string): boolean =>
  URL.canParse(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)

const sameServer = (a: string, b: string): boolean =>
  URL.canParse(a) && URL.canParse(b) && new URL(a).origin === new URL(b).origin
