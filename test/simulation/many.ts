import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Database } from '@trackmark/store'
import { type Outcome, runSeed } from './simulate.ts'

/** What became of a range of seeds. */
export interface Summary {
  readonly seeds: number
  readonly steps: number
  readonly violations: readonly Pick<Outcome, 'seed' | 'violation'>[]
  /** How often each fault hit and each rule showed itself. */
  readonly seen: Readonly<Record<string, number>>
}

export interface Range {
  readonly from: number
  readonly seeds: number
  /** Ends at the first violation. */
  readonly stop?: boolean
}

export async function runSeeds(
  database: Database,
  { from, seeds, stop = false }: Range,
  tell: (outcome: Outcome) => void,
): Promise<Summary> {
  const outcomes: Outcome[] = []
  for (let seed = from; seed < from + seeds; seed++) {
    const outcome = await runSeed(seed, database)
    tell(outcome)
    outcomes.push({ ...outcome, trace: [] })
    if (stop && outcome.violation !== null) break
  }
  return summed(
    outcomes.map(({ seed, violation, seen, steps }) => ({
      seeds: 1,
      steps,
      violations: violation === null ? [] : [{ seed, violation }],
      seen,
    })),
  )
}

/** The same in several processes. What is told of violations goes to standard error at once. */
export async function runSeedsIn(jobs: number, { from, seeds }: Range): Promise<Summary> {
  const share = Math.ceil(seeds / jobs)
  const parts = Array.from({ length: jobs }, (_, job) => {
    const first = from + job * share
    return { from: first, seeds: Math.min(share, from + seeds - first) }
  })
  return summed(await Promise.all(parts.filter((part) => part.seeds > 0).map(inProcess)))
}

function inProcess({ from, seeds }: Range): Promise<Summary> {
  const args = [`--from=${from}`, `--seeds=${seeds}`, '--jobs=1', '--json']
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (text === '') reject(new Error(`the simulation ended with code ${code}`))
      else resolve(JSON.parse(text) as Summary)
    })
  })
}

function summed(parts: readonly Summary[]): Summary {
  const seen = new Map<string, number>()
  for (const part of parts) {
    for (const [what, count] of Object.entries(part.seen)) {
      seen.set(what, (seen.get(what) ?? 0) + count)
    }
  }
  return {
    seeds: parts.reduce((sum, part) => sum + part.seeds, 0),
    steps: parts.reduce((sum, part) => sum + part.steps, 0),
    violations: parts.flatMap((part) => part.violations),
    seen: Object.fromEntries([...seen].sort()),
  }
}
