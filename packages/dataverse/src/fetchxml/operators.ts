import type { Column } from '../catalogue/types.ts'
import { edmType } from '../odata/literal.ts'
import type {
  ComparisonOperator,
  FilterExpression,
  QueryFunction,
  QueryValue,
  TextFunction,
} from '../odata/types.ts'
import { quoteShort } from '../settings/value.ts'
import { FetchFault } from './fault.ts'
import { fiscalExpression } from './fiscal.ts'
import { likeFilter } from './like.ts'
import type { FetchFilter, Scope } from './types.ts'
import { instantOf, valueFor } from './value.ts'
import type { XmlAttribute } from './xml.ts'

/** One `<condition>`, its column found. */
export interface Condition {
  readonly operator: string
  readonly operatorAt: number
  readonly scope: Scope
  readonly column: Column
  readonly values: readonly XmlAttribute[]
  readonly now: number
}

type Build = (condition: Condition) => FilterExpression

export const COMPARISONS: Readonly<Record<string, ComparisonOperator>> = {
  eq: 'eq',
  ne: 'ne',
  neq: 'ne',
  gt: 'gt',
  ge: 'ge',
  lt: 'lt',
  le: 'le',
}

const TEXTS: Readonly<Record<string, readonly [function: TextFunction, negated: boolean]>> = {
  'begins-with': ['startswith', false],
  'not-begin-with': ['startswith', true],
  'ends-with': ['endswith', false],
  'not-end-with': ['endswith', true],
}

const DAYS: Readonly<Record<string, QueryFunction>> = {
  on: 'On',
  'on-or-after': 'OnOrAfter',
  'on-or-before': 'OnOrBefore',
}

const CALENDAR: Readonly<Record<string, QueryFunction>> = {
  yesterday: 'Yesterday',
  today: 'Today',
  tomorrow: 'Tomorrow',
  'last-seven-days': 'Last7Days',
  'next-seven-days': 'Next7Days',
  'last-week': 'LastWeek',
  'this-week': 'ThisWeek',
  'next-week': 'NextWeek',
  'last-month': 'LastMonth',
  'this-month': 'ThisMonth',
  'next-month': 'NextMonth',
  'last-year': 'LastYear',
  'this-year': 'ThisYear',
  'next-year': 'NextYear',
  'last-fiscal-year': 'LastFiscalYear',
  'this-fiscal-year': 'ThisFiscalYear',
  'next-fiscal-year': 'NextFiscalYear',
  'last-fiscal-period': 'LastFiscalPeriod',
  'this-fiscal-period': 'ThisFiscalPeriod',
  'next-fiscal-period': 'NextFiscalPeriod',
}

const COUNTED: Readonly<Record<string, QueryFunction>> = {
  'last-x-hours': 'LastXHours',
  'last-x-days': 'LastXDays',
  'last-x-weeks': 'LastXWeeks',
  'last-x-months': 'LastXMonths',
  'last-x-years': 'LastXYears',
  'next-x-hours': 'NextXHours',
  'next-x-days': 'NextXDays',
  'next-x-weeks': 'NextXWeeks',
  'next-x-months': 'NextXMonths',
  'next-x-years': 'NextXYears',
  'olderthan-x-minutes': 'OlderThanXMinutes',
  'olderthan-x-hours': 'OlderThanXHours',
  'olderthan-x-days': 'OlderThanXDays',
  'olderthan-x-weeks': 'OlderThanXWeeks',
  'olderthan-x-months': 'OlderThanXMonths',
  'olderthan-x-years': 'OlderThanXYears',
  'last-x-fiscal-years': 'LastXFiscalYears',
  'next-x-fiscal-years': 'NextXFiscalYears',
  'last-x-fiscal-periods': 'LastXFiscalPeriods',
  'next-x-fiscal-periods': 'NextXFiscalPeriods',
}

/** Neither teams nor managers are stored here, so no user is in a team or manages anybody. */
const CALLER: Readonly<Record<string, QueryFunction>> = {
  'eq-userid': 'EqualUserId',
  'ne-userid': 'NotEqualUserId',
  'eq-useroruserteams': 'EqualUserId',
  'eq-useroruserhierarchy': 'EqualUserId',
  'eq-useroruserhierarchyandteams': 'EqualUserId',
  'eq-businessid': 'EqualBusinessId',
  'ne-businessid': 'NotEqualBusinessId',
}

const UNSUPPORTED: Readonly<Record<string, string>> = {
  above: 'no table here has a hierarchy',
  'eq-or-above': 'no table here has a hierarchy',
  'eq-or-under': 'no table here has a hierarchy',
  'not-under': 'no table here has a hierarchy',
  under: 'no table here has a hierarchy',
  'eq-userlanguage': 'users have no language here',
  'contain-values': 'no column here holds several choices',
  'not-contain-values': 'no column here holds several choices',
  'in-fiscal-period': "a period is asked for with its year: 'in-fiscal-period-and-year'",
}

/** Maximum number of values of `in`. */
export const VALUES_MAX = 2_000

export function conditionFilter(condition: Condition): FetchFilter {
  const { operator, scope, column } = condition
  if (operator === 'like' || operator === 'not-like') {
    expectText(condition)
    return likeFilter(scope, column, single(condition), operator === 'not-like')
  }
  return { kind: 'condition', scope, expression: builderOf(condition)(condition) }
}

function builderOf(condition: Condition): Build {
  const { operator, operatorAt, column, values } = condition
  if (Object.hasOwn(COMPARISONS, operator)) return compare
  if (Object.hasOwn(TEXTS, operator)) return text
  if (Object.hasOwn(DAYS, operator)) return day
  if (Object.hasOwn(CALENDAR, operator)) return calendar
  if (Object.hasOwn(COUNTED, operator)) return counted
  if (Object.hasOwn(CALLER, operator)) return caller
  if (operator === 'eq-userteams') return never
  if (operator === 'in' || operator === 'not-in') return list
  if (operator === 'between' || operator === 'not-between') return between
  if (operator === 'null' || operator === 'not-null') return presence
  if (operator.includes('fiscal') && operator !== 'in-fiscal-period') {
    expectDate(condition)
    const fiscal = fiscalExpression(operator, column, values, operatorAt)
    if (fiscal !== null) return () => fiscal
  }
  const reason = Object.hasOwn(UNSUPPORTED, operator) ? `: ${UNSUPPORTED[operator]}` : ''
  const what = reason === '' ? 'is no operator' : "isn't supported"
  throw new FetchFault(`${quoteShort(operator)} ${what}${reason}.`, operatorAt)
}

function compare(condition: Condition): FilterExpression {
  const { column, operator } = condition
  const comparison = COMPARISONS[operator]!
  expectOrder(condition, comparison)
  const value = valueFor(column, single(condition))
  return { kind: 'compare', column, operator: comparison, value }
}

function text(condition: Condition): FilterExpression {
  expectText(condition)
  const [name, negated] = TEXTS[condition.operator]!
  const { column } = condition
  const item: FilterExpression = {
    kind: 'text',
    column,
    function: name,
    value: single(condition).text,
  }
  return negated ? { kind: 'not', item } : item
}

function day(condition: Condition): FilterExpression {
  expectDate(condition)
  const { text, at } = single(condition)
  const value = instantOf(text)
  if (value === null) {
    throw new FetchFault(`${quoteShort(text)} is no date (2026-01-31) and no instant.`, at)
  }
  return calledFunction(condition, DAYS[condition.operator]!, [{ kind: 'datetime', value }])
}

function calendar(condition: Condition): FilterExpression {
  expectDate(condition)
  return calledFunction(condition, CALENDAR[condition.operator]!, [])
}

function counted(condition: Condition): FilterExpression {
  expectDate(condition)
  const { text, at } = single(condition)
  const value = /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : 0
  if (value < 1 || value > 2_147_483_647) {
    throw new FetchFault(`A whole number from 1 is expected, not ${quoteShort(text)}.`, at)
  }
  return calledFunction(condition, COUNTED[condition.operator]!, [{ kind: 'number', value }])
}

function caller(condition: Condition): FilterExpression {
  expectGuid(condition)
  return calledFunction(condition, CALLER[condition.operator]!, [])
}

function never(condition: Condition): FilterExpression {
  expectGuid(condition)
  return { kind: 'in', column: condition.column, values: [] }
}

function list(condition: Condition): FilterExpression {
  const { column, operator, values, operatorAt } = condition
  if (values.length === 0) throw new FetchFault(`'${operator}' needs a <value>.`, operatorAt)
  if (values.length > VALUES_MAX) {
    throw new FetchFault(`'${operator}' takes ${VALUES_MAX} values at most.`, operatorAt)
  }
  const item: FilterExpression = {
    kind: 'in',
    column,
    values: values.map((value) => valueFor(column, value)),
  }
  return operator === 'in' ? item : { kind: 'not', item }
}

function between(condition: Condition): FilterExpression {
  expectOrder(condition, 'ge')
  expectCount(condition, 2)
  const { column, values, operator } = condition
  const bounds = values.map((value) => valueFor(column, value))
  return calledFunction(condition, operator === 'between' ? 'Between' : 'NotBetween', bounds)
}

/** Query designers leave the value of an earlier operator in the condition. It is ignored here. */
function presence(condition: Condition): FilterExpression {
  const operator = condition.operator === 'null' ? 'eq' : 'ne'
  return { kind: 'compare', column: condition.column, operator, value: { kind: 'null' } }
}

const calledFunction = (
  { column }: Condition,
  name: QueryFunction,
  values: readonly QueryValue[],
): FilterExpression => ({ kind: 'function', function: name, column, values })

function single(condition: Condition): XmlAttribute {
  expectCount(condition, 1)
  return condition.values[0]!
}

function expectCount({ operator, operatorAt, values }: Condition, count: number): void {
  if (values.length === count) return
  const wanted = count === 1 ? 'one value' : `${count} <value> elements`
  throw new FetchFault(`'${operator}' takes ${wanted}; there are ${values.length}.`, operatorAt)
}

const expectText = (condition: Condition): void =>
  expectType(condition, edmType(condition.column) === 'Edm.String', 'texts')

const expectDate = (condition: Condition): void =>
  expectType(condition, condition.column.type === 'datetime', 'dates')

const expectGuid = (condition: Condition): void =>
  expectType(condition, edmType(condition.column) === 'Edm.Guid', 'lookups and ids')

function expectOrder(condition: Condition, operator: ComparisonOperator): void {
  const type = edmType(condition.column)
  const hasOrder = type !== 'Edm.Guid' && type !== 'Edm.Boolean'
  expectType(condition, hasOrder || operator === 'eq' || operator === 'ne', 'what has an order')
}

function expectType(condition: Condition, holds: boolean, what: string): void {
  if (holds) return
  const { operator, operatorAt, column } = condition
  throw new FetchFault(
    `'${operator}' works on ${what}; '${column.logicalName}' is ${edmType(column)}.`,
    operatorAt,
  )
}
