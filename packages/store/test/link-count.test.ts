import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { categoryImpact, housekeeping, readOverview } from '../src/index.ts'
import type { TestDatabase } from './support.ts'
import {
  create,
  KINDS,
  leases,
  link,
  migratedDatabase,
  NOW,
  newWorld,
  type World,
} from './support.ts'

const STATES = ['noted', 'parked', 'linked', 'ended'] as const
const MARKS = ['unseen', 'seen', 'forgone'] as const

/** What the counters must say, counted from the links. */
async function counted({ database, organizationId }: World) {
  const links = await database.query<{ mailboxid: string; state: string; mark: string }>(
    'select mailboxid, state, mark from sync.link where organizationid = $1',
    [organizationId],
  )
  const of = (some: typeof links) => ({
    items: Object.fromEntries(
      STATES.map((state) => [state, some.filter((one) => one.state === state).length]),
    ),
    marked: some.filter(({ state, mark }) => state === 'linked' && mark === 'seen').length,
  })
  return {
    all: of(links),
    ofMailbox: (id: string) => of(links.filter((one) => one.mailboxid === id)),
  }
}

async function expectRightCounters(world: World): Promise<void> {
  const { database, organizationId, mailboxIds } = world
  const right = await counted(world)
  expect((await readOverview(database, organizationId)).items).toEqual(right.all.items)
  expect((await categoryImpact(database, organizationId)).items).toBe(right.all.marked)
  for (const id of mailboxIds) {
    const { items } = await readOverview(database, organizationId, [id])
    expect(items).toEqual(right.ofMailbox(id).items)
  }
}

const KEYS = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6']
const aLink = fc.record({
  mailbox: fc.nat(1),
  key: fc.constantFrom(...KEYS),
  state: fc.constantFrom(...STATES),
  mark: fc.constantFrom(...MARKS),
})
const anAct = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), links: fc.array(aLink, { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('list' as const), keys: fc.subarray(KEYS) }),
  fc.record({ kind: fc.constant('tidy' as const), after: fc.constantFrom(0, 4_000) }),
)

describe.each(KINDS)('counters of links on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  test('an organization without links counts none', async () => {
    await expectRightCounters(await newWorld(db.database))
  })

  test('whatever is written to links, the counters say what a count would say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 8 }), async (acts) => {
        const world = await newWorld(db.database, 2)
        const held = await leases(world)
        for (const act of acts) {
          if (act.kind === 'tidy') {
            await housekeeping(world.database, NOW + act.after * 86_400_000)
          } else if (act.kind === 'list') {
            const listed = [{ keys: act.keys, generation: 7 }]
            await world.store.commit(held[0]!, { listed }, NOW)
          } else {
            await Promise.all(
              held.map((lease, mailbox) => {
                const links = act.links
                  .filter((one) => one.mailbox === mailbox)
                  .map(({ key, state, mark }) =>
                    link(key, {
                      state,
                      mark,
                      activityId: String(lease.mailboxId),
                      activityType: 'email',
                    }),
                  )
                return world.store.commit(lease, { links }, NOW)
              }),
            )
          }
          await expectRightCounters(world)
        }
      }),
      { numRuns: 10 },
    )
  })

  test('an activity that is deleted in the CRM is taken off the counters of every mailbox', async () => {
    const world = await newWorld(db.database, 2)
    const one = create('shared')
    for (const lease of await leases(world)) {
      await world.store.commit(lease, { creates: [{ ...one, link: link('shared') }] }, NOW)
    }
    expect((await readOverview(world.database, world.organizationId)).items.linked).toBe(2)
    const [lease] = await leases(world, NOW + 600_000)
    const deletes = [{ type: 'email' as const, activityId: one.activityId }]
    await world.store.commit(lease!, { deletes }, NOW + 600_000)
    await expectRightCounters(world)
    expect((await readOverview(world.database, world.organizationId)).items.linked).toBe(0)
  })
})
