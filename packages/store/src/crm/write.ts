import type { Instant } from '@trackmark/core'
import {
  type Column,
  columnByLogicalName,
  type Reach,
  seesAll,
  type Table,
} from '@trackmark/dataverse'
import type { Queryable } from '../database/database.ts'
import { iso } from '../database/values.ts'
import { type ApiRow, selectList, toApiRow } from './row.ts'
import { columnName, columnSqlType, Parameters, quoteName, tableName } from './sql.ts'
import { changeableIf, visibleIf } from './visible.ts'

/** One transaction of one caller in one organization. */
export interface Writer {
  readonly tx: Queryable
  readonly organizationId: string
  /** Null = the service itself. */
  readonly userId: string | null
  /** What the caller sees and changes besides their own rows. */
  readonly reach: readonly Reach[]
  readonly now: Instant
  readonly newId: () => string
}

/** A row of another table, as the value of a lookup. */
export interface RowReference {
  readonly table: string
  readonly id: string
}

/** A value that the caller has checked against its column. Instants are ISO text, ids are in lower case. */
export type WriteValue = string | number | boolean | null | RowReference

/** By logical name. */
type WriteValues = ReadonlyMap<string, WriteValue>

/** Adds a row; columns left out get the catalogue's defaults. @returns false = the id exists already */
export async function insertRow(
  writer: Writer,
  table: Table,
  id: string,
  values: WriteValues,
): Promise<boolean> {
  const at = iso(writer.now)
  const by = writer.userId === null ? null : { table: 'systemuser', id: writer.userId }
  const all = new Map<string, WriteValue>()
  for (const column of table.columns) {
    if (column.physical !== null && column.default !== null) {
      all.set(column.logicalName, column.default)
    }
  }
  for (const [name, value] of values) all.set(name, value)
  all.delete('versionnumber')
  all.set(table.primaryId, id)
  for (const name of ['createdon', 'modifiedon']) all.set(name, at)
  for (const name of ['createdby', 'modifiedby']) all.set(name, by)
  const cells = cellsOf(table, all)
  const names = cells.map((cell) => quoteName(cell.name))
  const placeholders = cells.map((cell, index) => `$${index + 2}::${cell.type}`)
  const made = await writer.tx.query(
    `insert into ${tableName(table)} (organizationid, ${names.join(', ')})
     values ($1::uuid, ${placeholders.join(', ')})
     on conflict do nothing returning 1 as made`,
    [writer.organizationId, ...cells.map((cell) => cell.value)],
  )
  return made.length > 0
}

/** Changes some columns of a row that the caller has locked. Without columns nothing is written. */
export async function updateRow(
  writer: Writer,
  table: Table,
  id: string,
  values: WriteValues,
): Promise<void> {
  if (values.size === 0) return
  const cells = cellsOf(table, values)
  const sets = cells.map((cell, index) => `${quoteName(cell.name)} = $${index + 5}::${cell.type}`)
  await writer.tx.query(
    `update ${tableName(table)} t
     set ${sets.join(', ')}, modifiedon = $3::timestamptz, modifiedby = $4::uuid,
       versionnumber = nextval('crm.versionnumber')
     where t.organizationid = $1::uuid and ${primary(table)} = $2::uuid`,
    [writer.organizationId, id, iso(writer.now), writer.userId, ...cells.map((cell) => cell.value)],
  )
}

/** Reads a row and locks it until the transaction ends. Null when the caller sees no such row. */
export async function lockRow(
  writer: Writer,
  table: Table,
  id: string,
  columns: readonly Column[],
): Promise<ApiRow | null> {
  const list = [`${primary(table)}::text as pk`, 't.versionnumber::text as version']
  const { from, parameters } = rowOf(writer, table, id, visibleIf)
  const [raw] = await writer.tx.query(
    `select ${[...list, selectList(columns)].filter(Boolean).join(', ')} ${from} for update of t`,
    parameters.values,
  )
  return raw === undefined ? null : toApiRow(columns, raw)
}

/** Whether the caller may change a row that they have locked. */
export async function mayChange(writer: Writer, table: Table, id: string): Promise<boolean> {
  if (seesAll(table, writer.reach)) return true
  const { from, parameters } = rowOf(writer, table, id, changeableIf)
  return (await writer.tx.query(`select 1 as found ${from}`, parameters.values)).length > 0
}

/** `from` and `where` of one row, with a condition on what the caller may see or change. */
function rowOf(writer: Writer, table: Table, id: string, condition: typeof visibleIf) {
  const parameters = new Parameters()
  const own = condition(table, writer, 't', parameters)
  const from = `from ${tableName(table)} t
     where t.organizationid = ${parameters.add(writer.organizationId, 'uuid')}
       and ${primary(table)} = ${parameters.add(id, 'uuid')}${own === null ? '' : ` and ${own}`}`
  return { from, parameters }
}

/** Whether the caller sees such a row. It can't be deleted then until the transaction ends. */
export async function lockForLookup(writer: Writer, table: Table, id: string): Promise<boolean> {
  const { from, parameters } = rowOf(writer, table, id, visibleIf)
  const lock = table.source === 'table' ? 'for key share of t' : ''
  const found = await writer.tx.query(`select 1 as found ${from} ${lock}`, parameters.values)
  return found.length > 0
}

/**
 * Makes writers of rows with one alternate key wait for each other: an upsert reads before it writes, and no
 * index forbids a second row with that key.
 */
export async function lockKey(writer: Writer, table: Table, key: string): Promise<void> {
  await writer.tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
    JSON.stringify([writer.organizationId, table.logicalName, key.toLowerCase()]),
  ])
}

interface Cell {
  readonly name: string
  readonly type: string
  readonly value: string | number | boolean | null
}

function cellsOf(table: Table, values: WriteValues): readonly Cell[] {
  return [...values].flatMap(([name, value]) => {
    const column = columnByLogicalName(table, name)
    if (column === undefined || column.physical === null) {
      throw new TypeError(`${table.logicalName} has no column ${name}`)
    }
    const isReference = typeof value === 'object' && value !== null
    const own: Cell = {
      name: column.physical,
      type: columnSqlType(column),
      value: isReference ? value.id : value,
    }
    if (column.physicalType === null) return [own]
    return [
      own,
      { name: column.physicalType, type: 'text', value: isReference ? value.table : null },
    ]
  })
}

const primary = (table: Table): string => columnName(columnByLogicalName(table, table.primaryId)!)
