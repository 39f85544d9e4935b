import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, isAway, openDatabase } from '../src/index.ts'

const URL_OF_SERVER = process.env.TEST_DATABASE_URL
/** Short, so that nobody waits; a statement that takes longer must not be ended by it. */
const LOST_MS = 150

/** A connection that can be cut without either end noticing. New connections get through again. */
async function link(to: URL) {
  let pairs: (readonly [Socket, Socket])[] = []
  const cutOff = (): void => {
    for (const [near, far] of pairs) {
      near.unpipe(far).pause()
      far.unpipe(near).pause()
    }
    pairs = []
  }
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port || 5432), to.hostname)
    near.pipe(far).pipe(near)
    for (const one of [near, far]) one.on('error', () => one.destroy())
    near.on('close', () => far.destroy())
    pairs.push([near, far])
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return { url: url.href, cutOff, close: () => server.close() }
}

describe.skipIf(URL_OF_SERVER === undefined)('a connection that is lost without a word', () => {
  let database: Database
  let way: Awaited<ReturnType<typeof link>>
  beforeEach(async () => {
    way = await link(new URL(URL_OF_SERVER!))
    const only = { connectionsMax: 1, requestConnectionsMax: 1, lostMs: LOST_MS }
    database = await openDatabase({ kind: 'postgres', url: way.url, ...only })
    await database.query('select 1')
  })
  afterEach(async () => {
    await database.close()
    way.close()
  })

  test('[CY22] fails what waits for it as an outage, and the next statement gets another', async () => {
    way.cutOff()
    const failure = await database.query('select 1').catch((error: unknown) => error)
    expect(isAway(failure), String(failure)).toBe(true)
    expect(await database.query('select 2 as two')).toEqual([{ two: 2 }])
  })

  test('in the middle of a transaction undoes it', async () => {
    await database.script('create temporary table t (n integer)')
    const failure = await database
      .transaction(async (tx) => {
        await tx.query('select 1')
        way.cutOff()
        await tx.query('select 2')
      })
      .catch((error: unknown) => error)
    expect(isAway(failure), String(failure)).toBe(true)
    expect(await database.query('select 3 as three')).toEqual([{ three: 3 }])
  })

  test('is not one whose statement takes long', async () => {
    const seconds = (LOST_MS * 10) / 1_000
    expect(await database.query('select 1 as one from pg_sleep($1)', [seconds])).toEqual([
      { one: 1 },
    ])
  })
})

describe.skipIf(URL_OF_SERVER === undefined)('PostgreSQL', () => {
  test('ends its process for a client that is gone, busy or idle', async () => {
    const database = await openDatabase({ kind: 'postgres', url: URL_OF_SERVER! })
    const rows = await database.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
       where name like 'tcp_%' or name = 'idle_in_transaction_session_timeout' order by name`,
    )
    await database.close()
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      idle_in_transaction_session_timeout: '30000',
      tcp_keepalives_count: '4',
      tcp_keepalives_idle: '10',
      tcp_keepalives_interval: '5',
      tcp_user_timeout: '30000',
    })
  })
})
