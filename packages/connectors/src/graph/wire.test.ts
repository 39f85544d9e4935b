import { SyncError } from '@trackmark/core'
import { expect, test } from 'vitest'
import { failure, MAILBOX, type Reply, scripted } from '../../test/scripted.ts'

const LIST: Reply = { body: { value: [] } }

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('every request carries immutable ids, a request id and the token', async () => {
  const graph = scripted(() => LIST)
  await graph.port.categories.list()
  await graph.port.items.light([{ kind: 'message', key: 'a', folder: 'f' }])
  for (const trip of graph.trips) {
    expect(trip.headers.get('authorization')).toBe('Bearer token-1')
    expect(trip.headers.get('client-request-id')).toMatch(UUID_4)
  }
  for (const one of graph.asked) expect(one.headers.get('prefer')).toContain('IdType="ImmutableId"')
})

test('[MB6] tries are not used up while Retry-After has not passed', async () => {
  // There are more refusals than tries, each with a short Retry-After.
  const graph = scripted((_, nth) =>
    nth <= 4 ? failure(429, 'ApplicationThrottled', { 'retry-after': '1' }) : LIST,
  )
  expect(await graph.port.categories.list()).toEqual([])
  expect(graph.slept).toEqual([1_000, 1_000, 1_000, 1_000])
})

test('[MB6] a Retry-After longer than the budget is passed on at once, whole', async () => {
  const graph = scripted(() => failure(429, 'ApplicationThrottled', { 'retry-after': '300' }))
  const error = await graph.port.categories.list().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ remedy: 'wait', retryAfterMs: 300_000 })
  expect(graph.slept).toEqual([])
})

test('[MB6] until Retry-After has passed no other request goes to that mailbox', async () => {
  const graph = scripted((_, nth) =>
    nth === 1 ? failure(429, 'ApplicationThrottled', { 'retry-after': '300' }) : LIST,
  )
  await expect(graph.port.categories.list()).rejects.toThrow(SyncError)
  // A port that is opened again, as in the next cycle, shares the mailbox's state.
  const again = graph.connector.open(MAILBOX.toUpperCase())
  graph.pass(100_000)
  await expect(again.categories.delete('c')).rejects.toMatchObject({ retryAfterMs: 200_000 })
  expect(graph.trips).toHaveLength(1)
  // The limit of one mailbox doesn't affect another.
  expect(await graph.connector.open('omar@northwind.example').categories.list()).toEqual([])
  graph.pass(200_000)
  expect(await again.categories.list()).toEqual([])
})

test('[CY21] told to wait for days it waits an hour, unless a person asks', async () => {
  const throttled = failure(429, 'ApplicationThrottled', { 'retry-after': '2000000' })
  const graph = scripted((_, nth) => (nth === 1 || nth === 3 ? throttled : LIST))
  const error = await graph.port.categories.list().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ retryAfterMs: 3_600_000, remedy: 'wait' })
  expect(String(error)).toContain('It asked to be left alone for 23 days;')
  graph.pass(3_590_000)
  await expect(graph.port.categories.list()).rejects.toMatchObject({ retryAfterMs: 10_000 })
  graph.pass(10_000)
  expect(await graph.port.categories.list()).toEqual([])
  await expect(graph.port.categories.list()).rejects.toThrow(SyncError)
  const asked = graph.connector.open(MAILBOX, { isAsked: true })
  expect(await asked.categories.list()).toEqual([])
})

test('[MB6] a throttled part of a batch waits and is asked again alone', async () => {
  const graph = scripted((one, nth) =>
    one.path.includes('/b?') && nth < 4
      ? failure(429, 'ApplicationThrottled', { 'Retry-After': '2' })
      : message('x'),
  )
  const refs = ['a', 'b', 'c'].map((key) => ({ kind: 'message' as const, key, folder: 'f' }))
  const outcomes = await graph.port.items.light(refs)
  expect(outcomes.map((one) => one.ok)).toEqual([true, true, true])
  expect(graph.asked).toHaveLength(4)
  expect(graph.slept).toEqual([2_000])
})

test('[MB6] a part told to wait long keeps its Retry-After, and the others their answers', async () => {
  const graph = scripted((one) =>
    one.path.includes('/b?')
      ? failure(429, 'ApplicationThrottled', { 'retry-after': '120' })
      : message('x'),
  )
  const refs = ['a', 'b', 'c'].map((key) => ({ kind: 'message' as const, key, folder: 'f' }))
  const [a, b, c] = await graph.port.items.light(refs)
  expect([a!.ok, c!.ok]).toEqual([true, true])
  expect(b).toMatchObject({
    ok: false,
    error: { retryAfterMs: 120_000, remedy: 'wait' },
  })
})

test('[MB7] failures of the moment are tried three times, then told', async () => {
  const graph = scripted(() => failure(503, 'serviceNotAvailable'))
  await expect(graph.port.categories.list()).rejects.toMatchObject({
    remedy: 'outage',
    answer: expect.stringContaining('503'),
  })
  expect(graph.trips).toHaveLength(3)
  expect(graph.slept).toEqual([300, 600])
})

test('[MB7] a request without an answer is tried again', async () => {
  const graph = scripted((_, nth) => {
    if (nth === 1) throw new TypeError('fetch failed')
    return LIST
  })
  expect(await graph.port.categories.list()).toEqual([])
  expect(graph.reports.map(({ status }) => status)).toEqual([0, 200])
})

test('[MB7] an answer that never comes ends with the deadline', async () => {
  const late = new AbortController()
  const graph = scripted(
    () => {
      queueMicrotask(() => late.abort(new Error('too late')))
      return new Promise<Reply>(() => {})
    },
    { deadline: () => late.signal, limits: { triesMax: 1 } },
  )
  await expect(graph.port.categories.list()).rejects.toMatchObject({
    remedy: 'outage',
    answer: null,
  })
})

test('[MB7] a batch that comes back without a part asks for that part again', async () => {
  let dropped = 0
  const graph = scripted(() => message('x'))
  const { fetch } = graph.options
  const lossy = scripted(() => LIST, {
    fetch: async (request) => {
      const answer = await fetch(request)
      const body = (await answer.json()) as { responses: { id: string }[] }
      const kept = body.responses.filter(({ id }) => id !== '1' || dropped++ > 0)
      return Response.json({ responses: kept })
    },
  })
  const refs = ['a', 'b'].map((key) => ({ kind: 'message' as const, key, folder: 'f' }))
  const outcomes = await lossy.port.items.light(refs)
  expect(outcomes.map((one) => one.ok)).toEqual([true, true])
  expect(graph.asked).toHaveLength(3)
})

test('[MB11] a refused token is renewed once; a second refusal stops the mailbox', async () => {
  const refused: (string | undefined)[] = []
  const tokens = {
    token: async (old?: string) => {
      refused.push(old)
      return old === undefined ? 'token-1' : 'token-2'
    },
  }
  const expired = (token: string) => (one: { headers: Headers }) =>
    one.headers.get('authorization') === `Bearer ${token}`
      ? failure(401, 'InvalidAuthenticationToken')
      : LIST
  const first = scripted(expired('token-1'), { tokens })
  expect(await first.port.categories.list()).toEqual([])
  expect(refused).toEqual([undefined, 'token-1'])

  const both = scripted(() => failure(401, 'InvalidAuthenticationToken'), { tokens })
  await expect(both.port.categories.list()).rejects.toMatchObject({
    scope: 'mailbox',
    remedy: 'refused',
  })
  expect(both.trips).toHaveLength(2)
})

test('[MB11] a page of a gateway in place of JSON is told as such, without its text', async () => {
  const graph = scripted(() => ({ body: '<html>secret of the gateway</html>' }))
  const error = await graph.port.categories.list().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ remedy: 'outage' })
  expect(String(error)).toMatch(/category list .* can't be understood/)
  expect(String(error)).not.toContain('secret')
})

test('[MB9] a batch of four or more has the mailbox for itself', async () => {
  let running = 0
  let most = 0
  const graph = scripted(async (one) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    return one.inBatch ? message('x') : LIST
  })
  const refs = Array.from({ length: 25 }, (_, at) => ({
    kind: 'message' as const,
    key: `k${at}`,
    folder: 'f',
  }))
  await Promise.all([
    graph.port.items.light(refs),
    ...Array.from({ length: 12 }, () => graph.port.categories.list()),
    graph.connector.open(MAILBOX).items.light(refs),
  ])
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(4)
})

test('reports tell paths without ids', async () => {
  const graph = scripted(() => message('x'))
  await graph.port.items.light([{ kind: 'message', key: 'secret-id', folder: 'f' }])
  expect(graph.reports.map(({ pathTemplate, isPart }) => [pathTemplate, isPart])).toEqual([
    ['/$batch', false],
    ['/users/{}/messages/{}', true],
  ])
  expect(JSON.stringify(graph.reports)).not.toContain('secret-id')
})

function message(id: string): Reply {
  return {
    body: {
      '@odata.etag': 'W/"CQAAABYA"',
      id,
      categories: [],
      isDraft: false,
      internetMessageId: '<1@northwind.example>',
      parentFolderId: 'f',
    },
  }
}
