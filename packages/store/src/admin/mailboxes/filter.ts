import { containing } from '../../database/values.ts'
import { IS_SYNCHRONIZED, MAILBOX_JOINS } from '../../sync/synchronized.ts'

/** Conditions on mailboxes. One that is left out holds for all mailboxes. */
export interface MailboxFilter {
  readonly mailboxIds?: readonly string[] | undefined
  /** Part of the name or the address, in any case. */
  readonly search?: string | undefined
  readonly state?: 'off' | 'waiting' | 'failing' | 'partial' | 'synchronized' | undefined
  readonly category?: 'absent' | 'provisioned' | 'removed' | undefined
  /** Id of a server profile; `none` = mailboxes without one. */
  readonly profile?: string | undefined
  readonly approval?: 'empty' | 'approved' | 'pending' | 'rejected' | undefined
  readonly test?: 'notRun' | 'success' | 'failure' | undefined
  /** Code of the last error. */
  readonly error?: string | undefined
  readonly isActive?: boolean | undefined
  /** Id of a user: their own mailboxes, and those of queues they answer for. */
  readonly ownerId?: string | undefined
}

export const APPROVALS = ['empty', 'approved', 'pending', 'rejected'] as const
export const TEST_STATUSES = ['notRun', 'success', 'failure'] as const

const CONDITIONS = {
  off: `not ${IS_SYNCHRONIZED}`,
  failing: `${IS_SYNCHRONIZED} and s.failures > 0`,
  partial: `${IS_SYNCHRONIZED} and s.failures = 0 and s.lastcode is not null`,
  waiting: `${IS_SYNCHRONIZED} and coalesce(s.failures, 0) = 0 and s.lastcode is null
    and m.lastsuccessfulsynccompletedon is null`,
  synchronized: `${IS_SYNCHRONIZED} and coalesce(s.failures, 0) = 0 and s.lastcode is null
    and m.lastsuccessfulsynccompletedon is not null`,
}

const CATEGORIES = { provisioned: 1, removed: 2 }

/** A category row in one of these states. Absent = no row, or one whose creation has begun. */
const CATEGORY = (statuses: string) => `exists (select 1 from crm.mailboxtrackingcategory c
  where c.organizationid = m.organizationid and c.mailboxid = m.mailboxid
    and c.purpose = 'tracked' and c.categoryonboardingstatus in (${statuses}))`

export type Join = keyof typeof MAILBOX_JOINS

interface Conditions {
  readonly where: string
  /** The joins that the conditions need. */
  readonly joins: string
}

/** @param parameter adds a value to the statement and returns its placeholder; `$1` is the organization */
export function conditionsOf(
  filter: MailboxFilter,
  parameter: (value: unknown) => string,
  more: readonly Join[] = [],
): Conditions {
  const where: string[] = []
  const joins = new Set<Join>(more)
  const join = (...names: Join[]) => {
    for (const name of names) joins.add(name)
  }
  if (filter.mailboxIds !== undefined) {
    where.push(`m.mailboxid = any(${parameter(filter.mailboxIds)}::uuid[])`)
  }
  if (filter.search !== undefined) {
    const like = parameter(containing(filter.search.toLowerCase()))
    where.push(`(lower(coalesce(m.name, '')) like ${like}
      or lower(coalesce(m.emailaddress, '')) like ${like})`)
  }
  if (filter.state !== undefined) {
    join('o', 'p', 's')
    where.push(CONDITIONS[filter.state])
  }
  if (filter.category !== undefined) {
    where.push(
      filter.category === 'absent'
        ? `not ${CATEGORY('1, 2')}`
        : CATEGORY(String(CATEGORIES[filter.category])),
    )
  }
  if (filter.profile === 'none') where.push('m.emailserverprofile is null')
  else if (filter.profile !== undefined) {
    where.push(`m.emailserverprofile = ${parameter(filter.profile)}::uuid`)
  }
  if (filter.approval !== undefined) {
    const value = parameter(APPROVALS.indexOf(filter.approval))
    where.push(`coalesce(m.emailrouteraccessapproval, 0) = ${value}::integer`)
  }
  if (filter.test !== undefined) {
    const value = parameter(TEST_STATUSES.indexOf(filter.test))
    where.push(`coalesce(m.mailboxstatus, 0) = ${value}::integer`)
  }
  if (filter.error !== undefined) {
    join('s')
    where.push(`s.lastcode = ${parameter(filter.error)}`)
  }
  if (filter.isActive !== undefined) where.push(`m.statecode = ${filter.isActive ? 0 : 1}`)
  if (filter.ownerId !== undefined) {
    const owner = parameter(filter.ownerId)
    where.push(`m.mailboxid in (
      select mailboxid from crm.mailbox where organizationid = $1 and ownerid = ${owner}::uuid
      union all
      select mailboxid from crm.mailbox
      where organizationid = $1 and regardingobjectid = ${owner}::uuid)`)
  }
  return {
    where: where.map((one) => ` and ${one}`).join(''),
    joins: [...joins].map((name) => MAILBOX_JOINS[name]).join(' '),
  }
}
