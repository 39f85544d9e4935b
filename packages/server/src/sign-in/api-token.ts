import { createHash, timingSafeEqual } from 'node:crypto'
import { ROLES, type Role, uuidText } from '@trackmark/http'
import { type Database, findApiToken, markApiTokenUsed } from '@trackmark/store'

const PREFIX = 'tm_'
const SECRET_BYTES = 32
const USED_MS = 60_000

/** The part of a token before its secret, by which its row is found. */
interface TokenName {
  readonly organizationId: string
  readonly tokenId: string
}

/** A user of an organization with their role. */
export interface Holder {
  readonly organizationId: string
  readonly userId: string
  readonly role: Role
}

export interface TokenHolder extends Holder, TokenName {}

/**
 * Makes a token: `tm_` and 64 bytes in base64url, which are the ids of organization and token and 32 random bytes.
 * @param secret the random bytes, from a cryptographic generator
 */
export function writeToken(name: TokenName, secret: Uint8Array): string {
  if (secret.byteLength !== SECRET_BYTES) throw new TypeError(`${SECRET_BYTES} bytes are needed`)
  const bytes = Buffer.concat([idBytes(name.organizationId), idBytes(name.tokenId), secret])
  return PREFIX + bytes.toString('base64url')
}

/** Null for a text that can't be a token of an organization. */
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

/** A fast hash is enough for 256 random bits; slow hashes are for passwords. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('hex')

/** Null when the token isn't, or is no longer, valid. */
export async function holderOf(
  database: Database,
  token: string,
  now: number,
): Promise<TokenHolder | null> {
  const name = readToken(token)
  return name === null ? null : validTokenHolder(database, name, now, tokenHash(token))
}

/** @param hash null when a session of the token is checked instead of the token */
export async function validTokenHolder(
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
