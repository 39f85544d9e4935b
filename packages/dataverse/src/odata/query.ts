import type { Table } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import { expand } from './expand.ts'
import { QueryFault, toQueryError } from './fault.ts'
import { filter } from './filter.ts'
import { format, inlinecount, orderby, select, skiptoken, top } from './options.ts'
import type { NameScope } from './property.ts'
import { relatedTables } from './related.ts'
import { Scanner } from './scanner.ts'
import type { Query, QueryResult } from './types.ts'

/**
 * Longest query, all options together, in UTF-16 code units of the decoded text: as long as an
 * address in a batch may be.
 */
export const QUERY_LENGTH_MAX = 65_536

/** Most tables a query may look into besides its own, as Dataverse limits them. */
export const RELATED_TABLES_MAX = 15

/** System query options of OData and of Dataverse that exist and aren't answered. */
const UNSUPPORTED: readonly string[] = [
  '$apply',
  '$compute',
  '$index',
  '$search',
  '$skip',
  'fetchXml',
  'savedQuery',
  'userQuery',
]

interface Reading {
  readonly query: Query
  readonly scope: NameScope
  readonly scanner: Scanner
  readonly text: string
}

type OptionReader = (reading: Reading) => Partial<Query>

const OPTIONS: Readonly<Record<string, OptionReader>> = {
  $select: ({ scanner, query }) => ({ select: select(scanner, query.table) }),
  $filter: ({ scanner, scope }) => ({ filter: filter(scanner, scope) }),
  $orderby: ({ scanner, scope }) => ({ orderBy: orderby(scanner, scope) }),
  $expand: ({ scanner, scope }) => ({ expand: expand(scanner, withoutAliases(scope)) }),
  $top: ({ scanner }) => ({ top: top(scanner) }),
  $count: ({ scanner, text }) => ({ count: inlinecount(scanner, text) }),
  $skiptoken: ({ scanner, text }) => ({ skipToken: skiptoken(scanner, text) }),
  $format: ({ scanner, text }) => {
    format(scanner, text)
    return {}
  },
}

/** As in Dataverse, `@p1` stands for something in $filter and $orderby only. */
const withoutAliases = (scope: NameScope): NameScope => ({ ...scope, aliases: new Map() })

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
  const scope: NameScope = { table, variable: null, aliases: aliasesOf(pairs) }
  let query: Query = {
    table,
    select: null,
    filter: null,
    orderBy: [],
    expand: [],
    top: null,
    count: false,
    skipToken: null,
  }
  const seen = new Set<string>()
  for (const [name, text] of pairs) {
    if (name.startsWith('@')) continue
    if (seen.has(name)) throw new QueryFault('The option is given twice.', name, null)
    seen.add(name)
    const scanner = new Scanner(name, text)
    query = { ...query, ...readerOf(name)({ query, scope, scanner, text }) }
  }
  if (relatedTables(query) > RELATED_TABLES_MAX) {
    // The first sentence is worded as Dataverse words it.
    throw new QueryFault(
      `Number of link entities in query exceeded maximum limit. $filter, $orderby and $expand may look into ${RELATED_TABLES_MAX} related tables together.`,
      null,
      null,
    )
  }
  return query
}

/** The values of `@name` parameters, whichever order they and their users come in. */
export function aliasesOf(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>()
  for (const [name, value] of pairs) {
    if (!name.startsWith('@')) continue
    if (aliases.has(name)) throw new QueryFault('The parameter is given twice.', name, null)
    aliases.set(name, value)
  }
  return aliases
}

function readerOf(name: string): OptionReader {
  if (Object.hasOwn(OPTIONS, name)) return OPTIONS[name]!
  // Worded as Dataverse words it, whether OData has such an option or not.
  const what = UNSUPPORTED.includes(name) ? '' : " It isn't known."
  throw new QueryFault(
    `The query parameter ${shortName(name)} is not supported.${what}`,
    null,
    null,
  )
}

const shortName = (name: string): string => quoteShort(name).slice(1, -1)

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
