import { type GraphOptions, graphConnector, type RequestReport } from '../src/index.ts'

/** One request as the script gets it. Parts of a batch come one by one. */
export interface ScriptedRequest {
  readonly method: string
  /** Below the base URL, with its query, decoded. */
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
  readonly inBatch: boolean
}

export interface Reply {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

export const BASE = 'https://graph.example/v1.0'
export const MAILBOX = 'nina@northwind.example'

/** A Graph server that answers from a script. Its clock moves only when somebody sleeps. */
export function scripted(
  script: (asked: ScriptedRequest, nth: number) => Reply | Promise<Reply>,
  changed: Partial<GraphOptions> = {},
  /** Answer to a whole batch of these paths; null to answer part by part. */
  wholeBatch: (paths: readonly string[]) => Reply | null = () => null,
) {
  let now = Date.UTC(2026, 0, 5, 9)
  const asked: ScriptedRequest[] = []
  const trips: ScriptedRequest[] = []
  const slept: number[] = []
  const reports: RequestReport[] = []

  async function run(one: ScriptedRequest): Promise<Required<Reply>> {
    asked.push(one)
    const reply = await script(one, asked.length)
    return { status: 200, body: null, headers: {}, ...reply }
  }

  async function fetch(request: Request): Promise<Response> {
    const text = await request.text()
    const trip: ScriptedRequest = {
      method: request.method,
      path: decodeURIComponent(request.url.slice(BASE.length)),
      headers: request.headers,
      body: text === '' ? null : JSON.parse(text),
      inBatch: false,
    }
    trips.push(trip)
    if (trip.path !== '/$batch') return respond(await run(trip))
    const { requests } = trip.body as { requests: Part[] }
    const whole = wholeBatch(requests.map(({ url }) => decodeURIComponent(url)))
    if (whole !== null) return respond({ status: 200, body: null, headers: {}, ...whole })
    const responses: unknown[] = []
    // Outlook runs four parts of a batch at a time.
    for (let from = 0; from < requests.length; from += 4) {
      const four = requests.slice(from, from + 4).map(async (part) => ({
        id: part.id,
        ...(await run({
          method: part.method,
          path: decodeURIComponent(part.url),
          headers: new Headers(part.headers),
          body: part.body ?? null,
          inBatch: true,
        })),
      }))
      responses.push(...(await Promise.all(four)))
    }
    // The answers of a batch may come in any order.
    return respond({ status: 200, body: { responses: responses.reverse() }, headers: {} })
  }

  const options: GraphOptions = {
    baseUrl: BASE,
    tokens: { token: async () => 'token-1' },
    fetch,
    clock: () => now,
    sleep: async (ms) => {
      slept.push(ms)
      now += ms
    },
    random: () => 0.5,
    deadline: () => new AbortController().signal,
    onRequest: (report) => reports.push(report),
    ...changed,
  }
  const connector = graphConnector(options)
  return {
    connector,
    port: connector.open(MAILBOX),
    options,
    asked,
    trips,
    slept,
    reports,
    pass: (ms: number) => {
      now += ms
    },
  }
}

interface Part {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

function respond({ status, body, headers }: Required<Reply>): Response {
  const isEmpty = body === null || status === 204
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Response(isEmpty ? null : text, { status, headers })
}

export function failure(status: number, code: string, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: { error: { code, message: 'Said for people.' } } }
}
