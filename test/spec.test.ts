import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const RULE = /[A-Z]{2}\d+/g

function rulesInDocs(): Map<string, string> {
  const folder = join(root, 'docs/spec')
  const rules = new Map<string, string>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [, rule] of text.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)) {
      expect(rules.has(rule!), `${rule} is defined twice`).toBe(false)
      rules.set(rule!, name)
    }
  }
  return rules
}

function rulesInTests(): Map<string, string> {
  const named = new Map<string, string>()
  for (const top of ['packages', 'test']) {
    const files = readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
    for (const file of files) {
      if (!/\.(test|contract)\.ts$/.test(file) || file.includes('node_modules')) continue
      const text = readFileSync(join(root, top, file), 'utf8')
      // `[CL1] …` in a name, `[CL1, CY2] …`, and the first cell of a table of `[%s]` cases.
      const tags = text.matchAll(/['"`]\[([A-Z]{2}\d+(?:, ?[A-Z]{2}\d+)*)\]/g)
      for (const [, tag] of tags) for (const [rule] of tag!.matchAll(RULE)) named.set(rule, file)
      if (text.includes('[%s]')) {
        for (const [, rule] of text.matchAll(/\[\s*'([A-Z]{2}\d+)',/g)) named.set(rule!, file)
      }
    }
  }
  return named
}

const docs = rulesInDocs()
const tests = rulesInTests()

test('every rule of docs/spec has a test that names it', () => {
  expect([...docs.keys()].filter((rule) => !tests.has(rule))).toEqual([])
})

test('every rule a test names stands in docs/spec', () => {
  const unknown = [...tests].filter(([rule]) => !docs.has(rule))
  expect(unknown).toEqual([])
})

test('docs/spec/real-world.md names rules and files that are there', () => {
  const text = readFileSync(join(root, 'docs/spec/real-world.md'), 'utf8')
  const rules = [...text.matchAll(/\b[A-Z]{2}\d+\b/g)].map(([rule]) => rule)
  expect(rules.filter((rule) => !docs.has(rule))).toEqual([])
  const files = [...text.matchAll(/`([\w./-]+\.(?:test\.ts|sh))`/g)].map(([, file]) => file!)
  let folder = ''
  for (const file of files) {
    if (file.includes('/')) folder = dirname(file)
    // A name alone lies where the file before it does.
    const path = file.includes('/') ? file : join(folder, file)
    expect(existsSync(join(root, path)), path).toBe(true)
  }
})
