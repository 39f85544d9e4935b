import { expect, test } from 'vitest'
import { namesOf, newCategory } from './category.ts'
import { SyncError } from './errors.ts'
import { event, link, NOW } from './fixtures.test-support.ts'
import { decideSeries, type SeriesFacts, stepOfSeries } from './series.ts'
import type { MarkContext } from './tracking.ts'
import type { Link, WholeEvent } from './types.ts'

const names = namesOf(newCategory('tracked'))
const window = { start: NOW - 1e9, end: NOW + 1e9 }
const occurrence = (key: string, patch: Partial<WholeEvent> = {}): WholeEvent =>
  event({ key, eventType: 'occurrence', masterKey: 'M', ...patch })
const known = (key: string, patch: Partial<Link> = {}): Link =>
  link({ key, kind: 'event', masterKey: 'M', itemEnd: NOW, activityType: 'appointment', ...patch })
const decide = (instances: WholeEvent[], links: Link[], patch: Partial<MarkContext> = {}) =>
  decideSeries(
    { now: NOW, marksRead: true, foldersBehind: new Set(), trackedNames: names, ...patch },
    instances,
    links,
    window,
  )

test('[TR10] every occurrence of a tracked series is tracked once', () => {
  const plan = decide([occurrence('a'), occurrence('b')], [known('a')])
  expect(plan.create.map(({ event }) => event.key)).toEqual(['b'])
  expect(plan.update).toEqual([])
  expect(plan.missing).toEqual([])
})

test('[TR10] an exception without the mark belongs to a series just tracked', () => {
  const plan = decide([occurrence('a', { eventType: 'exception', categories: [] })], [])
  expect(plan.create).toMatchObject([{ mark: 'forgone' }])
})

test('[TR10] an occurrence whose mark the user took off is put down for untracking, and stays untracked', () => {
  const bare = occurrence('a', { eventType: 'exception', categories: [], changeKey: 'ck2' })
  expect(decide([bare], [known('a')]).update).toMatchObject([
    { link: { pendingEnd: 'markRemoved' } },
  ])
  const ended = known('a', { state: 'ended' })
  expect(decide([bare], [ended])).toMatchObject({ create: [], update: [] })
  expect(decide([occurrence('a')], [ended]).create).toHaveLength(1)
})

test('[CL6] [CL7] the mark of an occurrence that went while the feature was off untracks nothing', () => {
  const bare = occurrence('a', { eventType: 'exception', categories: [], changeKey: 'ck2' })
  const forgone = [{ link: { mark: 'forgone', pendingEnd: null } }]
  expect(decide([bare], [known('a')], { marksRead: false }).update).toMatchObject(forgone)
  const foldersBehind = new Set([bare.folder])
  expect(decide([bare], [known('a')], { foldersBehind }).update).toMatchObject(forgone)
})

test('[TR10] an occurrence that changed carries its fields over', () => {
  const plan = decide([occurrence('a', { changeKey: 'ck2' })], [known('a')])
  expect(plan.update).toMatchObject([{ link: { key: 'a', pendingEnd: null } }])
})

test('[TR5] an occurrence missing from its series inside the window is looked up', () => {
  const plan = decide([], [known('a'), known('far', { itemEnd: NOW + 2e9 })])
  expect(plan.missing).toMatchObject([{ key: 'a', pendingEnd: 'gone' }])
})

const step = (facts: Partial<SeriesFacts>) =>
  stepOfSeries(
    {
      now: NOW,
      marksRead: true,
      foldersBehind: new Set(),
      trackedNames: names,
      mailboxName: 'Ada',
      pauseScale: 1,
    },
    {
      master: { link: known('M', { masterKey: null }), organizerElsewhere: false },
      instances: [],
      unreadable: [],
      links: [],
      ...facts,
    },
    window,
  )
const unreadable = (key: string) => ({
  ref: { kind: 'event' as const, key, folder: 'calendar' },
  error: new SyncError('item', 'refused', 'corrupt'),
})

test('[TR20] an occurrence that can’t be read is set aside, and is neither new nor missing', () => {
  const { create, update, effects, parked } = step({
    unreadable: [unreadable('a'), unreadable('b')],
    links: [known('a')],
  })
  expect({ create, update, parked }).toEqual({ create: [], update: [], parked: 2 })
  expect(effects.links).toMatchObject([
    { key: 'a', state: 'linked', pendingEnd: null, masterKey: 'M', decision: { rule: 'TR20' } },
    { key: 'b', state: 'parked', masterKey: 'M' },
  ])
  expect(effects.alerts).toHaveLength(2)
})

test('[TR20] one that can be read again goes on, and its alert is closed', () => {
  const park = { code: 'X', reason: 'corrupt', tries: 1, nextTryAt: NOW }
  const decision = { rule: 'TR20', at: NOW, seen: 'can’t be read: X' }
  const { effects, parked } = step({
    instances: [occurrence('a')],
    links: [known('a', { park, decision })],
  })
  expect(parked).toBe(0)
  expect(effects.links).toMatchObject([{ key: 'a', state: 'linked', park: null }])
  expect(effects.closeAlerts).toMatchObject([{ subject: 'a' }])
})

test('[AC2] an attendee’s series follows its occurrences, and writes no fields', () => {
  const facts = { instances: [occurrence('a', { changeKey: 'ck9' })], links: [known('a')] }
  const own = step(facts)
  expect(own.update).toMatchObject([{ link: { key: 'a', changeKey: 'ck9' } }])
  expect(own.effects.links).toEqual([])
  const led = step({
    ...facts,
    master: { link: known('M', { masterKey: null }), organizerElsewhere: true },
  })
  expect(led.update).toEqual([])
  expect(led.effects.links).toMatchObject([{ key: 'a', changeKey: 'ck9' }])
})
