import { TABLES } from '@trackmark/dataverse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADA, createTestApp, insertEmails, type Json, type TestApp } from './support.ts'

const API = '/api/data/v9.2'
const id = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
  await insertEmails(server, [
    { id: id(1), subject: 'Alpha', sentOn: '2026-01-02T08:00:00Z' },
    { id: id(2), subject: 'beta & gamma', sentOn: '2026-01-03T08:00:00.250Z' },
    { id: id(3), subject: null },
  ])
  await server.database.query(
    `insert into crm.activityparty (organizationid, activitypartyid, activityid, partyid,
       partyidtype, partyidname, addressused, participationtypemask, createdon, modifiedon)
     values ($1, $2, $3, $4, 'systemuser', 'Ada Byron', 'ada@contoso.example', 2, now(), now()),
       ($1, $5, $3, null, null, null, 'x@nowhere.example', 1, now(), now())`,
    [server.organizationId, id(90), id(1), ADA, id(91)],
  )
})
afterAll(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  server.call('GET', `${API}/${path}`, { headers })

const envelope = (code: string) => ({
  error: { code, message: expect.stringMatching(/^[\x20-\x7e‘’“”–…]+$/) },
})

describe('reading', () => {
  test('the service document lists every table', async () => {
    const { status, body, headers } = await get('')
    expect(status).toBe(200)
    expect(headers.get('odata-version')).toBe('4.0')
    expect(body.value).toHaveLength(TABLES.length)
    expect(body.value).toContainEqual({ name: 'emails', kind: 'EntitySet', url: 'emails' })
  })

  test.each(TABLES.map((table) => table.entitySetName))('%s answers in any 9.x', async (set) => {
    for (const version of ['v9.0', 'v9.1', 'v9.2', 'v9']) {
      const { status, body } = await server.call('GET', `/api/data/${version}/${set}?$top=1`)
      expect([status, body['@odata.context']]).toEqual([
        200,
        `http://crm.test/api/data/${version}/$metadata#${set}`,
      ])
    }
  })

  test('a row has its etag, its lookups as _x_value, and instants in UTC', async () => {
    const { body } = await get(
      `emails?$filter=subject eq 'alpha'&$select=subject,senton,_ownerid_value,statuscode`,
    )
    expect(body['@odata.context']).toBe(
      'http://crm.test/api/data/v9.2/$metadata#emails(subject,senton,_ownerid_value,statuscode,activityid)',
    )
    expect(body.value).toEqual([
      {
        '@odata.etag': expect.stringMatching(/^W\/"\d+"$/),
        subject: 'Alpha',
        senton: '2026-01-02T08:00:00Z',
        _ownerid_value: ADA,
        statuscode: 4,
        activityid: id(1),
      },
    ])
  })

  test('annotations come when they are asked for', async () => {
    const path = `emails(${id(1)})?$select=statuscode,directioncode,activitytypecode,isworkflowcreated,_ownerid_value,senton`
    const plain = await get(path)
    expect(Object.keys(plain.body).filter((name) => name.includes('@OData'))).toEqual([])
    const { body, headers } = await get(path, { Prefer: 'odata.include-annotations="*"' })
    expect(headers.get('preference-applied')).toBe('odata.include-annotations="*"')
    const display = 'OData.Community.Display.V1.FormattedValue'
    expect(body).toMatchObject({
      [`statuscode@${display}`]: 'Received',
      [`directioncode@${display}`]: 'Incoming',
      [`isworkflowcreated@${display}`]: 'No',
      [`activitytypecode@${display}`]: 'Email',
      [`senton@${display}`]: '1/2/2026 8:00 AM',
      [`_ownerid_value@${display}`]: 'Ada Byron',
      '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
    })
    const some = await get(path, {
      Prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.*"',
    })
    expect(some.body[`statuscode@${display}`]).toBeUndefined()
    expect(some.body['_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname']).toBe('systemuser')
  })

  test('parties come with their activity', async () => {
    const { body } = await get(
      `emails?$expand=email_activity_parties($select=addressused,participationtypemask)&$orderby=subject`,
    )
    const parties = body.value.map((email: Json) => email.email_activity_parties)
    expect(parties.map((list: Json[]) => list.length)).toEqual([0, 2, 0])
    expect(parties[1][1]).toMatchObject({
      addressused: 'x@nowhere.example',
      participationtypemask: 1,
    })
  })

  test('expansions nest, each list with its own order and top, and lookups have their links', async () => {
    const { body } = await get(
      "emails?$select=subject&$orderby=subject desc&$filter=subject eq 'Alpha'&$expand=owninguser_email($select=fullname)," +
        'ownerid_email($select=fullname;$expand=owner_emails($select=subject;$orderby=subject desc;$top=2)),' +
        'email_activity_parties($select=addressused;$filter=participationtypemask eq 2;$expand=partyid_systemuser($select=fullname)),createdby_email/$ref',
    )
    const [row] = body.value
    expect(row.ownerid_email).toMatchObject({ fullname: 'Ada Byron', systemuserid: ADA })
    expect(row.ownerid_email.owner_emails.map((one: Json) => one.subject)).toEqual([
      'beta & gamma',
      'Alpha',
    ])
    expect(row.email_activity_parties).toEqual([
      expect.objectContaining({
        addressused: 'ada@contoso.example',
        partyid_systemuser: expect.objectContaining({ fullname: 'Ada Byron' }),
      }),
    ])
    expect(row.owninguser_email).toBeNull()
    expect(row.createdby_email).toBeNull()
    expect(row._owninguser_value).toBeUndefined()
    expect(body['@odata.context']).toContain(
      '#emails(subject,activityid,owninguser_email(fullname),ownerid_email(fullname,owner_emails(subject))',
    )
  })

  test('related rows are read by paths below the row too', async () => {
    const below = (path: string) => get(`emails(${id(1)})/${path}`)
    const parties = await below('email_activity_parties?$select=addressused&$orderby=addressused')
    expect(parties.body.value.map((one: Json) => one.addressused)).toEqual([
      'ada@contoso.example',
      'x@nowhere.example',
    ])
    expect((await below('email_activity_parties/$count')).body).toBe('2')
    expect((await below('ownerid_email?$select=fullname')).body).toMatchObject({
      fullname: 'Ada Byron',
    })
    expect((await below('ownerid_email/$ref')).body['@odata.id']).toBe(
      `http://crm.test/api/data/v9.2/systemusers(${ADA})`,
    )
    expect((await below('createdby_email')).status).toBe(204)
    expect((await below('subject')).body.value).toBe('Alpha')
    expect((await below('subject/$value')).body).toBe('Alpha')
    const page = await get(`emails(${id(1)})/email_activity_parties?$orderby=addressused`, {
      Prefer: 'odata.maxpagesize=1',
    })
    const next = page.body['@odata.nextLink'].replace('http://crm.test', '')
    const rest = await server.call('GET', next)
    expect(rest.body.value.map((one: Json) => one.addressused)).toEqual(['x@nowhere.example'])
  })

  test('references of a collection come page by page', async () => {
    const Prefer = 'odata.maxpagesize=1'
    const path = `emails(${id(1)})/email_activity_parties/$ref?$orderby=addressused`
    const { body } = await get(path, { Prefer })
    const link = (n: number) => ({
      '@odata.id': `http://crm.test/api/data/v9.2/activityparties(${id(n)})`,
    })
    expect(body).toEqual({
      '@odata.context': 'http://crm.test/api/data/v9.2/$metadata#Collection($ref)',
      value: [link(90)],
      '@odata.nextLink': expect.stringContaining(`emails(${id(1)})/email_activity_parties/$ref?`),
    })
    const next = body['@odata.nextLink'].replace('http://crm.test', '')
    expect((await server.call('GET', next)).body.value).toEqual([link(91)])
  })

  test('options for plug-ins of Dataverse are ignored', async () => {
    const { body } = await get('emails?tag=x&$top=1&$select=subject', {
      'MSCRM.SuppressDuplicateDetection': 'true',
      'MSCRM.BypassCustomPluginExecution': 'true',
    })
    expect(body.value).toHaveLength(1)
    const fetch = encodeURIComponent('<fetch top="1"><entity name="email"/></fetch>')
    expect((await get(`emails?fetchXml=${fetch}&tag=x`)).body.value).toHaveLength(1)
  })

  test('a user is named by their id in the directory', async () => {
    const objectId = id(555)
    const update = `update crm.systemuser set azureactivedirectoryobjectid = $1
      where organizationid = $2 and systemuserid = $3`
    await server.database.query(update, [objectId, server.organizationId, ADA])
    const path = `systemusers(azureactivedirectoryobjectid=${objectId})`
    expect((await get(`${path}?$select=fullname`)).body).toMatchObject({ systemuserid: ADA })
    const other = path.replace('555', '556')
    expect((await get(other)).status).toBe(404)
    const made = await server.call('PATCH', `${API}/${other}`, { body: { fullname: 'New' } })
    expect(made.status).toBe(404)
    expect((await get('systemusers(azureactivedirectoryobjectid=ada)')).status).toBe(400)
  })

  test('annotations name the property of a lookup and say whether a count is complete', async () => {
    const Prefer = 'odata.include-annotations="Microsoft.Dynamics.CRM.*"'
    const { body } = await get('emails?$select=_ownerid_value&$count=true', { Prefer })
    expect(body).toMatchObject({
      '@odata.count': 3,
      '@Microsoft.Dynamics.CRM.totalrecordcount': 3,
      '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': false,
    })
    expect(
      body.value[0]['_ownerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty'],
    ).toMatch(/^ownerid/)
    const uncounted = await get('emails', { Prefer })
    expect(uncounted.body['@Microsoft.Dynamics.CRM.totalrecordcount']).toBe(-1)
  })

  test('pages are followed by their links to the end, each row once', async () => {
    const seen: string[] = []
    let next = `${API}/emails?$select=subject&$orderby=subject desc&$count=true&$filter=subject ne 'x'`
    let pages = 0
    while (next !== undefined) {
      const { status, body } = await server.call('GET', next, {
        headers: { Prefer: 'odata.maxpagesize=1' },
      })
      expect(status).toBe(200)
      expect(body['@odata.count']).toBe(3)
      seen.push(...body.value.map((row: Json) => row.activityid))
      next = body['@odata.nextLink']?.replace('http://crm.test', '')
      pages++
    }
    expect(seen).toEqual([id(2), id(1), id(3)])
    expect(pages).toBe(3)
  })

  test('$count counts, alone and with a condition', async () => {
    expect((await get('emails/$count')).body).toBe('3')
    expect((await get("emails/$count?$filter=startswith(subject,'b')")).body).toBe('1')
  })

  test('a row unchanged since is not sent again', async () => {
    const first = await get(`emails(${id(1)})`)
    const tag = first.headers.get('etag') ?? ''
    expect(first.body['@odata.etag']).toBe(tag)
    expect((await get(`emails(${id(1)})`, { 'If-None-Match': tag })).status).toBe(304)
  })

  test('columns with secrets are never answered', async () => {
    const { body } = await get('mailboxes')
    expect(body.value).toHaveLength(2)
    expect(JSON.stringify(body)).not.toMatch(/password|top-secret/)
  })
})

describe('refusals', () => {
  test.each([
    // path, status, code
    ['emails(nonsense)', 400, '0x80060888'],
    [`emails(${id(777)})`, 404, '0x80040217'],
    [`emails(${id(1)})?$filter=subject eq 'x'`, 400, '0x80060888'],
    [`emails(${id(1)})/nosuch`, 404, '0x8006088a'],
    [`emails(${id(777)})/email_activity_parties`, 404, '0x80040217'],
    ['Emails', 404, '0x8006088a'],
    ['nothing', 404, '0x8006088a'],
    ['WhoAmINot', 404, '0x8006088a'],
    ['WhoAmINot()', 404, '0x8006088a'],
    ['emails?$filter=subject', 400, '0x80060888'],
    ['emails?$filter=subject eq 5', 400, '0x80060888'],
    ["emails?$filter=subjekt eq 'x'", 400, '0x80060888'],
    ["emails?$filter=subject eq 'x", 400, '0x80060888'],
    [`emails?$filter=${'('.repeat(500)}`, 400, '0x80060888'],
    ['mailboxes?$select=password', 400, '0x80060888'],
    ['emails?$select=subject,', 400, '0x80060888'],
    ['emails?$orderby=subject sideways', 400, '0x80060888'],
    ['emails?$top=-1', 400, '0x80060888'],
    ['emails?$skiptoken=made-up', 400, '0x80060888'],
    ['emails?$skip=5', 400, '0x80060888'],
    ['emails?$filter=%ff', 400, '0x80060888'],
    ['emails?$expand=nothing', 400, '0x80060888'],
    ['emails?$expand=email_activity_parties($select=nope)', 400, '0x80060888'],
    ['contacts?$expand=email_activity_parties', 400, '0x80060888'],
    ['emails?fetchXml=x', 400, '0x80060888'],
  ])('%s is %i with %s', async (path, status, code) => {
    const answer = await get(path)
    expect([answer.status, answer.body]).toEqual([status, envelope(code)])
    expect(answer.headers.get('odata-version')).toBe('4.0')
  })

  test.each(['v8.2', 'v10.0', 'v9.2.1', 'latest', ''])(
    'there is no Web API %s',
    async (version) => {
      const { status, body } = await server.call('GET', `/api/data/${version}/emails`)
      expect([status, body]).toEqual([404, envelope('0x8006088a')])
    },
  )

  test.each([
    ['POST', 'exchangesyncidmappings', 405],
    ['PATCH', `mailboxtrackingcategories(${id(1)})`, 405],
    ['DELETE', `mailboxstatistics(${id(1)})`, 405],
    ['POST', 'activitypointers', 405],
    ['OPTIONS', 'emails', 405],
    ['MERGE', `emails(${id(1)})`, 405],
    ['DELETE', 'organizations(00000000-0000-4000-8000-0000000000ff)', 405],
  ])('%s %s is %i and changes nothing', async (method, path, status) => {
    const before = (await get('emails')).body
    const answer = await server.call(method, `${API}/${path}`, { body: { subject: 'x' } })
    expect([answer.status, answer.body]).toEqual([status, envelope('0x80060888')])
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/^GET/)
    expect((await get('emails')).body).toEqual(before)
  })
})
