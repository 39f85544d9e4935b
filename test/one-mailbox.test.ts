import { setTimeout as pause } from 'node:timers/promises'
import { startWorker } from '@trackmark/engine'
import type { Database } from '@trackmark/store'
import { beforeAll, expect, test } from 'vitest'
import { createWorld, MARK, openTestDatabase, received, type World } from './support/world.ts'

/** One mailbox's trouble is its own: while it lasts, the others are synchronized again and again. */

const PEOPLE = 5
const ROUNDS = 3

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})

/** What happens to requests about the first mailbox, once it is in trouble. */
type Trouble = (request: Request, until: Promise<void>) => Promise<Response> | Response

/** Headers, two megabytes, and then nothing until the end of the trouble. */
const slowBody: Trouble = (_request, until) => {
  let given = 0
  return new Response(
    new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        given += 1
        if (given > 32) {
          await until
          controller.error(new Error('reset'))
        } else controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    }),
  )
}

/** As many bytes as anybody reads. */
const hugeAnswer: Trouble = () =>
  new Response(
    new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        await pause(0)
        controller.enqueue(new Uint8Array(4 * 1024 * 1024).fill(32))
      },
    }),
  )

const noAnswer: Trouble = async (_request, until) => {
  await until
  throw new TypeError('fetch failed')
}

const storm: Trouble = () =>
  Response.json(
    { error: { code: 'ApplicationThrottled', message: '' } },
    { status: 429, headers: { 'retry-after': '0' } },
  )

async function deliverMarked(w: World): Promise<void> {
  for (const { address } of w.people) {
    const path = `/users/${address}/mailFolders/inbox/messages`
    const { body } = await w.graph('POST', path, received({ categories: [MARK] }))
    expect(body.id).toBeTruthy()
  }
}

const trackedOf = async (w: World) =>
  Object.fromEntries(
    (
      await w.rows(
        `select mailboxid, count(*) as n from sync.link
         where organizationid = $org and activityid is not null group by 1`,
      )
    ).map(({ mailboxid, n }) => [mailboxid, Number(n)]),
  )

test.each([
  ['bodies that never end', slowBody],
  ['huge answers', hugeAnswer],
  ['no answers', noAnswer],
  ['a storm of 429', storm],
])('[MB21] %s of one mailbox hold up no other', async (_name, trouble) => {
  let isTrouble = false
  let relieve = () => {}
  const until = new Promise<void>((resolve) => {
    relieve = resolve
  })
  let asked = 0
  const w = await createWorld({
    database,
    people: PEOPLE,
    wrapFetch: (inner) => async (request) => {
      const about = `${request.url} ${await request.clone().text()}`
      const isFirst = about.includes('person1%40') || about.includes('person1@')
      if (!isTrouble || !isFirst) return inner(request)
      asked += 1
      return trouble(request, until)
    },
  })
  await w.cycle()
  isTrouble = true
  const worker = startWorker(w.deps, {
    workerId: 'w',
    concurrency: 8,
    leaseMs: 300_000,
    pollMs: 1,
    sleep: (ms) => pause(ms),
  })
  const [first, ...others] = w.people.map(({ mailboxId }) => mailboxId)
  for (let round = 1; round <= ROUNDS; round++) {
    await deliverMarked(w)
    w.now += 1_000
    await database.query(`update sync.mailbox_schedule set dueat = $2 where organizationid = $1`, [
      w.organizationId,
      new Date(w.now).toISOString(),
    ])
    for (;;) {
      const tracked = await trackedOf(w)
      if (others.every((id) => tracked[id] === round)) break
      await pause(5)
    }
  }
  // All that time the first one was in trouble, and tried.
  expect(asked).toBeGreaterThan(0)
  expect((await trackedOf(w))[first!]).toBeUndefined()

  isTrouble = false
  relieve()
  await worker.stop()
  // What waited isn't lost.
  for (let tries = 0; tries < 10; tries++) {
    w.now += 60 * 60_000
    await w.cycle()
  }
  expect((await trackedOf(w))[first!]).toBe(ROUNDS)
})
