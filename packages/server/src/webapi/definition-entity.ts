import {
  displayName,
  type NavigationProperty,
  navigationProperties,
  schemaName,
  TABLES,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { type Definition, label, metadataId } from './definition.ts'
import { attributeDefinition } from './definition-attribute.ts'

const tables = (of: (table: Table) => readonly string[]): ReadonlySet<string> =>
  new Set(TABLES.flatMap(of))

const partyTargets = tables((table) =>
  table.columns.flatMap((column) => (column.type === 'partylist' ? column.targets : [])),
)
const regarded = tables((table) =>
  table.columns.flatMap((column) =>
    table.isActivity && column.logicalName === 'regardingobjectid' ? column.targets : [],
  ),
)

export function entityDefinition(table: Table): Definition {
  const { logicalName, entitySetName, typeCode } = table
  const isOwned = table.columns.some((column) => column.type === 'owner')
  return {
    type: 'EntityMetadata',
    values: {
      MetadataId: metadataId('entity', logicalName),
      HasChanged: null,
      LogicalName: logicalName,
      SchemaName: schemaName(logicalName),
      EntitySetName: entitySetName,
      LogicalCollectionName: entitySetName,
      CollectionSchemaName: pluralOf(table, schemaName(logicalName)),
      ObjectTypeCode: typeCode,
      PrimaryIdAttribute: table.primaryId,
      PrimaryNameAttribute: table.primaryName,
      PrimaryImageAttribute: null,
      TableType: 'Standard',
      DisplayName: label(displayName(logicalName)),
      DisplayCollectionName: label(pluralOf(table, displayName(logicalName))),
      Description: label(null),
      OwnershipType: isOwned ? 'UserOwned' : 'OrganizationOwned',
      IsActivity: table.isActivity,
      IsActivityParty: partyTargets.has(logicalName),
      IsIntersect: false,
      IsCustomEntity: false,
      IsManaged: true,
      IsLogicalEntity: table.source === 'view',
      IsPrivate: false,
      ChangeTrackingEnabled: TRACKED.has(logicalName),
      HasActivities: regarded.has(logicalName),
    },
    parts: {
      Attributes: () => table.columns.map((one, index) => attributeDefinition(table, one, index)),
      Keys: () => [],
      OneToManyRelationships: () => relationshipsOf(table, 'collection'),
      ManyToOneRelationships: () => relationshipsOf(table, 'single'),
      ManyToManyRelationships: () => [],
    },
  }
}

/** Tables whose changes can be followed (docs/web-api.md, change tracking). */
const TRACKED = new Set([
  'email',
  'appointment',
  'recurringappointmentmaster',
  'task',
  'tracelog',
  'contact',
  'account',
  'lead',
])

/** The ending of the set name, put to another form of the name: Activity Parties, Mailboxes. */
function pluralOf(table: Table, name: string): string {
  const { logicalName, entitySetName } = table
  let same = 0
  while (same < logicalName.length && logicalName[same] === entitySetName[same]) same++
  const ending = entitySetName.slice(same)
  if (!['s', 'es', 'ies'].includes(ending)) return name
  return `${name.slice(0, name.length - (logicalName.length - same))}${ending}`
}

const relationshipsOf = (table: Table, kind: NavigationProperty['kind']): readonly Definition[] =>
  navigationProperties(table)
    .filter((one) => one.kind === kind && !one.inherited)
    .map(relationshipDefinition)

function relationshipDefinition(one: NavigationProperty): Definition {
  const isSingle = one.kind === 'single'
  const [referencing, referenced] = isSingle ? [one.table, one.target] : [one.target, one.table]
  const name = isSingle ? one.partner : one.name
  const lookup = isSingle ? one.name : one.partner
  return {
    type: 'OneToManyRelationshipMetadata',
    values: {
      MetadataId: metadataId('relationship', String(name), referencing, referenced),
      HasChanged: null,
      SchemaName: name,
      RelationshipType: 'OneToManyRelationship',
      IsCustomRelationship: false,
      IsManaged: true,
      ReferencedEntity: referenced,
      ReferencedAttribute: tableByLogicalName(referenced)?.primaryId ?? null,
      ReferencedEntityNavigationPropertyName: name,
      ReferencingEntity: referencing,
      ReferencingAttribute: one.column.logicalName,
      ReferencingEntityNavigationPropertyName: lookup,
    },
    parts: {},
  }
}

export const entityDefinitions = (): readonly Definition[] => TABLES.map(entityDefinition)

export const relationshipDefinitions = (): readonly Definition[] =>
  TABLES.flatMap((table) => relationshipsOf(table, 'single'))
