import { createHmac } from 'node:crypto'
import { ERROR_CODES } from '@trackmark/dataverse'
import {
  changeAccount,
  countAttempt,
  findAccount,
  forgetAttempts,
  type HeldAccount,
  type Lockout,
  readSignInCode,
  recordAudit,
  takeSignInCode,
} from '@trackmark/store'
import { z } from 'zod'
import { checked, readJson } from './body.ts'
import { codeHash } from './code.ts'
import { ApiError } from './errors.ts'
import { isSameOrigin } from './origin.ts'
import { hashPassword, isPassword, requireGoodPassword } from './password.ts'
import type { Place } from './place.ts'
import type { CookiePlace, Session } from './session.ts'
import { nothingHere, organizationToSignInTo, type SiteDeps, sessionOfToken } from './site.ts'

const MINUTE = 60_000

/** Wrong passwords for one name: whoever forgot theirs has five tries, guessing takes for ever. */
export const NAME_LOCKOUT: Lockout = {
  free: 5,
  firstMs: MINUTE,
  longestMs: 15 * MINUTE,
  forgetMs: 60 * MINUTE,
}
/** Wrong ones from one address: an office may share it. */
const ADDRESS_LOCKOUT: Lockout = { ...NAME_LOCKOUT, free: 50 }

const text = (max: number) => z.string().min(1).max(max)
const body = z.union([
  z.strictObject({ token: text(500) }),
  z.strictObject({ name: text(200), password: text(500) }),
  /** Of a link that signs in once; with a password where it is an invitation. */
  z.strictObject({ code: text(200), password: text(500).optional() }),
])

export interface SignInDeps extends SiteDeps {
  readonly newId: () => string
  readonly secretKey: Buffer
}

/**
 * `POST /signin`: with a token, with name and password, or with the code of a link.
 * @param address where the request comes from; null = not known
 * @throws ApiError 400, 401, 403 from another site's page, 429 after too many wrong passwords
 */
export async function signIn(
  deps: SignInDeps,
  request: Request,
  place: Place,
  address: string | null,
): Promise<Response> {
  if (isFromElsewhere(request)) throw nothingHere(place.asked)
  const wish = checked(body, await readJson(request))
  const session =
    'token' in wish
      ? await sessionOfToken(deps, wish.token, place)
      : 'code' in wish
        ? await byCode(deps, wish, place)
        : await byPassword(deps, wish, place, address)
  const cookie = deps.sessions.issue(session, cookiePlace(request, place))
  return new Response(null, { status: 204, headers: { 'Set-Cookie': cookie } })
}

/** `POST /signout`: the cookie goes; with `everywhere`, all sessions of the account end. */
export async function signOut(deps: SignInDeps, request: Request, place: Place): Promise<Response> {
  if (!isSameOrigin(request)) throw nothingHere(place.asked)
  const now = deps.clock()
  const wish = request.headers.get('content-length') === '0' ? {} : await readJson(request)
  const { everywhere } = checked(z.strictObject({ everywhere: z.boolean().default(false) }), wish)
  if (everywhere) {
    for (const session of deps.sessions.read(request.headers.get('cookie'), now)) {
      if (session.for.kind !== 'account') continue
      const change = { sessionsAfter: now + 1 }
      await changeAccount(deps.database, session.organizationId, session.for.userId, change)
    }
  }
  const cookie = deps.sessions.end(cookiePlace(request, place))
  return new Response(null, {
    status: 204,
    headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache"' },
  })
}

/** A browser says so of a page of another site; what isn't a browser says nothing. */
function isFromElsewhere(request: Request): boolean {
  const isBrowser = request.headers.has('sec-fetch-site') || request.headers.has('origin')
  return isBrowser && !isSameOrigin(request)
}

/** A page that came by HTTPS says so in its origin, whatever a proxy in front speaks with us. */
function cookiePlace(request: Request, { prefix }: Place): CookiePlace {
  const origin = request.headers.get('origin') ?? request.url
  return { path: prefix || '/', isSecure: origin.startsWith('https:') }
}

async function byPassword(
  deps: SignInDeps,
  { name, password }: { readonly name: string; readonly password: string },
  place: Place,
  address: string | null,
): Promise<Session> {
  const { organizationId } = await organizationToSignInTo(deps, place)
  const { database } = deps
  const subject = (kind: string, value: string): string =>
    createHmac('sha256', deps.secretKey).update(`attempt\n${kind}\n${value}`).digest('base64url')
  const ofName = subject('name', name.trim().toLowerCase())
  const counted = [
    [ofName, NAME_LOCKOUT],
    ...(address === null ? [] : [[subject('address', address), ADDRESS_LOCKOUT] as const]),
  ] as const
  for (const [what, lockout] of counted) {
    const until = await countAttempt(database, organizationId, what, lockout, deps.clock())
    if (until !== null) throw tooMany(until - deps.clock())
  }
  const account = await findAccount(database, organizationId, { signInName: name.trim() })
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  const result = !isRight ? 'wrong password' : account?.isDisabled ? 'disabled' : 'signed in'
  if (account !== null) await rememberSignIn(deps, organizationId, account, result)
  if (account === null || result !== 'signed in') throw wrong()
  await forgetAttempts(
    database,
    organizationId,
    counted.map(([what]) => what),
  )
  return beginSession(deps, organizationId, account)
}

async function byCode(
  deps: SignInDeps,
  { code, password }: { readonly code: string; readonly password?: string | undefined },
  place: Place,
): Promise<Session> {
  const { organizationId } = await organizationToSignInTo(deps, place)
  const { database } = deps
  const hash = codeHash(code)
  if (password === undefined) {
    const taken = await takeSignInCode(database, organizationId, hash, deps.clock())
    if (taken === null) throw usedUp()
    if (taken.userId === null) {
      return { organizationId, since: deps.clock(), for: { kind: 'installation' } }
    }
    const account = await findAccount(database, organizationId, { userId: taken.userId })
    if (account === null || account.isDisabled) throw usedUp()
    return beginSession(deps, organizationId, account)
  }
  // A password that is refused must not use the invitation up.
  const invited = await readSignInCode(database, organizationId, hash, deps.clock())
  const userId = invited?.userId ?? null
  const account = userId === null ? null : await findAccount(database, organizationId, { userId })
  if (account === null || account.isDisabled) throw usedUp()
  requireGoodPassword(password, account.signInName)
  const passwordHash = await hashPassword(password)
  const now = deps.clock()
  if ((await takeSignInCode(database, organizationId, hash, now)) === null) throw usedUp()
  const change = { passwordHash, sessionsAfter: now }
  await changeAccount(database, organizationId, account.userId, change)
  await rememberSignIn(deps, organizationId, account, 'password chosen')
  return beginSession(deps, organizationId, account)
}

/** A session of an account begins now. */
export async function beginSession(
  deps: SignInDeps,
  organizationId: string,
  { userId }: HeldAccount,
): Promise<Session> {
  const since = deps.clock()
  await changeAccount(deps.database, organizationId, userId, { lastSignInOn: since })
  return { organizationId, since, for: { kind: 'account', userId } }
}

/** Dataverse audits access as well. Names that are nobody's are not kept: they may be passwords. */
export const rememberSignIn = (
  deps: SignInDeps,
  organizationId: string,
  account: HeldAccount,
  result: string,
): Promise<void> =>
  recordAudit(
    deps.database,
    organizationId,
    [
      {
        auditId: deps.newId(),
        userId: account.userId,
        operation: 'access',
        table: 'useraccount',
        objectId: account.userId,
        objectName: account.signInName,
        changes: [{ name: 'signin', before: null, after: result }],
      },
    ],
    deps.clock(),
  )

const wrong = (): ApiError =>
  new ApiError(401, ERROR_CODES.privilegeDenied, 'The name or the password is wrong.')

const usedUp = (): ApiError =>
  new ApiError(
    401,
    ERROR_CODES.privilegeDenied,
    'This link has been used, or is too old. Ask for a new one.',
  )

function tooMany(waitMs: number): ApiError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const minutes = Math.ceil(seconds / 60)
  const again = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return new ApiError(
    429,
    ERROR_CODES.privilegeDenied,
    `There were too many wrong passwords. Try again in ${again}.`,
    { 'Retry-After': String(seconds) },
  )
}
