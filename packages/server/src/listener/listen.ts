import type { AddressInfo, Socket } from 'node:net'
import type { Writable } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import { addressTooLong, errorResponse, URL_LENGTH_MAX } from '@trackmark/http'
import { StartError } from '../config/start-error.ts'
import { answerUnreadable, HEADER_BYTES_MAX } from './unreadable-requests.ts'

/** The connection that a request came by. */
export interface Connection {
  /** Address that the connection comes from, which may be a proxy's. */
  readonly peer: string | null
  /** Aborted when the client disconnects before it got the whole answer. */
  readonly gone: AbortSignal
  /** Calls back when the answer was sent, or the client has disconnected. */
  readonly onDelivered: (callback: () => void) => void
}

export interface Listening {
  readonly url: string
  readonly port: number
  /** Waits a moment for running requests to end. */
  close(): Promise<void>
}

const DRAIN_MS = 2_000
const HEADERS_MS = 30_000
const REQUEST_MS = 20 * 60_000
const CHECK_MS = 5_000
/** Time in which an answer has to be received, plus its size at the rate below. */
const TAKE_MS = 30_000
const TAKE_BYTES_PER_S = 16 * 1024

/** @throws StartError when the address can't be used; the message says why and what to do */
export async function listen(
  at: { readonly host: string; readonly port: number },
  answer: (request: Request, connection: Connection) => Promise<Response>,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: async (request, { incoming, outgoing }) => {
      // Measured as it was sent, because parsing it as a URL may encode more characters.
      if ((incoming.url ?? '').length > URL_LENGTH_MAX) return errorResponse(addressTooLong())
      const peer = incoming.socket.remoteAddress ?? null
      const onDelivered = (callback: () => void): void => {
        if (outgoing.closed) callback()
        else outgoing.once('close', callback)
      }
      const answered = await answer(request, { peer, gone: goneSignal(outgoing), onDelivered })
      endSlowReaders(outgoing, incoming.socket)
      return answered
    },
    serverOptions: {
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: HEADERS_MS,
      // Longer than the slowest body that is accepted; it ends requests whose body nobody reads.
      requestTimeout: REQUEST_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
  })
  server.on('clientError', answerUnreadable)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, resolve)
  }).catch(async (error: unknown) => {
    throw await listenFailure(at, error as NodeJS.ErrnoException)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: urlOf(at.host, port),
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          DRAIN_MS,
        )
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

/** An answer is in memory until it was received, so clients that are far too slow are disconnected. */
function endSlowReaders(outgoing: Writable, socket: Socket): void {
  if (outgoing.closed) return
  const begun = Date.now()
  const before = socket.bytesWritten
  const timer = setInterval(() => {
    const taken = socket.bytesWritten - before
    if (Date.now() - begun > TAKE_MS + (taken / TAKE_BYTES_PER_S) * 1000) socket.destroy()
  }, CHECK_MS)
  timer.unref()
  outgoing.once('close', () => clearInterval(timer))
}

function goneSignal(outgoing: Writable): AbortSignal {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  return gone.signal
}

async function listenFailure(
  at: { readonly host: string; readonly port: number },
  error: NodeJS.ErrnoException,
): Promise<StartError> {
  const place = `${at.host}:${at.port}`
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `${place} is in use by ${await whoListens(at)}. Stop that one, or choose another port with TRACKMARK_PORT or --port.`,
      )
    case 'EACCES':
      return new StartError(
        `This account may not listen on ${place}. Ports below 1024 need rights of their own; choose another with TRACKMARK_PORT or --port.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `${at.host} is no address of this machine. Choose one with TRACKMARK_HOST or --host.`,
      )
    default:
      return new StartError(`${place} can't be listened on: ${error.message}.`, { cause: error })
  }
}

async function whoListens(at: { readonly host: string; readonly port: number }): Promise<string> {
  try {
    const response = await fetch(`http://${at.host}:${at.port}/healthz`, {
      signal: AbortSignal.timeout(1_000),
    })
    const body = (await response.json()) as { product?: unknown; version?: unknown }
    if (body.product === 'trackmark') return `another Trackmark server (${String(body.version)})`
  } catch {
    // The other program doesn't speak HTTP.
  }
  return 'another program'
}

/** The address by which programs on this machine reach the listener. */
export function urlOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`
}
