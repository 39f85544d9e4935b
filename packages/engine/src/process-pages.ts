import {
  decideRound,
  type FolderCursor,
  type FolderId,
  type FolderPage,
  type ItemRef,
  joinEffects,
  keysOf,
  type LoadedLink,
} from '@trackmark/core'
import { chunks } from './chunks.ts'
import { commit } from './commit.ts'
import { followMoves } from './moved-items.ts'
import { countParked, type Run, roundContext } from './run.ts'
import { trackAndCommit, WHOLE_ITEMS_MAX } from './track.ts'

/**
 * Decides a round of pages, one per folder, and commits the effects. The last transaction also
 * holds the new cursors, so that a crash repeats pages and never skips them. The number of
 * statements doesn't depend on the number of items. Whole items are read and committed in slices
 * of {@link WHOLE_ITEMS_MAX}.
 *
 * @param folders all existing folders: a message read in none of them is gone
 * @returns series to read once the round is committed
 */
export async function processPages(
  run: Run,
  pages: readonly FolderPage[],
  cursors: readonly FolderCursor[],
  folders: ReadonlySet<FolderId>,
): Promise<readonly ItemRef[]> {
  if (pages.length === 0) {
    await commit(run, { cursors })
    return []
  }
  let loaded = await loadLinks(run, pages)
  if (await followMoves(run, pages, loaded)) loaded = await loadLinks(run, pages)
  const plan = decideRound(roundContext(run), pages, loaded)
  countParked(run, plan.parked)

  const masters = [...plan.masters]
  const slices = chunks(plan.toRead, WHOLE_ITEMS_MAX)
  const last = slices.pop() ?? []
  for (const slice of slices) {
    masters.push(...(await trackAndCommit(run, slice, { folders })))
  }
  const rest = joinEffects(plan.effects, { cursors })
  masters.push(...(await trackAndCommit(run, last, { rest, folders })))
  return masters
}

async function loadLinks(
  run: Run,
  pages: readonly FolderPage[],
): Promise<ReadonlyMap<string, LoadedLink>> {
  const keys = keysOf(pages)
  const rows = keys.length === 0 ? [] : await run.deps.store.loadLinks(run.input.lease, keys)
  return new Map(rows.map((row) => [row.link.key, row]))
}
