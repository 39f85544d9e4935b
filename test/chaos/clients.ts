/** Answers of Graph and of the Web API, as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: read by their documented names only
type Json = any

export interface Answer {
  readonly status: number
  readonly body: Json
}

const PATIENCE_MS = 20_000

async function send(
  url: string,
  token: string,
  method: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...headers,
    },
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

/** All pages of a list. @throws Error when a page isn't answered */
async function all(first: string, get: (url: string) => Promise<Answer>): Promise<Json[]> {
  const rows: Json[] = []
  for (let url: string | undefined = first; url !== undefined; ) {
    const { status, body } = await get(url)
    if (status !== 200) throw new Error(`GET ${url}: ${status}`)
    rows.push(...body.value)
    url = body['@odata.nextLink']
  }
  return rows
}

export interface Graph {
  /** @param path after `/v1.0` @throws Error when nothing answers */
  ask(method: string, path: string, body?: unknown): Promise<Answer>
  /** @throws Error when a page isn't answered */
  list(path: string): Promise<Json[]>
}

/** The sandbox's Graph, as the page of the sandbox uses it: its requests count against no limit of ours. */
export function graphOf(sandboxUrl: string): Graph {
  let token: string | null = null
  const signIn = async (): Promise<string> => {
    const response = await fetch(`${sandboxUrl}/chaos/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'sandbox-page',
        client_secret: 'sandbox-page',
        scope: 'https://graph.microsoft.com/.default',
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const body = (await response.json()) as { access_token?: string }
    if (body.access_token === undefined) throw new Error(`Sign-in: ${response.status}`)
    return body.access_token
  }
  const askAt = async (method: string, url: string, body?: unknown): Promise<Answer> => {
    token ??= await signIn()
    const headers = { prefer: 'IdType="ImmutableId"' }
    const answer = await send(url, token, method, body, headers)
    if (answer.status !== 401) return answer
    token = await signIn()
    return send(url, token, method, body, headers)
  }
  return {
    ask: (method, path, body) => askAt(method, `${sandboxUrl}/v1.0${path}`, body),
    list: (path) => all(`${sandboxUrl}/v1.0${path}`, (url) => askAt('GET', url)),
  }
}

export interface WebApi {
  /** All rows of a query. @throws Error when a page isn't answered */
  list(query: string): Promise<Json[]>
}

export function webApiOf(url: string, token: string): WebApi {
  const get = (page: string) => send(page, token, 'GET', undefined)
  return { list: (query) => all(`${url}/api/data/v9.2/${query}`, get) }
}
