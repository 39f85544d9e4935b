import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { LostAnswer } from './errors.ts'
import type { Sandbox } from './sandbox.ts'

export interface Served {
  /** `http://127.0.0.1:port`. */
  readonly url: string
  readonly port: number
  readonly close: () => Promise<void>
}

/** Binds a sandbox to a port of this machine only; 0 = any free one. */
export async function serve(sandbox: Sandbox, options: { readonly port: number }): Promise<Served> {
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) => answer(sandbox, request, env as HttpBindings),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function answer(sandbox: Sandbox, request: Request, env: HttpBindings): Promise<Response> {
  try {
    return await sandbox.fetch(request)
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error
    // The line is cut, as far as the caller can see.
    env.incoming.socket.destroy()
    return new Response(null, { status: 502 })
  }
}
