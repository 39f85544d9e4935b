import { PGlite } from '@electric-sql/pglite'

// https://www.postgresql.org/docs/current/protocol-message-formats.html
const STARTUP = 0
const TERMINATE = 'X'.charCodeAt(0)
/** AuthenticationOk and ReadyForQuery, idle. */
const WELCOME = [0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]

/** A server of PostgreSQL's protocol, for one connection at a time. */
export interface Session {
  /** Takes whole messages, and tells what the server writes in answer. */
  exchange(messages: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/**
 * PGlite, spoken to as a server is: `pg` then does for it what it does for PostgreSQL.
 * @param dataDir null = in memory
 * @param archive what PGlite's `dumpDataDir` made, to begin with in place of an empty database
 */
export async function openSession(dataDir: string | null, archive?: Blob): Promise<Session> {
  const lite = await PGlite.create({
    ...(dataDir === null ? {} : { dataDir }),
    ...(archive === undefined ? {} : { loadDataDir: archive }),
  })

  /** By stream, since otherwise PGlite reads every answer itself as well. */
  const execute = async (messages: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const parts: Uint8Array[] = []
    // What is passed is a view of memory that the next part is written to.
    const onRawData = (part: Uint8Array) => void parts.push(part.slice())
    await lite.execProtocolRawStream(messages, { onRawData })
    return joined(parts)
  }

  /** PGlite has one session for ever: a connection must not find what the last one left. */
  const startAnew = async (): Promise<void> => {
    if (lite.isInTransaction()) await execute(simpleQuery('rollback'))
    await execute(simpleQuery('discard all'))
  }

  return {
    exchange: async (messages) => {
      switch (messages[0]) {
        // Not passed on: PGlite is started, and would end the process over a user it doesn't know.
        case STARTUP:
          await startAnew()
          return Uint8Array.from(WELCOME)
        case TERMINATE:
          return Uint8Array.of()
        default:
          return execute(messages)
      }
    },
    close: () => lite.close(),
  }
}

function simpleQuery(sql: string): Uint8Array {
  const message = Buffer.alloc(1 + 4 + sql.length + 1)
  message.write('Q', 0)
  message.writeInt32BE(message.length - 1, 1)
  message.write(sql, 5)
  return message
}

/** In memory of its own, which can be handed to another thread. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
