import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile, ratios, spread } from './statistics.ts'

test('the median of an odd number is the middle one, of an even number lies between two', () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 })
  expect(spread([4, 1, 2, 3]).median).toBe(2.5)
})

test('quantiles lie between neighbours', () => {
  expect(quantile([0, 10, 20, 30], 0.99)).toBeCloseTo(29.7)
  expect(quantile([7], 0.5)).toBe(7)
})

test('a spread keeps its order', () => {
  const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 })
  const law = fc.property(values, (some) => {
    const { min, median, max } = spread(some)
    expect(min).toBeLessThanOrEqual(median)
    expect(median).toBeLessThanOrEqual(max)
  })
  fc.assert(law)
})

test('ratios are taken round by round', () => {
  expect(ratios([10, 30, 20], [20, 30, 10])).toEqual({ median: 1, min: 0.5, max: 2 })
})

test('nothing measured, or different numbers of rounds, is refused', () => {
  expect(() => spread([])).toThrow(/no values/)
  expect(() => ratios([1], [1, 2])).toThrow(/as many/)
})
