import {
  type Commit,
  type Folder,
  type FolderCursor,
  folderKindUnavailable,
  foldersLeftOut,
  foldersUnreadable,
  type Instant,
  type ItemKey,
  type ItemRef,
  type Link,
  type Listing,
  SyncError,
  unknownFoldersLeftOut,
  type Window,
} from '@trackmark/core'
import { type FolderPage, processPages } from './page.ts'
import { inWords } from './park.ts'
import { parkedPass } from './parked-pass.ts'
import type { FolderListing } from './ports.ts'
import { commit, type Run } from './run.ts'
import { seriesPass } from './series-pass.ts'

/** Rounds of one cycle; a longer listing goes on in the next, due at once. */
export const ROUNDS_MAX = 40
/** So often in a row a folder may fail before its cursor is held to be the reason (CY20). */
const CURSOR_FAILURES_MAX = 3
/** Likewise of a mailbox and the memory of its folders. */
const MEMORY_FAILURES_MAX = 5
const DAY = 86_400_000

export interface FolderPassResult {
  /** All there was to read has been read. */
  readonly complete: boolean
  /**
   * Every folder was read to its end, but for those that are refused, or fail again and again: only
   * then may links end (TR5, CY20).
   */
  readonly mayEnd: boolean
  /** Ids of all that were there. */
  readonly folders: ReadonlySet<string>
  /** Still to be committed: how far quiet folders and finished listings were read. */
  readonly last: Commit
}

/**
 * Reads every folder's changes, a page of each per round, all in as few trips as the server
 * allows. A folder whose cursor has expired is listed from the start and compared with the links;
 * one that can't be read is left out and told (CY20). What concerns the mailbox ends the cycle once
 * the other folders have been read.
 */
export async function folderPass(run: Run): Promise<FolderPassResult> {
  const { folders, window, hierarchy } = await listFolders(run)
  const states = new Map(
    folders.map((folder) => [folder.id, asRead(run, startingCursor(run, folder, window))]),
  )
  await noteFoldersBehind(run, states)
  await dropVanished(run, folders, hierarchy)

  const open = new Map(folders.map((folder) => [folder.id, folder]))
  const restarted = new Set<string>()
  const quiet: FolderCursor[] = []
  const masters: ItemRef[] = []
  const troubled: Troubled[] = []

  /** @returns what failed first */
  const readRound = async (): Promise<SyncError | null> => {
    let failed: SyncError | null = null
    const asked = [...open.values()]
    const outcomes = await run.mailbox.changes(
      asked.map((folder) => {
        const cursor = states.get(folder.id)!
        return { folder, cursor: cursor.value, window: windowOf(cursor) }
      }),
    )
    const pages: FolderPage[] = []
    const isOutage = asked.length > 1 && outcomes.every((one) => !one.ok && isDown(one.error))
    for (const [index, folder] of asked.entries()) {
      const cursor = states.get(folder.id)!
      const outcome = outcomes[index]!
      if (outcome.ok) {
        pages.push({ folder, cursor, page: outcome.value })
        if (!outcome.value.more) open.delete(folder.id)
      } else if (outcome.error.disposition === 'resyncFolder' && !restarted.has(folder.id)) {
        restarted.add(folder.id)
        states.set(folder.id, relisted(cursor, window))
      } else {
        open.delete(folder.id)
        if (isOutage || outcome.error.reach === 'mailbox') failed ??= outcome.error
        else troubled.push({ folder, cursor, error: outcome.error })
      }
    }
    troubled.push(...pages.filter(({ page }) => page.nameless > 0).map(namelessIn))
    masters.push(...(await settleRound(run, pages, states, quiet)))
    return failed
  }

  let failure: SyncError | null = null
  for (let round = 0; round < ROUNDS_MAX && open.size > 0; round++) {
    const listings = [...open.keys()].filter((id) => states.get(id)!.listing).length
    const { hold } = run.deps.room.listings
    failure ??= listings === 0 ? await readRound() : await hold(listings, readRound)
  }

  if (run.input.counts.parkedDue > 0) {
    const placed = folders.map((folder) => ({ folder, cursor: states.get(folder.id)! }))
    masters.push(...(await parkedPass(run, placed)))
  }
  await seriesPass(run, masters, window)
  const complete = open.size === 0 && failure === null
  const mayEnd =
    complete &&
    troubled.every(({ error, cursor }) => !isDown(error) || cursor.failures >= CURSOR_FAILURES_MAX)
  const told = troubleTold(run, troubled, states)
  if (failure !== null) {
    await commit(run, { ...told, cursors: [...quiet, ...told.cursors] })
    throw failure
  }
  const left = new Set([...open.keys(), ...told.cursors.map((cursor) => cursor.folder)])
  const done = folders.filter((folder) => !left.has(folder.id))
  const finished = await finishListings(run, done, states)
  const settled = [...finished, ...told.cursors]
  const known = new Set(settled.map((cursor) => cursor.folder))
  const cursors = [...settled, ...quiet.filter(({ folder }) => !known.has(folder))]
  const all = new Set(folders.map(({ id }) => id))
  return { complete, mayEnd, folders: all, last: { ...told, cursors } }
}

/** A folder that is left out of a cycle, or of which something is. */
interface Troubled {
  readonly folder: Folder
  readonly cursor: FolderCursor
  readonly error: SyncError
  /** Some of its entries alone; the rest was read. */
  readonly isInPart?: boolean
}

/** No answer, or a gateway's: met by every folder it is the server's trouble and not theirs. */
function isDown({ status, disposition }: SyncError): boolean {
  return disposition === 'retryLater' && (status === null || status === 408 || status > 500)
}

function namelessIn({ folder, cursor, page }: FolderPage): Troubled {
  const message = `A page of changes has ${page.nameless} ${page.nameless === 1 ? 'entry that names' : 'entries that name'} no item; the others were read.`
  return {
    folder,
    cursor,
    error: new SyncError('parkItem', message, { reach: 'folder' }),
    isInPart: true,
  }
}

/** CY20: the mailbox's alert names them all. One that was deleted just now isn't worth it. */
function troubleTold(
  run: Run,
  troubled: readonly Troubled[],
  states: ReadonlyMap<string, FolderCursor>,
): Commit & { readonly cursors: readonly FolderCursor[] } {
  const [first] = troubled
  if (first === undefined) return { cursors: [] }
  const leftOut = troubled.filter(({ isInPart }) => !isInPart)
  run.trouble ??= foldersLeftOut(
    leftOut.map(({ folder }) => folder),
    (leftOut[0] ?? first).error.message,
  )
  const cursors = troubled.map(({ folder, cursor }) => {
    return { ...states.get(folder.id)!, failures: cursor.failures + 1 }
  })
  const lasting = troubled.filter(
    ({ error, cursor }) => error.status !== 404 || cursor.failures > 0,
  )
  const [shown] = lasting
  if (shown === undefined) return { cursors }
  const alert = foldersUnreadable(
    run.input.mailbox.name,
    lasting.map(({ folder }) => folder),
    {
      code: shown.error.serverCode ?? shown.error.name,
      message: shown.error.message,
      nextTry: inWords(Math.max(run.deps.cadence(run.input).minMs, shown.error.retryAfterMs ?? 0)),
    },
  )
  return { cursors, alerts: [alert] }
}

/** Commits a round. Pages with nothing in them wait for the end: one statement for all of them. */
async function settleRound(
  run: Run,
  pages: readonly FolderPage[],
  states: Map<string, FolderCursor>,
  quiet: FolderCursor[],
): Promise<readonly ItemRef[]> {
  const busy: FolderPage[] = []
  const cursors: FolderCursor[] = []
  for (const entry of pages) {
    const { folder, cursor, page } = entry
    const next = { ...cursor, value: page.cursor, failures: 0 }
    states.set(folder.id, next)
    const isBusy = page.items.length + page.removed.length + page.unreadable.length > 0
    if (isBusy) busy.push(entry)
    if (isBusy || page.more) cursors.push(next)
    else if (next.value !== cursor.value || cursor.failures > 0) quiet.push(next)
  }
  if (busy.length === 0) {
    await commit(run, { cursors })
    return []
  }
  return processPages(run, busy, cursors, states)
}

async function listFolders(
  run: Run,
): Promise<{ folders: readonly Folder[]; window: Window; hierarchy: string | null }> {
  const { mailbox, hierarchy } = run.input
  const listing = await readFolders(run)
  const alerts = listing.unavailable.map(({ kind, error }) =>
    folderKindUnavailable(mailbox.name, kind, {
      code: error.serverCode ?? error.name,
      message: error.message,
      nextTry: null,
    }),
  )
  const memory = listing.memory === hierarchy ? null : listing.memory
  // An alert already open is renewed, so it is told only when the folders change.
  await commit(run, memory === null ? {} : { hierarchy: memory, alerts })
  return { folders: listing.folders, window: windowNow(run), hierarchy }
}

/** The folders as they are now. */
export async function readFolders(run: Run): Promise<FolderListing> {
  const { mail, appointmentsAndTasks } = run.input.mailbox
  const scope = { mail, calendar: appointmentsAndTasks, tasks: appointmentsAndTasks }
  const { failures } = run.input.health
  // What is remembered of the folders may itself be what fails.
  const memory = failures > 0 && failures % MEMORY_FAILURES_MAX === 0 ? null : run.hierarchy
  const listing = await run.mailbox.listFolders(memory, scope, failures)
  run.hierarchy = listing.memory
  run.note = unknownFoldersLeftOut(listing.unknown)
  return listing
}

/**
 * Calendars are read from some months back to some months ahead (the organization's expansion
 * windows). A month counts as 30 days.
 */
export function windowNow(run: Run): Window {
  const { pastWindowMonths, futureWindowMonths } = run.input.settings
  const today = Math.floor(run.startedAt / DAY) * DAY
  return {
    start: today - pastWindowMonths * 30 * DAY,
    end: today + futureWindowMonths * 30 * DAY,
  }
}

function windowOf(cursor: FolderCursor): Window | null {
  if (cursor.windowStart === null || cursor.windowEnd === null) return null
  return { start: cursor.windowStart, end: cursor.windowEnd }
}

/**
 * Where a folder goes on: its stored cursor, or a listing from the start when it is new, when the
 * feature has come on again since (CL7), or when a calendar's window is another one: a day has passed,
 * or it was set anew (TR17).
 */
function startingCursor(run: Run, folder: Folder, window: Window): FolderCursor {
  const known = run.cursors.find((cursor) => cursor.folder === folder.id)
  if (known === undefined) {
    const fresh: FolderCursor = {
      folder: folder.id,
      kind: folder.kind,
      value: null,
      listing: false,
      generation: 0,
      epoch: run.categories.tracked.epoch,
      catchUp: run.cursors.some((cursor) => isBehind(run, cursor)),
      windowStart: null,
      windowEnd: null,
      failures: 0,
    }
    return relisted(fresh, window)
  }
  const { epoch } = run.categories.tracked
  if (run.marksRead && known.epoch < epoch) {
    return { ...relisted(known, window), epoch, catchUp: true }
  }
  // CY20: it may be the cursor that fails.
  if (known.failures === CURSOR_FAILURES_MAX && known.value !== null) return relisted(known, window)
  // A name of the category was learned that items may have had before (CL3).
  if (known.value === null && !known.listing) return relisted(known, window)
  if (known.kind !== 'calendar') return known
  const { windowStart, windowEnd } = known
  if (windowStart === window.start && windowEnd === window.end) return known
  // A listing of a window that only moved on with the day is finished first.
  const isSameLength = windowEnd! - windowStart! === window.end - window.start
  return known.listing && isSameLength ? known : relisted(known, window)
}

/** CL7: whether it wasn't read to its end since the feature came on again. */
function isBehind(run: Run, cursor: FolderCursor): boolean {
  return cursor.catchUp || cursor.epoch < run.categories.tracked.epoch
}

/**
 * CL7: an item may have moved, while the feature was off, into a folder that nobody has read yet.
 * Such folders are stored before the first page is: they stay behind although the item's old folder
 * is read to its end first.
 */
async function noteFoldersBehind(
  run: Run,
  states: ReadonlyMap<string, FolderCursor>,
): Promise<void> {
  const known = new Set(run.cursors.map(({ folder }) => folder))
  const behind = [...states.values()].filter(({ catchUp }) => catchUp)
  // What has vanished may have left its items elsewhere.
  const vanished = run.cursors.filter((one) => !states.has(one.folder) && isBehind(run, one))
  run.foldersBehind = new Set([...behind, ...vanished].map(({ folder }) => folder))
  const fresh = behind.filter(({ folder }) => !known.has(folder))
  if (fresh.length > 0) await commit(run, { cursors: fresh })
}

/**
 * CL6: what is passed over while marks aren't read is read again once they are, also where the
 * category couldn't be removed meanwhile and so has no new epoch.
 */
function asRead(run: Run, cursor: FolderCursor): FolderCursor {
  if (run.marksRead) return cursor
  return { ...cursor, epoch: Math.min(cursor.epoch, run.categories.tracked.epoch - 1) }
}

function relisted(cursor: FolderCursor, window: Window): FolderCursor {
  const windowed = cursor.kind === 'calendar'
  return {
    ...cursor,
    value: null,
    listing: true,
    generation: cursor.generation + 1,
    windowStart: windowed ? window.start : null,
    windowEnd: windowed ? window.end : null,
  }
}

/**
 * Links of a listing's folder that it didn't meet: put down as perhaps gone (TR5).
 * @returns where the listings ended
 */
async function finishListings(
  run: Run,
  folders: readonly Folder[],
  states: ReadonlyMap<string, FolderCursor>,
): Promise<readonly FolderCursor[]> {
  const listings = folders.map(({ id }) => states.get(id)!).filter(({ listing }) => listing)
  await pendMissing(
    run,
    listings.map((cursor) => ({ ...cursor, window: windowOf(cursor) })),
  )
  return listings.map((cursor) => ({ ...cursor, listing: false, catchUp: false }))
}

const MISSING_PAGE = 500

/** Commits them page by page, so that a folder of any size is put down whole. */
async function pendMissing(run: Run, listings: readonly Listing[]): Promise<void> {
  if (listings.length === 0) return
  const { store } = run.deps
  for (let after: ItemKey | null = null; ; ) {
    const wish = { listings, after, limit: MISSING_PAGE }
    const missing = await store.unlisted(run.input.lease, wish)
    const masterKeys = [...new Set(missing.flatMap((link) => link.masterKey ?? []))]
    const masters =
      masterKeys.length === 0 ? [] : await store.loadLinks(run.input.lease, masterKeys)
    // Occurrences of a tracked series were compared with the series itself.
    const live = new Set(masters.flatMap(({ link }) => (link.state === 'linked' ? [link.key] : [])))
    const at: Instant = run.deps.clock()
    const links: Link[] = missing
      .filter((link) => link.masterKey === null || !live.has(link.masterKey))
      .map((link) => ({
        ...link,
        pendingEnd: 'gone',
        decision: { rule: 'TR5', at, seen: 'missing from a full listing of its folder' },
      }))
    if (links.length > 0) await commit(run, { links })
    if (missing.length < MISSING_PAGE) return
    after = missing.at(-1)!.key
  }
}

/** A folder that is gone took its items along or left them elsewhere: both are looked up (TR5). */
async function dropVanished(
  run: Run,
  folders: readonly Folder[],
  hierarchy: string | null,
): Promise<void> {
  if (hierarchy === null) return
  const present = new Set(folders.map((folder) => folder.id))
  const kinds = new Set(folders.map((folder) => folder.kind))
  // A kind with no folder at all was shut off, not emptied.
  const vanished = run.input.cursors.filter(
    (cursor) => !present.has(cursor.folder) && kinds.has(cursor.kind),
  )
  if (vanished.length === 0) return
  const listings = vanished.map(({ folder, generation }) => ({
    folder,
    generation: generation + 1,
    window: null,
  }))
  await pendMissing(run, listings)
  await commit(run, { removedFolders: vanished.map((cursor) => cursor.folder) })
}
