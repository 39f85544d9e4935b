import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from './errors.ts'

export interface AdmissionLimits {
  /** Carried out at a time, of all callers. */
  readonly atOnce: number
  /** Of one caller: others find room beside the slowest requests. */
  readonly atOncePerCaller: number
  /** Carried out or waiting, of all. */
  readonly all: number
  /** The same of one caller. */
  readonly perCaller: number
  /** Longest wait before one is refused. */
  readonly waitMs: number
}

/** Requests of those who are known: 52 at a time of one user is Dataverse's limit. */
export const REQUESTS: AdmissionLimits = {
  atOnce: 24,
  atOncePerCaller: 8,
  all: 500,
  perCaller: 52,
  waitMs: 30_000,
}

/** Finding out who asks, by address: many people may share one. */
export const AT_THE_DOOR: AdmissionLimits = {
  atOnce: 8,
  atOncePerCaller: 6,
  all: 1_000,
  perCaller: 400,
  waitMs: 10_000,
}

const RETRY_AFTER_S = '5'

interface Waiting {
  /** Given its turn, or refused. */
  readonly settle: (refusal: ApiError | null) => void
}

interface Caller {
  underWay: number
  readonly waiting: Set<Waiting>
}

/**
 * Lets so many requests be carried out at a time; the others wait for their turn, which goes round
 * the callers: one who asks for much waits for himself. Too many of one are refused with 429, too
 * many of all, or too long a wait, with 503.
 */
export class Admission {
  readonly #limits: AdmissionLimits
  /** Those who have anything under way or waiting, in the order of their turns. */
  readonly #callers = new Map<string, Caller>()
  #underWay = 0
  #all = 0

  constructor(limits: AdmissionLimits) {
    this.#limits = limits
  }

  /**
   * @returns what is to be called once, when the request is done
   * @throws ApiError 429 or 503, with Retry-After
   */
  async enter(name: string, gone?: AbortSignal): Promise<() => void> {
    const { all, perCaller } = this.#limits
    const caller = this.#callers.get(name) ?? { underWay: 0, waiting: new Set() }
    if (caller.underWay + caller.waiting.size >= perCaller) throw tooManyOfOne(perCaller)
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
      caller.underWay -= 1
      this.#underWay -= 1
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
      if (this.#underWay >= atOnce) return
      const [first] = caller.waiting
      if (first === undefined || caller.underWay >= atOncePerCaller) continue
      this.#underWay += 1
      caller.underWay += 1
      this.#toTheEnd(name, caller)
      first.settle(null)
    }
  }

  /** Had a turn. */
  #toTheEnd(name: string, caller: Caller): void {
    this.#callers.delete(name)
    this.#callers.set(name, caller)
  }

  #forget(name: string, caller: Caller): void {
    this.#all -= 1
    if (caller.underWay === 0 && caller.waiting.size === 0) this.#callers.delete(name)
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
