import { type Column, columnByLogicalName, sqlType, type Table } from '@trackmark/dataverse'

/** Runs one statement. */
export type RunSql = (
  text: string,
  parameters: readonly unknown[],
) => Promise<readonly Record<string, unknown>[]>

/** Collects the parameters of one statement. Every value of a request is passed this way. */
export class Parameters {
  readonly values: unknown[] = []

  /** @returns the placeholder, cast to the type it is compared as */
  add(value: unknown, type: string): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }
}

/** Quotes a name of the catalogue, since some are keywords of SQL, such as `from` and `interval`. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const tableName = (table: Table): string => `crm.${quoteName(table.logicalName)}`

/**
 * The name of a stored column in a statement.
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
 * A text without case, for every script, to be compared by code point. Plain `lower` goes by the locale of
 * the database, and in the locale "C" it only knows ASCII letters.
 */
export const folded = (expression: string): string =>
  `lower(${expression} collate "und-x-icu") collate "C"`

/**
 * The expression by which a column is compared and ordered. Texts are compared without case and by code
 * point, as the reference evaluator of `dataverse` does, whatever the collation of the database is.
 * @param name of the column as it stands in the statement
 */
export const comparable = (column: Column, name: string = columnName(column)): string =>
  isText(column) ? folded(name) : name
