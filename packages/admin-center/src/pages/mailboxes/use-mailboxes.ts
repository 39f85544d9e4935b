import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  MailboxAction,
  MailboxActionResult,
  MailboxDetail,
  MailboxErrors,
  MailboxList,
  MailboxSync,
  MailboxTest,
  MailboxTestSummary,
  ServerProfileList,
} from '@trackmark/admin-api'
import { api } from '../../api/client.ts'
import { useRows } from '../../api/use-rows.ts'
import { filterOf, type MailboxSearch, sortOf } from './view-model.ts'

const REFRESH_MS = 5_000
const ERRORS_REFRESH_MS = 15_000
const PAGE = 100

export const useMailboxes = (search: MailboxSearch) => {
  const { by, direction } = sortOf(search)
  return useRows<MailboxList>({
    path: 'mailboxes',
    query: { ...filterOf(search), sort: by, direction, limit: PAGE },
    refreshMs: REFRESH_MS,
  })
}

/** The kinds of errors there are among the mailboxes. */
export const useMailboxErrors = () =>
  useQuery({
    // Below the list's key, so that what reads the list anew reads these too.
    queryKey: ['mailboxes', 'errors'],
    queryFn: ({ signal }) => api.get<MailboxErrors>('mailboxes/errors', { signal }),
    refetchInterval: ERRORS_REFRESH_MS,
  })

/** Carries out a command on mailboxes; lists and forms are read again. */
export function useMailboxAction() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (action: MailboxAction) =>
      api.post<MailboxActionResult>('mailboxes/actions', action),
    onSettled: () => {
      // Not waited for: of a list that was scrolled far, every page is read again, one after another.
      void queries.invalidateQueries({ queryKey: ['mailboxes'] })
      return Promise.all(
        ['mailbox', 'status'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      )
    },
  })
}

const TEST_MS = 500

/** A test that was asked for, again and again until it is done. @param askedAt tells it from earlier ones */
export const useMailboxTest = (id: string, askedAt: number) =>
  useQuery({
    queryKey: ['mailbox', id, 'test', askedAt],
    queryFn: ({ signal }) => api.get<MailboxTest | null>(`mailboxes/${id}/test`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : TEST_MS),
  })

/** How the tests of many stand, again and again until none waits. @param since when they were asked for */
export const useTestSummary = (since: string) =>
  useQuery({
    queryKey: ['mailboxes', 'tests', since],
    queryFn: ({ signal }) =>
      api.get<MailboxTestSummary>('mailboxes/tests', { query: { since }, signal }),
    refetchInterval: ({ state }) => (state.data?.waiting === 0 ? false : 2 * TEST_MS),
  })

/** Server profiles to choose from, the first 500 by name. @param isWanted not everybody sees them */
export const useProfileChoices = (isWanted = true) =>
  useQuery({
    queryKey: ['profiles', 'choices'],
    queryFn: ({ signal }) =>
      api.get<ServerProfileList>('profiles', { query: { limit: 500 }, signal }),
    enabled: isWanted,
    staleTime: 60_000,
  })

export function useAddMailbox() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Readonly<Record<string, string>>) =>
      api.post<MailboxDetail>('mailboxes', body),
    onSuccess: () =>
      Promise.all(
        ['mailboxes', 'status'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  })
}

/** What a mailbox's owner may do. */
export function useSyncNow(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<MailboxSync>(`mailboxes/${id}/sync`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mailbox', id] }),
  })
}
