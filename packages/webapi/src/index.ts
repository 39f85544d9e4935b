export { handleWebApi, type WebApiDeps } from './handler.ts'
export { nestedDatabase } from './write/nested-database.ts'
export { removeRow } from './write/row.ts'
export { requireWritable } from './write/writable.ts'
