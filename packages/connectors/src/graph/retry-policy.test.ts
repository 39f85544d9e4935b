import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cappedWait, cutWaitNote, nextTry, parseRetryAfter } from './retry-policy.ts'

const limits = { triesMax: 3, waitMsMax: 5_000 }
const half = () => 0.5

test('[MB6] waiting as told uses up no try', () => {
  const next = nextTry(2_000, { failures: 99, waitedMs: 0 }, limits, half)
  expect(next).toEqual({ kind: 'wait', ms: 2_000, countsAsTry: false })
})

test('[MB6] a Retry-After that the budget can no longer hold is passed on, not shortened', () => {
  expect(nextTry(5_001, { failures: 1, waitedMs: 0 }, limits, half)).toEqual({ kind: 'giveUp' })
  expect(nextTry(3_000, { failures: 1, waitedMs: 2_001 }, limits, half)).toEqual({ kind: 'giveUp' })
})

test('[MB7] without a header the pause doubles, with jitter, and tries are bounded', () => {
  const pause = (failures: number, dice: number) =>
    nextTry(null, { failures, waitedMs: 0 }, limits, () => dice)
  expect(pause(1, 0)).toEqual({ kind: 'wait', ms: 200, countsAsTry: true })
  expect(pause(1, 0.99)).toEqual({ kind: 'wait', ms: 398, countsAsTry: true })
  expect(pause(2, 0)).toEqual({ kind: 'wait', ms: 400, countsAsTry: true })
  expect(pause(3, 0)).toEqual({ kind: 'giveUp' })
})

test('[MB6] whatever a server says, the waits of one call end', () => {
  const retryAfter = fc.option(fc.nat({ max: 10_000 }), { nil: null })
  const law = fc.property(fc.infiniteStream(retryAfter), (told) => {
    let [failures, waitedMs, rounds] = [0, 0, 0]
    for (const one of told) {
      const next = nextTry(one, { failures: failures + 1, waitedMs }, limits, half)
      if (next.kind === 'giveUp') break
      if (next.countsAsTry) failures += 1
      waitedMs += next.ms
      expect(next.ms).toBeGreaterThanOrEqual(one ?? 0)
      expect(++rounds).toBeLessThanOrEqual(60)
    }
    expect(waitedMs).toBeLessThanOrEqual(limits.waitMsMax)
  })
  fc.assert(law)
})

test('[CY21] a wait is cut to an hour, and said', () => {
  const days = 2_000_000_000
  expect(cappedWait(days)).toBe(3_600_000)
  expect(cappedWait(parseRetryAfter('9'.repeat(400), 0))).toBe(3_600_000)
  expect(cappedWait(3_600_000)).toBe(3_600_000)
  expect(cappedWait(null)).toBeNull()
  expect(cutWaitNote(days)).toBe(
    ' It asked to be left alone for 23 days; it is asked again within 60 minutes all the same.',
  )
  expect(cutWaitNote(7_200_000)).toContain('for 2 hours;')
  expect(cutWaitNote(3_600_000)).toBe('')
  expect(cutWaitNote(null)).toBe('')
})

test('Retry-After is read in seconds and as a date', () => {
  const now = Date.UTC(2026, 0, 5, 9)
  expect(parseRetryAfter('120', now)).toBe(120_000)
  expect(parseRetryAfter(' 0 ', now)).toBe(0)
  expect(parseRetryAfter('Mon, 05 Jan 2026 09:00:10 GMT', now)).toBe(10_000)
  expect(parseRetryAfter('Mon, 05 Jan 2026 08:00:00 GMT', now)).toBe(0)
  expect(parseRetryAfter('soon', now)).toBeNull()
  expect(parseRetryAfter(null, now)).toBeNull()
})
