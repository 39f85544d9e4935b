import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { openTestDatabase } from '../support/world.ts'
import { runSeeds, runSeedsIn, type Summary } from './many.ts'
import type { Outcome } from './simulate.ts'

const HELP = `Runs the deterministic simulation: real engine, connector and store against the sandbox.

  npm run simulate -- [--seeds N] [--from N]   so many seeds (200), from this one on (1)
  npm run simulate -- --seed N                 one seed, with all that happened in it
  --jobs N                                     processes (one a core)
  --stop                                       ends at the first violation, in one process
  --json                                       what was found and seen, for scripts
`

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    jobs: { type: 'string' },
    stop: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

function number(name: string, text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  process.stderr.write(`--${name} must be a whole number; it is ${text}.\n`)
  process.exit(2)
}

async function here(from: number, seeds: number, tell: (outcome: Outcome) => void) {
  const database = await openTestDatabase()
  try {
    return await runSeeds(database, { from, seeds, stop: values.stop }, tell)
  } finally {
    await database.close()
  }
}

function tellViolation({ seed, violation }: Outcome): void {
  if (violation === null) return
  process.stderr.write(`seed ${seed}: ${violation}\n  npm run simulate -- --seed ${seed}\n`)
}

function run(): Promise<Summary> {
  if (values.seed !== undefined) {
    return here(number('seed', values.seed), 1, (outcome) => {
      process.stdout.write(`${outcome.trace.join('\n')}\n`)
      tellViolation(outcome)
    })
  }
  const from = number('from', values.from)
  const seeds = number('seeds', values.seeds)
  const jobs = number('jobs', values.jobs ?? String(availableParallelism()))
  if (values.stop || jobs <= 1) return here(from, seeds, tellViolation)
  return runSeedsIn(jobs, { from, seeds })
}

if (values.help) process.stdout.write(HELP)
else {
  const summary = await run()
  process.stdout.write(
    values.json
      ? `${JSON.stringify(summary, null, 2)}\n`
      : `${summary.seeds} seeds, ${summary.steps} steps, ${summary.violations.length} violations\n`,
  )
  process.exitCode = summary.violations.length > 0 ? 1 : 0
}
