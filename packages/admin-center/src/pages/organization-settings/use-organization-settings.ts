import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OrganizationSettingList } from '@trackmark/admin-api'
import { api } from '../../api/client.ts'

export const useOrganizationSettings = () =>
  useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.get<OrganizationSettingList>('settings', { signal }),
  })

/** Sets a value, or with null takes it out, so that the default holds again. */
export function useWriteSetting() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ name, value }: { name: string; value: boolean | number | string | null }) =>
      value === null
        ? api.delete<unknown>(`settings/${name}`)
        : api.patch<unknown>('settings', { [name]: value }),
    onSuccess: () => {
      for (const key of ['settings', 'email-settings', 'category', 'me', 'status']) {
        void client.invalidateQueries({ queryKey: [key] })
      }
    },
  })
}
