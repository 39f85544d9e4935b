import { randomUUID } from 'node:crypto'
import {
  Client,
  type Context,
  HTTPMessageHandler,
  type Middleware,
  RedirectHandler,
  RetryHandler,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'
import type { Event, FileAttachment, Message } from '@microsoft/microsoft-graph-types'
import { eachOf, timed, type World } from './world.ts'

/**
 * The shape in which a well-known open CRM reads Graph, written anew from its description: per
 * mail folder the ids by delta, then `$batch` of 20 reads one after another, then one insert per
 * message; per calendar the ids by delta, then one GET and one insert per event. On Microsoft's
 * own client library, over the same folders as the service. It is that algorithm, not that product.
 *
 * `sameRows` leaves what the service leaves: the message with its people, its files and the link,
 * in one statement per message. `messageRow` leaves the row of the message alone.
 */
export interface Peer extends PeerOptions {
  readonly organizationId: string
  readonly client: Client
  readonly feeds: readonly Feed[][]
  readonly counter: { requests: number }
}

export interface PeerOptions {
  readonly stores: 'sameRows' | 'messageRow'
  /** Mailboxes in work at once. */
  readonly atOnce: number
}

interface Feed {
  readonly kind: 'mail' | 'calendar'
  readonly address: string
  /** Of the person, in place of a mailbox's. */
  readonly ownerId: string
  /** Path below the version, query included; of the delta link once there is one. */
  path: string
}

const PREFER = 'IdType="ImmutableId"'
const PARTS = 20

/** Reads everything up to now without storing it, as the service knows the mailboxes too. */
export async function startPeer(
  world: World,
  options: PeerOptions,
  calendar: boolean,
): Promise<Peer> {
  const counter = { requests: 0 }
  const client = clientOf(world, counter)
  const feeds: Feed[][] = world.people.map(() => [])
  const peer: Peer = { ...options, organizationId: randomUUID(), client, feeds, counter }
  await eachOf(world.people, async ({ address, id: ownerId }, index) => {
    const { value } = await client.api(`/users/${address}/mailFolders`).top(100).get()
    const own = feeds[index]!
    for (const { id } of value as { id: string }[]) {
      const path = `/users/${address}/mailFolders/${id}/messages/delta?$select=id`
      own.push({ kind: 'mail', address, ownerId, path })
    }
    if (calendar) own.push({ kind: 'calendar', address, ownerId, path: calendarPath(address) })
    for (const feed of own) await listIds(peer, feed)
  })
  return peer
}

function calendarPath(address: string): string {
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  return `/users/${address}/calendarView/delta?startDateTime=${at(-90)}&endDateTime=${at(360)}`
}

function clientOf(world: World, counter: { requests: number }): Client {
  // The library hands tokens to Graph's own https addresses only, so this does it for 127.0.0.1.
  const authorize: Middleware = {
    execute: async (context: Context) => {
      counter.requests += 1
      const token = await world.tokens.token()
      const headers = new Headers(context.options?.headers as Record<string, string>)
      headers.set('authorization', `Bearer ${token}`)
      context.options = { ...context.options, headers: Object.fromEntries(headers) }
      await first.execute(context)
    },
  }
  const first = new RetryHandler()
  const redirects = new RedirectHandler()
  const telemetry = new TelemetryHandler()
  first.setNext(redirects)
  redirects.setNext(telemetry)
  telemetry.setNext(new HTTPMessageHandler())
  return Client.initWithMiddleware({
    middleware: authorize,
    baseUrl: `${world.sandbox.url}/`,
    defaultVersion: 'v1.0',
  })
}

/** One round of the peer over everything that has changed since its last. */
export async function readPeer(
  world: World,
  peer: Peer,
): Promise<{ readonly seconds: number; readonly requests: number }> {
  const before = peer.counter.requests
  const readAll = async (feeds: readonly Feed[]) => {
    for (const feed of feeds) {
      const ids = await listIds(peer, feed)
      if (feed.kind === 'mail') await importMessages(world, peer, feed, ids)
      else await importEvents(world, peer, feed, ids)
    }
  }
  const seconds = await timed(() => eachOf(peer.feeds, readAll, peer.atOnce))
  return { seconds, requests: peer.counter.requests - before }
}

async function listIds(peer: Peer, feed: Feed): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const page = await peer.client
      .api(feed.path)
      .header('Prefer', `${PREFER}, odata.maxpagesize=999`)
      .get()
    for (const entry of page.value) if (entry['@removed'] === undefined) ids.push(entry.id)
    const next = page['@odata.nextLink'] as string | undefined
    feed.path = pathOf(next ?? page['@odata.deltaLink'])
    if (next === undefined) return ids
  }
}

function pathOf(link: string): string {
  const url = new URL(link)
  return url.pathname.replace(/^\/v1\.0/, '') + url.search
}

async function importMessages(world: World, peer: Peer, feed: Feed, ids: readonly string[]) {
  const expand = peer.stores === 'sameRows' ? '?$expand=attachments' : ''
  for (let at = 0; at < ids.length; at += PARTS) {
    const requests = ids.slice(at, at + PARTS).map((id, part) => ({
      id: String(part),
      method: 'GET',
      url: `/users/${feed.address}/messages/${id}${expand}`,
      headers: { Prefer: PREFER },
    }))
    const { responses } = await peer.client.api('/$batch').post({ requests })
    for (const { status, body } of responses as { status: number; body: Message }[]) {
      if (status !== 200) throw new Error(`The peer was answered ${status} for a message.`)
      await insertMessage(world, peer, feed, body)
    }
  }
}

async function insertMessage(world: World, peer: Peer, feed: Feed, message: Message) {
  const activityId = randomUUID()
  const email = [
    peer.organizationId,
    activityId,
    message.subject,
    message.body?.content,
    message.from?.emailAddress?.address,
    (message.toRecipients ?? []).map((one) => one.emailAddress?.address).join(';'),
    message.internetMessageId,
    message.receivedDateTime,
    message.id,
    message.webLink,
  ]
  const { plain } = world.db
  if (peer.stores === 'messageRow') {
    await plain.query(EMAIL, email)
    return
  }
  const files = JSON.stringify(filesOf(message))
  const around = [JSON.stringify(peopleOf(message)), files, feed.ownerId, message.parentFolderId]
  await plain.query(MESSAGE_WITH_ALL, [...email, ...around, message.changeKey])
}

const EMAIL = `insert into crm.email (organizationid, activityid, subject, description, sender,
    torecipients, messageid, senton, exchangeitemid, exchangeweblink, createdon, modifiedon)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $8, $8)`

const MESSAGE_WITH_ALL = `with message as (${EMAIL}),
  people as (
    insert into crm.activityparty (organizationid, activitypartyid, activityid, addressused,
      participationtypemask, createdon, modifiedon)
    select $1, id, $2, address, mask, $8, $8
    from json_to_recordset($11::json) as r(id uuid, address text, mask integer)
  ), files as (
    insert into crm.activitymimeattachment (organizationid, activitymimeattachmentid, objectid,
      objecttypecode, filename, mimetype, body, createdon, modifiedon)
    select $1, id, $2, 'email', name, type, body, $8, $8
    from json_to_recordset($12::json) as r(id uuid, name text, type text, body text)
  )
  insert into sync.link (organizationid, mailboxid, itemkey, kind, folder, state, activityid,
    activitytype, mark, changekey, isorganizer, rule, decidedat, seen, linkid, createdon, modifiedon)
  values ($1, $13, $9, 'message', $14, 'linked', $2, 'email', 'seen', $15, false, 'peer', $8, '',
    $2, $8, $8)`

/** Sender, recipients and owner, as the service stores them. */
function peopleOf(message: Message): unknown[] {
  const lists = [
    { mask: 1, some: message.from ? [message.from] : [] },
    { mask: 2, some: message.toRecipients ?? [] },
    { mask: 3, some: message.ccRecipients ?? [] },
    { mask: 9, some: message.toRecipients?.slice(0, 1) ?? [] },
  ]
  return lists.flatMap(({ mask, some }) =>
    some.map((one) => ({ id: randomUUID(), address: one.emailAddress?.address, mask })),
  )
}

function filesOf(message: Message): unknown[] {
  const files = (message.attachments ?? []) as FileAttachment[]
  return files.map(({ name, contentType, contentBytes }) => ({
    id: randomUUID(),
    name,
    type: contentType,
    body: contentBytes,
  }))
}

async function importEvents(world: World, peer: Peer, feed: Feed, ids: readonly string[]) {
  for (const id of ids) {
    const event: Event = await peer.client
      .api(`/users/${feed.address}/events/${id}`)
      .header('Prefer', PREFER)
      .get()
    await world.db.plain.query(
      `insert into crm.appointment (organizationid, activityid, subject, description,
         scheduledstart, scheduledend, exchangeitemid, createdon, modifiedon)
       values ($1, $2, $3, $4, $5, $6, $7, $5, $5)`,
      [
        peer.organizationId,
        randomUUID(),
        event.subject,
        event.body?.content,
        `${event.start?.dateTime}Z`,
        `${event.end?.dateTime}Z`,
        event.id,
      ],
    )
  }
}
