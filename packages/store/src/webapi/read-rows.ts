import { type Column, columnByLogicalName, type Query, type Table } from '@trackmark/dataverse'
import { filterSql } from './filter-sql.ts'
import { afterSql, orderBySql, type SortKey, sortKeys } from './order.ts'
import { type ApiRow, answerable, selectList, toApiRow } from './row.ts'
import { type Position, readSkipToken, writeSkipToken } from './skip-token.ts'
import { columnName, Parameters, quoteName, type RunSql, tableName } from './sql.ts'

export interface Page {
  readonly rows: readonly ApiRow[]
  /** Rows that meet the condition, whatever the page holds; null unless asked for. */
  readonly count: number | null
  /** `$skiptoken` of the next page; null when this is the last. */
  readonly next: string | null
}

/** A `$skiptoken` this service never gave, or gave for a list in another order. */
export class SkipTokenError extends Error {
  override readonly name = 'SkipTokenError'
}

/**
 * One page of rows. The next page goes on after the last row of this one by its values, not by
 * counting rows: rows inserted meanwhile neither repeat others nor hide them.
 * @throws SkipTokenError
 */
export async function readPage(
  run: RunSql,
  organizationId: string,
  query: Query,
  pageSize: number,
): Promise<Page> {
  const keys = sortKeys(query)
  const position = query.skipToken === null ? null : readSkipToken(keys, query.skipToken)
  if (query.skipToken !== null && position === null) throw new SkipTokenError()
  const given = position?.given ?? 0
  const wanted = Math.min(pageSize, Math.max((query.top ?? Number.MAX_SAFE_INTEGER) - given, 0))
  const columns = query.select ?? answerable(query.table)
  const raws = await readRaw(run, organizationId, query, { columns, keys, position, wanted })
  const page = raws.slice(0, wanted)
  const total = given + page.length
  const last = page.at(-1)
  const hasMore = raws.length > wanted && last !== undefined && total < (query.top ?? Infinity)
  return {
    rows: page.map((raw) => toApiRow(columns, raw)),
    count: query.count ? await countRows(run, organizationId, query) : null,
    next: hasMore ? writeSkipToken(keys, { keys: keysOf(keys, last), given: total }) : null,
  }
}

interface Reading {
  readonly columns: readonly Column[]
  readonly keys: readonly SortKey[]
  readonly position: Position | null
  readonly wanted: number
}

/** One row more than wanted, which tells whether there is a next page. */
async function readRaw(
  run: RunSql,
  organizationId: string,
  query: Query,
  reading: Reading,
): Promise<readonly Record<string, unknown>[]> {
  const { keys, position } = reading
  const parameters = new Parameters()
  const conditions = [whereSql(organizationId, query, parameters)]
  if (position !== null) conditions.push(afterSql(keys, position.keys, parameters))
  const sortValues = keys.map((key, index) => `${key.asText} as k${index}`)
  const columns = selectList(reading.columns)
  const text = `select ${identity(query.table)}, ${[...sortValues, columns].filter(Boolean).join(', ')}
    from ${tableName(query.table)} t
    where ${conditions.join(' and ')}
    order by ${orderBySql(keys)}
    limit ${parameters.add(reading.wanted + 1, 'bigint')}`
  try {
    return await run(text, parameters.values)
  } catch (error) {
    // Class 22, data exception: the condition was checked against its columns, the token wasn't.
    if (position !== null && /^22/.test(String((error as { code?: unknown }).code))) {
      throw new SkipTokenError(undefined, { cause: error })
    }
    throw error
  }
}

async function countRows(run: RunSql, organizationId: string, query: Query): Promise<number> {
  const parameters = new Parameters()
  const where = whereSql(organizationId, query, parameters)
  const [row] = await run(
    `select count(*)::text as n from ${tableName(query.table)} t where ${where}`,
    parameters.values,
  )
  return Number(row?.n)
}

function whereSql(organizationId: string, query: Query, parameters: Parameters): string {
  const own = `t.organizationid = ${parameters.add(organizationId, 'uuid')}`
  return query.filter === null ? own : `${own} and ${filterSql(query.filter, parameters)}`
}

/** Null when the organization has no such row. */
export async function readRow(
  run: RunSql,
  organizationId: string,
  table: Table,
  id: string,
  select: readonly Column[] | null,
): Promise<ApiRow | null> {
  const parameters = new Parameters()
  const columns = select ?? answerable(table)
  const [raw] = await run(
    `select ${[identity(table), selectList(columns)].filter(Boolean).join(', ')}
     from ${tableName(table)} t
     where t.organizationid = ${parameters.add(organizationId, 'uuid')}
       and ${primaryName(table)} = ${parameters.add(id, 'uuid')}`,
    parameters.values,
  )
  return raw === undefined ? null : toApiRow(columns, raw)
}

/** Rows of a table that belong to others by a lookup, such as the parties of some activities. */
export async function readRelated(
  run: RunSql,
  organizationId: string,
  lookup: { readonly table: Table; readonly column: Column },
  ids: readonly string[],
): Promise<readonly ApiRow[]> {
  if (ids.length === 0) return []
  const columns = answerable(lookup.table)
  const raws = await run(
    `select ${identity(lookup.table)}, ${selectList(columns)}
     from ${tableName(lookup.table)} t
     where t.organizationid = $1::uuid and ${columnName(lookup.column)} = any($2::uuid[])
     order by ${primaryName(lookup.table)}`,
    [organizationId, ids],
  )
  return raws.map((raw) => toApiRow(columns, raw))
}

/** Primary names of some rows of one table, by id; rows that don't exist are left out. */
export async function readNames(
  run: RunSql,
  organizationId: string,
  table: Table,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0 || table.primaryName === null) return new Map()
  const raws = await run(
    `select ${primaryName(table)}::text as id, t.${quoteName(table.primaryName)} as name
     from ${tableName(table)} t
     where t.organizationid = $1::uuid and ${primaryName(table)} = any($2::uuid[])`,
    [organizationId, ids],
  )
  const named = raws.filter((raw) => typeof raw.name === 'string')
  return new Map(named.map((raw) => [String(raw.id), String(raw.name)]))
}

const primaryName = (table: Table): string =>
  columnName(columnByLogicalName(table, table.primaryId)!)

const identity = (table: Table): string =>
  `${primaryName(table)}::text as pk, t.versionnumber::text as version`

const keysOf = (
  keys: readonly SortKey[],
  raw: Readonly<Record<string, unknown>>,
): readonly (string | null)[] =>
  keys.map((_, index) => (raw[`k${index}`] as string | null | undefined) ?? null)
