import { expect, test } from 'vitest'
import { instantOf, offsetInstantOf, optionalInstantOf, UnmappableError } from './times.ts'

const at = (dateTime: string, timeZone?: string) =>
  new Date(instantOf('start', { dateTime, timeZone })).toISOString()

test.each([
  ['2026-01-05T09:00:00.0000000', 'UTC', '2026-01-05T09:00:00.000Z'],
  ['2026-01-05T09:00:00.1239999', 'UTC', '2026-01-05T09:00:00.123Z'],
  ['2026-01-05', undefined, '2026-01-05T00:00:00.000Z'],
  ['2026-01-05T09:00:00', 'Pacific Standard Time', '2026-01-05T17:00:00.000Z'],
  ['2026-07-05T09:00:00', 'W. Europe Standard Time', '2026-07-05T07:00:00.000Z'],
  ['2026-07-05T09:00:00', 'Europe/Berlin', '2026-07-05T07:00:00.000Z'],
  ['2026-01-05T09:00:00', 'GMT Standard Time', '2026-01-05T09:00:00.000Z'],
  ['2026-01-05T09:00:00', 'India Standard Time', '2026-01-05T03:30:00.000Z'],
  ['2026-01-05T09:00:00', 'Line Islands Standard Time', '2026-01-04T19:00:00.000Z'],
  // The clocks of Berlin jump from 2:00 to 3:00; a time that never was is read as an hour later.
  ['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29T01:59:00', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-11-01T12:00:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
])('%s in %s is %s', (dateTime, timeZone, expected) => {
  expect(at(dateTime, timeZone)).toBe(expected)
})

test('[AC10] a year below 100 is that year, in any zone', () => {
  expect(at('0050-03-01T10:00:00', 'UTC')).toBe('0050-03-01T10:00:00.000Z')
  expect(at('0050-03-01T10:00:00', 'Etc/GMT-2')).toBe('0050-03-01T08:00:00.000Z')
})

test.each(['0001-01-01', '1601-01-01', '4501-01-01'])('[AC10] %s is no date', (day) => {
  const dateTime = `${day}T00:00:00.0000000`
  expect(
    optionalInstantOf('dueDateTime', { dateTime, timeZone: 'Pacific Standard Time' }),
  ).toBeNull()
  expect(offsetInstantOf('sentDateTime', `${day}T00:00:00Z`)).toBeNull()
})

test.each([
  ['2026-01-05T09:00:00', 'Middle Earth Standard Time', /start\.timeZone .* Middle Earth/],
  ['2026-02-30T09:00:00', 'UTC', /start\.dateTime/],
  ['2026-01-05T25:00:00', 'UTC', /start\.dateTime/],
  ['next Tuesday', 'UTC', /start\.dateTime/],
])('%s in %s is refused by name', (dateTime, timeZone, message) => {
  expect(() => at(dateTime, timeZone)).toThrow(UnmappableError)
  expect(() => at(dateTime, timeZone)).toThrow(message)
})

test('a date of year 1 is none', () => {
  expect(offsetInstantOf('originalStart', '0001-01-01T00:00:00Z')).toBeNull()
  expect(offsetInstantOf('originalStart', null)).toBeNull()
  expect(() => offsetInstantOf('originalStart', 'soon')).toThrow(/originalStart/)
})
