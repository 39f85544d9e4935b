import { expect, test } from 'vitest'
import { dateRange } from './date-range.ts'
import type { DateFunction } from './types.ts'

/** A Tuesday. */
const NOW = Date.parse('2026-03-31T13:45:30.500Z')

const range = (name: DateFunction, value: number | null = null) => {
  const { from, to } = dateRange(name, value, NOW)
  return [from, to].map((at) => (at === null ? null : new Date(at).toISOString()))
}

test.each<[DateFunction, number | null, string | null, string | null]>([
  ['Today', null, '2026-03-31T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ['ThisWeek', null, '2026-03-29T00:00:00.000Z', '2026-04-05T00:00:00.000Z'],
  ['LastMonth', null, '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  ['NextYear', null, '2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z'],
  ['Last7Days', null, '2026-03-24T00:00:00.000Z', '2026-03-31T13:45:30.501Z'],
  ['Next7Days', null, '2026-03-31T13:45:30.500Z', '2026-04-08T00:00:00.000Z'],
  ['LastXMonths', 1, '2026-02-28T00:00:00.000Z', '2026-03-31T13:45:30.501Z'],
  ['NextXMonths', 1, '2026-03-31T13:45:30.500Z', '2026-05-01T00:00:00.000Z'],
  ['OlderThanXYears', 2, null, '2024-03-31T00:00:00.000Z'],
  ['OlderThanXMinutes', 5, null, '2026-03-31T13:40:30.500Z'],
  ['ThisFiscalPeriod', null, '2026-01-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ['LastFiscalPeriod', null, '2025-10-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ['NextFiscalYear', null, '2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z'],
  ['LastXFiscalYears', 2, '2024-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ['LastXFiscalYears', 1950, '0076-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ['NextXFiscalPeriods', 2, '2026-04-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z'],
  ['NextXFiscalPeriods', 2_147_483_647, '2026-04-01T00:00:00.000Z', null],
  ['On', NOW, '2026-03-31T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ['LastXYears', 2_000_000_000, null, '2026-03-31T13:45:30.501Z'],
  ['NextXHours', 2_147_483_647, '2026-03-31T13:45:30.500Z', null],
  ['OlderThanXDays', 2_000_000_000, null, '0001-01-01T00:00:00.000Z'],
  ['OnOrBefore', Date.parse('9999-12-31T00:00:00Z'), null, null],
])('%s %s is from %s to %s', (name, value, from, to) => {
  expect(range(name, value)).toEqual([from, to])
})
