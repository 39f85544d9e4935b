import { type Database, signOfLife, wakeMailboxes } from '@trackmark/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMigrated } from '../../store/test/template.ts'
import { createHealth } from '../src/app/health.ts'
import { createTestApp, NOW, type TestApp } from './support.ts'

const MINUTE = 60_000

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())

const probe = (path: string) => server.call('GET', path, { headers: { authorization: '' } })

/** Records a sign of life of a worker. */
const worker = (workedAt: number | null, seenAt: number) =>
  signOfLife(
    server.database,
    { processId: 'w', isWorker: true, startedAt: NOW - 60 * MINUTE, workedAt },
    seenAt,
  )

describe('[CY24] standing still', () => {
  test('it is reported once mailboxes have been due for five minutes without a worker, and since when', async () => {
    await wakeMailboxes(server.database, server.organizationId, 'all', NOW)
    const at = async (now: number) => {
      server.now.value = now
      const { body } = await server.call('GET', '/api/admin/status')
      return body.standstill
    }
    expect(await at(NOW + 4 * MINUTE)).toBeNull()
    expect(await at(NOW + 5 * MINUTE)).toEqual({
      since: new Date(NOW).toISOString(),
      workers: 0,
    })
    // A cycle ended meanwhile, so synchronization isn't standing still although mailboxes wait.
    await worker(NOW + 3 * MINUTE, NOW + 5 * MINUTE)
    expect(await at(NOW + 5 * MINUTE)).toBeNull()
    await worker(NOW + 3 * MINUTE, NOW + 8 * MINUTE)
    expect(await at(NOW + 8 * MINUTE)).toEqual({
      since: new Date(NOW + 3 * MINUTE).toISOString(),
      workers: 1,
    })
    const { status, body } = await probe('/healthz')
    expect([status, body.status, body.checks.schedule]).toEqual([503, 'failing', 'standing still'])
    expect(body.reason).toContain(new Date(NOW + 3 * MINUTE).toISOString())
  })
})

describe('probes', () => {
  const health = (database: Partial<TestApp['database']>, dataDir = '.') =>
    createHealth({
      database: { ...server.database, ...database },
      dataDir,
      worker: 'on',
      processId: 'p',
      startedOn: NOW,
      clock: () => NOW,
    })

  test('a database that can be read but not written is not healthy, but ready', async () => {
    const full = health({
      query: async (sql, parameters) => {
        if (/insert|update/.test(sql)) throw Object.assign(new Error('full'), { code: '53100' })
        return server.database.query(sql, parameters)
      },
    })
    const whole = await full.whole()
    expect([whole.status, whole.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await whole.json()).toMatchObject({ checks: { database: 'failing' } })
    expect((await full.ready()).status).toBe(200)
    expect(full.live().status).toBe(200)
  })

  test('without a database the process is alive and not ready', async () => {
    const away = health({ query: () => Promise.reject(new Error('gone')) })
    expect((await away.ready()).status).toBe(503)
    expect((await away.whole()).status).toBe(503)
    expect(away.live().status).toBe(200)
  })

  test('everything works, and however often health is asked, the database is asked rarely', async () => {
    let asked = 0
    const counting = health({
      query: (sql, parameters) => {
        asked += 1
        return server.database.query(sql, parameters)
      },
    })
    const answers = await Promise.all(Array.from({ length: 50 }, () => counting.whole()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(asked).toBeLessThan(5)
  })

  test.each([
    ['refused', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['ended', Object.assign(new Error('terminating'), { code: '57P01' })],
    ['cut', new Error('Connection terminated unexpectedly')],
    ['full', Object.assign(new Error('no space left'), { code: '53100' })],
  ])('requests are answered 503 and when to come again: %s', async (_, error) => {
    let isAway = false
    const there = await openMigrated()
    const requests: NonNullable<Database['requests']> = (limit) => {
      const lane = there.requests!(limit)
      return {
        ...lane,
        query: (sql, parameters) => (isAway ? Promise.reject(error) : lane.query(sql, parameters)),
        transaction: (work) => (isAway ? Promise.reject(error) : lane.transaction(work)),
      }
    }
    const app = await createTestApp({ ...there, requests })
    isAway = true
    for (const path of ['/api/data/v9.2/contacts', '/api/admin/status']) {
      const { status, headers, body } = await app.call('GET', path)
      expect([status, headers.get('retry-after')]).toEqual([503, '10'])
      expect(body.error.message).toContain('Try again later')
    }
    await app.close()
  })
})
