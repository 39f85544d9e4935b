import { expect, test } from 'vitest'
import { CONFIG_KEYS } from './config/keys.ts'
import { helpText, indented, readInvocation } from './flags.ts'

test('the help names every flag and variable, and fits a terminal of 80 columns', () => {
  const help = helpText('serve', 'Starts.')
  for (const { flag, env } of CONFIG_KEYS) {
    if (flag !== null) expect(help).toContain(`  ${flag} <value>\n`)
    expect(help.replace(/\s+/g, ' ')).toContain(`${env}, default`)
  }
  expect(help.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test('lines break between words; a word that fits no line has one of its own', () => {
  const long = 'x'.repeat(90)
  expect(indented(`a ${long} b`, 2)).toEqual(['  a', `  ${long}`, '  b'])
})

test.each([
  [['--admin-token', 'aaaaaaaaaaaaaaaaaaaa'], 'TRACKMARK_ADMIN_TOKEN'],
  [['--secret-key=00'], 'TRACKMARK_SECRET_KEY'],
  [['--secret-key-former', '00'], 'TRACKMARK_SECRET_KEY_FORMER'],
  [['--oidc-client-secret=hidden'], 'TRACKMARK_OIDC_CLIENT_SECRET'],
  [['--database-url', 'postgres://ada:hidden@db.example/crm'], 'DATABASE_URL'],
  [['--database-url=postgres://ada:hidden@db.example/crm'], 'DATABASE_URL'],
])('a secret on the command line is refused, and the variable is named: %s', (args, variable) => {
  expect(() => readInvocation(args)).toThrow(variable)
  expect(() => readInvocation(args)).not.toThrow('hidden')
})
