import { ERROR_CODES, type Table } from '@trackmark/dataverse'
import { ApiError, badRequest, methodNotAllowed, notImplemented, readJson } from '@trackmark/http'
import { lockKey, lockRow } from '@trackmark/store'
import { answer, noContent } from '../request/answer.ts'
import { type Handler, referenceScope, type WebApiContext } from '../request/context.ts'
import type { Operation } from '../request/path.ts'
import { unknownResource } from '../request/path.ts'
import { parseReference } from '../request/reference.ts'
import { findKey, noSuchKey } from '../request/resolve-key.ts'
import type { RowKey } from '../request/row-key.ts'
import { parseRow } from './body.ts'
import { createByKey, keyText, wakeAffectedMailboxes } from './change-row.ts'
import { inTransaction, readingIn, WRITE_BYTES_MAX, type Writing } from './in-transaction.ts'
import { changeRow, createRow } from './row.ts'
import { requireWritable } from './writable.ts'

/**
 * Most rows of one message. Dataverse documents no number, only limits of size and time. All rows are written in one
 * transaction, for which others wait.
 */
const TARGETS_MAX = 5_000

type Message = (
  context: WebApiContext,
  table: Table,
  targets: readonly Target[],
) => Promise<Response>

/** One member of `Targets`. */
interface Target {
  /** Its position in the list, as error messages name it. */
  readonly position: string
  readonly body: Readonly<Record<string, unknown>>
  /** From `@odata.id` or the primary key in the body; null for a new row with a new id. */
  readonly key: RowKey | null
}

const MESSAGES: Readonly<Record<string, Message>> = {
  CreateMultiple: createMultiple,
  UpdateMultiple: updateMultiple,
  UpsertMultiple: upsertMultiple,
}

/**
 * `POST accounts/Microsoft.Dynamics.CRM.CreateMultiple` and similar: writes all rows in one transaction, or none.
 * (Microsoft, "Use bulk operation messages")
 */
export const answerBulk: Handler<Operation> = async (context, { name, bound, rest }) => {
  if (!Object.hasOwn(MESSAGES, name) && name !== 'DeleteMultiple') return null
  if (bound === null || bound.key !== null || rest.length > 0) throw unknownResource(name)
  if (context.request.method !== 'POST') {
    throw methodNotAllowed(`${name} is an action; call it with POST.`, 'POST')
  }
  // Dataverse's message for tables that aren't elastic; none is here.
  if (name === 'DeleteMultiple')
    throw notImplemented('DeleteMultiple has not yet been implemented.')
  const { table } = bound
  requireWritable(context.deps.caller, table, name === 'CreateMultiple' ? 'create' : 'update')
  if (table.logicalName === 'organization') {
    throw badRequest(`${name} isn't available for organization; change it with PATCH.`)
  }
  const body = await readJson(context.request, WRITE_BYTES_MAX)
  return MESSAGES[name]!(context, table, targetsOf(context, table, body))
}

function targetsOf(context: WebApiContext, table: Table, body: unknown): readonly Target[] {
  const list =
    typeof body === 'object' && body !== null && 'Targets' in body ? body.Targets : undefined
  if (!Array.isArray(list) || list.length === 0 || list.length > TARGETS_MAX) {
    throw badRequest(
      `The body must be a JSON object with Targets, a list of 1 to ${TARGETS_MAX} rows of ${table.entitySetName}.`,
    )
  }
  return list.map((item: unknown, index) => target(context, table, item, `Targets[${index}]`))
}

function target(context: WebApiContext, table: Table, item: unknown, position: string): Target {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw badRequest(`${position} must be a JSON object of columns and values.`)
  }
  const body = item as Readonly<Record<string, unknown>>
  const type = `Microsoft.Dynamics.CRM.${table.logicalName}`
  const given = body['@odata.type']
  if (typeof given !== 'string' || given.replace(/^#/, '') !== type) {
    throw badRequest(`${position} must have "@odata.type": "${type}".`)
  }
  return { position, body, key: keyOf(context, table, body, position) }
}

function keyOf(
  context: WebApiContext,
  table: Table,
  body: Target['body'],
  position: string,
): RowKey | null {
  const id = body['@odata.id']
  if (id !== undefined) {
    const reference = atPosition(position, () =>
      parseReference(referenceScope(context), '@odata.id', id),
    )
    if (reference.table === table) return reference.key
    throw badRequest(`${position}: @odata.id isn't of ${table.entitySetName}.`)
  }
  if (body[table.primaryId] === undefined) return null
  const { id: own } = atPosition(position, () =>
    parseRow(
      table,
      'update',
      { [table.primaryId]: body[table.primaryId] },
      referenceScope(context),
    ),
  )
  return { kind: 'id', id: own! }
}

/** Adds the position of the row to an error. */
function atPosition<T>(position: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw withPosition(position, error)
  }
}

function withPosition(position: string, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error
  const { status, code, message, headers } = error
  return new ApiError(status, code, `${position}: ${message}`, headers, { cause: error })
}

async function createMultiple(
  context: WebApiContext,
  table: Table,
  targets: readonly Target[],
): Promise<Response> {
  const scope = referenceScope(context)
  const inputs = targets.map(({ position, body }) =>
    atPosition(position, () => parseRow(table, 'create', body, scope)),
  )
  const ids = await inTransaction(context, async (writing) => {
    const made: string[] = []
    for (const [index, input] of inputs.entries()) {
      made.push(
        await createRow(writing, input).catch((error: unknown) => {
          const isTaken = error instanceof ApiError && error.code === ERROR_CODES.duplicateRecord
          throw withPosition(targets[index]!.position, isTaken ? duplicateKey() : error)
        }),
      )
    }
    return made
  })
  const { root, preferences } = context.reading
  const type = 'Microsoft.Dynamics.CRM.CreateMultipleResponse'
  return answer({ '@odata.context': `${root}/$metadata#${type}`, Ids: ids }, preferences)
}

const duplicateKey = () =>
  // Worded as Dataverse words it.
  new ApiError(412, ERROR_CODES.duplicateRecord, 'Cannot insert duplicate key.')

async function updateMultiple(
  context: WebApiContext,
  table: Table,
  targets: readonly Target[],
): Promise<Response> {
  const scope = referenceScope(context)
  const inputs = targets.map(({ position, body, key }) => {
    if (key === null) throw badRequest(`${position} must name its row by ${table.primaryId}.`)
    return atPosition(position, () => ({
      position,
      key,
      input: parseRow(table, 'update', body, scope),
    }))
  })
  await inTransaction(context, async (writing) => {
    const byId = new Map<string, (typeof inputs)[number]>()
    for (const one of inputs) {
      const id = await foundId(context, writing, table, one)
      // When several members name one row, the first is carried out and the others are ignored.
      if (!byId.has(id)) byId.set(id, one)
    }
    const absent: string[] = []
    // Rows are locked in a fixed order, so that two messages about the same rows can't block each other.
    for (const [id, { position, input }] of [...byId].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const outcome = await changeRow(writing, input, id).catch((error: unknown) => {
        throw withPosition(position, error)
      })
      if (outcome === 'absent') absent.push(id)
      else await wakeAffectedMailboxes(context, writing, table, id)
    }
    if (absent.length > 0) throw noSuchRows(table, absent)
  })
  return noContent()
}

async function foundId(
  context: WebApiContext,
  writing: Writing,
  table: Table,
  { key, position }: { readonly key: RowKey; readonly position: string },
): Promise<string> {
  const id = await findKey(readingIn(context, writing), table, key).catch((error: unknown) => {
    throw withPosition(position, error)
  })
  if (id === null) throw withPosition(position, noSuchKey(table))
  return id
}

const IDS_SHOWN = 20

function noSuchRows(table: Table, ids: readonly string[]): ApiError {
  const shown = ids.slice(0, IDS_SHOWN).join(', ')
  return new ApiError(
    404,
    ERROR_CODES.notFound,
    // Worded as Dataverse words it.
    `${table.logicalName} With Ids = ${shown}${ids.length > IDS_SHOWN ? ', ...' : ''} Do Not Exist`,
  )
}

async function upsertMultiple(
  context: WebApiContext,
  table: Table,
  targets: readonly Target[],
): Promise<Response> {
  await inTransaction(context, async (writing) => {
    const seen = new Set<string>()
    for (const { position, key, body } of inOrder(targets)) {
      const id = await upsert(context, writing, table, key, body).catch((error: unknown) => {
        throw withPosition(position, error)
      })
      if (seen.has(id)) {
        const message = `${position}: another row of Targets has the same key.`
        throw new ApiError(412, ERROR_CODES.duplicateRecord, message)
      }
      seen.add(id)
    }
  })
  return noContent()
}

/** Sorted by key, to avoid deadlocks as in updates; keys are compared without regard to case. */
const inOrder = (targets: readonly Target[]): readonly Target[] =>
  targets
    .map((one) => ({ one, text: keyed(one.key) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ one }) => one)

function keyed(key: RowKey | null): string {
  if (key === null) return ''
  return key.kind === 'id' ? key.id : keyText(key).toLowerCase()
}

/** @returns the id of the created or changed row */
async function upsert(
  context: WebApiContext,
  writing: Writing,
  table: Table,
  key: RowKey | null,
  body: Target['body'],
): Promise<string> {
  const scope = referenceScope(context)
  if (key === null) return createRow(writing, parseRow(table, 'create', body, scope))
  if (key.kind === 'alternate') await lockKey(writing.writer, table, keyText(key))
  const id = await findKey(readingIn(context, writing), table, key)
  const existing = id === null ? null : await lockRow(writing.writer, table, id, [])
  if (existing === null) return createByKey(context, writing, table, key, id, body)
  await changeRow(writing, parseRow(table, 'update', body, scope), existing.id)
  await wakeAffectedMailboxes(context, writing, table, existing.id)
  return existing.id
}
