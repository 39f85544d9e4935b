import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Ended, run } from './run.ts'

const home = mkdtempSync(join(tmpdir(), 'trackmark-home-'))
const scripts = new Map<string, Ended>()
beforeAll(async () => {
  for (const tool of ['trackmark', 'orgdborgsettings'] as const) {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      scripts.set(`${tool} ${shell}`, await run(tool, ['completion', shell], { HOME: home }))
    }
  }
})

/** What bash offers after these words, the last of which is being typed. */
function offered(line: string): string[] {
  const words = line.split(' ')
  const command = words[0]!
  const script = `${scripts.get('trackmark bash')?.out}
${scripts.get('orgdborgsettings bash')?.out}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
$(complete -p ${command} | sed 's/.*-F \\([^ ]*\\).*/\\1/'); printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n')
}

test.each([
  ['trackmark mailb', ['mailboxes']],
  ['trackmark mailboxes ena', ['enable']],
  ['trackmark mailboxes enable --ap', ['--appointments-and-tasks']],
  ['trackmark webresources ', ['import', 'list', 'remove']],
  ['trackmark completion f', ['fish']],
  ['npx --no orgdb', ['orgdborgsettings']],
  ['npx --no trackmark mailboxes ena', ['enable']],
  ['npx --no -- orgdborgsettings retrieve TrackCat', ['TrackCategorizedItems']],
  ['npx orgdborgsettings update TrackCategorizedItems f', ['false']],
  ['npx --no vitest ', ['']],
  ['orgdborgsettings retrieve TrackCat', ['TrackCategorizedItems']],
  ['orgdborgsettings update TrackCategorizedItems f', ['false']],
  ['orgdborgsettings update --dry-run TrackCat', ['TrackCategorizedItems']],
  ['orgdborgsettings imp', ['import']],
])('bash offers for "%s" %j', (line, words) => {
  expect(offered(line)).toEqual(words)
})

test('the scripts of zsh and fish name commands and settings', () => {
  expect(scripts.get('orgdborgsettings zsh')?.out).toMatch(/^autoload -U \+X bashcompinit/)
  const fish = scripts.get('orgdborgsettings fish')?.out ?? ''
  expect(fish).toContain("complete -c orgdborgsettings -n '__fish_use_subcommand' -f -a retrieve")
  expect(fish).toContain(
    "complete -c npx -n '__fish_seen_subcommand_from orgdborgsettings; and not __fish_seen_subcommand_from retrieve",
  )
  expect(fish).toMatch(/seen_subcommand_from update' -f -a '.*TrackCategorizedItems/)
})

test('that of PowerShell names places, and completes npx too', () => {
  const script = scripts.get('orgdborgsettings powershell')?.out ?? ''
  expect(script).toContain("  'update:1' = @('true', 'false')\n")
  expect(script).toContain("-CommandName @('trackmark', 'orgdborgsettings', 'npx') ")
})

test('another shell is refused', async () => {
  const ended = await run('trackmark', ['completion', 'tcsh'], { HOME: home })
  expect([ended.code, ended.err]).toEqual([
    2,
    expect.stringContaining('bash, zsh, fish, powershell'),
  ])
})

test.each(['retrieve', 'update', 'delete', 'reset', 'export', 'import'])(
  'the help of %s has examples and exit codes',
  async (name) => {
    const { code, out } = await run('orgdborgsettings', [name, '--help'], { HOME: home })
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`Examples:\\n {2}orgdborgsettings ${name}`))
    expect(out).toContain('Exit codes:')
  },
)
