import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp, TOKEN } from './support.ts'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const file = (name: string, text: string, type = 1) => ({ name, type, content: base64(text) })
const upload = (body: Json, path = '/api/admin/webresources') => server.call('POST', path, { body })
const get = (path: string, headers: Record<string, string> = {}) =>
  server.call('GET', path, { headers })

describe('import', () => {
  test('adds, changes and leaves alone, names without case, and remembers the solution', async () => {
    const solution = {
      uniqueName: 'SomePages',
      friendlyName: 'Some pages',
      version: '1.0.0.1',
      isManaged: true,
    }
    const files = [file('new_/pages/a.html', '<p>a'), file('new_/pages/b.js', 'b()', 3)]
    expect((await upload({ solution, files })).body).toMatchObject({ created: 2, updated: 0 })
    const again = [file('new_/pages/A.html', '<p>a'), file('new_/pages/b.js', 'b()', 3)]
    const next = { ...solution, version: '1.0.0.2' }
    expect((await upload({ solution: next, files: again })).body).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 1,
    })
    const query = `?$filter=uniquename eq 'SomePages'&$select=version,ismanaged,uniquename`
    expect((await get(`/api/data/v9.1/solutions${query}`)).body.value).toMatchObject([
      { version: '1.0.0.2', ismanaged: true, uniquename: 'SomePages' },
    ])
    const rows = await get(
      `/api/data/v9.2/webresourceset?$filter=name eq 'new_/pages/b.js'&$select=content,webresourcetype`,
    )
    expect(rows.body.value).toMatchObject([{ content: base64('b()'), webresourcetype: 3 }])
    const listed = (await get('/api/admin/webresources')).body.webResources
    expect(listed.map((one: Json) => [one.name, one.size])).toEqual([
      ['new_/pages/A.html', 4],
      ['new_/pages/b.js', 3],
    ])
  })

  test.each([
    ['a name that climbs', [file('new_/../x.html', 'x')]],
    ['a name that begins with a slash', [file('/x.html', 'x')]],
    ['a name with another character', [file('new_/x<y>.html', 'x')]],
    ['a type there is none of', [file('new_/x.html', 'x', 13)]],
    ['content that is not base64', [{ name: 'new_/x.html', type: 1, content: 'not base64!' }]],
    ['a name given twice', [file('new_/x.html', 'x'), file('new_/X.html', 'y')]],
    ['nothing', []],
  ])('%s is refused with the good ones beside it', async (_, files) => {
    const good = files.length === 0 ? [] : [file('new_/good.html', 'good')]
    expect((await upload({ files: [...good, ...files] })).status).toBe(400)
    expect((await get('/WebResources/new_/good.html')).status).toBe(404)
  })

  test('a file larger than five megabytes is refused', async () => {
    const content = 'A'.repeat(Math.ceil((5 * 1024 * 1024 + 3) / 3) * 4)
    const answer = await upload({ files: [{ name: 'new_/large.js', type: 3, content }] })
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringContaining('5242880'),
    ])
  })

  test('removes by name, and says when there is none', async () => {
    await upload({ files: [file('new_/gone.html', 'x')] })
    const remove = () => server.call('DELETE', '/api/admin/webresources?name=new_/GONE.html')
    expect((await remove()).body).toEqual({ removed: ['new_/gone.html'] })
    expect((await remove()).status).toBe(404)
  })
})

describe('serving', () => {
  beforeAll(async () => {
    await upload({
      files: [
        file('new_/Start.html', '<p>Grüße'),
        file('new_/data.xml', '<a/>', 4),
        file('new_/with space.svg', '<svg/>', 11),
      ],
    })
  })

  test.each([
    ['/WebResources/new_/Start.html', 'text/html; charset=utf-8', '<p>Grüße'],
    ['/webresources/NEW_/start.html', 'text/html; charset=utf-8', '<p>Grüße'],
    ['/%7B637123456%7D/WebResources/new_/Start.html', 'text/html; charset=utf-8', '<p>Grüße'],
    ['/{637123456}/WebResources/new_/data.xml', 'text/xml', '<a/>'],
    ['/trackmark/WebResources/new_/data.xml?v=2', 'text/xml', '<a/>'],
    ['/trackmark/%7B1%7D/WebResources/new_/with%20space.svg', 'image/svg+xml', '<svg/>'],
  ])('%s is answered as %s', async (path, type, text) => {
    const { status, headers, body } = await get(path)
    expect([status, headers.get('content-type'), body]).toEqual([200, type, text])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })

  test('is not sent again while it is unchanged', async () => {
    const path = '/WebResources/new_/Start.html'
    const etag = (await get(path)).headers.get('etag')!
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
    await upload({ files: [file('new_/Start.html', '<p>New')] })
    const now = await get(path, { 'if-none-match': etag })
    expect([now.status, now.body]).toEqual([200, '<p>New'])
  })

  test.each([
    ['/WebResources/new_/absent.html', 404],
    ['/WebResources/%E0%A4', 404],
    ['/WebResources/', 404],
  ])('%s is %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  test('nobody gets anything without having signed in, and nobody writes here', async () => {
    for (const path of ['/WebResources/new_/data.xml', '/ClientGlobalContext.js.aspx']) {
      expect((await server.app.request(`http://crm.test${path}`)).status).toBe(401)
    }
    expect((await server.call('PUT', '/WebResources/new_/data.xml', { body: {} })).status).toBe(405)
  })

  test('the about page has the version, also for readers of four digits a number', async () => {
    const { body } = await get('/about/default.aspx')
    expect(body).toContain('9.2.24091.190')
    expect(body.match(/(\d{1,4})\.(\d{1,4})\.(\d{1,4})\.(\d{1,4})/g)).toEqual(['9.2.0.0'])
  })
})

describe('global context', () => {
  const run = (script: string, origin = 'https://crm.contoso.example') => {
    const window: Json = { location: { origin, search: '?data=1&id=%7Bx%7D' } }
    runInNewContext(script, { window, URLSearchParams, navigator: { onLine: true }, Date })
    return window
  }

  test.each([
    ['/WebResources/ClientGlobalContext.js.aspx', ''],
    ['/ClientGlobalContext.js.aspx', ''],
    ['/WebResources/new_/ClientGlobalContext.js.aspx', ''],
    ['/%7B1%7D/WebResources/ClientGlobalContext.js.aspx', ''],
    ['/trackmark/WebResources/ClientGlobalContext.js.aspx', '/trackmark'],
  ])('%s tells a page where it is and who uses it', async (path, prefix) => {
    const { headers, body } = await get(path)
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const window = run(body)
    const context = window.GetGlobalContext()
    expect(context).toBe(window.Xrm.Page.context)
    expect(context).toBe(window.Xrm.Utility.getGlobalContext())
    expect({
      url: context.getClientUrl(),
      name: context.getOrgUniqueName(),
      version: context.getVersion(),
      path: context.prependOrgName('/x'),
      lcid: [context.getUserLcid(), context.getOrgLcid()],
      query: context.getQueryStringParameters(),
      full: window.APPLICATION_FULL_VERSION,
      settings: [context.organizationSettings.uniqueName, context.userSettings.userId],
    }).toEqual({
      url: `https://crm.contoso.example${prefix}`,
      name: 'trackmark',
      version: '9.2.24091.190',
      path: `${prefix}/x`,
      lcid: [1033, 1033],
      query: { data: '1', id: '{x}' },
      full: '9.2.24091.190',
      settings: ['trackmark', context.getUserId()],
    })
    expect(context.getUserId()).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/)
  })

  test('a name is text for the script, whatever it contains', async () => {
    const name = `</script><script>alert(1)//'"\\\u2028`
    const userId = (run((await get('/ClientGlobalContext.js.aspx')).body) as Json)
      .GetGlobalContext()
      .getUserId()
      .slice(1, -1)
    await server.database.query(
      `insert into crm.systemuser (organizationid, systemuserid, fullname, createdon, modifiedon)
       values ($1, $2, $3, '2026-01-01Z', '2026-01-01Z')
       on conflict (organizationid, systemuserid) do update set fullname = excluded.fullname`,
      [server.organizationId, userId.toLowerCase(), name],
    )
    const { body } = await get('/ClientGlobalContext.js.aspx')
    expect(body).not.toMatch(/<|\u2028/)
    expect(run(body).GetGlobalContext().getUserName()).toBe(name)
  })
})

test('what a session shows can read and write as its person does, from this origin only', async () => {
  const signed = await server.app.request('http://crm.test/signin', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: TOKEN }),
  })
  const cookie = signed.headers.get('set-cookie')!.split(';')[0]!
  const patch = (headers: Record<string, string>) =>
    server.app.request(`http://crm.test/api/data/v9.1/organizations(${server.organizationId})`, {
      method: 'PATCH',
      headers: {
        cookie,
        'content-type': 'application/json; charset=utf-8',
        accept: 'application/json',
        'odata-version': '4.0',
        'odata-maxversion': '4.0',
        ...headers,
      },
      body: JSON.stringify({ orgdborgsettings: '' }),
    })
  expect((await patch({ origin: 'http://crm.test' })).status).toBe(204)
  expect((await patch({ origin: 'http://evil.test' })).status).toBe(403)
  expect((await patch({})).status).toBe(403)
  for (const path of ['/api/admin/webresources', '/api/data/v9.2/webresourceset']) {
    const left = await server.app.request(`http://crm.test${path}`, {
      method: 'POST',
      headers: { cookie, origin: 'http://crm.test', 'content-type': 'application/json' },
      body: JSON.stringify({ files: [file('new_/left.html', 'x')] }),
    })
    expect([path, left.status]).toEqual([path, 403])
  }
})
