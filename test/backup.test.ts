import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase, KINDS } from '../packages/store/test/support.ts'
import { createServerFixture, type RunningServer, until } from './support/server.ts'
import { type Json, MARK, received } from './support/world.ts'

/** A backup taken while mail flows is restored elsewhere, and synchronization goes on there. */
const PASS = 'correct horse battery'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trackmark-moved-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = async (server: RunningServer, query: string): Promise<Json[]> =>
  (await server.api('GET', `/api/data/v9.2/${query}`)).body.value
const subjects = async (server: RunningServer): Promise<string[]> => {
  const found = await rows(server, `activitypointers?$filter=startswith(subject,'Moved')`)
  return found.map(({ subject }) => subject).sort()
}

async function mark(server: RunningServer, mail: string, subject: string): Promise<string> {
  const made = await server.graph(
    'POST',
    `/users/${mail}/mailFolders/inbox/messages`,
    received({ subject, categories: [MARK] }),
  )
  expect(made.status).toBe(201)
  return `/users/${mail}/messages/${made.body.id}`
}

test.each(KINDS)('from the embedded database to %s, without a double', async (kind) => {
  const first = join(folder, `first-${kind}`)
  const second = join(folder, `second-${kind}`)
  const env = { TRACKMARK_BACKUP_PASSPHRASE: PASS }
  const one = await createServerFixture({ ...env, TRACKMARK_DATA_DIR: first })
  await one.start()
  const [{ mail }] = (await one.graph('GET', '/users?$top=1')).body.value
  const marked = [
    await mark(one, mail, 'Moved 1'),
    await mark(one, mail, 'Moved 2'),
    await mark(one, mail, 'Moved 3'),
  ]
  await until('all are tracked', async () => (await subjects(one)).length === 3)
  const contact = { firstname: 'Mo', lastname: 'Ved', emailaddress1: 'mo@moved.example' }
  await one.api('POST', '/api/data/v9.2/contacts', contact)
  const file = join(folder, `${kind}.backup`)
  const taken = await one.cli('trackmark', 'backup', file)
  expect(taken).toMatchObject({ code: 0, err: '' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  // What happens between the backup and the day it is needed.
  await mark(one, mail, 'Moved 4, after the backup')
  await one.graph('PATCH', marked[0]!, { categories: [] })
  await until('both are seen', async () => {
    const ended = await rows(one, 'exchangesyncidmappings?$filter=isunlinkedincrm eq true')
    return ended.length === 1 && (await subjects(one)).length === 4
  })
  await one.kill()

  // The mailboxes are the same ones, the installation and its key are others.
  cpSync(join(first, 'sandbox'), join(second, 'sandbox'), { recursive: true })
  await one.stop()
  const db = kind === 'postgres' ? await emptyDatabase(kind) : null
  const other = await createServerFixture({
    ...env,
    TRACKMARK_DATA_DIR: second,
    DATABASE_URL: db?.url ?? '',
  })
  try {
    await other.start()
    await until('it tracks by itself', async () => (await subjects(other)).length === 3)
    const refused = await other.cli('trackmark', 'restore', file)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('holds activities or accounts')
    const restored = await other.cli('trackmark', 'restore', file, '--replace')
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toContain('Mailboxes are synchronized from there on.')
    expect(await rows(other, `contacts?$filter=lastname eq 'Ved'`)).toHaveLength(1)
    const ids = () => rows(other, `emails?$filter=startswith(subject,'Moved')&$select=subject`)
    const before = await ids()
    await mark(other, mail, 'Moved 5, after the restore')
    await until('it goes on', async () => {
      const ended = await rows(other, 'exchangesyncidmappings?$filter=isunlinkedincrm eq true')
      return ended.length === 1 && (await subjects(other)).length === 5
    })
    expect(await subjects(other)).toEqual([
      'Moved 1',
      'Moved 2',
      'Moved 3',
      'Moved 4, after the backup',
      'Moved 5, after the restore',
    ])
    // They are the activities of the backup, not others made anew.
    const after = new Map((await ids()).map(({ activityid, subject }) => [activityid, subject]))
    for (const { activityid, subject } of before) expect(after.get(activityid)).toBe(subject)
    for (const path of marked.slice(1)) {
      expect((await other.graph('GET', path)).body.categories).toEqual([MARK])
    }
  } finally {
    await other.stop()
    await db?.drop()
  }
})
