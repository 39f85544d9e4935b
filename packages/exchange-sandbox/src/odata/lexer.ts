import { badRequest } from '../errors.ts'

export type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A date, date-time or GUID written without quotes. */
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /'(?:[^']|'')*'/y],
  ['bare', /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?/y],
  ['bare', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iy],
  ['number', /-?\d+(?:\.\d+)?(?![\w-])/y],
  ['name', /[@A-Za-z_$][\w.@$]*/y],
  ['sign', /[(),/:=;*]/y],
]

/** @throws SandboxError 400 naming the place that could not be read */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const token = tokenAt(text, at)
    if (!token) {
      throw badRequest(`Syntax error at position ${at} in '${text.slice(0, 200)}'.`)
    }
    tokens.push(token.token)
    at = token.end
  }
  return tokens
}

function tokenAt(text: string, at: number): { token: Token; end: number } | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) continue
    return { token: make(kind, found[0]), end: at + found[0].length }
  }
  return null
}

function make(kind: Token['kind'], text: string): Token {
  if (kind === 'string') return { kind, text: text.slice(1, -1).replaceAll("''", "'") }
  if (kind === 'number') return { kind, value: Number(text) }
  return { kind, text } as Token
}
