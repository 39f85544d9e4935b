import { SyncError } from '@trackmark/core'
import type { Outcome } from '@trackmark/engine'
import { z } from 'zod'
import {
  isTooLarge,
  isTransient,
  malformed,
  readFailure,
  statusOf,
  syncErrorOf,
  TOO_LARGE,
  type WireFailure,
} from './errors.ts'
import { nextTry, parseRetryAfter } from './retry-policy.ts'
import { type Answer, type Ask, closeGate, IMMUTABLE_IDS, isFailure, type Wire } from './wire.ts'

/** Microsoft Graph "json-batching": at most 20 requests in one. */
const PARTS_MAX = 20

const batchSchema = z.object({
  responses: z.array(
    z.looseObject({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown(),
    }),
  ),
})

/**
 * Sends GETs in batches of 20, one batch at a time, and returns an answer for each, in order.
 * Parts that were throttled or failed for a temporary reason are sent again, alone, as long as the
 * waits stay short.
 * @throws SyncError when nothing was answered, or the mailbox has to stop
 */
export async function askAll(
  wire: Wire,
  asks: readonly Ask[],
): Promise<readonly Outcome<Answer>[]> {
  const outcomes: Outcome<Answer>[] = []
  for (let from = 0; from < asks.length; from += PARTS_MAX) {
    try {
      outcomes.push(...(await askTrip(wire, asks.slice(from, from + PARTS_MAX))))
    } catch (error) {
      if (!(error instanceof SyncError)) throw error
      if (from === 0 || error.isMailboxRefused) throw error
      // Answers of earlier batches stay good. The rest has the same failure and isn't sent.
      return [...outcomes, ...asks.slice(from).map(() => ({ ok: false as const, error }))]
    }
  }
  return outcomes
}

async function askTrip(wire: Wire, asks: readonly Ask[]): Promise<readonly Outcome<Answer>[]> {
  const { sleep, random } = wire.context.options
  const done = new Map<number, Outcome<Answer>>()
  let open = asks.map((_, index) => index)
  let failures = 0
  let waitedMs = 0
  for (;;) {
    const answers = await sendParts(wire, open, asks).catch((error: unknown) => {
      // Other parts of this batch were answered, so only these are refused.
      if (done.size === 0 || !(error instanceof SyncError) || !isRefused(error)) throw error
      return new Map(open.map((index) => [index, failureOf(error)]))
    })
    const again: number[] = []
    let retryAfterMs: number | null = null
    const someAnswered = [...answers.values()].some((answer) => !isFailure(answer))
    for (const [index, answer] of answers) {
      done.set(index, outcomeOf(answer, asks[index]!, wire))
      if (!isFailure(answer) || !isTransient(answer)) continue
      again.push(index)
      if (answer.retryAfterMs !== null) {
        retryAfterMs = Math.max(retryAfterMs ?? 0, answer.retryAfterMs)
        // A part answered 503 with Retry-After beside others that succeeded waits alone.
        if (answer.status === 429 || !someAnswered) closeGate(wire.context, wire.mailbox, answer)
      }
    }
    if (again.length === 0) break
    const state = { failures: failures + 1, waitedMs }
    const next = nextTry(retryAfterMs, state, wire.limits, random)
    if (next.kind === 'giveUp') break
    if (next.countsAsTry) failures += 1
    waitedMs += next.ms
    await sleep(next.ms)
    open = again
  }
  return asks.map((_, index) => done.get(index)!)
}

/**
 * If the answers are too large together, or the whole batch is refused, its halves are sent, down
 * to single parts, because one part may be the cause. If no part succeeds that way, it wasn't.
 */
async function sendParts(
  wire: Wire,
  open: readonly number[],
  asks: readonly Ask[],
): Promise<ReadonlyMap<number, Answer | WireFailure>> {
  try {
    return await sendTrip(wire, open, asks)
  } catch (error) {
    if (!(error instanceof SyncError)) throw error
    if (open.length === 1 && isTooLarge(error)) return new Map([[open[0]!, TOO_LARGE]])
    if (open.length === 1 || !(isTooLarge(error) || isRefused(error))) throw error
    return sendHalves(wire, open, asks)
  }
}

async function sendHalves(
  wire: Wire,
  open: readonly number[],
  asks: readonly Ask[],
): Promise<ReadonlyMap<number, Answer | WireFailure>> {
  const middle = Math.ceil(open.length / 2)
  const answers = new Map<number, Answer | WireFailure>()
  let refused: SyncError | null = null
  for (const half of [open.slice(0, middle), open.slice(middle)]) {
    try {
      for (const [index, answer] of await sendParts(wire, half, asks)) answers.set(index, answer)
    } catch (error) {
      if (!(error instanceof SyncError) || !isRefused(error) || refused !== null) throw error
      refused = error
      for (const index of half) answers.set(index, failureOf(error))
    }
  }
  return answers
}

/** Statuses with which a server refuses a whole batch because of one of its parts. */
const REFUSALS: readonly (number | null)[] = [400, 413, 500]
const isRefused = (error: SyncError): boolean => REFUSALS.includes(statusOf(error))

const failureOf = (error: SyncError): WireFailure => ({
  status: statusOf(error) ?? 0,
  codes: error.serverCode === null ? [] : [error.serverCode],
  retryAfterMs: null,
  requestId: null,
})

async function sendTrip(
  wire: Wire,
  open: readonly number[],
  asks: readonly Ask[],
): Promise<ReadonlyMap<number, Answer | WireFailure>> {
  const trip: Ask = {
    method: 'POST',
    to: { path: '/$batch', template: '/$batch' },
    body: { requests: open.map((index) => partOf(index, asks[index]!)) },
    subject: asks.length === 1 ? asks[0]!.subject : `a batch of ${open.length} requests`,
    level: 'mailbox',
    bytesMax: Math.max(...open.map((index) => asks[index]!.bytesMax ?? 0)),
  }
  // Outlook runs at most 4 parts at a time on one mailbox, so one batch may hold every permit.
  const { body } = await wire.ask(trip, open.length)
  const parsed = batchSchema.safeParse(body)
  if (!parsed.success) throw malformed('mailbox', trip.subject, wire.mailbox, parsed.error)
  const now = wire.context.options.clock()
  const byId = new Map(parsed.data.responses.map((part) => [part.id, part]))
  const answers = new Map<number, Answer | WireFailure>()
  for (const index of open) {
    const part = byId.get(String(index))
    const answer = part ? readPart(part, now) : UNANSWERED
    answers.set(index, answer)
    wire.context.options.onRequest?.({
      method: asks[index]!.method,
      pathTemplate: asks[index]!.to.template,
      status: part?.status ?? 0,
      mailbox: wire.mailbox,
      durationMs: 0,
      isPart: true,
    })
  }
  return answers
}

/** The batch's answer lacks this part, so it can only be sent again. */
const UNANSWERED: WireFailure = { status: 504, codes: [], retryAfterMs: null, requestId: null }

function partOf(index: number, ask: Ask): unknown {
  return {
    id: String(index),
    method: ask.method,
    url: ask.to.path,
    headers: { Prefer: IMMUTABLE_IDS, ...ask.headers },
  }
}

function readPart(
  part: z.infer<typeof batchSchema>['responses'][number],
  now: number,
): Answer | WireFailure {
  if (part.status >= 200 && part.status < 300) return { status: part.status, body: part.body }
  const headers = new Map(
    Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), now)
  return readFailure(part.status, part.body, retryAfterMs, headers.get('request-id') ?? null)
}

function outcomeOf(answer: Answer | WireFailure, ask: Ask, wire: Wire): Outcome<Answer> {
  if (!isFailure(answer)) return { ok: true, value: answer }
  const error = syncErrorOf(answer, ask, wire.mailbox)
  return { ok: false, error }
}
