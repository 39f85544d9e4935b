import { LeaseLostError, RefusedDataError } from '@trackmark/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../src/index.ts'
import {
  claimAll,
  closing,
  create,
  cursor,
  KINDS,
  LEASE_MS,
  leases,
  link,
  migratedDatabase,
  NOW,
  newId,
  newWorld,
  rowsOf,
  type TestDatabase,
  type World,
} from './support.ts'

/** A world whose store waits until it is let go, so that all that was asked for goes together. */
async function heldWorld(db: TestDatabase, mailboxes: number) {
  const world = await newWorld(db.database, mailboxes)
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let statements = 0
  const counting = {
    ...db.database,
    query: <T>(sql: string, parameters?: readonly unknown[]) => {
      statements += 1
      return db.database.query<T>(sql, parameters)
    },
    transaction: <T>(work: Parameters<typeof db.database.transaction<T>>[0]) => {
      statements += 1
      return db.database.transaction(work)
    },
  }
  const store = createStore(counting, newId, { linger: () => gate })
  return { world: { ...world, store } satisfies World, letGo, count: () => statements }
}

describe.each(KINDS)('mailboxes that share a transaction on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  test('[CY1] one that lost its lease writes nothing; the others write all of theirs, at once', async () => {
    const { world, letGo, count } = await heldWorld(db, 3)
    const held = await leases(world, NOW, 'a')
    const stale = { ...held[1]!, token: 'a:of-before' }
    const before = count()
    const all = [held[0]!, stale, held[2]!].map((lease, n) =>
      world.store.commit(
        lease,
        { creates: [create(`m${n}`)], cursors: [cursor('inbox', { value: `c${n}` })] },
        NOW,
      ),
    )
    letGo()
    const [first, lost, third] = await Promise.allSettled(all)
    expect(first).toMatchObject({ value: { created: 1, joined: 0 } })
    expect(third).toMatchObject({ value: { created: 1, joined: 0 } })
    expect(lost).toMatchObject({ reason: expect.any(LeaseLostError) })
    expect(count() - before).toBe(1)
    const links = await rowsOf<{ itemkey: string }>(world, 'sync.link', 'itemkey', 'order by 1')
    expect(links.map((row) => row.itemkey)).toEqual(['m0', 'm2'])
    const cursors = await rowsOf<{ mailboxid: string; value: string }>(
      world,
      'sync.folder_cursor',
      'mailboxid, value',
    )
    expect(new Map(cursors.map((row) => [row.mailboxid, row.value]))).toEqual(
      new Map([
        [held[0]!.mailboxId, 'c0'],
        [held[2]!.mailboxId, 'c2'],
      ]),
    )
  })

  test('[CY2] a refused value fails the page of its own mailbox, cursor included, and no other page', async () => {
    const { world, letGo } = await heldWorld(db, 3)
    const held = await leases(world, NOW, 'a')
    const all = held.map((lease, n) =>
      world.store.commit(
        lease,
        {
          creates: [create(`m${n}`)],
          links: [
            link(`l${n}`, n === 1 ? { state: 'unheard of' as 'linked' } : { state: 'noted' }),
          ],
          cursors: [cursor('inbox')],
        },
        NOW,
      ),
    )
    letGo()
    const [first, refused, third] = await Promise.allSettled(all)
    expect([first?.status, third?.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(refused).toMatchObject({ reason: expect.any(RefusedDataError) })
    expect(await rowsOf(world, 'crm.email')).toHaveLength(2)
    expect(await rowsOf(world, 'sync.folder_cursor')).toHaveLength(2)
    expect(await rowsOf(world, 'sync.link')).toHaveLength(4)
  })

  test('[TR7] the same message in all of them is one activity with a link each', async () => {
    const { world, letGo } = await heldWorld(db, 3)
    const held = await leases(world, NOW, 'a')
    const identity = 'email:in:<shared@customer.example>'
    const all = held.map((lease, n) =>
      world.store.commit(lease, { creates: [create(`m${n}`, { identity })] }, NOW),
    )
    letGo()
    const results = await Promise.all(all)
    expect(results.reduce((sum, one) => sum + one.created, 0)).toBe(1)
    expect(results.reduce((sum, one) => sum + one.joined, 0)).toBe(2)
    expect(await rowsOf(world, 'crm.email')).toHaveLength(1)
    expect(await rowsOf(world, 'crm.activityparty')).toHaveLength(2)
    const links = await rowsOf<{ activityid: string }>(world, 'sync.link', 'activityid')
    expect(links).toHaveLength(3)
    expect(new Set(links.map((row) => row.activityid)).size).toBe(1)
  })

  test('copies of one meeting that change at the same time leave each of its people once', async () => {
    const { world, letGo } = await heldWorld(db, 2)
    const held = await leases(world, NOW, 'a')
    const one = create('m0', { identity: 'email:in:<copies@customer.example>' })
    letGo()
    await world.store.commit(
      held[0]!,
      { creates: [{ ...one, draft: { ...one.draft, columns: { subject: 'Old', statecode: 0 } } }] },
      NOW,
    )
    const [row] = await rowsOf<{ activityid: string }>(world, 'crm.email', 'activityid')
    const activityId = row!.activityid
    const again = await heldWorld(db, 0)
    const all = held.map((lease, n) => {
      const draft = { ...one.draft, columns: { subject: `New ${n}`, statecode: 0 } }
      const update = { activityId, draft, link: link(`m${n}`, { activityId }) }
      return again.world.store.commit(lease, { updates: [update] }, NOW)
    })
    again.letGo()
    await Promise.all(all)
    expect(await rowsOf(world, 'crm.activityparty')).toHaveLength(2)
    expect(await rowsOf(world, 'crm.email', 'subject')).toEqual([{ subject: 'New 1' }])
  })

  test('mailboxes of two organizations never share a statement', async () => {
    const mine = await heldWorld(db, 1)
    const other = await newWorld(db.database, 1)
    const [own] = await leases(mine.world, NOW, 'a')
    await db.database.query(
      'update sync.mailbox_schedule set leaseuntil = null where organizationid = $1',
      [other.organizationId],
    )
    const [foreign] = await leases(other, NOW, 'a')
    const before = mine.count()
    const all = [own!, foreign!].map((lease, n) =>
      mine.world.store.commit(lease, { creates: [create(`m${n}`)] }, NOW),
    )
    mine.letGo()
    await Promise.all(all)
    expect(mine.count() - before).toBe(2)
    expect(await rowsOf(mine.world, 'crm.email')).toHaveLength(1)
    expect(await rowsOf(other, 'crm.email')).toHaveLength(1)
  })

  test('cycles that end together are closed by one statement, each under its own lease', async () => {
    const { world, letGo, count } = await heldWorld(db, 3)
    const held = await leases(world, NOW, 'a')
    const stale = { ...held[1]!, token: 'a:of-before' }
    const before = count()
    const failed = closing({ failures: 2, error: { code: 'E1', message: 'no answer' } })
    const all = [
      world.store.close(held[0]!, closing({ dueAt: NOW + 1 })),
      world.store.close(stale, closing({ dueAt: NOW + 2 })),
      world.store.close(held[2]!, { ...failed, dueAt: NOW + 3 }),
    ]
    letGo()
    await Promise.all(all)
    expect(count() - before).toBe(1)
    const due = await claimAll(world, NOW + 3, 'b')
    const ids = due.map((input) => input.lease.mailboxId).sort()
    expect(ids).toEqual([held[0]!.mailboxId, held[2]!.mailboxId].sort())
    expect(await claimAll(world, NOW + LEASE_MS, 'b')).toHaveLength(1)
    const health = await rowsOf<{ mailboxid: string; lastsyncerror: string | null }>(
      world,
      'crm.mailbox',
      'mailboxid, lastsyncerror',
      'and processedtimes = 1',
    )
    expect(new Map(health.map((row) => [row.mailboxid, row.lastsyncerror]))).toEqual(
      new Map([
        [held[0]!.mailboxId, null],
        [held[2]!.mailboxId, 'E1: no answer'],
      ]),
    )
  })
})
