import { type Column, type Fetch, type Table, tableByLogicalName } from '@trackmark/dataverse'
import type { FetchSource } from './fetch-from.ts'
import type { SortKey } from './order.ts'
import { primaryColumn } from './scope.ts'
import { columnName, columnSqlType, folded, isText, quoteName } from './sql.ts'

/** Long texts are ordered by their beginning, so that a cookie fits into a URL. */
const SORTED_CHARACTERS = 300

/** What FetchXML orders a column by: choices by label, lookups by the name of the row they lead to. */
interface Ordering {
  readonly expression: string
  readonly type: string
  readonly isText: boolean
}

export function ordering(
  fetch: Pick<Fetch, 'rawOrder'>,
  source: FetchSource,
  column: Column,
  name: string,
): Ordering {
  if (column.optionSet !== null && !fetch.rawOrder) {
    return { expression: labelRank(column, name), type: 'integer', isText: false }
  }
  const lookedUp = lookupName(column, name, source)
  if (lookedUp !== null) return textOrdering(lookedUp)
  if (isText(column)) return textOrdering(name)
  return { expression: name, type: columnSqlType(column), isText: false }
}

const textOrdering = (expression: string): Ordering => ({
  expression: `left(${folded(expression)}, ${SORTED_CHARACTERS}) collate "C"`,
  type: 'text',
  isText: true,
})

/** Labels and values come from the catalogue. */
function labelRank(column: Column, name: string): string {
  const options = [...(column.optionSet?.options ?? [])].sort((a, b) =>
    a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1,
  )
  if (options.length === 0) return name
  const cases = options.map(({ value }, rank) => `when ${value} then ${rank}`)
  return `(case ${name} ${cases.join(' ')} else ${options.length} + ${name} end)`
}

function lookupName(column: Column, name: string, source: FetchSource): string | null {
  const tables = column.targets.flatMap((target) => {
    const table = tableByLogicalName(target)
    return table === undefined || table.primaryName === null ? [] : [table]
  })
  if (tables.length === 0) return null
  const cases = tables.map((table) => nameOf(table, name, source))
  // An id belongs to one row only, whatever its table.
  return cases.length === 1 ? cases[0]! : `coalesce(${cases.join(', ')})`
}

function nameOf(table: Table, id: string, { organization, statement }: FetchSource): string {
  const primary = columnName(primaryColumn(table), 'n')
  return `(select n.${quoteName(table.primaryName!)} from ${statement.visible(table)} n where n.organizationid = ${organization} and ${primary} = ${id})`
}

/** The orders of the query, then the primary keys of all joined tables, so that no two rows are equal. */
export function fetchKeys(fetch: Fetch, source: FetchSource): readonly SortKey[] {
  const keys: SortKey[] = []
  const add = (scope: number, column: Column, direction: 'asc' | 'desc', isKey: boolean): void => {
    const name = `${scope}.${column.logicalName}`
    if (keys.some((key) => key.name === name)) return
    const sql = columnName(column, source.scope(scope).alias)
    const by = isKey
      ? { expression: sql, type: 'uuid', isText: false }
      : ordering(fetch, source, column, sql)
    const nullable = scope !== 0 || column.nullable
    keys.push({
      name,
      ...by,
      asText: `(${by.expression})::text`,
      isIdentity: false,
      direction,
      nullable,
    })
  }
  for (const order of fetch.orders) {
    if (order.kind === 'column') add(order.scope, order.column, order.direction, false)
  }
  add(0, primaryColumn(fetch.table), 'asc', true)
  const addLinks = (links: Fetch['links']): void => {
    for (const link of links) {
      if (link.kind === 'exists') continue
      add(link.scope, primaryColumn(link.table), 'asc', true)
      addLinks(link.links)
    }
  }
  addLinks(fetch.links)
  return keys
}
