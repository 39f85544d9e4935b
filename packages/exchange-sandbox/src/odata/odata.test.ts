import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SandboxError } from '../errors.ts'
import { matches } from './evaluate.ts'
import { parseFilter } from './filter.ts'
import { parseExpand, readQuery } from './query.ts'

const item: Readonly<Record<string, unknown>> = {
  subject: "O'Brien's plan",
  size: 10,
  sent: '2026-01-05T09:00:00Z',
  read: false,
  tags: ['Red', 'Blue'],
  from: { emailAddress: { address: 'a@b.c' } },
  nothing: null,
}
const test_ = (filter: string) => matches(parseFilter(filter), (name) => item[name])

test.each([
  ["subject eq 'O''Brien''s plan'", true],
  ['size gt 9 and size le 10', true],
  ['size eq 9 or not (read eq true)', true],
  ['read', false],
  ['sent eq 2026-01-05T10:00:00+01:00', true],
  ['sent lt 2026-01-05', false],
  ["tags/any(t:t eq 'Red')", true],
  ["tags/any(t:t eq 'red')", false],
  ["tags/all(t:startswith(t,'R') or t eq 'Blue')", true],
  ['tags/any()', true],
  ["from/emailAddress/address in ('x','a@b.c')", true],
  ['nothing eq null', true],
  ['nothing gt 1', false],
  ["tolower(subject) eq 'x' or contains(subject,'PLAN')", true],
  ["cast(size,Edm.String) eq '10'", true],
])('%s is %s', (filter, expected) => {
  expect(test_(filter)).toBe(expected)
})

test.each([
  '',
  'a eq',
  '(a eq 1',
  "a eq 'x",
  'a eq 1 b',
  'tags/any(t)',
  'frob(a)',
  'a like 1',
  '§',
])('the filter %s is refused with 400', (filter) => {
  expect(() => test_(filter)).toThrow(SandboxError)
})

test('no text does anything but parse or be refused', () => {
  const pieces = fc.constantFrom('a', ' eq ', "'x'", '(', ')', ' and ', '/any(', ':', '1', ',', '-')
  const law = fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
    try {
      parseFilter(parts.join(''))
    } catch (error) {
      expect(error).toBeInstanceOf(SandboxError)
    }
  })
  fc.assert(law)
})

test('options are read with the dollar sign, without it and with it encoded', () => {
  for (const text of ['$select=a,b&$top=5', 'select=a,b&top=5', '%24select=a,b&%24top=5']) {
    expect(readQuery(new URLSearchParams(text))).toMatchObject({ select: ['a', 'b'], top: 5 })
  }
  expect(() => readQuery(new URLSearchParams('$top=1&top=2'))).toThrow(/more than once/)
})

test('expansions nest; quotes and brackets hide commas and semicolons', () => {
  const [first, second] = parseExpand("a($filter=id eq 'x,(;y';$select=b,c),d")
  expect(first).toMatchObject({ name: 'a', query: { select: ['b', 'c'] } })
  expect(second?.name).toBe('d')
  expect(() => parseExpand('a(b')).toThrow(SandboxError)
})
