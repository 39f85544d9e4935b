import { createPrivateKey, X509Certificate } from 'node:crypto'
import {
  ConfidentialClientApplication,
  type Configuration,
  type INetworkModule,
  LogLevel,
} from '@azure/msal-node'
import { type Instant, SyncError } from '@trackmark/core'
import { z } from 'zod'
import type { Fetch, TokenSource } from './options.ts'
import { cappedWait, cutWaitNote, parseRetryAfter } from './retry-policy.ts'

export interface ClientCertificate {
  /** PEM, PKCS#8 or PKCS#1. */
  readonly privateKey: string
  readonly passphrase?: string
  /** PEM; its thumbprint is computed. */
  readonly certificate?: string
  /** Hex of SHA-256, or of SHA-1 as the portal shows it; needed only without `certificate`. */
  readonly thumbprint?: string
}

export type ClientCredential =
  | { readonly secret: string; readonly certificate?: never }
  | { readonly certificate: ClientCertificate; readonly secret?: never }

export type ClientCredentialsOptions = ClientCredential & {
  readonly tenantId: string
  readonly clientId: string
  /** `https://login.microsoftonline.com`, a national cloud's, or the sandbox's http address. */
  readonly authorityHost: string
  readonly fetch: Fetch
  readonly clock: () => Instant
  readonly deadline: (ms: number) => AbortSignal
  /** Default `https://graph.microsoft.com/.default`. */
  readonly scope?: string
}

const REFRESH_EARLY_MS = 5 * 60_000
const TIMEOUT_MS = 30_000

interface Held {
  readonly token: string
  readonly expiresAt: Instant
}

/**
 * Gets tokens by the client credentials grant, with one request at a time. A token is renewed five
 * minutes early; if that fails, the old one is used until it expires.
 * @throws SyncError `mailbox`, `refused` if the key or certificate can't be read
 */
export function clientCredentials(options: ClientCredentialsOptions): TokenSource {
  const { clock } = options
  const acquire = acquirer(options)
  let held: Held | null = null
  let pending: Promise<Held> | null = null

  function renewed(): Promise<Held> {
    pending ??= acquire().then(
      (fresh) => {
        held = fresh
        pending = null
        return fresh
      },
      (error) => {
        pending = null
        throw error
      },
    )
    return pending
  }

  return {
    async token(refused) {
      const now = clock()
      if (held !== null && held.token === refused) held = null
      if (held === null || held.expiresAt <= now) return (await renewed()).token
      if (held.expiresAt - REFRESH_EARLY_MS > now) return held.token
      const current = held
      return renewed().then(
        (fresh) => fresh.token,
        () => current.token,
      )
    },
  }
}

/** The parts of the token endpoint's answer that are read here: never the token. */
interface Answered {
  readonly status: number
  readonly lifeMs: number | null
  /** OAuth's error word and Entra's number (`AADSTS…`). Its description isn't passed on. */
  readonly code: string | null
  readonly number: number | null
  readonly retryAfterMs: number | null
}

function acquirer(options: ClientCredentialsOptions): () => Promise<Held> {
  const auth = authOf(options)
  const scopes = [options.scope ?? 'https://graph.microsoft.com/.default']
  // Built once at the start, so that an unusable key is reported at once.
  application(options, auth, () => {})
  return async () => {
    let answered: Answered | null = null
    // MSAL uses the real clock for its cache and back-off; a new instance has neither.
    const client = application(options, auth, (seen) => {
      answered = seen
    })
    try {
      const result = await client.acquireTokenByClientCredential({ scopes })
      const lifeMs = (answered as Answered | null)?.lifeMs
      if (!result?.accessToken || lifeMs == null) throw new Error('The answer holds no token.')
      return { token: result.accessToken, expiresAt: options.clock() + lifeMs }
    } catch (cause) {
      throw signInError(options, answered, cause)
    }
  }
}

type Auth = Configuration['auth']

function authOf(options: ClientCredentialsOptions): Auth {
  const host = options.authorityHost.replace(/\/+$/, '')
  if (!URL.canParse(host)) throw refusedKey(options, 'the sign-in address is not a URL')
  const endpoint = `${host}/${encodeURIComponent(options.tenantId)}`
  const isSecure = host.startsWith('https:')
  // MSAL refuses an authority that isn't https. Here the authority's name is only a key of its
  // cache, because the metadata says where to send requests. So the sandbox's http endpoint gets a
  // name of its own.
  const authority = isSecure ? endpoint : `https://sandbox.invalid/${options.tenantId}`
  return {
    clientId: options.clientId,
    authority,
    knownAuthorities: [new URL(authority).host],
    authorityMetadata: JSON.stringify({
      token_endpoint: `${endpoint}/oauth2/v2.0/token`,
      authorization_endpoint: `${endpoint}/oauth2/v2.0/authorize`,
      issuer: `${authority}/v2.0`,
      jwks_uri: `${endpoint}/discovery/v2.0/keys`,
    }),
    ...(options.secret === undefined
      ? { clientCertificate: certificateOf(options, options.certificate) }
      : { clientSecret: options.secret }),
  }
}

function certificateOf(
  options: ClientCredentialsOptions,
  given: ClientCertificate,
): NonNullable<Auth['clientCertificate']> {
  const privateKey = attempt(options, "its private key can't be read", () => {
    const { privateKey: key, passphrase } = given
    const opened = createPrivateKey({ key, ...(passphrase !== undefined && { passphrase }) })
    return opened.export({ type: 'pkcs8', format: 'pem' }).toString()
  })
  const fromCertificate = attempt(options, "its certificate can't be read", () =>
    given.certificate === undefined ? null : new X509Certificate(given.certificate).fingerprint256,
  )
  const thumbprint = (fromCertificate ?? given.thumbprint ?? '').replaceAll(/[:\s]/g, '')
  if (/^[0-9a-f]{64}$/i.test(thumbprint)) return { privateKey, thumbprintSha256: thumbprint }
  if (/^[0-9a-f]{40}$/i.test(thumbprint)) return { privateKey, thumbprint }
  throw refusedKey(
    options,
    'neither a certificate nor a thumbprint of 40 or 64 hex digits is given',
  )
}

function attempt<T>(options: ClientCredentialsOptions, reason: string, work: () => T): T {
  try {
    return work()
  } catch {
    // OpenSSL's message may quote the input, so it isn't passed on.
    throw refusedKey(options, reason)
  }
}

function refusedKey(options: ClientCredentialsOptions, reason: string): SyncError {
  return new SyncError(
    'mailbox',
    'refused',
    `Application ${options.clientId} can't sign in: ${reason}.`,
  )
}

function application(
  options: ClientCredentialsOptions,
  auth: Auth,
  seen: (answered: Answered) => void,
): ConfidentialClientApplication {
  const networkClient = network(options, seen)
  const quiet = { loggerCallback: () => {}, piiLoggingEnabled: false, logLevel: LogLevel.Error }
  try {
    return new ConfidentialClientApplication({
      auth,
      system: { networkClient, disableInternalRetries: true, loggerOptions: quiet },
    })
  } catch {
    throw refusedKey(options, 'its credentials are incomplete')
  }
}

const tokenAnswer = z.looseObject({
  expires_in: z.coerce.number().optional(),
  error: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
})

function network(
  options: ClientCredentialsOptions,
  seen: (answered: Answered) => void,
): INetworkModule {
  async function send<T>(
    method: string,
    url: string,
    given?: { headers?: Record<string, string>; body?: string },
  ) {
    const response = await options.fetch(
      new Request(url, {
        method,
        headers: given?.headers ?? {},
        redirect: 'error',
        signal: options.deadline(TIMEOUT_MS),
        ...(given?.body !== undefined && { body: given.body }),
      }),
    )
    const body: unknown = await response.json().catch(() => ({}))
    const { data } = tokenAnswer.safeParse(body)
    seen({
      status: response.status,
      lifeMs: data?.expires_in === undefined ? null : data.expires_in * 1000,
      code: data?.error ?? null,
      number: data?.error_codes?.[0] ?? null,
      retryAfterMs: parseRetryAfter(response.headers.get('retry-after'), options.clock()),
    })
    const headers = Object.fromEntries(response.headers)
    return { headers, body: body as T, status: response.status }
  }
  return {
    sendGetRequestAsync: (url, given) => send('GET', url, given),
    sendPostRequestAsync: (url, given) => send('POST', url, given),
  }
}

function signInError(
  { clientId, tenantId }: ClientCredentialsOptions,
  answered: Answered | null,
  cause: unknown,
): SyncError {
  const who = `application ${clientId} in tenant ${tenantId}`
  if (answered === null) {
    return new SyncError(
      'mailbox',
      'outage',
      `Sign-in of ${who} got no answer; it will be tried again.`,
      {
        cause,
      },
    )
  }
  const { status, code, number } = answered
  const retryAfterMs = cappedWait(answered.retryAfterMs)
  const serverCode = number === null ? code : `AADSTS${number}`
  const options = {
    answer: [status, serverCode].filter((part) => part !== null).join(' '),
    ...(serverCode !== null && { serverCode }),
    ...(retryAfterMs !== null && { retryAfterMs }),
  }
  const isRefusal = status >= 400 && status < 500 && status !== 429 && status !== 408
  if (isRefusal && code !== 'temporarily_unavailable') {
    const what = [code, number === null ? null : `AADSTS${number}`].filter((word) => word !== null)
    const message = `Sign-in of ${who} was refused: ${what.join(', ') || `status ${status}`}; its mailboxes stop until the credentials are put right.`
    return new SyncError('mailbox', 'refused', message, options)
  }
  const message = `Sign-in of ${who} failed with status ${status}; it will be tried again.${cutWaitNote(answered.retryAfterMs)}`
  const remedy = status === 429 ? 'wait' : 'outage'
  return new SyncError('mailbox', remedy, message, options)
}
