import { ERROR_CODES, type Table, tableByLogicalName } from '@trackmark/dataverse'
import {
  ApiError,
  alreadyThere,
  isCreateOnly,
  LONG_BYTES,
  methodNotAllowed,
  noSuchRow,
  readJson,
  requestBudget,
  turnForLongStep,
  versionDiffers,
  versionTest,
} from '@trackmark/http'
import { type DeleteRefusal, lockKey, lockRow } from '@trackmark/store'
import { readSingle } from '../read/rows.ts'
import { answer, noContent } from '../request/answer.ts'
import { referenceScope, type WebApiContext } from '../request/context.ts'
import type { Resource } from '../request/path.ts'
import { findKey, resolveKey } from '../request/resolve-key.ts'
import type { RowKey } from '../request/row-key.ts'
import { parseRow } from './body.ts'
import { change, createByKey, keyText, noRow } from './change-row.ts'
import { inTransaction, readingIn, WRITE_BYTES_MAX, type Writing } from './in-transaction.ts'
import { writeMember } from './member.ts'
import { patchOrganization } from './organization.ts'
import { createRow, removeRow } from './row.ts'
import { requireWritable } from './writable.ts'

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

async function create(context: WebApiContext, table: Table): Promise<Response> {
  requireWritable(context.deps.caller, table, 'create')
  const body = await readJson(context.request, WRITE_BYTES_MAX)
  const input = parseRow(table, 'create', body, referenceScope(context))
  if (requestBudget().bodyBytes > LONG_BYTES) await turnForLongStep()
  return inTransaction(context, async (writing) => {
    const id = await createRow(writing, input)
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

/** Updates or upserts a row. `If-Match` allows only an update, `If-None-Match: *` only a creation. */
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
      const made = await createByKey(context, writing, table, key, id, body)
      return written(context, writing, table, made, 'created')
    }
    if (createOnly) throw alreadyThere()
    const input = parseRow(table, 'update', body, referenceScope(context))
    await change(context, writing, input, existing.id)
    return written(context, writing, table, existing.id, 'changed')
  })
}

async function remove(context: WebApiContext, table: Table, key: RowKey): Promise<Response> {
  requireWritable(context.deps.caller, table, 'delete')
  const mayGo = versionTest(context.request.headers)
  return inTransaction(context, async (writing) => {
    const id = await resolveKey(readingIn(context, writing), table, key)
    const outcome = await removeRow(writing.writer, table, id, mayGo)
    if (outcome === 'absent') throw noSuchRow(table.logicalName, id)
    if (outcome === 'changedMeanwhile') throw versionDiffers()
    if (outcome !== 'deleted') throw deleteRefused(table, outcome)
    return noContent()
  })
}

function deleteRefused(table: Table, refusal: DeleteRefusal): ApiError {
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
