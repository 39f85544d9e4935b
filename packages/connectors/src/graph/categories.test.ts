import { expect, test } from 'vitest'
import { failure, type Reply, type ScriptedRequest, scripted } from '../../test/scripted.ts'

const NAME = 'Tracked to Dynamics 365'
// docs: outlookuser-list-mastercategories, outlookuser-post-mastercategories (2026-08).
const entry = { id: 'a3b1c9d2-0000-4000-8000-000000000001', displayName: NAME, color: 'Preset7' }
const listOf = (...value: object[]): Reply => ({ body: { value } })
const category = { name: NAME, color: 'preset7' }

function listThen(post: (one: ScriptedRequest, nth: number) => Reply, list: Reply) {
  let posts = 0
  return scripted((one) => (one.method === 'GET' ? list : post(one, ++posts)))
}

test('[MB1] the list is read whole, over its pages, with colours in small letters', async () => {
  const next = 'https://graph.example/v1.0/users/n/outlook/masterCategories?%24skip=1'
  const graph = scripted((one) =>
    one.path.includes('skip')
      ? listOf({ ...entry, id: 'b', displayName: 'Other', color: null })
      : { body: { value: [entry], '@odata.nextLink': next } },
  )
  expect(await graph.port.categories.list()).toEqual([
    { id: entry.id, name: NAME, color: 'preset7' },
    { id: 'b', name: 'Other', color: 'none' },
  ])
})

test('[MB1] a category is made with name and colour', async () => {
  const graph = scripted(() => ({ status: 201, body: entry }))
  expect((await graph.port.categories.create(category)).id).toBe(entry.id)
  expect(graph.asked[0]).toMatchObject({
    method: 'POST',
    path: '/users/nina@northwind.example/outlook/masterCategories',
    body: { displayName: NAME, color: 'preset7' },
  })
})

test.each([
  [409, 'ErrorCategoryExists'],
  [400, 'ErrorInvalidRequest'],
])('[MB1] a refusal with %i %s is settled by the list, without case', async (status, code) => {
  const other = { ...entry, displayName: NAME.toUpperCase() }
  const taken = listThen(() => failure(status, code), listOf(other))
  await expect(taken.port.categories.create(category)).rejects.toMatchObject({
    scope: 'categoryList',
    remedy: 'conflict',
  })

  const free = listThen(() => failure(status, code), listOf())
  await expect(free.port.categories.create(category)).rejects.toMatchObject({
    name: 'SyncError',
    scope: 'categoryList',
    remedy: 'refused',
    answer: `${status} ${code}`,
  })
})

test('[MB2] after a lost answer the category that was made is found and not made twice', async () => {
  for (const loss of ['reset', 'gateway'] as const) {
    const graph = listThen(() => {
      if (loss === 'gateway') return failure(504, 'UnknownError')
      throw new TypeError('connection reset')
    }, listOf(entry))
    expect((await graph.port.categories.create(category)).id).toBe(entry.id)
    expect(graph.asked.map(({ method }) => method)).toEqual(['POST', 'GET'])
  }
})

test('[MB2] a lost request is sent again once the list shows that nothing was made', async () => {
  const graph = listThen((_, nth) => {
    if (nth === 1) throw new TypeError('connection reset')
    return { status: 201, body: entry }
  }, listOf())
  expect((await graph.port.categories.create(category)).id).toBe(entry.id)
  expect(graph.asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
})

test('[MB7] creating gives up after three tries', async () => {
  const graph = listThen(() => failure(503, 'serviceNotAvailable'), listOf())
  await expect(graph.port.categories.create(category)).rejects.toMatchObject({ remedy: 'outage' })
  expect(graph.asked.filter(({ method }) => method === 'POST')).toHaveLength(3)
})

test('[MB6] creating waits as told, and passes on what is too long', async () => {
  const short = listThen(
    (_, nth) =>
      nth < 4 ? failure(429, 'x', { 'retry-after': '1' }) : { status: 201, body: entry },
    listOf(),
  )
  expect((await short.port.categories.create(category)).id).toBe(entry.id)
  expect(short.slept).toEqual([1_000, 1_000, 1_000])
  const long = listThen(() => failure(429, 'x', { 'retry-after': '60' }), listOf())
  await expect(long.port.categories.create(category)).rejects.toMatchObject({
    retryAfterMs: 60_000,
  })
})

test('[MB11] a denied write is told apart from a denied mailbox', async () => {
  const denied = scripted(() => failure(403, 'ErrorAccessDenied'))
  await expect(denied.port.categories.create(category)).rejects.toMatchObject({ remedy: 'refused' })
  await expect(denied.port.categories.list()).rejects.toMatchObject({ remedy: 'refused' })
})

test('[MB2] deleting what is not there is done', async () => {
  const graph = scripted(() => failure(404, 'ErrorItemNotFound'))
  await graph.port.categories.delete(entry.id)
  const closed = scripted(() => failure(404, 'MailboxNotEnabledForRESTAPI'))
  await expect(closed.port.categories.delete(entry.id)).rejects.toMatchObject({
    remedy: 'refused',
  })
})

test('[MB11] a list that is none is told, and says where', async () => {
  const graph = scripted(() => ({ body: { value: 'none' } }))
  await expect(graph.port.categories.list()).rejects.toThrow(/category list .* understood at value/)
})

test.each([
  ['no name', { id: 'b', displayName: null, color: 'preset1' }],
  ['a blank name', { id: 'b', displayName: ' ' }],
  ['no id', { displayName: 'Red category' }],
  ['an id that is a number', { id: 7, displayName: 'Red category' }],
  ['nothing', null],
])('[MB1] an entry of the list with %s spoils none of the others', async (_, odd) => {
  const graph = scripted(() => ({ body: { value: [odd, entry, odd] } }))
  expect(await graph.port.categories.list()).toEqual([
    { id: entry.id, name: NAME, color: 'preset7' },
  ])
})

test('[MB1] a colour that is none is read as none', async () => {
  const graph = scripted(() => ({ body: { value: [{ ...entry, color: 7 }] } }))
  expect((await graph.port.categories.list())[0]).toMatchObject({ id: entry.id, color: 'none' })
})

test.each([
  [400, 'ErrorNobodyKnows', 'categoryList'],
  [403, 'ErrorAccessDenied', 'categoryList'],
  [404, 'ErrorItemNotFound', 'categoryList'],
  [500, 'ErrorInternalServerError', 'categoryList'],
  [401, 'InvalidAuthenticationToken', 'mailbox'],
  [404, 'MailboxNotEnabledForRESTAPI', 'mailbox'],
  [429, 'ApplicationThrottled', 'mailbox'],
  [503, 'serviceNotAvailable', 'mailbox'],
])('[MB11] the list refused with %i %s concerns the %s', async (status, code, scope) => {
  const graph = scripted(() => failure(status, code))
  await expect(graph.port.categories.list()).rejects.toMatchObject({ scope })
})
