import { columnByLogicalName } from '../catalogue/catalogue.ts'
import type { Column } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import { checkElement, childrenOf, flag, required, textOf } from './elements.ts'
import { FetchFault } from './fault.ts'
import { columnNamed, isJoined, type ScopeEntry, type Scopes, scopeNamed } from './scopes.ts'
import {
  type AggregateFunction,
  DATE_GROUPINGS,
  type DateGrouping,
  type FetchOrder,
  type FetchOutput,
  type OutputRole,
} from './types.ts'
import type { XmlElement } from './xml.ts'

const ALIAS = /^[A-Za-z_]\w{0,99}$/
const FUNCTIONS: readonly string[] = ['avg', 'count', 'countcolumn', 'max', 'min', 'sum']

/** What the rows of the answer hold, the entity's own columns first. */
export function outputsOf(
  scopes: Scopes,
  aggregate: boolean,
  distinct: boolean,
): readonly FetchOutput[] {
  const outputs = joinedElements(scopes).flatMap(([element, entry]) =>
    elementOutputs(element, entry, aggregate),
  )
  if (aggregate) return uniquelyNamed(outputs, scopes)
  const [root] = scopes.entries
  const hasOwn = outputs.some(({ scope }) => scope === 0)
  // If the query names no columns, Dataverse returns all of the entity's; rows include their key.
  const own = hasOwn || distinct ? [] : allColumns(root!)
  const primary = columnByLogicalName(root!.table, root!.table.primaryId)!
  const hasPrimary = [...outputs, ...own].some(
    (output) => output.isOwn && output.column === primary,
  )
  const key = hasPrimary || distinct ? [] : [plain(root!, primary)]
  return uniquelyNamed([...outputs, ...own, ...key], scopes)
}

export function joinedElements(scopes: Scopes): readonly (readonly [XmlElement, ScopeEntry])[] {
  return [...scopes.byElement].filter(([, entry]) =>
    entry.path.every((scope) => isJoined(scopes.entries[scope]!)),
  )
}

function elementOutputs(
  element: XmlElement,
  entry: ScopeEntry,
  aggregate: boolean,
): readonly FetchOutput[] {
  const all = childrenOf(element, 'all-attributes')
  for (const child of all) checkElement(child, [], [])
  if (all.length > 0 && aggregate) {
    throw new FetchFault('An aggregate query has no <all-attributes>.', all[0]!.at)
  }
  const named = childrenOf(element, 'attribute').map((child) => attribute(child, entry, aggregate))
  return [...(all.length > 0 ? allColumns(entry) : []), ...named]
}

const allColumns = (entry: ScopeEntry): readonly FetchOutput[] =>
  entry.table.columns
    .filter((column) => column.physical !== null && !column.secret)
    .map((column) => plain(entry, column))

function plain(entry: ScopeEntry, column: Column): FetchOutput {
  const isOwn = entry.scope === 0
  const name = isOwn ? column.webApiName : `${entry.alias}.${column.logicalName}`
  return { name, scope: entry.scope, column, isOwn, role: { kind: 'value' } }
}

const ATTRIBUTES = ['name', 'alias', 'aggregate', 'groupby', 'dategrouping', 'distinct']
const MORE_ATTRIBUTES = ['usertimezone', 'addedby', 'build', 'rowaggregate']

function attribute(element: XmlElement, entry: ScopeEntry, aggregate: boolean): FetchOutput {
  checkElement(element, [...ATTRIBUTES, ...MORE_ATTRIBUTES], [])
  const rowAggregate = element.attributes.get('rowaggregate')
  if (rowAggregate !== undefined) {
    throw new FetchFault(
      "rowaggregate isn't supported: no table here has a hierarchy.",
      rowAggregate.at,
    )
  }
  const column = columnNamed(entry.table, required(element, 'name'))
  const alias = element.attributes.get('alias')
  if (alias !== undefined && !ALIAS.test(alias.text)) {
    throw new FetchFault(
      `The alias ${quoteShort(alias.text)} isn't made of letters, digits and '_'.`,
      alias.at,
    )
  }
  const role = aggregate ? aggregateRole(element, column) : plainRole(element)
  if (alias === undefined) {
    if (aggregate)
      throw new FetchFault('An attribute of an aggregate query needs an alias.', element.at)
    return plain(entry, column)
  }
  return { name: alias.text, scope: entry.scope, column, isOwn: false, role }
}

function plainRole(element: XmlElement): OutputRole {
  const name = ['aggregate', 'groupby', 'dategrouping', 'distinct'].find((one) =>
    element.attributes.has(one),
  )
  const isOff = name === 'groupby' || name === 'distinct' ? !flag(element, name) : false
  if (name === undefined || isOff) return { kind: 'value' }
  const { at } = element.attributes.get(name)!
  throw new FetchFault(`${name} needs <fetch aggregate="true">.`, at)
}

function aggregateRole(element: XmlElement, column: Column): OutputRole {
  const isGroup = flag(element, 'groupby')
  const name = textOf(element, 'aggregate')
  if (isGroup === (name !== null)) {
    throw new FetchFault('An attribute of an aggregate query has aggregate or groupby.', element.at)
  }
  const distinct = flag(element, 'distinct')
  if (!isGroup) return aggregation(element, column, name!, distinct)
  const by = element.attributes.get('dategrouping')
  if (by === undefined && column.type === 'datetime') {
    throw new FetchFault(
      `To group by the date '${column.logicalName}', give dategrouping.`,
      element.at,
    )
  }
  if (by === undefined) return { kind: 'group', by: null }
  if (column.type !== 'datetime' || !isDateGrouping(by.text)) {
    const what = column.type === 'datetime' ? `one of ${DATE_GROUPINGS.join(', ')}` : 'for dates'
    throw new FetchFault(`dategrouping is ${what}.`, by.at)
  }
  return { kind: 'group', by: by.text }
}

const isDateGrouping = (text: string): text is DateGrouping =>
  (DATE_GROUPINGS as readonly string[]).includes(text)

function aggregation(
  element: XmlElement,
  column: Column,
  name: string,
  distinct: boolean,
): OutputRole {
  const { at } = element.attributes.get('aggregate')!
  if (!FUNCTIONS.includes(name)) {
    throw new FetchFault(
      `aggregate is one of ${FUNCTIONS.join(', ')}, not ${quoteShort(name)}.`,
      at,
    )
  }
  const wanted = name as AggregateFunction
  const reason = refusedAggregate(wanted, column)
  if (reason !== null) throw new FetchFault(reason, at)
  return { kind: 'aggregate', function: wanted, distinct }
}

/** Null when a function works on a column. */
export function refusedAggregate(name: AggregateFunction, column: Column): string | null {
  const isNumber = ['integer', 'bigint', 'decimal', 'double', 'money'].includes(column.type)
  if (name === 'count' || name === 'countcolumn' || isNumber) return null
  if ((name === 'max' || name === 'min') && column.type === 'datetime') return null
  return `'${name}' doesn't work on '${column.logicalName}', which is ${column.type}.`
}

/** A column named twice counts once; two things of one name are refused. */
function uniquelyNamed(outputs: readonly FetchOutput[], scopes: Scopes): readonly FetchOutput[] {
  const byName = new Map<string, FetchOutput>()
  for (const output of outputs) {
    const known = byName.get(output.name)
    if (known !== undefined && !isSame(known, output)) {
      const [first] = scopes.byElement.keys()
      throw new FetchFault(
        `Two columns of the answer are called '${output.name}'.`,
        first?.at ?? null,
      )
    }
    byName.set(output.name, output)
  }
  return [...byName.values()]
}

const isSame = (one: FetchOutput, other: FetchOutput): boolean =>
  one.scope === other.scope &&
  one.column === other.column &&
  one.role.kind === 'value' &&
  other.role.kind === 'value'

/** Orders of the entity first, then those of links, as Dataverse does. */
export function ordersOf(
  scopes: Scopes,
  outputs: readonly FetchOutput[],
  aggregate: boolean,
): readonly FetchOrder[] {
  return joinedElements(scopes).flatMap(([element, entry]) =>
    childrenOf(element, 'order').map((child) => order(child, entry, scopes, outputs, aggregate)),
  )
}

function order(
  element: XmlElement,
  entry: ScopeEntry,
  scopes: Scopes,
  outputs: readonly FetchOutput[],
  aggregate: boolean,
): FetchOrder {
  checkElement(element, ['attribute', 'alias', 'descending', 'entityname'], [])
  const direction = flag(element, 'descending') ? 'desc' : 'asc'
  const alias = element.attributes.get('alias')
  if (aggregate) {
    if (alias === undefined) {
      throw new FetchFault('An aggregate query is ordered by an alias.', element.at)
    }
    const index = outputs.findIndex((output) => output.name === alias.text)
    if (index < 0)
      throw new FetchFault(`No attribute has the alias ${quoteShort(alias.text)}.`, alias.at)
    return { kind: 'output', index, direction }
  }
  if (alias !== undefined) {
    throw new FetchFault(
      'Only an aggregate query is ordered by an alias; give attribute.',
      alias.at,
    )
  }
  const name = element.attributes.get('entityname')
  const { scope, table } = name === undefined ? entry : scopeNamed(scopes, entry, name)
  const column = columnNamed(table, required(element, 'attribute'))
  return { kind: 'column', scope, column, direction }
}
