import { columnByLogicalName, columnByWebApiName } from '../catalogue/catalogue.ts'
import { quoteShort } from '../settings/value.ts'
import { FISCAL_YEARS, fiscalFilter, fiscalRange } from './fiscal.ts'
import { edmType, type Literal, literalOf, storable, valueFor } from './literal.ts'
import {
  aliasScanner,
  type Named,
  type NameScope,
  namedPath,
  operandPath,
  unknown,
} from './property.ts'
import type { Scanner, Token } from './scanner.ts'
import type {
  CallerFunction,
  FilterExpression,
  Operand,
  QueryFunction,
  QueryValue,
} from './types.ts'

/** Largest number of units, so that it fits into what clients count with. */
const COUNT_MAX = 2_147_483_647

type Signature =
  | { readonly kind: 'calendar' | 'counted' | 'day' | 'between' | 'nobody' }
  | { readonly kind: 'caller'; readonly as: CallerFunction }
  | {
      readonly kind: 'fiscal'
      readonly from: boolean
      readonly to: boolean
      readonly ofYear: boolean
    }
  | { readonly kind: 'in'; readonly negated: boolean }
  | {
      readonly kind: 'text'
      readonly function: 'contains' | 'startswith' | 'endswith'
      readonly negated: boolean
    }

const SIGNATURES: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  ...['Yesterday', 'Today', 'Tomorrow', 'Last7Days', 'Next7Days'].map(
    (name) => [name, { kind: 'calendar' }] as const,
  ),
  ...['Last', 'This', 'Next'].flatMap((when) =>
    ['Week', 'Month', 'Year'].map((unit) => [`${when}${unit}`, { kind: 'calendar' }] as const),
  ),
  ...['LastX', 'NextX', 'OlderThanX'].flatMap((when) =>
    ['Hours', 'Days', 'Weeks', 'Months', 'Years'].map(
      (unit) => [`${when}${unit}`, { kind: 'counted' }] as const,
    ),
  ),
  ['OlderThanXMinutes', { kind: 'counted' }],
  ...['Last', 'This', 'Next'].flatMap((when) =>
    ['Year', 'Period'].map((unit) => [`${when}Fiscal${unit}`, { kind: 'calendar' }] as const),
  ),
  ...['LastX', 'NextX'].flatMap((when) =>
    ['Years', 'Periods'].map((unit) => [`${when}Fiscal${unit}`, { kind: 'counted' }] as const),
  ),
  ['InFiscalYear', { kind: 'fiscal', from: true, to: true, ofYear: true }],
  ['InFiscalPeriodAndYear', { kind: 'fiscal', from: true, to: true, ofYear: false }],
  ['InOrAfterFiscalPeriodAndYear', { kind: 'fiscal', from: true, to: false, ofYear: false }],
  ['InOrBeforeFiscalPeriodAndYear', { kind: 'fiscal', from: false, to: true, ofYear: false }],
  ...['On', 'OnOrAfter', 'OnOrBefore'].map((name) => [name, { kind: 'day' }] as const),
  ...(['EqualUserId', 'NotEqualUserId', 'EqualBusinessId', 'NotEqualBusinessId'] as const).map(
    (name) => [name, { kind: 'caller', as: name }] as const,
  ),
  // Neither teams nor managers are stored here, so no user is in a team or manages anybody.
  ...['Teams', 'Hierarchy', 'HierarchyAndTeams'].map(
    (others) => [`EqualUserOrUser${others}`, { kind: 'caller', as: 'EqualUserId' }] as const,
  ),
  ['EqualUserTeams', { kind: 'nobody' }],
  ['Between', { kind: 'between' }],
  ['NotBetween', { kind: 'between' }],
  ['In', { kind: 'in', negated: false }],
  ['NotIn', { kind: 'in', negated: true }],
  ['Contains', { kind: 'text', function: 'contains', negated: false }],
  ['BeginsWith', { kind: 'text', function: 'startswith', negated: false }],
  ['DoesNotBeginWith', { kind: 'text', function: 'startswith', negated: true }],
  ['EndsWith', { kind: 'text', function: 'endswith', negated: false }],
  ['DoesNotEndWith', { kind: 'text', function: 'endswith', negated: true }],
])

/** Why a function of Dataverse that exists can't be answered here. */
const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/^InFiscalPeriod$/, 'a period is asked for with its year, by InFiscalPeriodAndYear'],
  [/^(Above|AboveOrEqual|Under|UnderOrEqual|NotUnder)$/, 'no table here is a hierarchy'],
  [/^EqualUserLanguage$/, 'no column here holds a language'],
  [/^(ContainValues|DoesNotContainValues)$/, 'no column here holds several choices'],
]

/** A value as it was given: a literal, or a list of them. */
type Given =
  | { readonly kind: 'one'; readonly source: Scanner; readonly literal: Literal }
  | {
      readonly kind: 'list'
      readonly source: Scanner
      readonly at: number
      readonly literals: readonly Literal[]
    }

/** A function of Microsoft.Dynamics.CRM, behind its opening parenthesis. */
export function functionCall(
  scanner: Scanner,
  scope: NameScope,
  called: Extract<Named, { readonly kind: 'function' }>,
  word: Token,
): FilterExpression {
  const signature = SIGNATURES.get(called.name)
  if (signature === undefined) throw notSupported(scanner, called.name, word)
  const parameters = parametersOf(scanner, scope)
  const operand = operandOf(scanner, scope, called, parameters, word)
  const name = called.name as QueryFunction
  const made = (values: readonly QueryValue[]): FilterExpression => ({
    kind: 'function',
    ...operand,
    function: name,
    values,
  })
  const call = { scanner, word, name: called.name, operand, parameters }
  switch (signature.kind) {
    case 'calendar':
      return made(checked(call, 'Edm.DateTimeOffset', []))
    case 'caller':
      checked(call, 'Edm.Guid', [])
      return { kind: 'function', ...operand, function: signature.as, values: [] }
    case 'nobody':
      checked(call, 'Edm.Guid', [])
      return { kind: 'in', ...operand, values: [] }
    case 'fiscal':
      return fiscal(call, signature)
    case 'counted':
      return made(checked(call, 'Edm.DateTimeOffset', [count(one(call))]))
    case 'day':
      return made(checked(call, 'Edm.DateTimeOffset', [converted(operand, one(call))]))
    case 'between':
      return made(between(call))
    case 'in':
      return negation(signature.negated, { kind: 'in', ...operand, values: list(call) })
    case 'text': {
      const given = one(call)
      checked(call, 'Edm.String', [])
      const value = storable(given.source, given.literal)
      return negation(signature.negated, {
        kind: 'text',
        ...operand,
        function: signature.function,
        value,
      })
    }
  }
}

interface Call {
  readonly scanner: Scanner
  readonly word: Token
  readonly name: string
  readonly operand: Operand
  readonly parameters: ReadonlyMap<string, Given>
}

/** Years and quarters by their numbers, which need no calendar of now. */
function fiscal(
  call: Call,
  { from, to, ofYear }: Extract<Signature, { readonly kind: 'fiscal' }>,
): FilterExpression {
  const year = numbered(call, ofYear ? 'PropertyValue' : 'PropertyValue2', FISCAL_YEARS)
  const period = ofYear ? null : numbered(call, 'PropertyValue1', [1, 4])
  checked(call, 'Edm.DateTimeOffset', period === null ? [year] : [period, year])
  const range = fiscalRange(year.value, period?.value ?? null)
  return fiscalFilter(call.operand, from ? range.from : null, to ? range.to : null)
}

function numbered(
  call: Call,
  name: string,
  [min, max]: readonly [number, number],
): { readonly kind: 'number'; readonly value: number } {
  const given = call.parameters.get(name)
  if (given?.kind !== 'one') {
    throw call.scanner.fault(`${call.name} needs ${name}=...`, call.word.at)
  }
  const { text, at } = given.literal.token
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return { kind: 'number', value }
  throw given.source.fault(`${quoteShort(text)} is no whole number from ${min} to ${max}.`, at)
}

const negation = (negated: boolean, item: FilterExpression): FilterExpression =>
  negated ? { kind: 'not', item } : item

function notSupported(scanner: Scanner, name: string, word: Token) {
  const reason = REFUSALS.find(([pattern]) => pattern.test(name))?.[1]
  const because = reason === undefined ? '' : `: ${reason}`
  return scanner.fault(`The function ${quoteShort(name)} isn't supported${because}.`, word.at)
}

/** `PropertyName='a',PropertyValue=5`, in any order, to the closing parenthesis. */
function parametersOf(scanner: Scanner, scope: NameScope): ReadonlyMap<string, Given> {
  const parameters = new Map<string, Given>()
  while (!scanner.skip(')')) {
    const name = scanner.parameterName()
    if (name === null)
      throw scanner.fault("A parameter is expected, as in PropertyName='createdon'.")
    if (parameters.has(name.text)) throw scanner.fault(`${name.text} is given twice.`, name.at)
    parameters.set(name.text, given(scanner, scope))
    if (!scanner.skip(',') && scanner.peek() !== ')') {
      throw scanner.fault("Syntax error: ',' or ')' is expected.")
    }
  }
  return parameters
}

function given(scanner: Scanner, scope: NameScope): Given {
  const word = scanner.peek() === "'" ? null : scanner.peekWord()
  const alias = word === null ? null : aliasScanner(scope, word)
  if (alias === null) return givenHere(scanner)
  scanner.word()
  const value = givenHere(alias)
  if (!alias.atEnd()) throw alias.fault('One value is expected.')
  return value
}

function givenHere(source: Scanner): Given {
  const at = source.at
  if (source.peek() !== '[') return { kind: 'one', source, literal: element(source) }
  source.skip('[')
  const literals: Literal[] = []
  while (!source.skip(']')) {
    literals.push(element(source))
    if (!source.skip(',') && source.peek() !== ']') {
      throw source.fault("Invalid JSON. A comma character ',' was expected in scope 'Array'.")
    }
  }
  return { kind: 'list', source, at, literals }
}

function element(source: Scanner): Literal {
  const quoted = source.quoted() ?? source.jsonString()
  if (quoted !== null) return { kind: 'text', token: quoted }
  const bare = source.bare()
  if (bare === null) throw source.fault('A value is expected.')
  return literalOf(source, bare)
}

function operandOf(
  scanner: Scanner,
  scope: NameScope,
  called: Extract<Named, { readonly kind: 'function' }>,
  parameters: ReadonlyMap<string, Given>,
  word: Token,
): Operand {
  const property = parameters.get('PropertyName')
  if (property?.kind !== 'one' || property.literal.kind !== 'text') {
    throw scanner.fault(`${called.name} needs PropertyName='...' in single quotes.`, word.at)
  }
  const { token } = property.literal
  const { source } = property
  if (token.text.includes('/')) return pathOperand(source, scope, called, token)
  // Lookups go by their logical name here, as in Dataverse; their other name is taken as well.
  const column =
    columnByLogicalName(called.table, token.text) ?? columnByWebApiName(called.table, token.text)
  if (column === undefined || column.secret || column.type === 'partylist') {
    throw unknown(source, called.table, token)
  }
  return called.path.length === 0 ? { column } : { path: called.path, column }
}

/** `PropertyName='a/b'`, with the lambda's variable or, since it is in quotes, without. */
function pathOperand(
  source: Scanner,
  scope: NameScope,
  called: Extract<Named, { readonly kind: 'function' }>,
  token: Token,
): Operand {
  if (called.path.length > 0) throw source.fault('The path is given twice.', token.at)
  const isFromVariable = scope.variable !== null && token.text.startsWith(`${scope.variable}/`)
  if (isFromVariable) return operandPath(source, scope, token)
  const named = namedPath(source, { ...scope, variable: null }, token, false)
  if (named.kind === 'column') return named.operand
  throw source.fault(`${quoteShort(token.text)} is no property.`, token.at)
}

/** Checks the column's type and that nothing was given that the function doesn't take. */
function checked(
  { scanner, word, name, operand, parameters }: Call,
  type: string,
  values: readonly QueryValue[],
): readonly QueryValue[] {
  const actual = edmType(operand.column)
  if (actual !== type) {
    throw scanner.fault(
      `${name} works on ${type}; '${operand.column.webApiName}' is ${actual}.`,
      word.at,
    )
  }
  if (parameters.size !== (type === 'Edm.String' ? 2 : 1 + values.length)) {
    throw scanner.fault(`${name} is given parameters it doesn't have.`, word.at)
  }
  return values
}

function one(call: Call): Extract<Given, { readonly kind: 'one' }> {
  const value = call.parameters.get('PropertyValue')
  if (value?.kind === 'one') return value
  throw call.scanner.fault(`${call.name} needs PropertyValue=...`, call.word.at)
}

function count({ source, literal }: Extract<Given, { readonly kind: 'one' }>): QueryValue {
  const { text, at } = literal.token
  const value = /^\d{1,10}$/.test(text) ? Number(text) : 0
  if (value < 1 || value > COUNT_MAX) {
    throw source.fault(`${quoteShort(text)} is no whole number from 1 to ${COUNT_MAX}.`, at)
  }
  return { kind: 'number', value }
}

/** Lists always hold texts, so the type of the column decides how each text is read. */
function converted(
  { column }: Operand,
  { source, literal }: { readonly source: Scanner; readonly literal: Literal },
): QueryValue {
  const type = edmType(column)
  const { text } = literal.token
  if (type === 'Edm.Boolean' && (text === '0' || text === '1')) {
    return { kind: 'boolean', value: text === '1' }
  }
  const meant =
    literal.kind === 'text' && type !== 'Edm.String' ? literalOf(source, literal.token) : literal
  const value = valueFor(source, column, 'Equal', meant)
  if (value.kind === 'null') throw source.fault('A value is expected, not null.', literal.token.at)
  return value
}

function list(call: Call): readonly QueryValue[] {
  const values = call.parameters.get('PropertyValues')
  if (values?.kind !== 'list' || call.parameters.size !== 2) {
    throw call.scanner.fault(`${call.name} needs PropertyValues=["...","..."].`, call.word.at)
  }
  if (values.literals.length === 0) {
    throw values.source.fault(`${call.name} needs at least one value.`, values.at)
  }
  return values.literals.map((literal) =>
    converted(call.operand, { source: values.source, literal }),
  )
}

function between(call: Call): readonly QueryValue[] {
  const values = list(call)
  const type = edmType(call.operand.column)
  if (type === 'Edm.Guid' || type === 'Edm.Boolean') {
    throw call.scanner.fault(`${call.name} can't be used with ${type}.`, call.word.at)
  }
  if (values.length === 2) return values
  throw call.scanner.fault(`${call.name} needs two values, not ${values.length}.`, call.word.at)
}
