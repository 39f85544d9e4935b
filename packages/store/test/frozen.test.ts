import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate, SchemaError } from '../src/index.ts'
import { FORMER } from '../src/upkeep/former-migrations.ts'
import { type Migration, migrations, statements } from '../src/upkeep/migrate.ts'
import { describeSchema } from '../src/upkeep/schema-snapshot.ts'
import { emptyDatabase, KINDS, type TestDatabase } from './support.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

test('no migration is edited: people have applied it', () => {
  const lines = read('../sql/hashes.txt').trim().split('\n')
  const frozen = new Map(lines.map((line) => line.split('  ').reverse() as [string, string]))
  for (const { name, hash } of migrations()) {
    expect(
      frozen.get(name) ?? 'not listed',
      `sql/${name} isn't what sql/hashes.txt lists. Is it new? Run node packages/store/test/regenerate-snapshot.ts. Has it landed? Take your edit back and write a new migration with the next number.`,
    ).toBe(hash)
    frozen.delete(name)
  }
  expect([...frozen.keys()], 'A migration that people have applied is gone: take it back').toEqual(
    [],
  )
})

/** Text of the present form, and the text of a former form in its place. */
type Edit = readonly [now: string, then: string]

/** A migration in a former form, which its hash proves. */
function former(number: number, name: string, edits: readonly Edit[]): Migration {
  const present = migrations().find((file) => file.number === number)!
  let sql = present.sql.replace(present.name, name)
  for (const [now, then] of edits) {
    expect(sql).toContain(now)
    sql = sql.replaceAll(now, then)
  }
  const hash = createHash('sha256').update(sql).digest('hex')
  expect(FORMER[hash]?.number, `${name} as edited here never was`).toBe(number)
  return { number: Number(name.slice(0, 4)), name, sql, hash }
}

const seriesEnded: Edit = ["('markRemoved', 'gone')", "('markRemoved', 'gone', 'seriesEnded')"]
const catchup: Edit = ['  catchup boolean not null,\n', '']
const ofLookups: Edit = [
  `
          where k.value is distinct from o.j -> k.key
            -- Which table a lookup points to is told with it.
            or n.j -> left(k.key, -4) is distinct from o.j -> left(k.key, -4) and k.key like '%type'
`,
  ' where k.value is distinct from o.j -> k.key\n',
]
const words: readonly Edit[] = [
  ['-- Case is folded by ICU: a database of locale C folds ASCII only.\n', ''],
  ["'simple'::regconfig, lower(translate(", "'simple'::regconfig, translate("],
  [`repeat(' ', 17)) collate "und-x-icu"))`, "repeat(' ', 17)))"],
]
const attempts: readonly Edit[] = [
  [
    '  createdon timestamptz not null,\n  lastsigninon',
    '  failures integer not null default 0, -- wrong passwords in a row\n  lockeduntil timestamptz,\n  createdon timestamptz not null,\n  lastsigninon',
  ],
  [
    `-- Wrong passwords, by the name typed and by where they came from. Both are kept as hashes, so that
-- names that are none tell nothing, and no addresses of people are collected.
`,
    '-- Wrong passwords by where they came from: one row for each address that was wrong lately.\n',
  ],
  ['  subject text not null,\n  failures', '  source text not null,\n  failures'],
  ['(organizationid, subject)', '(organizationid, source)'],
]
const copiesNow: readonly Edit[] = [
  [
    "'its series is looked at once more',\n    versionnumber",
    "'its series is looked at once more', decidedat = now(),\n    modifiedon = now(), versionnumber",
  ],
  [
    "parknexttryat = l.decidedat, rule = 'TR7', seen = 'looked at once more',\n  versionnumber",
    "parknexttryat = now(), rule = 'TR7', seen = 'looked at once more', decidedat = now(),\n  modifiedon = now(), versionnumber",
  ],
]
const waitsNow: readonly Edit[] = [
  ['believed before, end at once.', 'believed before, end within the hour.'],
  [
    'set dueat = failingsince\n  where failures > 0 and failingsince < dueat',
    "set dueat = now() + interval '1 hour'\n  where failures > 0 and dueat > now() + interval '1 hour'",
  ],
  [
    'set parknexttryat = decidedat\n  where parkcode is not null and decidedat < parknexttryat',
    "set parknexttryat = now() + interval '1 hour'\n  where parkcode is not null and parknexttryat > now() + interval '1 hour'",
  ],
  [
    'set nexttryat = failedon\n  where failedon < nexttryat',
    "set nexttryat = now() + interval '1 hour'\n  where nexttryat > now() + interval '80 minutes'",
  ],
]
const until = (number: number) => migrations().filter((file) => file.number <= number)
const between = (first: number, last: number) =>
  migrations().filter((file) => file.number >= first && file.number <= last)

/** Migrations of data folders of those days. */
const ERAS: readonly (readonly [string, () => readonly Migration[]])[] = [
  ['2026-11-23, first', () => [...until(1), former(2, '0002_sync.sql', [catchup, seriesEnded])]],
  ['2026-11-23, last', () => [...until(1), former(2, '0002_sync.sql', [seriesEnded])]],
  [
    '2026-11-24, numbered with a gap',
    () => [
      ...until(2),
      former(3, '0003_changes.sql', [ofLookups]),
      ...between(4, 6),
      former(7, '0008_directory.sql', []),
      former(8, '0009_webapi_indexes.sql', []),
      former(9, '0010_change_expiry.sql', []),
    ],
  ],
  [
    '2026-11-26, before noon',
    () => [
      ...until(10),
      former(11, '0011_observability.sql', words),
      former(12, '0012_sign_in.sql', attempts),
    ],
  ],
  [
    '2026-11-26, noon',
    () => [...until(10), former(11, '0011_observability.sql', words), ...between(12, 13)],
  ],
  [
    '2026-11-30, afternoon',
    () => [
      ...until(15),
      former(16, '0016_copies.sql', copiesNow),
      ...between(17, 17),
      former(18, '0019_more_columns.sql', []),
      former(20, '0020_failing_folders.sql', waitsNow),
    ],
  ],
  ['2026-11-30, the counters alone', () => [...until(15), former(17, '0016_counters.sql', [])]],
]

/** A schema without the order of columns, which no statement depends on: added columns come last. */
const sorted = (schema: string) =>
  schema
    .split('\n\n')
    .map((part) => part.split('\n').sort().join('\n'))
    .join('\n\n')

describe.each(KINDS)('migrations that were edited, on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await emptyDatabase(kind)
  })
  afterAll(() => db.drop())

  async function apply(files: readonly Migration[]): Promise<void> {
    const { database } = db
    await database.script('drop schema if exists crm cascade; drop schema if exists sync cascade')
    await database.script(`create schema sync; create table sync.migration (
      number integer primary key, name text not null, hash text not null)`)
    for (const { number, name, hash, sql } of files) {
      for (const statement of statements(sql)) await database.query(statement)
      await database.query('insert into sync.migration values ($1, $2, $3)', [number, name, hash])
    }
  }

  test.each(ERAS)('a database of %s gets the schema of a new one', async (_name, files) => {
    await apply(files())
    await migrate(db.database)
    expect(sorted(await describeSchema(db.database))).toBe(sorted(read('../schema.snapshot.txt')))
    const applied = await db.database.query('select number, hash from sync.migration order by 1')
    expect(applied).toEqual(migrations().map(({ number, hash }) => ({ number, hash })))
  })

  test('every former form is among these databases', () => {
    const seen = new Set(ERAS.flatMap(([, files]) => files().map(({ hash }) => hash)))
    expect(Object.keys(FORMER).filter((hash) => !seen.has(hash))).toEqual([])
  })

  test('words are folded anew in indexes that were made before', async () => {
    await apply([...until(10), former(11, '0011_observability.sql', words)])
    await db.database.query(
      `insert into crm.email (organizationid, activityid, subject, createdon, modifiedon)
       values ($1, $1, 'ŁÓDŹ', '2026-11-26', '2026-11-26')`,
      ['00000000-0000-4000-8000-000000000001'],
    )
    await migrate(db.database)
    const find = `select subject from crm.email
      where crm.searchwords(subject, sender, torecipients) @@ to_tsquery('simple', 'łódź')`
    expect(await db.database.query(find)).toHaveLength(1)
    const byIndex = await db.database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off')
      return tx.query(find)
    })
    expect(byIndex).toHaveLength(1)
  })

  test('an unknown form of a migration is refused, and nothing is changed', async () => {
    await apply(until(12))
    await db.database.query(`update sync.migration set hash = 'other' where number = 1`)
    const failing = migrate(db.database)
    await expect(failing).rejects.toThrow(SchemaError)
    await expect(failing).rejects.toThrow('0001_crm.sql')
    const [row] = await db.database.query('select max(number) as newest from sync.migration')
    expect(row).toEqual({ newest: 12 })
  })

  test('a newer schema is reported as newer, even where its migrations differ', async () => {
    await apply(until(3))
    await db.database.query(`update sync.migration set hash = 'other' where number = 3`)
    await db.database.query(`insert into sync.migration values (999, 'x', 'x')`)
    const failing = migrate(db.database)
    await expect(failing).rejects.toThrow(SchemaError)
    await expect(failing).rejects.toThrow(/made by a newer version .* schema is 999/)
  })
})
