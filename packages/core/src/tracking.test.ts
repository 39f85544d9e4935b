import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesOf, newCategory, TRACKED_NAME, wears } from './category.ts'
import { arbItem, arbLink, item, link, marked, NOW } from './fixtures.test-support.ts'
import { decideGone, decideItem, type TrackingContext } from './tracking.ts'
import type { FolderRole, Link, SeenItem } from './types.ts'

const names = namesOf(newCategory('tracked'))
const context = (patch: Partial<TrackingContext> = {}): TrackingContext => ({
  now: NOW,
  marksRead: true,
  foldersBehind: new Set(),
  trackedNames: names,
  folderRole: 'inbox',
  ...patch,
})
const decide = (seen: SeenItem, known: Link | null, patch: Partial<TrackingContext> = {}) =>
  decideItem(context(patch), seen, known)

describe('tracking, per item', () => {
  // biome-ignore format: a table reads best as a table
  test.each([
    // rule   link                           item                     decision
    ['TR1', null,                            marked(),                { kind: 'track', rule: 'TR1' }],
    ['TR1', null,                            item(),                  { kind: 'ignore' }],
    ['TR1', link({ state: 'ended' }),        marked(),                { kind: 'track', rule: 'TR1' }],
    ['TR1', link({ state: 'ended' }),        item(),                  { kind: 'ignore' }],
    ['TR2', link(),                          marked(),                { kind: 'keep' }],
    ['TR2', link({ kind: 'event' }),         marked({ kind: 'event', changeKey: 'ck2' }), { kind: 'update' }],
    ['TR2', link({ kind: 'task' }),          marked({ kind: 'task', changeKey: 'ck2' }),  { kind: 'update' }],
    ['TR2', link({ mark: 'unseen' }),        marked(),                { kind: 'keep', link: { mark: 'seen' } }],
    ['TR3', link({ mark: 'unseen' }),        item(),                  { kind: 'stamp' }],
    ['TR4', link(),                          item(),                  { kind: 'keep', link: { pendingEnd: 'markRemoved' } }],
    ['TR4', link({ pendingEnd: 'markRemoved' }), marked(),            { kind: 'keep', link: { pendingEnd: null } }],
    ['TR5', link({ pendingEnd: 'gone' }),    marked({ folder: 'archive' }), { kind: 'keep', link: { pendingEnd: null, folder: 'archive' } }],
  ] as const)('[%s] link %o, item %o', (_rule, known, seen, expected) => {
    expect(decide(seen, known)).toMatchObject(expected)
  })

  test.each<[string, FolderRole, Partial<SeenItem>]>([
    ['TR8', 'drafts', {}],
    ['TR8', 'outbox', {}],
    ['TR8', 'inbox', { isDraft: true }],
    ['TR8', 'junk', {}],
    ['TR8', 'deleted', {}],
    ['TR9', 'flagged', { kind: 'task' }],
    ['TR10', 'inbox', { isMeetingMessage: true }],
  ])('[%s] a marked item in %s with %o is noted, not tracked', (rule, folderRole, patch) => {
    const noted = decide(marked(patch), null, { folderRole })
    expect(noted).toMatchObject({ kind: 'note', rule })
  })

  test('[TR9] every other folder starts tracking', () => {
    for (const folderRole of ['inbox', 'sent', 'other'] as const) {
      expect(decide(marked(), null, { folderRole }).kind).toBe('track')
    }
  })

  test('[TR8] a linked email moved to Junk or Deleted Items stays linked', () => {
    for (const folderRole of ['junk', 'deleted'] as const) {
      expect(decide(marked({ folder: 'x' }), link(), { folderRole })).toMatchObject({
        kind: 'keep',
        link: { state: 'linked', folder: 'x', pendingEnd: null },
      })
    }
  })

  test('[TR8] an item that leaves the folder that held it back is tracked', () => {
    const noted = link({ state: 'noted', decision: { rule: 'TR8', at: NOW, seen: 'a draft' } })
    expect(decide(marked(), noted).kind).toBe('track')
  })

  test('[TR13] a parked item waits for its next try', () => {
    const park = { code: 'X', reason: 'r', tries: 2, nextTryAt: NOW + 1 }
    const parked = link({ state: 'parked', park })
    expect(decide(marked(), parked).kind).toBe('ignore')
    expect(decide(marked(), { ...parked, park: { ...park, nextTryAt: NOW } })).toMatchObject({
      kind: 'track',
      rule: 'TR13',
    })
  })

  test('[TR13] after giving up only a mark put on anew tries again', () => {
    const park = { code: 'X', reason: 'r', tries: 6, nextTryAt: null }
    const givenUp = link({ state: 'parked', park, mark: 'seen' })
    expect(decide(marked(), givenUp).kind).toBe('ignore')
    const off = decide(item(), givenUp)
    expect(off).toMatchObject({ kind: 'keep', link: { mark: 'forgone', state: 'parked' } })
    expect(decide(marked(), link({ state: 'parked', park, mark: 'forgone' }))).toMatchObject({
      kind: 'track',
      rule: 'TR13',
    })
  })

  test('[TR15] after its activity was deleted in the CRM, only a mark put on anew tracks', () => {
    const decision = { rule: 'TR15', at: NOW, seen: 'activity deleted' }
    const deleted = link({ state: 'ended', mark: 'seen', decision })
    expect(decide(marked(), deleted).kind).toBe('ignore')
    const off = decide(item(), deleted)
    expect(off).toMatchObject({ kind: 'keep', link: { state: 'ended', mark: 'unseen' } })
    const takenOff = link({ state: 'ended', mark: 'unseen', decision })
    expect(decide(marked(), takenOff).kind).toBe('track')
  })

  test('[TR14] each decision kept says rule, time and what was seen', () => {
    const pended = decide(item(), link())
    expect(pended).toMatchObject({
      link: { decision: { rule: 'TR4', at: NOW, seen: 'mark missing' } },
    })
  })
})

describe('while the feature is off, and after', () => {
  test('[CL6] marks neither track nor untrack', () => {
    const off = { marksRead: false }
    expect(decide(marked(), null, off).kind).toBe('ignore')
    expect(decide(item(), link(), off)).toMatchObject({
      kind: 'keep',
      link: { state: 'linked', mark: 'forgone', pendingEnd: null },
    })
  })

  test('[CL6] linked items still carry their fields over', () => {
    const seen = marked({ kind: 'event', changeKey: 'ck2' })
    expect(decide(seen, link({ kind: 'event' }), { marksRead: false }).kind).toBe('update')
  })

  test('[CL7] on again, a mark that went while off untracks nothing and stamps nothing', () => {
    const foldersBehind = new Set([item().folder])
    const after = decide(item(), link(), { foldersBehind })
    expect(after).toMatchObject({ kind: 'keep', link: { mark: 'forgone', pendingEnd: null } })
    expect(decide(item(), link({ mark: 'forgone' }))).toMatchObject({ kind: 'keep' })
  })

  test('[CL7] neither does one that went while off from an item that then moved to another folder', () => {
    const foldersBehind = new Set(['behind'])
    const moved = decide(item({ folder: 'read' }), link({ folder: 'behind' }), { foldersBehind })
    expect(moved).toMatchObject({ kind: 'keep', link: { mark: 'forgone', folder: 'read' } })
    const there = decide(item({ folder: 'read' }), link({ folder: 'read' }), { foldersBehind })
    expect(there).toMatchObject({ kind: 'keep', link: { pendingEnd: 'markRemoved' } })
  })

  test('[CL7] a mark never seen can’t have gone from an item that moved; it is still put on', () => {
    const foldersBehind = new Set(['behind'])
    const known = link({ folder: 'behind', mark: 'unseen' })
    const moved = decide(item({ folder: 'read' }), known, { foldersBehind })
    expect(moved).toMatchObject({ kind: 'stamp', link: { folder: 'read', mark: 'unseen' } })
  })

  test('[CL7] on again, an item that kept the assignment shows it again and can be untracked', () => {
    const back = decide(marked(), link({ mark: 'forgone' }))
    expect(back).toMatchObject({ kind: 'keep', link: { mark: 'seen' } })
  })

  test('[CL7] on again, an item marked meanwhile is tracked', () => {
    expect(decide(marked(), null, { foldersBehind: new Set([item().folder]) }).kind).toBe('track')
  })
})

describe('gone', () => {
  test('[TR5] a removal from the folder it was last seen in puts the link down as perhaps gone', () => {
    expect(decideGone(NOW, 'inbox', link())).toMatchObject({ state: 'linked', pendingEnd: 'gone' })
  })
  test('[TR5] a removal from a folder it has left already says nothing', () => {
    expect(decideGone(NOW, 'inbox', link({ folder: 'archive' }))).toBeNull()
    expect(decideGone(NOW, 'inbox', null)).toBeNull()
  })
})

describe('laws', () => {
  const arbContext = fc.record({
    now: fc.constant(NOW),
    marksRead: fc.boolean(),
    foldersBehind: fc.constantFrom(new Set<string>(), new Set([item().folder])),
    trackedNames: fc.constant(names),
    folderRole: fc.constantFrom<FolderRole>('inbox', 'sent', 'drafts', 'junk', 'flagged', 'other'),
  })

  test('[TR6] other categories never change a decision', () => {
    fc.assert(
      fc.property(
        arbContext,
        arbItem,
        fc.option(arbLink),
        fc.array(fc.string()),
        (c, seen, known, others) => {
          fc.pre(seen.categories !== null && !wears(others, names))
          const noisy = { ...seen, categories: [...others, ...seen.categories!] }
          expect(decideItem(c, noisy, known)).toEqual(decideItem(c, seen, known))
        },
      ),
    )
  })

  test('[TR2] deciding the same item twice changes nothing the second time', () => {
    fc.assert(
      fc.property(arbContext, arbItem, fc.option(arbLink), (c, seen, known) => {
        const first = decideItem(c, seen, known)
        if (first.kind !== 'keep' && first.kind !== 'update') return
        const stored =
          first.kind === 'update' ? { ...first.link, changeKey: seen.changeKey } : first.link
        const second = decideItem(c, seen, stored)
        expect(['keep', 'ignore']).toContain(second.kind)
        if (second.kind === 'keep') expect(second.link).toEqual(stored)
      }),
    )
  })

  test('[CL3] an item wearing any name the category ever had is never put down for untracking', () => {
    const renamed = namesOf({ ...newCategory('tracked'), name: 'CRM', earlierNames: ['Old'] })
    fc.assert(
      fc.property(
        arbContext,
        arbItem,
        arbLink,
        fc.constantFrom(TRACKED_NAME, 'crm', 'OLD'),
        (c, seen, known, name) => {
          const worn = { ...seen, categories: [name] }
          const linked = link({ ...known, state: 'linked' })
          const decision = decideItem({ ...c, trackedNames: renamed }, worn, linked)
          if ('link' in decision) expect(decision.link.pendingEnd).toBeNull()
        },
      ),
    )
  })

  test('[CL6] with marks unread nothing is tracked, noted, stamped or put down for untracking', () => {
    fc.assert(
      fc.property(arbContext, arbItem, fc.option(arbLink), (c, seen, known) => {
        const decision = decideItem({ ...c, marksRead: false }, seen, known)
        expect(['ignore', 'keep', 'update']).toContain(decision.kind)
        if ('link' in decision && decision.link.pendingEnd !== known?.pendingEnd) {
          expect(decision.link.pendingEnd).toBeNull()
        }
      }),
    )
  })

  test('[TR4] no page ends a link by itself', () => {
    fc.assert(
      fc.property(arbContext, arbItem, arbLink, (c, seen, known) => {
        fc.pre(known.state === 'linked')
        const decision = decideItem(c, seen, known)
        if ('link' in decision) expect(decision.link.state).toBe('linked')
      }),
    )
  })
})
