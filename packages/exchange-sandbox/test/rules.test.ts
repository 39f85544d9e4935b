import type { MessageRule } from '@microsoft/microsoft-graph-types'
import { expect, test } from 'vitest'
import { restoreMailbox } from '../src/persist/records.ts'
import { ANNA, BEN, type Lab, lab } from './harness.ts'

const RULES = `/users/${ANNA}/mailFolders/inbox/messageRules`

const send = ({ call }: Lab, message: Readonly<Record<string, unknown>>) =>
  call('POST', `/users/${BEN}/sendMail`, {
    message: { toRecipients: [{ emailAddress: { address: ANNA } }], ...message },
  })

const inbox = async ({ call }: Lab) =>
  (await call('GET', `/users/${ANNA}/mailFolders/inbox/messages`)).json.value ?? []

const rule = (more: MessageRule): MessageRule => ({ displayName: 'One', sequence: 1, ...more })

test('a rule is made, read, changed and deleted', async () => {
  const { call } = await lab()
  const made = await call('POST', RULES, rule({ actions: { markAsRead: true } }))
  expect(made).toMatchObject({
    status: 201,
    json: { displayName: 'One', sequence: 1, isEnabled: true, hasError: false, isReadOnly: false },
  })
  const path = `${RULES}/${made.json.id}`
  await call('PATCH', path, { isEnabled: false, conditions: { subjectContains: ['x'] } })
  expect((await call('GET', path)).json).toMatchObject({
    isEnabled: false,
    conditions: { subjectContains: ['x'] },
    actions: { markAsRead: true },
  })
  expect((await call('DELETE', path)).status).toBe(204)
  expect((await call('GET', RULES)).json.value).toEqual([])
  expect(await call('GET', path)).toMatchObject({ status: 404, code: 'ErrorItemNotFound' })
})

test.each<[string, MessageRule['conditions'], boolean]>([
  ['subject, without regard to case', { subjectContains: ['nothing', 'INVOICE'] }, true],
  ['another subject', { subjectContains: ['offer'] }, false],
  ['name of the sender', { senderContains: ['ben c'] }, true],
  ['address of the sender', { senderContains: ['ben@'] }, true],
  ['whole address', { fromAddresses: [{ emailAddress: { address: BEN.toUpperCase() } }] }, true],
  ['a part of an address', { fromAddresses: [{ emailAddress: { address: 'ben' } }] }, false],
  ['text of an HTML body', { bodyContains: ['seven pounds'] }, true],
  ['markup', { bodyContains: ['<b>'] }, false],
  ['body or subject', { bodyOrSubjectContains: ['pounds'] }, true],
  ['recipient', { recipientContains: ['anna@'] }, true],
  ['importance', { importance: 'high' }, false],
  ['no attachments', { hasAttachments: false }, true],
  ['one of two conditions', { subjectContains: ['invoice'], bodyContains: ['euros'] }, false],
  ['no condition', {}, true],
])('a rule on %s', async (_what, conditions, fits) => {
  const world = await lab()
  const actions = { assignCategories: ['Money'] }
  await world.call('POST', RULES, rule({ conditions: conditions ?? {}, actions }))
  const body = { contentType: 'html', content: '<p>It is <b>seven</b> pounds.</p>' }
  await send(world, { subject: 'Your invoice', body })
  expect(await inbox(world)).toMatchObject([{ categories: fits ? ['Money'] : [] }])
})

test('rules act in their order, until one stops them; exceptions hold one back', async () => {
  const world = await lab()
  const { call } = world
  const assign = (sequence: number, name: string, more: MessageRule = {}) =>
    call('POST', RULES, {
      displayName: name,
      sequence,
      ...more,
      actions: { assignCategories: [name], ...more.actions },
    })
  await assign(3, 'third')
  await assign(2, 'second', { actions: { stopProcessingRules: true } })
  await assign(1, 'first', { exceptions: { subjectContains: ['but'] } })
  await send(world, { subject: 'All' })
  await send(world, { subject: 'All but the first' })
  const rows = await inbox(world)
  const of = (subject: string) => rows.find((row) => row.subject === subject)?.categories
  expect(of('All')).toEqual(['first', 'second'])
  expect(of('All but the first')).toEqual(['second'])
})

test('a rule moves, and says so when its folder has gone', async () => {
  const world = await lab()
  const { call } = world
  const folder = await call('POST', `/users/${ANNA}/mailFolders`, { displayName: 'Money' })
  const { id } = folder.json
  const actions = { moveToFolder: String(id), markAsRead: true }
  const made = await call('POST', RULES, rule({ actions }))
  await send(world, { subject: 'One' })
  const moved = await call('GET', `/users/${ANNA}/mailFolders/${id}/messages`)
  expect(moved.json.value).toMatchObject([{ subject: 'One', isRead: true }])
  await call('DELETE', `/users/${ANNA}/mailFolders/${id}`)
  expect((await call('GET', `${RULES}/${made.json.id}`)).json.hasError).toBe(true)
  await send(world, { subject: 'Two' })
  expect(await inbox(world)).toMatchObject([{ subject: 'Two', isRead: false }])
})

test.each([
  ['without a name', RULES, { sequence: 1, actions: {} }, /displayName/],
  [
    'with an action nobody can see here',
    RULES,
    rule({ actions: { redirectTo: [] } }),
    /redirectTo/,
  ],
  [
    'with a misspelt condition',
    RULES,
    rule({ conditions: { subject: 'x' } as never, actions: {} }),
    /subject/,
  ],
  [
    'of a folder',
    `/users/${ANNA}/mailFolders/archive/messageRules`,
    rule({ actions: {} }),
    /Inbox/,
  ],
])('a rule %s is refused', async (_what, path, body, reason) => {
  const { call } = await lab()
  const reply = await call('POST', path, body)
  expect(reply.status).toBe(400)
  expect(reply.text).toMatch(reason)
})

test('a journal from before rules had a name is still read', async () => {
  async function* lines() {
    const old = {
      id: 'r',
      fromContains: null,
      subjectContains: 'x',
      assignCategories: ['A'],
      moveToFolder: null,
      markAsRead: false,
    }
    const v = { settings: {}, categories: [], rules: [old], epoch: 0, lost: [], floors: {} }
    yield JSON.stringify({ k: 'meta/mailbox', v })
  }
  const { mailbox } = await restoreMailbox('u', lines())
  expect(mailbox.rules).toMatchObject([
    { id: 'r', conditions: { subjectContains: ['x'] }, actions: { assignCategories: ['A'] } },
  ])
})
