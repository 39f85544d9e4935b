import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientCredentials } from './credentials.ts'

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const THUMBPRINT = 'ab'.repeat(32)
const SECRET = 'the~secret'

/** docs: v2-oauth2-client-creds-grant-flow, "Successful response" and "Error response". */
function signIn(answer: (form: URLSearchParams, nth: number) => Response | Promise<Response>) {
  let now = 1_000_000
  const forms: URLSearchParams[] = []
  const urls: string[] = []
  const fetch = async (request: Request) => {
    urls.push(request.url)
    const form = new URLSearchParams(await request.text())
    forms.push(form)
    return answer(form, forms.length)
  }
  const options = {
    tenantId: 'contoso.example',
    clientId: 'app-1',
    authorityHost: 'http://127.0.0.1:4311/',
    fetch,
    clock: () => now,
    deadline: () => new AbortController().signal,
  }
  const pass = (ms: number) => {
    now += ms
  }
  return { options, forms, urls, pass }
}

const granted = (nth: number) =>
  Response.json({
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: `t${nth}`,
  })
const refused = (status: number, error: string, number: number, headers = {}) =>
  Response.json(
    { error, error_description: `AADSTS${number}: ${SECRET} is wrong`, error_codes: [number] },
    { status, headers },
  )

test('a secret gets a token from an http endpoint, held until five minutes before its end', async () => {
  const { options, forms, urls, pass } = signIn((_, nth) => granted(nth))
  const tokens = clientCredentials({ ...options, secret: SECRET })
  expect(await Promise.all([tokens.token(), tokens.token()])).toEqual(['t1', 't1'])
  pass(3_298_000)
  expect(await tokens.token()).toBe('t1')
  pass(2_000)
  expect(await tokens.token()).toBe('t2')
  expect(urls[0]).toMatch(/^http:\/\/127\.0\.0\.1:4311\/contoso\.example\/oauth2\/v2\.0\/token/)
  expect(urls).toHaveLength(2)
  expect(Object.fromEntries(forms[0]!)).toMatchObject({
    grant_type: 'client_credentials',
    client_id: 'app-1',
    client_secret: SECRET,
  })
  expect(forms[0]!.get('scope')).toContain('https://graph.microsoft.com/.default')
})

test('the public cloud is asked at its own address, without discovery', async () => {
  const { options, urls } = signIn((_, nth) => granted(nth))
  const authorityHost = 'https://login.microsoftonline.com'
  await clientCredentials({ ...options, authorityHost, secret: SECRET }).token()
  expect(urls.map((url) => url.split('?')[0])).toEqual([
    'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token',
  ])
})

test('a certificate signs an assertion', async () => {
  const { options, forms } = signIn((_, nth) => granted(nth))
  const certificate = { privateKey, thumbprint: THUMBPRINT }
  expect(await clientCredentials({ ...options, certificate }).token()).toBe('t1')
  const assertion = forms[0]!.get('client_assertion')!
  const claims = JSON.parse(Buffer.from(assertion.split('.')[1]!, 'base64url').toString())
  expect(claims).toMatchObject({
    iss: 'app-1',
    aud: 'http://127.0.0.1:4311/contoso.example/oauth2/v2.0/token',
  })
  expect(forms[0]!.has('client_secret')).toBe(false)
})

test('a refused token is not given again', async () => {
  const { options } = signIn((_, nth) => granted(nth))
  const tokens = clientCredentials({ ...options, secret: SECRET })
  expect(await tokens.token()).toBe('t1')
  expect(await tokens.token('t1')).toBe('t2')
  // A refusal of a token that was replaced meanwhile causes no request.
  expect(await tokens.token('t1')).toBe('t2')
})

test('while renewing fails the old token serves to its end', async () => {
  const { options, pass } = signIn((_, nth) =>
    nth === 1 ? granted(1) : refused(503, 'temporarily_unavailable', 90033),
  )
  const tokens = clientCredentials({ ...options, secret: SECRET })
  await tokens.token()
  pass(3_400_000)
  expect(await tokens.token()).toBe('t1')
  pass(200_000)
  await expect(tokens.token()).rejects.toMatchObject({
    remedy: 'outage',
    answer: expect.stringContaining('503'),
  })
})

test('[MB11] a refusal stops, names the application, and keeps the secret', async () => {
  const { options } = signIn(() => refused(401, 'invalid_client', 7000215))
  const tokens = clientCredentials({ ...options, secret: SECRET })
  const error = (await tokens.token().catch((thrown: unknown) => thrown)) as Error
  expect(error).toMatchObject({ scope: 'mailbox', remedy: 'refused', serverCode: 'AADSTS7000215' })
  expect(error.message).toContain('application app-1 in tenant contoso.example')
  expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain(SECRET)
})

test.each([
  ['no answer', () => Promise.reject(new TypeError('fetch failed')), null],
  ['429', () => refused(429, 'x', 1, { 'retry-after': '30' }), 30_000],
  ['a gateway page', () => new Response('<html>', { status: 502 }), null],
  ['a page with 200', () => new Response('<html>', { status: 200 }), null],
])('[MB11] sign-in answered by %s is tried later, and then works', async (_, answer, wait) => {
  const { options } = signIn((_form, nth) => (nth === 1 ? answer() : granted(nth)))
  const tokens = clientCredentials({ ...options, secret: SECRET })
  await expect(tokens.token()).rejects.toMatchObject({
    remedy: wait === null ? 'outage' : 'wait',
    retryAfterMs: wait,
  })
  expect(await tokens.token()).toBe('t2')
})

test.each([
  ['a key that is none', { privateKey: 'PRIVATE', thumbprint: THUMBPRINT }, /private key/],
  ['a certificate that is none', { privateKey, certificate: 'CERT' }, /certificate can't be read/],
  ['no thumbprint', { privateKey }, /neither a certificate nor a thumbprint/],
  ['a thumbprint that is none', { privateKey, thumbprint: 'xyz' }, /thumbprint of 40 or 64/],
])('%s is refused at once', (_, certificate, message) => {
  const { options } = signIn(() => granted(1))
  expect(() => clientCredentials({ ...options, certificate })).toThrow(message)
})
