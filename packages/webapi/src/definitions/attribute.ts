import {
  type Column,
  type ColumnType,
  displayName,
  schemaName,
  type Table,
} from '@trackmark/dataverse'
import { ALWAYS_THERE, type Definition, label, managed, metadataId } from './definition.ts'
import { booleanOptions, isGlobal, optionKind, optionSetDefinition } from './options.ts'

/** Attribute type and the type of its definition, after Dataverse's metadata. */
const TYPES: Readonly<Record<ColumnType, readonly [code: string, definition: string]>> = {
  uniqueidentifier: ['Uniqueidentifier', 'UniqueIdentifier'],
  string: ['String', 'String'],
  memo: ['Memo', 'Memo'],
  integer: ['Integer', 'Integer'],
  bigint: ['BigInt', 'BigInt'],
  decimal: ['Decimal', 'Decimal'],
  double: ['Double', 'Double'],
  money: ['Money', 'Money'],
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
/** Bounds of Dataverse's decimal columns. */
const DECIMAL_MAX = 100_000_000_000
const DECIMAL_PLACES = 10
const DOUBLE_PLACES = 5
const MONEY_MAX = 922_337_203_685_477
const MONEY_PLACES = 2
/** A money column has the places of its currency. */
const PRECISION_OF_CURRENCY = 2

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
      IsValidForForm: !column.secret,
      IsValidForGrid: !column.secret,
      IsValidODataAttribute: !column.secret && column.type !== 'partylist',
      IsValidForAdvancedFind: managed(!column.secret, 'canmodifysearchsettings'),
      IsDataSourceSecret: column.secret,
      ...ALIKE,
      IsLogical: column.physical === null,
      ...ownValues(column),
    },
    parts: ownParts(table, column),
  }
}

/** Equal for all columns: there are no forms, no field security and no auditing of single columns. */
const ALIKE = {
  ...ALWAYS_THERE,
  CanBeSecuredForCreate: false,
  CanBeSecuredForRead: false,
  CanBeSecuredForUpdate: false,
  CanModifyAdditionalSettings: managed(false, 'canmodifyadditionalsettings'),
  IsAuditEnabled: managed(false, 'canmodifyauditsettings'),
  IsCustomAttribute: false,
  IsCustomizable: managed(false, 'iscustomizable'),
  IsFilterable: false,
  IsGlobalFilterEnabled: managed(false, 'canmodifyglobalfiltersettings'),
  IsManaged: true,
  IsRenameable: managed(false, 'isrenameable'),
  IsRequiredForForm: false,
  IsRetrievable: false,
  IsSearchable: false,
  IsSecured: false,
  IsSortableEnabled: managed(false, 'canmodifyissortablesettings'),
  SourceType: 0,
}

/** There are no calculated columns. */
const STORED = { FormulaDefinition: '', SourceTypeMask: 0 }

/** `PicklistType`, `UniqueidentifierType`, `DateTimeType`. */
const typeName = (code: string): string => `${code}Type`

function ownValues(column: Column): Record<string, unknown> {
  switch (column.type) {
    case 'string':
      return {
        MaxLength: column.maxLength,
        DatabaseLength: column.maxLength,
        Format: formatOf(column),
        FormatName: { Value: formatOf(column) },
        IsLocalizable: false,
        ImeMode: 'Auto',
        ...STORED,
      }
    case 'memo':
      return {
        MaxLength: column.maxLength ?? MEMO_MAX,
        Format: 'TextArea',
        FormatName: { Value: 'TextArea' },
        IsLocalizable: false,
        ImeMode: 'Auto',
      }
    case 'integer':
      return {
        MinValue: column.range?.[0] ?? -INT32 - 1,
        MaxValue: column.range?.[1] ?? INT32,
        Format: 'None',
        ...STORED,
      }
    case 'bigint':
      // The columns hold 64 bits; these are the integers that JSON numbers hold exactly.
      return { MinValue: Number.MIN_SAFE_INTEGER, MaxValue: Number.MAX_SAFE_INTEGER }
    case 'decimal':
      return {
        MinValue: -DECIMAL_MAX,
        MaxValue: DECIMAL_MAX,
        Precision: DECIMAL_PLACES,
        ImeMode: 'Disabled',
        ...STORED,
      }
    case 'double':
      return {
        MinValue: -DECIMAL_MAX,
        MaxValue: DECIMAL_MAX,
        Precision: DOUBLE_PLACES,
        ImeMode: 'Disabled',
      }
    case 'money':
      return {
        MinValue: -MONEY_MAX,
        MaxValue: MONEY_MAX,
        Precision: MONEY_PLACES,
        PrecisionSource: PRECISION_OF_CURRENCY,
        CalculationOf: null,
        IsBaseCurrency: false,
        ImeMode: 'Disabled',
        ...STORED,
      }
    case 'boolean':
      return { DefaultValue: column.default === true, ...STORED }
    case 'datetime':
      return {
        Format: column.dateOnly ? 'DateOnly' : 'DateAndTime',
        DateTimeBehavior: { Value: 'UserLocal' },
        CanChangeDateTimeBehavior: managed(false, 'canchangedatetimebehavior'),
        ImeMode: 'Inactive',
        ...STORED,
      }
    case 'entityname':
      return { DefaultFormValue: -1, IsEntityReferenceStored: false }
    case 'picklist':
      return { ...defaultOption(column), ...STORED }
    case 'state':
    case 'status':
      return defaultOption(column)
    case 'lookup':
    case 'owner':
    case 'partylist':
      return {
        Targets: column.targets,
        Format: column.logicalName === 'regardingobjectid' ? 'Regarding' : 'None',
      }
    default:
      return {}
  }
}

const defaultOption = (column: Column) => ({
  DefaultFormValue: typeof column.default === 'number' ? column.default : -1,
})

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
