import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api, type QueryValue } from './client.ts'

interface Paged {
  readonly next: string | null
}

interface RowsRequest {
  readonly path: string
  readonly query: Readonly<Record<string, QueryValue>>
  /** Asked again after this long, as long as only the first page is there. */
  readonly refreshMs?: number
}

/**
 * A list of the server, page by page, as it is scrolled. Its key is `[path, query]`: invalidate by
 * the path.
 */
export const useRows = <Page extends Paged>({ path, query, refreshMs }: RowsRequest) =>
  useInfiniteQuery({
    queryKey: [path, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page>(path, { query: { ...query, after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    // More pages would be asked for one after another, each time.
    refetchInterval: ({ state }): number | false =>
      refreshMs === undefined || (state.data?.pages.length ?? 0) > 1 ? false : refreshMs,
  })
