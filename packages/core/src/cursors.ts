import type { EngineSettings } from './cycle.ts'
import type { Folder, FolderCursor, FolderId, Instant, Window } from './types.ts'

const DAY = 86_400_000

/** CY20: a folder may fail this many cycles in a row before its cursor is taken to be the reason. */
export const CURSOR_FAILURES_MAX = 3

/** What decides where a cycle reads its folders from. */
export interface CursorContext {
  /** CL6: false while the feature is off or the mailbox isn't synchronized. */
  readonly marksRead: boolean
  /** Number of the enabling of the category that is under way, or of the next one. */
  readonly epoch: number
  /** The part of calendars that is synchronized. */
  readonly window: Window
}

/**
 * TR17: calendars are read from some months back to some months ahead (the organization's expansion
 * windows). A month counts as 30 days, and the window moves on at midnight UTC.
 */
export function calendarWindow(
  now: Instant,
  settings: Pick<EngineSettings, 'pastWindowMonths' | 'futureWindowMonths'>,
): Window {
  const today = Math.floor(now / DAY) * DAY
  return {
    start: today - settings.pastWindowMonths * 30 * DAY,
    end: today + settings.futureWindowMonths * 30 * DAY,
  }
}

/**
 * Where each folder is read from in this cycle: from its stored cursor, or from its start.
 * @param known cursors of all folders, as the last cycle left them
 */
export function startingCursors(
  context: CursorContext,
  folders: readonly Folder[],
  known: readonly FolderCursor[],
): readonly FolderCursor[] {
  const stored = new Map(known.map((cursor) => [cursor.folder, cursor]))
  // CL7: an item may have moved into a folder never met out of one that is behind.
  const catchUp = known.some((cursor) => isBehind(context, cursor))
  return folders.map((folder) => {
    const own = stored.get(folder.id)
    const cursor = own === undefined ? newCursor(context, folder, catchUp) : continued(context, own)
    if (context.marksRead) return cursor
    // CL6: what is passed over while marks aren't read is read again once they are. The epoch says so
    // even where the category couldn't be removed meanwhile, and therefore got no new epoch.
    return { ...cursor, epoch: Math.min(cursor.epoch, context.epoch - 1) }
  })
}

function newCursor(context: CursorContext, folder: Folder, catchUp: boolean): FolderCursor {
  const fresh: FolderCursor = {
    folder: folder.id,
    kind: folder.kind,
    value: null,
    listing: false,
    generation: 0,
    epoch: context.epoch,
    catchUp,
    windowStart: null,
    windowEnd: null,
    failures: 0,
  }
  return relisted(fresh, context.window)
}

function continued(context: CursorContext, stored: FolderCursor): FolderCursor {
  const { window, epoch } = context
  if (context.marksRead && stored.epoch < epoch) {
    return { ...relisted(stored, window), epoch, catchUp: true }
  }
  // CY20: the cursor itself may be what fails.
  if (stored.failures === CURSOR_FAILURES_MAX && stored.value !== null) {
    return relisted(stored, window)
  }
  // CL3: a name of the category became known that items may have worn before.
  if (stored.value === null && !stored.listing) return relisted(stored, window)
  return isOfOtherWindow(stored, window) ? relisted(stored, window) : stored
}

/** TR17: a day has passed, or the window was set anew. */
function isOfOtherWindow(stored: FolderCursor, window: Window): boolean {
  const { kind, windowStart, windowEnd, listing } = stored
  if (kind !== 'calendar') return false
  if (windowStart === window.start && windowEnd === window.end) return false
  // A listing whose window only moved on with the day is finished first.
  const isSameLength = windowEnd! - windowStart! === window.end - window.start
  return !(listing && isSameLength)
}

/** The folder is read from its start, in a listing of its own. */
export function relisted(cursor: FolderCursor, window: Window): FolderCursor {
  const isCalendar = cursor.kind === 'calendar'
  return {
    ...cursor,
    value: null,
    listing: true,
    generation: cursor.generation + 1,
    windowStart: isCalendar ? window.start : null,
    windowEnd: isCalendar ? window.end : null,
  }
}

/** The window that a calendar's cursor was listed with; null for other folders. */
export function windowOf(cursor: FolderCursor): Window | null {
  if (cursor.windowStart === null || cursor.windowEnd === null) return null
  return { start: cursor.windowStart, end: cursor.windowEnd }
}

/** CL7: it wasn't read to its end since the feature came on again. */
function isBehind({ epoch }: CursorContext, cursor: FolderCursor): boolean {
  return cursor.catchUp || cursor.epoch < epoch
}

/**
 * CL7: folders in which a missing mark says nothing yet.
 * @param starting where the folders that are there are read from in this cycle
 */
export function foldersBehind(
  context: CursorContext,
  starting: readonly FolderCursor[],
  known: readonly FolderCursor[],
): ReadonlySet<FolderId> {
  const present = new Set(starting.map(({ folder }) => folder))
  // A folder that has vanished may have left its items elsewhere.
  const vanished = known.filter((one) => !present.has(one.folder) && isBehind(context, one))
  const behind = starting.filter(({ catchUp }) => catchUp)
  return new Set([...behind, ...vanished].map(({ folder }) => folder))
}

/** TR5: folders that are gone. A kind of which no folder is left was shut off, not emptied. */
export function vanishedFolders(
  folders: readonly Folder[],
  known: readonly FolderCursor[],
): readonly FolderCursor[] {
  const present = new Set(folders.map(({ id }) => id))
  const kinds = new Set(folders.map(({ kind }) => kind))
  return known.filter((cursor) => !present.has(cursor.folder) && kinds.has(cursor.kind))
}
