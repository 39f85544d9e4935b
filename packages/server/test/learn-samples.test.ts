import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type Json, type TestApp } from './support.ts'

/**
 * The requests of Microsoft's Web API samples ("basic operations", "query data", "conditional operations") and
 * of common administrators' scripts, by kind.
 */

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())

const API = '/api/data/v9.2'
const ANNOTATED = { prefer: 'odata.include-annotations="*"' }
const FORMATTED = 'OData.Community.Display.V1.FormattedValue'

async function ask(
  method: string,
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Json> {
  const answer = await server.call(method, `${API}${encodeURI(path)}`, options)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

async function create(set: string, body: unknown): Promise<string> {
  const answer = await server.call('POST', `${API}/${set}`, { body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(204)
  return answer.headers.get('odata-entityid')!.split(API)[1]!
}

describe('customers', () => {
  test('an account with money, a place, a category and a flag is written and read', async () => {
    const path = await create('accounts', {
      name: 'Sample Account',
      creditonhold: false,
      address1_latitude: 47.639583,
      description: 'An account of a sample',
      revenue: 5_000_000,
      accountcategorycode: 1,
      numberofemployees: 1200,
      address1_line1: 'Main Street 1',
      address1_city: 'Springfield',
    })
    const columns = 'creditonhold,address1_latitude,revenue,accountcategorycode,numberofemployees'
    const row = await ask('GET', `${path}?$select=${columns},address1_city`, { headers: ANNOTATED })
    expect(row).toMatchObject({
      creditonhold: false,
      address1_latitude: 47.639583,
      [`address1_latitude@${FORMATTED}`]: '47.63958',
      revenue: 5_000_000,
      [`revenue@${FORMATTED}`]: '$5,000,000.00',
      accountcategorycode: 1,
      [`accountcategorycode@${FORMATTED}`]: 'Preferred Customer',
      numberofemployees: 1200,
      address1_city: 'Springfield',
    })
  })

  test('a contact with an income is written, read, changed and compared by it', async () => {
    const path = await create('contacts', { firstname: 'Rafel', lastname: 'Shillo' })
    await ask('PATCH', path, { body: { annualincome: 80_000, jobtitle: 'Junior Developer' } })
    const select = '$select=fullname,annualincome,jobtitle,description'
    expect(await ask('GET', `${path}?${select}`, { headers: ANNOTATED })).toMatchObject({
      fullname: 'Rafel Shillo',
      annualincome: 80_000,
      [`annualincome@${FORMATTED}`]: '$80,000.00',
      description: null,
    })
    await ask('PUT', `${path}/annualincome`, { body: { value: 95_000.129 } })
    expect((await ask('GET', `${path}/annualincome`)).value).toBe(95_000.13)
    const found = await ask('GET', '/contacts?$select=fullname&$filter=annualincome gt 94999.5')
    expect(found.value).toMatchObject([{ fullname: 'Rafel Shillo' }])
    for (const wrong of ['95000', true, 1e16]) {
      const answer = await server.call('PATCH', `${API}${path}`, { body: { annualincome: wrong } })
      expect(answer.status).toBe(400)
      expect(answer.body.error.message).toContain('annualincome must be a number')
    }
  })

  test('a company, its contacts and their tasks are made at once and summed up', async () => {
    const people = [
      ['Yvonne', 45_000],
      ['Susanna', 52_000],
      ['Nancy', 55_500],
      ['Maria', 31_000],
    ] as const
    const path = await create('accounts', {
      name: 'Contoso, Ltd. (sample)',
      Account_Tasks: [1, 2, 3].map((n) => ({ subject: `Task ${n}`, scheduleddurationminutes: 60 })),
      primarycontactid: { firstname: 'Ida', lastname: 'First (sample)', annualincome: 45_000 },
      contact_customer_accounts: people.map(([firstname, annualincome]) => ({
        firstname,
        lastname: 'Worker (sample)',
        annualincome,
      })),
    })
    const id = path.slice(path.indexOf('(') + 1, -1)
    const whole = await ask(
      'GET',
      `${path}?$select=name&$expand=primarycontactid($select=annualincome),contact_customer_accounts($select=annualincome;$orderby=annualincome desc),Account_Tasks($select=subject)`,
    )
    expect(whole.primarycontactid.annualincome).toBe(45_000)
    expect(whole.contact_customer_accounts[0].annualincome).toBe(55_500)
    expect(whole.Account_Tasks).toHaveLength(3)
    const sums = await ask(
      'GET',
      `/contacts?$apply=filter(_parentcustomerid_value eq ${id})/aggregate(annualincome with average as average,annualincome with sum as total,annualincome with min as minimum,annualincome with max as maximum)`,
    )
    expect(sums.value).toMatchObject([
      { average: 45_875, total: 183_500, minimum: 31_000, maximum: 55_500 },
    ])
    const fetchXml = `<fetch aggregate="true"><entity name="contact">
      <attribute name="annualincome" alias="mean" aggregate="avg"/>
      <filter><condition attribute="annualincome" operator="gt" value="31000.5"/>
      <condition attribute="parentcustomerid" operator="eq" value="${id}"/></filter>
      </entity></fetch>`
    const byFetch = await server.call(
      'GET',
      `${API}/contacts?fetchXml=${encodeURIComponent(fetchXml)}`,
    )
    expect(byFetch.body.value[0].mean).toBeCloseTo(50_833.33, 2)
  })

  test('a representation of what was created, by the columns asked for', async () => {
    const answer = await server.call('POST', `${API}/accounts?$select=name,revenue,telephone1`, {
      body: { name: 'Contoso Ltd', revenue: 5_000_000, telephone1: '555-0000' },
      headers: { prefer: 'return=representation' },
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ name: 'Contoso Ltd', revenue: 5_000_000 })
  })

  test('companies have parent companies, users have managers', async () => {
    const parent = await create('accounts', { name: 'Parent' })
    const child = await create('accounts', { name: 'Child', 'parentaccountid@odata.bind': parent })
    const row = await ask('GET', `${child}?$expand=parentaccountid($select=name)`)
    expect(row.parentaccountid.name).toBe('Parent')
    const below = await ask('GET', `${parent}/account_parent_account?$select=name`)
    expect(below.value).toMatchObject([{ name: 'Child' }])
    const users = await ask('GET', '/systemusers?$expand=parentsystemuserid($select=fullname)')
    expect(users.value[0].parentsystemuserid).toBeNull()
  })

  test('a lead from a trade fair', async () => {
    const path = await create('leads', {
      lastname: 'Stone',
      subject: 'Met at the fair',
      leadsourcecode: 7,
      estimatedamount: 1200.5,
    })
    const row = await ask('GET', `${path}?$select=leadsourcecode,estimatedamount`, {
      headers: ANNOTATED,
    })
    expect(row[`leadsourcecode@${FORMATTED}`]).toBe('Trade Show')
    expect(row[`estimatedamount@${FORMATTED}`]).toBe('$1,200.50')
  })
})

describe('administrators', () => {
  test('users are listed by whether they are applications', async () => {
    const columns = 'fullname,applicationid,title,accessmode,isdisabled,islicensed'
    const found = await ask(
      'GET',
      `/systemusers?$select=${columns}&$filter=applicationid eq null and isdisabled eq false`,
    )
    expect(found.value.length).toBeGreaterThan(0)
    expect(found.value[0].applicationid).toBeNull()
  })

  test('columns of the organization are read, and those that are settings are written', async () => {
    const { value } = await ask(
      'GET',
      '/organizations?$select=name,isauditenabled,maxuploadfilesize,languagecode,dateformatstring',
    )
    expect(value).toMatchObject([
      { isauditenabled: false, languagecode: 1033, dateformatstring: 'M/d/yyyy' },
    ])
    const path = `/organizations(${value[0].organizationid})`
    const settings = {
      enableunifiedinterfaceshellrefresh: true,
      issopintegrationenabled: false,
      maxrecordsforexporttoexcel: 100_000,
      allowclientmessagebarad: false,
      expiresubscriptionsindays: 30,
      maximumactivebusinessprocessflowsallowedperentity: 12,
      daysbeforeemaildescriptionismigrated: 90,
      isauditenabled: true,
    }
    for (const [name, wanted] of Object.entries(settings)) {
      await ask('PATCH', path, { body: { [name]: wanted } })
    }
    const select = Object.keys(settings).join(',')
    expect(await ask('GET', `${path}?$select=${select}`)).toMatchObject(settings)
    const refused = await server.call('PATCH', `${API}${path}`, { body: { languagecode: 1031 } })
    expect(refused.status).toBe(400)
  })

  test('new columns are in $metadata and in the definitions, with their types', async () => {
    const document: string = await ask('GET', '/$metadata')
    expect(document).toContain('<Property Name="annualincome" Type="Edm.Decimal" Scale="Variable"')
    expect(document).toContain('<Property Name="address1_latitude" Type="Edm.Double"')
    for (const [table, name, type] of [
      ['contact', 'annualincome', 'Money'],
      ['account', 'address1_latitude', 'Double'],
    ]) {
      const key = `/EntityDefinitions(LogicalName='${table}')/Attributes(LogicalName='${name}')`
      const found = await ask('GET', key)
      expect(found.AttributeType).toBe(type)
      expect(found['@odata.type']).toBe(`#Microsoft.Dynamics.CRM.${type}AttributeMetadata`)
    }
  })
})
