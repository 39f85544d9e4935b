import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { createStore, getSecret, listOrganizations, migrate } from '../src/index.ts'
import { migrations } from '../src/upkeep/migrate.ts'
import { describeSchema } from '../src/upkeep/schema-snapshot.ts'
import { emptyDatabase, KINDS, newId, type TestDatabase } from './support.ts'

// Databases of versions before this one, as scripts/keep-dump.ts has written them.

const folder = new URL('./kept/', import.meta.url)
const kept = readdirSync(folder).sort()
/** Of scripts/keep-dump.ts. */
const KEY = Buffer.from('1f'.repeat(32), 'hex')
const MONTH = 31 * 86_400_000

const sorted = (schema: string) =>
  schema
    .split('\n\n')
    .map((part) => part.split('\n').sort().join('\n'))
    .join('\n\n')

test('databases of the first release and of those after it are kept', () => {
  expect(kept).toEqual(expect.arrayContaining(['0015.sql', '0020.sql']))
})

describe.each(KINDS)('kept databases on %s', (kind) => {
  let db: TestDatabase
  afterEach(() => db.drop())

  test.each(kept)('%s is opened by this version, with all that is in it', async (name) => {
    db = await emptyDatabase(kind)
    const { database } = db
    await database.script(readFileSync(new URL(name, folder), 'utf8'))
    await migrate(database)
    const applied = await database.query('select number from sync.migration order by number')
    expect(applied).toEqual(migrations().map(({ number }) => ({ number })))
    const snapshot = readFileSync(new URL('../schema.snapshot.txt', import.meta.url), 'utf8')
    expect(sorted(await describeSchema(database))).toBe(sorted(snapshot))

    const [organization] = await listOrganizations(database)
    const { organizationId } = organization!
    const rows = (sql: string) => database.query(sql, [organizationId])
    expect(
      await rows(`select subject, activitytypecode as type from crm.activitypointer
        where organizationid = $1 order by subject`),
    ).toEqual([
      { subject: 'Kept and untracked', type: 'email' },
      { subject: 'Kept meeting', type: 'appointment' },
      { subject: 'Kept one', type: 'email' },
      { subject: 'Kept task', type: 'task' },
      { subject: 'Kept two', type: 'email' },
    ])
    expect(
      await rows(`select sum(linked) as linked, sum(ended) as ended, sum(parked) as parked
        from sync.link_count where organizationid = $1`),
    ).toEqual([{ linked: 4, ended: 1, parked: 0 }])
    // Emails are found again under the identity that this version knows them by.
    const identities = await rows('select identity from crm.email where organizationid = $1')
    for (const { identity } of identities) {
      expect(identity).toMatch(/^email:in:2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ:<.*>$/)
    }
    const [secret] = await rows('select name from sync.secret where organizationid = $1')
    const place = { organizationId, name: secret!.name as string }
    expect(await getSecret(database, KEY, place)).toBe('sandbox')
    // Synchronization goes on: every mailbox can be claimed, with its folders.
    const request = { workerId: 'kept', now: Date.now() + MONTH, leaseMs: 60_000, limit: 100 }
    const claims = await createStore(database, newId).claim(request)
    const [{ mailboxes }] = (await rows(
      'select count(*) as mailboxes from crm.mailbox where organizationid = $1',
    )) as [{ mailboxes: number }]
    expect(mailboxes).toBeGreaterThan(5)
    expect(claims).toHaveLength(mailboxes)
    expect(claims.every((claim) => claim.cursors.length > 0)).toBe(true)
  })
})
