import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, getSecret, putSecret, resealSecrets } from '@trackmark/store'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { KINDS, migratedDatabase, type TestDatabase } from '../../store/test/support.ts'
import { openKeyRing } from '../src/secrets/secret-keys.ts'

const ORGANIZATION = '00000000-0000-4000-8000-0000000000ff'
const kept = { current: null, former: null }
const NAMES = ['profile/1', 'profile/2', 'profile/3', 'serviceendpoint/4']
const place = (name: string) => ({ organizationId: ORGANIZATION, name })

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'trackmark-keys-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))
const former = () => existsSync(join(dataDir, 'secret-keys-former'))

describe.each(KINDS)('keys on %s', (kind) => {
  let db: TestDatabase
  let database: Database
  beforeAll(async () => {
    db = await migratedDatabase(kind)
    database = db.database
  })
  afterAll(() => db.drop())
  afterEach(() => database.query('delete from sync.secret'))

  const fill = async (keys: Parameters<typeof putSecret>[1]) => {
    for (const name of NAMES) await putSecret(database, keys, place(name), `of ${name}`)
  }
  const readAll = (keys: Parameters<typeof getSecret>[1]) =>
    Promise.all(NAMES.map((name) => getSecret(database, keys, place(name))))
  const all = NAMES.map((name) => `of ${name}`)

  test('a new key takes the place of the old one, also in processes that run', async () => {
    const keys = await openKeyRing(dataDir, kept)
    const worker = await openKeyRing(dataDir, kept)
    const old = keys.current
    await fill(keys)
    expect(await keys.rotate(database)).toEqual({ resealed: 4, unreadable: [] })
    expect(keys.current).not.toEqual(old)
    expect(keys.former).toEqual([])
    expect(former()).toBe(false)
    expect(await readAll(keys)).toEqual(all)
    expect(await readAll(worker)).toEqual(all)
    // The old key decrypts nothing any more.
    await expect(readAll(old)).rejects.toThrow('cannot be read')
    // A process with the old key in memory encrypts with the new one.
    const other = await openKeyRing(dataDir, kept)
    await keys.rotate(database)
    await putSecret(database, other, place('profile/1'), 'put later')
    expect(await getSecret(database, keys.current, place('profile/1'))).toBe('put later')
  })

  test('wherever it is killed, everything stays readable, and the next one completes it', async () => {
    for (let until = 0; until <= NAMES.length; until++) {
      const keys = await openKeyRing(dataDir, kept)
      await fill(keys)
      let writes = 0
      const dying: Database = {
        ...database,
        query: async (sql, parameters) => {
          if (sql.startsWith('update') && writes++ === until) throw new Error('killed')
          return database.query(sql, parameters)
        },
      }
      const dies = until < NAMES.length
      if (dies) await expect(keys.rotate(dying)).rejects.toThrow('killed')
      else await keys.rotate(dying)
      expect(former()).toBe(dies)
      const next = await openKeyRing(dataDir, kept)
      expect(await readAll(next)).toEqual(all)
      const { resealed } = await next.rotate(database)
      expect(resealed).toBe(NAMES.length)
      expect(await readAll(next.current)).toEqual(all)
      expect(former()).toBe(false)
    }
  })

  test('two at once leave every secret readable', async () => {
    const keys = await openKeyRing(dataDir, kept)
    await fill(keys)
    await Promise.all([keys.rotate(database), keys.rotate(database)])
    expect(await readAll(keys.current)).toEqual(all)
  })

  test('configured keys are changed in the configuration, and rotating encrypts again', async () => {
    const [old, current] = ['0a'.repeat(32), '0b'.repeat(32)]
    await fill(Buffer.from(old, 'hex'))
    const keys = await openKeyRing(dataDir, { current, former: old })
    expect(await readAll(keys)).toEqual(all)
    expect(await keys.rotate(database)).toEqual({ resealed: 4, unreadable: [] })
    expect(await readAll(Buffer.from(current, 'hex'))).toEqual(all)
    expect(existsSync(join(dataDir, 'secret-key'))).toBe(false)
  })

  test('secrets that no key decrypts are named and kept, and so are the former keys', async () => {
    const keys = await openKeyRing(dataDir, kept)
    await fill(keys)
    await putSecret(database, Buffer.alloc(32, 9), place('profile/2'), 'of another installation')
    const { unreadable } = await keys.rotate(database)
    expect(unreadable).toEqual(['profile/2'])
    expect(former()).toBe(true)
    expect(await getSecret(database, Buffer.alloc(32, 9), place('profile/2'))).toBe(
      'of another installation',
    )
  })
})

test('secrets encrypted before keys had ids are read and encrypted again', async () => {
  const db = await migratedDatabase('pglite')
  try {
    // The key of packages/store/test/kept/0015.sql, which a server of that version has written.
    const kept = readFileSync(new URL('../../store/test/kept/0015.sql', import.meta.url), 'utf8')
    const [, organizationId, name, sealed] =
      /INSERT INTO sync.secret VALUES\s+\('([^']+)', '([^']+)', '(v1\.[^']+)'\)/.exec(kept)!
    await db.database.query(
      'insert into sync.secret (organizationid, name, sealed) values ($1, $2, $3)',
      [organizationId, name, sealed],
    )
    const at = { organizationId: organizationId!, name: name! }
    const former = [Buffer.from('1f'.repeat(32), 'hex')]
    const keys = { current: Buffer.alloc(32, 1), former }
    expect(await getSecret(db.database, keys, at)).toBe('sandbox')
    expect(await resealSecrets(db.database, keys)).toEqual({ resealed: 1, unreadable: [] })
    expect(await getSecret(db.database, keys.current, at)).toBe('sandbox')
  } finally {
    await db.drop()
  }
})
