import {
  columnByLogicalName,
  ERROR_CODES,
  type NavigationProperty,
  navigationProperty,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { badRequest } from '@trackmark/http'
import type { WriteValue } from '@trackmark/store'
import { parseReference, type Reference, type ReferenceScope } from '../request/reference.ts'
import { checkedValue, idValue, unknownProperty, wrongValue } from './value.ts'

/** The parsed input for one row, with each value checked against its column. Other rows aren't looked at yet. */
export interface RowInput {
  readonly table: Table
  /** The primary key in the body; null when it isn't there. */
  readonly id: string | null
  /** Values by logical name, without lookups. */
  readonly values: Map<string, WriteValue>
  /** References by single-valued navigation property; null empties the lookup. */
  readonly binds: Map<string, Bind>
  /** Rows to create before this one, which references them. */
  readonly parents: readonly { readonly navigation: NavigationProperty; readonly row: RowInput }[]
  /** Rows to create after this one, which reference it. */
  readonly children: readonly Children[]
  /** Existing rows that shall reference this one. */
  readonly attached: readonly {
    readonly navigation: NavigationProperty
    readonly references: readonly Reference[]
  }[]
}

export interface Bind {
  readonly navigation: NavigationProperty
  readonly reference: Reference | null
}

interface Children {
  readonly navigation: NavigationProperty
  readonly rows: readonly RowInput[]
}

type WriteMode = 'create' | 'update'

/** Most rows of one body, and their deepest nesting. */
const ROWS_MAX = 1000
const DEPTH_MAX = 8

interface Part {
  readonly table: Table
  readonly mode: WriteMode
  readonly scope: ReferenceScope
  readonly depth: number
  readonly counter: { rows: number }
  readonly input: {
    readonly table: Table
    id: string | null
    readonly values: Map<string, WriteValue>
    readonly binds: Map<string, Bind>
    readonly parents: { navigation: NavigationProperty; row: RowInput }[]
    readonly children: Children[]
    readonly attached: { navigation: NavigationProperty; references: readonly Reference[] }[]
  }
}

/** @throws ApiError 400 naming the property and what it must be */
export function parseRow(
  table: Table,
  mode: WriteMode,
  body: unknown,
  scope: ReferenceScope,
): RowInput {
  return row(table, mode, body, scope, 0, { rows: 0 })
}

function row(
  table: Table,
  mode: WriteMode,
  body: unknown,
  scope: ReferenceScope,
  depth: number,
  counter: { rows: number },
): RowInput {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('The body must be a JSON object of columns and values.')
  }
  if (depth > DEPTH_MAX) throw badRequest(`Rows are nested deeper than ${DEPTH_MAX} levels.`)
  if (++counter.rows > ROWS_MAX) throw badRequest(`A body holds ${ROWS_MAX} rows at most.`)
  const input: Part['input'] = {
    table,
    id: null,
    values: new Map(),
    binds: new Map(),
    parents: [],
    children: [],
    attached: [],
  }
  const part: Part = { table, mode, scope, depth, counter, input }
  for (const [name, value] of Object.entries(body)) {
    // Clients may send the annotations of a row that they read (OData 4.0 JSON format, 4.5).
    if (name.startsWith('@') || /@(?!odata\.bind$)/.test(name)) continue
    property(part, name, value)
  }
  return input
}

function property(part: Part, name: string, value: unknown): void {
  const { table, input } = part
  const bound = /^(.*)@odata\.bind$/s.exec(name)?.[1]
  if (bound !== undefined) {
    bind(part, bound, value)
    return
  }
  if (name === table.primaryId) {
    input.id = idValue(name, value)
    return
  }
  const column = columnByLogicalName(table, name)
  const isOwn = column?.physical != null && column.targets.length === 0 && !column.secret
  if (column !== undefined && isOwn) {
    if (column.readOnly) throw readOnly(name)
    input.values.set(name, checkedValue(table, column, value))
    return
  }
  const navigation = navigationProperty(table, name)
  if (navigation !== undefined) {
    related(part, navigation, value)
    return
  }
  throw unknownProperty(table, name, lookupHint(table, name))
}

function lookupHint(table: Table, name: string): string {
  const lookup = table.columns.find(
    (column) =>
      column.targets.length > 0 && (column.webApiName === name || column.logicalName === name),
  )
  if (lookup === undefined || lookup.physical === null) return ''
  return ` CRM do not support direct update of Entity Reference properties, Use Navigation properties instead: ${singleNames(table, lookup.logicalName).join(', ')}.`
}

function singleNames(table: Table, lookup: string): readonly string[] {
  const column = columnByLogicalName(table, lookup)!
  const candidates = column.targets.flatMap((target) => [
    lookup,
    `${lookup}_${target}`,
    `${lookup}_${target}_${table.logicalName}`,
    `${lookup}_${table.logicalName}`,
  ])
  const known = [...new Set(candidates)].filter(
    (name) => navigationProperty(table, name)?.kind === 'single',
  )
  return known.map((name) => `${name}@odata.bind`)
}

function bind(part: Part, name: string, value: unknown): void {
  const navigation = navigationProperty(part.table, name)
  if (navigation === undefined) throw unknownProperty(part.table, name)
  if (navigation.kind === 'single') {
    const reference = value === null ? null : parseReference(part.scope, name, value)
    setBind(part, navigation, reference)
    return
  }
  if (part.mode !== 'create') throw notOnUpdate(name)
  if (!Array.isArray(value)) throw wrongValue(name, 'bound to a list of rows')
  part.counter.rows += value.length
  if (part.counter.rows > ROWS_MAX) throw badRequest(`A body holds ${ROWS_MAX} rows at most.`)
  const references = value.map((item: unknown) => parseReference(part.scope, name, item))
  part.input.attached.push({ navigation, references })
}

/** Null empties a lookup; an object or a list creates rows (deep insert). */
function related(part: Part, navigation: NavigationProperty, value: unknown): void {
  const { name } = navigation
  if (navigation.kind === 'single') {
    if (value === null) {
      setBind(part, navigation, null)
      return
    }
    if (part.mode !== 'create') throw notOnUpdate(name)
    part.input.parents.push({ navigation, row: nested(part, navigation, value) })
    return
  }
  if (!Array.isArray(value)) throw wrongValue(name, 'a list of rows')
  if (part.mode !== 'create' && !isParties(part.table, navigation)) throw notOnUpdate(name)
  const rows = value.map((item: unknown) => nested(part, navigation, item))
  part.input.children.push({ navigation, rows })
}

function nested(part: Part, navigation: NavigationProperty, value: unknown): RowInput {
  const target = tableByLogicalName(navigation.target)!
  return row(target, 'create', value, part.scope, part.depth + 1, part.counter)
}

function setBind(part: Part, navigation: NavigationProperty, reference: Reference | null): void {
  const { column, name } = navigation
  if (column.readOnly) throw readOnly(name)
  if (reference === null && !column.nullable) {
    throw wrongValue(name, "bound to a row; it can't be empty")
  }
  const earlier = part.input.binds.get(column.logicalName)
  const isContradicted = earlier !== undefined && earlier.reference !== null && reference !== null
  if (isContradicted) throw badRequest(`${column.logicalName} is bound twice.`)
  // A lookup with several target tables can have one value; emptying its other properties changes nothing.
  if (earlier?.reference != null && reference === null) return
  part.input.binds.set(column.logicalName, { navigation, reference })
}

/** Whether it is `email_activity_parties` or similar: the only rows that are replaced with those of the body. */
export const isParties = (table: Table, navigation: NavigationProperty): boolean =>
  table.isActivity && navigation.name === `${table.logicalName}_activity_parties`

const readOnly = (name: string) => badRequest(`${name} is read-only.`, ERROR_CODES.invalidArgument)

const notOnUpdate = (name: string) =>
  badRequest(
    `${name} holds other rows, which an update doesn't write; write them by their own address, or bind them with ${name}/$ref.`,
  )
