import { useQuery } from '@tanstack/react-query'
import type { EnvironmentList } from '@trackmark/admin-api'
import { api } from '../../api/client.ts'

export const useEnvironments = () =>
  useQuery({
    queryKey: ['environments'],
    queryFn: ({ signal }) => api.get<EnvironmentList>('environments', { signal }),
  })
