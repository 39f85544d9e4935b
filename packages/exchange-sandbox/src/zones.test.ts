import { expect, test } from 'vitest'
import { formatDateTime, toIana, toUtcMs } from './zones.ts'

test('Windows names, IANA names and any case lead to an IANA zone', () => {
  expect(toIana('W. Europe Standard Time')).toBe('Europe/Berlin')
  expect(toIana('pacific standard time')).toBe('America/Los_Angeles')
  expect(toIana('Europe/Kyiv')).toBe('Europe/Kyiv')
  expect(toIana('America/Ciudad_Juarez')).toBe('America/Ciudad_Juarez')
  expect(toIana('FLE Standard Time')).toBe('Europe/Kyiv')
  expect(toIana('Kamchatka Standard Time')).toBe('Asia/Kamchatka')
  expect(toIana('Mountain Standard Time (Mexico)')).toBe('America/Mazatlan')
  expect(toIana('tzone://Microsoft/Utc')).toBe('UTC')
  expect(toIana('UTC')).toBe('UTC')
})

test('a name that is no zone gives null', () => {
  for (const name of ['', 'Customized Time Zone', 'Mars/Olympus', '+05:00', '../../etc', 'GMT+1']) {
    expect(toIana(name), name).toBeNull()
  }
})

test('a wall time becomes the instant its zone gives it in summer and in winter', () => {
  const at = (dateTime: string, timeZone: string) =>
    new Date(toUtcMs({ dateTime, timeZone })).toISOString()
  expect(at('2026-01-05T09:00:00.0000000', 'Europe/Berlin')).toBe('2026-01-05T08:00:00.000Z')
  expect(at('2026-07-05T09:00:00', 'W. Europe Standard Time')).toBe('2026-07-05T07:00:00.000Z')
  expect(at('2026-07-05T09:00', 'UTC')).toBe('2026-07-05T09:00:00.000Z')
  expect(at('2026-07-05T09:00:00Z', 'Pacific Standard Time')).toBe('2026-07-05T09:00:00.000Z')
  expect(at('2026-07-05T09:00:00+02:00', 'UTC')).toBe('2026-07-05T07:00:00.000Z')
})

test('an hour that the clock skips counts forward and one that it repeats is the first', () => {
  const at = (dateTime: string) =>
    new Date(toUtcMs({ dateTime, timeZone: 'Europe/Berlin' })).toISOString()
  expect(at('2026-03-29T02:30:00')).toBe('2026-03-29T01:30:00.000Z')
  expect(at('2026-10-25T02:30:00')).toBe('2026-10-25T00:30:00.000Z')
})

test('an absent zone is UTC', () => {
  expect(toUtcMs({ dateTime: '1970-01-01T00:00:01', timeZone: null })).toBe(1000)
})

test('a malformed value or an unknown zone is refused by name', () => {
  const bad = [
    '',
    'tomorrow',
    '2026-02-30T10:00:00',
    '2026-01-05',
    '2026-13-01T00:00:00',
    '2026-02-30T10:00:00Z',
    '1T1Z',
  ]
  for (const dateTime of bad) {
    expect(() => toUtcMs({ dateTime, timeZone: 'UTC' }), dateTime).toThrow(
      `Malformed dateTime '${dateTime}'`,
    )
  }
  expect(() => toUtcMs({ dateTime: '2026-01-05T09:00:00', timeZone: 'Nowhere' })).toThrow(
    "Unknown time zone 'Nowhere'",
  )
})

test('an instant is written with seven fraction digits in the zone asked for', () => {
  const utcMs = Date.UTC(2026, 0, 5, 8, 0, 0, 120)
  expect(formatDateTime(utcMs, 'W. Europe Standard Time')).toEqual({
    dateTime: '2026-01-05T09:00:00.1200000',
    timeZone: 'W. Europe Standard Time',
  })
  expect(formatDateTime(0, 'UTC').dateTime).toBe('1970-01-01T00:00:00.0000000')
  expect(() => formatDateTime(0, 'Nowhere')).toThrow("Unknown time zone 'Nowhere'")
})
