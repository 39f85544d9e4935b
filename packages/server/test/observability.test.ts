import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMigrated } from '../../store/test/template.ts'
import { raiseTestAlert } from './alert.ts'
import { createTestApp, HELP, insertEmails, type Json, NOW, type TestApp } from './support.ts'

let server: TestApp
let token: string
let customizer: string
beforeAll(async () => {
  server = await createTestApp()
  const tokenOf = async (name: string, role: string) => {
    const body = { name, role, user: 'ada@contoso.example' }
    return (await server.call('POST', '/api/admin/tokens', { body })).body.token
  }
  token = await tokenOf('Ada', 'Mailbox Owner')
  customizer = await tokenOf('Ada, customizing', 'System Customizer')
  await server.database.query(
    `update crm.mailbox set ownerid = '00000000-0000-4000-8000-00000000dead'
     where organizationid = $1 and emailaddress = 'help@contoso.example'`,
    [server.organizationId],
  )
})
afterAll(() => server.close())

const admin = (method: string, path: string, body?: unknown) =>
  server.call(method, `/api/admin/${path}`, body === undefined ? {} : { body })
const as = (who: string, method: string, path: string, body?: unknown) =>
  server.call(method, `/api/admin/${path}`, {
    headers: { authorization: `Bearer ${who}` },
    ...(body === undefined ? {} : { body }),
  })
const owner = (method: string, path: string, body?: unknown) => as(token, method, path, body)
const mailboxId = async (address: string): Promise<string> =>
  (await admin('GET', `mailboxes/${address}@contoso.example`)).body.mailboxId

/** Inserts an item that failed, with or without its activity. */
async function park(address: string, activityId: string | null = null): Promise<string> {
  const id = randomUUID()
  await server.database.query(
    `insert into sync.link (organizationid, mailboxid, itemkey, kind, folder, state, activityid,
       activitytype, mark, isorganizer, parkcode, parkreason, parktries, parknexttryat, rule,
       decidedat, seen, linkid, createdon, modifiedon, trail)
     values ($1, $2, $3::text, 'message', 'inbox', $5, $4, 'email', 'seen', false, 'ErrorX',
       'Exchange refused it.', 2, $6, 'TR13', $6, 'parked: ErrorX', $3::text::uuid, $6, $6,
       '[{"rule":"TR1","at":1767603600000,"seen":"marked"}]')`,
    [
      server.organizationId,
      await mailboxId(address),
      id,
      activityId,
      activityId === null ? 'parked' : 'linked',
      new Date(NOW).toISOString(),
    ],
  )
  return id
}

describe('alerts', () => {
  test('are grouped, counted, and deleted by id or by filter; questions are kept', async () => {
    const plain = await raiseTestAlert(server, { level: 3, question: null })
    await raiseTestAlert(server, { level: 3, question: null })
    await raiseTestAlert(server, { level: 2, question: 'bulkEnd' }, HELP)
    const { body } = await admin('GET', 'alerts/groups?open=true')
    expect(body.groups).toMatchObject(
      [
        { code: 99, mailboxName: 'Help', alerts: 1, asking: expect.any(String) },
        { code: 99, mailboxName: 'Ada Byron', alerts: 2, timesRaised: 2, level: 'error' },
      ].sort((a, b) => (a.mailboxName === body.groups[0].mailboxName ? -1 : b ? 1 : 0)),
    )
    const first = await admin('GET', 'alerts/groups?limit=1')
    const second = await admin('GET', `alerts/groups?limit=1&after=${first.body.next}`)
    expect([...first.body.groups, ...second.body.groups]).toEqual(body.groups)
    expect((await admin('GET', 'alerts/counts?level=error')).body).toEqual({
      information: 0,
      warning: 1,
      error: 2,
    })
    expect((await admin('GET', 'alerts?search=HELP')).body.alerts).toHaveLength(1)
    expect((await admin('GET', `alerts?profile=${randomUUID()}`)).body.alerts).toEqual([])
    expect((await admin('POST', 'alerts/delete', { alertIds: [plain] })).body).toEqual({
      deleted: 1,
      kept: 0,
    })
    expect((await admin('POST', 'alerts/delete', { filter: { open: true } })).body).toEqual({
      deleted: 1,
      kept: 1,
    })
    const audit = await admin('GET', 'audit?table=tracelog')
    expect(audit.body.records).toMatchObject([
      { operation: 'delete', objectName: '1 alert', objectId: null },
      { operation: 'delete', objectName: '1 alert', objectId: plain },
    ])
  })

  test('tell the code of the mail server and the activity they are about', async () => {
    const [emailId] = [randomUUID()]
    await insertEmails(server, [{ id: emailId!, subject: 'Offer' }])
    const item = await park('ada', emailId)
    await server.database.query(
      `insert into crm.tracelog (organizationid, tracelogid, level, tracecode, alertsubject, "text",
         errordetails, regardingobjectid, regardingobjectidtype, createdon, modifiedon)
       values ($1, $2, 2, 10, $3, 'It failed.', 'Email Server Error Code: ErrorX', $4, 'mailbox',
         $5, $5)`,
      [server.organizationId, randomUUID(), item, await mailboxId('ada'), '2026-01-05T10:00:00Z'],
    )
    const { body } = await admin('GET', 'alerts?code=10')
    expect(body.alerts).toMatchObject([{ errorCode: 'ErrorX', activityId: emailId }])
  })

  test('[Mailbox Owner] sees, counts and deletes their own only', async () => {
    const mine = await raiseTestAlert(server, { level: 1, question: null })
    const other = await raiseTestAlert(server, { level: 1, question: null }, HELP)
    const groups = await owner('GET', 'alerts/groups?level=information')
    expect(groups.body.groups.map((one: Json) => one.mailboxName)).toEqual(['Ada Byron'])
    expect((await owner('GET', 'alerts/counts?level=error')).body.information).toBe(1)
    expect((await owner('GET', 'alerts/groups?mailbox=help@contoso.example')).status).toBe(404)
    const input = { alertIds: [mine, other] }
    expect((await owner('POST', 'alerts/delete', input)).body.deleted).toBe(1)
    const filter = { filter: { mailbox: 'help@contoso.example' } }
    expect((await owner('POST', 'alerts/delete', filter)).status).toBe(404)
    expect((await owner('POST', 'alerts/delete', { filter: {} })).status).toBe(200)
    const left = await admin('GET', 'alerts?level=information')
    expect(left.body.alerts.map((one: Json) => one.alertId)).toEqual([other])
  })

  test('a customizer deletes where AlwaysCheckTraceLogDeletePrivilege lets the privilege count', async () => {
    const id = await raiseTestAlert(server, { level: 1, question: null }, HELP)
    const attempt = () => as(customizer, 'POST', 'alerts/delete', { alertIds: [id] })
    expect((await attempt()).status).toBe(403)
    await admin('PATCH', 'settings', { AlwaysCheckTraceLogDeletePrivilege: true })
    expect((await attempt()).body).toEqual({ deleted: 1, kept: 0 })
  })

  test.each([
    ['GET', 'alerts/groups?level=loud', undefined],
    ['GET', 'alerts/groups?after=x', undefined],
    ['GET', `alerts/groups?after=${Buffer.from('[1]').toString('base64url')}`, undefined],
    ['POST', 'alerts/delete', {}],
    ['POST', 'alerts/delete', { alertIds: [] }],
    ['POST', 'alerts/delete', { alertIds: ['x'] }],
  ])('%s %s %j is refused', async (method, path, body) => {
    expect((await admin(method, path, body)).status).toBe(400)
  })
})

describe('failures', () => {
  test('are shown with their subject to the owner, and as *** to an administrator', async () => {
    const emailId = randomUUID()
    await insertEmails(server, [{ id: emailId, subject: 'Secret plan' }])
    const id = await park('ada', emailId)
    const path = 'failures?section=incoming&mailbox=ada@contoso.example'
    const row = async (who: typeof owner) =>
      (await who('GET', path)).body.failures.find((one: Json) => one.id === id)
    expect(await row(owner)).toMatchObject({ subject: 'Secret plan', activityId: emailId })
    expect(await row(admin)).toMatchObject({
      subject: '***',
      activityId: null,
      code: 'ErrorX',
      reason: 'Exchange refused it.',
      tries: 2,
      state: 'retrying',
    })
    expect(JSON.stringify(await row(admin))).not.toContain('Secret')
  })

  test('what an item is about is read for its owner alone, and stored nowhere', async () => {
    const [mine, others] = [await park('ada'), await park('help')]
    const asked: Json[] = []
    const summaries = async (refs: Json[]) => {
      asked.push(...refs)
      return refs.map(() => ({
        ok: true,
        value: {
          subject: 'zq-subject',
          sender: 'Bo <bo@zq-sender.example>',
          at: Date.UTC(2026, 0, 4),
          webLink: null,
        },
      }))
    }
    const answering = (summaries: Json) => ({ open: () => ({ items: { summaries } }) }) as Json
    server.connector.value = answering(summaries)
    const ref = async (who: 'ada' | 'help', id: string) => ({
      source: 'item',
      mailboxId: await mailboxId(who),
      id,
    })
    const failures = [await ref('ada', mine), await ref('help', others)]
    const read = await owner('POST', 'failures/items', { failures })
    expect(read.headers.get('cache-control')).toContain('no-store')
    expect(read.body).toEqual({
      items: [
        {
          ...failures[0],
          subject: 'zq-subject',
          sender: 'Bo <bo@zq-sender.example>',
          at: '2026-01-04T00:00:00.000Z',
          webLink: null,
          problem: null,
        },
      ],
    })
    expect(asked).toHaveLength(1)
    expect((await admin('POST', 'failures/items', { failures })).body).toEqual({ items: [] })
    const asCustomizer = await as(customizer, 'POST', 'failures/items', { failures })
    expect(asCustomizer.body).toEqual(read.body)
    for (const text of ['zq-subject', 'zq-sender']) expect(await tablesWith(text)).toEqual([])

    server.connector.value = answering(async (refs: Json[]) =>
      refs.map(() => ({ ok: true, value: null })),
    )
    const gone = await owner('POST', 'failures/items', { failures })
    expect(gone.body.items).toMatchObject([
      { subject: null, problem: 'It is no longer in the mailbox.' },
    ])
    server.connector.value = null
  })

  test('[Mailbox Owner] sees and retries their own only', async () => {
    const other = await park('help')
    const { body } = await owner('GET', 'failures?section=incoming')
    expect(body.failures.some((one: Json) => one.id === other)).toBe(false)
    expect(body.failures.length).toBe(body.counts.incoming)
    const ref = { source: 'item', mailboxId: await mailboxId('help'), id: other }
    expect((await owner('POST', 'failures/retry', { failures: [ref] })).body).toEqual({
      retried: 0,
    })
    expect((await admin('POST', 'failures/retry', { failures: [ref] })).body).toEqual({
      retried: 1,
    })
    expect(server.changes).not.toHaveLength(0)
  })

  test('are listed page by page', async () => {
    for (let n = 0; n < 3; n++) await park('help')
    const path = 'failures?section=incoming&mailbox=help@contoso.example'
    const all = (await admin('GET', path)).body.failures
    const paged: Json[] = []
    for (let next = ''; ; ) {
      const { body } = await admin('GET', `${path}&limit=1${next && `&after=${next}`}`)
      paged.push(...body.failures)
      if (body.next === null) break
      next = body.next
    }
    expect(paged).toEqual(all)
  })

  test.each([
    ['GET', 'failures', undefined],
    ['GET', 'failures?section=odd', undefined],
    ['GET', 'failures?section=act&after=x', undefined],
    ['POST', 'failures/retry', { failures: [] }],
    ['POST', 'failures/retry', { failures: [{ source: 'item', id: 'x' }] }],
  ])('%s %s %j is refused', async (method, path, body) => {
    expect((await admin(method, path, body)).status).toBe(400)
  })
})

describe('monitoring', () => {
  test('answers the numbers once, and then that nothing changed', async () => {
    const latency = Array.from({ length: 25 }, (_, n) => (n < 2 ? 10 : 0))
    await server.database.query(
      `insert into sync.monitoring_hour (organizationid, hour, tracked, ended, itemsfailed,
         cyclesfailed, throttled, throttledms, provisioned, removed, latency)
       select $1, hour, 20, 1, 2, 3, 4, 5000, 6, 7, $3::bigint[] from unnest($2::timestamptz[]) hour`,
      [server.organizationId, ['2026-01-05T08:00:00Z', '2026-01-05T09:00:00Z'], latency],
    )
    server.now.value += 10_000
    const { status, body, headers } = await admin('GET', 'monitoring?hours=24')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      from: '2026-01-04T10:00:00.000Z',
      to: '2026-01-05T09:00:00.000Z',
      total: { tracked: 40, throttledSeconds: 10, timed: 40, p50Seconds: 1, p99Seconds: 2 },
    })
    expect(body.hours.map((one: Json) => one.hour)).toEqual([
      '2026-01-05T08:00:00.000Z',
      '2026-01-05T09:00:00.000Z',
    ])
    const again = await server.call('GET', '/api/admin/monitoring?hours=24', {
      headers: { 'if-none-match': headers.get('etag')! },
    })
    expect([again.status, again.body]).toEqual([304, ''])
    server.now.value -= 10_000
  })

  test('many simultaneous requests read the database once', async () => {
    let looks = 0
    const { requests: _, ...plain } = await openMigrated()
    const counting = await createTestApp({
      ...plain,
      query: (sql, parameters) => {
        if (sql.includes('sync.monitoring_hour')) looks += 1
        return plain.query(sql, parameters)
      },
    })
    const ask = () => counting.call('GET', '/api/admin/monitoring?hours=48')
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(looks).toBe(1)
    await counting.close()
  })

  test('[Mailbox Owner] is refused, since it is about everybody', async () => {
    expect((await owner('GET', 'monitoring')).status).toBe(403)
    expect((await admin('GET', 'monitoring?hours=0')).status).toBe(400)
  })
})

describe('activities', () => {
  test('are listed, searched and shown with their trail; attachments are only ever saved', async () => {
    const [mine, other] = [randomUUID(), randomUUID()]
    await insertEmails(server, [
      { id: mine, subject: 'Zebra crossing' },
      { id: other, subject: 'Zebra stripes' },
    ])
    await park('ada', mine)
    await park('help', other)
    const attachmentId = randomUUID()
    await server.database.query(
      `insert into crm.activitymimeattachment (organizationid, activitymimeattachmentid, objectid,
         objecttypecode, filename, mimetype, body, filesize, createdon, modifiedon)
       values ($1, $2, $3, 'email', $4, 'text/html', $5, 9, $6, $6)`,
      [
        server.organizationId,
        attachmentId,
        mine,
        'böse "name";\r\n.html',
        Buffer.from('<script>').toString('base64'),
        new Date(NOW).toISOString(),
      ],
    )
    const found = await admin('GET', 'activities?search=zebr&type=email,task')
    expect(found.body.activities.map((one: Json) => one.subject).sort()).toEqual([
      'Zebra crossing',
      'Zebra stripes',
    ])
    const first = await admin('GET', 'activities?search=zebr&limit=1')
    const second = await admin('GET', `activities?search=zebr&limit=1&after=${first.body.next}`)
    expect([...first.body.activities, ...second.body.activities]).toEqual(found.body.activities)

    const whole = await admin('GET', `activities/${mine}`)
    expect(whole.body).toMatchObject({
      subject: 'Zebra crossing',
      status: 'Received',
      attachments: [{ attachmentId, bytes: 9 }],
      links: [
        {
          mailboxName: 'Ada Byron',
          trail: [
            { rule: 'TR13', seen: 'parked: ErrorX' },
            { rule: 'TR1', seen: 'marked', at: '2026-01-05T09:00:00.000Z' },
          ],
        },
      ],
    })
    const file = await admin('GET', `activities/${mine}/attachments/${attachmentId}`)
    expect(file.body).toBe('<script>')
    expect(file.headers.get('content-type')).toBe('application/octet-stream')
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="b_se _name____.html"; filename*=UTF-8''b%C3%B6se%20%22name%22%3B%0D%0A.html`,
    )
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')

    expect((await owner('GET', 'activities?search=zebr')).body.activities).toMatchObject([
      { activityId: mine },
    ])
    expect((await owner('GET', `activities/${mine}`)).status).toBe(200)
    expect((await owner('GET', `activities/${other}`)).status).toBe(404)
    expect((await owner('GET', `activities/${mine}/attachments/${attachmentId}`)).status).toBe(200)
    expect((await owner('GET', `activities/${other}/attachments/${attachmentId}`)).status).toBe(404)
    expect((await owner('GET', 'activities?mailbox=help@contoso.example')).status).toBe(404)
  })

  test('the frame for bodies allows nothing; pictures from elsewhere only where asked for', async () => {
    const plain = (await admin('GET', 'activities/frame')).headers.get('content-security-policy')
    expect(plain).toContain("default-src 'none'")
    expect(plain).toContain('img-src data:;')
    expect(plain).not.toMatch(/script-src|https:/)
    const remote = await admin('GET', 'activities/frame-with-images')
    expect(remote.headers.get('content-security-policy')).toContain('img-src data: https: http:;')
    expect(remote.body).not.toContain('<script')
  })

  test.each([
    ['activities?type=fax', 400],
    ['activities?from=yesterday', 400],
    ['activities?after=x', 400],
    ['activities/x', 400],
    [`activities/${randomUUID()}`, 404],
    [`activities/${randomUUID()}/attachments/${randomUUID()}`, 404],
  ])('%s is %i', async (path, status) => {
    expect((await admin('GET', path)).status).toBe(status)
  })
})

/** Names of the tables that contain a text. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await server.database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('crm', 'sync') and table_type = 'BASE TABLE'`,
  )
  expect(tables.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await server.database.query(`select 1 from ${name} t where t::text like $1`, [
      `%${text}%`,
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}
