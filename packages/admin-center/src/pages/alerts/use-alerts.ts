import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AlertCounts, AlertGroups, Alerts, AlertsDeleted } from '@trackmark/admin-api'
import { api, type QueryValue } from '../../api/client.ts'
import { useRows } from '../../api/use-rows.ts'
import { useTell } from '../../app/Toasts.tsx'
import { failureText } from '../../components/states.tsx'
import { alerts as text } from '../../strings/alerts.ts'

const EVERY_MS = 10_000

type Query = Readonly<Record<string, QueryValue>>

export const useAlerts = (query: Query) =>
  useRows<Alerts>({ path: 'alerts', query, refreshMs: EVERY_MS })

export const useAlertGroups = (query: Query) =>
  useRows<AlertGroups>({ path: 'alerts/groups', query, refreshMs: EVERY_MS })

export const useAlertCounts = (query: Query) =>
  useQuery({
    queryKey: ['alerts/counts', query],
    queryFn: ({ signal }) => api.get<AlertCounts>('alerts/counts', { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  })

export type Deletion =
  | { readonly alertIds: readonly string[] }
  | { readonly filter: Readonly<Record<string, QueryValue>> }

/** What is done with alerts, told when it is done. */
export function useAlertActions() {
  const client = useQueryClient()
  const tell = useTell()
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        path === 'status' || (typeof path === 'string' && path.startsWith('alerts')),
    })
  const remove = useMutation({
    mutationFn: (chosen: Deletion) => api.post<AlertsDeleted>('alerts/delete', chosen),
    onSuccess: async ({ deleted, kept }) => {
      tell('success', text.deleted(deleted, kept))
      await refresh()
    },
  })
  const answer = useMutation({
    mutationFn: ({ id, answer: word }: { id: string; answer: 'yes' | 'no' }) =>
      api.post(`alerts/${id}/answer`, { answer: word }),
    onSuccess: async () => {
      tell('success', text.bulk.done)
      await refresh()
    },
    onError: (error) => tell('error', failureText(error)),
  })
  return { remove, answer }
}
