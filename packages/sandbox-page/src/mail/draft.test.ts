import { expect, test } from 'vitest'
import { EMPTY_DRAFT, htmlOf, messageOf } from './draft.ts'

test('what is typed is text, in paragraphs, above what is quoted', () => {
  expect(htmlOf({ text: 'Dear <b>\nAda\n\n\nBye\n', quote: '<hr>x' })).toBe(
    '<p>Dear &#60;b&#62;<br>Ada</p>\n<p>Bye</p><hr>x',
  )
})

test('recipients carry name and address alone', () => {
  const to = [{ emailAddress: { address: 'a@b.example' } }]
  expect(messageOf({ ...EMPTY_DRAFT, to })).toMatchObject({
    toRecipients: [{ emailAddress: { name: 'a@b.example', address: 'a@b.example' } }],
    ccRecipients: [],
  })
})
