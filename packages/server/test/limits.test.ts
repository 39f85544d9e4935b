import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SyncError } from '@trackmark/core'
import type { Connector } from '@trackmark/engine'
import { type Database, forHealth, migrate, openDatabase } from '@trackmark/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, KINDS } from '../../store/test/support.ts'
import { templateFolder } from '../../store/test/template.ts'
import { type Listening, listen } from '../src/listener/listen.ts'
import { ADA, createTestApp, NOW, type TestApp, TOKEN } from './support.ts'

/** Short for queries that can't be answered in time, and long for all others. */
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

const links = (table: string, column: string, count: number): string =>
  Array.from(
    { length: count },
    (_, n) => `<link-entity name="${table}" from="${column}" to="${column}" alias="l${n}"/>`,
  ).join('')

/** A query whose links multiply the rows several times. */
const multiplied = (links: string): string => {
  const count = '<attribute name="contactid" alias="n" aggregate="count"/>'
  const xml = `<fetch aggregate="true"><entity name="contact">${count}${links}</entity></fetch>`
  return `/api/data/v9.2/contacts?fetchXml=${encodeURIComponent(xml)}`
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

  /** Locks the contacts while `work` runs. */
  const locked = <T>(work: () => Promise<T>): Promise<T> =>
    database.transaction(async (tx) => {
      await tx.query('lock table crm.contact in access exclusive mode')
      return work()
    })

  test('can’t multiply rows by rows', async () => {
    await database.query(
      `insert into crm.contact (organizationid, contactid, fullname, lastname, statecode, statuscode,
         ownerid, owneridtype, createdon, modifiedon)
       select $1::uuid, gen_random_uuid(), 'Cora Mell', 'Mell', 0, 1, $2::uuid, 'systemuser', $3, $3
       from generate_series(1, 400)`,
      [server.organizationId, ADA, new Date(NOW).toISOString()],
    )
    await database.script('analyze crm.contact')
    for (const column of ['statecode', 'statuscode', 'donotemail']) {
      const answer = await ask(multiplied(links('contact', column, 9)))
      expect(answer.status, column).toBe(400)
      expect(await answer.text()).toContain('has few values')
    }
    const costly = [
      multiplied(links('contact', 'lastname', 9)),
      multiplied(
        links('contact', 'lastname', 9).replaceAll(
          '<link-entity',
          '<link-entity link-type="outer"',
        ),
      ),
      multiplied(links('contact', 'ownerid', 5)),
    ]
    for (const path of costly) {
      const answer = await ask(path)
      expect(answer.status, path).toBe(400)
      expect(await answer.json()).toMatchObject({ error: { code: '0x80048544' } })
    }
    // Ordinary requests are still answered.
    const modest = [
      multiplied(links('contact', 'lastname', 1)),
      multiplied('<link-entity name="account" from="accountid" to="parentcustomerid"/>'),
      multiplied('<link-entity name="systemuser" from="systemuserid" to="ownerid"/>'),
    ]
    for (const path of modest) expect((await ask(path)).status).toBe(200)
  })

  test('in a batch too, where the other requests are answered', async () => {
    const parts = [multiplied(links('contact', 'lastname', 9)), '/api/data/v9.2/WhoAmI()']
    const body = `${parts
      .map(
        (path) =>
          `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET ${path} HTTP/1.1\r\n\r\n`,
      )
      .join('')}--b--\r\n`
    const answer = await fetch(`${listening.url}/api/data/v9.2/$batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'multipart/mixed; boundary=b',
        prefer: 'odata.continue-on-error',
      },
      body,
    })
    const text = await answer.text()
    expect([...text.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      '400',
      '200',
    ])
  })

  test('is answered 503 with Retry-After when the database takes too long', async () => {
    const answer = await locked(() => ask('/api/data/v9.2/contacts'))
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    // On PGlite the statement never had its turn.
    const code = kind === 'postgres' ? '0x80044151' : '0x80072326'
    expect(await answer.json()).toMatchObject({ error: { code } })
    expect((await ask('/api/data/v9.2/contacts?$top=1')).status).toBe(200)
  })

  // The embedded database doesn't show its running statements.
  if (kind === 'postgres') {
    test('leaves nothing running in the database when the client disconnects', async () => {
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
    })
  }
})

test('one caller’s many slow requests leave room for others, and end in 429', async () => {
  const server = await createTestApp()
  const answers: (() => void)[] = []
  // A mail server that doesn't answer, for which the test of a profile waits.
  const check = async () => {
    await new Promise<void>((resolve) => answers.push(resolve))
    throw new SyncError('mailbox', 'outage', 'It never answered.')
  }
  server.connector.value = { access: () => ({ check }) } as unknown as Connector
  const { body: made } = await server.call('POST', '/api/admin/tokens', {
    body: { name: 'Somebody else', role: 'System Administrator' },
  })
  const other = { authorization: `Bearer ${made.token}` }
  const { body: profiles } = await server.call('GET', '/api/admin/profiles')
  const { profileId } = profiles.profiles[0]
  const slow = Array.from({ length: 60 }, () =>
    server.call('POST', `/api/admin/profiles/${profileId}/test`, {
      body: { mailbox: 'ada@contoso.example' },
    }),
  )
  const statuses: number[] = []
  for (const one of slow) void one.then(({ status }) => statuses.push(status))
  // 52 of one caller are carried out or wait.
  while (statuses.length < 8) await pause(1)
  const refused = await slow.at(-1)!
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.body).toMatchObject({ error: { code: '0x80072326' } })

  const answered = await server.call('GET', '/api/data/v9.2/contacts?$top=1', { headers: other })
  expect(answered.status).toBe(200)

  while (statuses.length < 60) {
    for (const answer of answers.splice(0)) answer()
    await pause(1)
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(8)
  expect(statuses.filter((status) => status === 200)).toHaveLength(52)
  await server.close()
})
