import type { Column, Table } from '@trackmark/dataverse'
import { columnName, quoteName } from './sql.ts'

/** Instants as ISO text in UTC, 64-bit numbers as text, decimals as numbers. */
export type CellValue = string | number | boolean | null

export interface ApiRow {
  readonly id: string
  /** For `@odata.etag`. */
  readonly version: string
  /** By logical name; exactly the columns asked for. */
  readonly values: Readonly<Record<string, CellValue>>
  /** By logical name of a lookup: the table its row is in. Absent where the lookup is empty. */
  readonly lookupTypes: Readonly<Record<string, string>>
}

/** The columns of a table that a query may return: stored ones that aren't secret. */
export const answerable = (table: Table): readonly Column[] =>
  table.columns.filter((column) => column.physical !== null && !column.secret)

/**
 * A select list. Aliases are by position, so that they can't collide with names of the catalogue.
 * @param table its primary key is left out, since it is read as the row's identity
 */
export function selectList(columns: readonly Column[], table?: Table): string {
  return columns
    .flatMap((column, index) => {
      if (column.logicalName === table?.primaryId) return []
      const value = `${columnName(column)}${column.type === 'bigint' ? '::text' : ''} as c${index}`
      const type = column.physicalType && `t.${quoteName(column.physicalType)} as y${index}`
      return type ? [value, type] : [value]
    })
    .join(', ')
}

export function toApiRow(
  columns: readonly Column[],
  raw: Readonly<Record<string, unknown>>,
  table?: Table,
): ApiRow {
  const values: Record<string, CellValue> = {}
  const lookupTypes: Record<string, string> = {}
  for (const [index, column] of columns.entries()) {
    const isPrimary = column.logicalName === table?.primaryId
    const value = cell(column, isPrimary ? raw.pk : raw[`c${index}`])
    values[column.logicalName] = value
    const isLookup = column.targets.length > 0
    if (!isLookup || value === null) continue
    const type = column.physicalType ? raw[`y${index}`] : column.targets[0]
    if (typeof type === 'string') lookupTypes[column.logicalName] = type
  }
  return { id: String(raw.pk), version: String(raw.version), values, lookupTypes }
}

export function cell(column: Column, value: unknown): CellValue {
  if (value === null || value === undefined) return null
  if (column.type === 'datetime') return new Date(Number(value)).toISOString()
  if (column.type === 'decimal' || column.type === 'money') return Number(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return String(value)
}
