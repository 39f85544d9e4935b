import type { EnumType, StructuredType, TypedName } from './types.ts'

const of =
  (type: string, isNullable = true) =>
  (...names: readonly string[]): readonly TypedName[] =>
    names.map((name) => ({ name, type, ...(isNullable ? {} : { nullable: false }) }))

const texts = of('Edm.String')
const ints = of('Edm.Int32')
const bools = of('Edm.Boolean')
const labels = of('mscrm.Label')

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

function complex(name: string, properties: readonly TypedName[], base?: string): StructuredType {
  const rest = { base: base ?? null, isAbstract: false, key: null, contained: [] }
  return { kind: 'ComplexType', name, properties, ...rest }
}

const contained = (name: string, type: string): TypedName => ({ name, type })

const attribute = (kind: string, properties: readonly TypedName[], parts: Parts = {}) =>
  entity(`${kind}AttributeMetadata`, properties, { base: 'AttributeMetadata', ...parts })

const optionAttribute = (kind: string) =>
  attribute(kind, [], {
    base: 'EnumAttributeMetadata',
    contained: [
      contained('OptionSet', 'mscrm.OptionSetMetadata'),
      contained('GlobalOptionSet', 'mscrm.OptionSetMetadata'),
    ],
  })

/**
 * Types of `EntityDefinitions` and its kin: of the metadata entity types of Dataverse (Microsoft
 * Learn, Web API metadata EntityType reference) the properties that are answered here.
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
      ...texts('PrimaryImageAttribute', 'TableType'),
      ...ints('ObjectTypeCode'),
      ...labels('DisplayName', 'DisplayCollectionName', 'Description'),
      ...of('mscrm.OwnershipTypes')('OwnershipType'),
      ...bools('IsActivity', 'IsActivityParty', 'IsIntersect', 'IsCustomEntity', 'IsManaged'),
      ...bools('IsLogicalEntity', 'IsPrivate', 'ChangeTrackingEnabled', 'HasActivities'),
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
      ...of('mscrm.AttributeTypeCode')('AttributeType'),
      ...of('mscrm.AttributeTypeDisplayName')('AttributeTypeName'),
      ...ints('ColumnNumber'),
      ...labels('DisplayName', 'Description'),
      ...of('mscrm.AttributeRequiredLevelManagedProperty')('RequiredLevel'),
      ...bools('IsPrimaryId', 'IsPrimaryName', 'IsValidForRead', 'IsValidForCreate'),
      ...bools('IsValidForUpdate', 'IsCustomAttribute', 'IsManaged', 'IsLogical', 'IsSecured'),
    ],
    { base: 'MetadataBase' },
  ),
  attribute('String', [...ints('MaxLength'), ...of('mscrm.StringFormat')('Format')]),
  attribute('Memo', ints('MaxLength')),
  attribute('Integer', ints('MinValue', 'MaxValue')),
  attribute('BigInt', []),
  attribute('Decimal', []),
  attribute('UniqueIdentifier', []),
  attribute('EntityName', []),
  attribute('DateTime', of('mscrm.DateTimeFormat')('Format')),
  attribute('Lookup', of('Collection(Edm.String)', false)('Targets')),
  attribute('Boolean', bools('DefaultValue'), {
    contained: [contained('OptionSet', 'mscrm.BooleanOptionSetMetadata')],
  }),
  attribute('Enum', ints('DefaultFormValue'), { isAbstract: true }),
  optionAttribute('Picklist'),
  optionAttribute('State'),
  optionAttribute('Status'),
  entity(
    'OptionSetMetadataBase',
    [
      ...texts('Name'),
      ...labels('DisplayName', 'Description'),
      ...bools('IsGlobal', 'IsCustomOptionSet', 'IsManaged'),
      ...of('mscrm.OptionSetType')('OptionSetType'),
    ],
    { base: 'MetadataBase', isAbstract: true },
  ),
  entity('OptionSetMetadata', of('Collection(mscrm.OptionMetadata)', false)('Options'), {
    base: 'OptionSetMetadataBase',
  }),
  entity('BooleanOptionSetMetadata', of('mscrm.OptionMetadata')('TrueOption', 'FalseOption'), {
    base: 'OptionSetMetadataBase',
  }),
  entity('EntityKeyMetadata', texts('LogicalName', 'SchemaName', 'EntityLogicalName'), {
    base: 'MetadataBase',
  }),
  entity(
    'RelationshipMetadataBase',
    [
      ...texts('SchemaName'),
      ...of('mscrm.RelationshipType')('RelationshipType'),
      ...bools('IsCustomRelationship', 'IsManaged'),
    ],
    { base: 'MetadataBase', isAbstract: true },
  ),
  entity(
    'OneToManyRelationshipMetadata',
    [
      ...texts('ReferencedEntity', 'ReferencedAttribute', 'ReferencingEntity'),
      ...texts('ReferencingAttribute', 'ReferencedEntityNavigationPropertyName'),
      ...texts('ReferencingEntityNavigationPropertyName'),
    ],
    { base: 'RelationshipMetadataBase' },
  ),
  entity('ManyToManyRelationshipMetadata', [], { base: 'RelationshipMetadataBase' }),
  complex('Label', [
    ...of('Collection(mscrm.LocalizedLabel)', false)('LocalizedLabels'),
    ...of('mscrm.LocalizedLabel')('UserLocalizedLabel'),
  ]),
  complex('LocalizedLabel', [
    ...texts('Label'),
    ...of('Edm.Int32', false)('LanguageCode'),
    ...bools('IsManaged', 'HasChanged'),
    ...of('Edm.Guid')('MetadataId'),
  ]),
  complex('OptionMetadata', [
    ...ints('Value'),
    ...labels('Label', 'Description'),
    ...texts('Color'),
    ...bools('IsManaged', 'HasChanged'),
    ...of('Edm.Guid')('MetadataId'),
  ]),
  complex(
    'StateOptionMetadata',
    [...ints('DefaultStatus'), ...texts('InvariantName')],
    'OptionMetadata',
  ),
  complex('StatusOptionMetadata', ints('State'), 'OptionMetadata'),
  complex('AttributeTypeDisplayName', texts('Value')),
  complex('AttributeRequiredLevelManagedProperty', [
    ...of('mscrm.AttributeRequiredLevel')('Value'),
    ...bools('CanBeChanged'),
    ...texts('ManagedPropertyLogicalName'),
  ]),
]

export const DEFINITION_ENUMS: readonly EnumType[] = [
  { name: 'OwnershipTypes', members: { None: 0, UserOwned: 1, OrganizationOwned: 8 } },
  {
    name: 'AttributeTypeCode',
    members: {
      Boolean: 0,
      DateTime: 2,
      Decimal: 3,
      Integer: 5,
      Lookup: 6,
      Memo: 7,
      Owner: 9,
      PartyList: 10,
      Picklist: 11,
      State: 12,
      Status: 13,
      String: 14,
      Uniqueidentifier: 15,
      BigInt: 18,
      EntityName: 20,
    },
  },
  { name: 'AttributeRequiredLevel', members: { None: 0, SystemRequired: 1 } },
  { name: 'OptionSetType', members: { Picklist: 0, State: 1, Status: 2, Boolean: 3 } },
  { name: 'StringFormat', members: { Email: 0, Text: 1 } },
  { name: 'DateTimeFormat', members: { DateOnly: 0, DateAndTime: 1 } },
  {
    name: 'RelationshipType',
    members: { OneToManyRelationship: 0, ManyToManyRelationship: 1 },
  },
]

/** Entity sets of definitions beside those of the tables, with the type of their members. */
export const DEFINITION_SETS: Readonly<Record<string, string>> = {
  EntityDefinitions: 'EntityMetadata',
  GlobalOptionSetDefinitions: 'OptionSetMetadataBase',
  RelationshipDefinitions: 'RelationshipMetadataBase',
}
