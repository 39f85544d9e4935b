import {
  type Column,
  type ComparisonOperator,
  type DateFunction,
  dateArgument,
  dateRange,
  type FilterExpression,
  type QueryValue,
} from '@trackmark/dataverse'
import { likeText } from '../database/values.ts'
import { Scope, targetOf } from './scope.ts'
import { columnSqlType, comparable, folded, isText, type Parameters } from './sql.ts'

type Kind<K extends FilterExpression['kind']> = Extract<FilterExpression, { readonly kind: K }>

/**
 * A condition as SQL. Conditions of all query languages become SQL here and nowhere else. Conditions of OData
 * are true or false, while those of SQL may be unknown as well. So `not` is moved down to the comparisons,
 * where "unknown" can only mean false.
 *
 * @param scope the table the condition is about; it collects the joins that the condition needs
 */
export function filterSql(expression: FilterExpression, scope: Scope, negated = false): string {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const word = (expression.kind === 'and') === negated ? ' or ' : ' and '
      const items = expression.items.map((item) => filterSql(item, scope, negated))
      return `(${items.join(word)})`
    }
    case 'not':
      return filterSql(expression.item, scope, !negated)
    case 'compare':
      return compareSql(expression, scope, negated)
    case 'compareColumns':
      return compareColumnsSql(expression, scope, negated)
    case 'in':
      return inSql(expression, scope, negated)
    case 'text':
      return textSql(expression, scope, negated)
    case 'function':
      return functionSql(expression, scope, negated)
    case 'lambda':
      return lambdaSql(expression, scope, negated)
  }
}

const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  eq: 'ne',
  ne: 'eq',
  gt: 'le',
  ge: 'lt',
  lt: 'ge',
  le: 'gt',
}
const SIGNS = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const

function compareSql(expression: Kind<'compare'>, scope: Scope, negated: boolean): string {
  const { column, value } = expression
  const name = scope.column(expression)
  const operator = negated ? OPPOSITE[expression.operator] : expression.operator
  if (value.kind === 'null') {
    const isOrdered = expression.operator !== 'eq' && expression.operator !== 'ne'
    if (isOrdered) return negated ? 'true' : 'false'
    return `${name} is ${operator === 'eq' ? '' : 'not '}null`
  }
  if (operator === 'eq' || operator === 'ne') {
    const sign = operator === 'eq' ? '=' : 'is distinct from'
    return `${equated(column, name, [value])} ${sign} ${equal(column, value, scope.parameters)}`
  }
  const right = literal(column, value, scope.parameters)
  return orNull(`${comparable(column, name)} ${SIGNS[operator]} ${right}`, name, negated)
}

function compareColumnsSql(
  expression: Kind<'compareColumns'>,
  scope: Scope,
  negated: boolean,
): string {
  const [name, otherName] = [scope.column(expression), scope.column(expression.other)]
  const left = comparable(expression.column, name)
  const right = comparable(expression.other.column, otherName)
  const operator = negated ? OPPOSITE[expression.operator] : expression.operator
  if (operator === 'eq') return `${left} is not distinct from ${right}`
  if (operator === 'ne') return `${left} is distinct from ${right}`
  const comparison = `${left} ${SIGNS[operator]} ${right}`
  return negated ? `(${comparison} or ${name} is null or ${otherName} is null)` : comparison
}

function inSql(expression: Kind<'in'>, scope: Scope, negated: boolean): string {
  const { column } = expression
  const name = scope.column(expression)
  const values = expression.values.filter((value) => value.kind !== 'null')
  const hasNull = values.length < expression.values.length
  const left = equated(column, name, values)
  const isPlain = isIndexed(values)
  const list = values
    .map((value) =>
      isPlain ? equal(column, value, scope.parameters) : literal(column, value, scope.parameters),
    )
    .join(', ')
  if (!negated) {
    const among = values.length === 0 ? 'false' : `${left} in (${list})`
    return hasNull ? `(${among} or ${name} is null)` : among
  }
  const outside = values.length === 0 ? 'true' : `${left} not in (${list})`
  return hasNull ? `(${outside} and ${name} is not null)` : `(${outside} or ${name} is null)`
}

function textSql(expression: Kind<'text'>, scope: Scope, negated: boolean): string {
  const name = scope.column(expression)
  const part = likeText(expression.value)
  const pattern = {
    contains: `%${part}%`,
    startswith: `${part}%`,
    endswith: `%${part}`,
  }[expression.function]
  const placeholder = scope.parameters.add(pattern, 'text')
  const match = `${folded(name)} ${negated ? 'not ' : ''}like ${folded(placeholder)}`
  return orNull(match, name, negated)
}

function functionSql(call: Kind<'function'>, scope: Scope, negated: boolean): string {
  const { userId, businessUnitId } = scope.statement.context
  switch (call.function) {
    case 'Between':
      return betweenSql(call, scope, negated)
    case 'NotBetween':
      return betweenSql(call, scope, !negated)
    case 'EqualUserId':
      return callerSql(call, userId, scope, negated)
    case 'NotEqualUserId':
      return callerSql(call, userId, scope, !negated)
    case 'EqualBusinessId':
      return callerSql(call, businessUnitId, scope, negated)
    case 'NotEqualBusinessId':
      return callerSql(call, businessUnitId, scope, !negated)
    default:
      return dateSql(call, call.function, scope, negated)
  }
}

function betweenSql(call: Kind<'function'>, scope: Scope, negated: boolean): string {
  const name = scope.column(call)
  const [low, high] = call.values
  if (low === undefined || high === undefined || low.kind === 'null' || high.kind === 'null') {
    return negated ? 'true' : 'false'
  }
  const bounds = [low, high].map((value) => literal(call.column, value, scope.parameters))
  const left = comparable(call.column, name)
  return orNull(`${left} ${negated ? 'not ' : ''}between ${bounds.join(' and ')}`, name, negated)
}

function callerSql(
  call: Kind<'function'>,
  id: string | null,
  scope: Scope,
  negated: boolean,
): string {
  if (id === null) return negated ? 'true' : 'false'
  const sign = negated ? 'is distinct from' : '='
  return `${scope.column(call)} ${sign} ${scope.parameters.add(id, 'uuid')}`
}

/** `dateRange` turns terms of the calendar into instants, so that an index on the column can be used. */
function dateSql(
  call: Kind<'function'>,
  name: DateFunction,
  scope: Scope,
  negated: boolean,
): string {
  const column = scope.column(call)
  const { from, to } = dateRange(name, dateArgument(call.values), scope.statement.context.now)
  const bound = (at: number): string =>
    scope.parameters.add(new Date(at).toISOString(), 'timestamptz')
  const parts = [
    from === null ? null : `${column} ${negated ? '<' : '>='} ${bound(from)}`,
    to === null ? null : `${column} ${negated ? '>=' : '<'} ${bound(to)}`,
  ].filter((part) => part !== null)
  if (negated) return `(${[...parts, `${column} is null`].join(' or ')})`
  return parts.length === 0 ? `${column} is not null` : `(${parts.join(' and ')})`
}

/** `all` means that the condition is false for no row. */
function lambdaSql(expression: Kind<'lambda'>, scope: Scope, negated: boolean): string {
  const { navigation, quantifier, filter } = expression
  const table = targetOf(navigation)
  const inner = new Scope(table, scope.statement.newAlias(), scope.statement)
  const belongs = scope.joinCondition(navigation, inner.alias)
  const condition = filter === null ? '' : ` and ${filterSql(filter, inner, quantifier === 'all')}`
  const exists = (quantifier === 'any') !== negated
  return `${exists ? '' : 'not '}exists (select 1 from ${inner.from()} where ${belongs}${condition})`
}

/** A negated comparison also holds for rows without a value. */
const orNull = (comparison: string, name: string, negated: boolean): string =>
  negated ? `(${comparison} or ${name} is null)` : comparison

type Present = Exclude<QueryValue, { readonly kind: 'null' }>

/** Whether all texts are ASCII, which every locale folds alike, so that the plain indexes can be used. */
const isIndexed = (values: readonly Present[]): boolean =>
  values.every((value) => value.kind !== 'string' || /^[ -~]*$/.test(value.value))

function equated(column: Column, name: string, values: readonly Present[]): string {
  if (!isText(column)) return name
  return isIndexed(values) ? `lower(${name})` : comparable(column, name)
}

function equal(column: Column, value: Present, parameters: Parameters): string {
  if (!isText(column) || !isIndexed([value])) return literal(column, value, parameters)
  return `lower(${parameters.add(value.value, 'text')})`
}

function literal(column: Column, value: Present, parameters: Parameters): string {
  const plain = typeof value.value === 'bigint' ? value.value.toString() : value.value
  const placeholder = parameters.add(plain, columnSqlType(column))
  return isText(column) ? folded(placeholder) : placeholder
}
