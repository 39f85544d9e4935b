import { SyncError } from '@trackmark/core'
import { expect, test } from 'vitest'
import { failure, MAILBOX, scripted } from '../../test/scripted.ts'

test('a profile test tells what its credentials reach, each for itself', async () => {
  const graph = scripted((one) =>
    one.path.includes('/todo/') ? failure(401, 'UnknownError') : { body: { value: [] } },
  )
  const report = await graph.connector.access(MAILBOX).check()
  expect(report).toMatchObject({
    signIn: { ok: true },
    categories: { ok: true },
    mail: { ok: true },
    calendar: { ok: true },
    tasks: { ok: false, error: { answer: '401 UnknownError' } },
  })
  expect(graph.trips).toHaveLength(1)
  expect(graph.asked.every(({ method }) => method === 'GET')).toBe(true)
})

test('a sign-in that is refused is the answer to everything', async () => {
  const tokens = {
    token: async () => {
      throw new SyncError('mailbox', 'refused', 'Sign-in was refused.')
    },
  }
  const graph = scripted(() => ({}), { tokens })
  const report = await graph.connector.access(MAILBOX).check()
  expect(Object.values(report).every((one) => !one.ok)).toBe(true)
  expect(graph.trips).toEqual([])
})

test('a mailbox nobody can reach leaves the sign-in good', async () => {
  const graph = scripted(() => {
    throw new TypeError('fetch failed')
  })
  const report = await graph.connector.access(MAILBOX).check()
  expect(report).toMatchObject({ signIn: { ok: true }, mail: { ok: false } })
})
