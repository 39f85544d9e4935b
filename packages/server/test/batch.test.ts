import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

let server: TestApp
const API = '/api/data/v9.2'
const id = (n: number): string => `40000000-0000-4000-8000-${String(n).padStart(12, '0')}`

beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.database.query('delete from crm.contact')
})

interface One {
  readonly line: string
  readonly body?: unknown
  readonly contentId?: string
  readonly headers?: string
}

const http = ({ line, body, contentId, headers = '' }: One): string =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `${line} HTTP/1.1`,
    'Content-Type: application/json',
    ...(headers === '' ? [] : [headers]),
    '',
    body === undefined ? '' : JSON.stringify(body),
  ].join('\r\n')
const changeSet = (...parts: readonly One[]): string =>
  `Content-Type: multipart/mixed;boundary=c\r\n\r\n${wrap('c', parts.map(http))}`
const wrap = (boundary: string, parts: readonly string[]): string =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`

async function send(
  parts: readonly string[],
  headers: Record<string, string> = {},
): Promise<{ status: number; statuses: number[]; text: string }> {
  const { status, body } = await server.call('POST', `${API}/$batch`, {
    body: wrap('b', parts),
    headers: { 'content-type': 'multipart/mixed;boundary="b"', ...headers },
  })
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, code]) => Number(code))
  return { status, statuses, text }
}
const get = (path: string): string => http({ line: `GET ${path}` })
const create = (n: number, more: Partial<One> = {}): One => ({
  line: 'POST contacts',
  body: { contactid: id(n), lastname: `Name ${n}` },
  ...more,
})
const names = async (): Promise<string[]> =>
  (await server.call('GET', `${API}/contacts?$orderby=lastname`)).body.value.map(
    (row: Json) => row.lastname,
  )

describe('requests of a batch', () => {
  test('are answered in order, by whatever address they are written', async () => {
    const { status, statuses, text } = await send([
      http(create(1)),
      get(`contacts(${id(1)})?$select=lastname`),
      get(`${API}/contacts?$filter=lastname eq 'Name 1'&$select=lastname`),
      get(`http://crm.test${API}/contacts/$count`),
    ])
    expect(status).toBe(200)
    expect(statuses).toEqual([204, 200, 200, 200])
    expect(text.match(/"lastname":"Name 1"/g)).toHaveLength(2)
  })

  test('the first failure ends it, and is its status', async () => {
    const { status, statuses } = await send([
      http(create(1)),
      get(`contacts(${id(9)})`),
      http(create(2)),
    ])
    expect({ status, statuses }).toEqual({ status: 404, statuses: [204, 404] })
    expect(await names()).toEqual(['Name 1'])
  })

  test('goes on where it is asked to', async () => {
    const prefer = { prefer: 'odata.continue-on-error' }
    const parts = [http(create(1)), get(`contacts(${id(9)})`), http(create(2))]
    const { status, statuses } = await send(parts, prefer)
    expect({ status, statuses }).toEqual({ status: 200, statuses: [204, 404, 204] })
    expect(await names()).toEqual(['Name 1', 'Name 2'])
  })
})

describe('a change set', () => {
  test('is one transaction, whose requests name each other’s rows', async () => {
    const { status, statuses, text } = await send([
      changeSet(
        { line: 'POST accounts', body: { accountid: id(50), name: 'New' }, contentId: '1' },
        create(1, {
          contentId: '2',
          body: { contactid: id(1), lastname: 'In', 'parentcustomerid_account@odata.bind': '$1' },
        }),
        { line: 'PATCH $2', body: { firstname: 'Later' }, contentId: '3' },
      ),
    ])
    expect({ status, statuses }).toEqual({ status: 200, statuses: [204, 204, 204] })
    expect(text).toContain('Content-ID: 2')
    const { body } = await server.call('GET', `${API}/contacts(${id(1)})`)
    expect(body).toMatchObject({ _parentcustomerid_value: id(50), firstname: 'Later' })
  })

  test('of one that fails nothing is kept, and the failure alone is answered', async () => {
    const { status, statuses, text } = await send([
      changeSet(create(1), create(2, { body: { lastname: 5 } }), create(3)),
    ])
    expect({ status, statuses }).toEqual({ status: 400, statuses: [400] })
    expect(text).toContain('lastname')
    expect(await names()).toEqual([])
  })

  test('fails alone where the batch goes on', async () => {
    const parts = [changeSet(create(1), create(1)), changeSet(create(2))]
    const { statuses } = await send(parts, { prefer: 'odata.continue-on-error' })
    expect(statuses).toEqual([412, 204])
    expect(await names()).toEqual(['Name 2'])
  })

  test('keeps to If-Match', async () => {
    await send([http(create(1))])
    const stale = 'If-Match: W/"1"'
    const { statuses } = await send([
      changeSet(create(2), {
        line: `PATCH contacts(${id(1)})`,
        body: { lastname: 'x' },
        headers: stale,
      }),
    ])
    expect(statuses).toEqual([412])
    expect(await names()).toEqual(['Name 1'])
  })

  test.each([
    ['a reading', [{ line: 'GET contacts' }], 'GET outside'],
    ['a name nobody has', [{ line: 'PATCH $7', body: {} }], "'$7' does not exist"],
    ['a name twice', [create(1, { contentId: '1' }), create(2, { contentId: '1' })], 'twice'],
  ] as const)('refuses %s', async (_what, parts, said) => {
    const { status, text } = await send([changeSet(...parts)])
    expect(status).toBe(400)
    expect(text).toContain(said)
    expect(await names()).toEqual([])
  })
})

describe('a batch that can’t be read', () => {
  test.each([
    ['application/json', '{}', 415],
    ['multipart/mixed', '--b--', 400],
    ['multipart/mixed;boundary=b', 'nothing', 400],
    ['multipart/mixed;boundary=b', '--b\r\nContent-Type: application/http\r\n\r\nGET x', 400],
    ['multipart/mixed;boundary=b', '--b\r\nContent-Type: text/plain\r\n\r\nGET x\r\n--b--', 400],
  ])('%s %j is %i', async (type, body, status) => {
    const headers = { 'content-type': type }
    const answer = await server.call('POST', `${API}/$batch`, { body, headers })
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).not.toBe('')
  })

  test('an address of more than 65,536 characters fails alone', async () => {
    const long = (length: number) => `contacts?$filter=lastname eq '${'x'.repeat(length)}'`
    const { statuses, text } = await send([get(long(60_000)), get(long(66_000)), get('contacts')], {
      prefer: 'odata.continue-on-error',
    })
    expect(statuses).toEqual([200, 414, 200])
    expect(text).toContain('65536')
  })

  test('holds 1,000 requests, and none that is a batch', async () => {
    const many = await send(Array.from({ length: 1001 }, () => get('WhoAmI()')))
    expect(many.status).toBe(400)
    expect(many.text).toContain('1000 requests')
    const nested = await send([http({ line: `POST ${API}/$batch`, body: {} })])
    expect(nested.text).toContain('another batch')
    expect((await server.call('GET', `${API}/$batch`)).status).toBe(405)
  })

  test('has lines that end with LF as well', async () => {
    const text = wrap('b', [http(create(1))]).replaceAll('\r\n', '\n')
    const headers = { 'content-type': 'multipart/mixed; boundary=b' }
    expect((await server.call('POST', `${API}/$batch`, { body: text, headers })).status).toBe(200)
    expect(await names()).toEqual(['Name 1'])
  })
})
