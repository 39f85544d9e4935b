import { z } from 'zod'
import { SandboxError } from '../errors.ts'
import type { ChangeLog } from '../model/change-log.ts'
import type { Mailbox } from '../model/types.ts'
import { type Query, queryOf } from '../odata/query.ts'
import type { Call } from './call.ts'

/** Where a delta round stands; opaque outside. */
export interface Position {
  /** What the token was made for; a token for another collection is refused. */
  readonly scope: string
  readonly epoch: number
  /** Changes up to this one have been told. */
  readonly at: number
  /** Rows of the next change that have been told too (a series with many occurrences). */
  readonly sub: number
  /** Where the round before ended; 0 = this is the first. */
  readonly since: number
  /** Where the collection stood when the round began. */
  readonly started: number
  /** Options of the first query. */
  readonly options: Readonly<Record<string, string>>
  /** The empty page of the switch `emptyDeltaPageFirst` has been given. */
  readonly opened: boolean
}

const schema = z.strictObject({
  scope: z.string(),
  epoch: z.int(),
  at: z.int(),
  sub: z.int(),
  since: z.int(),
  started: z.int(),
  options: z.record(z.string(), z.string()),
  opened: z.boolean(),
})

export const writeToken = (position: Position): string =>
  Buffer.from(JSON.stringify(position), 'utf8').toString('base64url')

function readToken(text: string): Position {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new SandboxError(400, 'SyncStateInvalid', 'Badly formed token.', { cause })
  }
}

/** Options kept in the token; the rest belongs to one request. */
const KEPT = ['select', 'filter', 'expand', 'orderby', 'changetype', 'startdatetime', 'enddatetime']

/**
 * The position a delta request starts from: its token's, or the beginning.
 *
 * @throws 410 (or as switched) when the token has expired
 */
export function startPosition(
  call: Call,
  target: { readonly scope: string; readonly log: ChangeLog },
): { position: Position; query: Query } {
  const raw = call.query.raw
  const token = raw.get('skiptoken') ?? raw.get('deltatoken')
  if (token === undefined || token === '') {
    const options: Record<string, string> = {}
    for (const name of KEPT) {
      const value = raw.get(name)
      if (value !== undefined) options[name] = value
    }
    return { position: first(call, target.scope, options), query: call.query }
  }
  if (token === 'latest') {
    const start = first(call, target.scope, {})
    const at = call.mailbox.seq
    return { position: { ...start, at, since: at }, query: call.query }
  }
  const position = readToken(token)
  if (position.scope !== target.scope) {
    throw new SandboxError(400, 'SyncStateInvalid', 'The token is for another collection.')
  }
  if (expired(call.mailbox, position, target.log)) throw expiredToken(call)
  // Another round begins, unless the token is of a page inside of one.
  const started = raw.has('skiptoken') ? position.started : call.mailbox.seq
  return {
    position: { ...position, started },
    query: queryOf(new Map(Object.entries(position.options))),
  }
}

function first(call: Call, scope: string, options: Record<string, string>): Position {
  const { epoch, seq: started } = call.mailbox
  return { scope, epoch, at: 0, sub: 0, since: 0, started, options, opened: false }
}

function expired(mailbox: Mailbox, position: Position, log: ChangeLog): boolean {
  if (position.epoch !== mailbox.epoch) return true
  const isLost = (seq: number) => mailbox.lost.some(({ from, to }) => seq > from && seq <= to)
  if (isLost(position.at) || isLost(position.since)) return true
  // A first round needs no tombstones.
  return position.since > 0 && position.since < log.floor
}

export function expiredToken(call: Call): SandboxError {
  const { status, code } = call.world.switches().expiredDelta
  const location = `${call.base}${call.path}?$deltatoken=`
  return new SandboxError(
    status,
    code,
    'The sync state generation is not found; continuation tokens have expired.',
    status === 410 ? { headers: { Location: location } } : {},
  )
}

export const nextLink = (call: Call, position: Position): string =>
  `${call.base}${call.path}?%24skiptoken=${writeToken(position)}`

export const deltaLink = (call: Call, position: Position): string =>
  `${call.base}${call.path}?%24deltatoken=${writeToken(position)}`
