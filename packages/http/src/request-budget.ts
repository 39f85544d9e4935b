import { AsyncLocalStorage } from 'node:async_hooks'
import { ERROR_CODES } from '@trackmark/dataverse'
import { Admission } from './admission.ts'
import { ApiError } from './errors.ts'

const MEBIBYTE = 1024 * 1024

/** Bodies of all requests together. One of the largest takes several times its size while it is written. */
export const BODIES_BYTES_MAX = 40 * MEBIBYTE
/** So long a body may take anyway, and longer at this rate: one that never comes ends. */
const BODY_PATIENCE_MS = 30_000
const BYTES_PER_S_MIN = 16 * 1024

/** Large answers that are made or taken at a time, each of several times 16 MB. */
const largeAnswers = new Admission({
  atOnce: 3,
  atOncePerCaller: 2,
  all: 500,
  perCaller: 52,
  waitMs: 60_000,
})

let bodiesBytes = 0

/** What one request holds of the process's memory until its answer was taken. */
export class UnderWay {
  /** For large answers, which each caller has a few of. */
  caller = ''
  readonly #gone: AbortSignal | undefined
  readonly #bodyPatienceMs: number
  #bytes = 0
  #large: Promise<() => void> | null = null

  constructor(gone: AbortSignal | undefined, bodyPatienceMs = BODY_PATIENCE_MS) {
    this.#gone = gone
    this.#bodyPatienceMs = bodyPatienceMs
  }

  /** Waits for one of the few places of large answers; once is enough. @throws ApiError 503, 429 */
  async large(): Promise<void> {
    this.#large ??= largeAnswers.enter(this.caller, this.#gone)
    await this.#large
  }

  /** Of its body, as far as it has come. */
  get bodyBytes(): number {
    return this.#bytes
  }

  /** It has, or waits for, one of these places. */
  get isLarge(): boolean {
    return this.#large !== null
  }

  /** Counts bytes of the body that have come. @throws ApiError 503 */
  body(bytes: number): void {
    if (bodiesBytes + bytes > BODIES_BYTES_MAX) throw tooManyBytes()
    bodiesBytes += bytes
    this.#bytes += bytes
  }

  /** Milliseconds from its beginning until a body of which so much has come has to be whole. */
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

const requests = new AsyncLocalStorage<UnderWay>()

/** The request that the code which asks is carried out for; outside of one, one of its own. */
export const underWay = (): UnderWay => requests.getStore() ?? new UnderWay(undefined)

export const asUnderWay = <T>(request: UnderWay, work: () => T): T => requests.run(request, work)

const tooManyBytes = (): ApiError =>
  new ApiError(
    503,
    ERROR_CODES.throttled,
    'The server is busy with other large requests. Try again later.',
    { 'Retry-After': '5', Connection: 'close' },
  )
