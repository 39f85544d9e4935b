import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '@trackmark/admin-api'
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

const FOR_ADMINISTRATORS = /^\/(audit|access|personal-data)(\/|$)/
const FOR_CUSTOMIZERS = /^\/(settings|environments)(\/|$)/
const NOT_FOR_OWNERS = /^\/monitoring(\/|$)/

/** Whether the role includes a page; the server decides about what it shows. @param path such as `/audit` */
export function mayOpen(me: Me, path: string): boolean {
  if (FOR_ADMINISTRATORS.test(path)) return isAdministrator(me)
  if (FOR_CUSTOMIZERS.test(path)) return isCustomizer(me)
  return !(NOT_FOR_OWNERS.test(path) && isOwnerOnly(me))
}

/** Sees no mailboxes but their own. */
export const isOwnerOnly = (me: Me): boolean =>
  me.roles.length > 0 && me.roles.every((role) => OWN_ONLY.includes(role))

const OWN_ONLY: readonly string[] = ['Basic User', 'Mailbox Owner']
