import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** docs/architecture.md, "Rooms": what each package may import of ours. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  dataverse: [],
  'admin-api': ['dataverse'],
  store: ['core', 'dataverse'],
  exchange: ['core', 'engine'],
  engine: ['core'],
  'exchange-sandbox': [],
  server: ['core', 'dataverse', 'admin-api', 'store', 'exchange', 'engine', 'exchange-sandbox'],
  cli: ['dataverse'],
  'admin-center': ['admin-api', 'web-parts'],
  'sandbox-page': ['web-parts'],
  'web-parts': [],
}
/** Rules are pure: nothing of the machine reaches them. */
const PURE = new Set(['core', 'dataverse', 'admin-api'])
const BANNED_IN_PURE =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bsetTimeout\b|\bprocess\./
const BANNED_IN_ENGINE = /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bfetch\(|\bsetTimeout\b/

function sources(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|\.test-support\.ts$/.test(name))
    .map((name) => join(folder, name))
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map((match) => match[1]!)
}

test.each(Object.entries(MAY_IMPORT))('packages/%s imports only %j of ours', (name, allowed) => {
  const home = join(root, 'packages', name)
  for (const file of sources(join(home, 'src'))) {
    for (const target of importsOf(file)) {
      const where = `${relative(root, file)} imports ${target}`
      if (target.startsWith('@trackmark/')) {
        expect(allowed, where).toContain(target.split('/')[1])
      } else if (target.startsWith('.')) {
        const inside = resolve(dirname(file), target).startsWith(home + sep)
        expect(inside, where).toBe(true)
      } else if (PURE.has(name)) {
        expect(target, where).not.toMatch(/^node:/)
      }
    }
  }
})

test('core imports nothing at all', () => {
  for (const file of sources(join(root, 'packages/core/src'))) {
    for (const target of importsOf(file)) expect(target).toMatch(/^\.\//)
  }
})

test.each([
  ['core', BANNED_IN_PURE],
  ['dataverse', BANNED_IN_PURE],
  ['engine', BANNED_IN_ENGINE],
])('clock, dice and network reach %s only as arguments', (name, banned) => {
  for (const file of sources(join(root, 'packages', name, 'src'))) {
    expect(readFileSync(file, 'utf8'), relative(root, file)).not.toMatch(banned)
  }
})

test('every package of the table exists, and none beside it', () => {
  expect(readdirSync(join(root, 'packages')).sort()).toEqual(Object.keys(MAY_IMPORT).sort())
})

test('files are named in kebab-case, and React components as they are called', () => {
  const named = /^([a-z0-9-]+(\.[a-z0-9-]+)*|[A-Z][A-Za-z]*)\.tsx?$/
  const files = ['packages', 'test', 'bench', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }),
  )
  const others = files.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/(^|\/)(node_modules|dist)\//.test(file) &&
      !named.test(file.slice(file.lastIndexOf('/') + 1)),
  )
  expect(others).toEqual([])
})
