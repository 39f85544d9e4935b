import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCreateOnly, isKnown, isOtherVersion, versionTest } from './preconditions.ts'

const match = (value: string) => versionTest(new Headers({ 'if-match': value }))
const noneMatch = (value: string) => versionTest(new Headers({ 'if-none-match': value }))

const opaque = fc.stringMatching(/^[\x21\x23-\x7e]{0,12}$/)
const space = fc.constantFrom('', ' ', '\t', '  ')
const member = fc.tuple(space, fc.constantFrom('', 'W/'), opaque, space)

test('a list of tags holds its members and no others', () => {
  const law = fc.property(
    fc.array(fc.option(member), { minLength: 1, maxLength: 6 }),
    opaque,
    (members, other) => {
      const text = members
        .map((one) => (one === null ? ' ' : `${one[0]}${one[1]}"${one[2]}"${one[3]}`))
        .join(',')
      const tags = members.flatMap((one) => (one === null ? [] : [one[2]]))
      for (const tag of tags) {
        expect([match(text)(tag), noneMatch(text)(tag)]).toEqual([true, false])
      }
      const isThere = tags.includes(other)
      expect([match(text)(other), noneMatch(text)(other)]).toEqual([isThere, !isThere])
    },
  )
  fc.assert(law, { numRuns: 300 })
})

test.each([
  ['*', 7, true],
  [' * ', 7, true],
  ['W/"7"', 7, true],
  ['"7"', 7, true],
  ['W/"6", W/"7"', 7, true],
  [',, W/"7" ,', 7, true],
  ['"6,7"', 7, false],
  ['"6,7"', '6,7', true],
  ['w/"7"', 7, false],
  ['W/"7" W/"8"', 7, false],
  ['7', 7, false],
  ['null', 7, false],
  ['', 7, false],
])('If-Match: %s lets version %s be written: %s', (text, version, expected) => {
  expect(match(text)(version)).toBe(expected)
})

test('an unreadable If-None-Match has no effect', () => {
  // Microsoft's own samples send this with every request.
  expect(noneMatch('null')(7)).toBe(true)
  expect(isCreateOnly(new Headers({ 'if-none-match': 'null' }))).toBe(false)
  expect(isCreateOnly(new Headers({ 'if-none-match': '*' }))).toBe(true)
})

test('a read with the current etag is recognized', () => {
  const headers = new Headers({ 'if-none-match': 'W/"5", W/"7"' })
  expect([isKnown(headers, 'W/"7"'), isKnown(headers, '"6"')]).toEqual([true, false])
  expect(isOtherVersion(new Headers({ 'if-match': '"6"' }), 'W/"7"')).toBe(true)
  expect(isOtherVersion(new Headers(), 'W/"7"')).toBe(false)
})
