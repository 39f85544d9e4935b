import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Database,
  forHealth,
  forRequests,
  openDatabase,
  StatementEndedError,
} from '../src/index.ts'
import { emptyDatabase, KINDS, type TestDatabase } from './support.ts'
import { templateFolder } from './template.ts'

/** A statement that would run for days. */
const ENDLESS =
  'select count(*) from generate_series(1, 10000000) a, generate_series(1, 10000000) b'
const LONG_MS = 600_000

/** The embedded database as a server has it: on a thread of its own, which can be ended. */
async function onDisk(kind: 'pglite' | 'postgres'): Promise<TestDatabase> {
  if (kind === 'postgres') return emptyDatabase(kind)
  const dataDir = await mkdtemp(join(tmpdir(), 'trackmark-limits-'))
  await cp(await templateFolder(), dataDir, { recursive: true })
  const database = await openDatabase({ kind: 'pglite', dataDir })
  const drop = async () => {
    await database.close()
    await rm(dataDir, { recursive: true })
  }
  return { database, drop }
}

const why = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof StatementEndedError ? error.why : error),
  )

describe.each(KINDS)('requests from outside, on %s', (kind) => {
  let db: TestDatabase
  let database: Database
  beforeAll(async () => {
    db = await onDisk(kind)
    database = db.database
    await database.script('create table trial (n integer)')
  })
  afterAll(() => db.drop())

  /** Opens a connection, so that what follows is about statements only. */
  const warm = () => forRequests(database, { statementMs: LONG_MS }).query('select 1')

  /** Waits until no statement of this test runs any more. */
  const idle = async (): Promise<void> => {
    if (kind === 'pglite') return
    for (;;) {
      const [row] = await database.query<{ n: number }>(
        `select count(*) as n from pg_stat_activity
         where application_name = 'trackmark requests' and state = 'active'`,
      )
      if (row!.n === 0) return
      await pause(20)
    }
  }

  test('a statement is ended after its time, and others that wait go on', async () => {
    await warm()
    const requests = forRequests(database, { statementMs: 200 })
    const ended = why(requests.query(ENDLESS))
    const others = [
      database.query('insert into trial values (1)'),
      forRequests(database, { statementMs: LONG_MS }).query('select 1'),
      forHealth(database).query('select 1'),
    ]
    expect(await ended).toBe('time')
    await Promise.all(others)
    await idle()
    expect(await database.query('select n from trial')).toEqual([{ n: 1 }])
  })

  test('a statement is ended when its client went away', async () => {
    const client = new AbortController()
    const requests = forRequests(database, { statementMs: LONG_MS, gone: client.signal })
    const ended = why(requests.query(ENDLESS))
    await pause(50)
    client.abort()
    expect(await ended).toBe('gone')
    await idle()
    expect(await why(requests.query('select 1'))).toBe('gone')
  })

  test('a transaction that was ended commits nothing, even where its work catches the error', async () => {
    await database.script('truncate trial')
    await warm()
    const requests = forRequests(database, { statementMs: 200 })
    const ended = why(
      requests.transaction(async (tx) => {
        await tx.query('insert into trial values (2)')
        await tx.query(ENDLESS).catch(() => {})
        return 'as if nothing had been'
      }),
    )
    expect(await ended).toBe('time')
    expect(await database.query('select n from trial')).toEqual([])
  })

  test('many are ended at the same time, and as many connections as before remain', async () => {
    const requests = forRequests(database, { statementMs: 150 })
    const ended = await Promise.all(Array.from({ length: 25 }, () => why(requests.query(ENDLESS))))
    // Requests that never got a connection fail by `busy`.
    expect(ended.filter((one) => one !== 'time' && one !== 'busy')).toEqual([])
    await idle()
    const later = forRequests(database, { statementMs: LONG_MS })
    await Promise.all(Array.from({ length: 25 }, () => later.query('select 1')))
  })
})

describe.skipIf(!KINDS.includes('postgres'))('on PostgreSQL', () => {
  test('synchronization and health have connections that requests can’t take', async () => {
    const db = await emptyDatabase('postgres')
    const client = new AbortController()
    const requests = forRequests(db.database, { statementMs: LONG_MS, gone: client.signal })
    const endless = Array.from({ length: 40 }, () => why(requests.query(ENDLESS)))
    await forHealth(db.database).query('select 1')
    await Promise.all(Array.from({ length: 20 }, () => db.database.query('select 1')))
    client.abort()
    expect(new Set(await Promise.all(endless))).toEqual(new Set(['gone']))
    await db.drop()
  })
})
