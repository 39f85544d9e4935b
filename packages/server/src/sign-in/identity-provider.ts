import { createHmac, timingSafeEqual } from 'node:crypto'
import {
  addAccount,
  findAccount,
  findUser,
  mailboxesOf,
  type StoredAccount,
} from '@trackmark/store'
import * as oidc from 'openid-client'
import { z } from 'zod'
import type { OrganizationAddress } from '../organizations/organization-address.ts'
import { organizationToSignInTo } from './request-context.ts'
import { beginSession, recordSignIn, type SignInDeps } from './sign-in.ts'

/** The configuration of an OpenID Connect provider. */
export interface ProviderConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The name on the button, such as `Microsoft Entra ID`. */
  readonly name: string
  /** Public address of this installation; null to take it from the request. */
  readonly publicUrl: string | null
  /** Whether `preferred_username` identifies people; only safe when the provider is the operator's own tenant. */
  readonly trustUsername: boolean
}

const COOKIE = 'trackmark_signin'
const CALLBACK = '/signin/callback'
const TRY_MS = 10 * 60_000
const TIMEOUT_SECONDS = 10

/** The state of a sign-in that has begun, kept in a signed cookie. */
const stateSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The organization's path prefix, such as `/contoso`. */
  prefix: z.string(),
  to: z.string(),
  until: z.number(),
})

/** The sign-in failed; the message is shown on the sign-in page. */
export class NotLetInError extends Error {
  override readonly name = 'NotLetInError'
}

/** Signs people in by an OpenID Connect provider: code flow with PKCE, state and nonce. */
export interface Provider {
  readonly name: string
  /** Redirects the browser to the provider. @param target names the organization to sign in to */
  begin(request: Request, target: OrganizationAddress): Promise<Response>
  /** Handles the provider's redirect back. @throws NotLetInError */
  end(request: Request, addressOfPrefix: (prefix: string) => OrganizationAddress): Promise<Response>
}

export function createProvider(config: ProviderConfig, deps: SignInDeps): Provider {
  const discovered = discovery(config)
  const sign = (payload: string): string =>
    createHmac('sha256', deps.secretKey).update(`provider\n${payload}`).digest('base64url')
  const callback = (request: Request): string =>
    new URL(CALLBACK, config.publicUrl ?? request.url).href
  return {
    name: config.name,
    begin: async (request, target) => {
      const server = await discovered()
      const url = new URL(request.url)
      const state: z.infer<typeof stateSchema> = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        prefix: target.prefix,
        to: url.searchParams.get('to') ?? '',
        until: deps.clock() + TRY_MS,
      }
      const payload = Buffer.from(JSON.stringify(state)).toString('base64url')
      const to = oidc.buildAuthorizationUrl(server, {
        redirect_uri: callback(request),
        scope: 'openid profile email',
        state: state.state,
        nonce: state.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(state.verifier),
        code_challenge_method: 'S256',
      })
      // SameSite=Lax, because the browser must send the cookie when the provider redirects back.
      const isSecure = callback(request).startsWith('https:')
      const cookie = `${COOKIE}=${payload}.${sign(payload)}; Path=/signin; Max-Age=${TRY_MS / 1000}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
      return new Response(null, {
        status: 302,
        headers: { Location: to.href, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' },
      })
    },
    end: async (request, addressOfPrefix) => {
      const state = readState(request, sign, deps.clock())
      const here = new URL(callback(request))
      here.search = new URL(request.url).search
      const claims = await claimsOf(await discovered(), here, state)
      const target = addressOfPrefix(state.prefix)
      const { organizationId } = await organizationToSignInTo(deps, target)
      const account = await accountOf(deps, organizationId, claims, config)
      const session = await beginSession(deps, organizationId, account)
      await recordSignIn(deps, organizationId, account, `signed in by ${config.name}`)
      const isSecure = here.protocol === 'https:'
      const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' })
      const cookie = deps.sessions.issue(session, { path: state.prefix || '/', isSecure })
      headers.append('Set-Cookie', cookie)
      headers.append('Set-Cookie', `${COOKIE}=; Path=/signin; Max-Age=0; HttpOnly; SameSite=Lax`)
      headers.set('Cache-Control', 'no-store')
      headers.set('Content-Security-Policy', "default-src 'none'")
      headers.set('Referrer-Policy', 'no-referrer')
      // A page instead of a redirect: in a navigation that another site began, browsers don't send
      // SameSite=Strict cookies.
      return new Response(redirectPage(here.origin, state), { headers })
    },
  }
}

/** The provider's metadata is requested once, and again after a failure. */
function discovery(config: ProviderConfig): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | null = null
  return () => {
    const issuer = new URL(config.issuer)
    // Without HTTPS only a provider on this machine is allowed.
    const isLocal =
      issuer.protocol === 'http:' && /^(127\.|localhost$|\[::1\])/.test(issuer.hostname)
    found ??= oidc
      .discovery(issuer, config.clientId, config.clientSecret, undefined, {
        timeout: TIMEOUT_SECONDS,
        // Signatures are verified too, although the token comes directly from the provider.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(isLocal ? [oidc.allowInsecureRequests] : []),
        ],
      })
      .catch((cause: unknown) => {
        found = null
        throw new NotLetInError(`${config.name} can't be reached. Try again later.`, { cause })
      })
    return found
  }
}

function readState(
  request: Request,
  sign: (payload: string) => string,
  now: number,
): z.infer<typeof stateSchema> {
  const again = new NotLetInError(
    'Signing in took too long, or began in another browser. Try again.',
  )
  const found = /(?<=^|;\s*)trackmark_signin=([\w-]{1,2000})\.([\w-]{43})(?=;|$)/.exec(
    request.headers.get('cookie') ?? '',
  )
  if (found === null) throw again
  const [, payload, signature] = found as unknown as [string, string, string]
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(payload)))) throw again
  const state = stateSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  if (state.until <= now) throw again
  return state
}

const claimsSchema = z.looseObject({
  sub: z.string(),
  /** The person's object id in the Entra tenant. */
  oid: z.guid().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  preferred_username: z.string().optional(),
})
type Claims = z.infer<typeof claimsSchema>

async function claimsOf(
  server: oidc.Configuration,
  here: URL,
  state: z.infer<typeof stateSchema>,
): Promise<Claims> {
  try {
    const answer = await oidc.authorizationCodeGrant(server, here, {
      pkceCodeVerifier: state.verifier,
      expectedState: state.state,
      expectedNonce: state.nonce,
      idTokenExpected: true,
    })
    return claimsSchema.parse(answer.claims())
  } catch (cause) {
    // The person may have cancelled; other errors of the provider aren't shown.
    const error = cause instanceof oidc.AuthorizationResponseError ? cause.error : null
    const why = error === 'access_denied' ? 'You cancelled signing in.' : 'Signing in failed.'
    throw new NotLetInError(`${why} Try again, or ask an administrator.`, { cause })
  }
}

/**
 * Finds a person's account: by the object id, which nobody can forge, or by an address that the provider has
 * verified. A person with a mailbox but no account gets one with the role Mailbox Owner.
 */
async function accountOf(
  deps: SignInDeps,
  organizationId: string,
  claims: Claims,
  { trustUsername }: ProviderConfig,
): Promise<StoredAccount> {
  const { database } = deps
  const ways: readonly (readonly ['objectId' | 'address', string | undefined])[] = [
    ['objectId', claims.oid],
    ['address', claims.email_verified === true ? claims.email : undefined],
    ['address', trustUsername ? claims.preferred_username : undefined],
  ]
  for (const [by, value] of ways) {
    if (value === undefined) continue
    const key = by === 'objectId' ? { objectId: value } : { address: value }
    const user = await findUser(database, organizationId, key)
    if (user === null) continue
    const known = await findAccount(database, organizationId, { userId: user.userId })
    if (known?.isDisabled || user.isDisabled) {
      throw new NotLetInError('Your account here is disabled. Ask an administrator.')
    }
    if (known !== null) return known
    const mailboxes = await mailboxesOf(database, organizationId, user.userId)
    if (mailboxes.length === 0) continue
    const account = {
      userId: user.userId,
      signInName: user.address ?? user.userId,
      role: 'Mailbox Owner',
    }
    await addAccount(database, organizationId, account, deps.clock())
    const added = await findAccount(database, organizationId, { userId: user.userId })
    if (added !== null) return added
  }
  throw new NotLetInError(
    'You signed in there, but have neither an account nor a mailbox in this organization. Ask an administrator.',
  )
}

/** @returns a page that redirects to the requested page, if that is on this server */
function redirectPage(origin: string, { prefix, to }: z.infer<typeof stateSchema>): string {
  const start = `${origin}${prefix}/admin/`
  const wanted = URL.canParse(to, start) ? new URL(to, start) : new URL(start)
  const target = wanted.origin === origin ? wanted.href : start
  const escaped = target.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Signed in</title><meta http-equiv="refresh" content="0;url=${escaped}"></head><body><p><a href="${escaped}">Go on</a></p></body></html>`
}
