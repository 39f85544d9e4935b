import {
  decideSeries,
  draftActivity,
  type ItemRef,
  type Link,
  SyncError,
  type WholeEvent,
  type Window,
} from '@trackmark/core'
import { newLink } from './link.ts'
import { parkLink } from './park.ts'
import type { Series } from './ports.ts'
import { bookFor, commit, draftContext, type Run, trackedNames } from './run.ts'
import { createOf, eventFacts } from './track.ts'

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
  const { store } = run.deps
  const [loaded] = await store.loadLinks(run.input.lease, [ref.key])
  const master = loaded?.link
  if (master === undefined || master.state !== 'linked') return
  const series = await readSeries(run, master, window)
  // A series that can't be found is one of the pending ends: its own removal tells.
  if (series === null) return

  const links = await store.occurrencesOf(run.input.lease, [ref.key])
  const at = run.deps.clock()
  const names = trackedNames(run)
  const plan = decideSeries(at, series.instances, links, names, window)
  const wholes = [...plan.create.map(({ event }) => event), ...plan.update.map((u) => u.event)]
  const known = [...plan.missing, ...plan.unmarked]
  if (wholes.length === 0 && known.length === 0) return

  const book = await bookFor(run, wholes)
  const seriesId = master.activityId
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
    updates: loaded!.organizerElsewhere
      ? []
      : plan.update.map(({ event, link }) => ({
          activityId: link.activityId!,
          draft: draftActivity(event, draftContext(run, book, false)),
          link: updated(link, event),
        })),
    links: [
      ...known,
      ...(loaded!.organizerElsewhere
        ? plan.update.map(({ event, link }) => updated(link, event))
        : []),
    ],
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
    if (!(error instanceof SyncError) || error.disposition !== 'parkItem') throw error
    const { link, alert, writes } = parkLink(run, master, error)
    await commit(run, { links: [link], alerts: [alert], writes })
    return null
  }
}
