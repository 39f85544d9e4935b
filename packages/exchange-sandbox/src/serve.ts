import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { DEFAULT_APPS, type SandboxOptions } from './createCore.ts'
import { LostAnswer } from './errors.ts'
import { createPage, PAGE_APP, type Page, type PageOptions } from './page.ts'
import { filePersistence } from './persist/files.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

export interface ServeOptions extends Omit<SandboxOptions, 'persist'> {
  /** 0 = any free one. */
  readonly port: number
  /** Folder that keeps the state; without it, it ends with the process. */
  readonly dataDir?: string
  readonly page?: PageOptions
}

export interface ServedSandbox {
  readonly sandbox: Sandbox
  /** `http://127.0.0.1:port`. */
  readonly url: string
  readonly port: number
  /** Stops listening and saves what waits. */
  readonly close: () => Promise<void>
}

/**
 * A sandbox on a port of this machine only.
 *
 * @throws Error when the kept state can't be read or the port is taken
 */
export async function serveSandbox(options: ServeOptions): Promise<ServedSandbox> {
  const { port: wished, dataDir, page, apps = DEFAULT_APPS, ...rest } = options
  const sandbox = createSandbox({
    ...rest,
    apps: [...apps, PAGE_APP],
    ...(dataDir !== undefined && { persist: filePersistence(dataDir) }),
  })
  await sandbox.ready
  const pages = createPage(page ?? {})
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) =>
      answer({ sandbox, page: pages }, request, env as HttpBindings),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wished, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()))
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return {
    sandbox,
    port,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await stop()
      await sandbox.close()
    },
  }
}

async function answer(
  of: { readonly sandbox: Sandbox; readonly page: Page },
  request: Request,
  env: HttpBindings,
): Promise<Response> {
  try {
    return of.page(request) ?? (await of.sandbox.fetch(request))
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error
    // The line is cut, as far as the caller can see.
    env.incoming.socket.destroy()
    return new Response(null, { status: 502 })
  }
}
