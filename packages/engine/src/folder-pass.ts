import {
  afterRound,
  beginReading,
  type CursorContext,
  calendarWindow,
  closingCursors,
  type Effects,
  type Folder,
  type FolderCursor,
  type FolderId,
  type FolderReading,
  failureOf,
  finishedListings,
  foldersBehind,
  foldersLeftOut,
  foldersUnreadable,
  type ItemRef,
  isComplete,
  mayEnd,
  openFolders,
  pageRequests,
  startingCursors,
  troubledFolders,
} from '@trackmark/core'
import { commit } from './commit.ts'
import { listFolders } from './listed-folders.ts'
import { dropVanished, pendUnlisted } from './missing-items.ts'
import { parkedPass } from './parked-pass.ts'
import { processPages } from './process-pages.ts'
import type { Run } from './run.ts'
import { seriesPass } from './series-pass.ts'

/**
 * Maximum number of rounds in one cycle. A longer listing continues in the next cycle, which is
 * due at once.
 */
export const ROUNDS_MAX = 40

export interface FolderPassResult {
  /** Every folder was read to its end. */
  readonly complete: boolean
  /**
   * Every folder was read to its end, except those that are refused or fail repeatedly. Links may
   * end only then (TR5, CY20).
   */
  readonly mayEnd: boolean
  /** Ids of all existing folders. */
  readonly folders: ReadonlySet<FolderId>
  /** Effects still to be committed: cursors of folders without changes and of complete listings. */
  readonly last: Partial<Effects>
}

/**
 * Reads the changes of every folder, one page of each per round, in as few requests as the server
 * allows. A folder whose cursor has expired is listed from its start and compared with the links.
 * A folder that can't be read is left out and named in an alert (CY20). A failure of the mailbox
 * ends the cycle after the other folders were read.
 */
export async function folderPass(run: Run): Promise<FolderPassResult> {
  const { marksRead } = run
  const { categories, hierarchy } = run.state
  const isFirstListing = hierarchy === null
  const folders = await listFolders(run)
  const window = calendarWindow(run.startedAt, run.input.settings)
  const context = { marksRead, epoch: categories.tracked.epoch, window }
  const starting = startingCursors(context, folders, run.state.cursors)
  await noteFoldersBehind(run, context, starting)
  await dropVanished(run, folders, isFirstListing)

  const ids = new Set(folders.map(({ id }) => id))
  const { reading, masters } = await readRounds(run, beginReading(window, folders, starting), ids)
  if (run.input.counts.parkedDue > 0) masters.push(...(await parkedPass(run, reading.folders)))
  await seriesPass(run, masters, window)

  const last = { ...troubleTold(run, reading), cursors: closingCursors(reading) }
  if (reading.failure !== null) {
    await commit(run, last)
    throw reading.failure
  }
  await pendUnlisted(run, finishedListings(reading))
  return { complete: isComplete(reading), mayEnd: mayEnd(reading), folders: ids, last }
}

/**
 * CL7: new folders are stored before their first page is. They count as behind, although an item's
 * old folder may be read to its end first.
 */
async function noteFoldersBehind(
  run: Run,
  context: CursorContext,
  starting: readonly FolderCursor[],
): Promise<void> {
  const { cursors: before } = run.state
  run.happened({ kind: 'foldersBehind', folders: foldersBehind(context, starting, before) })
  const known = new Set(before.map(({ folder }) => folder))
  const cursors = starting.filter(({ catchUp, folder }) => catchUp && !known.has(folder))
  if (cursors.length > 0) await commit(run, { cursors })
}

async function readRounds(
  run: Run,
  begun: FolderReading,
  folders: ReadonlySet<FolderId>,
): Promise<{ reading: FolderReading; masters: ItemRef[] }> {
  const masters: ItemRef[] = []
  let reading = begun
  const readRound = async () => {
    const round = afterRound(reading, await run.mailbox.feed.read(pageRequests(reading)))
    reading = round.reading
    masters.push(...(await processPages(run, round.pages, round.cursors, folders)))
  }
  const { listings } = run.deps.memoryBudget
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const open = openFolders(reading)
    if (open.length === 0) break
    const listed = open.filter(({ cursor }) => cursor.listing).length
    await (listed === 0 ? readRound() : listings.hold(listed, readRound))
  }
  return { reading, masters }
}

/**
 * CY20: one alert of the mailbox names all folders that were left out, except one that was deleted
 * just now.
 */
function troubleTold(run: Run, reading: FolderReading): Partial<Effects> {
  const troubled = troubledFolders(reading)
  const [first] = troubled
  if (first === undefined) return {}
  const leftOut = troubled.filter(({ isInPart }) => !isInPart)
  const { message } = (leftOut[0] ?? first).error
  run.happened({ kind: 'leftOut', trouble: foldersLeftOut(foldersOf(leftOut), message) })
  const lasting = troubled.filter(
    ({ error, failuresBefore }) => error.remedy !== 'gone' || failuresBefore > 0,
  )
  if (lasting.length === 0) return {}
  const { error } = lasting[0]!
  const { minMs } = run.deps.cadence(run.input)
  const failure = failureOf(error, Math.max(minMs, error.retryAfterMs ?? 0))
  return { alerts: [foldersUnreadable(run.input.mailbox.name, foldersOf(lasting), failure)] }
}

const foldersOf = (troubled: readonly { readonly folder: Folder }[]): readonly Folder[] =>
  troubled.map(({ folder }) => folder)
