import { expect, test } from 'vitest'
import { mailboxErrorText } from './mailbox-error-help.ts'

test.each([
  [
    'ErrorAccessDenied',
    'ErrorAccessDenied: Exchange answered 403.',
    'The application has no permission for this mailbox.',
  ],
  [
    'AADSTS7000222',
    'AADSTS7000222: Refused.',
    'The mail server refused to sign the application in.',
  ],
  [
    'FoldersLeftOut',
    'FoldersLeftOut: Junk Email is left out: Exchange answered 403.',
    'Junk Email is left out: Exchange answered 403.',
  ],
  // As a choice to narrow the list by.
  ['FoldersLeftOut', 'FoldersLeftOut', 'Some folders can’t be read; the rest is synchronized.'],
  ['Unheard', 'Unheard: Something new.', 'Something new.'],
  [null, 'Something old.', 'Something old.'],
  ['toString', 'toString: Odd.', 'Odd.'],
])('the error %s reads in words', (code, lastError, text) => {
  expect(mailboxErrorText(code, lastError)).toBe(text)
})
