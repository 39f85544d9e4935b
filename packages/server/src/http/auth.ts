import { createHash, timingSafeEqual } from 'node:crypto'
import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from './errors.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/**
 * Whether a request carries the token. Digests are compared, in constant time, so that neither the
 * token's length nor how much of it was right can be measured.
 */
export function isAuthorized(header: string | null | undefined, token: string): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1]
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

/** @throws ApiError 401 */
export function requireToken(header: string | null | undefined, token: string): void {
  if (isAuthorized(header, token)) return
  const isMissing = header === null || header === undefined || header === ''
  const message = isMissing
    ? 'Sign in first: this request needs the header "Authorization: Bearer <token>".'
    : 'The token of the Authorization header is not valid here.'
  throw new ApiError(401, ERROR_CODES.privilegeDenied, message, {
    'WWW-Authenticate': isMissing ? 'Bearer' : 'Bearer error="invalid_token"',
  })
}
