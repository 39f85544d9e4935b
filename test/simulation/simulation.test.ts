import type { Database } from '@trackmark/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../support/world.ts'
import { FAULTS } from './faults.ts'
import { runSeedsIn } from './many.ts'
import { runSeed } from './simulate.ts'

/** Rules that show themselves in links, alerts or refusals; the others have tests of their own. */
const RULES = [
  ...['CL1', 'CL2', 'CL3', 'CL4', 'CL5', 'CL6', 'CL7', 'CL10'],
  ...['TR1', 'TR2', 'TR4', 'TR5', 'TR7', 'TR8', 'TR9', 'TR10', 'TR12', 'TR13'],
  ...['AC1', 'CY1', 'CY3', 'CY4', 'CY6', 'CY9', 'CY10'],
]

/** `npm run test:long`: so many meet every fault and every rule. */
const IS_LONG = process.env.TEST_LONG === '1'
const SEEDS = IS_LONG ? 200 : 60

test(`${SEEDS} seeds break no rule${IS_LONG ? ', and meet every fault and every rule' : ''}`, async () => {
  const { seeds, violations, seen } = await runSeedsIn(2, { from: 1, seeds: SEEDS })
  expect(violations).toEqual([])
  expect(seeds).toBe(SEEDS)
  const wanted = [
    ...FAULTS.map((fault) => `fault ${fault}`),
    ...RULES.map((rule) => `rule ${rule}`),
  ]
  if (IS_LONG) expect(wanted.filter((what) => !seen[what])).toEqual([])
  else expect(wanted.filter((what) => seen[what]).length).toBeGreaterThan(wanted.length / 2)
})

describe('one seed', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())

  test('is the same run to the last step, whatever ran before it', async () => {
    const first = await runSeed(7, database)
    await runSeed(8, database)
    expect(await runSeed(7, database)).toEqual(first)
    expect(first.steps).toBeGreaterThan(100)
  })
})
