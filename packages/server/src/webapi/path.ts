import { ERROR_CODES, type Table, tableByEntitySet } from '@trackmark/dataverse'
import { ApiError, notFound, notImplemented } from '../http/errors.ts'

/** What a path below `/api/data/v9.x/` stands for. */
export type Resource =
  | { readonly kind: 'service' }
  | { readonly kind: 'collection'; readonly table: Table }
  | { readonly kind: 'count'; readonly table: Table }
  | { readonly kind: 'row'; readonly table: Table; readonly id: string }

export interface WebApiPath {
  /** `v9.2`: answered in the links of the response, as it was asked. */
  readonly version: string
  readonly resource: Resource
}

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** @throws ApiError 400, 404 or 501 */
export function parsePath(pathname: string): WebApiPath {
  const [, version = '', rest = ''] = /^\/api\/data\/([^/]*)\/?(.*)$/s.exec(pathname) ?? []
  if (!/^v9(\.\d{1,3})?$/.test(version)) {
    throw notFound(`There is no Web API "${version.slice(0, 20)}"; use v9.0, v9.1 or v9.2.`)
  }
  return { version, resource: parseResource(decode(rest)) }
}

function parseResource(path: string): Resource {
  if (path === '') return { kind: 'service' }
  if (path.startsWith('$')) throw notImplemented(`${path.slice(0, 40)} isn't served here.`)
  const [first = '', ...more] = path.replace(/\/$/, '').split('/')
  const [, name = '', key] = /^([^(]*)(?:\((.*)\))?$/s.exec(first) ?? []
  const table = tableByEntitySet(name)
  if (table === undefined) throw unknownResource(name === '' ? first : name)
  if (more.length === 0 && key === undefined) return { kind: 'collection', table }
  if (more.length === 0) return { kind: 'row', table, id: rowId(table, key ?? '') }
  if (more.length === 1 && more[0] === '$count' && key === undefined) {
    return { kind: 'count', table }
  }
  throw notImplemented(
    `Properties and navigation below a row aren't served by path; use $select and $expand.`,
  )
}

function rowId(table: Table, key: string): string {
  const value = key.startsWith(`${table.primaryId}=`) ? key.slice(table.primaryId.length + 1) : key
  const id = GUID.exec(value.trim())?.[1]
  if (id !== undefined) return id.toLowerCase()
  throw new ApiError(
    400,
    ERROR_CODES.badQuery,
    `A row of ${table.entitySetName} is named by its GUID, as in ` +
      `${table.entitySetName}(00000000-0000-0000-0000-000000000000).`,
  )
}

function unknownResource(name: string): ApiError {
  // Worded as OData services word it, since clients look for it.
  return notFound(`Resource not found for the segment '${name.slice(0, 80)}'.`)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ApiError(400, ERROR_CODES.badQuery, "The path isn't well-formed percent-encoding.")
  }
}
