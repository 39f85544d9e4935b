import { expect, test } from 'vitest'
import { barLabels, cycleBars, readSearch, resultOf, shownLabels } from './view-model.ts'

test('a tab that is none is left out', () => {
  expect(readSearch({ tab: 'items' })).toEqual({ tab: 'items' })
  expect(readSearch({ tab: 'nothing' })).toEqual({})
})

test('a chart shows the last sixty cycles, the oldest of them first', () => {
  const cycles = Array.from({ length: 70 }, (_, n) => ({
    startedOn: new Date(Date.UTC(2026, 0, 1) - n * 60_000).toISOString(),
    durationMs: n * 1000,
    itemsProcessed: 0,
    itemsFailed: 0,
    ok: true,
  }))
  const bars = cycleBars(cycles)
  expect(bars).toHaveLength(60)
  expect([bars[0]!.seconds, bars.at(-1)!.seconds]).toEqual([59, 0])
})

const bars = (count: number, stepMs: number) =>
  Array.from({ length: count }, (_, n) => ({
    at: new Date(new Date(2026, 10, 30, 11, 16).getTime() + n * stepMs),
    seconds: 1,
    ok: true,
  }))

test.each([
  [60, 120_000, '11:16', '11:36'],
  [60, 2_000, '11:16:00', '11:16:20'],
  [40, 7_200_000, 'Nov 30, 11:16', 'Dec 1, 01:16'],
  [1, 0, '11:16', undefined],
])('%i cycles, one each %i ms: labels %s, %s', (count, step, first, second) => {
  const labels = barLabels(bars(count, step))
  expect(new Set(labels).size).toBe(count)
  const shown = shownLabels(labels)
  expect(shown.length).toBeLessThanOrEqual(6)
  expect(shown.slice(0, 2)).toEqual([first, second].filter((one) => one !== undefined))
})

test('cycles of one second have bars of their own', () => {
  expect(new Set(barLabels(bars(5, 100))).size).toBe(5)
})

test('a cycle that went through tells items that failed', () => {
  const cycle = { startedOn: '', durationMs: 1, itemsProcessed: 3, ok: true }
  const results = [0, 1, 2].map((itemsFailed) => resultOf({ ...cycle, itemsFailed }))
  expect(results).toEqual(['Succeeded', '1 item failed', '2 items failed'])
  expect(resultOf({ ...cycle, itemsFailed: 0, ok: false })).toBe('Failed')
})
