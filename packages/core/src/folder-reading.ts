import type { ChangePage, Outcome } from './change-page.ts'
import { CURSOR_FAILURES_MAX, relisted, windowOf } from './cursors.ts'
import { SyncError } from './errors.ts'
import type { Folder, FolderCursor, Window } from './types.ts'

/** How far one cycle has read one folder. */
export interface FolderState {
  readonly folder: Folder
  readonly cursor: FolderCursor
  /** The folder has more pages for this cycle to read. */
  readonly isOpen: boolean
  /** Its cursor expired in this cycle, so it is listed from its start. */
  readonly isRelisted: boolean
  /**
   * The cursor differs from the stored one. Cursors of folders without changes are stored together
   * at the end.
   */
  readonly isUnsaved: boolean
  readonly trouble: FolderTrouble | null
}

/** A folder that couldn't be read, in whole or in part. */
export interface FolderTrouble {
  readonly error: SyncError
  /** How many cycles in a row before this one couldn't read it. */
  readonly failuresBefore: number
  /** Only some entries of its pages couldn't be read. */
  readonly isInPart: boolean
}

export interface FolderReading {
  readonly window: Window
  readonly folders: readonly FolderState[]
  /** A failure of the whole mailbox. It ends the cycle; pages read before it still count. */
  readonly failure: SyncError | null
}

/** One folder's page, and its cursor before that page. */
export interface FolderPage {
  readonly folder: Folder
  readonly cursor: FolderCursor
  readonly page: ChangePage
}

export interface Round {
  readonly reading: FolderReading
  /** Pages that contain anything. */
  readonly pages: readonly FolderPage[]
  /** Cursors to store in the same transaction as the effects of the pages. */
  readonly cursors: readonly FolderCursor[]
}

/** @param cursors where each of the folders is read from, in their order */
export function beginReading(
  window: Window,
  folders: readonly Folder[],
  cursors: readonly FolderCursor[],
): FolderReading {
  const states = folders.map((folder, index) => ({
    folder,
    cursor: cursors[index]!,
    isOpen: true,
    isRelisted: false,
    isUnsaved: false,
    trouble: null,
  }))
  return { window, folders: states, failure: null }
}

/** Folders whose next page is to be read; none once the mailbox itself has failed. */
export function openFolders({ folders, failure }: FolderReading): readonly FolderState[] {
  return failure === null ? folders.filter(({ isOpen }) => isOpen) : []
}

/**
 * Applies the answers for one page of each open folder.
 * @param outcomes one for each of `openFolders`, in that order
 */
export function afterRound(
  reading: FolderReading,
  outcomes: readonly Outcome<ChangePage>[],
): Round {
  const asked = openFolders(reading)
  const answers = new Map(asked.map(({ folder }, index) => [folder.id, outcomes[index]!]))
  // If every folder fails, the cause is the server and not the folders.
  const isOutage =
    asked.length > 1 && outcomes.every((one) => !one.ok && one.error.remedy === 'outage')
  const pages: FolderPage[] = []
  const cursors: FolderCursor[] = []
  let { failure } = reading
  const folders = reading.folders.map((state) => {
    const answer = answers.get(state.folder.id)
    if (answer === undefined) return state
    if (answer.ok) {
      const page = answer.value
      const next = afterPage(state, page)
      if (isBusy(page)) pages.push({ folder: state.folder, cursor: state.cursor, page })
      if (isBusy(page) || page.more) cursors.push(next.cursor)
      return next
    }
    const { error } = answer
    if (error.remedy === 'relist' && !state.isRelisted) {
      return { ...state, cursor: relisted(state.cursor, reading.window), isRelisted: true }
    }
    if (isOutage || error.scope === 'mailbox') {
      failure ??= error
      return { ...state, isOpen: false }
    }
    const trouble = { error, failuresBefore: failuresBefore(state), isInPart: false }
    return { ...state, isOpen: false, trouble }
  })
  return { reading: { ...reading, folders, failure }, pages, cursors }
}

function afterPage(state: FolderState, page: ChangePage): FolderState {
  const before = state.cursor
  const cursor = { ...before, value: page.cursor, failures: 0 }
  const isStored = isBusy(page) || page.more
  const isChanged = cursor.value !== before.value || before.failures > 0
  return {
    ...state,
    cursor,
    isOpen: page.more,
    isUnsaved: isStored ? false : state.isUnsaved || isChanged,
    trouble: page.nameless > 0 ? namelessIn(state, page.nameless) : state.trouble,
  }
}

function isBusy({ items, removed, unreadable }: ChangePage): boolean {
  return items.length + removed.length + unreadable.length > 0
}

/**
 * A page that was read has reset the cursor's own count, so the count in the trouble goes first.
 */
function failuresBefore({ cursor, trouble }: FolderState): number {
  return trouble?.failuresBefore ?? cursor.failures
}

function namelessIn(state: FolderState, count: number): FolderTrouble {
  const entries = count === 1 ? 'entry that names' : 'entries that name'
  const message = `A page of changes has ${count} ${entries} no item; the others were read.`
  return {
    error: new SyncError('folder', 'refused', message),
    failuresBefore: failuresBefore(state),
    isInPart: true,
  }
}

/** Every folder was read to its end. */
export function isComplete({ folders, failure }: FolderReading): boolean {
  return failure === null && folders.every(({ isOpen }) => !isOpen)
}

/**
 * TR5, CY20: links may end only after every folder was read to its end. Folders that are refused,
 * or that have failed several times, don't count.
 */
export function mayEnd(reading: FolderReading): boolean {
  return (
    isComplete(reading) &&
    reading.folders.every(
      ({ trouble }) =>
        trouble === null ||
        trouble.error.remedy !== 'outage' ||
        trouble.failuresBefore >= CURSOR_FAILURES_MAX,
    )
  )
}

/** Listings that are complete. Items that they didn't contain are perhaps gone (TR5). */
export function finishedListings({ folders }: FolderReading): readonly FolderCursor[] {
  return folders
    .filter(({ isOpen, trouble, cursor }) => !isOpen && trouble === null && cursor.listing)
    .map(({ cursor }) => cursor)
}

/**
 * Cursors to store at the end of the cycle: those of folders without changes, of complete listings
 * and of failures.
 */
export function closingCursors(reading: FolderReading): readonly FolderCursor[] {
  const finished = new Set(
    reading.failure === null ? finishedListings(reading).map(({ folder }) => folder) : [],
  )
  return reading.folders.flatMap(({ cursor, trouble, isUnsaved }) => {
    if (trouble !== null) return { ...cursor, failures: trouble.failuresBefore + 1 }
    if (finished.has(cursor.folder)) return { ...cursor, listing: false, catchUp: false }
    return isUnsaved ? cursor : []
  })
}

/** Requests for the next page of each open folder. */
export function pageRequests(reading: FolderReading): readonly {
  readonly folder: Folder
  readonly cursor: string | null
  readonly window: Window | null
}[] {
  return openFolders(reading).map(({ folder, cursor }) => ({
    folder,
    cursor: cursor.value,
    window: windowOf(cursor),
  }))
}

/** Folders of which not everything could be read. */
export function troubledFolders({
  folders,
}: FolderReading): readonly (FolderTrouble & { readonly folder: Folder })[] {
  return folders.flatMap(({ folder, trouble }) => (trouble === null ? [] : { ...trouble, folder }))
}
