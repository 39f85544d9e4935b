import { expect, test } from 'vitest'
import { dueTime, relativeTime } from './time.ts'

const NOW = Date.UTC(2026, 10, 26, 12)

test.each([
  [0, 'just now'],
  [-4_000, 'just now'],
  [-30_000, '30 s ago'],
  [-99_000, '99 s ago'],
  [-5 * 60_000, '5 min ago'],
  [5 * 60_000, 'in 5 min'],
  [-3 * 3_600_000, '3 h ago'],
  [-2 * 86_400_000, '2 days ago'],
  [-30 * 86_400_000, '30 days ago'],
])('%i ms from now reads "%s"', (offset, text) => {
  expect(relativeTime(NOW + offset, NOW)).toBe(text)
})

test.each([
  [2_000, 'now'],
  [17_000, 'in 17 s'],
  [5 * 60_000, 'in 5 min'],
  [0, 'now'],
  [-17_000, 'now'],
  [-5 * 60_000, 'overdue by 5 min'],
  [-3 * 3_600_000, 'overdue by 3 h'],
])('what is due %i ms from now is due "%s"', (offset, text) => {
  expect(dueTime(NOW + offset, NOW)).toBe(text)
})
