import { keepPreviousData, useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import type {
  FailedItem,
  FailedItems,
  Failure,
  FailureRefs,
  Failures,
  FailuresRetried,
} from '@trackmark/admin-api'
import { api, type QueryValue } from '../../api/client.ts'
import { useRows } from '../../api/use-rows.ts'
import { useTell } from '../../app/Toasts.tsx'
import { failureText } from '../../components/states.tsx'
import { failures as text } from '../../strings/failures.ts'
import { keyOf } from './view-model.ts'

const EVERY_MS = 10_000

export const useFailures = (query: Readonly<Record<string, QueryValue>>) =>
  useRows<Failures>({ path: 'failures', query, refreshMs: EVERY_MS })

/** As many as the server reads at once. */
const ITEMS_MAX = 50
const ITEMS_STALE_MS = 5 * 60_000

/**
 * What the items of one's own mailbox are about, by their key: read from the mailbox when the page is
 * opened, and again only after a while.
 */
export function useFailedItems(failures: readonly Failure[]): ReadonlyMap<string, FailedItem> {
  const refs = failures
    .filter(({ isOwn }) => isOwn)
    .map(({ source, mailboxId, id }) => ({ source, mailboxId, id }))
  const chunks = Array.from({ length: Math.ceil(refs.length / ITEMS_MAX) }, (_, n) =>
    refs.slice(n * ITEMS_MAX, (n + 1) * ITEMS_MAX),
  )
  return useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ['failed-items', chunk],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        api.post<FailedItems>('failures/items', { failures: chunk }, { signal }),
      staleTime: ITEMS_STALE_MS,
      placeholderData: keepPreviousData,
      retry: false,
    })),
    combine: (answers) =>
      new Map(
        answers.flatMap(({ data }) =>
          (data?.items ?? []).map((item) => [keyOf(item), item] as const),
        ),
      ),
  })
}

/** Has failures tried at once. */
export function useRetry() {
  const client = useQueryClient()
  const tell = useTell()
  return useMutation({
    mutationFn: (failures: readonly Failure[]) => {
      const chosen: FailureRefs = {
        failures: failures.map(({ source, mailboxId, id }) => ({ source, mailboxId, id })),
      }
      return api.post<FailuresRetried>('failures/retry', chosen)
    },
    onSuccess: async ({ retried }) => {
      tell('success', text.tried(retried))
      await client.invalidateQueries({ queryKey: ['failures'] })
    },
    onError: (error) => tell('error', failureText(error)),
  })
}
