import { expect, test } from 'vitest'
import type { WellKnown } from '../api/queries.ts'
import { findFolder, listed } from './folders.ts'

const folder = (id: string, parentFolderId = 'root', displayName = id) => ({
  id,
  displayName,
  parentFolderId,
  unreadItemCount: 0,
  totalItemCount: 0,
})
const wellKnown = new Map<string, WellKnown>([
  ['i', 'inbox'],
  ['s', 'sentitems'],
  ['d', 'deleteditems'],
])

test('the Inbox comes first, folders stand below theirs, others go by name', () => {
  const all = [
    folder('z', 'root', 'Zoo'),
    folder('d'),
    folder('below', 'i', 'Customers'),
    folder('deep', 'below', 'Haverleigh'),
    folder('a', 'root', 'Archived'),
    folder('s'),
    folder('i'),
  ]
  const nodes = listed(all, wellKnown)
  expect(nodes.map(({ folder: { id }, depth }) => `${depth}${id}`)).toEqual([
    '0i',
    '1below',
    '2deep',
    '0s',
    '0d',
    '0a',
    '0z',
  ])
  expect(findFolder(nodes, 'inbox')?.folder.id).toBe('i')
  expect(findFolder(nodes, 'a')?.name).toBe('a')
})
