import { createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const CLIENT = { clientId: 'trackmark', clientSecret: 'secret-of-the-client' } as const

/** A minimal identity provider, which trusts every caller. */
export interface TestProvider {
  readonly issuer: string
  /** The claims of the next sign-in. */
  claims: Record<string, unknown>
  /** Which fault the next token has. */
  trouble: 'none' | 'nonce' | 'audience' | 'signature'
  /** Follows the redirect to the provider. @returns the address that it redirects back to */
  visit(location: string): string
  close(): Promise<void>
}

export async function startTestProvider(): Promise<TestProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const begun = new Map<string, URLSearchParams>()
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const idToken = (asked: URLSearchParams): string => {
    const now = Math.floor(Date.now() / 1000)
    const payload = {
      iss: self.issuer,
      aud: self.trouble === 'audience' ? 'somebody else' : CLIENT.clientId,
      nonce: self.trouble === 'nonce' ? 'another' : asked.get('nonce'),
      iat: now,
      exp: now + 300,
      ...self.claims,
    }
    const text = `${base64({ alg: 'RS256', kid: 'one' })}.${base64(payload)}`
    const { privateKey } = self.trouble === 'signature' ? strangers : keys
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
  }
  const redeem = (body: URLSearchParams) => {
    const asked = begun.get(body.get('code') ?? '')
    begun.delete(body.get('code') ?? '')
    const challenge = createHash('sha256').update(body.get('code_verifier') ?? '')
    if (asked === undefined || asked.get('code_challenge') !== challenge.digest('base64url')) {
      return { status: 400, answer: { error: 'invalid_grant' } }
    }
    const answer = { access_token: 'x', token_type: 'Bearer', id_token: idToken(asked) }
    return { status: 200, answer }
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const send = (status: number, value: unknown) =>
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(JSON.stringify(value))
      if (request.url === '/.well-known/openid-configuration') {
        return send(200, {
          issuer: self.issuer,
          authorization_endpoint: `${self.issuer}/authorize`,
          token_endpoint: `${self.issuer}/token`,
          jwks_uri: `${self.issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        })
      }
      if (request.url === '/keys') {
        const jwk = createPublicKey(keys.privateKey).export({ format: 'jwk' })
        return send(200, { keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] })
      }
      const { status, answer } = redeem(new URLSearchParams(Buffer.concat(chunks).toString()))
      return send(status, answer)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const self: TestProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: {},
    trouble: 'none',
    visit: (location) => {
      const asked = new URL(location).searchParams
      const code = `code-${begun.size}-${asked.get('state')?.slice(0, 8)}`
      begun.set(code, asked)
      const back = new URL(asked.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()
      return back.href
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
  return self
}
