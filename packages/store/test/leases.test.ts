import type { CycleInput } from '@trackmark/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { markDue, resetFutureTimes } from '../src/index.ts'
import {
  claimAll,
  closing,
  KINDS,
  LEASE_MS,
  MINUTE,
  migratedDatabase,
  NOW,
  newWorld,
  type TestDatabase,
  type World,
} from './support.ts'

const HOUR = 60 * MINUTE
const PAUSE_MAX = 72 * MINUTE

describe.each(KINDS)('leases on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  const idsOf = (claims: readonly CycleInput[]) => claims.map(({ lease }) => lease.mailboxId).sort()
  const close = (world: World, claim: CycleInput, at: number, pause: number) =>
    world.store.close(claim.lease, closing({ startedAt: at, endedAt: at, dueAt: at + pause }))

  test('[CY23] mailboxes that a clock which was ahead scheduled for its future are due now', async () => {
    const ahead = NOW + 24 * HOUR
    const world = await newWorld(db.database, 4)
    const [closed, asked, leased, usual] = await claimAll(world, ahead)
    await close(world, closed!, ahead, 5 * MINUTE)
    await close(world, asked!, NOW - MINUTE, 5 * MINUTE)
    await close(world, usual!, NOW - MINUTE, 12 * MINUTE)
    await markDue(db.database, world.organizationId, [asked!.lease.mailboxId], ahead)
    expect(idsOf(await claimAll(world))).toEqual([])

    expect(await resetFutureTimes(db.database, NOW, PAUSE_MAX)).toBeGreaterThanOrEqual(2)
    const ids = [closed!.lease.mailboxId, asked!.lease.mailboxId].sort()
    expect(idsOf(await claimAll(world))).toEqual(ids)
    // A lease ends as if it had begun now; rows that wait as they should are left alone.
    expect(idsOf(await claimAll(world, NOW + LEASE_MS - 1, 'b'))).toEqual([])
    const taken = idsOf(await claimAll(world, NOW + LEASE_MS, 'c'))
    expect(taken).toContain(leased!.lease.mailboxId)
    expect(taken).not.toContain(usual!.lease.mailboxId)
  })

  test('[CY23] a pause of an hour, and a longer one of a server profile, stay as they are', async () => {
    const world = await newWorld(db.database, 1)
    const [only] = await claimAll(world)
    await close(world, only!, NOW, 72 * MINUTE)
    await resetFutureTimes(db.database, NOW + MINUTE, PAUSE_MAX)
    expect(await claimAll(world, NOW + MINUTE)).toEqual([])
    await db.database.query(
      `update crm.emailserverprofile set minpollingintervalinminutes = 1440
       where organizationid = $1`,
      [world.organizationId],
    )
    await close(world, (await claimAll(world, NOW + 2 * HOUR))[0]!, NOW + 2 * HOUR, 24 * HOUR)
    await resetFutureTimes(db.database, NOW + 2 * HOUR, PAUSE_MAX)
    expect(await claimAll(world, NOW + 3 * HOUR)).toEqual([])
  })
})
