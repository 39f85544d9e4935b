import { createHash, timingSafeEqual } from 'node:crypto'
import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError } from '@trackmark/http'

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** The token in an Authorization header; null when there is none or another scheme. */
export const bearerToken = (header: string | null): string | null =>
  /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? null

/** Compares digests in constant time, so that timing reveals neither the token's length nor a part of it. */
export const isToken = (given: string, token: string): boolean =>
  timingSafeEqual(digest(given), digest(token))

/** The error for requests without a valid token or session. */
export function refuseToken(isMissing: boolean): ApiError {
  const message = isMissing
    ? 'Sign in first: this request needs the header "Authorization: Bearer <token>".'
    : 'The token of the Authorization header is not valid here.'
  return new ApiError(401, ERROR_CODES.privilegeDenied, message, {
    'WWW-Authenticate': isMissing ? 'Bearer' : 'Bearer error="invalid_token"',
  })
}
