import type { Column, Table } from '@trackmark/dataverse'
import { ByteBudget, mayBeLarge, rowBytes, rowsThatFit } from '../crm/bytes.ts'
import { type ApiRow, selectList, toApiRow } from '../crm/row.ts'
import { primaryColumn } from '../crm/scope.ts'
import { columnName, Parameters, tableName } from '../crm/sql.ts'
import { type Viewer, visibleIf } from '../crm/visible.ts'
import type { Database, Queryable } from '../database/database.ts'
import type { ChangeCursor, ChangePage } from './cursor.ts'
import { EPOCH, FLOOR } from './horizon.ts'

/** The cursor is too old, or comes from another database. The follower has to start over. */
export class CursorExpiredError extends Error {
  override readonly name = 'CursorExpiredError'
}

interface ChangesRequest {
  readonly organizationId: string
  readonly viewer: Viewer
  /** One of `TRACKED_TABLES`. */
  readonly table: Table
  readonly columns: readonly Column[]
  /** Null when the follower has nothing yet. */
  readonly cursor: ChangeCursor | null
  readonly pageSize: number
}

export interface Changes {
  /** New and changed rows as they are now. A row may come again in a later answer. */
  readonly rows: readonly ApiRow[]
  /** Ids of rows that are gone, or no longer visible to the viewer. The follower may not have had them. */
  readonly deleted: readonly string[]
  /** The cursor of the next page, or after the last page that of the next delta. */
  readonly next: ChangeCursor
}

/**
 * Reads rows and deletions for a follower, in pages (docs/decisions, change tracking). Each page is one
 * snapshot. A delta begins at the lowest transaction that was still running when the previous reading began.
 * Whatever committed since has this id or a higher one, so that nothing is lost, however late a transaction
 * commits. Changes of transactions in between may be given twice.
 * @throws CursorExpiredError
 */
export async function readChanges(database: Database, request: ChangesRequest): Promise<Changes> {
  return database.transaction(async (tx) => {
    const page = await pageOf(tx, request)
    const fitting = { ...request, pageSize: await pageThatFits(tx, request, page) }
    const rows = page.part === 'rows' ? await readRows(tx, fitting, page) : []
    const [seen, unseen] = [rows.filter((raw) => raw.seen), rows.filter((raw) => !raw.seen)]
    const more = page.from !== null && rows.length < fitting.pageSize
    const tombstones = more
      ? await readTombstones(tx, fitting, page, fitting.pageSize - rows.length)
      : []
    return {
      rows: seen.map((raw) => toApiRow(fitting.columns, raw)),
      deleted: [...unseen, ...tombstones].map((raw) => String(raw.pk)),
      next: nextCursor(fitting, page, rows, tombstones),
    }
  })
}

/** The number of rows and deletions that a delta from this cursor would give. @throws CursorExpiredError */
export async function countChanges(
  database: Database,
  request: Place & { readonly cursor: Extract<ChangeCursor, { kind: 'delta' }> },
): Promise<number> {
  return database.transaction(async (tx) => {
    const page = await pageOf(tx, request)
    const parameters = new Parameters()
    const rows = rowsSql(request, page, parameters)
    const tombstones = tombstonesSql(request, page, parameters)
    const [counted] = await tx.query<{ n: number }>(
      `select (select count(*) from ${tableName(request.table)} t where ${rows})
         + (select count(*) from sync.tombstone d where ${tombstones}) as n`,
      parameters.values,
    )
    return counted?.n ?? 0
  })
}

interface Bounds {
  readonly horizon: string
  readonly until: string
  readonly epoch: string
  readonly floor: string | null
}

async function pageOf(
  tx: Queryable,
  { organizationId, cursor }: Pick<ChangesRequest, 'organizationId' | 'cursor'>,
): Promise<ChangePage> {
  // The floor, the rows and the deletions must come from one snapshot.
  await tx.query('set transaction isolation level repeatable read, read only')
  const [bounds] = await tx.query<Bounds>(
    `select pg_snapshot_xmin(s)::text as horizon, pg_snapshot_xmax(s)::text as until,
       ${EPOCH} as epoch, ${FLOOR} as floor
     from pg_current_snapshot() s`,
    [organizationId],
  )
  const { horizon, until, epoch, floor } = bounds!
  if (cursor !== null) refuseExpired(cursor, { horizon, until, epoch, floor })
  if (cursor?.kind === 'page') return cursor
  const from = cursor?.from ?? null
  return { kind: 'page', epoch, from, next: horizon, until, part: 'rows', after: null }
}

function refuseExpired(cursor: ChangeCursor, bounds: Bounds): void {
  const from = cursor.kind === 'delta' ? cursor.from : (cursor.from ?? cursor.next)
  const isOfOther = cursor.epoch !== bounds.epoch
  // The cursor is ahead of the database, which has been restored to an earlier state.
  const isAhead = BigInt(from) > BigInt(bounds.until)
  const isGone = bounds.floor !== null && BigInt(from) < BigInt(bounds.floor)
  if (isOfOther || isAhead || isGone) throw new CursorExpiredError()
}

/** How many rows an answer can hold; at least one. */
async function pageThatFits(
  tx: Queryable,
  request: ChangesRequest,
  page: ChangePage,
): Promise<number> {
  const { table, columns, pageSize } = request
  if (page.part !== 'rows' || !mayBeLarge(columns, pageSize)) return pageSize
  const parameters = new Parameters()
  const where = rowsSql(request, page, parameters)
  const order = orderOf(request, page)
  const text = `select ${rowBytes(columns)} as bytes, row_number() over (order by ${order}) as n
    from ${tableName(table)} t where ${where}
    order by ${order} limit ${parameters.add(pageSize, 'bigint')}`
  const budget = new ByteBudget()
  const run = (sql: string, values: readonly unknown[]) => tx.query<Raw>(sql, values)
  const fits = await rowsThatFit({ run, budget }, { text, parameters: parameters.values })
  return budget.isCut ? fits : pageSize
}

function orderOf({ table }: Pick<ChangesRequest, 'table'>, page: ChangePage): string {
  const id = columnName(primaryColumn(table))
  return page.from === null ? id : `t.changexid, ${id}`
}

type Raw = Readonly<Record<string, unknown>>

async function readRows(tx: Queryable, request: ChangesRequest, page: ChangePage): Promise<Raw[]> {
  const parameters = new Parameters()
  const where = rowsSql(request, page, parameters)
  const id = columnName(primaryColumn(request.table))
  const order = orderOf(request, page)
  const columns = selectList(request.columns)
  const seen = visibleIf(request.table, request.viewer, 't', parameters) ?? 'true'
  return tx.query(
    `select ${id}::text as pk, t.versionnumber::text as version, t.changexid::text as change,
       ${seen} as seen ${columns === '' ? '' : `, ${columns}`}
     from ${tableName(request.table)} t
     where ${where}
     order by ${order} limit ${parameters.add(request.pageSize, 'bigint')}`,
    parameters.values,
  )
}

type Place = Pick<ChangesRequest, 'organizationId' | 'table' | 'viewer'>

/**
 * A first reading gives every row that the viewer sees, in the order of the primary key. A delta gives the
 * rows written since; those that the viewer doesn't see any more are given as deleted.
 */
function rowsSql(
  { organizationId, table, viewer }: Place,
  page: ChangePage,
  at: Parameters,
): string {
  const own = `t.organizationid = ${at.add(organizationId, 'uuid')}`
  const id = columnName(primaryColumn(table))
  if (page.from === null) {
    const seen = visibleIf(table, viewer, 't', at)
    const after = page.after === null ? null : `${id} > ${at.add(page.after.id, 'uuid')}`
    return [own, seen, after].filter((one) => one !== null).join(' and ')
  }
  return `${own} and ${span('t', page, at)}${page.part === 'rows' ? after('t.changexid', id, page, at) : ''}`
}

const span = (alias: string, { from, until }: ChangePage, at: Parameters): string =>
  `${alias}.changexid >= ${at.add(from ?? '0', 'xid8')}
    and ${alias}.changexid < ${at.add(until, 'xid8')}`

function after(change: string, id: string, { after: last }: ChangePage, at: Parameters): string {
  if (last === null) return ''
  return ` and (${change}, ${id}) > (${at.add(last.changeXid, 'xid8')}, ${at.add(last.id, 'uuid')})`
}

async function readTombstones(
  tx: Queryable,
  request: ChangesRequest,
  page: ChangePage,
  limit: number,
): Promise<Raw[]> {
  const parameters = new Parameters()
  const where = tombstonesSql(request, page, parameters)
  return tx.query(
    `select d.rowid::text as pk, d.changexid::text as change from sync.tombstone d
     where ${where}
     order by d.changexid, d.rowid limit ${parameters.add(limit, 'bigint')}`,
    parameters.values,
  )
}

/** A row that was created again under its id is given as a row, not as deleted. */
function tombstonesSql({ organizationId, table }: Place, page: ChangePage, at: Parameters): string {
  const own = `d.organizationid = ${at.add(organizationId, 'uuid')}
    and d.tablename = ${at.add(table.logicalName, 'text')}`
  const beyond = page.part === 'tombstones' ? after('d.changexid', 'd.rowid', page, at) : ''
  return `${own} and ${span('d', page, at)}${beyond}
    and not exists (
      select 1 from ${tableName(table)} t
      where t.organizationid = d.organizationid and ${columnName(primaryColumn(table))} = d.rowid)`
}

function nextCursor(
  request: ChangesRequest,
  page: ChangePage,
  rows: readonly Raw[],
  tombstones: readonly Raw[],
): ChangeCursor {
  const isFull = rows.length + tombstones.length >= request.pageSize
  const last = tombstones.at(-1) ?? rows.at(-1)
  if (!isFull || last === undefined) {
    return { kind: 'delta', epoch: page.epoch, from: page.next }
  }
  const part = tombstones.length > 0 ? 'tombstones' : page.part
  return { ...page, part, after: { changeXid: String(last.change), id: String(last.pk) } }
}
