import { expect, test } from 'vitest'
import {
  type CursorContext,
  calendarWindow,
  foldersBehind,
  startingCursors,
  vanishedFolders,
} from './cursors.ts'
import type { Folder, FolderCursor } from './types.ts'

const DAY = 86_400_000
const WINDOW = { start: 100 * DAY, end: 200 * DAY }
const INBOX: Folder = { id: 'inbox', kind: 'mail', role: 'inbox' }
const CALENDAR: Folder = { id: 'calendar', kind: 'calendar', role: 'other' }

const context = (patch: Partial<CursorContext> = {}): CursorContext => ({
  marksRead: true,
  epoch: 3,
  window: WINDOW,
  ...patch,
})

function cursor(patch: Partial<FolderCursor> = {}): FolderCursor {
  return {
    folder: 'inbox',
    kind: 'mail',
    value: 'token',
    listing: false,
    generation: 7,
    epoch: 3,
    catchUp: false,
    windowStart: null,
    windowEnd: null,
    failures: 0,
    ...patch,
  }
}

const calendar = (patch: Partial<FolderCursor> = {}): FolderCursor =>
  cursor({
    folder: 'calendar',
    kind: 'calendar',
    windowStart: WINDOW.start,
    windowEnd: WINDOW.end,
    ...patch,
  })

const fromTheStart = { value: null, listing: true, generation: 8 }

const cases: readonly {
  readonly what: string
  readonly stored: FolderCursor
  readonly context?: Partial<CursorContext>
  readonly expected: Partial<FolderCursor>
}[] = [
  { what: '[CY1] a folder goes on from its cursor', stored: cursor(), expected: cursor() },
  {
    what: '[CL7] a folder of an earlier enabling is listed anew and is behind',
    stored: cursor({ epoch: 2 }),
    expected: { ...fromTheStart, epoch: 3, catchUp: true },
  },
  {
    what: '[CL6] while marks aren’t read, a folder of an earlier enabling goes on',
    stored: cursor({ epoch: 2 }),
    context: { marksRead: false },
    expected: { value: 'token', listing: false, epoch: 2 },
  },
  {
    what: '[CL6] what is read while marks aren’t read counts as not read for marks',
    stored: cursor({ epoch: 3 }),
    context: { marksRead: false },
    expected: { value: 'token', epoch: 2 },
  },
  {
    what: '[CY20] two failures in a row leave the cursor as it is',
    stored: cursor({ failures: 2 }),
    expected: { value: 'token', failures: 2 },
  },
  {
    what: '[CY20] after three failures in a row the folder is listed from its start',
    stored: cursor({ failures: 3 }),
    expected: { ...fromTheStart, failures: 3 },
  },
  {
    what: '[CY20] a listing that fails goes on as it is',
    stored: cursor({ failures: 3, value: null, listing: true }),
    expected: { listing: true, generation: 7 },
  },
  {
    what: '[CY20] the fourth failure doesn’t list it once more',
    stored: cursor({ failures: 4 }),
    expected: { value: 'token' },
  },
  {
    what: '[CL3] a folder without a cursor is listed: a name of the category was learned',
    stored: cursor({ value: null }),
    expected: fromTheStart,
  },
  { what: '[TR17] a calendar goes on in its window', stored: calendar(), expected: calendar() },
  {
    what: '[TR17] a calendar is listed anew when the day changes',
    stored: calendar({ windowStart: WINDOW.start - DAY, windowEnd: WINDOW.end - DAY }),
    expected: { ...fromTheStart, windowStart: WINDOW.start, windowEnd: WINDOW.end },
  },
  {
    what: '[TR17] a listing under way is finished before its window moves on with the day',
    stored: calendar({
      listing: true,
      windowStart: WINDOW.start - DAY,
      windowEnd: WINDOW.end - DAY,
    }),
    expected: { value: 'token', listing: true, windowStart: WINDOW.start - DAY },
  },
  {
    what: '[TR17] a window that was set anew ends the listing of the old one',
    stored: calendar({ listing: true, windowEnd: WINDOW.end - 30 * DAY }),
    expected: { ...fromTheStart, windowEnd: WINDOW.end },
  },
  {
    what: '[TR17] a window that was narrowed holds at once, too',
    stored: calendar({ windowStart: WINDOW.start - 30 * DAY }),
    expected: { ...fromTheStart, windowStart: WINDOW.start },
  },
]

test.each(cases)('$what', ({ stored, context: patch, expected }) => {
  const folder = stored.kind === 'calendar' ? CALENDAR : INBOX
  expect(startingCursors(context(patch), [folder], [stored])).toMatchObject([expected])
})

test('[CL7] a folder never met is behind where any other folder is', () => {
  const of = (known: FolderCursor[]) => startingCursors(context(), [INBOX], known)[0]
  const other = (patch: Partial<FolderCursor>) => cursor({ folder: 'archive', ...patch })
  const listed = { value: null, listing: true, generation: 1, epoch: 3 }
  expect(of([])).toMatchObject({ ...listed, catchUp: false })
  expect(of([other({})])).toMatchObject({ ...listed, catchUp: false })
  expect(of([other({ catchUp: true })])).toMatchObject({ ...listed, catchUp: true })
  expect(of([other({ epoch: 2 })])).toMatchObject({ ...listed, catchUp: true })
})

test('[CL7] folders behind are those catching up, and vanished ones that were behind', () => {
  const known = [
    cursor({ folder: 'gone behind', catchUp: true }),
    cursor({ folder: 'gone of an earlier enabling', epoch: 2 }),
    cursor({ folder: 'gone in step' }),
  ]
  const starting = [cursor({ folder: 'here', catchUp: true }), cursor({ folder: 'in step' })]
  expect([...foldersBehind(context(), starting, known)].sort()).toEqual([
    'gone behind',
    'gone of an earlier enabling',
    'here',
  ])
})

test('[TR5] a kind with no folder left was shut off, and its folders haven’t vanished', () => {
  const known = [
    cursor({ folder: 'inbox' }),
    cursor({ folder: 'archive' }),
    calendar(),
    cursor({ folder: 'tasks', kind: 'taskList' }),
  ]
  expect(vanishedFolders([INBOX], known).map(({ folder }) => folder)).toEqual(['archive'])
  expect(vanishedFolders([], known)).toEqual([])
})

test('[TR17] the window counts days from midnight UTC, and 30 of them to a month', () => {
  const settings = { pastWindowMonths: 1, futureWindowMonths: 3 }
  const today = Date.UTC(2026, 2, 10)
  const expected = { start: Date.UTC(2026, 1, 8), end: Date.UTC(2026, 5, 8) }
  expect(calendarWindow(today, settings)).toEqual(expected)
  expect(calendarWindow(today + DAY - 1, settings)).toEqual(expected)
})
