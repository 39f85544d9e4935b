import type { Table } from '@trackmark/dataverse'
import { ApiError, badRequest } from '@trackmark/http'
import { parseResource, type Resource } from './path.ts'
import type { RowKey } from './row-key.ts'

/** A reference to a row in a body: `contacts(<guid>)`, or a longer address that ends with it. */
export interface Reference {
  readonly table: Table
  readonly key: RowKey
}

export interface Root {
  /** Root address of the request's organization. References to other organizations are refused. */
  readonly rootUrl: string
  /** The host that the client asked, which may differ from the one in links. */
  readonly askedHost: string
}

export interface ReferenceScope extends Root {
  /** The paths that `$1` and so on stand for inside a change set, such as `contacts(<guid>)`. */
  readonly references: ReadonlyMap<string, string>
}

/** @param name the property that contains the reference @throws ApiError 400 */
export function parseReference(scope: ReferenceScope, name: string, value: unknown): Reference {
  const text = typeof value === 'string' ? value.trim() : ''
  const path = text === '' ? null : relativePath(scope, text)
  const resource = path === null ? null : readable(path)
  if (resource?.kind === 'row') return { table: resource.table, key: resource.key }
  throw badRequest(
    `${name} must be bound to a row of this organization, as in /contacts(00000000-0000-0000-0000-000000000000).`,
  )
}

function readable(path: string): Resource | null {
  try {
    return parseResource(path, new URLSearchParams())
  } catch (error) {
    if (error instanceof ApiError) return null
    throw error
  }
}

/** Resolves `$1` and `$1/name`. @returns null for any other path @throws ApiError 400 for an unknown one */
export function contentReference(
  references: ReadonlyMap<string, string>,
  text: string,
): string | null {
  const [, id, rest = ''] = /^\/?\$([\w.-]{1,100})(\/.*)?$/s.exec(text) ?? []
  if (id === undefined || /^(batch|metadata)$/.test(id)) return null
  const found = references.get(id)
  if (found !== undefined) return found + rest
  // Worded as Dataverse words it.
  throw badRequest(`Content-ID Reference: '$${id}' does not exist in the batch context.`)
}

function relativePath(scope: ReferenceScope, text: string): string | null {
  const referred = contentReference(scope.references, text)
  if (referred !== null) return referred
  const path = belowRoot(scope, text)
  try {
    return path === null ? null : decodeURIComponent(path.rest)
  } catch {
    return null
  }
}

/**
 * Reads an address as clients write it: absolute, from `/api/data/` on, or relative.
 * @returns null for another host or organization; `version` is null in a relative address
 */
export function belowRoot(
  { rootUrl, askedHost }: Root,
  text: string,
): { readonly version: string | null; readonly rest: string } | null {
  const { host, pathname } = new URL(rootUrl)
  const [, given, after] = /^(https?:\/\/[^/]+)(\/.*)$/is.exec(text) ?? []
  // Behind a proxy the scheme may differ.
  if (given !== undefined && ![host, askedHost].includes(hostOf(given))) return null
  const path = after ?? text
  const prefix = pathname.replace(/\/$/, '')
  const own = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path
  const [, version, rest] = /^\/api\/data\/(v9(?:\.\d{1,3})?)\/(.*)$/s.exec(own) ?? []
  if (version !== undefined && rest !== undefined) return { version, rest }
  const isElsewhere = after !== undefined || /\/api\/data\//i.test(own.split('?')[0]!)
  return isElsewhere ? null : { version: null, rest: own.replace(/^\//, '') }
}

/** The host and port of an origin; the default port is omitted. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '')
