import type { Column, EvaluationContext, Query, Table } from '@trackmark/dataverse'
import { type Bounds, ByteBudget, mayBeLarge, rowBytes, rowsThatFit, takeWhole } from './bytes.ts'
import { mayNest, refuseCostly } from './cost.ts'
import { filterSql } from './filter-sql.ts'
import { afterConditions, type Condition, orderBySql, type SortKey, sortKeys } from './order.ts'
import { type ApiRow, answerable, selectList, toApiRow } from './row.ts'
import { primaryColumn, Scope, Statement } from './scope.ts'
import { type Position, readSkipToken, writeSkipToken } from './skip-token.ts'
import { columnName, Parameters, quoteName } from './sql.ts'
import { type Viewer, visibleTable } from './visible.ts'

/** For whom rows are read, and by which statements and limits. */
export interface Reader extends Bounds {
  readonly organizationId: string
  readonly context: EvaluationContext
}

export interface Page {
  readonly rows: readonly ApiRow[]
  /** `$skiptoken` of the next page; null when this is the last. */
  readonly next: string | null
}

/** The `$skiptoken` wasn't made by this service, or belongs to a list in another order. */
export class SkipTokenError extends Error {
  override readonly name = 'SkipTokenError'
}

/** What is read of a table; `also` are columns that are read besides the selected ones, for joining. */
export interface PageRequest {
  readonly query: Query
  readonly pageSize: number
  readonly also?: readonly Column[]
  /** A further condition, on the table under the alias `t`. */
  readonly belongs?: ((parameters: Parameters) => string) | undefined
}

/**
 * One page of rows. The next page continues after the values of this page's last row. Rows aren't counted, so
 * that rows inserted meanwhile neither repeat others nor hide them.
 * @throws SkipTokenError, QueryCostError
 */
export async function readPage(reader: Reader, request: PageRequest): Promise<Page> {
  const { query, pageSize } = request
  const keys = keysOfQuery(reader, query)
  const position = query.skipToken === null ? null : readSkipToken(keys, query.skipToken)
  if (query.skipToken !== null && position === null) throw new SkipTokenError()
  const given = position?.given ?? 0
  const wanted = Math.min(pageSize, Math.max((query.top ?? Number.MAX_SAFE_INTEGER) - given, 0))
  const columns = columnsOf(request)
  const budget = reader.budget ?? new ByteBudget()
  const raws = await readRaws({ ...reader, budget }, request, { columns, position, wanted })
  const page = raws.slice(0, wanted)
  const total = given + page.length
  const last = page.at(-1)
  const hasMore =
    (raws.length > wanted || budget.isCut) && last !== undefined && total < (query.top ?? Infinity)
  return {
    rows: page.map((raw) => toApiRow(columns, raw, query.table)),
    next: hasMore ? writeSkipToken(keys, { keys: keysOf(keys, last), given: total }) : null,
  }
}

/** The sort keys of a query, from a statement that isn't run. */
function keysOfQuery(reader: Reader, query: Query): readonly SortKey[] {
  const statement = new Statement(reader.organizationId, reader.context)
  return sortKeys(query, new Scope(query.table, 't', statement))
}

function columnsOf({ query, also = [] }: PageRequest): readonly Column[] {
  return [...new Set([...(query.select ?? answerable(query.table)), ...also])]
}

interface Part {
  readonly columns: readonly Column[]
  readonly position: Position | null
  readonly wanted: number
}

/** Reads one row more than wanted, which tells whether there is a next page. */
async function readRaws(
  reader: Reader,
  request: PageRequest,
  part: Part,
): Promise<readonly Record<string, unknown>[]> {
  const { position, wanted } = part
  if (position === null) return readRun(reader, request, part, null)
  const keys = keysOfQuery(reader, request.query)
  const raws: Record<string, unknown>[] = []
  for (const condition of afterConditions(keys, position.keys)) {
    const missing = wanted + 1 - raws.length
    if (missing <= 0 || reader.budget?.isCut) break
    raws.push(...(await readRun(reader, request, { ...part, wanted: missing - 1 }, condition)))
  }
  return raws
}

async function readRun(
  reader: Reader,
  { query, belongs }: PageRequest,
  { columns, wanted }: Part,
  after: Condition | null,
): Promise<readonly Record<string, unknown>[]> {
  const statement = new Statement(reader.organizationId, reader.context)
  const scope = new Scope(query.table, 't', statement)
  const keys = sortKeys(query, scope)
  const where = whereSql(query, scope, [
    ...(belongs === undefined ? [] : [belongs(statement.parameters)]),
    ...(after === null ? [] : [after(statement.parameters)]),
  ])
  const list = [identity(query.table), ...sortValues(keys), selectList(columns, query.table)]
    .filter(Boolean)
    .join(', ')
  const rows = `from ${scope.from()} where ${where} order by ${orderBySql(keys)}`
  const before = [...statement.parameters.values]
  const text = `select ${list} ${rows} limit ${statement.parameters.add(wanted + 1, 'bigint')}`
  const { values } = statement.parameters
  try {
    if (mayNest(query.filter)) await refuseCostly(reader.run, text, values)
    if (mayBeLarge(columns, wanted + 1)) {
      const number = `row_number() over (order by ${orderBySql(keys)}) as n`
      const sized = `select ${rowBytes(columns)} as bytes, ${number} ${rows} limit $${values.length}::bigint`
      const fits = await rowsThatFit(reader, { text: sized, parameters: values })
      if (fits === 0) return []
      return await reader.run(text, [...before, fits])
    }
    return await reader.run(text, statement.parameters.values)
  } catch (error) {
    // Class 22, data exception: the condition was checked against its columns, the token wasn't.
    if (after !== null && /^22/.test(String((error as { code?: unknown }).code))) {
      throw new SkipTokenError(undefined, { cause: error })
    }
    throw error
  }
}

/**
 * The number of rows that meet the condition, regardless of `$top` and pages.
 * @param max counting ends there, so that a large table costs no more
 */
export async function countRows(
  reader: Reader,
  { query, belongs }: Pick<PageRequest, 'query' | 'belongs'>,
  max: number,
): Promise<number> {
  const statement = new Statement(reader.organizationId, reader.context)
  const scope = new Scope(query.table, 't', statement)
  const where = whereSql(query, scope, belongs === undefined ? [] : [belongs(statement.parameters)])
  const text = `select count(*)::text as n from (
      select 1 from ${scope.from()} where ${where} limit ${statement.parameters.add(max, 'bigint')}
    ) counted`
  if (mayNest(query.filter)) await refuseCostly(reader.run, text, statement.parameters.values)
  const [row] = await reader.run(text, statement.parameters.values)
  return Number(row?.n)
}

/** It is written before the `from` of the scope, since it may add joins to the scope. */
export function whereSql(
  query: Pick<Query, 'filter'>,
  scope: Scope,
  more: readonly string[] = [],
): string {
  const own = `${scope.alias}.organizationid = ${scope.parameters.add(scope.statement.organizationId, 'uuid')}`
  const filter = query.filter === null ? [] : [filterSql(query.filter, scope)]
  return [own, ...more, ...filter].join(' and ')
}

/** What is needed to read a single row or names. */
export interface RowReader extends Pick<Reader, 'run' | 'organizationId' | 'large'> {
  readonly context: Viewer
}

/** Null when the caller sees no such row. @throws AnswerTooLargeError */
export async function readRow(
  { run, organizationId, context, large }: RowReader,
  table: Table,
  id: string,
  select: readonly Column[] | null,
): Promise<ApiRow | null> {
  const parameters = new Parameters()
  const columns = select ?? answerable(table)
  const rows = `from ${visibleTable(table, context, parameters)} t
     where t.organizationid = ${parameters.add(organizationId, 'uuid')}
       and ${primaryName(table)} = ${parameters.add(id, 'uuid')}`
  if (large !== undefined && mayBeLarge(columns, 1)) {
    const [sized] = await run(`select ${rowBytes(columns)} as bytes ${rows}`, parameters.values)
    await takeWhole({ run, large }, Number(sized?.bytes ?? 0), true)
  }
  const list = [identity(table), selectList(columns)].filter(Boolean).join(', ')
  const [raw] = await run(`select ${list} ${rows}`, parameters.values)
  return raw === undefined ? null : toApiRow(columns, raw)
}

/** Primary names of some rows of one table, by id. Rows that the caller doesn't see are left out. */
export async function readNames(
  { run, organizationId, context }: RowReader,
  table: Table,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0 || table.primaryName === null) return new Map()
  const parameters = new Parameters()
  const raws = await run(
    `select ${primaryName(table)}::text as id, t.${quoteName(table.primaryName)} as name
     from ${visibleTable(table, context, parameters)} t
     where t.organizationid = ${parameters.add(organizationId, 'uuid')}
       and ${primaryName(table)} = any(${parameters.add(ids, 'uuid[]')})`,
    parameters.values,
  )
  const named = raws.filter((raw) => typeof raw.name === 'string')
  return new Map(named.map((raw) => [String(raw.id), String(raw.name)]))
}

const primaryName = (table: Table): string => columnName(primaryColumn(table))

export const identity = (table: Table): string =>
  `${primaryName(table)}::text as pk, t.versionnumber::text as version`

/** What `keysOf` reads, besides the identity. */
export const sortValues = (keys: readonly SortKey[]): readonly string[] =>
  keys.flatMap((key, index) => (key.isIdentity ? [] : [`${key.asText} as k${index}`]))

export const keysOf = (
  keys: readonly SortKey[],
  raw: Readonly<Record<string, unknown>>,
): readonly (string | null)[] =>
  keys.map((key, index) => {
    const value = key.isIdentity ? raw.pk : raw[`k${index}`]
    return value === null || value === undefined ? null : String(value)
  })
