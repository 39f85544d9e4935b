import type { Table } from '@trackmark/dataverse'
import { type ApiError, badRequest, noSuchRow, versionDiffers, versionTest } from '@trackmark/http'
import { wakeMailboxes, wakeMailboxesOfProfile } from '@trackmark/store'
import { referenceScope, type WebApiContext } from '../request/context.ts'
import { noSuchKey } from '../request/resolve-key.ts'
import type { RowKey } from '../request/row-key.ts'
import { parseRow, type RowWish } from './body.ts'
import type { Writing } from './in-transaction.ts'
import { changeRow, createRow } from './row.ts'
import { requireWritable } from './writable.ts'

/** The values of an alternate key, as they are locked by. */
export const keyText = (key: Extract<RowKey, { kind: 'alternate' }>): string =>
  key.parts.map(({ column, value }) => `${column.logicalName}=${value}`).join('&')

/**
 * Makes the row that a key names and that isn't there.
 * @param id null = the key is an alternate one
 * @returns its id
 * @throws ApiError 404 where rows of the table aren't made here
 */
export async function insertKeyed(
  context: WebApiContext,
  writing: Writing,
  table: Table,
  key: RowKey,
  id: string | null,
  body: unknown,
): Promise<string> {
  if (!mayCreate(writing, table)) throw noRow(table, id)
  const wish = parseRow(table, 'create', body, referenceScope(context))
  if (id !== null && wish.id !== null && wish.id !== id) {
    throw badRequest(`${table.primaryId} differs from the id in the address.`)
  }
  if (key.kind === 'alternate') {
    for (const { column, value } of key.parts) {
      // A key finds rows by what synchronization keeps, too; nobody makes them by it.
      if (column.readOnly) throw noSuchKey(table)
      if (!wish.values.has(column.logicalName)) wish.values.set(column.logicalName, value)
    }
  }
  return createRow(writing, wish, id ?? wish.id ?? writing.writer.newId())
}

export const noRow = (table: Table, id: string | null): ApiError =>
  id === null ? noSuchKey(table) : noSuchRow(table.logicalName, id)

function mayCreate({ caller }: Writing, table: Table): boolean {
  try {
    requireWritable(caller, table, 'create')
    return true
  } catch {
    return false
  }
}

/** Changes a row under the request's `If-Match` and `If-None-Match`. @throws ApiError 404 or 412 */
export async function change(
  context: WebApiContext,
  writing: Writing,
  wish: RowWish,
  id: string,
): Promise<void> {
  const { table } = wish
  const outcome = await changeRow(writing, wish, id, versionTest(context.request.headers))
  if (outcome === 'absent') throw noSuchRow(table.logicalName, id)
  if (outcome === 'changedMeanwhile') throw versionDiffers()
  await settleSchedule(context, writing, table, id)
}

/** What a mailbox or a profile says holds from the next cycle on, which is due at once. */
export async function settleSchedule(
  { deps }: WebApiContext,
  { writer }: Writing,
  table: Table,
  id: string,
): Promise<void> {
  const { tx, organizationId, now } = writer
  switch (table.logicalName) {
    case 'mailbox':
      await wakeMailboxes(tx, organizationId, [id], now)
      break
    case 'emailserverprofile':
      await wakeMailboxesOfProfile(tx, organizationId, id, now)
      break
    default:
      return
  }
  deps.organizationChanged([])
}
