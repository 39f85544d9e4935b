import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vacuumEmbedded } from '../src/index.ts'
import { emptyDatabase, KINDS, type TestDatabase } from './support.ts'

describe.each(KINDS)('vacuuming on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await emptyDatabase(kind)
    await db.database.script('create table "Trial" (n integer); create table still (n integer)')
  })
  afterAll(() => db.drop())

  /** Statistics are otherwise written once a second. */
  const tend = async () => {
    await db.database.query('select pg_stat_force_next_flush()')
    return vacuumEmbedded(db.database)
  }
  const pages = async () => {
    const [row] = await db.database.query<{ size: number }>(
      `select pg_relation_size('"Trial"') as size`,
    )
    return row!.size
  }

  test('a table that is changed again and again stops growing; an unchanged one is left alone', async () => {
    const wanted = kind === 'pglite' ? ['public."Trial"'] : []
    await db.database.query('insert into "Trial" select generate_series(1, 500)')
    expect(await tend()).toEqual(wanted)
    expect(await tend()).toEqual([])
    const sizes: number[] = []
    for (let round = 0; round < 4; round++) {
      for (let change = 0; change < 3; change++) {
        await db.database.query('update "Trial" set n = n + 1')
      }
      expect(await tend()).toEqual(wanted)
      sizes.push(await pages())
    }
    if (kind === 'pglite') expect(new Set(sizes.slice(1)).size).toBe(1)
  })
})
