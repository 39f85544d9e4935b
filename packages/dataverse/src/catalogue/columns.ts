import { OPTION_SETS, type OptionSetName } from './option-sets.ts'
import type { Column, ColumnDefault, ColumnType } from './types.ts'

/** What a table says of a column besides its name and type; everything has the common default. */
export interface ColumnTraits {
  readonly readOnly?: boolean
  readonly required?: boolean
  readonly default?: ColumnDefault
  readonly secret?: boolean
  readonly labels?: Column['labels']
  readonly range?: Column['range']
  readonly dateOnly?: true
}

const RO: ColumnTraits = { readOnly: true }

function column(
  logicalName: string,
  type: ColumnType,
  traits: ColumnTraits = {},
  more: Partial<Column> = {},
): Column {
  return {
    logicalName,
    webApiName: logicalName,
    type,
    physical: logicalName,
    physicalType: null,
    readOnly: traits.readOnly ?? false,
    nullable: !(traits.required ?? false),
    maxLength: null,
    default: traits.default ?? null,
    optionSet: null,
    targets: [],
    participation: null,
    secret: traits.secret ?? false,
    ...(traits.labels === undefined ? {} : { labels: traits.labels }),
    ...(traits.range === undefined ? {} : { range: traits.range }),
    ...(traits.dateOnly === undefined ? {} : { dateOnly: traits.dateOnly }),
    ...more,
  }
}

export const guid = (name: string, traits?: ColumnTraits): Column =>
  column(name, 'uniqueidentifier', traits)

export const text = (name: string, maxLength: number, traits?: ColumnTraits): Column =>
  column(name, 'string', traits, { maxLength })

export const memo = (name: string, traits?: ColumnTraits): Column => column(name, 'memo', traits)

export const int = (name: string, traits?: ColumnTraits): Column => column(name, 'integer', traits)

export const decimal = (name: string, traits?: ColumnTraits): Column =>
  column(name, 'decimal', traits)

export const double = (name: string, traits?: ColumnTraits): Column =>
  column(name, 'double', traits)

/** In the currency of the organization, which is the US dollar. */
export const money = (name: string, traits?: ColumnTraits): Column => column(name, 'money', traits)

export const bool = (name: string, traits?: ColumnTraits): Column => column(name, 'boolean', traits)

export const booleanLabels = ({ labels }: Column): readonly [off: string, on: string] =>
  labels ?? ['No', 'Yes']

export const datetime = (name: string, traits?: ColumnTraits): Column =>
  column(name, 'datetime', traits)

export const entityname = (name: string, traits?: ColumnTraits): Column =>
  column(name, 'entityname', traits, { maxLength: 64 })

export const picklist = (name: string, set: OptionSetName, traits?: ColumnTraits): Column =>
  column(name, 'picklist', traits, { optionSet: OPTION_SETS[set] })

export function lookup(name: string, targets: readonly string[], traits?: ColumnTraits): Column {
  return column(name, 'lookup', traits, lookupNames(name, targets))
}

export function partylist(name: string, participation: number, traits?: ColumnTraits): Column {
  return column(name, 'partylist', traits, {
    physical: null,
    participation,
    targets: PARTY_TARGETS,
  })
}

/** The primary key: given by the client or the server at creation, never changed. */
export const primaryId = (name: string): Column => guid(name, { required: true })

/** `statecode` and `statuscode` with the values a new row starts with. */
export function stateColumns(
  table: string,
  initial: { readonly state: number; readonly status: number },
): readonly Column[] {
  const state = OPTION_SETS[`${table}_statecode` as OptionSetName]
  const status = OPTION_SETS[`${table}_statuscode` as OptionSetName]
  return [
    column('statecode', 'state', { required: true, default: initial.state }, { optionSet: state }),
    column(
      'statuscode',
      'status',
      { required: true, default: initial.status },
      { optionSet: status },
    ),
  ]
}

/** Columns of every table. `versionnumber` is answered as the row's `@odata.etag`. */
export const auditColumns: readonly Column[] = [
  datetime('createdon', { readOnly: true, required: true }),
  datetime('modifiedon', { readOnly: true, required: true }),
  lookup('createdby', ['systemuser'], RO),
  lookup('modifiedby', ['systemuser'], RO),
  column('versionnumber', 'bigint', { readOnly: true, required: true, default: 1 }),
]

const OWNERS = ['systemuser', 'team'] as const

/** Columns of every table whose rows belong to a user. */
export const ownerColumns: readonly Column[] = [
  column('ownerid', 'owner', {}, lookupNames('ownerid', OWNERS)),
  lookup('owninguser', ['systemuser'], RO),
  lookup('owningteam', ['team'], RO),
  lookup('owningbusinessunit', ['businessunit'], RO),
]

export const PARTY_TARGETS: readonly string[] = [
  'account',
  'contact',
  'lead',
  'queue',
  'systemuser',
]

function lookupNames(name: string, targets: readonly string[]): Partial<Column> {
  return {
    webApiName: `_${name}_value`,
    physicalType: targets.length > 1 ? `${name}type` : null,
    targets,
  }
}
