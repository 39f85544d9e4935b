import { ApiError } from '@trackmark/http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BatchItem, parseBatch } from './parse.ts'

const TYPE = 'multipart/mixed;boundary=b'

interface One {
  readonly method: string
  readonly headers: readonly string[]
  readonly body: string
}

const arbHeaders = fc.array(
  fc.constantFrom('Accept: application/json', 'If-Match: W/"1"', 'Prefer: return=representation'),
  { maxLength: 3 },
)
const arbRequest: fc.Arbitrary<One> = fc.oneof(
  fc.record({
    method: fc.constantFrom('GET', 'DELETE'),
    headers: arbHeaders,
    body: fc.constant(''),
  }),
  fc.record({
    method: fc.constantFrom('POST', 'PATCH'),
    headers: arbHeaders,
    body: fc
      .dictionary(fc.constantFrom('name', 'note'), fc.oneof(fc.string(), fc.integer()))
      .map((value) => JSON.stringify(value, null, 2)),
  }),
)
const arbItem = fc.oneof(
  arbRequest.map((one): readonly One[] => [one]),
  fc.array(arbRequest, { minLength: 1, maxLength: 3 }),
)
const arbItems = fc.array(fc.tuple(fc.boolean(), arbItem), { minLength: 1, maxLength: 4 })

const part = ({ method, headers, body }: One): string =>
  ['Content-Type: application/http', '', `${method} accounts HTTP/1.1`, ...headers, '', body].join(
    '\r\n',
  )
const wrap = (boundary: string, parts: readonly string[]): string =>
  `${parts.map((text) => `--${boundary}\r\n${text}\r\n`).join('')}--${boundary}--\r\n`
const written = (items: readonly (readonly [boolean, readonly One[]])[], newline: string): string =>
  wrap(
    'b',
    items.map(([isSet, requests]) =>
      isSet
        ? `Content-Type: multipart/mixed;boundary=c\r\n\r\n${wrap('c', requests.map(part))}`
        : part(requests[0]!),
    ),
  ).replaceAll('\r\n', newline)

function tried(text: string): readonly BatchItem[] | null {
  try {
    return parseBatch(TYPE, text)
  } catch (error) {
    expect(error).toBeInstanceOf(ApiError)
    return null
  }
}

test('a batch cut anywhere is refused, or its parts up to there are whole', () => {
  const law = fc.property(
    arbItems,
    fc.constantFrom('\r\n', '\n'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (items, newline, share) => {
      const text = written(items, newline)
      const all = parseBatch(TYPE, text)
      expect(all).toHaveLength(items.length)
      const found = tried(text.slice(0, Math.floor(text.length * share)))
      if (found !== null) expect(found).toEqual(all.slice(0, found.length))
    },
  )
  fc.assert(law, { numRuns: 1000 })
})

test('a batch without its last boundary is taken', () => {
  const law = fc.property(arbItems, (items) => {
    const text = written(items, '\r\n')
    expect(parseBatch(TYPE, text.slice(0, -'--b--\r\n'.length))).toEqual(parseBatch(TYPE, text))
  })
  fc.assert(law, { numRuns: 300 })
})

test('a change set without its own boundary is cut off', () => {
  const set = `Content-Type: multipart/mixed;boundary=c\r\n\r\n--c\r\n${part({ method: 'POST', headers: [], body: '{}' })}\r\n`
  for (const text of [`--b\r\n${set}--b--`, `--b\r\n${set}`]) {
    expect(() => parseBatch(TYPE, text)).toThrow('cut off')
  }
})

const withLength = (length: string, body = '{"name":"é"}') =>
  wrap('b', [part({ method: 'POST', headers: [`Content-Length: ${length}`], body })])

test.each(['13', '013', '13, 13', '12', '0'])('a Content-Length of %s is taken', (length) => {
  expect(parseBatch(TYPE, withLength(length))).toHaveLength(1)
})

test.each([
  ['200', 'cut off'],
  ['-1', 'whole number'],
  ['+13', 'whole number'],
  ['13.0', 'whole number'],
  ['1e1', 'whole number'],
  ['13, 12', 'whole number'],
  ['', 'whole number'],
])('a Content-Length of %j is refused', (length, said) => {
  expect(() => parseBatch(TYPE, withLength(length))).toThrow(said)
})
