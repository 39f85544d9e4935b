import { useQuery } from '@tanstack/react-query'
import type { AccountsAnswer } from '@trackmark/admin-api'
import { api } from '../../api/client.ts'

/** As much of a token as is shown of it. */
export interface TokenRecord {
  readonly tokenId: string
  readonly name: string
  readonly userName: string | null
  readonly role: string
  readonly lastUsedOn: string | null
  readonly expiresOn: string | null
  readonly isExpired: boolean
}

export const useAccounts = () =>
  useQuery({
    queryKey: ['accounts'],
    queryFn: async ({ signal }) => (await api.get<AccountsAnswer>('accounts', { signal })).accounts,
  })

export const useTokens = () =>
  useQuery({
    queryKey: ['tokens'],
    queryFn: async ({ signal }) =>
      (await api.get<{ readonly tokens: readonly TokenRecord[] }>('tokens', { signal })).tokens,
  })
