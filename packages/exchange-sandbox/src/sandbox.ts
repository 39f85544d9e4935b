import { Hono } from 'hono'
import type { AppRegistration, Core } from './core.ts'
import { createCore, type SandboxOptions } from './createCore.ts'
import type { Answer } from './graph/call.ts'
import { dispatch, type Face } from './graph/dispatch.ts'
import { buildRouter } from './graph/router.ts'
import { userPathRoutes } from './graph/routes.ts'
import { instanceDiscovery, openIdConfiguration, tokenAnswer } from './signIn.ts'

export interface Sandbox {
  /** Graph, sign-in and control routes in one; rejects when a fault loses the answer. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly core: Core
  /** Resolves when kept state has been read. */
  readonly ready: Promise<void>
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { core, ready } = createCore(options)
  const face: Face = { core, router: buildRouter(userPathRoutes) }
  const app = new Hono()
  app.onError((error) => {
    throw error
  })
  app.post('/:tenant/oauth2/v2.0/token', (context) =>
    tokenAnswer(core, context.req.param('tenant'), context.req.raw),
  )
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (context) =>
    context.json(openIdConfiguration(new URL(context.req.url).origin, context.req.param('tenant'))),
  )
  app.get('/common/discovery/instance', (context) =>
    context.json(instanceDiscovery(new URL(context.req.url).origin, 'common')),
  )
  app.get('/:tenant/discovery/v2.0/keys', (context) => context.json({ keys: [] }))
  app.all('/v1.0/*', (context) => graph(face, context.req.raw))
  app.all('/beta/*', (context) => graph(face, context.req.raw))
  return {
    core,
    ready,
    fetch: async (request) => {
      await ready
      return app.fetch(request)
    },
  }
}

async function graph(face: Face, request: Request): Promise<Response> {
  const text = request.body === null ? undefined : await request.text()
  const answer = await dispatch(face, {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name),
    body: text === undefined ? undefined : { text },
  })
  return toResponse(face.core, answer, request.headers.get('client-request-id'))
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
  const body =
    answer.contentType && typeof answer.body === 'string'
      ? answer.body
      : JSON.stringify(answer.body)
  return new Response(body, { status: answer.status, headers })
}

export type { AppRegistration }
