import { RefusedDataError, SyncError } from '@trackmark/core'
import { ERROR_CODES } from '@trackmark/dataverse'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { z } from 'zod'
import { adminApp } from '../admin/app.ts'
import type { AdminDeps } from '../admin/deps.ts'
import type { Metrics } from '../runtime/metrics.ts'
import { handleWebApi } from '../webapi/handler.ts'
import { isAuthorized, requireToken } from './auth.ts'
import { checked, readJson } from './body.ts'
import { ApiError, errorResponse, notFound } from './errors.ts'
import { signInPage, startPage } from './pages.ts'
import type { Sessions } from './session.ts'

export interface AppDeps {
  readonly adminToken: string
  readonly sessions: Sessions
  readonly admin: AdminDeps
  readonly metrics: Metrics
  /** Mailboxes by state, for the metrics. */
  readonly mailboxesByState: () => Promise<Readonly<Record<string, number>>>
  readonly health: () => Promise<Response>
  readonly log: Logger
}

const SAFE = ['GET', 'HEAD']

/** Everything the server answers. Nothing but health and sign-in is answered without a token. */
export function createApp(deps: AppDeps): Hono {
  const { admin } = deps
  const app = new Hono()
  app.onError((error, c) => failure(deps.log, error, c.req.method, c.req.path))
  app.get('/healthz', () => deps.health())
  app.get('/signin', () => signInPage())
  app.post('/signin', async (c) => {
    const { token } = checked(z.strictObject({ token: z.string() }), await readJson(c.req.raw))
    requireToken(`Bearer ${token}`, deps.adminToken)
    return c.body(null, 204, { 'Set-Cookie': deps.sessions.issue(admin.clock()) })
  })
  app.use('*', async (c, next) => {
    const header = c.req.header('authorization')
    if (isAuthorized(header, deps.adminToken)) return next()
    // A cookie travels by itself, so it is good for reading only.
    const isRead = SAFE.includes(c.req.method)
    const cookies = c.req.header('cookie')
    if (header === undefined && isRead && deps.sessions.isValid(cookies, admin.clock())) {
      return next()
    }
    if (c.req.path === '/' && isRead) return c.redirect('/signin')
    return requireToken(header, deps.adminToken)
  })
  app.get('/', () => startPage(admin.about().sandboxUrl))
  app.get('/metrics', async () => {
    const text = await deps.metrics.render(await deps.mailboxesByState())
    return new Response(text, { headers: { 'Content-Type': deps.metrics.contentType } })
  })
  const webApi = {
    database: admin.database,
    organizationId: admin.organization.organizationId,
    clock: admin.clock,
    organizationChanged: () => admin.changed({}),
  }
  app.all('/api/data/*', (c) => handleWebApi(webApi, c.req.raw))
  app.route('/api/admin', adminApp(admin))
  app.notFound((c) => errorResponse(notFound(`There is no ${c.req.path.slice(0, 200)} here.`)))
  return app
}

function failure(log: Logger, error: unknown, method: string, path: string): Response {
  if (error instanceof ApiError) return errorResponse(error)
  if (error instanceof RefusedDataError) {
    return errorResponse(new ApiError(400, ERROR_CODES.invalidArgument, error.message))
  }
  log.error({ method, path, error: error instanceof Error ? error.stack : String(error) }, 'failed')
  const [status, message] =
    error instanceof SyncError
      ? [503, error.message]
      : [500, 'An unexpected error occurred. The log of the server has the details.']
  return errorResponse(new ApiError(status as number, ERROR_CODES.unexpected, message as string))
}
