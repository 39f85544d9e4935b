// Prints what docs/spec says of a rule, and runs the tests that name it: npm run rule TR4
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const rule = (process.argv[2] ?? '').toUpperCase()

/** The rule's bullet, with the lines that go on with it. */
function textOf(wanted: string): { readonly file: string; readonly text: string } | null {
  for (const file of globSync('docs/spec/*.md', { cwd: root })) {
    const lines = readFileSync(resolve(root, file), 'utf8').split('\n')
    const from = lines.findIndex((line) => line.startsWith(`- **${wanted}**`))
    if (from === -1) continue
    const more = lines.slice(from + 1).findIndex((line) => !line.startsWith('  '))
    return { file, text: lines.slice(from, more === -1 ? undefined : from + 1 + more).join('\n') }
  }
  return null
}

if (!/^[A-Z]{2}\d+$/.test(rule)) {
  console.error('Name a rule of docs/spec, such as: npm run rule TR4')
  process.exit(2)
}
const found = textOf(rule)
if (found === null) {
  console.error(`docs/spec has no rule ${rule}.`)
  process.exit(1)
}
console.log(`${found.file}\n${found.text}\n`)

// "[TR4] …", "[CL1, TR4] …", or the first cell of a table whose test is called "[%s] …".
const inName = new RegExp(`\\[(?:[A-Z]{2}\\d+, ?)*${rule}(?:, ?[A-Z]{2}\\d+)*\\]`)
const inTable = new RegExp(`\\[\\s*'${rule}',`)
const suites = globSync(['packages/*/{src,test}/**/*.{test,contract}.ts', 'test/**/*.test.ts'], {
  cwd: root,
}).filter((file) => {
  const source = readFileSync(resolve(root, file), 'utf8')
  return inName.test(source) || (source.includes('[%s]') && inTable.test(source))
})
const tests = suites.flatMap((file) =>
  file.endsWith('.contract.ts')
    ? globSync('packages/*/test/*.contract.test.ts', { cwd: root })
    : file,
)
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const run = spawnSync(process.execPath, [vitest, 'run', '-t', inName.source, ...tests], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
