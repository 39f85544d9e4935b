import type {
  AggregateFunction,
  Column,
  DateGrouping,
  Fetch,
  FetchOutput,
} from '@trackmark/dataverse'
import { type FetchRequest, FetchSource } from './fetch-from.ts'
import { ordering } from './fetch-order.ts'
import type { Reader } from './read-rows.ts'
import { comparable, isText, quoteName } from './sql.ts'

/** The query would have to aggregate more rows than its `aggregatelimit`. */
export class AggregateLimitError extends Error {
  override readonly name = 'AggregateLimitError'
}

/** @throws AggregateLimitError */
export async function checkAggregateLimit(reader: Reader, fetch: FetchRequest): Promise<void> {
  if (fetch.aggregateLimit === null) return
  const source = new FetchSource(reader, fetch)
  const limit = source.statement.parameters.add(fetch.aggregateLimit + 1, 'bigint')
  const [row] = await reader.run(
    `select count(*)::text as n from (select 1 ${source.fromWhere(fetch)} limit ${limit}) s`,
    source.statement.parameters.values,
  )
  if (Number(row?.n) > fetch.aggregateLimit) throw new AggregateLimitError()
}

interface Part {
  readonly output: FetchOutput
  /** SQL in the select list. */
  readonly value: string
  /** SQL that rows are grouped by; null for an aggregate. */
  readonly group: string | null
  readonly type: string | null
}

/** An aggregate query without its limits. Texts are grouped without case. */
export function aggregateSql(fetch: Fetch, source: FetchSource): string {
  const parts = fetch.outputs.map((output) => part(output, source))
  const list = parts.flatMap(({ value, type }, index) => {
    const named = [`${value} as c${index}`]
    return type === null ? named : [...named, `${type} as y${index}`]
  })
  const groups = parts.flatMap(({ group, type }) => [group, type].filter((one) => one !== null))
  const by = groups.length === 0 ? '' : `group by ${[...new Set(groups)].join(', ')}`
  const orders = [
    ...askedOrders(fetch, source, parts),
    ...groups.map((one) => `${one} nulls first`),
  ]
  const order = orders.length === 0 ? '' : `order by ${orders.join(', ')}`
  return `select ${list.join(', ')} ${source.fromWhere(fetch)} ${by} ${order}`
}

function part(output: FetchOutput, source: FetchSource): Part {
  const { column, role, scope, path } = output
  const owner = source.scope(scope)
  const name = owner.column(path === undefined ? { column } : { path, column })
  if (role.kind === 'aggregate') {
    const value = aggregateOf(role.function, column, name, role.distinct)
    return { output, value, group: null, type: null }
  }
  if (role.kind === 'group' && role.by !== null) {
    const value = datePart(role.by, name)
    return { output, value, group: value, type: null }
  }
  const group = comparable(column, name)
  const value = isText(column) ? `min(${name} collate "C")` : name
  const alias = name.slice(0, name.indexOf('.'))
  const type = column.physicalType === null ? null : `${alias}.${quoteName(column.physicalType)}`
  return { output, value, group, type }
}

function askedOrders(fetch: Fetch, source: FetchSource, parts: readonly Part[]): readonly string[] {
  return fetch.orders.flatMap((order) => {
    const found = order.kind === 'output' ? parts[order.index] : undefined
    if (found === undefined) return []
    const expression = orderExpression(fetch, source, found)
    const { direction } = order
    return [`${expression} ${direction} nulls ${direction === 'asc' ? 'first' : 'last'}`]
  })
}

function orderExpression(
  fetch: Fetch,
  source: FetchSource,
  { output, value, group }: Part,
): string {
  if (group === null) return value
  const isPlain = output.role.kind === 'group' && output.role.by === null
  if (!isPlain || isText(output.column)) return group
  return ordering(fetch, source, output.column, group).expression
}

function aggregateOf(
  name: AggregateFunction,
  column: Column,
  value: string,
  distinct: boolean,
): string {
  const word = distinct ? 'distinct ' : ''
  switch (name) {
    case 'count':
      return distinct ? `count(distinct ${comparable(column, value)})` : 'count(*)'
    case 'countcolumn':
      return `count(${word}${comparable(column, value)})`
    case 'sum':
      return `coalesce(sum(${word}${value}), 0)`
    case 'average':
      return `avg(${word}${value})`
    case 'avg':
      return ['decimal', 'double', 'money'].includes(column.type)
        ? `avg(${word}${value})`
        : `trunc(avg(${word}${value}))`
    case 'max':
    case 'min':
      return `${name}(${value})`
  }
}

function datePart(by: DateGrouping, name: string): string {
  const at = `(${name} at time zone 'UTC')`
  const whole = (expression: string): string => `(${expression})::integer`
  switch (by) {
    case 'week': {
      const dayOfYear = `extract(doy from ${at})::integer`
      const firstDay = `extract(dow from date_trunc('year', ${at}))::integer`
      return `((${dayOfYear} - 1 + ${firstDay}) / 7 + 1)`
    }
    case 'fiscal-year':
      return `('FY' || extract(year from ${at})::integer::text)`
    case 'fiscal-period':
      return `('Quarter ' || extract(quarter from ${at})::integer::text || ' FY' || extract(year from ${at})::integer::text)`
    default:
      return whole(`extract(${by} from ${at})`)
  }
}
