import { randomUUID } from 'node:crypto'
import { parseFetch, tableByLogicalName } from '@trackmark/dataverse'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addBulkDelete,
  addRows,
  type BulkDeleteJob,
  claimBulkDelete,
  deleteRow,
  EVERYTHING,
  endBulkDelete,
  ensureOrganization,
  housekeeping,
  nextToDelete,
  noteProgress,
  postponeBulkDelete,
  rootBusinessUnitId,
} from '../src/index.ts'
import { KINDS, MINUTE, migratedDatabase, NOW, type TestDatabase } from './support.ts'

const QUERY =
  '<fetch><entity name="contact"><filter><condition attribute="lastname" operator="like" value="old%"/></filter></entity></fetch>'
const CONTACT = tableByLogicalName('contact')!

describe.each(KINDS)('jobs that delete in bulk on %s', (kind) => {
  let db: TestDatabase
  const [mine, theirs] = [randomUUID(), randomUUID()] as const
  const userId = randomUUID()
  beforeAll(async () => {
    db = await migratedDatabase(kind)
    for (const organizationId of [mine, theirs]) {
      const uniqueName = `o${organizationId.slice(0, 6)}`
      const organization = { organizationId, uniqueName, name: 'x', version: '9.2.0.0' }
      await ensureOrganization(db.database, organization, NOW)
    }
  })
  afterAll(() => db.drop())
  beforeEach(async () => {
    for (const table of [
      'sync.bulk_delete',
      'crm.asyncoperation',
      'crm.bulkdeleteoperation',
      'crm.contact',
    ]) {
      await db.database.query(`delete from ${table}`)
    }
    for (const organizationId of [mine, theirs]) {
      const rows = [...Array(7).keys()].map((n) => ({
        contactid: randomUUID(),
        lastname: n < 5 ? `Old ${n}` : `New ${n}`,
      }))
      await addRows(db.database, organizationId, 'contact', rows, NOW - MINUTE)
    }
  })

  const writer = (organizationId: string, now = NOW) => ({
    tx: db.database,
    organizationId,
    userId,
    reach: EVERYTHING,
    now,
    newId: randomUUID,
  })
  async function add(organizationId: string, startOn: number | null = null): Promise<string> {
    const asyncOperationId = randomUUID()
    await addBulkDelete(writer(organizationId), {
      asyncOperationId,
      bulkDeleteOperationId: randomUUID(),
      name: 'Old contacts',
      table: 'contact',
      queries: [QUERY],
      roles: ['System Administrator'],
      startOn,
      businessUnitId: rootBusinessUnitId(organizationId),
    })
    return asyncOperationId
  }
  /** Deletes two rows. @returns false when none are left */
  async function work(tx: TestDatabase['database'], job: BulkDeleteJob, now = NOW) {
    const { organizationId } = job
    const context = {
      now,
      userId,
      businessUnitId: rootBusinessUnitId(organizationId),
      reach: EVERYTHING,
    }
    const parsed = parseFetch(job.queries[0]!, { now })
    if (!parsed.ok) throw new Error(parsed.error.message)
    const run = (text: string, parameters: readonly unknown[]) => tx.query(text, parameters)
    const page = await nextToDelete({ run, organizationId, context }, parsed.fetch, job, 2)
    for (const id of page.ids) await deleteRow({ ...writer(organizationId), tx }, CONTACT, id)
    const progress = {
      queryIndex: page.moreRecords ? 0 : 1,
      lastRowId: page.moreRecords ? page.ids.at(-1)! : null,
      deleted: page.ids.length,
      failed: 0,
    }
    await noteProgress(tx, job, progress, now)
    return page.moreRecords
  }
  const names = async (organizationId: string) =>
    (
      await db.database.query<{ lastname: string }>(
        'select lastname from crm.contact where organizationid = $1 order by 1',
        [organizationId],
      )
    ).map((row) => row.lastname)
  const jobs = () =>
    db.database.query(
      `select a.organizationid as org, a.statuscode as status, b.statuscode as same,
         b.successcount as deleted, a.retrycount as retries
       from crm.asyncoperation a join crm.bulkdeleteoperation b
         on b.organizationid = a.organizationid and b.asyncoperationid = a.asyncoperationid`,
    )

  test('a job continues where it stopped, keeps its counts, and touches no other organization', async () => {
    await add(mine)
    await db.database.transaction(async (tx) => {
      const job = await claimBulkDelete(tx, NOW)
      expect(job).toMatchObject({ organizationId: mine, ownerId: userId, startedOn: NOW })
      expect(await work({ ...db.database, query: tx.query }, job!)).toBe(true)
    })
    const killed = db.database.transaction(async (tx) => {
      await work({ ...db.database, query: tx.query }, (await claimBulkDelete(tx, NOW + 5))!)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    expect((await names(mine)).length).toBe(5)
    // Rows made after the job began aren't found.
    await addRows(
      db.database,
      mine,
      'contact',
      [{ contactid: randomUUID(), lastname: 'Old too' }],
      NOW + MINUTE,
    )
    for (let round = 0; round < 2; round++) {
      await db.database.transaction(async (tx) => {
        const job = (await claimBulkDelete(tx, NOW + 2 * MINUTE))!
        expect(job.startedOn).toBe(NOW)
        if (await work({ ...db.database, query: tx.query }, job, NOW + 2 * MINUTE)) return
        await endBulkDelete(tx, job, 'succeeded', null, NOW + 2 * MINUTE)
      })
    }
    expect(await names(mine)).toEqual(['New 5', 'New 6', 'Old too'])
    expect((await names(theirs)).length).toBe(7)
    expect(await jobs()).toEqual([{ org: mine, status: 30, same: 30, deleted: 5, retries: 0 }])
    expect(await claimBulkDelete(db.database, NOW + 2 * MINUTE)).toBeNull()
  })

  test('a job waits for its start and after a failure, and once ended it stays ended', async () => {
    await add(mine, NOW + MINUTE)
    expect(await claimBulkDelete(db.database, NOW)).toBeNull()
    const job = (await claimBulkDelete(db.database, NOW + MINUTE))!
    await postponeBulkDelete(db.database, job, NOW + 3 * MINUTE, NOW + MINUTE)
    expect(await claimBulkDelete(db.database, NOW + 2 * MINUTE)).toBeNull()
    expect((await claimBulkDelete(db.database, NOW + 3 * MINUTE))?.retries).toBe(1)
    await endBulkDelete(db.database, job, 'canceled', null, NOW + 3 * MINUTE)
    await endBulkDelete(db.database, job, 'failed', 'late', NOW + 4 * MINUTE)
    await postponeBulkDelete(db.database, job, NOW, NOW + 4 * MINUTE)
    expect(await jobs()).toMatchObject([{ status: 32, same: 32 }])
    expect(await claimBulkDelete(db.database, NOW + 9 * MINUTE)).toBeNull()
  })

  test('ended jobs are deleted after 30 days, others stay', async () => {
    await add(mine)
    const job = (await claimBulkDelete(db.database, NOW))!
    await endBulkDelete(db.database, job, 'succeeded', null, NOW)
    await add(theirs)
    const day = 24 * 60 * MINUTE
    expect((await housekeeping(db.database, NOW + 30 * day)).jobs).toBe(0)
    expect((await housekeeping(db.database, NOW + 30 * day + 1)).jobs).toBe(2)
    expect(await jobs()).toMatchObject([{ org: theirs, status: 0 }])
  })

  // The embedded database has one connection.
  const testOnPostgres = kind === 'postgres' ? test : () => {}
  testOnPostgres('a job is worked at by one process', async () => {
    const first = await add(mine)
    const second = await add(theirs)
    const claimed: (string | null)[] = []
    await db.database.transaction(async (one) => {
      claimed.push((await claimBulkDelete(one, NOW))!.asyncOperationId)
      await db.database.transaction(async (two) => {
        claimed.push((await claimBulkDelete(two, NOW))!.asyncOperationId)
        expect(await claimBulkDelete(db.database, NOW)).toBeNull()
      })
    })
    expect(new Set(claimed)).toEqual(new Set([first, second]))
  })
})
