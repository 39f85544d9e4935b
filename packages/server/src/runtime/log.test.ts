import { expect, test } from 'vitest'
import { withoutAddresses } from './log.ts'

test('a log contains no address of a person, in any part of a field', () => {
  const fields = {
    path: '/api/admin/mailboxes/ada@contoso.example/items',
    encoded: 'GET /users/ada%40contoso.example/messages failed',
    error: { stack: 'Error: no answer for <ada.lovelace+x@contoso.example>: again', tries: 3 },
    list: ['to=ada@contoso.example&x=1'],
    mailbox: 'a00000a1-0000-4000-8000-000000000003',
  }
  expect(withoutAddresses(fields)).toEqual({
    path: '/api/admin/mailboxes/***/items',
    encoded: 'GET /users/***/messages failed',
    error: { stack: 'Error: no answer for <***>: again', tries: 3 },
    list: ['to=***&x=1'],
    mailbox: 'a00000a1-0000-4000-8000-000000000003',
  })
})
