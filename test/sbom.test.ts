import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const json = (path: string) => JSON.parse(readFileSync(resolve(root, path), 'utf8'))

interface Component {
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses?: readonly unknown[]
  readonly hashes?: readonly unknown[]
}

test('the bill of materials names what runs, with licence and hash, and nothing of development', () => {
  const text = execFileSync(process.execPath, ['scripts/sbom.ts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const document = JSON.parse(text)
  expect(document).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: expect.stringMatching(/^1\.\d$/),
    metadata: { component: { name: 'trackmark', type: 'application' } },
  })
  const components: readonly Component[] = document.components
  const names = new Set(components.map(({ name }) => name))
  for (const folder of readdirSync(resolve(root, 'packages'))) {
    for (const name of Object.keys(json(`packages/${folder}/package.json`).dependencies ?? {})) {
      // Our own packages are parts of the one that it is about.
      if (name.startsWith('@trackmark/')) continue
      expect(names.has(name), `${name}, which ${folder} needs`).toBe(true)
    }
  }
  for (const name of ['vitest', 'playwright-core', '@biomejs/biome']) {
    expect(names.has(name), name).toBe(false)
  }
  for (const { name, purl, version, licenses, hashes } of components) {
    expect(purl, name).toContain(`@${version}`)
    if (name.startsWith('@trackmark/')) continue
    expect(licenses ?? [], name).not.toHaveLength(0)
    expect(hashes ?? [], name).not.toHaveLength(0)
  }
})
