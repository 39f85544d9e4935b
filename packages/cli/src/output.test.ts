import { expect, test } from 'vitest'
import { due } from './output.ts'

const NOW = Date.UTC(2026, 10, 30, 12)

test.each([
  [20_000, 'in 20 seconds'],
  [0, 'now'],
  [-17_000, 'now'],
  [-180_000, 'overdue by 3 minutes'],
])('what is due %i ms from now reads "%s"', (offset, text) => {
  expect(due(new Date(NOW + offset).toISOString(), NOW)).toBe(text)
})

test('what is never due reads as a dash', () => {
  expect(due(null, NOW)).toBe('-')
})
