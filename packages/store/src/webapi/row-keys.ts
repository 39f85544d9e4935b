import { type Column, columnByLogicalName, type Table } from '@trackmark/dataverse'
import { columnName, columnSqlType, isText, Parameters, type RunSql, tableName } from './sql.ts'

/**
 * Ids of the rows that have these values, two at most: a key that several rows share names none.
 * Texts are compared without case.
 */
export async function rowsByKey(
  run: RunSql,
  organizationId: string,
  table: Table,
  key: readonly { readonly column: Column; readonly value: string | number }[],
): Promise<readonly string[]> {
  const parameters = new Parameters()
  const conditions = [
    `t.organizationid = ${parameters.add(organizationId, 'uuid')}`,
    ...key.map(({ column, value }) => {
      const placeholder = parameters.add(value, columnSqlType(column))
      const name = columnName(column)
      return isText(column) ? `lower(${name}) = lower(${placeholder})` : `${name} = ${placeholder}`
    }),
  ]
  const primary = columnName(columnByLogicalName(table, table.primaryId)!)
  const rows = await run(
    `select ${primary}::text as id from ${tableName(table)} t
     where ${conditions.join(' and ')} limit 2`,
    parameters.values,
  )
  return rows.map((row) => String(row.id))
}
