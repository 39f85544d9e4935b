import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Effects, isWithoutEffect, joinEffects, NO_EFFECTS } from './effects.ts'
import { link } from './fixtures.test-support.ts'

const part = fc.record(
  {
    links: fc.array(fc.string().map((key) => link({ key }))),
    doneWrites: fc.array(fc.string()),
    relist: fc.boolean(),
    hierarchy: fc.option(fc.string()),
    bulkQuestion: fc.constantFrom('asked' as const, 'over' as const, null),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Effects>>

test('[CY2] joining effects is associative, and no effects change nothing', () => {
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      const all = joinEffects(a, b, c)
      expect(joinEffects(joinEffects(a, b), c)).toEqual(all)
      expect(joinEffects(a, joinEffects(b, c))).toEqual(all)
      expect(joinEffects(NO_EFFECTS, a)).toEqual(joinEffects(a))
      expect(joinEffects(a, NO_EFFECTS)).toEqual(joinEffects(a))
    }),
  )
})

test('[CY2] a join keeps everything of every part, in its order', () => {
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const joined = joinEffects(...parts)
      expect(joined.links).toEqual(parts.flatMap(({ links }) => links ?? []))
      expect(joined.doneWrites).toEqual(parts.flatMap(({ doneWrites }) => doneWrites ?? []))
      expect(joined.relist).toBe(parts.some(({ relist }) => relist))
      const answers = parts.flatMap(({ bulkQuestion }) => bulkQuestion ?? [])
      expect(joined.bulkQuestion).toBe(answers.at(-1) ?? null)
    }),
  )
})

test('[CY2] whether there is anything to write is asked of every key', () => {
  expect(isWithoutEffect(joinEffects())).toBe(true)
  expect(isWithoutEffect(joinEffects({ hierarchy: 'memory' }))).toBe(false)
  expect(isWithoutEffect(joinEffects({ relist: true }))).toBe(false)
  for (const [key, nothing] of Object.entries(NO_EFFECTS)) {
    const something = Array.isArray(nothing) ? ['x'] : nothing === false ? true : 'x'
    expect(isWithoutEffect({ ...NO_EFFECTS, [key]: something })).toBe(false)
  }
})
