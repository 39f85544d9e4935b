import type { Database } from '@trackmark/store'
import { converge } from './converge.ts'
import type { Dice } from './dice.ts'
import { Faults } from './faults.ts'
import { History } from './history.ts'
import { actOnce, begin, type Cast, castFor } from './people.ts'
import { startProcess, type WorkerProcess } from './process.ts'
import type { Held } from './scheduler.ts'
import { purge, type Stage, setStage, Violation } from './stage.ts'
import { Watch } from './watch.ts'

export interface Outcome {
  readonly seed: number
  /** What was wrong; null = nothing. */
  readonly violation: string | null
  /** What came before it, oldest first. */
  readonly trace: readonly string[]
  /** How often each fault hit and each rule showed itself. */
  readonly seen: Readonly<Record<string, number>>
  readonly steps: number
}

const STEPS_MAX = 20_000
const PAUSES_MS = [1_000, 20_000, 130_000, 400_000, 900_000]

/** Runs everything that one seed stands for: the same seed, the same run, to the last step. */
export async function runSeed(seed: number, database: Database): Promise<Outcome> {
  const stage = await setStage(seed, database)
  let violation: string | null = null
  try {
    await play(stage)
  } catch (error) {
    violation = error instanceof Violation ? error.message : String((error as Error).stack)
  }
  await purge(database, stage.organizationId)
  const { trace, step: steps } = stage
  const seen = Object.fromEntries([...stage.seen].sort())
  return { seed, violation, trace, seen, steps }
}

async function play(stage: Stage): Promise<void> {
  const history = new History(stage)
  const watch = new Watch(stage, history)
  const faults = new Faults(stage)
  const cast = castFor(stage, { history, faults, ledger: () => watch.ledger })
  const crew = new Crew(stage, faults, watch, history)
  await faults.placeInSandbox()
  await begin(cast)
  history.observe()

  const dice = stage.dice.fork('play')
  for (let acts = 30 + dice.int(40); acts > 0; ) {
    const held = stage.scheduler.ready(stage.now)
    if (held.length > 0 && dice.chance(0.88)) await crew.letOn(dice.pick(held))
    else if (await crew.stirs(dice, held.length > 0)) continue
    else {
      acts -= 1
      stage.step += 1
      await actOnce(cast)
      history.observe()
    }
    if (stage.step > STEPS_MAX) throw new Violation('it goes on for ever')
  }
  await faults.end()
  await converge(cast, watch, () => crew.workOff(cast))
}

/** The worker processes of a run. */
class Crew {
  private readonly parts: readonly [Stage, Faults, Watch, History]
  private readonly size: number
  private workers: WorkerProcess[] = []
  private started = 0

  constructor(...parts: readonly [Stage, Faults, Watch, History]) {
    this.parts = parts
    this.size = 1 + parts[0].dice.fork('crew').int(3)
  }

  /** Lets a held call go on, and looks at what came of it. */
  async letOn(held: Held): Promise<void> {
    const [stage, , watch, history] = this.parts
    stage.step += 1
    await stage.scheduler.release(held)
    if (held.label === 'transaction') await watch.afterCommit()
    history.observe()
    watch.check()
  }

  /** Starts a worker, a new one for one that died, or lets time pass. @returns whether it did */
  async stirs(dice: Dice, isBusy: boolean): Promise<boolean> {
    const [stage] = this.parts
    if (dice.chance(isBusy ? 0.15 : 0.5)) {
      stage.now += dice.pick(isBusy ? PAUSES_MS.slice(0, 2) : PAUSES_MS)
      return true
    }
    if (!dice.chance(isBusy ? 0.2 : 0.6)) return false
    const worker = await this.idle()
    if (worker === null) return false
    worker.run()
    await stage.scheduler.rest()
    return true
  }

  private async idle(): Promise<WorkerProcess | null> {
    const [stage, faults, watch] = this.parts
    this.workers = this.workers.filter((worker) => !worker.isDead())
    if (this.workers.length < this.size) {
      const name = `w${++this.started}`
      this.workers.push(await startProcess(stage, faults, watch, name))
    }
    return this.workers.find((worker) => !worker.isBusy()) ?? null
  }

  /** All that is due, to its end. */
  async workOff(cast: Cast): Promise<void> {
    const [stage, , watch] = this.parts
    for (;;) {
      await this.drain()
      const worker = await this.idle()
      if (worker === null) throw new Violation('every worker hangs')
      worker.run()
      await stage.scheduler.rest()
      await this.drain()
      watch.check()
      if (worker.claimed() === 0) return
      if (stage.step > STEPS_MAX) throw new Violation('it works for ever')
      cast.history.observe()
    }
  }

  /** Until nobody does anything. */
  private async drain(): Promise<void> {
    const [stage] = this.parts
    while (this.workers.some((worker) => worker.isBusy())) {
      const [first] = stage.scheduler.ready(stage.now)
      if (first !== undefined) {
        await this.letOn(first)
        continue
      }
      const wake = stage.scheduler.nextWake()
      if (wake === null) throw new Violation('a worker waits for nothing')
      stage.now = Math.max(stage.now, wake)
    }
  }
}
