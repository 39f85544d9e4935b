import { z } from 'zod'
import type { Core } from '../core.ts'
import { badRequest, SandboxError } from '../errors.ts'
import { iso, seconds } from '../model/world.ts'
import { checkPermission } from '../permissions.ts'
import type { Notifier, Subscription } from '../subscription.ts'
import {
  type Answer,
  type Call,
  created,
  noContent,
  ok,
  param,
  parseBody,
  type Route,
} from './call.ts'
import { answerList, context } from './page.ts'
import { projector, type Shape } from './project.ts'
import { watchedOf } from './subscriptions.ts'

/** Source: Microsoft, "subscription resource type", maximum length per resource. */
const MINUTES_MAX = { message: 10_080, event: 10_080, task: 4_230 } as const
const MINUTES_MIN = 45
const PER_MAILBOX_MAX = 1_000

const shape: Shape<Subscription> = {
  type: 'subscription',
  properties: {
    id: (one) => one.id,
    resource: (one) => one.resource,
    applicationId: (one) => one.applicationId,
    changeType: (one) => one.changeType,
    clientState: (one) => one.clientState,
    notificationUrl: (one) => one.notificationUrl,
    lifecycleNotificationUrl: (one) => one.lifecycleNotificationUrl,
    expirationDateTime: (one) => iso(one.expirationMs),
    creatorId: (one) => one.applicationId,
    includeResourceData: () => null,
    latestSupportedTlsVersion: () => 'v1_2',
    notificationQueryOptions: () => null,
    encryptionCertificate: () => null,
    encryptionCertificateId: () => null,
    notificationUrlAppId: () => null,
  },
  byDefault: null,
  annotations: () => ({}),
  expands: {},
}

const input = z.looseObject({
  changeType: z.string(),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().nullish(),
  resource: z.string().min(1),
  expirationDateTime: z.string(),
  clientState: z.string().max(128).nullish(),
  includeResourceData: z.boolean().nullish(),
})

const AREAS = { message: 'mail', event: 'calendar', task: 'tasks' } as const

const clean = (resource: string): string => resource.replace(/^\//, '')

function expiration(core: Core, text: string, kind: keyof typeof MINUTES_MAX): number {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) throw badRequest(`'${text}' is not a date and time.`)
  const now = core.world.now()
  if (ms <= now) throw badRequest('The expirationDateTime lies in the past.')
  if (ms > now + MINUTES_MAX[kind] * 60_000) {
    throw badRequest(
      `Subscription expiration can only be ${MINUTES_MAX[kind]} minutes in the future.`,
    )
  }
  return seconds(Math.max(ms, now + MINUTES_MIN * 60_000))
}

export function subscriptionRoutes(core: Core, notifier: Notifier): readonly Route[] {
  const own = (call: Call): Subscription => {
    const found = core.subscriptions.get(param(call, 'subscription'))
    const alive = found && found.expirationMs > core.world.now()
    if (!alive || found.applicationId !== call.caller.appId) {
      throw new SandboxError(404, 'ResourceNotFound', 'The object was not found.')
    }
    return found
  }
  const entity = (call: Call, subscription: Subscription) => ({
    '@odata.context': context(call, 'subscriptions/$entity'),
    ...projector(shape, call.query)(subscription),
  })
  const list = (call: Call): Answer => {
    const now = core.world.now()
    const rows = [...core.subscriptions.values()].filter(
      (one) => one.applicationId === call.caller.appId && one.expirationMs > now,
    )
    return answerList(call, { shape, rows, context: 'subscriptions', pageDefault: 100 })
  }
  const create = async (call: Call): Promise<Answer> => {
    const subscription = newSubscription(core, call)
    await notifier.validate(subscription.notificationUrl)
    const lifecycle = subscription.lifecycleNotificationUrl
    if (lifecycle !== null) await notifier.validate(lifecycle)
    core.subscriptions.set(subscription.id, subscription)
    core.organizationSaved()
    return created(entity(call, subscription))
  }
  const renew = (call: Call): Answer => {
    const subscription = own(call)
    const { expirationDateTime } = parseBody(
      z.looseObject({ expirationDateTime: z.string() }),
      call,
    )
    subscription.expirationMs = expiration(core, expirationDateTime, subscription.watched.kind)
    core.organizationSaved()
    return ok(entity(call, subscription))
  }
  const drop = (call: Call): Answer => {
    core.subscriptions.delete(own(call).id)
    core.organizationSaved()
    return noContent
  }
  const reauthorize = (call: Call): Answer => {
    own(call)
    return noContent
  }
  const table = [
    ['GET', '/subscriptions', list],
    ['POST', '/subscriptions', create],
    ['GET', '/subscriptions/{subscription}', (call: Call) => ok(entity(call, own(call)))],
    ['PATCH', '/subscriptions/{subscription}', renew],
    ['DELETE', '/subscriptions/{subscription}', drop],
    ['POST', '/subscriptions/{subscription}/reauthorize', reauthorize],
  ] as const
  return table.map(([method, path, handler]) => ({ method, path, handler, area: 'none' as const }))
}

function newSubscription(core: Core, call: Call): Subscription {
  const sent = parseBody(input, call)
  const types = sent.changeType.split(',').map((type) => type.trim().toLowerCase())
  const odd = types.find((type) => !['created', 'updated', 'deleted'].includes(type))
  if (odd !== undefined) throw badRequest(`The changeType '${odd}' is unknown.`)
  if (sent.includeResourceData) {
    throw badRequest('Notifications with resource data are not served by the sandbox.')
  }
  for (const url of [sent.notificationUrl, sent.lifecycleNotificationUrl]) {
    if (url && core.switches.httpsNotificationsOnly && !url.startsWith('https:')) {
      throw badRequest(`The notification URL '${new URL(url).origin}' is not https.`)
    }
  }
  const watched = watchedOf(core, call, sent.resource)
  checkPermission(AREAS[watched.kind], 'GET', call.caller.permissions)
  const subscription: Subscription = {
    id: core.world.newId(),
    applicationId: call.caller.appId,
    changeType: types.join(','),
    resource: clean(sent.resource),
    watched,
    notificationUrl: sent.notificationUrl,
    lifecycleNotificationUrl: sent.lifecycleNotificationUrl ?? null,
    clientState: sent.clientState ?? null,
    immutable: call.prefer.immutable,
    expirationMs: expiration(core, sent.expirationDateTime, watched.kind),
    inside: new Set(),
  }
  checkRoom(core, subscription)
  return subscription
}

function checkRoom(core: Core, wanted: Subscription): void {
  const now = core.world.now()
  const live = [...core.subscriptions.values()].filter((one) => one.expirationMs > now)
  const same = live.some(
    (one) =>
      one.applicationId === wanted.applicationId &&
      one.changeType === wanted.changeType &&
      one.resource.toLowerCase() === wanted.resource.toLowerCase(),
  )
  if (same) {
    throw new SandboxError(409, 'Conflict', 'Subscription already exists for this resource.')
  }
  const { userId } = wanted.watched
  if (live.filter((one) => one.watched.userId === userId).length >= PER_MAILBOX_MAX) {
    throw new SandboxError(
      403,
      'ExtensionError',
      `Operation: Create; Exception: [Status Code: Forbidden; Reason: Target quota exceeded: ${PER_MAILBOX_MAX} subscriptions per mailbox.]`,
    )
  }
}
