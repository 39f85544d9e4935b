import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { User } from './model/types.ts'

/** Made when the first person signs in: most sandboxes only see applications. */
let privateKey: KeyObject | null = null
const KEY_ID = 'sandbox'

function ownKey(): KeyObject {
  privateKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return privateKey
}

/** `GET /{tenant}/discovery/v2.0/keys`: what id tokens are checked with. */
export function publicKeys() {
  const { kty, n, e } = createPublicKey(ownKey()).export({ format: 'jwk' })
  return { keys: [{ kty, use: 'sig', alg: 'RS256', kid: KEY_ID, n, e }] }
}

export interface SignedIn {
  readonly user: User
  readonly clientId: string
  readonly tenantId: string
  readonly issuer: string
  /** Seconds since 1970. */
  readonly issuedAt: number
  readonly expiresAt: number
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Who signed in. Source: Microsoft identity platform, "ID token claims reference", version 2.0. */
export function idToken({ user, ...to }: SignedIn): string {
  const claims = {
    aud: to.clientId,
    iss: to.issuer,
    iat: to.issuedAt,
    nbf: to.issuedAt,
    exp: to.expiresAt,
    name: user.displayName,
    oid: user.id,
    preferred_username: user.userPrincipalName,
    sub: user.id,
    tid: to.tenantId,
    ver: '2.0',
  }
  const text = `${part({ typ: 'JWT', alg: 'RS256', kid: KEY_ID })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), ownKey()).toString('base64url')}`
}

/** By this MSAL names the account: the user's id and that of the tenant. */
export const clientInfo = (user: User, tenantId: string): string =>
  part({ uid: user.id, utid: tenantId })
