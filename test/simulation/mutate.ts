import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MUTANTS, type Mutant } from './mutants.ts'

const HELP = `Plants bugs one at a time and lets the simulation find them, or a test where one is named.

  npm run mutate -- [--seeds N] [--only TEXT]   how many seeds each may take (400)
  --write                                       the table of docs/spec/simulation.md
`
const FOLDER = import.meta.dirname
const ROOT = join(FOLDER, '../..')
const PAGE = join(ROOT, 'docs/spec/simulation.md')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const MARKS = ['<!-- mutants -->\n', '<!-- /mutants -->'] as const

type Test = NonNullable<Mutant['test']>

interface Found {
  readonly mutant: Mutant
  /** What found it: a seed, or the file of a test. Null = nothing has. */
  readonly by: string | null
  readonly seen: string
}

async function hunt(mutant: Mutant, seeds: string): Promise<Found> {
  const args = ['--import', join(FOLDER, 'mutant-hook.ts'), join(FOLDER, 'main.ts')]
  const { said } = await run(mutant, [...args, '--seeds', seeds, '--stop'])
  const [, seed, violation] = /^seed (\d+): (.*)$/m.exec(said) ?? []
  if (seed !== undefined) return { mutant, by: `seed ${seed}`, seen: inShort(violation!) }
  return (mutant.test && (await tryTest(mutant, mutant.test))) ?? { mutant, by: null, seen: '' }
}

async function tryTest(mutant: Mutant, { file, name }: Test): Promise<Found | null> {
  const only = name.replace(/[[\]]/g, '\\$&')
  const { code, said } = await run(mutant, [VITEST, 'run', file, '-t', only, '--no-color'])
  const [, failed] = /^ FAIL .* > (.*)$/m.exec(said) ?? []
  return code === 0 || failed === undefined ? null : { mutant, by: file, seen: failed }
}

function run(mutant: Mutant, args: readonly string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, MUTANT: mutant.name },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
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
    process.stdout.write(`${one.by ?? 'not found'}: ${mutant.name}: ${one.seen}\n`)
  }
}
await Promise.all([lane(), lane()])

if (values.write) {
  const rows = waiting.map((mutant) => {
    const { by, seen } = found.get(mutant)!
    return `| ${mutant.name} | ${by ?? 'not found'} | ${seen.replaceAll('|', '\\|')} |`
  })
  const table = ['| bug planted | found by | what was seen |', '|---|---|---|', ...rows, '']
  const page = readFileSync(PAGE, 'utf8')
  const [before, rest = ''] = page.split(MARKS[0])
  const after = rest.slice(rest.indexOf(MARKS[1]))
  writeFileSync(PAGE, `${before}${MARKS[0]}${table.join('\n')}${after}`)
}
process.exitCode = [...found.values()].some(({ by }) => by === null) ? 1 : 0
