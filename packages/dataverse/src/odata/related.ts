import type { ExpandItem, FilterExpression, NavigationPath, Query } from './types.ts'

/**
 * How many other tables a query looks into: each way through lookups counts once, each `any`, `all`
 * and `$expand` as often as it is written.
 */
export function relatedTables(query: Pick<Query, 'filter' | 'orderBy' | 'expand'>): number {
  const paths = new Set<string>()
  const lambdas = query.filter === null ? 0 : ofFilter(query.filter, '', paths)
  for (const item of query.orderBy) addPath(item.path, '', paths)
  const expansions = query.expand.reduce(
    (sum, item: ExpandItem) => sum + 1 + relatedTables(item),
    0,
  )
  return paths.size + lambdas + expansions
}

/** @returns the lambdas; @param inside which lambda, since paths of two don't share their joins */
function ofFilter(expression: FilterExpression, inside: string, paths: Set<string>): number {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.items.reduce((sum, item) => sum + ofFilter(item, inside, paths), 0)
    case 'not':
      return ofFilter(expression.item, inside, paths)
    case 'lambda': {
      if (expression.filter === null) return 1
      return 1 + ofFilter(expression.filter, `${inside}${expression.navigation.name}/`, paths)
    }
    default:
      addPath(expression.path, inside, paths)
      return 0
  }
}

function addPath(path: NavigationPath = [], inside: string, paths: Set<string>): void {
  let way = inside
  for (const navigation of path) {
    way += `${navigation.name}/`
    paths.add(way)
  }
}
