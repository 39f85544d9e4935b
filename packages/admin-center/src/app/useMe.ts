import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '@trackmark/dataverse/admin-api'
import { api } from '../api/client.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('me', { signal }),
  staleTime: 60_000,
})

/** Known everywhere below the layout, which waits for it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data

export const isAdministrator = (me: Me): boolean => me.roles.includes('System Administrator')

/** May change settings. */
export const isCustomizer = (me: Me): boolean =>
  isAdministrator(me) || me.roles.includes('System Customizer')

/** Sees one mailbox: their own. */
export const isOwnerOnly = (me: Me): boolean =>
  me.roles.length > 0 && me.roles.every((role) => role === 'Mailbox Owner')
