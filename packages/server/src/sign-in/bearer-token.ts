import { createHash, timingSafeEqual } from 'node:crypto'
import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from '@trackmark/http'

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** Null for a header of another scheme, or without a token. */
export const bearerToken = (header: string | null): string | null =>
  /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null

/**
 * Digests are compared, in constant time, so that neither the token's length nor how much of it was
 * right can be measured.
 */
export const isToken = (given: string, token: string): boolean =>
  timingSafeEqual(digest(given), digest(token))

/** What somebody is answered who isn't signed in, or with a token that isn't one here. */
export function refuseToken(isMissing: boolean): ApiError {
  const message = isMissing
    ? 'Sign in first: this request needs the header "Authorization: Bearer <token>".'
    : 'The token of the Authorization header is not valid here.'
  return new ApiError(401, ERROR_CODES.privilegeDenied, message, {
    'WWW-Authenticate': isMissing ? 'Bearer' : 'Bearer error="invalid_token"',
  })
}
