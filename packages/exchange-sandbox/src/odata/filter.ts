import { badRequest } from '../errors.ts'
import { type Token, tokenize } from './lexer.ts'

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

export type Expr =
  | { readonly kind: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'not'; readonly of: Expr }
  | {
      readonly kind: 'compare'
      readonly op: Comparison
      readonly left: Operand
      readonly right: Operand
    }
  | { readonly kind: 'in'; readonly left: Operand; readonly values: readonly Operand[] }
  | { readonly kind: 'test'; readonly of: Operand }
  | {
      readonly kind: 'lambda'
      readonly quantifier: 'any' | 'all'
      readonly path: readonly string[]
      readonly variable: string
      /** Null: `any()`. */
      readonly body: Expr | null
    }

export type Operand =
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Operand[] }

const COMPARISONS: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
/** Deeper nesting than anybody writes would only serve to exhaust the stack. */
const DEPTH_MAX = 100

interface Reader {
  readonly tokens: readonly Token[]
  readonly text: string
  at: number
  depth: number
}

/** @throws SandboxError 400 */
export function parseFilter(text: string): Expr {
  const reader: Reader = { tokens: tokenize(text), text, at: 0, depth: 0 }
  const expr = orExpr(reader)
  if (reader.at < reader.tokens.length) throw wrong(reader)
  return expr
}

const wrong = (reader: Reader) =>
  badRequest(`Invalid filter clause: syntax error in '${reader.text.slice(0, 200)}'.`)

const peek = (reader: Reader): Token | undefined => reader.tokens[reader.at]

function isName(token: Token | undefined, text: string): boolean {
  return token?.kind === 'name' && token.text.toLowerCase() === text
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text
}

function takeSign(reader: Reader, text: string): void {
  if (!isSign(peek(reader), text)) throw wrong(reader)
  reader.at += 1
}

function takeName(reader: Reader): string {
  const token = peek(reader)
  if (token?.kind !== 'name') throw wrong(reader)
  reader.at += 1
  return token.text
}

function orExpr(reader: Reader): Expr {
  let left = andExpr(reader)
  while (isName(peek(reader), 'or')) {
    reader.at += 1
    left = { kind: 'or', left, right: andExpr(reader) }
  }
  return left
}

function andExpr(reader: Reader): Expr {
  let left = notExpr(reader)
  while (isName(peek(reader), 'and')) {
    reader.at += 1
    left = { kind: 'and', left, right: notExpr(reader) }
  }
  return left
}

function notExpr(reader: Reader): Expr {
  reader.depth += 1
  if (reader.depth > DEPTH_MAX) throw badRequest('The filter is nested too deep.')
  try {
    if (isName(peek(reader), 'not')) {
      reader.at += 1
      return { kind: 'not', of: notExpr(reader) }
    }
    return primary(reader)
  } finally {
    reader.depth -= 1
  }
}

function primary(reader: Reader): Expr {
  if (isSign(peek(reader), '(')) {
    reader.at += 1
    const inner = orExpr(reader)
    takeSign(reader, ')')
    return inner
  }
  const left = operand(reader)
  if ('quantifier' in left) return left
  const next = peek(reader)
  if (next?.kind === 'name' && COMPARISONS.has(next.text.toLowerCase())) {
    reader.at += 1
    const right = operand(reader)
    if ('quantifier' in right) throw wrong(reader)
    return { kind: 'compare', op: next.text.toLowerCase() as Comparison, left, right }
  }
  if (isName(next, 'in')) {
    reader.at += 1
    return { kind: 'in', left, values: values(reader) }
  }
  return { kind: 'test', of: left }
}

function values(reader: Reader): Operand[] {
  takeSign(reader, '(')
  const list = [plainOperand(reader)]
  while (isSign(peek(reader), ',')) {
    reader.at += 1
    list.push(plainOperand(reader))
  }
  takeSign(reader, ')')
  return list
}

function plainOperand(reader: Reader): Operand {
  const found = operand(reader)
  if ('quantifier' in found) throw wrong(reader)
  return found
}

type Lambda = Extract<Expr, { kind: 'lambda' }>

function operand(reader: Reader): Operand | Lambda {
  const token = peek(reader)
  if (!token) throw wrong(reader)
  if (token.kind !== 'name') return literal(reader, token)
  const word = token.text.toLowerCase()
  if (word === 'true' || word === 'false' || word === 'null') {
    reader.at += 1
    return { kind: 'literal', value: word === 'null' ? null : word === 'true' }
  }
  const name = takeName(reader)
  if (isSign(peek(reader), '(')) return call(reader, name)
  return pathOrLambda(reader, name)
}

function literal(reader: Reader, token: Token): Operand {
  if (token.kind === 'sign' || token.kind === 'name') throw wrong(reader)
  reader.at += 1
  return { kind: 'literal', value: token.kind === 'number' ? token.value : token.text }
}

function call(reader: Reader, name: string): Operand {
  takeSign(reader, '(')
  const args: Operand[] = []
  while (!isSign(peek(reader), ')')) {
    if (args.length > 0) takeSign(reader, ',')
    args.push(plainOperand(reader))
  }
  takeSign(reader, ')')
  return { kind: 'call', name: name.toLowerCase(), args }
}

function pathOrLambda(reader: Reader, first: string): Operand | Lambda {
  const path = [first]
  while (isSign(peek(reader), '/')) {
    reader.at += 1
    const name = takeName(reader)
    const word = name.toLowerCase()
    if ((word === 'any' || word === 'all') && isSign(peek(reader), '(')) {
      return lambda(reader, word, path)
    }
    path.push(name)
  }
  return { kind: 'path', path }
}

function lambda(reader: Reader, quantifier: 'any' | 'all', path: readonly string[]): Lambda {
  takeSign(reader, '(')
  if (isSign(peek(reader), ')')) {
    reader.at += 1
    return { kind: 'lambda', quantifier, path, variable: '', body: null }
  }
  const variable = takeName(reader)
  takeSign(reader, ':')
  const body = orExpr(reader)
  takeSign(reader, ')')
  return { kind: 'lambda', quantifier, path, variable, body }
}

/** Paths of a filter in the order they were written. */
export function pathsOf(expr: Expr): string[] {
  switch (expr.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(expr.left), ...pathsOf(expr.right)]
    case 'not':
      return pathsOf(expr.of)
    case 'lambda':
      return [expr.path.join('/')]
    case 'compare':
      return [...operandPaths(expr.left), ...operandPaths(expr.right)]
    case 'in':
      return operandPaths(expr.left)
    case 'test':
      return operandPaths(expr.of)
  }
}

function operandPaths(operand: Operand): string[] {
  if (operand.kind === 'path') return [operand.path.join('/')]
  return operand.kind === 'call' ? operand.args.flatMap(operandPaths) : []
}

/** The parts of a filter that must all hold. */
export function conjuncts(expr: Expr): Expr[] {
  return expr.kind === 'and' ? [...conjuncts(expr.left), ...conjuncts(expr.right)] : [expr]
}
