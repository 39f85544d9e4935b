export {
  countTable,
  rootBusinessUnitId,
  type TrackedFolder,
  trackedFolders,
} from './directory.ts'
export { AggregateLimitError } from './fetch-aggregate.ts'
export {
  countFetch,
  type FetchCell,
  type FetchPage,
  FetchPagingError,
  type FetchRow,
  readFetch,
} from './fetch-rows.ts'
export { filterSql } from './filter-sql.ts'
export { type Members, type RelatedWish, readMembers, readTargets } from './read-related.ts'
export {
  countRows,
  type Page,
  type PageWish,
  type Reader,
  readNames,
  readPage,
  readRow,
  SkipTokenError,
} from './read-rows.ts'
export type { ApiRow, CellValue } from './row.ts'
export { Scope, Statement } from './scope.ts'
export type { RunSql } from './sql.ts'
