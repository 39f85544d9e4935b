import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Address, formatAddress, INBOX, type Place, parseAddress } from './place.ts'

const text = fc.string({ minLength: 1 })
const maybe = fc.option(text)
const day = fc.option(fc.constantFrom('2026-02-28', '2027-01-01'))
const places: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ area: fc.constant('mail' as const), folder: text, message: maybe }),
  fc.record({
    area: fc.constant('calendar' as const),
    view: fc.option(fc.constantFrom('week' as const, 'month' as const, 'agenda' as const)),
    day,
    event: maybe,
  }),
  maybe.chain((list) =>
    fc.record({
      area: fc.constant('tasks' as const),
      list: fc.constant(list),
      task: list === null ? fc.constant(null) : maybe,
    }),
  ),
  fc.record({ area: fc.constant('people' as const), address: maybe }),
)

test('every place has an address that leads back to it', () => {
  fc.assert(
    fc.property(places, (place) => {
      const address: Address = { person: 'ada@contoso.example', place }
      expect(parseAddress(formatAddress(address))).toEqual(address)
    }),
  )
})

test.each([
  ['', null, INBOX],
  ['#/', null, INBOX],
  ['#/Ada@contoso.example', 'ada@contoso.example', INBOX],
  ['#/ada@contoso.example/nowhere/x', 'ada@contoso.example', INBOX],
  ['#/a/mail/%E0%A4', 'a', { area: 'mail', folder: '%E0%A4', message: null }],
  ['#/a/calendar/week/soon', 'a', { area: 'calendar', view: 'week', day: null, event: null }],
])('%s', (hash, person, place) => {
  expect(parseAddress(hash)).toEqual({ person, place })
})

test('addresses are readable', () => {
  const person = 'ada@contoso.example'
  expect(formatAddress({ person, place: INBOX })).toBe('#/ada@contoso.example/mail/inbox')
})
