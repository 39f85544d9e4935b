import type { z } from 'zod'
import { SandboxError } from '../errors.ts'
import type { Mailbox, User } from '../model/types.ts'
import type { World } from '../model/world.ts'
import type { Query } from '../odata/query.ts'

/** What a token stands for. */
export interface Caller {
  readonly appId: string
  /** Delegated tokens are bound to a user; null = application. */
  readonly userId: string | null
  readonly permissions: ReadonlySet<string>
}

export interface Prefer {
  readonly immutable: boolean
  readonly maxPageSize: number | null
  readonly textBody: boolean
  /** Null: times stay as they are kept (UTC for events). */
  readonly timeZone: string | null
}

/** One request, whether it came by itself or in a batch. */
export interface Call {
  readonly method: string
  readonly url: URL
  /** `https://host/v1.0` as the caller wrote it, for links. */
  readonly base: string
  /** Path below the base with the spelling of actions evened out. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly header: (name: string) => string | null
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown
  /** Bytes of a PUT. */
  readonly rawBody: Uint8Array | undefined
  readonly prefer: Prefer
  readonly world: World
  readonly caller: Caller
  readonly user: User
  readonly mailbox: Mailbox
  /** A fault wants this delta page to come again. */
  readonly repeatPage: boolean
}

/** What showing an item needs of a call. */
export type ShapeCall = Pick<Call, 'prefer' | 'world' | 'mailbox' | 'user'>

export interface Answer {
  readonly status: number
  /** JSON; text or bytes with `contentType` are sent as they are. */
  readonly body?: unknown
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (call: Call) => Answer | Promise<Answer>

export type Area = 'mail' | 'send' | 'calendar' | 'settings' | 'tasks' | 'users' | 'none'

export interface Route {
  readonly method: string
  readonly path: string
  /** Decides the permission needed; `none` = a token is enough. */
  readonly area: Area
  readonly handler: Handler
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const noContent: Answer = { status: 204 }
export const accepted: Answer = { status: 202 }

export const param = (call: Call, name: string): string => call.params[name] ?? ''

/**
 * The body checked against its schema. Annotations (`@…`) are dropped first, at every depth.
 *
 * @throws SandboxError 400 naming the property and the reason
 */
export function parseBody<T extends z.ZodType>(schema: T, call: Pick<Call, 'body'>): z.output<T> {
  if (call.body === undefined) {
    throw new SandboxError(400, 'BadRequest', 'Empty Payload. JSON content expected.')
  }
  const checked = schema.safeParse(call.body)
  if (checked.success) return checked.data
  const issue = checked.error.issues[0]
  const where = issue?.path.join('/') || 'body'
  throw new SandboxError(400, 'BadRequest', `Invalid value at '${where}': ${issue?.message ?? ''}`)
}

/** Action parameters come in any case: names are matched to those wanted. */
export function actionParameters(
  call: Pick<Call, 'body'>,
  wanted: readonly string[],
): Record<string, unknown> {
  const body = call.body
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new SandboxError(400, 'BadRequest', 'The parameters of an action are a JSON object.')
  }
  const found: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@')) continue
    const known = wanted.find((other) => other.toLowerCase() === name.toLowerCase())
    if (!known) {
      throw new SandboxError(400, 'BadRequest', `The parameter '${name}' is not one of the action.`)
    }
    found[known] = value
  }
  return found
}
