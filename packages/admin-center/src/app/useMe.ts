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

const FOR_ADMINISTRATORS = /^\/(audit|access)(\/|$)/
const NOT_FOR_OWNERS = /^\/(monitoring|settings|environments)(\/|$)/

/** Whether the role includes a page; the server decides about what it shows. @param path such as `/audit` */
export const mayOpen = (me: Me, path: string): boolean =>
  FOR_ADMINISTRATORS.test(path)
    ? isAdministrator(me)
    : !(NOT_FOR_OWNERS.test(path) && isOwnerOnly(me))

/** Sees one mailbox: their own. */
export const isOwnerOnly = (me: Me): boolean =>
  me.roles.length > 0 && me.roles.every((role) => role === 'Mailbox Owner')
