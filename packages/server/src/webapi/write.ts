import { ERROR_CODES, type Table, tableByLogicalName } from '@trackmark/dataverse'
import {
  type DeleteRefusal,
  lockKey,
  lockRow,
  sqlState,
  wakeMailboxes,
  wakeMailboxesOfProfile,
  writeFailure,
} from '@trackmark/store'
import { readJson } from '../http/body.ts'
import { reachOf } from '../http/caller.ts'
import { ApiError, badRequest, methodNotAllowed, noSuchRow } from '../http/errors.ts'
import { LONG_BYTES, longTurn } from '../http/long-steps.ts'
import { isCreateOnly, versionTest } from '../http/preconditions.ts'
import { underWay } from '../http/request-budget.ts'
import { answer, noContent } from './answer.ts'
import { referenceScope, type WebApiContext } from './context.ts'
import { alreadyThere, patchOrganization, versionDiffers } from './organization-write.ts'
import type { Resource } from './path.ts'
import { readSingle } from './read.ts'
import { findKey, noSuchKey, resolveKey } from './resolve-key.ts'
import type { RowKey } from './row-key.ts'
import { requireWritable } from './writable.ts'
import { parseRow, type RowWish } from './write-body.ts'
import { writeMember } from './write-member.ts'
import { changeRow, createRow, removeRow } from './write-row.ts'
import type { Writing } from './writing.ts'

/** Largest body of a write, in bytes: an attachment of the usual limit fits in, in base64. */
export const WRITE_BYTES_MAX = 16 * 1024 * 1024

type Target = Extract<Resource, { kind: 'service' | 'collection' | 'count' | 'row' | 'member' }>

/** POST, PATCH, PUT and DELETE of rows. @throws ApiError for what is refused; nothing is written */
export async function writeData(context: WebApiContext, target: Target): Promise<Response> {
  const { method } = context.request
  if (!['POST', 'PATCH', 'PUT', 'DELETE'].includes(method)) {
    const allow = 'GET, HEAD, POST, PATCH, PUT, DELETE'
    throw methodNotAllowed(`The method ${method.slice(0, 20)} isn't served here.`, allow)
  }
  switch (target.kind) {
    case 'service':
    case 'count':
      throw methodNotAllowed('This can only be read.', 'GET')
    case 'collection':
      if (method === 'POST') return create(context, target.table)
      throw methodNotAllowed(
        `Rows of ${target.table.entitySetName} are added with POST.`,
        'GET, POST',
      )
    case 'row':
      if (method === 'PATCH') return patch(context, target.table, target.key)
      if (method === 'DELETE') return remove(context, target.table, target.key)
      throw methodNotAllowed(
        `A row is changed with PATCH and removed with DELETE, not with ${method}.`,
        'GET, PATCH, DELETE',
      )
    case 'member':
      return writeMember(context, target)
  }
}

/** Runs work in one transaction; in a change set, in the transaction of all of it. */
export function inTransaction<T>(
  { deps }: WebApiContext,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const { organizationId, caller, newId } = deps
  return deps.database
    .transaction((tx) => {
      const { userId } = caller
      const writer = {
        tx,
        organizationId,
        userId,
        reach: reachOf(caller),
        now: deps.clock(),
        newId,
      }
      return work({ writer, caller })
    })
    .catch((error: unknown) => {
      // What the database says of a value quotes it; a client is told no more than which column.
      throw sqlState(error) === null ? error : writeFailure(error)
    })
}

/** Reads see what the transaction has written. */
export function readingIn(
  { reading }: WebApiContext,
  { writer }: Writing,
): WebApiContext['reading'] {
  return { ...reading, run: (text, parameters) => writer.tx.query(text, parameters) }
}

async function create(context: WebApiContext, table: Table): Promise<Response> {
  requireWritable(context.deps.caller, table, 'create')
  const body = await readJson(context.request, WRITE_BYTES_MAX)
  const wish = parseRow(table, 'create', body, referenceScope(context))
  if (underWay().bodyBytes > LONG_BYTES) await longTurn()
  return inTransaction(context, async (writing) => {
    const id = await createRow(writing, wish)
    return written(context, writing, table, id, 'created')
  })
}

async function written(
  context: WebApiContext,
  writing: Writing,
  table: Table,
  id: string,
  kind: 'created' | 'changed',
): Promise<Response> {
  const { reading } = context
  const address = `${reading.root}/${table.entitySetName}(${id})`
  if (!reading.preferences.returnRepresentation) {
    const location = kind === 'created' ? { Location: address } : {}
    return noContent({ ...location, 'OData-EntityId': address })
  }
  const row = await readSingle(readingIn(context, writing), table, id)
  const headers = { ETag: row.etag, ...(kind === 'created' ? { Location: address } : {}) }
  return answer(row.body, reading.preferences, headers, kind === 'created' ? 201 : 200)
}

/** Update and upsert; `If-Match` allows the one, `If-None-Match: *` the other only. */
async function patch(context: WebApiContext, table: Table, key: RowKey): Promise<Response> {
  const { request, deps } = context
  if (table.logicalName === 'organization') {
    requireWritable(deps.caller, table, 'update')
    const id = await resolveKey(context.reading, table, key)
    return patchOrganization(context, table, id, await readJson(request))
  }
  const createOnly = isCreateOnly(request.headers)
  requireWritable(deps.caller, table, createOnly ? 'create' : 'update')
  const body = await readJson(request, WRITE_BYTES_MAX)
  return inTransaction(context, async (writing) => {
    if (key.kind === 'alternate') await lockKey(writing.writer, table, keyText(key))
    const rows = readingIn(context, writing)
    const id = await findKey(rows, table, key)
    const existing = id === null ? null : await lockRow(writing.writer, table, id, [])
    if (existing === null) {
      if (request.headers.has('if-match')) throw noRow(table, id)
      const made = await insertKeyed(context, writing, table, key, id, body)
      return written(context, writing, table, made, 'created')
    }
    if (createOnly) throw alreadyThere()
    const wish = parseRow(table, 'update', body, referenceScope(context))
    await change(context, writing, wish, existing.id)
    return written(context, writing, table, existing.id, 'changed')
  })
}

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

const noRow = (table: Table, id: string | null): ApiError =>
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

async function remove(context: WebApiContext, table: Table, key: RowKey): Promise<Response> {
  requireWritable(context.deps.caller, table, 'delete')
  const mayGo = versionTest(context.request.headers)
  return inTransaction(context, async (writing) => {
    const id = await resolveKey(readingIn(context, writing), table, key)
    const outcome = await removeRow(writing.writer, table, id, mayGo)
    if (outcome === 'absent') throw noSuchRow(table.logicalName, id)
    if (outcome === 'changedMeanwhile') throw versionDiffers()
    if (outcome !== 'deleted') throw kept(table, outcome)
    return noContent()
  })
}

function kept(table: Table, refusal: DeleteRefusal): ApiError {
  if ('isRunning' in refusal) {
    const message = 'The job has not ended; cancel it first, with statecode 3 and statuscode 32.'
    return new ApiError(405, ERROR_CODES.cannotDelete, message)
  }
  const set = tableByLogicalName(refusal.heldBy)?.entitySetName ?? refusal.heldBy
  return new ApiError(
    405,
    ERROR_CODES.cannotDelete,
    `The ${table.logicalName} can't be deleted: rows of ${set} are associated with it.`,
  )
}
