import { quoteShort } from '../settings/value.ts'
import { functionCall } from './call.ts'
import { edmType, isLiteral, mismatch, primitiveLiteral, storable, valueFor } from './literal.ts'
import {
  aliasScanner,
  type Named,
  type NameScope,
  namedPath,
  operandPath,
  targetTable,
} from './property.ts'
import type { Scanner, Token } from './scanner.ts'
import type {
  ComparisonOperator,
  FilterExpression,
  Operand,
  QueryValue,
  TextFunction,
} from './types.ts'

/** Deepest nesting of parentheses, `not`, `any` and `all`. Chains of `and` and `or` don't nest. */
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
export function filter(scanner: Scanner, scope: NameScope): FilterExpression {
  const expression = boolCommonExpr(scanner, scope, 0)
  if (!scanner.atEnd()) {
    throw scanner.fault(`Syntax error: ${rest(scanner)} isn't expected here.`)
  }
  return expression
}

/**
 * A condition as far as it goes; what follows is the caller's, as the `)` of `filter(...)` in $apply.
 * `or` binds weaker than `and`.
 */
export function boolCommonExpr(
  scanner: Scanner,
  scope: NameScope,
  depth: number,
): FilterExpression {
  const items = [andExpr(scanner, scope, depth)]
  while (scanner.keyword('or')) items.push(andExpr(scanner, scope, depth))
  return items.length === 1 ? items[0]! : { kind: 'or', items }
}

function andExpr(scanner: Scanner, scope: NameScope, depth: number): FilterExpression {
  const items = [unaryExpr(scanner, scope, depth)]
  while (scanner.keyword('and')) items.push(unaryExpr(scanner, scope, depth))
  return items.length === 1 ? items[0]! : { kind: 'and', items }
}

function unaryExpr(scanner: Scanner, scope: NameScope, depth: number): FilterExpression {
  if (depth > DEPTH_MAX) {
    throw scanner.fault(`The condition is nested deeper than ${DEPTH_MAX} levels.`)
  }
  if (scanner.skip('(')) return parenExpr(scanner, scope, depth)
  const word = scanner.word()
  if (word === null)
    throw scanner.fault(`Syntax error: a condition is expected, not ${rest(scanner)}.`)
  if (word.text === 'not') return notExpr(scanner, scope, depth, word)
  if (scanner.peek() === '(' && scanner.wordIsCalled(word)) {
    return callExpr(scanner, scope, depth, word)
  }
  return comparison(scanner, scope, word)
}

function parenExpr(scanner: Scanner, scope: NameScope, depth: number): FilterExpression {
  const expression = boolCommonExpr(scanner, scope, depth + 1)
  expectClosing(scanner)
  return expression
}

/**
 * By the standard `not` binds tighter than `eq`, so `not name eq 'x'` is a mistake there and would be
 * read as its opposite elsewhere: only a call, a parenthesis or another `not` may follow.
 */
function notExpr(scanner: Scanner, scope: NameScope, depth: number, not: Token): FilterExpression {
  const next = scanner.peekWord()
  const isUnary = next !== null && (next.text === 'not' || scanner.wordIsCalled(next))
  if (scanner.peek() !== '(' && !isUnary) {
    throw scanner.fault("'not' needs a function or a condition in parentheses.", not.at)
  }
  return { kind: 'not', item: unaryExpr(scanner, scope, depth + 1) }
}

/** A text function of OData, `any` or `all` of a collection, or a function of Dataverse. */
function callExpr(
  scanner: Scanner,
  scope: NameScope,
  depth: number,
  word: Token,
): FilterExpression {
  if (TEXT_FUNCTIONS.includes(word.text)) return methodCallExpr(scanner, scope, word)
  const isPath = word.text.includes('/') || word.text.includes('.')
  if (!isPath)
    throw scanner.fault(`The function ${quoteShort(word.text)} isn't supported.`, word.at)
  const plain =
    word.text.includes('/') || scope.variable === null ? scope : { ...scope, variable: null }
  const named = namedPath(scanner, plain, word, true)
  scanner.skip('(')
  if (named.kind === 'lambda') return lambdaExpr(scanner, scope, depth, named)
  if (named.kind === 'function') return functionCall(scanner, scope, named, word)
  throw scanner.fault(`${quoteShort(word.text)} is no function.`, word.at)
}

/** anyExpr, allExpr; the variable of an outer one can't be used inside. */
function lambdaExpr(
  scanner: Scanner,
  scope: NameScope,
  depth: number,
  { navigation, quantifier }: Extract<Named, { readonly kind: 'lambda' }>,
): FilterExpression {
  if (scanner.skip(')')) {
    if (quantifier === 'any') return { kind: 'lambda', quantifier, navigation, filter: null }
    throw scanner.fault("'all' needs a condition, as in all(x:x/statecode eq 0).")
  }
  const variable = scanner.variable()
  if (variable === null) {
    throw scanner.fault(`A variable and a colon are expected, as in ${quantifier}(x:...).`)
  }
  const inner = { ...scope, table: targetTable(navigation), variable: variable.text }
  const expression = boolCommonExpr(scanner, inner, depth + 1)
  expectClosing(scanner)
  return { kind: 'lambda', quantifier, navigation, filter: expression }
}

/** containsMethodCallExpr, startsWithMethodCallExpr, endsWithMethodCallExpr. */
function methodCallExpr(scanner: Scanner, scope: NameScope, word: Token): FilterExpression {
  scanner.skip('(')
  const name = scanner.word()
  if (name === null) throw scanner.fault(`${word.text} needs a property and a text.`)
  const operand = operandPath(scanner, scope, name)
  if (edmType(operand.column) !== 'Edm.String') {
    throw scanner.fault(
      `${word.text} works on texts; '${name.text}' is ${edmType(operand.column)}.`,
      name.at,
    )
  }
  if (!scanner.skip(','))
    throw scanner.fault(`Syntax error: ',' is expected, not ${rest(scanner)}.`)
  const [source, literal] = literalAt(scanner, scope)
  if (literal.kind !== 'text') {
    throw source.fault(`${word.text} needs a text in single quotes.`, literal.token.at)
  }
  expectClosing(scanner)
  const value = storable(source, literal)
  return { kind: 'text', ...operand, function: word.text as TextFunction, value }
}

function comparison(scanner: Scanner, scope: NameScope, name: Token): FilterExpression {
  const operand = operandPath(scanner, scope, name)
  const operator = scanner.word()
  if (operator === null) {
    throw scanner.fault(`An operator is expected after '${name.text}', not ${rest(scanner)}.`)
  }
  if (operator.text === 'in') return inExpr(scanner, scope, operand)
  if (!isComparison(operator.text)) {
    throw scanner.fault(`${quoteShort(operator.text)} is no operator.`, operator.at)
  }
  return compareExpr(scanner, scope, operand, operator as Token & { text: ComparisonOperator })
}

/** eqExpr, neExpr, gtExpr, geExpr, ltExpr, leExpr. */
function compareExpr(
  scanner: Scanner,
  scope: NameScope,
  operand: Operand,
  { text: operator, at }: Token & { readonly text: ComparisonOperator },
): FilterExpression {
  const other = otherColumn(scanner, scope)
  if (other !== null) return compareColumns(scanner, operand, { operator, at }, other)
  const [source, literal] = literalAt(scanner, scope)
  const value = valueFor(source, operand.column, OPERATION_KINDS[operator], literal)
  const isEquality = operator === 'eq' || operator === 'ne'
  if (!isEquality && value.kind === 'null') {
    throw scanner.fault(`'${operator}' can't be used with null; only eq and ne can.`, at)
  }
  expectOrdered(scanner, operand, operator, at)
  return { kind: 'compare', ...operand, operator, value }
}

function expectOrdered(
  scanner: Scanner,
  { column }: Operand,
  operator: ComparisonOperator,
  at: number,
): void {
  const type = edmType(column)
  if (operator === 'eq' || operator === 'ne') return
  if (type !== 'Edm.Guid' && type !== 'Edm.Boolean') return
  throw scanner.fault(
    `'${operator}' can't be used with ${type} ('${column.webApiName}'); only eq, ne and in can.`,
    at,
  )
}

/** The column on the right of an operator; null when it is a literal, or no name of anything. */
function otherColumn(
  scanner: Scanner,
  scope: NameScope,
): { readonly name: Token; readonly operand: Operand } | null {
  const name = scanner.peekWord()
  if (name === null || scanner.peek() === "'" || isLiteral(name.text)) return null
  const alias = aliasScanner(scope, name)
  const text = alias?.peekWord()?.text
  if (alias !== null && (text === undefined || alias.peek() === "'" || isLiteral(text))) return null
  const isPath = scope.variable !== null || name.text.includes('/')
  const known = isPath || alias !== null || isColumn(scope, name.text)
  if (!known) return null
  scanner.word()
  return { name, operand: operandPath(scanner, scope, name) }
}

const isColumn = (scope: NameScope, name: string): boolean =>
  scope.table.columns.some((column) => column.webApiName === name)

function compareColumns(
  scanner: Scanner,
  operand: Operand,
  { operator, at }: { readonly operator: ComparisonOperator; readonly at: number },
  other: { readonly name: Token; readonly operand: Operand },
): FilterExpression {
  const [left, right] = [edmType(operand.column), edmType(other.operand.column)]
  if (left !== right) {
    throw scanner.fault(mismatch(left, right, OPERATION_KINDS[operator]), other.name.at)
  }
  const way = (path: Operand['path']): string => (path ?? []).map((step) => step.name).join('/')
  if (way(operand.path) !== way(other.operand.path)) {
    throw scanner.fault('Only columns of the same row can be compared.', other.name.at)
  }
  expectOrdered(scanner, operand, operator, at)
  return { kind: 'compareColumns', ...operand, operator, other: other.operand }
}

/** inExpr with a listExpr: at least one literal, each of the column's type. */
function inExpr(scanner: Scanner, scope: NameScope, operand: Operand): FilterExpression {
  if (!scanner.skip('('))
    throw scanner.fault(`Syntax error: '(' is expected, not ${rest(scanner)}.`)
  const values: QueryValue[] = []
  do {
    const [source, literal] = literalAt(scanner, scope)
    values.push(valueFor(source, operand.column, 'In', literal))
  } while (scanner.skip(','))
  expectClosing(scanner)
  return { kind: 'in', ...operand, values }
}

/** A literal, or the one an alias stands for, with the scanner it was read by. */
function literalAt(scanner: Scanner, scope: NameScope) {
  const word = scanner.peek() === "'" ? null : scanner.peekWord()
  const alias = word === null ? null : aliasScanner(scope, word)
  if (alias === null) return [scanner, primitiveLiteral(scanner)] as const
  scanner.word()
  const literal = primitiveLiteral(alias)
  if (!alias.atEnd()) throw alias.fault('One literal is expected.')
  return [alias, literal] as const
}

function isComparison(text: string): text is ComparisonOperator {
  return Object.hasOwn(OPERATION_KINDS, text)
}

function expectClosing(scanner: Scanner): void {
  if (scanner.skip(')')) return
  throw scanner.fault(`Syntax error: ')' is expected, not ${rest(scanner)}.`)
}

export function rest(scanner: Scanner): string {
  const word = scanner.peekWord()
  if (word !== null) return quoteShort(word.text)
  return scanner.atEnd() ? 'the end' : quoteShort(scanner.peek())
}
