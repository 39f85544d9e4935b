import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BASE, scripted } from '../../test/scripted.ts'
import { slicesOf } from './slices.ts'

const DAY = 86_400_000
const calendar = { id: 'cal-id', kind: 'calendar', role: 'other' } as const
const start = Date.UTC(2016, 0, 1)
const event = (id: string) => ({
  '@odata.etag': `W/"ck-${id}"`,
  id,
  type: 'singleInstance',
  categories: [],
})
const linkOf = (path: string) =>
  `${BASE}/users/n/delta?$deltatoken=${/start\w*=(\d{4})/i.exec(path)?.[1]}`

test('[MB17] slices follow one another and none is longer than 1,825 days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 260 * 30 }), (days) => {
      const slices = slicesOf({ start, end: start + days * DAY })
      expect(slices[0]!.start).toBe(start)
      expect(slices.at(-1)!.end).toBe(start + days * DAY)
      for (const [at, slice] of slices.entries()) {
        expect(slice.end - slice.start).toBeGreaterThan(0)
        expect(slice.end - slice.start).toBeLessThanOrEqual(1825 * DAY)
        if (at > 0) expect(slice.start).toBe(slices[at - 1]!.end)
      }
    }),
  )
})

test('[MB17] a calendar with a longer window is asked for in slices, and goes on in each of them', async () => {
  const graph = scripted((ask) => {
    const isFirst = ask.path.includes('startDateTime=2016')
    if (!ask.path.includes('startDateTime'))
      return { body: { value: [], '@odata.deltaLink': `${BASE}${ask.path}` } }
    const value = isFirst
      ? [event('both'), { id: 'crossed', '@removed': { reason: 'changed' } }, event('first')]
      : [event('both'), event('crossed'), { id: 'gone', '@removed': { reason: 'deleted' } }]
    return { body: { value, '@odata.deltaLink': linkOf(ask.path) } }
  })
  const window = { start, end: start + 2000 * DAY }
  const [outcome] = await graph.port.feed.read([{ folder: calendar, cursor: null, window }])
  if (!outcome?.ok) throw outcome?.error
  expect(outcome.value.items.map(({ key }) => key)).toEqual(['both', 'first', 'crossed'])
  expect(outcome.value.removed).toEqual(['gone'])
  expect(outcome.value.more).toBe(false)

  const { cursor } = outcome.value
  const [next] = await graph.port.feed.read([{ folder: calendar, cursor, window }])
  expect(next).toMatchObject({ ok: true, value: { items: [], cursor } })
  expect(graph.asked.slice(-2).map(({ path }) => path)).toEqual([
    '/users/n/delta?$deltatoken=2016',
    '/users/n/delta?$deltatoken=2020',
  ])
})
