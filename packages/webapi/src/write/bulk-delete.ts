import { parseFetch, parseInstant } from '@trackmark/dataverse'
import { ApiError, checked, methodNotAllowed, readJson } from '@trackmark/http'
import { addBulkDelete, rootBusinessUnitId } from '@trackmark/store'
import { z } from 'zod'
import { answer } from '../request/answer.ts'
import type { Handler, WebApiContext } from '../request/context.ts'
import { type Operation, unknownResource } from '../request/path.ts'
import { inTransaction } from './in-transaction.ts'
import { queryExpression, toFetchXml } from './query-expression.ts'
import { requireWritable } from './writable.ts'

const QUERIES_MAX = 100

const empty = (why: string) => z.array(z.never({ error: why })).nullish()
const NO_MAIL = 'nobody is mailed about jobs here'

const body = z.object({
  QuerySet: z.array(queryExpression).min(1).max(QUERIES_MAX),
  JobName: z.string().min(1).max(256),
  SendEmailNotification: z.literal(false, { error: NO_MAIL }).nullish(),
  ToRecipients: empty(NO_MAIL),
  CCRecipients: empty(NO_MAIL),
  RecurrencePattern: z
    .union([z.null(), z.literal('')], { error: 'jobs run once here; leave it empty' })
    .optional(),
  StartDateTime: z
    .string()
    .transform((text, context) => {
      const instant = parseInstant(text)
      if (instant !== null) return Date.parse(instant)
      context.addIssue({ code: 'custom', message: 'it must be an instant' })
      return z.NEVER
    })
    .nullish(),
})

/**
 * `POST BulkDelete`: deletes the rows that queries find, as a job that continues after the answer; `JobId` is its row
 * of `asyncoperations`. The caller must be allowed to delete rows of these tables. (Microsoft, "Delete data in bulk",
 * BulkDelete action)
 */
export const answerBulkDelete: Handler<Operation> = async (context, operation) => {
  if (operation.name !== 'BulkDelete') return null
  if (operation.bound !== null || operation.rest.length > 0) throw unknownResource('BulkDelete')
  const { request, reading } = context
  if (request.method !== 'POST') {
    throw methodNotAllowed('BulkDelete is an action; call it with POST.', 'POST')
  }
  const input = checked(body, await readJson(request))
  const queries = input.QuerySet.map((query, index) => {
    const xml = toFetchXml(query)
    return { xml, table: tableOf(context, xml, index) }
  })
  const id = await inTransaction(context, async ({ writer, caller }) => {
    const asyncOperationId = writer.newId()
    await addBulkDelete(writer, {
      asyncOperationId,
      bulkDeleteOperationId: writer.newId(),
      name: input.JobName,
      table: queries[0]!.table,
      queries: queries.map(({ xml }) => xml),
      roles: caller.roles,
      startOn: input.StartDateTime ?? null,
      businessUnitId: rootBusinessUnitId(writer.organizationId),
    })
    return asyncOperationId
  })
  const type = `${reading.root}/$metadata#Microsoft.Dynamics.CRM.BulkDeleteResponse`
  return answer({ '@odata.context': type, JobId: id }, reading.preferences)
}

/** @throws ApiError 400, 403 or 405 */
function tableOf({ deps, reading }: WebApiContext, xml: string, index: number): string {
  const parsed = parseFetch(xml, { now: reading.context.now })
  if (!parsed.ok) {
    throw new ApiError(400, parsed.error.code, `QuerySet[${index}]: ${parsed.error.message}`)
  }
  const { table } = parsed.fetch
  requireWritable(deps.caller, table, 'delete')
  return table.logicalName
}
