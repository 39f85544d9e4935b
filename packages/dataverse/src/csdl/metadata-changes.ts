import { DEFINITION_TYPES } from './definition-types.ts'
import { bools, complex, of, texts } from './typed.ts'
import type { EnumType, StructuredType, TypedName } from './types.ts'

/** The definitions a `RetrieveMetadataChanges` answers are values, not entities with addresses. */
export const complexName = (type: string): string => `Complex${type}`

const local = (type: string): string => type.replace(/^Collection\((.*)\)$/, '$1').slice(6)

function asValue({ name, type }: TypedName): TypedName {
  const complexType = `mscrm.${complexName(local(type))}`
  return type.startsWith('Collection(')
    ? { name, type: `Collection(${complexType})`, nullable: false }
    : { name, type: complexType }
}

/** Every type of definition once more, with its parts as properties. */
const VALUES: readonly StructuredType[] = DEFINITION_TYPES.filter(({ base }) => base !== null).map(
  ({ name, base, isAbstract, properties, contained }) => ({
    kind: 'ComplexType',
    name: complexName(name),
    base: base === 'crmmodelbaseentity' || base === null ? null : complexName(base),
    isAbstract,
    key: null,
    properties: [...properties, ...contained.map(asValue)],
    contained: [],
  }),
)

const query = (name: string, properties: readonly TypedName[] = []) =>
  complex(name, properties, 'MetadataQueryExpression')

/** After Microsoft's reference of `RetrieveMetadataChanges`. */
export const METADATA_CHANGES_TYPES: readonly StructuredType[] = [
  ...VALUES,
  complex('MetadataQueryExpression', [
    ...of('mscrm.MetadataFilterExpression')('Criteria'),
    ...of('mscrm.MetadataPropertiesExpression')('Properties'),
  ]),
  query('EntityQueryExpression', [
    ...of('mscrm.AttributeQueryExpression')('AttributeQuery'),
    ...of('mscrm.EntityKeyQueryExpression')('KeyQuery'),
    ...of('mscrm.LabelQueryExpression')('LabelQuery'),
    ...of('mscrm.RelationshipQueryExpression')('RelationshipQuery'),
  ]),
  query('AttributeQueryExpression'),
  query('EntityKeyQueryExpression'),
  query('RelationshipQueryExpression'),
  complex('LabelQueryExpression', [
    ...of('Collection(Edm.Int32)', false)('FilterLanguages'),
    ...of('Edm.Int32')('MissingLabelBehavior'),
  ]),
  complex('MetadataPropertiesExpression', [
    ...bools('AllProperties'),
    ...of('Collection(Edm.String)', false)('PropertyNames'),
  ]),
  complex('MetadataFilterExpression', [
    ...of('mscrm.LogicalOperator')('FilterOperator'),
    ...of('Collection(mscrm.MetadataConditionExpression)', false)('Conditions'),
    ...of('Collection(mscrm.MetadataFilterExpression)', false)('Filters'),
  ]),
  complex('MetadataConditionExpression', [
    ...texts('PropertyName'),
    ...of('mscrm.MetadataConditionOperator')('ConditionOperator'),
    ...of('mscrm.ConditionValue')('Value'),
  ]),
  // Dataverse calls it Object, a name that generated clients of most languages can't have.
  complex('ConditionValue', texts('Type', 'Value')),
  complex('RetrieveMetadataChangesResponse', [
    ...of('Collection(mscrm.ComplexEntityMetadata)', false)('EntityMetadata'),
    ...texts('ServerVersionStamp'),
    ...of('mscrm.DeletedMetadataCollection')('DeletedMetadata'),
  ]),
  complex('DeletedMetadataCollection', [
    ...of('Edm.Int32', false)('Count'),
    ...of('Edm.Boolean', false)('IsReadOnly'),
    ...of('Collection(mscrm.DeletedMetadataFilters)', false)('Keys'),
    ...of('Collection(mscrm.DeletedMetadataIds)', false)('Values'),
  ]),
  complex('DeletedMetadataIds', of('Collection(Edm.Guid)', false)('Items')),
]

export const METADATA_CHANGES_ENUMS: readonly EnumType[] = [
  { name: 'LogicalOperator', members: { And: 0, Or: 1 } },
  {
    name: 'MetadataConditionOperator',
    members: { Equals: 0, NotEquals: 1, In: 2, NotIn: 3, GreaterThan: 4, LessThan: 5 },
  },
  {
    name: 'DeletedMetadataFilters',
    members: {
      Default: 1,
      Entity: 1,
      Attribute: 2,
      Relationship: 4,
      Label: 8,
      OptionSet: 16,
      All: 31,
    },
  },
]
