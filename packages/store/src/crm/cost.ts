import type { Fetch, FetchFilter, FetchLink, FilterExpression } from '@trackmark/dataverse'
import { primaryColumn } from './scope.ts'
import type { RunSql } from './sql.ts'

/** The database estimates that a query costs far more than the time limit allows. */
export class QueryCostError extends Error {
  override readonly name = 'QueryCostError'
}

/**
 * In PostgreSQL's units; about 20 minutes of work. Estimates are rough, so this is far above what ends within
 * the time limit. It stops queries that multiply rows by rows.
 */
const COST_MAX = 1e8

/** Asks the database for the estimated cost of a statement before it is run. @throws QueryCostError */
export async function refuseCostly(
  run: RunSql,
  text: string,
  parameters: readonly unknown[],
): Promise<void> {
  const [row] = await run(`explain (format json) ${text}`, parameters)
  const [explained] = Object.values(row ?? {})
  const plans = (typeof explained === 'string' ? JSON.parse(explained) : explained) as readonly {
    readonly Plan: { readonly 'Total Cost': number }
  }[]
  if (plans[0]!.Plan['Total Cost'] > COST_MAX) throw new QueryCostError()
}

/** More links by value are refused at once: the database can't estimate comparisons of folded texts. */
const BY_VALUE_MAX = 2

/**
 * Whether a query may multiply rows by rows: it has several links that give many rows for one, or a link by
 * values, which are neither keys nor lookups. The cost of other queries grows no faster than their tables.
 * @throws QueryCostError where a query certainly multiplies rows
 */
export function mayMultiply(fetch: Fetch): boolean {
  const links = [...linksIn(fetch.links), ...linksInFilter(fetch.filter)]
  const many = links.filter(({ from, table }) => from !== primaryColumn(table))
  const byValue = many.filter(({ from, to }) => !isReference(from) && !isReference(to))
  if (byValue.length > BY_VALUE_MAX) throw new QueryCostError()
  return many.length > 1 || byValue.length > 0
}

const isReference = ({ type, targets }: FetchLink['from']): boolean =>
  targets.length > 0 || type === 'uniqueidentifier'

const linksIn = (links: readonly FetchLink[]): readonly FetchLink[] =>
  links.flatMap((link) => [link, ...linksIn(link.links), ...linksInFilter(link.filter)])

function linksInFilter(filter: FetchFilter | null): readonly FetchLink[] {
  if (filter === null) return []
  if (filter.kind === 'related') return linksIn([filter.link])
  if (filter.kind === 'and' || filter.kind === 'or') return filter.items.flatMap(linksInFilter)
  return []
}

/** The same for a `$filter`: it has several `any` and `all`, or nested ones. */
export const mayNest = (filter: FilterExpression | null): boolean =>
  filter !== null && lambdasIn(filter) > 1

function lambdasIn(filter: FilterExpression): number {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.items.reduce((sum, item) => sum + lambdasIn(item), 0)
    case 'not':
      return lambdasIn(filter.item)
    case 'lambda':
      return 1 + (filter.filter === null ? 0 : lambdasIn(filter.filter))
    default:
      return 0
  }
}
