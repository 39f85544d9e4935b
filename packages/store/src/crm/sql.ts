import { type Column, columnByLogicalName, sqlType, type Table } from '@trackmark/dataverse'

/** Runs one statement. Both drivers of the store have it in this shape. */
export type RunSql = (
  text: string,
  parameters: readonly unknown[],
) => Promise<readonly Record<string, unknown>[]>

/** Collects the parameters of one statement: every value of a request goes through here. */
export class Parameters {
  readonly values: unknown[] = []

  /** @returns the placeholder, cast to the type it is compared as */
  add(value: unknown, type: string): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }
}

/** Names come from the catalogue only; quoted, since `from` and `interval` are words of SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const tableName = (table: Table): string => `crm.${quoteName(table.logicalName)}`

/**
 * A column that rows hold themselves.
 * @param alias of the table in the statement
 * @throws TypeError for party lists, which queries don't name
 */
export function columnName(column: Column, alias = 't'): string {
  if (column.physical === null) throw new TypeError(`${column.logicalName} is no column of its own`)
  return `${alias}.${quoteName(column.physical)}`
}

/** The same by the column's logical name. @throws TypeError where the table has no such column */
export function columnOf(table: Table, logicalName: string, alias = 't'): string {
  const column = columnByLogicalName(table, logicalName)
  if (column !== undefined) return columnName(column, alias)
  throw new TypeError(`${table.logicalName} has no column ${logicalName}`)
}

export const columnSqlType = (column: Column): string => sqlType(column) ?? 'text'

export const isText = (column: Column): boolean => columnSqlType(column) === 'text'

/**
 * Without case, for every script, to be compared by code point: `lower` alone goes by the locale of the database, and in the
 * locale "C" it knows ASCII letters only.
 */
export const folded = (expression: string): string =>
  `lower(${expression} collate "und-x-icu") collate "C"`

/**
 * What a column is compared and ordered by. Texts compare without case and by code point, as the
 * reference evaluator of `dataverse` does, whatever the collation of the database is.
 *
 * @param name of the column as it stands in the statement
 */
export const comparable = (column: Column, name: string = columnName(column)): string =>
  isText(column) ? folded(name) : name
