import { TABLES } from '@trackmark/dataverse'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runBatch } from '../../src/runtime/bulk-delete.ts'
import { createTestApp, type Json, type TestApp } from '../support.ts'

/**
 * Who may change which rows, by role; deltas, names and counts; and the admin API. Ada and Bob are users, and
 * the administrator creates each row below for one of them.
 */
const API = '/api/data/v9.2'
const ROLES = ['System Administrator', 'System Customizer', 'Sales Manager', 'Basic User'] as const
type Role = (typeof ROLES)[number]
const ADA = '70000000-0000-4000-8000-00000000000a'
const BOB = '70000000-0000-4000-8000-00000000000b'

let server: TestApp
const tokens = new Map<string, string>()
beforeAll(async () => {
  server = await createTestApp()
  for (const [systemuserid, firstname] of [
    [ADA, 'Ada'],
    [BOB, 'Bob'],
  ]) {
    const body = {
      systemuserid,
      firstname,
      lastname: 'Row',
      internalemailaddress: `${firstname}@row.example`,
    }
    expect((await admin('POST', 'systemusers', body)).status).toBe(204)
  }
  for (const role of ROLES) {
    const body = { name: role, role, user: ADA }
    tokens.set(role, (await server.call('POST', '/api/admin/tokens', { body })).body.token)
  }
})
afterAll(() => server.close())

const admin = (method: string, path: string, body?: unknown) =>
  server.call(method, `${API}/${path}`, body === undefined ? {} : { body })
const as = (
  role: Role,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) =>
  server.call(method, `${API}/${path}`, {
    headers: { authorization: `Bearer ${tokens.get(role)}`, ...headers },
    ...(body === undefined ? {} : { body }),
  })
const adminApi = (role: Role, method: string, path: string, body?: unknown) =>
  server.call(method, `/api/admin/${path}`, {
    headers: { authorization: `Bearer ${tokens.get(role)}` },
    ...(body === undefined ? {} : { body }),
  })

const owner = (id: string) => ({ 'ownerid@odata.bind': `/systemusers(${id})` })
const party = (mask: number, set: string, table: string, id: string) => ({
  participationtypemask: mask,
  [`partyid_${table}@odata.bind`]: `/${set}(${id})`,
})

async function made(set: string, body: object): Promise<string> {
  const answer = await admin('POST', set, body)
  expect([set, answer.status, answer.body]).toEqual([set, 204, expect.anything()])
  return /\(([0-9a-f-]{36})\)$/.exec(answer.headers.get('odata-entityid')!)![1]!
}

/** A row of the user, one of an activity that the user takes part in, and one of another user. */
const rows: Record<string, { own: string; shared: string | null; others: string }> = {}
beforeEach(async () => {
  for (const [set, column] of [
    ['accounts', 'name'],
    ['contacts', 'lastname'],
    ['leads', 'lastname'],
  ] as const) {
    const of = (id: string) => made(set, { [column]: 'x', ...owner(id) })
    rows[set] = { own: await of(ADA), shared: null, others: await of(BOB) }
  }
  for (const [set, table] of [
    ['emails', 'email'],
    ['appointments', 'appointment'],
    ['tasks', 'task'],
  ] as const) {
    const times = {
      scheduledstart: '2026-01-06T09:00:00Z',
      scheduledend: '2026-01-06T10:00:00Z',
    }
    const of = (id: string, guests: readonly object[] = []) =>
      made(set, {
        subject: `secret of ${id === ADA ? 'Ada' : 'Bob'}`,
        ...(table === 'email' ? {} : times),
        ...owner(id),
        ...(guests.length > 0 ? { [`${table}_activity_parties`]: guests } : {}),
      })
    rows[set] = {
      own: await of(ADA),
      shared:
        table === 'task'
          ? null
          : await of(BOB, [party(table === 'email' ? 2 : 5, 'systemusers', 'systemuser', ADA)]),
      others: await of(BOB),
    }
  }
  const attached = (email: string) =>
    made('activitymimeattachments', {
      'objectid_email@odata.bind': `/emails(${email})`,
      objecttypecode: 'email',
      filename: 'a.txt',
      body: 'aGVsbG8=',
      ...owner(ADA),
    })
  const { own, shared, others } = rows.emails!
  rows.activitymimeattachments = {
    own: await attached(own),
    shared: await attached(shared!),
    others: await attached(others),
  }
}, 120_000)

const SETS = [
  'accounts',
  'contacts',
  'leads',
  'emails',
  'appointments',
  'tasks',
  'activitymimeattachments',
]
const CHANGES: Record<string, object> = {
  accounts: { name: 'y' },
  contacts: { lastname: 'y' },
  leads: { lastname: 'y' },
  activitymimeattachments: { filename: 'b.txt' },
}

/** Status of reading, changing and deleting a row: own, shared, another's. */
const MATRIX: Readonly<
  Record<Role, Readonly<Record<'own' | 'shared' | 'others', readonly [number, number, number]>>>
> = {
  'System Administrator': {
    own: [200, 204, 204],
    shared: [200, 204, 204],
    others: [200, 204, 204],
  },
  'Sales Manager': { own: [200, 204, 204], shared: [200, 204, 204], others: [200, 204, 204] },
  'Basic User': { own: [200, 204, 204], shared: [200, 403, 403], others: [404, 404, 404] },
  'System Customizer': { own: [200, 403, 403], shared: [200, 403, 403], others: [404, 403, 403] },
}

describe('roles, tables, operations', () => {
  test.each(ROLES)('%s', async (role) => {
    const seen: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const set of SETS) {
      for (const whose of ['own', 'shared', 'others'] as const) {
        const id = rows[set]![whose]
        if (id === null) continue
        const key = `${set} ${whose}`
        const read = await as(role, 'GET', `${set}(${id})`)
        const body = CHANGES[set] ?? { subject: 'y' }
        const changed = await as(role, 'PATCH', `${set}(${id})`, body, { 'if-match': '*' })
        seen[key] = [read.status, changed.status]
        expected[key] = MATRIX[role][whose].slice(0, 2)
      }
    }
    // Attachments are deleted before their emails.
    for (const set of SETS.toReversed()) {
      for (const whose of ['own', 'shared', 'others'] as const) {
        const id = rows[set]![whose]
        if (id === null) continue
        const key = `delete of ${set} ${whose}`
        seen[key] = (await as(role, 'DELETE', `${set}(${id})`)).status
        expected[key] = MATRIX[role][whose][2]
        const still = (await admin('GET', `${set}(${id})`)).status === 200
        expect([key, still]).toEqual([key, seen[key] !== 204])
      }
    }
    expect(seen).toEqual(expected)
  })
})

describe('a Basic User', () => {
  test('makes rows of their own only, and gives them away', async () => {
    const role = 'Basic User'
    expect((await as(role, 'POST', 'contacts', { lastname: 'a' })).status).toBe(204)
    const given = await as(role, 'POST', 'contacts', { lastname: 'a', ...owner(BOB) })
    expect([given.status, given.body.error.message]).toEqual([
      403,
      'Your role makes rows of contacts for yourself only.',
    ])
    const { own } = rows.contacts!
    expect((await as(role, 'PATCH', `contacts(${own})`, owner(BOB))).status).toBe(204)
    expect((await as(role, 'GET', `contacts(${own})`)).status).toBe(404)
  })

  test('references no row that they don’t see, and learns no name by it', async () => {
    const role = 'Basic User'
    const { others } = rows.contacts!
    const bind = { 'regardingobjectid_contact_email@odata.bind': `/contacts(${others})` }
    expect((await as(role, 'POST', 'emails', { subject: 'a', ...bind })).status).toBe(404)
    const parties = { email_activity_parties: [party(2, 'contacts', 'contact', others)] }
    expect((await as(role, 'POST', 'emails', { subject: 'a', ...parties })).status).toBe(404)
    const file = {
      'objectid_email@odata.bind': `/emails(${rows.emails!.shared})`,
      objecttypecode: 'email',
      filename: 'a.txt',
      body: 'aGVsbG8=',
    }
    expect((await as(role, 'POST', 'activitymimeattachments', file)).status).toBe(403)
    const moved = { 'objectid_email@odata.bind': `/emails(${rows.emails!.others})` }
    const mine = `activitymimeattachments(${rows.activitymimeattachments!.own})`
    expect((await as(role, 'PATCH', mine, moved)).status).toBe(404)
  })

  test('reads the name behind a lookup only where they see the row', async () => {
    const { others } = rows.contacts!
    const account = {
      name: 'Mine',
      ...owner(ADA),
      'primarycontactid@odata.bind': `/contacts(${others})`,
    }
    const id = await made('accounts', account)
    const headers = { prefer: 'odata.include-annotations="*"' }
    const path = `accounts(${id})?$select=name,_primarycontactid_value&$expand=primarycontactid($select=lastname)`
    const seen = await as('Basic User', 'GET', path, undefined, headers)
    expect(seen.body._primarycontactid_value).toBe(others)
    const FORMATTED = '_primarycontactid_value@OData.Community.Display.V1.FormattedValue'
    expect(seen.body).not.toHaveProperty([FORMATTED])
    expect(seen.body.primarycontactid).toBeNull()
    const all = await as('Sales Manager', 'GET', path, undefined, headers)
    expect(all.body[FORMATTED]).toBe('x')
  })

  test('makes no row in the place of another’s', async () => {
    const { others } = rows.contacts!
    const taken = await as('Basic User', 'PATCH', `contacts(${others})`, { lastname: 'mine' })
    expect(taken.status).toBe(412)
    expect((await admin('GET', `contacts(${others})`)).body.lastname).toBe('x')
  })

  test('upserts by a key of another’s row without touching it', async () => {
    const emailaddress1 = 'both@row.example'
    const others = await made('contacts', { lastname: 'theirs', emailaddress1, ...owner(BOB) })
    const path = `contacts(emailaddress1='${emailaddress1}')`
    expect((await as('Basic User', 'GET', path)).status).toBe(404)
    expect((await as('Basic User', 'PATCH', path, { lastname: 'mine' })).status).toBe(204)
    expect((await as('Basic User', 'GET', path)).body).toMatchObject({ lastname: 'mine' })
    expect((await admin('GET', `contacts(${others})`)).body.lastname).toBe('theirs')
  })

  test('counts what they see, and follows changes of it', async () => {
    const count = async (role: Role) =>
      (await as(role, 'GET', "RetrieveTotalRecordCount(EntityNames=['contact'])")).body
        .EntityRecordCountCollection.Values[0] as number
    const path = 'contacts?$select=lastname'
    const tracked = { prefer: 'odata.track-changes' }
    const first = await as('Basic User', 'GET', path, undefined, tracked)
    expect(first.body.value).toHaveLength(await count('Basic User'))
    expect(await count('Basic User')).toBeLessThan(await count('Sales Manager'))
    const theirs = await made('contacts', { lastname: 'theirs', ...owner(BOB) })
    const mine = await made('contacts', { lastname: 'mine', ...owner(ADA) })
    const { own } = rows.contacts!
    await admin('PATCH', `contacts(${own})`, { lastname: 'given', ...owner(BOB) })
    const link = new URL(first.body['@odata.deltaLink']).search
    const delta = async () =>
      (await as('Basic User', 'GET', `contacts${link}`)).body.value as Json[]
    const told = await delta()
    expect(told.filter((one) => one.lastname !== undefined).map((one) => one.contactid)).toEqual([
      mine,
    ])
    const gone = told.filter((one) => one.reason === 'deleted').map((one) => one.id)
    expect(gone.toSorted()).toEqual([theirs, own].toSorted())
    expect(JSON.stringify(told)).not.toContain('theirs')
    expect(JSON.stringify(told)).not.toContain('given')
  })

  test('deletes in bulk what is theirs, and the rest is counted as failed', async () => {
    const { own, shared, others } = rows.emails!
    const columns = { ColumnSet: { AllColumns: true } }
    const body = {
      JobName: 'All of it',
      QuerySet: [{ EntityName: 'email', ...columns }],
    }
    const asked = await as('Basic User', 'POST', 'BulkDelete', body)
    expect([asked.status, asked.body]).toEqual([
      200,
      expect.objectContaining({ JobId: expect.any(String) }),
    ])
    const deps = {
      database: server.database,
      clock: () => server.now.value,
      newId: () => crypto.randomUUID(),
      log: { error: () => {} },
    }
    while (await runBatch(deps));
    const left = async (id: string) => (await admin('GET', `emails(${id})`)).status
    expect([await left(own), await left(shared!), await left(others)]).toEqual([404, 200, 200])
    const job = await as(
      'Basic User',
      'GET',
      'bulkdeleteoperations?$select=successcount,failurecount',
    )
    expect(job.body.value[0]).toMatchObject({ failurecount: expect.any(Number) })
    expect(job.body.value[0].failurecount).toBeGreaterThan(0)
  })
})

describe('the admin API', () => {
  const READS: Readonly<Record<string, readonly Role[]>> = {
    status: ROLES,
    mailboxes: ROLES,
    alerts: ROLES,
    'failures?section=incoming': ROLES,
    activities: ROLES,
    monitoring: ['System Administrator', 'System Customizer', 'Sales Manager'],
    profiles: ['System Administrator', 'System Customizer'],
    settings: ['System Administrator', 'System Customizer'],
    'email-settings': ['System Administrator', 'System Customizer'],
    webhooks: ['System Administrator', 'System Customizer'],
    category: ['System Administrator', 'System Customizer', 'Sales Manager'],
    tokens: ['System Administrator'],
    accounts: ['System Administrator'],
    audit: ['System Administrator'],
    retention: ['System Administrator'],
  }

  test('shows each role its own part', async () => {
    for (const [path, roles] of Object.entries(READS)) {
      for (const role of ROLES) {
        const { status } = await adminApi(role, 'GET', path)
        expect([path, role, status]).toEqual([path, role, roles.includes(role) ? 200 : 403])
      }
    }
  })

  test('shows mailboxes and mail as far as the role reaches', async () => {
    const found = async (role: Role) => {
      const { body: boxes } = await adminApi(role, 'GET', 'mailboxes')
      const { body: activities } = await adminApi(role, 'GET', 'activities?limit=500')
      return [boxes.mailboxes.length, activities.activities.length > 0]
    }
    // Ada of the roles has no mailbox; her activities came by the Web API, not by one.
    expect(await found('System Administrator')).toEqual([2, true])
    expect(await found('Sales Manager')).toEqual([2, true])
    expect(await found('System Customizer')).toEqual([2, false])
    expect(await found('Basic User')).toEqual([0, false])
    const [mailbox] = (await adminApi('System Administrator', 'GET', 'mailboxes')).body.mailboxes
    for (const [role, status] of [
      ['System Administrator', 202],
      ['Sales Manager', 404],
      ['System Customizer', 404],
      ['Basic User', 404],
    ] as const) {
      const path = `mailboxes/${mailbox.mailboxId}/sync`
      expect([role, (await adminApi(role, 'POST', path)).status]).toEqual([role, status])
    }
  })
})

test('every table with owners defines who sees its rows', () => {
  const unsaid = TABLES.filter(
    ({ columns, access }) =>
      access === undefined && columns.some(({ logicalName }) => logicalName === 'ownerid'),
  )
  expect(unsaid.map((table) => table.logicalName)).toEqual(['queue'])
})
