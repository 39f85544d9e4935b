import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MUTANTS, type Mutant } from './mutants.ts'

const HELP = `Plants bugs one at a time and lets the simulation find them.

  npm run mutate -- [--seeds N] [--only TEXT]   how many seeds each may take (400)
  --write                                       the table of docs/spec/simulation.md
`
const FOLDER = import.meta.dirname
const PAGE = join(FOLDER, '../../docs/spec/simulation.md')
const MARKS = ['<!-- mutants -->\n', '<!-- /mutants -->'] as const

interface Found {
  readonly mutant: Mutant
  /** Null = nothing was found. */
  readonly seed: number | null
  readonly violation: string
}

function hunt(mutant: Mutant, seeds: string): Promise<Found> {
  const args = ['--import', join(FOLDER, 'mutant-hook.ts'), join(FOLDER, 'main.ts')]
  const child = spawn(process.execPath, [...args, '--seeds', seeds, '--stop'], {
    env: { ...process.env, MUTANT: mutant.name },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  child.stderr.on('data', (chunk) => {
    text += chunk
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      const [, seed, violation] = /^seed (\d+): (.*)$/m.exec(text) ?? []
      resolve({
        mutant,
        seed: seed === undefined ? null : Number(seed),
        violation: violation ?? '',
      })
    })
  })
}

/** What was broken, without the ids of one run. */
const inShort = (violation: string): string =>
  violation
    .replace(/ \(cycle from.*$/, '')
    .replace(/AA[\w-]{20,}=*/g, '…')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    .slice(0, 110)

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '400' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(HELP)
  process.exit(0)
}
const waiting = MUTANTS.filter(({ name }) => name.includes(values.only))
const found = new Map<Mutant, Found>()
const queue = [...waiting]
const lane = async () => {
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    const one = await hunt(mutant, values.seeds)
    found.set(mutant, one)
    process.stdout.write(`${one.seed ?? 'not found'}: ${mutant.name}: ${inShort(one.violation)}\n`)
  }
}
await Promise.all([lane(), lane()])

if (values.write) {
  const rows = waiting.map((mutant) => {
    const { seed, violation } = found.get(mutant)!
    return `| ${mutant.name} | ${seed ?? 'not found'} | ${inShort(violation).replaceAll('|', '\\|')} |`
  })
  const table = ['| bug planted | found by seed | what was seen |', '|---|---|---|', ...rows, '']
  const page = readFileSync(PAGE, 'utf8')
  const [before, rest = ''] = page.split(MARKS[0])
  const after = rest.slice(rest.indexOf(MARKS[1]))
  writeFileSync(PAGE, `${before}${MARKS[0]}${table.join('\n')}${after}`)
}
process.exitCode = [...found.values()].some(({ seed }) => seed === null) ? 1 : 0
