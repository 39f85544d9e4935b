import { parseApply } from '@trackmark/dataverse'
import { ApiError, badRequest } from '@trackmark/http'
import { countFetch, readFetch } from '@trackmark/store'
import type { Properties, Reading, Source } from '../request/reading.ts'
import { withOptions } from './expand.ts'
import { fetchPageSize, presentFetch, readFetchXml, refusing } from './fetchxml.ts'

type Pairs = readonly (readonly [string, string])[]

/** Most results that are counted. */
const COUNT_MAX = 1_000_000

/** Answers queries in FetchXML or `$apply`; null for plain OData. */
export async function readOtherLanguage(
  reading: Reading,
  source: Source,
  pairs: Pairs,
): Promise<Properties | null> {
  const has = (name: string): boolean => pairs.some(([one]) => one === name)
  if (has('fetchXml')) return readFetchXml(reading, source, pairs)
  return has('$apply') ? readApply(reading, source, pairs) : null
}

/** @throws ApiError for an invalid query */
async function readApply(reading: Reading, source: Source, pairs: Pairs): Promise<Properties> {
  const { table, belongs } = source
  const parsed = parseApply(table, pairs)
  if (!parsed.ok) throw new ApiError(400, parsed.error.code, parsed.error.message)
  const { count, skipToken } = parsed.apply
  const fetch = { ...parsed.apply.fetch, belongs }
  const page = skipToken === null ? 1 : pageOf(skipToken)
  const found = await refusing(readFetch(reading, { ...fetch, page }, fetchPageSize(reading)))
  const counted = count ? await countFetch(reading, fetch, COUNT_MAX) : null
  return {
    '@odata.context': `${reading.root}/$metadata#${table.entitySetName}`,
    ...(counted === null ? {} : { '@odata.count': Math.min(counted, COUNT_MAX) }),
    value: await presentFetch(reading, fetch, found.rows),
    ...(found.moreRecords ? { '@odata.nextLink': nextLink(reading, source, pairs, page + 1) } : {}),
  }
}

/** Aggregated results have no key to continue after, so their pages are numbered. */
const TOKEN = /^page-([1-9]\d{0,5})$/

function pageOf(token: string): number {
  const page = TOKEN.exec(token)?.[1]
  if (page !== undefined) return Number(page)
  throw badRequest("The $skiptoken isn't one of this query; follow @odata.nextLink unchanged.")
}

function nextLink(reading: Reading, source: Source, pairs: Pairs, page: number): string {
  const others = pairs.filter(([name]) => name !== '$skiptoken')
  const path = `${reading.root}/${source.path}`
  return withOptions(path, [...others, ['$skiptoken', `page-${page}`]])
}
