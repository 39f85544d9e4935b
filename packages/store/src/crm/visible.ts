import { type Reach, seesAll, type Table } from '@trackmark/dataverse'
import { columnOf, type Parameters, tableName } from './sql.ts'

/** The caller, on whom it depends which rows are visible. */
export interface Viewer {
  /** Null when the caller is no user and owns no rows. */
  readonly userId: string | null
  /** Left out = the caller sees their own rows only. */
  readonly reach?: readonly Reach[]
}

/** The reach of the service itself, which acts for nobody. */
export const EVERYTHING: readonly Reach[] = ['administration', 'configuration', 'businessUnit']

/**
 * The rows of a table that a viewer sees, for `from` or `join`. Every statement that reads for a caller names
 * its tables by this function, and nothing else keeps rows from callers.
 */
export function visibleTable(table: Table, viewer: Viewer, parameters: Parameters): string {
  const condition = visibleIf(table, viewer, 'v', parameters)
  const name = tableName(table)
  return condition === null ? name : `(select v.* from ${name} v where ${condition})`
}

/** The same as a condition on rows of the table under an alias; null = every row is visible. */
export function visibleIf(
  table: Table,
  { userId, reach = [] }: Viewer,
  alias: string,
  parameters: Parameters,
): string | null {
  if (seesAll(table, reach)) return null
  const own = table.access?.own ?? null
  if (own === null || userId === null) return 'false'
  const name = columnOf(table, own.column, alias)
  const user = parameters.add(userId, 'uuid')
  const organization = `${alias}.organizationid`
  switch (own.by) {
    case 'user':
      return `${name} = ${user}`
    case 'activity':
      return `exists (select 1 from crm.activityparty p where p.organizationid = ${organization}
        and p.activityid = ${name} and p.partyid = ${user} and p.partyidtype = 'systemuser')`
    case 'mailbox':
      return `exists (select 1 from crm.mailbox m where m.organizationid = ${organization}
        and m.mailboxid = ${name} and (m.ownerid = ${user} or m.regardingobjectid = ${user}))`
  }
}

/**
 * The condition that a viewer may change a row; null = every row. Rows may be changed by everybody who sees
 * them, except activities: a party of an activity sees it, and may change neither it nor its parts.
 */
export function changeableIf(
  table: Table,
  viewer: Viewer,
  alias: string,
  parameters: Parameters,
): string | null {
  const own = table.access?.own
  const { userId, reach = [] } = viewer
  if (own?.by !== 'activity' || userId === null || seesAll(table, reach)) {
    return visibleIf(table, viewer, alias, parameters)
  }
  const user = parameters.add(userId, 'uuid')
  if (table.isActivity) return `${alias}.ownerid = ${user}`
  return `exists (select 1 from crm.activitypointer a where a.organizationid = ${alias}.organizationid
    and a.activityid = ${columnOf(table, own.column, alias)} and a.ownerid = ${user})`
}
