import { expect, test } from 'vitest'
import { grouped, groupOf, listTime } from './dates.ts'

const TODAY = '2026-11-26'

test.each([
  ['2026-11-27', 'today'],
  ['2026-11-26', 'today'],
  ['2026-11-25', 'yesterday'],
  ['2026-11-23', 'thisWeek'],
  ['2026-11-22', 'lastWeek'],
  ['2026-11-16', 'lastWeek'],
  ['2026-11-15', 'older'],
])('%s stands under %s', (day, group) => {
  expect(groupOf(day, TODAY)).toBe(group)
})

test('days are those of the mailbox, not of the clock they were sent by', () => {
  const rows = [{ receivedDateTime: '2026-11-25T23:30:00Z' }]
  expect(grouped(rows, 'Europe/Vienna', TODAY)[0]?.group).toBe('today')
  expect(grouped(rows, 'UTC', TODAY)[0]?.group).toBe('yesterday')
})

test.each([
  ['2026-11-26T08:05:00Z', '08:05'],
  ['2026-11-25T08:05:00Z', 'Wed 08:05'],
  ['2026-10-05T08:05:00Z', 'Mon 5 Oct'],
  ['2025-10-05T08:05:00Z', '5 Oct 2025'],
])('%s is shown as %s', (instant, text) => {
  expect(listTime(instant, 'UTC', TODAY)).toBe(text)
})
