// npm run --silent sbom > trackmark.cdx.json
//
// What Trackmark consists of when it runs, as a CycloneDX document: every package with its version,
// licence and hash, from package-lock.json. https://cyclonedx.org
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

interface Reference {
  readonly 'bom-ref': string
}
interface Locked {
  readonly version?: string
  readonly dev?: boolean
}

const root = resolve(import.meta.dirname, '..')
const json = (name: string) => JSON.parse(readFileSync(resolve(root, name), 'utf8'))

const text = execFileSync(
  'npm',
  ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'],
  { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
)
const document = JSON.parse(text)

// npm's `--omit=dev` leaves out what is needed for development here and for running in a package of
// ours; the lock file knows better.
const packages = Object.entries<Locked>(json('package-lock.json').packages)
const running = new Set(
  packages
    .filter(([, { dev }]) => dev !== true)
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
)
document.components = document.components.filter(
  ({ name, version }: { readonly name: string; readonly version: string }) =>
    running.has(`${name}@${version}`),
)
const own = document.metadata.component['bom-ref']
const kept = new Set<string>([
  own,
  ...document.components.map((component: Reference) => component['bom-ref']),
])
document.dependencies = document.dependencies
  .filter(({ ref }: { readonly ref: string }) => kept.has(ref))
  .map(({ ref, dependsOn }: { readonly ref: string; readonly dependsOn: readonly string[] }) => ({
    ref,
    dependsOn: dependsOn.filter((other) => kept.has(other)),
  }))
// npm names it after the folder that it happens to lie in.
document.metadata.component.name = json('package.json').name
process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
