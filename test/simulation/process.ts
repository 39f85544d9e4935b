import { graphConnector } from '@trackmark/connectors'
import { DatabaseAwayError, EXCHANGE_CADENCE, type Lease } from '@trackmark/core'
import { type EngineDeps, newMemoryBudget, runCycle } from '@trackmark/engine'
import { createStore } from '@trackmark/store'
import { Death, type Faults, overTheDatabase, overTheWire } from './faults.ts'
import { BASE, personalToken, type Stage, sight, tell } from './stage.ts'
import type { Watch } from './watch.ts'

/** Scales 15 minutes between tries of an item to a few seconds: runs see all of them. */
const PAUSE_SCALE = 0.01
const LEASE_MS = 300_000

/** One worker process: its own connector, its own connection to the database. */
export interface WorkerProcess {
  readonly name: string
  /** Claims some of what is due and runs its cycles, all at once. */
  readonly run: () => void
  readonly isBusy: () => boolean
  readonly isDead: () => boolean
  /** Mailboxes the last run has claimed. */
  readonly claimed: () => number
  readonly die: () => void
}

export async function startProcess(
  stage: Stage,
  faults: Faults,
  watch: Watch,
  name: string,
): Promise<WorkerProcess> {
  const dice = stage.dice.fork(name)
  let dead = false
  let busy = false
  const die = () => {
    dead = true
    stage.scheduler.forget(name)
    tell(stage, `${name} dies`)
  }
  const never = () => new Promise<never>(() => {})

  const call = async <T>(label: string, act: () => Promise<T>): Promise<T> => {
    if (dead) return never()
    return stage.scheduler
      .call(name, label, async () => {
        tell(stage, `${name}: ${label}`)
        if (faults.hits('crashBefore')) return dying(die)
        if (faults.hits('slowWorker')) stage.now += LEASE_MS + 1000
        try {
          const result = await act()
          return faults.hits('crashAfter') ? dying(die) : result
        } catch (error) {
          if (error instanceof Death) return dying(die)
          throw error
        }
      })
      .then((outcome) => (outcome === DYING ? never() : (outcome as T)))
  }
  const sleep = (ms: number) => (dead ? never() : stage.scheduler.sleep(name, stage.now + ms))

  const wait = async (ms: number) => {
    stage.now += ms
  }
  const connector = graphConnector({
    baseUrl: BASE,
    tokens: { token: await personalToken(stage.sandbox, stage) },
    fetch: async (request) => {
      const label = `${request.method} ${new URL(request.url).pathname.slice(5)}`
      const watched = await watch.request(request)
      return call(label, () => watched(() => overTheWire(stage, faults, request, wait)))
    },
    clock: () => stage.now,
    sleep,
    random: dice.next,
    deadline: () => new AbortController().signal,
    limits: {
      messagesPerPage: dice.pick([1, 3, 10, 1000]),
      wholeItemsPerPage: dice.pick([2, 5, 200]),
      listedFrom: dice.pick([1, 5]),
    },
  })
  const store = createStore(overTheDatabase(stage.database, faults, call), stage.newId)
  const deps: EngineDeps = {
    store: watch.store(store),
    openMailbox: async (input) => connector.open(input.mailbox.emailAddress, input.health),
    clock: () => stage.now,
    newId: stage.newId,
    random: dice.next,
    cadence: () => EXCHANGE_CADENCE,
    // So small that cycles have to wait for each other.
    memoryBudget: newMemoryBudget(3, 2),
    pauseScale: () => PAUSE_SCALE,
    log: {
      info: () => {},
      warn: () => {},
      error: (message, fields) => {
        if (message.startsWith('unexpected')) watch.broken(`${message}: ${fields?.stack}`)
      },
    },
    observe: (event) => {
      if (event.kind === 'category') sight(stage, `rule ${event.rule}`)
    },
  }
  const limit = 1 + dice.int(3)
  let claimed = 0
  let unclosed: Lease[] = []
  const run = async () => {
    claimed = 0
    if (unclosed.length > 0) {
      await deps.store.giveBack(unclosed, stage.now)
      sight(stage, 'rule CY22')
      unclosed = []
    }
    const claims = await deps.store.claim({
      workerId: name,
      now: stage.now,
      leaseMs: LEASE_MS,
      limit,
    })
    claimed = claims.length
    const ended = await Promise.all(claims.map((input) => runCycle(deps, input)))
    unclosed = claims.map(({ lease }) => lease).filter((_, index) => !ended[index])
  }
  return {
    name,
    isBusy: () => busy && !dead,
    isDead: () => dead,
    claimed: () => claimed,
    die,
    run: () => {
      busy = true
      run()
        .catch((error) => {
          // A worker that can't read the schedule tries again later.
          tell(stage, `${name}: ${String(error)}`)
          if (!(error instanceof DatabaseAwayError)) watch.broken(String(error?.stack))
        })
        .finally(() => {
          busy = false
        })
    },
  }
}

const DYING = Symbol('dying')

function dying(die: () => void): typeof DYING {
  die()
  return DYING
}
