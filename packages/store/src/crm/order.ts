import type { Operand, OrderByItem, Query } from '@trackmark/dataverse'
import { primaryColumn, type Scope } from './scope.ts'
import { columnSqlType, comparable, folded, isText, type Parameters } from './sql.ts'

/** One part of the order of a list. Every list ends with the primary key, so no two rows tie. */
export interface SortKey {
  readonly name: string
  /** SQL of the value that is compared. */
  readonly expression: string
  /** SQL of the value as text, for tokens. The text gives back exactly the same value. */
  readonly asText: string
  /** Whether it is the row's primary key, which is read as its identity. */
  readonly isIdentity: boolean
  readonly type: string
  readonly isText: boolean
  readonly direction: 'asc' | 'desc'
  readonly nullable: boolean
}

/** Long texts are ordered by their beginning, so that a token fits into a URL. */
const SORTED_CHARACTERS = 300

/** The primary key has the direction of the item before it, so that an index over both can be used. */
export function sortKeys(query: Pick<Query, 'orderBy'>, scope: Scope): readonly SortKey[] {
  const primary = primaryColumn(scope.table)
  const items = query.orderBy.filter(
    (item, index) => query.orderBy.findIndex((other) => wayOf(other) === wayOf(item)) === index,
  )
  const isPrimary = (item: OrderByItem): boolean =>
    item.column === primary && (item.path ?? []).length === 0
  const direction = items.at(-1)?.direction ?? 'asc'
  const wanted = items.some(isPrimary) ? items : [...items, { column: primary, direction }]
  return wanted.map((item) => ({ ...sortKey(item, scope), isIdentity: isPrimary(item) }))
}

const wayOf = ({ path = [], column }: Operand): string =>
  [...path.map((navigation) => navigation.name), column.webApiName].join('/')

function sortKey(item: OrderByItem, scope: Scope): Omit<SortKey, 'isIdentity'> {
  const { column, path = [], direction } = item
  const name = scope.column(item)
  const expression = isText(column)
    ? `left(${folded(name)}, ${SORTED_CHARACTERS}) collate "C"`
    : comparable(column, name)
  return {
    name: wayOf(item),
    expression,
    asText: `(${expression})::text`,
    type: columnSqlType(column),
    isText: isText(column),
    direction,
    nullable: column.nullable || path.length > 0,
  }
}

/**
 * Rows without a value come first in ascending order and last in descending order. For columns that always
 * have a value this isn't stated, since PostgreSQL would then not use an index that states the opposite.
 */
export function orderBySql(keys: readonly SortKey[]): string {
  return keys
    .map((key) => {
      const nulls = key.nullable ? ` nulls ${key.direction === 'asc' ? 'first' : 'last'}` : ''
      return `${key.expression} ${key.direction}${nulls}`
    })
    .join(', ')
}

/** Writes a condition into the statement with these parameters. */
export type Condition = (parameters: Parameters) => string

/**
 * Conditions for the rows after the one with these keys: the first keys are equal, and the next one is
 * further on. There are up to two, for rows with and without a value of the first key, in the order of the
 * list. Each can be read as one range of an index; both together can't.
 */
export function afterConditions(
  keys: readonly SortKey[],
  position: readonly (string | null)[],
): readonly Condition[] {
  const [first] = keys
  const value = position[0] ?? null
  const further: Condition = (parameters) => afterSql(keys, position, parameters)
  if (first === undefined) return [further]
  const { expression, direction } = first
  if (value === null) {
    const without: Condition = (parameters) => `${expression} is null and ${further(parameters)}`
    return direction === 'asc' ? [without, () => `${expression} is not null`] : [without]
  }
  const sign = direction === 'asc' ? '>=' : '<='
  const among: Condition = (parameters) =>
    `${expression} ${sign} ${keyLiteral(first, value, parameters)} and ${further(parameters)}`
  const hasMore = direction === 'desc' && first.nullable
  return hasMore ? [among, () => `${expression} is null`] : [among]
}

function afterSql(
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

/** The value is passed as text and cast: a driver that knows the type would convert it differently. */
function keyLiteral(key: SortKey, value: string, parameters: Parameters): string {
  const placeholder = parameters.add(value, 'text')
  return key.isText ? `${placeholder} collate "C"` : `${placeholder}::${key.type}`
}
