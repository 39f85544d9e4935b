import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, forHealth, migrate, openDatabase } from '@trackmark/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, KINDS } from '../../store/test/support.ts'
import { templateFolder } from '../../store/test/template.ts'
import { type Listening, listen } from '../src/http/listen.ts'
import { createTestApp, type TestApp, TOKEN } from './support.ts'

/** Short for what can't be answered in time, and long for all else. */
const STATEMENT_MS = 1_500

async function open(kind: 'pglite' | 'postgres') {
  if (kind === 'postgres') {
    const { database, drop } = await emptyDatabase(kind)
    await migrate(database)
    return { database, drop }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'trackmark-limits-'))
  await cp(await templateFolder(), dataDir, { recursive: true })
  const database = await openDatabase({ kind: 'pglite', dataDir })
  const drop = async () => {
    await database.close()
    await rm(dataDir, { recursive: true })
  }
  return { database, drop }
}

describe.each(KINDS)('one caller, on %s', (kind) => {
  let database: Database
  let drop: () => Promise<void>
  let server: TestApp
  let listening: Listening
  beforeAll(async () => {
    ;({ database, drop } = await open(kind))
    server = await createTestApp(database, null, undefined, STATEMENT_MS)
    listening = await listen({ host: '127.0.0.1', port: 0 }, async (request, connection) =>
      server.app.fetch(request, connection),
    )
  })
  afterAll(async () => {
    await listening.close()
    await drop()
  })

  const ask = (path: string, signal?: AbortSignal) =>
    fetch(listening.url + path, {
      headers: { authorization: `Bearer ${TOKEN}` },
      ...(signal === undefined ? {} : { signal }),
    })

  /** While `work` goes on, nobody else gets at the contacts. */
  const locked = <T>(work: () => Promise<T>): Promise<T> =>
    database.transaction(async (tx) => {
      await tx.query('lock table crm.contact in access exclusive mode')
      return work()
    })

  test('is answered 503 with Retry-After when the database takes too long', async () => {
    const answer = await locked(() => ask('/api/data/v9.2/contacts'))
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    // On PGlite it never got its turn.
    const code = kind === 'postgres' ? '0x80044151' : '0x80072326'
    expect(await answer.json()).toMatchObject({ error: { code } })
    expect((await ask('/api/data/v9.2/contacts?$top=1')).status).toBe(200)
  })

  test.runIf(kind === 'postgres')(
    'leaves nothing behind in the database when it goes',
    async () => {
      const asked = () =>
        database.query<{ n: number }>(
          `select count(*) as n from pg_stat_activity
         where application_name = 'trackmark requests' and state = 'active'`,
        )
      const until = async (n: number) => {
        while ((await asked())[0]!.n !== n) await pause(10)
      }
      await locked(async () => {
        const client = new AbortController()
        const answers = [1, 2, 3].map(() => ask('/api/data/v9.2/contacts', client.signal))
        await until(3)
        client.abort()
        for (const answer of answers) await expect(answer).rejects.toThrow('aborted')
        await until(0)
        // Synchronization and health have connections of their own.
        await forHealth(database).query('select 1')
      })
      expect((await ask('/api/data/v9.2/contacts?$top=1')).status).toBe(200)
    },
  )
})
