import { setTimeout as pause } from 'node:timers/promises'
import {
  type CycleInput,
  EXCHANGE_CADENCE,
  type Instant,
  PAUSE_MAX_MS,
  SANDBOX_CADENCE,
} from '@trackmark/core'
import {
  type EngineDeps,
  type EngineEvent,
  newMemoryBudget,
  startWorker,
  type Worker,
} from '@trackmark/engine'
import {
  createStore,
  type Database,
  housekeeping,
  resetFutureTimes,
  signOff,
  signOfLife,
  vacuumEmbedded,
} from '@trackmark/store'
import type { Logger } from 'pino'
import type { Connections } from './connections.ts'
import { engineLog } from './log.ts'
import type { Metrics } from './metrics.ts'
import { newId } from './new-id.ts'
import { repeat } from './repeat.ts'
import { runTester } from './tester.ts'
import type { ThrottlingNotes } from './throttling.ts'

interface WorkerDeps {
  readonly database: Database
  readonly connections: Connections
  readonly metrics: Metrics
  readonly throttling: ThrottlingNotes
  readonly log: Logger
  readonly processId: string
  readonly clock: () => Instant
  readonly concurrency: number
}

/** Running cycles renew it; mailboxes of a process that died or froze wait this long. */
const LEASE_MS = 60_000
const POLL_MS = 500
/** Much shorter than one answer of Exchange, but enough for pages of several mailboxes to share a transaction. */
const LINGER_MS = 5
const HOUSEKEEPING_MS = 60 * 60_000
const VACUUM_MS = 10 * 60_000
const RESET_MS = 60_000
const SIGN_MS = 20_000

const isSandbox = (input: CycleInput): boolean => input.profile?.kind === 'sandbox'

/** Synchronizes the mailboxes of the database, and does its housekeeping, until it is stopped. */
export function runWorker(deps: WorkerDeps): Worker {
  const { database, log, processId } = deps
  const startedAt = deps.clock()
  let workedAt: Instant | null = null
  const worker = startWorker(
    engineDeps(deps, (event) => {
      workedAt = deps.clock()
      deps.metrics.observe(event)
    }),
    {
      workerId: deps.processId,
      concurrency: deps.concurrency,
      leaseMs: LEASE_MS,
      pollMs: POLL_MS,
      sleep,
    },
  )
  const tester = runTester({
    database,
    log,
    clock: deps.clock,
    newId,
    random: Math.random,
    reach: deps.connections.connector,
  })
  const resetTimes = async () => {
    const count = await resetFutureTimes(database, deps.clock(), PAUSE_MAX_MS)
    if (count > 0) log.warn({ count }, 'mailboxes were due too late; was a clock set back?')
  }
  const sign = () =>
    signOfLife(database, { processId, isWorker: true, startedAt, workedAt }, deps.clock())
  for (const chore of [resetTimes, sign]) void chore().catch(() => {})
  const every = (ms: number, name: string, work: () => Promise<unknown>) =>
    repeat(ms, work, (error) =>
      log.error({ error: String(error) }, `${name} failed; it is tried again later`),
    )
  const chores = [
    every(HOUSEKEEPING_MS, 'housekeeping', () => housekeeping(database, deps.clock())),
    every(SIGN_MS, 'the sign of life', sign),
    every(RESET_MS, 'looking for mailboxes due too late', resetTimes),
    every(VACUUM_MS, 'the vacuum', () => vacuumEmbedded(database)),
  ]
  return {
    poke: () => {
      worker.poke()
      tester.poke()
    },
    stop: async () => {
      await Promise.all([tester.stop(), worker.stop(), ...chores.map((chore) => chore.stop())])
      await signOff(database, processId).catch(() => {})
    },
  }
}

function engineDeps(
  { database, clock, connections, throttling, log }: WorkerDeps,
  observe: (event: EngineEvent) => void,
): EngineDeps {
  return {
    store: createStore(database, newId, {
      linger: () => pause(LINGER_MS),
      takeThrottling: throttling.take,
    }),
    openMailbox: connections.open,
    memoryBudget: newMemoryBudget(),
    clock,
    newId,
    random: Math.random,
    cadence: (input) => (isSandbox(input) ? SANDBOX_CADENCE : EXCHANGE_CADENCE),
    // Retries of a sandbox come sooner, for people who try things out.
    pauseScale: (input) => (isSandbox(input) ? 1 / 30 : 1),
    log: engineLog(log),
    observe,
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
