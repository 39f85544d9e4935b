import type { Instant } from '@trackmark/core'
import type { Queryable, Row } from '../../database/database.ts'
import { iso } from '../../database/values.ts'
import { IS_APPROVED, IS_SYNCHRONIZED, MAILBOX_JOINS } from '../../sync/synchronized.ts'
import type { MailboxMethods } from './add.ts'
import { APPROVALS, conditionsOf, type Join, type MailboxFilter, TEST_STATUSES } from './filter.ts'

type TestStatus = (typeof TEST_STATUSES)[number]

/** The state of a mailbox, as lists show it. Instants are in milliseconds. */
export interface MailboxState {
  readonly mailboxId: string
  readonly name: string
  readonly emailAddress: string
  readonly kind: 'user' | 'queue'
  readonly isActive: boolean
  readonly profileId: string | null
  readonly profileName: string | null
  readonly ownerName: string | null
  readonly approval: (typeof APPROVALS)[number]
  /** AP1 */
  readonly lacksApproval: boolean
  readonly methods: MailboxMethods
  readonly results: {
    readonly incoming: TestStatus
    readonly outgoing: TestStatus
    readonly act: TestStatus
    readonly mailbox: TestStatus
  }
  readonly isSynchronized: boolean
  readonly lastSyncStartedOn: Instant | null
  readonly lastSuccessfulSyncOn: Instant | null
  /** Null when the mailbox isn't scheduled. */
  readonly nextDueOn: Instant | null
  /** Whether a worker has claimed it. */
  readonly isRunning: boolean
  /** Failed cycles in a row; 0 = healthy. */
  readonly failures: number
  readonly failingSince: Instant | null
  /**
   * Error of the last cycle or what the cycle left out, with its code in front. Null when the cycle read
   * everything.
   */
  readonly lastError: string | null
  readonly lastErrorCode: string | null
  /** Whether the category for tracking is in the master list, was removed, or was never created. */
  readonly category: 'absent' | 'provisioned' | 'removed'
  readonly linked: number
  readonly parked: number
  readonly openAlerts: number
}

export type MailboxSort = 'name' | 'emailAddress' | 'state' | 'lastSync' | 'nextDue' | 'alerts'

/** Sort key and id of the last mailbox of a page. */
type MailboxPlace = readonly [key: string, mailboxId: string]

export interface MailboxRequest extends MailboxFilter {
  readonly sort?: MailboxSort
  readonly descending?: boolean
  readonly after?: MailboxPlace | undefined
  readonly limit?: number
}

interface MailboxPage {
  readonly mailboxes: readonly MailboxState[]
  /** Null on the last page. */
  readonly next: MailboxPlace | null
}

interface SortKey {
  readonly key: string
  readonly type: string
  readonly joins: readonly Join[]
}

/**
 * The sort keys. They are never null, so that a key and an id say where a page ends. The state sorts
 * mailboxes first that need attention.
 */
const SORTS: Record<MailboxSort, SortKey> = {
  name: { key: `coalesce(m.name, '')`, type: 'text', joins: [] },
  emailAddress: { key: `lower(coalesce(m.emailaddress, ''))`, type: 'text', joins: [] },
  state: {
    key: `case when not ${IS_SYNCHRONIZED} then 5 when s.failures > 0 then 1
      when s.lastcode is not null then 2
      when m.lastsuccessfulsynccompletedon is null then 3 else 4 end`,
    type: 'integer',
    joins: ['o', 'p', 's'],
  },
  lastSync: {
    key: `coalesce(m.lastsuccessfulsynccompletedon, '-infinity'::timestamptz)`,
    type: 'timestamptz',
    joins: [],
  },
  nextDue: { key: `coalesce(s.dueat, 'infinity'::timestamptz)`, type: 'timestamptz', joins: ['s'] },
  alerts: { key: 'coalesce(t.n, 0)', type: 'bigint', joins: [] },
}

const OPEN_ALERTS = `left join (
  select regardingobjectid, count(*) as n from crm.tracelog
  where organizationid = $1 and not tracestatus group by 1
) t on t.regardingobjectid = m.mailboxid`

/**
 * A page of mailboxes. First the ids of the page are found, with as few tables as filter and order need; all
 * other columns are read for these ids only.
 */
export async function listMailboxes(
  database: Queryable,
  organizationId: string,
  now: Instant,
  request: MailboxRequest = {},
): Promise<MailboxPage> {
  const parameters: unknown[] = [organizationId, iso(now)]
  const parameter = (value: unknown) => `$${parameters.push(value)}`
  const { key, type, joins: sortJoins } = SORTS[request.sort ?? 'name']
  const { where, joins } = conditionsOf(request, parameter, sortJoins)
  const direction = request.descending ? 'desc' : 'asc'
  const limit = request.limit ?? 200
  const beyond =
    request.after === undefined
      ? ''
      : ` and (${key}, m.mailboxid) ${request.descending ? '<' : '>'}
          (${parameter(request.after[0])}::text::${type}, ${parameter(request.after[1])}::uuid)`
  const rows = await database.query<Row>(
    `with page as (
       select m.mailboxid, ${key} as key
       from crm.mailbox m ${joins} ${request.sort === 'alerts' ? OPEN_ALERTS : ''}
       where m.organizationid = $1${where}${beyond}
       order by ${key} ${direction}, m.mailboxid ${direction}
       limit ${parameter(limit)}
     )
     select page.key::text as key, ${COLUMNS}
     from page
     join crm.mailbox m on m.organizationid = $1 and m.mailboxid = page.mailboxid
     ${Object.values(MAILBOX_JOINS).join(' ')}
     left join crm.systemuser u on u.organizationid = m.organizationid
       and u.systemuserid = m.ownerid
     order by page.key ${direction}, m.mailboxid ${direction}`,
    parameters,
  )
  const last = rows.length < limit ? undefined : rows.at(-1)
  return {
    mailboxes: rows.map(toState),
    next: last === undefined ? null : [last.key as string, last.mailboxId as string],
  }
}

/** `$2` is the current time. */
export const COLUMNS = `m.mailboxid as "mailboxId", coalesce(m.name, '') as name,
  coalesce(m.emailaddress, '') as "emailAddress",
  case when m.regardingobjectidtype = 'queue' then 'queue' else 'user' end as kind,
  m.statecode = 0 as "isActive", m.emailserverprofile as "profileId", p.name as "profileName",
  u.fullname as "ownerName", coalesce(m.emailrouteraccessapproval, 0) as approval,
  not ${IS_APPROVED} as "lacksApproval",
  coalesce(m.incomingemaildeliverymethod, 0) as incoming,
  coalesce(m.outgoingemaildeliverymethod, 0) as outgoing, coalesce(m.actdeliverymethod, 2) as act,
  coalesce(m.incomingemailstatus, 0) as "incomingStatus",
  coalesce(m.outgoingemailstatus, 0) as "outgoingStatus", coalesce(m.actstatus, 0) as "actStatus",
  coalesce(m.mailboxstatus, 0) as "mailboxStatus", ${IS_SYNCHRONIZED} as "isSynchronized",
  m.lastsyncstartedon as "lastSyncStartedOn",
  m.lastsuccessfulsynccompletedon as "lastSuccessfulSyncOn", s.dueat as "nextDueOn",
  coalesce(s.leaseuntil > $2, false) as "isRunning", coalesce(s.failures, 0) as failures,
  s.failingsince as "failingSince", m.lastsyncerror as "lastError",
  s.lastcode as "lastErrorCode",
  case c.categoryonboardingstatus when 1 then 'provisioned' when 2 then 'removed'
    else 'absent' end as category,
  coalesce((select linked from sync.link_count l where l.organizationid = m.organizationid
    and l.mailboxid = m.mailboxid), 0) as linked,
  (select count(*) from sync.link l where l.organizationid = m.organizationid
    and l.mailboxid = m.mailboxid and l.parkcode is not null) as parked,
  (select count(*) from crm.tracelog t where t.organizationid = m.organizationid
    and t.regardingobjectid = m.mailboxid and not t.tracestatus) as "openAlerts"`

export function toState(row: Row): MailboxState {
  const { incoming, outgoing, act, key, ...rest } = row
  const { incomingStatus, outgoingStatus, actStatus, mailboxStatus, approval, ...columns } = rest
  const status = (value: unknown) => TEST_STATUSES[value as number] ?? 'notRun'
  return {
    ...(columns as unknown as MailboxState),
    approval: APPROVALS[approval as number] ?? 'empty',
    methods: { incoming, outgoing, act } as MailboxMethods,
    results: {
      incoming: status(incomingStatus),
      outgoing: status(outgoingStatus),
      act: status(actStatus),
      mailbox: status(mailboxStatus),
    },
  }
}

/** The number of mailboxes a filter finds. */
export async function countMailboxes(
  database: Queryable,
  organizationId: string,
  filter: MailboxFilter = {},
): Promise<number> {
  const parameters: unknown[] = [organizationId]
  const { where, joins } = conditionsOf(filter, (value) => `$${parameters.push(value)}`)
  const [row] = await database.query<{ count: number }>(
    `select count(*) as count from crm.mailbox m ${joins}
     where m.organizationid = $1${where}`,
    parameters,
  )
  return row?.count ?? 0
}

/** Ids of the mailboxes a filter finds, in ascending order, page by page. */
export async function mailboxIds(
  database: Queryable,
  organizationId: string,
  filter: MailboxFilter,
  request: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const parameters: unknown[] = [organizationId, request.after, request.limit]
  const { where, joins } = conditionsOf(filter, (value) => `$${parameters.push(value)}`)
  const rows = await database.query<{ mailboxid: string }>(
    `select m.mailboxid from crm.mailbox m ${joins}
     where m.organizationid = $1 and ($2::uuid is null or m.mailboxid > $2)${where}
     order by m.mailboxid limit $3`,
    parameters,
  )
  return rows.map((row) => row.mailboxid)
}

/**
 * Codes of the last errors of mailboxes with the number of mailboxes that have each, the most frequent first.
 * @param mailboxIds only of these mailboxes; null = of all
 */
export async function listMailboxErrors(
  database: Queryable,
  organizationId: string,
  mailboxIds: readonly string[] | null,
  limit: number,
): Promise<readonly { readonly code: string; readonly mailboxes: number }[]> {
  return database.query(
    `select lastcode as code, count(*) as mailboxes
     from sync.mailbox_schedule
     where organizationid = $1 and lastcode is not null
       and ($2::uuid[] is null or mailboxid = any($2))
     group by lastcode
     order by count(*) desc, lastcode
     limit $3`,
    [organizationId, mailboxIds, limit],
  )
}
