import {
  ALERT,
  alertsClosed,
  decideSeries,
  draftActivity,
  eventFacts,
  type ItemRef,
  isUnreadable,
  type Link,
  type LoadedLink,
  newLink,
  readAtLast,
  SyncError,
  type WholeEvent,
  type Window,
} from '@trackmark/core'
import { concernsMailbox, setAside, setUnreadAside, unexpectedAtItem } from './park.ts'
import type { Series } from './ports.ts'
import { bookFor, commit, draftContext, markContext, type Run } from './run.ts'
import { createOf } from './track.ts'

/**
 * Brings the occurrences of tracked series in step (TR10): each series is read as a whole, since a
 * change feed leaves out what occurrences share with their master and may not tell of a deleted
 * one. Two requests and one commit a series.
 */
export async function seriesPass(
  run: Run,
  masters: readonly ItemRef[],
  window: Window,
): Promise<void> {
  const unique = [...new Map(masters.map((ref) => [ref.key, ref])).values()]
  for (const ref of unique) await refreshSeries(run, ref, window)
}

async function refreshSeries(run: Run, ref: ItemRef, window: Window): Promise<void> {
  const [loaded] = await run.deps.store.loadLinks(run.input.lease, [ref.key])
  const master = loaded?.link
  if (master === undefined || master.state !== 'linked') return
  const series = await readSeries(run, master, window)
  // A series that can't be found is one of the pending ends: its own removal tells.
  if (series === null) return
  try {
    await bringInStep(run, loaded!, series, window)
  } catch (error) {
    if (error instanceof SyncError) throw error
    await parkMaster(run, master, unexpectedAtItem(run, error))
  }
}

async function bringInStep(
  run: Run,
  loaded: LoadedLink,
  series: Series,
  window: Window,
): Promise<void> {
  const at = run.deps.clock()
  const occurrences = await run.deps.store.occurrencesOf(run.input.lease, [series.master.key])
  // TR20: what can't be read is neither new nor missing.
  const unread = new Map(series.unreadable.map((one) => [one.ref.key, one]))
  const here = new Set(series.instances.map(({ key }) => key))
  const back = occurrences.filter((link) => isUnreadable(link) && here.has(link.key))
  const links = occurrences
    .filter(({ key }) => !unread.has(key))
    .map((link) => (back.includes(link) ? readAtLast(at, link, false) : link))
  const known = new Map(occurrences.map((link) => [link.key, link]))
  const aside = series.unreadable.flatMap(({ ref, error }) => {
    const parked = setUnreadAside(run, ref, known.get(ref.key) ?? null, error)
    if (parked === null) return []
    return [{ ...parked, link: { ...parked.link, masterKey: series.master.key } }]
  })
  const plan = decideSeries(markContext(run), series.instances, links, window)
  const wholes = [...plan.create.map(({ event }) => event), ...plan.update.map((u) => u.event)]
  const told = [...plan.missing, ...plan.unmarked]
  if (wholes.length + told.length + aside.length + back.length === 0) return

  const book = await bookFor(run, wholes)
  const seriesId = loaded.link.activityId
  const seen = 'occurrence of a tracked series'
  await commit(run, {
    creates: plan.create.map(({ event, mark }) =>
      createOf(run, event, book, {
        link: newLink(event, at),
        outgoing: false,
        rule: 'TR10',
        seen,
        mark,
        markedAt: null,
        seriesId,
      }),
    ),
    updates: loaded.organizerElsewhere
      ? []
      : plan.update.map(({ event, link }) => ({
          activityId: link.activityId!,
          draft: draftActivity(event, draftContext(run, book, false)),
          link: updated(link, event),
        })),
    links: [
      ...links.filter(({ key }) => back.some((one) => one.key === key)),
      ...told,
      ...(loaded.organizerElsewhere
        ? plan.update.map(({ event, link }) => updated(link, event))
        : []),
      ...aside.map(({ link }) => link),
    ],
    alerts: aside.flatMap(({ alerts }) => alerts),
    closeAlerts: back.flatMap(({ key }) => alertsClosed(key, [ALERT.itemParked])),
  })
}

function updated(link: Link, event: WholeEvent): Link {
  return { ...link, changeKey: event.changeKey, ...eventFacts(event) }
}

/** A series that can't be read is parked under its master; others go on. */
async function readSeries(run: Run, master: Link, window: Window): Promise<Series | null> {
  try {
    return await run.mailbox.readSeries(master, window)
  } catch (error) {
    // Asked for by itself: no answer, too, may be what this series does to the server.
    if (!(error instanceof SyncError) || concernsMailbox(error)) throw error
    await parkMaster(run, master, error)
    return null
  }
}

async function parkMaster(run: Run, master: Link, error: SyncError): Promise<void> {
  await commit(run, setAside(run, master, error))
}
