import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@trackmark/store'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, KINDS, type TestDatabase } from '../../store/test/support.ts'
import { emptyFolder } from '../../store/test/template.ts'
import { type Config, loadConfig } from '../src/config/load.ts'
import { moveDatabase } from '../src/move.ts'
import { everything } from './everything.ts'

const KEPT = new URL('../../store/test/kept/0020.sql', import.meta.url)
const isHere = KINDS.includes('postgres')

let dataDir: string
let db: TestDatabase
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trackmark-move-'))
  db = await emptyDatabase(isHere ? 'postgres' : 'pglite')
})
afterEach(async () => {
  await db.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const configured = (): Config =>
  loadConfig({
    flags: {},
    env: {
      TRACKMARK_DATA_DIR: dataDir,
      DATABASE_URL: db.url ?? 'postgres://127.0.0.1:1/none',
      TRACKMARK_SECRET_KEY: '1f'.repeat(32),
    },
    cwd: dataDir,
  }).config

test.skipIf(!isHere)('the embedded database is moved to PostgreSQL, and back', async () => {
  const config = configured()
  cpSync(await emptyFolder(), dataDir, { recursive: true })
  const embedded = await openDatabase({ kind: 'pglite', dataDir })
  await embedded.script(readFileSync(KEPT, 'utf8'))
  await embedded.close()

  const rows = await moveDatabase(config, { to: 'postgresql', replace: false })
  expect(rows).toBeGreaterThan(150)
  const moved = await everything(db.database)
  expect(moved['crm.email']).toHaveLength(3)
  const [secret] = await db.database.query('select name from sync.secret')
  expect(secret).toEqual({ name: expect.stringMatching(/^profile\//) })

  const again = moveDatabase(config, { to: 'postgresql', replace: false })
  await expect(again).rejects.toThrow('holds an installation already')
  await moveDatabase(config, { to: 'embedded', replace: true })
  const back = await openDatabase({ kind: 'pglite', dataDir })
  try {
    expect(await everything(back)).toEqual(moved)
  } finally {
    await back.close()
  }
  // No temporary files are left.
  expect(readdirSync(join(dataDir, 'transfers'))).toEqual([])
})

test('a running server has to be stopped first', async () => {
  cpSync(await emptyFolder(), dataDir, { recursive: true })
  const running = await openDatabase({ kind: 'pglite', dataDir })
  try {
    const moving = moveDatabase(configured(), { to: 'postgresql', replace: false })
    await expect(moving).rejects.toThrow(/in use|running/i)
  } finally {
    await running.close()
  }
})

test('missing configuration is reported', async () => {
  const config = configured()
  const moving = moveDatabase(config, { to: 'postgresql', replace: false })
  await expect(moving).rejects.toThrow('There is no embedded database in')
  const alone = moveDatabase({ ...config, databaseUrl: null }, { to: 'embedded', replace: false })
  await expect(alone).rejects.toThrow('Set DATABASE_URL')
})
