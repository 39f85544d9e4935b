import { type Database, listFailures, readMonitoring, retryFailures } from '@trackmark/store'
import { beforeAll, describe, expect, test } from 'vitest'
import { createWorld, MARK, openTestDatabase, received, type World } from './support/world.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})

const FAILED = 'Tracked to Dynamics 365 (Undeliverable)'
const MINUTE = 60_000
const path = (w: World, id: string) => `/users/${w.people[0]!.address}/messages/${id}`

async function deliver(w: World, categories: string[]): Promise<string> {
  const { body } = await w.graph(
    'POST',
    `/users/${w.people[0]!.address}/mailFolders/inbox/messages`,
    received({ categories }),
  )
  return body.id
}

/** Two people, and a server that can't read messages whole while `broken`. */
async function brokenWorld() {
  const state = { broken: true }
  const w = await createWorld({
    database,
    wrapFetch: (inner) => async (request) => {
      const text = request.method === 'POST' ? await request.clone().text() : ''
      if (!state.broken || !text.includes('attachments')) return inner(request)
      const { requests } = JSON.parse(text) as { requests: { id: string }[] }
      const body = { error: { code: 'ErrorItemCorrupt', message: 'no' } }
      return Response.json({ responses: requests.map(({ id }) => ({ id, status: 400, body })) })
    },
  })
  return { w, state, id: await givenUp(w) }
}

const failures = (w: World) =>
  listFailures(database, w.organizationId, {
    section: 'incoming',
    userId: w.people[0]!.userId,
    limit: 10,
  })
const tryNow = async (w: World) =>
  retryFailures(database, w.organizationId, await failures(w), w.now)
const categories = async (w: World, id: string): Promise<string[]> =>
  (await w.graph('GET', path(w, id))).body.categories

/** A message whose reading fails until the fault is lifted, tried for as long as it is tried. */
async function givenUp(w: World): Promise<string> {
  await w.cycle()
  const id = await deliver(w, [MARK, 'Blue category'])
  for (let n = 0; n < 8; n++) {
    await w.cycle()
    w.now += 16 * MINUTE
  }
  expect(await failures(w)).toMatchObject([{ itemKey: id, state: 'givenUp' }])
  expect(await categories(w, id)).toEqual(['Blue category', FAILED])
  return id
}

describe('trying again at once', () => {
  test('[TR16] what was given up is tracked, gets the mark back and loses Undeliverable', async () => {
    const { w, state, id } = await brokenWorld()
    state.broken = false
    expect(await tryNow(w)).toBe(1)
    await w.cycle()
    expect(await w.rows('select * from crm.email where organizationid = $org')).toHaveLength(1)
    expect(await failures(w)).toEqual([])
    await w.cycle()
    expect((await categories(w, id)).sort()).toEqual(['Blue category', MARK])
    for (let n = 0; n < 3; n++) await w.cycle()
    const [link] = await w.rows('select * from sync.link where organizationid = $org')
    expect(link).toMatchObject({ state: 'linked', mark: 'seen', pendingend: null })
    expect(link.trail.map((one: { seen: string }) => one.seen)).toContain(
      'given up after 6 tries: ErrorItemCorrupt',
    )
  })

  test('[TR16] failing once more gives up again, with the category as it was', async () => {
    const { w, id } = await brokenWorld()
    expect(await tryNow(w)).toBe(1)
    await w.cycle()
    expect(await failures(w)).toMatchObject([{ state: 'givenUp' }])
    expect(await categories(w, id)).toEqual(['Blue category', FAILED])
  })

  test('[TR16] an item that wears neither category any more is left alone', async () => {
    const { w, state, id } = await brokenWorld()
    state.broken = false
    await w.graph('PATCH', path(w, id), { categories: ['Blue category'] })
    await tryNow(w)
    for (let n = 0; n < 2; n++) await w.cycle()
    expect(await failures(w)).toEqual([])
    expect(await w.rows('select * from crm.email where organizationid = $org')).toEqual([])
    expect(await categories(w, id)).toEqual(['Blue category'])
  })
})

test('[CY13] an hour’s numbers tell what was tracked, and how long after its mark', async () => {
  const w = await createWorld({ database })
  const old = await deliver(w, [MARK])
  await w.cycle()
  w.now += 5_000
  const id = await deliver(w, [])
  await w.cycle()
  await w.graph('PATCH', path(w, id), { categories: [MARK] })
  w.now += 6_500
  await w.cycle()
  await w.graph('PATCH', path(w, old), { categories: [] })
  await w.cycle()
  const { hours } = await readMonitoring(database, w.organizationId, 0)
  const sum = (pick: (hour: (typeof hours)[0]) => number) =>
    hours.reduce((all, hour) => all + pick(hour), 0)
  expect(sum((hour) => hour.tracked)).toBe(2)
  expect(sum((hour) => hour.ended)).toBe(1)
  expect(sum((hour) => hour.provisioned)).toBe(2)
  // The one marked before it was first listed isn't timed: nobody knows since when.
  expect(hours.flatMap(({ latency }) => latency.flatMap((n, at) => (n > 0 ? [at] : [])))).toEqual([
    4,
  ])
})
