import { expect, test } from 'vitest'
import { isApproved } from './approval.ts'

const EMPTY = 0
const APPROVED = 1
const PENDING = 2
const REJECTED = 3

test.each([
  ['AP1', 'systemuser', APPROVED, true, true, true],
  ['AP1', 'systemuser', EMPTY, true, false, false],
  ['AP1', 'systemuser', PENDING, true, false, false],
  ['AP1', 'systemuser', REJECTED, true, false, false],
  ['AP1', 'systemuser', EMPTY, false, true, true],
  ['AP1', 'queue', EMPTY, false, true, false],
  ['AP1', 'queue', EMPTY, true, false, true],
  ['AP1', 'queue', APPROVED, true, true, true],
  ['AP1', null, null, true, false, false],
] as const)(
  '[%s] a mailbox of a %s with approval %s; asked for: users %s, queues %s -> %s',
  (_rule, regardingType, approval, usersNeedIt, queuesNeedIt, expected) => {
    expect(isApproved({ approval, regardingType, usersNeedIt, queuesNeedIt })).toBe(expected)
  },
)
