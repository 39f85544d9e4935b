import type { EngineSettings } from './cycle.ts'
import type { Folder, FolderCursor, FolderId, Instant, Window } from './types.ts'

const DAY = 86_400_000

/** CY20: after this many failed cycles in a row the folder's cursor is assumed to be the cause. */
export const CURSOR_FAILURES_MAX = 3

/** What determines where a cycle starts to read its folders. */
export interface CursorContext {
  /** CL6: false while the feature is off or the mailbox isn't synchronized. */
  readonly marksRead: boolean
  /** Number of the current enabling of the category, or of the next one while it is off. */
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
  // CL7: an item in a new folder may have come from a folder that is behind.
  const catchUp = known.some((cursor) => isBehind(context, cursor))
  return folders.map((folder) => {
    const own = stored.get(folder.id)
    const cursor = own === undefined ? newCursor(context, folder, catchUp) : continued(context, own)
    if (context.marksRead) return cursor
    // CL6: what is skipped while marks aren't read must be read again later. The epoch records
    // that, even if the category couldn't be removed meanwhile and so got no new epoch.
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
  // CY20: the cursor itself may be the cause of the failures.
  if (stored.failures === CURSOR_FAILURES_MAX && stored.value !== null) {
    return relisted(stored, window)
  }
  // CL3: the category has a name that wasn't known before; items may already have carried it.
  if (stored.value === null && !stored.listing) return relisted(stored, window)
  return isOfOtherWindow(stored, window) ? relisted(stored, window) : stored
}

/** TR17: the window differs because a day has passed or a setting changed. */
function isOfOtherWindow(stored: FolderCursor, window: Window): boolean {
  const { kind, windowStart, windowEnd, listing } = stored
  if (kind !== 'calendar') return false
  if (windowStart === window.start && windowEnd === window.end) return false
  // If the window only moved on by days, a listing under way is finished first.
  const isSameLength = windowEnd! - windowStart! === window.end - window.start
  return !(listing && isSameLength)
}

/** The cursor of a folder that is read from its start, as a new listing. */
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

/** CL7: the folder hasn't been read to its end since the feature was switched on again. */
function isBehind({ epoch }: CursorContext, cursor: FolderCursor): boolean {
  return cursor.catchUp || cursor.epoch < epoch
}

/**
 * CL7: folders in which a missing mark doesn't mean anything yet.
 * @param starting where this cycle starts to read each folder that exists
 */
export function foldersBehind(
  context: CursorContext,
  starting: readonly FolderCursor[],
  known: readonly FolderCursor[],
): ReadonlySet<FolderId> {
  const present = new Set(starting.map(({ folder }) => folder))
  // Items of a folder that has vanished may have moved to other folders.
  const vanished = known.filter((one) => !present.has(one.folder) && isBehind(context, one))
  const behind = starting.filter(({ catchUp }) => catchUp)
  return new Set([...behind, ...vanished].map(({ folder }) => folder))
}

/**
 * TR5: folders that are gone. If no folder of a kind is left, access to that kind was shut off;
 * the folders weren't deleted.
 */
export function vanishedFolders(
  folders: readonly Folder[],
  known: readonly FolderCursor[],
): readonly FolderCursor[] {
  const present = new Set(folders.map(({ id }) => id))
  const kinds = new Set(folders.map(({ kind }) => kind))
  return known.filter((cursor) => !present.has(cursor.folder) && kinds.has(cursor.kind))
}
