import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditAnswer } from '@trackmark/admin-api'
import { api } from '../../api/client.ts'
import { type AuditSearch, instantsOf } from './view-model.ts'

export const useAudit = (search: AuditSearch) =>
  useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditAnswer>('audit', {
        query: {
          table: search.table,
          search: search.search,
          ...instantsOf(search),
          after: pageParam,
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
