import { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from '../api/client.ts'

const RETRIES_MAX = 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; what couldn't be reached may come back.
      retry: (count, error) =>
        count < RETRIES_MAX &&
        !(error instanceof ApiFailure && error.status > 0 && error.status < 500),
    },
  },
})
