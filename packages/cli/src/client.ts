import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { profilesPath, readProfiles } from './connection/profiles-file.ts'
import { type ConnectionOptions, resolveConnection } from './connection/resolve.ts'
import { EXIT, Failure } from './failure.ts'

export type ClientOptions = ConnectionOptions

export interface Client {
  /** Address of the server. */
  readonly url: string
  /** Address of the organization: the server's, plus the organization's path if one was named. */
  readonly rootUrl: string
  /** @throws Failure, with the server's own message */
  call<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T>
  /** For answers without a body. @param body bytes are sent as they are, anything else as JSON */
  send(method: string, path: string, body?: unknown): Promise<void>
  /** For answers that are text. */
  text(path: string): Promise<string>
  /** For answers that are a part of a file. */
  bytes(path: string): Promise<Uint8Array>
}

/** Every error answer of Trackmark has a code in Dataverse's form. */
const envelope = z.object({
  error: z.object({ code: z.string().regex(/^0x[0-9a-f]{8}$/i), message: z.string() }),
})

/** A client of the admin API. `resolveConnection` gives its address. */
export function openClient(options: ClientOptions, env: NodeJS.ProcessEnv = process.env): Client {
  const profiles = readProfiles(profilesPath(env))
  const { url, token, environment } = resolveConnection(options, env, profiles, () => ({
    url: localUrl(env),
    token: keptSecret(env, 'admin-token') ?? null,
  }))
  if (!URL.canParse(url)) throw new Failure(EXIT.usage, `--url must be a URL; got ${url}.`)
  const base = environment === null ? url : `${url}/${encodeURIComponent(environment)}`

  async function request(method: string, path: string, body: unknown): Promise<Response> {
    const response = await fetch(`${base}/api/admin${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token ?? ''}`,
        ...(body === undefined ? {} : { 'content-type': typeOf(body) }),
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
      redirect: 'manual',
    }).catch((error: unknown) => {
      throw new Failure(
        EXIT.unreachable,
        `No Trackmark server answers at ${url}${reasonOf(error)}. Start one with "npm start", or name another with --url.`,
      )
    })
    if (response.ok) return response
    throw await refusal(response, url)
  }
  return {
    url,
    rootUrl: base,
    call: async (method, path, schema, body) => {
      const response = await request(method, path, body)
      const json: unknown = await response.json().catch(() => null)
      if (json === null) throw notTrackmark(url, response.status)
      const parsed = schema.safeParse(json)
      if (parsed.success) return parsed.data
      throw new Failure(
        EXIT.refused,
        `${url} gave an answer this tool doesn't understand; is the server of another version?`,
      )
    },
    send: async (method, path, body) => {
      await request(method, path, body)
    },
    text: async (path) => (await request('GET', path, undefined)).text(),
    bytes: async (path) =>
      new Uint8Array(await (await request('GET', path, undefined)).arrayBuffer()),
  }
}

const typeOf = (body: unknown): string =>
  body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'

async function refusal(response: Response, url: string): Promise<Failure> {
  const { status } = response
  const to = response.headers.get('location')
  if (status >= 300 && status < 400 && to !== null) {
    return new Failure(
      EXIT.refused,
      `${url} sends to ${new URL(to, url).origin}; name that with --url.`,
    )
  }
  const parsed = envelope.safeParse(await response.json().catch(() => null))
  if (!parsed.success) return notTrackmark(url, status)
  if (status === 401) {
    return new Failure(
      EXIT.notSignedIn,
      'The server wants a valid token: pass --token, set TRACKMARK_TOKEN, sign in with "trackmark login", or run this where the server keeps its data folder.',
    )
  }
  const { code, message } = parsed.data.error
  return new Failure(EXIT.refused, `${message} (${code})`)
}

/** Another program answers: the sandbox, any other server, or a proxy whose server is down. */
function notTrackmark(url: string, status: number): Failure {
  const isProxy = [502, 503, 504].includes(status)
  return isProxy
    ? new Failure(
        EXIT.unreachable,
        `What answers at ${url} is a proxy that doesn't reach Trackmark (HTTP ${status}).`,
      )
    : new Failure(
        EXIT.refused,
        `What answers at ${url} isn't Trackmark (HTTP ${status}). Trackmark's own port is 4310 unless TRACKMARK_PORT says otherwise (4311 is the sandbox); name its address with --url.`,
      )
}

/** Why the server couldn't be reached, by the code of the system or of TLS: ` (ECONNREFUSED)`. */
function reasonOf(error: unknown): string {
  const cause = (error as { readonly cause?: { readonly code?: unknown } }).cause
  return typeof cause?.code === 'string' ? ` (${cause.code})` : ''
}

function localUrl(env: NodeJS.ProcessEnv): string {
  return `http://${env.TRACKMARK_HOST || '127.0.0.1'}:${env.TRACKMARK_PORT || '4310'}`
}

/** Reads what the server on this machine keeps in its data folder. */
export function keptSecret(
  env: NodeJS.ProcessEnv,
  name: 'admin-token' | 'sandbox-control-secret',
): string | undefined {
  const file = join(env.TRACKMARK_DATA_DIR || './data', name)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
