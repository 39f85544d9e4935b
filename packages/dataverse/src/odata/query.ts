import type { Column, Table } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import { QueryFault, toQueryError } from './fault.ts'
import { filter } from './filter.ts'
import { propertyPath } from './property.ts'
import { Scanner } from './scanner.ts'
import type { OrderByItem, Query, QueryResult } from './types.ts'

/** Longest query, all options together, in UTF-16 code units of the decoded text. */
export const QUERY_LENGTH_MAX = 32_768

/** System query options of OData that exist and that this product doesn't answer (yet). */
const UNSUPPORTED: readonly string[] = [
  '$apply',
  '$compute',
  '$expand',
  '$format',
  '$index',
  '$search',
  '$skip',
  'fetchXml',
  'savedQuery',
  'userQuery',
]

type OptionReader = (query: Query, scanner: Scanner, text: string) => Query

const OPTIONS: Readonly<Record<string, OptionReader>> = {
  $select: (query, scanner) => ({ ...query, select: select(scanner, query.table) }),
  $filter: (query, scanner) => ({ ...query, filter: filter(scanner, query.table) }),
  $orderby: (query, scanner) => ({ ...query, orderBy: orderby(scanner, query.table) }),
  $top: (query, scanner, text) => ({ ...query, top: top(scanner, text) }),
  $count: (query, scanner, text) => ({ ...query, count: inlinecount(scanner, text) }),
  $skiptoken: (query, scanner, text) => ({ ...query, skipToken: skiptoken(scanner, text) }),
}

/**
 * Reads the query part of a request for rows of one table. Everything named is resolved to columns
 * and checked against their types, so that SQL can be made of the result with parameters only.
 *
 * @param options the text after `?` still percent-encoded, or decoded pairs (URLSearchParams)
 */
export function parseQuery(
  table: Table,
  options: string | Iterable<readonly [string, string]>,
): QueryResult {
  try {
    const pairs = typeof options === 'string' ? decodePairs(options) : [...options]
    return { ok: true, query: readOptions(table, pairs) }
  } catch (error) {
    if (error instanceof QueryFault) return { ok: false, error: toQueryError(error) }
    throw error
  }
}

function readOptions(table: Table, pairs: readonly (readonly [string, string])[]): Query {
  const length = pairs.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (length > QUERY_LENGTH_MAX) throw tooLong()
  let query: Query = {
    table,
    select: null,
    filter: null,
    orderBy: [],
    top: null,
    count: false,
    skipToken: null,
  }
  const seen = new Set<string>()
  for (const [name, value] of pairs) {
    if (seen.has(name)) throw new QueryFault('The option is given twice.', name, null)
    seen.add(name)
    query = readerOf(name)(query, new Scanner(name, value), value)
  }
  return query
}

function readerOf(name: string): OptionReader {
  if (Object.hasOwn(OPTIONS, name)) return OPTIONS[name]!
  const what = UNSUPPORTED.includes(name) ? "isn't supported" : "isn't known"
  throw new QueryFault(`The query option ${quoteShort(name)} ${what}.`, null, null)
}

function decodePairs(text: string): readonly (readonly [string, string])[] {
  // Three characters of percent-encoding make one; more can't come to an acceptable length.
  if (text.length > 3 * QUERY_LENGTH_MAX) throw tooLong()
  const query = text.startsWith('?') ? text.slice(1) : text
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=')
      const name = decode(at < 0 ? part : part.slice(0, at), null)
      return [name, at < 0 ? '' : decode(part.slice(at + 1), name)]
    })
}

function decode(text: string, option: string | null): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    const where = option === null ? 'The query' : `The query option ${quoteShort(option)}`
    throw new QueryFault(`${where} isn't well-formed percent-encoded UTF-8.`, null, null)
  }
}

const tooLong = () =>
  new QueryFault(`The query is longer than ${QUERY_LENGTH_MAX} characters.`, null, null)

/** selectItem after selectItem; naming a column twice counts once. */
function select(scanner: Scanner, table: Table): readonly Column[] {
  const columns = new Set<Column>()
  do {
    const token = scanner.word()
    if (token === null) throw scanner.fault('The name of a property is expected.')
    columns.add(propertyPath(scanner, table, token))
  } while (scanner.skip(','))
  endOf(scanner)
  return [...columns]
}

function orderby(scanner: Scanner, table: Table): readonly OrderByItem[] {
  const items: OrderByItem[] = []
  do items.push(orderbyItem(scanner, table))
  while (scanner.skip(','))
  endOf(scanner)
  return items
}

function orderbyItem(scanner: Scanner, table: Table): OrderByItem {
  const token = scanner.word()
  if (token === null) throw scanner.fault('The name of a property is expected.')
  const column = propertyPath(scanner, table, token)
  const direction = scanner.word()
  if (direction === null) return { column, direction: 'asc' }
  if (direction.text !== 'asc' && direction.text !== 'desc') {
    throw scanner.fault(
      `'asc' or 'desc' is expected, not ${quoteShort(direction.text)}.`,
      direction.at,
    )
  }
  return { column, direction: direction.text }
}

function top(scanner: Scanner, text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > 2_147_483_647) {
    throw scanner.fault(`${quoteShort(text)} is no whole number from 0 to 2147483647.`, 0)
  }
  return Number(text)
}

function inlinecount(scanner: Scanner, text: string): boolean {
  if (text !== 'true' && text !== 'false') {
    throw scanner.fault(`'true' or 'false' is expected, not ${quoteShort(text)}.`, 0)
  }
  return text === 'true'
}

function skiptoken(scanner: Scanner, text: string): string {
  if (text === '') throw scanner.fault('The token of an earlier answer is expected.', 0)
  return text
}

function endOf(scanner: Scanner): void {
  if (scanner.atEnd()) return
  const found = scanner.peekWord()?.text ?? scanner.peek()
  throw scanner.fault(`Syntax error: ',' or the end is expected, not ${quoteShort(found)}.`)
}
