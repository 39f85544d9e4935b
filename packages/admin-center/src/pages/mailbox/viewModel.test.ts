import { expect, test } from 'vitest'
import { cycleBars, readSearch } from './viewModel.ts'

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
