import { expect, test } from 'vitest'
import { ANNA, BEN, IMMUTABLE, type Json, type Lab, lab, received } from './harness.ts'
import { createChecker, hasDescription } from './openapi.ts'

const AT = `/users/${ANNA}`
const WINDOW = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-02-01T00:00:00Z'

if (!hasDescription) {
  process.stderr.write(
    'conformance.test.ts is skipped: ../shared/data/msgraph is not beside this checkout\n',
  )
}

const attachment = {
  '@odata.type': '#microsoft.graph.fileAttachment',
  name: 'a.txt',
  contentType: 'text/plain',
  contentBytes: 'aGVsbG8=',
}
const extension = {
  '@odata.type': '#microsoft.graph.openTypeExtension',
  extensionName: 'com.contoso.crm',
}
const at = (day: string) => ({ dateTime: `2026-01-${day}T09:00:00`, timeZone: 'UTC' })
const event = (more: Readonly<Record<string, unknown>> = {}) => ({
  subject: 'Meeting',
  start: at('06'),
  end: { ...at('06'), dateTime: '2026-01-06T10:00:00' },
  ...more,
})
const attendees = [{ type: 'required', emailAddress: { name: 'Ben', address: BEN } }]
const recurrence = {
  pattern: { type: 'daily', interval: 1 },
  range: { type: 'numbered', startDate: '2026-01-06', numberOfOccurrences: 3 },
}

async function people(call: Lab['call']) {
  await call('GET', '/users')
  await call('GET', `${AT}?$select=id,mail,userPrincipalName`)
  await call('GET', `${AT}/mailboxSettings`)
  await call('PATCH', `${AT}/mailboxSettings`, { timeZone: 'Pacific Standard Time' })
  await call('GET', `${AT}/outlook`)
  const list = `${AT}/outlook/masterCategories`
  await call('GET', list)
  const made = await call('POST', list, { displayName: 'Crm', color: 'preset3' })
  await call('POST', list, { displayName: 'Crm', color: 'preset3' })
  await call('GET', `${list}/${made.json.id}`)
  await call('PATCH', `${list}/${made.json.id}`, { color: 'preset4' })
  await call('DELETE', `${list}/${made.json.id}`)
}

async function folders(call: Lab['call']) {
  const root = `${AT}/mailFolders`
  await call('GET', `${root}?$count=true`)
  const made = await call('POST', root, { displayName: 'Top' })
  await call('POST', `${root}/${made.json.id}/childFolders`, { displayName: 'Below' })
  await call('GET', `${root}/${made.json.id}/childFolders`)
  await call('GET', `${root}/inbox?$expand=childFolders`)
  await call('PATCH', `${root}/${made.json.id}`, { displayName: 'Other' })
  const round = await call('GET', `${root}/delta()`)
  await call('DELETE', `${root}/${made.json.id}`)
  await call('GET', String(round.json['@odata.nextLink'] ?? round.json['@odata.deltaLink']))
}

async function messages(call: Lab['call']) {
  const inbox = `${AT}/mailFolders/inbox/messages`
  const mail = await call('POST', inbox, received('One', { attachments: [attachment] }), IMMUTABLE)
  const path = `${AT}/messages/${mail.json.id}`
  const inFolder = `${inbox}/${mail.json.id}`
  await call('GET', `${inbox}?$top=5&$select=subject,categories`)
  await call('GET', `${AT}/messages?$expand=attachments`)
  await call('GET', `${path}?$select=internetMessageHeaders,uniqueBody,subject`)
  await call('GET', inFolder)
  await call('PATCH', inFolder, { isRead: true })
  await call('PATCH', path, { categories: ['X'], flag: { flagStatus: 'flagged' } })
  await call('GET', `${inbox}/delta()?$select=subject`, undefined, {
    Prefer: 'odata.maxpagesize=1',
  })
  await call('GET', `${path}/$value`)
  await call('GET', `${path}/attachments`)
  const file = await call('POST', `${path}/attachments`, attachment)
  await call('GET', `${path}/attachments/${file.json.id}`)
  await call('DELETE', `${path}/attachments/${file.json.id}`)
  await call('POST', `${path}/attachments/createUploadSession`, {
    AttachmentItem: { attachmentType: 'file', name: 'big', size: 10 },
  })
  await extensions(call, path)
  await call('POST', `${path}/copy`, { DestinationId: 'archive' })
  await call('POST', `${path}/createReply`, { Comment: 'a' })
  await call('POST', `${path}/createReplyAll`, { Comment: 'a' })
  await call('POST', `${path}/createForward`, { Comment: 'a' })
  await call('POST', `${inFolder}/move`, { DestinationId: 'archive' })
  await call('POST', `${path}/move`, { DestinationId: 'junkemail' })
  await call('DELETE', path)
  await call('POST', `${path}/permanentDelete`)
  await call('GET', path)
  await endOfMessages(call)
}

async function endOfMessages(call: Lab['call']) {
  const other = await call('POST', `${AT}/mailFolders/inbox/messages`, received('Two'))
  await call('DELETE', `${AT}/mailFolders/inbox/messages/${other.json.id}`)
  const draft = await call('POST', `${AT}/messages`, {
    subject: 'Draft',
    toRecipients: [{ emailAddress: { address: BEN } }],
  })
  await call('POST', `${AT}/messages/${draft.json.id}/send`)
  await call('POST', `${AT}/sendMail`, {
    Message: { subject: 'Hi', toRecipients: [{ emailAddress: { address: BEN } }] },
    SaveToSentItems: true,
  })
  await call('POST', `${AT}/translateExchangeIds`, {
    InputIds: [String(draft.json.id), 'nothing'],
    SourceIdType: 'restId',
    TargetIdType: 'restImmutableEntryId',
  })
}

async function extensions(call: Lab['call'], path: string) {
  await call('POST', `${path}/extensions`, extension)
  await call('GET', `${path}/extensions`)
  const one = `${path}/extensions/com.contoso.crm`
  await call('GET', one)
  await call('PATCH', one, extension)
  await call('DELETE', one)
}

async function calendars(call: Lab['call']) {
  await call('GET', `${AT}/calendar`)
  await call('GET', `${AT}/calendars`)
  const made = await call('POST', `${AT}/calendars`, { name: 'Second' })
  const second = `${AT}/calendars/${made.json.id}`
  await call('GET', second)
  await call('PATCH', second, { name: 'Other' })
  await call('POST', `${second}/events`, event({ recurrence }))
  await call('GET', `${second}/events`)
  await call('GET', `${second}/calendarView?${WINDOW}`)
  await call('GET', `${second}/calendarView/delta()?${WINDOW}`)
  await call('GET', `${second}/events/delta()?${WINDOW}`)
  await call('DELETE', second)
  await call('POST', `${AT}/calendar/events`, event())
  await call('GET', `${AT}/calendar/events`)
  await call('GET', `${AT}/calendar/calendarView?${WINDOW}`)
  await call('GET', `${AT}/calendarView?${WINDOW}`)
}

async function events(call: Lab['call']) {
  const made = await call(
    'POST',
    `${AT}/events`,
    event({ recurrence, attendees, transactionId: 't', location: { displayName: 'Room' } }),
  )
  const path = `${AT}/events/${made.json.id}`
  await call('GET', `${AT}/events?$filter=categories/any(c:c eq 'X')`)
  const days = await call('GET', `${path}/instances?${WINDOW}`)
  await call('PATCH', `${AT}/events/${days.json.value?.[1]?.id}`, { categories: ['X'] })
  await call(
    'GET',
    `${path}?$select=subject,cancelledOccurrences,exceptionOccurrences&$expand=exceptionOccurrences`,
  )
  await call('PATCH', path, { subject: 'Changed' })
  await call('GET', `${AT}/calendarView/delta()?${WINDOW}`)
  await call('GET', `${AT}/events/delta()?${WINDOW}`)
  await call('GET', `${path}/attachments`)
  const file = await call('POST', `${path}/attachments`, attachment)
  await call('GET', `${path}/attachments/${file.json.id}`)
  await call('DELETE', `${path}/attachments/${file.json.id}`)
  await extensions(call, path)
  const theirs = `/users/${BEN}/events`
  const copy = async () => (await call('GET', theirs)).json.value?.[0]?.id
  await call('POST', `${theirs}/${await copy()}/tentativelyAccept`, { SendResponse: true })
  await call('POST', `${theirs}/${await copy()}/accept`, { Comment: 'yes' })
  await call('POST', `${theirs}/${await copy()}/decline`, { SendResponse: true })
  await call('GET', `/users/${BEN}/messages`)
  await call('GET', `/users/${BEN}/messages?$expand=microsoft.graph.eventMessage/event`)
  await call('GET', `${AT}/messages`)
  await call('POST', `${path}/cancel`, { Comment: 'off' })
  const single = await call('POST', `${AT}/events`, event())
  await call('POST', `${AT}/events/${single.json.id}/permanentDelete`)
  const another = await call('POST', `${AT}/events`, event())
  await call('DELETE', `${AT}/events/${another.json.id}`)
}

async function tasks(call: Lab['call']) {
  const root = `${AT}/todo/lists`
  await call('GET', root)
  const list = await call('POST', root, { displayName: 'Mine' })
  const path = `${root}/${list.json.id}`
  await call('GET', path)
  await call('PATCH', path, { displayName: 'Other' })
  await call('GET', `${root}/delta()`)
  const task = await call('POST', `${path}/tasks`, {
    title: 'Do',
    dueDateTime: { dateTime: '2026-01-09T00:00:00', timeZone: 'UTC' },
  })
  const one = `${path}/tasks/${task.json.id}`
  await call('GET', `${path}/tasks`)
  await call('PATCH', one, { status: 'completed', categories: ['X'] })
  await call('GET', `${path}/tasks/delta()`)
  for (const [name, body] of [
    ['linkedResources', { applicationName: 'CRM', externalId: '1' }],
    ['checklistItems', { displayName: 'Step', isChecked: true }],
  ] as const) {
    const part = await call('POST', `${one}/${name}`, body)
    await call('GET', `${one}/${name}`)
    await call('GET', `${one}/${name}/${part.json.id}`)
    await call('PATCH', `${one}/${name}/${part.json.id}`, { displayName: 'Changed' })
    await call('GET', `${one}?$expand=${name}`)
    await call('DELETE', `${one}/${name}/${part.json.id}`)
  }
  await extensions(call, one)
  await call('DELETE', one)
  await call('GET', `${path}/tasks/delta()`)
  await call('DELETE', path)
}

async function service(call: Lab['call']) {
  const made = await call('POST', '/subscriptions', {
    changeType: 'updated',
    notificationUrl: 'https://hook.example/notify',
    resource: `users/${ANNA}/events`,
    expirationDateTime: '2026-01-07T09:00:00Z',
  })
  await call('GET', '/subscriptions')
  const path = `/subscriptions/${made.json.id}`
  await call('GET', path)
  await call('PATCH', path, { expirationDateTime: '2026-01-06T09:00:00Z' })
  await call('POST', `${path}/reauthorize`)
  await call('DELETE', path)
  await call('POST', '/$batch', { requests: [{ id: '1', method: 'GET', url: '/users' }] })
  await call('POST', '/$batch', { requests: [] })
}

test.skipIf(!hasDescription)(
  "requests and answers keep to Microsoft's description, every operation of it",
  async () => {
    const echo = async (request: Request) =>
      new Response(new URL(request.url).searchParams.get('validationToken') ?? '', { status: 200 })
    const { call } = await lab({ fetch: echo })
    const checker = createChecker()
    const watched = checker.watch(call)
    for (const part of [people, folders, messages, calendars, events, tasks, service]) {
      await part(watched)
    }
    expect(checker.all.filter((name) => !checker.seen.has(name))).toEqual([])
  },
)

test.skipIf(!hasDescription)('the check itself refuses what the description forbids', async () => {
  const { call } = await lab()
  const bend: Lab['call'] = async (...asked) => {
    const reply = await call(...asked)
    const rows = (reply.json.value ?? []).map((row): Json => ({ ...row, colour: 'x' }))
    return { ...reply, json: { ...reply.json, value: rows } }
  }
  await expect(
    createChecker().watch(bend)('GET', `${AT}/outlook/masterCategories`),
  ).rejects.toThrow(/additional properties/)
})
