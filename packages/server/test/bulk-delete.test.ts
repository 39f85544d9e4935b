import { type Database, housekeeping } from '@trackmark/store'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runBatch } from '../src/runtime/bulk-delete.ts'
import { newId } from '../src/runtime/new-id.ts'
import { createTestApp, HELP, type Json, NOW, type TestApp, TOKEN } from './support.ts'

const API = '/api/data/v9.2'
const id = (n: number): string => `60000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let server: TestApp
let basicUser: string
const errors: unknown[] = []
beforeAll(async () => {
  server = await createTestApp()
  const body = { name: 'basic', role: 'Basic User' }
  basicUser = (await server.call('POST', '/api/admin/tokens', { body })).body.token
})
afterAll(() => server.close())
beforeEach(async () => {
  server.now.value = NOW
  errors.length = 0
  for (const table of [
    'crm.contact',
    'crm.task',
    'sync.bulk_delete',
    'crm.asyncoperation',
    'crm.bulkdeleteoperation',
  ]) {
    await server.database.query(`delete from ${table}`)
  }
})

const deps = (database: Database = server.database) => ({
  database,
  clock: () => server.now.value,
  newId,
  log: { error: (what: unknown) => void errors.push(what) },
})
async function runAll(): Promise<number> {
  let batches = 0
  while (await runBatch(deps())) batches++
  return batches
}

/** Inserts contacts 1 to n, created in the past. */
async function contacts(count: number): Promise<void> {
  await server.database.query(
    `insert into crm.contact (organizationid, contactid, lastname, createdon, modifiedon)
     select $1, ('60000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Name ' || n, $2, $2
     from generate_series(1, $3::integer) n`,
    [server.organizationId, new Date(NOW - 1000).toISOString(), count],
  )
}
const left = async () =>
  (await server.call('GET', `${API}/contacts/$count`)).body as unknown as string

const query = (...conditions: readonly (readonly [string, string, ...unknown[]])[]) => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.QueryExpression',
  EntityName: 'contact',
  ColumnSet: { AllColumns: false, Columns: [] },
  Criteria: {
    FilterOperator: 'And',
    Conditions: conditions.map(([AttributeName, Operator, ...values]) => ({
      AttributeName,
      Operator,
      Values: values.map((Value) => ({ Value: String(Value), Type: 'System.String' })),
    })),
  },
})
const ask = (querySet: unknown, more: Record<string, unknown> = {}, token = TOKEN) =>
  server.call('POST', `${API}/BulkDelete`, {
    headers: { authorization: `Bearer ${token}` },
    body: {
      QuerySet: querySet,
      JobName: 'Old contacts',
      SendEmailNotification: false,
      ToRecipients: [],
      CCRecipients: [],
      RecurrencePattern: '',
      ...more,
    },
  })
async function jobOf(jobId: string): Promise<{ job: Json; deletion: Json }> {
  const job = await server.call('GET', `${API}/asyncoperations(${jobId})`)
  const deletions = await server.call(
    'GET',
    `${API}/bulkdeleteoperations?$filter=_asyncoperationid_value eq ${jobId}`,
  )
  return { job: job.body, deletion: deletions.body.value?.[0] }
}

describe('a bulk deletion', () => {
  test('is a job that tells how far it has come, in batches of 50 rows', async () => {
    await contacts(120)
    const { status, body } = await ask([query()])
    expect([status, body['@odata.context']]).toEqual([
      200,
      `http://crm.test${API}/$metadata#Microsoft.Dynamics.CRM.BulkDeleteResponse`,
    ])
    expect(await jobOf(body.JobId)).toMatchObject({
      job: { name: 'Old contacts', operationtype: 13, statecode: 0, statuscode: 0 },
      deletion: { name: 'Old contacts', statecode: 0, successcount: 0 },
    })
    await runBatch(deps())
    expect(await left()).toBe('70')
    expect(await jobOf(body.JobId)).toMatchObject({
      job: { statecode: 2, statuscode: 20, startedon: '2026-01-05T09:00:00Z' },
      deletion: { statecode: 2, statuscode: 20, successcount: 50, failurecount: 0 },
    })
    await runAll()
    expect(await left()).toBe('0')
    expect(await jobOf(body.JobId)).toMatchObject({
      job: { statecode: 3, statuscode: 30, completedon: '2026-01-05T09:00:00Z' },
      deletion: { statecode: 3, statuscode: 30, successcount: 120, failurecount: 0 },
    })
    expect(await runBatch(deps())).toBe(false)
  })

  test('carries out its queries one after the other', async () => {
    await contacts(20)
    await ask([
      query(['lastname', 'In', 'Name 1', 'Name 2']),
      query(['lastname', 'EndsWith', '3'], ['contactid', 'NotEqual', id(13)]),
      { ...query(['contactid', 'In', id(5), id(6)]) },
      query(['lastname', 'Contains', '_']),
      query(['createdon', 'LastXDays', 2], ['lastname', 'Equal', 'Name 7']),
      {
        EntityName: 'contact',
        LinkEntities: [
          {
            LinkToEntityName: 'account',
            LinkFromAttributeName: 'parentcustomerid',
            LinkToAttributeName: 'accountid',
            JoinOperator: 'Inner',
          },
        ],
      },
    ])
    await runAll()
    expect(errors).toEqual([])
    const { body } = await server.call('GET', `${API}/contacts?$select=lastname`)
    const names = body.value
      .map((one: Json) => Number(one.lastname.slice(5)))
      .sort((a: number, b: number) => a - b)
    expect(names).toEqual([4, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
  })

  test('leaves rows that are made after it began', async () => {
    await contacts(60)
    await ask([query()])
    await runBatch(deps())
    server.now.value += 5_000
    const made = await server.call('POST', `${API}/contacts`, {
      body: { contactid: id(999_999), lastname: 'New' },
    })
    expect(made.status).toBe(204)
    await runAll()
    expect(await left()).toBe('1')
  })

  test('goes on after a crash at any statement, and counts each row once', async () => {
    await contacts(130)
    const { body } = await ask([query()])
    let crashes = 0
    for (let after = 1; after < 400; after += 37) {
      let statements = 0
      const crashing: Database = {
        ...server.database,
        transaction: (work) =>
          server.database.transaction((tx) =>
            work({
              query: (sql, parameters) => {
                if (++statements > after && crashes <= after / 37) {
                  crashes++
                  throw new Error('the process was killed')
                }
                return tx.query(sql, parameters)
              },
            }),
          ),
      }
      await runBatch(deps(crashing)).catch(() => {})
      const { deletion } = await jobOf(body.JobId)
      expect(deletion.successcount + Number(await left())).toBe(130)
      // Retries are due later.
      server.now.value += 3_600_000
      await server.database.query('update crm.asyncoperation set retrycount = 0')
    }
    expect(crashes).toBeGreaterThan(3)
    while (await runBatch(deps())) server.now.value += 3_600_000
    expect((await jobOf(body.JobId)).deletion).toMatchObject({ successcount: 130, statuscode: 30 })
  })

  test('that fails again and again ends, and says so', async () => {
    await contacts(1)
    const { body } = await ask([query()])
    await server.database.query(`update sync.bulk_delete set queries = array['<fetch']`)
    await runBatch(deps())
    const { job, deletion } = await jobOf(body.JobId)
    expect([job.statuscode, deletion.statuscode]).toEqual([31, 31])
    expect(job.message).toContain('fetchXml')
    expect(await left()).toBe('1')
  })

  test('counts rows that can’t be deleted, and continues', async () => {
    const { body } = await ask([{ EntityName: 'queue' }, query()])
    await contacts(1)
    await runAll()
    expect((await jobOf(body.JobId)).deletion).toMatchObject({
      statuscode: 30,
      successcount: 1,
      failurecount: 1,
    })
    expect((await server.call('GET', `${API}/queues(${HELP})`)).status).toBe(200)
  })

  test('waits for its time', async () => {
    await contacts(1)
    const { body } = await ask([query()], { StartDateTime: '2026-01-05T10:00:00Z' })
    expect(await runBatch(deps())).toBe(false)
    expect((await jobOf(body.JobId)).job).toMatchObject({ statecode: 1, statuscode: 10 })
    server.now.value = Date.UTC(2026, 0, 5, 10)
    await runAll()
    expect(await left()).toBe('0')
  })

  test('is canceled by a person, and nothing else is done to it', async () => {
    await contacts(60)
    const { body } = await ask([query()])
    await runBatch(deps())
    const patch = (values: unknown) =>
      server.call('PATCH', `${API}/asyncoperations(${body.JobId})`, { body: values })
    expect((await patch({ statecode: 3, statuscode: 30 })).status).toBe(400)
    expect((await patch({ statecode: 0 })).status).toBe(400)
    expect((await patch({ name: 'x' })).status).toBe(400)
    expect((await patch({ statecode: 3, statuscode: 32 })).status).toBe(204)
    await runAll()
    const { job, deletion } = await jobOf(body.JobId)
    expect([job.statuscode, deletion.statuscode, await left()]).toEqual([32, 32, '10'])
    expect((await patch({ statecode: 3, statuscode: 32 })).status).toBe(400)
  })

  test('keeps its rows until it has ended', async () => {
    await contacts(60)
    const { body } = await ask([query()])
    await runBatch(deps())
    const { deletion } = await jobOf(body.JobId)
    const addresses = [
      `${API}/bulkdeleteoperations(${deletion.bulkdeleteoperationid})`,
      `${API}/asyncoperations(${body.JobId})`,
    ]
    for (const address of addresses) {
      const refused = await server.call('DELETE', address)
      expect([refused.status, refused.body.error.message]).toEqual([
        405,
        expect.stringContaining('cancel it first'),
      ])
    }
    const cancel = { statecode: 3, statuscode: 32 }
    await server.call('PATCH', addresses[1]!, { body: cancel })
    for (const address of addresses) expect((await server.call('DELETE', address)).status).toBe(204)
    await runAll()
    expect(await left()).toBe('10')
    expect(await server.database.query('select 1 from sync.bulk_delete')).toEqual([])
  })

  test('deletes ended jobs, but neither running ones nor itself', async () => {
    await contacts(1)
    const ended = (await ask([query()])).body.JobId
    await runAll()
    const waiting = (await ask([query()], { StartDateTime: '2026-01-06T10:00:00Z' })).body.JobId
    server.now.value += 1_000
    const { body } = await ask([{ EntityName: 'asyncoperation' }])
    await runAll()
    const { deletion } = await jobOf(body.JobId)
    expect(deletion).toMatchObject({ statuscode: 30, successcount: 1, failurecount: 2 })
    expect((await jobOf(ended)).job.error.code).toBe('0x80040217')
    expect((await jobOf(waiting)).job.statuscode).toBe(10)
  })

  test('takes all rows that links find several times', async () => {
    await contacts(3)
    await server.database.query(
      `insert into crm.task (organizationid, activityid, activitytypecode, subject,
         regardingobjectid, regardingobjectidtype, createdon, modifiedon)
       select $1, gen_random_uuid(), 'task', 'x', contactid, 'contact', createdon, createdon
       from crm.contact, generate_series(1, 60)`,
      [server.organizationId],
    )
    await ask([
      {
        EntityName: 'contact',
        LinkEntities: [
          {
            LinkToEntityName: 'task',
            LinkFromAttributeName: 'contactid',
            LinkToAttributeName: 'regardingobjectid',
          },
        ],
      },
    ])
    await runAll()
    expect(await left()).toBe('0')
  })

  test('that meets a deadlock is tried again, and counts no failure for it', async () => {
    await contacts(2)
    const { body } = await ask([query()])
    const locked: Database = {
      ...server.database,
      transaction: (work) =>
        server.database.transaction((tx) =>
          work({
            query: (sql, parameters) => {
              if (!/^delete from \S*contact/.test(sql)) return tx.query(sql, parameters)
              throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
            },
          }),
        ),
    }
    await runBatch(deps(locked))
    expect(await jobOf(body.JobId)).toMatchObject({
      job: { statuscode: 10, retrycount: 1, postponeuntil: '2026-01-05T09:01:00Z' },
      deletion: { successcount: 0, failurecount: 0 },
    })
    server.now.value += 60_000
    await runAll()
    expect((await jobOf(body.JobId)).deletion).toMatchObject({ statuscode: 30, successcount: 2 })
  })

  test('is forgotten 30 days after it ended', async () => {
    await contacts(1)
    await ask([query()])
    await runAll()
    await ask([query()], { StartDateTime: '2027-01-05T10:00:00Z' })
    const DAY = 86_400_000
    expect((await housekeeping(server.database, NOW + 29 * DAY)).jobs).toBe(0)
    expect((await housekeeping(server.database, NOW + 31 * DAY)).jobs).toBe(2)
    const { body } = await server.call('GET', `${API}/asyncoperations`)
    expect(body.value).toMatchObject([{ statuscode: 10 }])
  })
})

describe('who may', () => {
  test('delete rows one by one, may have it done', async () => {
    await contacts(2)
    await server.database.query(
      `update crm.contact set ownerid = (select systemuserid from sync.api_token where name = 'basic')`,
    )
    expect((await ask([query()], {}, basicUser)).status).toBe(200)
    expect((await ask([{ EntityName: 'queue' }], {}, basicUser)).status).toBe(403)
    expect((await ask([query(), { EntityName: 'tracelog' }], {}, basicUser)).status).toBe(403)
    expect((await ask([{ EntityName: 'mailbox' }])).status).toBe(405)
    await runAll()
    expect(await left()).toBe('0')
    const other = await server.call('POST', `${API}/asyncoperations`, { body: {} })
    expect(other.status).toBe(405)
  })

  test('can’t any longer once they may not delete the rows themselves', async () => {
    await contacts(1)
    const { body } = await ask([query()])
    await server.database.query(`update sync.bulk_delete set roles = array['System Customizer']`)
    await runAll()
    const { job } = await jobOf(body.JobId)
    expect([job.statuscode, await left()]).toEqual([31, '1'])
    expect(job.message).toContain('System Customizer')
  })

  test('be a user who is there and enabled', async () => {
    await contacts(1)
    const { body } = await ask([query()])
    await server.database.query('update crm.asyncoperation set ownerid = $1', [id(1)])
    await runAll()
    expect([(await jobOf(body.JobId)).job.message, await left()]).toEqual([
      expect.stringContaining('disabled or gone'),
      '1',
    ])
  })
})

test.each([
  ['no query', [], {}, 'QuerySet'],
  ['no name', [query()], { JobName: undefined }, 'JobName'],
  ['mail', [query()], { SendEmailNotification: true }, 'nobody is mailed'],
  ['recipients', [query()], { ToRecipients: [{}] }, 'nobody is mailed'],
  ['recurrence', [query()], { RecurrencePattern: 'FREQ=DAILY' }, 'run once'],
  ['a time that is none', [query()], { StartDateTime: 'soon' }, 'instant'],
  ['some rows of a query', [{ ...query(), TopCount: 5 }], {}, 'all rows'],
  ['a table that isn’t there', [{ EntityName: 'nothing' }], {}, 'QuerySet[0]'],
  ['a column that isn’t there', [query(['nothing', 'Null'])], {}, 'QuerySet[0]'],
  ['an operator that isn’t there', [query(['lastname', 'Sounds', 'x'])], {}, 'is no operator'],
])('refused: %s', async (_, querySet, more, said) => {
  const { status, body } = await ask(querySet, more)
  expect([status, body.error.message]).toEqual([400, expect.stringContaining(said)])
})
