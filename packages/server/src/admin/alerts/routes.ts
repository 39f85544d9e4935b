import type { Alert, Alerts } from '@trackmark/admin-api'
import { tableByLogicalName } from '@trackmark/dataverse'
import { type ApiError, badRequest, checked, conflict, noSuchRow, readJson } from '@trackmark/http'
import { type AlertRow, answerAlert, closeAlerts, isAlertOpen, listAlerts } from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { audited } from '../shared/audited.ts'
import type { AdminDeps } from '../shared/deps.ts'
import { findRow, requireId } from '../shared/find.ts'
import { instantText } from '../shared/instants.ts'
import { parseInstantAndId } from '../shared/paging.ts'
import { isInScope } from '../shared/scope.ts'
import { alertFilter, toFilter } from './groups.ts'

const TRACELOG = tableByLogicalName('tracelog')!

const listing = z.strictObject({
  ...alertFilter,
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

const answerBody = z.strictObject({ answer: z.enum(['yes', 'no']) })

export function alertRoutes(deps: AdminDeps): Hono {
  const { database, clock, organizationId } = deps
  return new Hono()
    .get('/', async (c) => {
      const { after, limit, ...options } = checked(listing, c.req.query())
      const alerts = await listAlerts(database, organizationId, {
        ...(await toFilter(deps, options)),
        ...(after === undefined ? {} : { after: readAfter(after) }),
        limit,
      })
      const last = alerts.length < limit ? undefined : alerts.at(-1)
      const next = last === undefined ? null : `${last.modifiedOn}.${last.alertId}`
      const answer: Alerts = { alerts: alerts.map(alertJson), next }
      return c.json(answer)
    })
    .post('/:id/answer', async (c) => {
      const id = await requireOwnAlert(deps, c.req.param('id'))
      const { answer } = checked(answerBody, await readJson(c.req.raw))
      const result = await answerAlert(database, organizationId, id, answer, clock())
      if (result === 'notFound') throw noSuchRow('tracelog', id)
      if (result === 'noQuestion') throw badRequest('This alert asks nothing; it can be closed.')
      if (result === 'answered') {
        await audited(deps, database, {
          table: 'tracelog',
          objectId: id,
          objectName: 'answer',
          operation: 'update',
          changes: [{ name: 'answer', before: null, after: answer }],
        })
      }
      if (result === 'settled') throw conflict('This alert was answered or closed before.')
      deps.changed({})
      return c.json({ answered: answer })
    })
    .delete('/:id', async (c) => {
      const id = await requireOwnAlert(deps, c.req.param('id'))
      if ((await closeAlerts(database, organizationId, [id], clock())) === 0) {
        throw await closeFailure(deps, id)
      }
      return c.body(null, 204)
    })
}

/** @throws ApiError 400 and 404 */
async function requireOwnAlert(deps: AdminDeps, idText: string): Promise<string> {
  const id = requireId(idText)
  const row = await findRow(deps, TRACELOG, id)
  const about = row?.values.regardingobjectid ?? null
  if (row === null || !(await isInScope(deps, about as string | null))) {
    throw noSuchRow('tracelog', id)
  }
  return id
}

async function closeFailure(deps: AdminDeps, id: string): Promise<ApiError> {
  const isOpen = await isAlertOpen(deps.database, deps.organizationId, id)
  if (isOpen === null) return noSuchRow('tracelog', id)
  return isOpen
    ? conflict('This alert asks a question; answer it with yes or no, which closes it.')
    : conflict('This alert is closed already.')
}

function readAfter(text: string): Pick<AlertRow, 'modifiedOn' | 'alertId'> {
  const [modifiedOn, alertId] = parseInstantAndId(text)
  return { modifiedOn, alertId }
}

/** Alerts end with a line that names the mail server's code. */
const ERROR_CODE = /Error Code: (\S+)/

const alertJson = (alert: AlertRow): Alert => ({
  ...alert,
  errorCode: ERROR_CODE.exec(alert.details ?? '')?.[1] ?? null,
  createdOn: instantText(alert.createdOn),
  modifiedOn: instantText(alert.modifiedOn),
})
