import type { Core } from '../core.ts'
import { badRequest, LostAnswer, SandboxError } from '../errors.ts'
import { type Effect, effectsOn } from '../faults.ts'
import type { Mailbox, User } from '../model/types.ts'
import { findUser, mailboxOf } from '../model/world.ts'
import { readQuery } from '../odata/query.ts'
import { checkPermission, denied } from '../permissions.ts'
import { enter } from '../throttle.ts'
import { readToken } from '../tokens.ts'
import { withoutAnnotations } from './bodies.ts'
import type { Answer, Call, Caller, Route } from './call.ts'
import { appliedPreference, readPrefer } from './prefer.ts'
import { type Found, type Router, splitPath } from './router.ts'

/** A request as the wire or a batch brings it. */
export interface Incoming {
  readonly method: string
  readonly url: URL
  readonly header: (name: string) => string | null
  /** JSON text, or what a batch part holds; undefined = none. */
  readonly body:
    | { readonly text: string }
    | { readonly json: unknown }
    | { readonly bytes: Uint8Array }
    | undefined
}

export interface Face {
  readonly core: Core
  readonly router: Router
}

export function authenticate(core: Core, authorization: string | null): Caller {
  const claims = readToken(authorization, core.signingKey, core.world.now())
  const app = core.apps.get(claims.appid)
  const userId = claims.scp === undefined ? null : claims.oid
  const granted = userId === null ? (app?.permissions ?? []) : (claims.scp ?? '').split(' ')
  return { appId: claims.appid, userId, permissions: new Set(granted) }
}

/** Upload addresses carry their own permission: clients send no header with the bytes. */
function authorizationOf(incoming: Incoming): string | null {
  const carried = incoming.method === 'PUT' ? incoming.url.searchParams.get('authtoken') : null
  return incoming.header('authorization') ?? (carried === null ? null : `Bearer ${carried}`)
}

/** Answers one request; errors come back as answers, only a lost answer is thrown. */
export async function dispatch(face: Face, incoming: Incoming): Promise<Answer> {
  const { core } = face
  try {
    const caller = authenticate(core, authorizationOf(incoming))
    const target = resolve(face, incoming, caller)
    const leave = enter(core.meter, core.throttling, {
      appId: caller.appId,
      mailbox: target.user?.id ?? null,
      nowMs: core.world.now(),
    })
    try {
      return await perform(face, incoming, caller, target)
    } finally {
      leave()
    }
  } catch (error) {
    return errorAnswer(core, incoming, error)
  }
}

interface Target {
  readonly found: Found
  readonly path: string
  /** Null = the path names no user, or one nobody knows. */
  readonly user: User | null
}

function resolve(face: Face, incoming: Incoming, caller: Caller): Target {
  const segments = splitPath(incoming.url.pathname)
  // The version: v1.0, or beta, which some clients insist on.
  const [version = '', ...below] = segments
  if (!/^(v1\.0|beta)$/i.test(version)) throw badRequest('Invalid version.')
  const path = meToUser(face.core, below, caller)
  const found = face.router.find(incoming.method, path)
  if (found === null) {
    throw badRequest(`Resource not found for the segment '${path.at(-1) ?? ''}'.`)
  }
  if (found === 'method') {
    throw new SandboxError(405, 'Request_BadRequest', `Method ${incoming.method} is not allowed.`)
  }
  const name = found.params.user
  const user = name === undefined ? null : findUser(face.core.world.organization(), name)
  return { found, user, path: `/${path.map(encodeSegment).join('/')}` }
}

/** Segments stay readable, as the service writes them in links. */
const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replace(/%(40|3D|24|27|28|29|2C|3A)/g, (sign) =>
    decodeURIComponent(sign),
  )

function meToUser(core: Core, segments: readonly string[], caller: Caller): readonly string[] {
  if (segments[0]?.toLowerCase() !== 'me') return segments
  if (caller.userId !== null) return ['users', caller.userId, ...segments.slice(1)]
  if (core.switches.refuseMeForApplications) {
    throw badRequest('/me request is only valid with delegated authentication flow.')
  }
  const [first] = core.world.organization().users.keys()
  return ['users', first ?? '', ...segments.slice(1)]
}

async function perform(
  face: Face,
  incoming: Incoming,
  caller: Caller,
  target: Target,
): Promise<Answer> {
  const { core } = face
  // Requests sent together are in flight together, also when called in process.
  await (core.switches.latencyMs > 0 ? core.sleep(core.switches.latencyMs) : null)
  const effects = effectsOn(
    core.faults,
    {
      method: incoming.method,
      path: target.path,
      mailboxNames: target.user ? namesOf(target.user) : [],
    },
    core.world.random,
  )
  await before(core, effects)
  const call = makeCall(core, incoming, caller, target, effects)
  const answer = await answerCall(core, incoming, target.found.route, call)
  // A handler that refused has written nothing: a lost answer hides that too.
  if (effects.some((effect) => effect.kind === 'lostAnswer')) throw new LostAnswer('fetch failed')
  return answer
}

async function answerCall(core: Core, incoming: Incoming, route: Route, call: () => Call) {
  try {
    const made = call()
    checkAccess(route, made)
    const answer = await route.handler(made)
    const applied = appliedPreference(made.prefer)
    if (applied === null) return answer
    return { ...answer, headers: { 'Preference-Applied': applied, ...answer.headers } }
  } catch (error) {
    return errorAnswer(core, incoming, error)
  }
}

const namesOf = (user: User): readonly string[] =>
  [user.id, user.mail, user.userPrincipalName].map((name) => name.toLowerCase())

async function before(core: Core, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    if (effect.kind === 'delay') await core.sleep(effect.ms)
    if (effect.kind === 'lostAnswer' && !effect.done) throw new LostAnswer('fetch failed')
    if (effect.kind !== 'status') continue
    const wait = effect.retryAfterSeconds
    const headers: Readonly<Record<string, string>> =
      wait === undefined ? {} : { 'Retry-After': String(wait) }
    throw new SandboxError(effect.status, effect.code, effect.message, { headers })
  }
}

function makeCall(
  core: Core,
  incoming: Incoming,
  caller: Caller,
  target: Target,
  effects: readonly Effect[],
): () => Call {
  return () => {
    const organization = core.world.organization()
    const { params, route } = target.found
    if (params.user !== undefined && target.user === null) throw unknownUser(core, route, params)
    const version = incoming.url.pathname.split('/')[1] ?? 'v1.0'
    return {
      method: incoming.method,
      url: incoming.url,
      base: `${incoming.url.origin}/${version}`,
      path: target.path,
      params,
      query: readQuery(incoming.url.searchParams),
      header: incoming.header,
      body: readBody(incoming),
      rawBody: incoming.body && 'bytes' in incoming.body ? incoming.body.bytes : undefined,
      prefer: readPrefer(incoming.header('prefer')),
      world: core.world,
      caller,
      repeatPage: effects.some((effect) => effect.kind === 'repeatPage'),
      get user(): User {
        if (!target.user) throw badRequest('The request names no user.')
        return target.user
      },
      get mailbox(): Mailbox {
        return mailboxOf(organization, this.user)
      },
    }
  }
}

function unknownUser(core: Core, route: Route, params: Readonly<Record<string, string>>) {
  if (route.area === 'users') {
    return new SandboxError(
      404,
      'Request_ResourceNotFound',
      `Resource '${params.user}' does not exist or one of its queried reference-property objects are not present.`,
    )
  }
  const { status, code } = core.switches.unknownUser
  return new SandboxError(status, code, `The requested user '${params.user}' is invalid.`)
}

function readBody(incoming: Incoming): unknown {
  if (incoming.body === undefined || 'bytes' in incoming.body) return undefined
  if ('json' in incoming.body) return withoutAnnotations(incoming.body.json)
  if (incoming.body.text.trim() === '') return undefined
  try {
    return withoutAnnotations(JSON.parse(incoming.body.text))
  } catch (cause) {
    throw new SandboxError(400, 'BadRequest', 'Unable to read JSON request payload.', { cause })
  }
}

function checkAccess(route: Route, call: Call): void {
  checkPermission(route.area, route.method, call.caller.permissions)
  if (route.area === 'none' || route.area === 'users') return
  if (call.caller.userId !== null && call.caller.userId !== call.user.id) throw denied()
  switch (call.user.mailboxState) {
    case 'notEnabled':
      throw new SandboxError(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      )
    case 'restricted':
      throw new SandboxError(403, 'ErrorAccessDenied', 'Access to OData is disabled.')
    case 'unavailable':
      throw new SandboxError(
        503,
        'ErrorMailboxStoreUnavailable',
        'The mailbox database is temporarily unavailable.',
      )
    case 'full':
      if (call.method !== 'POST') return
      throw new SandboxError(
        507,
        'ErrorQuotaExceeded',
        "The operation failed because it would cause the user to exceed the mailbox's quota.",
      )
    default:
      return
  }
}

export function errorAnswer(core: Core, incoming: Incoming, error: unknown): Answer {
  if (error instanceof LostAnswer) throw error
  const known =
    error instanceof SandboxError
      ? error
      : new SandboxError(500, 'InternalServerError', 'The sandbox failed.', { cause: error })
  if (known.status === 500 && known.cause !== undefined) reportFailure(known.cause)
  const id = core.world.newId()
  return {
    status: known.status,
    headers: known.headers,
    body: {
      error: {
        code: known.code,
        message: known.message,
        innerError: {
          date: new Date(core.world.now()).toISOString().slice(0, 19),
          'request-id': id,
          'client-request-id': incoming.header('client-request-id') ?? id,
        },
      },
      ...known.extra,
    },
  }
}

/** A fault of our own: told to the operator without anything of the request. */
function reportFailure(cause: unknown): void {
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  process.stderr.write(`exchange-sandbox: internal error: ${stack}\n`)
}
