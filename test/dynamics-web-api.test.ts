import { type Listening, listen } from '@trackmark/server'
import { DynamicsWebApi } from 'dynamics-web-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ADA,
  createTestApp,
  insertEmails,
  type TestApp,
  TOKEN,
} from '../packages/server/test/support.ts'

/** The client that most programs for the Dataverse Web API are written with, unmodified. */

let server: TestApp
let listening: Listening
let client: DynamicsWebApi
const id = (n: number): string => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`

beforeAll(async () => {
  server = await createTestApp()
  const rows = Array.from({ length: 12 }, (_, n) => ({ id: id(n), subject: `Mail ${n + 10}` }))
  await insertEmails(server, rows)
  listening = await listen({ host: '127.0.0.1', port: 0 }, async (request) =>
    server.app.fetch(request),
  )
  client = new DynamicsWebApi({
    serverUrl: listening.url,
    dataApi: { version: '9.2' },
    onTokenRefresh: async () => ({ accessToken: TOKEN }),
  })
})
afterAll(async () => {
  await listening?.close()
  await server?.close()
})

interface Failure {
  readonly status: number
  readonly code: string
  readonly message: string
}

const failure = async (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => Promise.reject(new Error('it succeeded')),
    (error: Failure) => error,
  )

describe('reading', () => {
  test('one row, with annotations and what it points to', async () => {
    const row = await client.retrieve({
      collection: 'emails',
      key: id(1),
      select: ['subject', 'statuscode'],
      expand: [{ property: 'owninguser_email', select: ['fullname'] }],
      includeAnnotations: '*',
    })
    expect(row).toMatchObject({
      subject: 'Mail 11',
      statuscode: 4,
      statuscode_Formatted: 'Received',
    })
    const found = await failure(client.retrieve({ collection: 'emails', key: id(999) }))
    expect(found).toMatchObject({ status: 404, code: '0x80040217' })
  })

  test('lists: filters, orders, counts and pages', async () => {
    const request = {
      collection: 'emails',
      select: ['subject'],
      filter: "startswith(subject,'Mail')",
      orderBy: ['subject desc'],
      count: true,
      maxPageSize: 5,
    }
    const first = await client.retrieveMultiple(request)
    expect(first.oDataCount).toBe(12)
    expect(first.value).toHaveLength(5)
    const second = await client.retrieveMultiple(request, first.oDataNextLink)
    const third = await client.retrieveMultiple(request, second.oDataNextLink)
    expect(third.oDataNextLink).toBeUndefined()
    const subjects = [first, second, third].flatMap((page) => page.value.map((row) => row.subject))
    expect(subjects).toEqual(Array.from({ length: 12 }, (_, n) => `Mail ${21 - n}`))
    const all = await client.retrieveAll(request)
    expect(all.value).toHaveLength(12)
    expect(await client.count({ collection: 'emails' })).toBe(12)
  })

  test('FetchXML, by pages', async () => {
    const fetchXml = `<fetch count="5"><entity name="email"><attribute name="subject"/>
      <order attribute="subject"/></entity></fetch>`
    const first = await client.fetch({ collection: 'emails', fetchXml, includeAnnotations: '*' })
    expect(first.value?.map((row) => row.subject)).toEqual(
      [10, 11, 12, 13, 14].map((n) => `Mail ${n}`),
    )
    const second = await client.fetch({
      collection: 'emails',
      fetchXml,
      includeAnnotations: '*',
      pageNumber: 2,
      pagingCookie: first.PagingInfo!.cookie!,
    })
    expect(second.value?.map((row) => row.subject)).toEqual(
      [15, 16, 17, 18, 19].map((n) => `Mail ${n}`),
    )
    const all = await client.fetchAll({ collection: 'emails', fetchXml, includeAnnotations: '*' })
    expect(all.value).toHaveLength(12)
  })

  test('functions and definitions', async () => {
    const who = await client.callFunction<Record<string, string>>('WhoAmI')
    expect(who.OrganizationId).toBe(server.organizationId)
    const entity = await client.retrieveEntity({
      key: "LogicalName='email'",
      select: ['LogicalName', 'EntitySetName'],
    })
    expect(entity).toMatchObject({ LogicalName: 'email', EntitySetName: 'emails' })
  })
})

describe('writing', () => {
  test('a row is created, changed, read back and deleted', async () => {
    const made = await client.create({
      collection: 'contacts',
      data: { firstname: 'Grace', lastname: 'Hop' } as Record<string, unknown>,
      returnRepresentation: true,
      select: ['fullname', 'contactid'],
    })
    const key = made.contactid as string
    expect(made.fullname).toBe('Grace Hop')
    await client.update({ collection: 'contacts', key, data: { lastname: 'Hopper' } })
    await client.updateSingleProperty({
      collection: 'contacts',
      key,
      fieldValuePair: { telephone1: '+1 555 0100' },
    })
    const row = await client.retrieve({ collection: 'contacts', key })
    expect(row).toMatchObject({ fullname: 'Grace Hopper', telephone1: '+1 555 0100' })
    await client.deleteRecord({ collection: 'contacts', key, property: 'telephone1' })
    expect((await client.retrieve({ collection: 'contacts', key })).telephone1).toBeNull()

    const etag = row['@odata.etag'] as string
    const late = client.update({
      collection: 'contacts',
      key,
      data: { lastname: 'X' },
      ifmatch: etag,
    })
    // The client answers an update that lost the race with false.
    expect(await late).toBe(false)
    await client.deleteRecord({ collection: 'contacts', key })
    const gone = await failure(client.retrieve({ collection: 'contacts', key }))
    expect(gone.status).toBe(404)
  })

  test('an upsert creates or changes, or only one of them', async () => {
    const key = id(501)
    const collection = 'accounts'
    await client.upsert({ collection, key, data: { name: 'First' } })
    await client.upsert({ collection, key, data: { name: 'Second' } })
    expect((await client.retrieve({ collection, key })).name).toBe('Second')
    await client.upsert({ collection, key, data: { name: 'Third' }, ifnonematch: '*' })
    expect((await client.retrieve({ collection, key })).name).toBe('Second')
    await client.upsert({ collection, key: id(502), data: { name: 'No' }, ifmatch: '*' })
    expect((await failure(client.retrieve({ collection, key: id(502) }))).status).toBe(404)
  })

  test('rows are associated and taken apart', async () => {
    const account = id(510)
    const contact = id(511)
    await client.create({ collection: 'accounts', data: { accountid: account, name: 'Fabrikam' } })
    await client.create({
      collection: 'contacts',
      data: {
        contactid: contact,
        lastname: 'Lee',
        'parentcustomerid_account@odata.bind': `/accounts(${account})`,
      },
    })
    const parent = async () =>
      (await client.retrieve({ collection: 'contacts', key: contact }))._parentcustomerid_value
    expect(await parent()).toBe(account)
    await client.disassociateSingleValued({
      collection: 'contacts',
      primaryKey: contact,
      navigationProperty: 'parentcustomerid_account',
    })
    expect(await parent()).toBeNull()
    await client.associate({
      collection: 'accounts',
      primaryKey: account,
      relationshipName: 'contact_customer_accounts',
      relatedCollection: 'contacts',
      relatedKey: contact,
    })
    expect(await parent()).toBe(account)
    await client.disassociate({
      collection: 'accounts',
      primaryKey: account,
      relationshipName: 'contact_customer_accounts',
      relatedKey: contact,
    })
    expect(await parent()).toBeNull()
    await client.associateSingleValued({
      collection: 'contacts',
      primaryKey: contact,
      navigationProperty: 'parentcustomerid_account',
      relatedCollection: 'accounts',
      relatedKey: account,
    })
    expect(await parent()).toBe(account)
  })

  test('an activity with its parties', async () => {
    const made = await client.create({
      collection: 'emails',
      data: {
        activityid: id(520),
        subject: 'Offer',
        email_activity_parties: [
          { participationtypemask: 1, 'partyid_systemuser@odata.bind': `/systemusers(${ADA})` },
          { participationtypemask: 2, addressused: 'bob@litware.example' },
        ],
      },
      returnRepresentation: true,
    })
    expect(made.subject).toBe('Offer')
    const parties = await client.retrieveMultiple({
      collection: 'activityparties',
      filter: `_activityid_value eq ${id(520)} and participationtypemask lt 9`,
      orderBy: ['participationtypemask'],
    })
    expect(parties.value.map((row) => row.participationtypemask)).toEqual([1, 2])
    await client.deleteRecord({ collection: 'emails', key: id(520) })
  })

  test('what is refused says why, as Dataverse words it', async () => {
    const wrong = await failure(
      client.create({ collection: 'contacts', data: { colour: 'red', lastname: 'X' } }),
    )
    expect(wrong).toMatchObject({ status: 400, code: '0x80060888' })
    expect(wrong.message).toContain('colour')
  })
})

describe('batches', () => {
  test('a change set is one transaction, and later requests see its rows', async () => {
    client.startBatch()
    void client.create({
      collection: 'accounts',
      data: { accountid: id(600), name: 'Batch' },
      contentId: '1',
    })
    void client.create({
      collection: 'contacts',
      data: { contactid: id(601), lastname: 'In', 'parentcustomerid_account@odata.bind': '$1' },
    })
    void client.retrieve({ collection: 'contacts', key: id(601), inChangeSet: false })
    const done = await client.executeBatch()
    expect(done).toHaveLength(3)
    expect(done[2]).toMatchObject({ lastname: 'In', _parentcustomerid_value: id(600) })
  })

  test('of a change set that fails nothing is kept', async () => {
    client.startBatch()
    void client.create({ collection: 'accounts', data: { accountid: id(610), name: 'Kept?' } })
    void client.update({ collection: 'accounts', key: id(611), data: { name: 5 } })
    const error = await client.executeBatch().then(
      () => null,
      (errors: unknown) => errors,
    )
    expect(error).not.toBeNull()
    const kept = await failure(client.retrieve({ collection: 'accounts', key: id(610) }))
    expect(kept.status).toBe(404)
  })
})

test('changes are followed by delta links', async () => {
  const request = { collection: 'tasks', select: ['subject'], trackChanges: true }
  const first = await client.retrieveMultiple(request)
  expect(first.value).toEqual([])
  await client.create({ collection: 'tasks', data: { activityid: id(700), subject: 'Call' } })
  const second = await client.retrieveMultiple(request, first.oDataDeltaLink)
  expect(second.value.map((row) => row.subject)).toEqual(['Call'])
  await client.deleteRecord({ collection: 'tasks', key: id(700) })
  const third = await client.retrieveMultiple(request, second.oDataDeltaLink)
  expect(third.value).toMatchObject([{ id: id(700), reason: 'deleted' }])
})
