// Builds the web pages (the admin center, the sandbox's page) where their sources changed since they
// were built last. `npm start` and the tests call it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

interface Page {
  readonly name: string
  readonly folder: string
  readonly sources: readonly string[]
}

/** Where each page lies, and what it is made of besides. */
const PAGES: readonly Page[] = [
  {
    name: 'admin center',
    folder: 'packages/admin-center',
    sources: [
      'packages/admin-api/src',
      'packages/dataverse/src',
      'packages/web-parts/src',
      'package-lock.json',
    ],
  },
  {
    name: 'page of the sandbox',
    folder: 'packages/sandbox-page',
    sources: ['packages/web-parts/src', 'package-lock.json'],
  },
]

const IGNORED = new Set(['dist', 'node_modules'])

function* files(path: string): Generator<string> {
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) {
    if (!IGNORED.has(name)) yield* files(join(path, name))
  }
}

function fingerprint({ folder, sources }: Page): string {
  const hash = createHash('sha256')
  for (const source of [folder, ...sources]) {
    for (const file of files(join(root, source))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

for (const page of PAGES) {
  const folder = join(root, page.folder)
  if (!existsSync(join(folder, 'vite.config.ts'))) continue
  const stamp = join(folder, 'dist/.fingerprint')
  const wanted = fingerprint(page)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue
  // Loaded only where something is to be built: it takes longer than to see that nothing is.
  const { build } = await import('vite')
  rmSync(join(folder, 'dist'), { recursive: true, force: true })
  await build({ configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, wanted)
  console.log(`Built the ${page.name}.`)
}
