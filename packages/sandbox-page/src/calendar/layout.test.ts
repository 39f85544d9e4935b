import { expect, test } from 'vitest'
import type { CalendarEvent } from '../api/wire.ts'
import { blocksOn, eventsOn, isInHeader, monthOf, weekOf } from './layout.ts'

const event = (subject: string, start: string, end: string, isAllDay = false) =>
  ({
    subject,
    isAllDay,
    start: { dateTime: `2026-11-${start}:00.0000000`, timeZone: 'UTC' },
    end: { dateTime: `2026-11-${end}:00.0000000`, timeZone: 'UTC' },
  }) as CalendarEvent

const shown = (events: readonly CalendarEvent[], day: string) =>
  blocksOn(events, `2026-11-${day}`).map(
    ({ event: { subject }, from, to, column, columns }) =>
      `${subject} ${from}-${to} ${column + 1}/${columns}`,
  )

test('events that overlap stand side by side, others have the day for themselves', () => {
  const events = [
    event('a', '26T09:00', '26T10:00'),
    event('b', '26T09:30', '26T11:00'),
    event('c', '26T10:00', '26T10:30'),
    event('d', '26T12:00', '26T13:00'),
  ]
  expect(shown(events, '26')).toEqual([
    'a 540-600 1/2',
    'b 570-660 2/2',
    'c 600-630 1/2',
    'd 720-780 1/1',
  ])
})

test('one past midnight is on both days, one until midnight on one', () => {
  const events = [event('late', '26T23:00', '27T01:00'), event('even', '26T20:00', '27T00:00')]
  expect(shown(events, '26')).toEqual(['even 1200-1440 1/2', 'late 1380-1440 2/2'])
  expect(shown(events, '27')).toEqual(['late 0-60 1/1'])
})

test('a short one is drawn long enough to be read', () => {
  expect(shown([event('s', '26T23:50', '26T23:55')], '26')).toEqual(['s 1410-1440 1/1'])
})

test('all day is above the hours, and only on its days', () => {
  const trip = event('trip', '26T00:00', '28T00:00', true)
  expect(isInHeader(trip)).toBe(true)
  expect(isInHeader(event('conference', '26T09:00', '27T17:00'))).toBe(true)
  expect(shown([trip], '26')).toEqual([])
  const days = ['25', '26', '27', '28'].filter((day) => eventsOn([trip], `2026-11-${day}`).length)
  expect(days).toEqual(['26', '27'])
  expect(eventsOn([event('point', '26T00:00', '26T00:00')], '2026-11-26')).toHaveLength(1)
})

test('weeks begin with Monday, months show whole weeks', () => {
  expect(weekOf('2026-11-29')).toEqual(expect.arrayContaining(['2026-11-23', '2026-11-29']))
  expect(monthOf('2026-11-15')[0]).toBe('2026-10-26')
  expect(monthOf('2026-11-15')).toHaveLength(42)
})
