import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addRows, type Database, getSecret, listOrganizations, putSecret } from '@trackmark/store'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  emptyDatabase,
  KINDS,
  migratedDatabase,
  type TestDatabase,
} from '../../store/test/support.ts'
import { restoreBackup, writeBackup } from '../src/backup/file.ts'
import { everything } from './everything.ts'

const KEPT = new URL('../../store/test/kept/', import.meta.url)
const OLD_KEY = Buffer.from('1f'.repeat(32), 'hex')
const NEW_KEY = Buffer.from('2e'.repeat(32), 'hex')
const PASS = 'correct horse battery'
const NOW = Date.UTC(2026, 10, 30, 12)
/** A low cost for tests that aren't about the pass phrase. */
const CHEAP = { n: 16, r: 8, p: 1 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trackmark-backup-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const databases: TestDatabase[] = []
afterEach(async () => {
  for (const db of databases.splice(0)) await db.drop()
})

const organizationOf = async (database: Database): Promise<string> =>
  (await listOrganizations(database))[0]!.organizationId

async function kept(kind: 'pglite' | 'postgres', schema: string): Promise<Database> {
  const db = await migratedDatabase(kind, `kept-${schema}`)
  databases.push(db)
  return db.database
}

async function fresh(kind: 'pglite' | 'postgres'): Promise<Database> {
  const db = await migratedDatabase(kind)
  databases.push(db)
  return db.database
}

const pairs = KINDS.flatMap((from) => KINDS.map((to) => [from, to] as const))

describe.each(pairs)('a backup of %s restored on %s', (from, to) => {
  test('is the same to the last row, with its secrets under the other key', async () => {
    const database = await kept(from, '0020')
    const file = join(folder, `${from}-${to}`)
    const made = await writeBackup({ database, secretKeys: OLD_KEY, now: NOW }, file, PASS)
    expect(made.rows).toBeGreaterThan(150)
    expect(made.unreadableSecrets).toEqual([])
    const other = await fresh(to)
    const restored = await restoreBackup(
      { database: other, secretKeys: NEW_KEY, scratch: folder },
      file,
      PASS,
    )
    expect(restored).toMatchObject({ rows: made.rows, createdOn: '2026-11-30T12:00:00.000Z' })
    expect(await everything(other)).toEqual(await everything(database))
    const organizationId = await organizationOf(other)
    const [row] = await other.query<{ name: string }>('select name from sync.secret')
    const place = { organizationId, name: row!.name }
    expect(await getSecret(other, NEW_KEY, place)).toBe('sandbox')
    // New rows get higher numbers than restored ones.
    const [numbers] = await other.query<{ next: number; last: number }>(
      `select nextval('crm.versionnumber') as next, max(versionnumber) as last from crm.email`,
    )
    expect(numbers!.next).toBeGreaterThan(numbers!.last)
  })
})

describe.each(KINDS)('restoring on %s', (kind) => {
  test('replaces what was there, and tells no webhook', async () => {
    const database = await kept(kind, '0020')
    const file = join(folder, `replace-${kind}`)
    const from = { database, secretKeys: OLD_KEY, now: NOW }
    const organizationId = await organizationOf(database)
    const endpoint = '00000000-0000-4000-8000-0000000000e1'
    await database.query(
      `insert into crm.serviceendpoint (organizationid, serviceendpointid, name, createdon, modifiedon)
       values ($1, $2, 'hook', $3, $3)`,
      [organizationId, endpoint, '2026-11-30'],
    )
    for (const message of ['Create', 'Delete']) {
      await database.query(
        `insert into crm.sdkmessageprocessingstep (organizationid, sdkmessageprocessingstepid, name,
           eventhandler, sdkmessageid, sdkmessagefilterid, createdon, modifiedon)
         select $1, gen_random_uuid(), 'step', $2, sdkmessageid, sdkmessagefilterid, $3, $3
         from sync.message_filter where message = $4 and tablename in ('contact', 'email')`,
        [organizationId, endpoint, '2026-11-30', message],
      )
    }
    await writeBackup(from, file, PASS, CHEAP)
    const before = await everything(database)
    const row = { contactid: '00000000-0000-4000-8000-0000000000c1', lastname: 'Later' }
    await addRows(database, organizationId, 'contact', [row], NOW)
    await putSecret(database, OLD_KEY, { organizationId, name: 'later' }, 'x')
    await restoreBackup({ database, secretKeys: OLD_KEY, scratch: folder }, file, PASS)
    expect(await everything(database)).toEqual(before)
    expect(await database.query(`select 1 from sync.secret where name = 'later'`)).toEqual([])
    // Clients of change tracking are told that the row was deleted.
    const tombstone = 'select 1 from sync.tombstone where organizationid = $1 and rowid = $2'
    expect(await database.query(tombstone, [organizationId, row.contactid])).toHaveLength(1)
    // From now on webhooks are sent again.
    await addRows(database, organizationId, 'contact', [row], NOW)
    const told = 'select message, rowid from sync.webhook_delivery where organizationid = $1'
    expect(await database.query(told, [organizationId])).toEqual([
      { message: 'Create', rowid: row.contactid },
    ])
  })
})

test('a backup of an older schema is brought up to date on the way', async () => {
  const db = await emptyDatabase('pglite')
  databases.push(db)
  await db.database.script(readFileSync(new URL('0015.sql', KEPT), 'utf8'))
  const file = join(folder, 'older')
  const from = { database: db.database, secretKeys: OLD_KEY, now: NOW }
  const { rows } = await writeBackup(from, file, PASS, CHEAP)
  const other = await fresh('pglite')
  const to = { database: other, secretKeys: NEW_KEY, scratch: folder }
  expect((await restoreBackup(to, file, PASS)).rows).toBeGreaterThanOrEqual(rows)
  const upgraded = await kept('pglite', '0015')
  expect(await everything(other)).toEqual(await everything(upgraded))
  const [secret] = await other.query<{ name: string }>('select name from sync.secret')
  const place = { organizationId: await organizationOf(other), name: secret!.name }
  expect(await getSecret(other, NEW_KEY, place)).toBe('sandbox')
  expect(readdirSync(folder).filter((name) => name.startsWith('upgrade-'))).toEqual([])
})

test('a wrong pass phrase, a damaged file and a cut off one change nothing', async () => {
  const database = await kept('pglite', '0020')
  const file = join(folder, 'damage')
  // Large enough for several chunks after compression.
  await database.query('update crm.email set description = $1', [
    randomBytes(300_000).toString('base64'),
  ])
  await writeBackup({ database, secretKeys: OLD_KEY, now: NOW }, file, PASS, CHEAP)
  const before = await everything(database)
  const bytes = readFileSync(file)
  const restore = (path: string, passphrase = PASS) =>
    restoreBackup({ database, secretKeys: OLD_KEY, scratch: folder }, path, passphrase)
  await expect(restore(file, 'another pass phrase')).rejects.toThrow('pass phrase is another')
  const other = join(folder, 'other')
  const chunk = 64 * 1024 + 20
  const start = bytes.indexOf(0x0a) + 1
  const changes: readonly (readonly [string, () => Buffer])[] = [
    ['damaged or was cut off', () => bytes.subarray(0, start + chunk)],
    ['damaged or was cut off', () => bytes.subarray(0, start)],
    ['damaged or was cut off', () => bytes.subarray(0, -5)],
    ['damaged or was cut off', () => Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')])],
    // Changes the time in the line that isn't encrypted.
    [
      'pass phrase is another one, or',
      () => Buffer.from(bytes.toString('latin1').replace('T12:', 'T13:'), 'latin1'),
    ],
    ['no backup', () => Buffer.from('something else')],
    [
      'newer version',
      () => Buffer.from(bytes.toString('latin1').replace('"schema":', '"schema":9'), 'latin1'),
    ],
  ]
  for (const [message, change] of changes) {
    writeFileSync(other, change())
    await expect(restore(other), message).rejects.toThrow(message)
  }
  expect(await everything(database)).toEqual(before)
})

test('nothing of it can be read without the pass phrase, and only its owner has the file', async () => {
  const database = await kept('pglite', '0020')
  const file = join(folder, 'sealed')
  await writeBackup({ database, secretKeys: OLD_KEY, now: NOW }, file, PASS, CHEAP)
  const text = readFileSync(file, 'latin1')
  expect(text.slice(text.indexOf('\n'))).not.toMatch(/Kept one|sandbox|contact/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a secret that cannot be read is named, and the rest is there', async () => {
  const database = await kept('pglite', '0020')
  const file = join(folder, 'unreadable')
  const made = await writeBackup({ database, secretKeys: NEW_KEY, now: NOW }, file, PASS, CHEAP)
  expect(made.unreadableSecrets).toEqual([expect.stringMatching(/^profile\//)])
})
