import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  minutesOf,
  timeIn,
  timeText,
  weekday,
  weekStart,
} from './days.ts'

test('days are counted over months, leap years and changes of the clock', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect([weekday('2026-11-26'), weekStart('2026-11-29')]).toEqual([3, '2026-11-23'])
})

test('a month that is too short ends earlier', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
})

test('an instant is another day elsewhere', () => {
  const instant = new Date('2026-07-01T23:30:00Z')
  expect([dayIn('Europe/Vienna', instant), timeIn('Europe/Vienna', instant)]).toEqual([
    '2026-07-02',
    '01:30',
  ])
  expect(dayIn('America/Toronto', instant)).toBe('2026-07-01')
  expect(timeIn('UTC', new Date('2026-07-01T00:05:00Z'))).toBe('00:05')
})

test('minutes and times of day', () => {
  expect([minutesOf('09:30'), timeText(570), timeText(0)]).toEqual([570, '09:30', '00:00'])
})
