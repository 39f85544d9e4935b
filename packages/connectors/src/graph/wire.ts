import { SyncError } from '@trackmark/core'
import { boundedText } from './bounded.ts'
import {
  isTransient,
  type Level,
  malformed,
  NoAnswerError,
  noAnswer,
  readFailure,
  syncErrorOf,
  TOO_LARGE,
  type WireFailure,
} from './errors.ts'
import type { Gates } from './gate.ts'
import type { GraphLimits, GraphOptions } from './options.ts'
import { nextTry, parseRetryAfter } from './retry-policy.ts'
import type { Route } from './route.ts'

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly to: Route
  readonly headers?: { readonly Prefer?: string; readonly 'If-Match'?: string }
  readonly body?: unknown
  /** In words, for errors: `the list of categories`. */
  readonly subject: string
  readonly level: Level
  /** Set if the answer may have more bytes than usual. */
  readonly bytesMax?: number
  /** Whether the request continues from a cursor of the server, which may be what is refused. */
  readonly resumes?: boolean
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** HTTP requests to one mailbox. */
export interface Wire {
  readonly mailbox: string
  readonly baseUrl: string
  readonly limits: GraphLimits
  readonly context: WireContext
  /**
   * Sends one request, and tries again while that is harmless and short.
   * @param weight permits that it needs: the server runs up to that many parts of a batch at once
   * @throws SyncError
   */
  ask(ask: Ask, weight?: number): Promise<Answer>
  /**
   * Sends one request once. @throws NoAnswerError if no answer came, SyncError if sign-in failed
   */
  askOnce(ask: Ask, weight?: number): Promise<Answer | WireFailure>
}

export interface WireContext {
  readonly options: GraphOptions
  readonly limits: GraphLimits
  readonly gates: Gates
}

export function isFailure(answer: Answer | WireFailure): answer is WireFailure {
  return 'codes' in answer
}

export function openWire(context: WireContext, mailbox: string): Wire {
  const askOnce = (ask: Ask, weight = 1) => sendOnce(context, mailbox, ask, weight)
  return {
    mailbox,
    baseUrl: context.options.baseUrl,
    limits: context.limits,
    context,
    askOnce,
    ask: (ask, weight = 1) => persist(context, mailbox, ask, () => askOnce(ask, weight)),
  }
}

async function persist(
  context: WireContext,
  mailbox: string,
  ask: Ask,
  send: () => Promise<Answer | WireFailure>,
): Promise<Answer> {
  const { sleep, random } = context.options
  let failures = 0
  let waitedMs = 0
  for (;;) {
    const outcome = await tryOnce(send, ask, mailbox)
    if (outcome.kind === 'answer') return outcome.answer
    if (!outcome.transient) throw outcome.error
    const { retryAfterMs } = outcome.error
    const counted = failures + 1
    const next = nextTry(retryAfterMs, { failures: counted, waitedMs }, context.limits, random)
    if (next.kind === 'giveUp') throw outcome.error
    if (next.countsAsTry) failures = counted
    waitedMs += next.ms
    await sleep(next.ms)
  }
}

type Tried =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'error'; readonly error: SyncError; readonly transient: boolean }

async function tryOnce(
  send: () => Promise<Answer | WireFailure>,
  ask: Ask,
  mailbox: string,
): Promise<Tried> {
  try {
    const answer = await send()
    if (!isFailure(answer)) return { kind: 'answer', answer }
    const error = syncErrorOf(answer, ask, mailbox)
    return { kind: 'error', error, transient: isTransient(answer) }
  } catch (cause) {
    if (cause instanceof NoAnswerError) {
      return { kind: 'error', error: noAnswer(ask.subject, mailbox, cause), transient: true }
    }
    throw cause
  }
}

async function sendOnce(
  context: WireContext,
  mailbox: string,
  ask: Ask,
  weight: number,
): Promise<Answer | WireFailure> {
  const gate = context.gates.of(mailbox)
  return gate.permits.hold(weight, async () => {
    const closedMs = gate.closedUntil - context.options.clock()
    // Another request got a Retry-After, so this one isn't sent: it would get the same answer.
    if (closedMs > 0) return stayAway(closedMs)
    const answer = await authorized(context, mailbox, ask)
    if (isFailure(answer)) closeGate(context, mailbox, answer)
    return answer
  })
}

function stayAway(retryAfterMs: number): WireFailure {
  return { status: 429, codes: [], retryAfterMs, requestId: null }
}

/**
 * A 429 binds every request to the mailbox. A 503 with Retry-After means the same for one server.
 */
export function closeGate(context: WireContext, mailbox: string, failure: WireFailure): void {
  if (failure.status === 429) context.options.onThrottled?.(failure.retryAfterMs ?? 0)
  if (failure.retryAfterMs === null || (failure.status !== 429 && failure.status !== 503)) return
  const gate = context.gates.of(mailbox)
  const until = context.options.clock() + failure.retryAfterMs
  gate.closedUntil = Math.max(gate.closedUntil, until)
}

async function authorized(
  context: WireContext,
  mailbox: string,
  ask: Ask,
): Promise<Answer | WireFailure> {
  const token = await context.options.tokens.token()
  const answer = await exchange(context, mailbox, ask, token)
  const refused =
    isFailure(answer) &&
    answer.status === 401 &&
    answer.codes.some((code) => code.toLowerCase() === 'invalidauthenticationtoken')
  if (!refused) return answer
  // A token can be revoked before it expires, so it is renewed once. A second refusal is final.
  const renewed = await context.options.tokens.token(token)
  return renewed === token ? answer : exchange(context, mailbox, ask, renewed)
}

async function exchange(
  context: WireContext,
  mailbox: string,
  ask: Ask,
  token: string,
): Promise<Answer | WireFailure> {
  const { options, limits } = context
  const startedAt = options.clock()
  const report = (status: number) =>
    options.onRequest?.({
      method: ask.method,
      pathTemplate: ask.to.template,
      status,
      mailbox,
      durationMs: options.clock() - startedAt,
      isPart: false,
    })
  const signal = options.deadline(limits.requestTimeoutMs)
  let status = 0
  try {
    const answered = async () => {
      const response = await options.fetch(requestOf(context, ask, token, signal))
      status = response.status
      const bytesMax = Math.max(limits.answerBytesMax, ask.bytesMax ?? 0)
      const { large } = context.gates.of(mailbox)
      const text = await boundedText(response, bytesMax, large, signal)
      if (text === null) return TOO_LARGE
      return readAnswer(response, text, ask, mailbox, options.clock())
    }
    return await unlessAborted(answered(), signal)
  } catch (cause) {
    if (cause instanceof SyncError) throw cause
    throw new NoAnswerError(`No answer to ${ask.method} ${ask.to.template}`, { cause })
  } finally {
    report(status)
  }
}

function requestOf(context: WireContext, ask: Ask, token: string, signal: AbortSignal): Request {
  const headers = {
    Prefer: IMMUTABLE_IDS,
    ...ask.headers,
    Authorization: `Bearer ${token}`,
    Accept: 'application/json',
    'client-request-id': uuid(context.options.random),
    ...(ask.body !== undefined && { 'Content-Type': 'application/json' }),
  }
  return new Request(context.options.baseUrl + ask.to.path, {
    method: ask.method,
    headers,
    signal,
    // A redirect could send the token to another host.
    redirect: 'error',
    ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
  })
}

export const IMMUTABLE_IDS = 'IdType="ImmutableId"'

function readAnswer(
  response: Response,
  text: string,
  ask: Ask,
  mailbox: string,
  now: number,
): Answer | WireFailure {
  const body = parseJson(text)
  if (response.ok) {
    // A gateway may have sent a page instead of JSON; the server behind it may have acted.
    if (body === undefined) throw malformed('mailbox', ask.subject, mailbox, null)
    return { status: response.status, body }
  }
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now)
  return readFailure(response.status, body, retryAfterMs, response.headers.get('request-id'))
}

/** Undefined if the text isn't JSON. */
function parseJson(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An injected fetch may ignore the signal; this keeps the deadline anyway. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/** Version 4, from the injected random source: simulations repeat exactly. */
function uuid(random: () => number): string {
  const draw = () => Math.floor(random() * 2 ** 32)
  const [a, b, c, d] = [draw(), draw(), draw(), draw()]
  const version4 = (b & 0xffff0fff) | 0x4000
  const variant1 = (c & 0x3fffffff) | 0x80000000
  const text = [a, version4, variant1, d].map(hex).join('')
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
