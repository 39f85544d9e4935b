import {
  booleanLabels,
  type Column,
  displayName,
  navigationProperties,
  type Table,
} from '@trackmark/dataverse'
import type { ApiRow, CellValue } from '@trackmark/store'
import { columnType, rowControls, rowLinks } from '../request/metadata-level.ts'
import { wantsAnnotation } from '../request/prefer.ts'

export const FORMATTED = 'OData.Community.Display.V1.FormattedValue'
export const LOOKUP_TYPE = 'Microsoft.Dynamics.CRM.lookuplogicalname'
export const NAVIGATION = 'Microsoft.Dynamics.CRM.associatednavigationproperty'

export interface Formatting {
  /** Root of the Web API for `odata.metadata=full`; else null. */
  readonly fullRoot: string | null
  /** The `include-annotations` preference. */
  readonly annotations: string | null
  /** Primary names of the rows lookups point to, by `table/id`. */
  readonly names: ReadonlyMap<string, string>
}

export const nameKey = (table: string, id: string): string => `${table}/${id}`

/** The properties of one row, with the annotations that were asked for. */
export function rowProperties(
  table: Table,
  columns: readonly Column[],
  row: ApiRow,
  formatting: Formatting,
): Record<string, unknown> {
  const { fullRoot } = formatting
  const properties: Record<string, unknown> = {
    ...(fullRoot === null ? {} : rowControls(fullRoot, table, row.id)),
    '@odata.etag': etag(row.version),
  }
  const withFormatted = wantsAnnotation(formatting.annotations, FORMATTED)
  const withNavigation = wantsAnnotation(formatting.annotations, NAVIGATION)
  const withType = wantsAnnotation(formatting.annotations, LOOKUP_TYPE)
  for (const column of columns) {
    const value = row.values[column.logicalName] ?? null
    const name = column.webApiName
    const type = row.lookupTypes[column.logicalName]
    const formatted = withFormatted ? formattedValue(column, value, type, formatting.names) : null
    if (formatted !== null) properties[`${name}@${FORMATTED}`] = formatted
    const navigation =
      withNavigation && type !== undefined ? navigationOf(table, column, type) : undefined
    if (navigation !== undefined) properties[`${name}@${NAVIGATION}`] = navigation
    if (withType && type !== undefined) properties[`${name}@${LOOKUP_TYPE}`] = type
    const typeAnnotation = fullRoot === null || value === null ? null : columnType(column)
    if (typeAnnotation !== null) properties[`${name}@odata.type`] = typeAnnotation
    properties[name] = wireValue(column, value)
  }
  if (fullRoot !== null) Object.assign(properties, rowLinks(fullRoot, table, row.id))
  return properties
}

/** The property that leads from a lookup to the table it points to. */
export const navigationOf = (table: Table, column: Column, target: string): string | undefined =>
  navigationProperties(table).find(
    (one) => one.kind === 'single' && one.column === column && one.target === target,
  )?.name

export const etag = (version: string): string => `W/"${version}"`

/** Whole seconds are written without a fraction and 64-bit numbers as JSON numbers, as in Dataverse. */
export function wireValue(column: Column, value: CellValue): CellValue {
  if (typeof value !== 'string') return value
  if (column.type === 'datetime') return value.replace('.000Z', 'Z')
  return column.type === 'bigint' ? Number(value) : value
}

const numbers = new Intl.NumberFormat('en-US')
const doubles = new Intl.NumberFormat('en-US', { maximumFractionDigits: 5 })
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

/**
 * Formats `9/6/2026 5:31 PM` or `9/6/2026`, as Dataverse does for US English, with plain spaces. The formats of
 * `Intl` have a comma and a narrow space, which clients can't parse.
 * @param iso in UTC
 */
function formattedInstant(iso: string, dateOnly = false): string {
  const [, year, month, day, hour, minute] = /^\+?(\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(iso)!
  if (dateOnly) return `${Number(month)}/${Number(day)}/${Number(year)}`
  const hours = Number(hour)
  const half = hours < 12 ? 'AM' : 'PM'
  return `${Number(month)}/${Number(day)}/${Number(year)} ${hours % 12 || 12}:${minute} ${half}`
}

export function formattedValue(
  column: Column,
  value: CellValue,
  lookupType: string | undefined,
  names: ReadonlyMap<string, string>,
): string | null {
  if (value === null) return null
  if (column.optionSet !== null) {
    return column.optionSet.options.find((option) => option.value === value)?.label ?? null
  }
  if (lookupType !== undefined) return names.get(nameKey(lookupType, String(value))) ?? null
  if (column.type === 'boolean') return booleanLabels(column)[Number(value)]!
  if (column.type === 'datetime') return formattedInstant(String(value), column.dateOnly)
  if (column.type === 'entityname') return displayName(String(value))
  if (column.type === 'money') return money.format(Number(value))
  if (column.type === 'double') return doubles.format(Number(value))
  const isNumber = ['integer', 'bigint', 'decimal'].includes(column.type)
  return isNumber ? numbers.format(Number(value)) : null
}
