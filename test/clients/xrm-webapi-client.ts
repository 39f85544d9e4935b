import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { expectThat, type Run, recorder, type Service } from './calls.ts'
import { factsOf } from './package-facts.ts'

// biome-ignore lint/suspicious/noExplicitAny: a library of browsers, whose types are of its own world
type Any = any

const { JSDOM }: Any = createRequire(import.meta.url)('jsdom')

const script = resolve(
  import.meta.dirname,
  '../../node_modules/xrm-webapi-client/dist/WebApiClient.min.js',
)

/** `xrm-webapi-client`, made for web resources: it runs in a page, with the page's XMLHttpRequest. */
export async function runXrmWebApiClient({ url, token }: Service): Promise<Run> {
  const page = new JSDOM('', { url: `${url}/WebResources/page.html`, runScripts: 'outside-only' })
  page.window.eval(readFileSync(script, 'utf8'))
  const client: Any = page.window.WebApiClient
  client.ApiVersion = '9.2'
  // Of the whole Web API, and not of the site.
  client.ClientUrl = `${url}/api/data/v9.2/`
  client.Token = token
  const { calls, attempt } = recorder()
  /** Its promises are another world's; an answer that never comes is a refusal. */
  const settled = (work: Any): Promise<Any> =>
    Promise.race([
      Promise.resolve(work),
      new Promise((_, reject) => {
        setTimeout(() => reject(new Error('It never settled.')), 60_000).unref()
      }),
    ])
  const requests = client.Requests
  const idOf = (entity: unknown): string => /\(([^)]+)\)/.exec(String(entity))?.[1] ?? ''
  const fetchXml = (count: number) =>
    `<fetch count="${count}"><entity name="email"><attribute name="activityid"/><attribute name="subject"/><order attribute="subject"/></entity></fetch>`

  await attempt('Execute WhoAmI', () => settled(client.Execute(requests.WhoAmIRequest)))
  await attempt('Execute RetrieveVersion', () =>
    settled(client.Execute(requests.RetrieveVersionRequest)),
  )
  await attempt('Execute RetrieveCurrentOrganization', () =>
    settled(
      client.Execute(
        requests.RetrieveCurrentOrganizationRequest.with({
          urlParams: { AccessType: "Microsoft.Dynamics.CRM.EndpointAccessType'Default'" },
        }),
      ),
    ),
  )
  const account = idOf(
    await attempt('Create', () =>
      settled(client.Create({ entityName: 'account', entity: { name: 'One' } })),
    ),
  )
  const contact = idOf(
    await settled(client.Create({ entityName: 'contact', entity: { lastname: 'Mell' } })),
  )
  const row = { entityName: 'account', entityId: account }
  await attempt('Create with return=representation', async () => {
    const made = await settled(
      client.Create({
        entityName: 'contact',
        entity: { lastname: 'Whole' },
        headers: [{ key: 'Prefer', value: 'return=representation' }],
      }),
    )
    expectThat(made.lastname === 'Whole', 'the new row')
  })
  await attempt('Retrieve', () =>
    settled(client.Retrieve({ ...row, queryParams: '?$select=name' })),
  )
  await attempt('Update', () => settled(client.Update({ ...row, entity: { name: 'Two' } })))
  await attempt('Retrieve all pages of a query', async () => {
    const { value } = await settled(
      client.Retrieve({
        entityName: 'email',
        returnAllPages: true,
        queryParams: '?$select=subject',
        headers: [{ key: 'Prefer', value: 'odata.maxpagesize=5' }],
      }),
    )
    expectThat(value.length === 12, `12 rows, not ${value.length}`)
  })
  await attempt('Retrieve all pages of FetchXML', async () => {
    const { value } = await settled(
      client.Retrieve({ entityName: 'email', returnAllPages: true, fetchXml: fetchXml(5) }),
    )
    expectThat(value.length === 12, `12 rows, not ${value.length}`)
  })
  await attempt('Retrieve by long FetchXML, which goes as a batch', () => {
    const names = Array.from(
      { length: 150 },
      (_, n) => `<condition attribute="name" operator="eq" value="Name ${n}"/>`,
    )
    const long = `<fetch><entity name="account"><attribute name="name"/><filter type="or">${names.join('')}</filter></entity></fetch>`
    return settled(client.Retrieve({ entityName: 'account', fetchXml: long }))
  })
  const ends = {
    relationShip: 'contact_customer_accounts',
    source: { entityName: 'contact', entityId: contact },
    target: { entityName: 'account', entityId: account },
  }
  await attempt('Associate, collection', () => settled(client.Associate(ends)))
  await attempt('Disassociate, collection', () => settled(client.Disassociate(ends)))
  await attempt('Associate, single (sent by POST)', () =>
    settled(client.Associate({ ...ends, relationShip: 'primarycontactid' })),
  )
  await attempt('SendBatch of a change set, without closing boundary', async () => {
    const create = client.Create({
      entityName: 'account',
      entity: { name: 'Batch' },
      asBatch: true,
    })
    const batch = new client.Batch({ changeSets: [new client.ChangeSet({ requests: [create] })] })
    const answer = await settled(client.SendBatch(batch))
    expectThat(answer !== undefined, 'an answer')
  })
  await attempt('Execute RetrieveDuplicates', () =>
    settled(
      client.Execute(
        requests.RetrieveDuplicatesRequest.with({
          urlParams: {
            BusinessEntity: `{"@odata.type":"Microsoft.Dynamics.CRM.account","name":"Two"}`,
            MatchingEntityName: "'account'",
            PagingInfo: '{"PageNumber":1,"Count":10}',
          },
        }),
      ),
    ),
  )
  await attempt('Delete', () => settled(client.Delete(row)))
  page.window.close()
  return { ...factsOf('xrm-webapi-client'), calls }
}
