import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entriesAfter, newLog, record } from './change-log.ts'

const here = (seq: number, key: string) => ({ seq, key, gone: null })
const gone = (seq: number, item: string) => ({
  seq,
  key: `old-${item}`,
  gone: { reason: 'deleted' as const, item, id: `old-${item}` },
})

test('reading after any position gives the newest of each key that changed since, in order', () => {
  const law = fc.property(
    fc.array(fc.record({ item: fc.nat(5), leaves: fc.boolean() }), { maxLength: 400 }),
    fc.nat(400),
    (changes, position) => {
      const log = newLog()
      const newest = new Map<string, number>()
      changes.forEach(({ item, leaves }, index) => {
        const name = `item-${item}`
        const entry = leaves ? gone(index + 1, name) : here(index + 1, name)
        record(log, entry)
        if (leaves) newest.delete(name)
        newest.set(entry.key, entry.seq)
      })
      const expected = [...newest.values()].filter((seq) => seq > position).sort((a, b) => a - b)
      expect([...entriesAfter(log, position)].map(({ seq }) => seq)).toEqual(expected)
    },
  )
  fc.assert(law)
})

test('the log of one item that changes for ever stays small', () => {
  const log = newLog()
  for (let seq = 1; seq <= 10_000; seq += 1) record(log, here(seq, 'a'))
  expect(log.entries.length).toBeLessThan(100)
})

test('tombstones beyond the limit are let go from the oldest, and the floor tells so', () => {
  const log = newLog()
  const forgotten: string[] = []
  for (let seq = 1; seq <= 20_001; seq += 1) forgotten.push(...record(log, gone(seq, String(seq))))
  expect(forgotten).toHaveLength(10_000)
  expect(log.floor).toBe(10_000)
  expect([...entriesAfter(log, 0)][0]?.seq).toBe(10_001)
})
