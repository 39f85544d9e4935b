import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { joined, openSession, type Session } from './pglite-session.ts'

/** The embedded database, to which one client at a time may connect. */
export interface EmbeddedServer {
  /** A stream that a client uses as its socket. */
  connection(): Duplex
  /**
   * Ends the running statement together with its connection; what was committed is there for the next one. A
   * database in memory would lose everything, so it goes on.
   */
  interrupt(): Promise<void>
  close(): Promise<void>
}

/**
 * A database in a folder, on a thread of its own, so that a long statement holds up neither HTTP
 * nor anything else of the process. A thread that died is started again by the next connection, as
 * a killed process would be: PGlite recovers what was committed.
 * @throws Error when it can't be opened
 */
export async function serveFolder(
  dataDir: string,
  newWorker: (dataDir: string) => Worker = newThread,
): Promise<EmbeddedServer> {
  let thread: Promise<ThreadSession> | null = null
  const start = () => {
    thread ??= sessionOn(newWorker(dataDir), dataDir, () => {
      thread = null
    })
    return thread
  }
  await start()
  return {
    connection: () => new Connection(start),
    interrupt: async () => (await thread)?.interrupt(),
    close: async () => (await thread)?.close(),
  }
}

/** A database in memory, on this thread, so that steps happen in the same order each time. */
export async function serveMemory(archive?: Blob): Promise<EmbeddedServer> {
  const session = await openSession(null, archive)
  return {
    connection: () => new Connection(async () => session),
    interrupt: async () => {},
    close: session.close,
  }
}

interface Waiting {
  readonly resolve: (answer: Uint8Array<ArrayBuffer>) => void
  readonly reject: (error: Error) => void
}

export const newThread = (dataDir: string): Worker =>
  new Worker(new URL('./pglite-thread.ts', import.meta.url), { workerData: { dataDir } })

interface ThreadSession extends Session {
  interrupt(): Promise<void>
}

async function sessionOn(
  worker: Worker,
  dataDir: string,
  ended: () => void,
): Promise<ThreadSession> {
  /** Answers come in the order of messages; the first says that the database is open. */
  const waiting: Waiting[] = []
  const answer = () =>
    new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      waiting.push({ resolve, reject })
    })
  let isOpen = false
  let cause: unknown
  let gone: Error | null = null
  worker.on('message', (message) => waiting.shift()?.resolve(message))
  worker.on('error', (error) => {
    cause = error
  })
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      // PGlite throws objects that aren't errors.
      const { message = 'no reason given' } = (cause ?? {}) as { message?: string }
      gone = new Error(
        `The embedded database in ${dataDir} ${isOpen ? 'has ended' : 'could not be opened'}: ${message}`,
        { cause },
      )
      // crash_shutdown: the next connection starts it again.
      if (isOpen) Object.assign(gone, { code: '57P02' })
      for (const { reject } of waiting.splice(0)) reject(gone)
      ended()
      resolve()
    })
  })
  await answer()
  isOpen = true
  return {
    exchange: async (messages) => {
      if (gone !== null) throw gone
      const answered = answer()
      worker.postMessage(messages, [messages.buffer])
      return answered
    },
    interrupt: async () => {
      await worker.terminate()
      await exited
    },
    close: () => {
      worker.postMessage(null)
      return exited
    },
  }
}

type Done = (error?: Error | null) => void

/** A connection belongs to the session it began with, and must not go on in another one. */
class Connection extends Duplex {
  readonly #begin: () => Promise<Session>
  #session: Session | null = null

  constructor(begin: () => Promise<Session>) {
    super()
    this.#begin = begin
  }

  connect(): void {
    this.#begin().then(
      (session) => {
        this.#session = session
        this.emit('connect')
      },
      (error: Error) => this.destroy(error),
    )
  }

  // Methods of a socket that mean nothing for a thread.
  setNoDelay(): void {}
  ref(): void {}
  unref(): void {}

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: Done): void {
    this.#send([chunk]).then(() => done(), done)
  }

  override _writev(chunks: readonly { readonly chunk: Uint8Array }[], done: Done): void {
    this.#send(chunks.map(({ chunk }) => chunk)).then(() => done(), done)
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }

  async #send(parts: readonly Uint8Array[]): Promise<void> {
    if (this.#session === null) throw new Error('Not connected.')
    const answer = await this.#session.exchange(joined(parts))
    if (answer.length > 0) this.push(Buffer.from(answer.buffer))
  }
}
