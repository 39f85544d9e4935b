import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './support.ts'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.call('PUT', '/api/admin/settings', { body: {} })
  server.changes.length = 0
})

const settings = '/api/admin/settings'
const read = async (name: string) => (await server.call('GET', `${settings}/${name}`)).body.value

test('[OS4] a dry run answers before, after and default, and changes nothing', async () => {
  const body = { TrackCategorizedItems: false, TraceLogPersistenceTimeInDays: 9 }
  const planned = await server.call('PATCH', `${settings}?dryRun=true`, { body })
  expect(planned.body).toMatchObject({
    applied: false,
    changes: [
      { name: 'TrackCategorizedItems', before: null, after: false, default: true, effect: 'acts' },
      { name: 'TraceLogPersistenceTimeInDays', before: null, after: 9, default: 30 },
    ],
  })
  expect(await read('TrackCategorizedItems')).toBe(true)
  expect(server.changes).toHaveLength(0)
  expect((await server.call('PATCH', settings, { body })).body).toEqual({
    ...planned.body,
    applied: true,
  })
  expect(await read('TrackCategorizedItems')).toBe(false)
  const removal = await server.call('DELETE', `${settings}/trackcategorizeditems?dryRun=true`)
  expect(removal.body.changes).toMatchObject([{ before: false, after: null, default: true }])
  expect(await read('TrackCategorizedItems')).toBe(false)
})

test('PUT sets exactly what it names, and nothing when one value is wrong', async () => {
  await server.call('PATCH', settings, { body: { TraceLogPersistenceTimeInDays: 9 } })
  const wrong = { DisableSmartMatching: true, TrackCategorizedItems: 'maybe' }
  expect((await server.call('PUT', settings, { body: wrong })).status).toBe(400)
  expect(await read('TraceLogPersistenceTimeInDays')).toBe(9)
  const { body } = await server.call('PUT', settings, { body: { DisableSmartMatching: true } })
  expect(body.changes.map((change: { name: string }) => change.name).sort()).toEqual([
    'DisableSmartMatching',
    'TraceLogPersistenceTimeInDays',
  ])
  expect(await read('TraceLogPersistenceTimeInDays')).toBe(30)
})
