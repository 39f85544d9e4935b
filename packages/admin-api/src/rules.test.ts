import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { failureHelp } from './failure-help.ts'
import { explainRule, ruleSentence } from './rules.ts'

test('every rule about tracking an item has a sentence', () => {
  const docs = readFileSync(new URL('../../../docs/spec/tracking.md', import.meta.url), 'utf8')
  const rules = [...docs.matchAll(/^- \*\*(TR\d+)\*\*/gm)].map(([, rule]) => rule!)
  expect(rules.length).toBeGreaterThan(15)
  expect(rules.filter((rule) => ruleSentence(rule) === null)).toEqual([])
  expect(ruleSentence('XX1')).toBeNull()
  expect(explainRule('XX1')).toContain('XX1')
})

test('a code is helped with by its name or its family', () => {
  expect(failureHelp('ErrorQuotaExceeded')?.means).toMatch(/full/)
  expect(failureHelp('DataRefused22007')?.means).toMatch(/database/)
  expect(failureHelp('constructor')).toBeNull()
  expect(failureHelp('SomethingNew')).toBeNull()
})
