import { housekeeping } from '@trackmark/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS, migratedDatabase, type TestDatabase } from '../../store/test/support.ts'
import { ADA, createTestApp, type Json, NOW, type TestApp } from './support.ts'

const CORA = 'cora@litware.example'
const DAY = 86_400_000

describe.each(KINDS)('data of persons on %s', (kind) => {
  let db: TestDatabase
  let server: TestApp
  beforeAll(async () => {
    db = await migratedDatabase(kind)
    server = await createTestApp(db.database)
  })
  afterAll(() => db.drop())

  const api = async (method: string, path: string, body?: unknown) =>
    server.call(method, path, body === undefined ? {} : { body })
  const rows = async (sql: string): Promise<Json[]> =>
    db.database.query(sql, [server.organizationId])

  /** @param parties mask and address */
  async function email(subject: string, parties: readonly (readonly [number, string])[]) {
    const made = await server.call('POST', '/api/data/v9.2/emails', {
      body: {
        subject,
        description: `<p>Text of ${subject}</p>`,
        email_activity_parties: parties.map(([participationtypemask, addressused]) => ({
          participationtypemask,
          addressused,
        })),
      },
      headers: { prefer: 'return=representation' },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return made.body.activityid as string
  }

  test('are told whole, and erased: what the docs say of each table', async () => {
    const sent = await email('Of Cora', [
      [1, CORA],
      [2, 'ada@contoso.example'],
    ])
    const several = await email('To several', [
      [1, 'dan@fabrikam.example'],
      [2, CORA.toUpperCase()],
      [3, 'eve@fabrikam.example'],
    ])
    const other = await email('Of others', [
      [1, 'dan@fabrikam.example'],
      [2, `x${CORA}`],
    ])
    await db.database.query(
      `update crm.email set torecipients = $2 where organizationid = $1 and activityid = any($3)`,
      [server.organizationId, `${CORA};x${CORA};${CORA}.au`, [several, other]],
    )
    await db.database.query(
      `insert into crm.tracelog (organizationid, tracelogid, text, createdon, modifiedon)
       values ($1, gen_random_uuid(), $2, $3, $3)`,
      [server.organizationId, `The sender ${CORA} is unknown.`, '2026-01-05'],
    )
    await db.database.query(
      `insert into sync.audit (organizationid, auditid, createdon, operation, objecttypecode,
         objectname, changedata) values ($1, gen_random_uuid(), $2, 2, 'contact', $3, $4)`,
      [
        server.organizationId,
        '2026-01-05',
        CORA,
        `{"changedAttributes":[{"logicalName":"emailaddress1","oldValue":"${CORA}","newValue":null}]}`,
      ],
    )
    const told = await server.app.request(
      `http://crm.test/api/admin/people/${encodeURIComponent(CORA)}`,
      { headers: { authorization: 'Bearer token-of-the-test-administrator' } },
    )
    expect(told.status).toBe(200)
    const exported = (await told.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json)
    const of = (table: string) => exported.filter((one) => one.table === table)
    expect(of('crm.contact')).toHaveLength(1)
    expect(
      of('crm.email')
        .map(({ row }) => row.activityid)
        .sort(),
    ).toEqual([sent, several].sort())
    expect(
      of('crm.email')
        .map(({ row }) => row.description)
        .join(),
    ).toContain('Text of Of Cora')
    expect(of('crm.activityparty').length).toBeGreaterThanOrEqual(5)
    expect(of('sync.audit')).toHaveLength(1)

    const unsure = await api('POST', '/api/admin/people/erase', { address: CORA, confirm: 'x' })
    expect(unsure.status).toBe(409)
    const done = await api('POST', '/api/admin/people/erase', { address: CORA, confirm: CORA })
    expect(done.body).toMatchObject({
      isDone: true,
      deletedActivities: 1,
      changedActivities: 1,
      deletedPeople: 1,
      pseudonym: expect.stringMatching(/^erased-[0-9a-f]{12}$/),
    })
    const { pseudonym } = done.body
    const left = await rows(
      'select activityid, torecipients from crm.email where organizationid = $1 order by subject',
    )
    // Other addresses that contain this one belong to other people.
    expect(left).toEqual([
      { activityid: other, torecipients: `${CORA};x${CORA};${CORA}.au` },
      { activityid: several, torecipients: `${pseudonym};x${CORA};${CORA}.au` },
    ])
    const parties = await rows(
      `select addressused, ispartydeleted from crm.activityparty
       where organizationid = $1 and ispartydeleted`,
    )
    expect(parties).toEqual([{ addressused: pseudonym, ispartydeleted: true }])
    expect(await rows('select 1 from crm.contact where organizationid = $1')).toEqual([])
    const [alert] = await rows('select text from crm.tracelog where organizationid = $1')
    expect(alert.text).toBe(`The sender ${pseudonym} is unknown.`)
    const audit = await rows(
      `select objectname, changedata from sync.audit
       where organizationid = $1 and objecttypecode in ('contact', 'person') order by objectname`,
    )
    expect(JSON.stringify(audit)).not.toContain(CORA)
    expect(audit.map(({ objectname }) => objectname)).toContain(pseudonym)
    // The second time it finds nothing.
    const again = await api('POST', '/api/admin/people/erase', { address: CORA, confirm: CORA })
    expect(again.body).toMatchObject({ deletedActivities: 0, changedActivities: 0, isDone: true })
  })

  test('users and mailboxes go in their order, and activities stay', async () => {
    const ada = 'ada@contoso.example'
    const erase = await api('POST', '/api/admin/people/erase', { address: ada, confirm: ada })
    expect(erase.status).toBe(409)
    expect((await api('DELETE', `/api/admin/users/${ada}`)).body.error.message).toContain('mailbox')
    const path = `/api/admin/mailboxes/${ada}`
    expect((await api('DELETE', path)).body.error.message).toContain('switch that off')
    await api('PATCH', path, { mail: false, appointmentsAndTasks: false })
    await db.database.query(
      `insert into crm.mailboxtrackingcategory (organizationid, mailboxtrackingcategoryid, mailboxid,
         categoryonboardingstatus, epoch, purpose, color, createdon, modifiedon)
       select organizationid, gen_random_uuid(), mailboxid, 1, 1, 'tracked', 5, createdon, createdon
       from crm.mailbox where organizationid = $1 and emailaddress = $2
       on conflict (organizationid, mailboxid, purpose)
         do update set categoryonboardingstatus = 1`,
      [server.organizationId, ada],
    )
    expect((await api('DELETE', path)).body.error.message).toContain('still in the mailbox')
    const id = await email('Owned', [[1, 'dan@fabrikam.example']])
    await db.database.query(
      'update crm.email set ownerid = $3 where organizationid = $1 and activityid = $2',
      [server.organizationId, id, ADA],
    )
    expect((await api('DELETE', `${path}?leaveCategory=true`)).status).toBe(204)
    expect((await api('GET', path)).status).toBe(404)
    expect((await api('DELETE', `/api/admin/users/${ada}`)).status).toBe(204)
    const [owned] = await rows(
      `select e.ownerid is not null as owned, u.fullname from crm.email e
       left join crm.systemuser u on u.organizationid = e.organizationid and u.systemuserid = e.ownerid
       where e.organizationid = $1 and e.subject = 'Owned'`,
    )
    expect(owned).toEqual({ owned: true, fullname: 'Trackmark administrator' })
    expect(
      await rows(
        `select 1 from sync.mailbox_schedule s where s.organizationid = $1 and not exists (
           select 1 from crm.mailbox m where m.organizationid = $1 and m.mailboxid = s.mailboxid)`,
      ),
    ).toEqual([])
  })

  test('what is old goes, in small batches, where the organization says so', async () => {
    const old = await email('Old', [[1, 'dan@fabrikam.example']])
    const recent = await email('Recent', [[1, 'dan@fabrikam.example']])
    const set = (id: string, days: number) =>
      db.database.query(
        'update crm.email set senton = $3 where organizationid = $1 and activityid = $2',
        [server.organizationId, id, new Date(NOW - days * DAY).toISOString()],
      )
    await set(old, 100)
    await set(recent, 10)
    const attach = `insert into crm.activitymimeattachment (organizationid,
      activitymimeattachmentid, objectid, objecttypecode, body, createdon, modifiedon)
      values ($1, gen_random_uuid(), $2, 'email', 'AAAA', $3, $3)`
    for (const id of [old, recent]) {
      await db.database.query(attach, [server.organizationId, id, '2026-01-05'])
    }
    await db.database.query(
      `insert into sync.audit (organizationid, auditid, createdon, operation, objecttypecode,
         objectname, changedata)
       select $1, gen_random_uuid(), $2, 2, 'old', 'old', '{"changedAttributes":[]}'
       from generate_series(1, 1200)`,
      [server.organizationId, '2025-01-05'],
    )
    await db.database.query(
      `insert into sync.signin_attempt (organizationid, subject, failures, lastfailedon)
       values ($1, 'old', 1, $2), ($1, 'recent', 1, $3)`,
      [server.organizationId, '2025-01-05', new Date(NOW - DAY).toISOString()],
    )
    const bodies = () =>
      rows(
        `select subject, description is not null as text, (select count(*) from
           crm.activitymimeattachment f where f.organizationid = e.organizationid
           and f.objectid = e.activityid) as files
         from crm.email e where organizationid = $1 and subject in ('Old', 'Recent') order by 1`,
      )
    // Housekeeping also removes counts of wrong passwords.
    await housekeeping(db.database, NOW)
    expect(await bodies()).toEqual([
      { subject: 'Old', text: true, files: 1 },
      { subject: 'Recent', text: true, files: 1 },
    ])
    const attempts = await rows('select subject from sync.signin_attempt where organizationid = $1')
    expect(attempts).toEqual([{ subject: 'recent' }])
    const wrong = await api('PATCH', '/api/admin/retention', { bodies: 0 })
    expect(wrong.status).toBe(400)
    const said = await api('PATCH', '/api/admin/retention', { bodies: 90, audit: 30 })
    expect(said.body).toEqual({ bodies: 90, audit: 30, signInAttempts: 30, trail: null })
    await housekeeping(db.database, NOW)
    expect(await bodies()).toEqual([
      { subject: 'Old', text: false, files: 0 },
      { subject: 'Recent', text: true, files: 1 },
    ])
    const kept = await rows(
      `select count(*) as n from sync.audit where organizationid = $1 and objectname = 'old'`,
    )
    expect(kept).toEqual([{ n: 0 }])
    const changed = await rows(
      `select count(*) as n from sync.audit where organizationid = $1 and objecttypecode = 'retention'`,
    )
    expect(changed).toEqual([{ n: 1 }])
  })
})
