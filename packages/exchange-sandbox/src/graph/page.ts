import { badRequest, invalidRequest, SandboxError } from '../errors.ts'
import { pathsOf } from '../odata/filter.ts'
import type { Query } from '../odata/query.ts'
import type { Answer, Call } from './call.ts'
import { checkNames, comparer, matcher, projector, type Shape } from './project.ts'

export const PAGE_DEFAULT = 10
export const PAGE_MAX = 1000

/** @throws 400 outside 1..1000 */
export function pageSize(call: Call, byDefault = PAGE_DEFAULT): number {
  const top = call.query.top
  if (top !== null && (top < 1 || top > PAGE_MAX)) {
    throw invalidRequest(`The value of $top must be between 1 and ${PAGE_MAX}.`)
  }
  const wanted = top ?? call.prefer.maxPageSize ?? byDefault
  return Math.min(wanted, PAGE_MAX)
}

/** The request's own address with other query options; `$` comes encoded, as the service does. */
export function linkWith(call: Call, changes: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of call.query.raw) {
    search.set(OWN_NAMES.has(name) ? name : `$${name}`, value)
  }
  for (const [name, value] of Object.entries(changes)) search.set(name, value)
  return `${call.base}${call.path}?${search}`
}

/** Query options that are no OData options and so have no dollar sign. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'startdatetime',
  'enddatetime',
  'includehiddenfolders',
  'includehiddenmessages',
  'changetype',
])

export interface Listing<S> {
  readonly shape: Shape<S>
  /** In their default order. */
  readonly rows: Iterable<S>
  readonly context: string
  readonly pageDefault?: number
  /** Rows hold the filter already. */
  readonly filtered?: boolean
}

/** A collection: filter, order, count, page, projection. */
export function answerList<S>(call: Call, listing: Listing<S>): Answer {
  const size = pageSize(call, listing.pageDefault)
  const { query } = call
  // Left out, everything would be answered as if it had been found.
  if (query.search !== null) throw badRequest('$search is not served by the sandbox.')
  const project = projector(listing.shape, query)
  const order = comparer(listing.shape, query)
  if (order) checkComplexity(call, listing.shape, query)
  const keep = matcher(listing.shape, listing.filtered ? null : query.filter)
  const wanted = order || query.count ? Number.POSITIVE_INFINITY : query.skip + size + 1
  const kept: S[] = []
  for (const row of listing.rows) {
    if (kept.length >= wanted) break
    if (keep(row)) kept.push(row)
  }
  if (order) kept.sort(order)
  const page = kept.slice(query.skip, query.skip + size)
  const body: Record<string, unknown> = { '@odata.context': context(call, listing.context) }
  if (query.count) body['@odata.count'] = kept.length
  body.value = page.map(project)
  if (kept.length > query.skip + size) {
    body['@odata.nextLink'] = linkWith(call, { $skip: String(query.skip + size) })
  }
  return { status: 200, body }
}

export const context = (call: Call, what: string): string => `${call.base}/$metadata#${what}`

/**
 * Fields of `$orderby` must come first and in order in `$filter`.
 * Source: Microsoft, "List messages", Using filter and orderby in the same query.
 */
function checkComplexity<S>(call: Call, shape: Shape<S>, query: Query): void {
  if (!query.filter || !call.world.switches().inefficientFilter) return
  const heads = (paths: readonly string[]) =>
    checkNames(
      shape,
      paths.map((path) => path.split('/')[0] ?? ''),
    )
  const filtered = [...new Set(heads(pathsOf(query.filter)))]
  const ordered = heads(query.orderBy.map(({ path }) => path))
  if (ordered.every((name, index) => filtered[index] === name)) return
  throw new SandboxError(
    400,
    'InefficientFilter',
    'The restriction or sort order is too complex for this operation.',
  )
}
