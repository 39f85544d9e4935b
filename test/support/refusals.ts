import type { Database } from '@trackmark/store'
import { expect } from 'vitest'
import { createWorld, MARK, received, type World } from './world.ts'

/** One mailbox in which single items, folders or lists are refused. */

export const UNDELIVERABLE = 'Tracked to Dynamics 365 (Undeliverable)'
export const MINUTE = 60_000

/** One mailbox whose pages name only what changed, its category made and its folders listed. */
export async function mailboxIn(
  database: Database,
  options: Omit<NonNullable<Parameters<typeof createWorld>[0]>, 'database'> = {},
): Promise<World> {
  const w = await createWorld({ database, people: 1, ...options })
  await control(w, 'PATCH', '/switches', { messageDeltaOnlyChanged: true })
  await w.cycle()
  return w
}

export async function control(
  w: World,
  method: string,
  path: string,
  body?: object,
): Promise<void> {
  const answer = await w.sandbox.fetch(
    new Request(`http://sandbox.test/sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    }),
  )
  expect(answer.ok).toBe(true)
}

interface Refusal {
  readonly status: number
  readonly code: string
  readonly retryAfterSeconds?: number
}
/** Every reading of what has this path is refused until `heal`. */
export const refuse = (w: World, path: string, refusal: Refusal) =>
  control(w, 'POST', '/faults', {
    match: { method: 'GET', path },
    times: 0,
    effect: { kind: 'status', ...refusal },
  })
export const heal = (w: World) => control(w, 'DELETE', '/faults')

export const user = (w: World) => `/users/${w.people[0]!.address}`
export async function deliver(w: World, folder = 'inbox', patch: object = {}): Promise<string> {
  const path = `${user(w)}/mailFolders/${folder}/messages`
  return (await w.graph('POST', path, received({ ...patch }))).body.id
}
export const write = (w: World, id: string, patch: object) =>
  w.graph('PATCH', `${user(w)}/messages/${id}`, patch)
export const mark = (w: World, id: string) => write(w, id, { categories: [MARK] })
export const unmark = (w: World, id: string) => write(w, id, { categories: [] })
export const open = (w: World, id: string) => write(w, id, { isRead: true })

export async function linkOf(w: World, id: string) {
  const all = await w.rows('select * from sync.link where organizationid = $org')
  return all.find((link) => link.itemkey === id)
}
export const alerts = (w: World, code: number) =>
  w.rows(
    `select * from crm.tracelog where organizationid = $org and tracecode = ${code} order by createdon`,
  )
export const lastError = async (w: World) =>
  (await w.rows('select lastsyncerror from crm.mailbox where organizationid = $org'))[0]
    .lastsyncerror as string

export const schedule = async (w: World) =>
  (await w.rows('select * from sync.mailbox_schedule where organizationid = $org'))[0]
