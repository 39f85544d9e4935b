export {
  type Page,
  readNames,
  readPage,
  readRelated,
  readRow,
  SkipTokenError,
} from './read-rows.ts'
export type { ApiRow, CellValue } from './row.ts'
export type { RunSql } from './sql.ts'
