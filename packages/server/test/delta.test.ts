import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, insertEmails, type Json, type TestApp } from './support.ts'

const API = '/api/data/v9.2'
const TRACK = { Prefer: 'odata.track-changes' }
const id = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
  const rows = Array.from({ length: 7 }, (_, n) => ({ id: id(n), subject: `Mail ${n}` }))
  await insertEmails(server, rows)
})
afterAll(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  server.call('GET', path.startsWith('http') ? path.slice('http://crm.test'.length) : path, {
    headers,
  })

/** Follows next links, without the Prefer header, to the delta link. */
async function readAll(path: string, headers: Record<string, string> = {}) {
  const value: Json[] = []
  let pages = 0
  let answer = await get(path, headers)
  for (;;) {
    expect(answer.status).toBe(200)
    value.push(...answer.body.value)
    pages += 1
    const next = answer.body['@odata.nextLink']
    if (next === undefined) break
    answer = await get(next, { Prefer: 'odata.maxpagesize=3' })
  }
  return {
    value,
    pages,
    context: answer.body['@odata.context'],
    link: answer.body['@odata.deltaLink'],
  }
}

const select = `${API}/emails?$select=subject`

test('a first reading gives every row and, on its last page, a delta link', async () => {
  const first = await get(select, { Prefer: 'odata.track-changes,odata.maxpagesize=3' })
  expect(first.headers.get('preference-applied')).toContain('odata.track-changes')
  expect(first.body['@odata.deltaLink']).toBeUndefined()
  const all = await readAll(select, { Prefer: 'odata.track-changes,odata.maxpagesize=3' })
  expect(all.value.map((row) => row.subject)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Mail ${n}`))
  expect(all.context).toBe('http://crm.test/api/data/v9.2/$metadata#emails(subject,activityid)')
  expect(all.link).toMatch(
    /^http:\/\/crm\.test\/api\/data\/v9\.2\/emails\?\$select=subject&\$deltatoken=/,
  )
})

test('a delta link gives what changed, then what was deleted, as Dataverse words it', async () => {
  const { link } = await readAll(select, TRACK)
  await server.database.query(`update crm.email set subject = 'New' where activityid = $1`, [id(2)])
  await insertEmails(server, [{ id: id(20), subject: 'Fresh' }])
  await server.database.query('delete from crm.email where activityid = $1', [id(3)])
  const count = await get(link.replace('emails?', 'emails/$count?'))
  expect(count.body).toBe('3')
  const { body } = await get(link)
  expect(body['@odata.context']).toBe(
    'http://crm.test/api/data/v9.2/$metadata#emails(subject,activityid)/$delta',
  )
  expect(body.value).toEqual([
    { '@odata.etag': expect.any(String), subject: 'New', activityid: id(2) },
    { '@odata.etag': expect.any(String), subject: 'Fresh', activityid: id(20) },
    {
      '@odata.context': 'http://crm.test/api/data/v9.2/$metadata#emails/$deletedEntity',
      id: id(3),
      reason: 'deleted',
    },
  ])
  const later = await get(body['@odata.deltaLink'])
  expect(later.body.value).toEqual([])
})

test('annotations come with changes as with any rows', async () => {
  const { body } = await get(`${API}/emails?$select=statuscode`, {
    Prefer: 'odata.track-changes,odata.include-annotations="*"',
  })
  expect(body.value[0]['statuscode@OData.Community.Display.V1.FormattedValue']).toBe('Received')
})

test.each([
  ['$filter', `emails?$filter=subject eq 'x'`],
  ['$orderby', 'emails?$orderby=subject'],
  ['$expand', 'emails?$expand=email_activity_parties'],
  ['$top', 'emails?$top=1'],
  ['$apply', 'emails?$apply=aggregate($count as n)'],
])("%s isn't supported with change tracking", async (option, path) => {
  const { status, body } = await get(`${API}/${path}`, TRACK)
  expect(status).toBe(400)
  expect(body.error.message).toBe(
    `The "${option}" query parameter isn't supported when Change Tracking is enabled.`,
  )
})

test('tables that are not tracked say so', async () => {
  const { status, body } = await get(`${API}/mailboxes`, TRACK)
  expect([status, body.error.message]).toEqual([
    400,
    "Change tracking isn't enabled for the table mailbox.",
  ])
})

test.each(['made-up', '', 'WyJkIiwidGFzayIsIjEuMDAwMDAwMDEiLCI1Il0'])(
  'the delta token %o was never given for emails and is refused',
  async (token) => {
    const { status, body } = await get(`${API}/emails?$deltatoken=${token}`)
    expect([status, body.error.code]).toEqual([400, '0x80060888'])
  },
)

test('an expired delta token asks for a full reading, with the code Dataverse has for it', async () => {
  const { link } = await readAll(select, TRACK)
  const token = new URL(link).searchParams.get('$deltatoken') ?? ''
  const parts = JSON.parse(Buffer.from(token, 'base64url').toString())
  parts[2] = '5.00000001'
  const old = Buffer.from(JSON.stringify(parts)).toString('base64url')
  const { status, body } = await get(`${select}&$deltatoken=${old}`)
  expect([status, body.error.code]).toEqual([400, '0x80044352'])
})
