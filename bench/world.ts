import { setTimeout as sleep } from 'node:timers/promises'
import { clientCredentials, graphConnector, type TokenSource } from '@trackmark/connectors'
import { type EngineDeps, newMemoryBudget, startWorker } from '@trackmark/engine'
import {
  addMailboxes,
  addProfile,
  addRows,
  createStore,
  ensureOrganization,
  markDue,
} from '@trackmark/store'
import { v7 as newId } from 'uuid'
import type { BenchDatabase } from './database.ts'
import { emptyTraffic, type Traffic, watchedFetch, watchParts } from './http.ts'
import type { SandboxProcess } from './sandbox.ts'
import type { BenchPerson } from './sandbox-protocol.ts'

export const MARK = 'Tracked to Dynamics 365'
/** As the server has it by default. */
export const CONCURRENCY = 256
const LINGER_MS = 5
const HOUR = 3_600_000
const LEASE_MS = 600_000
const POLL_MS = 500

/** The service in this process, the sandbox in another, a database: what every benchmark runs on. */
export interface World {
  readonly sandbox: SandboxProcess
  readonly db: BenchDatabase
  readonly organizationId: string
  /** The bare loop writes its rows beside the service's, under an id of its own. */
  readonly bareId: string
  readonly people: readonly BenchPerson[]
  readonly tokens: TokenSource
  /** Of the service, since the last call of `measured`. */
  traffic: Traffic
  readonly deps: EngineDeps
  onCycle: (ok: boolean) => void
}

export interface Measured {
  readonly seconds: number
  readonly traffic: Traffic
  readonly statements: number
  readonly transactions: number
}

export async function createWorld(
  sandbox: SandboxProcess,
  db: BenchDatabase,
  mailboxes: number,
): Promise<World> {
  const people = Array.from({ length: mailboxes }, (_, n) => ({
    id: newId(),
    address: `person${n + 1}@bench.example`,
    name: `Person ${n + 1}`,
  }))
  await sandbox.order({ kind: 'people', people })
  const organizationId = newId()
  await insertPeople(db, organizationId, people)
  const tokens = clientCredentials({
    secret: 'sandbox',
    tenantId: 'bench',
    clientId: 'sandbox',
    authorityHost: sandbox.url,
    fetch: (request) => fetch(request),
    clock: Date.now,
    deadline: AbortSignal.timeout,
  })
  const current = (): Traffic => world.traffic
  const graph = graphConnector({
    baseUrl: `${sandbox.url}/v1.0`,
    tokens,
    fetch: watchedFetch(current),
    clock: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    deadline: (ms) => AbortSignal.timeout(ms),
    onRequest: watchParts(current),
  })
  const deps: EngineDeps = {
    store: createStore(db.database, newId, {
      linger: () => sleep(LINGER_MS),
    }),
    openMailbox: async (input) => graph.open(input.mailbox.emailAddress),
    clock: Date.now,
    newId,
    random: Math.random,
    // Only what is made due by the benchmark runs.
    cadence: () => ({ minMs: HOUR, maxMs: 2 * HOUR }),
    memoryBudget: newMemoryBudget(),
    pauseScale: () => 1,
    log: { info: () => {}, warn: complain, error: complain },
    observe: (event) => {
      if (event.kind === 'cycle') world.onCycle(event.ok)
    },
  }
  const world: World = {
    sandbox,
    db,
    organizationId,
    bareId: newId(),
    people,
    tokens,
    traffic: emptyTraffic(),
    deps,
    onCycle: () => {},
  }
  return world
}

function complain(message: string, fields?: Record<string, unknown>): void {
  process.stderr.write(`service: ${message} ${JSON.stringify(fields ?? {})}\n`)
}

async function insertPeople(
  { plain }: BenchDatabase,
  organizationId: string,
  people: readonly BenchPerson[],
): Promise<void> {
  const now = Date.now()
  const uniqueName = `bench-${organizationId.slice(-12)}`
  const options = { organizationId, uniqueName, name: 'Bench', version: '9.2.24091.190' }
  await ensureOrganization(plain, options, now)
  const profileId = newId()
  const profile = { profileId, name: 'Sandbox', connector: 'sandbox', connection: {} } as const
  await addProfile(plain, organizationId, profile, now)
  const users = people.map(({ id, address, name }) => ({
    systemuserid: id,
    fullname: name,
    internalemailaddress: address,
  }))
  await addRows(plain, organizationId, 'systemuser', users, now)
  // Half of those who write are known to the CRM.
  const contacts = Array.from({ length: 50 }, (_, n) => ({
    contactid: newId(),
    fullname: `Customer ${n * 2}`,
    emailaddress1: `customer${n * 2}@customer.example`,
    ownerid: people[0]!.id,
  }))
  await addRows(plain, organizationId, 'contact', contacts, now)
  const mailboxes = people.map(({ id, address, name }) => ({
    mailboxId: newId(),
    name,
    emailAddress: address,
    regardingId: id,
    regardingType: 'systemuser' as const,
    ownerId: id,
    profileId,
    methods: { incoming: 2, outgoing: 0, act: 1 } as const,
  }))
  await addMailboxes(plain, organizationId, mailboxes, now)
}

/**
 * One cycle of every mailbox, through the worker as the server runs it.
 * @param due whether the benchmark makes the mailboxes due; otherwise something else has
 * @throws Error when a cycle fails: figures of a run with failures mean nothing
 */
export async function runCycles(world: World, due: 'makeDue' | 'isDue'): Promise<Measured> {
  const { db, deps } = world
  if (due === 'makeDue') await markDue(db.plain, world.organizationId, 'all', Date.now())
  let left = world.people.length
  const worker = { stop: async () => {} }
  const finished = new Promise<void>((resolve, reject) => {
    world.onCycle = (ok) => {
      if (!ok) reject(new Error('A cycle of the service failed.'))
      left -= 1
      if (left === 0) resolve()
    }
  })
  const measured = measure(world, async () => {
    const options = {
      workerId: 'bench',
      concurrency: CONCURRENCY,
      leaseMs: LEASE_MS,
      pollMs: POLL_MS,
    }
    worker.stop = startWorker(deps, { ...options, sleep: pause }).stop
    await finished
  })
  try {
    return await measured
  } finally {
    world.onCycle = () => {}
    await worker.stop()
  }
}

async function measure(world: World, work: () => Promise<void>): Promise<Measured> {
  const { meter } = world.db
  world.traffic = emptyTraffic()
  const before = { ...meter }
  const startedAt = performance.now()
  await work()
  return {
    seconds: (performance.now() - startedAt) / 1000,
    traffic: world.traffic,
    statements: meter.statements - before.statements,
    transactions: meter.transactions - before.transactions,
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Runs `work` for each, as many at a time as the service takes mailboxes, unless told otherwise. */
export async function eachOf<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<void>,
  atOnce = CONCURRENCY,
): Promise<void> {
  const queue = items.entries()
  const lane = async () => {
    for (const [index, item] of queue) await work(item, index)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

export async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}
