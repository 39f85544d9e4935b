import { badRequest } from '../errors.ts'
import type { Comparison, Expr, Operand } from './filter.ts'

/** Reads a property of the entity under test; throws for names the type doesn't have. */
export type Read = (name: string) => unknown

interface Scope {
  readonly read: Read
  readonly variables: Readonly<Record<string, unknown>>
  /** Collections whose strings compare without case. */
  readonly ignoreCase: (path: string) => boolean
}

export function matches(
  expr: Expr,
  read: Read,
  ignoreCase: (path: string) => boolean = () => false,
): boolean {
  return test(expr, { read, variables: {}, ignoreCase }, false)
}

function test(expr: Expr, scope: Scope, fold: boolean): boolean {
  switch (expr.kind) {
    case 'and':
      return test(expr.left, scope, fold) && test(expr.right, scope, fold)
    case 'or':
      return test(expr.left, scope, fold) || test(expr.right, scope, fold)
    case 'not':
      return !test(expr.of, scope, fold)
    case 'compare':
      // The id of an extended property counts with case, its value without.
      return compare(
        expr.op,
        value(expr.left, scope),
        value(expr.right, scope),
        fold && !(expr.left.kind === 'path' && expr.left.path.at(-1) === 'id'),
      )
    case 'in': {
      const left = value(expr.left, scope)
      return expr.values.some((other) => compare('eq', left, value(other, scope), fold))
    }
    case 'test':
      return value(expr.of, scope) === true
    case 'lambda':
      return quantify(expr, scope)
  }
}

function quantify(expr: Extract<Expr, { kind: 'lambda' }>, scope: Scope): boolean {
  const list = resolve(expr.path, scope)
  if (!Array.isArray(list)) return expr.quantifier === 'all'
  const body = expr.body
  if (body === null) return list.length > 0
  const fold = scope.ignoreCase(expr.path.join('/').toLowerCase())
  const holds = (item: unknown): boolean =>
    test(body, { ...scope, variables: { ...scope.variables, [expr.variable]: item } }, fold)
  return expr.quantifier === 'any' ? list.some(holds) : list.every(holds)
}

function value(operand: Operand, scope: Scope): unknown {
  switch (operand.kind) {
    case 'literal':
      return operand.value
    case 'path':
      return resolve(operand.path, scope)
    case 'call':
      return callFunction(operand, scope)
  }
}

function resolve(path: readonly string[], scope: Scope): unknown {
  const [head = '', ...rest] = path
  let found = Object.hasOwn(scope.variables, head) ? scope.variables[head] : scope.read(head)
  for (const name of rest) found = property(found, name)
  return found
}

function property(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null) return null
  const record = of as Readonly<Record<string, unknown>>
  if (Object.hasOwn(record, name)) return record[name]
  const key = Object.keys(record).find((other) => other.toLowerCase() === name.toLowerCase())
  return key === undefined ? null : record[key]
}

const text = (of: unknown): string => (of === null || of === undefined ? '' : String(of))

function callFunction(operand: Extract<Operand, { kind: 'call' }>, scope: Scope): unknown {
  const args = operand.args
  const at = (index: number): unknown => {
    const arg = args[index]
    if (!arg) throw badRequest(`The function '${operand.name}' lacks an argument.`)
    return value(arg, scope)
  }
  // Exchange compares text in these without case.
  const folded = (index: number): string => text(at(index)).toLowerCase()
  switch (operand.name) {
    case 'contains':
      return folded(0).includes(folded(1))
    case 'startswith':
      return folded(0).startsWith(folded(1))
    case 'endswith':
      return folded(0).endsWith(folded(1))
    case 'tolower':
      return folded(0)
    case 'toupper':
      return text(at(0)).toUpperCase()
    case 'length':
      return text(at(0)).length
    case 'cast':
      return cast(at(0), args[1])
    default:
      throw badRequest(`An unknown function with name '${operand.name}' was found.`)
  }
}

function cast(of: unknown, type: Operand | undefined): unknown {
  const name = type?.kind === 'path' ? type.path.join('/') : ''
  if (/^Edm\.(Int\d+|Double|Decimal|Single)$/.test(name)) return Number(of)
  if (name === 'Edm.Boolean') return text(of).toLowerCase() === 'true'
  return text(of)
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** Two times written differently are equal; everything else compares as it is. */
function comparable(of: unknown): string | number | boolean | null {
  if (typeof of === 'string') {
    if (!INSTANT.test(of)) return of
    const ms = Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(of) || !of.includes('T') ? of : `${of}Z`)
    return Number.isNaN(ms) ? of : ms
  }
  if (typeof of === 'number' || typeof of === 'boolean') return of
  return null
}

function compare(op: Comparison, a: unknown, b: unknown, fold: boolean): boolean {
  const lower = (of: unknown) => (fold && typeof of === 'string' ? of.toLowerCase() : of)
  let left = comparable(lower(a))
  let right = comparable(lower(b))
  if (typeof left !== typeof right && left !== null && right !== null) {
    // Values of extended properties are strings whatever their type.
    left = String(left)
    right = String(right)
  }
  if (op === 'eq') return left === right
  if (op === 'ne') return left !== right
  if (left === null || right === null) return false
  if (op === 'gt') return left > right
  if (op === 'ge') return left >= right
  if (op === 'lt') return left < right
  return left <= right
}
