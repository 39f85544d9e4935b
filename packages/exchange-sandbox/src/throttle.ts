import { z } from 'zod'
import { SandboxError } from './errors.ts'

export const throttlingSchema = z.strictObject({
  /** Requests at a time per application and mailbox; 0 = no limit. */
  concurrentMax: z.int().min(0).default(4),
  /** Requests per window, application and mailbox; 0 = no limit. */
  mailboxMax: z.int().min(0).default(10_000),
  mailboxWindowMs: z.int().min(1).default(600_000),
  /** Requests per window and application; 0 = no limit. */
  applicationMax: z.int().min(0).default(130_000),
  applicationWindowMs: z.int().min(1).default(10_000),
  /** `Retry-After` of a refusal for too many at a time. */
  retryAfterSeconds: z.int().min(0).default(1),
  /** Some answers lack the header. */
  sendRetryAfter: z.boolean().default(true),
})

export type Throttling = z.infer<typeof throttlingSchema>
export type ThrottlingInput = z.input<typeof throttlingSchema>

interface Bucket {
  tokens: number
  filledMs: number
}

/** What has been used, per application and per application and mailbox. */
export interface Meter {
  readonly inFlight: Map<string, number>
  readonly buckets: Map<string, Bucket>
  /** Highest number in flight ever seen per application and mailbox. */
  readonly peak: Map<string, number>
  refused: number
  requests: number
}

export const newMeter = (): Meter => ({
  inFlight: new Map(),
  buckets: new Map(),
  peak: new Map(),
  refused: 0,
  requests: 0,
})

/**
 * Lets a request in or refuses it. The concurrency of a mailbox is held until `leave`.
 *
 * @param mailbox null for requests that concern none
 * @throws SandboxError 429
 */
export function enter(
  meter: Meter,
  limits: Throttling,
  who: { readonly appId: string; readonly mailbox: string | null; readonly nowMs: number },
): () => void {
  meter.requests += 1
  const { applicationMax, applicationWindowMs } = limits
  const applicationWait = take(meter, who.appId, applicationMax, applicationWindowMs, who.nowMs)
  if (applicationWait > 0) {
    throw refuse(meter, limits, 'TooManyRequests', 'Too many requests.', applicationWait)
  }
  if (who.mailbox === null) return () => {}
  const key = `${who.appId}|${who.mailbox}`
  const running = meter.inFlight.get(key) ?? 0
  if (limits.concurrentMax > 0 && running >= limits.concurrentMax) {
    const message = 'Application is over its MailboxConcurrency limit.'
    throw refuse(meter, limits, 'ApplicationThrottled', message, limits.retryAfterSeconds)
  }
  const wait = take(meter, key, limits.mailboxMax, limits.mailboxWindowMs, who.nowMs)
  if (wait > 0) {
    const message = 'Application is over its request limit for this mailbox.'
    throw refuse(meter, limits, 'ApplicationThrottled', message, wait)
  }
  meter.inFlight.set(key, running + 1)
  if (running + 1 > (meter.peak.get(key) ?? 0)) meter.peak.set(key, running + 1)
  return () => {
    const left = (meter.inFlight.get(key) ?? 1) - 1
    if (left > 0) meter.inFlight.set(key, left)
    else meter.inFlight.delete(key)
  }
}

/** Takes one token. @returns seconds to wait, 0 = taken */
function take(meter: Meter, key: string, max: number, windowMs: number, nowMs: number): number {
  if (max === 0) return 0
  const bucket = meter.buckets.get(key) ?? { tokens: max, filledMs: nowMs }
  meter.buckets.set(key, bucket)
  const gained = (Math.max(0, nowMs - bucket.filledMs) * max) / windowMs
  bucket.tokens = Math.min(max, bucket.tokens + gained)
  bucket.filledMs = nowMs
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1
    return 0
  }
  return Math.max(1, Math.ceil(((1 - bucket.tokens) * windowMs) / max / 1000))
}

function refuse(meter: Meter, limits: Throttling, code: string, message: string, wait: number) {
  meter.refused += 1
  const headers: Readonly<Record<string, string>> = limits.sendRetryAfter
    ? { 'Retry-After': String(wait) }
    : {}
  return new SandboxError(429, code, message, { headers })
}
