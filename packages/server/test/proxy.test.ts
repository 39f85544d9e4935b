import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trustOf } from '../src/config/trusted-proxies.ts'
import { CLIENT, startTestProvider, type TestProvider } from './identity-provider.ts'
import { createTestApp, insertEmails, type Json, type TestApp, TOKEN } from './support.ts'

/** All addresses in answers, behind a proxy that uses TLS. */

const id = (n: number): string => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const SAID = {
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'crm.public.test',
  'x-forwarded-for': '198.51.100.7',
}
const PUBLIC = 'https://crm.public.test'

let identity: TestProvider
let server: TestApp
beforeAll(async () => {
  identity = await startTestProvider()
  const provider = {
    ...CLIENT,
    issuer: identity.issuer,
    name: 'Contoso sign-in',
    publicUrl: null,
    trustUsername: false,
  }
  server = await createTestApp(undefined, provider, { trusts: trustOf('on'), publicUrl: null })
  await insertEmails(
    server,
    [1, 2, 3].map((n) => ({ id: id(n), subject: `Mail ${n}` })),
  )
})
afterAll(async () => {
  await server.close()
  await identity.close()
})

interface Sent {
  readonly body?: string
  readonly headers?: Record<string, string>
  /** The peer's address. */
  readonly peer?: string
}

async function send(to: TestApp, method: string, path: string, sent: Sent = {}) {
  const { body, headers = {}, peer = '127.0.0.1' } = sent
  const request = new Request(`http://127.0.0.1:4310${path}`, {
    method,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const response = await to.app.fetch(request, { peer })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text }
}
const parsed = (text: string): Json => JSON.parse(text)

const API = '/api/data/v9.2'
const addresses = (text: string): readonly string[] => text.match(/https?:\/\/[^/\s"<&]+/g) ?? []

describe('links of the Web API', () => {
  const FETCH = encodeURIComponent(
    '<fetch count="1"><entity name="email"><attribute name="subject"/></entity></fetch>',
  )
  test.each([
    ['context', 'GET', '/WhoAmI'],
    ['service document', 'GET', '/'],
    ['next page', 'GET', '/emails?$select=subject', { prefer: 'odata.maxpagesize=1' }],
    ['delta', 'GET', '/emails?$select=subject', { prefer: 'odata.track-changes' }],
    ['page of changes', 'GET', '/emails', { prefer: 'odata.track-changes,odata.maxpagesize=1' }],
    ['groups', 'GET', '/emails?$apply=groupby((subject))', { prefer: 'odata.maxpagesize=1' }],
    ['FetchXML', 'GET', `/emails?fetchXml=${FETCH}`],
    ['definitions', 'GET', "/EntityDefinitions(LogicalName='email')?$select=LogicalName"],
    [
      'organization',
      'GET',
      '/RetrieveCurrentOrganization(AccessType=@p)?@p=Microsoft.Dynamics.CRM.EndpointAccessType%27Default%27',
    ],
    ['nested rows', 'GET', '/systemusers?$expand=mailbox_regarding_systemuser'],
    ['a row', 'GET', `/emails(${id(1)})?$select=subject`],
    ['a property', 'GET', `/emails(${id(1)})/subject`],
    ['new row', 'POST', '/contacts', {}, '{"lastname":"Mell"}'],
  ] as const)('%s', async (_, method, path, headers = {}, body = undefined) => {
    const answer = await send(server, method, `${API}${path}`, {
      headers: { ...headers, ...SAID },
      ...(body === undefined ? {} : { body }),
    })
    expect(answer.status).toBeLessThan(300)
    const where = ['location', 'odata-entityid'].map((name) => answer.headers.get(name) ?? '')
    const found = addresses([answer.text, ...where].join('\n'))
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([PUBLIC]))
  })

  test('a batch: absolute addresses are accepted, also with the default port', async () => {
    const get = (address: string) =>
      `--b\r\nContent-Type: application/http\r\n\r\nGET ${address}${API}/emails?$top=1&$select=subject HTTP/1.1\r\n\r\n`
    const named = [PUBLIC, `${PUBLIC}:443`, 'http://crm.public.test', 'http://127.0.0.1:4310', '']
    const answer = await send(server, 'POST', `${API}/$batch`, {
      headers: {
        ...SAID,
        host: '127.0.0.1:4310',
        'content-type': 'multipart/mixed; boundary=b',
      },
      body: `${named.map(get).join('')}--b--\r\n`,
    })
    expect(answer.text.match(/HTTP\/1\.1 200/g)).toHaveLength(named.length)
    expect(new Set(addresses(answer.text))).toEqual(new Set([PUBLIC]))
    const other = await send(server, 'POST', `${API}/$batch`, {
      headers: { ...SAID, 'content-type': 'multipart/mixed; boundary=b' },
      body: `${get('https://elsewhere.test')}--b--\r\n`,
    })
    expect(other.status).toBe(400)
  })

  test('a row named by its whole address is bound', async () => {
    const made = await send(server, 'POST', `${API}/contacts`, {
      headers: SAID,
      body: '{"lastname":"Mell"}',
    })
    const contact = made.headers.get('odata-entityid')!
    for (const named of [contact, contact.replace(PUBLIC, `${PUBLIC}:443`)]) {
      const body = JSON.stringify({ name: 'x', 'primarycontactid@odata.bind': named })
      const account = await send(server, 'POST', `${API}/accounts`, { headers: SAID, body })
      expect(account.status).toBe(204)
    }
  })

  test('headers of an untrusted peer are ignored', async () => {
    const answer = await send(server, 'GET', `${API}/emails?$select=subject`, {
      headers: { ...SAID, prefer: 'odata.maxpagesize=1' },
      peer: '203.0.113.66',
    })
    expect(parsed(answer.text)['@odata.nextLink']).toMatch(/^http:\/\/127\.0\.0\.1:4310\//)
    expect(answer.text).not.toContain('crm.public.test')
  })

  test('a header names an organization as a host does', async () => {
    const body = JSON.stringify({ uniqueName: 'fabrikam', hostNames: ['crm.fabrikam.test'] })
    expect((await send(server, 'POST', '/api/admin/environments', { body })).status).toBe(201)
    const headers = { ...SAID, 'x-forwarded-host': 'crm.fabrikam.test' }
    const answer = await send(server, 'GET', `${API}/organizations?$select=name`, { headers })
    expect(parsed(answer.text)['@odata.context']).toMatch(/^https:\/\/crm\.fabrikam\.test\//)
    expect(parsed(answer.text).value[0].name).toBe('fabrikam')
    const ignored = await send(server, 'GET', `${API}/organizations?$select=name`, {
      headers,
      peer: '203.0.113.66',
    })
    expect(parsed(ignored.text).value[0].name).toBe('Trackmark')
  })
})

describe('signing in', () => {
  test('the cookie is for HTTPS only', async () => {
    const body = JSON.stringify({ token: TOKEN })
    const cookie = async (sent: Sent) => {
      const answer = await send(server, 'POST', '/signin', { body, ...sent })
      expect(answer.status).toBe(204)
      return answer.headers.get('set-cookie')
    }
    expect(await cookie({ headers: SAID })).toContain('; Secure')
    expect(await cookie({ headers: { ...SAID, origin: PUBLIC } })).toContain('; Secure')
    expect(await cookie({ headers: SAID, peer: '203.0.113.66' })).not.toContain('Secure')
  })

  test('the provider sends the browser back by HTTPS', async () => {
    const away = await send(server, 'GET', '/signin/provider', { headers: SAID })
    expect(away.status).toBe(302)
    const to = new URL(away.headers.get('location')!)
    expect(to.searchParams.get('redirect_uri')).toBe(`${PUBLIC}/signin/callback`)
    expect(away.headers.get('set-cookie')).toContain('; Secure')
  })

  test('a session writes from a page of the public address, and from no other', async () => {
    const body = JSON.stringify({ token: TOKEN })
    const signed = await send(server, 'POST', '/signin', { body, headers: SAID })
    const cookie = signed.headers.get('set-cookie')!.split(';')[0]!
    const write = async (origin: string, said: Record<string, string>) => {
      const headers = { ...said, cookie, origin, 'content-type': 'application/json' }
      const request = new Request(`http://127.0.0.1:4310${API}/contacts`, {
        method: 'POST',
        headers,
        body: '{"lastname":"Mell"}',
      })
      return (await server.app.fetch(request, { peer: '127.0.0.1' })).status
    }
    expect(await write(PUBLIC, SAID)).toBe(204)
    expect(await write('https://elsewhere.test', SAID)).toBe(403)
    const named = { ...SAID, host: '127.0.0.1:4310' }
    expect(await write('https://elsewhere.test', named)).toBe(403)
  })

  test('wrong passwords are counted for the client, not for the proxy', async () => {
    const body = JSON.stringify({ name: 'nobody', password: 'wrong' })
    const wrong = (client: string, name: string) =>
      send(server, 'POST', '/signin', {
        body: body.replace('nobody', name),
        headers: { 'x-forwarded-for': client },
      })
    const counted = async () => {
      const text = 'select 1 from sync.signin_attempt where organizationid = $1'
      return (await server.database.query(text, [server.organizationId])).length
    }
    await wrong('198.51.100.1', 'one')
    await wrong('198.51.100.1', 'two')
    // Two names, each by itself and with its address, and one address.
    expect(await counted()).toBe(5)
    await wrong('198.51.100.2', 'three')
    expect(await counted()).toBe(8)
  })

  test('a sign-in link has the public URL, if one is configured', async () => {
    const proxies = { trusts: trustOf('off'), publicUrl: 'https://crm.public.test:8443' }
    const other = await createTestApp(undefined, null, proxies)
    const link = async (to: TestApp) =>
      parsed((await send(to, 'POST', '/trackmark/api/admin/signin-links', { body: '{}' })).text)
    const { url, path } = await link(other)
    expect(url).toBe(`https://crm.public.test:8443/trackmark/${path}`)
    expect((await link(server)).url).toBeNull()
    const rows = await send(other, 'GET', `${API}/contacts?$select=fullname`)
    expect(parsed(rows.text)['@odata.context']).toMatch(/^https:\/\/crm\.public\.test:8443\//)
    // The client references rows by the address that it used.
    const named = `http://127.0.0.1:4310${API}/contacts(${parsed(rows.text).value[0].contactid})`
    const bound = await send(other, 'POST', `${API}/accounts`, {
      headers: { host: '127.0.0.1:4310' },
      body: JSON.stringify({ name: 'x', 'primarycontactid@odata.bind': named }),
    })
    expect(bound.status).toBe(204)
    await other.close()
  })
})
