import { AsyncLocalStorage } from 'node:async_hooks'
import { ERROR_CODES } from '@trackmark/dataverse'
import { Admission } from './admission.ts'
import { ApiError } from './errors.ts'

const MEBIBYTE = 1024 * 1024

/**
 * Most bytes of bodies of all requests together. Writing one of the largest takes several times its size in memory.
 */
export const BODIES_BYTES_MAX = 40 * MEBIBYTE
/** A body may take this long, plus its size at the rate below; after that the request ends. */
const BODY_PATIENCE_MS = 30_000
const BYTES_PER_S_MIN = 16 * 1024

/** Large answers that are made or sent at the same time; each takes several times 16 MB of memory. */
const largeAnswers = new Admission({
  atOnce: 3,
  atOncePerCaller: 2,
  all: 500,
  perCaller: 52,
  waitMs: 60_000,
})

let bodiesBytes = 0

/** The memory that one request holds until its answer was sent. */
export class RequestBudget {
  /** By whom large answers are counted: each caller may have a few. */
  caller = ''
  readonly #gone: AbortSignal | undefined
  readonly #bodyPatienceMs: number
  #bytes = 0
  #large: Promise<() => void> | null = null

  constructor(gone: AbortSignal | undefined, bodyPatienceMs = BODY_PATIENCE_MS) {
    this.#gone = gone
    this.#bodyPatienceMs = bodyPatienceMs
  }

  /** Waits until a large answer may be made; a second call does nothing. @throws ApiError 503, 429 */
  async large(): Promise<void> {
    this.#large ??= largeAnswers.enter(this.caller, this.#gone)
    await this.#large
  }

  /** Bytes of the body that have arrived. */
  get bodyBytes(): number {
    return this.#bytes
  }

  /** Whether `large` was called. */
  get isLarge(): boolean {
    return this.#large !== null
  }

  /** Counts bytes of the body that have arrived. @throws ApiError 503 */
  body(bytes: number): void {
    if (bodiesBytes + bytes > BODIES_BYTES_MAX) throw tooManyBytes()
    bodiesBytes += bytes
    this.#bytes += bytes
  }

  /** How many milliseconds the body may take, given the bytes that have arrived. */
  patienceMs(bytes: number): number {
    return this.#bodyPatienceMs + (bytes / BYTES_PER_S_MIN) * 1000
  }

  end(): void {
    bodiesBytes -= this.#bytes
    this.#bytes = 0
    this.#large?.then(
      (leave) => leave(),
      () => {},
    )
    this.#large = null
  }
}

const requests = new AsyncLocalStorage<RequestBudget>()

/** The budget of the request that the calling code works for; outside of requests a new one. */
export const requestBudget = (): RequestBudget =>
  requests.getStore() ?? new RequestBudget(undefined)

export const withRequestBudget = <T>(request: RequestBudget, work: () => T): T =>
  requests.run(request, work)

const tooManyBytes = (): ApiError =>
  new ApiError(
    503,
    ERROR_CODES.throttled,
    'The server is busy with other large requests. Try again later.',
    { 'Retry-After': '5', Connection: 'close' },
  )
