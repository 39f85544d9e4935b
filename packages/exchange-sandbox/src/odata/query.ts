import { badRequest } from '../errors.ts'
import { type Expr, parseFilter } from './filter.ts'

export interface OrderBy {
  readonly path: string
  readonly descending: boolean
}

export interface Expand {
  readonly name: string
  readonly query: Query
}

export interface Query {
  /** Null = the default properties. */
  readonly select: readonly string[] | null
  readonly filter: Expr | null
  readonly orderBy: readonly OrderBy[]
  readonly expand: readonly Expand[]
  readonly top: number | null
  readonly skip: number
  readonly count: boolean
  readonly search: string | null
  /** As sent, by lower-case name without the dollar sign. */
  readonly raw: ReadonlyMap<string, string>
}

/** Names that have the same meaning with a dollar sign and without. */
const normalName = (name: string): string => name.replace(/^\$/, '').toLowerCase()

export function readQuery(search: URLSearchParams): Query {
  const raw = new Map<string, string>()
  for (const [name, value] of search) {
    const normal = normalName(name)
    if (raw.has(normal)) throw badRequest(`Query option '${name}' was specified more than once.`)
    raw.set(normal, value)
  }
  return queryOf(raw)
}

export function queryOf(raw: ReadonlyMap<string, string>): Query {
  const filter = raw.get('filter')
  return {
    select: list(raw.get('select')),
    filter: filter === undefined || filter.trim() === '' ? null : parseFilter(filter),
    orderBy: orderBy(raw.get('orderby')),
    expand: parseExpand(raw.get('expand') ?? ''),
    top: integer(raw, 'top'),
    skip: integer(raw, 'skip') ?? 0,
    count: flag(raw.get('count')),
    search: raw.get('search') ?? null,
    raw,
  }
}

function list(text: string | undefined): string[] | null {
  if (text === undefined || text.trim() === '') return null
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function integer(raw: ReadonlyMap<string, string>, name: string): number | null {
  const text = raw.get(name)
  if (text === undefined) return null
  if (!/^\d{1,9}$/.test(text)) {
    throw badRequest(
      `Invalid value '${text}' for $${name} query option: a number from 0 is wanted.`,
    )
  }
  return Number(text)
}

function flag(text: string | undefined): boolean {
  if (text === undefined || text.toLowerCase() === 'false') return false
  if (text.toLowerCase() === 'true') return true
  throw badRequest(`Invalid value '${text}' for $count query option: true or false is wanted.`)
}

function orderBy(text: string | undefined): OrderBy[] {
  return (list(text) ?? []).map((part) => {
    const [path = '', direction = 'asc', ...more] = part.split(/\s+/)
    if (more.length > 0 || !/^(asc|desc)$/i.test(direction)) {
      throw badRequest(`Syntax error in $orderby at '${part}'.`)
    }
    return { path, descending: direction.toLowerCase() === 'desc' }
  })
}

/** `a,b($filter=x eq 'y';$select=c)`: commas and semicolons inside brackets or quotes don't split. */
export function parseExpand(text: string): Expand[] {
  return splitOutside(text, ',').map((part) => {
    const open = part.indexOf('(')
    const name = (open < 0 ? part : part.slice(0, open)).trim()
    if (!/^[\w./]+$/.test(name) || (open >= 0 && !part.trimEnd().endsWith(')'))) {
      throw badRequest(`Syntax error in $expand at '${part}'.`)
    }
    const inner = open < 0 ? '' : part.trimEnd().slice(open + 1, -1)
    const options = new Map<string, string>()
    for (const option of splitOutside(inner, ';')) {
      const equals = option.indexOf('=')
      if (equals < 0) throw badRequest(`Syntax error in $expand at '${option}'.`)
      options.set(normalName(option.slice(0, equals).trim()), option.slice(equals + 1).trim())
    }
    return { name, query: queryOf(options) }
  })
}

function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === "'") quoted = !quoted
    else if (!quoted && char === '(') depth += 1
    else if (!quoted && char === ')') depth -= 1
    else if (!quoted && depth === 0 && char === sign) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
