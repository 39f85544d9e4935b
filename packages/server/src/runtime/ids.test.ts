import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const packages = join(import.meta.dirname, '../../..')

/** These name files, browsers and processes, not keys of many rows. */
const RANDOM_ON_PURPOSE = [
  'server/src/runtime/open.ts',
  'server/src/runtime/tester.ts',
  'server/src/secrets/secret-keys.ts',
  'server/src/sign-in/known-browser.ts',
  'store/src/database/folder-lock.ts',
]

test('ids of rows ascend: random ones are made in a few places that store no rows', () => {
  const found = ['connectors', 'core', 'engine', 'http', 'server', 'store', 'webapi'].flatMap(
    (name) =>
      readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => `${name}/src/${file}`)
        .filter((file) => /randomUUID/.test(readFileSync(join(packages, file), 'utf8'))),
  )
  expect(found.sort()).toEqual(RANDOM_ON_PURPOSE)
})
