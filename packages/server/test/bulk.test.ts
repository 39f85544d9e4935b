import { TABLES } from '@trackmark/dataverse'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

const API = '/api/data/v9.2'
const id = (n: number): string => `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const NAMESPACE = 'Microsoft.Dynamics.CRM'

let server: TestApp
let basicUser: string
beforeAll(async () => {
  server = await createTestApp()
  const body = { name: 'basic', role: 'Basic User' }
  basicUser = (await server.call('POST', '/api/admin/tokens', { body })).body.token
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.database.query('delete from crm.contact')
})

const send = (
  message: string,
  targets: unknown,
  { set = 'contacts', headers = {} }: { set?: string; headers?: Record<string, string> } = {},
) =>
  server.call('POST', `${API}/${set}/${NAMESPACE}.${message}`, {
    body: { Targets: targets },
    headers,
  })
const contact = (values: Record<string, unknown>) => ({
  '@odata.type': `${NAMESPACE}.contact`,
  ...values,
})
async function contacts(): Promise<readonly Json[]> {
  const { body } = await server.call(
    'GET',
    `${API}/contacts?$select=lastname,firstname,emailaddress1&$orderby=lastname`,
  )
  return body.value
}
const lastNames = async () => (await contacts()).map((one) => one.lastname)
const create = (n: number) => contact({ contactid: id(n), lastname: `Name ${n}` })

describe('CreateMultiple', () => {
  test('makes all rows and answers their ids in order', async () => {
    const { status, body } = await send('CreateMultiple', [
      create(1),
      contact({ '@odata.type': `#${NAMESPACE}.contact`, lastname: 'Name 2' }),
      create(3),
    ])
    expect(status).toBe(200)
    expect(body).toEqual({
      '@odata.context': `http://crm.test${API}/$metadata#${NAMESPACE}.CreateMultipleResponse`,
      Ids: [id(1), expect.stringMatching(/^[0-9a-f-]{36}$/), id(3)],
    })
    expect(await lastNames()).toEqual(['Name 1', 'Name 2', 'Name 3'])
  })

  test.each([
    ['a value its column can’t hold', create(2), { lastname: 5 }, 400, 'Targets[1]: lastname'],
    ['a row that is there', create(1), {}, 412, 'Cannot insert duplicate key.'],
  ])('keeps nothing when one fails: %s', async (_, good, wrong, status, said) => {
    const bad = contact({ contactid: id(1), lastname: 'x', ...wrong })
    const answer = await send('CreateMultiple', [good, bad])
    expect([answer.status, answer.body.error.message]).toEqual([
      status,
      expect.stringContaining(said),
    ])
    expect(await contacts()).toEqual([])
  })

  test('creates nested rows, too', async () => {
    const account = { '@odata.type': `${NAMESPACE}.account`, name: 'Deep' }
    const { status } = await send(
      'CreateMultiple',
      [{ ...account, contact_customer_accounts: [{ lastname: 'Inside' }] }],
      { set: 'accounts' },
    )
    expect([status, await lastNames()]).toEqual([200, ['Inside']])
  })
})

describe('UpdateMultiple', () => {
  beforeEach(async () => {
    await send('CreateMultiple', [create(1), create(2), create(3)])
  })

  test('changes rows by their id or another key; of two for one row the first counts', async () => {
    await send('UpdateMultiple', [contact({ contactid: id(2), emailaddress1: 'two@x.example' })])
    const { status, body } = await send('UpdateMultiple', [
      contact({ contactid: id(3), firstname: 'Third' }),
      contact({ contactid: id(1), firstname: 'First' }),
      contact({ contactid: id(1), firstname: 'Again' }),
      contact({ '@odata.id': "contacts(emailaddress1='TWO@x.example')", firstname: 'Second' }),
      contact({ '@odata.id': `http://crm.test${API}/contacts(${id(2)})`, firstname: 'No' }),
    ])
    expect([status, body]).toEqual([204, ''])
    expect((await contacts()).map((one) => one.firstname)).toEqual(['First', 'Second', 'Third'])
  })

  test('names missing rows, and changes none', async () => {
    const { status, body } = await send('UpdateMultiple', [
      contact({ contactid: id(1), firstname: 'New' }),
      contact({ contactid: id(8), firstname: 'x' }),
      contact({ contactid: id(9), firstname: 'x' }),
    ])
    expect([status, body.error]).toEqual([
      404,
      { code: '0x80040217', message: `contact With Ids = ${id(8)}, ${id(9)} Do Not Exist` },
    ])
    expect((await contacts()).map((one) => one.firstname)).toEqual([null, null, null])
  })

  test('needs to know the row', async () => {
    const { status, body } = await send('UpdateMultiple', [contact({ firstname: 'x' })])
    expect([status, body.error.message]).toEqual([
      400,
      'Targets[0] must name its row by contactid.',
    ])
  })

  test('wakes mailboxes as a PATCH does, and leaves the organization to PATCH', async () => {
    const [mailbox] = (await server.call('GET', `${API}/mailboxes?$top=1`)).body.value
    const told = server.changes.length
    const change = { '@odata.type': `${NAMESPACE}.mailbox`, mailboxid: mailbox.mailboxid }
    const { status } = await send('UpdateMultiple', [{ ...change, name: 'Renamed' }], {
      set: 'mailboxes',
    })
    expect([status, server.changes.length > told]).toEqual([204, true])
    const organization = { '@odata.type': `${NAMESPACE}.organization`, name: 'x' }
    const refused = await send('UpdateMultiple', [organization], { set: 'organizations' })
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      expect.stringContaining('PATCH'),
    ])
  })
})

describe('UpsertMultiple', () => {
  test('makes and changes by key', async () => {
    await send('CreateMultiple', [
      contact({ contactid: id(1), lastname: 'A', emailaddress1: 'a@x.example' }),
    ])
    const { status, body } = await send('UpsertMultiple', [
      contact({ '@odata.id': "contacts(emailaddress1='a@x.example')", firstname: 'Changed' }),
      contact({ '@odata.id': "contacts(emailaddress1='b@x.example')", lastname: 'B' }),
      contact({ contactid: id(3), lastname: 'C' }),
      contact({ lastname: 'D' }),
    ])
    expect([status, body]).toEqual([204, ''])
    expect(await contacts()).toMatchObject([
      { lastname: 'A', firstname: 'Changed', emailaddress1: 'a@x.example' },
      { lastname: 'B', emailaddress1: 'b@x.example' },
      { contactid: id(3), lastname: 'C' },
      { lastname: 'D' },
    ])
  })

  test('refuses two rows of one key', async () => {
    const twice = contact({ '@odata.id': "contacts(emailaddress1='a@x.example')", lastname: 'A' })
    const { status, body } = await send('UpsertMultiple', [twice, twice])
    expect([status, body.error.code]).toEqual([412, '0x80040237'])
    expect(await contacts()).toEqual([])
  })
})

describe('what can’t be carried out', () => {
  test.each([
    ['no list', 'CreateMultiple', undefined, 'Targets, a list of 1 to 5000'],
    ['an empty list', 'CreateMultiple', [], 'Targets, a list of 1 to 5000'],
    [
      'a row without its type',
      'CreateMultiple',
      [{ lastname: 'x' }],
      'Targets[0] must have "@odata.type"',
    ],
    [
      'a row of another table',
      'CreateMultiple',
      [{ '@odata.type': `${NAMESPACE}.account` }],
      '@odata.type',
    ],
    ['no object', 'UpdateMultiple', [7], 'Targets[0] must be a JSON object'],
    [
      'an id of another table',
      'UpsertMultiple',
      [contact({ '@odata.id': `accounts(${id(1)})` })],
      'contacts',
    ],
  ])('%s', async (_, message, targets, said) => {
    const { status, body } = await send(message, targets)
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(said)])
  })

  test('more rows than fit', async () => {
    const { status } = await send('CreateMultiple', Array(5_001).fill(contact({ lastname: 'x' })))
    expect(status).toBe(400)
  })

  test('other ways to call it', async () => {
    const path = `${API}/contacts/${NAMESPACE}.CreateMultiple`
    expect((await server.call('GET', path)).status).toBe(405)
    expect((await server.call('POST', `${API}/CreateMultiple`, { body: {} })).status).toBe(404)
    const deleting = await send('DeleteMultiple', [create(1)])
    expect([deleting.status, deleting.body.error.message]).toEqual([
      501,
      'DeleteMultiple has not yet been implemented.',
    ])
  })

  test('tables that synchronization writes, and what a role may not', async () => {
    const alert = { '@odata.type': `${NAMESPACE}.tracelog` }
    expect((await send('CreateMultiple', [alert], { set: 'tracelogs' })).status).toBe(405)
    const headers = { authorization: `Bearer ${basicUser}` }
    expect((await send('CreateMultiple', [create(1)], { headers })).status).toBe(200)
    const queue = { '@odata.type': `${NAMESPACE}.queue`, name: 'x' }
    for (const message of ['CreateMultiple', 'UpdateMultiple', 'UpsertMultiple']) {
      expect((await send(message, [queue], { set: 'queues', headers })).status).toBe(403)
    }
  })
})

test('in a change set, a message is kept or lost with the rest', async () => {
  const part = (line: string, body: unknown) =>
    `--c\r\nContent-Type: application/http\r\n\r\nPOST ${line} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body)}\r\n`
  const batch = (last: unknown) =>
    `--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n${part(`contacts/${NAMESPACE}.CreateMultiple`, { Targets: [create(1)] })}${part('contacts', last)}--c--\r\n--b--\r\n`
  const headers = { 'content-type': 'multipart/mixed;boundary=b' }
  const run = (last: unknown) =>
    server.call('POST', `${API}/$batch`, { body: batch(last), headers })
  expect((await run({ lastname: 5 })).status).toBe(400)
  expect(await contacts()).toEqual([])
  expect((await run({ lastname: 'Two' })).status).toBe(200)
  expect(await lastNames()).toEqual(['Name 1', 'Two'])
})

test('sdkmessagefilters tell which tables take many rows in one message', async () => {
  for (const message of ['CreateMultiple', 'UpdateMultiple', 'UpsertMultiple']) {
    const { body } = await server.call(
      'GET',
      `${API}/sdkmessagefilters?$select=primaryobjecttypecode,iscustomprocessingstepallowed&$filter=sdkmessageid/name eq '${message}'`,
    )
    const told = body.value.map((one: Json) => one.primaryobjecttypecode).sort()
    const taken: string[] = []
    for (const { logicalName, entitySetName } of TABLES) {
      if (logicalName === 'organization') continue
      const { status } = await send(message, [], { set: entitySetName })
      // Without rows, a supported message answers 400.
      if (status === 400) taken.push(logicalName)
    }
    expect(told, message).toEqual(taken.sort())
    const allowed = body.value.map((one: Json) => one.iscustomprocessingstepallowed)
    expect(new Set(allowed)).toEqual(new Set([false]))
  }
})
