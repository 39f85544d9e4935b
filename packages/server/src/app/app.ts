import { RefusedDataError, SyncError } from '@trackmark/core'
import { ERROR_CODES } from '@trackmark/dataverse'
import {
  Admission,
  ApiError,
  AT_THE_DOOR,
  asUnderWay,
  errorResponse,
  isRead,
  REQUESTS,
  refusalOf,
  requireInstallation,
  requireMoreThanOwner,
  UnderWay,
  underWay,
} from '@trackmark/http'
import { type Database, forRequests, hasAccounts, isAway } from '@trackmark/store'
import { handleWebApi } from '@trackmark/webapi'
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { adminApp } from '../admin/app.ts'
import type { AdminDeps, InstallationDeps } from '../admin/shared/deps.ts'
import { type Front, seen } from '../listener/forwarded.ts'
import type { Connection } from '../listener/listen.ts'
import { type Place, pathName, placeOf } from '../organizations/organization-address.ts'
import type { Metrics } from '../runtime/metrics.ts'
import { refuseToken } from '../sign-in/bearer-token.ts'
import {
  createProvider,
  NotLetInError,
  type Provider,
  type ProviderConfig,
} from '../sign-in/identity-provider.ts'
import { nothingHere, type Site, siteOf } from '../sign-in/request-context.ts'
import type { Sessions } from '../sign-in/session.ts'
import { type SignInDeps, signIn, signOut } from '../sign-in/sign-in.ts'
import { signInPage } from '../sign-in/sign-in-page.ts'
import { serveWebResource } from '../webresources/serve.ts'
import { createCenter } from './admin-center-files.ts'
import type { Health } from './health.ts'

export interface AppDeps {
  readonly adminToken: string
  readonly sessions: Sessions
  /** Below these host names, `{uniquename}.{host}` names an organization. */
  readonly hosts: readonly string[]
  readonly front: Front
  /** Null = people sign in here only. */
  readonly provider: ProviderConfig | null
  readonly admin: InstallationDeps
  /** Longest time of one statement that a request asks of the database. */
  readonly statementMs: number
  /** How long a body may take that doesn't come; default: 30 s. */
  readonly bodyPatienceMs?: number
  readonly metrics: Metrics
  /** Mailboxes of every organization by state, for the metrics. */
  readonly mailboxesByState: () => Promise<MailboxCounts>
  readonly health: Health
  readonly log: Logger
}

/** By unique name of the organization, then by state. */
export type MailboxCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Whose connection a request came by, as far as it is known. */
export type From = Partial<Connection>

export type App = Hono<{ Bindings: From }>

type Env = {
  Bindings: {
    readonly site: Site
    /** As this request may use it. */
    readonly database: Database
    /** As all requests may use it together. */
    readonly sharedDatabase: Database
  }
}

/**
 * Everything the server answers. Nothing but health and sign-in is answered without a token; of
 * which organization a request is, and who asks, is settled here, so that what lies behind knows
 * one organization only and no path prefix.
 */
export function createApp(deps: AppDeps): App {
  const { statementMs } = deps
  const admin = { ...deps.admin, database: forRequests(deps.admin.database, { statementMs }) }
  const siteDeps = { ...admin, adminToken: deps.adminToken, sessions: deps.sessions }
  const behind = organizationApp(deps)
  const requests = new Admission(REQUESTS)
  const door = new Admission(AT_THE_DOOR)
  const center = createCenter(admin.randomBytes)
  const provider = deps.provider === null ? null : createProvider(deps.provider, siteDeps)
  const app = new Hono<{ Bindings: From }>()
  app.onError((error, c) => failure(deps.log, error, c))
  app.get('/healthz', () => deps.health.whole())
  app.get('/healthz/live', () => deps.health.live())
  app.get('/healthz/ready', () => deps.health.ready())
  app.use('*', async (c, next) => {
    const own = new UnderWay(c.env?.gone, deps.bodyPatienceMs)
    // What is answered is in memory until it is taken.
    if (c.env?.onTaken !== undefined) c.env.onTaken(() => own.end())
    try {
      await asUnderWay(own, next)
    } finally {
      if (c.env?.onTaken === undefined) own.end()
    }
  })
  const atTheDoor: AtTheDoor = { deps, siteDeps, center, provider }
  app.all('*', async (c) => {
    const arrived = await arrival(atTheDoor, c.req, c.env)
    if (arrived instanceof Response) return arrived
    const { request, url, place } = arrived
    const gone = c.env?.gone
    const known = await door.enter(arrived.address ?? '', gone)
    const site = await siteOf(siteDeps, request, place).finally(known)
    if (site === null) return askToSignIn(request, url)
    if (site.organization.isDisabled && !isAboutEnvironments(site, place)) throw disabled(site)
    const page = isRead(request.method) ? center.page(place.path, place.prefix) : null
    if (page !== null) return page
    const limit = { statementMs, ...(gone === undefined ? {} : { gone }) }
    const database = forRequests(deps.admin.database, limit)
    const { caller, organization } = site
    underWay().caller = `${organization.organizationId} ${caller.userId}`
    const done = await requests.enter(underWay().caller, gone)
    try {
      const response = await behind.fetch(withoutPrefix(request, url, place), {
        site,
        database,
        sharedDatabase: admin.database,
      })
      // The answer is in memory until it is taken.
      if (c.env?.onTaken === undefined) done()
      else c.env.onTaken(done)
      return response
    } catch (error) {
      done()
      throw error
    }
  })
  return app
}

interface AtTheDoor {
  readonly deps: AppDeps
  readonly siteDeps: SignInDeps
  readonly center: ReturnType<typeof createCenter>
  readonly provider: Provider | null
}

/** A request with the address that the person used, and the organization that it names. */
interface Arrival {
  readonly request: Request
  readonly url: URL
  readonly place: Place
  /** Of the client; null = not known. */
  readonly address: string | null
}

/** What is answered before it is known who asks: signing in and out, and files of the admin center. */
async function arrival(
  { deps, siteDeps, center, provider }: AtTheDoor,
  { raw, path }: { readonly raw: Request; readonly path: string },
  from: From | undefined,
): Promise<Arrival | Response> {
  const signing = signInPath(path)
  if (signing !== null && isRead(raw.method)) {
    const isFresh = provider === null && (await hasNoAccounts(siteDeps))
    return signInPage({ provider: provider?.name ?? null, isFresh, said: '' })
  }
  const organizations = await siteDeps.organizations.list()
  const placeIn = (named: Parameters<typeof placeOf>[0]) =>
    placeOf(named, organizations, deps.hosts)
  const namesOne = (hostname: string) =>
    placeIn({ hostname, pathname: '/' }).organization !== 'open'
  const { url, address } = seen(deps.front, raw, from?.peer ?? null, namesOne)
  const request = url.href === raw.url ? raw : new Request(url, raw)
  const place = placeIn(url)
  if (provider !== null && request.method === 'GET') {
    const { hostname } = url
    const wanted = (prefix: string) => placeIn({ hostname, pathname: `${prefix}/` })
    const answer = await byProvider(provider, request, place, wanted)
    if (answer !== null) return answer
  }
  const asset = isRead(request.method) ? center.asset(place.path, request) : null
  if (asset !== null) return asset
  if (request.method === 'POST' && place.path === '/signout') {
    return signOut(siteDeps, request, place)
  }
  if (request.method === 'POST' && signing !== null) {
    // An organization that isn't there is told like a token or a password that is wrong.
    const named = signing === place.prefix ? place : { ...place, organization: 'nowhere' as const }
    return signIn(siteDeps, request, named, address)
  }
  return { request, url, place, address }
}

/** Signing in elsewhere; null = the request is about something else. */
async function byProvider(
  provider: Provider,
  request: Request,
  place: Place,
  placeOfPrefix: (prefix: string) => Place,
): Promise<Response | null> {
  try {
    if (place.path === '/signin/provider') return await provider.begin(request, place)
    if (place.path === '/signin/callback') return await provider.end(request, placeOfPrefix)
    return null
  } catch (error) {
    if (error instanceof NotLetInError) {
      return signInPage({ provider: provider.name, isFresh: false, said: error.message })
    }
    throw error
  }
}

/**
 * As a fresh installation is: one organization, and no account in it. Of several organizations the
 * page says the same for each, also for those that don't exist. While the database can't be asked
 * people are shown the usual page.
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

/** What everybody may ask of the Web API: who they are, and of what. */
const ABOUT_THE_CALLER =
  /^\/api\/data\/v9\.\d\/(WhoAmI|RetrieveVersion|RetrieveCurrentOrganization)\b/

/** What an organization answers, whatever its address. */
function organizationApp(deps: AppDeps): Hono<Env> {
  const { admin } = deps
  const app = new Hono<Env>()
  app.onError((error, c) => failure(deps.log, error, c))
  app.get('/metrics', async (c) => {
    requireInstallation(c.env.site.caller)
    const text = await deps.metrics.render(await deps.mailboxesByState())
    return new Response(text, { headers: { 'Content-Type': deps.metrics.contentType } })
  })
  app.use('/api/*', async (c, next) => {
    await next()
    keepToYourself(c.res.headers)
  })
  app.all('/api/data/*', (c) => {
    const { organization, caller, rootUrl, askedHost } = c.env.site
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
    const { database } = c.env
    const { organization, caller, rootUrl } = c.env.site
    const publicRoot = deps.front.publicUrl === null ? null : rootUrl
    const { sharedDatabase } = c.env
    const within: AdminDeps['within'] = isRead(c.req.method) ? 'seen' : 'own'
    const own = { database, sharedDatabase, organization, caller, publicRoot, within }
    return adminApp({ ...admin, ...own }).fetch(c.req.raw)
  })
  app.all('*', async (c, next) => {
    requireMoreThanOwner(c.env.site.caller, 'for web resources')
    const served = await serveWebResource({ ...c.env.site, database: c.env.database }, c.req.raw)
    return served ?? next()
  })
  app.notFound((c) => {
    const prefix = new URL(c.env.site.rootUrl).pathname.replace(/\/$/, '')
    return errorResponse(nothingHere(prefix + c.req.path))
  })
  return app
}

/** What may be somebody's mail is kept by no cache and guessed at by no browser. */
function keepToYourself(headers: Headers): void {
  headers.set('X-Content-Type-Options', 'nosniff')
  const said = headers.get('Cache-Control')
  // Definitions and charts, which say how long they are good for, are nobody's mail.
  if (said === null || said === 'no-cache') headers.set('Cache-Control', 'no-store')
}

/** The prefix in front of `/signin`, whether or not there is such an organization. */
function signInPath(pathname: string): string | null {
  if (pathname === '/signin') return ''
  const name = pathName(pathname)
  return name !== null && pathname === `/${name}/signin` ? `/${name}` : null
}

/** A person is shown where to sign in; a program is told what is missing. @throws ApiError 401 */
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

function withoutPrefix(request: Request, url: URL, place: Place): Request {
  if (place.prefix === '') return request
  const inner = new URL(url)
  inner.pathname = place.path
  return new Request(inner, request)
}

/** The one thing about a disabled organization that can be asked: by who can enable it. */
const isAboutEnvironments = ({ caller }: Site, { path }: Place): boolean =>
  caller.ofInstallation && /^\/api\/admin\/environments(\/|$)/.test(path)

const disabled = ({ organization }: Site): ApiError =>
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
  const refusal = refusalOf(error)
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
