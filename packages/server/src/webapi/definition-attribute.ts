import {
  type Column,
  type ColumnType,
  displayName,
  schemaName,
  type Table,
} from '@trackmark/dataverse'
import { type Definition, label, metadataId } from './definition.ts'
import { booleanOptions, isGlobal, optionKind, optionSetDefinition } from './definition-options.ts'

/** Attribute type and the type of its definition, after Dataverse's metadata. */
const TYPES: Readonly<Record<ColumnType, readonly [code: string, definition: string]>> = {
  uniqueidentifier: ['Uniqueidentifier', 'UniqueIdentifier'],
  string: ['String', 'String'],
  memo: ['Memo', 'Memo'],
  integer: ['Integer', 'Integer'],
  bigint: ['BigInt', 'BigInt'],
  decimal: ['Decimal', 'Decimal'],
  boolean: ['Boolean', 'Boolean'],
  datetime: ['DateTime', 'DateTime'],
  picklist: ['Picklist', 'Picklist'],
  state: ['State', 'State'],
  status: ['Status', 'Status'],
  lookup: ['Lookup', 'Lookup'],
  owner: ['Owner', 'Lookup'],
  entityname: ['EntityName', 'EntityName'],
  partylist: ['PartyList', 'Lookup'],
}

const INT32 = 2_147_483_647
const MEMO_MAX = 1_048_576

const isLookup = (column: Column): boolean => column.targets.length > 0

export function attributeDefinition(table: Table, column: Column, index: number): Definition {
  const [code, definition] = TYPES[column.type]
  const { logicalName } = column
  const isPrimaryId = logicalName === table.primaryId
  return {
    type: `${definition}AttributeMetadata`,
    values: {
      MetadataId: metadataId('attribute', table.logicalName, logicalName),
      HasChanged: null,
      LogicalName: logicalName,
      SchemaName: schemaName(logicalName),
      EntityLogicalName: table.logicalName,
      AttributeOf: null,
      AttributeType: code,
      AttributeTypeName: { Value: typeName(code) },
      ColumnNumber: index + 1,
      DisplayName: label(displayName(logicalName, isLookup(column))),
      Description: label(null),
      RequiredLevel: {
        Value: column.nullable ? 'None' : 'SystemRequired',
        CanBeChanged: false,
        ManagedPropertyLogicalName: 'canmodifyrequirementlevelsettings',
      },
      IsPrimaryId: isPrimaryId,
      IsPrimaryName: logicalName === table.primaryName,
      IsValidForRead: !column.secret,
      IsValidForCreate: !column.readOnly && table.source === 'table',
      IsValidForUpdate: !column.readOnly && table.source === 'table' && !isPrimaryId,
      IsCustomAttribute: false,
      IsManaged: true,
      IsLogical: column.physical === null,
      IsSecured: false,
      ...ownValues(column),
    },
    parts: ownParts(table, column),
  }
}

/** `PicklistType`, `UniqueidentifierType`, `DateTimeType`. */
const typeName = (code: string): string => `${code}Type`

function ownValues(column: Column): Record<string, unknown> {
  switch (column.type) {
    case 'string':
      return { MaxLength: column.maxLength, Format: formatOf(column) }
    case 'memo':
      return { MaxLength: column.maxLength ?? MEMO_MAX }
    case 'integer':
      return { MinValue: column.range?.[0] ?? -INT32 - 1, MaxValue: column.range?.[1] ?? INT32 }
    case 'boolean':
      return { DefaultValue: column.default === true }
    case 'datetime':
      return { Format: 'DateAndTime' }
    case 'picklist':
    case 'state':
    case 'status':
      return { DefaultFormValue: typeof column.default === 'number' ? column.default : -1 }
    case 'lookup':
    case 'owner':
    case 'partylist':
      return { Targets: column.targets }
    default:
      return {}
  }
}

const formatOf = (column: Column): string =>
  column.logicalName.includes('emailaddress') ? 'Email' : 'Text'

function ownParts(table: Table, column: Column): Definition['parts'] {
  if (column.type === 'boolean')
    return { OptionSet: () => booleanOptions(table.logicalName, column) }
  const set = column.optionSet
  if (set === null) return {}
  const status = table.columns.find((one) => one.type === 'status')?.optionSet ?? null
  const made = () => optionSetDefinition(set, optionKind(column), status)
  return { OptionSet: made, GlobalOptionSet: () => (isGlobal(set) ? made() : null) }
}
