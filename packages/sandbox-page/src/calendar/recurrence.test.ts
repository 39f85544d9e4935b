import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ENDINGS,
  formOf,
  inWords,
  once,
  REPEATS,
  type Repeating,
  recurrenceOf,
  WEEKDAYS,
} from './recurrence.ts'

const DAY = '2026-11-26'
const ZONE = 'Europe/Vienna'
const forms: fc.Arbitrary<Repeating> = fc.record({
  repeats: fc.constantFrom(...REPEATS),
  interval: fc.integer({ min: 1, max: 99 }),
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  ending: fc.constantFrom(...ENDINGS),
  until: fc.constant('2027-05-01'),
  times: fc.integer({ min: 1, max: 200 }),
})

test('what a form says comes back from what Graph keeps', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const kept = recurrenceOf(form, DAY, ZONE)
      const back = formOf(kept, DAY)
      expect(back && recurrenceOf(back, DAY, ZONE)).toEqual(kept)
    }),
  )
})

test('an event that is no series gets sensible fields to begin with', () => {
  expect(formOf(null, DAY)).toEqual(once(DAY))
  expect(once(DAY)).toMatchObject({ repeats: 'never', days: ['thursday'], until: '2027-01-21' })
})

test('a pattern without fields for it is left alone', () => {
  const range = { type: 'noEnd', startDate: DAY } as const
  expect(formOf({ pattern: { type: 'relativeMonthly', interval: 1 }, range }, DAY)).toBeNull()
})

test.each([
  [{ ...once(DAY), repeats: 'daily', interval: 2, ending: 'noEnd' }, 'Repeats every 2 days'],
  [{ ...once(DAY), repeats: 'weekly' }, 'Repeats every week on Thursday, 8 times'],
  [
    { ...once(DAY), repeats: 'monthly', ending: 'endDate' },
    'Repeats on day 26 of every month, until 21 Jan 2027',
  ],
] as const)('%j', (form, words) => {
  expect(inWords(recurrenceOf(form, DAY, ZONE)!)).toBe(words)
})
