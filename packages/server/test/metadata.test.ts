import { DEFINITION_TYPES, DEFINITION_VALUES, TABLES } from '@trackmark/dataverse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADA, createTestApp, type Json, NOW, type TestApp } from './support.ts'

let server: TestApp
beforeAll(async () => {
  server = await createTestApp()
})
afterAll(() => server.close())

const get = (path: string, headers?: Record<string, string>) =>
  server.call('GET', `/api/data/v9.2/${path}`, headers === undefined ? {} : { headers })

/** Property names from Microsoft's reference of the metadata entity types. */
const DOCUMENTED = {
  entity: `
    ActivityTypeMask AutoCreateAccessTeams AutoRouteToOwnerQueue CanBeInCustomEntityAssociation CanBeInManyToMany
    CanBePrimaryEntityInRelationship CanBeRelatedEntityInRelationship CanChangeHierarchicalRelationship
    CanChangeTrackingBeEnabled CanCreateAttributes CanCreateCharts CanCreateForms CanCreateViews
    CanEnableSyncToExternalSearchIndex CanModifyAdditionalSettings CanTriggerWorkflow ChangeTrackingEnabled
    CollectionSchemaName CreatedOn DataProviderId DataSourceId DaysSinceRecordLastModified Description
    DisplayCollectionName DisplayName EnforceStateTransitions EntityColor EntityHelpUrl EntityHelpUrlEnabled
    EntitySetName ExternalCollectionName ExternalName HasActivities HasChanged HasEmailAddresses HasFeedback HasNotes
    IconLargeName IconMediumName IconSmallName IconVectorName IntroducedVersion IsActivity IsActivityParty
    IsAIRUpdated IsArchivalEnabled IsAuditEnabled IsAvailableOffline IsBPFEntity IsBusinessProcessEnabled
    IsChildEntity IsConnectionsEnabled IsCustomEntity IsCustomizable IsDocumentManagementEnabled
    IsDocumentRecommendationsEnabled IsDuplicateDetectionEnabled IsEnabledForCharts IsEnabledForExternalChannels
    IsEnabledForTrace IsImportable IsInteractionCentricEnabled IsIntersect IsKnowledgeManagementEnabled
    IsLogicalEntity IsMailMergeEnabled IsManaged IsMappable IsMSTeamsIntegrationEnabled IsOfflineInMobileClient
    IsOneNoteIntegrationEnabled IsOptimisticConcurrencyEnabled IsPrivate IsQuickCreateEnabled
    IsReadingPaneEnabled IsReadOnlyInMobileClient IsRenameable IsRetentionEnabled IsRetrieveAuditEnabled
    IsRetrieveMultipleAuditEnabled IsSLAEnabled IsSolutionAware IsStateModelAware IsValidForAdvancedFind
    IsValidForQueue IsVisibleInMobile IsVisibleInMobileClient LogicalCollectionName LogicalName MetadataId
    MobileOfflineFilters ModifiedOn ObjectTypeCode OwnerId OwnerIdType OwnershipType OwningBusinessUnit
    PrimaryIdAttribute PrimaryImageAttribute PrimaryNameAttribute Privileges RecurrenceBaseEntityLogicalName
    ReportViewName SchemaName SettingOf Settings SyncToExternalSearchIndex TableType UsesBusinessDataLabelTable`,
  attribute: `
    AttributeOf AttributeType AttributeTypeName AutoNumberFormat CanBeSecuredForCreate CanBeSecuredForRead
    CanBeSecuredForUpdate CanModifyAdditionalSettings ColumnNumber CreatedOn DeprecatedVersion Description
    DisplayName EntityLogicalName ExternalName HasChanged InheritsFrom IntroducedVersion IsAuditEnabled
    IsCustomAttribute IsCustomizable IsDataSourceSecret IsFilterable IsGlobalFilterEnabled IsLogical IsManaged
    IsPrimaryId IsPrimaryName IsRenameable IsRequiredForForm IsRetrievable IsSearchable IsSecured
    IsSortableEnabled IsValidForAdvancedFind IsValidForCreate IsValidForForm IsValidForGrid IsValidForRead
    IsValidForUpdate LinkedAttributeId LogicalName MetadataId ModifiedOn RequiredLevel SchemaName Settings SourceType`,
  relationship: `
    AssociatedMenuConfiguration CascadeConfiguration DenormalizedAttributeName EntityKey HasChanged
    IntroducedVersion IsCustomizable IsCustomRelationship IsDenormalizedLookup IsHierarchical IsManaged
    IsRelationshipAttributeDenormalized IsValidForAdvancedFind MetadataId ReferencedAttribute ReferencedEntity
    ReferencedEntityNavigationPropertyName ReferencingAttribute ReferencingEntity
    ReferencingEntityNavigationPropertyName RelationshipAttributes RelationshipBehavior RelationshipType
    SchemaName SecurityTypes`,
}

describe('$metadata', () => {
  test('is XML with an etag, and not sent twice', async () => {
    const first = await get('$metadata')
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('application/xml')
    expect(first.headers.get('odata-version')).toBe('4.0')
    expect(first.body).toContain('<Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm"')
    const etag = first.headers.get('etag') ?? ''
    const again = await get('$metadata', { 'if-none-match': etag })
    expect([again.status, again.body]).toEqual([304, ''])
    expect((await get('$metadata', { 'if-none-match': 'W/"other"' })).status).toBe(200)
  })

  test('says what is read-only when annotations are requested', async () => {
    const annotated = await get('$metadata?annotations=true')
    expect(annotated.body).toContain('Org.OData.Core.V1.PermissionType/Read')
    expect((await get('$metadata')).body).not.toContain('PermissionType')
    expect(annotated.headers.get('etag')).not.toBe((await get('$metadata')).headers.get('etag'))
  })

  test.each([
    ['application/json', 406],
    ['application/xml', 200],
    ['text/html, */*;q=0.1', 200],
  ])('asked for as %s answers %i', async (accept, status) => {
    expect((await get('$metadata', { accept })).status).toBe(status)
  })

  test('HEAD has the same headers as GET, and nothing else is allowed', async () => {
    const head = await server.call('HEAD', '/api/data/v9.2/$metadata')
    expect(head.status).toBe(200)
    expect(head.headers.get('etag')).toBe((await get('$metadata')).headers.get('etag'))
    expect((await server.call('POST', '/api/data/v9.2/$metadata')).status).toBe(405)
  })
})

describe('functions', () => {
  test('WhoAmI names the caller, the unit and the organization', async () => {
    const { status, body } = await get('WhoAmI()')
    expect(status).toBe(200)
    expect(body['@odata.context']).toMatch(/\$metadata#Microsoft\.Dynamics\.CRM\.WhoAmIResponse$/)
    expect(body.OrganizationId).toBe(server.organizationId)
    const units = (await get('businessunits?$select=name')).body.value
    expect(units).toMatchObject([{ businessunitid: body.BusinessUnitId, name: 'Trackmark' }])
    expect((await get('WhoAmI')).body).toEqual(body)
    expect((await get('WhoAmI()/UserId')).body.value).toBe(body.UserId)
  })

  test('RetrieveVersion answers the version of the organization', async () => {
    expect((await get('RetrieveVersion()')).body.Version).toMatch(/^9\.2\./)
    await server.database.query(`update crm.organization set version = '9.1.0.4038'`)
    expect((await get('RetrieveVersion')).body.Version).toBe('9.1.0.4038')
    await server.database.query(`update crm.organization set version = '9.2.24014.0'`)
  })

  test.each([
    "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')",
    "RetrieveCurrentOrganization(AccessType=@p)?@p=Microsoft.Dynamics.CRM.EndpointAccessType'Internet'",
    "RetrieveCurrentOrganization(AccessType='Default')",
  ])('%s tells the organization and where it answers', async (call) => {
    const { status, body } = await get(call)
    expect(status).toBe(200)
    expect(body.Detail).toMatchObject({
      OrganizationId: server.organizationId,
      FriendlyName: 'Trackmark',
      UniqueName: 'trackmark',
      State: 'Enabled',
      Endpoints: { Count: 1, Keys: ['WebApplication'], Values: ['http://crm.test/'] },
    })
  })

  test('RetrieveMailboxTrackingFolders tells the folders of a mailbox, with what they are about', async () => {
    const [mailbox] = (await get('mailboxes?$top=1')).body.value
    const call = `RetrieveMailboxTrackingFolders(MailboxId='${mailbox.mailboxid}')`
    expect((await get(call)).body.MailboxTrackingFolderMappings).toEqual([])
    const [contact] = (await get('contacts?$top=1')).body.value
    await server.database.query(
      `insert into crm.mailboxtrackingfolder (organizationid, mailboxtrackingfolderid, mailboxid,
         exchangefolderid, exchangefoldername, folderonboardingstatus, regardingobjectid,
         regardingobjectidtype, ownerid, owneridtype, createdon, modifiedon)
       values ($1, gen_random_uuid(), $2, 'AAMk', 'Litware', 1, $3, 'contact', $4, 'systemuser', $5, $5)`,
      [
        server.organizationId,
        mailbox.mailboxid,
        contact.contactid,
        ADA,
        new Date(NOW).toISOString(),
      ],
    )
    expect((await get(call)).body.MailboxTrackingFolderMappings).toEqual([
      {
        ExchangeFolderId: 'AAMk',
        ExchangeFolderName: 'Litware',
        IsFolderOnboarded: true,
        RegardingObjectId: contact.contactid,
        RegardingObjectName: contact.fullname,
        RegardingObjectTypeCode: 2,
      },
    ])
  })

  test('RetrieveTotalRecordCount counts the tables it is asked for', async () => {
    const { body } = await get("RetrieveTotalRecordCount(EntityNames=['account','mailbox'])")
    expect(body.EntityRecordCountCollection).toEqual({
      Count: 2,
      IsReadOnly: false,
      Keys: ['account', 'mailbox'],
      Values: [1, 2],
    })
    const aliased = await get('RetrieveTotalRecordCount(EntityNames=@p)?@p=["lead"]')
    expect(aliased.body.EntityRecordCountCollection.Values).toEqual([0])
  })

  test.each([
    ['NoSuchFunction()', 404],
    ['NoSuchFunction', 404],
    ['WhoAmI(Name=1)', 400],
    ['WhoAmI()/Nothing', 404],
    ['RetrieveCurrentOrganization()', 400],
    ["RetrieveCurrentOrganization(AccessType='Nowhere')", 400],
    ['RetrieveCurrentOrganization(AccessType=@p)', 400],
    ["RetrieveMailboxTrackingFolders(MailboxId='x')", 400],
    ["RetrieveMailboxTrackingFolders(MailboxId='00000000-0000-4000-8000-000000000000')", 404],
    ["RetrieveTotalRecordCount(EntityNames=['nothing'])", 400],
    ['RetrieveTotalRecordCount(EntityNames=[])', 400],
    ['mailboxes/Microsoft.Dynamics.CRM.WhoAmI()', 404],
  ])('%s is refused with %i in the envelope of Dataverse', async (call, status) => {
    const answer = await get(call)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toMatchObject({ code: expect.stringMatching(/^0x8/) })
  })

  test('a function is not called by POST', async () => {
    expect((await server.call('POST', '/api/data/v9.2/WhoAmI')).status).toBe(405)
  })
})

describe('definitions', () => {
  test('every table has one, with a stable id', async () => {
    const { body } = await get('EntityDefinitions?$select=LogicalName,EntitySetName,ObjectTypeCode')
    expect(
      body.value.map((one: Json) => [one.LogicalName, one.EntitySetName, one.ObjectTypeCode]),
    ).toEqual(TABLES.map((one) => [one.logicalName, one.entitySetName, one.typeCode]))
    const ids = body.value.map((one: Json) => one.MetadataId)
    expect(new Set(ids).size).toBe(TABLES.length)
    const email = (await get("EntityDefinitions(LogicalName='email')")).body
    expect(ids).toContain(email.MetadataId)
    expect((await get(`EntityDefinitions(${email.MetadataId})`)).body).toMatchObject({
      LogicalName: 'email',
      PrimaryIdAttribute: 'activityid',
      IsActivity: true,
      DisplayCollectionName: { UserLocalizedLabel: { Label: 'Emails', LanguageCode: 1033 } },
    })
  })

  test.each([
    ["EntityDefinitions?$filter=LogicalName eq 'contact'", ['contact']],
    ["EntityDefinitions?$filter=LogicalName in ('task','lead')", ['lead', 'task']],
    [
      "EntityDefinitions?$filter=IsActivity eq true and startswith(LogicalName,'a')&$orderby=ObjectTypeCode",
      ['activitypointer', 'appointment'],
    ],
    [
      "EntityDefinitions?$filter=OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned' and ObjectTypeCode lt 5",
      ['account', 'contact', 'lead'],
    ],
  ])('%s finds %j', async (path, names) => {
    const { body } = await get(path)
    expect(body.value.map((one: Json) => one.LogicalName).sort()).toEqual([...names].sort())
  })

  test('columns come with their types; a cast keeps those of the type', async () => {
    const all = (await get("EntityDefinitions(LogicalName='email')/Attributes")).body.value
    const email = TABLES.find((one) => one.logicalName === 'email')
    expect(all).toHaveLength(email?.columns.length ?? -1)
    const lookups = await get(
      "EntityDefinitions(LogicalName='email')/Attributes/Microsoft.Dynamics.CRM.LookupAttributeMetadata?$select=LogicalName,Targets",
    )
    const regarding = lookups.body.value.find(
      (one: Json) => one.LogicalName === 'regardingobjectid',
    )
    expect(regarding.Targets).toContain('contact')
    expect(regarding['@odata.type']).toBeUndefined()
    expect(all.find((one: Json) => one.LogicalName === 'regardingobjectid')['@odata.type']).toBe(
      '#Microsoft.Dynamics.CRM.LookupAttributeMetadata',
    )
  })

  // Microsoft's table reference, "Format": the other date columns of these tables show times as well.
  test.each([
    ['task', 'actualend actualstart'],
    ['appointment', ''],
    ['email', ''],
    ['recurringappointmentmaster', 'effectivestartdate patternenddate patternstartdate'],
    [
      'mailbox',
      'postponemailboxprocessinguntil postponesendinguntil processemailreceivedafter receivingpostponeduntil receivingpostponeduntilforact tagemailsafter',
    ],
    ['emailserverprofile', ''],
    ['solution', 'installedon'],
  ])('the date columns of %s that show days alone are as documented', async (table, wanted) => {
    const type = 'Microsoft.Dynamics.CRM.DateTimeAttributeMetadata'
    const { value } = (
      await get(
        `EntityDefinitions(LogicalName='${table}')/Attributes/${type}?$select=LogicalName,Format,DateTimeBehavior`,
      )
    ).body
    const dateOnly = value.filter((one: Json) => one.Format === 'DateOnly')
    expect(dateOnly.map((one: Json) => one.LogicalName).sort()).toEqual(
      wanted.split(' ').filter(Boolean),
    )
    for (const one of value) expect(one.DateTimeBehavior).toEqual({ Value: 'UserLocal' })
  })

  test('only their day is formatted, and the value stays an instant', async () => {
    await server.database.query(
      `update crm.mailbox set processemailreceivedafter = '2026-11-30T17:05:00Z'
       where organizationid = $1`,
      [server.organizationId],
    )
    const headers = { prefer: 'odata.include-annotations="*"' }
    const { value } = (await get('mailboxes?$top=1&$select=processemailreceivedafter', headers))
      .body
    expect(value[0].processemailreceivedafter).toBe('2026-11-30T17:05:00Z')
    expect(value[0]['processemailreceivedafter@OData.Community.Display.V1.FormattedValue']).toBe(
      '11/30/2026',
    )
  })

  test('a choice column tells its options, a status the state of each', async () => {
    const path = "EntityDefinitions(LogicalName='email')/Attributes(LogicalName="
    const choice = await get(
      `${path}'deliveryprioritycode')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet($select=Name,Options),GlobalOptionSet`,
    )
    expect(choice.body.GlobalOptionSet).toBeNull()
    expect(
      choice.body.OptionSet.Options.map((one: Json) => [
        one.Value,
        one.Label.UserLocalizedLabel.Label,
      ]),
    ).toEqual([
      [0, 'Low'],
      [1, 'Normal'],
      [2, 'High'],
    ])
    const status = await get(
      `${path}'statuscode')/Microsoft.Dynamics.CRM.StatusAttributeMetadata/OptionSet`,
    )
    expect(status.body.Options[3]).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.CRM.StatusOptionMetadata',
      Value: 4,
      State: 1,
      Label: { LocalizedLabels: [{ Label: 'Received', LanguageCode: 1033 }] },
    })
    const wrong = await get(`${path}'subject')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata`)
    expect(wrong.status).toBe(404)
  })

  test('an expansion is selected from and filtered', async () => {
    const { body } = await get(
      "EntityDefinitions(LogicalName='mailbox')?$select=LogicalName&$expand=Attributes($select=LogicalName;$filter=AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Owner'),Keys,ManyToOneRelationships($filter=ReferencingAttribute eq 'regardingobjectid')",
    )
    expect(body.Attributes.map((one: Json) => one.LogicalName)).toEqual(['ownerid'])
    expect(body.Keys).toMatchObject([
      { KeyAttributes: ['emailaddress'], EntityKeyIndexStatus: 'Active' },
    ])
    expect(
      body.ManyToOneRelationships.map((one: Json) => [
        one.ReferencedEntity,
        one.ReferencingEntityNavigationPropertyName,
      ]),
    ).toEqual([
      ['systemuser', 'regardingobjectid'],
      ['queue', 'regardingobjectid_queue'],
    ])
  })

  test('the keys of a table are those by which a path may name a row', async () => {
    for (const { logicalName, alternateKeys = [] } of TABLES) {
      const { body } = await get(`EntityDefinitions(LogicalName='${logicalName}')/Keys`)
      expect(body.value.map((one: Json) => one.KeyAttributes)).toEqual(alternateKeys)
    }
    const { body } = await get(
      "EntityDefinitions(LogicalName='contact')/Keys(LogicalName='emailaddress1_key')?$select=SchemaName",
    )
    expect(body).toMatchObject({ SchemaName: 'emailaddress1_key' })
  })

  test.each([
    ['EntityMetadata', "EntityDefinitions(LogicalName='email')", DOCUMENTED.entity],
    [
      'AttributeMetadata',
      "EntityDefinitions(LogicalName='email')/Attributes(LogicalName='subject')",
      DOCUMENTED.attribute,
    ],
    [
      'OneToManyRelationshipMetadata',
      "EntityDefinitions(LogicalName='email')/ManyToOneRelationships",
      DOCUMENTED.relationship,
    ],
  ])('%s has every property Microsoft documents', async (_, path, names) => {
    const wanted = names.trim().split(/\s+/)
    const { status, body } = await get(`${path}?$select=${wanted.join(',')}`)
    expect(status).toBe(200)
    const [first] = body.value ?? [body]
    expect(Object.keys(first)).toEqual(expect.arrayContaining(wanted))
    for (const name of wanted.slice(0, 5)) {
      expect((await get(`${path}?$select=${name}`)).status, name).toBe(200)
    }
  })

  test.each([
    ["EntityDefinitions(LogicalName='email')/IsAuditEnabled", { Value: false }],
    ["EntityDefinitions(LogicalName='email')/IconVectorName", null],
  ])('one of them is answered alone: %s', async (path, value) => {
    const { body } = await get(path)
    if (value === null) expect(body.value).toBeNull()
    else expect(body.value).toMatchObject(value)
  })

  test('conditions look into settings', async () => {
    const filtered = async (filter: string) =>
      (await get(`EntityDefinitions?$select=LogicalName&$filter=${encodeURIComponent(filter)}`))
        .body.value.length
    expect(await filtered('IsCustomizable/Value eq true')).toBe(0)
    expect(await filtered('IsCustomizable/Value eq false')).toBe(TABLES.length)
    expect(await filtered("LogicalName eq 'x/Value' or IsAuditEnabled/Value eq true")).toBe(0)
    const { body } = await get(
      "EntityDefinitions(LogicalName='email')/Attributes?$select=LogicalName&$filter=RequiredLevel/Value eq Microsoft.Dynamics.CRM.AttributeRequiredLevel'SystemRequired' and LogicalName eq 'activityid'",
    )
    expect(body.value).toHaveLength(1)
  })

  const changes = (query: unknown, more = '') =>
    get(`RetrieveMetadataChanges(Query=@q${more})?@q=${encodeURIComponent(JSON.stringify(query))}`)

  test('RetrieveMetadataChanges answers what a query asks for, of every type of column', async () => {
    const equals = (PropertyName: string, Value: string, Type = 'System.String') => ({
      ConditionOperator: 'Equals',
      PropertyName,
      Value: { Type, Value },
    })
    const { status, body } = await changes({
      Properties: { AllProperties: false, PropertyNames: ['SchemaName', 'Attributes', 'Keys'] },
      Criteria: {
        FilterOperator: 'Or',
        Conditions: [equals('LogicalName', 'contact')],
        Filters: [
          {
            FilterOperator: 'And',
            Conditions: [
              equals('IsActivity', 'True', 'System.Boolean'),
              {
                ConditionOperator: 'LessThan',
                PropertyName: 'ObjectTypeCode',
                Value: { Type: 'System.Int32', Value: '4203' },
              },
              {
                ConditionOperator: 'NotIn',
                PropertyName: 'LogicalName',
                Value: {
                  Type: 'System.String[]',
                  Value: "['task','appointment','activitypointer']",
                },
              },
            ],
          },
        ],
      },
      AttributeQuery: {
        Properties: { PropertyNames: ['OptionSet', 'AttributeType'] },
        Criteria: {
          FilterOperator: 'Or',
          Conditions: [
            equals('AttributeType', 'Status', 'Microsoft.Xrm.Sdk.Metadata.AttributeTypeCode'),
            equals('IsPrimaryId', 'true', 'System.Boolean'),
          ],
        },
      },
      LabelQuery: { FilterLanguages: [1033], MissingLabelBehavior: 0 },
    })
    expect([status, body['@odata.context']]).toEqual([
      200,
      'http://crm.test/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.RetrieveMetadataChangesResponse',
    ])
    expect(body.ServerVersionStamp).toMatch(/^\d+!/)
    expect(body.DeletedMetadata).toMatchObject({ Count: 0, Keys: [], Values: [] })
    expect(body.EntityMetadata.map((one: Json) => one.LogicalName)).toEqual(['contact', 'email'])
    const [contact] = body.EntityMetadata
    expect(contact).toMatchObject({
      SchemaName: 'Contact',
      HasChanged: null,
      DisplayName: null,
      ManyToOneRelationships: [],
      Keys: [{ LogicalName: 'emailaddress1_key', KeyAttributes: ['emailaddress1'] }],
    })
    expect(contact.Attributes).toMatchObject([
      {
        '@odata.type': '#Microsoft.Dynamics.CRM.ComplexUniqueIdentifierAttributeMetadata',
        LogicalName: 'contactid',
        SchemaName: null,
      },
      {
        '@odata.type': '#Microsoft.Dynamics.CRM.ComplexStatusAttributeMetadata',
        LogicalName: 'statuscode',
        AttributeType: 'Status',
      },
    ])
    expect(contact.Attributes[1].OptionSet.Options.length).toBeGreaterThan(1)
  })

  test('with the stamp of the last answer nothing has changed; another one has expired', async () => {
    const all = (await get('RetrieveMetadataChanges')).body
    expect(all.EntityMetadata).toHaveLength(TABLES.length)
    expect(all.EntityMetadata[0].Attributes.length).toBeGreaterThan(5)
    const stamp = encodeURIComponent(`'${all.ServerVersionStamp}'`)
    const none = await changes({}, `,ClientVersionStamp=@s`).catch(() => null)
    expect(none?.status).toBe(400)
    const same = await get(`RetrieveMetadataChanges(ClientVersionStamp=@s)?@s=${stamp}`)
    expect(same.body).toMatchObject({
      EntityMetadata: [],
      ServerVersionStamp: all.ServerVersionStamp,
    })
    const old = await get("RetrieveMetadataChanges(ClientVersionStamp='1!01/01/2020 00:00:00')")
    expect([old.status, old.body.error.code]).toEqual([400, '0x80044352'])
  })

  test.each([
    ['{', 'valid JSON'],
    ['{"Criteria":{"FilterOperator":"Xor"}}', 'FilterOperator'],
    [
      '{"Criteria":{"Conditions":[{"PropertyName":"Nothing","ConditionOperator":"Equals","Value":{"Value":"x"}}]}}',
      "named 'Nothing'",
    ],
    [
      '{"Criteria":{"Conditions":[{"PropertyName":"DisplayName","ConditionOperator":"Equals","Value":{"Value":"x"}}]}}',
      'label or a list',
    ],
  ])('a query that can’t be answered is refused: %s', async (query, said) => {
    const { status, body } = await get(
      `RetrieveMetadataChanges(Query=@q)?@q=${encodeURIComponent(query)}`,
    )
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(said)])
  })

  test('labels are in English, and there are none of other languages', async () => {
    const { body } = await changes({
      Properties: { PropertyNames: ['DisplayName'] },
      LabelQuery: { FilterLanguages: [1031] },
    })
    expect(body.EntityMetadata[0].DisplayName).toEqual({
      LocalizedLabels: [],
      UserLocalizedLabel: null,
    })
  })

  test('option sets of several columns are global', async () => {
    const { body } = await get('GlobalOptionSetDefinitions?$select=Name')
    const names = body.value.map((one: Json) => one.Name)
    expect(names).toContain('componentstate')
    expect(names).not.toContain('email_statuscode')
    const one = await get("GlobalOptionSetDefinitions(Name='activitypointer_prioritycode')")
    expect(one.body).toMatchObject({ IsGlobal: true, OptionSetType: 'Picklist' })
  })

  test('relationships are found by name', async () => {
    const { body } = await get("RelationshipDefinitions(SchemaName='Contact_Emails')")
    expect(body).toMatchObject({ ReferencedEntity: 'contact', ReferencingEntity: 'email' })
  })

  test('all answered properties are declared in $metadata', async () => {
    const types = new Map(DEFINITION_TYPES.map((one) => [one.name, one]))
    const declared = (name: string): string[] => {
      const type = types.get(name)
      if (type === undefined) return []
      const own = [...type.properties, ...type.contained].map((one) => one.name)
      return type.base === null ? own : [...own, ...declared(type.base)]
    }
    const expand = 'Attributes,Keys,OneToManyRelationships,ManyToOneRelationships'
    const { body } = await get(`EntityDefinitions?$expand=${expand}`)
    const values = new Map(DEFINITION_VALUES.map((one) => [one.name, one]))
    expect([...values.keys()].filter((name) => types.has(name))).toEqual([])
    for (const entity of body.value) {
      expect(declared('EntityMetadata')).toEqual(expect.arrayContaining(Object.keys(entity)))
      for (const column of entity.Attributes) {
        const name = column['@odata.type'].replace('#Microsoft.Dynamics.CRM.', '')
        const keys = Object.keys(column).filter((key) => !key.startsWith('@'))
        expect(declared(name)).toEqual(expect.arrayContaining(keys))
      }
    }
    const ids = body.value.flatMap((one: Json) => [
      one.MetadataId,
      ...one.Attributes.map((column: Json) => column.MetadataId),
      ...one.ManyToOneRelationships.map((relationship: Json) => relationship.MetadataId),
    ])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each([
    ["EntityDefinitions(LogicalName='nothing')", 404],
    ['EntityDefinitions(00000000-0000-4000-8000-000000000000)', 404],
    ['EntityDefinitions(7)', 400],
    ["EntityDefinitions(Color='red')", 400],
    ["EntityDefinitions(LogicalName='email')/Nothing", 404],
    ["EntityDefinitions(LogicalName='email')/Attributes/LogicalName", 404],
    ['EntityDefinitions?$select=Nothing', 400],
    ['EntityDefinitions?$expand=Nothing', 400],
    ['EntityDefinitions?$expand=Attributes($select=Nothing)', 400],
    ['EntityDefinitions?$expand=Attributes($color=red)', 400],
    ['EntityDefinitions?$filter=Nothing eq 1', 400],
    ['EntityDefinitions?$skip=2', 400],
    ['GlobalOptionSetDefinitions(Name=1)', 400],
    ['ManagedPropertyDefinitions', 404],
  ])('%s is refused with %i', async (path, status) => {
    const answer = await get(path)
    expect([answer.status, typeof answer.body.error?.code]).toEqual([status, 'string'])
  })

  test('definitions are read, not written', async () => {
    const body = { LogicalName: 'new_table' }
    expect((await server.call('POST', '/api/data/v9.2/EntityDefinitions', { body })).status).toBe(
      405,
    )
  })
})

test('tables that clients ask for besides their data exist', async () => {
  const solution = await get(
    "solutions?$select=solutionid,version&$filter=uniquename eq 'OrganizationSettingsEditor'",
  )
  expect(solution.body.value).toEqual([])
  const system = await get("solutions?$filter=uniquename eq 'System'&$expand=publisherid")
  expect(system.body.value).toMatchObject([
    {
      ismanaged: true,
      _organizationid_value: server.organizationId,
      publisherid: { isreadonly: false },
    },
  ])
  const settings = await get(`usersettingscollection(${ADA})`)
  expect(settings.body).toMatchObject({ systemuserid: ADA, incomingemailfilteringmethod: 1 })
  const unit = await get(
    `systemusers(${ADA})?$select=fullname&$expand=businessunitid($select=name)`,
  )
  expect(unit.body.businessunitid.name).toBe('Trackmark')
})
