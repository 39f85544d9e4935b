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
import { processPages } from './page.ts'
import { parkedPass } from './parked-pass.ts'
import type { Run } from './run.ts'
import { seriesPass } from './series-pass.ts'

/** Rounds of one cycle; a longer listing goes on in the next, due at once. */
export const ROUNDS_MAX = 40

export interface FolderPassResult {
  /** All there was to read has been read. */
  readonly complete: boolean
  /**
   * Every folder was read to its end, but for those that are refused, or fail again and again: only
   * then may links end (TR5, CY20).
   */
  readonly mayEnd: boolean
  /** Ids of all that were there. */
  readonly folders: ReadonlySet<FolderId>
  /** Still to be committed: how far quiet folders and finished listings were read. */
  readonly last: Partial<Effects>
}

/**
 * Reads every folder's changes, a page of each per round, all in as few trips as the server
 * allows. A folder whose cursor has expired is listed from the start and compared with the links;
 * one that can't be read is left out and told (CY20). What concerns the mailbox ends the cycle once
 * the other folders have been read.
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
 * CL7: folders that nobody has read yet are stored before the first page is. They stay behind,
 * although an item's old folder is read to its end first.
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
  const { listings } = run.deps.room
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const open = openFolders(reading)
    if (open.length === 0) break
    const listed = open.filter(({ cursor }) => cursor.listing).length
    await (listed === 0 ? readRound() : listings.hold(listed, readRound))
  }
  return { reading, masters }
}

/** CY20: the mailbox's alert names all folders. One that was deleted just now isn't worth it. */
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
