import { expect, test } from 'vitest'
import { readMessage } from './mime.ts'

const read = (lines: readonly string[]) => readMessage(Buffer.from(lines.join('\r\n'), 'utf8'))

test('addresses, dates, ids and thread headers are taken over', async () => {
  const message = await read([
    'Received: from a.example by b.example; Tue, 6 Jan 2026 10:15:07 +0100',
    'Received: from c.example by a.example; Tue, 6 Jan 2026 10:15:01 +0100',
    'Date: Tue, 6 Jan 2026 10:15:00 +0100 (CET)',
    'From: =?utf-8?Q?J=C3=BCrgen?= Falk <juergen@falk.example>',
    'Sender: assistant@falk.example',
    'To: Team: ada@pine.example, "Lovelace, B." <b@pine.example>;, <@relay.example:c@pine.example>',
    'Cc: d@pine.example',
    'Reply-To: answers@falk.example',
    'Message-ID:  <one@falk.example>',
    'In-Reply-To: <zero@pine.example>',
    'References: <first@pine.example>',
    ' <zero@pine.example>',
    `Thread-Index: ${Buffer.alloc(27, 1).toString('base64')}`,
    'Keywords: Order, =?utf-8?Q?Gr=C3=BC=C3=9Fe?=, Order',
    'Importance: High',
    'Status: RO',
    'Subject: =?utf-8?B?UHLDvGZ1bmc=?=',
    '',
    'Hello',
  ])
  expect(message).toMatchObject({
    subject: 'Prüfung',
    from: { emailAddress: { name: 'Jürgen Falk', address: 'juergen@falk.example' } },
    sender: { emailAddress: { address: 'assistant@falk.example' } },
    replyTo: [{ emailAddress: { address: 'answers@falk.example' } }],
    ccRecipients: [{ emailAddress: { name: 'd@pine.example', address: 'd@pine.example' } }],
    internetMessageId: '<one@falk.example>',
    receivedDateTime: '2026-01-06T09:15:07Z',
    sentDateTime: '2026-01-06T09:15:00Z',
    conversationIndex: Buffer.alloc(27, 1).toString('base64'),
    importance: 'high',
    categories: ['Order', 'Grüße'],
    isRead: true,
    hasAttachments: false,
    body: { contentType: 'text' },
  })
  expect(message.toRecipients.map((to) => to.emailAddress?.address)).toEqual([
    'ada@pine.example',
    'b@pine.example',
    'c@pine.example',
  ])
  expect(message.body.content.trim()).toBe('Hello')
  expect(message.internetMessageHeaders).toContainEqual({
    name: 'References',
    value: '<first@pine.example> <zero@pine.example>',
  })
})

test('an inline picture keeps its content id and is no attachment of the message', async () => {
  const message = await read([
    'From: ada@pine.example',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>See <img src="cid:logo@pine"></p>',
    '--b',
    'Content-Type: image/png; name=logo.png',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: inline; filename=logo.png',
    'Content-ID: <logo@pine>',
    '',
    'iVBORw0KGgo=',
    '--b--',
    '',
  ])
  expect(message.body.contentType).toBe('html')
  expect(message.hasAttachments).toBe(false)
  expect(message.attachments).toEqual([
    {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'logo.png',
      contentType: 'image/png',
      size: 8,
      isInline: true,
      contentId: 'logo@pine',
      contentBytes: 'iVBORw0KGgo=',
    },
  ])
})

test('script in a body is kept as it came', async () => {
  const message = await read([
    'From: a@b.example',
    'Content-Type: text/html',
    '',
    '<script>x()</script>',
  ])
  expect(message.body.content).toContain('<script>x()</script>')
})

test('the separator line of an mbox before the headers is skipped', async () => {
  const message = await read([
    'From ada@pine.example Mon May  2 16:07:05 2005',
    'Subject: Hi',
    '',
    'x',
  ])
  expect(message.subject).toBe('Hi')
})

test('headers that no one can read are left out', async () => {
  const message = await read([
    'From: a@b.example',
    'Date: Wed, 15 Dec 2010    59:10 -0500',
    'Message-ID: no id at all',
    'Thread-Index: AQ==',
    'Subject: a\u0000b',
    '',
    'zero\u0000byte',
  ])
  expect(message).toMatchObject({
    sentDateTime: null,
    receivedDateTime: null,
    internetMessageId: null,
    conversationIndex: null,
    subject: 'ab',
  })
  expect(message.body.content).toContain('zerobyte')
})

test('bytes that are no mail are refused with the reason', async () => {
  await expect(readMessage(new Uint8Array())).rejects.toThrow('The message is empty.')
  await expect(read(['just', 'some: text'])).rejects.toThrow('No mail header')
  await expect(readMessage(Buffer.from([0xff, 0xd8, 0, 1, 2]))).rejects.toThrow('No mail header')
})
