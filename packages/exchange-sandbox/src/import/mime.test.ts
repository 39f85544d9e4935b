import { expect, test } from 'vitest'
import { readMessage } from './mime.ts'

const read = (lines: readonly string[]) => readMessage(Buffer.from(lines.join('\r\n'), 'utf8'))

test('[IM11] addresses, dates, ids and thread headers are taken over', async () => {
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

test('[IM11] an inline picture keeps its content id and is no attachment of the message', async () => {
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

test('[IM11] script in a body is kept as it came', async () => {
  const message = await read([
    'From: a@b.example',
    'Content-Type: text/html',
    '',
    '<script>x()</script>',
  ])
  expect(message.body.content).toContain('<script>x()</script>')
})

test('[IM11] the separator line of an mbox before the headers is skipped', async () => {
  const message = await read([
    'From ada@pine.example Mon May  2 16:07:05 2005',
    'Subject: Hi',
    '',
    'x',
  ])
  expect(message.subject).toBe('Hi')
})

test('[IM11] headers that no one can read are left out', async () => {
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

test('[IM11] bytes that are no mail are refused with the reason', async () => {
  await expect(readMessage(new Uint8Array())).rejects.toThrow('The message is empty.')
  await expect(read(['just', 'some: text'])).rejects.toThrow('No mail header')
  await expect(readMessage(Buffer.from([0xff, 0xd8, 0, 1, 2]))).rejects.toThrow('No mail header')
})

/** Lines as they go over the wire, in bytes. */
const raw = (charset: 'latin1' | 'utf8', lines: readonly string[]) =>
  readMessage(Buffer.from(lines.join('\r\n'), charset))

test('[IM12] raw headers are read by the charset that the message names', async () => {
  const head = ['From: J\xfcrgen <j@pine.example>', 'Subject: Die Fr\xf6sche']
  const typed = await raw('latin1', [
    ...head,
    'Content-Type: text/plain; charset=iso-8859-1',
    '',
    'x',
  ])
  expect(typed).toMatchObject({
    subject: 'Die Frösche',
    from: { emailAddress: { name: 'Jürgen' } },
  })
  // Greek lambda in ISO-8859-7; the charset stands in a part only.
  const inPart = await raw('latin1', [
    'From: a@pine.example',
    'Subject: \xeb',
    ' \xeb folded',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset="iso-8859-7"',
    '',
    '\xeb',
    '--b--',
  ])
  expect(inPart).toMatchObject({ subject: 'λ λ folded', body: { content: 'λ\n' } })
  const none = await raw('latin1', [
    'From: a@pine.example',
    'Subject: caf\xe9 \x8010',
    '',
    'caf\xe9',
  ])
  expect(none).toMatchObject({ subject: 'café €10', body: { content: 'café\n' } })
  const word = await raw('latin1', [
    'From: =?windows-1251?Q?=CF?= <a@pine.example>',
    'Subject: \xcf',
    '',
    'x',
  ])
  expect(word.subject).toBe('П')
})

test('[IM12] raw headers in UTF-8 stay so, whatever the charset of the text', async () => {
  const message = await raw('utf8', [
    'From: Jürgen <j@pine.example>',
    'Subject: Die Frösche',
    'Content-Type: text/plain; charset=iso-8859-1',
    '',
    'x',
  ])
  expect(message).toMatchObject({
    subject: 'Die Frösche',
    from: { emailAddress: { name: 'Jürgen' } },
  })
})

test('[IM12] headers in Japanese of seven bits are read', async () => {
  const message = await raw('latin1', ['From: a@pine.example', 'Subject: \x1b$B$9\x1b(B!', '', 'x'])
  expect(message.subject).toBe('す!')
})

test('[IM12] the name of a file may be raw too', async () => {
  const message = await raw('latin1', [
    'From: a@pine.example',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=iso-8859-1',
    '',
    'x',
    '--b',
    'Content-Type: application/pdf; name="Fr\xfche.pdf"',
    'Content-Disposition: attachment; filename="Fr\xfche.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERg==',
    '--b--',
  ])
  expect(message.attachments[0]?.name).toBe('Frühe.pdf')
})

test('[IM12] text that names no charset, ASCII or an unknown one is read as what it is', async () => {
  const content = async (
    charset: 'latin1' | 'utf8',
    type: string,
    body: string,
    encoding = '8bit',
  ) =>
    (
      await raw(charset, [
        'From: a@pine.example',
        ...(type ? [`Content-Type: ${type}`] : []),
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        body,
      ])
    ).body.content.trim()
  expect(await content('latin1', '', 'Gr\xfc\xdfe')).toBe('Grüße')
  expect(await content('utf8', 'text/plain; charset=us-ascii', 'Grüße')).toBe('Grüße')
  expect(await content('utf8', 'text/html; charset="x-unknown"; format=flowed', 'Grüße')).toBe(
    'Grüße',
  )
  expect(await content('latin1', 'text/plain', 'Gr=FC=DFe', 'quoted-printable')).toBe('Grüße')
  expect(await content('latin1', 'text/plain', 'R3L832U=', 'base64')).toBe('Grüße')
  expect(await content('latin1', 'text/plain; charset=koi8-r', '\xd0')).toBe('п')
})

test('[IM12] broken encoded words are read as far as they go', async () => {
  const subject = async (value: string) =>
    (await read(['From: a@pine.example', `Subject: ${value}`, '', 'x'])).subject
  expect(await subject('=?utf-8?Q?Really? Yes?=')).toBe('Really? Yes')
  expect(await subject('Re: =?utf-8?Q?Gr=C3=BC=C3=9Fe')).toBe('Re: Grüße')
  expect(await subject('=?utf-8?B?R3LDvMOf?=\r\n =?utf-8?B?ZQ==?=')).toBe('Grüße')
  expect(await subject('=?x-unknown?Q?a_b?= =?')).toBe('a b =?')
  expect(await subject('a =?b')).toBe('a =?b')
})

const UU = ['begin 644 note.txt', '%:&5L;&\\', '`', 'end']

test('[IM13] uuencoded parts become files, under all names of the encoding', async () => {
  for (const encoding of ['x-uuencode', 'uuencode', 'X-UUE', 'uue']) {
    const { attachments, body } = await read([
      'From: a@pine.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'see file',
      '--b',
      'Content-Type: application/octet-stream',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      ...UU,
      '--b--',
    ])
    expect(body.content.trim()).toBe('see file')
    expect(attachments).toMatchObject([{ name: 'note.txt', size: 5, contentBytes: 'aGVsbG8=' }])
  }
})

test('[IM13] files within the text itself become attachments, and what only looks like one stays', async () => {
  const plain = (...lines: string[]) => read(['From: a@pine.example', 'Subject: x', '', ...lines])
  const two = await plain(
    'before',
    ...UU,
    'between',
    'begin-base64 644 b.bin',
    'AQI=',
    '====',
    'after',
  )
  expect(two.attachments.map(({ name, size }) => [name, size])).toEqual([
    ['note.txt', 5],
    ['b.bin', 2],
  ])
  expect(two.body.content).toBe('before\nbetween\nafter\n')
  expect(two.hasAttachments).toBe(true)
  const talk = await plain('begin 644 times and', 'you will see that it works', 'end')
  expect(talk.attachments).toEqual([])
  expect(talk.body.content).toContain('you will see')
  expect((await plain(...UU.slice(0, -1))).attachments).toEqual([])
})

const inner = (subject: string, ...parts: string[]) => [
  'From: in@pine.example',
  `Subject: ${subject}`,
  ...parts,
]
const wrapped = (boundary: string, lines: readonly string[], ...head: string[]) => [
  `Content-Type: multipart/mixed; boundary=${boundary}`,
  '',
  `--${boundary}`,
  '',
  `text of ${boundary}`,
  `--${boundary}`,
  'Content-Type: message/rfc822',
  ...head,
  '',
  ...lines,
  `--${boundary}--`,
  '',
]

test('[IM14] an embedded message is an item with its own text and files, level by level', async () => {
  const message = await read([
    'From: a@pine.example',
    'Subject: Outer',
    ...wrapped('B', inner('Middle', ...wrapped('C', inner('Deep', '', 'deepest')))),
  ])
  expect(message.body.content.trim()).toBe('text of B')
  expect(message.hasAttachments).toBe(true)
  const [middle] = message.attachments
  if (middle?.['@odata.type'] !== '#microsoft.graph.itemAttachment') throw new Error('no item')
  expect(middle).toMatchObject({ name: 'Middle', item: { subject: 'Middle' } })
  expect(middle.item.body.content.trim()).toBe('text of C')
  expect(Buffer.from(middle.contentBytes ?? '', 'base64').toString()).toContain('Subject: Deep')
  expect(middle.item.attachments).toMatchObject([
    { name: 'Deep', item: { body: { content: 'deepest\n' } }, contentBytes: null },
  ])
})

test('[IM14] embedded messages in base64, in a digest and marked inline are items too', async () => {
  const base64 = Buffer.from(inner('Coded', '', 'x').join('\r\n')).toString('base64')
  const coded = await read([
    'From: a@pine.example',
    ...wrapped('B', [base64], 'Content-Transfer-Encoding: base64', 'Content-Disposition: inline'),
  ])
  expect(coded.attachments).toMatchObject([{ name: 'Coded', item: { subject: 'Coded' } }])
  const digest = await read([
    'From: a@pine.example',
    'Content-Type: multipart/digest; boundary=d',
    '',
    ...['One', 'Two'].flatMap((subject) => ['--d', '', ...inner(subject, '', 'x')]),
    '--d--',
  ])
  expect(digest.attachments.map(({ name }) => name)).toEqual(['One', 'Two'])
})

test('[IM14] a report keeps the message it speaks of as an item, and its details as a file', async () => {
  const report = await read([
    'From: MAILER-DAEMON@oak.example',
    'Subject: Undelivered',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r',
    '',
    'It failed.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; no@oak.example',
    'Action: failed',
    '--r',
    'Content-Type: message/rfc822',
    '',
    ...inner('Offer', '', 'x'),
    '--r--',
  ])
  expect(report.body.content.trim()).toBe('It failed.')
  expect(report.attachments).toMatchObject([
    { '@odata.type': '#microsoft.graph.fileAttachment', name: 'ATT00001.txt' },
    { '@odata.type': '#microsoft.graph.itemAttachment', name: 'Offer' },
  ])
})

test('[IM14] what is called a message and is none stays a file, and so does one too deep', async () => {
  const none = await read(['From: a@pine.example', ...wrapped('B', ['no header', '', 'at all'])])
  expect(none.attachments).toMatchObject([
    { '@odata.type': '#microsoft.graph.fileAttachment', name: 'ATT00001.eml' },
  ])
  let lines = inner('level 12', '', 'x')
  for (let level = 11; level >= 0; level -= 1)
    lines = inner(`level ${level}`, ...wrapped(`b${level}`, lines))
  let message = await read(lines)
  let depth = 0
  for (;;) {
    const [attachment] = message.attachments
    if (attachment?.['@odata.type'] !== '#microsoft.graph.itemAttachment') break
    message = attachment.item
    depth += 1
  }
  expect(depth).toBe(10)
})
