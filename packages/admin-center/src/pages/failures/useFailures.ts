import { useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  Failure,
  FailureRefs,
  Failures,
  FailuresRetried,
} from '@trackmark/dataverse/admin-api'
import { api, type QueryValue } from '../../api/client.ts'
import { useRows } from '../../api/useRows.ts'
import { useTell } from '../../app/Toasts.tsx'
import { failureText } from '../../components/states.tsx'
import { failures as text } from '../../strings/failures.ts'

const EVERY_MS = 10_000

export const useFailures = (query: Readonly<Record<string, QueryValue>>) =>
  useRows<Failures>({ path: 'failures', query, refreshMs: EVERY_MS })

/** Has failures tried at once. */
export function useRetry() {
  const client = useQueryClient()
  const tell = useTell()
  return useMutation({
    mutationFn: (failures: readonly Failure[]) => {
      const wish: FailureRefs = {
        failures: failures.map(({ source, mailboxId, id }) => ({ source, mailboxId, id })),
      }
      return api.post<FailuresRetried>('failures/retry', wish)
    },
    onSuccess: async ({ retried }) => {
      tell('success', text.tried(retried))
      await client.invalidateQueries({ queryKey: ['failures'] })
    },
    onError: (error) => tell('error', failureText(error)),
  })
}
