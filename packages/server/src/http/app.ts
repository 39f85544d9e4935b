import { ERROR_CODES } from '@trackmark/dataverse'
import { readOverview } from '@trackmark/store'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { adminApp } from '../admin/app.ts'
import type { AdminDeps } from '../admin/deps.ts'
import type { Metrics } from '../runtime/metrics.ts'
import { TRACKMARK_VERSION } from '../version.ts'
import { handleWebApi } from '../webapi/handler.ts'
import { requireToken } from './auth.ts'
import { ApiError, errorResponse, notFound } from './errors.ts'

export interface AppDeps extends AdminDeps {
  readonly adminToken: string
  readonly metrics: Metrics
  readonly log: Logger
}

/** Everything the server answers. Only `/healthz` answers without a token. */
export function createApp(deps: AppDeps): Hono {
  const { database, organization } = deps
  const app = new Hono()
  app.onError((error) => {
    if (error instanceof ApiError) return errorResponse(error)
    // The cause is for the log; what it says may hold anything.
    deps.log.error({ error: error.stack }, 'a request failed')
    return errorResponse(new ApiError(500, ERROR_CODES.unexpected, 'An unexpected error occurred.'))
  })
  app.get('/healthz', async (c) => {
    try {
      await database.query('select 1 as alive')
      return c.json({ status: 'ok', version: TRACKMARK_VERSION, checks: { database: 'ok' } })
    } catch {
      const checks = { database: 'does not answer' }
      return c.json({ status: 'failing', version: TRACKMARK_VERSION, checks }, 503)
    }
  })
  app.use('*', async (c, next) => {
    requireToken(c.req.header('authorization'), deps.adminToken)
    await next()
  })
  app.get('/metrics', async (c) => {
    const { mailboxes } = await readOverview(database, organization.organizationId)
    const text = await deps.metrics.render(mailboxes)
    return c.body(text, 200, { 'Content-Type': deps.metrics.contentType })
  })
  app.route('/api/admin', adminApp(deps))
  app.all('/api/data/*', (c) =>
    handleWebApi(
      {
        database,
        organizationId: organization.organizationId,
        clock: deps.clock,
        organizationChanged: () => deps.changed({}),
      },
      c.req.raw,
    ),
  )
  app.notFound((c) => errorResponse(notFound(`There is nothing at ${c.req.path.slice(0, 200)}.`)))
  return app
}
