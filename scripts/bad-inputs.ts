/**
 * Counts the tests that give Trackmark what it must not stumble over, as they are written, and writes
 * the table in docs/reliability.md. Nothing is run.
 *
 *   node scripts/bad-inputs.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { payloads } from '../packages/web-parts/src/mail/payloads.test-support.ts'

const root = resolve(import.meta.dirname, '..')
const DOCS = resolve(root, 'docs/reliability.md')
const BEGIN = '<!-- bad inputs: begin -->'
const END = '<!-- bad inputs: end -->'

const INPUTS: readonly { readonly what: string; readonly files: readonly string[] }[] = [
  {
    what: `bodies of mails that try to run or load something (${payloads('', '').length}), also in the reading pane in Chromium`,
    files: [
      'packages/web-parts/src/mail/payloads.test.ts',
      'packages/web-parts/src/mail/clean-body.test.ts',
      'packages/sandbox-page/src/mail/payloads.test.ts',
      'packages/sandbox-page/src/mail/sanitize.test.ts',
      'test/web/reading-pane.test.ts',
    ],
  },
  {
    what: 'requests that are too large, too slow, too many, or never end',
    files: [
      'packages/server/test/bytes.test.ts',
      'packages/server/test/limits.test.ts',
      'packages/server/test/long-requests.test.ts',
      'packages/http/src/admission.test.ts',
      'packages/store/test/limits.test.ts',
    ],
  },
  {
    what: 'FetchXML, OData and batches that are malformed, or cost too much',
    files: [
      'packages/dataverse/src/fetchxml',
      'packages/dataverse/src/odata',
      'packages/webapi/src/batch/parse.test.ts',
    ],
  },
  {
    what: 'answers of Exchange that are huge, broken, slow, or nothing but 429',
    files: ['test/unreadable.test.ts', 'test/one-mailbox.test.ts', 'packages/connectors/'],
  },
  {
    what: 'messages and calendars of broken programs',
    files: ['packages/exchange-sandbox/src/import'],
  },
  {
    what: 'sessions, roles and secrets that reach for more than they may',
    files: [
      'packages/server/test/session-routes.test.ts',
      'packages/server/test/sign-in.test.ts',
      'packages/server/test/roles.test.ts',
      'packages/server/test/profiles.test.ts',
      'packages/server/test/isolation',
    ],
  },
]

/** Names of files of all tests, one for each test. */
function listed(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'trackmark-inputs-'))
  try {
    const file = join(folder, 'tests.json')
    const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
    const files = INPUTS.flatMap((input) => input.files)
    execFileSync(process.execPath, [vitest, 'list', `--json=${file}`, ...files], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const tests = JSON.parse(readFileSync(file, 'utf8')) as { readonly file: string }[]
    return tests.map((one) => relative(root, one.file))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const tests = listed()
const count = (files: readonly string[]): number =>
  tests.filter((test) => files.some((file) => test.startsWith(file))).length

const rows = INPUTS.map(({ what, files }) => {
  const named = files.map((file) => `\`${file}\``).join(', ')
  return `| ${what} | ${count(files)} | ${named} |`
})
const table = ['| input | tests | where |', '| --- | --- | --- |', ...rows].join('\n')
const docs = readFileSync(DOCS, 'utf8')
const [from, to] = [docs.indexOf(BEGIN), docs.indexOf(END)]
if (from < 0 || to < from) throw new Error(`${DOCS} has no place for the table.`)
writeFileSync(DOCS, `${docs.slice(0, from)}${BEGIN}\n\n${table}\n\n${docs.slice(to)}`)
