import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CLIENT, startTestProvider, type TestProvider } from './identity-provider.ts'
import { createTestApp, type TestApp } from './support.ts'

const ORIGIN = 'http://crm.test'

let provider: TestProvider
let server: TestApp
beforeAll(async () => {
  provider = await startTestProvider()
  server = await createTestApp(undefined, {
    ...CLIENT,
    issuer: provider.issuer,
    name: 'Contoso sign-in',
    publicUrl: null,
    trustUsername: false,
  })
})
afterAll(async () => {
  await server.close()
  await provider.close()
})
beforeEach(() => {
  server.now.value += 1_000
  provider.trouble = 'none'
  provider.claims = { sub: 'ada', email: 'Ada@contoso.example', email_verified: true }
})

const get = (path: string, cookie = '') =>
  server.app.request(new URL(path, ORIGIN).href, { headers: cookie === '' ? {} : { cookie } })

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((one) => one.split(';')[0]!)

/** A whole sign-in. @returns the last page, and the cookie of the session */
async function signIn(to = '', prefix = '') {
  const away = await get(`${prefix}/signin/provider?to=${encodeURIComponent(to)}`)
  expect(away.status).toBe(302)
  const back = provider.visit(away.headers.get('location')!)
  const kept = cookiesOf(away).join('; ')
  const answer = await get(back, kept)
  const session = cookiesOf(answer).find((one) => one.startsWith('trackmark_session='))
  return { html: await answer.text(), session: session ?? null, back, kept, away }
}

const me = async (cookie: string | null) => {
  const answer = await get('/api/admin/me', cookie ?? '')
  return answer.status === 200 ? await answer.json() : answer.status
}

test('the sign-in page offers it by its name', async () => {
  expect(await (await get('/signin')).text()).toContain('Sign in with Contoso sign-in')
})

test('who has a mailbox here is let in as its owner, and gets an account by it', async () => {
  const { session } = await signIn()
  expect(await me(session)).toMatchObject({ fullName: 'Ada Byron', roles: ['Mailbox Owner'] })
  const { body } = await server.call('GET', '/api/admin/accounts')
  expect(body.accounts).toMatchObject([{ signInName: 'ada@contoso.example', hasPassword: false }])
})

test('an account’s role holds, and a disabled one isn’t let in', async () => {
  const path = '/api/admin/accounts/ada@contoso.example'
  await server.call('PATCH', path, { body: { role: 'System Administrator' } })
  expect(await me((await signIn()).session)).toMatchObject({ roles: ['System Administrator'] })
  await server.call('PATCH', path, { body: { isDisabled: true } })
  const refused = await signIn()
  expect([refused.session, refused.html]).toEqual([null, expect.stringContaining('disabled')])
  await server.call('PATCH', path, { body: { isDisabled: false, role: 'Mailbox Owner' } })
})

test('continues to the requested page by a page, not by a redirect', async () => {
  const { html } = await signIn('/admin/alerts?level=error')
  expect(html).toContain('url=http://crm.test/admin/alerts?level=error')
})

test.each(['https://evil.example/', '//evil.example/', 'javascript:alert(1)'])(
  'never goes on to %s',
  async (to) => {
    const { html } = await signIn(to)
    expect(html).toContain('url=http://crm.test/admin/"')
    expect(html).not.toMatch(/evil|alert/)
  },
)

test('below an organization’s path it is that one', async () => {
  const { away, back, kept } = await signIn('', '/trackmark')
  expect(back).toMatch(/^http:\/\/crm\.test\/signin\/callback/)
  expect(kept).toContain('trackmark_signin=')
  expect(away.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
})

test.each([
  ['an address that nobody verified', { sub: 'ada', email: 'ada@contoso.example' }],
  ['a name that anybody may choose', { sub: 'ada', preferred_username: 'ada@contoso.example' }],
  ['an address of nobody here', { sub: 'eve', email: 'eve@else.example', email_verified: true }],
  ['nothing', { sub: 'x' }],
])('who says only %s isn’t let in', async (_what, claims) => {
  provider.claims = claims
  const { session, html } = await signIn()
  expect(session).toBeNull()
  expect(html).toContain('neither an account nor a mailbox')
})

test('an object id names a person before any address does', async () => {
  const oid = '11111111-2222-4333-8444-555555555555'
  await server.database.query(
    `update crm.systemuser set azureactivedirectoryobjectid = $2
     where organizationid = $1 and internalemailaddress = 'ada@contoso.example'`,
    [server.organizationId, oid],
  )
  provider.claims = { sub: 'ada', oid, email: 'other@contoso.example', email_verified: true }
  expect(await me((await signIn()).session)).toMatchObject({ fullName: 'Ada Byron' })
})

test.each(['nonce', 'audience', 'signature'] as const)(
  'a token with a wrong %s is none',
  async (trouble) => {
    provider.trouble = trouble
    const { session, html } = await signIn()
    expect([session, html]).toEqual([null, expect.stringContaining('Signing in failed')])
  },
)

test('a code works once, and only in the browser that began', async () => {
  const { back, kept } = await signIn()
  expect(await (await get(back, kept)).text()).toContain('Signing in failed')
  const away = await get('/signin/provider')
  const stolen = provider.visit(away.headers.get('location')!)
  expect(await (await get(stolen)).text()).toContain('began in another browser')
  const other = cookiesOf(await get('/signin/provider')).join('; ')
  expect(await (await get(stolen, other)).text()).toContain('Signing in failed')
})

test('takes ten minutes at most', async () => {
  const away = await get('/signin/provider')
  const back = provider.visit(away.headers.get('location')!)
  server.now.value += 10 * 60_000
  expect(await (await get(back, cookiesOf(away).join('; '))).text()).toContain('took too long')
})

test('a person who cancels gets a message about it', async () => {
  const away = await get('/signin/provider')
  const back = new URL(provider.visit(away.headers.get('location')!))
  const state = back.searchParams.get('state')!
  back.search = new URLSearchParams({ error: 'access_denied', state }).toString()
  expect(await (await get(back.href, cookiesOf(away).join('; '))).text()).toContain('You cancelled')
})
