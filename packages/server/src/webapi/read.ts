import {
  type Column,
  parseQuery,
  type Query,
  TABLES,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import {
  type ApiRow,
  type RunSql,
  readNames,
  readPage,
  readRelated,
  readRow,
  SkipTokenError,
} from '@trackmark/store'
import { ApiError, badRequest, noSuchRow } from '../http/errors.ts'
import { type Expansion, parseExpand } from './expand.ts'
import { etag, FORMATTED, type Formatting, nameKey, rowProperties } from './format.ts'
import { type Preferences, wantsAnnotation } from './prefer.ts'

export interface Reading {
  readonly run: RunSql
  readonly organizationId: string
  /** `http://host/api/data/v9.2`, without a slash at the end. */
  readonly root: string
  readonly url: URL
  readonly preferences: Preferences
}

/** Dataverse's largest and usual page. */
const PAGE_SIZE_MAX = 5000

export const ownColumns = (table: Table): readonly Column[] =>
  table.columns.filter((column) => column.physical !== null && !column.secret)

export function serviceDocument(root: string): Record<string, unknown> {
  const sets = TABLES.map(({ entitySetName: name }) => ({ name, kind: 'EntitySet', url: name }))
  return { '@odata.context': `${root}/$metadata`, value: sets }
}

/** @throws ApiError for what the query asks wrongly */
export async function readCollection(
  reading: Reading,
  table: Table,
): Promise<Record<string, unknown>> {
  const { query, expansions } = readQuery(table, reading.url)
  const size = Math.min(
    Math.max(reading.preferences.maxPageSize ?? PAGE_SIZE_MAX, 1),
    PAGE_SIZE_MAX,
  )
  const page = await readPage(reading.run, reading.organizationId, query, size).catch(
    (error: unknown) => {
      if (!(error instanceof SkipTokenError)) throw error
      throw badRequest("The $skiptoken isn't one of this query; follow @odata.nextLink unchanged.")
    },
  )
  const value = await present(reading, query, expansions, page.rows)
  return {
    '@odata.context': `${reading.root}/$metadata#${contextOf(query)}`,
    ...(page.count === null ? {} : { '@odata.count': page.count }),
    value,
    ...(page.next === null ? {} : { '@odata.nextLink': nextLink(reading, table, page.next) }),
  }
}

export async function countCollection(reading: Reading, table: Table): Promise<string> {
  const { query } = readQuery(table, reading.url)
  const counted = { ...query, count: true, skipToken: null, top: 0 }
  const page = await readPage(reading.run, reading.organizationId, counted, 1)
  return String(page.count)
}

/** @throws ApiError 404 when there is no such row */
export async function readSingle(
  reading: Reading,
  table: Table,
  id: string,
): Promise<{ readonly body: Record<string, unknown>; readonly etag: string }> {
  const { query, expansions } = readQuery(table, reading.url)
  const isMore = query.filter !== null || query.orderBy.length > 0 || query.top !== null
  if (isMore || query.count || query.skipToken !== null) {
    throw badRequest('A single row is read with $select and $expand only.')
  }
  const row = await readRow(reading.run, reading.organizationId, table, id, withId(query))
  if (row === null) throw noSuchRow(table.logicalName, id)
  const [properties] = await present(reading, query, expansions, [row])
  const context = `${reading.root}/$metadata#${contextOf(query)}/$entity`
  return { body: { '@odata.context': context, ...properties }, etag: etag(row.version) }
}

function readQuery(
  table: Table,
  url: URL,
): { readonly query: Query; readonly expansions: readonly Expansion[] } {
  const pairs = decodedPairs(url.search)
  const expands = pairs.filter(([name]) => name === '$expand')
  if (expands.length > 1) throw badRequest('The option is given twice. ($expand)')
  const others = pairs.filter(([name]) => name !== '$expand')
  const parsed = parseQuery(table, others)
  if (!parsed.ok) throw new ApiError(400, parsed.error.code, parsed.error.message)
  const query = { ...parsed.query, select: withId(parsed.query) }
  return { query, expansions: parseExpand(table, expands[0]?.[1] ?? null) }
}

function decodedPairs(search: string): readonly (readonly [string, string])[] {
  const decode = (text: string): string => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '))
    } catch {
      throw badRequest("The query isn't well-formed percent-encoded UTF-8.")
    }
  }
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...value] = part.split('=')
      return [decode(name), decode(value.join('='))]
    })
}

/** The primary key comes with every row, selected or not. */
function withId(query: Pick<Query, 'select' | 'table'>): readonly Column[] | null {
  if (query.select === null) return null
  const primary = query.table.columns.find((c) => c.logicalName === query.table.primaryId)!
  return query.select.includes(primary) ? query.select : [...query.select, primary]
}

function contextOf({ table, select }: Query): string {
  if (select === null) return table.entitySetName
  return `${table.entitySetName}(${select.map((column) => column.webApiName).join(',')})`
}

function nextLink(reading: Reading, table: Table, token: string): string {
  const options = decodedPairs(reading.url.search).filter(([name]) => name !== '$skiptoken')
  const pairs = [...options, ['$skiptoken', token] as const].map(
    ([name, value]) =>
      `${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`,
  )
  return `${reading.root}/${table.entitySetName}?${pairs.join('&')}`
}

async function present(
  reading: Reading,
  query: Query,
  expansions: readonly Expansion[],
  rows: readonly ApiRow[],
): Promise<readonly Record<string, unknown>[]> {
  const columns = query.select ?? ownColumns(query.table)
  const related = new Map<Expansion, readonly ApiRow[]>()
  const ids = rows.map((row) => row.id)
  for (const expansion of expansions) {
    related.set(expansion, await readRelated(reading.run, reading.organizationId, expansion, ids))
  }
  const formatting: Formatting = {
    annotations: reading.preferences.annotations,
    names: await lookupNames(reading, [...rows, ...[...related.values()].flat()]),
  }
  return rows.map((row) => {
    const properties = rowProperties(columns, row, formatting)
    for (const [expansion, members] of related) {
      properties[expansion.name] = members
        .filter((member) => member.values[expansion.column.logicalName] === row.id)
        .map((member) =>
          rowProperties(expansion.select ?? ownColumns(expansion.table), member, formatting),
        )
    }
    return properties
  })
}

/** One statement per table pointed to, and none unless names are asked for. */
async function lookupNames(
  reading: Reading,
  rows: readonly ApiRow[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  if (!wantsAnnotation(reading.preferences.annotations, FORMATTED)) return names
  const idsByTable = new Map<string, Set<string>>()
  for (const row of rows) {
    for (const [column, type] of Object.entries(row.lookupTypes)) {
      const ids = idsByTable.get(type) ?? new Set()
      idsByTable.set(type, ids.add(String(row.values[column])))
    }
  }
  for (const [type, ids] of idsByTable) {
    const table = tableByLogicalName(type)
    if (table === undefined) continue
    const found = await readNames(reading.run, reading.organizationId, table, [...ids])
    for (const [id, name] of found) names.set(nameKey(type, id), name)
  }
  return names
}
