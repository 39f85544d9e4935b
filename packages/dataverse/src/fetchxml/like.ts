import type { Column } from '../catalogue/types.ts'
import type { FilterExpression } from '../odata/types.ts'
import { FetchFault } from './fault.ts'
import type { FetchFilter, LikePart, Scope } from './types.ts'
import type { XmlAttribute } from './xml.ts'

/**
 * `like`, with `%` for any text and `_` for one character; `[%]`, `[_]` and `[[]` stand for the
 * characters themselves, as in T-SQL. Other sets in brackets are refused.
 */
export function likeFilter(
  scope: Scope,
  column: Column,
  value: XmlAttribute,
  negated: boolean,
): FetchFilter {
  const pattern = readPattern(value)
  const simple = simpleExpression(column, pattern)
  if (simple === null) return { kind: 'like', scope, column, pattern, negated }
  const expression: FilterExpression = negated ? { kind: 'not', item: simple } : simple
  return { kind: 'condition', scope, expression }
}

export function readPattern({ text, at }: XmlAttribute): readonly LikePart[] {
  const parts: LikePart[] = []
  let literal = ''
  const flush = (): void => {
    if (literal !== '') parts.push({ kind: 'text', text: literal })
    literal = ''
  }
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '%' || character === '_') {
      flush()
      if (character === '_') parts.push({ kind: 'one' })
      else if (parts.at(-1)?.kind !== 'any') parts.push({ kind: 'any' })
    } else if (character === '[') {
      const escaped = /^\[([%_[])\]/.exec(text.slice(index, index + 3))?.[1]
      if (escaped === undefined) {
        throw new FetchFault(
          "Sets of characters in brackets aren't supported; write [[] for '['.",
          at,
        )
      }
      literal += escaped
      index += 2
    } else literal += character
  }
  flush()
  return parts
}

/** Patterns for which $filter has a function. */
function simpleExpression(column: Column, parts: readonly LikePart[]): FilterExpression | null {
  const texts = parts.filter((part) => part.kind === 'text')
  if (texts.length > 1 || parts.some((part) => part.kind === 'one')) return null
  const value = texts[0]?.text ?? ''
  const startsOpen = parts[0]?.kind === 'any'
  const endsOpen = parts.at(-1)?.kind === 'any'
  if (startsOpen && (endsOpen || texts.length === 0)) {
    return { kind: 'text', column, function: 'contains', value }
  }
  if (startsOpen) return { kind: 'text', column, function: 'endswith', value }
  if (endsOpen) return { kind: 'text', column, function: 'startswith', value }
  return { kind: 'compare', column, operator: 'eq', value: { kind: 'string', value } }
}
