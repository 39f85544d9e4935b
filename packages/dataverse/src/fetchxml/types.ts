import type { Column, Table } from '../catalogue/types.ts'
import type { ComparisonOperator, FilterExpression, NavigationPath } from '../odata/types.ts'

/** Number of a table in a query: 0 is the entity's, links are counted in the order of the document. */
export type Scope = number

export interface ScopedColumn {
  readonly scope: Scope
  readonly column: Column
}

/**
 * Conditions over the tables of a query. What one table's row is held to is a `FilterExpression`,
 * so that an operator means the same in FetchXML and in `$filter`; it is two-valued as that is.
 */
export type FetchFilter =
  | { readonly kind: 'and' | 'or'; readonly items: readonly FetchFilter[] }
  | { readonly kind: 'condition'; readonly scope: Scope; readonly expression: FilterExpression }
  /** `pattern` is a sequence of texts, `%` and `_`; false for rows without a value, unless negated. */
  | (ScopedColumn & {
      readonly kind: 'like'
      readonly pattern: readonly LikePart[]
      readonly negated: boolean
    })
  /** Two columns without a value are equal. */
  | (ScopedColumn & {
      readonly kind: 'columns'
      readonly operator: ComparisonOperator
      readonly other: ScopedColumn
    })
  | { readonly kind: 'related'; readonly quantifier: Quantifier; readonly link: FetchLink }

export type LikePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' | 'one' }

/** `all` is Dataverse's: there are such rows, and none of them meets the link's filter. */
export type Quantifier = 'any' | 'notAny' | 'all'

/**
 * How rows of a link are taken in. `inner` and `outer` give a row for each pair, `first` one with
 * the linked row that has the lowest primary key; `exists` gives no columns and no further rows.
 */
export type LinkKind = 'inner' | 'outer' | 'first' | 'exists'

export interface FetchLink {
  readonly scope: Scope
  readonly kind: LinkKind
  readonly alias: string
  readonly table: Table
  /** Column of this link's table that equals `to`. */
  readonly from: Column
  /** Column of the table it is in: `parent`. */
  readonly to: Column
  readonly parent: Scope
  /** Part of the join: with `outer`, rows that fail it are as if there were none. */
  readonly filter: FetchFilter | null
  readonly links: readonly FetchLink[]
}

export const DATE_GROUPINGS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'fiscal-period',
  'fiscal-year',
] as const

/** Parts of an instant in UTC; weeks begin on Sunday, the first one holds 1 January. */
export type DateGrouping = (typeof DATE_GROUPINGS)[number]

/**
 * `avg` of whole numbers is a whole number, cut off as Dataverse does; `average` is exact. `sum` of
 * nothing is 0, the others have no value then.
 */
export type AggregateFunction = 'avg' | 'average' | 'count' | 'countcolumn' | 'max' | 'min' | 'sum'

export type OutputRole =
  | { readonly kind: 'value' }
  | { readonly kind: 'group'; readonly by: DateGrouping | null }
  | {
      readonly kind: 'aggregate'
      readonly function: AggregateFunction
      readonly distinct: boolean
    }

/** One property of each row of the answer. */
export interface FetchOutput extends ScopedColumn {
  /** From the scope's row to the one the column is of; FetchXML has links instead. */
  readonly path?: NavigationPath
  readonly name: string
  /** Neither an alias nor the column of a link: a property of the table itself. */
  readonly isOwn: boolean
  readonly role: OutputRole
}

export type FetchOrder = (
  | ({ readonly kind: 'column' } & ScopedColumn)
  /** Of an aggregate query: an output by its position. */
  | { readonly kind: 'output'; readonly index: number }
) & { readonly direction: 'asc' | 'desc' }

export interface Fetch {
  readonly table: Table
  readonly links: readonly FetchLink[]
  readonly filter: FetchFilter | null
  readonly outputs: readonly FetchOutput[]
  readonly orders: readonly FetchOrder[]
  readonly aggregate: boolean
  /** More rows than these aren't aggregated; null = no limit. */
  readonly aggregateLimit: number | null
  readonly distinct: boolean
  readonly top: number | null
  /** Rows of a page. */
  readonly count: number | null
  /** From 1. */
  readonly page: number
  /** Opaque value from an earlier answer. */
  readonly pagingCookie: string | null
  readonly returnTotalRecordCount: boolean
  /** Choices are ordered by their numbers instead of their labels. */
  readonly rawOrder: boolean
}
