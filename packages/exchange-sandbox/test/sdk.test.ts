import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { ConfidentialClientApplication } from '@azure/msal-node'
import { BaseBearerTokenAuthenticationProvider } from '@microsoft/kiota-abstractions'
import { AuthenticationHandler, Client } from '@microsoft/microsoft-graph-client'
import type { Message } from '@microsoft/microsoft-graph-types'
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import '@microsoft/msgraph-sdk-users'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedSandbox, serveSandbox } from '../src/index.ts'
import { ANNA, caller, received, tokenFor } from './harness.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

let served: ServedSandbox
let token: string

beforeAll(async () => {
  served = await serveSandbox({
    port: 0,
    seed: {
      users: [{ id: 'aaaaaaaa-0000-4000-8000-000000000001', displayName: 'Anna', mail: ANNA }],
    },
    apps: [
      { clientId: 'sandbox', secret: 'sandbox' },
      { clientId: 'certified', certificate: publicKey },
    ],
  })
  token = await tokenFor(served.sandbox)
})

afterAll(() => served.close())

/** The authority is https for msal's sake; its metadata is given, and leads to the sandbox. */
function application(auth: Readonly<Record<string, unknown>>): ConfidentialClientApplication {
  const authority = 'https://login.sandbox.example/contoso'
  return new ConfidentialClientApplication({
    auth: {
      clientId: 'sandbox',
      authority,
      knownAuthorities: ['login.sandbox.example'],
      authorityMetadata: JSON.stringify({
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        token_endpoint: `${served.url}/contoso/oauth2/v2.0/token`,
        issuer: `${authority}/v2.0`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
      }),
      ...auth,
    },
  })
}

const fields = async (answer: Response) =>
  (await answer.json()) as Readonly<Record<string, string | undefined>>

const scopes = ['https://graph.microsoft.com/.default']

test('msal gets a token with a secret, and one with a certificate, that Graph takes', async () => {
  const certificate = { thumbprintSha256: 'a'.repeat(64), privateKey }
  for (const auth of [
    { clientSecret: 'sandbox' },
    { clientId: 'certified', clientCertificate: certificate },
  ]) {
    const result = await application(auth).acquireTokenByClientCredential({ scopes })
    const call = caller(served.sandbox, result?.accessToken ?? '')
    expect((await call('GET', '/users')).status).toBe(200)
  }
})

test('msal is refused with the wrong secret', async () => {
  const wrong = application({ clientSecret: 'no' }).acquireTokenByClientCredential({ scopes })
  await expect(wrong).rejects.toThrow(/AADSTS7000215/)
})

test('msal signs a person in by password, knows the account, and renews its token silently', async () => {
  const app = application({ clientSecret: 'sandbox' })
  const scopes = ['User.Read']
  const result = await app.acquireTokenByUsernamePassword({
    scopes,
    username: ANNA,
    password: 'any',
  })
  expect(result?.account).toMatchObject({ username: ANNA, name: 'Anna' })
  expect(result?.idTokenClaims).toMatchObject({ preferred_username: ANNA, ver: '2.0' })
  const [account] = await app.getTokenCache().getAllAccounts()
  expect(account?.homeAccountId).toMatch(/^aaaaaaaa-0000-4000-8000-000000000001\./)
  if (!account) throw new Error('no account')
  const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true })
  expect(renewed?.fromCache).toBe(false)
  const call = caller(served.sandbox, renewed?.accessToken ?? '')
  expect((await call('GET', '/me')).json.mail).toBe(ANNA)
})

test('an id token is signed with the key that is published', async () => {
  const form = new URLSearchParams({
    grant_type: 'password',
    username: ANNA,
    password: 'x',
    client_id: 'sandbox',
    scope: 'openid',
  })
  const url = `${served.url}/contoso/oauth2/v2.0/token`
  const tokens = await fields(await fetch(url, { method: 'POST', body: form }))
  expect(Object.keys(tokens)).not.toContain('refresh_token')
  const published = await fetch(`${served.url}/contoso/discovery/v2.0/keys`)
  const { keys } = (await published.json()) as { keys: readonly { kid: string }[] }
  const [head = '', body, signature = ''] = (tokens.id_token ?? '').split('.')
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString())
  const jwk = keys.find((key) => key.kid === kid)
  if (!jwk) throw new Error('the key is not published')
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  const signed = Buffer.from(`${head}.${body}`)
  expect(verify('sha256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true)
})

test('a refresh token opens nothing by itself, and is of use to its own application only', async () => {
  const ask = async (form: Record<string, string>) => {
    const url = `${served.url}/contoso/oauth2/v2.0/token`
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) })
    return { status: answer.status, body: await fields(answer) }
  }
  const client = { client_id: 'sandbox', scope: 'offline_access' }
  const person = { grant_type: 'password', username: ANNA, password: 'x' }
  const { refresh_token = '' } = (await ask({ ...client, ...person })).body
  const refresh = { grant_type: 'refresh_token', refresh_token }
  expect((await caller(served.sandbox, refresh_token)('GET', '/me')).status).toBe(401)
  expect((await ask({ ...client, ...refresh })).body.refresh_token).toEqual(expect.any(String))
  for (const wrong of [
    { ...client, client_id: 'certified', ...refresh },
    { ...client, ...refresh, refresh_token: 'a.b.c' },
  ]) {
    const { status, body } = await ask(wrong)
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
  }
  const application = { ...client, grant_type: 'client_credentials' }
  expect((await ask(application)).body.error).toBe('invalid_client')
})

test('the JavaScript SDK lists, changes and follows changes', async () => {
  // This SDK hands tokens to https addresses of Graph only: the last link of its chain leads here.
  const authenticate = new AuthenticationHandler({ getAccessToken: async () => token })
  authenticate.setNext({
    execute: async (context) => {
      context.response = await served.sandbox.fetch(new Request(context.request, context.options))
    },
  })
  const client = Client.initWithMiddleware({ middleware: authenticate })
  const inbox = `/users/${ANNA}/mailFolders/inbox/messages`
  const made: Message = await client.api(inbox).post(received('From the SDK'))
  await client.api(`/users/${ANNA}/messages/${made.id}`).patch({ categories: ['Sdk'] })
  const found = await client
    .api(`/users/${ANNA}/messages`)
    .filter("categories/any(c:c eq 'Sdk')")
    .select(['subject', 'categories'])
    .top(5)
    .get()
  expect(found.value).toMatchObject([{ subject: 'From the SDK', categories: ['Sdk'] }])
  const delta = await client.api(`${inbox}/delta`).header('Prefer', 'odata.maxpagesize=50').get()
  expect(delta['@odata.deltaLink']).toContain('deltatoken')
  await client.api(`/users/${ANNA}/messages/${made.id}/move`).post({ destinationId: 'archive' })
  const gone = client.api(`/users/${ANNA}/messages/${made.id}`).get()
  await expect(gone).rejects.toMatchObject({ statusCode: 404, code: 'ErrorItemNotFound' })
})

test('the Kiota SDK lists, makes and moves', async () => {
  const host = new URL(served.url).hostname
  const provider = new BaseBearerTokenAuthenticationProvider({
    getAuthorizationToken: async () => token,
    getAllowedHostsValidator: () => ({ isUrlHostValid: () => true }) as never,
  })
  expect(host).toBe('127.0.0.1')
  const adapter = new GraphRequestAdapter(provider)
  adapter.baseUrl = `${served.url}/v1.0`
  const user = createGraphServiceClient(adapter).users.byUserId(ANNA)
  const category = await user.outlook.masterCategories.post({
    displayName: 'Kiota',
    color: 'preset5',
  })
  expect(category?.id).toBeTruthy()
  const list = await user.outlook.masterCategories.get()
  expect(list?.value?.map((one) => one.displayName)).toContain('Kiota')
  const mail = await user.messages.post({ subject: 'By Kiota' })
  const moved = await user.messages
    .byMessageId(mail?.id ?? '')
    .move.post({ destinationId: 'archive' })
  expect(moved?.subject).toBe('By Kiota')
  const page = await user.mailFolders.byMailFolderId('archive').messages.delta.get()
  expect(page?.value?.map((one) => one.subject)).toContain('By Kiota')
  const rules = user.mailFolders.byMailFolderId('inbox').messageRules
  await rules.post({
    displayName: 'From Ben',
    sequence: 1,
    conditions: { senderContains: ['ben'] },
    actions: { assignCategories: ['Ben'], stopProcessingRules: true },
  })
  expect((await rules.get())?.value).toMatchObject([
    { displayName: 'From Ben', actions: { assignCategories: ['Ben'] }, hasError: false },
  ])
})

test('a lost answer cuts the line', async () => {
  const fault = { match: { path: '/mailboxSettings' }, effect: { kind: 'lostAnswer' } }
  await fetch(`${served.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) })
  const asked = fetch(`${served.url}/v1.0/users/${ANNA}/mailboxSettings`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  await expect(asked).rejects.toThrow('fetch failed')
})
