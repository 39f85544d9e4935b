import { expect, test } from 'vitest'
import { CONFIG_KEYS } from './config/keys.ts'
import { helpText, indented } from './flags.ts'

test('the help names every flag and variable, and fits a terminal of 80 columns', () => {
  const help = helpText('serve', 'Starts.')
  for (const { flag, env } of CONFIG_KEYS) {
    expect(help).toContain(`  ${flag} <value>\n`)
    expect(help.replace(/\s+/g, ' ')).toContain(`${env}, default`)
  }
  expect(help.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test('lines break between words; a word that fits no line has one of its own', () => {
  const long = 'x'.repeat(90)
  expect(indented(`a ${long} b`, 2)).toEqual(['  a', `  ${long}`, '  b'])
})
