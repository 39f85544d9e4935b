import { tableByTypeCode } from '../catalogue/catalogue.ts'
import type { Column } from '../catalogue/types.ts'
import { parseInstant } from '../odata/instant.ts'
import { edmType } from '../odata/literal.ts'
import type { QueryValue } from '../odata/types.ts'
import { quoteShort } from '../settings/value.ts'
import { FetchFault } from './fault.ts'
import type { XmlAttribute } from './xml.ts'

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i
const WHOLE = /^[+-]?\d{1,40}$/
const FRACTION = /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})(e[+-]?\d{1,3})?$/i
const DATE_AND_TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?)$/i

/** A text of the document as a value of a column. @throws FetchFault */
export function valueFor(column: Column, { text, at }: XmlAttribute): QueryValue {
  const value = readValue(column, text)
  if (value !== null) return value
  throw new FetchFault(
    `${quoteShort(text)} is no value of '${column.logicalName}', which is ${hint(column)}.`,
    at,
  )
}

function readValue(column: Column, text: string): QueryValue | null {
  switch (edmType(column)) {
    case 'Edm.String':
      return { kind: 'string', value: stringOf(column, text) }
    case 'Edm.Guid': {
      const value = GUID.exec(text.trim())?.[1]
      return value === undefined ? null : { kind: 'guid', value: value.toLowerCase() }
    }
    case 'Edm.Boolean': {
      const value = booleanOf(text)
      return value === null ? null : { kind: 'boolean', value }
    }
    case 'Edm.DateTimeOffset': {
      const value = instantOf(text)
      return value === null ? null : { kind: 'datetime', value }
    }
    case 'Edm.Int32':
      return wholeOf(text, 31, (value) => ({ kind: 'number', value: Number(value) }))
    case 'Edm.Int64':
      return wholeOf(text, 63, (value) => ({ kind: 'bigint', value }))
    case 'Edm.Decimal':
    case 'Edm.Double': {
      const value = FRACTION.test(text.trim()) ? Number(text) + 0 : Number.NaN
      return Number.isFinite(value) ? { kind: 'number', value } : null
    }
    case null:
      return null
  }
}

/** Columns that hold the name of a table are compared with its type code as well. */
function stringOf(column: Column, text: string): string {
  if (column.type !== 'entityname' || !/^\d{1,9}$/.test(text)) return text
  return tableByTypeCode(Number(text))?.logicalName ?? text
}

function booleanOf(text: string): boolean | null {
  const lower = text.trim().toLowerCase()
  if (lower === 'true' || lower === '1') return true
  return lower === 'false' || lower === '0' ? false : null
}

/** A time without an offset is one in UTC, the time zone of every user here. */
export function instantOf(text: string): string | null {
  const trimmed = text.trim()
  const local = DATE_AND_TIME.exec(trimmed)
  return parseInstant(local === null ? trimmed : `${local[1]}T${local[2]}Z`)
}

function wholeOf(
  text: string,
  bits: number,
  make: (value: bigint) => QueryValue,
): QueryValue | null {
  const trimmed = text.trim()
  if (!WHOLE.test(trimmed)) return null
  const value = BigInt(trimmed.replace(/^\+/, ''))
  const max = 2n ** BigInt(bits) - 1n
  return value > max || value < -max - 1n ? null : make(value)
}

function hint(column: Column): string {
  switch (edmType(column)) {
    case 'Edm.Guid':
      return 'a GUID'
    case 'Edm.Boolean':
      return 'true, false, 1 or 0'
    case 'Edm.DateTimeOffset':
      return 'a date or an instant (2026-01-31 or 2026-01-31T08:00:00Z)'
    case 'Edm.Decimal':
    case 'Edm.Double':
      return 'a number'
    default:
      return 'a whole number'
  }
}
