import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ProfileTest, ServerProfile, ServerProfileList } from '@trackmark/admin-api'
import { api } from '../../api/client.ts'
import type { ProfileQuery } from './view-model.ts'

const PAGE = 100

export const useProfileList = (chosen: ProfileQuery) =>
  useInfiniteQuery({
    queryKey: ['profiles', 'list', chosen],
    queryFn: ({ pageParam, signal }) =>
      api.get<ServerProfileList>('profiles', {
        query: { ...chosen, after: pageParam, limit: PAGE },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })

export const useProfile = (id: string) =>
  useQuery({
    queryKey: ['profiles', 'one', id],
    queryFn: ({ signal }) => api.get<ServerProfile>(`profiles/${id}`, { signal }),
    refetchOnWindowFocus: false,
  })

function useForgetProfiles() {
  const client = useQueryClient()
  return () => {
    for (const key of ['profiles', 'email-settings', 'mailboxes', 'status']) {
      void client.invalidateQueries({ queryKey: [key] })
    }
  }
}

type Created = ServerProfile & { readonly unknownAddresses: readonly string[] }

/** Creates a profile, then mailboxes for the addresses that have none. */
export function useCreateProfile() {
  const forget = useForgetProfiles()
  return useMutation({
    mutationFn: async (body: unknown) => {
      const profile = await api.post<Created>('profiles', body)
      const notAdded: string[] = []
      for (const emailAddress of profile.unknownAddresses) {
        const mailbox = { emailAddress, profile: profile.profileId }
        await api.post('mailboxes', mailbox).catch(() => notAdded.push(emailAddress))
      }
      return { profile, notAdded }
    },
    onSuccess: forget,
  })
}

export function useChangeProfile(id: string) {
  const forget = useForgetProfiles()
  return useMutation({
    mutationFn: ({ body, etag }: { body: unknown; etag: string }) =>
      api.patch<ServerProfile>(`profiles/${id}`, body, { headers: { 'If-Match': etag } }),
    // Also after a conflict: what is there now has to be seen.
    onSettled: forget,
  })
}

export function useDeleteProfile(id: string) {
  const client = useQueryClient()
  const forget = useForgetProfiles()
  return useMutation({
    mutationFn: () => api.delete(`profiles/${id}`),
    onSuccess: () => {
      // The form is still open, and would ask for what is gone.
      client.removeQueries({ queryKey: ['profiles', 'one', id] })
      forget()
    },
  })
}

export function useTestProfile(id: string) {
  const forget = useForgetProfiles()
  return useMutation({
    mutationFn: (mailbox: string) => api.post<ProfileTest>(`profiles/${id}/test`, { mailbox }),
    onSettled: forget,
  })
}
