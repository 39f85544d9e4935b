import {
  columnByLogicalName,
  ERROR_CODES,
  type Query,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { ApiError, badRequest, reachOf } from '@trackmark/http'
import { type ApiRow, type Reader, readPage, readRow } from '@trackmark/store'
import type { AdminDeps } from './deps.ts'
import { isInScope } from './scope.ts'

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MAILBOX = tableByLogicalName('mailbox')!

export const isId = (text: string): boolean => GUID.test(text)

/** @throws ApiError 400 for what isn't a GUID */
export function requireId(text: string): string {
  if (GUID.test(text)) return text.toLowerCase()
  throw badRequest(`"${text.slice(0, 60)}" is no id; an id is a GUID.`)
}

/** The row with an id; null when the caller can't see one. */
export const findRow = (deps: AdminDeps, table: Table, id: string): Promise<ApiRow | null> =>
  readRow(readerOf(deps), table, id, null)

/** A mailbox that the caller may see, by id or address. @throws ApiError 404 */
export async function findMailbox(deps: AdminDeps, idOrAddress: string): Promise<ApiRow> {
  const row = GUID.test(idOrAddress)
    ? await findRow(deps, MAILBOX, idOrAddress)
    : await findByText(deps, MAILBOX, 'emailaddress', idOrAddress)
  if (row === null || !(await isInScope(deps, row.id))) {
    throw new ApiError(
      404,
      ERROR_CODES.notFound,
      `There is no mailbox ${idOrAddress.slice(0, 100)}.`,
    )
  }
  return row
}

/** The first row whose text column has this value, compared without case. */
export async function findByText(
  deps: AdminDeps,
  table: Table,
  columnName: string,
  value: string,
): Promise<ApiRow | null> {
  const column = columnByLogicalName(table, columnName)!
  const query: Query = {
    table,
    select: null,
    filter: { kind: 'compare', column, operator: 'eq', value: { kind: 'string', value } },
    orderBy: [],
    expand: [],
    top: null,
    count: false,
    skipToken: null,
  }
  const page = await readPage(readerOf(deps), { query, pageSize: 1 })
  return page.rows[0] ?? null
}

function readerOf({ database, organizationId, caller, clock }: AdminDeps): Reader {
  const context = {
    now: clock(),
    userId: caller.userId,
    businessUnitId: null,
    reach: reachOf(caller),
  }
  return { run: (text, parameters) => database.query(text, parameters), organizationId, context }
}
