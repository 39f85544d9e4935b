import { expect, test } from 'vitest'
import type { FolderId, ItemKey, MailboxId } from './types.ts'

test('the compiler tells one kind of id from another, and takes plain text as any', () => {
  const folder: FolderId = 'inbox'
  const mailbox: MailboxId = '00000000-0000-4000-8000-000000000001'
  const plain: string = folder
  const key: ItemKey = plain
  // @ts-expect-error a folder is no item
  const wrong: ItemKey = folder
  const keys: ItemKey[] = [key, wrong]
  // @ts-expect-error a mailbox is no item either
  keys.push(mailbox)
  expect(keys).toHaveLength(3)
})
