import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTimestamp } from './values.ts'

const YEAR_1 = -62_135_596_800_000
const YEAR_10000 = 253_402_300_800_000

/** As PostgreSQL writes it in UTC: no zeros at the end of a fraction, and none at all for zero. */
function written(instant: number, microseconds: number): string {
  const iso = new Date(instant).toISOString()
  const fraction = `${iso.slice(20, 23)}${String(microseconds).padStart(3, '0')}`.replace(/0+$/, '')
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${fraction === '' ? '' : `.${fraction}`}+00`
}

test('an instant written in UTC is read back, whatever its fraction', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: YEAR_1, max: YEAR_10000 - 1 }),
      fc.oneof(fc.constant(0), fc.nat(999)),
      (instant, microseconds) => {
        expect(parseTimestamp(written(instant, microseconds))).toBe(instant)
      },
    ),
    { numRuns: 5_000 },
  )
})

test.each([
  ['2026-01-05 09:00:00+00', '2026-01-05T09:00:00.000Z'],
  ['2026-01-05 09:00:00.5+00', '2026-01-05T09:00:00.500Z'],
  ['2026-01-05 09:00:00.123456+00', '2026-01-05T09:00:00.123Z'],
  ['2026-01-05 09:00:00.12+05:30', '2026-01-05T03:30:00.120Z'],
  ['1891-01-05 09:00:00-00:09:21', '1891-01-05T09:09:21.000Z'],
  ['0076-03-01 00:00:00+00', '0076-03-01T00:00:00.000Z'],
  ['10000-01-01 00:00:00+01', '9999-12-31T23:00:00.000Z'],
  ['0001-12-31 23:30:00+00 BC', '0000-12-31T23:30:00.000Z'],
])('%s is %s', (text, iso) => {
  expect(new Date(parseTimestamp(text)).toISOString()).toBe(iso)
})

test.each(['', 'x', '2026-01-05', '2026-01-05 09:00:0x+00', '2026-01-05 09:00:00.+00'])(
  '"%s" is no timestamp',
  (text) => {
    expect(() => parseTimestamp(text)).toThrow(TypeError)
  },
)
