import type { Column, Table } from '../catalogue/types.ts'
import { refusedAggregate } from '../fetchxml/columns.ts'
import { FETCH_ROWS_MAX } from '../fetchxml/fetch.ts'
import type { AggregateFunction, Fetch, FetchFilter, FetchOutput } from '../fetchxml/types.ts'
import { quoteShort } from '../settings/value.ts'
import { applyOrder } from './apply-order.ts'
import { QueryFault, toQueryError } from './fault.ts'
import { filter } from './filter.ts'
import { inlinecount, skiptoken, top } from './options.ts'
import { type NameScope, operandPath } from './property.ts'
import { aliasesOf, QUERY_LENGTH_MAX } from './query.ts'
import { Scanner, type Token } from './scanner.ts'
import type { FilterExpression, Operand, QueryError } from './types.ts'

/** An aggregation as the query Dataverse makes of it, and what the request asks besides. */
export interface Apply {
  readonly fetch: Fetch
  readonly count: boolean
  readonly skipToken: string | null
}

export type ApplyResult =
  | { readonly ok: true; readonly apply: Apply }
  | { readonly ok: false; readonly error: QueryError }

const METHODS: Readonly<Record<string, AggregateFunction>> = {
  sum: 'sum',
  average: 'average',
  min: 'min',
  max: 'max',
  countdistinct: 'countcolumn',
}

const ALIAS = /^[A-Za-z_]\w{0,99}$/
const OUTPUTS_MAX = 50

/**
 * Reads the query part of a request with $apply: filters, then one `groupby` or `aggregate`.
 * $orderby goes by the names of the result.
 *
 * @param pairs the options, decoded
 */
export function parseApply(
  table: Table,
  pairs: readonly (readonly [string, string])[],
): ApplyResult {
  try {
    return { ok: true, apply: readApply(table, pairs) }
  } catch (error) {
    if (error instanceof QueryFault) return { ok: false, error: toQueryError(error) }
    throw error
  }
}

function readApply(table: Table, pairs: readonly (readonly [string, string])[]): Apply {
  const length = pairs.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (length > QUERY_LENGTH_MAX) {
    throw new QueryFault(`The query is longer than ${QUERY_LENGTH_MAX} characters.`, null, null)
  }
  const options = new Map<string, string>()
  for (const [name, text] of pairs) {
    if (name.startsWith('@')) continue
    if (options.has(name)) throw new QueryFault('The option is given twice.', name, null)
    if (!OPTIONS.includes(name)) throw refusedOption(name)
    options.set(name, text)
  }
  const scope: NameScope = { table, variable: null, aliases: aliasesOf(pairs) }
  const { outputs, filters } = transformations(options.get('$apply') ?? '', scope)
  const read = <T>(name: string, reader: (scanner: Scanner, text: string) => T): T | null => {
    const text = options.get(name)
    return text === undefined ? null : reader(new Scanner(name, text), text)
  }
  const orders = read('$orderby', (scanner) => applyOrder(scanner, outputs)) ?? []
  return {
    fetch: {
      ...AGGREGATE,
      table,
      filter: filterOf(filters),
      outputs,
      orders,
      top: read('$top', limitedTop),
    },
    count: read('$count', inlinecount) ?? false,
    skipToken: read('$skiptoken', skiptoken),
  }
}

/** Results limited by $top are returned in one page. */
function limitedTop(scanner: Scanner): number {
  const value = top(scanner)
  if (value <= FETCH_ROWS_MAX) return value
  throw scanner.fault(`With $apply, $top is ${FETCH_ROWS_MAX} at most.`, 0)
}

const OPTIONS: readonly string[] = ['$apply', '$orderby', '$top', '$count', '$skiptoken']

const AGGREGATE = {
  links: [],
  aggregate: true,
  aggregateLimit: null,
  distinct: false,
  count: null,
  page: 1,
  pagingCookie: null,
  returnTotalRecordCount: false,
  rawOrder: true,
} as const

function refusedOption(name: string): QueryFault {
  const hint = name === '$filter' ? ' Write $apply=filter(...)/groupby(...).' : ''
  return new QueryFault(
    `The query option ${quoteShort(name)} can't be combined with $apply.${hint}`,
    null,
    null,
  )
}

function filterOf(filters: readonly FilterExpression[]): FetchFilter | null {
  const items = filters.map(
    (expression): FetchFilter => ({ kind: 'condition', scope: 0, expression }),
  )
  return items.length === 0 ? null : { kind: 'and', items }
}

/** Names in parentheses: where the inner text begins and ends. */
interface Part {
  readonly at: number
  readonly end: number
}

function transformations(
  text: string,
  scope: NameScope,
): { readonly outputs: readonly FetchOutput[]; readonly filters: readonly FilterExpression[] } {
  const filters: FilterExpression[] = []
  let rest = 0
  for (;;) {
    const [, space = '', name = ''] = /^(\s*)([a-z]+)(?=\()/.exec(text.slice(rest)) ?? []
    const at = rest + space.length
    if (name === '') throw new QueryFault('A transformation is expected.', '$apply', at)
    const part = parentheses(text, at + name.length)
    const scanner = new Scanner('$apply', text, part)
    const tail = /^\s*(\/?)/.exec(text.slice(part.end + 1))
    const isLast = tail?.[1] !== '/'
    rest = part.end + 1 + (tail?.[0].length ?? 0)
    if (name === 'filter') filters.push(filter(scanner, scope))
    else if (!isLast)
      throw new QueryFault('Nothing can follow groupby or aggregate.', '$apply', rest - 1)
    else {
      if (rest < text.length) throw new QueryFault('The end is expected.', '$apply', rest)
      return { outputs: lastTransformation(name, scanner, scope, at), filters }
    }
    if (isLast) throw new QueryFault('groupby or aggregate has to follow.', '$apply', text.length)
  }
}

/** The parentheses that open at a position; texts in quotes may hold some of their own. */
function parentheses(text: string, open: number): Part {
  let depth = 0
  let isQuoted = false
  for (let at = open; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === "'") isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '(') depth += 1
    else if (character === ')') {
      depth -= 1
      if (depth === 0) return { at: open + 1, end: at }
    }
  }
  throw new QueryFault("A ')' is missing.", '$apply', open)
}

function lastTransformation(
  name: string,
  scanner: Scanner,
  scope: NameScope,
  at: number,
): readonly FetchOutput[] {
  const outputs =
    name === 'aggregate'
      ? aggregates(scanner, scope)
      : name === 'groupby'
        ? groupby(scanner, scope)
        : null
  if (outputs === null) {
    throw new QueryFault(
      `The transformation ${quoteShort(name)} isn't supported; filter, groupby and aggregate are.`,
      '$apply',
      at,
    )
  }
  if (!scanner.atEnd()) throw scanner.fault("Syntax error: ',' or ')' is expected.")
  const names = new Set<string>()
  for (const output of outputs) {
    if (names.has(output.name)) throw scanner.fault(`Two results are called '${output.name}'.`, at)
    names.add(output.name)
  }
  if (outputs.length > OUTPUTS_MAX) throw scanner.fault(`More than ${OUTPUTS_MAX} results.`, at)
  return outputs
}

function groupby(scanner: Scanner, scope: NameScope): readonly FetchOutput[] {
  if (!scanner.skip('(')) throw scanner.fault('Syntax error: groupby((a,b)) is expected.')
  const groups: FetchOutput[] = []
  do {
    const token = scanner.word()
    if (token === null) throw scanner.fault('The name of a property is expected.')
    groups.push(group(scanner, scope, token))
  } while (scanner.skip(','))
  if (!scanner.skip(')')) throw scanner.fault("Syntax error: ')' is expected.")
  if (!scanner.skip(',')) return groups
  const word = scanner.word()
  if (word?.text !== 'aggregate' || !scanner.skip('(')) {
    throw scanner.fault("'aggregate(...)' is expected.", word?.at)
  }
  const items = aggregates(scanner, scope)
  if (!scanner.skip(')')) throw scanner.fault("Syntax error: ')' is expected.")
  return [...groups, ...items]
}

function group(scanner: Scanner, scope: NameScope, token: Token): FetchOutput {
  const operand = operandPath(scanner, scope, token)
  if (operand.column.type === 'datetime') {
    throw scanner.fault(
      `Rows can't be grouped by a date ('${token.text}'); FetchXML has dategrouping.`,
      token.at,
    )
  }
  const isOwn = operand.path === undefined
  return output(operand, groupName(operand), isOwn, { kind: 'group', by: null })
}

/** Dataverse calls a column behind a lookup by the table it is of: `contact_fullname`. */
function groupName({ path = [], column }: Operand): string {
  const last = path.at(-1)
  return last === undefined ? column.webApiName : `${last.target}_${column.webApiName}`
}

function aggregates(scanner: Scanner, scope: NameScope): readonly FetchOutput[] {
  const items: FetchOutput[] = []
  do items.push(aggregate(scanner, scope))
  while (scanner.skip(','))
  return items
}

function aggregate(scanner: Scanner, scope: NameScope): FetchOutput {
  const token = scanner.word()
  if (token === null) throw scanner.fault('A property or $count is expected.')
  if (token.text === '$count') return counted(scanner, scope)
  const operand = operandPath(scanner, scope, token)
  expectWord(scanner, 'with')
  const method = scanner.word()
  if (method === null || !Object.hasOwn(METHODS, method.text)) {
    const known = Object.keys(METHODS).join(', ')
    throw scanner.fault(`One of ${known} is expected after 'with'.`, method?.at)
  }
  const name = METHODS[method.text]!
  const reason = refusedAggregate(name, operand.column)
  if (reason !== null) throw scanner.fault(reason, token.at)
  const distinct = method.text === 'countdistinct'
  return output(operand, alias(scanner, scope), false, {
    kind: 'aggregate',
    function: name,
    distinct,
  })
}

function counted(scanner: Scanner, scope: NameScope): FetchOutput {
  const column = scope.table.columns.find((one) => one.logicalName === scope.table.primaryId)!
  const role = { kind: 'aggregate', function: 'count', distinct: false } as const
  return output({ column }, alias(scanner, scope), false, role)
}

function alias(scanner: Scanner, scope: NameScope): string {
  expectWord(scanner, 'as')
  const token = scanner.word()
  if (token === null || !ALIAS.test(token.text)) {
    throw scanner.fault("A name of letters, digits and '_' is expected after 'as'.", token?.at)
  }
  const taken = scope.table.columns.some((column: Column) => column.webApiName === token.text)
  if (taken) throw scanner.fault(`'${token.text}' is the name of a property already.`, token.at)
  return token.text
}

function expectWord(scanner: Scanner, text: string): void {
  if (!scanner.keyword(text)) throw scanner.fault(`'${text}' is expected.`)
}

const output = (
  { path, column }: Operand,
  name: string,
  isOwn: boolean,
  role: FetchOutput['role'],
): FetchOutput => ({ ...(path === undefined ? {} : { path }), name, scope: 0, column, isOwn, role })
