import { columnByLogicalName, sqlType } from '../catalogue/catalogue.ts'
import type { Column, Table } from '../catalogue/types.ts'
import { checkElement, childrenOf, flag } from './elements.ts'
import { FetchFault } from './fault.ts'
import { filtersOf, type Reading } from './filter.ts'
import { columnNamed, isJoined, type ScopeEntry } from './scopes.ts'
import type { FetchLink, LinkKind } from './types.ts'
import type { XmlElement } from './xml.ts'

const ATTRIBUTES = ['name', 'from', 'to', 'alias', 'link-type', 'intersect', 'visible']
const MORE_ATTRIBUTES = ['enableprefiltering', 'prefilterparametername']
const COLUMNS = ['attribute', 'all-attributes', 'order']
const CHILDREN = ['filter', 'link-entity']

export const linksOf = (reading: Reading, parent: XmlElement): readonly FetchLink[] =>
  childrenOf(parent, 'link-entity').map((child) => linkOf(reading, child))

export function linkOf(reading: Reading, element: XmlElement): FetchLink {
  const { byElement, entries } = reading.scopes
  const entry = byElement.get(element)!
  const parent = entries[entry.parent!]!
  const givesColumns = entry.path.every((scope) => isJoined(entries[scope]!))
  if (!givesColumns) refuseColumns(element)
  checkElement(element, [...ATTRIBUTES, ...MORE_ATTRIBUTES], [...COLUMNS, ...CHILDREN])
  flag(element, 'intersect')
  const { from, to } = joinColumns(element, entry, parent)
  return {
    scope: entry.scope,
    kind: isJoined(entry) ? (entry.kind as LinkKind) : 'exists',
    alias: entry.alias!,
    table: entry.table,
    from,
    to,
    parent: parent.scope,
    filter: filtersOf(reading, element, entry),
    links: linksOf(reading, element),
  }
}

function refuseColumns(element: XmlElement): void {
  const child = element.children.find(({ name }) => COLUMNS.includes(name))
  if (child === undefined) return
  const message = `A link of this link-type gives no columns and no order: it holds no <${child.name}>.`
  throw new FetchFault(message, child.at)
}

/** Linked by one of these, every row meets a large part of all rows. */
const FEW_VALUES: readonly Column['type'][] = ['boolean', 'picklist', 'state', 'status']

/** Without `from` and `to`, the one lookup that leads from either table to the other. */
function joinColumns(
  element: XmlElement,
  entry: ScopeEntry,
  parent: ScopeEntry,
): { readonly from: Column; readonly to: Column } {
  const [from, to] = ['from', 'to'].map((name) => element.attributes.get(name))
  if (from === undefined && to === undefined)
    return impliedColumns(element, entry.table, parent.table)
  if (from === undefined || to === undefined) {
    throw new FetchFault('<link-entity> needs both from and to.', element.at)
  }
  const columns = { from: columnNamed(entry.table, from), to: columnNamed(parent.table, to) }
  const few = [columns.from, columns.to].find(({ type }) => FEW_VALUES.includes(type))
  if (few !== undefined) {
    throw new FetchFault(
      `'${few.logicalName}' has few values, each of which many rows share: link by a lookup, a key or a text.`,
      from.at,
    )
  }
  if (sqlType(columns.from) !== sqlType(columns.to)) {
    throw new FetchFault(
      `'${columns.from.logicalName}' and '${columns.to.logicalName}' hold different kinds of values and can't be joined.`,
      from.at,
    )
  }
  return columns
}

function impliedColumns(element: XmlElement, linked: Table, parent: Table) {
  const primary = (table: Table): Column => columnByLogicalName(table, table.primaryId)!
  const lookups = (table: Table, target: Table): readonly Column[] =>
    table.columns.filter((column) => column.targets.includes(target.logicalName))
  const ways = [
    ...lookups(parent, linked).map((to) => ({ from: primary(linked), to })),
    ...lookups(linked, parent).map((from) => ({ from, to: primary(parent) })),
  ].filter(({ from, to }) => from.physical !== null && to.physical !== null)
  if (ways.length === 1) return ways[0]!
  const why = ways.length === 0 ? 'no lookup leads' : 'several lookups lead'
  throw new FetchFault(
    `<link-entity> needs from and to: ${why} from one table to the other.`,
    element.at,
  )
}
