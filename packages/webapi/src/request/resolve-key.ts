import { ERROR_CODES, type Table } from '@trackmark/dataverse'
import { ApiError, badRequest } from '@trackmark/http'
import { type RowReader, rowsByKey } from '@trackmark/store'
import type { RowKey } from './row-key.ts'

/**
 * Finds the id that a key stands for. Whether a row with a given id exists is not checked.
 * @returns null when no visible row has the values of the alternate key
 * @throws ApiError 400 when several rows have them
 */
export async function findKey(rows: RowReader, table: Table, key: RowKey): Promise<string | null> {
  if (key.kind === 'id') return key.id
  const ids = await rowsByKey(rows, table, key.parts)
  if (ids.length > 1) {
    const names = key.parts.map(({ column }) => column.logicalName).join(', ')
    throw badRequest(
      `More than one row of ${table.entitySetName} has this ${names}; name the row by its GUID.`,
    )
  }
  return ids[0] ?? null
}

/** @throws ApiError 404 */
export async function resolveKey(rows: RowReader, table: Table, key: RowKey): Promise<string> {
  const id = await findKey(rows, table, key)
  if (id !== null) return id
  throw noSuchKey(table)
}

export const noSuchKey = (table: Table): ApiError =>
  new ApiError(
    404,
    ERROR_CODES.notFoundByKey,
    // Worded as Dataverse words it.
    `A record with the specified key values does not exist in ${table.logicalName} entity`,
  )
