import { ERROR_CODES } from '../errors.ts'
import { edmType } from '../odata/literal.ts'
import { quoteShort } from '../settings/value.ts'
import { checkElement, childrenOf, required } from './elements.ts'
import { FetchFault } from './fault.ts'
import { COMPARISONS, conditionFilter } from './operators.ts'
import { columnNamed, columnPath, type ScopeEntry, type Scopes, scopeNamed } from './scopes.ts'
import type { FetchFilter, FetchLink, Quantifier } from './types.ts'
import type { XmlAttribute, XmlElement } from './xml.ts'

/** Most conditions of a query, as Dataverse has it. */
export const CONDITIONS_MAX = 500

/** State shared while the parts of one document are read. */
export interface Reading {
  readonly scopes: Scopes
  readonly now: number
  readonly conditions: { count: number }
  /** Reads a link that stands among conditions; links hold filters in their turn. */
  readonly linkOf: (reading: Reading, element: XmlElement) => FetchLink
}

const HINTS = ['hint', 'isquickfindfields', 'overridequickfindrecordlimitenabled'] as const
const MORE_HINTS = ['overridequickfindrecordlimitdisabled'] as const
const DISPLAY = ['uiname', 'uitype', 'uihidden'] as const

/** All filters of an entity or link together; null when they ask for nothing. */
export function filtersOf(
  reading: Reading,
  parent: XmlElement,
  entry: ScopeEntry,
): FetchFilter | null {
  const filters = childrenOf(parent, 'filter').map((child) => filter(reading, child, entry))
  return joined('and', filters)
}

function filter(reading: Reading, element: XmlElement, entry: ScopeEntry): FetchFilter | null {
  const attributes = ['type', ...HINTS, ...MORE_HINTS]
  checkElement(element, attributes, ['condition', 'filter', 'link-entity'])
  const type = element.attributes.get('type')
  if (type !== undefined && type.text !== 'and' && type.text !== 'or') {
    throw new FetchFault(`type is 'and' or 'or', not ${quoteShort(type.text)}.`, type.at)
  }
  const items = element.children.map((child) => {
    if (child.name === 'condition') return condition(reading, child, entry)
    if (child.name === 'filter') return filter(reading, child, entry)
    return related(reading, child)
  })
  return joined(type?.text === 'or' ? 'or' : 'and', items)
}

/** A filter without conditions asks for nothing, in an `or` as well. */
function joined(kind: 'and' | 'or', items: readonly (FetchFilter | null)[]): FetchFilter | null {
  const present = items.filter((item) => item !== null)
  if (present.length === 0) return null
  return present.length === 1 ? present[0]! : { kind, items: present }
}

function related(reading: Reading, element: XmlElement): FetchFilter {
  const { kind } = reading.scopes.byElement.get(element)!
  return { kind: 'related', quantifier: kind as Quantifier, link: reading.linkOf(reading, element) }
}

function condition(reading: Reading, element: XmlElement, from: ScopeEntry): FetchFilter {
  const attributes = ['attribute', 'entityname', 'operator', 'value', 'valueof', ...DISPLAY]
  checkElement(element, attributes, ['value'])
  reading.conditions.count += 1
  if (reading.conditions.count > CONDITIONS_MAX) throw tooManyConditions(element)
  const entityName = element.attributes.get('entityname')
  const entry = entityName === undefined ? from : scopeNamed(reading.scopes, from, entityName)
  const column = columnNamed(entry.table, required(element, 'attribute'))
  const operator = required(element, 'operator')
  const values = valuesOf(element)
  const otherName = element.attributes.get('valueof')
  const { scope } = entry
  if (otherName !== undefined) {
    if (values.length > 0) {
      throw new FetchFault('A condition has value or valueof, not both.', otherName.at)
    }
    return columnsFilter(reading, { scope, column, from, entry }, operator, otherName)
  }
  const at = { operator: operator.text, operatorAt: operator.at }
  return conditionFilter({ ...at, scope, column, values, now: reading.now })
}

function valuesOf(element: XmlElement): readonly XmlAttribute[] {
  const own = element.attributes.get('value')
  const children = childrenOf(element, 'value').map((child) => {
    checkElement(child, DISPLAY, [])
    return { text: child.text, at: child.at }
  })
  if (own !== undefined && children.length > 0) {
    throw new FetchFault(
      'A condition has the attribute value or <value> elements, not both.',
      own.at,
    )
  }
  return own === undefined ? children : [own]
}

interface Left {
  readonly scope: number
  readonly column: ReturnType<typeof columnNamed>
  readonly from: ScopeEntry
  readonly entry: ScopeEntry
}

function columnsFilter(
  reading: Reading,
  { scope, column, from, entry }: Left,
  operator: XmlAttribute,
  otherName: XmlAttribute,
): FetchFilter {
  if (!Object.hasOwn(COMPARISONS, operator.text)) {
    throw new FetchFault(
      `Columns are compared by eq, ne, gt, ge, lt and le, not by ${quoteShort(operator.text)}.`,
      operator.at,
    )
  }
  // Without an alias, the other column is of the same table; with one, of what `from` can see.
  const other = columnPath(reading.scopes, otherName.text.includes('.') ? from : entry, otherName)
  const types = [edmType(column), edmType(other.column)]
  if (types[0] !== types[1]) {
    throw new FetchFault(
      `'${column.logicalName}' is ${types[0]} and '${other.column.logicalName}' is ${types[1]}; they can't be compared.`,
      otherName.at,
    )
  }
  return { kind: 'columns', scope, column, operator: COMPARISONS[operator.text]!, other }
}

const tooManyConditions = (element: XmlElement) =>
  new FetchFault(
    `Number of conditions in query exceeded maximum limit. It is ${CONDITIONS_MAX}.`,
    element.at,
    ERROR_CODES.tooManyConditions,
  )
