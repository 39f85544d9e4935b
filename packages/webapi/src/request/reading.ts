import type { Table } from '@trackmark/dataverse'
import type { PageRequest, Reader } from '@trackmark/store'
import type { Preferences } from './prefer.ts'

/** One request that reads. */
export interface Reading extends Reader {
  /** `http://host/api/data/v9.2`, without a slash at the end. */
  readonly root: string
  readonly url: URL
  readonly preferences: Preferences
}

/** A row as it is answered. */
export type Properties = Record<string, unknown>

/** Where a list is: all rows of a table, or those that belong to one row. */
export interface Source {
  /** Below the root, as next links have it. */
  readonly path: string
  readonly table: Table
  readonly belongs: PageRequest['belongs']
  /** Only where the rows are, not what is in them. */
  readonly references?: boolean
}
