import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router'
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

export const routeTree = rootRoute.addChildren([home])
