import pg from 'pg'

/**
 * A connection may break without either end noticing (a firewall dropped it, a machine is gone): the system
 * repeats what was sent for a quarter of an hour, and Node.js can't set TCP_USER_TIMEOUT. Keep-alives only
 * help idle connections. So a caller who waits long for an answer asks PostgreSQL, over another connection,
 * whether it still works on the statement.
 */
export interface LossWatch {
  /** To be called for each new connection before it is used. */
  readonly meet: (client: pg.ClientBase) => Promise<void>
  /**
   * Waits for an answer. When PostgreSQL works on nothing for the connection, it is closed and this fails.
   */
  readonly waitFor: <T>(client: pg.ClientBase, answer: Promise<T>) => Promise<T>
}

/** A connection is lost after this many checks, since an answer may be on its way when PostgreSQL is done. */
const MISSES_MAX = 2
/** Limit of one check; PostgreSQL may have to start a process for it. */
const ASK_MS = 60_000

/** @param checkMs how long to wait before the first check, and between two checks */
export function watchLosses(connectionString: string, checkMs: number): LossWatch {
  /** Ids of server processes. Behind a pooler clients are told other ids; such connections aren't watched. */
  const processes = new WeakMap<pg.ClientBase, number>()

  /** Whether PostgreSQL works on a statement of the process; null = it can't be asked. */
  const isWorking = async (processId: number): Promise<boolean | null> => {
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
    waitFor: async (client, answer) => {
      const processId = processes.get(client)
      if (processId === undefined) return answer
      let misses = 0
      let isOver = false
      let timer: NodeJS.Timeout
      const check = async (): Promise<void> => {
        const isAtWork = await isWorking(processId)
        if (isOver) return
        misses = isAtWork === false ? misses + 1 : 0
        if (misses >= MISSES_MAX) cut(client)
        else wait()
      }
      const wait = (): void => {
        timer = setTimeout(() => void check(), checkMs)
        timer.unref()
      }
      wait()
      try {
        return await answer
      } finally {
        isOver = true
        clearTimeout(timer!)
      }
    },
  }
}

/** Closes a connection at once. What is awaited on it fails as when the server ends the connection. */
export function cut(client: pg.ClientBase): void {
  const { connection } = client as unknown as { connection: pg.Connection }
  connection.stream.destroy()
}
