import type { Column, Table } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import { edmType, primitiveLiteral, storable, valueFor } from './literal.ts'
import { propertyPath } from './property.ts'
import type { Scanner, Token } from './scanner.ts'
import type { ComparisonOperator, FilterExpression, QueryValue, TextFunction } from './types.ts'

/** Deepest nesting of parentheses and `not`. Chains of `and` and `or` don't nest. */
export const DEPTH_MAX = 64

const OPERATION_KINDS: Readonly<Record<ComparisonOperator, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
}

const TEXT_FUNCTIONS: readonly string[] = ['contains', 'startswith', 'endswith']

/** $filter: one boolCommonExpr and nothing after it. */
export function filter(scanner: Scanner, table: Table): FilterExpression {
  const expression = boolCommonExpr(scanner, table, 0)
  if (!scanner.atEnd()) {
    throw scanner.fault(`Syntax error: ${rest(scanner)} isn't expected here.`)
  }
  return expression
}

/** `or` binds weaker than `and`. */
function boolCommonExpr(scanner: Scanner, table: Table, depth: number): FilterExpression {
  const items = [andExpr(scanner, table, depth)]
  while (scanner.keyword('or')) items.push(andExpr(scanner, table, depth))
  return items.length === 1 ? items[0]! : { kind: 'or', items }
}

function andExpr(scanner: Scanner, table: Table, depth: number): FilterExpression {
  const items = [unaryExpr(scanner, table, depth)]
  while (scanner.keyword('and')) items.push(unaryExpr(scanner, table, depth))
  return items.length === 1 ? items[0]! : { kind: 'and', items }
}

function unaryExpr(scanner: Scanner, table: Table, depth: number): FilterExpression {
  if (depth > DEPTH_MAX) {
    throw scanner.fault(`The condition is nested deeper than ${DEPTH_MAX} levels.`)
  }
  if (scanner.skip('(')) return parenExpr(scanner, table, depth)
  const word = scanner.word()
  if (word === null)
    throw scanner.fault(`Syntax error: a condition is expected, not ${rest(scanner)}.`)
  if (word.text === 'not') return notExpr(scanner, table, depth, word)
  if (scanner.peek() === '(' && scanner.wordIsCalled(word))
    return methodCallExpr(scanner, table, word)
  return comparison(scanner, table, word)
}

function parenExpr(scanner: Scanner, table: Table, depth: number): FilterExpression {
  const expression = boolCommonExpr(scanner, table, depth + 1)
  if (!scanner.skip(')'))
    throw scanner.fault(`Syntax error: ')' is expected, not ${rest(scanner)}.`)
  return expression
}

/**
 * By the standard `not` binds tighter than `eq`, so `not name eq 'x'` is a mistake there and would be
 * read as its opposite elsewhere: only a call, a parenthesis or another `not` may follow.
 */
function notExpr(scanner: Scanner, table: Table, depth: number, not: Token): FilterExpression {
  const next = scanner.peekWord()
  const isUnary = next !== null && (next.text === 'not' || scanner.wordIsCalled(next))
  if (scanner.peek() !== '(' && !isUnary) {
    throw scanner.fault("'not' needs a function or a condition in parentheses.", not.at)
  }
  return { kind: 'not', item: unaryExpr(scanner, table, depth + 1) }
}

/** containsMethodCallExpr, startsWithMethodCallExpr, endsWithMethodCallExpr. */
function methodCallExpr(scanner: Scanner, table: Table, word: Token): FilterExpression {
  if (!TEXT_FUNCTIONS.includes(word.text)) {
    throw scanner.fault(`The function ${quoteShort(word.text)} isn't supported.`, word.at)
  }
  scanner.skip('(')
  const name = scanner.word()
  if (name === null) throw scanner.fault(`${word.text} needs a property and a text.`)
  const column = propertyPath(scanner, table, name)
  if (edmType(column) !== 'Edm.String') {
    throw scanner.fault(
      `${word.text} works on texts; '${name.text}' is ${edmType(column)}.`,
      name.at,
    )
  }
  if (!scanner.skip(','))
    throw scanner.fault(`Syntax error: ',' is expected, not ${rest(scanner)}.`)
  const literal = primitiveLiteral(scanner)
  if (literal.kind !== 'text') {
    throw scanner.fault(`${word.text} needs a text in single quotes.`, literal.token.at)
  }
  if (!scanner.skip(')'))
    throw scanner.fault(`Syntax error: ')' is expected, not ${rest(scanner)}.`)
  const value = storable(scanner, literal)
  return { kind: 'text', column, function: word.text as TextFunction, value }
}

function comparison(scanner: Scanner, table: Table, name: Token): FilterExpression {
  const column = propertyPath(scanner, table, name)
  const operator = scanner.word()
  if (operator === null) {
    throw scanner.fault(`An operator is expected after '${name.text}', not ${rest(scanner)}.`)
  }
  if (operator.text === 'in') return inExpr(scanner, column)
  if (!isComparison(operator.text)) {
    throw scanner.fault(`${quoteShort(operator.text)} is no operator.`, operator.at)
  }
  return compareExpr(scanner, column, operator.text, operator)
}

/** eqExpr, neExpr, gtExpr, geExpr, ltExpr, leExpr. */
function compareExpr(
  scanner: Scanner,
  column: Column,
  operator: ComparisonOperator,
  token: Token,
): FilterExpression {
  const literal = primitiveLiteral(scanner)
  const value = valueFor(scanner, column, OPERATION_KINDS[operator], literal)
  const isEquality = operator === 'eq' || operator === 'ne'
  const type = edmType(column)
  if (!isEquality && value.kind === 'null') {
    throw scanner.fault(`'${operator}' can't be used with null; only eq and ne can.`, token.at)
  }
  if (!isEquality && (type === 'Edm.Guid' || type === 'Edm.Boolean')) {
    throw scanner.fault(
      `'${operator}' can't be used with ${type} ('${column.webApiName}'); only eq, ne and in can.`,
      token.at,
    )
  }
  return { kind: 'compare', column, operator, value }
}

/** inExpr with a listExpr: at least one literal, each of the column's type. */
function inExpr(scanner: Scanner, column: Column): FilterExpression {
  if (!scanner.skip('('))
    throw scanner.fault(`Syntax error: '(' is expected, not ${rest(scanner)}.`)
  const values: QueryValue[] = []
  do {
    values.push(valueFor(scanner, column, 'In', primitiveLiteral(scanner)))
  } while (scanner.skip(','))
  if (!scanner.skip(')'))
    throw scanner.fault(`Syntax error: ')' is expected, not ${rest(scanner)}.`)
  return { kind: 'in', column, values }
}

function isComparison(text: string): text is ComparisonOperator {
  return Object.hasOwn(OPERATION_KINDS, text)
}

function rest(scanner: Scanner): string {
  const word = scanner.peekWord()
  if (word !== null) return quoteShort(word.text)
  return scanner.atEnd() ? 'the end' : quoteShort(scanner.peek())
}
