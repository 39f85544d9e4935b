import { parseQuery, tableByEntitySet } from '@trackmark/dataverse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVERYTHING, readPage } from '../src/index.ts'
import { KINDS, migratedDatabase, NOW, type TestDatabase } from './support.ts'

const ORGANIZATION = '00000000-0000-4000-8000-0000000000aa'
const OTHER = '00000000-0000-4000-8000-0000000000bb'
const emails = tableByEntitySet('emails')!

describe.each(KINDS)('plans on %s', (kind) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await migratedDatabase(kind)
    for (const organization of [ORGANIZATION, OTHER]) {
      await db.database.query(
        `insert into crm.email (organizationid, activityid, activitytypecode, identity, messageid,
           createdon, modifiedon)
         select $1::uuid, md5($1::uuid::text || n)::uuid, 'email', 'i' || n, '<Message-' || n || '@Example.com>',
           $2, $2
         from generate_series(1, 5000) n`,
        [organization, new Date(NOW).toISOString()],
      )
    }
    await db.database.query('analyze crm.email')
  })
  afterAll(() => db.drop())

  test('an email is found by its Message-ID in an index, without case and in its organization only', async () => {
    const plans: string[] = []
    const run = async (sql: string, parameters: readonly unknown[]) => {
      const plan = await db.database.query(`explain ${sql}`, parameters)
      plans.push(plan.map((row) => row['QUERY PLAN']).join('\n'))
      return db.database.query(sql, parameters)
    }
    const text = `$filter=messageid eq '<MESSAGE-77@example.com>'&$select=messageid`
    const parsed = parseQuery(emails, text)
    if (!parsed.ok) throw new Error(parsed.error.message)
    const context = { now: NOW, userId: null, businessUnitId: null, reach: EVERYTHING }
    const reader = { run, organizationId: ORGANIZATION, context }
    const { rows } = await readPage(reader, { query: parsed.query, pageSize: 10 })
    expect(rows).toHaveLength(1)
    expect(plans).toEqual([expect.stringContaining('email_messageid')])
  })
})
