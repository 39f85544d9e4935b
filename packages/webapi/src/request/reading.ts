import type { Table } from '@trackmark/dataverse'
import type { PageRequest, Reader } from '@trackmark/store'
import type { Preferences } from './prefer.ts'

/** The context in which rows are read and answered. */
export interface Reading extends Reader {
  /** `http://host/api/data/v9.2`, without a slash at the end. */
  readonly root: string
  readonly url: URL
  readonly preferences: Preferences
}

/** The properties of an answered row. */
export type Properties = Record<string, unknown>

/** The rows that a list consists of: all of a table, or those that belong to one row. */
export interface Source {
  /** Path below the root, as in next links. */
  readonly path: string
  readonly table: Table
  readonly belongs: PageRequest['belongs']
  /** Answers references to the rows instead of their columns. */
  readonly references?: boolean
}
