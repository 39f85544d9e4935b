import type { Column } from '../catalogue/types.ts'
import type { ComparisonOperator, FilterExpression, OrderByItem, QueryValue } from './types.ts'

/** A row by logical names; instants as Date or ISO text, 64-bit numbers as bigint, number or text. */
export type Row = Readonly<Record<string, unknown>>

/** What two values are compared by; null = no value. */
type Comparable = string | number | bigint | null

/**
 * Whether a row meets a condition: the reference the SQL is held to. Two-valued, see
 * `FilterExpression`; strings compare without case and by code point.
 */
export function evaluate(expression: FilterExpression, row: Row): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.items.every((item) => evaluate(item, row))
    case 'or':
      return expression.items.some((item) => evaluate(item, row))
    case 'not':
      return !evaluate(expression.item, row)
    case 'compare':
      return holds(
        expression.operator,
        rowValue(expression.column, row),
        ownValue(expression.value),
      )
    case 'in':
      return expression.values.some((value) =>
        holds('eq', rowValue(expression.column, row), ownValue(value)),
      )
    case 'text':
      return textHolds(expression, rowValue(expression.column, row))
  }
}

/** Orders two rows as $orderby asks: by the first item they differ in; no value comes first. */
export function compareRows(orderBy: readonly OrderByItem[], a: Row, b: Row): number {
  for (const { column, direction } of orderBy) {
    const order = compareNullable(rowValue(column, a), rowValue(column, b))
    if (order !== 0) return direction === 'asc' ? order : -order
  }
  return 0
}

function holds(operator: ComparisonOperator, left: Comparable, right: Comparable): boolean {
  if (operator === 'eq') return compareNullable(left, right) === 0
  if (operator === 'ne') return compareNullable(left, right) !== 0
  if (left === null || right === null) return false
  const order = compare(left, right)
  if (operator === 'gt') return order > 0
  if (operator === 'ge') return order >= 0
  return operator === 'lt' ? order < 0 : order <= 0
}

function textHolds(
  expression: Extract<FilterExpression, { readonly kind: 'text' }>,
  value: Comparable,
): boolean {
  if (typeof value !== 'string') return false
  const part = expression.value.toLowerCase()
  if (expression.function === 'contains') return value.includes(part)
  return expression.function === 'startswith' ? value.startsWith(part) : value.endsWith(part)
}

function compareNullable(left: Comparable, right: Comparable): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null)
  return compare(left, right)
}

function compare(left: string | number | bigint, right: string | number | bigint): number {
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right)
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** By code point, as PostgreSQL's "C" order has it; `<` on strings goes by UTF-16 unit. */
function compareText(left: string, right: string): number {
  const a = [...left]
  const b = [...right]
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i]!.codePointAt(0) ?? 0) - (b[i]!.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function ownValue(value: QueryValue): Comparable {
  switch (value.kind) {
    case 'null':
      return null
    case 'string':
      return value.value.toLowerCase()
    case 'datetime':
      return Date.parse(value.value)
    case 'boolean':
      return Number(value.value)
    default:
      return value.value
  }
}

function rowValue(column: Column, row: Row): Comparable {
  const value = row[column.logicalName]
  if (value === null || value === undefined) return null
  if (column.type === 'datetime') {
    return value instanceof Date ? value.getTime() : Date.parse(String(value))
  }
  if (column.type === 'bigint') return BigInt(value as bigint)
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' ? value : String(value).toLowerCase()
}
