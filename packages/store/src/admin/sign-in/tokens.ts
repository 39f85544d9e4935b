import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { iso, isoOrNull } from '../../database/values.ts'

/** A token without its text, which only its holder knows. */
export interface ApiToken {
  readonly tokenId: string
  readonly name: string
  readonly userId: string
  readonly userName: string | null
  /** One of Dataverse's security roles, by name. */
  readonly role: string
  readonly createdOn: Instant
  /** Null = never. */
  readonly expiresOn: Instant | null
  /** Accurate to the minute. */
  readonly lastUsedOn: Instant | null
}

interface NewApiToken {
  readonly tokenId: string
  readonly name: string
  /** SHA-256 of the token, hexadecimal. */
  readonly hash: string
  readonly userId: string
  readonly role: string
  readonly expiresOn: Instant | null
}

/** What decides whether a request with the token is allowed. */
interface StoredToken {
  readonly hash: string
  readonly userId: string
  readonly role: string
  readonly expiresOn: Instant | null
  readonly lastUsedOn: Instant | null
}

/** @returns false = the organization has a token of that name */
export async function addApiToken(
  database: Queryable,
  organizationId: string,
  token: NewApiToken,
  now: Instant,
): Promise<boolean> {
  const added = await database.query(
    `insert into sync.api_token (organizationid, tokenid, name, hash, systemuserid, role,
       createdon, expireson)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1 as added`,
    [
      organizationId,
      token.tokenId,
      token.name,
      token.hash,
      token.userId,
      token.role,
      iso(now),
      isoOrNull(token.expiresOn),
    ],
  )
  return added.length > 0
}

/** Tokens by name, expired ones too. */
export async function listApiTokens(
  database: Queryable,
  organizationId: string,
): Promise<ApiToken[]> {
  return database.query<ApiToken>(
    `select t.tokenid as "tokenId", t.name, t.systemuserid as "userId", u.fullname as "userName",
       t.role, t.createdon as "createdOn", t.expireson as "expiresOn", t.lastusedon as "lastUsedOn"
     from sync.api_token t
     left join crm.systemuser u on u.organizationid = t.organizationid
       and u.systemuserid = t.systemuserid
     where t.organizationid = $1
     order by lower(t.name)`,
    [organizationId],
  )
}

/** Null when the token doesn't exist or was revoked, or when its user is disabled or deleted. */
export async function findApiToken(
  database: Queryable,
  organizationId: string,
  tokenId: string,
): Promise<StoredToken | null> {
  const [row] = await database.query<StoredToken>(
    `select t.hash, t.systemuserid as "userId", t.role, t.expireson as "expiresOn",
       t.lastusedon as "lastUsedOn"
     from sync.api_token t
     join crm.systemuser u on u.organizationid = t.organizationid
       and u.systemuserid = t.systemuserid and u.isdisabled is not true
     where t.organizationid = $1 and t.tokenid = $2`,
    [organizationId, tokenId],
  )
  return row ?? null
}

export async function markApiTokenUsed(
  database: Queryable,
  organizationId: string,
  tokenId: string,
  now: Instant,
): Promise<void> {
  await database.query(
    'update sync.api_token set lastusedon = $3 where organizationid = $1 and tokenid = $2',
    [organizationId, tokenId, iso(now)],
  )
}

/** @param token its id, or its name in any case @returns false = there is none */
export async function revokeApiToken(
  database: Queryable,
  organizationId: string,
  token: string,
): Promise<boolean> {
  const revoked = await database.query(
    `delete from sync.api_token
     where organizationid = $1 and (lower(name) = lower($2) or tokenid::text = lower($2))
     returning 1 as revoked`,
    [organizationId, token],
  )
  return revoked.length > 0
}

/** Whether a user has a token of this role. */
export async function hasTokenOfRole(
  database: Queryable,
  organizationId: string,
  userId: string,
  role: string,
): Promise<boolean> {
  const found = await database.query(
    `select 1 as found from sync.api_token
     where organizationid = $1 and systemuserid = $2 and role = $3 limit 1`,
    [organizationId, userId, role],
  )
  return found.length > 0
}
