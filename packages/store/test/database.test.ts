import { randomUUID } from 'node:crypto'
import { SyncError } from '@trackmark/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { iso, rowsJson, storable } from '../src/database/values.ts'
import { createStore, openDatabase } from '../src/index.ts'
import { emptyDatabase, KINDS, NOW, newId, type TestDatabase } from './support.ts'

describe.each(KINDS)('values on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await emptyDatabase(kind)
  })
  afterAll(() => db.drop())

  test('instants come back as they went in, whatever the time zone of the session', async () => {
    const instants = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 })
    await db.database.transaction(async (tx) => {
      for (const zone of ['UTC', 'Asia/Kolkata', 'America/St_Johns', 'Europe/Amsterdam']) {
        await tx.query(`select set_config('timezone', $1, true)`, [zone])
        await fc.assert(
          fc.asyncProperty(instants, async (at) => {
            const [row] = await tx.query<{ at: number }>('select $1::timestamptz as at', [iso(at)])
            expect(row?.at).toBe(at)
          }),
          { numRuns: 40 },
        )
      }
    })
  })

  test('numbers, ids and lists have one form in both drivers', async () => {
    const [row] = await db.database.query(
      `select 9007199254740991::bigint as big, 1.5::numeric as exact, 2 as whole, true as yes,
         $1::uuid as id, array['a', null, 'b,"']::text[] as list, '{"a":1}'::jsonb as json,
         null::text as nothing`,
      ['ABCDEF00-0000-4000-8000-000000000001'],
    )
    expect(row).toEqual({
      big: Number.MAX_SAFE_INTEGER,
      exact: 1.5,
      whole: 2,
      yes: true,
      id: 'abcdef00-0000-4000-8000-000000000001',
      list: ['a', null, 'b,"'],
      json: { a: 1 },
      nothing: null,
    })
  })

  test('any text at all can be stored, as a parameter, in a list and in rows', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 20 })
    const torn = fc.tuple(texts, texts).map(([a, b]) => `${a}\0\ud83d${b}\udc00`)
    await fc.assert(
      fc.asyncProperty(torn, async (text) => {
        const [row] = await db.database.query(
          `select $1::text as plain, $2::text[] as list,
             (select t from json_to_recordset($3::json) as r(t text)) as t`,
          [text, [text], rowsJson([{ t: text }])],
        )
        const mended = storable(text)
        expect(row).toEqual({ plain: mended, list: [mended], t: mended })
      }),
      { numRuns: 50 },
    )
  })

  test('a failed transaction leaves nothing behind and the connection usable', async () => {
    await db.database.script('create table trial (n integer primary key)')
    const failing = db.database.transaction(async (tx) => {
      await tx.query('insert into trial values (1)')
      await tx.query('insert into trial values (1)')
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(await db.database.query('select * from trial')).toEqual([])
  })

  test('a transaction in conflict with another runs again, and gives up in the end', async () => {
    let runs = 0
    const conflict = () => Object.assign(new Error('deadlock detected'), { code: '40P01' })
    const result = await db.database.transaction(async () => {
      runs += 1
      if (runs < 3) throw conflict()
      return runs
    })
    expect(result).toBe(3)
    const hopeless = db.database.transaction(() => Promise.reject(conflict()))
    await expect(hopeless).rejects.toThrow('deadlock')
  })
})

test('dates outside the years 1 to 9999 are refused before they reach SQL', () => {
  for (const at of [Number.NaN, Infinity, -62_135_596_800_001, 253_402_300_800_000]) {
    expect(() => iso(at)).toThrow('years 1 to 9999')
  }
})

test('a database that cannot be reached is tried again later', async () => {
  const url = 'postgres://nobody@127.0.0.1:1/none'
  const database = await openDatabase({ kind: 'postgres', url })
  const store = createStore(database, newId)
  const lease = {
    organizationId: randomUUID(),
    mailboxId: randomUUID(),
    token: 't',
    settingsRevision: 1,
  }
  const attempts = [
    () => store.claim({ workerId: 'w', now: NOW, leaseMs: 1, limit: 1 }),
    () => store.loadLinks(lease, ['a']),
    () => store.commit(lease, {}, NOW),
  ]
  for (const attempt of attempts) {
    const error = await attempt().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SyncError)
    expect(error).toMatchObject({ scope: 'mailbox', remedy: 'retry' })
  }
  await database.close()
})
