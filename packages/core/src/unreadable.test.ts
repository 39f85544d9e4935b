import { expect, test } from 'vitest'
import { link as anyLink } from './fixtures.test-support.ts'
import { ITEM_PAUSE_MS } from './policy.ts'
import type { Link } from './types.ts'
import { isUnreadable, readAtLast, unreadableLink } from './unreadable.ts'

const ref = { kind: 'message', key: 'k', folder: 'here' } as const
const failure = { code: 'ErrorCorruptData', reason: 'r', retryAfterMs: null }
const link = (patch: Parameters<typeof anyLink>[0]): Link =>
  anyLink({ ...ref, folder: 'there', activityId: 'a', changeKey: 'c', ...patch })
const answered = link({
  state: 'ended',
  activityId: null,
  decision: { rule: 'TR15', at: 1, seen: 'deleted in the CRM' },
})

test('[TR20] one never met is parked where the page named it, its mark not known', () => {
  const aside = unreadableLink(1000, ref, null, failure)!
  expect(aside).toMatchObject({
    state: 'parked',
    mark: 'unseen',
    folder: 'here',
    park: { code: 'ErrorCorruptData', tries: 1, nextTryAt: 1000 + ITEM_PAUSE_MS },
    decision: { rule: 'TR20' },
  })
  expect(isUnreadable(aside)).toBe(true)
  expect(readAtLast(2000, aside, false)).toMatchObject({ state: 'ended', park: null })
})

test('[TR20] five tries 15 minutes apart, then one a day, and it is never given up', () => {
  let aside: Link | null = null
  const pauses: number[] = []
  for (let n = 0; n < 8; n++) {
    const now: number = aside?.park?.nextTryAt ?? 0
    aside = unreadableLink(now, ref, aside, failure)!
    pauses.push((aside.park!.nextTryAt! - now) / 60_000)
  }
  expect(pauses).toEqual([15, 15, 15, 15, 15, 1440, 1440, 1440])
  expect(aside!.park!.tries).toBe(5)
})

test('[TR20] told of again before its next try it waits on; told to wait it uses up no try', () => {
  const aside = unreadableLink(0, ref, null, failure)!
  expect(unreadableLink(1, ref, aside, failure)).toBeNull()
  const told = unreadableLink(ITEM_PAUSE_MS, ref, aside, { ...failure, retryAfterMs: 1.2e6 })!
  expect(told.park).toMatchObject({ tries: 1, nextTryAt: ITEM_PAUSE_MS + 1.2e6 })
})

test('[TR20] a linked one stays linked, and forgets only that it could not be read', () => {
  const before = link({ pendingEnd: 'gone' })
  const aside = unreadableLink(0, ref, before, failure)!
  expect(aside).toMatchObject({
    state: 'linked',
    activityId: 'a',
    mark: 'seen',
    pendingEnd: 'gone',
  })
  expect(readAtLast(1, aside, false)).toMatchObject({ state: 'linked', mark: 'seen', park: null })
})

test('[TR15, TR20] a mark that has been answered is still known to be', () => {
  const aside = unreadableLink(0, ref, answered, failure)!
  expect(isUnreadable(aside)).toBe(true)
  expect(readAtLast(1, aside, false)).toEqual({ ...answered, folder: 'here' })
})

test('[TR13, TR20] one that waits for another try of its own is left to it', () => {
  const park = { code: 'X', reason: 'r', tries: 2, nextTryAt: 5 }
  const parked = link({ state: 'parked', activityId: null, park })
  expect(isUnreadable(parked)).toBe(false)
  expect(unreadableLink(10, ref, parked, failure)).toBeNull()
})

test('[TR13, TR20] one given up is known by the Undeliverable category when it can be read', () => {
  const park = { code: 'X', reason: 'r', tries: 6, nextTryAt: null }
  const givenUp = link({ state: 'parked', activityId: null, mark: 'forgone', park })
  const aside = unreadableLink(0, ref, givenUp, failure)!
  expect(aside.park).toMatchObject({ tries: 1, nextTryAt: ITEM_PAUSE_MS })
  expect(readAtLast(1, aside, true)).toMatchObject({
    state: 'parked',
    mark: 'forgone',
    park: { nextTryAt: null },
    decision: { rule: 'TR13' },
  })
})
