import { createSandbox, type Sandbox, type SandboxOptions } from '../src/index.ts'

export const ANNA = 'anna@contoso.example'
export const BEN = 'ben@contoso.example'

/** Small, repeatable randomness (mulberry32). */
export function prng(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function counterIds(): () => string {
  let next = 0
  return () => {
    next += 1
    return `00000000-0000-4000-8000-${next.toString(16).padStart(12, '0')}`
  }
}

export type Json = Record<string, unknown> & { readonly value?: readonly Json[] }

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Json
  /** `error.code` of a refusal. */
  readonly code: string | undefined
}

export interface Lab {
  readonly sandbox: Sandbox
  readonly clock: { now: number }
  readonly slept: number[]
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Reply>
  readonly token: string
}

export const BASE = 'https://graph.sandbox.example'
export const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' }

export async function tokenFor(
  sandbox: Sandbox,
  form: Readonly<Record<string, string>> = {},
): Promise<string> {
  const answer = await sandbox.fetch(
    new Request(`${BASE}/contoso/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'sandbox',
        client_secret: 'sandbox',
        scope: 'https://graph.microsoft.com/.default',
        ...form,
      }),
    }),
  )
  const body = (await answer.json()) as { access_token: string }
  return body.access_token
}

/** A sandbox of two people with a clock that stands still. */
export async function lab(options: SandboxOptions = {}): Promise<Lab> {
  const clock = { now: Date.UTC(2026, 0, 5, 9, 0, 0) }
  const slept: number[] = []
  const sandbox = createSandbox({
    clock: () => clock.now,
    random: prng(1),
    newId: counterIds(),
    sleep: async (ms) => {
      slept.push(ms)
    },
    seed: {
      users: [
        { id: 'aaaaaaaa-0000-4000-8000-000000000001', displayName: 'Anna Berg', mail: ANNA },
        { id: 'aaaaaaaa-0000-4000-8000-000000000002', displayName: 'Ben Cole', mail: BEN },
      ],
    },
    ...options,
  })
  const token = await tokenFor(sandbox)
  const call = caller(sandbox, token)
  return { sandbox, clock, slept, call, token }
}

export const caller =
  (sandbox: Sandbox, token: string): Lab['call'] =>
  async (method, path, body, headers = {}) => {
    const url = path.startsWith('http') ? path : `${BASE}/v1.0${path}`
    const answer = await sandbox.fetch(
      new Request(url, {
        method,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    )
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    const json = (isJson && text !== '' ? JSON.parse(text) : {}) as Json
    const error = json.error as { code?: string } | undefined
    return { status: answer.status, headers: answer.headers, text, json, code: error?.code }
  }

/** A received message, made as importers make it. */
export const received = (subject: string, more: Readonly<Record<string, unknown>> = {}) => ({
  subject,
  body: { contentType: 'text', content: `Text of ${subject}` },
  from: { emailAddress: { name: 'Carla', address: 'carla@customer.example' } },
  toRecipients: [{ emailAddress: { name: 'Anna Berg', address: ANNA } }],
  singleValueExtendedProperties: [{ id: 'Integer 0x0E07', value: '1' }],
  ...more,
})

/** Follows a delta round to its end. */
export async function deltaRound(
  call: Lab['call'],
  start: string,
  headers: Readonly<Record<string, string>> = IMMUTABLE,
): Promise<{ rows: Json[]; link: string; pages: number }> {
  const rows: Json[] = []
  let next = start
  for (let pages = 1; pages < 10_000; pages += 1) {
    const page = await call('GET', next, undefined, headers)
    if (page.status !== 200) throw new Error(`delta answered ${page.status} ${page.text}`)
    rows.push(...(page.json.value ?? []))
    const link = page.json['@odata.deltaLink']
    if (typeof link === 'string') return { rows, link, pages }
    next = String(page.json['@odata.nextLink'])
  }
  throw new Error('the round has no end')
}
