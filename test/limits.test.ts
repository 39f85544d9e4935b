import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

/**
 * How long files and functions may be. Functions that are longer are listed here and may only become
 * shorter; those that aren't any more have to leave the list.
 */
const FILE_LINES = 400
const FUNCTION_LINES = 60
/** React components, and functions that do nothing but list data. */
const COMPONENT_LINES = 120

const LONG_FUNCTIONS: Readonly<Record<string, number>> = {
  'admin-center/src/pages/profiles/NewProfilePage.tsx NewProfilePage': 154,
  'sandbox-page/src/calendar/EventDetails.tsx Opened': 126,
  'sandbox-page/src/calendar/EventDialog.tsx EventDialog': 163,
  'sandbox-page/src/mail/MailArea.tsx MailArea': 229,
  'exchange-sandbox/src/create-core.ts createCore': 78,
  'exchange-sandbox/src/graph/notifier.ts createNotifier': 74,
  'exchange-sandbox/src/persist/journal.ts createJournal': 80,
  'server/src/backup/service.ts createBackups': 88,
}
/** Data, or one case after another. */
const TABLES = new Set([
  'exchange-sandbox/src/seed/calendar.ts',
  'server/src/admin/mailboxes/log.ts',
  'webapi/src/definitions/attribute.ts',
])

const packages = resolve(import.meta.dirname, '../packages')
const isSource = (path: string): boolean =>
  /\.tsx?$/.test(path) &&
  !/node_modules|(^|\/)(test|contracts|dist)\/|\.test\.tsx?$|test-support|\.d\.ts$/.test(path)
const sources = readdirSync(packages, { recursive: true, encoding: 'utf8' }).filter(isSource)

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const nameOf = (value: unknown): string | null => {
  const { name } = (value ?? {}) as { readonly name?: unknown }
  return typeof name === 'string' ? name : null
}

function* functionsIn(
  value: unknown,
  outer: string,
): Generator<{ readonly name: string; readonly node: Node }> {
  if (Array.isArray(value)) {
    for (const one of value) yield* functionsIn(one, outer)
    return
  }
  if (!isNode(value)) return
  const name = nameOf(value.id) ?? nameOf(value.key) ?? outer
  if (/Function/.test(value.type) && isNode(value.body)) yield { name, node: value }
  for (const part of Object.values(value)) {
    if (typeof part === 'object') yield* functionsIn(part, name)
  }
}

/** What is longer than it may be, with its lines. */
function longIn(path: string): { files: [string, number][]; functions: [string, number][] } {
  const text = readFileSync(join(packages, path), 'utf8')
  const linesOf = (from: number, to: number) => text.slice(from, to).split('\n').length
  const lines = linesOf(0, text.length) - 1
  const isComponent = path.endsWith('.tsx')
  const most = isComponent || TABLES.has(path) ? COMPONENT_LINES : FUNCTION_LINES
  const functions = [...functionsIn(parseAst(text, { lang: isComponent ? 'tsx' : 'ts' }), path)]
    .map(({ name, node }): [string, number] => [`${path} ${name}`, linesOf(node.start, node.end)])
    .filter(([, length]) => length > most)
  return { files: lines > FILE_LINES ? [[path, lines]] : [], functions }
}

test('files and functions stay short', () => {
  const found = sources.map(longIn)
  const files = Object.fromEntries(found.flatMap((one) => one.files))
  const functions = Object.fromEntries(found.flatMap((one) => one.functions))
  expect(sources.length).toBeGreaterThan(500)
  expect(files).toEqual({})
  expect(Object.keys(functions).sort()).toEqual(Object.keys(LONG_FUNCTIONS).sort())
  for (const [name, lines] of Object.entries(functions)) {
    expect(lines, `${name} grew`).toBeLessThanOrEqual(LONG_FUNCTIONS[name]!)
  }
})
