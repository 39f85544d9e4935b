import {
  booleanLabels,
  type Column,
  displayName,
  type Option,
  type OptionSet,
  TABLES,
} from '@trackmark/dataverse'
import { ALWAYS_THERE, type Definition, label, managed, metadataId } from './definition.ts'

/** Option sets that aren't named after one column serve several, and are global. */
const ownNames = new Set(
  TABLES.flatMap((table) =>
    table.columns.map((column) => `${table.logicalName}_${column.logicalName}`),
  ),
)

const usedBy = new Map<string, number>()
for (const { optionSet } of TABLES.flatMap((table) => table.columns)) {
  if (optionSet !== null) usedBy.set(optionSet.name, (usedBy.get(optionSet.name) ?? 0) + 1)
}

export const isGlobal = (set: OptionSet): boolean =>
  !ownNames.has(set.name) || (usedBy.get(set.name) ?? 0) > 1

const UNCHANGED = {
  IntroducedVersion: ALWAYS_THERE.IntroducedVersion,
  IsCustomOptionSet: false,
  IsCustomizable: managed(false, 'iscustomizable'),
  IsManaged: true,
}

type OptionKind = 'Picklist' | 'State' | 'Status'

/** @param status for a state: its status reasons, the first of which is that of new rows in the state */
export function optionSetDefinition(
  set: OptionSet,
  kind: OptionKind,
  status: OptionSet | null,
): Definition {
  const shown = label(displayName(set.name.replace(/^[^_]*_/, '')))
  return {
    type: 'OptionSetMetadata',
    values: {
      MetadataId: metadataId('optionset', set.name),
      HasChanged: null,
      Name: set.name,
      DisplayName: shown,
      Description: label(null),
      IsGlobal: isGlobal(set),
      ...UNCHANGED,
      OptionSetType: kind,
      Options: set.options.map((option) => optionValues(set, option, kind, status)),
    },
    parts: {},
  }
}

function optionValues(
  set: OptionSet,
  option: Option,
  kind: OptionKind,
  status: OptionSet | null,
): Record<string, unknown> {
  const common = {
    Value: option.value,
    Label: label(option.label),
    Description: label(null),
    Color: null,
    ExternalValue: '',
    ParentValues: [],
    IsManaged: true,
    MetadataId: metadataId('option', set.name, String(option.value)),
    HasChanged: null,
  }
  if (kind === 'State') {
    const first = status?.options.find((one) => one.state === option.value)
    return {
      '@odata.type': '#Microsoft.Dynamics.CRM.StateOptionMetadata',
      ...common,
      DefaultStatus: first?.value ?? null,
      InvariantName: option.label.replaceAll(' ', ''),
    }
  }
  if (kind === 'Status') {
    const type = '#Microsoft.Dynamics.CRM.StatusOptionMetadata'
    return { '@odata.type': type, ...common, State: option.state ?? null, TransitionData: null }
  }
  return common
}

/** The option set of a two-option column, as in Dataverse. */
export function booleanOptions(table: string, column: Column): Definition {
  const name = `${table}_${column.logicalName}`
  const option = (value: number, text: string) => ({
    Value: value,
    Label: label(text),
    Description: label(null),
    Color: null,
    ExternalValue: '',
    ParentValues: [],
    IsManaged: true,
    MetadataId: metadataId('option', name, String(value)),
    HasChanged: null,
  })
  const [off, on] = booleanLabels(column)
  return {
    type: 'BooleanOptionSetMetadata',
    values: {
      MetadataId: metadataId('optionset', name),
      HasChanged: null,
      Name: name,
      DisplayName: label(displayName(column.logicalName)),
      Description: label(null),
      IsGlobal: false,
      ...UNCHANGED,
      OptionSetType: 'Boolean',
      TrueOption: option(1, on),
      FalseOption: option(0, off),
    },
    parts: {},
  }
}

const KINDS: Readonly<Record<string, OptionKind>> = { state: 'State', status: 'Status' }

export const optionKind = (column: Column): OptionKind => KINDS[column.type] ?? 'Picklist'

export function globalOptionSets(): readonly Definition[] {
  const columns = TABLES.flatMap((table) => table.columns)
  const found = new Map<string, Definition>()
  for (const column of columns) {
    const set = column.optionSet
    if (set === null || !isGlobal(set) || found.has(set.name)) continue
    found.set(set.name, optionSetDefinition(set, optionKind(column), null))
  }
  return [...found.values()]
}
