import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

const API = '/api/data/v9.2'
const ADA = '70000000-0000-4000-8000-00000000000a'
const BOB = '70000000-0000-4000-8000-00000000000b'
const NAMES = [
  'Basic User',
  'Mailbox Owner',
  'Sales Manager',
  'System Administrator',
  'System Customizer',
]

let server: TestApp
const tokens: Record<string, string> = {}
let roles: ReadonlyMap<string, string>
beforeAll(async () => {
  server = await createTestApp()
  for (const role of ['Basic User', 'System Customizer', 'System Administrator']) {
    const made = await server.call('POST', '/api/admin/tokens', { body: { name: role, role } })
    tokens[role] = made.body.token
  }
  for (const [systemuserid, internalemailaddress] of [
    [ADA, 'ada@roles.example'],
    [BOB, null],
  ]) {
    const body = { systemuserid, internalemailaddress, firstname: 'x', lastname: 'Role' }
    await server.call('POST', `${API}/systemusers`, { body })
  }
  const { body } = await server.call('GET', `${API}/roles?$select=name&$orderby=name`)
  roles = new Map(body.value.map((one: Json) => [one.name, one.roleid]))
})
afterAll(() => server.close())

const as = (role: string, method: string, path: string, body?: unknown) =>
  server.call(method, `${API}/${path}`, {
    headers: { authorization: `Bearer ${tokens[role]}` },
    ...(body === undefined ? {} : { body }),
  })
const address = (role: string) => ({
  '@odata.id': `http://crm.test${API}/roles(${roles.get(role)})`,
})
const give = (user: string, role: string) =>
  server.call('POST', `${API}/systemusers(${user})/systemuserroles_association/$ref`, {
    body: address(role),
  })
const take = (user: string, role: string) =>
  server.call(
    'DELETE',
    `${API}/systemusers(${user})/systemuserroles_association(${roles.get(role)})/$ref`,
  )
const rolesOf = async (user: string): Promise<readonly string[]> => {
  const path = `${API}/systemusers(${user})/systemuserroles_association?$select=name`
  const { body } = await server.call('GET', path)
  return body.value.map((one: Json) => one.name)
}

describe('roles', () => {
  test('are the five of this service, in the root business unit', async () => {
    const { body } = await server.call('GET', `${API}/roles?$expand=businessunitid($select=name)`)
    expect(body.value.map((one: Json) => one.name).sort()).toEqual(NAMES)
    for (const one of body.value) {
      expect(one.description).not.toBeNull()
      expect(one.businessunitid.businessunitid).toBe(one._businessunitid_value)
      expect(one._parentrootroleid_value).toBe(one.roleid)
    }
    expect((await server.call('POST', `${API}/roles`, { body: { name: 'x' } })).status).toBe(405)
  })

  test('are given to users and taken off, from either side; the account keeps its password', async () => {
    expect((await give(ADA, 'Mailbox Owner')).status).toBe(204)
    expect(await rolesOf(ADA)).toEqual(['Mailbox Owner'])
    await server.database.query(`update sync.account set passwordhash = 'kept'`)
    expect((await give(ADA, 'Basic User')).status).toBe(204)
    expect((await give(ADA, 'Basic User')).status).toBe(204)
    const other = await give(ADA, 'System Customizer')
    expect([other.status, other.body.error.message]).toEqual([
      400,
      expect.stringContaining('has the role Basic User'),
    ])
    expect(await rolesOf(ADA)).toEqual(['Basic User'])
    expect((await take(ADA, 'System Customizer')).status).toBe(404)
    expect((await take(ADA, 'Basic User')).status).toBe(204)
    expect(await rolesOf(ADA)).toEqual([])
    const far = `${API}/roles(${roles.get('System Customizer')})/systemuserroles_association`
    const body = { '@odata.id': `systemusers(${ADA})` }
    expect((await server.call('POST', `${far}/$ref`, { body })).status).toBe(204)
    expect(await rolesOf(ADA)).toEqual(['System Customizer'])
    const members = await server.call('GET', `${far}?$select=systemuserid&$count=true`)
    expect(members.body.value.map((one: Json) => one.systemuserid)).toContain(ADA)
    expect(members.body['@odata.count']).toBe(2)
    expect(
      await server.database.query('select passwordhash, isdisabled from sync.account'),
    ).toEqual([{ passwordhash: 'kept', isdisabled: false }])
    const { body: audited } = await server.call(
      'GET',
      `${API}/audits?$filter=objecttypecode eq 'useraccount'&$orderby=createdon&$expand=userid($select=fullname)`,
    )
    expect(audited.value.map((one: Json) => one.operation)).toEqual([1, 2, 2, 2])
    expect(audited.value[0].userid.fullname).toBe('Trackmark administrator')
  })

  test('are read with users: expanded, as a condition, in FetchXML and by reference', async () => {
    await take(ADA, 'System Customizer')
    await give(ADA, 'Basic User')
    const expanded = await server.call(
      'GET',
      `${API}/systemusers?$select=fullname&$filter=systemuserid eq ${ADA}&$expand=systemuserroles_association($select=name;$orderby=name)`,
    )
    expect(expanded.body.value[0].systemuserroles_association).toMatchObject([
      { name: 'Basic User', roleid: roles.get('Basic User') },
    ])
    const has = (name: string) =>
      server.call(
        'GET',
        `${API}/systemusers?$select=systemuserid&$filter=systemuserid eq ${ADA} and systemuserroles_association/any(r:r/name eq '${name}')`,
      )
    expect((await has('Basic User')).body.value).toHaveLength(1)
    expect((await has('System Administrator')).body.value).toEqual([])
    const xml = `<fetch><entity name="systemuser"><attribute name="systemuserid"/>
      <link-entity name="systemuserroles" from="systemuserid" to="systemuserid" intersect="true">
        <link-entity name="role" from="roleid" to="roleid" alias="r"><attribute name="name"/></link-entity>
      </link-entity><filter><condition attribute="systemuserid" operator="eq" value="${ADA}"/></filter></entity></fetch>`
    const fetched = await server.call(
      'GET',
      `${API}/systemusers?fetchXml=${encodeURIComponent(xml)}`,
    )
    expect(fetched.body.value).toEqual([
      expect.objectContaining({ systemuserid: ADA, 'r.name': 'Basic User' }),
    ])
    const ref = `${API}/systemusers(${ADA})/systemuserroles_association/$ref`
    const references = await server.call('GET', ref)
    expect(references.body.value).toEqual([address('Basic User')])
  })

  test('of a token end with the token', async () => {
    const me = (await as('Basic User', 'GET', 'WhoAmI')).body.UserId
    expect(await rolesOf(me)).toEqual(['Basic User'])
    const refused = await take(me, 'Basic User')
    expect([refused.status, refused.body.error.message]).toEqual([
      405,
      expect.stringContaining('trackmark tokens revoke'),
    ])
  })

  test.each([
    ['a user who isn’t there', ADA.replace('a', 'f'), 'Basic User', 404],
    ['a role that isn’t there', ADA, 'nothing', 400],
    ['a user without an address', BOB, 'Basic User', 400],
  ])('are refused to %s', async (_, user, role, status) => {
    expect((await give(user, role)).status).toBe(status)
  })

  test('are given by System Administrators only, with a token', async () => {
    const path = `systemusers(${ADA})/systemuserroles_association`
    for (const role of ['Basic User', 'System Customizer']) {
      const given = await as(role, 'POST', `${path}/$ref`, address('System Administrator'))
      const taken = await as(role, 'DELETE', `${path}(${roles.get('Basic User')})/$ref`)
      expect([given.status, taken.status], role).toEqual([403, 403])
    }
    expect(await rolesOf(ADA)).toEqual(['Basic User'])
  })
})

describe('who isn’t a System Administrator', () => {
  test('sees their own roles and no one else’s', async () => {
    const me = (await as('Basic User', 'GET', 'WhoAmI')).body.UserId
    const mine = await as('Basic User', 'GET', `systemusers(${me})/systemuserroles_association`)
    expect(mine.body.value.map((one: Json) => one.name)).toEqual(['Basic User'])
    const other = await as('Basic User', 'GET', `systemusers(${ADA})/systemuserroles_association`)
    expect(other.body.value).toEqual([])
    const expanded = await as(
      'Basic User',
      'GET',
      'systemusers?$select=systemuserid&$expand=systemuserroles_association($select=name)',
    )
    const seen = expanded.body.value.filter(
      (one: Json) => one.systemuserroles_association.length > 0,
    )
    expect(seen.map((one: Json) => one.systemuserid)).toEqual([me])
    const having = await as(
      'Basic User',
      'GET',
      'systemusers?$select=systemuserid&$filter=systemuserroles_association/any()',
    )
    expect(having.body.value.map((one: Json) => one.systemuserid)).toEqual([me])
    const all = await as('Basic User', 'GET', 'systemuserrolescollection')
    expect(all.body.value.map((one: Json) => one.systemuserid)).toEqual([me])
  })

  test('reads nothing of the audit, in any way', async () => {
    const [{ auditid, _userid_value: by }] = (await server.call('GET', `${API}/audits`)).body.value
    const link = `<fetch><entity name="systemuser"><link-entity name="audit" from="userid" to="systemuserid" alias="a"><attribute name="changedata"/></link-entity></entity></fetch>`
    const all = `<fetch><entity name="audit"><all-attributes/></entity></fetch>`
    for (const role of ['Basic User', 'System Customizer']) {
      for (const path of [
        'audits',
        'audits/$count',
        `audits(${auditid})`,
        `audits(${auditid})/changedata`,
        `audits?fetchXml=${encodeURIComponent(all)}`,
        'audits?$apply=aggregate($count as n)',
        "RetrieveTotalRecordCount(EntityNames=['audit'])",
      ]) {
        expect((await as(role, 'GET', path)).status, path).toBe(403)
      }
      for (const path of [
        `systemusers(${by})/lk_audit_userid`,
        `systemusers?$filter=lk_audit_userid/any()`,
        `systemusers?fetchXml=${encodeURIComponent(link)}`,
      ]) {
        const { status, body } = await as(role, 'GET', path)
        expect([status, body.value], path).toEqual([200, []])
      }
    }
    const { body } = await server.call('GET', `${API}/systemusers(${by})/lk_audit_userid`)
    expect(body.value.length).toBeGreaterThan(0)
  })
})

test('audits tell who did what under Dataverse’s names, and nobody writes them', async () => {
  const { body } = await server.call(
    'GET',
    `${API}/audits?$filter=objecttypecode eq 'apitoken' and operation eq 1&$orderby=createdon`,
  )
  expect(body.value[0]).toMatchObject({
    operation: 1,
    action: 1,
    objecttypecode: 'apitoken',
    changedata: expect.stringContaining('"logicalName":"role"'),
  })
  const row = `${API}/audits(${body.value[0].auditid})`
  expect((await server.call('DELETE', row)).status).toBe(405)
  expect((await server.call('PATCH', row, { body: { operation: 2 } })).status).toBe(405)
})

test('teams and saved queries are sets without rows', async () => {
  for (const [set, name] of [
    ['teams', 'team'],
    ['savedqueries', 'savedquery'],
  ]) {
    const { status, body } = await server.call('GET', `${API}/${set}?$filter=name eq 'x'`)
    expect([status, body.value], set).toEqual([200, []])
    expect((await server.call('POST', `${API}/${set}`, { body: { name: 'x' } })).status).toBe(405)
    const path = `${API}/EntityDefinitions(LogicalName='${name}')?$select=EntitySetName`
    expect((await server.call('GET', path)).body.EntitySetName).toBe(set)
  }
})

test('metadata tells that users and roles are many to many', async () => {
  for (const table of ['systemuser', 'role']) {
    const path = `${API}/EntityDefinitions(LogicalName='${table}')/ManyToManyRelationships`
    const { body } = await server.call('GET', path)
    expect(body.value).toMatchObject([
      {
        SchemaName: 'systemuserroles_association',
        IntersectEntityName: 'systemuserroles',
        Entity1LogicalName: 'systemuser',
        Entity2LogicalName: 'role',
      },
    ])
  }
  const { body } = await server.call(
    'GET',
    `${API}/RelationshipDefinitions(SchemaName='systemuserroles_association')`,
  )
  expect(body.RelationshipType).toBe('ManyToManyRelationship')
})
