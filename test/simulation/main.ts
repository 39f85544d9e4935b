import { parseArgs } from 'node:util'
import { openTestDatabase } from '../support/world.ts'
import { type Outcome, runSeed, sumSeen } from './simulate.ts'

const HELP = `Runs the deterministic simulation.

  npm run simulate -- [--seeds N] [--from N]   seeds one after another (200 from 1)
  npm run simulate -- --seed N                 one seed, with all that happened in it
  --json                                       what was seen, for scripts
`

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const first = Number(values.seed ?? values.from)
const count = values.seed === undefined ? Number(values.seeds) : 1
const database = await openTestDatabase()
const outcomes: Outcome[] = []
for (let seed = first; seed < first + count; seed++) {
  const outcome = await runSeed(seed, database)
  outcomes.push({ ...outcome, trace: [] })
  if (values.seed !== undefined) process.stdout.write(`${outcome.trace.join('\n')}\n`)
  if (outcome.violation !== null) {
    process.stdout.write(
      `seed ${seed}: ${outcome.violation}\n  npm run simulate -- --seed ${seed}\n`,
    )
  }
}
const broken = outcomes.filter(({ violation }) => violation !== null)
if (values.json) process.stdout.write(`${JSON.stringify(sumSeen(outcomes), null, 2)}\n`)
process.stdout.write(`${count} seeds, ${broken.length} violations\n`)
await database.close()
process.exitCode = broken.length > 0 ? 1 : 0
