import { ERROR_CODES, type Table, tableByEntitySet } from '@trackmark/dataverse'
import { ApiError, notFound, notImplemented } from '@trackmark/http'
import { type RowKey, rowKey } from './row-key.ts'
import { splitOutside } from './split-outside.ts'

/** Values of parameters may also be JSON lists and objects. */
const JSON_BRACKETS = ['[{', ']}'] as const

/** The resource that a path below `/api/data/v9.x/` names. */
export type Resource =
  | { readonly kind: 'service' }
  | { readonly kind: 'metadata' }
  | { readonly kind: 'batch' }
  | { readonly kind: 'collection'; readonly table: Table }
  | { readonly kind: 'count'; readonly table: Table }
  | { readonly kind: 'row'; readonly table: Table; readonly key: RowKey }
  | Member
  | Definitions
  | Operation

/** A property or navigation property of one row, by its name. */
export interface Member {
  readonly kind: 'member'
  readonly table: Table
  readonly key: RowKey
  readonly name: string
  /** The key of one row in a collection, as in `contacts(id)/collection(id)/$ref`. */
  readonly among: string | null
  readonly tail: '' | '$value' | '$ref' | '$count'
}

/** `EntityDefinitions(...)` and similar: segments as they were written, percent-decoded. */
export interface Definitions {
  readonly kind: 'definitions'
  readonly set: (typeof DEFINITION_SETS)[number]
  readonly segments: readonly string[]
}

/** A call of a function or action. Whether it exists is decided by the handlers of operations. */
export interface Operation {
  readonly kind: 'operation'
  /** Without `Microsoft.Dynamics.CRM.`. */
  readonly name: string
  /** Literals as they were written; aliases are already replaced by the values in the query. */
  readonly parameters: ReadonlyMap<string, string>
  readonly bound: { readonly table: Table; readonly key: RowKey | null } | null
  /** The segments after the call, such as a property of its result. */
  readonly rest: readonly string[]
}

interface WebApiPath {
  /** The version in the request, such as `v9.2`; links in the response use it. */
  readonly version: string
  readonly resource: Resource
}

const DEFINITION_SETS = [
  'EntityDefinitions',
  'GlobalOptionSetDefinitions',
  'RelationshipDefinitions',
  'ManagedPropertyDefinitions',
] as const
const NAMESPACE = 'Microsoft.Dynamics.CRM.'
const SEGMENTS_MAX = 10

/** @throws ApiError 400, 404 or 501 */
export function parsePath(url: URL): WebApiPath {
  const [, version = '', rest = ''] =
    /^(?:\/[^/]+)?\/api\/data\/([^/]*)\/?(.*)$/s.exec(url.pathname) ?? []
  if (!/^v9(\.\d{1,3})?$/.test(version)) {
    throw notFound(`There is no Web API "${version.slice(0, 20)}"; use v9.0, v9.1 or v9.2.`)
  }
  return { version, resource: parseResource(decode(rest), url.searchParams) }
}

/** @param path below `v9.x/`, percent-decoded */
export function parseResource(path: string, query: URLSearchParams): Resource {
  if (path === '') return { kind: 'service' }
  const [first = '', ...more] = split(path.replace(/\/$/, ''))
  if (first === '$metadata' && more.length === 0) return { kind: 'metadata' }
  if (first === '$batch' && more.length === 0) return { kind: 'batch' }
  const { name, inside } = nameAndArguments(first)
  const set = DEFINITION_SETS.find((one) => one === name)
  if (set !== undefined) return { kind: 'definitions', set, segments: [first, ...more] }
  const table = tableByEntitySet(name)
  if (table !== undefined) return tableResource(table, inside, more, query)
  if (!/^[A-Za-z_][\w.]*$/.test(name)) throw unknownResource(name === '' ? first : name)
  return operation(first, more, null, query)
}

function tableResource(
  table: Table,
  inside: string | null,
  more: readonly string[],
  query: URLSearchParams,
): Resource {
  const key = inside === null ? null : rowKey(table, inside, query)
  const [next, ...rest] = more
  if (next === undefined) {
    return key === null ? { kind: 'collection', table } : { kind: 'row', table, key }
  }
  if (next.startsWith(NAMESPACE)) return operation(next, rest, { table, key }, query)
  if (key === null) {
    if (next === '$count' && rest.length === 0) return { kind: 'count', table }
    throw unknownResource(next)
  }
  return member(table, key, next, rest)
}

function member(table: Table, key: RowKey, segment: string, rest: readonly string[]): Member {
  const { name, inside } = nameAndArguments(segment)
  const [tail = '', ...others] = rest
  if (
    others.length === 0 &&
    (tail === '' || tail === '$value' || tail === '$ref' || tail === '$count')
  ) {
    return { kind: 'member', table, key, name, among: inside, tail }
  }
  throw notImplemented(
    `Paths go as far as ${table.entitySetName}(id)/${name.slice(0, 60)}; ask for more by $select and $expand.`,
  )
}

function operation(
  segment: string,
  rest: readonly string[],
  bound: Operation['bound'],
  query: URLSearchParams,
): Operation {
  const { name, inside } = nameAndArguments(segment)
  const parameters = new Map<string, string>()
  for (const part of inside === null || inside.trim() === ''
    ? []
    : splitOutside(inside, ',', JSON_BRACKETS)) {
    const at = part.indexOf('=')
    if (at < 1) throw badPath(`${part.slice(0, 60)} isn't a parameter; write Name=value.`)
    const value = part.slice(at + 1).trim()
    const given = value.startsWith('@') ? query.get(value) : value
    if (given === null) throw badPath(`The query has no value for ${value.slice(0, 60)}.`)
    parameters.set(part.slice(0, at).trim(), given)
  }
  const plain = name.startsWith(NAMESPACE) ? name.slice(NAMESPACE.length) : name
  return { kind: 'operation', name: plain, parameters, bound, rest }
}

function nameAndArguments(segment: string): {
  readonly name: string
  readonly inside: string | null
} {
  const [, name = segment, inside] = /^([^(]*)\((.*)\)$/s.exec(segment) ?? []
  return { name, inside: inside ?? null }
}

function split(path: string): readonly string[] {
  const segments = splitOutside(path, '/', JSON_BRACKETS)
  if (segments.length > SEGMENTS_MAX) throw badPath('The path has too many segments.')
  return segments
}

export function unknownResource(name: string): ApiError {
  // Worded as OData services word it, since clients look for it.
  return notFound(`Resource not found for the segment '${name.slice(0, 80)}'.`)
}

const badPath = (message: string) => new ApiError(400, ERROR_CODES.badQuery, message)

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw badPath("The path isn't well-formed percent-encoding.")
  }
}
