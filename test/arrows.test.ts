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
  connectors: ['core', 'engine'],
  engine: ['core'],
  'exchange-sandbox': [],
  http: ['dataverse', 'store'],
  webapi: ['core', 'dataverse', 'store', 'http'],
  server: [
    'core',
    'dataverse',
    'admin-api',
    'store',
    'connectors',
    'engine',
    'exchange-sandbox',
    'http',
    'webapi',
  ],
  cli: ['dataverse'],
  'admin-center': ['admin-api', 'web-parts'],
  'sandbox-page': ['web-parts'],
  'web-parts': [],
}
/**
 * What each folder of a package's `src` may import of its other folders. A folder inside another one counts as part of
 * it here, but no circle may lead over it either. Files beside the folders import all of them and are imported by none.
 */
const FOLDERS: Record<string, Record<string, readonly string[]>> = {
  store: {
    database: [],
    statements: ['database'],
    sync: ['database', 'statements'],
    crm: ['database', 'statements', 'sync'],
    changes: ['database', 'statements', 'crm'],
    admin: ['database', 'statements', 'sync'],
    people: ['database', 'crm'],
    portable: ['database', 'admin'],
    upkeep: ['database', 'statements', 'sync', 'changes'],
    'web-resources': ['database'],
  },
  webapi: {
    request: [],
    read: ['request'],
    definitions: ['request'],
    functions: ['definitions', 'request'],
    write: ['read', 'request'],
    batch: ['request', 'write'],
  },
  server: {
    config: [],
    organizations: [],
    webresources: [],
    backup: ['config'],
    listener: ['config'],
    secrets: ['config'],
    'sign-in': ['organizations'],
    runtime: ['config', 'organizations', 'secrets'],
    webhooks: ['config', 'runtime'],
    sandbox: ['config', 'listener', 'runtime', 'secrets'],
    admin: [
      'backup',
      'config',
      'organizations',
      'runtime',
      'sandbox',
      'sign-in',
      'webhooks',
      'webresources',
    ],
    app: ['admin', 'config', 'listener', 'organizations', 'runtime', 'sign-in', 'webresources'],
  },
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

const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))

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

test.each(Object.entries(FOLDERS))(
  'folders of %s import only those of the table',
  (name, table) => {
    const home = join(root, 'packages', name, 'src')
    const folderOf = (file: string) => relative(home, dirname(file)).replaceAll(sep, '/') || '.'
    const topOf = (folder: string) => folder.split('/')[0]!
    const edges = new Map<string, string[]>()
    for (const file of sources(home)) {
      const folder = folderOf(file)
      if (folder === '.') continue
      const targets = importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => folderOf(resolve(dirname(file), target)))
      edges.set(folder, [...(edges.get(folder) ?? []), ...targets])
      for (const target of targets) {
        const allowed = [topOf(folder), ...(table[topOf(folder)] ?? [])]
        expect(allowed, `${relative(root, file)} imports ${target}`).toContain(topOf(target))
      }
    }
    expect([...new Set([...edges.keys()].map(topOf))].sort()).toEqual(Object.keys(table).sort())
    expect(circles(edges)).toEqual([])
  },
)

/** A literal that begins as a statement does, or names a column by the alias of a statement. */
const SQL = new RegExp(
  /['"`]\s*/.source +
    /(?:select\s[^'"`]*\sfrom\s|select [\d(]|select \w+\(|insert into\s|update\s[^'"`]*\sset\s|delete from\s|with \w+ as|(?:release |rollback to )?savepoint\s|\w\.")/
      .source,
)

test('SQL is written by the store alone', () => {
  const others = Object.keys(MAY_IMPORT).filter((name) => name !== 'store')
  const files = others.flatMap((name) => sources(join(root, 'packages', name, 'src')))
  const found = files.filter((file) => SQL.test(readFileSync(file, 'utf8')))
  expect(found.map((file) => relative(root, file))).toEqual([])
  const ofStore = sources(join(root, 'packages/store/src'))
  const written = ofStore.filter((file) => SQL.test(readFileSync(file, 'utf8')))
  expect(written.length).toBeGreaterThan(50)
})

test('tests, benchmarks and scripts know packages by what these export, and by their tests', () => {
  const files = ['test', 'bench', 'scripts'].flatMap((name) => everyFile(join(root, name)))
  expect(files.length).toBeGreaterThan(100)
  for (const file of files) {
    for (const target of importsOf(file).filter((one) => one.startsWith('.'))) {
      const path = relative(root, resolve(dirname(file), target)).replaceAll(sep, '/')
      const isInside = /^packages\/[a-z-]+\/src\//.test(path) && !path.endsWith('.test-support.ts')
      expect(isInside, `${relative(root, file)} imports ${target}`).toBe(false)
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

test('files import each other in no circles', () => {
  const folders = ['packages', 'test', 'bench', 'scripts'].map((folder) => join(root, folder))
  const files = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/[\\/](node_modules|dist)[\\/]/.test(file))
  const known = new Set(files)
  const edges = new Map(
    files.map((file) => {
      const targets = importsOf(file).filter((target) => target.startsWith('.'))
      return [
        file,
        targets.map((target) => resolve(dirname(file), target)).filter((to) => known.has(to)),
      ]
    }),
  )
  const found = circles(edges).map((circle) =>
    circle.map((file) => relative(root, file).replaceAll(sep, '/')).sort(),
  )
  expect(found).toEqual([])
})

/** Groups of files each of which reaches all others of its group: Tarjan's strongly connected components. */
function circles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: string[][] = []
  const indexes = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  const visit = (file: string): void => {
    indexes.set(file, indexes.size)
    lowest.set(file, indexes.get(file)!)
    path.push(file)
    for (const to of edges.get(file) ?? []) {
      if (!indexes.has(to)) visit(to)
      if (path.includes(to)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(to)!))
    }
    if (lowest.get(file) !== indexes.get(file)) return
    const group = path.splice(path.indexOf(file))
    if (group.length > 1) found.push(group)
  }
  for (const file of edges.keys()) if (!indexes.has(file)) visit(file)
  return found
}
