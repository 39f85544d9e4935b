import type { NavigationProperty } from '../catalogue/relationships.ts'
import type { Column } from '../catalogue/types.ts'
import { dateRange } from './date-range.ts'
import type {
  ComparisonOperator,
  DateFunction,
  EvaluationContext,
  FilterExpression,
  Operand,
  OrderByItem,
  QueryValue,
} from './types.ts'

/** A row by logical names; instants as Date or ISO text, 64-bit numbers as bigint, number or text. */
export type Row = Readonly<Record<string, unknown>>

/** The value in the form in which it is compared; null = no value. */
type Comparable = string | number | bigint | null

/** The data that surrounds a row while its condition is evaluated. */
export interface World extends EvaluationContext {
  /** The rows a navigation property leads to, of the same organization; at most one if single. */
  readonly related: (row: Row, navigation: NavigationProperty) => readonly Row[]
}

const NOWHERE: World = { now: 0, userId: null, businessUnitId: null, related: () => [] }

/**
 * Whether a row meets a condition: the reference the SQL is held to. Two-valued, see
 * `FilterExpression`; strings compare without case and by code point.
 *
 * @param world may be left out for conditions on the row alone
 */
export function evaluate(expression: FilterExpression, row: Row, world: World = NOWHERE): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.items.every((item) => evaluate(item, row, world))
    case 'or':
      return expression.items.some((item) => evaluate(item, row, world))
    case 'not':
      return !evaluate(expression.item, row, world)
    case 'lambda':
      return lambdaHolds(expression, row, world)
  }
  const value = operandValue(expression, row, world)
  switch (expression.kind) {
    case 'compare':
      return holds(expression.operator, value, ownValue(expression.value))
    case 'compareColumns':
      return holds(expression.operator, value, operandValue(expression.other, row, world))
    case 'in':
      return expression.values.some((one) => holds('eq', value, ownValue(one)))
    case 'text':
      return textHolds(expression, value)
    case 'function':
      return functionHolds(expression, value, world)
  }
}

type Lambda = Extract<FilterExpression, { readonly kind: 'lambda' }>
type Call = Extract<FilterExpression, { readonly kind: 'function' }>

function lambdaHolds({ quantifier, navigation, filter }: Lambda, row: Row, world: World): boolean {
  const members = world.related(row, navigation)
  const meets = (member: Row): boolean => filter === null || evaluate(filter, member, world)
  return quantifier === 'any' ? members.some(meets) : members.every(meets)
}

function functionHolds(call: Call, value: Comparable, world: World): boolean {
  switch (call.function) {
    case 'Between':
    case 'NotBetween': {
      const [low, high] = call.values.map(ownValue)
      const isBetween = holds('ge', value, low ?? null) && holds('le', value, high ?? null)
      return isBetween === (call.function === 'Between')
    }
    case 'EqualUserId':
      return world.userId !== null && value === world.userId
    case 'NotEqualUserId':
      return world.userId === null || value !== world.userId
    case 'EqualBusinessId':
      return world.businessUnitId !== null && value === world.businessUnitId
    case 'NotEqualBusinessId':
      return world.businessUnitId === null || value !== world.businessUnitId
    default:
      return dateHolds(call.function, call.values, value, world.now)
  }
}

function dateHolds(
  name: DateFunction,
  values: readonly QueryValue[],
  value: Comparable,
  now: number,
): boolean {
  if (typeof value !== 'number') return false
  const { from, to } = dateRange(name, dateArgument(values), now)
  return (from === null || value >= from) && (to === null || value < to)
}

/** The count or the day a date function was given, as `dateRange` takes it. */
export function dateArgument(values: readonly QueryValue[]): number | null {
  const value = values[0] === undefined ? null : ownValue(values[0])
  return value === null ? null : Number(value)
}

/** Of the row itself, or of the one its path leads to. */
function operandValue({ path = [], column }: Operand, row: Row, world: World): Comparable {
  let at: Row | undefined = row
  for (const navigation of path) at = at && world.related(at, navigation)[0]
  return at === undefined ? null : rowValue(column, at)
}

/** Orders two rows as $orderby asks: by the first item they differ in; no value comes first. */
export function compareRows(
  orderBy: readonly OrderByItem[],
  a: Row,
  b: Row,
  world: World = NOWHERE,
): number {
  for (const item of orderBy) {
    const order = compareNullable(operandValue(item, a, world), operandValue(item, b, world))
    if (order !== 0) return item.direction === 'asc' ? order : -order
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
