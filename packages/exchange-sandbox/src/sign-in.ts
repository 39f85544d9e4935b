import { createPublicKey, verify } from 'node:crypto'
import type { AppRegistration, Core } from './core.ts'
import { clientInfo, idToken } from './id-token.ts'
import type { User } from './model/types.ts'
import { findUser } from './model/world.ts'
import { AUDIENCE, type Claims, issueToken, REFRESH_AUDIENCE, readRefreshToken } from './tokens.ts'

const LIFETIME_SECONDS = 3599
const REFRESH_LIFETIME_SECONDS = 90 * 86_400

/** Scopes of a delegated token: the user's own mailbox. */
const DELEGATED =
  'Mail.ReadWrite Mail.Send Calendars.ReadWrite MailboxSettings.ReadWrite Tasks.ReadWrite User.Read'

/** Grants that bind a token to a person. */
const USER_GRANTS = new Set(['password', 'refresh_token'])

class SignInError extends Error {
  override readonly name = 'SignInError'
  readonly error: string
  readonly number: number

  constructor(error: string, number: number, message: string) {
    super(`AADSTS${number}: ${message}`)
    this.error = error
    this.number = number
  }
}

/**
 * `POST /{tenant}/oauth2/v2.0/token`: client credentials with a secret or a signed assertion;
 * `grant_type=password`, which binds the token to a user (any password: the sandbox guards nothing);
 * and `grant_type=refresh_token`. The scopes `openid` and `offline_access` bring an id token and a
 * refresh token, as from Microsoft's identity platform.
 */
export async function tokenAnswer(core: Core, tenant: string, request: Request): Promise<Response> {
  try {
    const form = new URLSearchParams(await request.text())
    const app = authenticateApp(core, form, request)
    return json(200, grant(core, tenant, { form, app, origin: new URL(request.url).origin }))
  } catch (error) {
    if (!(error instanceof SignInError)) throw error
    const id = core.world.newId()
    const status = error.error === 'invalid_client' ? 401 : 400
    return json(status, {
      error: error.error,
      error_description: error.message,
      error_codes: [error.number],
      timestamp: new Date(core.world.now())
        .toISOString()
        .replace('T', ' ')
        .slice(0, 19)
        .concat('Z'),
      trace_id: id,
      correlation_id: request.headers.get('client-request-id') ?? id,
    })
  }
}

type Asked = Readonly<{ form: URLSearchParams; app: AppRegistration; origin: string }>

function grant(core: Core, tenant: string, asked: Asked) {
  const type = asked.form.get('grant_type')
  if (type !== 'client_credentials' && !USER_GRANTS.has(type ?? '')) {
    throw new SignInError(
      'unsupported_grant_type',
      70003,
      `The grant type '${type}' is not served.`,
    )
  }
  const scope = asked.form.get('scope') ?? ''
  if (type === 'client_credentials' && !scope.split(' ').some((one) => one.endsWith('/.default'))) {
    throw new SignInError(
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope || '(none)'} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
    )
  }
  const user = type === 'client_credentials' ? null : userOf(core, asked)
  const iat = Math.floor(core.world.now() / 1000)
  const claims = {
    aud: AUDIENCE,
    iss: `${asked.origin}/${tenant}/v2.0`,
    tid: core.world.organization().tenantId,
    appid: asked.app.clientId,
    iat,
    exp: iat + LIFETIME_SECONDS,
    ...(user
      ? { oid: user.id, upn: user.userPrincipalName, scp: DELEGATED }
      : { oid: asked.app.clientId, roles: asked.app.permissions }),
  }
  return {
    token_type: 'Bearer',
    expires_in: LIFETIME_SECONDS,
    ext_expires_in: LIFETIME_SECONDS,
    access_token: issueToken(claims, core.signingKey),
    ...(user && forUser(core, asked.form, user, claims)),
  }
}

/** Beside the access token, what was asked for about the person. */
function forUser(core: Core, form: URLSearchParams, user: User, claims: Claims) {
  const asked = new Set((form.get('scope') ?? '').split(' '))
  const { iss: issuer, tid: tenantId, appid: clientId, iat: issuedAt, exp: expiresAt } = claims
  const openId = ['openid', 'profile', 'email', 'offline_access'].filter((one) => asked.has(one))
  const refresh = { ...claims, aud: REFRESH_AUDIENCE, exp: issuedAt + REFRESH_LIFETIME_SECONDS }
  return {
    scope: [DELEGATED, ...openId].join(' '),
    ...(asked.has('openid') && {
      id_token: idToken({ user, clientId, tenantId, issuer, issuedAt, expiresAt }),
    }),
    ...(asked.has('offline_access') && { refresh_token: issueToken(refresh, core.signingKey) }),
    ...(form.get('client_info') === '1' && { client_info: clientInfo(user, tenantId) }),
  }
}

/** By name, or by a refresh token that this application was given. */
function userOf(core: Core, { form, app }: Asked): User {
  const isRefresh = form.get('grant_type') === 'refresh_token'
  const token = form.get('refresh_token') ?? ''
  const claims = isRefresh ? readRefreshToken(token, core.signingKey, core.world.now()) : null
  if (isRefresh && claims?.appid !== app.clientId) {
    throw new SignInError(
      'invalid_grant',
      70000,
      'The refresh token is malformed, has expired, or was given to another application.',
    )
  }
  const name = claims?.oid ?? form.get('username') ?? ''
  const user = findUser(core.world.organization(), name)
  if (user) return user
  throw new SignInError('invalid_grant', 50034, `The user account ${name} does not exist.`)
}

function authenticateApp(core: Core, form: URLSearchParams, request: Request): AppRegistration {
  const basic = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '')
  const [basicId, basicSecret] = basic?.[1]
    ? Buffer.from(basic[1], 'base64').toString('utf8').split(':').map(decodeURIComponent)
    : []
  const clientId = form.get('client_id') ?? basicId ?? ''
  const app = core.apps.get(clientId)
  if (!app) {
    throw new SignInError(
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory.`,
    )
  }
  const assertion = form.get('client_assertion')
  if (assertion !== null) {
    checkAssertion(core, app, assertion)
    return app
  }
  const secret = form.get('client_secret') ?? basicSecret
  if (app.secret !== null && secret === app.secret) return app
  // A program on a person's device keeps no secret (a "public client").
  if (secret === undefined && USER_GRANTS.has(form.get('grant_type') ?? '')) return app
  throw new SignInError(
    'invalid_client',
    7000215,
    `Invalid client secret provided for app '${clientId}'.`,
  )
}

const badAssertion = (why: string) => new SignInError('invalid_client', 700027, why)

/** RFC 7523 assertion: signed by the app's certificate, issued by and for the app, in date. */
function checkAssertion(core: Core, app: AppRegistration, assertion: string): void {
  if (app.certificate === null) {
    throw badAssertion(`The app '${app.clientId}' has no certificate registered.`)
  }
  const [head = '', body = '', signature = ''] = assertion.split('.')
  const header = jsonPart(head)
  const claims = jsonPart(body)
  const pss = header.alg === 'PS256'
  if (!pss && header.alg !== 'RS256') throw badAssertion('The assertion is not RS256 or PS256.')
  const key = createPublicKey(app.certificate)
  // RSA_PKCS1_PSS_PADDING = 6, RSA_PKCS1_PADDING = 1; salt as long as the hash.
  const options = pss ? { key, padding: 6, saltLength: 32 } : { key, padding: 1 }
  const signed = Buffer.from(`${head}.${body}`)
  if (!verify('sha256', signed, options, Buffer.from(signature, 'base64url'))) {
    throw badAssertion('The signature of the client assertion is not valid.')
  }
  if (claims.iss !== app.clientId || claims.sub !== app.clientId) {
    throw badAssertion('The client assertion is not issued by and for the app.')
  }
  if (typeof claims.exp !== 'number' || claims.exp * 1000 <= core.world.now()) {
    throw badAssertion('The client assertion is expired.')
  }
}

function jsonPart(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    throw badAssertion('The client assertion is not a JWT.')
  }
}

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })

/** What OpenID clients ask for before they ask for a token. */
export function openIdConfiguration(origin: string, tenant: string) {
  const base = `${origin}/${tenant}`
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    tenant_region_scope: null,
    cloud_instance_name: new URL(origin).host,
    msgraph_host: new URL(origin).host,
  }
}

export function instanceDiscovery(origin: string, tenant: string) {
  const host = new URL(origin).host
  return {
    tenant_discovery_endpoint: `${origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  }
}
