import { unknownProperty } from '../errors.ts'
import { matches, type Read } from '../odata/evaluate.ts'
import type { Expr } from '../odata/filter.ts'
import type { Query } from '../odata/query.ts'
import { normalPropertyFilter } from './extended-shape.ts'

/** How the properties of one type are read from what they are read of. */
export interface Shape<S> {
  readonly type: string
  readonly properties: Readonly<Record<string, (source: S) => unknown>>
  /** Sent without being asked for; null = all. */
  readonly byDefault: readonly string[] | null
  /** Always sent: annotations. */
  readonly annotations: (source: S) => Readonly<Record<string, unknown>>
  /** Names that may be expanded; the function gives undefined to leave the property out. */
  readonly expands: Readonly<Record<string, (source: S, query: Query) => unknown>>
  /** Names that filters may use and that are never sent. */
  readonly filterOnly?: Readonly<Record<string, (source: S) => unknown>>
  /** Paths of collections that filters compare without case, in lower case. */
  readonly ignoreCase?: (source: S, path: string) => boolean
}

const tables = new WeakMap<object, Map<string, string>>()

/** The name as the type spells it, or null. */
function canonical<S>(shape: Shape<S>, name: string): string | null {
  let table = tables.get(shape)
  if (!table) {
    table = new Map(Object.keys(shape.properties).map((key) => [key.toLowerCase(), key]))
    for (const key of Object.keys(shape.expands)) table.set(key.toLowerCase(), key)
    for (const key of Object.keys(shape.filterOnly ?? {})) table.set(key.toLowerCase(), key)
    tables.set(shape, table)
  }
  return table.get(name.toLowerCase().replace(/^microsoft\.graph\.\w+\//, '')) ?? null
}

/** @throws 400 for names the type doesn't have */
export function checkNames<S>(shape: Shape<S>, names: readonly string[]): string[] {
  return names.map((name) => {
    const known = canonical(shape, name)
    if (known === null) throw unknownProperty(name, shape.type)
    return known
  })
}

export type Project<S> = (source: S) => Record<string, unknown>

/** Compiles `$select` and `$expand` once for all rows of an answer. */
export function projector<S>(shape: Shape<S>, query: Query): Project<S> {
  const all = shape.byDefault ?? Object.keys(shape.properties)
  const asked = query.select && !query.select.includes('*') ? query.select : null
  const names = asked ? new Set(['id', ...checkNames(shape, asked)]) : new Set(all)
  const expands = query.expand.map(({ name, query: inner }) => {
    const known = canonical(shape, name)
    const expand = known === null ? undefined : shape.expands[known]
    if (known === null || !expand) throw unknownProperty(name, shape.type)
    return { known, expand, inner }
  })
  return (source) => {
    const row: Record<string, unknown> = { ...shape.annotations(source) }
    for (const name of names) {
      const value = shape.properties[name]?.(source)
      if (value !== undefined) row[name] = value
    }
    for (const { known, expand, inner } of expands) {
      const value = expand(source, inner)
      if (value !== undefined) row[known] = value
    }
    return row
  }
}

/** A filter over this shape; its property names are checked at once. */
export function matcher<S>(shape: Shape<S>, filter: Expr | null): (source: S) => boolean {
  if (!filter) return () => true
  const expr = normalPropertyFilter(filter)
  return (source) =>
    matches(expr, reader(shape, source), (path) => shape.ignoreCase?.(source, path) ?? false)
}

export function reader<S>(shape: Shape<S>, source: S): Read {
  return (name) => {
    const known = canonical(shape, name)
    if (known === null) throw unknownProperty(name, shape.type)
    const read = shape.filterOnly?.[known] ?? shape.properties[known]
    return read ? read(source) : null
  }
}

/** Compares by `$orderby`; times and text alike. */
export function comparer<S>(shape: Shape<S>, query: Query): ((a: S, b: S) => number) | null {
  if (query.orderBy.length === 0) return null
  const keys = query.orderBy.map(({ path, descending }) => {
    const [head = '', ...rest] = path.split('/')
    const [known = ''] = checkNames(shape, [head])
    const value = (source: S): unknown => {
      let found = shape.properties[known]?.(source)
      for (const name of rest) {
        found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[name]
      }
      return found
    }
    return { value, sign: descending ? -1 : 1 }
  })
  return (a, b) => {
    for (const { value, sign } of keys) {
      const order = compareValues(value(a), value(b))
      if (order !== 0) return order * sign
    }
    return 0
  }
}

function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === null || a === undefined) return -1
  if (b === null || b === undefined) return 1
  const left = typeof a === 'string' ? a.toLowerCase() : a
  const right = typeof b === 'string' ? b.toLowerCase() : b
  if (left === right) return 0
  return left < right ? -1 : 1
}
