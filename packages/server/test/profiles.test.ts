import { getSecret } from '@trackmark/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())

const admin = (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => server.call(method, `/api/admin/${path}`, body === undefined ? { headers } : { body, headers })

const CLIENT = '11111111-2222-4333-8444-555555555555'
const body = (name: string, more = {}) => ({
  name,
  tenantId: 'contoso.example',
  clientId: CLIENT,
  secret: 'very-secret-indeed',
  ...more,
})
const add = async (name: string, more = {}) =>
  (await admin('POST', 'profiles', body(name, more))).body
const secretOf = (profileId: string) =>
  getSecret(server.database, Buffer.alloc(32, 7), {
    organizationId: server.organizationId,
    name: `profile/${profileId}`,
  })

describe('server profiles', () => {
  test('are made with what their form has, and never tell their secret', async () => {
    const added = await add('Contoso', {
      description: 'For sales',
      minPollingMinutes: 5,
      sendEmailAlert: true,
      isDefault: true,
      processEmailsReceivedAfter: '2026-01-01T00:00:00Z',
    })
    expect(added).toMatchObject({
      name: 'Contoso',
      connector: 'exchangeonline',
      description: 'For sales',
      connection: { tenantId: 'contoso.example', clientId: CLIENT, credential: 'secret' },
      isActive: true,
      isDefault: true,
      mailboxes: 0,
      secretSetOn: new Date(server.now.value).toISOString(),
      certificate: null,
      processEmailsReceivedAfter: '2026-01-01T00:00:00.000Z',
      minPollingMinutes: 5,
      maxConcurrentConnections: 10,
      sendEmailAlert: true,
      lastTest: null,
    })
    const read = await admin('GET', `profiles/${added.profileId}`)
    expect(JSON.stringify(read.body)).not.toContain('very-secret')
    expect(await secretOf(added.profileId)).toBe('very-secret-indeed')
    const again = await admin('POST', 'profiles', body('contoso'))
    expect([again.status, again.body.error.code]).toEqual([409, '0x80040237'])
    const { settings } = (await admin('GET', 'email-settings')).body
    const byDefault = settings.find((one: Json) => one.type === 'profile')
    expect(byDefault.value).toBe(added.profileId)
  })

  test('are changed with regard to others, and their mailboxes are due', async () => {
    const { profileId, etag } = await add('Changing')
    const headers = { 'if-match': etag }
    server.changes.length = 0
    const first = await admin('PATCH', `profiles/${profileId}`, { name: 'Changed' }, headers)
    expect(first.body).toMatchObject({ name: 'Changed', secretSetOn: expect.any(String) })
    expect(server.changes).toEqual([{ profileId }])
    const second = await admin('PATCH', `profiles/${profileId}`, { name: 'Lost' }, headers)
    expect([second.status, second.body.error.code]).toEqual([412, '0x80060882'])
    await admin('PATCH', `profiles/${profileId}`, { secret: 'another' })
    expect(await secretOf(profileId)).toBe('another')
    const half = await admin('PATCH', `profiles/${profileId}`, { privateKey: 'x' })
    expect(half.status).toBe(400)
    expect(half.body.error.message).toMatch(/private key without passphrase in PEM form/)
  })

  test('are audited, and of a secret only that it changed', async () => {
    const { profileId } = await add('Audited', { secret: 'first-secret' })
    const change = { secret: 'second-secret', tenantId: 'fabrikam.example', isActive: false }
    await admin('PATCH', `profiles/${profileId}`, change)
    const { records } = (await admin('GET', `audit?object=${profileId}`)).body
    const made = records.find((one: Json) => one.operation === 'create')
    const changed = records.find((one: Json) => one.operation === 'update')
    expect(made.objectName).toBe('Audited')
    expect(changed.changes).toMatchObject([
      { name: 'statecode', before: '0', after: '1' },
      { name: 'tenantid', before: 'contoso.example', after: 'fabrikam.example' },
      { name: 'credentials', before: null, after: 'changed' },
    ])
    expect(JSON.stringify(records)).not.toMatch(/-secret/)
    await admin('DELETE', `profiles/${profileId}`)
    const after = (await admin('GET', `audit?object=${profileId}`)).body.records
    expect(after.map((one: Json) => one.operation).sort()).toEqual(['create', 'delete', 'update'])
  })

  test('are searched, sorted, filtered and paged by the server', async () => {
    await add('Zeta')
    await add('Alpha')
    const { profileId } = await add('Middle')
    await admin('PATCH', `profiles/${profileId}`, { isActive: false })
    const names = async (query: string) =>
      (await admin('GET', `profiles?${query}`)).body.profiles.map((one: Json) => one.name)
    expect(await names('search=LPH')).toEqual(['Alpha'])
    expect(await names('state=inactive')).toEqual(['Middle'])
    expect((await names('sort=name&direction=desc'))[0]).toBe('Zeta')
    expect((await names('sort=mailboxes&direction=desc'))[0]).toBe('Sandbox Exchange')
    const first = (await admin('GET', 'profiles?limit=2')).body
    const second = (await admin('GET', `profiles?limit=2&after=${first.next}`)).body
    expect(first.total).toBeGreaterThan(4)
    const seen = [...first.profiles, ...second.profiles].map((one: Json) => one.name)
    expect(seen).toEqual((await names('')).slice(0, 4))
  })

  test('take mailboxes, and forget what was read of another server', async () => {
    const [{ mailboxid }] = await server.database.query<Json>(
      `select mailboxid from crm.mailbox where name = 'Help'`,
    )
    await server.database.query(
      `insert into sync.folder_cursor (organizationid, mailboxid, folder, kind, value, listing,
         generation, epoch, catchup) values ($1, $2, 'inbox', 'mail', 'cursor', true, 1, 1, false)`,
      [server.organizationId, mailboxid],
    )
    const taken = await add('Taking', { mailboxes: ['HELP@contoso.example', 'new@x.example'] })
    expect(taken).toMatchObject({ mailboxes: 1, unknownAddresses: ['new@x.example'] })
    const [cursor] = await server.database.query<Json>('select value from sync.folder_cursor')
    expect(cursor.value).toBeNull()
    const used = await admin('DELETE', `profiles/${taken.profileId}`)
    expect([used.status, used.body.error.message]).toEqual([
      409,
      '"Taking" serves 1 mailbox. Choose another server profile there first, or deactivate this one.',
    ])
    const all = await add('All of them', { mailboxes: 'all' })
    expect(all.mailboxes).toBe(2)
    expect((await admin('DELETE', `profiles/${taken.profileId}`)).status).toBe(204)
    expect((await admin('GET', `profiles/${taken.profileId}`)).status).toBe(404)
    expect(await secretOf(taken.profileId)).toBeNull()
  })

  test('of the sandbox need the sandbox', async () => {
    const { status, body: answer } = await admin('POST', 'profiles', {
      connector: 'sandbox',
      name: 'Another sandbox',
    })
    expect(status).toBe(409)
    expect(answer.error.message).toMatch(/sandbox is not running/)
  })

  test.each([
    [{ clientId: 'no-guid' }, /clientId: must be the application/],
    [{ tenantId: 'a b' }, /tenantId: must be/],
    [{ graphUrl: 'file:///etc/passwd' }, /graphUrl: must be an http/],
    [{ certificate: 'x' }, /certificate: must be a certificate in PEM form/],
    [{ secret: undefined }, /give either secret, or certificate and privateKey/],
    [{ maxConcurrentConnections: 0 }, /maxConcurrentConnections/],
  ])('%j is refused with its place', async (wrong, message) => {
    const { status, body: answer } = await admin('POST', 'profiles', body('Wrong', wrong))
    expect(status).toBe(400)
    expect(answer.error.message).toMatch(message)
  })
})
