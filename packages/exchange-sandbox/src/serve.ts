import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { type Certificate, ownCertificate } from './certificate.ts'
import { DEFAULT_APPS, type SandboxOptions } from './create-core.ts'
import { LostAnswer } from './errors.ts'
import { createPage, PAGE_APP, type Page, type PageOptions } from './page.ts'
import { filePersistence } from './persist/files.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

export interface ServeOptions extends Omit<SandboxOptions, 'persist'> {
  /** 0 = any free one. */
  readonly port: number
  /** A second port, for https with a certificate of its own; 0 = any free one. None unless given. */
  readonly httpsPort?: number
  /** Folder that keeps the state; without it, it ends with the process. */
  readonly dataDir?: string
  readonly page?: PageOptions
}

export interface ServedSandbox {
  readonly sandbox: Sandbox
  /** `http://127.0.0.1:port`. */
  readonly url: string
  readonly port: number
  /** Null = no port for https was asked for. */
  readonly https: ServedHttps | null
  /** Stops listening and saves what waits. */
  readonly close: () => Promise<void>
}

export interface ServedHttps {
  /** `https://127.0.0.1:port`. */
  readonly url: string
  readonly port: number
  readonly certificate: Certificate
}

type Server = ReturnType<typeof createAdaptorServer>

/**
 * A sandbox on one port of this machine only, or on two.
 *
 * @throws Error when the kept state can't be read or the port is taken
 */
export async function serveSandbox(options: ServeOptions): Promise<ServedSandbox> {
  const { port: wantedPort, httpsPort, dataDir, page, apps = DEFAULT_APPS, ...rest } = options
  const sandbox = createSandbox({
    ...rest,
    apps: [...apps, PAGE_APP],
    ...(dataDir !== undefined && { persist: filePersistence(dataDir) }),
  })
  await sandbox.ready
  const pages = createPage(page ?? {})
  const fetch = (request: Request, env: unknown) =>
    answer({ sandbox, page: pages }, request, env as HttpBindings)
  const servers: Server[] = []
  const close = async () => {
    await Promise.all(servers.map(stop))
    await sandbox.close()
  }
  try {
    const plain = createAdaptorServer({ fetch })
    servers.push(plain)
    const port = await listen(plain, wantedPort)
    let https: ServedHttps | null = null
    if (httpsPort !== undefined) {
      const certificate = await ownCertificate(dataDir === undefined ? null : join(dataDir, 'tls'))
      const { key, cert } = certificate
      const secure = createAdaptorServer({ fetch, createServer, serverOptions: { key, cert } })
      servers.push(secure)
      const own = await listen(secure, httpsPort)
      https = { url: `https://127.0.0.1:${own}`, port: own, certificate }
    }
    return { sandbox, port, url: `http://127.0.0.1:${port}`, https, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

const HERE = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * A page from elsewhere may send requests here from the browser of the person who looks at it: under a name
 * of its own that leads to this machine, or to control routes, which ask for no token.
 */
function refuseStranger(request: Request, host = ''): Response | null {
  const { pathname, origin } = new URL(request.url)
  const from = request.headers.get('origin')
  const isForeign = from !== null && from !== origin && pathname.startsWith('/sandbox/')
  if (HERE.test(host) && !isForeign) return null
  const what = isForeign ? `A page of ${from}` : `The name ${host}`
  const message = `${what.slice(0, 200)} has no business here: the sandbox is this machine's alone.`
  return Response.json({ error: { code: 'Forbidden', message } }, { status: 403 })
}

async function answer(
  of: { readonly sandbox: Sandbox; readonly page: Page },
  request: Request,
  env: HttpBindings,
): Promise<Response> {
  try {
    return (
      refuseStranger(request, env.incoming.headers.host) ??
      of.page(request) ??
      (await of.sandbox.fetch(request))
    )
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error
    // The line is cut, as far as the caller can see.
    env.incoming.socket.destroy()
    return new Response(null, { status: 502 })
  }
}
