import type { Column, Table } from '../catalogue/types.ts'
import type { ERROR_CODES } from '../errors.ts'

/**
 * A value that has been checked against its column and is ready to be an SQL parameter:
 * GUIDs in lower case, instants as ISO text in UTC with milliseconds, 64-bit numbers as bigint.
 */
export type QueryValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'bigint'; readonly value: bigint }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'guid'; readonly value: string }
  | { readonly kind: 'datetime'; readonly value: string }

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

export type TextFunction = 'contains' | 'startswith' | 'endswith'

/**
 * A condition is true or false, never unknown: on a column without a value everything is false but
 * `eq null`, `ne` a value and `in` a list with null, and `not` turns it round (as Dataverse's own `ne` does).
 * Strings compare without case.
 */
export type FilterExpression =
  | { readonly kind: 'and' | 'or'; readonly items: readonly FilterExpression[] }
  | { readonly kind: 'not'; readonly item: FilterExpression }
  | {
      readonly kind: 'compare'
      readonly column: Column
      readonly operator: ComparisonOperator
      readonly value: QueryValue
    }
  | { readonly kind: 'in'; readonly column: Column; readonly values: readonly QueryValue[] }
  | {
      readonly kind: 'text'
      readonly column: Column
      readonly function: TextFunction
      readonly value: string
    }

/** Rows without a value come first when ascending, last when descending. */
export interface OrderByItem {
  readonly column: Column
  readonly direction: 'asc' | 'desc'
}

export interface Query {
  readonly table: Table
  /** Null = every column. */
  readonly select: readonly Column[] | null
  readonly filter: FilterExpression | null
  readonly orderBy: readonly OrderByItem[]
  readonly top: number | null
  readonly count: boolean
  /** Opaque: what an earlier answer put into its next link. */
  readonly skipToken: string | null
}

export interface QueryError {
  readonly code: typeof ERROR_CODES.badQuery
  /** Ends with the place: the position and the option, or the option alone. */
  readonly message: string
  readonly option: string | null
  /** Counted from 0 in the decoded text of the option; null when the fault is all of it. */
  readonly position: number | null
}

export type QueryResult =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly error: QueryError }
