import fc from 'fast-check'
import { expect, test } from 'vitest'
import { semaphore } from './semaphore.ts'

test('[MB9] however much is asked at once, no more than the permits run, and all of it runs', async () => {
  const works = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), fails: fc.boolean() }))
  const law = fc.asyncProperty(works, fc.scheduler(), async (list, scheduler) => {
    const permits = semaphore(4)
    let [running, most, ran] = [0, 0, 0]
    const all = list.map(({ weight, fails }, at) =>
      permits
        .hold(weight, async () => {
          running += Math.min(weight, 4)
          most = Math.max(most, running)
          await scheduler.schedule(Promise.resolve(), `work ${at}`)
          running -= Math.min(weight, 4)
          ran += 1
          if (fails) throw new Error('refused')
        })
        .catch(() => {}),
    )
    await scheduler.waitFor(Promise.all(all))
    expect(most).toBeLessThanOrEqual(4)
    expect(ran).toBe(list.length)
    expect(permits.idle).toBe(true)
  })
  await fc.assert(law, { numRuns: 50 })
})
