import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choicesFor, freeColour, sameName, shownAs, toggled } from './model.ts'

const master = [
  { id: '1', displayName: 'Red category', color: 'preset0' },
  { id: '2', displayName: 'Budget', color: 'preset3' },
]
const item = (...categories: string[]) => ({ categories })

test('choices are the master list, then what is on the items alone', () => {
  expect(
    choicesFor(master, [item('budget', 'Old'), item('BUDGET'), item('budget', 'old')]),
  ).toEqual([
    { name: 'Budget', color: 'preset3', applied: 'all' },
    { name: 'Red category', color: 'preset0', applied: 'none' },
    { name: 'Old', color: 'none', applied: 'some' },
  ])
})

test('a click puts on all what some have, and takes off what all have', () => {
  const items = [item('A', 'X'), item('B')]
  const [choice] = choicesFor([{ id: '1', displayName: 'a', color: 'none' }], items)
  expect(items.map(({ categories }) => toggled(categories, choice!))).toEqual([
    ['A', 'X'],
    ['B', 'a'],
  ])
  expect(toggled(['X', 'A'], { name: 'a', applied: 'all' })).toEqual(['X'])
})

test('other categories stay as they are, whatever is clicked', () => {
  const names = fc.uniqueArray(fc.constantFrom('A', 'b', 'C', 'd'))
  const applied = fc.constantFrom('all' as const, 'some' as const, 'none' as const)
  fc.assert(
    fc.property(names, applied, (categories, state) => {
      const after = toggled(categories, { name: 'B', applied: state })
      const others = (list: readonly string[]) => list.filter((one) => !sameName(one, 'b'))
      expect(others(after)).toEqual(others(categories))
      expect(after.some((one) => sameName(one, 'b'))).toBe(state !== 'all')
    }),
  )
})

test('a name that is in no list is shown without colour', () => {
  expect(shownAs(master, 'BUDGET')).toEqual({ name: 'Budget', color: 'preset3' })
  expect(shownAs(master, 'Gone')).toEqual({ name: 'Gone', color: 'none' })
})

test('a new category gets a colour of its own while there is one', () => {
  expect(freeColour(master, ['preset0', 'preset1'])).toBe('preset1')
  expect(freeColour(master, ['preset0', 'preset3'])).toBe('preset0')
})
