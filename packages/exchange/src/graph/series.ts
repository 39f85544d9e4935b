import type { ItemRef, WholeEvent, Window } from '@trackmark/core'
import type { Outcome, Series } from '@trackmark/engine'
import { askAll } from './batch.ts'
import { getItem, IN_UTC, mapAnswer, mapped, words } from './items.ts'
import { eventSelect, mapEvent } from './map-event.ts'
import { collect } from './pages.ts'
import { route, withQuery } from './route.ts'
import { eventSchema } from './schemas.ts'
import type { Ask, Wire } from './wire.ts'

/** Master and first page in one trip; further pages follow. */
export async function readSeries(
  wire: Wire,
  master: ItemRef,
  window: Window,
): Promise<Series | null> {
  const masterAsk = getItem(wire, master, { $select: eventSelect })
  const instancesAsk: Ask = {
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
  const [first, page] = await askAll(wire, [masterAsk, instancesAsk])
  const toEvent = (body: unknown) => mapEvent(eventSchema.parse(body), master.folder)
  const event = unwrap(mapAnswer(first!, words.event, wire, toEvent))
  if (event === null || event.eventType !== 'master') return null
  // Deleted between the two parts: the same as never found.
  const body = unwrap(mapAnswer(page!, instancesAsk.subject, wire, (found) => found))
  if (body === null) return null
  const { entries } = await collect(wire, instancesAsk, body)
  const instances = entries.map((entry) =>
    unwrap(mapped<WholeEvent>(instancesAsk.subject, wire, () => toEvent(entry))),
  )
  return { master: event, instances }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw outcome.error
  return outcome.value
}
