import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANSWER_BYTES_MAX, endsOfPages } from './bytes.ts'

test('numbered pages end where the limit of bytes cuts them, one after the other', () => {
  const rows = fc.array(fc.integer({ min: 1, max: ANSWER_BYTES_MAX * 2 }), { maxLength: 40 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 10 }), (bytes, size) => {
      const ends = [0, ...endsOfPages(bytes, size), bytes.length]
      for (const [index, begin] of ends.slice(0, -1).entries()) {
        const page = bytes.slice(begin, ends[index + 1])
        const next = bytes[ends[index + 1]!]
        const sum = page.reduce((all, one) => all + one, 0)
        expect(page.length).toBeLessThanOrEqual(size)
        // The first row is always given.
        if (page.length > 1) expect(sum).toBeLessThanOrEqual(ANSWER_BYTES_MAX)
        // No page ends before it has to.
        if (next !== undefined && page.length < size) {
          expect(sum + next).toBeGreaterThan(ANSWER_BYTES_MAX)
        }
      }
    }),
  )
})
