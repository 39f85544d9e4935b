/** How long a request from outside may keep the database busy. */
export interface Limit {
  /** Limit of one statement, and of the wait for a connection. */
  readonly statementMs: number
  /** Aborted when nobody waits for the answer any more. */
  readonly gone?: AbortSignal
}

/** A transaction may take as long as so many statements: it holds locks, and blocks the embedded database. */
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

/** The limit of each next statement of a transaction, by the time that is left. */
export function limitOfTransaction(limit: Limit, clock: () => number): () => Limit {
  const until = clock() + STATEMENTS_OF_A_TRANSACTION * limit.statementMs
  return () => ({
    ...limit,
    statementMs: Math.min(limit.statementMs, Math.max(until - clock(), 0)),
  })
}

/**
 * Waits for a connection within the limit. One that comes later is given back.
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
  /** Ends the connection's statement. Never rejects. */
  readonly end: () => Promise<void>
  /** How long a statement goes on that nobody waits for any more, where ending it is costly. */
  readonly patienceMs: number
}

/** How long to wait for the answer that a statement was ended, before the connection is given up. */
const ANSWER_MS = 5_000

/** Runs a statement within a limit. @throws StatementEndedError: the connection must not be used again */
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
    // The statement finished in the last moment, on a connection that is being ended.
    throw new StatementEndedError(why)
  } catch (cause) {
    throw why === null || cause instanceof StatementEndedError
      ? cause
      : new StatementEndedError(why, { cause })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    limit.gone?.removeEventListener('abort', leave)
    // The request to end this statement must not hit another one.
    await ending
  }
}
