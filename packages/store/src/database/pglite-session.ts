import { PGlite } from '@electric-sql/pglite'

// https://www.postgresql.org/docs/current/protocol-message-formats.html
const STARTUP = 0
const TERMINATE = 'X'.charCodeAt(0)
/** AuthenticationOk and ReadyForQuery, idle. */
const WELCOME = [0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]

/** A server of PostgreSQL's protocol, for one connection at a time. */
export interface Session {
  /** Passes whole messages to the server and returns what it answers. */
  exchange(messages: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/**
 * Makes PGlite speak PostgreSQL's protocol, so that `pg` works with it as with a server.
 * @param dataDir null = in memory
 * @param archive made by PGlite's `dumpDataDir`, to begin with instead of an empty database
 */
export async function openSession(dataDir: string | null, archive?: Blob): Promise<Session> {
  const lite = await PGlite.create({
    ...(dataDir === null ? {} : { dataDir }),
    ...(archive === undefined ? {} : { loadDataDir: archive }),
  })

  /** Answers are taken from the raw stream, since otherwise PGlite parses every answer as well. */
  const execute = async (messages: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const parts: Uint8Array[] = []
    // `part` is a view of memory that the next part overwrites.
    const onRawData = (part: Uint8Array) => void parts.push(part.slice())
    await lite.execProtocolRawStream(messages, { onRawData })
    return joined(parts)
  }

  /** Resets PGlite's only session, so that a connection doesn't find what the previous one left. */
  const startAnew = async (): Promise<void> => {
    if (lite.isInTransaction()) await execute(simpleQuery('rollback'))
    await execute(simpleQuery('discard all'))
  }

  return {
    exchange: async (messages) => {
      switch (messages[0]) {
        // This isn't passed on: PGlite has started already, and would end the process over an unknown user.
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

/** The parts in new memory, which can be transferred to another thread. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
