import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

let server: TestApp
/** Tokens of contoso by role; `other` is one of fabrikam. */
const tokens: Record<'admin' | 'customizer' | 'user' | 'other', string> = {
  admin: '',
  customizer: '',
  user: '',
  other: '',
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function addToken(environment: string, name: string, role: string): Promise<string> {
  const body = { name, role }
  const answer = await server.call('POST', `/${environment}/api/admin/tokens`, { body })
  expect(answer.status).toBe(201)
  return answer.body.token
}

beforeAll(async () => {
  server = await createTestApp()
  for (const body of [
    { uniqueName: 'contoso', displayName: 'Contoso', version: '9.1.0.4038' },
    { uniqueName: 'fabrikam', hostNames: ['CRM.Fabrikam.test'] },
  ]) {
    expect((await server.call('POST', '/api/admin/environments', { body })).status).toBe(201)
  }
  tokens.admin = await addToken('contoso', 'admin', 'System Administrator')
  tokens.customizer = await addToken('contoso', 'customizer', 'System Customizer')
  tokens.user = await addToken('contoso', 'user', 'Basic User')
  tokens.other = await addToken('fabrikam', 'other', 'System Administrator')
})
afterAll(() => server.close())

const at = async (address: string, init: RequestInit & { token?: string } = {}) => {
  const { token, ...rest } = init
  const headers = {
    ...(rest.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : bearer(token)),
    ...(rest.headers ?? {}),
  }
  const response = await server.app.request(address, { ...rest, headers })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const body: Json = isJson && text !== '' ? JSON.parse(text) : text
  return { status: response.status, headers: response.headers, body }
}
const organizationAt = async (address: string, token?: string) => {
  const answer = await at(`${address}/api/admin/status`, token === undefined ? {} : { token })
  return answer.status === 200 ? answer.body.organization.uniqueName : answer.status
}

describe('which organization a request is for', () => {
  const INSTALLATION = 'token-of-the-test-administrator'

  test.each([
    ['http://crm.test', 'trackmark'],
    ['http://crm.test/trackmark', 'trackmark'],
    ['http://crm.test/contoso', 'contoso'],
    ['http://crm.test/CONTOSO', 'contoso'],
    ['http://contoso.crm.example', 'contoso'],
    ['http://crm.fabrikam.test', 'fabrikam'],
    ['http://nobody.crm.example', 404],
    ['http://contoso.crm.example/fabrikam', 404],
    ['http://crm.test/nobody', 404],
  ])('%s is %s for the installation’s administrator', async (address, name) => {
    expect(await organizationAt(address, INSTALLATION)).toBe(name)
  })

  test.each([
    ['http://crm.test', 'contoso'],
    ['http://crm.test/contoso', 'contoso'],
    ['http://contoso.crm.example', 'contoso'],
    ['http://crm.test/trackmark', 404],
    ['http://crm.test/fabrikam', 404],
    ['http://fabrikam.crm.example', 404],
    ['http://crm.fabrikam.test', 404],
  ])('%s is %s for a token of contoso', async (address, name) => {
    for (const token of [tokens.admin, tokens.customizer, tokens.user]) {
      expect(await organizationAt(address, token)).toBe(name)
    }
  })

  test('an organization that isn’t one’s own and one that isn’t there are answered alike', async () => {
    const answers = async (name: string, token?: string) => {
      const seen: unknown[] = []
      for (const path of ['', '/', '/api/data/v9.2/emails', '/api/admin/status', '/signin', '/x']) {
        const headers = { accept: 'text/html' }
        const address = `http://crm.test/${name}${path}`
        const answer = await at(address, token === undefined ? { headers } : { headers, token })
        seen.push([answer.status, [...answer.headers], answer.body])
      }
      const signing = await at(`http://crm.test/${name}/signin`, {
        method: 'POST',
        body: JSON.stringify({ token: token ?? 'wrong' }),
      })
      seen.push([signing.status, [...signing.headers], signing.body])
      return JSON.stringify(seen).replaceAll(name, 'NAME')
    }
    for (const token of [undefined, 'wrong', tokens.admin, tokens.user]) {
      expect(await answers('fabrikam', token)).toBe(await answers('fabrikum', token))
    }
    const label = (name: string) =>
      at(`http://${name}.crm.example/api/admin/status`, { token: tokens.user })
    expect((await label('fabrikam')).body).toEqual((await label('fabrikum')).body)
    const seen = await at('http://crm.test/api/admin/environments', { token: tokens.admin })
    expect(seen.body.environments.map((one: Json) => one.uniqueName)).toEqual(['contoso'])
    const show = (name: string) =>
      at(`http://crm.test/api/admin/environments/${name}`, { token: tokens.admin })
    expect((await show('fabrikam')).status).toBe(404)
    expect((await show('contoso')).body).toMatchObject({ displayName: 'Contoso' })
  })

  test('links keep the form that was asked by', async () => {
    for (const root of [
      'http://crm.test/Contoso',
      'http://contoso.crm.example',
      'http://crm.test',
    ]) {
      const { body } = await at(`${root}/api/data/v9.1/systemusers?$select=fullname`, {
        token: tokens.user,
        headers: { prefer: 'odata.maxpagesize=1' },
      })
      expect(body['@odata.context']).toMatch(new RegExp(`^${root}/api/data/v9\\.1/\\$metadata#`))
      expect(body['@odata.nextLink']).toMatch(new RegExp(`^${root}/api/data/v9\\.1/systemusers\\?`))
      const next = await at(body['@odata.nextLink'], { token: tokens.user })
      expect(next.body.value.length).toBeGreaterThan(0)
    }
  })

  test('the administrator of the installation is a user of every organization', async () => {
    for (const name of ['contoso', 'fabrikam']) {
      const { body } = await server.call(
        'GET',
        `/${name}/api/data/v9.2/systemusers?$filter=fullname eq 'Trackmark administrator'`,
      )
      expect(body.value).toHaveLength(1)
    }
  })

  test('settings follow the organization and its version', async () => {
    const category = async (name: string) =>
      (await server.call('GET', `/${name}/api/admin/settings/TrackCategorizedItems`)).body.value
    expect([await category('contoso'), await category('fabrikam')]).toEqual([false, true])
  })
})

describe('roles', () => {
  const roles = ['admin', 'customizer', 'user'] as const
  const write = async (role: (typeof roles)[number], method: string, path: string, body: unknown) =>
    (
      await at(`http://crm.test${path}`, {
        method,
        token: tokens[role],
        body: JSON.stringify(body),
      })
    ).status

  test.each([
    // method, path, body, refused for
    ['PATCH', '/api/admin/settings', {}, ['user']],
    ['POST', '/api/admin/profiles', {}, ['customizer', 'user']],
    ['POST', '/api/admin/mailboxes', {}, ['customizer', 'user']],
    ['POST', '/api/admin/tokens', {}, ['customizer', 'user']],
    ['DELETE', '/api/admin/tokens/none', {}, ['customizer', 'user']],
    ['POST', '/api/admin/environments', {}, ['admin', 'customizer', 'user']],
    ['PATCH', '/api/admin/environments/contoso', {}, ['admin', 'customizer', 'user']],
    ['DELETE', '/api/admin/environments/contoso', {}, ['admin', 'customizer', 'user']],
    ['POST', '/api/data/v9.2/mailboxes', {}, ['customizer', 'user']],
    ['POST', '/api/data/v9.2/emailserverprofiles', {}, ['customizer', 'user']],
    ['POST', '/api/data/v9.2/webresourceset', {}, ['customizer', 'user']],
    ['POST', '/api/data/v9.2/systemusers', {}, ['customizer', 'user']],
    ['POST', '/api/data/v9.2/contacts', 5, ['customizer']],
  ])('%s %s %j is refused for %j alone', async (method, path, body, refused) => {
    const found: string[] = []
    for (const role of roles) if ((await write(role, method, path, body)) === 403) found.push(role)
    expect(found).toEqual(refused)
  })

  test('reading is everybody’s, of tokens the administrators’', async () => {
    for (const role of roles) {
      for (const path of [
        '/api/data/v9.2/mailboxes',
        '/api/admin/mailboxes',
        '/api/admin/alerts',
      ]) {
        expect((await at(`http://crm.test${path}`, { token: tokens[role] })).status).toBe(200)
      }
    }
    const list = async (role: (typeof roles)[number]) =>
      (await at('http://crm.test/api/admin/tokens', { token: tokens[role] })).status
    expect([await list('admin'), await list('customizer'), await list('user')]).toEqual([
      200, 403, 403,
    ])
    expect((await at('http://crm.test/metrics', { token: tokens.admin })).status).toBe(403)
  })
})

describe('tokens', () => {
  test('a token is good until it expires or is revoked, and is listed without its secret', async () => {
    const body = { name: 'Short', role: 'Basic User', expiresOn: '2026-01-05T10:00:00Z' }
    const made = (await server.call('POST', '/contoso/api/admin/tokens', { body })).body
    const works = async () => organizationAt('http://crm.test', made.token)
    expect(await works()).toBe('contoso')
    expect((await server.call('POST', '/contoso/api/admin/tokens', { body })).status).toBe(409)
    const listed = await server.call('GET', '/contoso/api/admin/tokens')
    expect(JSON.stringify(listed.body)).not.toContain(made.token.slice(50))
    expect(listed.body.tokens.find((one: Json) => one.name === 'Short')).toMatchObject({
      role: 'Basic User',
      userName: 'Short',
      lastUsedOn: '2026-01-05T09:00:00.000Z',
    })
    server.now.value += 3_600_000
    expect(await works()).toBe(401)
    server.now.value -= 3_600_000
    expect(await works()).toBe('contoso')
    const fake = `${made.token.slice(0, -4)}AAAA`
    expect(await organizationAt('http://crm.test', fake)).toBe(401)
    expect((await server.call('DELETE', '/fabrikam/api/admin/tokens/short')).status).toBe(404)
    expect((await server.call('DELETE', '/contoso/api/admin/tokens/short')).status).toBe(204)
    expect(await works()).toBe(401)
  })

  test.each([
    [{ name: 'a', role: 'King' }, /role/],
    [{ name: 'a', role: 'Basic User', user: 'nobody' }, /no user "nobody" in contoso/],
    [{ name: 'a', role: 'Basic User', expiresOn: '2020-01-01T00:00:00Z' }, /in the past/],
    [{ name: '', role: 'Basic User' }, /name/],
  ])('%j is refused', async (body, message) => {
    const answer = await server.call('POST', '/contoso/api/admin/tokens', { body })
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringMatching(message),
    ])
  })
})

describe('sessions', () => {
  const signIn = async (path: string, token: string) => {
    const answer = await at(`http://crm.test${path}`, {
      method: 'POST',
      body: JSON.stringify({ token }),
    })
    return { status: answer.status, cookie: answer.headers.get('set-cookie') ?? '' }
  }
  const by = (cookie: string, path: string, init: RequestInit = {}) =>
    at(`http://crm.test${path}`, {
      ...init,
      headers: { cookie: cookie.split(';')[0]!, ...(init.headers ?? {}) },
    })
  const page = { origin: 'http://crm.test', 'sec-fetch-site': 'same-origin' }

  test('a session is of one organization, and may what its token may, while it may', async () => {
    const token = await addToken('contoso', 'browser', 'System Customizer')
    const { status, cookie } = await signIn('/Contoso/signin', token)
    expect([status, cookie]).toEqual([204, expect.stringContaining('; Path=/Contoso; ')])
    expect((await by(cookie, '/contoso/api/admin/status')).body.organization).toMatchObject({
      uniqueName: 'contoso',
    })
    for (const path of ['/fabrikam/api/admin/status', '/trackmark/api/admin/status']) {
      expect((await by(cookie, path)).status).toBe(401)
    }
    const patch = { method: 'PATCH', body: '{"TraceLogPersistenceTimeInDays":9}', headers: page }
    expect((await by(cookie, '/contoso/api/admin/settings', patch)).status).toBe(200)
    const profile = { method: 'POST', body: '{}', headers: page }
    expect((await by(cookie, '/contoso/api/admin/profiles', profile)).status).toBe(403)
    await server.call('DELETE', '/contoso/api/admin/tokens/browser')
    expect((await by(cookie, '/contoso/api/admin/status')).status).toBe(401)
  })

  test('the installation’s token signs in to the organization that was asked for only', async () => {
    const { cookie } = await signIn('/contoso/signin', 'token-of-the-test-administrator')
    expect((await by(cookie, '/contoso/api/admin/status')).status).toBe(200)
    expect((await by(cookie, '/fabrikam/api/admin/status')).status).toBe(401)
  })

  test('nobody signs in to another’s organization', async () => {
    expect((await signIn('/fabrikam/signin', tokens.admin)).status).toBe(401)
  })

  test('a page makes itself no token and no organization', async () => {
    const { cookie } = await signIn('/signin', 'token-of-the-test-administrator')
    const token = JSON.stringify({ name: 'sly', role: 'System Administrator' })
    for (const [path, body] of [
      ['/api/admin/tokens', token],
      ['/api/admin/environments', '{"uniqueName":"sly"}'],
    ] as const) {
      expect((await by(cookie, path, { method: 'POST', body, headers: page })).status).toBe(403)
    }
  })

  test('a person is led to the sign-in and back, a program is told', async () => {
    const html = { headers: { accept: 'text/html,*/*' } }
    const asked = await at('http://crm.test/contoso/WebResources/a.htm?x=1', html)
    expect([asked.status, asked.headers.get('location')]).toEqual([
      302,
      '/contoso/signin?to=%2Fcontoso%2FWebResources%2Fa.htm%3Fx%3D1',
    ])
    expect((await at('http://crm.test/contoso/')).headers.get('location')).toBe('/contoso/signin')
    expect((await at('http://crm.test/contoso/api/data/v9.2/emails')).status).toBe(401)
    expect((await at('http://crm.test/contoso/x', { ...html, method: 'POST' })).status).toBe(401)
  })
})

describe('environments', () => {
  const call = (method: string, path: string, body?: unknown) =>
    server.call(method, `/api/admin/environments${path}`, body === undefined ? {} : { body })

  test('a disabled organization answers nothing, and says so', async () => {
    await call('POST', '', { uniqueName: 'litware', hostNames: ['litware.test'] })
    const token = await addToken('litware', 'x', 'System Administrator')
    expect((await call('PATCH', '/litware', { isDisabled: true })).body.isDisabled).toBe(true)
    for (const address of ['http://crm.test', 'http://crm.test/litware', 'http://litware.test']) {
      for (const path of ['/api/data/v9.2/emails', '/api/admin/status', '/']) {
        const { status, body } = await at(address + path, { token })
        expect([status, body.error.message]).toEqual([
          503,
          expect.stringContaining('litware is disabled'),
        ])
      }
    }
    expect((await call('PATCH', '/litware', { isDisabled: false })).status).toBe(200)
    expect(await organizationAt('http://crm.test', token)).toBe('litware')
  })

  test('removal takes two steps and the name repeated', async () => {
    await call('POST', '', { uniqueName: 'adatum' })
    expect((await call('DELETE', '/adatum')).status).toBe(400)
    expect((await call('DELETE', '/adatum?confirm=adatam')).status).toBe(400)
    expect((await call('DELETE', '/adatum?confirm=adatum')).status).toBe(409)
    await call('PATCH', '/adatum', { isDisabled: true })
    expect((await call('DELETE', '/adatum?confirm=adatum')).status).toBe(204)
    expect((await call('GET', '/adatum')).status).toBe(404)
    expect((await call('DELETE', '/trackmark?confirm=trackmark')).status).toBe(409)
  })

  test.each([
    ['POST', '', { uniqueName: 'Contoso' }, 400],
    ['POST', '', { uniqueName: 'about' }, 400],
    ['POST', '', { uniqueName: 'contoso' }, 409],
    ['POST', '', { uniqueName: 'a', version: 'nine' }, 400],
    ['POST', '', { uniqueName: 'a', hostNames: ['crm.fabrikam.test'] }, 409],
    ['POST', '', { uniqueName: 'a', hostNames: ['http://x'] }, 400],
    ['POST', '', { uniqueName: 'a', hostNames: ['127.0.0.1'] }, 400],
    ['PATCH', '/contoso', {}, 400],
    ['PATCH', '/contoso', { uniqueName: 'b' }, 400],
    ['PATCH', '/contoso', { hostNames: ['crm.fabrikam.test'] }, 409],
    ['PATCH', '/nobody', { displayName: 'x' }, 404],
  ])('%s %s %j is %i', async (method, path, body, status) => {
    const before = (await call('GET', '')).body
    expect((await call(method, path, body)).status).toBe(status)
    expect((await call('GET', '')).body).toEqual(before)
  })
})
