import { expect, test } from 'vitest'
import { figure, renderMarkdown, renderText, replaceFigures } from './render.ts'
import { missed, type Report, type Result } from './result.ts'

const result: Result = {
  bench: 'track',
  database: 'pglite',
  variant: '10 mailboxes x 4 messages, all marked',
  unit: 'items/s',
  rounds: 3,
  contenders: [
    { name: 'service', rate: { median: 1234.5, min: 900, max: 1500 } },
    { name: 'bare loop', rate: { median: 2000, min: 1900, max: 2100 } },
  ],
  ratios: [{ to: 'bare loop', value: { median: 0.617, min: 0.47, max: 0.71 } }],
  counts: [{ name: 'requests per mailbox', value: 4.25 }],
  targets: [
    { goal: 'at least half of the bare loop', reached: true },
    { goal: 'twice the peer', reached: false },
  ],
}

const report: Report = {
  date: '2026-11-24',
  commit: 'abc1234',
  machine: { cores: 2, processor: 'Some', memoryGb: 8, node: '24.1', databases: ['PGlite 1'] },
  command: 'npm run bench -- --write',
  tookSeconds: 240,
  results: [result],
}

test.each([
  [12345.6, '12,346'],
  [123.4, '123'],
  [12.34, '12.3'],
  [1.234, '1.23'],
  [0, '0.00'],
])('%d is shown as %s', (value, text) => expect(figure(value)).toBe(text))

test('a result is told with its ratio, its counts and what was missed', () => {
  const text = renderText(result)
  expect(text).toContain('service: 1,235 (900 to 1,500) items/s')
  expect(text).toContain('speed beside the bare loop: 0.62 (0.47 to 0.71)')
  expect(text).toContain('requests per mailbox: 4.25')
  expect(text).toContain('MISSED: twice the peer')
})

test('what was missed names bench, database and variant', () => {
  expect(missed([result])).toEqual([
    'track on pglite (10 mailboxes x 4 messages, all marked): twice the peer',
  ])
})

test('figures are replaced and what people wrote around them survives', () => {
  const first = replaceFigures(null, 'old figures')
  const edited = `${first}\n## Top costs\nWritten by hand.\n`.replace('# Bench', 'Above.\n# Bench')
  const second = replaceFigures(edited, renderMarkdown(report))
  expect(second).toContain('Above.')
  expect(second).toContain('Written by hand.')
  expect(second).not.toContain('old figures')
  expect(second).toContain('| bare loop | 2,000 (1,900 to 2,100) |')
  expect(second).toContain('2 cores (Some), 8 GB')
  expect(second).toContain('- **missed**: twice the peer')
  expect(replaceFigures(second, renderMarkdown(report))).toBe(second)
})

test('a page without its markers is refused rather than overwritten', () => {
  expect(() => replaceFigures('# Mine', 'new')).toThrow(/lost the lines/)
})
