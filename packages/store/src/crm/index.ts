export {
  addBulkDelete,
  type BulkDeleteJob,
  claimBulkDelete,
  endBulkDelete,
  nextToDelete,
  noteProgress,
  postponeBulkDelete,
} from './bulk-delete.ts'
export { AnswerTooLargeError, ByteBudget } from './bytes.ts'
export { QueryCostError } from './cost.ts'
export { countTable, rootBusinessUnitId, trackedFolders } from './directory.ts'
export { AggregateLimitError } from './fetch-aggregate.ts'
export {
  countFetch,
  type FetchCell,
  type FetchPage,
  FetchPagingError,
  type FetchRow,
  readFetch,
} from './fetch-rows.ts'
export { type Members, readMembers, readTargets } from './read-related.ts'
export {
  countRows,
  type Page,
  type PageRequest,
  type Reader,
  type RowReader,
  readNames,
  readPage,
  readRow,
  SkipTokenError,
} from './read-rows.ts'
export type { ApiRow, CellValue } from './row.ts'
export { rowsByKey } from './row-keys.ts'
export { memberCondition } from './scope.ts'
export { EVERYTHING } from './visible.ts'
export {
  insertRow,
  lockForLookup,
  lockKey,
  lockRow,
  mayChange,
  type RowReference,
  updateRow,
  type Writer,
  type WriteValue,
} from './write.ts'
export { countAttachments } from './write-attachments.ts'
export { markChanged } from './write-changes.ts'
export { type DeleteRefusal, deleteRow } from './write-delete.ts'
export { type PartyInput, replaceParties, setOwnerParty } from './write-parties.ts'
