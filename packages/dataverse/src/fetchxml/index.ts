export type { FetchError } from './fault.ts'
export { AGGREGATE_LIMIT_MAX, FETCH_ROWS_MAX, type FetchResult, parseFetch } from './fetch.ts'
export { CONDITIONS_MAX } from './filter.ts'
export { LINKS_MAX } from './scopes.ts'
export type {
  AggregateFunction,
  DateGrouping,
  Fetch,
  FetchFilter,
  FetchLink,
  FetchOrder,
  FetchOutput,
  LikePart,
  LinkKind,
  OutputRole,
  Quantifier,
  ScopedColumn,
} from './types.ts'
export { FETCH_DEPTH_MAX, FETCH_LENGTH_MAX } from './xml.ts'
