import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangePage, Outcome } from './change-page.ts'
import { SyncError } from './errors.ts'
import {
  afterRound,
  beginReading,
  closingCursors,
  type FolderReading,
  finishedListings,
  isComplete,
  mayEnd,
  openFolders,
  pageRequests,
  troubledFolders,
} from './folder-reading.ts'
import type { FolderCursor } from './types.ts'

const WINDOW = { start: 0, end: 1_000 }

function begin(...cursors: Partial<FolderCursor>[]): FolderReading {
  return beginReading(
    WINDOW,
    cursors.map((_, n) => ({ id: `f${n}`, kind: 'mail', role: 'other' })),
    cursors.map((patch, n) => ({
      folder: `f${n}`,
      kind: 'mail',
      value: 'old',
      listing: false,
      generation: 1,
      epoch: 1,
      catchUp: false,
      windowStart: null,
      windowEnd: null,
      failures: 0,
      ...patch,
    })),
  )
}

const page = (patch: Partial<ChangePage> = {}): Outcome<ChangePage> => ({
  ok: true,
  value: {
    items: [],
    removed: [],
    unreadable: [],
    nameless: 0,
    cursor: 'new',
    more: false,
    ...patch,
  },
})
const busy = page({ removed: ['k'] })
const failed = (error: SyncError): Outcome<ChangePage> => ({ ok: false, error })
const expired = failed(new SyncError('folder', 'relist', 'expired'))
const down = failed(new SyncError('folder', 'outage', 'no answer'))
const refused = failed(new SyncError('folder', 'refused', 'refused'))
const mailboxDown = failed(new SyncError('mailbox', 'outage', 'no mailbox'))

/** One open folder: what each answer makes of it. */
const table: readonly {
  readonly event: string
  readonly answer: Outcome<ChangePage>
  readonly isOpen: boolean
  /** Stored with the round. */
  readonly stored: readonly Partial<FolderCursor>[]
  /** Stored at the end of the cycle. */
  readonly closing: readonly Partial<FolderCursor>[]
  readonly troubled?: number
  readonly ends?: 'failure'
}[] = [
  {
    event: 'a quiet last page waits for the end of the cycle',
    answer: page(),
    isOpen: false,
    stored: [],
    closing: [{ value: 'new' }],
  },
  {
    event: 'a quiet page with the same cursor is stored nowhere',
    answer: page({ cursor: 'old' }),
    isOpen: false,
    stored: [],
    closing: [],
  },
  {
    event: 'a quiet page with more behind it is stored at once',
    answer: page({ more: true }),
    isOpen: true,
    stored: [{ value: 'new' }],
    closing: [],
  },
  {
    event: 'a page that shows something is stored with what follows from it',
    answer: busy,
    isOpen: false,
    stored: [{ value: 'new' }],
    closing: [],
  },
  {
    event: 'a page with nameless entries counts as a failure, and is read all the same',
    answer: page({ nameless: 2 }),
    isOpen: false,
    stored: [],
    closing: [{ value: 'new', failures: 1 }],
    troubled: 1,
  },
  {
    event: 'an expired cursor has the folder listed from its start',
    answer: expired,
    isOpen: true,
    stored: [],
    closing: [],
  },
  {
    event: 'a refused folder is left out, and its failures are counted',
    answer: refused,
    isOpen: false,
    stored: [],
    closing: [{ value: 'old', failures: 1 }],
    troubled: 1,
  },
  {
    event: 'what concerns the mailbox ends the cycle',
    answer: mailboxDown,
    isOpen: false,
    stored: [],
    closing: [],
    ends: 'failure',
  },
]

test.each(table)('[CY20] $event', ({ answer, isOpen, stored, closing, troubled, ends }) => {
  const { reading, cursors } = afterRound(begin({}), [answer])
  expect(openFolders(reading)).toHaveLength(isOpen ? 1 : 0)
  expect(cursors).toMatchObject(stored)
  expect(cursors).toHaveLength(stored.length)
  expect(closingCursors(reading)).toMatchObject(closing)
  expect(closingCursors(reading)).toHaveLength(closing.length)
  expect(troubledFolders(reading)).toHaveLength(troubled ?? 0)
  expect(reading.failure !== null).toBe(ends === 'failure')
})

test('[CY20] a cursor that expires twice in one cycle is the folder’s trouble', () => {
  const once = afterRound(begin({}), [expired]).reading
  expect(pageRequests(once)).toMatchObject([{ cursor: null }])
  const twice = afterRound(once, [expired]).reading
  expect(openFolders(twice)).toEqual([])
  expect(closingCursors(twice)).toMatchObject([{ value: null, listing: true, failures: 1 }])
})

test('[CY20] no folder answers: it is the server’s trouble, and no folder’s', () => {
  const all = afterRound(begin({}, {}), [down, down]).reading
  expect(all.failure).not.toBeNull()
  expect(troubledFolders(all)).toEqual([])
  expect(openFolders(all)).toEqual([])
  const one = afterRound(begin({}, {}), [down, page()]).reading
  expect(one.failure).toBeNull()
  expect(troubledFolders(one)).toHaveLength(1)
  // Alone it might be the folder's own.
  expect(afterRound(begin({}), [down]).reading.failure).toBeNull()
})

test('[CY20] a folder that doesn’t answer holds up ends for three cycles, a refused one never does', () => {
  const ended = (failures: number, answer: Outcome<ChangePage>) =>
    mayEnd(afterRound(begin({ failures }, {}), [answer, page()]).reading)
  expect([0, 1, 2, 3, 4].map((failures) => ended(failures, down))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  expect(ended(0, refused)).toBe(true)
})

test('[CY20] failures that were survived are stored as over', () => {
  const { reading } = afterRound(begin({ failures: 2 }), [page({ cursor: 'old' })])
  expect(closingCursors(reading)).toMatchObject([{ value: 'old', failures: 0 }])
})

test('[TR5] a listing is finished once its last page was read, and not with entries left out', () => {
  const listing = { listing: true, catchUp: true, value: null }
  const { reading } = afterRound(begin(listing, listing, listing), [
    busy,
    page({ nameless: 1 }),
    page({ more: true }),
  ])
  expect(finishedListings(reading).map(({ folder }) => folder)).toEqual(['f0'])
  expect(closingCursors(reading)).toMatchObject([
    { folder: 'f0', listing: false, catchUp: false },
    { folder: 'f1', listing: true, failures: 1 },
  ])
  expect(isComplete(reading)).toBe(false)
})

test('[CY20] whatever the server answers, no folder is stored twice, and nothing ends after a failure', () => {
  const answer = fc.constantFrom(
    page(),
    page({ more: true }),
    page({ nameless: 1, more: true }),
    page({ nameless: 1 }),
    busy,
    expired,
    down,
    refused,
    mailboxDown,
  )
  fc.assert(
    fc.property(fc.array(fc.array(answer, { minLength: 3, maxLength: 3 })), (rounds) => {
      let reading = begin({}, { listing: true, value: null }, { failures: 2 })
      for (const answers of rounds) {
        const open = openFolders(reading).length
        const round = afterRound(reading, answers.slice(0, open))
        const stored = round.cursors.map(({ folder }) => folder)
        expect(new Set(stored).size).toBe(stored.length)
        reading = round.reading
      }
      const closing = closingCursors(reading).map(({ folder }) => folder)
      expect(new Set(closing).size).toBe(closing.length)
      // A failure of the mailbox may come after all that can be stored; ends never follow it.
      if (reading.failure !== null) expect(mayEnd(reading)).toBe(false)
      if (isComplete(reading)) expect(openFolders(reading)).toEqual([])
    }),
  )
})
