import { ERROR_CODES, type Fetch, type FetchOutput, parseFetch } from '@trackmark/dataverse'
import { ApiError, badRequest } from '@trackmark/http'
import {
  AggregateLimitError,
  countFetch,
  type FetchCell,
  type FetchPage,
  FetchPagingError,
  type FetchRow,
  readFetch,
} from '@trackmark/store'
import { columnType, rowControls, rowLinks } from '../request/metadata-level.ts'
import { wantsAnnotation } from '../request/prefer.ts'
import type { Properties, Reading, Source } from '../request/reading.ts'
import { fullRootOf, namesByTable } from './expand.ts'
import {
  etag,
  FORMATTED,
  type Formatting,
  formattedValue,
  LOOKUP_TYPE,
  NAVIGATION,
  navigationOf,
  wireValue,
} from './format.ts'

const ATTRIBUTE = 'OData.Community.Display.V1.AttributeName'
const COOKIE = 'Microsoft.Dynamics.CRM.fetchxmlpagingcookie'
const MORE = 'Microsoft.Dynamics.CRM.morerecords'
const TOTAL = 'Microsoft.Dynamics.CRM.totalrecordcount'
const TOTAL_EXCEEDED = 'Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'

const PAGE_SIZE_MAX = 5000
/** Counting ends here, as in Dataverse. */
const COUNT_MAX = 5000

/**
 * Answers `?fetchXml=` for the rows of one table, or those that belong to a row.
 * @param pairs the options of the request, decoded
 * @throws ApiError for an invalid query
 */
export async function readFetchXml(
  reading: Reading,
  { table, belongs }: Source,
  pairs: readonly (readonly [string, string])[],
): Promise<Properties> {
  const options = fetchOptions(pairs)
  const parsed = parseFetch(options.fetchXml, { now: reading.context.now })
  if (!parsed.ok) throw new ApiError(400, parsed.error.code, parsed.error.message)
  const fetch = { ...parsed.fetch, belongs }
  if (fetch.table !== table) {
    throw badRequest(
      `The entity of the fetchXml is '${fetch.table.logicalName}', and ${table.entitySetName} holds '${table.logicalName}'.`,
    )
  }
  const page = await refusing(readFetch(reading, fetch, fetchPageSize(reading)))
  const isCounted = options.count || fetch.returnTotalRecordCount
  const count = isCounted ? await countFetch(reading, fetch, COUNT_MAX) : null
  return {
    '@odata.context': `${reading.root}/$metadata#${contextOf(fetch)}`,
    ...totals(reading, count),
    ...paging(reading, fetch, page),
    value: await presentFetch(reading, fetch, page.rows),
  }
}

function fetchOptions(pairs: readonly (readonly [string, string])[]): {
  readonly fetchXml: string
  readonly count: boolean
} {
  const options = new Map<string, string>()
  for (const [name, text] of pairs) {
    if (options.has(name)) throw badRequest(`The option is given twice. (${name.slice(0, 40)})`)
    if (name !== 'fetchXml' && name !== '$count') {
      throw badRequest(`The query option ${name.slice(0, 40)} can't be combined with fetchXml.`)
    }
    options.set(name, text)
  }
  const count = options.get('$count') ?? 'false'
  if (count !== 'true' && count !== 'false') throw badRequest("$count is 'true' or 'false'.")
  return { fetchXml: options.get('fetchXml') ?? '', count: count === 'true' }
}

export const fetchPageSize = ({ preferences }: Reading): number =>
  Math.min(Math.max(preferences.maxPageSize ?? PAGE_SIZE_MAX, 1), PAGE_SIZE_MAX)

/** Translates errors of a query that appear only when it is carried out. */
export async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof FetchPagingError) throw badRequest(error.message)
    if (!(error instanceof AggregateLimitError)) throw error
    // Worded as Dataverse words it, since clients look for it.
    const message = 'AggregateQueryRecordLimit exceeded. Cannot perform this operation.'
    throw new ApiError(400, ERROR_CODES.aggregateLimit, message, {}, { cause: error })
  }
}

function contextOf({ table, outputs, aggregate }: Fetch): string {
  const own = outputs.filter((output) => output.isOwn)
  const all = table.columns.filter((column) => column.physical !== null && !column.secret)
  if (aggregate || own.length === 0 || own.length === all.length) return table.entitySetName
  return `${table.entitySetName}(${own.map((output) => output.name).join(',')})`
}

function totals(reading: Reading, count: number | null): Properties {
  const { annotations } = reading.preferences
  const shown = count === null ? null : Math.min(count, COUNT_MAX)
  const exceeded = count !== null && count > COUNT_MAX
  return {
    ...(shown === null ? {} : { '@odata.count': shown }),
    ...(wantsAnnotation(annotations, TOTAL) ? { [`@${TOTAL}`]: shown ?? -1 } : {}),
    ...(wantsAnnotation(annotations, TOTAL_EXCEEDED) ? { [`@${TOTAL_EXCEEDED}`]: exceeded } : {}),
  }
}

/**
 * The last page has no cookie, because clients continue while there is one. A page that ended early has both
 * annotations even if nobody asked for them, so that a client doesn't take it for the last one.
 */
function paging(reading: Reading, fetch: Fetch, page: FetchPage): Properties {
  const { annotations } = reading.preferences
  const wants = (annotation: string) => page.isCut || wantsAnnotation(annotations, annotation)
  const properties: Properties = {}
  if (page.moreRecords && wants(COOKIE)) {
    // Clients decode it twice.
    const inner = page.cookie === null ? '' : encodeURIComponent(encodeURIComponent(page.cookie))
    const attribute = page.cookie === null ? '' : `pagingcookie="${inner}" `
    properties[`@${COOKIE}`] =
      `<cookie pagenumber="${fetch.page + 1}" ${attribute}istracking="False" />`
  }
  if (wants(MORE)) properties[`@${MORE}`] = page.moreRecords
  return properties
}

/** Makes answers of rows. Columns without a value are omitted, as Dataverse does for these queries. */
export async function presentFetch(
  reading: Reading,
  fetch: Fetch,
  rows: readonly FetchRow[],
): Promise<readonly Properties[]> {
  const formatting: Formatting = {
    fullRoot: fullRootOf(reading),
    annotations: reading.preferences.annotations,
    names: await namesOf(reading, rows),
  }
  return rows.map((row) => {
    const { fullRoot } = formatting
    const isFull = fullRoot !== null && row.id !== null
    const properties: Properties = {
      ...(isFull ? rowControls(fullRoot, fetch.table, row.id) : {}),
      ...(row.version === null ? {} : { '@odata.etag': etag(row.version) }),
    }
    for (const [index, cell] of row.cells.entries()) {
      const output = fetch.outputs[index]
      if (output === undefined || cell.value === null) continue
      Object.assign(properties, cellProperties(fetch, output, cell, formatting))
    }
    if (isFull) Object.assign(properties, rowLinks(fullRoot, fetch.table, row.id))
    return properties
  })
}

function cellProperties(
  fetch: Fetch,
  output: FetchOutput,
  cell: FetchCell,
  { annotations, names, fullRoot }: Formatting,
): Properties {
  const { name, column } = output
  const typeAnnotation =
    fullRoot === null || output.role.kind !== 'value' ? null : columnType(column)
  const wants = (annotation: string): boolean => wantsAnnotation(annotations, annotation)
  const type = cell.lookupType ?? undefined
  const formatted = wants(FORMATTED) ? formattedCell(output, cell, names) : null
  const navigation =
    output.isOwn && type !== undefined && wants(NAVIGATION)
      ? navigationOf(fetch.table, column, type)
      : undefined
  return {
    ...(formatted === null ? {} : { [`${name}@${FORMATTED}`]: formatted }),
    ...(navigation === undefined ? {} : { [`${name}@${NAVIGATION}`]: navigation }),
    ...(type !== undefined && wants(LOOKUP_TYPE) ? { [`${name}@${LOOKUP_TYPE}`]: type } : {}),
    ...(!output.isOwn && wants(ATTRIBUTE) ? { [`${name}@${ATTRIBUTE}`]: column.logicalName } : {}),
    ...(typeAnnotation === null ? {} : { [`${name}@odata.type`]: typeAnnotation }),
    [name]: wireValue(column, cell.value),
  }
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 })

function formattedCell(
  { column, role }: FetchOutput,
  { value, lookupType }: FetchCell,
  names: ReadonlyMap<string, string>,
): string | null {
  const isMade = role.kind === 'aggregate' || (role.kind === 'group' && role.by !== null)
  if (isMade && typeof value === 'number') return numbers.format(value)
  if (role.kind === 'group' && role.by !== null) return String(value)
  return formattedValue(column, value, lookupType ?? undefined, names)
}

/**
 * Reads the names of the rows that lookups point to: one statement per table, and none when names aren't asked for.
 */
async function namesOf(
  reading: Reading,
  rows: readonly FetchRow[],
): Promise<ReadonlyMap<string, string>> {
  if (!wantsAnnotation(reading.preferences.annotations, FORMATTED)) return new Map()
  const idsByTable = new Map<string, Set<string>>()
  for (const { lookupType, value } of rows.flatMap((row) => row.cells)) {
    if (lookupType === null) continue
    const ids = idsByTable.get(lookupType) ?? new Set()
    idsByTable.set(lookupType, ids.add(String(value)))
  }
  return namesByTable(reading, idsByTable)
}
