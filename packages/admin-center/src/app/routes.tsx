import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readActivitySearch } from '../pages/activities/view-model.ts'
import { readAlertSearch } from '../pages/alerts/view-model.ts'
import { readSearch as readAuditSearch } from '../pages/audit/view-model.ts'
import { readFailureSearch } from '../pages/failures/view-model.ts'
import { readSearch as readMailboxFormSearch } from '../pages/mailbox/view-model.ts'
import { readSearch as readMailboxSearch } from '../pages/mailboxes/view-model.ts'
import { readMonitoringSearch } from '../pages/monitoring/view-model.ts'
import { readSearch as readSettingsSearch } from '../pages/organization-settings/view-model.ts'
import { readSearch as readProfileSearch } from '../pages/profiles/view-model.ts'
import { Layout } from './Layout.tsx'
import { NotFound } from './NotFound.tsx'

/**
 * Every page: a folder below `src/pages`, loaded when it is first opened. What a person filtered or
 * searched for is part of the address (`validateSearch`).
 */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Layout,
  notFoundComponent: NotFound,
})

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/home/Page.tsx'), 'HomePage'),
})

const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/Page.tsx'), 'AuditPage'),
})
const access = createRoute({
  getParentRoute: () => rootRoute,
  path: '/access',
  component: lazyRouteComponent(() => import('../pages/access/Page.tsx'), 'AccessPage'),
})

const personalData = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personal-data',
  component: lazyRouteComponent(
    () => import('../pages/personal-data/Page.tsx'),
    'PersonalDataPage',
  ),
})
const alerts = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alerts',
  validateSearch: readAlertSearch,
  component: lazyRouteComponent(() => import('../pages/alerts/Page.tsx'), 'AlertsPage'),
})

const failures = createRoute({
  getParentRoute: () => rootRoute,
  path: '/failures',
  validateSearch: readFailureSearch,
  component: lazyRouteComponent(() => import('../pages/failures/Page.tsx'), 'FailuresPage'),
})

const mailboxes = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mailboxes',
  validateSearch: readMailboxSearch,
  component: lazyRouteComponent(() => import('../pages/mailboxes/Page.tsx'), 'MailboxesPage'),
})

const mailbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mailboxes/$mailboxId',
  validateSearch: readMailboxFormSearch,
  component: lazyRouteComponent(() => import('../pages/mailbox/Page.tsx'), 'MailboxPage'),
})

const monitoring = createRoute({
  getParentRoute: () => rootRoute,
  path: '/monitoring',
  validateSearch: readMonitoringSearch,
  component: lazyRouteComponent(() => import('../pages/monitoring/Page.tsx'), 'MonitoringPage'),
})

const activities = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activities',
  validateSearch: readActivitySearch,
  component: lazyRouteComponent(() => import('../pages/activities/Page.tsx'), 'ActivitiesPage'),
})

const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/Page.tsx'), 'SettingsPage'),
})
const emailSettings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/email',
  component: lazyRouteComponent(() => import('../pages/email/Page.tsx'), 'EmailSettingsPage'),
})
const emailTracking = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/email/tracking',
  component: lazyRouteComponent(() => import('../pages/email/Page.tsx'), 'EmailTrackingPage'),
})
const profiles = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/email/profiles',
  validateSearch: readProfileSearch,
  component: lazyRouteComponent(() => import('../pages/profiles/Page.tsx'), 'ProfilesPage'),
})
const newProfile = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/email/profiles/new',
  component: lazyRouteComponent(
    () => import('../pages/profiles/NewProfilePage.tsx'),
    'NewProfilePage',
  ),
})
const profile = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/email/profiles/$id',
  component: lazyRouteComponent(() => import('../pages/profiles/ProfilePage.tsx'), 'ProfilePage'),
})
const organizationSettings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/organization',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(
    () => import('../pages/organization-settings/Page.tsx'),
    'OrganizationSettingsPage',
  ),
})
const environments = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environments',
  component: lazyRouteComponent(() => import('../pages/environments/Page.tsx'), 'EnvironmentsPage'),
})
const environment = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environments/$name',
  component: lazyRouteComponent(() => import('../pages/environments/Page.tsx'), 'EnvironmentPage'),
})

export const routeTree = rootRoute.addChildren([
  home,
  activities,
  mailboxes,
  mailbox,
  alerts,
  failures,
  monitoring,
  audit,
  access,
  personalData,
  settings,
  emailSettings,
  emailTracking,
  profiles,
  newProfile,
  profile,
  organizationSettings,
  environments,
  environment,
])
