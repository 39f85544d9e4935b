import { type Column, ERROR_CODES, parseInstant, type Table } from '@trackmark/dataverse'
import { type ApiError, badRequest } from '@trackmark/http'
import { GUID_IN_KEY } from '../request/row-key.ts'

type CheckedValue = string | number | boolean | null

const INT32_MAX = 2_147_483_647
const MONEY_MAX = 922_337_203_685_477
/** The earliest instant that a Dataverse column can hold. */
const EARLIEST = '1753-01-01T00:00:00.000Z'

/**
 * Checks a value of a body against its column; instants become ISO text, ids lower case.
 * @throws ApiError 400 that names the column and what it must be
 */
export function checkedValue(table: Table, column: Column, value: unknown): CheckedValue {
  const name = column.logicalName
  if (value === null) {
    if (column.nullable) return null
    throw wrongValue(name, "given a value; it can't be null")
  }
  switch (column.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value
      throw wrongValue(name, 'true or false')
    case 'integer':
      return wholeNumber(column, value)
    case 'decimal':
    case 'double':
      if (typeof value === 'number' && Number.isFinite(value)) return value
      throw wrongValue(name, 'a number')
    case 'money':
      // Rounded to hundredths, the precision of the currency.
      if (typeof value === 'number' && Math.abs(value) <= MONEY_MAX) return Number(value.toFixed(2))
      throw wrongValue(name, `a number from -${MONEY_MAX} to ${MONEY_MAX}`)
    case 'picklist':
    case 'state':
    case 'status':
      return optionValue(column, value)
    case 'datetime':
      return instantValue(name, value)
    case 'uniqueidentifier':
      return idValue(name, value)
    case 'string':
    case 'memo':
    case 'entityname':
      return textValue(table, column, value)
    default:
      throw wrongValue(name, "left as it is; this type of column can't be written")
  }
}

function wholeNumber({ logicalName, range }: Column, value: unknown): number {
  const [least, greatest] = range ?? [-INT32_MAX, INT32_MAX]
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= greatest) {
    return value as number
  }
  throw wrongValue(logicalName, `a whole number from ${least} to ${greatest}`)
}

function optionValue(column: Column, value: unknown): number {
  const options = column.optionSet?.options ?? []
  if (options.some((option) => option.value === value)) return value as number
  const list = options.map((option) => `${option.value} (${option.label})`).join(', ')
  throw badRequest(
    `${column.logicalName} must be one of ${list}.`,
    ERROR_CODES.picklistValueOutOfRange,
  )
}

function instantValue(name: string, value: unknown): string {
  const instant = typeof value === 'string' ? parseInstant(value) : null
  if (instant === null) {
    throw wrongValue(name, 'a date or an instant, as 2026-01-31 or 2026-01-31T08:00:00Z')
  }
  if (instant < EARLIEST) throw wrongValue(name, '1753-01-01 or later')
  return instant
}

export function idValue(name: string, value: unknown): string {
  const id = typeof value === 'string' ? GUID_IN_KEY.exec(value)?.[1] : undefined
  if (id !== undefined) return id.toLowerCase()
  throw wrongValue(name, 'a GUID')
}

function textValue(table: Table, column: Column, value: unknown): string {
  const name = column.logicalName
  if (typeof value !== 'string') throw wrongValue(name, 'a text')
  if (column.maxLength !== null && value.length > column.maxLength) {
    throw badRequest(
      `A validation error occurred. The length of the '${name}' attribute of the '${table.logicalName}' entity exceeded the maximum allowed length of '${column.maxLength}'; ${name} must be at most ${column.maxLength} characters long.`,
      ERROR_CODES.stringLengthTooLong,
    )
  }
  if (value.includes('\u0000') || !value.isWellFormed()) {
    throw wrongValue(name, 'free of characters no column can hold')
  }
  return value
}

export const wrongValue = (name: string, mustBe: string): ApiError =>
  badRequest(`${name} must be ${mustBe}.`, ERROR_CODES.invalidArgument)

/** Worded as OData services word it, since clients look for it. */
export const unknownProperty = (table: Table, name: string, hint = ''): ApiError =>
  badRequest(
    `Could not find a property named '${name.slice(0, 80)}' on type 'Microsoft.Dynamics.CRM.${table.logicalName}'.${hint}`,
  )
