import type { Column, ColumnType } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import { parseInstant } from './instant.ts'
import type { Scanner, Token } from './scanner.ts'
import type { QueryValue } from './types.ts'

/** Primitive types of OData that columns of the catalogue have. */
export type EdmType =
  | 'Edm.Guid'
  | 'Edm.String'
  | 'Edm.Int32'
  | 'Edm.Int64'
  | 'Edm.Decimal'
  | 'Edm.Double'
  | 'Edm.Boolean'
  | 'Edm.DateTimeOffset'

const EDM_TYPES: Readonly<Record<ColumnType, EdmType | null>> = {
  uniqueidentifier: 'Edm.Guid',
  string: 'Edm.String',
  memo: 'Edm.String',
  integer: 'Edm.Int32',
  bigint: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  double: 'Edm.Double',
  money: 'Edm.Decimal',
  boolean: 'Edm.Boolean',
  datetime: 'Edm.DateTimeOffset',
  picklist: 'Edm.Int32',
  state: 'Edm.Int32',
  status: 'Edm.Int32',
  lookup: 'Edm.Guid',
  owner: 'Edm.Guid',
  entityname: 'Edm.String',
  partylist: null,
}

/** Null for party lists, which are rows of their own and no property. */
export const edmType = (column: Column): EdmType | null => EDM_TYPES[column.type]

/** A literal as it was written, before it meets a column. */
export type Literal =
  | { readonly kind: 'null'; readonly token: Token }
  | { readonly kind: 'text'; readonly token: Token }
  | { readonly kind: 'boolean'; readonly token: Token }
  | { readonly kind: 'guid'; readonly token: Token }
  | { readonly kind: 'instant'; readonly token: Token }
  | { readonly kind: 'whole'; readonly token: Token }
  | { readonly kind: 'fraction'; readonly token: Token }

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const WHOLE = /^[+-]?\d{1,40}$/
const FRACTION = /^[+-]?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,3})?$/i
const INSTANT_LIKE = /^\d{4,}-\d\d-\d\d/

/** primitiveLiteral of the OData ABNF, as far as columns here have such a type. */
export function primitiveLiteral(scanner: Scanner): Literal {
  const quoted = scanner.quoted()
  if (quoted !== null) return { kind: 'text', token: quoted }
  const token = scanner.word()
  if (token === null) throw scanner.fault('A literal is expected.')
  return literalOf(scanner, token)
}

const KEYWORDS: Readonly<Record<string, 'null' | 'boolean'>> = {
  null: 'null',
  true: 'boolean',
  false: 'boolean',
}

function kindOf(text: string): Exclude<Literal['kind'], 'text'> | null {
  if (Object.hasOwn(KEYWORDS, text)) return KEYWORDS[text] ?? null
  if (GUID.test(text)) return 'guid'
  if (WHOLE.test(text)) return 'whole'
  if (FRACTION.test(text)) return 'fraction'
  return INSTANT_LIKE.test(text) ? 'instant' : null
}

/** Whether a word is a literal and no name. */
export const isLiteral = (text: string): boolean => kindOf(text) !== null

/** What a word stands for when no quotes are around it. */
export function literalOf(scanner: Scanner, token: Token): Literal {
  const kind = kindOf(token.text)
  if (kind !== null) return { kind, token }
  throw scanner.fault(
    `${quoteShort(token.text)} is no literal; texts stand in single quotes.`,
    token.at,
  )
}

/** The value of a literal for a column, or a fault that names both types and the place. */
export function valueFor(
  scanner: Scanner,
  column: Column,
  operation: string,
  literal: Literal,
): QueryValue {
  if (literal.kind === 'null') return { kind: 'null' }
  const { text } = literal.token
  const type = edmType(column)
  switch (type) {
    case 'Edm.String':
      if (literal.kind === 'text') return { kind: 'string', value: storable(scanner, literal) }
      break
    case 'Edm.Guid':
      // Dataverse takes GUIDs in quotes as well, and its own documentation shows it.
      if (literal.kind === 'guid' || (literal.kind === 'text' && GUID.test(text))) {
        return { kind: 'guid', value: text.toLowerCase() }
      }
      break
    case 'Edm.Boolean':
      if (literal.kind === 'boolean') return { kind: 'boolean', value: text === 'true' }
      break
    case 'Edm.DateTimeOffset':
      if (literal.kind === 'instant') return instant(scanner, literal)
      break
    case 'Edm.Int32':
    case 'Edm.Int64':
      if (literal.kind === 'whole') return whole(scanner, type, literal)
      break
    case 'Edm.Decimal':
    case 'Edm.Double':
      if (literal.kind === 'whole' || literal.kind === 'fraction') {
        return { kind: 'number', value: finite(scanner, literal) }
      }
      break
  }
  throw scanner.fault(
    `${mismatch(type, literalType(literal), operation)} ${hint(type, column)}`,
    literal.token.at,
  )
}

/** Worded as OData services word it, since clients look for it. */
export const mismatch = (
  left: EdmType | null,
  right: EdmType | 'null' | null,
  operation: string,
): string =>
  `A binary operator with incompatible types was detected. Found operand types '${left}' and ` +
  `'${right}' for operator kind '${operation}':`

const LITERAL_TYPES: Readonly<Record<Exclude<Literal['kind'], 'null'>, EdmType>> = {
  text: 'Edm.String',
  boolean: 'Edm.Boolean',
  guid: 'Edm.Guid',
  instant: 'Edm.DateTimeOffset',
  whole: 'Edm.Int32',
  fraction: 'Edm.Decimal',
}

const literalType = (literal: Literal): EdmType | 'null' =>
  literal.kind === 'null' ? 'null' : LITERAL_TYPES[literal.kind]

function hint(type: EdmType | null, column: Column): string {
  const name = column.webApiName
  if (type === 'Edm.Guid') return `${name} is compared with a GUID, written without quotes.`
  if (type === 'Edm.String') return `${name} is compared with a text in single quotes.`
  if (type === 'Edm.Boolean') return `${name} is compared with true or false.`
  if (type === 'Edm.DateTimeOffset') {
    return `${name} is compared with a date or an instant (2026-01-31 or 2026-01-31T08:00:00Z).`
  }
  return `${name} is compared with a ${isFraction(type) ? '' : 'whole '}number.`
}

const isFraction = (type: EdmType | null): boolean =>
  type === 'Edm.Decimal' || type === 'Edm.Double'

const INT32_MAX = 2n ** 31n - 1n
const INT64_MAX = 2n ** 63n - 1n

function whole(scanner: Scanner, type: 'Edm.Int32' | 'Edm.Int64', literal: Literal): QueryValue {
  const { text, at } = literal.token
  // BigInt() doesn't read a leading plus.
  const value = BigInt(text.replace(/^\+/, ''))
  const max = type === 'Edm.Int32' ? INT32_MAX : INT64_MAX
  if (value > max || value < -max - 1n) {
    throw scanner.fault(`${quoteShort(text)} is out of the range of ${type}.`, at)
  }
  return type === 'Edm.Int64' ? { kind: 'bigint', value } : { kind: 'number', value: Number(value) }
}

function finite(scanner: Scanner, literal: Literal): number {
  const { text, at } = literal.token
  // `+ 0` so that -0 is 0.
  const value = Number(text) + 0
  if (!Number.isFinite(value)) {
    throw scanner.fault(`${quoteShort(text)} is out of the range of Edm.Decimal.`, at)
  }
  return value
}

function instant(scanner: Scanner, literal: Literal): QueryValue {
  const { text, at } = literal.token
  const value = parseInstant(text)
  if (value === null) {
    const forms = '2026-01-31, 2026-01-31T08:00:00Z or 2026-01-31T08:00:00+01:00'
    throw scanner.fault(`${quoteShort(text)} is no date or instant; write ${forms}.`, at)
  }
  return { kind: 'datetime', value }
}

/** PostgreSQL's text has no NUL: it would fail there, with a worse message. */
export function storable(scanner: Scanner, literal: Literal): string {
  const { text, at } = literal.token
  if (text.includes('\u0000') || !text.isWellFormed()) {
    throw scanner.fault('The text literal holds a character that no column can hold.', at)
  }
  return text
}
