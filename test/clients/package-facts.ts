import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Run } from './calls.ts'

/** What a package says of itself. @param modules the folder it is installed in */
export function factsOf(
  name: string,
  modules = resolve(import.meta.dirname, '../../node_modules'),
): Omit<Run, 'calls'> {
  const text = readFileSync(resolve(modules, name, 'package.json'), 'utf8')
  const { version, license } = JSON.parse(text) as { version: string; license: string }
  return { client: name, version, source: 'npm', license }
}
