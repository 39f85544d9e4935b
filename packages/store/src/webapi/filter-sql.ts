import type { Column, ComparisonOperator, FilterExpression, QueryValue } from '@trackmark/dataverse'
import { columnName, columnSqlType, comparable, folded, isText, type Parameters } from './sql.ts'

type Compare = Extract<FilterExpression, { readonly kind: 'compare' }>
type In = Extract<FilterExpression, { readonly kind: 'in' }>
type Text = Extract<FilterExpression, { readonly kind: 'text' }>

/**
 * A condition as SQL. OData's conditions are two-valued and SQL's are not, so `not` is carried down
 * to the comparisons: there "unknown" can only stand where it means false.
 */
export function filterSql(
  expression: FilterExpression,
  parameters: Parameters,
  negated = false,
): string {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const word = (expression.kind === 'and') === negated ? ' or ' : ' and '
      const items = expression.items.map((item) => filterSql(item, parameters, negated))
      return `(${items.join(word)})`
    }
    case 'not':
      return filterSql(expression.item, parameters, !negated)
    case 'compare':
      return compareSql(expression, parameters, negated)
    case 'in':
      return inSql(expression, parameters, negated)
    case 'text':
      return textSql(expression, parameters, negated)
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

function compareSql(expression: Compare, parameters: Parameters, negated: boolean): string {
  const { column, value } = expression
  const operator = negated ? OPPOSITE[expression.operator] : expression.operator
  if (value.kind === 'null') {
    const isOrdered = expression.operator !== 'eq' && expression.operator !== 'ne'
    if (isOrdered) return negated ? 'true' : 'false'
    return `${columnName(column)} is ${operator === 'eq' ? '' : 'not '}null`
  }
  if (operator === 'eq' || operator === 'ne') {
    const sign = operator === 'eq' ? '=' : 'is distinct from'
    return `${equated(column, [value])} ${sign} ${equal(column, value, parameters)}`
  }
  const left = comparable(column)
  const right = literal(column, value, parameters)
  const comparison = `${left} ${SIGNS[operator]} ${right}`
  return negated ? `(${comparison} or ${columnName(column)} is null)` : comparison
}

function inSql(expression: In, parameters: Parameters, negated: boolean): string {
  const { column } = expression
  const name = columnName(column)
  const values = expression.values.filter((value) => value.kind !== 'null')
  const hasNull = values.length < expression.values.length
  const left = equated(column, values)
  const isPlain = isIndexed(values)
  const list = values
    .map((value) =>
      isPlain ? equal(column, value, parameters) : literal(column, value, parameters),
    )
    .join(', ')
  if (!negated) {
    const among = values.length === 0 ? 'false' : `${left} in (${list})`
    return hasNull ? `(${among} or ${name} is null)` : among
  }
  const outside = values.length === 0 ? 'true' : `${left} not in (${list})`
  return hasNull ? `(${outside} and ${name} is not null)` : `(${outside} or ${name} is null)`
}

function textSql(expression: Text, parameters: Parameters, negated: boolean): string {
  const name = columnName(expression.column)
  const part = expression.value.replace(/[\\%_]/g, '\\$&')
  const pattern = {
    contains: `%${part}%`,
    startswith: `${part}%`,
    endswith: `%${part}`,
  }[expression.function]
  const placeholder = parameters.add(pattern, 'text')
  const match = `${folded(name)} ${negated ? 'not ' : ''}like ${folded(placeholder)}`
  return negated ? `(${match} or ${name} is null)` : match
}

type Present = Exclude<QueryValue, { readonly kind: 'null' }>

/** ASCII folds alike everywhere, so that such texts can be looked up by the plain indexes. */
const isIndexed = (values: readonly Present[]): boolean =>
  values.every((value) => value.kind !== 'string' || /^[ -~]*$/.test(value.value))

function equated(column: Column, values: readonly Present[]): string {
  if (!isText(column)) return columnName(column)
  return isIndexed(values) ? `lower(${columnName(column)})` : comparable(column)
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
