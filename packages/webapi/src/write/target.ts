import { TABLES, type Table, tableByLogicalName } from '@trackmark/dataverse'
import { badRequest, noSuchRow } from '@trackmark/http'
import { lockForLookup, type RowReference, type Writer } from '@trackmark/store'
import type { Reference } from '../request/reference.ts'
import { resolveKey } from '../request/resolve-key.ts'

const POINTER = 'activitypointer'

/**
 * Finds the row that a navigation property is bound to, and locks it for the transaction. An activity may be named by
 * its own table or as an `activitypointer`.
 * @throws ApiError 400 for a row of another table, 404 for a missing one
 */
export async function targetOf(
  writer: Writer,
  name: string,
  target: string,
  reference: Reference,
): Promise<RowReference> {
  const isActivity = target === POINTER && reference.table.isActivity
  if (reference.table.logicalName !== target && !isActivity) {
    const set = tableByLogicalName(target)?.entitySetName ?? target
    throw badRequest(
      `${name} is bound to a row of ${set}, not of ${reference.table.entitySetName}.`,
    )
  }
  const rows = {
    run: (text: string, parameters: readonly unknown[]) => writer.tx.query(text, parameters),
    organizationId: writer.organizationId,
    context: writer,
  }
  const id = await resolveKey(rows, reference.table, reference.key)
  for (const table of tablesOf(reference.table)) {
    if (await lockForLookup(writer, table, id)) return { table: table.logicalName, id }
  }
  throw noSuchRow(reference.table.logicalName, id)
}

/** `activitypointer` is a view: the row is in one of the tables that it consists of. */
const tablesOf = (table: Table): readonly Table[] =>
  table.logicalName === POINTER
    ? TABLES.filter((one) => one.isActivity && one.source === 'table')
    : [table]
