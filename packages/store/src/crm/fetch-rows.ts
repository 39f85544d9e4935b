import { FETCH_ROWS_MAX, type Fetch, type FetchOutput } from '@trackmark/dataverse'
import { ByteBudget, bytesSql, endsOfPages, mayBeLarge, rowsThatFit, takeWhole } from './bytes.ts'
import { mayMultiply, refuseCostly } from './cost.ts'
import { aggregateSql, checkAggregateLimit } from './fetch-aggregate.ts'
import { readFetchCookie, writeFetchCookie } from './fetch-cookie.ts'
import { type FetchRequest, FetchSource } from './fetch-from.ts'
import { fetchKeys } from './fetch-order.ts'
import { afterConditions, orderBySql, type SortKey } from './order.ts'
import type { Reader } from './read-rows.ts'
import { type CellValue, cell } from './row.ts'
import { primaryColumn } from './scope.ts'
import { columnName, comparable, quoteName } from './sql.ts'

export interface FetchCell {
  readonly value: CellValue
  /** The table of the row that a lookup points to. */
  readonly lookupType: string | null
}

export interface FetchRow {
  /** Primary key; null where a row stands for several rows (distinct, aggregated). */
  readonly id: string | null
  /** For `@odata.etag`; null where a row stands for several rows. */
  readonly version: string | null
  /** In the order of the query's `outputs`. */
  readonly cells: readonly FetchCell[]
}

export interface FetchPage {
  readonly rows: readonly FetchRow[]
  readonly moreRecords: boolean
  /** Whether the page ends early, because the answer would be too large. */
  readonly isCut: boolean
  /** Null on the last page, and for lists with numbered pages only. */
  readonly cookie: string | null
}

/** The paging cookie belongs to another list, or the page number is too high. */
export class FetchPagingError extends Error {
  override readonly name = 'FetchPagingError'
}

/** The number of rows that can be reached by page numbers, as in Dataverse. Further rows need the cookie. */
const COUNTED_ROWS_MAX = 50_000

/**
 * One page of a FetchXML query. With a cookie, the page continues after the values of the previous page's
 * last row. Without one, and for distinct and aggregated rows, the rows of earlier pages are counted. A page
 * ends early where the answer would be too large, and the next page begins there in both cases.
 * @throws FetchPagingError, AggregateLimitError, QueryCostError
 * @throws AnswerTooLargeError where `top` asks for too much at once
 */
export async function readFetch(
  plain: Reader,
  fetch: FetchRequest,
  pageSize: number,
): Promise<FetchPage> {
  const reader = withCostCheck(plain, fetch)
  if (fetch.aggregate) await checkAggregateLimit(reader, fetch)
  // All rows of a query with `top` are given at once, since there are no further pages.
  const size = Math.min(fetch.top ?? Math.min(fetch.count ?? pageSize, pageSize), FETCH_ROWS_MAX)
  const source = new FetchSource(reader, fetch)
  if (fetch.aggregate) {
    return countedPage(reader, fetch, source, aggregateSql(fetch, source), size)
  }
  if (fetch.distinct) return countedPage(reader, fetch, source, distinctSql(fetch, source), size)
  const keys = fetchKeys(fetch, source)
  const cookie = cookieOf(fetch, keys)
  const where = cookie === null ? [] : [afterSql(keys, cookie, source)]
  const text = `select ${plainList(fetch, source, keys)} ${source.fromWhere(fetch, where)}
    order by ${orderBySql(keys)}`
  const part = { text, size, offset: cookie === null ? skipped(fetch, size) : 0 }
  return keyedPage(fetch, keys, await run(reader, fetch, source, part, cookie !== null), size)
}

/** Counts the rows that meet the conditions, or the groups of an aggregate, up to `max` + 1. */
export async function countFetch(plain: Reader, fetch: FetchRequest, max: number): Promise<number> {
  const reader = withCostCheck(plain, fetch)
  const source = new FetchSource(reader, fetch)
  const inner = fetch.aggregate
    ? aggregateSql(fetch, source)
    : fetch.distinct
      ? distinctSql(fetch, source)
      : `select 1 ${source.fromWhere(fetch)}`
  const limit = source.statement.parameters.add(max + 1, 'bigint')
  const text = `select count(*)::text as n from (${inner} limit ${limit}) s`
  const [row] = await reader.run(text, source.statement.parameters.values)
  return Number(row?.n)
}

/** Checks the estimated cost of each statement of a query that might multiply rows. */
function withCostCheck(reader: Reader, fetch: Fetch): Reader {
  if (!mayMultiply(fetch)) return reader
  const run: Reader['run'] = async (text, parameters) => {
    await refuseCostly(reader.run, text, parameters)
    return reader.run(text, parameters)
  }
  return { ...reader, run }
}

function cookieOf(fetch: Fetch, keys: readonly SortKey[]): readonly (string | null)[] | null {
  if (fetch.pagingCookie === null) return null
  const cookie = readFetchCookie(keys, fetch.pagingCookie)
  if (cookie === null) throw new FetchPagingError("The paging-cookie isn't one of this query.")
  // A cookie leads to the page after its own. Other pages are reached by counting, as in Dataverse.
  return cookie.page + 1 === fetch.page ? cookie.keys : null
}

const afterSql = (
  keys: readonly SortKey[],
  position: readonly (string | null)[],
  source: FetchSource,
): string => {
  const { parameters } = source.statement
  const runs = afterConditions(keys, position).map((condition) => `(${condition(parameters)})`)
  return `(${runs.join(' or ')})`
}

function skipped(fetch: Fetch, size: number): number {
  const rows = (fetch.page - 1) * size
  if (rows + size <= COUNTED_ROWS_MAX || fetch.page === 1) return rows
  throw new FetchPagingError(
    `Without a paging-cookie, pages go up to ${COUNTED_ROWS_MAX} rows; use the cookie of the page before.`,
  )
}

async function countedPage(
  reader: Reader,
  fetch: Fetch,
  source: FetchSource,
  text: string,
  size: number,
): Promise<FetchPage> {
  const part = { text, size, offset: skipped(fetch, size) }
  const raws = await run(reader, fetch, source, part, false)
  return { ...pageOf(fetch, raws, size), cookie: null }
}

function keyedPage(fetch: Fetch, keys: readonly SortKey[], raws: Raws, size: number): FetchPage {
  const page = pageOf(fetch, raws, size)
  const valuesOf = (raw: Readonly<Record<string, unknown>> | undefined) =>
    keys.map((_, index) => (raw?.[`k${index}`] as string | null | undefined) ?? null)
  const [first, last] = [raws.raws[0], raws.raws[page.rows.length - 1]]
  const cookie = page.moreRecords
    ? writeFetchCookie(keys, fetch.page, valuesOf(first), valuesOf(last))
    : null
  return { ...page, cookie }
}

function pageOf(fetch: Fetch, { raws, isCut }: Raws, size: number): Omit<FetchPage, 'cookie'> {
  const rows = raws.slice(0, size).map((raw) => toRow(fetch, raw))
  const isShort = isCut && rows.length < size
  return { rows, moreRecords: (isCut || raws.length > size) && fetch.top === null, isCut: isShort }
}

/** A part of a query's rows: `size` rows after `offset`, which counts earlier pages as if they were full. */
interface Part {
  readonly text: string
  readonly size: number
  readonly offset: number
}

interface Raws {
  /** These are one row more than the page has, which tells whether further rows follow. */
  readonly raws: readonly Record<string, unknown>[]
  /** Whether rows of the page were left out because the answer would be too large. */
  readonly isCut: boolean
}

async function run(
  reader: Reader,
  fetch: Fetch,
  source: FetchSource,
  part: Part,
  hasCookie: boolean,
): Promise<Raws> {
  const { text, size } = part
  const { parameters } = source.statement
  const before = [...parameters.values]
  const paged = `${text} limit ${parameters.add(size + 1, 'bigint')} offset ${parameters.add(part.offset, 'bigint')}`
  const read = async (limit: number, offset: number) =>
    limit === 0 ? [] : reader.run(paged, [...before, limit, offset])
  try {
    const columns = fetch.outputs.flatMap(({ role, column }) =>
      role.kind === 'value' ? [column] : [],
    )
    if (!mayBeLarge(columns, size)) {
      return { raws: await read(size + 1, part.offset), isCut: false }
    }
    const sized = `select ${outputBytes(fetch)} as bytes, row_number() over () as n from (${paged}) s`
    if (fetch.top !== null) {
      await takeAll(reader, sized, [...before, size, 0])
      return { raws: await read(size, 0), isCut: false }
    }
    const offset = part.offset === 0 ? 0 : await beginOf(reader, fetch.page, size, sized, before)
    const budget = reader.budget ?? new ByteBudget()
    const sizes = { text: sized, parameters: [...before, size + 1, offset] }
    const fits = await rowsThatFit({ ...reader, budget }, sizes)
    return { raws: await read(fits, offset), isCut: budget.isCut }
  } catch (error) {
    // Class 22, data exception: the query was checked against its columns, the cookie wasn't.
    if (hasCookie && /^22/.test(String((error as { code?: unknown }).code))) {
      throw new FetchPagingError("The paging-cookie isn't one of this query.", { cause: error })
    }
    throw error
  }
}

const outputBytes = ({ outputs }: Fetch): string =>
  outputs
    .map(({ role, column }, index) =>
      role.kind === 'value' ? bytesSql([column], () => `s.c${index}`) : '0',
    )
    .join(' + ')

/** The row at which a numbered page begins. Clients don't know which earlier pages ended early. */
async function beginOf(
  reader: Reader,
  page: number,
  size: number,
  sized: string,
  before: readonly unknown[],
): Promise<number> {
  const rows = await reader.run(`select bytes::text from (${sized}) sized order by n`, [
    ...before,
    (page - 1) * size,
    0,
  ])
  const ends = endsOfPages(
    rows.map(({ bytes }) => Number(bytes)),
    size,
  )
  return ends[page - 2] ?? rows.length
}

/** Takes all rows of a query with `top`, which has no further pages. @throws AnswerTooLargeError */
async function takeAll(reader: Reader, sized: string, values: readonly unknown[]): Promise<void> {
  const [sum] = await reader.run(
    `select coalesce(sum(bytes), 0) as bytes, count(*) as rows from (${sized}) sized`,
    values,
  )
  await takeWhole(reader, Number(sum?.bytes), Number(sum?.rows) <= 1)
}

function plainList(fetch: Fetch, source: FetchSource, keys: readonly SortKey[]): string {
  const primary = columnName(primaryColumn(fetch.table))
  const identity = `${primary}::text as pk, t.versionnumber::text as version`
  const sortValues = keys.map((key, index) => `${key.asText} as k${index}`)
  return [identity, ...sortValues, ...outputList(fetch.outputs, source)].join(', ')
}

function outputList(outputs: readonly FetchOutput[], source: FetchSource): readonly string[] {
  return outputs.flatMap(({ column, scope }, index) => {
    const { alias } = source.scope(scope)
    const value = `${columnName(column, alias)}${column.type === 'bigint' ? '::text' : ''} as c${index}`
    const type = column.physicalType && `${alias}.${quoteName(column.physicalType)} as y${index}`
    return type ? [value, type] : [value]
  })
}

/**
 * A query for distinct rows: rows are the same where all requested columns and all columns of the order are
 * equal. Texts are compared without case, and one of the spellings is given.
 */
function distinctSql(fetch: Fetch, source: FetchSource): string {
  const nameOf = ({ column, scope }: FetchOutput): string =>
    columnName(column, source.scope(scope).alias)
  const keys = fetchKeys({ ...fetch, links: [] }, source).slice(0, fetch.orders.length)
  const orderKeys = keys.filter((key) => fetch.orders.some((order) => isOrder(order, key)))
  const distinct = fetch.outputs.map((output) => comparable(output.column, nameOf(output)))
  const all = [...orderKeys.map((key) => key.expression), ...distinct]
  const named = all.map((expression, index) => `${expression} as d${index}`)
  const raw = fetch.outputs.map(nameOf)
  const inner = `select distinct on (${all.join(', ')}) ${[...named, ...outputList(fetch.outputs, source)].join(', ')}
    ${source.fromWhere(fetch)} order by ${[...all, ...raw].join(', ')}`
  const order = all.map((_, index) => {
    const direction = orderKeys[index]?.direction ?? 'asc'
    return `s.d${index} ${direction} nulls ${direction === 'asc' ? 'first' : 'last'}`
  })
  return `select s.* from (${inner}) s order by ${order.join(', ')}`
}

const isOrder = (order: Fetch['orders'][number], key: SortKey): boolean =>
  order.kind === 'column' && key.name === `${order.scope}.${order.column.logicalName}`

function toRow(fetch: Fetch, raw: Readonly<Record<string, unknown>>): FetchRow {
  return {
    id: typeof raw.pk === 'string' ? raw.pk : null,
    version: typeof raw.version === 'string' ? raw.version : null,
    cells: fetch.outputs.map((output, index) => toCell(output, raw, index)),
  }
}

function toCell(
  { column, role }: FetchOutput,
  raw: Readonly<Record<string, unknown>>,
  index: number,
): FetchCell {
  const found = raw[`c${index}`]
  if (role.kind === 'aggregate' && column.type !== 'datetime') return numberCell(found)
  if (role.kind === 'aggregate' && role.function.startsWith('count')) return numberCell(found)
  if (role.kind === 'group' && role.by !== null) return partCell(found)
  const value = cell(column, found)
  const isLookup = column.targets.length > 0 && value !== null
  const type = column.physicalType ? raw[`y${index}`] : column.targets[0]
  return { value, lookupType: isLookup && typeof type === 'string' ? type : null }
}

const numberCell = (found: unknown): FetchCell => ({
  value: found === null || found === undefined ? null : Number(found),
  lookupType: null,
})

const partCell = (found: unknown): FetchCell => ({
  value: typeof found === 'string' ? found : numberCell(found).value,
  lookupType: null,
})
