import { columnByLogicalName, columnByWebApiName } from '../catalogue/catalogue.ts'
import type { Column, Table } from '../catalogue/types.ts'
import { quoteShort } from '../settings/value.ts'
import type { Scanner, Token } from './scanner.ts'

/** The column a name stands for, or a fault that says what the client may have meant. */
export function propertyPath(scanner: Scanner, table: Table, token: Token): Column {
  const column = columnByWebApiName(table, token.text)
  if (column === undefined || column.secret) throw unknown(scanner, table, token)
  if (column.type === 'partylist') {
    throw scanner.fault(
      `'${token.text}' is a party list; its members are rows of activityparties.`,
      token.at,
    )
  }
  return column
}

function unknown(scanner: Scanner, table: Table, token: Token) {
  const lookup = columnByLogicalName(table, token.text)
  const isLookup = lookup !== undefined && lookup.webApiName !== token.text
  const meant = isLookup ? ` A lookup is called '${lookup.webApiName}'.` : ''
  // Worded as OData services word it, since clients look for it.
  const type = `Microsoft.Dynamics.CRM.${table.logicalName}`
  return scanner.fault(
    `Could not find a property named '${quoteShort(token.text).slice(1, -1)}' on type '${type}'.${meant}`,
    token.at,
  )
}
