import type { HourFigures, Monitoring } from '@trackmark/admin-api'
import { expect, test } from 'vitest'
import { barsOf, duration, pointsOf, progressOf, readMonitoringSearch } from './view-model.ts'

const figures = (patch: Partial<HourFigures> = {}): HourFigures => ({
  tracked: 0,
  ended: 0,
  itemsFailed: 0,
  cyclesFailed: 0,
  throttled: 0,
  throttledSeconds: 0,
  provisioned: 0,
  removed: 0,
  timed: 0,
  p50Seconds: null,
  p99Seconds: null,
  ...patch,
})

const monitored = (patch: Partial<Monitoring> = {}): Monitoring => ({
  from: '2026-01-04T10:00:00.000Z',
  to: '2026-01-05T09:00:00.000Z',
  trackCategorizedItems: true,
  mailboxes: { synchronized: 1, partial: 0, waiting: 0, failing: 0, off: 0 },
  categories: { provisioned: 3, removed: 2, pending: 1 },
  failing: { retrying: 0, givenUp: 0, writes: 0 },
  total: figures(),
  hours: [
    { hour: '2026-01-04T10:00:00.000Z', ...figures({ tracked: 2 }) },
    { hour: '2026-01-05T09:00:00.000Z', ...figures({ tracked: 3, p50Seconds: 2, p99Seconds: 9 }) },
  ],
  ...patch,
})

test('every hour has its bar, also where nothing happened', () => {
  const bars = barsOf(monitored())
  expect(bars).toHaveLength(24)
  expect([bars[0]!.of.tracked, bars[1]!.of.tracked, bars[23]!.of.tracked]).toEqual([2, 0, 3])
})

test('a long range is shown by several hours each, and loses nothing', () => {
  const bars = barsOf(monitored({ from: '2025-12-22T10:00:00.000Z' }))
  expect(bars.length).toBeLessThanOrEqual(84)
  expect(bars[0]!.hours).toBe(4)
  expect(bars.reduce((sum, bar) => sum + bar.of.tracked, 0)).toBe(5)
})

test('only hours with something measured have a point', () => {
  expect(pointsOf(monitored())).toEqual([
    { at: new Date('2026-01-05T09:00:00.000Z'), p50: 2, p99: 9 },
  ])
})

test('progress goes to where the category shall be', () => {
  expect(progressOf(monitored()).share).toBe(3 / 4)
  expect(progressOf(monitored({ trackCategorizedItems: false }))).toEqual({
    share: 2 / 5,
    words: 'Removed from 2 of 5 mailboxes',
  })
  const none = { provisioned: 0, removed: 0, pending: 0 }
  expect(progressOf(monitored({ categories: none })).share).toBe(1)
})

test('durations are told in their own unit', () => {
  expect([null, 1.25, 90, 7200].map(duration)).toEqual([
    'Nothing measured',
    '1.3 s',
    '1.5 min',
    '2 h',
  ])
  expect(readMonitoringSearch({ hours: 72 })).toEqual({ hours: 72 })
  expect(readMonitoringSearch({ hours: '72' })).toEqual({})
})
