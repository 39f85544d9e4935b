import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryEnabled } from './alerts.ts'
import { DatabaseAwayError, SyncError } from './errors.ts'
import {
  awayBackOffMs,
  backOffMs,
  cadenceMs,
  EXCHANGE_CADENCE,
  ITEM_TRIES_MAX,
  parkAgain,
  pauseAfterFailure,
} from './policy.ts'
import type { Park } from './types.ts'

const MINUTE = 60_000
const failure = { code: 'X', reason: 'r', retryAfterMs: null }

describe('policy', () => {
  test('[TR13] an item is tried five more times, 15 minutes apart, then given up', () => {
    let park: Park | null = null
    for (let n = 1; n <= ITEM_TRIES_MAX; n++) {
      park = parkAgain(park, failure, 1000)
      expect(park).toMatchObject({ tries: n, nextTryAt: 1000 + 15 * MINUTE })
    }
    park = parkAgain(park, failure, 1000)
    expect(park.nextTryAt).toBeNull()
    expect(parkAgain(park, failure, 1000)).toMatchObject({ tries: 1 })
  })

  test('[TR13] a longer Retry-After binds', () => {
    const park = parkAgain(null, { ...failure, retryAfterMs: 60 * MINUTE }, 0)
    expect(park.nextTryAt).toBe(60 * MINUTE)
  })

  test('[CY6] pauses of a failing mailbox grow to an hour and never end', () => {
    const pauses = Array.from({ length: 50 }, (_, n) => backOffMs(n + 1, null, 0))
    expect(pauses[0]).toBe(MINUTE)
    for (let n = 1; n < pauses.length; n++) {
      expect(pauses[n]!).toBeGreaterThanOrEqual(pauses[n - 1]!)
      expect(pauses[n]!).toBeLessThanOrEqual(60 * MINUTE)
    }
  })

  test('[CY22] after the database was away a mailbox never waits for more than a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 5_000].map((failures) => awayBackOffMs(failures) / 1_000)).toEqual([
      5, 10, 20, 40, 60, 60, 60,
    ])
  })

  test('[CY6] [CY22] a refusal is probed slowly from the start, and a failure of ours is retried at once', () => {
    const minutes = (error: SyncError, failures: number) =>
      pauseAfterFailure(error, failures, 0, 1) / MINUTE
    expect(minutes(new SyncError('mailbox', 'retry', 'busy'), 1)).toBe(1)
    expect(minutes(new SyncError('mailbox', 'refused', 'refused'), 1)).toBe(15)
    expect(minutes(new SyncError('mailbox', 'refused', 'refused'), 7)).toBe(60)
    expect(minutes(new DatabaseAwayError(), 1) * 60).toBe(5)
    expect(
      minutes(new SyncError('mailbox', 'retry', 'busy', { retryAfterMs: 30 * MINUTE }), 1),
    ).toBe(30)
  })

  test('[CY7] Retry-After binds whatever the policy says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 0, max: 9e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, retryAfterMs, random) => {
          expect(backOffMs(failures, retryAfterMs, random)).toBeGreaterThanOrEqual(retryAfterMs)
        },
      ),
    )
  })

  test('[CY5] a busy mailbox is read every 2 minutes, a quiet one at least every 12', () => {
    expect(cadenceMs(0, EXCHANGE_CADENCE, 0, 0)).toBe(2 * MINUTE)
    expect(cadenceMs(1000, EXCHANGE_CADENCE, 0, 0)).toBe(12 * MINUTE)
    expect(cadenceMs(0, EXCHANGE_CADENCE, 5, 0)).toBe(5 * MINUTE)
  })

  test('[CL1] alert A1 to the letter', () => {
    expect(categoryEnabled('Ada Lovelace', 1)).toMatchObject({
      level: 'information',
      text: 'Outlook Category "Tracked To Dynamics 365" has been enabled for the mailbox Ada Lovelace as the OrgDBOrgSetting is enabled. Use this Outlook category to track emails, appointments and tasks.',
    })
  })
})
