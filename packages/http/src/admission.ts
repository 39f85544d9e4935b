import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from './errors.ts'

export interface AdmissionLimits {
  /** Requests of all callers that are carried out at the same time. */
  readonly atOnce: number
  /** The same of one caller, so that slow requests of one leave room for others. */
  readonly atOncePerCaller: number
  /** Requests of all callers that are carried out or wait. */
  readonly all: number
  /** The same of one caller. */
  readonly perCaller: number
  /** How long a request waits before it is refused. */
  readonly waitMs: number
}

/** For requests whose caller is known. Dataverse allows 52 at the same time to one user. */
export const REQUEST_LIMITS: AdmissionLimits = {
  atOnce: 24,
  atOncePerCaller: 8,
  all: 500,
  perCaller: 52,
  waitMs: 30_000,
}

/** For finding out who sent a request, counted by network address: many people may share one. */
export const AUTHENTICATION_LIMITS: AdmissionLimits = {
  atOnce: 8,
  atOncePerCaller: 6,
  all: 1_000,
  perCaller: 400,
  waitMs: 10_000,
}

const RETRY_AFTER_S = '5'

interface Waiting {
  /** Called with null when the request may start, else with the refusal. */
  readonly settle: (refusal: ApiError | null) => void
}

interface Caller {
  running: number
  readonly waiting: Set<Waiting>
}

/**
 * Limits how many requests are carried out at the same time. The others wait; turns go round the callers, so that a
 * caller with many requests delays only their own. Too many requests of one caller are refused with 429; too many of
 * all, or too long a wait, with 503.
 */
export class Admission {
  readonly #limits: AdmissionLimits
  /** Callers with requests that run or wait, in the order of their turns. */
  readonly #callers = new Map<string, Caller>()
  #running = 0
  #all = 0

  constructor(limits: AdmissionLimits) {
    this.#limits = limits
  }

  /** @returns a function to be called once, when the request is done @throws ApiError 429 or 503, with Retry-After */
  async enter(name: string, gone?: AbortSignal): Promise<() => void> {
    const { all, perCaller } = this.#limits
    const caller = this.#callers.get(name) ?? { running: 0, waiting: new Set() }
    if (caller.running + caller.waiting.size >= perCaller) throw tooManyOfOne(perCaller)
    if (this.#all >= all) throw tooManyOfAll()
    this.#callers.set(name, caller)
    this.#all += 1
    try {
      await this.#turn(caller, gone)
    } catch (error) {
      this.#forget(name, caller)
      throw error
    }
    let isDone = false
    return () => {
      if (isDone) return
      isDone = true
      caller.running -= 1
      this.#running -= 1
      this.#toTheEnd(name, caller)
      this.#forget(name, caller)
      this.#admit()
    }
  }

  #turn(caller: Caller, gone: AbortSignal | undefined): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        settle: (refusal) => {
          clearTimeout(timer)
          gone?.removeEventListener('abort', leave)
          caller.waiting.delete(waiting)
          if (refusal === null) resolve()
          else reject(refusal)
        },
      }
      const leave = (): void => waiting.settle(tooManyOfAll())
      const timer = setTimeout(leave, this.#limits.waitMs)
      gone?.addEventListener('abort', leave, { once: true })
      caller.waiting.add(waiting)
      this.#admit()
    })
  }

  #admit(): void {
    const { atOnce, atOncePerCaller } = this.#limits
    for (const [name, caller] of [...this.#callers]) {
      if (this.#running >= atOnce) return
      const [first] = caller.waiting
      if (first === undefined || caller.running >= atOncePerCaller) continue
      this.#running += 1
      caller.running += 1
      this.#toTheEnd(name, caller)
      first.settle(null)
    }
  }

  /** Moves a caller who had a turn behind the others. */
  #toTheEnd(name: string, caller: Caller): void {
    this.#callers.delete(name)
    this.#callers.set(name, caller)
  }

  #forget(name: string, caller: Caller): void {
    this.#all -= 1
    if (caller.running === 0 && caller.waiting.size === 0) this.#callers.delete(name)
  }
}

// Worded as Dataverse words it.
const tooManyOfOne = (most: number): ApiError =>
  new ApiError(
    429,
    ERROR_CODES.throttled,
    `Number of concurrent requests exceeded the limit of ${most}.`,
    { 'Retry-After': RETRY_AFTER_S },
  )

const tooManyOfAll = (): ApiError =>
  new ApiError(
    503,
    ERROR_CODES.throttled,
    'The server is busy with other requests. Try again later.',
    { 'Retry-After': RETRY_AFTER_S },
  )
