import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADA, createTestApp, type TestApp, TOKEN } from './support.ts'

const API = '/api/data/v9.2'
const OBJECT_ID = '7a000000-0000-4000-8000-00000000000a'
const NOBODY = '7b000000-0000-4000-8000-00000000000b'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
  await server.database.query(
    `update crm.systemuser set azureactivedirectoryobjectid = $1::uuid
     where organizationid = $2 and systemuserid = $3`,
    [OBJECT_ID, server.organizationId, ADA],
  )
})
afterAll(() => server.close())

const as = (headers: Record<string, string>, path = 'WhoAmI', method = 'GET', body?: unknown) =>
  server.call(method, `${API}/${path}`, { headers, ...(body === undefined ? {} : { body }) })

const account = (role: string | null) =>
  role === null
    ? server.database.query('delete from sync.account')
    : server.database.query(
        `insert into sync.account (organizationid, systemuserid, signinname, role, sessionsafter, createdon)
         values ($1, $2, 'ada', $3, $4, $4)`,
        [server.organizationId, ADA, role, new Date(server.now.value).toISOString()],
      )

describe('acting for a user', () => {
  test.each([
    ['MSCRMCallerID', ADA],
    ['mscrmcallerid', `{${ADA.toUpperCase()}}`],
    ['CallerObjectId', OBJECT_ID],
  ])(
    '%s: %s makes them the caller, and the owner and maker of what is written',
    async (name, id) => {
      const headers = { [name]: id, prefer: 'return=representation' }
      expect((await as(headers)).body.UserId).toBe(ADA)
      const made = await as(headers, 'accounts', 'POST', { name: 'By Ada' })
      expect(made.body).toMatchObject({ _createdby_value: ADA, _ownerid_value: ADA })
      const mine = "accounts?$filter=Microsoft.Dynamics.CRM.EqualUserId(PropertyName='createdby')"
      expect((await as(headers, mine)).body.value).toContainEqual(
        expect.objectContaining({ accountid: made.body.accountid }),
      )
      expect((await as({}, mine)).body.value).toEqual([])
      await as({}, `accounts(${made.body.accountid})`, 'DELETE')
    },
  )

  test('a request of a batch has its own caller', async () => {
    const part = (header: string) =>
      `--b\r\nContent-Type: application/http\r\n\r\nGET WhoAmI HTTP/1.1\r\n${header}\r\n`
    const { body } = await as(
      { 'content-type': 'multipart/mixed;boundary=b' },
      '$batch',
      'POST',
      `${part(`MSCRMCallerID: ${ADA}\r\n`)}${part('')}--b--\r\n`,
    )
    const users = [...String(body).matchAll(/"UserId":"([^"]*)"/g)].map(([, id]) => id)
    expect(users).toHaveLength(2)
    expect(users.map((id) => id === ADA)).toEqual([true, false])
  })

  test('users with an account may do no more than its role lets them', async () => {
    const rename = () =>
      as({ MSCRMCallerID: ADA }, `organizations(${server.organizationId})`, 'PATCH', {
        trackingprefix: 'A:',
      })
    expect((await rename()).status).toBe(204)
    await account('Basic User')
    expect((await rename()).status).toBe(403)
    expect((await as({ MSCRMCallerID: ADA }, 'contacts?$top=1')).status).toBe(200)
    await account(null)
    await account('Mailbox Owner')
    expect((await as({ MSCRMCallerID: ADA }, 'contacts?$top=1')).status).toBe(403)
    await account(null)
  })

  test('the audit names who really asked', async () => {
    const { body: who } = await as({})
    await as({ MSCRMCallerID: ADA }, `organizations(${server.organizationId})`, 'PATCH', {
      trackingprefix: 'B:',
    })
    const { body } = await server.call('GET', '/api/admin/audit?table=organization&limit=1')
    expect(body.records[0]).toMatchObject({ userId: who.UserId })
  })

  test.each([
    ['not a GUID', { MSCRMCallerID: 'ada' }, 400, '0x80060888'],
    ['nobody', { MSCRMCallerID: NOBODY }, 404, '0x80040217'],
    ['nobody of the directory', { CallerObjectId: NOBODY }, 404, '0x80040217'],
  ])('%s is refused', async (_, headers: Record<string, string>, status, code) => {
    const { status: given, body } = await as(headers)
    expect([given, body.error.code]).toEqual([status, code])
  })

  test('a disabled user is refused', async () => {
    const disable = (isDisabled: boolean) =>
      as({}, `systemusers(${ADA})`, 'PATCH', { isdisabled: isDisabled })
    await disable(true)
    expect((await as({ MSCRMCallerID: ADA })).status).toBe(403)
    await disable(false)
  })

  test('only System Administrators act for others, and only of their own organization', async () => {
    const tokens: string[] = []
    for (const role of ['Basic User', 'System Customizer']) {
      const { body } = await server.call('POST', '/api/admin/tokens', {
        body: { name: role.replace(' ', ''), role },
      })
      tokens.push(body.token)
    }
    for (const token of tokens) {
      const { status } = await as({ authorization: `Bearer ${token}`, MSCRMCallerID: ADA })
      expect([token === undefined, status]).toEqual([false, 403])
    }
    const made = await server.call('POST', '/api/admin/environments', {
      body: { uniqueName: 'contoso' },
    })
    expect(made.status).toBeLessThan(300)
    const { status } = await server.call('GET', `/contoso${API}/WhoAmI`, {
      headers: { authorization: `Bearer ${TOKEN}`, MSCRMCallerID: ADA },
    })
    expect(status).toBe(404)
  })
})
