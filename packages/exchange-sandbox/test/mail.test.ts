import { expect, test } from 'vitest'
import { ANNA, BASE, BEN, lab, received } from './harness.ts'

const AT = `/users/${ANNA}`
const to = (address: string) => [{ emailAddress: { address } }]

test('sendMail leaves one copy with the sender and one with each recipient', async () => {
  const { call } = await lab()
  const sent = await call('POST', `${AT}/sendMail`, {
    message: {
      subject: 'Hello',
      body: { contentType: 'HTML', content: '<p>Hi</p>' },
      toRecipients: to(BEN),
    },
  })
  expect(sent.status).toBe(202)
  const [mine] = (await call('GET', `${AT}/mailFolders/sentitems/messages`)).json.value ?? []
  const [theirs] = (await call('GET', `/users/${BEN}/mailFolders/inbox/messages`)).json.value ?? []
  expect(theirs).toMatchObject({
    internetMessageId: mine?.internetMessageId,
    isRead: false,
    isDraft: false,
    from: { emailAddress: { address: ANNA } },
    bodyPreview: 'Hi',
  })
  expect(theirs?.id).not.toBe(mine?.id)
})

test('a draft is written, sent and then closed to changes of its text', async () => {
  const { call } = await lab()
  const draft = await call('POST', `${AT}/messages`, { subject: 'A', toRecipients: to(BEN) })
  const path = `${AT}/messages/${draft.json.id}`
  expect((await call('PATCH', path, { subject: 'B' })).json.subject).toBe('B')
  expect((await call('POST', `${path}/send`)).status).toBe(202)
  const [sent] = (await call('GET', `${AT}/mailFolders/sentitems/messages`)).json.value ?? []
  expect(sent).toMatchObject({ subject: 'B', isDraft: false })
  const late = await call('PATCH', `${AT}/messages/${sent?.id}`, { subject: 'C' })
  expect(late.status).toBe(400)
})

test('a reply stays in the thread and names what it answers', async () => {
  const { call } = await lab()
  const mail = await call('POST', `${AT}/mailFolders/inbox/messages`, received('Question'))
  const reply = await call('POST', `${AT}/messages/${mail.json.id}/createReply`, { Comment: 'Yes' })
  expect(reply.json).toMatchObject({
    subject: 'RE: Question',
    conversationId: mail.json.conversationId,
    toRecipients: [{ emailAddress: { address: 'carla@customer.example' } }],
  })
  const index = (value: unknown) => Buffer.from(String(value), 'base64').length
  expect(index(mail.json.conversationIndex)).toBe(22)
  expect(index(reply.json.conversationIndex)).toBe(27)
  const filter = encodeURIComponent(`singleValueExtendedProperties($filter=id eq 'String 0x1042')`)
  const asked = await call('GET', `${AT}/messages/${reply.json.id}?$expand=${filter}`)
  expect(asked.json.singleValueExtendedProperties).toEqual([
    { id: 'String 0x1042', value: mail.json.internetMessageId },
  ])
})

test('sending as somebody else and to nobody is refused', async () => {
  const { call } = await lab()
  const as = await call('POST', `${AT}/sendMail`, {
    message: { from: to(BEN)[0], toRecipients: to(BEN) },
  })
  expect([as.status, as.code]).toEqual([403, 'ErrorSendAsDenied'])
  const nobody = await call('POST', `${AT}/sendMail`, { Message: { subject: 'x' } })
  expect([nobody.status, nobody.code]).toEqual([400, 'ErrorInvalidRecipients'])
})

test('attachments are added, listed, expanded, fetched and removed', async () => {
  const { call } = await lab()
  const mail = await call('POST', `${AT}/mailFolders/inbox/messages`, received('With file'))
  const path = `${AT}/messages/${mail.json.id}`
  const file = {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: 'a.txt',
    contentType: 'text/plain',
    contentBytes: Buffer.from('hello').toString('base64'),
  }
  const added = await call('POST', `${path}/attachments`, file)
  expect(added.json).toMatchObject({ name: 'a.txt', size: 5, isInline: false })
  const expanded = await call(
    'GET',
    `${path}?$select=subject,hasAttachments&$expand=attachments($select=id,name,size)`,
  )
  expect(expanded.json.hasAttachments).toBe(true)
  expect(expanded.json.attachments).toEqual([
    expect.not.objectContaining({ contentBytes: expect.anything() }),
  ])
  const raw = await call('GET', `${path}/attachments/${added.json.id}/$value`)
  expect(raw.text).toBe('hello')
  const mime = await call('GET', `${path}/$value`)
  expect(mime.text).toContain('filename="a.txt"')
  expect((await call('DELETE', `${path}/attachments/${added.json.id}`)).status).toBe(204)
  expect((await call('GET', path)).json.hasAttachments).toBe(false)
})

test('a large attachment comes in ranges, without a token of its own', async () => {
  const { call, sandbox } = await lab()
  const mail = await call('POST', `${AT}/messages`, { subject: 'Big' })
  const path = `${AT}/messages/${mail.json.id}/attachments`
  const session = await call('POST', `${path}/createUploadSession`, {
    AttachmentItem: { attachmentType: 'file', name: 'big.bin', size: 10 },
  })
  const put = (from: number, text: string) =>
    sandbox.fetch(
      new Request(String(session.json.uploadUrl), {
        method: 'PUT',
        headers: { 'Content-Range': `bytes ${from}-${from + text.length - 1}/10` },
        body: text,
      }),
    )
  expect((await put(0, '01234')).status).toBe(200)
  expect((await put(0, '01234')).status).toBe(400)
  expect((await put(5, '56789')).status).toBe(201)
  expect((await call('GET', path)).json.value).toMatchObject([{ name: 'big.bin', size: 10 }])
})

test('extended properties are found without regard to the case of the value', async () => {
  const { call } = await lab()
  const id = 'String {00020329-0000-0000-C000-000000000046} Name CrmLink'
  const mail = await call('POST', `${AT}/mailFolders/inbox/messages`, received('Linked'))
  await call('PATCH', `${AT}/messages/${mail.json.id}`, {
    singleValueExtendedProperties: [{ id, value: 'ABC' }],
  })
  const find = async (value: string, name = id) =>
    (
      await call(
        'GET',
        `${AT}/messages?filter=${encodeURIComponent(
          `singleValueExtendedProperties/Any(ep: ep/id eq '${name}' and ep/value eq '${value}')`,
        )}`,
      )
    ).json.value?.length
  expect(await find('abc')).toBe(1)
  expect(await find('abd')).toBe(0)
  expect(await find('abc', id.replace('CrmLink', 'crmlink'))).toBe(0)
})

test.each([
  ['$orderby=receivedDateTime desc&$filter=isRead eq false', 'InefficientFilter'],
  ['$select=colour', 'RequestBroker--ParseUri'],
  ['$filter=subject eq', 'BadRequest'],
  ["$filter=colour eq 'x'", 'RequestBroker--ParseUri'],
  ['$top=0', 'ErrorInvalidRequest'],
  ['$top=1001', 'ErrorInvalidRequest'],
  ['$top=x', 'BadRequest'],
  ['$expand=singleValueExtendedProperties', 'ErrorInvalidRequest'],
  [`$filter=${'('.repeat(5000)}isRead eq true${')'.repeat(5000)}`, 'BadRequest'],
])('the query %s is refused', async (query, code) => {
  const { call } = await lab()
  await call('POST', `${AT}/mailFolders/inbox/messages`, received('One'))
  const answer = await call('GET', `${AT}/messages?${query.replaceAll(' ', '%20')}`)
  expect([answer.status, answer.code]).toEqual([400, code])
})

test.each([
  ['isRead eq true and receivedDateTime ge 2026-01-01', 2],
  ["startswith(subject,'b') or contains(subject,'ALPHA')", 2],
  ["not (subject eq 'Alpha')", 1],
  ["from/emailAddress/address eq 'carla@customer.example'", 2],
  ['receivedDateTime gt 2026-01-05T09:00:00Z', 0],
  ["subject in ('Alpha','Gamma')", 1],
  ['isDraft ne false', 0],
])('the filter %s finds %i', async (filter, count) => {
  const { call } = await lab()
  for (const subject of ['Alpha', 'Beta']) {
    await call('POST', `${AT}/mailFolders/inbox/messages`, received(subject))
  }
  const answer = await call(
    'GET',
    `${AT}/messages?$filter=${encodeURIComponent(filter)}&$count=true`,
  )
  expect(answer.json['@odata.count']).toBe(count)
})

test('next links lead through the whole list, with the dollar sign encoded', async () => {
  const { call } = await lab()
  for (let index = 0; index < 25; index += 1) {
    await call('POST', `${AT}/mailFolders/inbox/messages`, received(`M${index}`))
  }
  const seen: unknown[] = []
  let next: unknown = `${BASE}/v1.0${AT}/messages?select=subject&orderby=subject`
  while (typeof next === 'string') {
    const page = await call('GET', next)
    seen.push(...(page.json.value ?? []).map((row) => row.subject))
    next = page.json['@odata.nextLink']
    if (typeof next === 'string') expect(next).toContain('%24select=subject')
  }
  expect(new Set(seen).size).toBe(25)
})
