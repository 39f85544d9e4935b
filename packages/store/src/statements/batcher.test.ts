import { expect, test } from 'vitest'
import { createBatcher } from './batcher.ts'

interface Turn {
  readonly jobs: readonly number[]
  end(): void
  fail(): void
}

function lab(
  lanes = 1,
  fits: (group: readonly number[], next: number) => boolean = () => true,
  linger?: () => Promise<void>,
) {
  const turns: Turn[] = []
  const submit = createBatcher<number, string>({
    lanes,
    fits,
    linger,
    run: (jobs) =>
      new Promise((resolve, reject) => {
        const outcome = (job: number): PromiseSettledResult<string> =>
          job < 0
            ? { status: 'rejected', reason: new Error(`job ${job}`) }
            : { status: 'fulfilled', value: `done ${job}` }
        turns.push({
          jobs,
          end: () => resolve(jobs.map(outcome)),
          fail: () => reject(new Error('all')),
        })
      }),
  })
  return { turns, submit }
}

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

test('the first job starts at once; jobs that come meanwhile go together afterwards', async () => {
  const { turns, submit } = lab()
  const results = [submit(1), submit(2), submit(3)]
  expect(turns.map(({ jobs }) => jobs)).toEqual([[1]])
  turns[0]!.end()
  await settle()
  expect(turns.map(({ jobs }) => jobs)).toEqual([[1], [2, 3]])
  turns[1]!.end()
  expect(await Promise.all(results)).toEqual(['done 1', 'done 2', 'done 3'])
})

test('one job that fails fails alone', async () => {
  const { turns, submit } = lab()
  const first = submit(1)
  const others = [submit(-2), submit(3)]
  turns[0]!.end()
  await first
  await settle()
  turns[1]!.end()
  await expect(others[0]).rejects.toThrow('job -2')
  expect(await others[1]).toBe('done 3')
})

test('a group that fails as a whole fails its jobs, and the next group runs', async () => {
  const { turns, submit } = lab()
  const first = submit(1)
  const second = submit(2)
  turns[0]!.fail()
  await expect(first).rejects.toThrow('all')
  await settle()
  turns[1]!.end()
  expect(await second).toBe('done 2')
})

test('a job that does not fit waits for a later group and keeps its place', async () => {
  const even = (group: readonly number[], next: number) => (group[0]! + next) % 2 === 0
  const { turns, submit } = lab(1, even)
  const results = [1, 2, 3, 4, 6].map(submit)
  for (let turn = 0; turn < 3; turn++) {
    turns[turn]!.end()
    await settle()
  }
  expect(turns.map(({ jobs }) => jobs)).toEqual([[1], [2, 4, 6], [3]])
  await Promise.all(results)
})

test('no more groups run than there are lanes', () => {
  const { turns, submit } = lab(2)
  for (const job of [1, 2, 3, 4]) void submit(job)
  expect(turns.map(({ jobs }) => jobs)).toEqual([[1], [2]])
})

test('a job that finds a lane free waits for others; jobs that waited for a lane do not', async () => {
  let over = () => {}
  const linger = () => new Promise<void>((resolve) => (over = resolve))
  const { turns, submit } = lab(1, undefined, linger)
  for (const job of [1, 2]) void submit(job)
  await settle()
  expect(turns).toEqual([])
  over()
  await settle()
  for (const job of [3, 4]) void submit(job)
  turns[0]!.end()
  await settle()
  expect(turns.map(({ jobs }) => jobs)).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('a job that lingers goes when a group before it ends', async () => {
  let over = () => {}
  const linger = () => new Promise<void>((resolve) => (over = resolve))
  const { turns, submit } = lab(2, undefined, linger)
  void submit(1)
  over()
  await settle()
  void submit(2)
  await settle()
  turns[0]!.end()
  await settle()
  expect(turns.map(({ jobs }) => jobs)).toEqual([[1], [2]])
  over()
  await settle()
  expect(turns).toHaveLength(2)
})
