import { ERROR_CODES, parseQuery, type Query, type Table } from '@trackmark/dataverse'
import { ApiError, badRequest } from '@trackmark/http'
import {
  type ChangeCursor,
  type Changes,
  CursorExpiredError,
  countChanges,
  isTracked,
  readChanges,
} from '@trackmark/store'
import { answer, plainText } from '../request/answer.ts'
import type { WebApiContext } from '../request/context.ts'
import type { Reading } from '../request/reading.ts'
import { readCursor, writeCursor } from './delta-token.ts'
import { contextList, present, selectedColumns, withOptions } from './expand.ts'
import { decodedPairs } from './rows.ts'

const PAGE_SIZE_MAX = 5000

/** Marks next links of change tracking, since clients may follow them without the Prefer header. */
const PAGE_MARK = 'changes.'

/**
 * Answers change tracking, which is requested by `Prefer: odata.track-changes` or a link of an earlier answer. Null
 * for an ordinary read. (Microsoft, "Use change tracking to synchronize data with external systems")
 * @throws ApiError
 */
export async function answerChanges(
  { deps, reading }: WebApiContext,
  table: Table,
): Promise<Response | null> {
  const pairs = decodedPairs(reading.url.search)
  const prefers = reading.preferences.trackChanges
  const cursor = cursorOf(table, pairs)
  if (cursor === undefined && !prefers) return null
  const query = checkedQuery(table, pairs)
  const columns = selectedColumns(table, query.select, [])
  const pageSize = Math.min(
    Math.max(reading.preferences.maxPageSize ?? PAGE_SIZE_MAX, 1),
    PAGE_SIZE_MAX,
  )
  // This waits before the transaction, in which nothing may wait for other requests.
  if (columns.some(({ type, maxLength }) => type === 'memo' && maxLength === null)) {
    await reading.large?.()
  }
  const changes = await readChanges(deps.database, {
    organizationId: reading.organizationId,
    viewer: reading.context,
    table,
    columns,
    cursor: cursor ?? null,
    pageSize,
  }).catch(refuseExpired)
  const presented = await present(reading, { table, columns, expand: [] }, changes.rows)
  const isDelta = cursor !== undefined && (cursor.kind === 'delta' || cursor.from !== null)
  const body = {
    '@odata.context': `${reading.root}/$metadata#${contextOf(query)}${isDelta ? '/$delta' : ''}`,
    ...link(reading, table, pairs, changes.next),
    value: [...presented, ...deletions(reading, table, changes)],
  }
  const response = await answer(body, reading.preferences)
  if (prefers) response.headers.append('Preference-Applied', 'odata.track-changes')
  return response
}

/** Answers `/$count?$deltatoken=`, the number of changes behind a delta link; null without a token. */
export async function answerChangeCount(
  { deps, reading }: WebApiContext,
  table: Table,
): Promise<Response | null> {
  const pairs = decodedPairs(reading.url.search)
  const cursor = cursorOf(table, pairs)
  if (cursor?.kind !== 'delta') return null
  checkedQuery(table, pairs)
  const { organizationId, context: viewer } = reading
  const count = await countChanges(deps.database, { organizationId, viewer, table, cursor }).catch(
    refuseExpired,
  )
  return plainText(String(count))
}

type Pairs = ReturnType<typeof decodedPairs>

/** Undefined when the request has no token. @throws ApiError 400 for an invalid one */
function cursorOf(table: Table, pairs: Pairs): ChangeCursor | undefined {
  const [delta] = pairs.filter(([name]) => name === '$deltatoken')
  const page = pairs.find(([name, value]) => name === '$skiptoken' && value.startsWith(PAGE_MARK))
  if (delta === undefined && page === undefined) return undefined
  const cursor = readCursor(
    table.logicalName,
    page?.[1].slice(PAGE_MARK.length) ?? delta?.[1] ?? '',
  )
  if (cursor === null || (cursor.kind === 'page') !== (page !== undefined)) {
    throw badRequest(
      `The ${page === undefined ? '$deltatoken' : '$skiptoken'} isn't one of ${table.entitySetName}; follow the links of the answers unchanged.`,
    )
  }
  return cursor
}

const ALLOWED = ['$select', '$deltatoken', '$skiptoken']

function checkedQuery(table: Table, pairs: Pairs): Query {
  if (!isTracked(table)) {
    throw badRequest(`Change tracking isn't enabled for the table ${table.logicalName}.`)
  }
  const other = pairs.find(([name]) => !ALLOWED.includes(name))
  if (other !== undefined) {
    // Worded as Dataverse words it.
    throw badRequest(
      `The "${other[0].slice(0, 40)}" query parameter isn't supported when Change Tracking is enabled.`,
    )
  }
  const parsed = parseQuery(
    table,
    pairs.filter(([name]) => name === '$select'),
  )
  if (parsed.ok) return parsed.query
  throw new ApiError(400, parsed.error.code, parsed.error.message)
}

function refuseExpired(error: unknown): never {
  if (!(error instanceof CursorExpiredError)) throw error
  throw new ApiError(
    400,
    ERROR_CODES.expiredVersionStamp,
    // Worded as Dataverse words it.
    'Version stamp associated with the client has expired. Please perform a full sync.',
  )
}

function contextOf({ table, select }: Query): string {
  if (select === null) return table.entitySetName
  return `${table.entitySetName}(${contextList(selectedColumns(table, select, []), [])})`
}

function deletions(reading: Reading, table: Table, { deleted }: Changes) {
  const context = `${reading.root}/$metadata#${table.entitySetName}/$deletedEntity`
  return deleted.map((id) => ({ '@odata.context': context, id, reason: 'deleted' }))
}

function link(reading: Reading, table: Table, pairs: Pairs, next: ChangeCursor) {
  const options = pairs.filter(([name]) => name === '$select')
  const token = writeCursor(table.logicalName, next)
  const path = `${reading.root}/${table.entitySetName}`
  return next.kind === 'page'
    ? { '@odata.nextLink': withOptions(path, [...options, ['$skiptoken', PAGE_MARK + token]]) }
    : { '@odata.deltaLink': withOptions(path, [...options, ['$deltatoken', token]]) }
}
