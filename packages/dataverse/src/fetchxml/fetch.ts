import { quoteShort } from '../settings/value.ts'
import { ordersOf, outputsOf } from './columns.ts'
import { checkElement, flag, textOf, wholeNumber } from './elements.ts'
import { type FetchError, FetchFault, toFetchError } from './fault.ts'
import { filtersOf, type Reading } from './filter.ts'
import { linkOf, linksOf } from './link.ts'
import { readScopes } from './scopes.ts'
import type { Fetch } from './types.ts'
import { readFetchXml, type XmlElement } from './xml.ts'

export type FetchResult =
  | { readonly ok: true; readonly fetch: Fetch }
  | { readonly ok: false; readonly error: FetchError }

/** Most rows of a page and of `top`, as Dataverse has it. */
export const FETCH_ROWS_MAX = 5_000
/** Most rows `aggregatelimit` can ask for. */
export const AGGREGATE_LIMIT_MAX = 50_000

const MEANT = ['aggregate', 'aggregatelimit', 'count', 'distinct', 'page', 'paging-cookie', 'top']
const MORE_MEANT = ['returntotalrecordcount', 'useraworderby', 'mapping', 'datasource']
/** Hints to Microsoft's database, and what its other faces read. */
const IGNORED = ['version', 'output-format', 'no-lock', 'latematerialize', 'options', 'utc-offset']

/**
 * Reads a FetchXML document. Everything named is resolved to tables and columns and checked against
 * their types, so that SQL can be made of the result with parameters only.
 *
 * @param context now: milliseconds since 1970; fiscal years and periods are counted from there
 */
export function parseFetch(xml: string, context: { readonly now: number }): FetchResult {
  try {
    return { ok: true, fetch: readFetch(readFetchXml(xml), context.now) }
  } catch (error) {
    if (error instanceof FetchFault) return { ok: false, error: toFetchError(error) }
    throw error
  }
}

function readFetch(root: XmlElement, now: number): Fetch {
  if (root.name !== 'fetch') {
    throw new FetchFault(`The root element is <fetch>, not <${root.name}>.`, root.at)
  }
  checkElement(root, [...MEANT, ...MORE_MEANT, ...IGNORED], ['entity'])
  const [entity, second] = root.children
  if (entity === undefined) throw new FetchFault('<fetch> needs an <entity>.', root.at)
  if (second !== undefined) throw new FetchFault('<fetch> holds one <entity>.', second.at)
  checkElement(entity, ['name', 'enableprefiltering', 'prefilterparametername'], ENTITY_CHILDREN)
  const options = readOptions(root)
  const scopes = readScopes(entity)
  const reading: Reading = { scopes, now, conditions: { count: 0 }, linkOf }
  const [top] = scopes.entries
  const { aggregate, distinct } = options
  const links = linksOf(reading, entity)
  const outputs = outputsOf(scopes, aggregate, distinct)
  if (outputs.length === 0) throw new FetchFault('The query asks for no column.', entity.at)
  const orders = ordersOf(scopes, outputs, aggregate)
  const filter = filtersOf(reading, entity, top!)
  return { ...options, table: top!.table, links, filter, outputs, orders }
}

const ENTITY_CHILDREN = ['attribute', 'all-attributes', 'filter', 'link-entity', 'order']

function readOptions(root: XmlElement) {
  const positive = (max: number) => ({ min: 1, max })
  const options = {
    aggregate: flag(root, 'aggregate'),
    aggregateLimit: wholeNumber(root, 'aggregatelimit', positive(AGGREGATE_LIMIT_MAX)),
    distinct: flag(root, 'distinct'),
    top: wholeNumber(root, 'top', positive(FETCH_ROWS_MAX)),
    count: pageSize(root),
    page: wholeNumber(root, 'page', positive(1_000_000)) ?? 1,
    pagingCookie: textOf(root, 'paging-cookie') || null,
    returnTotalRecordCount: flag(root, 'returntotalrecordcount'),
    rawOrder: flag(root, 'useraworderby'),
  }
  checkTop(root, options)
  const mapping = root.attributes.get('mapping')
  if (mapping !== undefined && mapping.text !== 'logical' && mapping.text !== 'internal') {
    throw new FetchFault(`mapping is 'logical', not ${quoteShort(mapping.text)}.`, mapping.at)
  }
  const source = root.attributes.get('datasource')
  if (source !== undefined) throw new FetchFault('There is no other datasource here.', source.at)
  return options
}

/** Larger pages than the largest are cut to it. */
function pageSize(root: XmlElement): number | null {
  const count = wholeNumber(root, 'count', { min: 0, max: 2_147_483_647 })
  return count === null || count === 0 ? null : Math.min(count, FETCH_ROWS_MAX)
}

function checkTop(
  root: XmlElement,
  options: Pick<Fetch, 'top' | 'page' | 'pagingCookie' | 'returnTotalRecordCount'>,
): void {
  if (options.top === null) return
  const { at } = root.attributes.get('top')!
  if (options.returnTotalRecordCount) {
    throw new FetchFault("top can't be combined with returntotalrecordcount.", at)
  }
  if (options.page > 1 || options.pagingCookie !== null) {
    throw new FetchFault("top can't be combined with page and paging-cookie.", at)
  }
}
