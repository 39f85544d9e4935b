import type { Column, ExpandItem, Intersect, Table } from '@trackmark/dataverse'
import { ByteBudget, mayBeLarge, rowBytes, rowsThatFit, takeWhole } from './bytes.ts'
import { orderBySql, sortKeys } from './order.ts'
import { identity, keysOf, type Reader, sortValues, whereSql } from './read-rows.ts'
import { type ApiRow, answerable, selectList, toApiRow } from './row.ts'
import { primaryColumn, Scope, Statement, targetOf } from './scope.ts'
import { writeSkipToken } from './skip-token.ts'
import { columnName, quoteName } from './sql.ts'

/** The maximum rows of an expanded collection for one row, as in Dataverse. */
const MEMBERS_MAX = 5000

/** The maximum rows of one expansion for all rows of a page. Clients fetch the rest by a link. */
const MEMBERS_PER_PAGE_MAX = 50_000

/** The members of a collection that are answered with one row. */
export interface Members {
  readonly rows: readonly ApiRow[]
  readonly hasMore: boolean
  /** `$skiptoken` of the remaining rows; null where no row has been given yet. */
  readonly next: string | null
}

/** What is read of the other table; `also` are columns that are read besides the selected ones. */
interface RelatedRequest {
  readonly item: ExpandItem
  readonly also?: readonly Column[]
}

/**
 * The rows that a single-valued navigation property leads to, by their id. One statement reads them for all
 * rows of a page, all or none of them. Rows that don't exist or don't meet the expansion's condition are left
 * out.
 * @throws AnswerTooLargeError
 */
export async function readTargets(
  reader: Reader,
  { item, also = [] }: RelatedRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ApiRow>> {
  if (ids.length === 0) return new Map()
  const table = targetOf(item.navigation)
  const statement = new Statement(reader.organizationId, reader.context)
  const scope = new Scope(table, 't', statement)
  const columns = [...new Set([...(item.select ?? answerable(table)), ...also])]
  const among = `${columnName(primaryColumn(table))} = any(${statement.parameters.add(ids, 'uuid[]')})`
  const where = whereSql(item, scope, [among])
  const list = [identity(table), selectList(columns)].filter(Boolean).join(', ')
  const rows = `from ${scope.from()} where ${where}`
  const { values } = statement.parameters
  if (mayBeLarge(columns, ids.length)) {
    const [sized] = await reader.run(`select sum(${rowBytes(columns)}) as bytes ${rows}`, values)
    await takeWhole(reader, Number(sized?.bytes ?? 0), false)
  }
  const raws = await reader.run(`select ${list} ${rows}`, values)
  return new Map(raws.map((raw) => [String(raw.pk), toApiRow(columns, raw)]))
}

/**
 * The rows a collection-valued navigation property leads to, by the id of the row they belong to:
 * one statement for all rows of a page, each with its own `$top`.
 */
export async function readMembers(
  reader: Reader,
  { item, also = [] }: RelatedRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Members>> {
  if (ids.length === 0) return new Map()
  const table = targetOf(item.navigation)
  const statement = new Statement(reader.organizationId, reader.context)
  const { parameters } = statement
  const scope = new Scope(table, 't', statement)
  const keys = sortKeys(item, scope)
  const columns = [...new Set([...(item.select ?? answerable(table)), ...also])]
  const each = Math.min(item.top ?? MEMBERS_MAX, MEMBERS_MAX)
  const { through } = item.navigation
  const lookup = columnName(item.navigation.column, through === undefined ? 't' : 'b')
  const between = through === undefined ? '' : betweenJoin(statement, through, table)
  const where = whereSql(item, scope, belongsTo(item, lookup, parameters.add(ids, 'uuid[]')))
  const list = [
    `${lookup}::text as parent`,
    `row_number() over (partition by ${lookup} order by ${orderBySql(keys)}) as n`,
    identity(table),
    ...sortValues(keys),
    selectList(columns, table),
  ].filter(Boolean)
  const bytes = `${rowBytes(columns)} as bytes`
  const from = `from ${scope.from()} ${between} where ${where}`
  const most = parameters.add(each + 1, 'bigint')
  const before = [...parameters.values]
  const limit = parameters.add(MEMBERS_PER_PAGE_MAX + 1, 'bigint')
  const order = `where n <= ${most} order by parent collate "C", n limit ${limit}`
  let fitting: Fitting = { wanted: MEMBERS_PER_PAGE_MAX + 1, isCut: false }
  if (mayBeLarge(columns, ids.length * (each + 1))) {
    const inner = `select ${[...list.slice(0, 2), bytes].join(', ')} ${from}`
    const text = `select bytes, row_number() over (order by parent collate "C", n) as n
      from (select * from (${inner}) members ${order}) ordered`
    fitting = await membersThatFit(reader, { text, parameters: parameters.values })
  }
  const { wanted, isCut } = fitting
  const text = `select * from (select ${list.join(', ')} ${from}) members ${order}`
  const raws = wanted === 0 ? [] : await reader.run(text, [...before, wanted])
  const answered = raws.slice(0, MEMBERS_PER_PAGE_MAX)
  // The empty text comes before every id.
  const cutAt =
    isCut || raws.length > answered.length ? String(answered.at(-1)?.parent ?? '') : null
  const byParent = Map.groupBy(answered, (raw) => String(raw.parent))
  const membersOf = (id: string): Members => {
    const own = byParent.get(id) ?? []
    const given = own.slice(0, each)
    const last = given.at(-1)
    const isFull = item.top !== null && given.length >= item.top
    const hasMore = !isFull && (own.length > given.length || (cutAt !== null && id >= cutAt))
    const token = { keys: last === undefined ? [] : keysOf(keys, last), given: given.length }
    const next = hasMore && last !== undefined ? writeSkipToken(keys, token) : null
    return { rows: given.map((raw) => toApiRow(columns, raw, table)), hasMore, next }
  }
  return new Map(ids.map((id) => [id, membersOf(id)]))
}

interface Fitting {
  readonly wanted: number
  readonly isCut: boolean
}

/** How many members fit into the answer besides the rows of the page itself. */
async function membersThatFit(
  reader: Reader,
  sizes: Parameters<typeof rowsThatFit>[1],
): Promise<Fitting> {
  const budget = new ByteBudget()
  if (reader.budget !== undefined) budget.left = reader.budget.left
  budget.isEmpty = reader.budget === undefined
  const wanted = await rowsThatFit({ ...reader, budget }, sizes)
  if (reader.budget !== undefined) reader.budget.left = budget.left
  return { wanted, isCut: budget.isCut }
}

/** The condition that members belong to these rows, and to their table where a lookup has several. */
function belongsTo(item: ExpandItem, lookup: string, ids: string): readonly string[] {
  const { column, table } = item.navigation
  const among = `${lookup} = any(${ids})`
  return column.physicalType ? [among, `t.${quoteName(column.physicalType)} = '${table}'`] : [among]
}

/** Joins the table between two tables, many to many. A row is given once for each row it belongs to. */
function betweenJoin(statement: Statement, { table, far }: Intersect, target: Table): string {
  const id = columnName(primaryColumn(target))
  return `join ${statement.visible(table)} b on b.organizationid = t.organizationid and ${columnName(far, 'b')} = ${id}`
}
