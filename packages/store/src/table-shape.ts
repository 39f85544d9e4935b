import { type Column, sqlType, tableByLogicalName } from '@trackmark/dataverse'
import type { Row } from './database.ts'
import { iso } from './wire.ts'

export interface Shape {
  readonly table: string
  /** Physical columns with their types, the lookups' type columns among them. */
  readonly columns: ReadonlyMap<string, { readonly sql: string; readonly fallback: unknown }>
}

const shapes = new Map<string, Shape>()

/** The columns of a table, from the catalogue. Rows' own bookkeeping is set apart. */
export function shapeOf(table: string): Shape {
  const known = shapes.get(table)
  if (known !== undefined) return known
  const described = tableByLogicalName(table)
  if (described === undefined) throw new Error(`There is no table ${table}`)
  const columns = new Map<string, { sql: string; fallback: unknown }>()
  for (const column of described.columns) addColumn(columns, column)
  const shape = { table, columns }
  shapes.set(table, shape)
  return shape
}

const BOOKKEEPING = new Set(['versionnumber', 'createdby', 'modifiedby'])

function addColumn(columns: Map<string, { sql: string; fallback: unknown }>, column: Column): void {
  const sql = sqlType(column)
  if (sql === null || column.physical === null || BOOKKEEPING.has(column.logicalName)) return
  columns.set(column.physical, { sql, fallback: column.default })
  if (column.physicalType !== null) {
    columns.set(column.physicalType, { sql: 'text', fallback: null })
  }
}

export const quoted = (name: string): string => `"${name}"`

/** The record definition of `json_to_recordset` for these columns. */
export function definitions(shape: Shape, names: readonly string[]): string {
  return names.map((name) => `${quoted(name)} ${shape.columns.get(name)!.sql}`).join(', ')
}

/** What a row begins with. Columns that begin as null are left out. */
export function defaultsOf(shape: Shape): Row {
  const entries = [...shape.columns].map(([name, { fallback }]) => [name, fallback] as const)
  return Object.fromEntries(entries.filter(([, fallback]) => fallback !== null))
}

/** The columns that any of the rows has, in the table's order. */
export function columnsIn(shape: Shape, rows: readonly object[]): string[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)))
  return [...shape.columns.keys()].filter((name) => used.has(name))
}

/** Instants become timestamps; a column the table doesn't have is a defect of the caller. */
export function wireRow(shape: Shape, values: Readonly<Record<string, unknown>>): Row {
  const row: Row = {}
  for (const [name, value] of Object.entries(values)) {
    const column = shape.columns.get(name)
    if (column === undefined) throw new Error(`${shape.table} has no column ${name}`)
    row[name] = column.sql === 'timestamptz' && typeof value === 'number' ? iso(value) : value
  }
  return row
}
