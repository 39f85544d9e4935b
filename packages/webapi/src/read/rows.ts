import {
  type Column,
  columnByLogicalName,
  type NavigationProperty,
  parseQuery,
  type Query,
  TABLES,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { ApiError, badRequest, noSuchRow } from '@trackmark/http'
import {
  AnswerTooLargeError,
  ByteBudget,
  countRows,
  memberCondition,
  type Page,
  type PageRequest,
  readPage,
  readRow,
  SkipTokenError,
} from '@trackmark/store'
import { wantsAnnotation } from '../request/prefer.ts'
import type { Properties, Reading, Source } from '../request/reading.ts'
import { readOtherLanguage } from './apply.ts'
import {
  contextList,
  lookupsOf,
  type Presentation,
  present,
  selectedColumns,
  withOptions,
} from './expand.ts'
import { etag } from './format.ts'

/** Largest and default page size, as in Dataverse. */
const PAGE_SIZE_MAX = 5000

/** Counting ends here, as in Dataverse. */
const COUNT_MAX = 5000

const TOTAL = 'Microsoft.Dynamics.CRM.totalrecordcount'
const TOTAL_EXCEEDED = 'Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'

export function serviceDocument(root: string): Record<string, unknown> {
  const sets = TABLES.map(({ entitySetName: name }) => ({ name, kind: 'EntitySet', url: name }))
  return { '@odata.context': `${root}/$metadata`, value: sets }
}

/** @throws ApiError for an invalid query */
export async function readCollection(reading: Reading, table: Table): Promise<Properties> {
  return readSource(reading, { path: table.entitySetName, table, belongs: undefined })
}

export async function countCollection(reading: Reading, table: Table): Promise<string> {
  return countList(reading, { path: table.entitySetName, table, belongs: undefined })
}

/**
 * The rows of a collection-valued navigation property, as in `accounts(id)/Account_Emails`.
 * @throws ApiError 404 when there is no such row, 400 for an invalid query
 */
export async function readMemberCollection(
  reading: Reading,
  row: { readonly table: Table; readonly id: string },
  navigation: NavigationProperty,
): Promise<Properties> {
  return readSource(reading, await memberSource(reading, row, navigation))
}

/** Reads a list by FetchXML, `$apply` or plain query options. */
async function readSource(reading: Reading, source: Source): Promise<Properties> {
  const asked = await readOtherLanguage(reading, source, decodedPairs(reading.url.search))
  return asked ?? readList(reading, source)
}

/**
 * References to the rows of a collection, as in `accounts(id)/Account_Emails/$ref`.
 * @throws ApiError 404 when there is no such row, 400 for an invalid query
 */
export async function readMemberReferences(
  reading: Reading,
  row: { readonly table: Table; readonly id: string },
  navigation: NavigationProperty,
): Promise<Properties> {
  const source = await memberSource(reading, row, navigation)
  return readList(reading, { ...source, path: `${source.path}/$ref`, references: true })
}

/** @throws ApiError 404 when there is no such row, 400 for an invalid query */
export async function countMemberCollection(
  reading: Reading,
  row: { readonly table: Table; readonly id: string },
  navigation: NavigationProperty,
): Promise<string> {
  return countList(reading, await memberSource(reading, row, navigation))
}

async function memberSource(
  reading: Reading,
  { table, id }: { readonly table: Table; readonly id: string },
  navigation: NavigationProperty,
): Promise<Source> {
  const row = await readRow(reading, table, id, [])
  if (row === null) throw noSuchRow(table.logicalName, id)
  return {
    path: `${table.entitySetName}(${id})/${navigation.name}`,
    table: tableByLogicalName(navigation.target)!,
    belongs: memberCondition(navigation, id, reading.context),
  }
}

/** Reads one page. When rows with their expansions are too large for one answer, it tries smaller pages. */
async function readList(reading: Reading, source: Source): Promise<Properties> {
  const { preferences } = reading
  const asked = Math.min(Math.max(preferences.maxPageSize ?? PAGE_SIZE_MAX, 1), PAGE_SIZE_MAX)
  for (let pageSize = asked; ; pageSize = Math.ceil(pageSize / FEWER)) {
    try {
      return await readPageOf({ ...reading, budget: new ByteBudget() }, source, pageSize)
    } catch (error) {
      if (!(error instanceof AnswerTooLargeError) || pageSize === 1) throw error
    }
  }
}

const FEWER = 8

async function readPageOf(reading: Reading, source: Source, pageSize: number): Promise<Properties> {
  const asked = readQuery(source.table, reading.url)
  const query: Query = source.references ? { ...asked, select: [], expand: [] } : asked
  const presentation = presentationOf(query)
  const request = pageRequest(source, { ...query, select: presentation.columns }, pageSize)
  const page = await readPage(reading, request).catch(refuseToken)
  return {
    '@odata.context': `${reading.root}/$metadata#${source.references ? 'Collection($ref)' : contextOf(query)}`,
    ...(await counts(reading, source, query)),
    value: source.references
      ? page.rows.map(({ id }) => ({
          '@odata.id': `${reading.root}/${source.table.entitySetName}(${id})`,
        }))
      : await present(reading, presentation, page.rows),
    ...(page.next === null ? {} : { '@odata.nextLink': nextLink(reading, source, page.next) }),
  }
}

function pageRequest({ belongs }: Source, query: Query, pageSize: number): PageRequest {
  const also = lookupsOf(query.expand)
  return { query, pageSize, also, ...(belongs === undefined ? {} : { belongs }) }
}

function refuseToken(error: unknown): Promise<Page> {
  if (!(error instanceof SkipTokenError)) throw error
  throw badRequest("The $skiptoken isn't one of this query; follow @odata.nextLink unchanged.")
}

/** `@odata.count` where it was asked for, and the annotations that say whether the count reached its limit. */
async function counts(reading: Reading, source: Source, query: Query): Promise<Properties> {
  const { annotations } = reading.preferences
  const count = query.count
    ? await countRows(reading, pageRequest(source, query, 0), COUNT_MAX + 1)
    : null
  const shown = count === null ? null : Math.min(count, COUNT_MAX)
  return {
    ...(shown === null ? {} : { '@odata.count': shown }),
    ...(wantsAnnotation(annotations, TOTAL) ? { [`@${TOTAL}`]: shown ?? -1 } : {}),
    ...(wantsAnnotation(annotations, TOTAL_EXCEEDED)
      ? { [`@${TOTAL_EXCEEDED}`]: count !== null && count > COUNT_MAX }
      : {}),
  }
}

async function countList(reading: Reading, source: Source): Promise<string> {
  const query = readQuery(source.table, reading.url)
  return String(await countRows(reading, pageRequest(source, query, 0), COUNT_MAX))
}

/** @throws ApiError 404 when there is no such row */
export async function readSingle(
  reading: Reading,
  table: Table,
  id: string,
): Promise<{
  readonly body: Properties
  readonly etag: string
  /** Whether the etag covers the whole answer; it doesn't cover expanded rows. */
  readonly isWhole: boolean
}> {
  const query = readQuery(table, reading.url)
  const isMore = query.filter !== null || query.orderBy.length > 0 || query.top !== null
  if (isMore || query.count || query.skipToken !== null) {
    throw badRequest('A single row is read with $select and $expand only.')
  }
  const presentation = presentationOf(query)
  const columns = [...new Set([...presentation.columns, ...lookupsOf(query.expand)])]
  const row = await readRow(reading, table, id, columns)
  if (row === null) throw noSuchRow(table.logicalName, id)
  const [properties] = await present(reading, presentation, [row])
  const context = `${reading.root}/$metadata#${contextOf(query)}/$entity`
  return {
    body: { '@odata.context': context, ...properties },
    etag: etag(row.version),
    isWhole: query.expand.length === 0,
  }
}

/**
 * The row that a single-valued navigation property points to; null when it is empty.
 * @throws ApiError 404 when there is no such row
 */
export async function targetOfRow(
  reading: Reading,
  { table, id }: { readonly table: Table; readonly id: string },
  { column, target }: NavigationProperty,
): Promise<{ readonly table: Table; readonly id: string } | null> {
  const row = await readRow(reading, table, id, [column])
  if (row === null) throw noSuchRow(table.logicalName, id)
  const value = row.values[column.logicalName]
  const isOther = column.physicalType !== null && row.lookupTypes[column.logicalName] !== target
  if (typeof value !== 'string' || isOther) return null
  return { table: tableByLogicalName(target)!, id: value }
}

/** @throws ApiError for an invalid query */
export function readQuery(table: Table, url: URL): Query {
  const parsed = parseQuery(table, decodedPairs(url.search))
  if (parsed.ok) return parsed.query
  throw new ApiError(400, parsed.error.code, parsed.error.message)
}

export function decodedPairs(search: string): readonly (readonly [string, string])[] {
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
      const [own, text] = [decode(name), decode(value.join('='))]
      return [own, TOKENS.has(own) ? text.replace(/\/$/, '') : text] as const
    })
    .filter(([name]) => name !== TAG)
}

/** Some clients append a slash to the links they follow; no token contains one. */
const TOKENS: ReadonlySet<string> = new Set(['$skiptoken', '$deltatoken'])

/** Dataverse passes this option to plug-ins, which don't exist here. */
const TAG = 'tag'

const presentationOf = ({ table, select, expand }: Query): Presentation => ({
  table,
  columns: selectedColumns(table, select, expand),
  expand,
})

function contextOf({ table, select, expand }: Query): string {
  if (select === null && expand.length === 0) return table.entitySetName
  const columns: readonly Column[] | null = select === null ? null : withPrimary(table, select)
  return `${table.entitySetName}(${contextList(columns, expand)})`
}

function withPrimary(table: Table, select: readonly Column[]): readonly Column[] {
  const primary = columnByLogicalName(table, table.primaryId)!
  return select.includes(primary) ? select : [...select, primary]
}

function nextLink(reading: Reading, source: Source, token: string): string {
  const options = decodedPairs(reading.url.search).filter(([name]) => name !== '$skiptoken')
  return withOptions(`${reading.root}/${source.path}`, [...options, ['$skiptoken', token]])
}
