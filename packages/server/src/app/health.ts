import { type Database, ping, readStandstill, type Standstill, signOfLife } from '@trackmark/store'
import { instantText } from '../admin/shared/instants.ts'
import { TRACKMARK_VERSION } from '../config/version.ts'
import { isDiskFull } from '../runtime/disk.ts'

const PATIENCE_MS = 2_000
/** The database is examined at most once in this time, in milliseconds. */
const EXAMINE_MS = 1_000

const body = (status: string, more: Record<string, unknown> = {}) => ({
  status,
  product: 'trackmark',
  version: TRACKMARK_VERSION,
  ...more,
})

const RETRY = { 'Retry-After': '1' }

const unavailable = (status: string, reason: string, more: Record<string, unknown> = {}) =>
  Response.json(body(status, { reason, ...more }), { status: 503, headers: RETRY })

/** The answer while the database is being opened. */
export const startingAnswer = (request: Request): Response =>
  new URL(request.url).pathname === '/healthz/live'
    ? Response.json(body('ok'))
    : unavailable('starting', 'The server is starting.')

interface HealthDeps {
  /** Has a connection of its own, which is free when all others are busy. */
  readonly database: Database
  readonly dataDir: string
  readonly worker: 'on' | 'off'
  readonly processId: string
  readonly startedOn: number
  readonly clock: () => number
}

export interface Health {
  /** `/healthz/live`: the process answers. It checks nothing that a restart couldn't mend. */
  live(): Response
  /** `/healthz/ready`: the database answers, so requests can be served. */
  ready(): Promise<Response>
  /** `/healthz`: whether everything works, and what doesn't. */
  whole(): Promise<Response>
}

interface Found {
  readonly reason: string | null
  readonly checks: Readonly<Record<string, string>>
}

/** Health probes for orchestrators. They need no token and show no data. */
export function createHealth(deps: HealthDeps): Health {
  let examination: Promise<Found> | null = null
  const examineOnce = (): Promise<Found> => {
    examination ??= examine(deps).finally(() => {
      setTimeout(() => {
        examination = null
      }, EXAMINE_MS).unref()
    })
    return examination
  }
  return {
    live: () => Response.json(body('ok')),
    ready: async () => {
      const answers = await inTime(ping(deps.database))
      return answers === null
        ? unavailable('failing', 'The database does not answer.')
        : Response.json(body('ok'))
    },
    whole: async () => {
      const { reason, checks } = await examineOnce()
      return reason === null
        ? Response.json(body('ok', { checks }))
        : unavailable('failing', reason, { checks })
    },
  }
}

async function examine(deps: HealthDeps): Promise<Found> {
  const { database, clock, startedOn, processId, dataDir, worker } = deps
  const sign = { processId: `${processId} http`, isWorker: false, startedAt: startedOn }
  const [writes, standstill, isFull] = await Promise.all([
    inTime(signOfLife(database, { ...sign, workedAt: null }, clock())),
    inTime(readStandstill(database, clock())),
    isDiskFull(dataDir),
  ])
  const still = standstill?.value ?? null
  const checks = {
    database: writes === null ? 'failing' : 'ok',
    schedule: standstill === null ? 'unknown' : still === null ? 'ok' : 'standing still',
    disk: isFull ? 'full' : 'ok',
    worker,
  }
  return { checks, reason: reasonOf(writes === null, isFull, still) }
}

function reasonOf(isAway: boolean, isFull: boolean, still: Standstill | null): string | null {
  if (isFull) return 'The disk with the data folder is full.'
  if (isAway) return 'The database does not answer, or takes no changes.'
  if (still === null) return null
  const who = still.workers === 0 ? 'No process synchronizes mailboxes.' : 'No cycle ends.'
  return `Synchronization stands still since ${instantText(still.since)}. ${who}`
}

/** Null when the work failed or took too long. */
async function inTime<T>(work: Promise<T>): Promise<{ readonly value: T } | null> {
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS).unref()
  })
  const done = work.then(
    (value) => ({ value }),
    () => null,
  )
  return Promise.race([done, late])
}
