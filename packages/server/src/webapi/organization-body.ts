import type { ColumnValue } from '@trackmark/core'
import { type Column, columnByWebApiName, ERROR_CODES, type Table } from '@trackmark/dataverse'
import { badRequest } from '../http/errors.ts'

/**
 * The body of a PATCH, every value held to its column. Nothing is written when one is wrong.
 * @throws ApiError 400 naming the property and what it must be
 */
export function organizationColumns(
  table: Table,
  body: unknown,
): Readonly<Record<string, ColumnValue>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The body must be a JSON object of columns and values.')
  }
  const columns: Record<string, ColumnValue> = {}
  for (const [name, value] of Object.entries(body)) {
    // Annotations of a row that was read may come back with it (OData 4.0 JSON format, 4.5).
    if (name.startsWith('@') || /@(?!odata\.bind$)/.test(name)) continue
    if (name === 'orgdborgsettings') columns[name] = settingsText(value)
    else {
      const written = columnWrite(table, name, value)
      columns[written.column.logicalName] = written.value
    }
  }
  return columns
}

interface ColumnWrite {
  readonly column: Column
  readonly value: ColumnValue
}

function settingsText(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value
  throw wrongValue('orgdborgsettings', 'a text holding XML, or an empty text to clear all')
}

function columnWrite(table: Table, name: string, value: unknown): ColumnWrite {
  const bound = /^(.*)@odata\.bind$/.exec(name)?.[1]
  const column =
    bound === undefined
      ? columnByWebApiName(table, name)
      : table.columns.find((one) => one.logicalName === bound && one.targets.length > 0)
  if (column?.physical == null || column.secret) {
    throw badRequest(
      `Could not find a property named '${name.slice(0, 80)}' on type 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
    )
  }
  if (column.readOnly) throw badRequest(`${name} is read-only.`, ERROR_CODES.invalidArgument)
  if (bound !== undefined) return { column, value: boundId(column, value) }
  if (column.targets.length > 0 && value !== null) {
    throw wrongValue(name, `set through ${column.logicalName}@odata.bind`)
  }
  return { column, value: columnValue(column, value) }
}

/** `/emailserverprofiles(guid)`, relative or with the service's address before it. */
function boundId(column: Column, value: unknown): string | null {
  if (value === null) return null
  const id = typeof value === 'string' ? /\(([0-9a-f-]{36})\)$/i.exec(value)?.[1] : undefined
  if (id !== undefined && GUID.test(id)) return id.toLowerCase()
  throw wrongValue(column.logicalName, 'bound to a row, as in /emailserverprofiles(<guid>)')
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const INT32_MAX = 2_147_483_647

function columnValue(column: Column, value: unknown): string | number | boolean | null {
  if (value === null) {
    if (column.nullable) return null
    throw wrongValue(column.logicalName, "given a value; it can't be null")
  }
  switch (column.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value
      throw wrongValue(column.logicalName, 'true or false')
    case 'integer':
      if (Number.isInteger(value) && Math.abs(value as number) <= INT32_MAX) return value as number
      throw wrongValue(column.logicalName, `a whole number from -${INT32_MAX} to ${INT32_MAX}`)
    case 'picklist': {
      const options = column.optionSet?.options ?? []
      if (options.some((option) => option.value === value)) return value as number
      const list = options.map((option) => `${option.value} (${option.label})`).join(', ')
      throw wrongValue(column.logicalName, `one of ${list}`)
    }
    case 'string':
    case 'memo':
      return textValue(column, value)
    default:
      throw wrongValue(column.logicalName, "left as it is; this type of column can't be written")
  }
}

function textValue(column: Column, value: unknown): string {
  if (typeof value !== 'string') throw wrongValue(column.logicalName, 'a text')
  if (column.maxLength !== null && value.length > column.maxLength) {
    throw wrongValue(column.logicalName, `at most ${column.maxLength} characters long`)
  }
  if (value.includes('\u0000') || !value.isWellFormed()) {
    throw wrongValue(column.logicalName, 'free of characters no column can hold')
  }
  return value
}

const wrongValue = (name: string, mustBe: string) =>
  badRequest(`${name} must be ${mustBe}.`, ERROR_CODES.invalidArgument)
