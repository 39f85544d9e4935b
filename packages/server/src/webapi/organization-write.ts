import type { ColumnValue } from '@trackmark/core'
import {
  columnByLogicalName,
  ERROR_CODES,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { readRow, updateOrganization } from '@trackmark/store'
import { readJson } from '../http/body.ts'
import { ApiError, noSuchRow } from '../http/errors.ts'
import { answer, noContent } from './answer.ts'
import type { WebApiContext } from './context.ts'
import { organizationColumns } from './organization-body.ts'
import { type Reading, readSingle } from './read.ts'

/** PATCH of the organization: its settings column merges, and cycles take the change up. */
export async function patchOrganization(
  { deps, reading, request }: WebApiContext,
  table: Table,
  id: string,
): Promise<Response> {
  const columns = organizationColumns(table, await readJson(request))
  if (id !== deps.organizationId) throw noSuchRow(table.logicalName, id)
  await requireTargets(reading, table, columns)
  const ifVersion = versionWanted(request.headers.get('if-match'))
  const written = await updateOrganization(
    deps.database,
    deps.organizationId,
    { columns, ...(ifVersion === null ? {} : { ifVersion }) },
    deps.clock(),
  )
  if (written.kind === 'notFound') throw noSuchRow(table.logicalName, id)
  if (written.kind === 'changedMeanwhile') throw versionDiffers()
  if (written.kind === 'refused') {
    throw new ApiError(400, written.refusal.code, written.refusal.message)
  }
  deps.organizationChanged(written.changes)
  if (reading.preferences.returnRepresentation) {
    const row = await readSingle(reading, table, id)
    return answer(row.body, reading.preferences, { ETag: row.etag })
  }
  return noContent({ 'OData-EntityId': `${reading.root}/${table.entitySetName}(${id})` })
}

/** @throws ApiError 404 for a lookup to a row that the organization doesn't have */
async function requireTargets(
  reading: Reading,
  table: Table,
  columns: Readonly<Record<string, ColumnValue>>,
): Promise<void> {
  for (const [name, id] of Object.entries(columns)) {
    const [target] = columnByLogicalName(table, name)?.targets ?? []
    const other = target === undefined ? undefined : tableByLogicalName(target)
    if (other === undefined || typeof id !== 'string') continue
    const found = await readRow(reading.run, reading.organizationId, other, id, [])
    if (found === null) throw noSuchRow(other.logicalName, id)
  }
}

export const versionDiffers = () =>
  new ApiError(
    412,
    ERROR_CODES.concurrencyVersionMismatch,
    // Worded as Dataverse words it.
    "The version of the existing record doesn't match the RowVersion property provided.",
  )

/** @returns null = whatever version it has; -1 for an etag that was never given out */
export function versionWanted(ifMatch: string | null): number | null {
  if (ifMatch === null || ifMatch.trim() === '*') return null
  const version = /^\s*W\/"(\d{1,15})"\s*$/.exec(ifMatch)?.[1]
  return version === undefined ? -1 : Number(version)
}
