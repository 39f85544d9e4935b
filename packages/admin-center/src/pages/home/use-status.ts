import { useQuery } from '@tanstack/react-query'
import type { MailboxCondition } from '@trackmark/admin-api'
import { api } from '../../api/client.ts'

/** `GET /api/admin/status`, as much of it as the page shows. */
export interface Status {
  readonly trackCategorizedItems: boolean | null
  readonly mailboxes: Readonly<Record<MailboxCondition, number>>
  readonly items: Readonly<Record<'noted' | 'parked' | 'linked' | 'ended', number>>
  /** Open alerts that wait for an answer. */
  readonly questions: number
  readonly openAlerts: Readonly<Record<'information' | 'warning' | 'error', number>>
  readonly lastSuccessfulSyncOn: string | null
  readonly nextDueOn: string | null
  /** Mailboxes are due, and nobody synchronizes any; null = it goes on. */
  readonly standstill: { readonly since: string; readonly workers: number } | null
}

const EVERY_MS = 5_000

export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => api.get<Status>('status', { signal }),
    refetchInterval: EVERY_MS,
  })
