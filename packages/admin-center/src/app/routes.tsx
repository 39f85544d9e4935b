import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readSearch as readAuditSearch } from '../pages/audit/viewModel.ts'
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

export const routeTree = rootRoute.addChildren([home, audit, access])
