import pg from 'pg'

/**
 * A link may be cut so that neither end hears of it (a firewall that forgot a connection, a machine that is
 * gone): what was sent is sent again by the system for a quarter of an hour, and Node.js can't set
 * TCP_USER_TIMEOUT. Keep-alives tell of idle connections only. So a caller who waits for an answer for long
 * asks over another connection whether PostgreSQL still works on it.
 */
export interface LossWatch {
  /** To be called for each new connection before it is used. */
  readonly meet: (client: pg.ClientBase) => Promise<void>
  /** Ends the connection when PostgreSQL works on nothing of it; `asked` fails then. */
  readonly waitFor: <T>(client: pg.ClientBase, asked: Promise<T>) => Promise<T>
}

/** An answer may be on its way when PostgreSQL says that it is done. */
const MISSES_MAX = 2
/** For asking PostgreSQL, which may have to start a process for it. */
const ASK_MS = 60_000

/** @param lookMs how long one waits before asking, and between two questions */
export function watchLosses(connectionString: string, lookMs: number): LossWatch {
  /** Behind a pooler the number that a client is told isn't that of a process: those aren't watched. */
  const processes = new WeakMap<pg.ClientBase, number>()

  /** Null = PostgreSQL can't be asked. */
  const works = async (processId: number): Promise<boolean | null> => {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: ASK_MS,
      query_timeout: ASK_MS,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where pid = $1 and state in ('active', 'fastpath function call')`,
        [processId],
      )
      return rows.length > 0
    } catch {
      return null
    } finally {
      void client.end().catch(() => {})
    }
  }

  return {
    meet: async (client) => {
      const { rows } = await client.query('select pg_backend_pid() as pid')
      const { processID } = client as unknown as { processID: number | null }
      if (rows[0].pid === processID) processes.set(client, processID!)
    },
    waitFor: async (client, asked) => {
      const processId = processes.get(client)
      if (processId === undefined) return asked
      let misses = 0
      let isOver = false
      let timer: NodeJS.Timeout
      const look = async (): Promise<void> => {
        const isAtWork = await works(processId)
        if (isOver) return
        misses = isAtWork === false ? misses + 1 : 0
        if (misses >= MISSES_MAX) cut(client)
        else wait()
      }
      const wait = (): void => {
        timer = setTimeout(() => void look(), lookMs)
        timer.unref()
      }
      wait()
      try {
        return await asked
      } finally {
        isOver = true
        clearTimeout(timer!)
      }
    },
  }
}

/** What it is waited for fails as when a connection is terminated. */
export function cut(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: pg.Connection }
  connection.stream.destroy()
}
