import { expect, test } from 'vitest'
import { everything, NOTHING, neighbour, only, still, withRange, withToggled } from './selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const ids = ({ ids: set }: { ids: ReadonlySet<string> }) => [...set].sort().join('')

test('Ctrl adds and takes away, Shift spans from the row clicked before', () => {
  const two = withToggled(only('b'), 'd')
  expect(ids(two)).toBe('bd')
  expect(ids(withToggled(two, 'b'))).toBe('d')
  expect(ids(withRange(order, two, 'b'))).toBe('bcd')
  expect(ids(withRange(order, withRange(order, only('c'), 'e'), 'a'))).toBe('abc')
  expect(ids(withRange(order, NOTHING, 'c'))).toBe('c')
  expect(ids(everything(order))).toBe('abcde')
})

test('rows that have gone are selected no more', () => {
  const selection = withToggled(only('b'), 'd')
  expect(still(order, selection)).toBe(selection)
  expect(still(['a', 'b'], selection)).toEqual({ anchor: null, ids: new Set(['b']) })
})

test.each([
  [['b'], 'c'],
  [['b', 'd'], 'e'],
  [['d', 'e'], 'c'],
  [order, null],
  [['x'], 'a'],
])('after %j has gone, %s is next', (gone, next) => {
  expect(neighbour(order, new Set(gone))).toBe(next)
})
