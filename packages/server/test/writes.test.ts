import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

let server: TestApp
const API = '/api/data/v9.2'
const id = (n: number): string => `20000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const RETURN = { prefer: 'return=representation' }

beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())
beforeEach(async () => {
  await server.database.query('delete from crm.email')
  await server.database.query('delete from crm.contact')
  await server.database.query('delete from crm.account')
})

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  server.call(method, `${API}/${path}`, { ...(body === undefined ? {} : { body }), headers })
const read = async (path: string): Promise<Json> => (await call('GET', path)).body
const contact = (n: number, more: object = {}) =>
  call('POST', 'contacts', { contactid: id(n), lastname: `Name ${n}`, ...more })

describe('creating', () => {
  test('answers 204 with the address, or the row where it is asked for', async () => {
    const plain = await contact(1)
    expect(plain.status).toBe(204)
    expect(plain.headers.get('odata-entityid')).toBe(`http://crm.test${API}/contacts(${id(1)})`)
    const whole = await call('POST', 'contacts?$select=lastname', { lastname: 'Mell' }, RETURN)
    expect(whole.status).toBe(201)
    expect(whole.body).toMatchObject({ lastname: 'Mell', contactid: expect.any(String) })
    expect(whole.headers.get('etag')).toMatch(/^W\/"\d+"$/)
  })

  test('creates nested rows too, parents and children, all or none', async () => {
    const made = await call('POST', 'accounts', {
      accountid: id(10),
      name: 'Litware',
      primarycontactid: { contactid: id(11), lastname: 'First' },
      contact_customer_accounts: [{ contactid: id(12), lastname: 'Second' }],
    })
    expect(made.status).toBe(204)
    expect(await read(`accounts(${id(10)})`)).toMatchObject({ _primarycontactid_value: id(11) })
    expect(await read(`contacts(${id(12)})`)).toMatchObject({ _parentcustomerid_value: id(10) })

    const refused = await call('POST', 'accounts', {
      accountid: id(20),
      name: 'Northwind',
      contact_customer_accounts: [{ lastname: 'Good' }, { lastname: 7 }],
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error.message).toContain('lastname')
    expect((await call('GET', `accounts(${id(20)})`)).status).toBe(404)
  })

  test('of too many or too deeply nested rows nothing is kept', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) => ({ lastname: `n${n}` }))
    const many = await call('POST', 'accounts', { name: 'A', contact_customer_accounts: rows })
    expect(many).toMatchObject({ status: 400 })
    expect(many.body.error.message).toContain('1000 rows')
    let deep: Json = { name: 'bottom' }
    for (let level = 0; level < 5; level++) {
      deep = { name: 'A', primarycontactid: { lastname: 'C', parentcustomerid_account: deep } }
    }
    const refused = await call('POST', 'accounts', deep)
    expect(refused.body.error.message).toContain('8 levels')
    expect((await read('accounts/$count')) as unknown).toBe('0')
  })

  test('the same id twice is 412, as in Dataverse', async () => {
    await contact(1)
    const again = await contact(1)
    expect(again.status).toBe(412)
    expect(again.body.error.code).toBe('0x80040237')
  })

  test('an email comes with its parties and files', async () => {
    const made = await call('POST', 'emails', {
      activityid: id(30),
      subject: 'Offer',
      email_activity_parties: [
        { participationtypemask: 1, addressused: 'ada@contoso.example' },
        { participationtypemask: 2, addressused: 'cora@litware.example' },
      ],
      email_activity_mime_attachment: [
        {
          filename: 'offer.txt',
          mimetype: 'text/plain',
          body: Buffer.from('1').toString('base64'),
        },
      ],
    })
    expect(made.status).toBe(204)
    const parties = await read(
      `emails(${id(30)})/email_activity_parties?$filter=participationtypemask lt 9&$orderby=addressused`,
    )
    expect(parties.value.map((row: Json) => row.addressused)).toEqual([
      'ada@contoso.example',
      'cora@litware.example',
    ])
    expect(await read(`emails(${id(30)})`)).toMatchObject({ attachmentcount: 1 })
    await call('PATCH', `emails(${id(30)})`, {
      email_activity_parties: [{ participationtypemask: 2, addressused: 'new@litware.example' }],
    })
    const after = await read(
      `emails(${id(30)})/email_activity_parties?$filter=participationtypemask eq 2`,
    )
    expect(after.value.map((row: Json) => row.addressused)).toEqual(['new@litware.example'])
  })
})

describe('changing', () => {
  test('PATCH changes what it names, and makes what is not there', async () => {
    await contact(1, { firstname: 'Cora' })
    expect((await call('PATCH', `contacts(${id(1)})`, { lastname: 'New' })).status).toBe(204)
    expect(await read(`contacts(${id(1)})`)).toMatchObject({ firstname: 'Cora', lastname: 'New' })
    expect((await call('PATCH', `contacts(${id(2)})`, { lastname: 'Made' })).status).toBe(204)
    expect(await read(`contacts(${id(2)})`)).toMatchObject({ lastname: 'Made' })
  })

  test('If-Match: * only changes; If-None-Match: * only makes', async () => {
    const absent = await call('PATCH', `contacts(${id(1)})`, { lastname: 'x' }, { 'if-match': '*' })
    expect(absent.status).toBe(404)
    await contact(1)
    const there = { 'if-none-match': '*' }
    expect((await call('PATCH', `contacts(${id(1)})`, { lastname: 'x' }, there)).status).toBe(412)
    expect(await read(`contacts(${id(1)})`)).toMatchObject({ lastname: 'Name 1' })
  })

  test('an old version is refused, for deletions too', async () => {
    await contact(1)
    const old = { 'if-match': (await read(`contacts(${id(1)})`))['@odata.etag'] as string }
    expect((await call('PATCH', `contacts(${id(1)})`, { lastname: 'a' }, old)).status).toBe(204)
    const late = await call('PATCH', `contacts(${id(1)})`, { lastname: 'b' }, old)
    expect(late).toMatchObject({ status: 412, body: { error: { code: '0x80060882' } } })
    expect((await call('DELETE', `contacts(${id(1)})`, undefined, old)).status).toBe(412)
    expect(await read(`contacts(${id(1)})`)).toMatchObject({ lastname: 'a' })
  })

  test('of two at once with one version, exactly one is done', async () => {
    await contact(1)
    const version = { 'if-match': (await read(`contacts(${id(1)})`))['@odata.etag'] as string }
    const done = await Promise.all(
      ['a', 'b', 'c', 'd'].map((lastname) =>
        call('PATCH', `contacts(${id(1)})`, { lastname }, version),
      ),
    )
    expect(done.map(({ status }) => status).sort()).toEqual([204, 412, 412, 412])
  })

  test('one property, by PUT and DELETE', async () => {
    await contact(1, { firstname: 'Cora' })
    const path = `contacts(${id(1)})/firstname`
    expect((await call('PUT', path, { value: 'Cleo' })).status).toBe(204)
    expect((await call('GET', path)).body.value).toBe('Cleo')
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).status).toBe(204)
    expect((await call('PUT', path, { other: 1 })).status).toBe(400)
  })

  test('associations, from both ends', async () => {
    await call('POST', 'accounts', { accountid: id(10), name: 'Litware' })
    await contact(1)
    const address = `http://crm.test${API}/contacts(${id(1)})`
    const holder = `accounts(${id(10)})`
    const put = await call('PUT', `${holder}/primarycontactid/$ref`, { '@odata.id': address })
    expect(put.status).toBe(204)
    expect(await read(holder)).toMatchObject({ _primarycontactid_value: id(1) })
    expect((await call('DELETE', `${holder}/primarycontactid/$ref`)).status).toBe(204)
    expect((await read(holder))._primarycontactid_value).toBeNull()
    const into = `${holder}/contact_customer_accounts`
    expect((await call('POST', `${into}/$ref`, { '@odata.id': address })).status).toBe(204)
    expect(await read(`contacts(${id(1)})`)).toMatchObject({ _parentcustomerid_value: id(10) })
    expect((await call('DELETE', `${into}(${id(1)})/$ref`)).status).toBe(204)
    expect((await call('DELETE', `${into}(${id(1)})/$ref`)).status).toBe(404)
  })

  test('a row is deleted once', async () => {
    await contact(1)
    expect((await call('DELETE', `contacts(${id(1)})`)).status).toBe(204)
    expect(await call('DELETE', `contacts(${id(1)})`)).toMatchObject({
      status: 404,
      body: { error: { code: '0x80040217' } },
    })
  })
})

describe('what is refused', () => {
  test.each([
    ['a name that is none', { colour: 'red' }, /'colour'/],
    ['a number as text', { lastname: 5 }, /lastname/],
    ['an option that is none', { statecode: 99 }, /statecode/],
    ['a text that is too long', { lastname: 'x'.repeat(10_000) }, /maximum allowed length/],
    ['a day that is none', { birthdate: '2026-02-31' }, /birthdate/],
    ['a lookup as a value', { _ownerid_value: id(1) }, /Navigation properties/],
    ['a read-only column', { versionnumber: 5 }, /versionnumber/],
    [
      'an address elsewhere',
      {
        'parentcustomerid_account@odata.bind':
          'https://evil.example/api/data/v9.2/accounts(20000000-0000-4000-8000-000000000001)',
      },
      /bound to a row/,
    ],
    [
      'a row that is not there',
      { 'parentcustomerid_account@odata.bind': `/accounts(${id(99)})` },
      /account/,
    ],
    ['a list', [], /JSON object/],
    ['no JSON', '{', /JSON/],
  ])('%s', async (_what, body, said) => {
    const { status, body: answer } = await call('POST', 'contacts', body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(answer.error.message).toMatch(said)
    expect((await read('contacts/$count')) as unknown).toBe('0')
  })

  test.each([
    ['POST', 'traces', 404],
    ['POST', 'tracelogs', 405],
    ['POST', 'activityparties', 405],
    ['POST', 'mailboxes', 405],
    ['POST', 'activitypointers', 405],
    ['PUT', 'contacts', 405],
    ['POST', `contacts(${id(1)})`, 405],
    ['DELETE', 'contacts', 405],
    ['PATCH', '', 405],
  ])('%s %s is %i', async (method, path, status) => {
    const answer = await call(method, path, method === 'DELETE' ? undefined : {})
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).not.toBe('')
    if (status === 405) expect(answer.headers.get('allow')).not.toBeNull()
  })
})
