import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInstant } from './instant.ts'

test.each([
  ['2026-01-31', '2026-01-31T00:00:00.000Z'],
  ['2026-01-31T08:00Z', '2026-01-31T08:00:00.000Z'],
  ['2026-01-31T08:00:05Z', '2026-01-31T08:00:05.000Z'],
  ['2026-01-31T08:00:05.1234567Z', '2026-01-31T08:00:05.123Z'],
  ['2026-01-31T08:00:00+01:30', '2026-01-31T06:30:00.000Z'],
  ['2026-01-31T23:30:00-01:00', '2026-02-01T00:30:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['0050-03-01', '0050-03-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
])('%s is %s', (text, instant) => {
  expect(parseInstant(text)).toBe(instant)
})

test.each([
  '2026-02-29',
  '2026-02-30T00:00:00Z',
  '2026-13-01',
  '2026-00-01',
  '0000-01-01',
  '2026-01-31T24:00:00Z',
  '2026-01-31T08:60:00Z',
  '2026-01-31T08:00:00',
  '2026-01-31T08:00:00+15:00',
  '9999-12-31T23:59:59-01:00',
  '0001-01-01T00:00:00+01:00',
  '12026-01-31',
  '2026-01-31 08:00Z',
])('%s is no instant', (text) => {
  expect(parseInstant(text)).toBeNull()
})

test('every instant of these ten thousand years is read back from its ISO text', () => {
  const dates = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseInstant(date.toISOString())).toBe(date.toISOString())
    }),
  )
})
