import { expect, test } from 'vitest'
import { type Lane, Turns } from './turns.ts'

/** The order in which callers that wait get their turns. */
async function order(lanes: readonly Lane[]): Promise<string[]> {
  const turns = new Turns()
  const end = await turns.take('engine')
  const got: string[] = []
  const all = lanes.map(async (lane, index) => {
    const pass = await turns.take(lane)
    got.push(`${lane} ${index}`)
    pass()
  })
  end()
  await Promise.all(all)
  return got
}

test('many of one lane never keep the other waiting for more than one of them', async () => {
  const got = await order(['engine', 'engine', 'engine', 'requests', 'requests'])
  expect(got).toEqual(['requests 3', 'engine 0', 'requests 4', 'engine 1', 'engine 2'])
})

test('health goes first, and takes nobody’s turn', async () => {
  const got = await order(['engine', 'requests', 'health'])
  expect(got).toEqual(['health 2', 'requests 1', 'engine 0'])
})

test('one at a time, in whatever order they come', async () => {
  const turns = new Turns()
  let inside = 0
  let most = 0
  const lanes: readonly Lane[] = ['engine', 'requests', 'health']
  const some = Array.from({ length: 60 }, async (_, n) => {
    const pass = await turns.take(lanes[n % 3]!)
    inside += 1
    most = Math.max(most, inside)
    await Promise.resolve()
    inside -= 1
    pass()
  })
  await Promise.all(some)
  expect(most).toBe(1)
  // And free again.
  ;(await turns.take('engine'))()
})
