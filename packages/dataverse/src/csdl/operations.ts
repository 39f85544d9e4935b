import type { ActionType, EnumType, FunctionType, StructuredType, TypedName } from './types.ts'

const guid = (name: string): TypedName => ({ name, type: 'Edm.Guid', nullable: false })
const text = (name: string): TypedName => ({ name, type: 'Edm.String' })
const int = (name: string): TypedName => ({ name, type: 'Edm.Int32', nullable: false })

const complex = (name: string, properties: readonly TypedName[]): StructuredType => ({
  kind: 'ComplexType',
  name,
  base: null,
  isAbstract: false,
  key: null,
  properties,
  contained: [],
})

/** How Dataverse writes a dictionary: keys and values side by side. */
const dictionary = (name: string, key: string, value: string): StructuredType =>
  complex(name, [
    int('Count'),
    { name: 'IsReadOnly', type: 'Edm.Boolean', nullable: false },
    { name: 'Keys', type: `Collection(${key})`, nullable: false },
    { name: 'Values', type: `Collection(${value})`, nullable: false },
  ])

/** After the Web API function reference of Dataverse (Microsoft Learn). */
export const FUNCTIONS: readonly FunctionType[] = [
  { name: 'WhoAmI', parameters: [], returns: 'mscrm.WhoAmIResponse' },
  { name: 'RetrieveVersion', parameters: [], returns: 'mscrm.RetrieveVersionResponse' },
  {
    name: 'RetrieveCurrentOrganization',
    parameters: [{ name: 'AccessType', type: 'mscrm.EndpointAccessType', nullable: false }],
    returns: 'mscrm.RetrieveCurrentOrganizationResponse',
  },
  {
    name: 'RetrieveMailboxTrackingFolders',
    parameters: [{ name: 'MailboxId', type: 'Edm.String', nullable: false }],
    returns: 'mscrm.RetrieveMailboxTrackingFoldersResponse',
  },
  {
    name: 'RetrieveMetadataChanges',
    parameters: [
      { name: 'Query', type: 'mscrm.EntityQueryExpression' },
      { name: 'DeletedMetadataFilters', type: 'mscrm.DeletedMetadataFilters' },
      { name: 'ClientVersionStamp', type: 'Edm.String' },
      { name: 'AppModuleId', type: 'Edm.Guid' },
      { name: 'RetrieveAllSettings', type: 'Edm.Boolean' },
    ],
    returns: 'mscrm.RetrieveMetadataChangesResponse',
  },
  {
    name: 'RetrieveTotalRecordCount',
    parameters: [{ name: 'EntityNames', type: 'Collection(Edm.String)', nullable: false }],
    returns: 'mscrm.RetrieveTotalRecordCountResponse',
  },
]

const onMany = (name: string, returns: string | null): ActionType => ({
  name,
  isBound: true,
  parameters: [
    { name: 'entityset', type: 'Collection(mscrm.crmbaseentity)', nullable: false },
    { name: 'Targets', type: 'Collection(mscrm.crmbaseentity)', nullable: false },
  ],
  returns,
})

/** After the Web API action reference of Dataverse (Microsoft Learn). */
export const ACTIONS: readonly ActionType[] = [
  onMany('CreateMultiple', 'mscrm.CreateMultipleResponse'),
  onMany('UpdateMultiple', null),
  onMany('UpsertMultiple', null),
  {
    name: 'BulkDelete',
    isBound: false,
    parameters: [
      { name: 'QuerySet', type: 'Collection(mscrm.QueryExpression)', nullable: false },
      { name: 'JobName', type: 'Edm.String', nullable: false },
      { name: 'SendEmailNotification', type: 'Edm.Boolean' },
      { name: 'ToRecipients', type: 'Collection(mscrm.activityparty)' },
      { name: 'CCRecipients', type: 'Collection(mscrm.activityparty)' },
      { name: 'RecurrencePattern', type: 'Edm.String' },
      { name: 'StartDateTime', type: 'Edm.DateTimeOffset' },
    ],
    returns: 'mscrm.BulkDeleteResponse',
  },
]

export const FUNCTION_TYPES: readonly StructuredType[] = [
  complex('WhoAmIResponse', [guid('BusinessUnitId'), guid('UserId'), guid('OrganizationId')]),
  complex('RetrieveVersionResponse', [text('Version')]),
  complex('RetrieveCurrentOrganizationResponse', [
    { name: 'Detail', type: 'mscrm.OrganizationDetail' },
  ]),
  complex('OrganizationDetail', [
    guid('OrganizationId'),
    text('FriendlyName'),
    text('OrganizationVersion'),
    text('UrlName'),
    text('UniqueName'),
    { name: 'Endpoints', type: 'mscrm.EndpointCollection' },
    { name: 'State', type: 'mscrm.OrganizationState', nullable: false },
  ]),
  dictionary('EndpointCollection', 'mscrm.EndpointType', 'Edm.String'),
  complex('RetrieveMailboxTrackingFoldersResponse', [
    {
      name: 'MailboxTrackingFolderMappings',
      type: 'Collection(mscrm.MailboxTrackingFolderMapping)',
      nullable: false,
    },
  ]),
  complex('MailboxTrackingFolderMapping', [
    text('ExchangeFolderId'),
    text('ExchangeFolderName'),
    { name: 'IsFolderOnboarded', type: 'Edm.Boolean', nullable: false },
    { name: 'RegardingObjectId', type: 'Edm.Guid' },
    text('RegardingObjectName'),
    { name: 'RegardingObjectTypeCode', type: 'Edm.Int32' },
  ]),
  complex('BulkDeleteResponse', [guid('JobId')]),
  complex('QueryExpression', [
    text('EntityName'),
    { name: 'Criteria', type: 'mscrm.FilterExpression' },
    { name: 'LinkEntities', type: 'Collection(mscrm.LinkEntity)', nullable: false },
  ]),
  complex('FilterExpression', [
    { name: 'FilterOperator', type: 'mscrm.LogicalOperator', nullable: false },
    { name: 'Conditions', type: 'Collection(mscrm.ConditionExpression)', nullable: false },
    { name: 'Filters', type: 'Collection(mscrm.FilterExpression)', nullable: false },
  ]),
  complex('ConditionExpression', [
    text('EntityName'),
    text('AttributeName'),
    // An enumeration in Dataverse, of names beyond those that conditions here have.
    text('Operator'),
    { name: 'Values', type: 'Collection(mscrm.ConditionValue)', nullable: false },
  ]),
  complex('LinkEntity', [
    text('LinkToEntityName'),
    text('LinkFromAttributeName'),
    text('LinkToAttributeName'),
    text('JoinOperator'),
    text('EntityAlias'),
    { name: 'LinkCriteria', type: 'mscrm.FilterExpression' },
    { name: 'LinkEntities', type: 'Collection(mscrm.LinkEntity)', nullable: false },
  ]),
  complex('CreateMultipleResponse', [
    { name: 'Ids', type: 'Collection(Edm.Guid)', nullable: false },
  ]),
  complex('RetrieveTotalRecordCountResponse', [
    { name: 'EntityRecordCountCollection', type: 'mscrm.EntityRecordCountCollection' },
  ]),
  dictionary('EntityRecordCountCollection', 'Edm.String', 'Edm.Int64'),
]

export const FUNCTION_ENUMS: readonly EnumType[] = [
  { name: 'EndpointAccessType', members: { Default: 0, Internet: 1, Intranet: 2 } },
  {
    name: 'EndpointType',
    members: { OrganizationService: 0, OrganizationDataService: 1, WebApplication: 2 },
  },
  { name: 'OrganizationState', members: { Enabled: 0, Disabled: 1 } },
]
