import { columnByLogicalName, type Query } from '@trackmark/dataverse'
import { columnName, columnSqlType, comparable, folded, isText, type Parameters } from './sql.ts'

/** One part of the order of a list. Every list ends with the primary key, so no two rows tie. */
export interface SortKey {
  readonly name: string
  /** What is compared. */
  readonly expression: string
  /** Written into tokens as text, which brings back exactly the same value. */
  readonly asText: string
  readonly type: string
  readonly isText: boolean
  readonly direction: 'asc' | 'desc'
  readonly nullable: boolean
}

/** Long texts order by their beginning, so that a token fits into a URL. */
const SORTED_CHARACTERS = 300

export function sortKeys(query: Query): readonly SortKey[] {
  const primary = columnByLogicalName(query.table, query.table.primaryId)!
  const items = query.orderBy.filter(
    (item, index) => query.orderBy.findIndex((other) => other.column === item.column) === index,
  )
  const wanted = items.some((item) => item.column === primary)
    ? items
    : [...items, { column: primary, direction: 'asc' as const }]
  return wanted.map(({ column, direction }) => {
    const expression = isText(column)
      ? `left(${folded(columnName(column))}, ${SORTED_CHARACTERS}) collate "C"`
      : comparable(column)
    return {
      name: column.logicalName,
      expression,
      asText: `(${expression})::text`,
      type: columnSqlType(column),
      isText: isText(column),
      direction,
      nullable: column !== primary,
    }
  })
}

/** Rows without a value come first when ascending, last when descending. */
export function orderBySql(keys: readonly SortKey[]): string {
  return keys
    .map((key) => {
      const nulls = key.nullable ? ` nulls ${key.direction === 'asc' ? 'first' : 'last'}` : ''
      return `${key.expression} ${key.direction}${nulls}`
    })
    .join(', ')
}

/** The rows after the one with these keys: equal in the first ones, further on in the next. */
export function afterSql(
  keys: readonly SortKey[],
  position: readonly (string | null)[],
  parameters: Parameters,
): string {
  const alternatives = keys.map((key, index) => {
    const same = keys
      .slice(0, index)
      .map((before, at) => sameSql(before, position[at] ?? null, parameters))
    return [...same, furtherSql(key, position[index] ?? null, parameters)].join(' and ')
  })
  return `(${alternatives.map((text) => `(${text})`).join(' or ')})`
}

function sameSql(key: SortKey, value: string | null, parameters: Parameters): string {
  if (value === null) return `${key.expression} is null`
  return `${key.expression} = ${keyLiteral(key, value, parameters)}`
}

function furtherSql(key: SortKey, value: string | null, parameters: Parameters): string {
  const isAscending = key.direction === 'asc'
  if (value === null) return isAscending ? `${key.expression} is not null` : 'false'
  const further = `${key.expression} ${isAscending ? '>' : '<'} ${keyLiteral(key, value, parameters)}`
  return isAscending || !key.nullable ? further : `(${further} or ${key.expression} is null)`
}

/** By way of text: a driver given the type of the key would read the value its own way. */
function keyLiteral(key: SortKey, value: string, parameters: Parameters): string {
  const placeholder = parameters.add(value, 'text')
  return key.isText ? `${placeholder} collate "C"` : `${placeholder}::${key.type}`
}
