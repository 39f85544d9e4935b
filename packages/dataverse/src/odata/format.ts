import type { FilterExpression, OrderByItem, Query, QueryValue } from './types.ts'

/** Writes a condition so that parsing it gives the same tree. */
export function formatFilter(expression: FilterExpression): string {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.items.map(formatItem).join(` ${expression.kind} `)
    case 'not':
      return `not (${formatFilter(expression.item)})`
    case 'compare':
      return `${expression.column.webApiName} ${expression.operator} ${formatValue(expression.value)}`
    case 'in':
      return `${expression.column.webApiName} in (${expression.values.map(formatValue).join(',')})`
    case 'text':
      return `${expression.function}(${expression.column.webApiName},${quote(expression.value)})`
  }
}

/** The options of a query as decoded pairs, as `parseQuery` reads them. */
export function formatQuery(query: Query): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = []
  if (query.select !== null) {
    pairs.push(['$select', query.select.map((column) => column.webApiName).join(',')])
  }
  if (query.filter !== null) pairs.push(['$filter', formatFilter(query.filter)])
  if (query.orderBy.length > 0) pairs.push(['$orderby', query.orderBy.map(formatOrder).join(',')])
  if (query.top !== null) pairs.push(['$top', String(query.top)])
  if (query.count) pairs.push(['$count', 'true'])
  if (query.skipToken !== null) pairs.push(['$skiptoken', query.skipToken])
  return pairs
}

const formatOrder = ({ column, direction }: OrderByItem): string =>
  `${column.webApiName} ${direction}`

function formatItem(item: FilterExpression): string {
  const text = formatFilter(item)
  return item.kind === 'and' || item.kind === 'or' ? `(${text})` : text
}

function formatValue(value: QueryValue): string {
  switch (value.kind) {
    case 'null':
      return 'null'
    case 'string':
      return quote(value.value)
    default:
      return String(value.value)
  }
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
