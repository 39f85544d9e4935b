import type { AuditedChange } from '@trackmark/admin-api'
import {
  booleanLabels,
  type Column,
  displayName,
  findSetting,
  tableByLogicalName,
} from '@trackmark/dataverse'
import type { AuditChange } from '@trackmark/store'

/** Names of the rows that lookups reference, by id. */
export type NamesById = ReadonlyMap<string, string>

const columnOf = (table: string, name: string): Column | undefined =>
  tableByLogicalName(table)?.columns.find(({ logicalName }) => logicalName === name)

/** Describes a change by the labels of its column and values. @param table logical name */
export function auditWords(table: string, change: AuditChange, names: NamesById): AuditedChange {
  const column = columnOf(table, change.name)
  const words = (value: string | null) => valueWords(column, value, names)
  return {
    ...change,
    label: label(change.name, column),
    from: words(change.before),
    to: words(change.after),
  }
}

function label(name: string, column: Column | undefined): string {
  if (findSetting(name) !== undefined && column === undefined) return name
  if (column === undefined) return OTHERS[name] ?? name
  return LABELS[name] ?? displayName(name, column.type === 'lookup' || column.type === 'owner')
}

function valueWords(
  column: Column | undefined,
  value: string | null,
  names: NamesById,
): string | null {
  if (value === null || value === '') return null
  const option = column?.optionSet?.options.find((one) => String(one.value) === value)
  if (option !== undefined) return option.label
  if (column?.type === 'boolean' || (column === undefined && /^(true|false)$/.test(value))) {
    const [off, on] = column === undefined ? ['Off', 'On'] : booleanLabels(column)
    return value === 'true' || value === '1' ? on : off
  }
  return names.get(value.toLowerCase()) ?? value
}

/** Labels of columns whose logical names don't read like the labels on the pages. */
const LABELS: Readonly<Record<string, string>> = {
  statecode: 'State',
  actdeliverymethod: 'Appointments, Contacts, and Tasks',
  incomingemaildeliverymethod: 'Incoming Email',
  outgoingemaildeliverymethod: 'Outgoing Email',
  emailserverprofile: 'Server Profile',
  defaultemailserverprofileid: 'Default Server Profile',
  emailrouteraccessapproval: 'Approval',
  processemailreceivedafter: 'Process Email From',
}

/** Labels of entries that aren't columns. */
const OTHERS: Readonly<Record<string, string>> = {
  tenantid: 'Tenant',
  clientid: 'Client',
  credential: 'Credential',
  graphurl: 'Graph address',
  authorityurl: 'Sign-in address',
  credentials: 'Credentials',
  role: 'Role',
  answer: 'Answer',
  usestrackingtokens: 'Use tracking tokens',
}
