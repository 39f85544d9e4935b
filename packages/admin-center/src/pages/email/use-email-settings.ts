import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  CategoryImpact,
  CategoryProgress,
  EmailSettings,
  EmailSettingsChange,
  ServerProfileList,
} from '@trackmark/admin-api'
import { ApiFailure, api } from '../../api/client.ts'

const KEY = ['email-settings'] as const

export const useEmailSettings = () =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<EmailSettings>('email-settings', { signal }),
    // A value that changes while somebody edits another would be startling; saving finds out.
    refetchOnWindowFocus: false,
  })

/** Writes over exactly what was read, or fails with 412 and loads what is there now. */
export function useSaveEmailSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ change, etag }: { change: EmailSettingsChange; etag: string }) =>
      api.patch<EmailSettings>('email-settings', change, { headers: { 'If-Match': etag } }),
    onSuccess: (settings) => {
      client.setQueryData(KEY, settings)
      for (const key of ['category', 'me', 'status', 'settings']) {
        void client.invalidateQueries({ queryKey: [key] })
      }
    },
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: KEY })
    },
  })
}

export const isConflict = (error: unknown): boolean =>
  error instanceof ApiFailure && error.status === 412

const BUSY_MS = 700
const IDLE_MS = 5_000

/** Asked for often while the category is on its way. */
export const useCategoryProgress = (limit: number) =>
  useQuery({
    queryKey: ['category', limit],
    queryFn: ({ signal }) => api.get<CategoryProgress>('category', { query: { limit }, signal }),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => {
      const totals = state.data?.totals
      const isBusy = totals !== undefined && totals.waiting + totals.failing > 0
      return isBusy ? BUSY_MS : IDLE_MS
    },
  })

export const useCategoryImpact = (isAsked: boolean) =>
  useQuery({
    queryKey: ['category', 'impact'],
    queryFn: ({ signal }) => api.get<CategoryImpact>('category/impact', { signal }),
    enabled: isAsked,
    staleTime: 0,
  })

export const useActiveProfiles = () =>
  useQuery({
    queryKey: ['profiles', 'active'],
    queryFn: ({ signal }) =>
      api.get<ServerProfileList>('profiles', { query: { state: 'active' }, signal }),
  })
