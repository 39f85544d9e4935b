import type { ColumnValue, Instant } from '@trackmark/core'
import type { Database, Row } from '../database/database.ts'
import { writeFailure } from '../database/errors.ts'
import { iso, rowsJson } from '../database/values.ts'
import {
  columnsIn,
  defaultsOf,
  definitions,
  fittedRow,
  quoted,
  shapeOf,
} from '../statements/table-shape.ts'

/** Tables whose rows people make. The rows of other tables are made by the engine. */
type PeopleTable = 'systemuser' | 'queue' | 'contact' | 'account' | 'lead'

/**
 * Adds rows by logical names, in one statement. The caller chooses the primary id, datetimes are instants,
 * and columns left out get the catalogue's defaults. A row whose id exists already stays as it is, so that
 * adding the same rows again changes nothing.
 * @returns how many are new
 * @throws RefusedDataError, or TypeError for a column the table doesn't have; nothing is written
 */
export async function addRows(
  database: Database,
  organizationId: string,
  table: PeopleTable,
  rows: readonly Readonly<Record<string, ColumnValue>>[],
  now: Instant,
): Promise<number> {
  if (rows.length === 0) return 0
  const shape = shapeOf(table)
  const at = iso(now)
  const defaults = defaultsOf(shape)
  const records = rows.map((row) =>
    fittedRow(shape, { ...defaults, ...named(row), ...owned(row), createdon: at, modifiedon: at }),
  )
  const columns = columnsIn(shape, records)
  const names = columns.map(quoted).join(', ')
  try {
    const added = await database.query(
      `insert into crm.${table} (organizationid, ${names})
       select $1, ${names} from json_to_recordset($2::json) as r(${definitions(shape, columns)})
       on conflict do nothing returning 1 as added`,
      [organizationId, rowsJson(records)],
    )
    return added.length
  } catch (error) {
    throw writeFailure(error)
  }
}

/** Adds the full name, which Dataverse makes of first and last name, where none is given. */
function named(row: Readonly<Record<string, ColumnValue>>): Row {
  if (typeof row.fullname === 'string') return row
  const parts = [row.firstname, row.lastname].filter((part) => typeof part === 'string')
  return parts.length === 0 ? row : { ...row, fullname: parts.join(' ') }
}

function owned(row: Readonly<Record<string, ColumnValue>>): Row {
  if (typeof row.ownerid !== 'string') return {}
  return { owneridtype: row.owneridtype ?? 'systemuser', owninguser: row.ownerid }
}
