import { expect, test } from 'vitest'
import { newCategory, TRACKED_NAME } from './category.ts'
import type { CycleInput } from './cycle.ts'
import { afterEvent, type CycleEvent, type CycleState, startingState } from './cycle-state.ts'
import { joinEffects } from './effects.ts'
import { link, NOW } from './fixtures.test-support.ts'

const cursor = {
  folder: 'inbox',
  kind: 'mail',
  value: 'delta',
  listing: false,
  generation: 1,
  epoch: 1,
  catchUp: false,
  windowStart: null,
  windowEnd: null,
  failures: 0,
} as const
const known = { ...newCategory('tracked'), status: 'provisioned', exchangeId: 'c1' } as const
const input = {
  categories: [known],
  cursors: [cursor],
  hierarchy: 'old',
  counts: { hasLinks: true, pendingEnds: 2, parkedDue: 0, writesDue: 3 },
} as unknown as CycleInput
const trouble = (code: string) => ({ code, message: code })

const rows: readonly (readonly [string, readonly CycleEvent[], object])[] = [
  [
    'nothing yet',
    [],
    { hierarchy: 'old', trouble: null, counts: { processed: 0, pendingEnds: 2, writes: 3 } },
  ],
  [
    '[CL10] a list that was read',
    [{ kind: 'categoriesAsked', areKnown: true }],
    { namesAreKnown: true },
  ],
  [
    '[CL10] a list that could not be read again',
    [
      { kind: 'categoriesAsked', areKnown: true },
      { kind: 'categoriesAsked', areKnown: false },
    ],
    { namesAreKnown: false },
  ],
  [
    '[CL3] a rename has the folders listed again',
    [{ kind: 'categoryChanged', next: { ...known, name: 'CRM' } }],
    { categories: { tracked: { name: 'CRM' } }, cursors: [{ value: null }] },
  ],
  [
    '[CL3] a name it had before has not',
    [{ kind: 'categoryChanged', next: { ...known, name: TRACKED_NAME.toUpperCase() } }],
    { cursors: [{ value: 'delta' }] },
  ],
  [
    '[CL5] a removal is counted once',
    [
      { kind: 'categoryChanged', next: { ...known, status: 'removed' } },
      { kind: 'categoryChanged', next: { ...known, status: 'removed', epoch: 2 } },
    ],
    { numbers: { removed: 1, provisioned: 0 } },
  ],
  [
    '[MB20] what the folders tell',
    [{ kind: 'foldersListed', memory: 'new', note: trouble('unknown') }],
    { hierarchy: 'new', note: { code: 'unknown' } },
  ],
  [
    '[CL7] folders behind',
    [{ kind: 'foldersBehind', folders: new Set(['inbox']) }],
    { foldersBehind: new Set(['inbox']) },
  ],
  [
    '[CY20] the first thing left out stays',
    [
      { kind: 'leftOut', trouble: trouble('first') },
      { kind: 'leftOut', trouble: trouble('second') },
    ],
    { trouble: { code: 'first' } },
  ],
  [
    '[CY11] what was committed is counted',
    [
      {
        kind: 'committed',
        effects: joinEffects({
          links: [link({ pendingEnd: 'gone' }), link({ key: 'b' })],
          updates: [{ activityId: 'a', draft: {} as never, link: link() }],
        }),
        result: { created: 1, joined: 2 },
        at: NOW,
      },
    ],
    { counts: { processed: 1, pendingEnds: 3, writes: 3 }, numbers: { tracked: 3 } },
  ],
  [
    '[TR13] items set aside, and ends',
    [
      { kind: 'parked', count: 2 },
      { kind: 'parked', count: 1 },
      { kind: 'ended', count: 4 },
    ],
    { counts: { failed: 3 }, numbers: { ended: 4 } },
  ],
]

test.each(rows)('%s', (_, events, expected) => {
  const state = events.reduce<CycleState>(afterEvent, startingState(input))
  expect(state).toMatchObject(expected)
})
