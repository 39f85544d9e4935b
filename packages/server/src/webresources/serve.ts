import { type Caller, isKnown, methodNotAllowed, notFound } from '@trackmark/http'
import { type Database, findUser, findWebResource, type Organization } from '@trackmark/store'
import { globalContextScript } from './global-context.ts'
import { contentType } from './kinds.ts'

interface WebResourceDeps {
  readonly database: Database
  readonly organization: Organization
  readonly caller: Pick<Caller, 'userId' | 'roles'>
  /** The organization's address: `http://host` or `http://host/contoso`. */
  readonly rootUrl: string
}

/**
 * Uploaded pages run on the server's own origin, as in Dynamics, with inline scripts. They can neither connect to nor
 * load from other servers, and no other site can frame them (docs/decisions/0007-web-resources.md).
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  // Each view needs a valid session.
  'Cache-Control': 'private, no-cache',
}

/**
 * Answers `/WebResources/<name>`, also with `/{stamp}/` before it, the script of the global context in any folder,
 * and `/about/default.aspx`.
 * @param request without the path prefix of the organization
 * @returns null for other paths
 * @throws ApiError
 */
export async function serveWebResource(
  deps: WebResourceDeps,
  request: Request,
): Promise<Response | null> {
  const answer = answerer(deps, new URL(request.url).pathname)
  if (answer === null) return null
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    throw methodNotAllowed(
      'Web resources are read here; "trackmark webresources" writes them.',
      'GET',
    )
  }
  return answer(request)
}

type Answerer = (request: Request) => Promise<Response>

function answerer(deps: WebResourceDeps, path: string): Answerer | null {
  if (/^\/about\/default\.aspx$/i.test(path)) return async () => about(deps.organization.version)
  // Dynamics puts `{stamp}` before the folder, so that the address changes with each publication and caches
  // read anew.
  const below = /^\/(?:(?:\{|%7b)[^/]{1,100}\/)?WebResources\/(.+)$/i.exec(path)?.[1]
  const isContext = /(?:^|\/)ClientGlobalContext\.js\.aspx$/i.test(below ?? path.slice(1))
  if (isContext && (below !== undefined || path.lastIndexOf('/') === 0)) {
    return () => globalContext(deps)
  }
  if (below === undefined) return null
  return (request) => file(deps, decoded(below), request)
}

async function file(deps: WebResourceDeps, name: string, request: Request): Promise<Response> {
  const found = await findWebResource(deps.database, deps.organization.organizationId, name)
  if (found === null) throw notFound(`There is no web resource ${name.slice(0, 256)}.`)
  const etag = `"${found.version}"`
  const headers = { ...COMMON, ETag: etag }
  if (isKnown(request.headers, etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(Buffer.from(found.content ?? '', 'base64'), {
    headers: { ...headers, 'Content-Type': contentType(found.type) },
  })
}

async function globalContext(deps: WebResourceDeps): Promise<Response> {
  const { organization, caller } = deps
  const { userId } = caller
  const user =
    userId === null ? null : await findUser(deps.database, organization.organizationId, { userId })
  const script = globalContextScript({
    organizationId: organization.organizationId,
    uniqueName: organization.uniqueName,
    version: organization.version,
    path: new URL(deps.rootUrl).pathname.replace(/\/$/, ''),
    userId: caller.userId,
    userName: user?.name ?? 'Administrator',
    roles: caller.roles,
  })
  return new Response(script, {
    headers: { ...COMMON, 'Content-Type': 'text/javascript; charset=utf-8' },
  })
}

/**
 * Pages read the version from this text. Some read numbers of at most four digits, which newer builds exceed, so the
 * first two numbers are repeated.
 */
function about(version: string): Response {
  const [major = '9', minor = '0'] = version.split('.')
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>About</title></head><body><h1>Trackmark</h1><p>Version ${version}</p><p>Web API ${major}.${minor}.0.0</p></body></html>`
  return new Response(html, {
    headers: { ...COMMON, 'Content-Type': 'text/html; charset=utf-8' },
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw notFound("The address isn't well-formed percent-encoding.")
  }
}
