import { expect, test } from 'vitest'
import { link, item as seen } from './fixtures.test-support.ts'
import { rekeyingsOf, strangersIn } from './moved.ts'

const item = (key: string, fingerprint: string | null) =>
  seen({ key, folder: 'archive', fingerprint })
const known = (key: string, fingerprint: string | null) => link({ key, fingerprint })

test('[TR21] strangers are items with a fingerprint whose keys nobody knows', () => {
  const items = [item('known', 'f1'), item('new', 'f2'), item('new', 'f2'), item('plain', null)]
  const pages = [{ page: { items } }]
  expect(strangersIn(pages, new Set(['known'])).map(({ key }) => key)).toEqual(['new'])
})

test.each([
  ['one that moved', [item('b', 'f')], [known('a', 'f')], [['a', 'b']]],
  ['another item', [item('b', 'g')], [known('a', 'f')], []],
  [
    'another kind of item',
    [seen({ kind: 'task', key: 'b', fingerprint: 'f' })],
    [known('a', 'f')],
    [],
  ],
  [
    'two copies that moved take a link each',
    [item('c', 'f'), item('d', 'f'), item('e', 'f')],
    [known('a', 'f'), known('b', 'f')],
    [
      ['a', 'c'],
      ['b', 'd'],
    ],
  ],
])('[TR21] %s', (_, strangers, gone, expected) => {
  const found = rekeyingsOf(strangers, gone)
  expect(found.map(({ from, to }) => [from, to.key])).toEqual(expected)
})
