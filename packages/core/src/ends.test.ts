import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesOf, newCategory } from './category.ts'
import {
  type CheckedEnd,
  changedMeanwhile,
  decideEnds,
  type EndsContext,
  missingFromListing,
  occurrencesToEnd,
} from './ends.ts'
import { arbItem, arbLinked, item, link, marked, NOW } from './fixtures.test-support.ts'
import type { Link, LinkedLink } from './types.ts'

const context = (patch: Partial<EndsContext> = {}): EndsContext => ({
  now: NOW,
  marksRead: true,
  foldersBehind: new Set(),
  trackedNames: namesOf(newCategory('tracked')),
  linked: 100,
  answer: null,
  taskDeletion: 0,
  ...patch,
})
const pending = (patch: Partial<LinkedLink>, seen: CheckedEnd['item']): CheckedEnd => ({
  link: link({ pendingEnd: 'gone', ...patch }),
  activity: { statecode: 0, scheduledEnd: NOW + 1000 },
  item: seen,
})

describe('ends', () => {
  test('[TR4] the mark still missing when looked up: the link ends, the activity stays', () => {
    const plan = decideEnds(context(), [pending({ pendingEnd: 'markRemoved' }, item())])
    expect(plan.links).toMatchObject([{ state: 'ended', decision: { rule: 'TR4' } }])
    expect(plan.deletes).toEqual([])
  })

  test('[TR4] the mark back when looked up: in step', () => {
    const plan = decideEnds(context(), [pending({ pendingEnd: 'markRemoved' }, marked())])
    expect(plan.links).toMatchObject([{ state: 'linked', pendingEnd: null }])
  })

  test('[TR5] moved, not gone: the link follows to the new folder', () => {
    const plan = decideEnds(context(), [pending({}, marked({ folder: 'archive' }))])
    expect(plan.links).toMatchObject([{ state: 'linked', folder: 'archive', pendingEnd: null }])
  })

  test('[TR5] a look-up that failed decides nothing', () => {
    const plan = decideEnds(context(), [pending({}, undefined)])
    expect(plan).toMatchObject({ links: [], ended: 0 })
  })

  // biome-ignore format: a table reads best as a table
  test.each([
    ['message',                 {},                                            0, true,  0, []],
    ['organizer, to come',      { kind: 'event', activityType: 'appointment', isOrganizer: true },  0, true,  0, ['a1']],
    ['organizer, past',         { kind: 'event', activityType: 'appointment', isOrganizer: true },  0, false, 0, []],
    ['organizer, completed',    { kind: 'event', activityType: 'appointment', isOrganizer: true },  1, true,  0, []],
    ['organizer, canceled',     { kind: 'event', activityType: 'appointment', isOrganizer: true },  2, true,  0, []],
    ['attendee',                { kind: 'event', activityType: 'appointment', isOrganizer: false }, 0, true,  0, []],
    ['task, setting 0',         { kind: 'task', activityType: 'task' },        1, true,  0, ['a1']],
    ['task, setting 1, done',   { kind: 'task', activityType: 'task' },        1, true,  1, []],
    ['task, setting 1, open',   { kind: 'task', activityType: 'task' },        0, true,  1, ['a1']],
    ['task, setting 2',         { kind: 'task', activityType: 'task' },        0, true,  2, []],
  ] as const)('[TR5] deleted in Exchange: %s', (_name, patch, statecode, future, taskDeletion, deleted) => {
    const activity = { statecode, scheduledEnd: future ? NOW + 1 : NOW - 1 }
    const plan = decideEnds(context({ taskDeletion }), [{ ...pending(patch, null), activity }])
    expect(plan.links[0]).toMatchObject({ state: 'ended', decision: { rule: 'TR5' } })
    expect(plan.deletes.map((d) => d.activityId)).toEqual(deleted)
  })

  test('[TR10] a series that ends is named, so that its occurrences follow', () => {
    const master = { kind: 'event', activityType: 'recurringappointmentmaster' } as const
    const plan = decideEnds(context(), [pending({ ...master, pendingEnd: 'markRemoved' }, item())])
    expect(plan.series).toEqual([{ key: 'AAMk1', reason: 'markRemoved' }])
  })

  test('[CL6] switched off since: a missing mark ends nothing', () => {
    const checked = pending({ pendingEnd: 'markRemoved' }, item())
    const plan = decideEnds(context({ marksRead: false }), [checked])
    expect(plan.links).toMatchObject([{ state: 'linked', mark: 'forgone', pendingEnd: null }])
  })
})

describe('kept after all', () => {
  const event = { kind: 'event', activityType: 'appointment', pendingEnd: 'markRemoved' } as const
  const kept = (patch: Partial<LinkedLink>, changeKey: string) => {
    const checkedEnds = [pending({ ...event, changeKey: 'old', ...patch }, marked({ changeKey }))]
    return changedMeanwhile(decideEnds(context(), checkedEnds), checkedEnds).map(({ key }) => key)
  }

  test('[TR2] what changed while it was thought to end is brought in step', () => {
    expect(kept({}, 'new')).toEqual(['AAMk1'])
    expect(kept({}, 'old')).toEqual([])
    expect(kept({ kind: 'message', activityType: 'email' }, 'new')).toEqual([])
  })

  test('[TR2, TR12] what a No keeps is told of by its own stamp', () => {
    const checkedEnds = Array.from({ length: 20 }, (_, n) =>
      pending({ ...event, key: `k${n}`, changeKey: 'old' }, item({ changeKey: 'new' })),
    )
    const plan = decideEnds(context({ linked: 20, answer: 'no' }), checkedEnds)
    expect(plan.restamp).toHaveLength(20)
    expect(changedMeanwhile(plan, checkedEnds)).toEqual([])
  })
})

describe('bulk stop', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      pending({ key: `k${n}`, pendingEnd: 'markRemoved' }, item({ key: `k${n}` })),
    )

  test.each([
    [19, 20, 19, 0],
    [20, 40, 20, 0],
    [20, 39, 0, 20],
    [60, 100, 0, 60],
  ])('[TR12] %i of %i: %i end, %i are held back', (count, linked, ended, heldBack) => {
    expect(decideEnds(context({ linked }), many(count))).toMatchObject({ ended, heldBack })
  })

  test('[TR12] asked and not answered: nothing ends', () => {
    const plan = decideEnds(context({ linked: 30, answer: 'asked' }), many(30))
    expect(plan).toMatchObject({ ended: 0, heldBack: 30, deletes: [] })
  })

  test('[TR12] answered Yes: they end', () => {
    expect(decideEnds(context({ linked: 30, answer: 'yes' }), many(30)).ended).toBe(30)
  })

  test('[TR12] answered No: links stay and the mark goes back on', () => {
    const plan = decideEnds(context({ linked: 30, answer: 'no' }), many(30))
    expect(plan.ended).toBe(0)
    expect(plan.restamp).toHaveLength(30)
    expect(plan.links.every((l) => l.state === 'linked' && l.mark === 'unseen')).toBe(true)
  })

  test('[TR12] occurrences count with their series, not by themselves', () => {
    const checkedEnds = many(30).map((checked) => ({
      ...checked,
      link: { ...checked.link, masterKey: 'M1' },
    }))
    expect(decideEnds(context({ linked: 30 }), checkedEnds)).toMatchObject({
      heldBack: 0,
      ended: 30,
    })
  })

  test('[TR12] without an answer never more than half of twenty or more end at once', () => {
    const arbLook = fc.tuple(arbLinked, fc.option(arbItem, { nil: null })).map(([known, seen]) => ({
      link: { ...known, masterKey: null },
      activity: null,
      item: seen,
    }))
    fc.assert(
      fc.property(
        fc.array(arbLook, { maxLength: 60 }),
        fc.integer({ min: 1, max: 120 }),
        (checkedEnds, linked) => {
          const plan = decideEnds(context({ linked }), checkedEnds)
          expect(plan.ended < 20 || plan.ended * 2 <= linked).toBe(true)
        },
      ),
    )
  })
})

test('[TR5] what a listing didn’t meet is perhaps gone, but for occurrences of a tracked series', () => {
  const links = [
    link({ key: 'm' }),
    link({ key: 'o', masterKey: 'tracked' }),
    link({ key: 'p', masterKey: 'ended' }),
  ]
  const masters = [link({ key: 'tracked' }), link({ key: 'ended', state: 'ended' })]
  expect(missingFromListing(NOW, links, masters)).toMatchObject([
    { key: 'm', state: 'linked', pendingEnd: 'gone', decision: { rule: 'TR5' } },
    { key: 'p', pendingEnd: 'gone' },
  ])
})

test('[TR10] occurrences of an untracked series end with it, those of a deleted one are looked up', () => {
  const series = (key: string, pendingEnd: Link['pendingEnd'], seen: CheckedEnd['item']) =>
    pending({ key, kind: 'event', activityType: 'recurringappointmentmaster', pendingEnd }, seen)
  const plan = decideEnds(context(), [
    series('unmarked', 'markRemoved', item({ kind: 'event' })),
    series('deleted', 'gone', null),
  ])
  const occurrences = [
    link({ key: 'a', masterKey: 'unmarked' }),
    link({ key: 'b', masterKey: 'deleted' }),
    link({ key: 'c', masterKey: 'unmarked', state: 'ended' }),
    // Decided by this very plan.
    link({ key: 'deleted', masterKey: 'unmarked' }),
  ]
  expect(occurrencesToEnd(NOW, plan, occurrences)).toMatchObject([
    { key: 'a', state: 'ended', mark: 'unseen', pendingEnd: null, decision: { rule: 'TR10' } },
    { key: 'b', state: 'linked', pendingEnd: 'gone' },
  ])
})
