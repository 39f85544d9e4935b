import { expect, test } from 'vitest'
import { ANNA, caller, deltaRound, lab, received, tokenFor } from './harness.ts'

const LISTS = `/users/${ANNA}/todo/lists`

test('tasks are made, changed, linked, completed and told by delta', async () => {
  const { call } = await lab()
  const lists = (await call('GET', LISTS)).json.value ?? []
  expect(lists.map((list) => list.wellknownListName)).toEqual(['defaultList', 'flaggedEmails'])
  const tasks = `${LISTS}/${lists[0]?.id}/tasks`
  const made = await call('POST', tasks, { title: 'Call', categories: ['A'] })
  expect(made.status).toBe(201)
  expect(made.json).not.toHaveProperty('changeKey')
  const path = `${tasks}/${made.json.id}`
  const first = await deltaRound(call, `${tasks}/delta()`)
  expect(first.rows).toMatchObject([{ id: made.json.id, categories: ['A'] }])

  await call('PATCH', path, { status: 'completed' })
  const linked = await call('POST', `${path}/linkedResources`, {
    applicationName: 'CRM',
    externalId: '42',
  })
  expect(linked.status).toBe(201)
  await call('POST', `${path}/checklistItems`, { displayName: 'Dial', isChecked: true })
  const shown = await call('GET', `${path}?$expand=linkedResources,checklistItems`)
  expect(shown.json).toMatchObject({
    status: 'completed',
    completedDateTime: { timeZone: 'UTC' },
    linkedResources: [{ externalId: '42' }],
    checklistItems: [{ displayName: 'Dial', isChecked: true }],
  })
  expect((await deltaRound(call, first.link)).rows).toMatchObject([{ status: 'completed' }])
  await call('DELETE', path)
  const second = await deltaRound(call, first.link)
  expect(second.rows).toEqual([{ id: made.json.id, '@removed': { reason: 'deleted' } }])
})

test('flagged mail shows as a task of its own list', async () => {
  const { call } = await lab()
  const mail = await call(
    'POST',
    `/users/${ANNA}/mailFolders/inbox/messages`,
    received('Flag me', { flag: { flagStatus: 'flagged' } }),
  )
  const tasks = `${LISTS}/flaggedEmails/tasks`
  const titles = async () => (await call('GET', tasks)).json.value?.map((task) => task.title)
  expect(await titles()).toEqual(['Flag me'])
  await call('PATCH', `/users/${ANNA}/messages/${mail.json.id}`, {
    flag: { flagStatus: 'notFlagged' },
  })
  expect(await titles()).toEqual([])
})

test('without any Tasks permission the answer is 401 UnknownError', async () => {
  const { sandbox } = await lab({
    apps: [{ clientId: 'sandbox', secret: 'sandbox', permissions: ['Mail.ReadWrite'] }],
  })
  const call = caller(sandbox, await tokenFor(sandbox))
  const tasks = await call('GET', LISTS)
  expect([tasks.status, tasks.code]).toEqual([401, 'UnknownError'])
  const categories = await call('GET', `/users/${ANNA}/outlook/masterCategories`)
  expect([categories.status, categories.code]).toEqual([403, 'ErrorAccessDenied'])
})
