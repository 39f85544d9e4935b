import type { ColumnValue } from '@trackmark/core'
import { columnByWebApiName, ERROR_CODES, type Table } from '@trackmark/dataverse'
import { badRequest } from '@trackmark/http'
import { parseReference, type ReferenceScope } from '../request/reference.ts'
import { checkedValue, unknownProperty, wrongValue } from './value.ts'

/**
 * Reads the body of a PATCH and checks each value against its column. Nothing is written when one is wrong.
 * @throws ApiError 400 that names the property and what it must be
 */
export function organizationColumns(
  table: Table,
  body: unknown,
  scope: ReferenceScope,
): Readonly<Record<string, ColumnValue>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The body must be a JSON object of columns and values.')
  }
  const columns: Record<string, ColumnValue> = {}
  for (const [name, value] of Object.entries(body)) {
    // Clients may send the annotations of a row that they read (OData 4.0 JSON format, 4.5).
    if (name.startsWith('@') || /@(?!odata\.bind$)/.test(name)) continue
    if (name === 'orgdborgsettings') columns[name] = settingsText(value)
    else {
      const [column, written] = columnWrite(table, name, value, scope)
      columns[column] = written
    }
  }
  return columns
}

function settingsText(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value
  throw wrongValue('orgdborgsettings', 'a text holding XML, or an empty text to clear all')
}

function columnWrite(
  table: Table,
  name: string,
  value: unknown,
  scope: ReferenceScope,
): readonly [column: string, value: ColumnValue] {
  const bound = /^(.*)@odata\.bind$/.exec(name)?.[1]
  const column =
    bound === undefined
      ? columnByWebApiName(table, name)
      : table.columns.find((one) => one.logicalName === bound && one.targets.length > 0)
  if (column?.physical == null || column.secret) throw unknownProperty(table, name)
  const { logicalName } = column
  if (column.readOnly) throw badRequest(`${name} is read-only.`, ERROR_CODES.invalidArgument)
  if (bound !== undefined) {
    if (value === null) return [logicalName, null]
    const { table: target, key } = parseReference(scope, logicalName, value)
    if (key.kind === 'id' && column.targets.includes(target.logicalName)) {
      return [logicalName, key.id]
    }
    throw wrongValue(logicalName, `bound to a row, as in /emailserverprofiles(<guid>)`)
  }
  if (column.targets.length > 0 && value !== null) {
    throw wrongValue(name, `set through ${logicalName}@odata.bind`)
  }
  return [logicalName, column.targets.length > 0 ? null : checkedValue(table, column, value)]
}
