import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const TEXTS = ['*.md', 'docs/**/*.md', 'packages/*/src/**/*.{ts,tsx}']

test('every command that is printed keeps npx from fetching a package of that name', () => {
  const loose = globSync(TEXTS, { cwd: root })
    .filter((file) => !file.includes('node_modules'))
    .filter((file) =>
      /npx (trackmark|orgdborgsettings)/.test(readFileSync(join(root, file), 'utf8')),
    )
  expect(loose).toEqual([])
})
