import { bools, instants, ints, labels, managed, of, texts } from './typed.ts'
import type { StructuredType, TypedName } from './types.ts'

interface Parts {
  readonly base?: string
  readonly isAbstract?: boolean
  readonly key?: string
  readonly contained?: readonly TypedName[]
}

function entity(name: string, properties: readonly TypedName[], parts: Parts): StructuredType {
  const { base = null, isAbstract = false, key = null, contained = [] } = parts
  return { kind: 'EntityType', name, base, isAbstract, key, properties, contained }
}

const contained = (name: string, type: string): TypedName => ({ name, type })

const attribute = (kind: string, properties: readonly TypedName[], parts: Parts = {}) =>
  entity(`${kind}AttributeMetadata`, properties, { base: 'AttributeMetadata', ...parts })

const optionAttribute = (kind: string, properties: readonly TypedName[] = []) =>
  attribute(kind, properties, {
    base: 'EnumAttributeMetadata',
    contained: [
      contained('OptionSet', 'mscrm.OptionSetMetadata'),
      contained('GlobalOptionSet', 'mscrm.OptionSetMetadata'),
    ],
  })

const formula = [...texts('FormulaDefinition'), ...ints('SourceTypeMask')]
const imeMode = of('mscrm.ImeMode')('ImeMode')

/**
 * Types of `EntityDefinitions` and its kin: the metadata entity types of Dataverse with the
 * properties Microsoft documents (Learn, Web API metadata EntityType reference), of the attribute
 * types those that columns here have.
 */
export const DEFINITION_TYPES: readonly StructuredType[] = [
  entity('crmmodelbaseentity', [], { isAbstract: true }),
  entity('MetadataBase', [...of('Edm.Guid', false)('MetadataId'), ...bools('HasChanged')], {
    base: 'crmmodelbaseentity',
    isAbstract: true,
    key: 'MetadataId',
  }),
  entity(
    'EntityMetadata',
    [
      ...texts('LogicalName', 'SchemaName', 'EntitySetName', 'LogicalCollectionName'),
      ...texts('CollectionSchemaName', 'PrimaryIdAttribute', 'PrimaryNameAttribute'),
      ...texts('PrimaryImageAttribute', 'TableType', 'EntityColor', 'EntityHelpUrl'),
      ...texts('ExternalCollectionName', 'ExternalName', 'IconLargeName', 'IconMediumName'),
      ...texts('IconSmallName', 'IconVectorName', 'IntroducedVersion', 'MobileOfflineFilters'),
      ...texts('RecurrenceBaseEntityLogicalName', 'ReportViewName', 'SettingOf'),
      ...ints('ObjectTypeCode', 'ActivityTypeMask', 'DaysSinceRecordLastModified', 'OwnerIdType'),
      ...of('Edm.Guid')('DataProviderId', 'DataSourceId', 'OwnerId', 'OwningBusinessUnit'),
      ...instants('CreatedOn', 'ModifiedOn'),
      ...labels('DisplayName', 'DisplayCollectionName', 'Description'),
      ...of('mscrm.OwnershipTypes')('OwnershipType'),
      ...bools('AutoCreateAccessTeams', 'AutoRouteToOwnerQueue', 'CanTriggerWorkflow'),
      ...bools('ChangeTrackingEnabled', 'EnforceStateTransitions', 'EntityHelpUrlEnabled'),
      ...bools('HasActivities', 'HasEmailAddresses', 'HasFeedback', 'HasNotes', 'IsAIRUpdated'),
      ...bools('IsActivity', 'IsActivityParty', 'IsArchivalEnabled', 'IsAvailableOffline'),
      ...bools('IsBPFEntity', 'IsBusinessProcessEnabled', 'IsChildEntity', 'IsCustomEntity'),
      ...bools('IsDocumentManagementEnabled', 'IsDocumentRecommendationsEnabled'),
      ...bools('IsEnabledForCharts', 'IsEnabledForExternalChannels', 'IsEnabledForTrace'),
      ...bools('IsImportable', 'IsInteractionCentricEnabled', 'IsIntersect'),
      ...bools('IsKnowledgeManagementEnabled', 'IsLogicalEntity', 'IsMSTeamsIntegrationEnabled'),
      ...bools('IsManaged', 'IsOneNoteIntegrationEnabled', 'IsOptimisticConcurrencyEnabled'),
      ...bools('IsPrivate', 'IsQuickCreateEnabled', 'IsReadingPaneEnabled', 'IsRetentionEnabled'),
      ...bools('IsRetrieveAuditEnabled', 'IsRetrieveMultipleAuditEnabled', 'IsSLAEnabled'),
      ...bools('IsSolutionAware', 'IsStateModelAware', 'IsValidForAdvancedFind'),
      ...bools('SyncToExternalSearchIndex', 'UsesBusinessDataLabelTable'),
      ...managed('CanBeInCustomEntityAssociation', 'CanBeInManyToMany'),
      ...managed('CanBePrimaryEntityInRelationship', 'CanBeRelatedEntityInRelationship'),
      ...managed('CanChangeHierarchicalRelationship', 'CanChangeTrackingBeEnabled'),
      ...managed('CanCreateAttributes', 'CanCreateCharts', 'CanCreateForms', 'CanCreateViews'),
      ...managed('CanEnableSyncToExternalSearchIndex', 'CanModifyAdditionalSettings'),
      ...managed('IsAuditEnabled', 'IsConnectionsEnabled', 'IsCustomizable'),
      ...managed('IsDuplicateDetectionEnabled', 'IsMailMergeEnabled', 'IsMappable'),
      ...managed('IsOfflineInMobileClient', 'IsReadOnlyInMobileClient', 'IsRenameable'),
      ...managed('IsValidForQueue', 'IsVisibleInMobile', 'IsVisibleInMobileClient'),
      ...of('Collection(mscrm.SecurityPrivilegeMetadata)', false)('Privileges'),
      ...of('Collection(mscrm.EntitySetting)', false)('Settings'),
    ],
    {
      base: 'MetadataBase',
      contained: [
        contained('Attributes', 'Collection(mscrm.AttributeMetadata)'),
        contained('Keys', 'Collection(mscrm.EntityKeyMetadata)'),
        contained('OneToManyRelationships', 'Collection(mscrm.OneToManyRelationshipMetadata)'),
        contained('ManyToOneRelationships', 'Collection(mscrm.OneToManyRelationshipMetadata)'),
        contained('ManyToManyRelationships', 'Collection(mscrm.ManyToManyRelationshipMetadata)'),
      ],
    },
  ),
  entity(
    'AttributeMetadata',
    [
      ...texts('LogicalName', 'SchemaName', 'EntityLogicalName', 'AttributeOf'),
      ...texts('AutoNumberFormat', 'DeprecatedVersion', 'ExternalName', 'InheritsFrom'),
      ...texts('IntroducedVersion'),
      ...of('Edm.Guid')('LinkedAttributeId'),
      ...of('mscrm.AttributeTypeCode')('AttributeType'),
      ...of('mscrm.AttributeTypeDisplayName')('AttributeTypeName'),
      ...ints('ColumnNumber', 'SourceType'),
      ...instants('CreatedOn', 'ModifiedOn'),
      ...labels('DisplayName', 'Description'),
      ...of('mscrm.AttributeRequiredLevelManagedProperty')('RequiredLevel'),
      ...bools('CanBeSecuredForCreate', 'CanBeSecuredForRead', 'CanBeSecuredForUpdate'),
      ...bools('IsCustomAttribute', 'IsDataSourceSecret', 'IsFilterable', 'IsLogical', 'IsManaged'),
      ...bools('IsPrimaryId', 'IsPrimaryName', 'IsRequiredForForm', 'IsRetrievable'),
      ...bools('IsSearchable', 'IsSecured', 'IsValidForCreate', 'IsValidForForm'),
      ...bools('IsValidForGrid', 'IsValidForRead', 'IsValidForUpdate', 'IsValidODataAttribute'),
      ...managed('CanModifyAdditionalSettings', 'IsAuditEnabled', 'IsCustomizable'),
      ...managed('IsGlobalFilterEnabled', 'IsRenameable', 'IsSortableEnabled'),
      ...managed('IsValidForAdvancedFind'),
      ...of('Collection(mscrm.AttributeSetting)', false)('Settings'),
    ],
    { base: 'MetadataBase' },
  ),
  attribute('String', [
    ...ints('MaxLength', 'DatabaseLength'),
    ...of('mscrm.StringFormat')('Format'),
    ...of('mscrm.StringFormatName')('FormatName'),
    ...texts('YomiOf'),
    ...bools('IsLocalizable'),
    ...imeMode,
    ...formula,
  ]),
  attribute('Memo', [
    ...ints('MaxLength'),
    ...of('mscrm.StringFormat')('Format'),
    ...of('mscrm.MemoFormatName')('FormatName'),
    ...bools('IsLocalizable'),
    ...imeMode,
  ]),
  attribute('Integer', [
    ...ints('MinValue', 'MaxValue'),
    ...of('mscrm.IntegerFormat')('Format'),
    ...formula,
  ]),
  attribute('BigInt', of('Edm.Int64')('MinValue', 'MaxValue')),
  attribute('Decimal', [
    ...of('Edm.Decimal')('MinValue', 'MaxValue'),
    ...ints('Precision'),
    ...imeMode,
    ...formula,
  ]),
  attribute('Double', [
    ...of('Edm.Double')('MinValue', 'MaxValue'),
    ...ints('Precision'),
    ...imeMode,
  ]),
  attribute('Money', [
    ...of('Edm.Double')('MinValue', 'MaxValue'),
    ...ints('Precision', 'PrecisionSource'),
    ...texts('CalculationOf'),
    ...bools('IsBaseCurrency'),
    ...imeMode,
    ...formula,
  ]),
  attribute('UniqueIdentifier', []),
  attribute('DateTime', [
    ...of('mscrm.DateTimeFormat')('Format'),
    ...of('mscrm.DateTimeBehavior')('DateTimeBehavior'),
    ...managed('CanChangeDateTimeBehavior'),
    ...imeMode,
    ...formula,
  ]),
  attribute('Lookup', [
    ...of('Collection(Edm.String)', false)('Targets'),
    ...of('mscrm.LookupFormat')('Format'),
  ]),
  attribute('Boolean', [...bools('DefaultValue'), ...formula], {
    contained: [
      contained('OptionSet', 'mscrm.BooleanOptionSetMetadata'),
      contained('GlobalOptionSet', 'mscrm.BooleanOptionSetMetadata'),
    ],
  }),
  attribute('Enum', ints('DefaultFormValue'), { isAbstract: true }),
  optionAttribute('Picklist', [
    ...texts('ParentPicklistLogicalName'),
    ...of('Collection(Edm.String)', false)('ChildPicklistLogicalNames'),
    ...formula,
  ]),
  optionAttribute('State'),
  optionAttribute('Status'),
  optionAttribute('EntityName', bools('IsEntityReferenceStored')),
  entity(
    'OptionSetMetadataBase',
    [
      ...texts('Name', 'ExternalTypeName', 'IntroducedVersion'),
      ...labels('DisplayName', 'Description'),
      ...bools('IsGlobal', 'IsCustomOptionSet', 'IsManaged'),
      ...managed('IsCustomizable'),
      ...of('mscrm.OptionSetType')('OptionSetType'),
    ],
    { base: 'MetadataBase', isAbstract: true },
  ),
  entity(
    'OptionSetMetadata',
    [...of('Collection(mscrm.OptionMetadata)', false)('Options'), ...texts('ParentOptionSetName')],
    { base: 'OptionSetMetadataBase' },
  ),
  entity('BooleanOptionSetMetadata', of('mscrm.OptionMetadata')('TrueOption', 'FalseOption'), {
    base: 'OptionSetMetadataBase',
  }),
  entity(
    'EntityKeyMetadata',
    [
      ...texts('LogicalName', 'SchemaName', 'EntityLogicalName', 'IntroducedVersion'),
      ...labels('DisplayName'),
      ...of('Collection(Edm.String)', false)('KeyAttributes'),
      ...of('mscrm.EntityKeyIndexStatus')('EntityKeyIndexStatus'),
      ...bools('IsExportKey', 'IsManaged', 'IsSecondaryKey', 'IsSynchronous'),
      ...managed('IsCustomizable'),
    ],
    { base: 'MetadataBase' },
  ),
  entity(
    'RelationshipMetadataBase',
    [
      ...texts('SchemaName', 'IntroducedVersion'),
      ...of('mscrm.RelationshipType')('RelationshipType'),
      ...of('mscrm.SecurityTypes')('SecurityTypes'),
      ...bools('IsCustomRelationship', 'IsManaged', 'IsValidForAdvancedFind'),
      ...managed('IsCustomizable'),
    ],
    { base: 'MetadataBase', isAbstract: true },
  ),
  entity(
    'OneToManyRelationshipMetadata',
    [
      ...texts('ReferencedEntity', 'ReferencedAttribute', 'ReferencingEntity'),
      ...texts('ReferencingAttribute', 'ReferencedEntityNavigationPropertyName'),
      ...texts('ReferencingEntityNavigationPropertyName', 'EntityKey'),
      ...texts('DenormalizedAttributeName'),
      ...ints('RelationshipBehavior'),
      ...bools('IsHierarchical', 'IsRelationshipAttributeDenormalized', 'IsDenormalizedLookup'),
      ...of('mscrm.AssociatedMenuConfiguration')('AssociatedMenuConfiguration'),
      ...of('mscrm.CascadeConfiguration')('CascadeConfiguration'),
      ...of('Collection(mscrm.RelationshipAttribute)', false)('RelationshipAttributes'),
    ],
    { base: 'RelationshipMetadataBase' },
  ),
  entity(
    'ManyToManyRelationshipMetadata',
    [
      ...texts('Entity1LogicalName', 'Entity1IntersectAttribute'),
      ...texts('Entity1NavigationPropertyName', 'Entity2LogicalName'),
      ...texts('Entity2IntersectAttribute', 'Entity2NavigationPropertyName'),
      ...texts('IntersectEntityName'),
      ...of('mscrm.AssociatedMenuConfiguration')(
        'Entity1AssociatedMenuConfiguration',
        'Entity2AssociatedMenuConfiguration',
      ),
    ],
    { base: 'RelationshipMetadataBase' },
  ),
]

/** Entity sets of definitions beside those of the tables, with the type of their members. */
export const DEFINITION_SETS: Readonly<Record<string, string>> = {
  EntityDefinitions: 'EntityMetadata',
  GlobalOptionSetDefinitions: 'OptionSetMetadataBase',
  RelationshipDefinitions: 'RelationshipMetadataBase',
}
