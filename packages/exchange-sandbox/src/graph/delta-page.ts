import { badRequest } from '../errors.ts'
import { type ChangeLog, entriesAfter, type LogEntry, type Removal } from '../model/change-log.ts'
import type { Query } from '../odata/query.ts'
import type { Answer, Call } from './call.ts'
import { deltaLink, nextLink, type Position, startPosition } from './delta-token.ts'
import { context, pageSize } from './page.ts'

export type Row = Readonly<Record<string, unknown>>

export interface DeltaTarget {
  /** Names the collection inside tokens. */
  readonly scope: string
  readonly log: ChangeLog
  readonly context: string
  readonly pageDefault?: number
  /** The rows of one change stay on one page, even where that makes it longer than was asked. */
  readonly isWhole?: boolean
}

/** Rows one change shows as: none when it is out of scope, many for a series. */
export type RowsOf = (entry: LogEntry, round: Round) => readonly Row[]

export interface Round {
  readonly since: number
  readonly first: boolean
  /** Where the mailbox stood when the round began. */
  readonly started: number
}

/**
 * One page of changes: costs what it holds, not what the collection holds.
 *
 * @param prepare reads the options of the first query, which later requests carry in their token
 */
export function answerDelta(
  call: Call,
  target: DeltaTarget,
  prepare: (query: Query, round: Round) => RowsOf,
): Answer {
  const { position, query } = startPosition(call, target)
  const { since, started } = position
  const round: Round = { since, first: since === 0, started }
  const rowsOf = prepare(query, round)
  const size = pageSize(call, target.pageDefault)
  if (call.world.switches().emptyDeltaPageFirst && !position.opened) {
    return page(call, target, [], nextLink(call, { ...position, opened: true }), 'next')
  }
  const read = collect(call, { ...target, rowsOf, round }, position, size)
  // A repeated page: what was told now is told once more.
  if (call.repeatPage) return page(call, target, read.rows, nextLink(call, position), 'next')
  if (read.more) return page(call, target, read.rows, nextLink(call, read.next), 'next')
  const { at } = read.next
  const end = { ...read.next, since: at, started: at, sub: 0, opened: false }
  return page(call, target, read.rows, deltaLink(call, end), 'delta')
}

function collect(
  call: Call,
  source: DeltaTarget & { readonly rowsOf: RowsOf; readonly round: Round },
  position: Position,
  size: number,
): { rows: Row[]; more: boolean; next: Position } {
  const rows: Row[] = []
  let { at, sub } = position
  const { log, round, isWhole = false } = source
  for (const entry of entriesAfter(log, at)) {
    if (rows.length >= size) return { rows, more: true, next: { ...position, at, sub } }
    // What went before the first round began was never told of.
    const unheard = round.first && entry.gone && entry.seq <= position.started
    const all = unheard ? [] : source.rowsOf(entry, round)
    if (isWhole && rows.length > 0 && rows.length + all.length > size) {
      return { rows, more: true, next: { ...position, at, sub: 0 } }
    }
    const rest = isWhole ? all : all.slice(sub, sub + size - rows.length)
    rows.push(...rest)
    if (sub + rest.length < all.length) {
      return { rows, more: true, next: { ...position, at, sub: sub + rest.length } }
    }
    at = entry.seq
    sub = 0
  }
  return { rows, more: false, next: { ...position, at: Math.max(at, call.mailbox.seq), sub: 0 } }
}

function page(
  call: Call,
  target: DeltaTarget,
  value: readonly Row[],
  link: string,
  kind: 'next' | 'delta',
): Answer {
  const name = kind === 'next' ? '@odata.nextLink' : '@odata.deltaLink'
  return {
    status: 200,
    body: { '@odata.context': context(call, target.context), value, [name]: link },
  }
}

export const removedRow = (call: Call, gone: Removal): Row => ({
  id: call.prefer.immutable ? gone.item : gone.id,
  '@removed': { reason: gone.reason },
})

/** `changeType=created`, `updated` or `deleted` of message deltas. */
export function changeTypeOf(query: Query): string | null {
  const wanted = query.raw.get('changetype')?.toLowerCase() ?? null
  if (wanted !== null && !['created', 'updated', 'deleted'].includes(wanted)) {
    throw badRequest(`Invalid changeType '${wanted}': created, updated or deleted is wanted.`)
  }
  return wanted
}
