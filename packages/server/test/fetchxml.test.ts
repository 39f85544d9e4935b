import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADA, createTestApp, insertEmails, type Json, type TestApp } from './support.ts'

const API = '/api/data/v9.2'
const id = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const DISPLAY = 'OData.Community.Display.V1.FormattedValue'
const COOKIE = '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
  await insertEmails(
    server,
    Array.from({ length: 7 }, (_, n) => ({
      id: id(n),
      subject: n === 6 ? null : `Subject ${n % 3} & "more"`,
      sentOn: `2026-01-0${n + 1}T08:00:00Z`,
    })),
  )
})
afterAll(() => server.close())

const get = (path: string, annotations: string | null = null) =>
  server.call('GET', `${API}/${path}`, {
    headers: annotations === null ? {} : { Prefer: `odata.include-annotations="${annotations}"` },
  })
const fetchXml = (xml: string, annotations: string | null = null, set = 'emails') =>
  get(`${set}?fetchXml=${encodeURIComponent(xml)}`, annotations)
const email = (inner: string, attributes = '') =>
  `<fetch ${attributes}><entity name="email">${inner}</entity></fetch>`

describe('FetchXML', () => {
  test('rows come with key, etag, aliases and columns of links; what has no value is left out', async () => {
    const { status, body } = await fetchXml(
      email(
        `<attribute name="subject"/><attribute name="senton" alias="sent"/>
        <order attribute="senton" descending="true"/>
        <link-entity name="systemuser" from="systemuserid" to="ownerid" alias="u" link-type="outer"><attribute name="fullname"/></link-entity>`,
        'top="2"',
      ),
    )
    expect(status).toBe(200)
    expect(body['@odata.context']).toBe(
      'http://crm.test/api/data/v9.2/$metadata#emails(subject,activityid)',
    )
    expect(body.value).toEqual([
      {
        '@odata.etag': expect.stringMatching(/^W\//),
        activityid: id(6),
        sent: '2026-01-07T08:00:00Z',
        'u.fullname': 'Ada Byron',
      },
      {
        '@odata.etag': expect.stringMatching(/^W\//),
        activityid: id(5),
        subject: 'Subject 2 & "more"',
        sent: '2026-01-06T08:00:00Z',
        'u.fullname': 'Ada Byron',
      },
    ])
  })

  test('annotations have the labels of values', async () => {
    const { body } = await fetchXml(
      email('<attribute name="statuscode" alias="state"/><attribute name="ownerid"/>', 'top="1"'),
      '*',
    )
    expect(body.value[0]).toMatchObject({
      state: 4,
      [`state@${DISPLAY}`]: 'Received',
      'state@OData.Community.Display.V1.AttributeName': 'statuscode',
      _ownerid_value: ADA,
      [`_ownerid_value@${DISPLAY}`]: 'Ada Byron',
      '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
    })
    expect(body['@Microsoft.Dynamics.CRM.morerecords']).toBe(false)
  })

  test('pages are followed by the cookie, decoded twice and written into the next document', async () => {
    const seen: string[] = []
    let cookie = ''
    for (let page = 1; page < 10; page++) {
      const attribute =
        cookie === ''
          ? ''
          : ` paging-cookie="${cookie.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}"`
      const { body } = await fetchXml(
        email(
          '<attribute name="activityid"/><order attribute="subject" descending="true"/>',
          `count="3" page="${page}" returntotalrecordcount="true"${attribute}`,
        ),
        'Microsoft.Dynamics.CRM.fetchxmlpagingcookie,Microsoft.Dynamics.CRM.morerecords',
      )
      expect(body['@odata.count']).toBe(7)
      seen.push(...body.value.map((row: Json) => row.activityid))
      const more = body['@Microsoft.Dynamics.CRM.morerecords']
      expect(COOKIE in body).toBe(more)
      if (!more) break
      const [, number, encoded] =
        /^<cookie pagenumber="(\d+)" pagingcookie="([^"]+)" istracking="False" \/>$/.exec(
          body[COOKIE],
        ) ?? []
      expect(number).toBe(String(page + 1))
      cookie = decodeURIComponent(decodeURIComponent(encoded ?? ''))
      expect(cookie).toMatch(/^<cookie page="\d+">/)
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  test('an aggregate has its aliases and nothing else', async () => {
    const { body } = await fetchXml(
      email(
        `<attribute name="activityid" aggregate="count" alias="n"/><attribute name="ownerid" groupby="true" alias="who"/>
         <attribute name="senton" groupby="true" dategrouping="year" alias="year"/>`,
        'aggregate="true"',
      ),
      DISPLAY,
    )
    expect(body['@odata.context']).toMatch(/#emails$/)
    expect(body.value).toEqual([
      {
        n: 7,
        [`n@${DISPLAY}`]: '7',
        who: ADA,
        [`who@${DISPLAY}`]: 'Ada Byron',
        year: 2026,
        [`year@${DISPLAY}`]: '2,026',
      },
    ])
  })

  test.each([
    ['emails', '<fetch', '0x80060888'],
    ['contacts', email(''), '0x80060888'],
    ['emails', email('<attribute name="nope"/>'), '0x80041103'],
    [
      'mailboxes',
      '<fetch><entity name="mailbox"><attribute name="password"/></entity></fetch>',
      '0x80041103',
    ],
    ['emails', email('', 'page="2" paging-cookie="&lt;cookie/&gt;"'), '0x80060888'],
    [
      'emails',
      email(
        '<attribute name="activityid" aggregate="count" alias="n"/>',
        'aggregate="true" aggregatelimit="6"',
      ),
      '0x8004e023',
    ],
  ])('%s?fetchXml=%s is refused with %s', async (set, xml, code) => {
    const { status, body } = await fetchXml(xml, null, set)
    expect([status, body.error.code]).toEqual([400, code])
  })

  test('other options beside fetchXml are refused, $count is not', async () => {
    const query = `emails?fetchXml=${encodeURIComponent(email(''))}`
    expect((await get(`${query}&$select=subject`)).status).toBe(400)
    expect((await get(`${query}&$count=true`)).body['@odata.count']).toBe(7)
  })
})

describe('on the address of a collection', () => {
  const below = async (query: string) => {
    const { body } = await get(`systemusers(${ADA})/user_email?${query}`)
    return body.value
  }

  beforeAll(async () => {
    await server.database.query(
      'update crm.email set owninguser = ownerid where activityid = any($1)',
      [[id(4), id(5), id(6)]],
    )
  })

  test('aggregations and FetchXML are about its rows', async () => {
    expect(await below('$apply=aggregate($count as n)')).toEqual([{ n: 3 }])
    expect(await below('$apply=filter(subject eq null)/aggregate($count as n)')).toEqual([{ n: 1 }])
    const all = email('<attribute name="subject"/><order attribute="senton"/>')
    expect(await below(`fetchXml=${encodeURIComponent(all)}`)).toMatchObject([
      { activityid: id(4) },
      { activityid: id(5) },
      { activityid: id(6) },
    ])
  })

  test('pages lead on from there', async () => {
    const address = `systemusers(${ADA})/user_email?$apply=${encodeURIComponent('groupby((subject))')}`
    const page = (path: string) =>
      server.call('GET', `${API}/${path}`, { headers: { prefer: 'odata.maxpagesize=1' } })
    const first = await page(address)
    const link = String(first.body['@odata.nextLink'])
    expect(link).toContain(`/systemusers(${ADA})/user_email?`)
    for (const path of [link, `${link}/`]) {
      const second = await page(path.replace(`http://crm.test${API}/`, ''))
      expect(second.status).toBe(200)
      expect(second.body.value).toHaveLength(1)
      expect(second.body.value).not.toEqual(first.body.value)
    }
  })

  test('of a row that isn’t there is 404', async () => {
    expect(
      (await get(`systemusers(${id(77)})/user_email?$apply=aggregate($count as n)`)).status,
    ).toBe(404)
  })
})

describe('$apply', () => {
  const apply = (text: string, more = '') =>
    get(`emails?$apply=${encodeURIComponent(text)}${more}`, DISPLAY)

  test('aggregates are grouped, filtered, ordered and named as Dataverse names them', async () => {
    const { status, body } = await apply(
      "filter(subject ne ')' and subject ne null)/groupby((ownerid/fullname,subject),aggregate($count as total,senton with max as latest))",
      '&$orderby=total desc,subject',
    )
    expect(status).toBe(200)
    expect(body['@odata.context']).toMatch(/#emails$/)
    expect(
      body.value.map((row: Json) => [row.systemuser_fullname, row.subject, row.total, row.latest]),
    ).toEqual([
      ['Ada Byron', 'Subject 0 & "more"', 2, '2026-01-04T08:00:00Z'],
      ['Ada Byron', 'Subject 1 & "more"', 2, '2026-01-05T08:00:00Z'],
      ['Ada Byron', 'Subject 2 & "more"', 2, '2026-01-06T08:00:00Z'],
    ])
    expect(body.value[0][`total@${DISPLAY}`]).toBe('2')
  })

  test('groups without aggregates are the distinct values, and pages are followed by links', async () => {
    expect((await apply('groupby((statuscode))')).body.value).toEqual([
      { statuscode: 4, [`statuscode@${DISPLAY}`]: 'Received' },
    ])
    const seen: unknown[] = []
    let next: string | undefined =
      `${API}/emails?$apply=${encodeURIComponent('groupby((subject))')}&$count=true`
    while (next !== undefined) {
      const { body }: { body: Json } = await server.call('GET', next, {
        headers: { Prefer: 'odata.maxpagesize=1' },
      })
      expect(body['@odata.count']).toBe(4)
      seen.push(...body.value.map((row: Json) => row.subject ?? null))
      next = body['@odata.nextLink']?.replace('http://crm.test', '')
    }
    expect(seen).toEqual([null, 'Subject 0 & "more"', 'Subject 1 & "more"', 'Subject 2 & "more"'])
  })

  test('what $top asks for comes at once, whatever the size of pages', async () => {
    const headers = { Prefer: 'odata.maxpagesize=1' }
    const path = `${API}/emails?$apply=${encodeURIComponent('groupby((subject))')}&$top=3`
    const { body } = await server.call('GET', path, { headers })
    expect([body.value.length, body['@odata.nextLink']]).toEqual([3, undefined])
  })

  test('sums, averages, extremes and distinct counts', async () => {
    const { body } = await apply(
      'aggregate(attachmentcount with sum as s,attachmentcount with average as a,senton with min as first,subject with countdistinct as d,$count as n)',
    )
    expect(body.value).toEqual([
      expect.objectContaining({ s: 0, first: '2026-01-01T08:00:00Z', d: 3, n: 7 }),
    ])
  })

  test.each([
    '',
    'aggregate',
    'aggregate()',
    'aggregate(subject with sum as x)',
    'aggregate($count as subject)',
    'aggregate($count as x,$count as x)',
    'aggregate(nope with max as x)',
    'groupby((senton))',
    'groupby((subject),filter(subject eq null))',
    'groupby((subject))/filter(subject eq null)',
    'filter(subject eq null)',
    "filter(subject eq ')')",
    'compute(1 as x)',
    'groupby((subject)) x',
    '('.repeat(5000),
  ])('%.40s is refused with its place', async (text) => {
    const { status, body } = await apply(text)
    expect([status, body.error.code]).toEqual([400, '0x80060888'])
    expect(body.error.message).toMatch(/\$apply\)$/)
  })

  test('what can not be combined with it is refused', async () => {
    for (const more of [
      '&$filter=subject eq null',
      '&$select=subject',
      '&$orderby=senton',
      '&$skiptoken=x',
      '&$top=5001',
      '&$skip=1',
    ]) {
      expect((await apply('groupby((subject))', more)).status).toBe(400)
    }
  })
})
