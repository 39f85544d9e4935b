import { expect, test } from 'vitest'
import { ANNA, deltaRound, IMMUTABLE, lab, received } from './harness.ts'

const MAIL = `/users/${ANNA}`

test('a message made with the MAPI flags 1 is received mail, another one a draft', async () => {
  const { call } = await lab()
  const draft = await call('POST', `${MAIL}/messages`, { subject: 'Draft' })
  expect(draft.status).toBe(201)
  expect(draft.json).toMatchObject({ isDraft: true, subject: 'Draft' })

  const mail = await call(
    'POST',
    `${MAIL}/mailFolders/inbox/messages`,
    received('Mail', {
      singleValueExtendedProperties: [
        { id: 'Integer 0x0E07', value: '1' },
        { id: 'SystemTime 0x0E06', value: '2025-12-24T18:00:00Z' },
      ],
    }),
  )
  expect(mail.json).toMatchObject({ isDraft: false, receivedDateTime: '2025-12-24T18:00:00Z' })
})

test('categories are written and found; other text in the filter finds nothing', async () => {
  const { call } = await lab()
  const made = await call('POST', `${MAIL}/mailFolders/inbox/messages`, received('One'))
  const before = made.json['@odata.etag']
  const patched = await call('PATCH', `${MAIL}/messages/${made.json.id}`, {
    categories: ["O'Brien"],
  })
  expect(patched.status).toBe(200)
  expect(patched.json['@odata.etag']).not.toBe(before)
  const find = (name: string) =>
    call(
      'GET',
      `${MAIL}/messages?$select=subject&$filter=${encodeURIComponent(`categories/any(c:c eq '${name}')`)}`,
    )
  expect((await find("O''Brien")).json.value).toHaveLength(1)
  expect((await find('Other')).json.value).toHaveLength(0)
})

test('a write with an old etag is refused and changes nothing', async () => {
  const { call } = await lab()
  const made = await call('POST', `${MAIL}/mailFolders/inbox/messages`, received('One'))
  const path = `${MAIL}/messages/${made.json.id}`
  const old = String(made.json['@odata.etag'])
  expect((await call('PATCH', path, { isRead: true }, { 'If-Match': old })).status).toBe(200)
  const late = await call('PATCH', path, { categories: ['x'] }, { 'If-Match': old })
  expect([late.status, late.code]).toEqual([412, 'ErrorIrresolvableConflict'])
  expect((await call('GET', path)).json.categories).toEqual([])
})

test('a move gives another default id and keeps the immutable one', async () => {
  const { call } = await lab()
  const made = await call('POST', `${MAIL}/mailFolders/inbox/messages`, received('One'), IMMUTABLE)
  expect(made.headers.get('preference-applied')).toBe('IdType="ImmutableId"')
  const plain = (await call('GET', `${MAIL}/messages/${made.json.id}`)).json.id
  const moved = await call('POST', `${MAIL}/messages/${plain}/move`, { DestinationId: 'archive' })
  expect(moved.status).toBe(201)
  expect(moved.json.id).not.toBe(plain)
  const again = await call('GET', `${MAIL}/messages/${made.json.id}`, undefined, IMMUTABLE)
  expect(again.json.id).toBe(made.json.id)
  const old = await call('GET', `${MAIL}/messages/${plain}`)
  expect([old.status, old.code]).toEqual([404, 'ErrorItemNotFound'])
  const odd = await call('GET', `${MAIL}/messages/nonsense`)
  expect([odd.status, odd.code]).toEqual([400, 'ErrorInvalidIdMalformed'])
})

test('a delta round tells everything once, the next one only what changed', async () => {
  const { call } = await lab()
  const ids: unknown[] = []
  for (let index = 0; index < 25; index += 1) {
    const path = `${MAIL}/mailFolders/inbox/messages`
    ids.push((await call('POST', path, received(`M${index}`), IMMUTABLE)).json.id)
  }
  const start = `${MAIL}/mailFolders/inbox/messages/delta?$select=subject,categories`
  const first = await deltaRound(call, start, {
    Prefer: 'IdType="ImmutableId", odata.maxpagesize=7',
  })
  expect(first.pages).toBe(4)
  expect(first.rows.map((row) => row.id)).toEqual(ids)
  expect(first.rows[0]).not.toHaveProperty('body')

  await call('PATCH', `${MAIL}/messages/${ids[3]}`, { categories: ['A'] })
  await call('POST', `${MAIL}/messages/${ids[4]}/move`, { destinationId: 'archive' })
  await call('DELETE', `${MAIL}/messages/${ids[5]}`)
  const second = await deltaRound(call, first.link)
  expect(second.rows).toEqual([
    expect.objectContaining({ id: ids[3], categories: ['A'] }),
    { id: ids[4], '@removed': { reason: 'changed' } },
    { id: ids[5], '@removed': { reason: 'deleted' } },
  ])
  expect((await deltaRound(call, second.link)).rows).toEqual([])
})

test('with messageDeltaOnlyChanged an updated message is told by what was written, a new one whole', async () => {
  const { call } = await lab({ switches: { messageDeltaOnlyChanged: true } })
  const start = `${MAIL}/mailFolders/inbox/messages/delta?$select=categories,isDraft`
  const old = await call('POST', `${MAIL}/mailFolders/inbox/messages`, received('Old'), IMMUTABLE)
  const first = await deltaRound(call, start)
  expect(first.rows[0]).toMatchObject({ categories: [], isDraft: false })
  await call('PATCH', `${MAIL}/messages/${old.json.id}`, { isRead: true })
  const fresh = await call('POST', `${MAIL}/mailFolders/inbox/messages`, received('New'), IMMUTABLE)
  const second = await deltaRound(call, first.link)
  const names = (id: unknown, rows: readonly object[]) =>
    Object.keys(rows.find((row) => 'id' in row && row.id === id) ?? {}).filter(
      (name) => !name.startsWith('@'),
    )
  expect(names(old.json.id, second.rows).sort()).toEqual(['id', 'isRead', 'parentFolderId'])
  expect(names(fresh.json.id, second.rows).sort()).toEqual(['categories', 'id', 'isDraft'])
  await call('PATCH', `${MAIL}/messages/${old.json.id}`, { categories: ['Red category'] })
  const third = await deltaRound(call, second.link)
  expect(names(old.json.id, third.rows).sort()).toEqual(['categories', 'id'])
})

test('$search is refused: everything would be answered as if it had been found', async () => {
  const { call } = await lab()
  const answer = await call('GET', `${MAIL}/messages?$search="offer"`)
  expect([answer.status, answer.code]).toEqual([400, 'BadRequest'])
  expect(answer.text).toContain('$search is not served')
})
