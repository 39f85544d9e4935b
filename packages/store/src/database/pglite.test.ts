import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { isAway } from './errors.ts'
import { type EmbeddedServer, newThread, serveFolder, serveMemory } from './pglite.ts'

let dataDir: string
let database: Database

async function connect(server: EmbeddedServer) {
  const stream = server.connection()
  const client = new pg.Client({ stream: () => stream, ssl: false })
  client.on('error', () => {})
  await client.connect()
  return { client, stream }
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'trackmark-pglite-'))
  database = await openDatabase({ kind: 'pglite', dataDir })
})

beforeEach(() => database.script('drop table if exists trial'))

afterAll(async () => {
  await database.close()
  await rm(dataDir, { recursive: true })
})

test('a long statement holds up nothing else of the process', async () => {
  let ticks = 0
  const clock = setInterval(() => {
    ticks += 1
  }, 1)
  await database.query('select count(*) from generate_series(1, 2000000)')
  clearInterval(clock)
  expect(ticks).toBeGreaterThan(5)
})

test('a statement that fails says what PostgreSQL says of it, and the next one goes on', async () => {
  await database.script('create table trial (n integer primary key); insert into trial values (1)')
  const failures = [
    [database.query('selec 1'), { code: '42601' }],
    [database.query('select 1 / $1::integer', [0]), { code: '22012' }],
    [
      database.query('insert into trial values (1)'),
      { code: '23505', table: 'trial', constraint: 'trial_pkey' },
    ],
  ] as const
  const after = database.query('select n from trial')
  for (const [failure, expected] of failures) {
    await expect(failure).rejects.toMatchObject(expected)
  }
  expect(await after).toEqual([{ n: 1 }])
})

test('a message of any size goes there and back', async () => {
  const text = 'é'.repeat(12_000_000)
  const [row] = await database.query<{ text: string }>('select $1::text as text', [text])
  expect(row!.text === text).toBe(true)
  const rows = await database.query('select generate_series(1, 50000) as n')
  expect(rows.at(-1)).toEqual({ n: 50_000 })
})

test('transactions come one after another, and others wait for them', async () => {
  await database.script('create table trial (n integer)')
  const add = () =>
    database.transaction(async (tx) => {
      const [row] = await tx.query<{ n: number }>('select count(*)::integer as n from trial')
      await tx.query('insert into trial values ($1)', [row!.n])
    })
  const read = () => database.query('select n from trial')
  await Promise.all([add(), add(), read(), add(), read(), add()])
  expect(await database.query('select n from trial order by n')).toEqual(
    [0, 1, 2, 3].map((n) => ({ n })),
  )
})

test('a connection that is given up leaves nothing to the next', async () => {
  await database.query(`set timezone = 'Asia/Kolkata'`)
  await expect(database.query('select nothing')).rejects.toMatchObject({ code: '42703' })
  const [row] = await database.query<{ TimeZone: string }>('show timezone')
  expect(row!.TimeZone).not.toBe('Asia/Kolkata')
})

test('a connection cut off in a transaction leaves nothing of it to the next', async () => {
  const server = await serveMemory()
  const cut = await connect(server)
  await cut.client.query('create table trial (n integer)')
  await cut.client.query('begin')
  await cut.client.query('insert into trial values (1)')
  cut.stream.destroy()

  const { client } = await connect(server)
  expect((await client.query('select n from trial')).rows).toEqual([])
  await client.end()
  await server.close()
})

test('a thread that dies is started again, with what was committed and nothing else', async () => {
  await database.script('create table trial (n integer); insert into trial values (1)')
  await database.close()
  const threads: Worker[] = []
  const server = await serveFolder(join(dataDir, 'pglite'), (folder) => {
    threads.push(newThread(folder))
    return threads.at(-1)!
  })
  const { client: lost } = await connect(server)
  await lost.query('begin')
  await lost.query('insert into trial values (2)')
  const asked = lost.query('select count(*) from generate_series(1, 1000000000)')
  await Promise.all([threads[0]!.terminate(), expect(asked).rejects.toSatisfy(isAway)])
  await expect(lost.query('commit')).rejects.toThrow()

  const { client: next } = await connect(server)
  expect((await next.query('select n from trial')).rows).toEqual([{ n: 1 }])
  await next.end()
  await server.close()
  database = await openDatabase({ kind: 'pglite', dataDir })
})

test('a folder that cannot be opened is reported, and its lock released', async () => {
  await database.close()
  const version = join(dataDir, 'pglite', 'PG_VERSION')
  await writeFile(version, 'none')
  await expect(openDatabase({ kind: 'pglite', dataDir })).rejects.toThrow('could not be opened')
  await writeFile(version, '18\n')
  database = await openDatabase({ kind: 'pglite', dataDir })
})
