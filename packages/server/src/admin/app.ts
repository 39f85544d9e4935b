import { booleanSetting } from '@trackmark/dataverse'
import { methodNotAllowed, notFound, requireAdminRoute } from '@trackmark/http'
import { readOrgSettings, readOverview, readStandstill } from '@trackmark/store'
import { Hono } from 'hono'
import { TRACKMARK_VERSION } from '../config/version.ts'
import { accountRoutes, signInLink } from './accounts.ts'
import { activityRoutes } from './activities/routes.ts'
import { alertGroupRoutes } from './alerts/groups.ts'
import { alertRoutes } from './alerts/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { backupRoutes, restoreRoutes } from './backups.ts'
import { categoryRoutes } from './category.ts'
import { emailSettingRoutes } from './email-settings.ts'
import { environmentRoutes } from './environments.ts'
import { failureRoutes } from './failures/routes.ts'
import { mailboxRoutes } from './mailboxes/routes.ts'
import { me } from './me.ts'
import { monitoringRoutes } from './monitoring/routes.ts'
import { changePassword } from './password.ts'
import { peopleRoutes, retentionRoutes, userRoutes } from './people.ts'
import { profileRoutes } from './profiles/routes.ts'
import { secretRoutes } from './secrets.ts'
import { settingRoutes } from './settings.ts'
import type { AdminDeps } from './shared/deps.ts'
import { instantText, isoOrNull } from './shared/instants.ts'
import { scopeOf } from './shared/scope.ts'
import { tokenRoutes } from './tokens.ts'
import { webResourceRoutes } from './web-resources.ts'
import { webhookRoutes } from './webhooks.ts'

const RESOURCES = [
  'me',
  'status',
  'organizations',
  'environments',
  'tokens',
  'accounts',
  'signin-links',
  'mailboxes',
  'alerts',
  'audit',
  'failures',
  'monitoring',
  'activities',
  'profiles',
  'settings',
  'email-settings',
  'category',
  'webresources',
  'webhooks',
  'backups',
  'restores',
  'secrets',
  'people',
  'users',
  'retention',
]

/**
 * The admin API at `/api/admin`, for one caller in one organization. It is created for each request, since whatever
 * it reads and writes belongs to that organization. It throws errors as ApiError.
 */
export function adminApp(deps: AdminDeps): Hono {
  const app = new Hono().basePath('/api/admin')
  app.onError((error) => {
    throw error
  })
  app.use('*', async (c, next) => {
    requireAdminRoute(deps.caller, c.req.method, below(c.req.path))
    await next()
  })
  app.get('/me', async (c) => c.json(await me(deps)))
  app.get('/status', async (c) => c.json(await status(deps)))
  app.get('/organizations', async (c) => {
    const all = await deps.organizations.list()
    const { organizationId } = deps
    const own = all.filter((one) => one.organizationId === organizationId)
    return c.json({ organizations: deps.caller.ofInstallation ? all : own })
  })
  app.post('/me/password', async (c) => {
    await changePassword(deps, c.req.raw)
    return c.body(null, 204)
  })
  app.post('/signin-links', async (c) => c.json(await signInLink(deps), 201))
  app.route('/accounts', accountRoutes(deps))
  app.route('/environments', environmentRoutes(deps))
  app.route('/tokens', tokenRoutes(deps))
  app.route('/mailboxes', mailboxRoutes(deps))
  app.route('/alerts', alertGroupRoutes(deps))
  app.route('/alerts', alertRoutes(deps))
  app.route('/audit', auditRoutes(deps))
  app.route('/failures', failureRoutes(deps))
  app.route('/monitoring', monitoringRoutes(deps))
  app.route('/activities', activityRoutes(deps))
  app.route('/profiles', profileRoutes(deps))
  app.route('/settings', settingRoutes(deps))
  app.route('/email-settings', emailSettingRoutes(deps))
  app.route('/category', categoryRoutes(deps))
  app.route('/webresources', webResourceRoutes(deps))
  app.route('/webhooks', webhookRoutes(deps))
  app.route('/backups', backupRoutes(deps))
  app.route('/restores', restoreRoutes(deps))
  app.route('/secrets', secretRoutes(deps))
  app.route('/people', peopleRoutes(deps))
  app.route('/users', userRoutes(deps))
  app.route('/retention', retentionRoutes(deps))
  // A route, because Hono doesn't call the notFound handler of a mounted app.
  app.all('*', (c) => {
    const [, resource = ''] = below(c.req.path).split('/')
    if (RESOURCES.includes(resource)) {
      throw methodNotAllowed(`${c.req.method} isn't served at ${c.req.path.slice(0, 200)}.`, 'GET')
    }
    throw notFound(`There is no ${c.req.path.slice(0, 200)}; served are: ${RESOURCES.join(', ')}.`)
  })
  return app
}

const below = (path: string): string => path.replace(/^\/api\/admin/, '')

async function status(deps: AdminDeps) {
  const { organization, organizationId, database } = deps
  const about = deps.about()
  const scope = await scopeOf(deps)
  const overview = await readOverview(database, organizationId, scope === 'all' ? null : scope)
  const settings = await readOrgSettings(database, organizationId)
  const standstill = await readStandstill(database, deps.clock())
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
    standstill:
      standstill === null ? null : { ...standstill, since: instantText(standstill.since) },
    lastSuccessfulSyncOn: isoOrNull(overview.lastSuccessfulSyncOn),
    nextDueOn: isoOrNull(overview.nextDueOn),
  }
}
