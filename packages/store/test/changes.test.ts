import { randomUUID } from 'node:crypto'
import { columnByLogicalName, tableByLogicalName } from '@trackmark/dataverse'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type ChangeCursor,
  CursorExpiredError,
  countChanges,
  type Database,
  EVERYTHING,
  ensureOrganization,
  housekeeping,
  readChanges,
  TRACKED_TABLES,
} from '../src/index.ts'
import { KINDS, migratedDatabase, NOW, type TestDatabase } from './support.ts'

const CONTACT = tableByLogicalName('contact')!
const NAME = columnByLogicalName(CONTACT, 'fullname')!
const DAY = 86_400_000
const ALL = { userId: null, reach: EVERYTHING }

/** A follower: it knows what the answers gave, and nothing else. */
class Follower {
  readonly rows = new Map<string, unknown>()
  readonly database: Database
  readonly organizationId: string
  cursor: ChangeCursor | null = null

  constructor(database: Database, organizationId: string) {
    this.database = database
    this.organizationId = organizationId
  }

  async read(pageSize: number): Promise<number> {
    const { database, organizationId, cursor } = this
    const request = {
      organizationId,
      viewer: ALL,
      table: CONTACT,
      columns: [NAME],
      cursor,
      pageSize,
    }
    const { rows, deleted, next } = await readChanges(database, request)
    for (const row of rows) this.rows.set(row.id, row.values.fullname)
    for (const id of deleted) this.rows.delete(id)
    this.cursor = next
    return rows.length + deleted.length
  }

  /** Reads pages until a delta begins. */
  async finish(pageSize = 1000): Promise<void> {
    do await this.read(pageSize)
    while (this.cursor?.kind === 'page')
  }

  /** Reads two deltas, since the first one may end below transactions that were still running when it began. */
  async settle(): Promise<void> {
    await this.finish()
    await this.finish()
  }
}

/** Records the most rows that one statement deletes. */
const watched = (database: Database, most: { deleted: number }): Database => ({
  ...database,
  transaction: (work) =>
    database.transaction((tx) =>
      work({
        query: (sql, parameters = []) => {
          const places = parameters.at(-1)
          if (/^\s*delete/.test(sql) && Array.isArray(places)) {
            most.deleted = Math.max(most.deleted, places.length)
          }
          return tx.query(sql, parameters)
        },
      }),
    ),
})

async function tableRows(database: Database, organizationId: string) {
  const rows = await database.query<{ id: string; name: string }>(
    'select contactid as id, fullname as name from crm.contact where organizationid = $1',
    [organizationId],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

const INSERT = `insert into crm.contact (organizationid, contactid, fullname, createdon, modifiedon)
  values ($1, $2, $3, '2026-01-05', '2026-01-05')
  on conflict (organizationid, contactid) do update set fullname = excluded.fullname`
const UPDATE = `update crm.contact set fullname = $3, versionnumber = nextval('crm.versionnumber')
  where organizationid = $1 and contactid = $2`
const DELETE = 'delete from crm.contact where organizationid = $1 and contactid = $2'

type Write = { readonly kind: 'put' | 'change' | 'remove'; readonly row: number }

const IDS = Array.from({ length: 12 }, () => randomUUID())
let values = 0

async function write(
  client: { query(sql: string, parameters: unknown[]): Promise<unknown> },
  organizationId: string,
  { kind, row }: Write,
): Promise<void> {
  const name = `name ${++values}`
  if (kind === 'remove') await client.query(DELETE, [organizationId, IDS[row]])
  else await client.query(kind === 'put' ? INSERT : UPDATE, [organizationId, IDS[row], name])
}

const writes: fc.Arbitrary<Write> = fc.record({
  kind: fc.constantFrom('put' as const, 'put' as const, 'change' as const, 'remove' as const),
  row: fc.nat(IDS.length - 1),
})

describe.each(KINDS)('changes on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
  })
  afterAll(() => db.drop())

  async function newOrganization(): Promise<string> {
    const organizationId = randomUUID()
    const organization = {
      organizationId,
      uniqueName: organizationId,
      name: 'x',
      version: '9.2.0.0',
    }
    await ensureOrganization(db.database, organization, NOW)
    return organizationId
  }

  test('a follower has what the table has after any history, however small its pages', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.array(writes, { minLength: 1, maxLength: 4 }) },
      { weight: 2, arbitrary: fc.record({ pageSize: fc.integer({ min: 1, max: 5 }) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const organizationId = await newOrganization()
        const follower = new Follower(db.database, organizationId)
        for (const step of steps) {
          if ('pageSize' in step) await follower.read(step.pageSize)
          else {
            await db.database.transaction(async (tx) => {
              for (const one of step) await write(tx, organizationId, one)
            })
          }
        }
        await follower.settle()
        expect(follower.rows).toEqual(await tableRows(db.database, organizationId))
      }),
      { numRuns: 60 },
    )
  })

  test('a delta gives a change, a deletion, and then nothing', async () => {
    const organizationId = await newOrganization()
    for (const row of [0, 1, 2]) await write(db.database, organizationId, { kind: 'put', row })
    const follower = new Follower(db.database, organizationId)
    await follower.settle()
    await write(db.database, organizationId, { kind: 'change', row: 0 })
    await write(db.database, organizationId, { kind: 'remove', row: 1 })
    const cursor = follower.cursor as Extract<ChangeCursor, { kind: 'delta' }>
    const request = { organizationId, viewer: ALL, table: CONTACT, cursor }
    // This holds until all older transactions of the server have ended, whichever database they are in.
    await expect.poll(() => countChanges(db.database, request), { timeout: 60_000 }).toBe(2)
    const { rows, deleted } = await readChanges(db.database, {
      ...request,
      columns: [NAME],
      pageSize: 10,
    })
    expect(rows.map((row) => row.id)).toEqual([IDS[0]])
    expect(deleted).toEqual([IDS[1]])
    await follower.settle()
    expect(await follower.read(10)).toBe(0)
  })

  test('changes of one organization are not given to another', async () => {
    const [mine, other] = [await newOrganization(), await newOrganization()]
    const follower = new Follower(db.database, mine)
    await follower.settle()
    await write(db.database, other, { kind: 'put', row: 0 })
    await write(db.database, other, { kind: 'remove', row: 0 })
    expect(await follower.read(10)).toBe(0)
  })

  test('every tracked table stores the transaction of a write and leaves tombstones', async () => {
    for (const name of TRACKED_TABLES) {
      const triggers = await db.database.query<{ name: string }>(
        'select tgname as name from pg_trigger where tgrelid = $1::regclass order by 1',
        [`crm.${name}`],
      )
      expect([name, triggers.map((row) => row.name)]).toEqual([name, ['bury', 'touch']])
    }
  })

  test('old tombstones, deliveries and processes are deleted a few at a time', async () => {
    const organizationId = await newOrganization()
    const count = 1_100
    const past = new Date(NOW - 90 * DAY).toISOString()
    const fill = (sql: string, ...more: unknown[]) =>
      db.database.query(`${sql} from generate_series(1, $1::integer) as n`, [count, ...more])
    await fill(
      `insert into sync.tombstone (organizationid, tablename, rowid, changexid)
       select $2::uuid, 'email', gen_random_uuid(), '9000000000000'::xid8`,
      organizationId,
    )
    await fill(
      `insert into sync.webhook_delivery
         (organizationid, serviceendpointid, message, tablename, rowid, state, endedat)
       select $2::uuid, gen_random_uuid(), 'Update', 'email', gen_random_uuid(), 'done', $3::timestamptz`,
      organizationId,
      past,
    )
    await fill(
      `insert into sync.process (processid, isworker, startedat, seenat)
       select 'gone ' || n, false, $2::timestamptz, $2::timestamptz`,
      past,
    )
    const most = { deleted: 0 }
    const tidied = await housekeeping(watched(db.database, most), NOW)
    expect(tidied).toMatchObject({ deletions: count, deliveries: count })
    expect(most.deleted).toBe(500)
    const left = await db.database.query(`select 1 as one from sync.process where seenat = $1`, [
      past,
    ])
    expect(left).toEqual([])
  })

  test('old tombstones are deleted, and a follower that stayed away longer has to start over', async () => {
    const organizationId = await newOrganization()
    await write(db.database, organizationId, { kind: 'put', row: 0 })
    const away = new Follower(db.database, organizationId)
    await away.settle()
    await housekeeping(db.database, NOW)
    await write(db.database, organizationId, { kind: 'remove', row: 0 })
    await housekeeping(db.database, NOW + 10 * DAY)
    const present = new Follower(db.database, organizationId)
    await present.settle()

    await housekeeping(db.database, NOW + 20 * DAY)
    const kept = new Follower(db.database, organizationId)
    kept.cursor = away.cursor
    expect(await kept.read(10)).toBeGreaterThan(0)

    await housekeeping(db.database, NOW + 40 * DAY)
    const [left] = await db.database.query(
      'select 1 as one from sync.tombstone where organizationid = $1',
      [organizationId],
    )
    expect(left).toBeUndefined()
    await expect(away.read(10)).rejects.toThrow(CursorExpiredError)
    await present.settle()
    expect(present.rows.size).toBe(0)
  })

  test('a cursor of another database, or ahead of this one, has expired', async () => {
    const organizationId = await newOrganization()
    const follower = new Follower(db.database, organizationId)
    await follower.settle()
    const cursor = follower.cursor as Extract<ChangeCursor, { kind: 'delta' }>
    for (const other of [
      { ...cursor, epoch: '1.00000001' },
      { ...cursor, from: '18000000000000000000' },
    ]) {
      follower.cursor = other
      await expect(follower.read(10)).rejects.toThrow(CursorExpiredError)
    }
  })
})

const url = process.env.TEST_DATABASE_URL
if (url === undefined) console.log('skipped: concurrent writers (TEST_DATABASE_URL is not set)')

describe.runIf(url !== undefined)('changes under concurrent writers', () => {
  let db: TestDatabase
  let clients: pg.Client[] = []
  const organizationId = randomUUID()
  beforeAll(async () => {
    db = await migratedDatabase('postgres')
    const organization = { organizationId, uniqueName: 'c', name: 'x', version: '9.2.0.0' }
    await ensureOrganization(db.database, organization, NOW)
    const [row] = await db.database.query<{ name: string }>('select current_database() as name')
    const own = new URL(url!)
    own.pathname = `/${row!.name}`
    clients = Array.from({ length: 4 }, () => new pg.Client({ connectionString: own.href }))
    await Promise.all(clients.map((client) => client.connect()))
  })
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()))
    await db.drop()
  })

  test('a row committed late, with a lower version number than one already given, is given', async () => {
    const [slow, quick] = clients as [pg.Client, pg.Client]
    await slow.query('begin')
    await write(slow, organizationId, { kind: 'put', row: 0 })
    await write(quick, organizationId, { kind: 'put', row: 1 })
    const follower = new Follower(db.database, organizationId)
    await follower.settle()
    expect([...follower.rows.keys()]).toEqual([IDS[1]])
    await slow.query('commit')
    await follower.finish()
    expect(new Set(follower.rows.keys())).toEqual(new Set([IDS[0], IDS[1]]))
    const versions = await db.database.query<{ id: string }>(
      'select contactid as id from crm.contact where organizationid = $1 order by versionnumber',
      [organizationId],
    )
    expect(versions.map((row) => row.id)).toEqual([IDS[0], IDS[1]])
  })

  test('nothing is lost in any order of transactions held open across readings', async () => {
    const client = fc.nat(3)
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ client, write: writes }) },
      { weight: 1, arbitrary: fc.record({ client, savepoint: fc.constant(true) }) },
      { weight: 2, arbitrary: fc.record({ client, end: fc.constantFrom('commit', 'rollback') }) },
      { weight: 3, arbitrary: fc.record({ pageSize: fc.integer({ min: 1, max: 4 }) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        await db.database.query('delete from crm.contact where organizationid = $1', [
          organizationId,
        ])
        const follower = new Follower(db.database, organizationId)
        const open = new Map<number, Set<number>>()
        const end = async (n: number, how: string) => {
          if (open.delete(n)) await clients[n]!.query(how)
        }
        for (const step of steps) {
          if ('pageSize' in step) await follower.read(step.pageSize)
          else if ('end' in step) await end(step.client, step.end)
          else if ('savepoint' in step) {
            if (open.has(step.client)) await clients[step.client]!.query('savepoint s')
          } else {
            // One thread drives all writers: it must not wait for a row that it has locked itself.
            const held = [...open].some(
              ([n, rows]) => n !== step.client && rows.has(step.write.row),
            )
            if (held) continue
            if (!open.has(step.client)) {
              open.set(step.client, new Set())
              await clients[step.client]!.query('begin')
            }
            open.get(step.client)!.add(step.write.row)
            await write(clients[step.client]!, organizationId, step.write)
          }
        }
        for (const n of [...open.keys()]) await end(n, 'commit')
        await follower.finish()
        await follower.finish()
        expect(follower.rows).toEqual(await tableRows(db.database, organizationId))
      }),
      { numRuns: 150 },
    )
  })

  test('a follower keeps up with writers that never wait for it', async () => {
    const follower = new Follower(db.database, organizationId)
    let writing = clients.length
    const writers = clients.map(async (client, n) => {
      for (let turn = 0; turn < 150; turn++) {
        await client.query('begin')
        // In the order of rows, so that writers don't deadlock.
        for (let row = (turn + n) % 5; row < IDS.length; row += 5) {
          const kind = (['put', 'change', 'remove'] as const)[(turn + row + n) % 3]!
          await write(client, organizationId, { kind, row })
        }
        await client.query(turn % 7 === 0 ? 'rollback' : 'commit')
      }
      writing -= 1
    })
    while (writing > 0) await follower.read(3)
    await Promise.all(writers)
    await follower.settle()
    expect(follower.rows).toEqual(await tableRows(db.database, organizationId))
  })
})
