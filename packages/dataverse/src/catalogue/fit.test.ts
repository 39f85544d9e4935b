import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittingText } from './fit.ts'

const fit = (logicalName: string, maxLength: number | null, text: string) =>
  fittingText({ logicalName, maxLength }, text)

test('[AC9] a text longer than its column is cut there, a link is left out, a file keeps its kind', () => {
  expect(fit('subject', 5, 'subject')).toBe('subje')
  expect(fit('subject', 7, 'subject')).toBe('subject')
  expect(fit('subject', 2, 'a😀b')).toBe('a')
  expect(fit('subject', 3, 'a😀b')).toBe('a😀')
  expect(fit('description', null, 'x'.repeat(9000))).toHaveLength(9000)
  expect(fit('exchangeweblink', 10, 'https://outlook.example/')).toBeNull()
  expect(fit('filename', 10, 'a long report.pdf')).toBe('a long.pdf')
  expect(fit('filename', 10, 'no extension at all')).toBe('no extensi')
})

test('[AC9] what is cut fits, begins as the whole text does, and is well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(20), (text, length) => {
      const short = fit('subject', length, text)!
      expect(short.length).toBeLessThanOrEqual(length)
      expect(text.startsWith(short)).toBe(true)
      expect(short.isWellFormed()).toBe(true)
      expect(fit('subject', length, short)).toBe(short)
    }),
  )
})
