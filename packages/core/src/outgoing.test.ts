import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName, TRACKED_NAME, UNDELIVERABLE_NAME, wears } from './category.ts'
import { arbCategories, link, NOW } from './fixtures.test-support.ts'
import { isMoot, outgoingWrite, wantedCategories, writtenLink } from './outgoing.ts'
import type { OutgoingWrite, Park } from './types.ts'

const ours = {
  tracked: { name: TRACKED_NAME, names: new Set([foldName(TRACKED_NAME), foldName('Renamed')]) },
  undeliverable: { name: UNDELIVERABLE_NAME, names: new Set([foldName(UNDELIVERABLE_NAME)]) },
}
const KINDS = ['stampTracked', 'stampUndeliverable', 'clearUndeliverable'] as const

const cases: readonly [
  rule: string,
  kind: OutgoingWrite['kind'],
  before: readonly string[],
  after: readonly string[] | null,
][] = [
  ['TR3', 'stampTracked', ['Own'], ['Own', TRACKED_NAME]],
  ['TR3', 'stampTracked', ['Own', TRACKED_NAME.toUpperCase()], null],
  ['TR3', 'stampTracked', ['Renamed'], null],
  ['TR13', 'stampUndeliverable', ['Own'], ['Own', UNDELIVERABLE_NAME]],
  ['TR13', 'stampUndeliverable', [TRACKED_NAME, 'Own'], ['Own', UNDELIVERABLE_NAME]],
  ['TR13', 'stampUndeliverable', [UNDELIVERABLE_NAME, 'Renamed'], [UNDELIVERABLE_NAME]],
  ['TR13', 'stampUndeliverable', [UNDELIVERABLE_NAME], null],
  ['TR13', 'clearUndeliverable', [UNDELIVERABLE_NAME, TRACKED_NAME], [TRACKED_NAME]],
  ['TR13', 'clearUndeliverable', ['Own'], null],
]

test.each(cases)('[%s] %s on %j makes %j', (_rule, kind, before, after) => {
  expect(wantedCategories(kind, before, ours)).toEqual(after)
})

test('[TR6] categories of the person’s own are never touched, and a second write changes nothing', () => {
  const isOwn = (name: string) =>
    !wears([name], ours.tracked.names) && !wears([name], ours.undeliverable.names)
  fc.assert(
    fc.property(arbCategories, fc.constantFrom(...KINDS), (before, kind) => {
      const after = wantedCategories(kind, before, ours) ?? before
      expect(after.filter(isOwn)).toEqual(before.filter(isOwn))
      expect(wantedCategories(kind, after, ours)).toBeNull()
    }),
  )
})

test('[TR3] a write is moot once what it was for has gone', () => {
  const parked = (nextTryAt: number | null): Park => ({
    code: 'X',
    reason: 'because',
    tries: 6,
    nextTryAt,
  })
  const states = [
    null,
    link({ state: 'linked' }),
    link({ state: 'ended' }),
    link({ state: 'parked', park: parked(null) }),
    link({ state: 'parked', park: parked(NOW) }),
  ]
  const moot = (kind: OutgoingWrite['kind']) => states.map((one) => isMoot({ kind }, one))
  expect(moot('stampTracked')).toEqual([true, false, true, true, true])
  expect(moot('stampUndeliverable')).toEqual([true, true, true, false, true])
  expect(moot('clearUndeliverable')).toEqual([false, false, false, false, false])
})

test('[TR2] a person’s change that no page has told of isn’t hidden behind our own write', () => {
  const inStep = link({ changeKey: 'read' })
  const behind = link({ changeKey: 'older' })
  for (const kind of ['stampTracked', 'clearUndeliverable'] as const) {
    expect(writtenLink(kind, inStep, 'read', 'written').changeKey).toBe('written')
    expect(writtenLink(kind, behind, 'read', 'written').changeKey).toBe('older')
  }
  expect(writtenLink('stampTracked', inStep, 'read', 'written').mark).toBe('seen')
  expect(writtenLink('stampUndeliverable', behind, 'read', 'written').mark).toBe('forgone')
})

test('[TR3] the same write queued twice has the same id', () => {
  const one = outgoingWrite(NOW, link(), 'stampTracked')
  expect(outgoingWrite(NOW + 1, link({ folder: 'other' }), 'stampTracked').id).toBe(one.id)
  expect(outgoingWrite(NOW, link(), 'clearUndeliverable').id).not.toBe(one.id)
})
