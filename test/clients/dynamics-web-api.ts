import { DynamicsWebApi } from 'dynamics-web-api'
import { expectThat, type Run, recorder, type Service } from './calls.ts'
import { factsOf } from './package-facts.ts'

/** `dynamics-web-api`, by which most programs for the Dataverse Web API are written. */
export async function runDynamicsWebApi({ url, token }: Service): Promise<Run> {
  const settings = {
    serverUrl: url,
    dataApi: { version: '9.2' },
    onTokenRefresh: async () => token,
  } as const
  const client = new DynamicsWebApi(settings)
  const byName = new DynamicsWebApi({ ...settings, useEntityNames: true })
  const { calls, attempt } = recorder()

  await attempt('retrieveMultiple by logical name', () =>
    byName.retrieveMultiple({ collection: 'mailbox', select: ['name'], top: 2 }),
  )
  await attempt('retrieveAll over pages', async () => {
    const { value } = await client.retrieveAll({ collection: 'emails', maxPageSize: 5 })
    expectThat(value.length === 12, `12 rows, not ${value.length}`)
  })
  await attempt('count, countAll', async () => {
    expectThat((await client.count({ collection: 'emails' })) === 12, '12 rows')
    expectThat((await client.countAll({ collection: 'emails' })) === 12, '12 rows')
  })
  await attempt('fetchAll (FetchXML over pages)', async () => {
    const fetchXml =
      '<fetch count="5"><entity name="email"><attribute name="subject"/><order attribute="subject"/></entity></fetch>'
    const { value } = await client.fetchAll({
      collection: 'emails',
      fetchXml,
      includeAnnotations: '*',
    })
    expectThat(value?.length === 12, `12 rows, not ${value?.length}`)
  })
  const account = await attempt('create with related rows, return=representation', () =>
    client.create<{ accountid: string; name: string }>({
      collection: 'accounts',
      data: { name: 'One', contact_customer_accounts: [{ lastname: 'Mell' }] } as never,
      returnRepresentation: true,
      select: ['name'],
    }),
  )
  const key = account?.accountid ?? ''
  const at = { collection: 'accounts', key }
  await attempt('update with If-Match', () =>
    client.update({ ...at, data: { name: 'Two' }, ifmatch: '*' } as never),
  )
  await attempt('updateSingleProperty', () =>
    client.updateSingleProperty({ ...at, fieldValuePair: { description: 'x' } }),
  )
  await attempt('deleteRecord of one property', () =>
    client.deleteRecord({ ...at, property: 'description' }),
  )
  await attempt('retrieve with nested expand', async () => {
    const row = await client.retrieve({
      ...at,
      select: ['name'],
      expand: [
        {
          property: 'contact_customer_accounts',
          select: ['fullname'],
          expand: [{ property: 'owninguser', select: ['fullname'] }],
        },
      ],
    })
    expectThat(row.contact_customer_accounts.length === 1, 'one contact')
  })
  await attempt('retrieve with If-None-Match', async () => {
    const row = await client.retrieve({ ...at, select: ['name'] })
    const again = await client.retrieve({ ...at, ifnonematch: row['@odata.etag'] } as never)
    expectThat(again === null || again === undefined, 'the row was sent again')
  })
  await attempt('retrieveMultiple with trackChanges', () =>
    client.retrieveMultiple({ collection: 'accounts', select: ['name'], trackChanges: true }),
  )
  await attempt('$apply', () =>
    client.retrieveMultiple({
      collection: 'accounts',
      apply: 'groupby((statecode),aggregate($count as n))',
    }),
  )
  await attempt('executeBatch with a change set', async () => {
    client.startBatch()
    void client.create({
      collection: 'contacts',
      data: { lastname: 'Batch' },
      contentId: '1',
    } as never)
    void client.update({ ...at, data: { name: 'Three' } } as never)
    await client.executeBatch()
  })
  await attempt('associate, disassociate', async () => {
    const contact = String(
      await client.create({ collection: 'contacts', data: { lastname: 'Mell' } as never }),
    )
    const related = { relationshipName: 'contact_customer_accounts', primaryKey: key }
    const ends = { collection: 'accounts', relatedCollection: 'contacts', relatedKey: contact }
    await client.associate({ ...ends, ...related })
    await client.disassociate({ ...ends, ...related } as never)
  })
  await attempt('upsert by an alternate key', () =>
    client.upsert({
      collection: 'contacts',
      key: "emailaddress1='cora@client.example'",
      data: { lastname: 'Mell' },
    } as never),
  )
  await attempt('callFunction WhoAmI', () => client.callFunction('WhoAmI'))
  await attempt('callFunction with an enumeration', () =>
    client.callFunction({
      name: 'RetrieveCurrentOrganization',
      parameters: { AccessType: "Microsoft.Dynamics.CRM.EndpointAccessType'Default'" },
    }),
  )
  await attempt('retrieveEntities, with attributes', () =>
    client.retrieveEntities({
      select: ['LogicalName'],
      filter: "LogicalName eq 'email'",
      expand: [{ property: 'Attributes', select: ['LogicalName'] }],
    }),
  )
  await attempt('retrieveAttributes of a type', () =>
    client.retrieveAttributes({
      entityKey: "LogicalName='email'",
      castType: 'Microsoft.Dynamics.CRM.PicklistAttributeMetadata',
      expand: [{ property: 'OptionSet' }],
    }),
  )
  await attempt('retrieveRelationships of a type', () =>
    client.retrieveRelationships({
      castType: 'Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
      filter: "ReferencedEntity eq 'account'",
    }),
  )
  await attempt('retrieveGlobalOptionSets', () => client.retrieveGlobalOptionSets({}))
  await attempt('retrieveCsdlMetadata', () => client.retrieveCsdlMetadata())
  await attempt('impersonate', () =>
    client.retrieveMultiple({
      collection: 'accounts',
      top: 1,
      impersonate: '00000000-0000-4000-8000-00000000000a',
    }),
  )
  await attempt('deleteRecord', () => client.deleteRecord(at))
  await attempt('callAction SendEmail', () =>
    client.callAction({
      actionName: 'Microsoft.Dynamics.CRM.SendEmail',
      collection: 'emails',
      key: '30000000-0000-4000-8000-000000000001',
      action: { IssueSend: true },
    } as never),
  )
  await attempt('search (Dataverse search)', () =>
    client.query({ query: { search: 'Mail', entities: [{ name: 'email' }] } } as never),
  )
  return { ...factsOf('dynamics-web-api'), calls }
}
