import type { Table } from '@trackmark/dataverse'
import { type ApiError, badRequest, noSuchRow, versionDiffers, versionTest } from '@trackmark/http'
import { wakeMailboxes, wakeMailboxesOfProfile } from '@trackmark/store'
import { referenceScope, type WebApiContext } from '../request/context.ts'
import { noSuchKey } from '../request/resolve-key.ts'
import type { RowKey } from '../request/row-key.ts'
import { parseRow, type RowInput } from './body.ts'
import type { Writing } from './in-transaction.ts'
import { changeRow, createRow } from './row.ts'
import { requireWritable } from './writable.ts'

/** The values of an alternate key, as the text that it is locked by. */
export const keyText = (key: Extract<RowKey, { kind: 'alternate' }>): string =>
  key.parts.map(({ column, value }) => `${column.logicalName}=${value}`).join('&')

/**
 * Creates the row that a key names and that doesn't exist.
 * @param id null for an alternate key
 * @returns its id
 * @throws ApiError 404 where rows of the table can't be created
 */
export async function createByKey(
  context: WebApiContext,
  writing: Writing,
  table: Table,
  key: RowKey,
  id: string | null,
  body: unknown,
): Promise<string> {
  if (!mayCreate(writing, table)) throw noRow(table, id)
  const input = parseRow(table, 'create', body, referenceScope(context))
  if (id !== null && input.id !== null && input.id !== id) {
    throw badRequest(`${table.primaryId} differs from the id in the address.`)
  }
  if (key.kind === 'alternate') {
    for (const { column, value } of key.parts) {
      // Some columns of alternate keys are written by synchronization only; no row is created by them.
      if (column.readOnly) throw noSuchKey(table)
      if (!input.values.has(column.logicalName)) input.values.set(column.logicalName, value)
    }
  }
  return createRow(writing, input, id ?? input.id ?? writing.writer.newId())
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
  input: RowInput,
  id: string,
): Promise<void> {
  const { table } = input
  const outcome = await changeRow(writing, input, id, versionTest(context.request.headers))
  if (outcome === 'absent') throw noSuchRow(table.logicalName, id)
  if (outcome === 'changedMeanwhile') throw versionDiffers()
  await wakeAffectedMailboxes(context, writing, table, id)
}

/** Changes of a mailbox or a profile apply from the next cycle on, which becomes due at once. */
export async function wakeAffectedMailboxes(
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
