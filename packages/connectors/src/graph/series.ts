import type { ItemKey, ItemRef, WholeEvent, Window } from '@trackmark/core'
import type { Outcome, Series, UnreadableItem } from '@trackmark/engine'
import { askAll } from './batch.ts'
import { getItem, IN_UTC, mapAnswer, mapped, words } from './items.ts'
import { eventSelect, mapEvent } from './map-event.ts'
import { collect } from './pages.ts'
import { route, withQuery } from './route.ts'
import { eventSchema, idSchema } from './schemas.ts'
import { slicesOf } from './slices.ts'
import type { Ask, Wire } from './wire.ts'

/**
 * Reads the master and the first page of each slice of the window in one batch, then further
 * pages.
 */
export async function readSeries(
  wire: Wire,
  master: ItemRef,
  window: Window,
): Promise<Series | null> {
  const masterAsk = getItem(wire, master, { $select: eventSelect })
  const instancesAsks = slicesOf(window).map((slice) => instancesAsk(wire, master, slice))
  const [first, ...pages] = await askAll(wire, [masterAsk, ...instancesAsks])
  const toEvent = (body: unknown) => mapEvent(eventSchema.parse(body), master.folder)
  const event = unwrap(mapAnswer(first!, words.event, wire, toEvent))
  if (event === null || event.eventType !== 'master') return null
  const instances = new Map<ItemKey, WholeEvent>()
  const unreadable = new Map<ItemKey, UnreadableItem>()
  for (const [at, ask] of instancesAsks.entries()) {
    // The series was deleted between two parts, which is the same as not found.
    const body = unwrap(mapAnswer(pages[at]!, ask.subject, wire, (found) => found))
    if (body === null) return null
    const { entries } = await collect(wire, ask, body)
    for (const entry of entries) {
      const outcome = mapped<WholeEvent>(ask.subject, wire, () => toEvent(entry))
      if (outcome.ok) instances.set(outcome.value.key, outcome.value)
      else {
        // An occurrence without an id may be any of them, so the set isn't complete.
        const { success, data } = idSchema.safeParse(entry)
        if (!success) throw outcome.error
        const ref: ItemRef = { kind: 'event', key: data.id, folder: master.folder }
        unreadable.set(data.id, { ref, error: outcome.error })
      }
    }
  }
  return {
    master: event,
    instances: [...instances.values()],
    unreadable: [...unreadable.values()],
  }
}

function instancesAsk(wire: Wire, master: ItemRef, window: Window): Ask {
  return {
    method: 'GET',
    to: withQuery(route`/users/${wire.mailbox}/events/${master.key}/instances`, {
      startDateTime: new Date(window.start).toISOString(),
      endDateTime: new Date(window.end).toISOString(),
      $select: eventSelect,
      $top: String(wire.limits.wholeItemsPerPage),
    }),
    headers: { Prefer: IN_UTC },
    subject: 'the occurrences of a series',
    level: 'item',
  }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw outcome.error
  return outcome.value
}
