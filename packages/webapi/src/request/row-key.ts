import { type Column, columnByWebApiName, ERROR_CODES, type Table } from '@trackmark/dataverse'
import { ApiError, badRequest } from '@trackmark/http'
import { splitOutside } from './split-outside.ts'

/** How a path names a row: by its id, or by the columns of an alternate key. */
export type RowKey =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'alternate'; readonly parts: readonly KeyPart[] }

interface KeyPart {
  readonly column: Column
  readonly value: string | number
}

export const GUID_IN_KEY = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

const INTEGER = /^-?\d{1,15}$/

/**
 * Reads the key in the parentheses after an entity set.
 * @param query holds the values of parameter aliases (`@p`)
 * @throws ApiError 400
 */
export function rowKey(table: Table, text: string, query: URLSearchParams): RowKey {
  const plain = text.startsWith(`${table.primaryId}=`)
    ? text.slice(table.primaryId.length + 1)
    : text
  const given = aliased(plain.trim(), query)
  const id = GUID_IN_KEY.exec(given)?.[1]
  if (id !== undefined) return { kind: 'id', id: id.toLowerCase() }
  const parts = /^\w+\s*=/.test(text.trim()) ? keyParts(table, text, query) : null
  if (parts !== null) return { kind: 'alternate', parts }
  throw unreadable(table)
}

function keyParts(table: Table, text: string, query: URLSearchParams): readonly KeyPart[] | null {
  const given = new Map<string, string>()
  for (const part of splitOutside(text, ',')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at < 1 || given.has(name)) throw unreadable(table)
    given.set(name, aliased(part.slice(at + 1).trim(), query))
  }
  const keys = table.alternateKeys ?? []
  const isKey = (names: readonly string[]) =>
    names.length === given.size && names.every((name) => given.has(name))
  const key = keys.find(isKey)
  if (key === undefined) {
    if (given.size === 1 && given.has(table.primaryId)) return null
    const known = keys.map((names) => names.join(',')).join('; ') || 'none'
    throw badRequest(
      `${[...given.keys()].join(',').slice(0, 80)} is no alternate key of ${table.logicalName}; it has ${known}.`,
    )
  }
  return key.map((name) => ({
    column: columnByWebApiName(table, name)!,
    value: keyValue(columnByWebApiName(table, name)!, given.get(name)!),
  }))
}

function keyValue({ logicalName: name, type }: Column, literal: string): string | number {
  if (type === 'uniqueidentifier') {
    const id = GUID_IN_KEY.exec(literal.replace(/^'(.*)'$/, '$1'))?.[1]
    if (id === undefined) throw badRequest(`The key ${name} takes a GUID.`)
    return id.toLowerCase()
  }
  if (INTEGER.test(literal)) return Number(literal)
  const inside = /^'((?:[^']|'')*)'$/s.exec(literal)?.[1]
  const value = inside?.replaceAll("''", "'")
  if (value === undefined) {
    throw badRequest(`The key ${name} takes a text in single quotes, as in (${name}='x').`)
  }
  if (value.includes('\0') || !value.isWellFormed()) {
    throw badRequest(`The key ${name} holds characters no column can hold.`)
  }
  return value
}

const aliased = (text: string, query: URLSearchParams): string =>
  text.startsWith('@') ? (query.get(text) ?? text).trim() : text

const unreadable = (table: Table) =>
  new ApiError(
    400,
    ERROR_CODES.badQuery,
    `A row of ${table.entitySetName} is named by its GUID, as in ` +
      `${table.entitySetName}(00000000-0000-0000-0000-000000000000).`,
  )
