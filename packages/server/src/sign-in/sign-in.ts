import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError, checked, isSameOrigin, readJson } from '@trackmark/http'
import {
  changeAccount,
  endSession,
  findAccount,
  readSignInCode,
  recordAudit,
  type StoredAccount,
  takeSignInCode,
} from '@trackmark/store'
import { z } from 'zod'
import type { OrganizationAddress } from '../organizations/organization-address.ts'
import { checkPassword, subjectOf } from './attempts.ts'
import { codeHash } from './code.ts'
import { knownBrowser, rememberBrowser } from './known-browser.ts'
import { type Passwords, requireGoodPassword } from './password.ts'
import {
  nothingHere,
  organizationToSignInTo,
  type RequestContextDeps,
  sessionOfToken,
} from './request-context.ts'
import type { CookieScope, Session } from './session.ts'

const text = (max: number) => z.string().min(1).max(max)
const body = z.union([
  z.strictObject({ token: text(500) }),
  z.strictObject({ name: text(200), password: text(500) }),
  /** The code of a sign-in link; an invitation's comes with a new password. */
  z.strictObject({ code: text(200), password: text(500).optional() }),
])

export interface SignInDeps extends RequestContextDeps {
  readonly newId: () => string
  readonly secretKey: Buffer
  readonly passwords: Passwords
}

/**
 * `POST /signin`: signs in with a token, with name and password, or with the code of a link.
 * @param address network address of the client; null when it isn't known
 * @throws ApiError 400, 401, 403 from another site's page, 429 after too many wrong passwords, 503 while too many are
 * being checked
 */
export async function signIn(
  deps: SignInDeps,
  request: Request,
  target: OrganizationAddress,
  address: string | null,
): Promise<Response> {
  if (isFromElsewhere(request)) throw nothingHere(target.asked)
  const input = checked(body, await readJson(request))
  const { session, name } =
    'token' in input
      ? { session: await sessionOfToken(deps, input.token, target), name: null }
      : 'code' in input
        ? await byCode(deps, input, target)
        : await byPassword(deps, input, target, { address, cookies: request.headers.get('cookie') })
  const at = cookieScope(request, target)
  const headers = new Headers({ 'Set-Cookie': deps.sessions.issue(session, at) })
  if (name !== null) {
    const { secretKey } = deps
    const before = knownBrowser(secretKey, request.headers.get('cookie'))
    const { organizationId } = session
    const subject = subjectOf(deps, { organizationId, name })
    headers.append('Set-Cookie', rememberBrowser(secretKey, before, subject, at))
  }
  return new Response(null, { status: 204, headers })
}

/** The result of a sign-in. */
interface SignedIn {
  readonly session: Session
  /** The sign-in name; null when no password was used. */
  readonly name: string | null
}

/**
 * `POST /signout`: ends the session and removes its cookie; with `everywhere` it ends all sessions of the account.
 */
export async function signOut(
  deps: SignInDeps,
  request: Request,
  target: OrganizationAddress,
): Promise<Response> {
  if (!isSameOrigin(request)) throw nothingHere(target.asked)
  const now = deps.clock()
  const input = request.headers.get('content-length') === '0' ? {} : await readJson(request)
  const { everywhere } = checked(z.strictObject({ everywhere: z.boolean().default(false) }), input)
  const at = cookieScope(request, target)
  const { database } = deps
  for (const session of deps.sessions.read(request.headers.get('cookie'), now)) {
    const { organizationId } = session
    // Browsers also send the cookie of the root path; sessions of other organizations aren't ended.
    const here = target.organization
    if (typeof here !== 'string' && here.organizationId !== organizationId) continue
    await endSession(database, organizationId, session, now)
    if (!everywhere || session.for.kind !== 'account') continue
    await changeAccount(database, organizationId, session.for.userId, { sessionsAfter: now + 1 })
  }
  const cookie = deps.sessions.end(at)
  return new Response(null, {
    status: 204,
    headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache"' },
  })
}

/** Browsers mark requests from other sites' pages; other programs send no such headers. */
function isFromElsewhere(request: Request): boolean {
  const isBrowser = request.headers.has('sec-fetch-site') || request.headers.has('origin')
  return isBrowser && !isSameOrigin(request)
}

/** The page's origin shows whether it was loaded by HTTPS, even if the proxy uses HTTP. */
function cookieScope(request: Request, { prefix }: OrganizationAddress): CookieScope {
  const origin = request.headers.get('origin') ?? request.url
  return { path: prefix || '/', isSecure: origin.startsWith('https:') }
}

async function byPassword(
  deps: SignInDeps,
  { name, password }: { readonly name: string; readonly password: string },
  target: OrganizationAddress,
  from: { readonly address: string | null; readonly cookies: string | null },
): Promise<SignedIn> {
  const { organizationId } = await organizationToSignInTo(deps, target)
  const browser = knownBrowser(deps.secretKey, from.cookies)
  const attempt = { organizationId, name, address: from.address, browser }
  let found: StoredAccount | null = null
  const isRight = await checkPassword(deps, attempt, async () => {
    found = await findAccount(deps.database, organizationId, { signInName: name.trim() })
    const isIt = await deps.passwords.matches(password, found?.passwordHash ?? null)
    const result = !isIt ? 'wrong password' : found?.isDisabled ? 'disabled' : 'signed in'
    if (found !== null) await recordSignIn(deps, organizationId, found, result)
    return result === 'signed in'
  })
  if (found === null || !isRight) throw wrong()
  return { session: await beginSession(deps, organizationId, found), name }
}

async function byCode(
  deps: SignInDeps,
  { code, password }: { readonly code: string; readonly password?: string | undefined },
  target: OrganizationAddress,
): Promise<SignedIn> {
  const { organizationId } = await organizationToSignInTo(deps, target)
  const { database } = deps
  const hash = codeHash(code)
  if (password === undefined) {
    const taken = await takeSignInCode(database, organizationId, hash, deps.clock())
    if (taken === null) throw invalidLink()
    if (taken.userId === null) {
      const since = deps.clock()
      return { session: { organizationId, since, for: { kind: 'installation' } }, name: null }
    }
    const account = await findAccount(database, organizationId, { userId: taken.userId })
    if (account === null || account.isDisabled) throw invalidLink()
    return signedIn(deps, organizationId, account)
  }
  // A refused password must not consume the invitation.
  const invited = await readSignInCode(database, organizationId, hash, deps.clock())
  const userId = invited?.userId ?? null
  const account = userId === null ? null : await findAccount(database, organizationId, { userId })
  if (account === null || account.isDisabled) throw invalidLink()
  requireGoodPassword(password, account.signInName)
  const passwordHash = await deps.passwords.hash(password)
  const now = deps.clock()
  if ((await takeSignInCode(database, organizationId, hash, now)) === null) throw invalidLink()
  const change = { passwordHash, sessionsAfter: now }
  await changeAccount(database, organizationId, account.userId, change)
  await recordSignIn(deps, organizationId, account, 'password chosen')
  return signedIn(deps, organizationId, account)
}

async function signedIn(
  deps: SignInDeps,
  organizationId: string,
  account: StoredAccount,
): Promise<SignedIn> {
  const session = await beginSession(deps, organizationId, account)
  return { session, name: account.signInName }
}

/** Begins a session of an account. */
export async function beginSession(
  deps: SignInDeps,
  organizationId: string,
  { userId }: StoredAccount,
): Promise<Session> {
  const since = deps.clock()
  await changeAccount(deps.database, organizationId, userId, { lastSignInOn: since })
  return { organizationId, since, for: { kind: 'account', userId } }
}

/** Records the sign-in, as Dataverse audits access. Unknown names aren't recorded, because they may be passwords. */
export const recordSignIn = (
  deps: SignInDeps,
  organizationId: string,
  account: StoredAccount,
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

const invalidLink = (): ApiError =>
  new ApiError(
    401,
    ERROR_CODES.privilegeDenied,
    'This link has been used, or is too old. Ask for a new one.',
  )
