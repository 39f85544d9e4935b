import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fill, tableText, widthOf, wrap } from './terminal.ts'

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')
const widest = (text: string): number => Math.max(...text.split('\n').map(widthOf))

const word = fc.stringMatching(/^[a-zäß漢é]{1,14}$/)
const sentence = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(' '))

test('lines break between words, and stay within the width', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 30, max: 100 }), (text, width) => {
      const lines = wrap(text, width)
      expect(lines.join(' ')).toBe(text)
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width)
    }),
    { numRuns: 30 },
  )
})

test('no word of a table is broken or lost, whatever the width', () => {
  const row = fc.array(sentence, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(row), fc.integer({ min: 40, max: 120 }), (rows, width) => {
      const text = tableText(['NAME', 'STATE', 'ALERTS', 'LAST ERROR'], rows, width)
      const shown = words(text).map((one) => one.replace(/:$/, ''))
      for (const one of rows.flat().flatMap(words)) expect(shown).toContain(one)
      expect(widest(text)).toBeLessThanOrEqual(width)
    }),
    { numRuns: 30 },
  )
})

test('what goes on stands below its beginning', () => {
  expect(fill('A:\n  one two three four five six', 20)).toBe('A:\n  one two three four\n  five six')
  expect(fill('short\n', 20)).toBe('short\n')
  expect(fill('one two three four five six', null)).toBe('one two three four five six')
})

test('a table that fits is as it was, one that does not gives its texts more lines', () => {
  const head = ['NAME', 'STATE', 'LAST ERROR']
  const rows = [
    ['ada@contoso.example', 'failing', 'The mailbox cannot be reached; Trackmark keeps trying.'],
    ['bob@contoso.example', 'synchronized', ''],
  ]
  expect(tableText(head, rows, null)).toBe(
    `NAME                 STATE         LAST ERROR
ada@contoso.example  failing       The mailbox cannot be reached; Trackmark keeps trying.
bob@contoso.example  synchronized`,
  )
  expect(tableText(head, rows, 65)).toBe(
    `NAME                 STATE         LAST ERROR
ada@contoso.example  failing       The mailbox cannot be reached;
                                   Trackmark keeps trying.
bob@contoso.example  synchronized`,
  )
  expect(tableText(head, rows, 40)).toBe(
    `ada@contoso.example
  STATE: failing
  LAST ERROR: The mailbox cannot be
  reached; Trackmark keeps trying.

bob@contoso.example
  STATE: synchronized`,
  )
})

test('a subject moves no cursor', () => {
  const text = tableText(['KIND', 'SUBJECT'], [['message', 'Offer\u001b[2J\r\n\u202Egone']], null)
  expect(text).toBe('KIND     SUBJECT\nmessage  Offer [2J gone')
})

test('letters of East Asia take two columns, marks none', () => {
  expect([widthOf('abc'), widthOf('漢字'), widthOf('e\u0301')]).toEqual([3, 4, 1])
})
