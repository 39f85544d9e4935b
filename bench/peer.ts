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
import type { Event, Message } from '@microsoft/microsoft-graph-types'
import { eachOf, timed, type World } from './world.ts'

/**
 * The shape in which a well-known open CRM reads Graph, written anew from its description: per
 * mail folder the ids by delta, then `$batch` of 20 reads one after another, then one insert per
 * message; per calendar the ids by delta, then one GET and one insert per event. On Microsoft's
 * own client library, over the same folders as the service, as many mailboxes at a time. It is
 * that algorithm, not that product.
 */
export interface Peer {
  readonly client: Client
  readonly feeds: readonly Feed[][]
  readonly counter: { requests: number }
}

interface Feed {
  readonly kind: 'mail' | 'calendar'
  readonly address: string
  /** Path below the version, query included; of the delta link once there is one. */
  path: string
}

const PREFER = 'IdType="ImmutableId"'
const PARTS = 20

/** Reads everything up to now without storing it, as the service knows the mailboxes too. */
export async function startPeer(world: World, calendar: boolean): Promise<Peer> {
  const counter = { requests: 0 }
  const client = clientOf(world, counter)
  const feeds: Feed[][] = world.people.map(() => [])
  const peer = { client, feeds, counter }
  await eachOf(world.people, async ({ address }, index) => {
    const { value } = await client.api(`/users/${address}/mailFolders`).top(100).get()
    const own = feeds[index]!
    for (const { id } of value as { id: string }[]) {
      const path = `/users/${address}/mailFolders/${id}/messages/delta?$select=id`
      own.push({ kind: 'mail', address, path })
    }
    if (calendar) own.push({ kind: 'calendar', address, path: calendarPath(address) })
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
  const seconds = await timed(() =>
    eachOf(peer.feeds, async (feeds) => {
      for (const feed of feeds) {
        const ids = await listIds(peer, feed)
        if (feed.kind === 'mail') await importMessages(world, peer, feed, ids)
        else await importEvents(world, peer, feed, ids)
      }
    }),
  )
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
  for (let at = 0; at < ids.length; at += PARTS) {
    const requests = ids.slice(at, at + PARTS).map((id, part) => ({
      id: String(part),
      method: 'GET',
      url: `/users/${feed.address}/messages/${id}`,
      headers: { Prefer: PREFER },
    }))
    const { responses } = await peer.client.api('/$batch').post({ requests })
    for (const { status, body } of responses as { status: number; body: Message }[]) {
      if (status !== 200) throw new Error(`The peer was answered ${status} for a message.`)
      await insertMessage(world, body)
    }
  }
}

async function insertMessage(world: World, message: Message): Promise<void> {
  await world.db.plain.query(
    `insert into crm.email (organizationid, activityid, subject, description, sender, torecipients,
       messageid, senton, exchangeitemid, exchangeweblink, createdon, modifiedon)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $8, $8)`,
    [
      world.peerId,
      randomUUID(),
      message.subject,
      message.body?.content,
      message.from?.emailAddress?.address,
      (message.toRecipients ?? []).map((one) => one.emailAddress?.address).join(';'),
      message.internetMessageId,
      message.receivedDateTime,
      message.id,
      message.webLink,
    ],
  )
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
        world.peerId,
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
