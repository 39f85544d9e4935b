import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminApp } from '../src/admin/app.ts'
import { createTestApp, type TestApp } from './support.ts'

/**
 * Routes that a script in a page may use by its reader's session. Nothing here outlives the session, or sends
 * anything to strangers.
 */
const BY_SESSION = [
  'DELETE alerts/:id',
  'DELETE mailboxes/:id',
  'DELETE profiles/:id',
  'DELETE settings/:name',
  'DELETE tokens/:name', // Takes away, and gives nothing.
  'DELETE users/:id',
  'PATCH email-settings',
  'PATCH mailboxes/:id',
  'PATCH profiles/:id', // A changed place wants the secret anew; strange ones are the installation's.
  'PATCH retention',
  'PATCH settings',
  'POST alerts/:id/answer',
  'POST alerts/delete',
  'POST failures/items',
  'POST failures/retry',
  'POST mailboxes',
  'POST mailboxes/:id/sync',
  'POST mailboxes/actions',
  'POST me/password', // Asks for the present one.
  'POST profiles',
  'POST profiles/:id/test',
  'PUT settings',
]
const BY_TOKEN = [
  'DELETE accounts/:name',
  'DELETE backups/:id',
  'DELETE environments/:name',
  'DELETE restores/:id',
  'DELETE webhooks/:name',
  'DELETE webresources',
  'PATCH accounts/:name',
  'PATCH environments/:name',
  'POST accounts',
  'POST accounts/:name/invite',
  'POST backups',
  'POST environments',
  'POST people/erase',
  'POST restores',
  'POST restores/:id/start',
  'POST secrets/rotate',
  'POST signin-links',
  'POST tokens',
  'POST webhooks',
  'POST webhooks/:name/retry',
  'POST webhooks/:name/test',
  'POST webresources',
  'PUT restores/:id/content',
]

let server: TestApp
let cookie: string
beforeAll(async () => {
  server = await createTestApp()
  const password = 'correct horse battery'
  const input = { user: 'ada@contoso.example', role: 'System Administrator' }
  await server.call('POST', '/api/admin/accounts', { body: input })
  const made = await server.call('POST', `/api/admin/accounts/${input.user}/invite`)
  const code = new URLSearchParams(made.body.path.split('#')[1]).get('invite')!
  const signed = await server.call('POST', '/signin', {
    body: { code, password },
    headers: { authorization: '' },
  })
  cookie = signed.headers.get('set-cookie')!.split(';')[0]!
})
afterAll(() => server.close())

const bySession = (method: string, path: string, body?: unknown) =>
  server.app.request(`http://crm.test${path}`, {
    method,
    headers: { cookie, origin: 'http://crm.test', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

test('every route that changes something is known to be for sessions or for tokens', () => {
  // Routes are made for a request; none of them is asked here.
  const deps = new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'organization' ? { organizationId: '' } : name === 'caller' ? { roles: [] } : {},
    },
  )
  const routes = adminApp(deps as Parameters<typeof adminApp>[0])
    .routes.filter(({ method }) => !['GET', 'ALL'].includes(method))
    .map(({ method, path }) => `${method} ${path.replace('/api/admin/', '')}`)
  expect([...new Set(routes)].sort()).toEqual([...BY_SESSION, ...BY_TOKEN].sort())
})

test.each(BY_TOKEN)('a session of an administrator may not %s', async (route) => {
  const [method, path] = route.split(' ') as [string, string]
  const answer = await bySession(method, `/api/admin/${path.replace(/:\w+/, 'any')}`, {})
  expect(answer.status).toBe(403)
})

test('a session changes nobody’s address or id to sign in by', async () => {
  const user = (await server.call('GET', '/api/data/v9.2/systemusers?$top=1')).body.value[0]
  const path = `/api/data/v9.2/systemusers(${user.systemuserid})`
  const change = { internalemailaddress: 'stranger@evil.example' }
  expect((await bySession('PATCH', path, change)).status).toBe(403)
})

test('the stored secret is not sent to a changed address, in a session and with a token', async () => {
  const connection = {
    connector: 'exchangeonline',
    name: 'Contoso',
    tenantId: 'contoso.example',
    clientId: '00000000-0000-4000-8000-0000000000c1',
    secret: 'the secret',
  }
  const profiles = '/api/admin/profiles'
  const strange = { ...connection, name: 'Strange', authorityUrl: 'http://stranger.example' }
  expect((await server.call('POST', profiles, { body: strange })).body.error.message).toContain(
    'TRACKMARK_EXCHANGE_ADDRESSES',
  )
  const { body: made } = await server.call('POST', profiles, { body: connection })
  const path = `${profiles}/${made.profileId}`
  for (const change of [
    { authorityUrl: 'https://login.microsoftonline.us' },
    { graphUrl: 'https://proxy.example/v1.0' },
    { tenantId: 'other.example' },
  ]) {
    const refused = await server.call('PATCH', path, { body: change })
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('in the same request'),
    ])
    const known = await server.call('PATCH', path, { body: { ...change, secret: 'the secret' } })
    expect(known.status).toBe(200)
  }
  for (const address of [
    'http://graph.microsoft.com',
    'https://graph.microsoft.com.evil.example',
  ]) {
    const body = { graphUrl: address, secret: 'the secret' }
    expect((await server.call('PATCH', path, { body })).status).toBe(400)
  }
})
