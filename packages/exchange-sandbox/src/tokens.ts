import { createHmac, timingSafeEqual } from 'node:crypto'
import { SandboxError } from './errors.ts'

export interface Claims {
  readonly aud: string
  readonly iss: string
  readonly tid: string
  readonly appid: string
  /** Seconds since 1970. */
  readonly iat: number
  readonly exp: number
  readonly roles?: readonly string[]
  readonly scp?: string
  readonly oid: string
  readonly upn?: string
}

export const AUDIENCE = 'https://graph.microsoft.com'
/** Of tokens that are exchanged for new ones and open nothing. */
export const REFRESH_AUDIENCE = 'refresh'

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const sign = (text: string, key: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')

export function issueToken(claims: Claims, key: string): string {
  const text = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`
  return `${text}.${sign(text, key)}`
}

/** @throws SandboxError 401 `InvalidAuthenticationToken` saying what is wrong with it */
export function readToken(header: string | null, key: string, nowMs: number): Claims {
  const bearer = /^Bearer\s+(\S+)$/i.exec(header ?? '')
  if (!bearer?.[1]) throw invalid('Access token is empty.')
  const claims = verify(bearer[1], key)
  if (claims.aud !== AUDIENCE) throw invalid('Access token validation failure. Invalid audience.')
  if (claims.exp * 1000 <= nowMs) {
    throw invalid('Lifetime validation failed, the token is expired.')
  }
  return claims
}

/** @returns null for a token that isn't a refresh token of this sandbox, or has expired */
export function readRefreshToken(token: string, key: string, nowMs: number): Claims | null {
  try {
    const claims = verify(token, key)
    return claims.aud === REFRESH_AUDIENCE && claims.exp * 1000 > nowMs ? claims : null
  } catch {
    return null
  }
}

function verify(token: string, key: string): Claims {
  const [head = '', body = '', signature = ''] = token.split('.')
  const expected = Buffer.from(sign(`${head}.${body}`, key))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw invalid('IDX14100: JWT is not well formed, or its signature is not valid.')
  }
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims
}

const invalid = (message: string) =>
  new SandboxError(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'WWW-Authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    },
  })
