import type {
  ExpandItem,
  FilterExpression,
  Operand,
  OrderByItem,
  Query,
  QueryValue,
} from './types.ts'

/**
 * Writes a condition so that parsing it gives the same tree.
 * @param depth of the lambdas around it, whose variables are called by it
 */
export function formatFilter(expression: FilterExpression, depth = 0): string {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.items.map((item) => formatItem(item, depth)).join(` ${expression.kind} `)
    case 'not':
      return `not (${formatFilter(expression.item, depth)})`
    case 'lambda':
      return formatLambda(expression, depth)
  }
  if (expression.kind === 'function') return formatCall(expression, depth)
  const name = formatOperand(expression, depth)
  switch (expression.kind) {
    case 'compare':
      return `${name} ${expression.operator} ${formatValue(expression.value)}`
    case 'compareColumns':
      return `${name} ${expression.operator} ${formatOperand(expression.other, depth)}`
    case 'in':
      return `${name} in (${expression.values.map(formatValue).join(',')})`
    case 'text':
      return `${expression.function}(${name},${quote(expression.value)})`
  }
}

function formatLambda(
  { navigation, quantifier, filter }: Extract<FilterExpression, { readonly kind: 'lambda' }>,
  depth: number,
): string {
  const name = `${prefix(depth)}${navigation.name}/${quantifier}`
  if (filter === null) return `${name}()`
  return `${name}(${variable(depth + 1)}:${formatFilter(filter, depth + 1)})`
}

/** Values of a list are written as texts in a JSON array, as Dataverse takes them. */
function formatCall(
  call: Extract<FilterExpression, { readonly kind: 'function' }>,
  depth: number,
): string {
  const plain = (value: QueryValue): string => (value.kind === 'null' ? '' : String(value.value))
  const isList = call.function === 'Between' || call.function === 'NotBetween'
  const given = isList
    ? `,PropertyValues=${JSON.stringify(call.values.map(plain))}`
    : call.values.map((one) => `,PropertyValue=${plain(one)}`).join('')
  const name = `${prefix(depth)}${steps(call)}Microsoft.Dynamics.CRM.${call.function}`
  return `${name}(PropertyName=${quote(call.column.logicalName)}${given})`
}

const variable = (depth: number): string => (depth === 0 ? '' : `v${depth}`)

const prefix = (depth: number): string => (depth === 0 ? '' : `${variable(depth)}/`)

const steps = ({ path = [] }: Operand): string =>
  path.map((navigation) => `${navigation.name}/`).join('')

const formatOperand = (operand: Operand, depth = 0): string =>
  `${prefix(depth)}${steps(operand)}${operand.column.webApiName}`

/** The options of a query as decoded pairs, as `parseQuery` reads them. */
export function formatQuery(query: Query): readonly (readonly [string, string])[] {
  const pairs = formatOptions(query)
  if (query.count) pairs.push(['$count', 'true'])
  if (query.skipToken !== null) pairs.push(['$skiptoken', query.skipToken])
  return pairs
}

/** What a list and an expanded list have in common; also the options of a link to an expanded list. */
export function formatOptions(
  query: Pick<Query, 'select' | 'filter' | 'orderBy' | 'expand' | 'top'>,
): [string, string][] {
  const pairs: [string, string][] = []
  if (query.select !== null) {
    pairs.push(['$select', query.select.map((column) => column.webApiName).join(',')])
  }
  if (query.filter !== null) pairs.push(['$filter', formatFilter(query.filter)])
  if (query.orderBy.length > 0) pairs.push(['$orderby', query.orderBy.map(formatOrder).join(',')])
  if (query.expand.length > 0) pairs.push(['$expand', query.expand.map(formatExpand).join(',')])
  if (query.top !== null) pairs.push(['$top', String(query.top)])
  return pairs
}

function formatExpand(item: ExpandItem): string {
  if (item.reference) return `${item.navigation.name}/$ref`
  const options = formatOptions(item).map(([name, value]) => `${name}=${value}`)
  return options.length === 0
    ? item.navigation.name
    : `${item.navigation.name}(${options.join(';')})`
}

const formatOrder = (item: OrderByItem): string => `${formatOperand(item)} ${item.direction}`

function formatItem(item: FilterExpression, depth: number): string {
  const text = formatFilter(item, depth)
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
