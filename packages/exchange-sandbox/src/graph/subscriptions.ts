import type { Core } from '../core.ts'
import { badRequest, SandboxError } from '../errors.ts'
import { etag } from '../model/ids.ts'
import type { Change } from '../model/world.ts'
import { findUser, folderOf, iso } from '../model/world.ts'
import { parseFilter } from '../odata/filter.ts'
import { readQuery } from '../odata/query.ts'
import type { Subscription, Watched } from '../subscription.ts'
import type { Call } from './call.ts'
import { messageShape } from './message-shape.ts'
import { readPrefer } from './prefer.ts'
import { matcher } from './project.ts'
import { splitPath } from './router.ts'

/** @throws 400 for resources nobody can subscribe to, 404 for unknown users and folders */
export function watchedOf(core: Core, call: Call, resource: string): Watched {
  const organization = core.world.organization()
  const [path = '', search = ''] = resource.split('?')
  const segments = splitPath(path)
  if (segments[0]?.toLowerCase() === 'me' && call.caller.userId) {
    segments.splice(0, 1, 'users', call.caller.userId)
  }
  const user =
    segments[0]?.toLowerCase() === 'users' ? findUser(organization, segments[1] ?? '') : null
  if (!user) throw badRequest(`The resource '${resource}' names no user of the organization.`)
  const mailbox = organization.mailboxes.get(user.id)
  if (!mailbox) throw badRequest(`The user '${user.mail}' has no mailbox.`)
  const filter = readQuery(new URLSearchParams(search)).raw.get('filter') ?? null
  if (filter !== null) parseFilter(filter)
  const [kind = '', name, below, ...rest] = segments.slice(2)
  const watched = { userId: user.id, filter }
  if (/^messages$/i.test(kind) && name === undefined) {
    return { ...watched, kind: 'message', folder: null }
  }
  if (/^mailFolders$/i.test(kind) && name && /^messages$/i.test(below ?? '') && rest.length === 0) {
    return { ...watched, kind: 'message', folder: folderOf(mailbox, name).id }
  }
  if (/^events$/i.test(kind) && name === undefined)
    return { ...watched, kind: 'event', folder: null }
  if (
    /^todo$/i.test(kind) &&
    /^lists$/i.test(name ?? '') &&
    below &&
    /^tasks$/i.test(rest[0] ?? '')
  ) {
    if (call.caller.userId === null) throw deniedForApplications()
    return { ...watched, kind: 'task', folder: below }
  }
  throw badRequest(`Resource '${resource}' is not supported for change notifications.`)
}

const deniedForApplications = () =>
  new SandboxError(403, 'ExtensionError', 'Application permissions are not supported for todoTask.')

/** What a subscription says of a change; null = it doesn't concern it. */
function changeFor(core: Core, subscription: Subscription, change: Change): string | null {
  const { watched } = subscription
  if (change.mailbox.userId !== watched.userId || change.kind !== watched.kind) return null
  if (watched.folder !== null && change.folder !== watched.folder) return null
  const told = watched.filter === null ? change.change : filtered(core, subscription, change)
  return told !== null && subscription.changeType.split(',').includes(told) ? told : null
}

/** With a filter: entering it is a creation, leaving it a deletion. */
function filtered(core: Core, subscription: Subscription, change: Change): Change['change'] | null {
  const was = subscription.inside.has(change.key)
  const message = change.mailbox.messages.get(change.key)
  const isIn =
    change.change !== 'deleted' && message !== undefined && holds(core, subscription, change)
  if (isIn) subscription.inside.add(change.key)
  else subscription.inside.delete(change.key)
  if (isIn) return was ? 'updated' : 'created'
  return was ? 'deleted' : null
}

function holds(core: Core, subscription: Subscription, change: Change): boolean {
  const message = change.mailbox.messages.get(change.key)
  if (!message) return false
  const prefer = { ...readPrefer(null), immutable: subscription.immutable }
  const filter = parseFilter(subscription.watched.filter ?? '')
  const user = core.world.organization().users.get(change.mailbox.userId)
  if (!user) return false
  const call = { prefer, world: core.world, mailbox: change.mailbox, user }
  return matcher(messageShape, filter)({ mailbox: change.mailbox, message, call })
}

const TYPES = { message: 'Message', event: 'Event', task: 'TodoTask' } as const
const PATHS = { message: 'Messages', event: 'Events', task: 'todo/lists' } as const

export function notificationOf(
  core: Core,
  subscription: Subscription,
  change: Change,
  changeType: string,
): Readonly<Record<string, unknown>> {
  const id = subscription.immutable ? change.key : change.id
  const resource =
    change.kind === 'task'
      ? `Users/${change.mailbox.userId}/todo/lists/${change.folder}/tasks/${id}`
      : `Users/${change.mailbox.userId}/${PATHS[change.kind]}/${id}`
  return {
    ...envelope(core, subscription),
    changeType,
    resource,
    resourceData: {
      '@odata.type': `#Microsoft.Graph.${TYPES[change.kind]}`,
      '@odata.id': resource,
      '@odata.etag': etag(change.seq),
      id,
    },
  }
}

export const envelope = (core: Core, subscription: Subscription) => ({
  subscriptionId: subscription.id,
  subscriptionExpirationDateTime: iso(subscription.expirationMs),
  clientState: subscription.clientState,
  tenantId: core.world.organization().tenantId,
})

/** Every notification a change calls for, with where it goes. */
export function notificationsFor(core: Core, change: Change) {
  const found: { url: string; body: Readonly<Record<string, unknown>>; of: Subscription }[] = []
  for (const subscription of core.subscriptions.values()) {
    if (subscription.expirationMs <= core.world.now()) {
      core.subscriptions.delete(subscription.id)
      core.organizationSaved()
      continue
    }
    const changeType = changeFor(core, subscription, change)
    if (changeType === null) continue
    const body = notificationOf(core, subscription, change, changeType)
    found.push({ url: subscription.notificationUrl, body, of: subscription })
  }
  return found
}
