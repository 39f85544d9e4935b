import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbFilter, arbQuery, email } from '../../test/arbitrary.ts'
import { formatFilter, formatQuery } from './format.ts'
import { parseQuery } from './query.ts'

test('a query is read back from the pairs it is written as', () => {
  const law = fc.property(arbQuery, (query) => {
    expect(parseQuery(email, formatQuery(query))).toEqual({ ok: true, query })
  })
  fc.assert(law, { numRuns: 500 })
})

test('a query is read back from its percent-encoded text', () => {
  const law = fc.property(arbQuery, (query) => {
    const encoded = formatQuery(query)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&')
    fc.pre(encoded.isWellFormed())
    expect(parseQuery(email, encoded)).toEqual({ ok: true, query })
  })
  fc.assert(law, { numRuns: 300 })
})

const words = [
  'subject',
  'statecode',
  '_ownerid_value',
  'createdon',
  ' eq ',
  ' ne ',
  ' in ',
  ' and ',
  ' or ',
  'not ',
  '(',
  ')',
  ',',
  "'",
  "'a'",
  'null',
  '5',
  '2026-01-31',
  'contains(',
  '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
] as const

const arbNearFilter = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

/** A valid condition with a few characters taken out, put in or exchanged. */
const arbDamaged = fc
  .tuple(arbFilter, fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ...words)), { maxLength: 3 }))
  .map(([tree, damages]) =>
    damages.reduce((text, [at, piece]) => {
      const i = at % (text.length + 1)
      return text.slice(0, i) + piece + text.slice(i + 1)
    }, formatFilter(tree)),
  )

test('no condition, however damaged, makes the parser throw; a fault lies inside the text', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), arbNearFilter, arbDamaged)
  const law = fc.property(
    fc.constantFrom('$filter', '$select', '$orderby'),
    texts,
    (name, text) => {
      const result = parseQuery(email, [[name, text]])
      if (result.ok) {
        // What was accepted means the same when it is written in our own way.
        expect(parseQuery(email, formatQuery(result.query))).toEqual(result)
        return
      }
      expect(result.error.message.length).toBeLessThan(500)
      expect(result.error.position ?? 0).toBeLessThanOrEqual(text.length)
    },
  )
  fc.assert(law, { numRuns: 5000 })
})

test('no query string makes the parser throw', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('$filter=', '$top=', '&', '%', '%41', '+', '=', '?', 'x'), {
        maxLength: 20,
      })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(typeof parseQuery(email, text).ok).toBe('boolean')
    }),
    { numRuns: 3000 },
  )
})
