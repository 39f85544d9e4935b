import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  beforeWrite,
  type CategoryRequest,
  created,
  decideCategory,
  foldName,
  namesOf,
  newCategory,
  TRACKED_NAME,
  wears,
} from './category.ts'
import { arbList, arbState } from './fixtures.test-support.ts'
import type { CategoryState, MasterCategory } from './types.ts'

const ON: CategoryRequest = { wanted: true, needed: true }
const OFF: CategoryRequest = { wanted: false, needed: false }
const blue: MasterCategory = { id: 'b', name: 'Blue category', color: 'preset7' }
const ours: MasterCategory = { id: 'c1', name: TRACKED_NAME, color: 'preset5' }
const provisioned: CategoryState = {
  ...newCategory('tracked'),
  exchangeId: 'c1',
  status: 'provisioned',
  epoch: 1,
}
const removed: CategoryState = { ...provisioned, exchangeId: null, status: 'removed', epoch: 2 }

describe('category lifecycle', () => {
  test('[CL1] the feature on and nothing there creates the category and tells the mailbox once', () => {
    const step = decideCategory(ON, newCategory('tracked'), [blue])
    expect(step).toMatchObject({
      rule: 'CL1',
      write: { kind: 'create', name: 'Tracked to Dynamics 365' },
      alert: 'enabled',
    })
    const state = created(step, ours)
    expect(state).toMatchObject({ exchangeId: 'c1', status: 'provisioned', epoch: 1 })
    expect(decideCategory(ON, state, [blue, ours])).toMatchObject({ write: null, alert: null })
  })

  test('[CL2] a category of that name is adopted, whatever its case, colour or origin', () => {
    const byHand = { id: 'h', name: 'tracked to dynamics 365', color: 'preset9' }
    const step = decideCategory(ON, newCategory('tracked'), [blue, byHand])
    expect(step).toMatchObject({ rule: 'CL2', write: null, alert: 'enabled' })
    expect(step.next).toMatchObject({ exchangeId: 'h', color: 'preset9', status: 'provisioned' })
  })

  test.each([
    ['a blank at the end', 'Tracked to Dynamics 365 '],
    ['two blanks', 'Tracked  to Dynamics 365'],
    ['a no-break space', 'Tracked to\u00a0Dynamics 365'],
    ['a zero-width space', 'Tracked to Dynamics\u200b 365'],
    ['full-width digits', 'Tracked to Dynamics \uff13\uff16\uff15'],
    ['other case and a tab', '\ttracked TO dynamics 365'],
  ])('[CL11] a category that looks the same is the same: with %s', (_, name) => {
    const alike = { ...ours, id: 'h', name }
    const step = decideCategory(ON, newCategory('tracked'), [blue, alike])
    expect(step).toMatchObject({ rule: 'CL2', write: null })
    expect(step.next).toMatchObject({ exchangeId: 'h', name })
    for (const worn of [name, TRACKED_NAME]) expect(wears([worn], namesOf(step.next))).toBe(true)
    expect(wears([name], namesOf(provisioned))).toBe(true)
  })

  test('[CL11] an accent written as two characters is the same name; other letters aren’t', () => {
    const state = { ...provisioned, name: 'Cafe\u0301' }
    expect(wears(['CAF\u00c9'], namesOf(state))).toBe(true)
    expect(wears(['Cafe'], namesOf(state))).toBe(false)
    expect(wears(['Tracked to Dynamics 36'], namesOf(state))).toBe(false)
    expect(wears(['Tracked to Dynamics 365 (Undeliverable)'], namesOf(state))).toBe(false)
  })

  test('[CL11] of two that look the same the one spelled as known is adopted', () => {
    const alike = { ...ours, id: 'h', name: `${TRACKED_NAME} ` }
    expect(decideCategory(ON, newCategory('tracked'), [alike, ours]).next.exchangeId).toBe('c1')
    expect(decideCategory(OFF, provisioned, [alike, ours]).write).toEqual({
      kind: 'delete',
      id: 'c1',
    })
  })

  test('[CL11] looking at a name twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
        expect(foldName(` ${name.normalize('NFD')}\u00a0`)).toBe(foldName(name))
      }),
    )
  })

  test('[CL3] a rename keeps every earlier name as a mark', () => {
    const once = decideCategory(ON, provisioned, [{ ...ours, name: 'CRM' }])
    expect(once).toMatchObject({ rule: 'CL3', write: null, alert: null })
    const twice = decideCategory(ON, once.next, [{ ...ours, name: 'Customers' }])
    for (const name of [TRACKED_NAME, 'crm', 'CUSTOMERS']) {
      expect(wears([name], namesOf(twice.next))).toBe(true)
    }
    expect(wears(['Blue category'], namesOf(twice.next))).toBe(false)
  })

  test('[CL3] renaming back and forth keeps one entry per name', () => {
    const away = decideCategory(ON, provisioned, [{ ...ours, name: 'CRM' }]).next
    const back = decideCategory(ON, away, [ours]).next
    expect(back).toMatchObject({ name: TRACKED_NAME, earlierNames: ['CRM'] })
  })

  test('[CL4] deleted by somebody while on: created again under the same name, untold', () => {
    const step = decideCategory(ON, provisioned, [blue])
    expect(step).toMatchObject({
      rule: 'CL4',
      write: { kind: 'create', name: TRACKED_NAME },
      alert: null,
    })
    expect(step.next.epoch).toBe(provisioned.epoch)
  })

  test('[CL5] switched off: deleted from the list, the row stays inactive, told once', () => {
    const step = decideCategory(OFF, provisioned, [blue, ours])
    expect(step).toMatchObject({
      rule: 'CL5',
      write: { kind: 'delete', id: 'c1' },
      alert: 'removed',
    })
    expect(step.next).toEqual(removed)
    expect(decideCategory(OFF, step.next, [blue])).toMatchObject({ write: null, alert: null })
  })

  test('[CL5] switched off when somebody deleted it before: nothing is written, it counts as removed', () => {
    const step = decideCategory(OFF, provisioned, [blue])
    expect(step).toMatchObject({ write: null, alert: 'removed', next: { status: 'removed' } })
  })

  test('[CL6] while off, a category of that name made by hand is left alone', () => {
    expect(decideCategory(OFF, removed, [ours])).toMatchObject({ write: null, alert: null })
  })

  test('[CL5, CL7] a name met just before the removal is stored before the delete is sent', () => {
    const step = decideCategory(OFF, provisioned, [{ ...ours, name: 'CRM' }])
    const begun = beforeWrite(step, provisioned)
    expect(begun).toMatchObject({ name: 'CRM', exchangeId: 'c1', status: 'provisioned' })
    // Deciding once more after a crash deletes it all the same, and still tells.
    const again = decideCategory(OFF, begun!, [{ ...ours, name: 'CRM' }])
    expect(again).toMatchObject({ write: { kind: 'delete', id: 'c1' }, alert: 'removed' })
    expect(beforeWrite(again, begun!)).toBeNull()
  })

  test('[CL7] on again: created under the last name and colour, a new enabling is told', () => {
    const named = { ...removed, name: 'CRM', color: 'preset2', earlierNames: [TRACKED_NAME] }
    expect(decideCategory(ON, named, [blue])).toMatchObject({
      rule: 'CL7',
      write: { kind: 'create', name: 'CRM', color: 'preset2' },
      alert: 'enabled',
      next: { epoch: 2 },
    })
    expect(decideCategory(ON, named, [{ ...ours, name: 'crm' }])).toMatchObject({
      rule: 'CL2',
      write: null,
    })
  })

  test('[CL7] a creation that took several cycles is one enabling: nothing was off meanwhile', () => {
    for (const from of [newCategory('tracked'), removed]) {
      const step = decideCategory(ON, from, [])
      const begun = beforeWrite(step, from)
      expect(begun).toMatchObject({ status: 'creating', epoch: from.epoch })
      expect(decideCategory(ON, begun!, [ours]).next.epoch).toBe(from.epoch)
    }
  })

  test('[CL8] a mailbox that leaves synchronization loses it the same way', () => {
    // Leaving and switching off mean the same: the category isn't wanted.
    expect(decideCategory({ wanted: false, needed: true }, provisioned, [ours]).write).toEqual({
      kind: 'delete',
      id: 'c1',
    })
  })

  test('[CL9] Undeliverable waits until it is needed, and goes with the other', () => {
    const state = newCategory('undeliverable')
    expect(decideCategory({ wanted: true, needed: false }, state, [ours]).write).toBeNull()
    const step = decideCategory(ON, state, [ours])
    expect(step).toMatchObject({
      rule: 'CL9',
      write: { kind: 'create', name: 'Tracked to Dynamics 365 (Undeliverable)' },
      alert: null,
    })
    const there = { id: 'u', name: 'Tracked to Dynamics 365 (Undeliverable)', color: 'preset15' }
    const on = created(step, there)
    expect(decideCategory(OFF, on, [ours, there]).write).toEqual({ kind: 'delete', id: 'u' })
  })

  test('[CL9] the Undeliverable category is not a mark', () => {
    expect(wears(['Tracked to Dynamics 365 (Undeliverable)'], namesOf(provisioned))).toBe(false)
  })
})

/** The mail server, as far as categories go. */
function carryOut(list: readonly MasterCategory[], request: CategoryRequest, state: CategoryState) {
  const step = decideCategory(request, state, list)
  if (step.write === null) return { list, state: step.next }
  if (step.write.kind === 'delete') {
    const { id } = step.write
    return { list: list.filter((category) => category.id !== id), state: step.next }
  }
  const made = { id: 'new', name: step.write.name, color: step.write.color }
  return { list: [...list, made], state: created(step, made) }
}

describe('laws', () => {
  const arbRequest = fc.record({ wanted: fc.boolean(), needed: fc.boolean() })

  test('[CL1] deciding again after carrying it out changes nothing', () => {
    fc.assert(
      fc.property(arbRequest, arbState, arbList, (request, state, list) => {
        const after = carryOut(list, request, state)
        const again = decideCategory(request, after.state, after.list)
        expect(again.write).toBeNull()
        expect(again.alert).toBeNull()
        expect(again.next).toEqual(after.state)
      }),
    )
  })

  test('[CL3] no name that ever counted as the mark stops counting', () => {
    fc.assert(
      fc.property(arbRequest, arbState, arbList, (request, state, list) => {
        const after = carryOut(list, request, state).state
        for (const name of namesOf(state)) expect(namesOf(after).has(name)).toBe(true)
      }),
    )
  })

  test('[CL5] nobody else’s category is ever deleted', () => {
    fc.assert(
      fc.property(arbRequest, arbState, arbList, (request, state, list) => {
        const { write } = decideCategory(request, state, list)
        if (write?.kind !== 'delete') return
        const victim = list.find((category) => category.id === write.id)!
        expect(victim.id === state.exchangeId || namesOf(state).has(foldName(victim.name))).toBe(
          true,
        )
      }),
    )
  })
})
