import type { Instant } from '@trackmark/core'
import type { Queryable } from '../../database/database.ts'
import { iso, isoOrNull } from '../../database/values.ts'

/** A person who signs in to the admin center. */
export interface Account {
  readonly userId: string
  readonly userName: string | null
  readonly signInName: string
  /** One of Dataverse's security roles, or Mailbox Owner. */
  readonly role: string
  readonly hasPassword: boolean
  readonly isDisabled: boolean
  readonly createdOn: Instant
  readonly lastSignInOn: Instant | null
}

/** What decides whether a sign-in or a session is valid. */
export interface StoredAccount {
  readonly userId: string
  readonly signInName: string
  readonly role: string
  readonly passwordHash: string | null
  /** Whether the account or its user is disabled. */
  readonly isDisabled: boolean
  /** Sessions that began before this have ended. */
  readonly sessionsAfter: Instant
}

interface NewAccount {
  readonly userId: string
  readonly signInName: string
  readonly role: string
}

/** @returns false = the user has an account, or the name is taken */
export async function addAccount(
  database: Queryable,
  organizationId: string,
  account: NewAccount,
  now: Instant,
): Promise<boolean> {
  const added = await database.query(
    `insert into sync.account (organizationid, systemuserid, signinname, role, sessionsafter, createdon)
     values ($1, $2, $3, $4, $5, $5) on conflict do nothing returning 1 as added`,
    [organizationId, account.userId, account.signInName, account.role, iso(now)],
  )
  return added.length > 0
}

/** Accounts by the name they sign in with. */
export async function listAccounts(
  database: Queryable,
  organizationId: string,
): Promise<Account[]> {
  return database.query<Account>(
    `select a.systemuserid as "userId", u.fullname as "userName", a.signinname as "signInName",
       a.role, a.passwordhash is not null as "hasPassword",
       (a.isdisabled or coalesce(u.isdisabled, false)) as "isDisabled", a.createdon as "createdOn",
       a.lastsigninon as "lastSignInOn"
     from sync.account a
     left join crm.systemuser u on u.organizationid = a.organizationid
       and u.systemuserid = a.systemuserid
     where a.organizationid = $1
     order by lower(a.signinname)`,
    [organizationId],
  )
}

export async function hasAccounts(database: Queryable, organizationId: string): Promise<boolean> {
  const [row] = await database.query<{ has: boolean }>(
    'select exists (select 1 from sync.account where organizationid = $1) as has',
    [organizationId],
  )
  return row!.has
}

/** @param key the user's id, or the sign-in name, compared without case */
export async function findAccount(
  database: Queryable,
  organizationId: string,
  key: { readonly userId: string } | { readonly signInName: string },
): Promise<StoredAccount | null> {
  const [row] = await database.query<StoredAccount>(
    `select a.systemuserid as "userId", a.signinname as "signInName", a.role,
       a.passwordhash as "passwordHash", a.sessionsafter as "sessionsAfter",
       (a.isdisabled or u.systemuserid is null or u.isdisabled is true) as "isDisabled"
     from sync.account a
     left join crm.systemuser u on u.organizationid = a.organizationid
       and u.systemuserid = a.systemuserid
     where a.organizationid = $1 and ($2::uuid is null or a.systemuserid = $2)
       and ($3::text is null or lower(a.signinname) = lower($3))`,
    [
      organizationId,
      'userId' in key ? key.userId : null,
      'signInName' in key ? key.signInName : null,
    ],
  )
  return row ?? null
}

interface AccountChange {
  readonly role?: string
  readonly isDisabled?: boolean
  readonly passwordHash?: string
  /** Sessions that began before this end. */
  readonly sessionsAfter?: Instant
  readonly lastSignInOn?: Instant
}

/** @returns false = no such account */
export async function changeAccount(
  database: Queryable,
  organizationId: string,
  userId: string,
  change: AccountChange,
): Promise<boolean> {
  const changed = await database.query(
    `update sync.account
     set role = coalesce($3, role), isdisabled = coalesce($4, isdisabled),
       passwordhash = coalesce($5, passwordhash), sessionsafter = coalesce($6, sessionsafter),
       lastsigninon = coalesce($7, lastsigninon)
     where organizationid = $1 and systemuserid = $2
     returning 1 as changed`,
    [
      organizationId,
      userId,
      change.role ?? null,
      change.isDisabled ?? null,
      change.passwordHash ?? null,
      isoOrNull(change.sessionsAfter ?? null),
      isoOrNull(change.lastSignInOn ?? null),
    ],
  )
  return changed.length > 0
}

/** Removes an account, which ends its sessions. @returns false = no such account */
export async function removeAccount(
  database: Queryable,
  organizationId: string,
  userId: string,
): Promise<boolean> {
  const removed = await database.query(
    `with codes as (
       delete from sync.signin_code where organizationid = $1 and systemuserid = $2
     )
     delete from sync.account where organizationid = $1 and systemuserid = $2
     returning 1 as removed`,
    [organizationId, userId],
  )
  return removed.length > 0
}

/** Pauses after wrong passwords: none for the first `free` tries, then longer from one try to the next. */
export interface Lockout {
  readonly free: number
  readonly firstMs: number
  readonly longestMs: number
  /** After this time without a wrong password, counting starts again. */
  readonly forgetMs: number
}

/**
 * Counts a try before its password is checked, so that many tries at the same time can't all be judged by the
 * same count.
 * @param subject hash of what is counted
 * @returns when the next try is allowed; null = this one is
 */
export async function countAttempt(
  database: Queryable,
  organizationId: string,
  subject: string,
  { free, firstMs, longestMs, forgetMs }: Lockout,
  now: Instant,
): Promise<Instant | null> {
  const counted = await database.query(
    `insert into sync.signin_attempt as t (organizationid, subject, failures, lastfailedon)
     values ($1, $2, 1, $3)
     on conflict (organizationid, subject) do update
     set failures = case when t.lastfailedon < $3::timestamptz - $7 * interval '1 millisecond'
         then 1 else t.failures + 1 end,
       lastfailedon = $3,
       lockeduntil = case
         when t.lastfailedon < $3::timestamptz - $7 * interval '1 millisecond'
           or t.failures + 1 < $4 then null
         else $3::timestamptz + interval '1 millisecond'
           * least($6::double precision, $5 * power(2, least(t.failures + 1 - $4, 20)))
       end
     where t.lockeduntil is null or t.lockeduntil <= $3
     returning 1 as counted`,
    [organizationId, subject, iso(now), free, firstMs, longestMs, forgetMs],
  )
  if (counted.length > 0) return null
  const [row] = await database.query<{ until: Instant }>(
    `select lockeduntil as until from sync.signin_attempt
     where organizationid = $1 and subject = $2`,
    [organizationId, subject],
  )
  return row?.until ?? now
}

/** Takes back the count of a try that wasn't a wrong one after all, with the pause that it began. */
export async function uncountAttempt(
  database: Queryable,
  organizationId: string,
  subject: string,
  { free }: Lockout,
): Promise<void> {
  await database.query(
    `update sync.signin_attempt
     set failures = greatest(failures - 1, 0),
       lockeduntil = case when failures - 1 < $3 then null else lockeduntil end
     where organizationid = $1 and subject = $2`,
    [organizationId, subject, free],
  )
}

/** Forgets the counts of these subjects, after the right password was given. */
export async function forgetAttempts(
  database: Queryable,
  organizationId: string,
  subjects: readonly string[],
): Promise<void> {
  await database.query(
    'delete from sync.signin_attempt where organizationid = $1 and subject = any($2)',
    [organizationId, subjects],
  )
}

/** @param userId null = the installation's administrator */
export async function addSignInCode(
  database: Queryable,
  organizationId: string,
  code: { readonly hash: string; readonly userId: string | null; readonly expiresOn: Instant },
  now: Instant,
): Promise<void> {
  await database.query(
    `with expired as (
       delete from sync.signin_code where organizationid = $1 and expireson <= $5
     )
     insert into sync.signin_code (organizationid, hash, systemuserid, expireson)
     values ($1, $2, $3, $4)`,
    [organizationId, code.hash, code.userId, iso(code.expiresOn), iso(now)],
  )
}

/**
 * Uses a code, which isn't valid any more afterwards.
 * @returns the user it signs in; null = no such code, used, or expired
 */
export async function takeSignInCode(
  database: Queryable,
  organizationId: string,
  hash: string,
  now: Instant,
): Promise<{ readonly userId: string | null } | null> {
  const [row] = await database.query<{ userId: string | null; expiresOn: Instant }>(
    `delete from sync.signin_code where organizationid = $1 and hash = $2
     returning systemuserid as "userId", expireson as "expiresOn"`,
    [organizationId, hash],
  )
  return row === undefined || row.expiresOn <= now ? null : { userId: row.userId }
}

/** The user a code is for. The code stays valid. Null = no such code, used, or expired. */
export async function readSignInCode(
  database: Queryable,
  organizationId: string,
  hash: string,
  now: Instant,
): Promise<{ readonly userId: string | null } | null> {
  const [row] = await database.query<{ userId: string | null }>(
    `select systemuserid as "userId" from sync.signin_code
     where organizationid = $1 and hash = $2 and expireson > $3`,
    [organizationId, hash, iso(now)],
  )
  return row ?? null
}

/** A user on whose behalf somebody acts. */
interface Actor {
  readonly userId: string
  readonly isDisabled: boolean
  /** Role of their account; null when they have none. */
  readonly role: string | null
}

/** @param column the column that the id is compared with */
export async function findActor(
  database: Queryable,
  organizationId: string,
  column: 'systemuserid' | 'azureactivedirectoryobjectid',
  id: string,
): Promise<Actor | null> {
  const [row] = await database.query<Actor>(
    `select u.systemuserid as "userId", a.role,
       (coalesce(a.isdisabled, false) or coalesce(u.isdisabled, false)) as "isDisabled"
     from crm.systemuser u
     left join sync.account a on a.organizationid = u.organizationid
       and a.systemuserid = u.systemuserid
     where u.organizationid = $1 and u.${column} = $2
     limit 1`,
    [organizationId, id],
  )
  return row ?? null
}
