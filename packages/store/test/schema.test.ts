import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sqlType, TABLES } from '@trackmark/dataverse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../src/index.ts'
import { migrations } from '../src/upkeep/migrate.ts'
import { describeSchema } from '../src/upkeep/schema-snapshot.ts'
import { emptyDatabase, KINDS, migratedDatabase, type TestDatabase } from './support.ts'

/** Columns of ours in tables of Dataverse; marked private in the migration. */
const PRIVATE: Readonly<Record<string, readonly string[]>> = {
  organization: [
    'uniquename',
    'version',
    'settingsrevision',
    'hostnames',
    'isdisabled',
    'usestrackingtokens',
  ],
  emailserverprofile: ['connector', 'connection'],
  mailboxtrackingcategory: ['purpose', 'color', 'earliernames', 'epoch'],
  tracelog: ['alertsubject', 'question', 'answer', 'changexid', 'timesraised'],
  contact: ['changexid'],
  account: ['changexid'],
  lead: ['changexid'],
  email: ['identity', 'changexid'],
  appointment: ['identity', 'changexid'],
  recurringappointmentmaster: ['identity', 'changexid'],
  task: ['identity', 'changexid'],
}

/** Not sharded by organization: the lists of migrations and processes, and what finds the organization itself. */
const ACROSS_ORGANIZATIONS = [
  'migration_pkey',
  'organization_uniquename',
  'mailbox_schedule_due',
  'mailbox_test_due',
  'process_pkey',
]

/**
 * Words of all organizations in one index: an inverted index takes no organizationid without an
 * extension. It isn't unique, and what it finds is held against the organization.
 */
const WORDS = [
  'appointment_search',
  'email_search',
  'recurringappointmentmaster_search',
  'task_search',
]

/** A hash index has one column. Not unique either, and held against the organization likewise. */
const HASHES = ['email_messageid']

describe.each(KINDS)('schema on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  test('the migrations make the schema of the snapshot', async () => {
    const snapshot = readFileSync(new URL('../schema.snapshot.txt', import.meta.url), 'utf8')
    // When it differs on purpose: node packages/store/test/regenerate-snapshot.ts
    expect(await describeSchema(db.database)).toBe(snapshot)
  })

  test.each(TABLES)(
    '$logicalName has every column of the catalogue, and no others',
    async (table) => {
      const rows = await db.database.query<{ name: string; type: string }>(
        `select column_name as name, data_type as type from information_schema.columns
       where table_schema = 'crm' and table_name = $1`,
        [table.logicalName],
      )
      const found = new Map(
        rows.map((row) => [row.name, row.type.replace('timestamp with time zone', 'timestamptz')]),
      )
      const wanted = new Map<string, string>([['organizationid', 'uuid']])
      for (const column of table.columns) {
        const type = sqlType(column)
        if (column.physical !== null && type !== null) wanted.set(column.physical, type)
        if (column.physicalType !== null) wanted.set(column.physicalType, 'text')
      }
      for (const name of PRIVATE[table.logicalName] ?? []) {
        expect(found.has(name), name).toBe(true)
        found.delete(name)
      }
      const sorted = (map: Map<string, string>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
      expect(sorted(found)).toEqual(sorted(wanted))
    },
  )

  test('organizationid leads every key and index, and nothing refers to another table', async () => {
    const indexes = await db.database.query<{ name: string; first: string }>(
      `select c.relname as name, pg_get_indexdef(i.indexrelid, 1, true) as first
       from pg_index i join pg_class c on c.oid = i.indexrelid
       join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('crm', 'sync')`,
    )
    expect(indexes.length).toBeGreaterThan(30)
    const other = indexes.filter((index) => index.first !== 'organizationid')
    expect(other.map((index) => index.name).sort()).toEqual(
      [...ACROSS_ORGANIZATIONS, ...WORDS, ...HASHES].sort(),
    )
    const [foreign] = await db.database.query<{ keys: number }>(
      `select count(*) as keys from pg_constraint where contype = 'f'`,
    )
    expect(foreign).toEqual({ keys: 0 })
  })
})

describe.each(KINDS)('migrations on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await emptyDatabase(kind)
  })
  afterAll(() => db.drop())

  test('processes that start at the same time apply each migration once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => migrate(db.database)))
    const applied = await db.database.query('select number from sync.migration order by number')
    expect(applied).toEqual(migrations().map(({ number }) => ({ number })))
  })

  test('emails tracked before are found under the identity that core gives them now', async () => {
    const { database } = db
    const organizationId = '00000000-0000-4000-8000-0000000000aa'
    const insert = (n: number, identity: string, messageId: string | null) =>
      database.query(
        `insert into crm.email (organizationid, activityid, activitytypecode, identity, messageid,
           senton, createdon, modifiedon)
         values ($1, $2, 'email', $3, $4, $5, $5, $5)`,
        [
          organizationId,
          `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
          identity,
          messageId,
          '2026-11-23T12:00:00.400Z',
        ],
      )
    await insert(1, 'email:in:<1@example.com>', '<1@example.com>')
    await insert(2, 'email:out:<1@example.com>\u001fabc', '<1@example.com>')
    await insert(3, 'email:in:mailbox:key', null)
    const { sql } = migrations().find(({ name }) => name === '0019_identity_by_time.sql')!
    await database.script(sql)
    const rows = await database.query<{ identity: string }>(
      'select identity from crm.email where organizationid = $1 order by activityid',
      [organizationId],
    )
    expect(rows.map((row) => row.identity)).toEqual([
      'email:in:2026-11-23T12:00:00Z:<1@example.com>',
      'email:out:2026-11-23T12:00:00Z:<1@example.com>\u001fabc',
      'email:in:mailbox:key',
    ])
  })
})

test('migrations are numbered without gaps and say whether old workers survive them', () => {
  for (const [index, file] of migrations().entries()) {
    expect(file.number).toBe(index + 1)
    expect(file.sql).toMatch(new RegExp(`^-- ${file.name}\n-- breaking: (yes|no)\n-- \\S`))
  }
})

/** The file that asks for the database's time on purpose. */
const ITS_CLOCK = join('database', 'clock.ts')

test('no statement asks the database for the time', () => {
  const files = ['../sql/', '../src/'].flatMap((folder) => {
    const url = new URL(folder, import.meta.url)
    return readdirSync(url, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|sql)$/.test(name) && !name.endsWith('.test.ts'))
      .filter((name) => name !== ITS_CLOCK)
      .map((name) => new URL(name, url))
  })
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/Date\.now\(\)/g, '')
    expect(text, file.pathname).not.toMatch(/\bnow\(\)|current_timestamp|clock_timestamp/i)
  }
})
