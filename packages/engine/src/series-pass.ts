import {
  draftActivity,
  type ItemRef,
  type Link,
  type LoadedLink,
  newLink,
  SyncError,
  stepOfSeries,
  type Window,
} from '@trackmark/core'
import { commit } from './commit.ts'
import { concernsMailbox, parkAndCount, unexpectedAtItem } from './park.ts'
import type { Series } from './ports/index.ts'
import { bookFor, countParked, draftContext, markContext, parkContext, type Run } from './run.ts'
import { createOf } from './track.ts'

/**
 * Brings the occurrences of tracked series up to date (TR10). Each series is read as a whole,
 * because a change feed leaves out what occurrences share with their master and may not report a
 * deleted one. A series costs two requests and one commit.
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
  // A series that can't be found ends by the report of its own removal.
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
  const { key, activityId } = loaded.link
  const links = await run.deps.store.occurrencesOf(run.input.lease, [key])
  const facts = { ...series, master: loaded, links }
  const context = { ...markContext(run), ...parkContext(run) }
  const { create, update, effects, parked } = stepOfSeries(context, facts, window)
  countParked(run, parked)

  const book = await bookFor(
    run,
    [...create, ...update].map(({ event }) => event),
  )
  const creates = create.map(({ event, mark }) =>
    createOf(run, event, book, {
      link: newLink(event, context.now),
      outgoing: false,
      rule: 'TR10',
      seen: 'occurrence of a tracked series',
      mark,
      markedAt: null,
      seriesId: activityId,
    }),
  )
  const updates = update.map(({ event, link }) => ({
    activityId: link.activityId,
    draft: draftActivity(event, draftContext(run, book, false)),
    link,
  }))
  await commit(run, { creates, updates }, effects)
}

/** A series that can't be read is parked under its master's key; others go on. */
async function readSeries(run: Run, master: Link, window: Window): Promise<Series | null> {
  try {
    return await run.mailbox.items.series(master, window)
  } catch (error) {
    // The series was requested alone, so even a missing answer may be caused by it.
    if (!(error instanceof SyncError) || concernsMailbox(error)) throw error
    await parkMaster(run, master, error)
    return null
  }
}

async function parkMaster(run: Run, master: Link, error: SyncError): Promise<void> {
  await commit(run, parkAndCount(run, master, error))
}
