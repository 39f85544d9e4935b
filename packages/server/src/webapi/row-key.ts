import { type Column, ERROR_CODES, type Table } from '@trackmark/dataverse'
import { ApiError } from '../http/errors.ts'

/** How a path names a row: by its id, or by the columns of an alternate key. */
export type RowKey =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'alternate'; readonly parts: readonly KeyPart[] }

export interface KeyPart {
  readonly column: Column
  readonly value: string | number
}

export const GUID_IN_KEY = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/**
 * What stands in the parentheses after an entity set.
 * @param query holds the values of parameter aliases (`@p`)
 * @throws ApiError 400
 */
export function rowKey(table: Table, text: string, query: URLSearchParams): RowKey {
  const plain = text.startsWith(`${table.primaryId}=`)
    ? text.slice(table.primaryId.length + 1)
    : text
  const given = plain.startsWith('@') ? (query.get(plain) ?? plain) : plain
  const id = GUID_IN_KEY.exec(given.trim())?.[1]
  if (id !== undefined) return { kind: 'id', id: id.toLowerCase() }
  throw new ApiError(
    400,
    ERROR_CODES.badQuery,
    `A row of ${table.entitySetName} is named by its GUID, as in ` +
      `${table.entitySetName}(00000000-0000-0000-0000-000000000000).`,
  )
}
