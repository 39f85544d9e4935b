import { useQuery } from '@tanstack/react-query'
import type {
  MailboxCycles,
  MailboxDetail,
  MailboxFolders,
  MailboxItems,
} from '@trackmark/admin-api'
import { api } from '../../api/client.ts'
import { useRows } from '../../api/use-rows.ts'

const REFRESH_MS = 5_000
/** While a test runs, each step is shown as it comes. */
const TESTING_MS = 1_000

export const useMailbox = (id: string) =>
  useQuery({
    queryKey: ['mailbox', id],
    queryFn: ({ signal }) => api.get<MailboxDetail>(`mailboxes/${id}`, { signal }),
    refetchInterval: ({ state }) => {
      const test = state.data?.test?.state
      return test === 'queued' || test === 'running' ? TESTING_MS : REFRESH_MS
    },
  })

export const useFolders = (id: string) =>
  useQuery({
    queryKey: ['mailbox', id, 'folders'],
    queryFn: ({ signal }) => api.get<MailboxFolders>(`mailboxes/${id}/folders`, { signal }),
  })

export const useCycles = (id: string) =>
  useQuery({
    queryKey: ['mailbox', id, 'cycles'],
    queryFn: ({ signal }) => api.get<MailboxCycles>(`mailboxes/${id}/cycles`, { signal }),
    refetchInterval: REFRESH_MS,
  })

export interface ItemFilter {
  readonly search: string
  readonly state: string
  readonly kind: string
}

export const useItems = (id: string, filter: ItemFilter) =>
  useRows<MailboxItems>({
    path: `mailboxes/${id}/items`,
    query: { ...filter, limit: 100 },
    refreshMs: REFRESH_MS,
  })
