/** A refusal by the sandbox, in its own words. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const APP = { client_id: 'sandbox-page', client_secret: 'sandbox-page' }
const RENEW_BEFORE_MS = 60_000
/** Exchange lets an application do this much at a time in one mailbox. */
const AT_A_TIME = 4
const TRIES = 5

let token: { readonly text: string; readonly endMs: number } | null = null
let signingIn: Promise<string> | null = null

async function signIn(): Promise<string> {
  const response = await fetch('/sandbox/oauth2/v2.0/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
      ...APP,
    }),
  })
  const answer = (await response.json()) as Readonly<Record<string, unknown>>
  if (!response.ok) {
    throw new GraphFailure(response.status, String(answer.error), String(answer.error_description))
  }
  token = {
    text: String(answer.access_token),
    endMs: performance.now() + Number(answer.expires_in) * 1000 - RENEW_BEFORE_MS,
  }
  return token.text
}

function currentToken(): Promise<string> {
  if (token !== null && token.endMs > performance.now()) return Promise.resolve(token.text)
  signingIn ??= signIn().finally(() => {
    signingIn = null
  })
  return signingIn
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

export interface Asked {
  readonly body?: unknown
  /** Times of events come in this zone. */
  readonly zone?: string
  readonly textBody?: boolean
  readonly ifMatch?: string
}

function headersOf({ zone, textBody, ifMatch, body }: Asked): Record<string, string> {
  const prefer = [
    'IdType="ImmutableId"',
    ...(zone === undefined ? [] : [`outlook.timezone="${zone}"`]),
    ...(textBody ? ['outlook.body-content-type="text"'] : []),
  ]
  return {
    Prefer: prefer.join(', '),
    ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  }
}

/** One request of Graph. @param path below the version, or a whole link. @throws GraphFailure */
export async function graph<T>(method: string, path: string, asked: Asked = {}): Promise<T> {
  const url = path.startsWith('http') ? path : `/v1.0${path}`
  for (let tries = 1; ; tries += 1) {
    const bearer = await currentToken()
    const response = await inTurn(() =>
      fetch(url, {
        method,
        headers: { ...headersOf(asked), Authorization: `Bearer ${bearer}` },
        ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      }),
    )
    if (response.ok) return (response.status === 204 ? null : await bodyOf(response)) as T
    if (response.status === 401) token = null
    if (tries === TRIES || ![401, 429].includes(response.status)) throw await failureOf(response)
    if (response.status === 429) await pause(Number(response.headers.get('Retry-After') ?? 1))
  }
}

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? null : JSON.parse(text)
}

async function failureOf(response: Response): Promise<GraphFailure> {
  const answer = await bodyOf(response).catch(() => null)
  const error = (answer as { error?: { code?: string; message?: string } } | null)?.error
  return new GraphFailure(
    response.status,
    error?.code ?? String(response.status),
    error?.message ?? response.statusText,
  )
}

/** What Outlook can do and Graph can't. */
export async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/sandbox${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  })
  if (!response.ok) throw await failureOf(response)
  return (await bodyOf(response)) as T
}

interface Page<T> {
  readonly value: readonly T[]
  readonly '@odata.nextLink'?: string
}

/** All pages of a collection. */
export async function graphAll<T>(path: string, asked: Asked = {}): Promise<readonly T[]> {
  const rows: T[] = []
  let next: string | undefined = path
  while (next !== undefined) {
    const page: Page<T> = await graph<Page<T>>('GET', next, asked)
    rows.push(...page.value)
    next = page['@odata.nextLink']
  }
  return rows
}

export interface Part extends Asked {
  readonly method: string
  readonly path: string
}
export interface PartAnswer {
  readonly status: number
  readonly body?: unknown
}
const BATCH = 20

/** Several requests in few; an answer for each, in their order. */
export async function graphBatch(parts: readonly Part[]): Promise<readonly PartAnswer[]> {
  const answers: PartAnswer[] = []
  for (let from = 0; from < parts.length; from += BATCH) {
    const requests = parts.slice(from, from + BATCH).map((part, index) => ({
      id: String(index),
      method: part.method,
      url: part.path,
      headers: headersOf(part),
      ...(part.body !== undefined && { body: part.body }),
    }))
    const { responses } = await graph<{
      responses: readonly (PartAnswer & { readonly id: string })[]
    }>('POST', '/$batch', { body: { requests } })
    const byId = new Map(responses.map((one) => [one.id, one]))
    answers.push(...requests.map(({ id }) => byId.get(id) ?? { status: 500 }))
  }
  return answers
}

/** @throws GraphFailure of the first part that was refused */
export function checkParts(answers: readonly PartAnswer[]): void {
  const refused = answers.find(({ status }) => status >= 400)
  if (refused === undefined) return
  const { error } = (refused.body ?? {}) as { error?: { code?: string; message?: string } }
  throw new GraphFailure(refused.status, error?.code ?? '', error?.message ?? '')
}
