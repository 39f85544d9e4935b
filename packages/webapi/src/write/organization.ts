import { columnByLogicalName, type Table, tableByLogicalName } from '@trackmark/dataverse'
import {
  ApiError,
  alreadyThere,
  isCreateOnly,
  noSuchRow,
  versionDiffers,
  versionTest,
} from '@trackmark/http'
import { lockForLookup, type Queryable, updateOrganization } from '@trackmark/store'
import { readSingle } from '../read/rows.ts'
import { answer, noContent } from '../request/answer.ts'
import { referenceScope, type WebApiContext } from '../request/context.ts'
import { writerOf } from './in-transaction.ts'
import { nestedDatabase } from './nested-database.ts'
import { organizationColumns } from './organization-body.ts'

/** PATCH of the organization. The settings column is merged, and the changes apply from the next cycle on. */
export async function patchOrganization(
  context: WebApiContext,
  table: Table,
  id: string,
  body: unknown,
): Promise<Response> {
  const { deps, reading, request } = context
  const columns = organizationColumns(table, body, referenceScope(context))
  if (id !== deps.organizationId) throw noSuchRow(table.logicalName, id)
  if (isCreateOnly(request.headers)) throw alreadyThere()
  const update = {
    columns,
    modifiedBy: deps.caller.userId,
    by: { auditId: deps.newId(), userId: deps.caller.initiatedBy ?? deps.caller.userId },
    ifVersion: versionTest(request.headers),
  }
  const written = await deps.database.transaction(async (tx) => {
    await requireTargets(context, tx, table, columns)
    const inside = nestedDatabase(deps.database, tx)
    return updateOrganization(inside, deps.organizationId, update, deps.clock())
  })
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

/** Checks that referenced rows are in the organization. @throws ApiError 404 */
async function requireTargets(
  { deps }: WebApiContext,
  tx: Queryable,
  table: Table,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const writer = writerOf(deps, tx)
  for (const [name, value] of Object.entries(columns)) {
    const [target] = columnByLogicalName(table, name)?.targets ?? []
    if (target === undefined || typeof value !== 'string') continue
    if (await lockForLookup(writer, tableByLogicalName(target)!, value)) continue
    throw noSuchRow(target, value)
  }
}
