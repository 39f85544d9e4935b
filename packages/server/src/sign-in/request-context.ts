import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError, type Caller, isRead, isSameOrigin, notFound, ROLES } from '@trackmark/http'
import { type Database, findAccount, isSessionEnded, type Organization } from '@trackmark/store'
import { administratorId } from '../organizations/administrator.ts'
import type { Place } from '../organizations/organization-address.ts'
import type { Organizations } from '../organizations/organizations.ts'
import { type Holder, holderOf, liveHolder, type TokenHolder } from './api-token.ts'
import { bearerToken, isToken, refuseToken } from './bearer-token.ts'
import type { Session, Sessions } from './session.ts'

/** What a request is about, settled before anything of an organization is looked at. */
export interface Site {
  readonly organization: Organization
  readonly caller: Caller
  /** Where the organization answers, as it was asked: `http://host` or `http://host/contoso`. */
  readonly rootUrl: string
  /** Of the `Host` header: behind a proxy it may be another one than that of `rootUrl`. */
  readonly askedHost: string
}

export interface SiteDeps {
  readonly database: Database
  readonly organizations: Organizations
  /** Answers where neither the address nor the caller names another. */
  readonly defaultOrganizationId: string
  readonly adminToken: string
  readonly sessions: Sessions
  readonly clock: () => number
}

/** Who asks: the installation's administrator, or a user of one organization. */
type Asking =
  | { readonly kind: 'installation'; readonly by: Caller['by']; readonly boundTo: string | null }
  | { readonly kind: 'holder'; readonly by: Caller['by']; readonly holder: Holder }

type TokenAsking =
  | Extract<Asking, { kind: 'installation' }>
  | { readonly kind: 'holder'; readonly by: 'token'; readonly holder: TokenHolder }

/** @returns null = nobody signed in @throws ApiError 401, 403, 404 */
export async function siteOf(deps: SiteDeps, request: Request, place: Place): Promise<Site | null> {
  const asking = await whoAsks(deps, request, place)
  if (asking === null) return null
  const organization = await organizationOf(deps, asking, place)
  const isWrite = !isRead(request.method)
  if (asking.by === 'session' && isWrite && !isSameOrigin(request)) throw foreignWrite()
  const { origin, host } = new URL(request.url)
  const caller = callerOf(asking, organization)
  const askedHost = request.headers.get('host')?.toLowerCase() ?? host
  return { organization, caller, rootUrl: `${origin}${place.prefix}`, askedHost }
}

/** The same words for what doesn't exist and what is somebody else's. */
export const nothingHere = (pathname: string): ApiError =>
  notFound(`There is no ${pathname.slice(0, 200)} here.`)

/** The organization a session of this token would be for. @throws ApiError 401 */
export async function sessionOfToken(
  deps: SiteDeps,
  token: string,
  place: Place,
): Promise<Session> {
  const since = deps.clock()
  const asking = await tokenHolder(deps, token, since)
  const organization =
    asking === null ? null : await organizationOf(deps, asking, place).catch(() => null)
  if (asking === null || organization === null) throw refuseToken(false)
  const { organizationId } = organization
  return {
    organizationId,
    since,
    for:
      asking.kind === 'installation'
        ? { kind: 'installation' }
        : { kind: 'token', tokenId: asking.holder.tokenId },
  }
}

/** The organization somebody signs in to who names none by a token. @throws ApiError 404 */
export async function organizationToSignInTo(deps: SiteDeps, place: Place): Promise<Organization> {
  if (place.organization === 'nowhere') throw nothingHere(place.asked)
  if (place.organization !== 'open') return place.organization
  const list = await deps.organizations.list()
  const found = list.find((one) => one.organizationId === deps.defaultOrganizationId)
  if (found !== undefined) return found
  throw nothingHere(place.asked)
}

async function whoAsks(deps: SiteDeps, request: Request, place: Place): Promise<Asking | null> {
  const header = request.headers.get('authorization')
  const now = deps.clock()
  if (header !== null) {
    const token = bearerToken(header)
    const found = token === null ? null : await tokenHolder(deps, token, now)
    // A browser that sends a cookie beside a wrong token isn't asked twice.
    if (found === null) throw refuseToken(header === '')
    return found
  }
  const wanted = typeof place.organization === 'string' ? null : place.organization.organizationId
  for (const session of deps.sessions.read(request.headers.get('cookie'), now)) {
    if (wanted !== null && wanted !== session.organizationId) continue
    if (await isSessionEnded(deps.database, session.organizationId, session.hash)) continue
    const found = await sessionHolder(deps, session, now)
    if (found !== null) return found
  }
  return null
}

async function tokenHolder(
  deps: SiteDeps,
  token: string,
  now: number,
): Promise<TokenAsking | null> {
  if (isToken(token, deps.adminToken)) return { kind: 'installation', by: 'token', boundTo: null }
  const holder = await holderOf(deps.database, token, now)
  return holder === null ? null : { kind: 'holder', by: 'token', holder }
}

async function sessionHolder(
  { database }: SiteDeps,
  session: Session,
  now: number,
): Promise<Asking | null> {
  const { organizationId, for: stands } = session
  if (stands.kind === 'installation') {
    return { kind: 'installation', by: 'session', boundTo: organizationId }
  }
  const holder =
    stands.kind === 'token'
      ? await liveHolder(database, { organizationId, tokenId: stands.tokenId }, now, null)
      : await accountHolder(database, organizationId, stands.userId, session.since)
  return holder === null ? null : { kind: 'holder', by: 'session', holder }
}

/** Null = the account is gone or disabled, or its sessions of that time were ended. */
async function accountHolder(
  database: Database,
  organizationId: string,
  userId: string,
  since: number,
): Promise<Holder | null> {
  const account = await findAccount(database, organizationId, { userId })
  if (account === null || account.isDisabled || account.sessionsAfter > since) return null
  const role = ROLES.find((one) => one === account.role)
  return role === undefined ? null : { organizationId, userId, role }
}

/** @throws ApiError 404 for an organization that isn't there, or isn't the caller's */
async function organizationOf(deps: SiteDeps, asking: Asking, place: Place): Promise<Organization> {
  const bound = asking.kind === 'holder' ? asking.holder.organizationId : asking.boundTo
  if (place.organization === 'nowhere') throw nothingHere(place.asked)
  if (place.organization !== 'open') {
    if (bound === null || bound === place.organization.organizationId) return place.organization
    throw nothingHere(place.asked)
  }
  const wanted = bound ?? deps.defaultOrganizationId
  const list = await deps.organizations.list()
  const found = list.find((one) => one.organizationId === wanted)
  if (found !== undefined) return found
  throw nothingHere(place.asked)
}

function callerOf(asking: Asking, { organizationId }: Organization): Caller {
  if (asking.kind === 'holder') {
    const { userId, role } = asking.holder
    return { userId, roles: [role], ofInstallation: false, by: asking.by }
  }
  return {
    userId: administratorId(organizationId),
    roles: ['System Administrator'],
    ofInstallation: true,
    by: asking.by,
  }
}

const foreignWrite = (): ApiError =>
  new ApiError(
    403,
    ERROR_CODES.privilegeDenied,
    'A session changes things from pages of this server only; other programs send a token.',
  )
