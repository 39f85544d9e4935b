import { type Column, columnByLogicalName, TABLES, type Table } from '@trackmark/dataverse'
import { iso } from '../database/values.ts'
import { trailWith } from '../sync/links.ts'
import { JOB_STATUS } from './bulk-delete.ts'
import { columnName, quoteName, tableName } from './sql.ts'
import type { Writer } from './write.ts'

/** `heldBy`: the table of rows that require this row. `isRunning`: it is a job that hasn't ended. */
export type DeleteRefusal = { readonly heldBy: string } | { readonly isRunning: true }

/**
 * Deletes a row that the caller has locked. Lookups to it are emptied. With an activity, its parties,
 * attachments and occurrences are deleted, and its links end (TR15).
 * @returns null = deleted
 */
export async function deleteRow(
  writer: Writer,
  table: Table,
  id: string,
): Promise<DeleteRefusal | null> {
  if (table.isActivity) {
    await deleteActivity(writer, table, id)
    return null
  }
  const heldBy = await holderOf(writer, table, id)
  if (heldBy !== null) return { heldBy }
  if (await isRunningJob(writer, table, id)) return { isRunning: true }
  await forgetRows(writer, table, [id])
  await removeRows(writer, table, [id])
  return null
}

async function deleteActivity(writer: Writer, table: Table, id: string): Promise<void> {
  const appointment = TABLES.find((one) => one.logicalName === 'appointment')!
  const occurrences =
    table.logicalName === 'recurringappointmentmaster' ? await occurrencesOf(writer, id) : []
  await removeActivities(writer, table, [id])
  if (occurrences.length > 0) await removeActivities(writer, appointment, occurrences)
}

async function occurrencesOf(writer: Writer, seriesId: string): Promise<readonly string[]> {
  const rows = await writer.tx.query<{ id: string }>(
    `select activityid as id from crm.appointment
     where organizationid = $1 and seriesid = $2 order by activityid for update`,
    [writer.organizationId, seriesId],
  )
  return rows.map((row) => row.id)
}

async function removeActivities(
  writer: Writer,
  table: Table,
  ids: readonly string[],
): Promise<void> {
  await forgetRows(writer, table, ids)
  const parts: readonly (readonly [string, string])[] = [
    ['crm.activityparty', 'activityid'],
    ['crm.activitymimeattachment', 'objectid'],
    ['sync.crm_change', 'activityid'],
  ]
  for (const [name, column] of parts) {
    await writer.tx.query(
      `delete from ${name} where organizationid = $1::uuid and ${column} = any($2::uuid[])`,
      [writer.organizationId, ids],
    )
  }
  await removeRows(writer, table, ids)
  // The item still has the mark. The ended link keeps it from being tracked again at once.
  await writer.tx.query(
    `update sync.link
     set state = 'ended', pendingend = null, parkcode = null, parkreason = null, parktries = 0,
       parknexttryat = null, rule = 'TR15', decidedat = $3, modifiedon = $3,
       seen = 'its activity was deleted in the CRM',
       trail = ${trailWith("'TR15'", "'its activity was deleted in the CRM'")}, versionnumber = nextval('crm.versionnumber')
     where organizationid = $1 and activityid = any($2::uuid[]) and state = 'linked'`,
    [writer.organizationId, ids, iso(writer.now)],
  )
}

async function removeRows(writer: Writer, table: Table, ids: readonly string[]): Promise<void> {
  const primary = columnName(columnByLogicalName(table, table.primaryId)!)
  await writer.tx.query(
    `delete from ${tableName(table)} t
     where t.organizationid = $1::uuid and ${primary} = any($2::uuid[])`,
    [writer.organizationId, ids],
  )
}

/** Views of the engine's own tables. */
const NOT_WRITTEN = new Set(['exchangesyncidmapping'])

interface Pointer {
  readonly table: Table
  readonly column: Column
}

function pointersTo(target: string): readonly Pointer[] {
  return TABLES.filter((table) => table.source === 'table' && !NOT_WRITTEN.has(table.logicalName))
    .flatMap((table) => table.columns.map((column) => ({ table, column })))
    .filter(({ column }) => column.physical !== null && column.targets.includes(target))
}

/** A queue with a mailbox can't be deleted, since its mailbox would belong to nobody. */
async function holderOf(writer: Writer, table: Table, id: string): Promise<string | null> {
  if (table.logicalName !== 'queue') return null
  const found = await writer.tx.query(
    `select 1 as found from crm.mailbox
     where organizationid = $1 and regardingobjectid = $2 and regardingobjectidtype = 'queue' limit 1`,
    [writer.organizationId, id],
  )
  return found.length > 0 ? 'mailbox' : null
}

/** A job must be canceled before its row can be deleted, as in Dataverse. */
async function isRunningJob(writer: Writer, { logicalName }: Table, id: string): Promise<boolean> {
  if (logicalName !== 'asyncoperation' && logicalName !== 'bulkdeleteoperation') return false
  const found = await writer.tx.query(
    `select 1 as found from sync.bulk_delete j
     join crm.asyncoperation a on a.organizationid = j.organizationid
       and a.asyncoperationid = j.asyncoperationid and a.statecode <> $3
     where j.organizationid = $1 and j.${logicalName}id = $2`,
    [writer.organizationId, id, JOB_STATUS.succeeded[0]],
  )
  return found.length > 0
}

/** Empties lookups to rows that are deleted. A party keeps its address, as in Dataverse. */
async function forgetRows(writer: Writer, target: Table, ids: readonly string[]): Promise<void> {
  for (const { table, column } of pointersTo(target.logicalName)) {
    if (!column.nullable) continue
    const own = quoteName(column.physical!)
    const type = column.physicalType === null ? null : quoteName(column.physicalType)
    const isParty = table.logicalName === 'activityparty' && column.logicalName === 'partyid'
    const sets = [
      `${own} = null`,
      ...(type === null ? [] : [`${type} = null`]),
      ...(isParty ? ['ispartydeleted = true'] : []),
      `versionnumber = nextval('crm.versionnumber')`,
    ]
    await writer.tx.query(
      `update ${tableName(table)} t set ${sets.join(', ')}
       where t.organizationid = $1::uuid and t.${own} = any($2::uuid[])
         ${type === null ? '' : `and t.${type} = $3`}`,
      [writer.organizationId, ids, ...(type === null ? [] : [target.logicalName])],
    )
  }
}
