import { columnByLogicalName, ERROR_CODES, tableByLogicalName } from '@trackmark/dataverse'
import { ApiError, badRequest, checked, noSuchRow, readJson, requireToken } from '@trackmark/http'
import {
  addWebhook,
  endpointSecret,
  listFailedDeliveries,
  listWebhooks,
  putSecret,
  removeWebhook,
  retryDeliveries,
  TRACKED_TABLES,
  WEBHOOK_AUTH,
  type WebhookState,
} from '@trackmark/store'
import { Hono } from 'hono'
import { z } from 'zod'
import { credentialsOf } from '../webhooks/auth.ts'
import { credentialsFor } from '../webhooks/deliver.ts'
import { webhookRequest } from '../webhooks/request.ts'
import { audited } from './shared/audited.ts'
import type { AdminDeps } from './shared/deps.ts'
import { instantText, isoOrNull } from './shared/instants.ts'

const AUTH_NAMES = ['webhookKey', 'httpHeader', 'httpQueryString'] as const

const step = z.strictObject({
  message: z.enum(['Create', 'Update', 'Delete']),
  table: z.enum(TRACKED_TABLES as [string, ...string[]]),
  filteringAttributes: z.array(z.string().max(100)).min(1).max(200).optional(),
})

const newWebhook = z.strictObject({
  name: z.string().trim().min(1).max(256),
  url: z
    .url({ protocol: /^https?$/, message: 'must be an http or https URL' })
    .max(2000)
    .refine((text) => {
      const { username, password, hash } = new URL(text)
      return username === '' && password === '' && hash === ''
    }, 'must have no user, password or fragment in it'),
  authType: z.enum(AUTH_NAMES),
  authValue: z.string().min(1).max(2048),
  steps: z.array(step).min(1).max(100),
})

const FAILED_SHOWN = 100

/** Routes of webhooks: the endpoints that the organization's changes are sent to. */
export function webhookRoutes(deps: AdminDeps): Hono {
  const { database, organizationId } = deps
  return (
    new Hono()
      .get('/', async (c) => {
        const webhooks = await listWebhooks(database, organizationId)
        return c.json({ webhooks: webhooks.map(json) })
      })
      // A webhook outlives the session that adds it, so a token is needed.
      .use(async (c, next) => {
        if (c.req.method !== 'GET') requireToken(deps.caller)
        await next()
      })
      .post('/', async (c) => {
        const input = checked(newWebhook, await readJson(c.req.raw))
        await add(deps, input)
        return c.json(json(await find(deps, input.name)), 201)
      })
      .delete('/:name', async (c) => {
        const { endpointId, name } = await find(deps, c.req.param('name'))
        await removeWebhook(database, organizationId, endpointId)
        await audited(deps, database, {
          ...about(endpointId, name),
          operation: 'delete',
          changes: [],
        })
        return c.body(null, 204)
      })
      .get('/:name/failed', async (c) => {
        const { endpointId } = await find(deps, c.req.param('name'))
        const failed = await listFailedDeliveries(
          database,
          organizationId,
          endpointId,
          FAILED_SHOWN,
        )
        return c.json({
          deliveries: failed.map((one) => ({
            ...one,
            firstSeenAt: isoOrNull(one.firstSeenAt),
            endedAt: isoOrNull(one.endedAt),
          })),
        })
      })
      .post('/:name/retry', async (c) => {
        const { endpointId } = await find(deps, c.req.param('name'))
        return c.json({ deliveries: await retryDeliveries(database, organizationId, endpointId) })
      })
      .post('/:name/test', async (c) => c.json(await test(deps, c.req.param('name'))))
  )
}

const about = (endpointId: string, name: string) => ({
  table: 'serviceendpoint',
  objectId: endpointId,
  objectName: name,
})

async function add(deps: AdminDeps, input: z.infer<typeof newWebhook>): Promise<void> {
  const { database, secretKeys, newId, organizationId } = deps
  const known = await listWebhooks(database, organizationId)
  if (known.some(({ name }) => name.toLowerCase() === input.name.toLowerCase())) {
    throw new ApiError(
      409,
      ERROR_CODES.duplicateRecord,
      `There is a webhook "${input.name}" already.`,
    )
  }
  const authType = WEBHOOK_AUTH[input.authType]
  if (credentialsOf(authType, input.authValue) === null) {
    throw badRequest(
      'authValue: must be a key, or for httpHeader lines of "Name: value", or for httpQueryString "name=value&name=value".',
      ERROR_CODES.invalidArgument,
    )
  }
  for (const [index, { table, filteringAttributes = [] }] of input.steps.entries()) {
    const unknown = filteringAttributes.find((name) => !hasColumn(table, name))
    if (unknown !== undefined) {
      const place = `steps.${index}.filteringAttributes`
      throw badRequest(`${place}: ${table} has no column ${unknown}.`, ERROR_CODES.invalidArgument)
    }
  }
  const endpointId = newId()
  const steps = input.steps.map(({ message, table, filteringAttributes = null }) => ({
    stepId: newId(),
    message,
    table,
    filteringAttributes,
  }))
  const { name, url } = input
  const secretAt = { organizationId, name: endpointSecret(endpointId) }
  await addWebhook(
    database,
    organizationId,
    { endpointId, name, url, authType, steps },
    deps.clock(),
    async (tx) => {
      await putSecret(tx, secretKeys, secretAt, input.authValue)
      // The address isn't recorded, because a key may be part of it.
      await audited(deps, tx, { ...about(endpointId, name), operation: 'create', changes: [] })
    },
  )
}

function hasColumn(table: string, name: string): boolean {
  const column = columnByLogicalName(tableByLogicalName(table)!, name)
  return column !== undefined && column.physical !== null && !column.secret
}

/** Finds a webhook by its name or id. @throws ApiError 404 */
async function find(deps: AdminDeps, nameOrId: string): Promise<WebhookState> {
  const wanted = nameOrId.toLowerCase()
  const all = await listWebhooks(deps.database, deps.organizationId)
  const found = all.find(
    ({ endpointId, name }) => endpointId === wanted || name.toLowerCase() === wanted,
  )
  if (found === undefined) throw noSuchRow('serviceendpoint', nameOrId.slice(0, 100))
  return found
}

/** Sends one request of the message `Test`, about no row. */
async function test(deps: AdminDeps, name: string) {
  const { organizationId, uniqueName } = deps.organization
  const { endpointId, url, authType } = await find(deps, name)
  const credentials = await credentialsFor(deps, {
    lease: { organizationId, endpointId },
    url,
    authType,
  })
  if (typeof credentials === 'string') return { ok: false, status: null, message: credentials }
  const now = deps.clock()
  const delivery = {
    deliveryId: deps.newId(),
    stepId: null,
    message: 'Test',
    table: 'none',
    rowId: '00000000-0000-0000-0000-000000000000',
    rowVersion: null,
    attributes: {},
    seenAt: now,
    tries: 0,
  }
  const sender = { organizationId, organizationName: uniqueName }
  const request = webhookRequest({ url: url ?? '', credentials }, delivery, sender, now)
  const outcome = await deps.postWebhook(request, new AbortController().signal)
  if (outcome.kind === 'failed') return { ok: false, status: null, message: outcome.error }
  const ok = outcome.status >= 200 && outcome.status < 300
  return { ok, status: outcome.status, message: `The endpoint answered ${outcome.status}.` }
}

function json(webhook: WebhookState) {
  const { authType, lastSuccessAt, pausedUntil, ...rest } = webhook
  return {
    ...rest,
    authType: AUTH_NAMES.find((name) => WEBHOOK_AUTH[name] === authType) ?? null,
    lastSuccessAt: lastSuccessAt === null ? null : instantText(lastSuccessAt),
    pausedUntil: isoOrNull(pausedUntil),
  }
}
