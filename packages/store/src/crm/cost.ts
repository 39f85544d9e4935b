import type { Fetch, FetchFilter, FetchLink, FilterExpression } from '@trackmark/dataverse'
import { primaryColumn } from './scope.ts'
import type { RunSql } from './sql.ts'

/** What the database thinks a query costs is far beyond what it could do in its time. */
export class QueryCostError extends Error {
  override readonly name = 'QueryCostError'
}

/**
 * In PostgreSQL's units, about 20 minutes of work. Estimates are rough, so that this is far above
 * what ends within the time limit: it stops what multiplies rows by rows.
 */
const COST_MAX = 1e8

/** Asks the database what a statement would cost, before it is run. @throws QueryCostError */
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

/** Further links that go by values are left to nobody's guess: the database has no idea of folded texts. */
const BY_VALUE_MAX = 2

/**
 * Whether a query may multiply rows by rows: by several links that give many rows for one, or by one
 * that goes by values, which is neither a key nor a lookup. All others are as cheap as their tables
 * are small.
 * @throws QueryCostError where that is sure
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

/** The same of a `$filter`: `any` and `all` within one another, or several of them. */
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
