import {
  type ItemKind,
  type ItemRef,
  itemChanged,
  itemGone,
  type SeenItem,
  SyncError,
} from '@trackmark/core'
import type { Outcome } from '@trackmark/engine'
import { z } from 'zod'
import { askAll } from './batch.ts'
import { malformed } from './errors.ts'
import { changeKeyOf, ifMatchOf } from './etag.ts'
import { mapSeenEvent, seenEventSelect } from './map-event.ts'
import { mapSeenMessage, seenMessageSelect } from './map-message.ts'
import { mapSeenTask } from './map-task.ts'
import { type Route, route, withQuery } from './route.ts'
import { eventSchema, seenMessageSchema, taskSchema } from './schemas.ts'
import { UnmappableError } from './times.ts'
import { type Answer, type Ask, IMMUTABLE_IDS, type Wire } from './wire.ts'

export const words: Record<ItemKind, string> = {
  message: 'a message',
  event: 'an event',
  task: 'a task',
}

/** Requests times in UTC; otherwise the server uses the zone in which an item was made. */
export const IN_UTC = `${IMMUTABLE_IDS}, outlook.timezone="UTC"`

export function routeOf(wire: Wire, ref: ItemRef): Route {
  switch (ref.kind) {
    case 'message':
      return route`/users/${wire.mailbox}/messages/${ref.key}`
    case 'event':
      return route`/users/${wire.mailbox}/events/${ref.key}`
    case 'task':
      return route`/users/${wire.mailbox}/todo/lists/${ref.folder}/tasks/${ref.key}`
  }
}

export function getItem(wire: Wire, ref: ItemRef, query: Record<string, string>): Ask {
  const to = routeOf(wire, ref)
  return {
    method: 'GET',
    to: Object.keys(query).length === 0 ? to : withQuery(to, query),
    headers: { Prefer: ref.kind === 'message' ? IMMUTABLE_IDS : IN_UTC },
    subject: words[ref.kind],
    level: 'item',
  }
}

/**
 * Maps one answer. An item that is gone becomes null; one that can't be understood becomes a
 * failure of that item.
 */
export function mapAnswer<T>(
  outcome: Outcome<Answer>,
  subject: string,
  wire: Wire,
  map: (body: unknown) => T,
): Outcome<T | null> {
  if (!outcome.ok) {
    return outcome.error.remedy === 'gone' ? { ok: true, value: null } : outcome
  }
  return mapped(subject, wire, () => map(outcome.value.body))
}

export function mapped<T>(subject: string, wire: Wire, map: () => T): Outcome<T> {
  try {
    return { ok: true, value: map() }
  } catch (cause) {
    if (cause instanceof z.ZodError) {
      return { ok: false, error: malformed('item', subject, wire.mailbox, cause) }
    }
    if (cause instanceof SyncError) throw cause
    // An unexpected value affects its own item and no other.
    const why = cause instanceof UnmappableError ? cause.message : 'it holds something unexpected'
    const message = `${subject} of ${wire.mailbox} can't be read: ${why}; the item is set aside and tried again later.`
    return { ok: false, error: new SyncError('item', 'refused', capital(message), { cause }) }
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export async function readLight(
  wire: Wire,
  refs: readonly ItemRef[],
): Promise<readonly Outcome<SeenItem | null>[]> {
  const outcomes = await askAll(
    wire,
    refs.map((ref) => getItem(wire, ref, lightQuery(ref.kind))),
  )
  return outcomes.map((outcome, at) => {
    const ref = refs[at]!
    return mapAnswer(outcome, words[ref.kind], wire, (body) => mapSeen(ref, body))
  })
}

function lightQuery(kind: ItemKind): Record<string, string> {
  switch (kind) {
    case 'message':
      return { $select: `${seenMessageSelect},parentFolderId` }
    case 'event':
      return { $select: seenEventSelect }
    case 'task':
      return {}
  }
}

function mapSeen(ref: ItemRef, body: unknown): SeenItem {
  const seen = parseSeen(ref, body)
  if (seen === null) throw new UnmappableError('its etag or its categories are missing')
  return seen
}

function parseSeen(ref: ItemRef, body: unknown): SeenItem | null {
  switch (ref.kind) {
    case 'message': {
      const wire = seenMessageSchema.parse(body)
      return mapSeenMessage(wire, wire.parentFolderId ?? ref.folder)
    }
    case 'event':
      return mapSeenEvent(eventSchema.parse(body), ref.folder)
    case 'task':
      return mapSeenTask(taskSchema.parse(body), ref.folder)
  }
}

/** Changing only categories sends no meeting update to anybody. */
export async function setCategories(
  wire: Wire,
  ref: ItemRef,
  categories: readonly string[],
  ifMatch: string,
): Promise<string> {
  const ask: Ask = {
    method: 'PATCH',
    to: routeOf(wire, ref),
    headers: { 'If-Match': ifMatchOf(ifMatch) },
    body: { categories },
    subject: words[ref.kind],
    level: 'item',
  }
  const { body } = await wire.ask(ask)
  const written = z
    .looseObject({ '@odata.etag': z.string().nullish(), changeKey: z.string().nullish() })
    .safeParse(body)
  const changeKey = written.success ? changeKeyOf(written.data) : null
  return changeKey ?? currentChangeKey(wire, ref)
}

async function currentChangeKey(wire: Wire, ref: ItemRef): Promise<string> {
  const [outcome] = await readLight(wire, [ref])
  if (outcome === undefined) throw itemChanged()
  if (!outcome.ok) throw outcome.error
  if (outcome.value === null) throw itemGone()
  return outcome.value.changeKey
}
