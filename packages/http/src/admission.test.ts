import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Admission, type AdmissionLimits } from './admission.ts'
import { ApiError } from './errors.ts'

const LIMITS: AdmissionLimits = {
  atOnce: 4,
  atOncePerCaller: 2,
  all: 12,
  perCaller: 6,
  waitMs: 600_000,
}

const refusal = (entering: Promise<unknown>): Promise<unknown> =>
  entering.then(
    () => null,
    (error: unknown) =>
      error instanceof ApiError ? [error.status, Number(error.headers['Retry-After']) > 0] : error,
  )

/** Enters many times, and notes the order in which they are let in. */
function crowd(admission: Admission) {
  const order: string[] = []
  const leaves = new Map<string, () => void>()
  return {
    order,
    come: (caller: string, count: number) => {
      for (let n = 0; n < count; n++) {
        void admission.enter(caller).then((leave) => {
          order.push(caller)
          leaves.set(`${caller} ${order.filter((one) => one === caller).length}`, leave)
        })
      }
    },
    leave: async (name: string) => {
      leaves.get(name)!()
      await pause(0)
    },
  }
}

test('a caller who sends many requests delays their own alone', async () => {
  const { order, come, leave } = crowd(new Admission(LIMITS))
  come('eve', 6)
  come('ada', 2)
  await pause(0)
  expect(order).toEqual(['eve', 'eve', 'ada', 'ada'])
  come('bob', 1)
  await leave('ada 1')
  await leave('eve 1')
  expect(order.slice(4)).toEqual(['bob', 'eve'])
})

test('turns go round the callers', async () => {
  const { order, come, leave } = crowd(new Admission({ ...LIMITS, atOnce: 1 }))
  come('eve', 4)
  come('ada', 2)
  come('bob', 1)
  await pause(0)
  for (const name of ['eve 1', 'ada 1', 'bob 1', 'eve 2', 'ada 2', 'eve 3']) await leave(name)
  expect(order).toEqual(['eve', 'ada', 'bob', 'eve', 'ada', 'eve', 'eve'])
})

test('too many of one are refused with 429, too many of all with 503', async () => {
  const admission = new Admission(LIMITS)
  const { come } = crowd(admission)
  come('eve', 6)
  expect(await refusal(admission.enter('eve'))).toEqual([429, true])
  come('bob', 6)
  expect(await refusal(admission.enter('ada'))).toEqual([503, true])
})

test('a request that waits too long, or whose client disconnects, gives up its place', async () => {
  const admission = new Admission({ ...LIMITS, atOnce: 1, perCaller: 2, waitMs: 20 })
  const leave = await admission.enter('eve')
  expect(await refusal(admission.enter('eve'))).toEqual([503, true])
  const client = new AbortController()
  const waiting = refusal(admission.enter('eve', client.signal))
  client.abort()
  expect(await waiting).toEqual([503, true])
  leave()
  leave()
  const again = await admission.enter('eve')
  again()
})

test('after requests came and went in any order the limits are as before', async () => {
  const admission = new Admission(LIMITS)
  const run = Array.from({ length: 200 }, async (_, n) => {
    const client = new AbortController()
    if (n % 5 === 0) setTimeout(() => client.abort(), n % 7)
    await pause(n % 11)
    const leave = await admission.enter(`caller ${n % 9}`, client.signal).catch(() => null)
    await pause(n % 3)
    leave?.()
  })
  await Promise.all(run)
  const leaves = await Promise.all(
    Array.from({ length: 4 }, (_, n) => admission.enter(`caller ${n}`)),
  )
  for (const leave of leaves) leave()
})
