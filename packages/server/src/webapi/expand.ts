import {
  type Column,
  columnByLogicalName,
  columnByWebApiName,
  type Table,
  tableByLogicalName,
} from '@trackmark/dataverse'
import { badRequest, notImplemented } from '../http/errors.ts'

/** Rows of another table that come with each row of the answer. */
export interface Expansion {
  readonly name: string
  readonly table: Table
  /** The lookup by which they belong to the row. */
  readonly column: Column
  /** Null = every column. */
  readonly select: readonly Column[] | null
}

/** The one navigation property served: the parties of an activity. */
export const partiesOf = (table: Table): string => `${table.logicalName}_activity_parties`

const ITEM = /^([A-Za-z_]\w*)(?:\(\s*\$select\s*=\s*([\w\s,]*)\))?$/

/** @throws ApiError 400 or 501 */
export function parseExpand(table: Table, text: string | null): readonly Expansion[] {
  if (text === null) return []
  // Commas inside parentheses belong to a nested $select.
  const items = text.split(/,(?![^(]*\))/).map((item) => item.trim())
  const names = new Set<string>()
  return items.map((item) => {
    const [, name, select] = ITEM.exec(item) ?? []
    if (name === undefined) {
      throw badRequest(`$expand can't be read at "${item.slice(0, 60)}"; write name($select=a,b).`)
    }
    if (names.has(name)) throw badRequest(`$expand names ${name} twice.`)
    names.add(name)
    return expansion(table, name, select)
  })
}

function expansion(table: Table, name: string, select: string | undefined): Expansion {
  if (!table.isActivity || name !== partiesOf(table)) {
    const served = table.isActivity
      ? `Only ${partiesOf(table)} can be expanded.`
      : `Rows of ${table.entitySetName} have nothing to expand.`
    throw notImplemented(`$expand of ${name.slice(0, 60)} isn't served here. ${served}`)
  }
  const parties = tableByLogicalName('activityparty')!
  return {
    name,
    table: parties,
    column: columnByLogicalName(parties, 'activityid')!,
    select: select === undefined ? null : selected(parties, select),
  }
}

function selected(table: Table, text: string): readonly Column[] {
  return text.split(',').map((part) => {
    const column = columnByWebApiName(table, part.trim())
    if (column?.physical && !column.secret) return column
    const type = `Microsoft.Dynamics.CRM.${table.logicalName}`
    throw badRequest(
      `Could not find a property named '${part.trim().slice(0, 60)}' on type '${type}'.`,
    )
  })
}
