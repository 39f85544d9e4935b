import { invalidRequest } from '../errors.ts'
import { type Extended, normalPropertyId } from '../model/extended-properties.ts'
import type { ExtendedProperty } from '../model/types.ts'
import { matches } from '../odata/evaluate.ts'
import type { Expr, Operand } from '../odata/filter.ts'
import type { Query } from '../odata/query.ts'

/** Properties asked for by `$expand=singleValueExtendedProperties($filter=id eq '…')`. */
export function expandProperties(
  extended: Extended,
  query: Query,
): readonly ExtendedProperty[] | undefined {
  if (!query.filter) {
    throw invalidRequest(
      'The expansion of singleValueExtendedProperties needs a filter on id: they are never all returned.',
    )
  }
  const filter = normalIds(query.filter)
  const found = Object.entries(extended)
    .filter(([normal, property]) =>
      matches(filter, (name) => (name.toLowerCase() === 'id' ? normal : property.value)),
    )
    .map(([, property]) => property)
  return found.length > 0 ? found : undefined
}

/** For filters: the properties under their one spelling. */
export const comparableProperties = (extended: Extended): readonly ExtendedProperty[] =>
  Object.entries(extended).map(([id, { value }]) => ({ id, value }))

/** Ids in `singleValueExtendedProperties/any(…)` brought to one spelling. */
export function normalPropertyFilter(filter: Expr): Expr {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return {
        ...filter,
        left: normalPropertyFilter(filter.left),
        right: normalPropertyFilter(filter.right),
      }
    case 'not':
      return { ...filter, of: normalPropertyFilter(filter.of) }
    case 'lambda': {
      const concerns = filter.path.at(-1)?.toLowerCase() === 'singlevalueextendedproperties'
      return concerns && filter.body ? { ...filter, body: normalIds(filter.body) } : filter
    }
    default:
      return filter
  }
}

function normalIds(filter: Expr): Expr {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, left: normalIds(filter.left), right: normalIds(filter.right) }
    case 'not':
      return { ...filter, of: normalIds(filter.of) }
    case 'compare':
      return isId(filter.left) ? { ...filter, right: normalLiteral(filter.right) } : filter
    case 'in':
      return isId(filter.left) ? { ...filter, values: filter.values.map(normalLiteral) } : filter
    default:
      return filter
  }
}

const isId = (operand: Operand): boolean =>
  operand.kind === 'path' && operand.path.at(-1)?.toLowerCase() === 'id'

const normalLiteral = (operand: Operand): Operand =>
  operand.kind === 'literal' && typeof operand.value === 'string'
    ? { kind: 'literal', value: normalPropertyId(operand.value) }
    : operand
