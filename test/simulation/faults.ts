import type { Database, Queryable } from '@trackmark/store'
import type { Dice } from './dice.ts'
import { type Stage, sight, tell } from './stage.ts'

/** Every way the world fails in a run. Each run draws some of them, and how often. */
export const FAULTS = [
  'throttled',
  'throttledLong',
  'serverError',
  'timeout',
  'lostAnswer',
  'cutLine',
  'garbled',
  'unauthorized',
  'partThrottled',
  'partServerError',
  'repeatedPage',
  'expiredCursors',
  'brokenItem',
  'refusedData',
  'mailboxUnavailable',
  'mailboxRestricted',
  'listReadOnly',
  'databaseGone',
  'databaseAnswerLost',
  'crashBefore',
  'crashAfter',
  'crashInTransaction',
  'slowWorker',
] as const

export type FaultKind = (typeof FAULTS)[number]

/** Chance per call, or per draw of the people's, of each kind in this run. */
const RATES: Record<FaultKind, number> = {
  throttled: 0.04,
  throttledLong: 0.02,
  serverError: 0.05,
  timeout: 0.02,
  lostAnswer: 0.06,
  cutLine: 0.04,
  garbled: 0.03,
  unauthorized: 0.03,
  partThrottled: 0.03,
  partServerError: 0.04,
  repeatedPage: 0.1,
  expiredCursors: 0.8,
  brokenItem: 0.6,
  refusedData: 0.7,
  mailboxUnavailable: 0.5,
  mailboxRestricted: 0.5,
  listReadOnly: 0.6,
  databaseGone: 0.03,
  databaseAnswerLost: 0.03,
  crashBefore: 0.01,
  crashAfter: 0.015,
  crashInTransaction: 0.02,
  slowWorker: 0.01,
}

export class Faults {
  private readonly stage: Stage
  private readonly dice: Dice
  private readonly drawn: ReadonlySet<FaultKind>
  /** Items whose values the database refuses; by their subject. */
  readonly refused = new Set<string>()
  on = true

  constructor(stage: Stage) {
    this.stage = stage
    this.dice = stage.dice.fork('faults')
    const appetite = this.dice.pick([0, 0.2, 0.4, 0.7])
    this.drawn = new Set(FAULTS.filter(() => this.dice.chance(appetite)))
  }

  /** Whether this kind hits now; counted when it does. */
  hits(kind: FaultKind): boolean {
    if (!this.on || !this.drawn.has(kind) || !this.dice.chance(RATES[kind])) return false
    sight(this.stage, `fault ${kind}`)
    tell(this.stage, `  fault: ${kind}`)
    return true
  }

  /** Faults of parts inside a `$batch`, which only the sandbox itself can place. */
  async placeInSandbox(): Promise<void> {
    const place = async (kind: FaultKind, match: object, effect: object) => {
      if (!this.drawn.has(kind)) return
      await this.stage.control('POST', '/faults', {
        match,
        times: 0,
        chance: RATES[kind],
        effect,
      })
    }
    await place(
      'partThrottled',
      { path: '/messages|calendarView|todo/' },
      { kind: 'status', status: 429, code: 'ApplicationThrottled', retryAfterSeconds: 2 },
    )
    await place(
      'partServerError',
      { path: '/messages|calendarView|todo/' },
      { kind: 'status', status: 503, code: 'serviceNotAvailable' },
    )
    await place('repeatedPage', { path: '/delta/' }, { kind: 'repeatPage' })
  }

  /** Counts what the sandbox's own faults hit. */
  countPlaced(): void {
    const names = new Map([
      ['429', 'partThrottled'],
      ['503', 'partServerError'],
      ['repeatPage', 'repeatedPage'],
    ])
    for (const { fault, hits } of this.stage.sandbox.core.faults) {
      const { effect } = fault
      const name = names.get(effect.kind === 'status' ? String(effect.status) : effect.kind)
      const isItem = effect.kind === 'status' && effect.status === 400
      if (hits > 0) sight(this.stage, `fault ${isItem ? 'brokenItem' : name}`)
    }
  }

  async end(): Promise<void> {
    this.on = false
    this.countPlaced()
    this.refused.clear()
    await this.stage.control('DELETE', '/faults')
    for (const { address } of this.stage.people) {
      await this.stage.control('PATCH', `/users/${address}`, { mailboxState: 'active' })
    }
  }
}

/** What a request meets on its way. `wait` lets the simulation's clock run on. */
export async function overTheWire(
  stage: Stage,
  faults: Faults,
  request: Request,
  wait: (ms: number) => Promise<void>,
): Promise<Response> {
  const send = async () => {
    const response = await stage.sandbox.fetch(request)
    const body = response.status === 204 ? null : await response.arrayBuffer()
    return new Response(body, { status: response.status, headers: response.headers })
  }
  if (faults.hits('throttled')) return refusal(429, 'ApplicationThrottled', '2')
  if (faults.hits('throttledLong')) return refusal(429, 'ApplicationThrottled', '150')
  if (faults.hits('serverError')) return refusal(500, 'InternalServerError')
  if (faults.hits('unauthorized')) return refusal(401, 'InvalidAuthenticationToken')
  if (faults.hits('cutLine')) throw new TypeError('fetch failed')
  if (faults.hits('timeout')) {
    await wait(100_000)
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  }
  const response = await send()
  if (faults.hits('lostAnswer')) throw new TypeError('fetch failed')
  if (response.status === 200 && faults.hits('garbled')) {
    return new Response('<html>Bad gateway', {
      status: 200,
      headers: { 'content-type': 'text/html' },
    })
  }
  return response
}

function refusal(status: number, code: string, retryAfter?: string): Response {
  return Response.json(
    { error: { code, message: '' } },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } },
  )
}

/** A process dies here: nothing it would do next is done. */
export class Death extends Error {
  override readonly name = 'Death'
}

/** Statements of a process, with the ways a database fails. */
export function overTheDatabase(
  real: Database,
  faults: Faults,
  call: <T>(label: string, act: () => Promise<T>) => Promise<T>,
): Database {
  const failing = async <T>(act: () => Promise<T>): Promise<T> => {
    if (faults.hits('databaseGone')) throw gone()
    const result = await act()
    if (faults.hits('databaseAnswerLost')) throw gone()
    return result
  }
  return {
    ...real,
    query: (sql, parameters) =>
      call(`query ${nameOf(sql)}`, () => failing(() => real.query(sql, parameters))),
    transaction: (work) =>
      call('transaction', () => failing(() => real.transaction((tx) => work(checked(tx, faults))))),
  }
}

function checked(tx: Queryable, faults: Faults): Queryable {
  return {
    query: async (sql, parameters) => {
      if (faults.hits('crashInTransaction')) throw new Death()
      if (isRefused(sql, parameters, faults.refused)) {
        throw Object.assign(new Error('a value is refused'), { code: '22P05' })
      }
      return tx.query(sql, parameters)
    },
  }
}

function isRefused(
  sql: string,
  parameters: readonly unknown[] | undefined,
  subjects: ReadonlySet<string>,
): boolean {
  if (
    subjects.size === 0 ||
    !/^\s*(insert into|update) crm\.(email|appointment|task)\b/.test(sql)
  ) {
    return false
  }
  const text = JSON.stringify(parameters ?? [])
  return [...subjects].some((subject) => text.includes(`${subject}\\"`))
}

const gone = () => Object.assign(new Error('terminating connection'), { code: '57P01' })

const nameOf = (sql: string): string =>
  /(?:from|into|update)\s+([a-z_.]+)/i.exec(sql)?.[1] ?? sql.trim().slice(0, 20)
