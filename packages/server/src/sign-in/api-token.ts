import { createHash, timingSafeEqual } from 'node:crypto'
import { ROLES, type Role, uuidText } from '@trackmark/http'
import { type Database, findApiToken, markApiTokenUsed } from '@trackmark/store'

const PREFIX = 'tm_'
const SECRET_BYTES = 32
const USED_MS = 60_000

/** What a token consists of before its secret: where its row is found. */
export interface TokenName {
  readonly organizationId: string
  readonly tokenId: string
}

/** A user of an organization, and what they may do there. */
export interface Holder {
  readonly organizationId: string
  readonly userId: string
  readonly role: Role
}

export interface TokenHolder extends Holder, TokenName {}

/**
 * `tm_` and 64 bytes in base64url: the organization's id, the token's, and 32 bytes that nobody can
 * guess. @param secret those bytes, from a cryptographic generator
 */
export function writeToken(name: TokenName, secret: Uint8Array): string {
  if (secret.byteLength !== SECRET_BYTES) throw new TypeError(`${SECRET_BYTES} bytes are needed`)
  const bytes = Buffer.concat([idBytes(name.organizationId), idBytes(name.tokenId), secret])
  return PREFIX + bytes.toString('base64url')
}

/** Null for what never was a token of an organization. */
export function readToken(token: string): TokenName | null {
  if (!token.startsWith(PREFIX)) return null
  const text = token.slice(PREFIX.length)
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== 32 + SECRET_BYTES || bytes.toString('base64url') !== text) return null
  return {
    organizationId: uuidText(bytes.subarray(0, 16)),
    tokenId: uuidText(bytes.subarray(16, 32)),
  }
}

/** Enough for what has 256 random bits; a slow hash is for what people think up. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('hex')

/** Null = not, or no longer, a token of an organization here. */
export async function holderOf(
  database: Database,
  token: string,
  now: number,
): Promise<TokenHolder | null> {
  const name = readToken(token)
  return name === null ? null : liveHolder(database, name, now, tokenHash(token))
}

/** @param hash null where a session, issued for the token, stands for it */
export async function liveHolder(
  database: Database,
  { organizationId, tokenId }: TokenName,
  now: number,
  hash: string | null,
): Promise<TokenHolder | null> {
  const row = await findApiToken(database, organizationId, tokenId)
  if (row === null) return null
  if (hash !== null && !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return null
  if (row.expiresOn !== null && row.expiresOn <= now) return null
  const role = ROLES.find((one) => one === row.role)
  if (role === undefined) return null
  if (row.lastUsedOn === null || now - row.lastUsedOn >= USED_MS) {
    await markApiTokenUsed(database, organizationId, tokenId, now)
  }
  return { organizationId, tokenId, userId: row.userId, role }
}

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
