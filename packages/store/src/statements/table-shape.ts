import { type Column, fittingText, sqlType, tableByLogicalName } from '@trackmark/dataverse'
import type { Row } from '../database/database.ts'
import { iso } from '../database/values.ts'

interface Shape {
  readonly table: string
  /** Physical columns with their types, the lookups' type columns among them. */
  readonly columns: ReadonlyMap<string, PhysicalColumn>
}

interface PhysicalColumn {
  readonly sql: string
  readonly fallback: unknown
  /** The column in the catalogue; null for the type column of a lookup. */
  readonly column: Column | null
}

const shapes = new Map<string, Shape>()

/** The columns of a table, from the catalogue, without bookkeeping columns such as `versionnumber`. */
export function shapeOf(table: string): Shape {
  const known = shapes.get(table)
  if (known !== undefined) return known
  const described = tableByLogicalName(table)
  if (described === undefined) throw new Error(`There is no table ${table}`)
  const columns = new Map<string, PhysicalColumn>()
  for (const column of described.columns) addColumn(columns, column)
  const shape = { table, columns }
  shapes.set(table, shape)
  return shape
}

const BOOKKEEPING = new Set(['versionnumber', 'createdby', 'modifiedby'])

function addColumn(columns: Map<string, PhysicalColumn>, column: Column): void {
  const sql = sqlType(column)
  if (sql === null || column.physical === null || BOOKKEEPING.has(column.logicalName)) return
  columns.set(column.physical, { sql, fallback: column.default, column })
  if (column.physicalType !== null) {
    columns.set(column.physicalType, { sql: 'text', fallback: null, column: null })
  }
}

export const quoted = (name: string): string => `"${name}"`

/** The record definition of `json_to_recordset` for these columns. */
export function definitions(shape: Shape, names: readonly string[]): string {
  return names.map((name) => `${quoted(name)} ${shape.columns.get(name)!.sql}`).join(', ')
}

/** The defaults of a new row, except those that are null. */
export function defaultsOf(shape: Shape): Row {
  const entries = [...shape.columns].map(([name, { fallback }]) => [name, fallback] as const)
  return Object.fromEntries(entries.filter(([, fallback]) => fallback !== null))
}

/** The columns that any of the rows has, in the table's order. */
export function columnsIn(shape: Shape, rows: readonly object[]): string[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)))
  return [...shape.columns.keys()].filter((name) => used.has(name))
}

const INT32_MAX = 2_147_483_647
/** The first instant a Dataverse column can hold. */
const EARLIEST = Date.UTC(1753, 0, 1)

/** Fits a value of an item into a column (AC9, AC10). Instants become timestamps. */
function fitted({ sql, column }: PhysicalColumn, value: unknown): unknown {
  if (typeof value === 'string' && column !== null) return fittingText(column, value)
  if (typeof value !== 'number') return value
  if (sql === 'timestamptz') return value < EARLIEST ? null : iso(value)
  return sql === 'integer' ? Math.max(-INT32_MAX, Math.min(value, INT32_MAX)) : value
}

/** Fits a text into a column. */
export const fittedText = (table: string, name: string, text: string | null): string | null =>
  text === null ? null : (fitted(shapeOf(table).columns.get(name)!, text) as string | null)

/** Fits values into their columns. @throws Error for a column that the table doesn't have */
export function fittedRow(shape: Shape, values: Readonly<Record<string, unknown>>): Row {
  const row: Row = {}
  for (const [name, value] of Object.entries(values)) {
    const column = shape.columns.get(name)
    if (column === undefined) throw new Error(`${shape.table} has no column ${name}`)
    row[name] = fitted(column, value)
  }
  return row
}
