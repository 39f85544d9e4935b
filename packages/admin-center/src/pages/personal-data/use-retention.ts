import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RetentionSettings } from '@trackmark/admin-api'
import { api, apiUrl } from '../../api/client.ts'

const KEY = ['retention']

export const useRetention = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<RetentionSettings>('retention', { signal }),
  })

export function useSaveRetention() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (changes: Partial<RetentionSettings>) =>
      api.patch<RetentionSettings>('retention', changes),
    onSuccess: (stored) => client.setQueryData(KEY, stored),
  })
}

/** All that is kept of a person, one JSON object a line; each fetch is in the audit. */
export const exportUrl = (address: string): string =>
  apiUrl(`people/${encodeURIComponent(address.trim())}`).href
