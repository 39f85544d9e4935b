import { RefusedDataError, SyncError } from '@trackmark/core'
import { ERROR_CODES } from '@trackmark/dataverse'
import {
  Admission,
  ApiError,
  AUTHENTICATION_LIMITS,
  databaseRefusal,
  errorResponse,
  isRead,
  REQUEST_LIMITS,
  RequestBudget,
  requestBudget,
  requireInstallation,
  requireMoreThanOwner,
  withRequestBudget,
} from '@trackmark/http'
import { type Database, forRequests, hasAccounts, isAway } from '@trackmark/store'
import { handleWebApi } from '@trackmark/webapi'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { adminApp } from '../admin/app.ts'
import type { InstallationDeps } from '../admin/shared/deps.ts'
import { originalRequest, type ProxySettings } from '../listener/forwarded.ts'
import type { Connection } from '../listener/listen.ts'
import {
  type OrganizationAddress,
  organizationAddressOf,
  pathName,
} from '../organizations/organization-address.ts'
import type { Metrics } from '../runtime/metrics.ts'
import { refuseToken } from '../sign-in/bearer-token.ts'
import {
  createProvider,
  NotLetInError,
  type Provider,
  type ProviderConfig,
} from '../sign-in/identity-provider.ts'
import { nothingHere, type RequestContext, requestContextOf } from '../sign-in/request-context.ts'
import type { Sessions } from '../sign-in/session.ts'
import { type SignInDeps, signIn, signOut } from '../sign-in/sign-in.ts'
import { signInPage } from '../sign-in/sign-in-page.ts'
import { serveWebResource } from '../webresources/serve.ts'
import { createAdminCenterFiles } from './admin-center-files.ts'
import type { Health } from './health.ts'

interface AppDeps {
  readonly adminToken: string
  readonly sessions: Sessions
  /** For each of these host names, `{uniquename}.{host}` names an organization. */
  readonly hosts: readonly string[]
  readonly proxies: ProxySettings
  /** Null when people sign in with passwords only. */
  readonly provider: ProviderConfig | null
  readonly admin: InstallationDeps
  /** Longest time of one database statement of a request, in milliseconds. */
  readonly statementMs: number
  /** How long a body may take; default: 30 s. */
  readonly bodyPatienceMs?: number
  readonly metrics: Metrics
  /** Mailboxes of every organization by state, for the metrics. */
  readonly mailboxesByState: () => Promise<MailboxCounts>
  readonly health: Health
  readonly log: Logger
}

/** By unique name of the organization, then by state. */
type MailboxCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The connection that a request came by, as far as it is known. */
export type From = Partial<Connection>

export type App = Hono<{ Bindings: From }>

type Env = {
  Bindings: {
    readonly context: RequestContext
    /** Limited to this request. */
    readonly database: Database
    /** For reads that several requests share. */
    readonly sharedDatabase: Database
  }
}

/**
 * Everything that the server answers. Only health and sign-in need no token or session. The organization and the
 * caller of a request are resolved here, so that the code behind it knows one organization only and no path prefix.
 */
export function createApp(deps: AppDeps): App {
  const { statementMs } = deps
  const admin = { ...deps.admin, database: forRequests(deps.admin.database, { statementMs }) }
  const contextDeps = { ...admin, adminToken: deps.adminToken, sessions: deps.sessions }
  const behind = organizationApp(deps)
  const requests = new Admission(REQUEST_LIMITS)
  const authentications = new Admission(AUTHENTICATION_LIMITS)
  const adminCenter = createAdminCenterFiles(admin.randomBytes)
  const provider = deps.provider === null ? null : createProvider(deps.provider, contextDeps)
  const app = new Hono<{ Bindings: From }>()
  app.onError((error, c) => failure(deps.log, error, c))
  app.get('/healthz', () => deps.health.whole())
  app.get('/healthz/live', () => deps.health.live())
  app.get('/healthz/ready', () => deps.health.ready())
  app.use('*', async (c, next) => {
    const own = new RequestBudget(c.env?.gone, deps.bodyPatienceMs)
    // The answer is in memory until it was sent.
    if (c.env?.onDelivered !== undefined) c.env.onDelivered(() => own.end())
    try {
      await withRequestBudget(own, next)
    } finally {
      if (c.env?.onDelivered === undefined) own.end()
    }
  })
  const arrivalDeps: ArrivalDeps = { deps, contextDeps, adminCenter, provider }
  app.all('*', async (c) => {
    const arrived = await arrival(arrivalDeps, c.req, c.env)
    if (arrived instanceof Response) return arrived
    const { request, url, target } = arrived
    const gone = c.env?.gone
    const known = await authentications.enter(arrived.address ?? '', gone)
    const context = await requestContextOf(contextDeps, request, target).finally(known)
    if (context === null) return askToSignIn(request, url)
    if (context.organization.isDisabled && !isAboutEnvironments(context, target))
      throw disabled(context)
    const page = isRead(request.method) ? adminCenter.page(target.path, target.prefix) : null
    if (page !== null) return page
    const limit = { statementMs, ...(gone === undefined ? {} : { gone }) }
    const database = forRequests(deps.admin.database, limit)
    const { caller, organization } = context
    requestBudget().caller = `${organization.organizationId} ${caller.userId}`
    const done = await requests.enter(requestBudget().caller, gone)
    try {
      const response = await behind.fetch(withoutPrefix(request, url, target), {
        context,
        database,
        sharedDatabase: admin.database,
      })
      // The answer is in memory until it was sent.
      if (c.env?.onDelivered === undefined) done()
      else c.env.onDelivered(done)
      return response
    } catch (error) {
      done()
      throw error
    }
  })
  return app
}

interface ArrivalDeps {
  readonly deps: AppDeps
  readonly contextDeps: SignInDeps
  readonly adminCenter: ReturnType<typeof createAdminCenterFiles>
  readonly provider: Provider | null
}

/** A request with its original address, and the organization that the address names. */
interface Arrival {
  readonly request: Request
  readonly url: URL
  readonly target: OrganizationAddress
  /** Network address of the client; null when it isn't known. */
  readonly address: string | null
}

/** Answers what needs no caller: signing in and out, and files of the admin center. Other requests are returned. */
async function arrival(
  { deps, contextDeps, adminCenter, provider }: ArrivalDeps,
  { raw, path }: { readonly raw: Request; readonly path: string },
  from: From | undefined,
): Promise<Arrival | Response> {
  const signing = signInPath(path)
  if (signing !== null && isRead(raw.method)) {
    const isFresh = provider === null && (await hasNoAccounts(contextDeps))
    return signInPage({ provider: provider?.name ?? null, isFresh, message: '' })
  }
  const organizations = await contextDeps.organizations.list()
  const addressIn = (named: Parameters<typeof organizationAddressOf>[0]) =>
    organizationAddressOf(named, organizations, deps.hosts)
  const namesOne = (hostname: string) =>
    addressIn({ hostname, pathname: '/' }).organization !== 'open'
  const { url, address } = originalRequest(deps.proxies, raw, from?.peer ?? null, namesOne)
  const request = url.href === raw.url ? raw : new Request(url, raw)
  const target = addressIn(url)
  if (provider !== null && request.method === 'GET') {
    const { hostname } = url
    const wanted = (prefix: string) => addressIn({ hostname, pathname: `${prefix}/` })
    const answer = await byProvider(provider, request, target, wanted)
    if (answer !== null) return answer
  }
  const asset = isRead(request.method) ? adminCenter.asset(target.path, request) : null
  if (asset !== null) return asset
  if (request.method === 'POST' && target.path === '/signout') {
    return signOut(contextDeps, request, target)
  }
  if (request.method === 'POST' && signing !== null) {
    // A missing organization gets the same answer as a wrong token or password.
    const named =
      signing === target.prefix ? target : { ...target, organization: 'nowhere' as const }
    return signIn(contextDeps, request, named, address)
  }
  return { request, url, target, address }
}

/** Signs in by the identity provider; null for other requests. */
async function byProvider(
  provider: Provider,
  request: Request,
  target: OrganizationAddress,
  addressOfPrefix: (prefix: string) => OrganizationAddress,
): Promise<Response | null> {
  try {
    if (target.path === '/signin/provider') return await provider.begin(request, target)
    if (target.path === '/signin/callback') return await provider.end(request, addressOfPrefix)
    return null
  } catch (error) {
    if (error instanceof NotLetInError) {
      return signInPage({ provider: provider.name, isFresh: false, message: error.message })
    }
    throw error
  }
}

/**
 * Whether the installation is new: one organization without accounts. With several organizations the page must be the
 * same for each name, even for those that don't exist. When the database doesn't answer, people see the usual page.
 */
async function hasNoAccounts({
  database,
  organizations,
}: Pick<InstallationDeps, 'database' | 'organizations'>): Promise<boolean> {
  try {
    const [first, ...others] = await organizations.list()
    if (first === undefined || others.length > 0) return false
    return !(await hasAccounts(database, first.organizationId))
  } catch {
    return false
  }
}

/** Functions of the Web API that every caller may use. */
const ABOUT_THE_CALLER =
  /^\/api\/data\/v9\.\d\/(WhoAmI|RetrieveVersion|RetrieveCurrentOrganization)\b/

/** The answers of one organization, without its path prefix. */
function organizationApp(deps: AppDeps): Hono<Env> {
  const { admin } = deps
  const app = new Hono<Env>()
  app.onError((error, c) => failure(deps.log, error, c))
  app.get('/metrics', async (c) => {
    requireInstallation(c.env.context.caller)
    const text = await deps.metrics.render(await deps.mailboxesByState())
    return new Response(text, { headers: { 'Content-Type': deps.metrics.contentType } })
  })
  app.use('/api/*', async (c, next) => {
    await next()
    forbidCaching(c.res.headers)
  })
  app.all('/api/data/*', (c) => {
    const { organization, caller, rootUrl, askedHost } = c.env.context
    if (!ABOUT_THE_CALLER.test(c.req.path)) requireMoreThanOwner(caller, 'to use the Web API')
    const { clock, newId } = admin
    const { database } = c.env
    const { organizationId } = organization
    const organizationChanged = () => {
      admin.organizations.forget()
      admin.changed({})
    }
    return handleWebApi(
      { database, organizationId, rootUrl, askedHost, caller, clock, newId, organizationChanged },
      c.req.raw,
    )
  })
  app.all('/api/admin/*', (c) => {
    const { context, ...databases } = c.env
    const { organization, caller, rootUrl } = context
    const { organizationId } = organization
    const publicRoot = deps.proxies.publicUrl === null ? null : rootUrl
    const within = isRead(c.req.method) ? 'seen' : 'own'
    const own = { organization, organizationId, caller, publicRoot, within } as const
    return adminApp({ ...admin, ...databases, ...own }).fetch(c.req.raw)
  })
  app.all('*', async (c, next) => {
    requireMoreThanOwner(c.env.context.caller, 'for web resources')
    const served = await serveWebResource({ ...c.env.context, database: c.env.database }, c.req.raw)
    return served ?? next()
  })
  app.notFound((c) => {
    const prefix = new URL(c.env.context.rootUrl).pathname.replace(/\/$/, '')
    return errorResponse(nothingHere(prefix + c.req.path))
  })
  return app
}

/** Answers may contain mail, so no cache keeps them and no browser guesses their type. */
function forbidCaching(headers: Headers): void {
  headers.set('X-Content-Type-Options', 'nosniff')
  const cacheControl = headers.get('Cache-Control')
  // Answers that set a lifetime, such as definitions and charts, contain no mail.
  if (cacheControl === null || cacheControl === 'no-cache') headers.set('Cache-Control', 'no-store')
}

/** The prefix before `/signin`, whether or not an organization of that name exists. */
function signInPath(pathname: string): string | null {
  if (pathname === '/signin') return ''
  const name = pathName(pathname)
  return name !== null && pathname === `/${name}/signin` ? `/${name}` : null
}

/** Redirects people to the sign-in page; programs get an error. @throws ApiError 401 */
function askToSignIn(request: Request, url: URL): Response {
  const name = pathName(url.pathname)
  const prefix = name === null ? '' : `/${name}`
  const rest = url.pathname.slice(prefix.length)
  const isStart = rest === '' || rest === '/'
  const isPerson = isStart || /\btext\/html\b/.test(request.headers.get('accept') ?? '')
  if (!isRead(request.method) || !isPerson) throw refuseToken(true)
  const to = isStart ? '' : `?to=${encodeURIComponent(url.pathname + url.search)}`
  return new Response(null, { status: 302, headers: { Location: `${prefix}/signin${to}` } })
}

function withoutPrefix(request: Request, url: URL, target: OrganizationAddress): Request {
  if (target.prefix === '') return request
  const inner = new URL(url)
  inner.pathname = target.path
  return new Request(inner, request)
}

/** Requests about environments are the only ones that a disabled organization answers, so that it can be enabled. */
const isAboutEnvironments = ({ caller }: RequestContext, { path }: OrganizationAddress): boolean =>
  caller.ofInstallation && /^\/api\/admin\/environments(\/|$)/.test(path)

const disabled = ({ organization }: RequestContext): ApiError =>
  new ApiError(
    503,
    ERROR_CODES.privilegeDenied,
    `The organization ${organization.uniqueName} is disabled; an administrator of the installation enables it.`,
  )

const RETRY_AFTER = { 'Retry-After': '10' }

const later = (message: string): ApiError =>
  new ApiError(503, ERROR_CODES.unexpected, message, RETRY_AFTER)

function failure(log: Logger, error: unknown, c: Context): Response {
  if (error instanceof ApiError) return errorResponse(error)
  if (error instanceof RefusedDataError) {
    return errorResponse(new ApiError(400, ERROR_CODES.invalidArgument, error.message))
  }
  const refusal = databaseRefusal(error)
  if (refusal !== null) return errorResponse(refusal)
  const { method, path } = c.req
  log.error({ method, path, error: error instanceof Error ? error.stack : String(error) }, 'failed')
  if (error instanceof SyncError) return errorResponse(later(error.message))
  if (isAway(error)) return errorResponse(later('The database does not answer. Try again later.'))
  return errorResponse(
    new ApiError(
      500,
      ERROR_CODES.unexpected,
      'An unexpected error occurred. The log of the server has the details.',
    ),
  )
}
