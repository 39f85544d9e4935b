import { expect, test } from 'vitest'
import { ALERT, outdatedBy } from './alerts.ts'

test('[AL1] what one alert closes closes it in turn, and never itself', () => {
  for (const code of Object.values(ALERT)) {
    expect(outdatedBy(code)).not.toContain(code)
    for (const old of outdatedBy(code)) expect(outdatedBy(old)).toContain(code)
  }
  expect(outdatedBy(ALERT.categoryRemoved)).toEqual([ALERT.categoryEnabled])
  expect(outdatedBy(ALERT.bulkEnd)).toEqual([])
})
