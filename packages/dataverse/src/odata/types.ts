import type { NavigationProperty } from '../catalogue/relationships.ts'
import type { Column, Reach, Table } from '../catalogue/types.ts'
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

/** Functions of Microsoft.Dynamics.CRM that compare with the calendar and take no value. */
export type CalendarFunction =
  | 'Yesterday'
  | 'Today'
  | 'Tomorrow'
  | 'Last7Days'
  | 'Next7Days'
  | 'LastWeek'
  | 'ThisWeek'
  | 'NextWeek'
  | 'LastMonth'
  | 'ThisMonth'
  | 'NextMonth'
  | 'LastYear'
  | 'ThisYear'
  | 'NextYear'
  | `${'Last' | 'This' | 'Next'}Fiscal${'Year' | 'Period'}`

/** Functions that take a number of units, from 1. */
export type CountedFunction =
  | `${'LastX' | 'NextX'}${'Hours' | 'Days' | 'Weeks' | 'Months' | 'Years'}`
  | `${'LastX' | 'NextX'}Fiscal${'Years' | 'Periods'}`
  | `OlderThanX${'Minutes' | 'Hours' | 'Days' | 'Weeks' | 'Months' | 'Years'}`

/** Those that take a date; the time of day and the offset of a given instant name its UTC day. */
export type DayFunction = 'On' | 'OnOrAfter' | 'OnOrBefore'

export type DateFunction = CalendarFunction | CountedFunction | DayFunction

/** `Between` takes two values, both included. */
export type ValueFunction = 'Between' | 'NotBetween'

export type CallerFunction =
  | 'EqualUserId'
  | 'NotEqualUserId'
  | 'EqualBusinessId'
  | 'NotEqualBusinessId'

/**
 * Functions of the namespace Microsoft.Dynamics.CRM (Microsoft, "Web API query functions"). Those
 * with an equivalent in the other kinds of condition are read as that: In and NotIn, Contains,
 * BeginsWith, EndsWith and their opposites; InFiscalYear and its kin, which name years themselves.
 */
export type QueryFunction = DateFunction | ValueFunction | CallerFunction

/**
 * The single-valued navigation properties from a row to the one a column is of, in order; left out =
 * the row's own column. Where there is no such row, the column has no value.
 */
export type NavigationPath = readonly NavigationProperty[]

/** A column of the row, or of a row it leads to. */
export interface Operand {
  readonly path?: NavigationPath
  readonly column: Column
}

/**
 * A condition is true or false, never unknown: on a column without a value everything is false but
 * `eq null`, `ne` a value, `in` a list with null and the functions called Not...; `not` turns it
 * round (as Dataverse's own `ne` does). Strings compare without case.
 */
export type FilterExpression =
  | { readonly kind: 'and' | 'or'; readonly items: readonly FilterExpression[] }
  | { readonly kind: 'not'; readonly item: FilterExpression }
  | (Operand & {
      readonly kind: 'compare'
      readonly operator: ComparisonOperator
      readonly value: QueryValue
    })
  /** Two columns of the same type; two without a value are equal. */
  | (Operand & {
      readonly kind: 'compareColumns'
      readonly operator: ComparisonOperator
      readonly other: Operand
    })
  | (Operand & { readonly kind: 'in'; readonly values: readonly QueryValue[] })
  | (Operand & { readonly kind: 'text'; readonly function: TextFunction; readonly value: string })
  | (Operand & {
      readonly kind: 'function'
      readonly function: QueryFunction
      /** As many as the function takes, never null; counts are numbers, days are instants. */
      readonly values: readonly QueryValue[]
    })
  /** `any` without a filter: there is such a row. `all` always has one, and holds for no rows. */
  | {
      readonly kind: 'lambda'
      readonly quantifier: 'any' | 'all'
      readonly navigation: NavigationProperty
      readonly filter: FilterExpression | null
    }

/** What conditions depend on besides the row. */
export interface EvaluationContext {
  /** Milliseconds since 1970. Days, weeks (from Sunday), months and years are those of UTC. */
  readonly now: number
  /** Id of the calling user. Null if the caller is no user; `EqualUserId` then matches no row. */
  readonly userId: string | null
  readonly businessUnitId: string | null
  /** What the caller sees besides rows of their own (`access` of tables). Left out = nothing. */
  readonly reach?: readonly Reach[]
}

/** Rows without a value come first when ascending, last when descending. */
export interface OrderByItem extends Operand {
  readonly direction: 'asc' | 'desc'
}

/** Rows of another table that come with each row of the answer. */
export interface ExpandItem {
  readonly navigation: NavigationProperty
  /** Only the address of the row (`name/$ref`), for single-valued properties. */
  readonly reference: boolean
  /** Null = every column. */
  readonly select: readonly Column[] | null
  readonly filter: FilterExpression | null
  readonly orderBy: readonly OrderByItem[]
  readonly top: number | null
  readonly expand: readonly ExpandItem[]
}

export interface Query {
  readonly table: Table
  /** Null = every column. */
  readonly select: readonly Column[] | null
  readonly filter: FilterExpression | null
  readonly orderBy: readonly OrderByItem[]
  readonly expand: readonly ExpandItem[]
  readonly top: number | null
  readonly count: boolean
  /** Opaque value from the next link of an earlier answer. */
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
