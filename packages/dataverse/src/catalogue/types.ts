/** Kinds of column, after the attribute types of Dataverse metadata. */
export type ColumnType =
  | 'uniqueidentifier'
  | 'string'
  | 'memo'
  | 'integer'
  | 'bigint'
  | 'decimal'
  | 'double'
  | 'money'
  | 'boolean'
  | 'datetime'
  | 'picklist'
  | 'state'
  | 'status'
  | 'lookup'
  | 'owner'
  | 'entityname'
  | 'partylist'

export interface Option {
  readonly value: number
  readonly label: string
  /** Only in a status option set: the `statecode` this status reason belongs to. */
  readonly state?: number
}

export interface OptionSet {
  readonly name: string
  readonly options: readonly Option[]
}

/** A value a column is given when a new row doesn't name one. */
export type ColumnDefault = string | number | boolean | null

export interface Column {
  readonly logicalName: string
  /** What OData calls it: `_x_value` for lookups, else the logical name. */
  readonly webApiName: string
  readonly type: ColumnType
  /** Column of the SQL table; null for party lists, which live in `activityparty`. */
  readonly physical: string | null
  /**
   * SQL column beside a lookup that may point to several tables; holds the logical name of the one
   * it points to. Null where there is only one.
   */
  readonly physicalType: string | null
  /** Refused in the body of a create or update by a client of the Web API. */
  readonly readOnly: boolean
  readonly nullable: boolean
  /** In UTF-16 code units; null where no limit is checked. */
  readonly maxLength: number | null
  /**
   * Of a `datetime`: people see its day alone (format DateOnly). Its value is an instant all the same,
   * as its behavior is UserLocal.
   */
  readonly dateOnly?: true
  /** Least and greatest value of an integer column; left out = those of 32 bits. */
  readonly range?: readonly [least: number, greatest: number]
  readonly default: ColumnDefault
  readonly optionSet: OptionSet | null
  /** What false and true of a two-option column are called; left out = No and Yes. */
  readonly labels?: readonly [off: string, on: string]
  /** Logical names of the tables a lookup may point to; some (team, businessunit) aren't kept here. */
  readonly targets: readonly string[]
  /** `participationtypemask` of the parties a party list is made of. */
  readonly participation: number | null
  /** Holds credentials: it can't be queried and is never returned. */
  readonly secret: boolean
}

export interface Table {
  readonly logicalName: string
  readonly entitySetName: string
  /** Object type code. */
  readonly typeCode: number
  readonly primaryId: string
  /** Null for tables whose rows have no name of their own. */
  readonly primaryName: string | null
  readonly columns: readonly Column[]
  /** Lists of logical names by which a path may name a row instead of its id. */
  readonly alternateKeys?: readonly (readonly string[])[]
  readonly isActivity: boolean
  /** `view`: a union of the activity tables, read only. */
  readonly source: 'table' | 'view'
  /** Never has rows. It exists for clients that ask for it; no lookup points to it. */
  readonly isEmpty?: true
  /** Left out = everybody who reads the Web API sees every row. */
  readonly access?: RowAccess
}

/**
 * What a role reaches besides a person's own rows. `businessUnit`: rows of the colleagues in the same
 * business unit. `configuration`: how synchronization is set up and how it goes. `administration`:
 * everything.
 */
export type Reach = 'businessUnit' | 'configuration' | 'administration'

/** Who sees which rows of a table. (Microsoft, "Security concepts in Microsoft Dataverse") */
export interface RowAccess {
  /** Somebody with any of these sees every row; with `administration` always. */
  readonly all: readonly Reach[]
  /** The rows that others see; null = none. */
  readonly own: OwnRows | null
}

/**
 * By a column (logical name): it holds the reader's id; or that of an activity of which the reader is
 * a party, as its owner always is; or that of a mailbox of the reader's.
 */
export interface OwnRows {
  readonly by: 'user' | 'activity' | 'mailbox'
  readonly column: string
}
