import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Monitoring } from '@trackmark/admin-api'
import { api } from '../../api/client.ts'

/** Mostly answered with "nothing changed"; not asked while the page isn't in sight. */
const EVERY_MS = 5_000

export const useMonitoring = (hours: number) =>
  useQuery({
    queryKey: ['monitoring', hours],
    queryFn: ({ signal }) => api.get<Monitoring>('monitoring', { query: { hours }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  })
