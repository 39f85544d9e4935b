import { expect, test } from 'vitest'
import { ALERT } from './alerts.ts'
import { SyncError } from './errors.ts'
import { link, NOW } from './fixtures.test-support.ts'
import { type ParkContext, parkItem, parkUnreadable, refusedLink } from './park.ts'
import { ITEM_PAUSE_MS, ITEM_TRIES_MAX } from './policy.ts'
import type { Link, Park } from './types.ts'

const CONTEXT: ParkContext = { now: NOW, mailboxName: 'Ada', pauseScale: 1 }
const refused = new SyncError('item', 'refused', 'refused', { serverCode: 'ErrorCorruptData' })
const tried = (tries: number): Park => ({ code: 'X', reason: 'x', tries, nextTryAt: NOW })
const unlinked = (park: Park | null): Link =>
  link({ state: 'noted', activityId: null, activityType: null, park })

test('[TR13] an item that fails waits for its next try, and is told with its reason', () => {
  const parked = parkItem(CONTEXT, unlinked(null), refused)
  const park = { code: 'ErrorCorruptData', reason: 'refused', tries: 1 }
  expect(parked.links).toMatchObject([
    { state: 'parked', park: { ...park, nextTryAt: NOW + ITEM_PAUSE_MS } },
  ])
  expect(parked.alerts).toMatchObject([{ code: ALERT.itemParked, subject: 'AAMk1' }])
  expect(parked.writes).toEqual([])
})

test('[TR13] after the last try it is given up, and gets the Undeliverable category', () => {
  const parked = parkItem(CONTEXT, unlinked(tried(ITEM_TRIES_MAX)), refused)
  expect(parked.link).toMatchObject({ state: 'parked', park: { nextTryAt: null } })
  expect(parked.alerts).toMatchObject([{ code: ALERT.itemGivenUp }])
  expect(parked.writes).toMatchObject([{ kind: 'stampUndeliverable', item: { key: 'AAMk1' } }])
})

test('[TR13] a linked item keeps its activity and its mark, however often it fails', () => {
  const parked = parkItem(CONTEXT, link({ park: tried(ITEM_TRIES_MAX) }), refused)
  expect(parked.link).toMatchObject({
    state: 'linked',
    activityId: 'a1',
    park: { nextTryAt: null },
  })
  expect(parked.writes).toEqual([])
})

test('[CY4] what the database refused to create is linked to nothing, and is parked', () => {
  const parked = parkItem(CONTEXT, refusedLink({ link: link(), parkedBefore: tried(2) }), refused)
  expect(parked.link).toMatchObject({ state: 'parked', activityId: null, park: { tries: 3 } })
})

test('[TR20] an item that can’t be read isn’t given up, and one that waits for a try is left alone', () => {
  const ref = { kind: 'message' as const, key: 'u', folder: 'inbox' }
  const first = parkUnreadable(CONTEXT, ref, null, refused)!
  expect(first.link).toMatchObject({ state: 'parked', decision: { rule: 'TR20' } })
  expect(first.alerts).toMatchObject([{ code: ALERT.itemParked, subject: 'u' }])
  expect(parkUnreadable(CONTEXT, ref, first.link, refused)).toBeNull()
  let known = first.link
  for (let n = 0; n < 2 * ITEM_TRIES_MAX; n++) {
    const now = known.park!.nextTryAt!
    known = parkUnreadable({ ...CONTEXT, now }, ref, known, refused)!.link
    expect(known.park!.nextTryAt).toBeGreaterThan(now)
  }
})
