import { setTimeout as pause } from 'node:timers/promises'
import { createDice, type Dice } from '../simulation/dice.ts'
import { createAuditor } from './auditor.ts'
import { createCanaries } from './canaries.ts'
import { graphOf, webApiOf } from './clients.ts'
import { FAULTS, type Fault } from './faults.ts'
import { createInstallation, type Installation } from './installation.ts'
import { isClean, type Verdict } from './judge.ts'
import type { DatabaseKind } from './options.ts'
import { createPerson, findMailboxes, MARK } from './person.ts'
import type { FaultResult, Report } from './report.ts'

const MINUTE_MS = 60_000
const CATEGORY_MAX_MS = 120_000
/** The person works so long before a fault and after it. */
const AROUND_MS = 3_000
const SUBJECTS_TOLD = 10

export interface ChaosRun {
  readonly database: DatabaseKind
  readonly databaseUrl: string | null
  /** See `Options.faults`. */
  readonly faults: readonly string[]
  readonly seed: number
  readonly minutes: number
  /** See `Options.patienceMs`. */
  readonly patienceMs: number
  readonly logs: string | null
  readonly tell: (line: string) => void
  /** Ends the run at once, tidily. */
  readonly signal: AbortSignal
}

/**
 * Starts an installation, has a person work in its mailboxes, and hurts it in rounds: one kind of
 * fault each, after which everything must come right. All of it is gone afterwards.
 * @throws Error when the installation can't be started, or the run is stopped
 */
export async function runChaos(run: ChaosRun): Promise<Report> {
  const installation = await createInstallation(run.database, run.databaseUrl, run.logs)
  const stopped = new Promise<never>((_, reject) => {
    run.signal.addEventListener('abort', () => reject(new Error('Stopped.')))
  })
  try {
    return await Promise.race([hurt(installation, run), stopped])
  } finally {
    await installation.remove()
  }
}

async function hurt(installation: Installation, run: ChaosRun): Promise<Report> {
  const { server, workers } = installation
  server.start()
  await installation.ready()
  for (const worker of workers) worker.start()
  const dice = createDice(run.seed, 'chaos')
  const prefix = `Chaos ${run.seed}`
  const graph = graphOf(installation.sandboxUrl)
  const webApi = webApiOf(installation.url, installation.token)
  const mailboxes = await findMailboxes(graph)
  await waitFor('the category in every mailbox', CATEGORY_MAX_MS, async () => {
    const lists = mailboxes.map(({ address }) =>
      graph.list(`/users/${address}/outlook/masterCategories`),
    )
    return (await Promise.all(lists)).every((list) =>
      list.some(({ displayName }) => displayName === MARK),
    )
  })
  const person = createPerson(graph, mailboxes, prefix, dice.fork('person'))
  const clients = { graph, webApi, person }
  const canaries = createCanaries(clients, mailboxes, prefix, installation.reachableAt)
  const auditor = createAuditor(clients, mailboxes, prefix, run.patienceMs)
  const chosen = FAULTS.filter(({ name }) => isChosen(name, run.faults))
  const results = new Map(chosen.map((fault) => [fault, nothingYet(fault, installation)]))
  const violations: string[] = []
  const deadline = performance.now() + run.minutes * MINUTE_MS
  const faultDice = dice.fork('faults')
  try {
    const rounds = dealt(
      chosen.filter((fault) => fault.missing(installation) === null),
      faultDice,
      () => deadline - performance.now(),
    )
    for (const fault of rounds) {
      run.tell(fault.name)
      person.work()
      canaries.send()
      await pause(AROUND_MS)
      const times = await fault.strike(installation, faultDice)
      await pause(AROUND_MS)
      canaries.rest()
      await person.rest()
      const { verdict, ms } = await auditor.settle()
      const longestSleepMs = await canaries.longestSleepMs()
      results.set(fault, added(results.get(fault)!, { times, verdict, longestSleepMs, ms }))
      violations.push(...violationsOf(fault, verdict, longestSleepMs, run.patienceMs))
      // What is wrong now would be found wrong again after every other fault.
      if (!isClean(verdict)) break
    }
  } catch (error) {
    // The server doesn't come back, or Graph or the Web API can't be read.
    violations.push((error as Error).message)
  } finally {
    await person.rest()
    await canaries.stop()
  }
  const isTried = [...results.values()].some(({ times }) => times > 0)
  if (!isTried) violations.push('No fault was tried in the time.')
  return {
    database: run.database,
    seed: run.seed,
    minutes: run.minutes,
    mailboxes: mailboxes.length,
    acts: person.acts(),
    canaries: canaries.sent(),
    endedByThemselves: [server, ...workers].reduce((sum, kept) => sum + kept.ends(), 0),
    faults: [...results.values()],
    violations,
  }
}

/**
 * Faults in an order by chance, each once before any comes again, while there is time for them. One
 * that takes long comes first, or there would be no time left for it.
 */
function* dealt(possible: readonly Fault[], dice: Dice, leftMs: () => number): Generator<Fault> {
  while (true) {
    const deck = possible
      .map((fault) => ({ fault, place: fault.takesMs >= MINUTE_MS ? -1 : dice.next() }))
      .sort((a, b) => a.place - b.place)
    let played = 0
    for (const { fault } of deck) {
      if (fault.takesMs > leftMs()) continue
      played += 1
      yield fault
    }
    if (played === 0) return
  }
}

const isChosen = (name: string, words: readonly string[]): boolean =>
  words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase()))

function nothingYet(fault: Fault, installation: Installation): FaultResult {
  return {
    fault: fault.name,
    times: 0,
    doubled: 0,
    lost: 0,
    unmarked: 0,
    longestSleepMs: 0,
    settledMs: 0,
    skipped: fault.missing(installation),
  }
}

interface Round {
  readonly times: number
  readonly verdict: Verdict
  readonly longestSleepMs: number
  readonly ms: number
}

function added(result: FaultResult, { times, verdict, longestSleepMs, ms }: Round): FaultResult {
  return {
    ...result,
    times: result.times + times,
    doubled: result.doubled + verdict.doubled.length,
    lost: result.lost + verdict.lost.length,
    unmarked: result.unmarked + verdict.unmarked.length,
    longestSleepMs: Math.max(result.longestSleepMs, longestSleepMs),
    settledMs: Math.max(result.settledMs, ms),
  }
}

function violationsOf(
  fault: Fault,
  verdict: Verdict,
  longestSleepMs: number,
  sleepMaxMs: number,
): readonly string[] {
  const words = { lost: 'lost', doubled: 'doubled', unmarked: 'tracked against the mark' } as const
  const found = Object.entries(words)
    .map(([key, word]) => ({ word, subjects: verdict[key as keyof Verdict] }))
    .filter(({ subjects }) => subjects.length > 0)
    .map(({ word, subjects }) => {
      const told = subjects.slice(0, SUBJECTS_TOLD).join(', ')
      return `after "${fault.name}": ${subjects.length} ${word} (${told})`
    })
  if (longestSleepMs <= sleepMaxMs) return found
  const seconds = Math.round(longestSleepMs / 1_000)
  return [...found, `after "${fault.name}": a mailbox was asleep for ${seconds} s`]
}

async function waitFor(what: string, maxMs: number, holds: () => Promise<boolean>): Promise<void> {
  const begun = performance.now()
  while (!(await holds().catch(() => false))) {
    if (performance.now() - begun > maxMs) throw new Error(`Waited in vain for ${what}.`)
    await pause(500)
  }
}
