/** How long somebody who asks from outside may keep the database busy. */
export interface Limit {
  /** Of one statement, and of the wait for a connection. */
  readonly statementMs: number
  /** Aborted when nobody waits for the answer any more. */
  readonly gone?: AbortSignal
}

/** A transaction holds locks, and in the embedded database everybody: it is bounded as a whole too. */
const STATEMENTS_OF_A_TRANSACTION = 4

/**
 * A statement was ended before it was done. `time`: it took longer than it may. `busy`: no connection
 * was free in time. `gone`: the client is no longer there.
 */
export class StatementEndedError extends Error {
  override readonly name = 'StatementEndedError'
  readonly why: 'time' | 'busy' | 'gone'

  constructor(why: 'time' | 'busy' | 'gone', options?: ErrorOptions) {
    super(MESSAGES[why], options)
    this.why = why
  }
}

const MESSAGES = {
  time: 'A statement took longer than it may.',
  busy: 'No connection to the database was free in time.',
  gone: 'The client closed the connection.',
} as const

/** What is left of the time of a transaction. */
export function limitOfTransaction(limit: Limit, clock: () => number): () => Limit {
  const until = clock() + STATEMENTS_OF_A_TRANSACTION * limit.statementMs
  return () => ({
    ...limit,
    statementMs: Math.min(limit.statementMs, Math.max(until - clock(), 0)),
  })
}

/**
 * A connection, waited for as long as the limit says. One that comes later is given back.
 * @throws StatementEndedError
 */
export function waitedFor<T>(
  coming: Promise<T>,
  limit: Limit,
  giveBack: (late: T) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let isOver = false
    const over = (): void => {
      isOver = true
      clearTimeout(timer)
      limit.gone?.removeEventListener('abort', leave)
    }
    const refuse = (why: 'busy' | 'gone'): void => {
      over()
      reject(new StatementEndedError(why))
    }
    const leave = () => refuse('gone')
    const timer = setTimeout(() => refuse('busy'), limit.statementMs)
    limit.gone?.addEventListener('abort', leave, { once: true })
    if (limit.gone?.aborted) leave()
    coming.then(
      (value) => {
        if (isOver) return giveBack(value)
        over()
        resolve(value)
      },
      (error: unknown) => {
        over()
        reject(error as Error)
      },
    )
  })
}

export interface Ending {
  /** Ends what the connection computes. Never rejects. */
  readonly end: () => Promise<void>
  /** For how long a statement goes on that nobody waits for any more, where ending it costs much. */
  readonly patienceMs: number
}

/** Until a connection that doesn't even answer that its statement was ended is given up. */
const ANSWER_MS = 5_000

/**
 * Runs a statement within a limit.
 * @throws StatementEndedError after which the connection must not be used again
 */
export async function within<T>(
  { end, patienceMs }: Ending,
  limit: Limit,
  run: () => Promise<T>,
): Promise<T> {
  let why: StatementEndedError['why'] | null = null
  let ending: Promise<void> | null = null
  const timers: NodeJS.Timeout[] = []
  let giveUp: (error: Error) => void = () => {}
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  const endIt = (reason: StatementEndedError['why']): void => {
    if (ending !== null) return
    why = reason
    ending = end()
    timers.push(setTimeout(() => giveUp(new StatementEndedError(reason)), ANSWER_MS))
  }
  const leave = (): void => void timers.push(setTimeout(() => endIt('gone'), patienceMs))
  timers.push(setTimeout(() => endIt('time'), limit.statementMs))
  limit.gone?.addEventListener('abort', leave, { once: true })
  try {
    const result = await Promise.race([run(), givenUp])
    if (why === null) return result
    // Done in the last moment, on a connection that is ended all the same.
    throw new StatementEndedError(why)
  } catch (cause) {
    throw why === null || cause instanceof StatementEndedError
      ? cause
      : new StatementEndedError(why, { cause })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    limit.gone?.removeEventListener('abort', leave)
    // Whatever was asked to end this statement must not meet another.
    await ending
  }
}
