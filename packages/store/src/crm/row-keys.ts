import { type Column, columnByLogicalName, type Table } from '@trackmark/dataverse'
import type { RowReader } from './read-rows.ts'
import { columnName, columnSqlType, isText, Parameters } from './sql.ts'
import { visibleTable } from './visible.ts'

/**
 * Ids of the rows that have these values, two at most, since a key that several rows share identifies none.
 * Rows that the caller doesn't see are left out. Texts are compared without case.
 */
export async function rowsByKey(
  { run, organizationId, context }: RowReader,
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
    `select ${primary}::text as id from ${visibleTable(table, context, parameters)} t
     where ${conditions.join(' and ')} limit 2`,
    parameters.values,
  )
  return rows.map((row) => String(row.id))
}
