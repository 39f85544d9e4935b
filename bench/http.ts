import type { Fetch, RequestReport } from '@trackmark/connectors'

/** One request as it was sent, so that the bare loop can send the very same. */
export interface SentRequest {
  readonly method: string
  readonly url: string
  readonly body: string | null
  readonly prefer: string | null
  readonly ifMatch: string | null
}

export interface Traffic {
  requests: number
  /** Parts inside of `$batch`, which a real server's limits count one by one. */
  parts: number
  failures: number
  /** In their order. */
  readonly sent: Request[]
}

export function emptyTraffic(): Traffic {
  return { requests: 0, parts: 0, failures: 0, sent: [] }
}

const bodies = new WeakMap<Request, string>()

/**
 * Requests remember the text they were made with: reading it back out of a stream would charge
 * the service for being watched.
 */
class RememberingRequest extends Request {
  constructor(input: string | URL | Request, init?: RequestInit) {
    super(input, init)
    if (typeof init?.body === 'string') bodies.set(this, init.body)
  }
}

/** Call once, before the connector makes its first request. */
export function rememberBodies(): void {
  globalThis.Request = RememberingRequest
}

/** The HTTP client of the server. What goes through is kept as it is, and looked at afterwards. */
export function watchedFetch(traffic: () => Traffic): Fetch {
  return (request) => {
    const now = traffic()
    now.requests += 1
    now.sent.push(request)
    return fetch(request)
  }
}

/** Those that concern a mailbox, in the order sent. */
export function sentByMailbox(traffic: Traffic): ReadonlyMap<string, readonly SentRequest[]> {
  const sent = new Map<string, SentRequest[]>()
  for (const request of traffic.sent) {
    const body = bodies.get(request) ?? null
    const mailbox = /\/users\/([^/"?]+)\//.exec(request.url)?.[1] ?? mailboxInBatch(body)
    if (mailbox === null) continue
    const own = sent.get(mailbox) ?? []
    if (own.length === 0) sent.set(mailbox, own)
    const { method, url, headers } = request
    const one = {
      method,
      url,
      body,
      prefer: headers.get('prefer'),
      ifMatch: headers.get('if-match'),
    }
    own.push(one)
  }
  return sent
}

/** A batch of the connector concerns one mailbox: its first part names it. */
function mailboxInBatch(body: string | null): string | null {
  return body === null ? null : (/\/users\/([^/"?]+)\//.exec(body)?.[1] ?? null)
}

export function watchParts(traffic: () => Traffic): (report: RequestReport) => void {
  return ({ isPart, status }) => {
    if (isPart) traffic().parts += 1
    if (status === 0 || status === 429 || status >= 500) traffic().failures += 1
  }
}
