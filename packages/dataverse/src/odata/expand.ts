import { navigationProperty } from '../catalogue/relationships.ts'
import type { Table } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import { filter, rest } from './filter.ts'
import { orderby, select, top } from './options.ts'
import { type NameScope, targetTable, unknown } from './property.ts'
import type { Scanner, Token } from './scanner.ts'
import type { ExpandItem } from './types.ts'

/** Deepest nesting of $expand. */
export const EXPAND_DEPTH_MAX = 10

/** $expand: one expandItem after another, each with its options in parentheses. */
export function expand(scanner: Scanner, scope: NameScope, depth = 1): readonly ExpandItem[] {
  if (depth > EXPAND_DEPTH_MAX) {
    throw scanner.fault(`$expand is nested deeper than ${EXPAND_DEPTH_MAX} levels.`)
  }
  const items: ExpandItem[] = []
  do {
    const item = expandItem(scanner, scope, depth)
    if (items.some((other) => other.navigation === item.navigation)) {
      throw scanner.fault(`$expand names ${item.navigation.name} twice.`)
    }
    items.push(item)
  } while (scanner.skip(','))
  if (!scanner.atEnd()) {
    throw scanner.fault(`Syntax error: ',' or the end is expected, not ${rest(scanner)}.`)
  }
  return items
}

function expandItem(scanner: Scanner, scope: NameScope, depth: number): ExpandItem {
  const word = scanner.word()
  if (word === null) throw scanner.fault('The name of a navigation property is expected.')
  const [name = '', suffix] = word.text.split('/', 2)
  const navigation = navigationProperty(scope.table, name)
  if (navigation === undefined)
    throw noNavigation(scanner, scope.table, { text: name, at: word.at })
  const empty: ExpandItem = {
    navigation,
    reference: suffix === '$ref',
    select: null,
    filter: null,
    orderBy: [],
    top: null,
    expand: [],
  }
  if (suffix !== undefined && !empty.reference) {
    throw scanner.fault(
      `$expand can't end with ${quoteShort(`/${suffix}`)}; only /$ref can.`,
      word.at,
    )
  }
  if (empty.reference && navigation.kind === 'collection') {
    // Worded as Dataverse words it.
    throw scanner.fault(
      'Expand with $ref is only supported on lookup type navigation property.',
      word.at,
    )
  }
  const options = scanner.options()
  if (options === null) return empty
  if (empty.reference) throw scanner.fault('/$ref takes no options.', word.at)
  const inner: NameScope = { ...scope, table: targetTable(navigation), variable: null }
  return readItemOptions(options, inner, empty, depth)
}

function readItemOptions(
  options: readonly Scanner[],
  scope: NameScope,
  empty: ExpandItem,
  depth: number,
): ExpandItem {
  let item = empty
  const seen = new Set<string>()
  for (const scanner of options) {
    const name = scanner.optionName()
    if (name === null) throw scanner.fault('An option of $expand is expected, as in $select=name.')
    if (seen.has(name.text)) throw scanner.fault(`${name.text} is given twice.`, name.at)
    seen.add(name.text)
    item = { ...item, ...readOption(scanner, scope, item, { name, depth }) }
  }
  return item
}

function readOption(
  scanner: Scanner,
  scope: NameScope,
  item: ExpandItem,
  { name, depth }: { readonly name: Token; readonly depth: number },
): Partial<ExpandItem> {
  const isOfLists = name.text === '$orderby' || name.text === '$top'
  if (isOfLists && item.navigation.kind === 'single') {
    // Worded as Dataverse words it.
    throw scanner.fault(
      'Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.',
      name.at,
    )
  }
  switch (name.text) {
    case '$select':
      return { select: select(scanner, scope.table) }
    case '$filter':
      return { filter: filter(scanner, scope) }
    case '$expand':
      return { expand: expand(scanner, scope, depth + 1) }
    case '$orderby':
      return { orderBy: orderby(scanner, scope) }
    case '$top':
      return { top: top(scanner) }
    default:
      throw scanner.fault(`${quoteShort(name.text)} can't be used inside $expand.`, name.at)
  }
}

function noNavigation(scanner: Scanner, table: Table, name: Token) {
  if (name.text === '*')
    return scanner.fault("$expand=* isn't supported; name the properties.", name.at)
  const column = table.columns.find(
    (one) => one.webApiName === name.text || one.logicalName === name.text,
  )
  if (column === undefined) return unknown(scanner, table, name)
  return scanner.fault(
    `Property '${name.text}' on type 'Microsoft.Dynamics.CRM.${table.logicalName}' is not a navigation property or complex property. Only navigation properties can be expanded.`,
    name.at,
  )
}
