import { expect, test } from 'vitest'
import { parseOptions, USUAL } from './options.ts'

const URL = 'postgres://nobody@127.0.0.1:1/none'

test('without a word all but growth run, on PostgreSQL too where there is one', () => {
  expect(USUAL).not.toContain('growth')
  expect(parseOptions([], null)).toMatchObject({ benches: USUAL, databases: ['pglite'], rounds: 3 })
  expect(parseOptions([], URL).databases).toEqual(['pglite', 'postgres'])
  expect(parseOptions([], null).marked).toEqual(['all', '5%'])
})

test('what is asked for is taken', () => {
  const args = ['idle', 'track', '--mailboxes', '7', '--marked', '5%', '--json', '--check']
  expect(parseOptions([...args, '--database', 'postgres'], URL)).toMatchObject({
    benches: ['idle', 'track'],
    mailboxes: 7,
    messages: null,
    marked: ['5%'],
    json: true,
    check: true,
    databases: ['postgres'],
  })
})

test.each([
  [['fast'], /no benchmark fast/],
  [['--mailboxes', '0'], /--mailboxes/],
  [['--rounds', 'x'], /--rounds/],
  [['--marked', 'some'], /--marked/],
  [['--database', 'postgres'], /DATABASE_URL/],
  [['--unknown'], /unknown/],
])('%j is refused in words', (args, words) => {
  expect(() => parseOptions(args, null)).toThrow(words)
})
