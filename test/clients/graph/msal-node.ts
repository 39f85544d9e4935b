import { generateKeyPairSync } from 'node:crypto'
import { ConfidentialClientApplication, PublicClientApplication } from '@azure/msal-node'
import { expectThat, type Run, recorder } from '../calls.ts'
import { factsOf } from '../package-facts.ts'
import { ANNA, GRAPH, startSandbox } from './sandbox.ts'

const scopes = ['User.Read']

/** Microsoft's library for signing in, against the token endpoints of the sandbox. */
export async function runMsalNode(): Promise<Run> {
  const sandbox = await startSandbox()
  const { calls, attempt } = recorder()
  // It signs in at https addresses only: metadata that it is given leads to the sandbox.
  const authority = 'https://login.sandbox.example/contoso'
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const auth = {
    clientId: 'sandbox',
    authority,
    knownAuthorities: ['login.sandbox.example'],
    authorityMetadata: JSON.stringify({
      authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
      device_authorization_endpoint: `${sandbox.url}/contoso/oauth2/v2.0/devicecode`,
      token_endpoint: `${sandbox.url}/contoso/oauth2/v2.0/token`,
      issuer: `${authority}/v2.0`,
      jwks_uri: `${authority}/discovery/v2.0/keys`,
    }),
  }
  const secret = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: 'sandbox' } })
  const status = async (token: string | undefined, path: string): Promise<number> =>
    (
      await fetch(`${sandbox.url}/v1.0${path}`, {
        headers: { authorization: `Bearer ${token ?? ''}` },
      })
    ).status

  try {
    await attempt(
      'acquireTokenByClientCredential with a secret, and Graph takes the token',
      async () => {
        const result = await secret.acquireTokenByClientCredential({ scopes: GRAPH })
        expectThat((await status(result?.accessToken, '/users')) === 200, 'the token is refused')
      },
    )
    await attempt('a second token comes from the cache', async () => {
      const result = await secret.acquireTokenByClientCredential({ scopes: GRAPH })
      expectThat(result?.fromCache === true, 'it was asked for again')
    })
    await attempt('acquireTokenByUsernamePassword, with the account that it is of', async () => {
      const result = await secret.acquireTokenByUsernamePassword({
        scopes,
        username: ANNA,
        password: 'x',
      })
      expectThat(result?.account?.username === ANNA, 'another account')
      expectThat((await status(result?.accessToken, '/me')) === 200, 'the token is refused')
    })
    await attempt('acquireTokenSilent, renewed by the refresh token', async () => {
      const [account] = await secret.getTokenCache().getAllAccounts()
      if (account === undefined) throw new Error('no account is known')
      const renewed = await secret.acquireTokenSilent({ account, scopes, forceRefresh: true })
      expectThat(renewed?.fromCache === false, 'it came from the cache')
    })
    await attempt('acquireTokenByUsernamePassword of a public client', async () => {
      const open = new PublicClientApplication({ auth })
      const result = await open.acquireTokenByUsernamePassword({
        scopes,
        username: ANNA,
        password: 'x',
      })
      expectThat(result?.account?.username === ANNA, 'another account')
    })
    await attempt('a wrong secret is refused with Entra’s code', async () => {
      const wrong = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: 'no' } })
      const refusal = await wrong
        .acquireTokenByClientCredential({ scopes: GRAPH })
        .then(() => '', String)
      expectThat(refusal.includes('AADSTS7000215'), refusal)
    })
    await attempt('a certificate that the application doesn’t have is refused', async () => {
      const clientCertificate = {
        thumbprintSha256: 'a'.repeat(64),
        privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      }
      const wrong = new ConfidentialClientApplication({ auth: { ...auth, clientCertificate } })
      const refusal = await wrong
        .acquireTokenByClientCredential({ scopes: GRAPH })
        .then(() => '', String)
      expectThat(refusal.includes('AADSTS'), refusal)
    })
    await attempt('acquireTokenOnBehalfOf', () =>
      secret.acquireTokenOnBehalfOf({ scopes, oboAssertion: 'a.b.c' }),
    )
    await attempt('acquireTokenByCode', () =>
      secret.acquireTokenByCode({ scopes, code: 'x', redirectUri: 'http://localhost' }),
    )
    await attempt('acquireTokenByDeviceCode', () =>
      new PublicClientApplication({ auth }).acquireTokenByDeviceCode({
        scopes,
        deviceCodeCallback: () => {},
      }),
    )
  } finally {
    await sandbox.close()
  }
  return { ...factsOf('@azure/msal-node'), calls }
}
