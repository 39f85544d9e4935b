import fc from 'fast-check'
import { expect, test } from 'vitest'
import { histogramOf, LATENCY_BOUNDS_MS, latencyMs, percentileMs } from './monitoring.ts'

const someTimes = fc.array(fc.integer({ min: 0, max: LATENCY_BOUNDS_MS.at(-1)! * 2 }), {
  minLength: 1,
  maxLength: 200,
})

test('[CY13] bounds rise, and every time is in one bucket', () => {
  expect([...LATENCY_BOUNDS_MS].sort((a, b) => a - b)).toEqual(LATENCY_BOUNDS_MS)
  expect(new Set(LATENCY_BOUNDS_MS).size).toBe(LATENCY_BOUNDS_MS.length)
  fc.assert(
    fc.property(someTimes, (times) => {
      const counts = histogramOf(times)
      expect(counts).toHaveLength(LATENCY_BOUNDS_MS.length + 1)
      expect(counts.reduce((sum, count) => sum + count)).toBe(times.length)
    }),
  )
})

test('[CY13] a percentile lies in the bucket of the time it stands for, whichever process counted it', () => {
  fc.assert(
    fc.property(someTimes, someTimes, fc.constantFrom(0.5, 0.9, 0.99, 1), (a, b, share) => {
      const summed = histogramOf(a).map((count, at) => count + histogramOf(b)[at]!)
      expect(percentileMs(summed, share)).toBe(percentileMs(histogramOf([...a, ...b]), share))
      const sorted = [...a, ...b].sort((x, y) => x - y)
      const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
      const found = percentileMs(summed, share)!
      const upper = LATENCY_BOUNDS_MS.find((bound) => exact <= bound) ?? LATENCY_BOUNDS_MS.at(-1)!
      const lower = LATENCY_BOUNDS_MS.findLast((bound) => bound < exact) ?? 0
      expect(found).toBeGreaterThanOrEqual(Math.min(lower, upper))
      expect(found).toBeLessThanOrEqual(upper)
    }),
  )
})

test('[CY13] where nothing was counted there is no percentile; clocks apart make no time negative', () => {
  expect(percentileMs(histogramOf([]), 0.5)).toBeNull()
  expect(percentileMs([], 0.5)).toBeNull()
  expect(latencyMs(2_000, 1_000)).toBe(0)
})
