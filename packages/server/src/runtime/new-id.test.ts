import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('ids made one after the other ascend, however fast', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(ids).toEqual([...new Set(ids)].sort())
})
