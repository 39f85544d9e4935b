import { useMutation, useQueryClient } from '@tanstack/react-query'
import type {
  MailboxAction,
  MailboxActionResult,
  MailboxList,
} from '@trackmark/dataverse/admin-api'
import { api } from '../../api/client.ts'
import { useRows } from '../../api/useRows.ts'
import { filterOf, type MailboxSearch, sortOf } from './viewModel.ts'

const REFRESH_MS = 5_000
const PAGE = 100

export const useMailboxes = (search: MailboxSearch) => {
  const { by, direction } = sortOf(search)
  return useRows<MailboxList>({
    path: 'mailboxes',
    query: { ...filterOf(search), sort: by, direction, limit: PAGE },
    refreshMs: REFRESH_MS,
  })
}

/** Carries out a command on mailboxes; lists and forms are read again. */
export function useMailboxAction() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (action: MailboxAction) =>
      api.post<MailboxActionResult>('mailboxes/actions', action),
    onSettled: () =>
      Promise.all(
        ['mailboxes', 'mailbox', 'status'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  })
}
