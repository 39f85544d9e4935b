import { ERROR_CODES } from '@trackmark/dataverse'
import { ApiError, type Caller, isRead, isSameOrigin, notFound, ROLES } from '@trackmark/http'
import { type Database, findAccount, isSessionEnded, type Organization } from '@trackmark/store'
import { administratorId } from '../organizations/administrator.ts'
import type { OrganizationAddress } from '../organizations/organization-address.ts'
import type { Organizations } from '../organizations/organizations.ts'
import { type Holder, holderOf, type TokenHolder, validTokenHolder } from './api-token.ts'
import { bearerToken, isToken, refuseToken } from './bearer-token.ts'
import type { Session, Sessions } from './session.ts'

/** The organization and the caller of a request. They are resolved before anything of an organization is read. */
export interface RequestContext {
  readonly organization: Organization
  readonly caller: Caller
  /** The organization's address as the client used it: `http://host` or `http://host/contoso`. */
  readonly rootUrl: string
  /** The host of the `Host` header; behind a proxy it may differ from that of `rootUrl`. */
  readonly askedHost: string
}

export interface RequestContextDeps {
  readonly database: Database
  readonly organizations: Organizations
  /** The organization of requests whose address and caller name none. */
  readonly defaultOrganizationId: string
  readonly adminToken: string
  readonly sessions: Sessions
  readonly clock: () => number
}

/** Who sent a request: the installation's administrator, or a user of one organization. */
type Requester =
  | { readonly kind: 'installation'; readonly by: Caller['by']; readonly boundTo: string | null }
  | { readonly kind: 'holder'; readonly by: Caller['by']; readonly holder: Holder }

type TokenRequester =
  | Extract<Requester, { kind: 'installation' }>
  | { readonly kind: 'holder'; readonly by: 'token'; readonly holder: TokenHolder }

/** @returns null without a token or session @throws ApiError 401, 403, 404 */
export async function requestContextOf(
  deps: RequestContextDeps,
  request: Request,
  target: OrganizationAddress,
): Promise<RequestContext | null> {
  const requester = await requesterOf(deps, request, target)
  if (requester === null) return null
  const organization = await organizationOf(deps, requester, target)
  const isWrite = !isRead(request.method)
  if (requester.by === 'session' && isWrite && !isSameOrigin(request)) throw foreignWrite()
  const { origin, host } = new URL(request.url)
  const caller = callerOf(requester, organization)
  const askedHost = request.headers.get('host')?.toLowerCase() ?? host
  return { organization, caller, rootUrl: `${origin}${target.prefix}`, askedHost }
}

/** The same message for what doesn't exist and what belongs to somebody else. */
export const nothingHere = (pathname: string): ApiError =>
  notFound(`There is no ${pathname.slice(0, 200)} here.`)

/** Makes a session for a token. @throws ApiError 401 */
export async function sessionOfToken(
  deps: RequestContextDeps,
  token: string,
  target: OrganizationAddress,
): Promise<Session> {
  const since = deps.clock()
  const requester = await tokenHolder(deps, token, since)
  const organization =
    requester === null ? null : await organizationOf(deps, requester, target).catch(() => null)
  if (requester === null || organization === null) throw refuseToken(false)
  const { organizationId } = organization
  return {
    organizationId,
    since,
    for:
      requester.kind === 'installation'
        ? { kind: 'installation' }
        : { kind: 'token', tokenId: requester.holder.tokenId },
  }
}

/** The organization of a sign-in without a token. @throws ApiError 404 */
export async function organizationToSignInTo(
  deps: RequestContextDeps,
  target: OrganizationAddress,
): Promise<Organization> {
  if (target.organization === 'nowhere') throw nothingHere(target.asked)
  if (target.organization !== 'open') return target.organization
  const list = await deps.organizations.list()
  const found = list.find((one) => one.organizationId === deps.defaultOrganizationId)
  if (found !== undefined) return found
  throw nothingHere(target.asked)
}

async function requesterOf(
  deps: RequestContextDeps,
  request: Request,
  target: OrganizationAddress,
): Promise<Requester | null> {
  const header = request.headers.get('authorization')
  const now = deps.clock()
  if (header !== null) {
    const token = bearerToken(header)
    const found = token === null ? null : await tokenHolder(deps, token, now)
    // A wrong token is refused even when the request has a valid cookie too.
    if (found === null) throw refuseToken(header === '')
    return found
  }
  const wanted = typeof target.organization === 'string' ? null : target.organization.organizationId
  for (const session of deps.sessions.read(request.headers.get('cookie'), now)) {
    if (wanted !== null && wanted !== session.organizationId) continue
    if (await isSessionEnded(deps.database, session.organizationId, session.hash)) continue
    const found = await sessionHolder(deps, session, now)
    if (found !== null) return found
  }
  return null
}

async function tokenHolder(
  deps: RequestContextDeps,
  token: string,
  now: number,
): Promise<TokenRequester | null> {
  if (isToken(token, deps.adminToken)) return { kind: 'installation', by: 'token', boundTo: null }
  const holder = await holderOf(deps.database, token, now)
  return holder === null ? null : { kind: 'holder', by: 'token', holder }
}

async function sessionHolder(
  { database }: RequestContextDeps,
  session: Session,
  now: number,
): Promise<Requester | null> {
  const { organizationId, for: stands } = session
  if (stands.kind === 'installation') {
    return { kind: 'installation', by: 'session', boundTo: organizationId }
  }
  const holder =
    stands.kind === 'token'
      ? await validTokenHolder(database, { organizationId, tokenId: stands.tokenId }, now, null)
      : await accountHolder(database, organizationId, stands.userId, session.since)
  return holder === null ? null : { kind: 'holder', by: 'session', holder }
}

/** Null when the account was removed or disabled, or its sessions of that time were ended. */
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

/** @throws ApiError 404 for an organization that doesn't exist or isn't the caller's */
async function organizationOf(
  deps: RequestContextDeps,
  requester: Requester,
  target: OrganizationAddress,
): Promise<Organization> {
  const bound = requester.kind === 'holder' ? requester.holder.organizationId : requester.boundTo
  if (target.organization === 'nowhere') throw nothingHere(target.asked)
  if (target.organization !== 'open') {
    if (bound === null || bound === target.organization.organizationId) return target.organization
    throw nothingHere(target.asked)
  }
  const wanted = bound ?? deps.defaultOrganizationId
  const list = await deps.organizations.list()
  const found = list.find((one) => one.organizationId === wanted)
  if (found !== undefined) return found
  throw nothingHere(target.asked)
}

function callerOf(requester: Requester, { organizationId }: Organization): Caller {
  if (requester.kind === 'holder') {
    const { userId, role } = requester.holder
    return { userId, roles: [role], ofInstallation: false, by: requester.by }
  }
  return {
    userId: administratorId(organizationId),
    roles: ['System Administrator'],
    ofInstallation: true,
    by: requester.by,
  }
}

const foreignWrite = (): ApiError =>
  new ApiError(
    403,
    ERROR_CODES.privilegeDenied,
    'A session changes things from pages of this server only; other programs send a token.',
  )
