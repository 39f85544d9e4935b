import { booleanSetting } from '@trackmark/dataverse'
import { listOrganizations, readOrgSettings, readOverview } from '@trackmark/store'
import { Hono } from 'hono'
import { methodNotAllowed, notFound } from '../http/errors.ts'
import { TRACKMARK_VERSION } from '../version.ts'
import { alertRoutes } from './alerts.ts'
import type { AdminDeps } from './deps.ts'
import { mailboxRoutes } from './mailboxes.ts'
import { profileRoutes } from './profiles.ts'
import { settingRoutes } from './settings.ts'
import { instantText, isoOrNull } from './wire.ts'

const RESOURCES = ['status', 'organizations', 'mailboxes', 'alerts', 'profiles', 'settings']

/** The admin API, mounted at `/api/admin`. Errors leave it as ApiError. */
export function adminApp(deps: AdminDeps): Hono {
  const app = new Hono()
  app.onError((error) => {
    throw error
  })
  app.get('/status', async (c) => c.json(await status(deps)))
  app.get('/organizations', async (c) => {
    const organizations = await listOrganizations(deps.database)
    return c.json({ organizations })
  })
  app.route('/mailboxes', mailboxRoutes(deps))
  app.route('/alerts', alertRoutes(deps))
  app.route('/profiles', profileRoutes(deps))
  app.route('/settings', settingRoutes(deps))
  // A mounted app's own notFound is never asked, so that this has to be a route.
  app.all('*', (c) => {
    const [, resource = ''] = c.req.path.replace(/^.*\/api\/admin/, '').split('/')
    if (RESOURCES.includes(resource)) {
      throw methodNotAllowed(`${c.req.method} isn't served at ${c.req.path.slice(0, 200)}.`, 'GET')
    }
    throw notFound(`There is no ${c.req.path.slice(0, 200)}; served are: ${RESOURCES.join(', ')}.`)
  })
  return app
}

async function status(deps: AdminDeps) {
  const { organization, database } = deps
  const about = deps.about()
  const overview = await readOverview(database, organization.organizationId)
  const settings = await readOrgSettings(database, organization.organizationId)
  return {
    version: TRACKMARK_VERSION,
    startedOn: instantText(about.startedOn),
    database: database.kind,
    worker: about.worker,
    sandboxUrl: about.sandboxUrl,
    organization,
    trackCategorizedItems: settings?.effective.ok
      ? booleanSetting(settings.effective, 'TrackCategorizedItems')
      : null,
    ...overview,
    lastSuccessfulSyncOn: isoOrNull(overview.lastSuccessfulSyncOn),
    nextDueOn: isoOrNull(overview.nextDueOn),
  }
}
