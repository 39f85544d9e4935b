import { Hono } from 'hono'
import { controlError, controlRoutes } from './control/routes.ts'
import type { Core } from './core.ts'
import { createCore, type SandboxOptions } from './create-core.ts'
import { SandboxError } from './errors.ts'
import { batchRoute } from './graph/batch.ts'
import type { Answer } from './graph/call.ts'
import { dispatch, type Face, type Incoming } from './graph/dispatch.ts'
import { buildRouter } from './graph/router.ts'
import { userPathRoutes } from './graph/routes.ts'
import { subscriptionRoutes } from './graph/subscription-routes.ts'
import { publicKeys } from './id-token.ts'
import { instanceDiscovery, openIdConfiguration, tokenAnswer } from './sign-in.ts'

export interface Sandbox {
  /**
   * Graph, sign-in and control routes in one. Rejects with a TypeError when a fault loses the
   * answer, as `fetch` does when a line is cut.
   */
  readonly fetch: (request: Request) => Promise<Response>
  readonly core: Core
  /** Resolves when kept state has been read; rejects when it can't be. */
  readonly ready: Promise<void>
  /** Resolves when every notification has arrived or been given up. */
  readonly settled: () => Promise<void>
  /** Saves what waits. */
  readonly close: () => Promise<void>
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { core, ready, saved, close } = createCore(options)
  const face = graphFace(core)
  const app = new Hono()
  // Lost answers must reach the caller of `fetch`.
  app.onError((error) => {
    throw error
  })
  const origin = (request: Request): string => new URL(request.url).origin
  app.post('/:tenant/oauth2/v2.0/token', (c) => tokenAnswer(core, c.req.param('tenant'), c.req.raw))
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (c) =>
    c.json(openIdConfiguration(origin(c.req.raw), c.req.param('tenant'))),
  )
  app.get('/common/discovery/instance', (c) =>
    c.json(instanceDiscovery(origin(c.req.raw), 'common')),
  )
  app.get('/:tenant/discovery/v2.0/keys', (c) => c.json(publicKeys()))
  app.use('/sandbox/*', async (c, next) => {
    const secret = options.controlSecret
    // The sandbox's own page shows them; it has no secret, and nothing is changed.
    if (c.req.method === 'GET' && c.req.path === '/sandbox/customers') return await next()
    if (secret === undefined || c.req.header('x-sandbox-control') === secret) return await next()
    const message = 'The header x-sandbox-control is missing or wrong.'
    return controlError(new SandboxError(401, 'Unauthorized', message))
  })
  app.route('/sandbox', controlRoutes(core))
  app.all('/v1.0/*', (c) => graph(face, c.req.raw))
  app.all('/beta/*', (c) => graph(face, c.req.raw))
  return {
    core,
    ready,
    close,
    settled: () => core.notifier.settled(),
    fetch: async (request) => {
      await ready
      const response = await app.fetch(request)
      if (request.method !== 'GET') await saved()
      return response
    },
  }
}

function graphFace(core: Core): Face {
  const send = (incoming: Incoming): Promise<Answer> => dispatch(face, incoming)
  const routes = [...userPathRoutes, ...subscriptionRoutes(core, core.notifier), batchRoute(send)]
  const face: Face = { core, router: buildRouter(routes) }
  return face
}

async function graph(face: Face, request: Request): Promise<Response> {
  const answer = await dispatch(face, {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name),
    body: await bodyOf(request),
  })
  return toResponse(face.core, answer, request.headers.get('client-request-id'))
}

async function bodyOf(request: Request): Promise<Incoming['body']> {
  if (request.body === null) return undefined
  if (request.method !== 'PUT') return { text: await request.text() }
  return { bytes: new Uint8Array(await request.arrayBuffer()) }
}

const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

function toResponse(core: Core, answer: Answer, clientId: string | null): Response {
  const id = core.world.newId()
  const headers = new Headers({
    'request-id': id,
    'client-request-id': clientId ?? id,
    'OData-Version': '4.0',
    ...answer.headers,
  })
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers })
  headers.set('content-type', answer.contentType ?? JSON_TYPE)
  const raw = answer.contentType !== undefined
  const body = raw ? (answer.body as string) : JSON.stringify(answer.body)
  return new Response(body, { status: answer.status, headers })
}
