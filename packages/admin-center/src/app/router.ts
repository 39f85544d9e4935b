import { createRouter } from '@tanstack/react-router'
import { ErrorState, LoadingState } from '../components/states.tsx'
import { queryClient } from './query-client.ts'
import { routeTree } from './routes.tsx'

export const router = createRouter({
  routeTree,
  // `/admin`, or `/contoso/admin` below an organization's path.
  basepath: new URL(document.baseURI).pathname,
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: LoadingState,
  defaultErrorComponent: ({ error, reset }) => ErrorState({ error, onRetry: reset }),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
