import {
  displayName,
  type NavigationProperty,
  navigationProperties,
  schemaName,
  TABLES,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { attributeDefinition } from './attribute.ts'
import {
  BASE_ALIKE,
  ENTITY_ALIKE,
  NO_CASCADE,
  privilegesOf,
  RELATIONSHIP_ALIKE,
} from './constants.ts'
import { ALWAYS_THERE, type Definition, label, managed, metadataId } from './definition.ts'

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

function entityDefinition(table: Table): Definition {
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
      TableType: 'Standard',
      DisplayName: label(displayName(logicalName)),
      DisplayCollectionName: label(pluralOf(table, displayName(logicalName))),
      Description: label(null),
      OwnershipType: isOwned ? 'UserOwned' : 'OrganizationOwned',
      IsActivity: table.isActivity,
      IsActivityParty: partyTargets.has(logicalName),
      IsLogicalEntity: table.source === 'view',
      ChangeTrackingEnabled: TRACKED.has(logicalName),
      HasActivities: regarded.has(logicalName),
      HasEmailAddresses: partyTargets.has(logicalName),
      ActivityTypeMask: table.isActivity ? 1 : 0,
      IsChildEntity: PARTS.has(logicalName),
      IsStateModelAware: table.columns.some((column) => column.type === 'state'),
      RecurrenceBaseEntityLogicalName:
        logicalName === 'recurringappointmentmaster' ? 'appointment' : null,
      Privileges: privilegesOf(table, isOwned),
      ...ENTITY_ALIKE,
    },
    parts: {
      Attributes: () => table.columns.map((one, index) => attributeDefinition(table, one, index)),
      Keys: () => keysOf(table),
      OneToManyRelationships: () => relationshipsOf(table, 'collection'),
      ManyToOneRelationships: () => relationshipsOf(table, 'single'),
      ManyToManyRelationships: () => manyToMany(table),
    },
  }
}

/** Tables whose rows are parts of an activity. */
const PARTS = new Set(['activityparty', 'activitymimeattachment'])

/** The alternate keys by which a path may name a row; their texts are compared without regard to case. */
const keysOf = (table: Table): readonly Definition[] =>
  (table.alternateKeys ?? []).map((names) => {
    const name = `${names.join('_')}_key`
    return {
      type: 'EntityKeyMetadata',
      values: {
        MetadataId: metadataId('key', table.logicalName, name),
        LogicalName: name,
        SchemaName: name,
        EntityLogicalName: table.logicalName,
        DisplayName: label(names.map((one) => displayName(one)).join(', ')),
        KeyAttributes: names,
        EntityKeyIndexStatus: 'Active',
        IntroducedVersion: ALWAYS_THERE.IntroducedVersion,
        IsCustomizable: managed(false, 'iscustomizable'),
        IsExportKey: false,
        IsManaged: true,
        IsSecondaryKey: false,
        IsSynchronous: true,
      },
      parts: {},
    }
  })

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

/** Forms the plural of a name by the ending of the set name: Activity Parties, Mailboxes. */
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
    .filter((one) => one.kind === kind && !one.inherited && one.through === undefined)
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
      ReferencedEntity: referenced,
      ReferencedAttribute: tableByLogicalName(referenced)?.primaryId ?? null,
      ReferencedEntityNavigationPropertyName: name,
      ReferencingEntity: referencing,
      ReferencingAttribute: one.column.logicalName,
      ReferencingEntityNavigationPropertyName: lookup,
      CascadeConfiguration: {
        ...NO_CASCADE,
        Delete: PARTS.has(referencing)
          ? 'Cascade'
          : one.column.nullable
            ? 'RemoveLink'
            : 'Restrict',
      },
      ...RELATIONSHIP_ALIKE,
    },
    parts: {},
  }
}

/** The relationship of users and roles. Users are its first entity, from whichever side it is read. */
const manyToMany = (table: Table): readonly Definition[] =>
  navigationProperties(table).flatMap(({ name, through }) => {
    if (through === undefined) return []
    return {
      type: 'ManyToManyRelationshipMetadata',
      values: {
        MetadataId: metadataId('relationship', name),
        HasChanged: null,
        SchemaName: name,
        RelationshipType: 'ManyToManyRelationship',
        Entity1LogicalName: 'systemuser',
        Entity1IntersectAttribute: 'systemuserid',
        Entity1NavigationPropertyName: name,
        Entity2LogicalName: 'role',
        Entity2IntersectAttribute: 'roleid',
        Entity2NavigationPropertyName: name,
        IntersectEntityName: through.table.logicalName,
        Entity1AssociatedMenuConfiguration: RELATIONSHIP_ALIKE.AssociatedMenuConfiguration,
        Entity2AssociatedMenuConfiguration: RELATIONSHIP_ALIKE.AssociatedMenuConfiguration,
        ...BASE_ALIKE,
      },
      parts: {},
    }
  })

export const entityDefinitions = (): readonly Definition[] => TABLES.map(entityDefinition)

export const relationshipDefinitions = (): readonly Definition[] =>
  TABLES.flatMap((table) => [
    ...relationshipsOf(table, 'single'),
    // Two tables have this relationship; it is listed once.
    ...(table.logicalName === 'systemuser' ? manyToMany(table) : []),
  ])
